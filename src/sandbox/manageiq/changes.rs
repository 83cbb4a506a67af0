//! Creating, reverting and deleting snapshots: what is queued, what is refused, and how that is reported.

use jiff::SignedDuration;
use serde_json::{Map, Value, json};

use super::machines::{any_snapshot, find, ident};
use super::platforms::{Platform, refusal};
use super::session::{require, snapshot_features};
use super::{Refused, ReplyResult, error, no_record, record_id, request_body, tasks};
use crate::sandbox::context::Context;
use crate::sandbox::store::{Life, Machine, Restore, Row, Rows, SnapshotRow, later};
use crate::sandbox::wire::{Reply, Request};

/// The result of one action: queued or refused.
fn result(outcome: Result<(String, String), String>, request: &Request) -> Value {
    match outcome {
        Ok((message, task)) => json!({
            "success": true,
            "message": message,
            "task_id": task,
            "task_href": format!("{}/tasks/{task}", request.base_url),
        }),
        Err(message) => json!({ "success": false, "message": message }),
    }
}

/// POST on the collection: create and delete share one URL and differ in the body.
pub(super) fn change(request: &Request, ctx: &mut Context<'_>, kind: &str) -> ReplyResult {
    let body = request_body(request)?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("create").to_owned();
    if !matches!(action.as_str(), "create" | "delete") {
        return Err(error(400, format!("Unsupported Action {action} for the snapshots collection specified")));
    }
    require(request, ctx, snapshot_features(kind, &action), &action)?;
    let machine = find(request, ctx, kind)?.clone();
    let (entries, bulk) = entries(&body, &action)?;
    let refused = ctx.fault("refuse-entry").and_then(|number| number.parse::<usize>().ok());
    let mut results = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let outcome = match action.as_str() {
            _ if refused == Some(number + 1) => Some(Err("The VM is retired".to_owned())),
            "create" => create(entry, &machine, ctx, kind)?,
            _ => Some(delete(entry_id(entry)?, &machine, ctx, kind)?),
        };
        results.push(outcome.map_or(Value::Null, |outcome| result(outcome, request)));
    }
    // A bulk request always succeeds, whatever happens to its entries.
    let failed = results.iter().any(|result| result.get("success") == Some(&false.into()));
    Ok(Reply::json(if failed && !bulk { 400 } else { 200 }, json!({ "results": results })))
}

/// The entries of a request, and whether it is a bulk request.
fn entries(body: &Map<String, Value>, action: &str) -> Result<(Vec<Map<String, Value>>, bool), Refused> {
    let none = || error(400, format!("No snapshots resources were specified for the {action} action"));
    if let Some(list) = body.get("resources").and_then(Value::as_array) {
        let entries: Vec<_> = list.iter().map(|entry| entry.as_object().cloned().unwrap_or_default()).collect();
        return if entries.is_empty() { Err(none()) } else { Ok((entries, true)) };
    }
    let single = match body.get("resource").and_then(Value::as_object) {
        Some(resource) => resource.clone(),
        None => body.iter().filter(|(name, _)| *name != "action").map(|(n, v)| (n.clone(), v.clone())).collect(),
    };
    if single.is_empty() { Err(none()) } else { Ok((vec![single], false)) }
}

/// The ID of an entry, given directly or at the end of an href. The rest of the href is not checked.
fn entry_id(entry: &Map<String, Value>) -> Result<String, Refused> {
    let by_id = entry.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    let digits = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    let by_href = entry.get("href").and_then(Value::as_str).and_then(|href| {
        let (_, id) = href.rsplit_once("/snapshots/")?;
        digits(id).then(|| id.to_owned())
    });
    let id = by_href.or(by_id).unwrap_or_else(|| "nil".to_owned());
    if digits(&id) { Ok(id) } else { Err(error(400, format!("Invalid Snapshot id {id} specified"))) }
}

type Queued = Result<(String, String), String>;

