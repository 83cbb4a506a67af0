//! Tasks and notifications.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::query::Collection;
use super::record::{Model, Record, Shape};
use super::session::{USER, allows, require};
use super::{Refused, ReplyResult, error, error_of, link, record_id, reference, request_body, time};
use crate::sandbox::context::Context;
use crate::sandbox::store::{Life, Machine, Row, Rows, TaskRow, later};
use crate::sandbox::wire::{Reply, Request};

const FEATURES: [&str; 2] = ["miq_task_all_ui", "miq_task_my_ui"];
const USER_ID: &str = "1000000000001";

const TASK: Model = Model {
    class: "MiqTask",
    columns: &[
        "id",
        "name",
        "state",
        "status",
        "message",
        "userid",
        "created_on",
        "updated_on",
        "pct_complete",
        "context_data",
        "results",
        "miq_server_id",
        "identifier",
        "started_on",
        "zone",
    ],
    hidden: &[],
    virtuals: &["state_or_status"],
    relations: &[],
};

const NOTIFICATION: Model = Model {
    class: "NotificationRecipient",
    columns: &["id", "notification_id", "user_id", "seen"],
    hidden: &[],
    virtuals: &["details"],
    relations: &[],
};

// ---- results of actions ----

/// Queues work and returns the ID of its task. The task finishes before the inventory shows its result.
pub(super) fn queue(ctx: &mut Context<'_>, message: &str) -> String {
    let id = ctx.next_id();
    let mut life = Life::begin(ctx.now, SignedDuration::ZERO);
    life.ready_at = task_end(ctx);
    let mut row = TaskRow::new(id.clone(), message.to_owned(), life);
    row.extra.insert("userid".to_owned(), USER.into());
    ctx.state.tasks.push(row);
    id
}

/// When the work of a task finishes, which is before the inventory shows its result.
fn task_end(ctx: &Context<'_>) -> Timestamp {
    later(ctx.now, ctx.delay() / 2)
}

/// Makes the task fail, for a reason given by the underlying provider.
pub(super) fn fail(ctx: &mut Context<'_>, task: &str, why: &str) {
    if let Some(row) = ctx.state.tasks.iter_mut().find(|row| row.id == task) {
        row.life.failure = Some(why.to_owned());
    }
}

/// Whether a fault makes the task fail or never finish, so that the work has no effect.
pub(super) fn fails(ctx: &mut Context<'_>, task: &str) -> bool {
    let (failed, stuck) = (ctx.fault("fail"), ctx.fault("stuck"));
    let Some(row) = ctx.state.tasks.iter_mut().find(|row| row.id == task) else { return false };
    if failed.is_some() {
        row.life.failure = Some("The datastore is full.".to_owned());
    }
    if stuck.is_some() {
        row.life.ready_at = Timestamp::MAX;
        row.extra.insert("stuck".to_owned(), true.into());
    }
    failed.is_some() || stuck.is_some()
}

/// Adds a notification of a failure that the task does not report.
pub(super) fn notify_of_failure(ctx: &mut Context<'_>, machine: &Machine, operation: &str, why: &str) {
    let (id, notification_id, at) = (ctx.next_id(), ctx.next_id(), task_end(ctx));
    let entry = json!({
        "id": id,
        "notification_id": notification_id,
        "created_at": at,
        "text": "Failed to %{snapshot_op} snapshot of %{subject}: %{error}",
        "bindings": {
            "subject": { "link": { "id": machine.id, "model": "Vm" }, "text": machine.name },
            "snapshot_op": { "text": operation },
            "error": { "text": why },
        },
    });
    let slot = ctx.state.extra.entry("notifications").or_insert_with(|| json!([]));
    if let Some(list) = slot.as_array_mut() {
        list.push(entry);
    }
}

// ---- tasks ----

/// The tasks visible to the role: all, or only its own.
fn visible<'a>(ctx: &'a Context<'_>) -> impl Iterator<Item = &'a TaskRow> {
    let all = allows(ctx, &["miq_task_all_ui"]);
    let mine = |row: &TaskRow| row.extra.get("userid").is_none_or(|user| user == USER);
    ctx.state.tasks.listed(ctx.now).filter(move |row| all || mine(row))
}

fn find<'a>(id: &str, ctx: &'a Context<'_>) -> Result<&'a TaskRow, Refused> {
    record_id(id, "MiqTask")?;
    visible(ctx)
        .find(|row| row.id == id)
        .ok_or_else(|| error_of("Api::NotFoundError", 404, format!("Couldn't find MiqTask with 'id'={id}")))
}

