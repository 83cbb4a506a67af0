//! Hyperstack's virtual machines: their state by the clock, starting and stopping, and restoring from snapshots.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::power::{busy, status};
use super::replies::{ReplyResult, envelope, error, page_of};
use super::show::{self, Form};
use crate::sandbox::context::Context;
use crate::sandbox::store::{Machine, Phase, Row, Rows, SnapshotRow, later};
use crate::sandbox::wire::{Reply, Request};

/// The only contract that exists.
const CONTRACT: i64 = 618;

pub(super) fn list(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let search = request.query("search").unwrap_or_default().to_lowercase();
    let environment = request.query("environment");
    let exact = request.query("exact_environment_match") == Some("true");
    let rows = ctx.state.machines.listed(ctx.now).filter(|row| row.name.to_lowercase().contains(&search));
    let shown = rows.map(|row| show::machine(row, ctx, form)).filter(|shown| {
        let name = shown["environment"]["name"].as_str().unwrap_or_default();
        environment.is_none_or(|wanted| if exact { name == wanted } else { name.contains(wanted) })
    });
    page_of(request, ctx, "Getting VMs successful", "instances", shown.collect())
}

pub(super) fn get(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let row = find(request, ctx, "VM {} does not exists.")?;
    let mut shown = show::machine(row, ctx, form);
    shown["excluded_billing"] = json!(false);
    Ok(envelope(200, true, "Getting VM detail successful", "instance", shown))
}

pub(super) fn delete(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let row = find(request, ctx, "VM {} does not exists.")?;
    busy(row, ctx)?;
    let (id, name) = (row.id.clone(), row.name.clone());
    if row.life.phase(ctx.now) == Phase::Deleting {
        return Err(error(409, format!("VM {id} is being deleted"), None));
    }
    let (now, delay) = (ctx.now, ctx.delay());
    if let Some(row) = ctx.state.machines.get_listed_mut(&id, now) {
        row.life.delete(now, delay);
    }
    Ok(Reply::json(200, json!({ "status": true, "message": format!("VM {name} is being deleted.") })))
}

pub(super) fn events(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let row = find(request, ctx, "VM {} does not exists.")?;
    let event = |reason: &str, time: Timestamp, message: &str| {
        json!({
            "instance_id": show::number(&row.id), "user_id": 7730, "org_id": 5586, "time": form.time(time),
            "type": "normal", "reason": reason, "object": row.name, "message": message,
        })
    };
    let mut events = vec![event("InstanceCreateRequest", row.life.created_at, "Machine creation requested.")];
    if let Some(deleted) = row.life.deleted_at.filter(|deleted| *deleted <= ctx.now) {
        events.push(event("InstanceDeleteRequest", deleted, "Machine deletion requested."));
    }
    Ok(envelope(200, true, "Getting VM events successful", "instance_events", json!(events)))
}

pub(super) fn switch(request: &Request, ctx: &mut Context<'_>, on: bool) -> ReplyResult {
    let row = find(request, ctx, "VM {} does not exists.")?;
    busy(row, ctx)?;
    let (id, name, status) = (row.id.clone(), row.name.clone(), status(row, ctx));
    let (word, fits) = if on { ("start", status == "SHUTOFF") } else { ("stop", matches!(status, "ACTIVE" | "ERROR")) };
    if !fits {
        return Err(error(400, format!("Unable to {word} VM {id} in the state {status}"), Some("bad_request")));
    }
    let (now, done) = (ctx.now, later(ctx.now, ctx.delay()));
    if let Some(row) = ctx.state.machines.get_listed_mut(&id, now) {
        row.extra.insert("power".to_owned(), json!(if on { "on" } else { "off" }));
        row.extra.insert("power_at".to_owned(), json!(now));
        row.extra.insert("power_done".to_owned(), json!(done));
    }
    let message = format!("VM {name} is scheduled to {word}.");
    Ok(Reply::json(200, json!({ "status": true, "message": message })))
}

/// The machine named in the path. The wording of the error differs between operations.
pub(super) fn find<'a>(request: &Request, ctx: &'a Context<'_>, refusal: &str) -> Result<&'a Machine, Reply> {
    let id = request.param("vm_id");
    let found = ctx.state.machines.get_listed(id, ctx.now);
    found.ok_or_else(|| error(404, refusal.replace("{}", id), Some("not_found")))
}

/// Creates a machine from a snapshot.
pub(super) fn restore(body: &Value, snapshot: &SnapshotRow, ctx: &mut Context<'_>, form: Form) -> ReplyResult {
    let name = body["new_vm_name"].as_str().unwrap_or_default().to_owned();
    if ctx.state.machines.listed(ctx.now).any(|row| row.name == name) {
        return Err(error(409, format!("A VM by the name {name} exists."), Some("already_exist")));
    }
    let contract = body.get("contract_id").and_then(Value::as_i64);
    let mut life = ctx.begin();
    if ctx.fault("fail").is_some() {
        life.failure = Some("the machine could not be built".to_owned());
    }
    if let Some(seconds) = ctx.fault("late-row") {
        life.listed_at = later(ctx.now, jiff::SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    let mut row = Machine::new(ctx.next_id(), name, life);
    row.region.clone_from(&snapshot.region);
    row.created_from = Some(snapshot.id.clone());
    if contract == Some(CONTRACT) {
        row.extra.insert("contract_id".to_owned(), json!(CONTRACT));
    }
    let shown = show::machine(&row, ctx, form);
    ctx.state.machines.push(row);
    let mut reply = json!({ "status": true, "message": "VM is scheduled for creation." });
    if let Some(unknown) = contract.filter(|id| *id != CONTRACT) {
        reply["errors"] = json!({ "contract": format!("Contract with ID: {unknown} not found.") });
    }
    match (ctx.fault("no-id"), form.spec) {
        (Some(_), _) => {}
        (None, true) => reply["instance"] = shown,
        (None, false) => reply["instances"] = json!([shown]),
    }
    Ok(Reply::json(200, reply))
}