/// An empty entry creates nothing.
fn create(
    entry: &Map<String, Value>,
    machine: &Machine,
    ctx: &mut Context<'_>,
    kind: &str,
) -> Result<Option<Queued>, Refused> {
    if entry.contains_key("id") || entry.contains_key("href") {
        return Err(error(400, "Resource id or href should not be specified for creating a new snapshots"));
    }
    if entry.is_empty() {
        return Ok(None);
    }
    let text = |name: &str| entry.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
    let (platform, name, description) = (Platform::of(machine), text("name"), text("description").map(str::to_owned));
    if name.is_none() && platform != Platform::Ovirt {
        return Ok(Some(Err("Must specify a name for the snapshot".to_owned())));
    }
    let name = name.unwrap_or_default().to_owned();
    if let Some(why) = refusal(machine, "create").or_else(|| busy(ctx)) {
        return Ok(Some(Err(why)));
    }
    let message = format!("Creating snapshot {name} for {}", ident(machine, kind));
    let task = tasks::queue(ctx, &message);
    let vetoed = ctx.fault("veto").is_some();
    if vetoed {
        tasks::notify_of_failure(ctx, machine, "create", "A policy prevents it.");
    }
    if vetoed || ctx.fault("vanish").is_some() || tasks::fails(ctx, &task) {
        return Ok(Some(Ok((message, task))));
    }
    let mut life = Life::begin(ctx.now, ctx.delay());
    // The record appears with the next inventory refresh, when all the work is done.
    life.listed_at = match ctx.fault("late-row").and_then(|seconds| seconds.parse().ok()) {
        Some(seconds) => later(ctx.now, SignedDuration::from_secs(seconds)),
        None => life.ready_at,
    };
    life.ready_at = life.ready_at.min(life.listed_at);
    let name = match (platform, ctx.fault("decorate")) {
        (Platform::Ovirt, _) => description.clone().unwrap_or_default(),
        (Platform::Vcloud, _) => format!("{} (snapshot)", machine.name),
        (_, Some(_)) => format!("{name}-{}", ctx.now.as_second()),
        _ => name,
    };
    let row = SnapshotRow::new(ctx.next_id(), name, life);
    ctx.state.snapshots.push(SnapshotRow { machine: Some(machine.id.clone()), description, ..row });
    Ok(Some(Ok((message, task))))
}

/// Does not check whether the snapshot belongs to the machine in the path.
fn delete(id: String, machine: &Machine, ctx: &mut Context<'_>, kind: &str) -> Result<Queued, Refused> {
    let row = any_snapshot(&id, ctx)?;
    if let Some(why) = refusal(machine, "delete").or_else(|| busy(ctx)) {
        return Ok(Err(why));
    }
    let message = format!("Deleting snapshot {} for {}", row.name_at(ctx.now), ident(machine, kind));
    let task = tasks::queue(ctx, &message);
    if !tasks::fails(ctx, &task) && ctx.fault("vanish").is_none() {
        let (now, delay) = (ctx.now, ctx.delay());
        if let Some(row) = ctx.state.snapshots.get_listed_mut(&id, now) {
            row.life.delete(now, delay);
        }
    }
    Ok(Ok((message, task)))
}

fn busy(ctx: &mut Context<'_>) -> Option<String> {
    ctx.fault("busy").map(|_| "Another task is already in progress.".to_owned())
}

/// POST on a single snapshot.
pub(super) fn act(request: &Request, ctx: &mut Context<'_>, kind: &str) -> ReplyResult {
    let body = request_body(request)?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("create").to_owned();
    let offered: &[&str] = if kind == "vms" { &["revert", "delete"] } else { &["delete"] };
    if !offered.contains(&action.as_str()) {
        return Err(error(400, format!("Unsupported Action {action} for the snapshots resource specified")));
    }
    require(request, ctx, snapshot_features(kind, &action), &action)?;
    let machine = find(request, ctx, kind)?.clone();
    let id = request.param("snapshot_id").to_owned();
    record_id(&id, "Snapshot")?;
    let queued = if action == "delete" { delete(id, &machine, ctx, kind)? } else { revert(&id, &machine, ctx) };
    let status = if queued.is_ok() { 200 } else { 400 };
    Ok(Reply::json(status, result(queued, request)))
}

/// If the snapshot does not exist, the action is refused rather than returning 404.
fn revert(id: &str, machine: &Machine, ctx: &mut Context<'_>) -> Queued {
    if let Some(why) = refusal(machine, "revert").or_else(|| busy(ctx)) {
        return Err(why);
    }
    let Ok(row) = any_snapshot(id, ctx) else { return Err(format!("Couldn't find Snapshot with 'id'={id}")) };
    let message = format!("Reverting to snapshot {} for {}", row.name_at(ctx.now), ident(machine, "vms"));
    let task = tasks::queue(ctx, &message);
    if !tasks::fails(ctx, &task) {
        let (now, done_at) = (ctx.now, later(ctx.now, ctx.delay()));
        if let Some(machine) = ctx.state.machines.get_listed_mut(&machine.id, now) {
            machine.restores.push(Restore { at: now, done_at, from: id.to_owned(), from_backup: false });
        }
    }
    Ok((message, task))
}

/// The DELETE method discards the result of the action.
pub(super) fn remove(request: &Request, ctx: &mut Context<'_>, kind: &str) -> ReplyResult {
    require(request, ctx, snapshot_features(kind, "delete"), "delete")?;
    let machine = find(request, ctx, kind)?.clone();
    let id = request.param("snapshot_id").to_owned();
    if record_id(&id, "Snapshot").is_err() {
        return Err(no_record("Snapshot", "0"));
    }
    let _ = delete(id, &machine, ctx, kind)?;
    Ok(Reply::empty(204))
}