fn task(row: &TaskRow, request: &Request, ctx: &Context<'_>) -> Record {
    let begun = later(row.life.created_at, row.life.ready_at.duration_since(row.life.created_at) / 4);
    let stuck = row.extra.contains_key("stuck");
    let begun = if stuck { row.life.created_at } else { begun };
    let user = row.extra.get("userid").cloned().unwrap_or_default();
    let ended = ctx.now >= row.life.ready_at;
    let (state, status, message) = if ended {
        match &row.life.failure {
            Some(why) => ("Finished", "Error", why.clone()),
            None => ("Finished", "Ok", "Task completed successfully".to_owned()),
        }
    } else if ctx.now >= begun {
        ("Active", "Ok", "Task starting".to_owned())
    } else {
        let user = user.as_str().unwrap_or_default();
        ("Queued", "Ok", format!("Queued the action: [{}] being run for user: [{user}]", row.name))
    };
    let started = (state != "Queued").then(|| time(begun));
    let updated = if ended { row.life.ready_at } else { row.life.created_at };
    let href = format!("{}/tasks/{}", request.base_url, row.id);
    let mut record = Record::new(
        href.clone(),
        json!({
            "id": row.id,
            "name": row.name,
            "state": state,
            "status": status,
            "message": message,
            "userid": user,
            "created_on": time(row.life.created_at),
            "updated_on": time(updated),
            "pct_complete": null,
            "context_data": null,
            "results": null,
            "miq_server_id": started.as_ref().map(|_| "1000000000001"),
            "identifier": null,
            "started_on": started,
            "zone": null,
        }),
    );
    record.virtuals.insert("state_or_status".to_owned(), if ended { status } else { state }.into());
    record.actions = vec![link("delete", &href)];
    record
}

pub(super) fn list(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    require(request, ctx, &FEATURES, "read")?;
    let records: Vec<Record> = visible(ctx).map(|row| task(row, request, ctx)).collect();
    let actions = vec![link("delete", &format!("{}/tasks", request.base_url))];
    Collection { name: "tasks", model: &TASK, total: records.len(), records, actions }.page(request, ctx)
}

pub(super) fn get(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    require(request, ctx, &FEATURES, "read")?;
    let row = find(request.param("task_id"), ctx)?;
    Ok(Reply::json(200, task(row, request, ctx).shaped(&Shape::read(request, &TASK)?)))
}

pub(super) fn query(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let body = request_body(request)?;
    match body.get("action").and_then(Value::as_str) {
        Some("query") => {}
        other => {
            let action = other.unwrap_or("create");
            return Err(error(400, format!("Unsupported Action {action} for the tasks collection specified")));
        }
    }
    require(request, ctx, &FEATURES, "query")?;
    let entries = body.get("resources").and_then(Value::as_array).filter(|entries| !entries.is_empty());
    let entries = entries.ok_or_else(|| error(400, "No tasks resources were specified for the query action"))?;
    let mut results = Vec::new();
    for entry in entries {
        let id = reference(entry).unwrap_or_else(|| "nil".to_owned());
        results.push(task(find(&id, ctx)?, request, ctx).whole());
    }
    Ok(Reply::json(200, json!({ "results": results })))
}

pub(super) fn act(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = request_body(request)?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("edit");
    if action != "delete" {
        return Err(error(400, format!("Unsupported Action {action} for the tasks resource specified")));
    }
    require(request, ctx, &FEATURES, action)?;
    let row = find(request.param("task_id"), ctx)?.clone();
    let href = format!("{}/tasks/{}", request.base_url, row.id);
    if active(&row, ctx) {
        let why = format!("Task {} is active and cannot be deleted", row.id);
        return Ok(Reply::json(400, json!({ "success": false, "message": why, "href": href })));
    }
    forget(&row.id, ctx);
    let message = format!("tasks id: {} deleting", row.id);
    Ok(Reply::json(200, json!({ "success": true, "message": message, "href": href })))
}

/// An active task is not deleted, but the response is the same.
pub(super) fn remove(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    require(request, ctx, &FEATURES, "delete")?;
    let row = find(request.param("task_id"), ctx)?.clone();
    if !active(&row, ctx) {
        forget(&row.id, ctx);
    }
    Ok(Reply::empty(204))
}

fn active(row: &TaskRow, ctx: &Context<'_>) -> bool {
    ctx.now < row.life.ready_at
}

fn forget(id: &str, ctx: &mut Context<'_>) {
    let now = ctx.now;
    if let Some(row) = ctx.state.tasks.get_listed_mut(id, now) {
        row.life.delete(now, SignedDuration::ZERO);
    }
}

// ---- notifications ----

pub(super) fn list_notifications(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let listed = ctx.state.extra.get("notifications").and_then(Value::as_array);
    let mut records = Vec::new();
    for entry in listed.into_iter().flatten() {
        let at = entry["created_at"].as_str().and_then(|at| at.parse::<Timestamp>().ok());
        let Some(at) = at.filter(|at| *at <= ctx.now) else { continue };
        let href = format!("{}/notifications/{}", request.base_url, entry["id"].as_str().unwrap_or_default());
        let columns = json!({
            "id": entry["id"],
            "notification_id": entry["notification_id"],
            "user_id": USER_ID,
            "seen": false,
        });
        let mut record = Record::new(href, columns);
        let details = json!({
            "level": "warning",
            "created_at": time(at),
            "text": entry["text"],
            "bindings": entry["bindings"],
            "seen": false,
        });
        record.virtuals.insert("details".to_owned(), details);
        records.push(record);
    }
    let total = records.len();
    Collection { name: "notifications", model: &NOTIFICATION, records, total, actions: Vec::new() }.page(request, ctx)
}
