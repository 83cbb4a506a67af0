//! The life of a volume: creating it (also from a snapshot), attaching and detaching it, and deleting it.

use serde_json::{Map, Value, json};

use super::platforms::Platform;
use super::session::require;
use super::volume_snapshots::snapshot_ref;
use super::volumes::{EMS, SNAPSHOTS, VOLUME, VOLUMES, VolumeRow, act_on_backups, done, find, keep, rows};
use super::{Refused, ReplyResult, error, no_record, record_id, request_body, tasks};
use crate::sandbox::context::Context;
use crate::sandbox::store::{Row, Rows};
use crate::sandbox::wire::{Reply, Request};

/// The message of providers that do not support the operation.
const NOT_OFFERED: &str = "Feature not available/supported";

/// The only provider with volumes in the sandbox.
fn provider(id: &str) -> Result<(), Refused> {
    if id == EMS { Ok(()) } else { Err(no_record("ExtManagementSystem", id)) }
}

/// The metadata of the model, and the form of the requested provider.
pub(super) fn describe(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let mut data = json!({});
    if let Some(id) = request.query("ems_id") {
        record_id(id, "ExtManagementSystem")?;
        provider(id)?;
        if ctx.fault("busy").is_some() {
            return Err(error(400, NOT_OFFERED));
        }
        data = json!({ "form_schema": { "fields": form() } });
    }
    let mut attributes: Vec<&str> = VOLUME.columns.iter().chain(VOLUME.hidden).copied().collect();
    attributes.sort_unstable();
    Ok(Reply::json(
        200,
        json!({
            "attributes": attributes,
            "virtual_attributes": ["href_slug"],
            "relationships": VOLUME.relations,
            "subcollections": ["cloud_volume_snapshots", "tags"],
            "data": data,
        }),
    ))
}

/// OpenStack's form. It has no field for a snapshot, although one is accepted.
fn form() -> Value {
    json!([
        { "component": "text-field", "name": "size", "id": "size", "label": "Size (in bytes)", "type": "number",
          "isRequired": true, "validate": [{ "type": "required" }] },
        { "component": "select", "name": "cloud_tenant_id", "id": "cloud_tenant_id", "label": "Cloud Tenant",
          "isRequired": true, "validate": [{ "type": "required" }],
          "options": [{ "label": "sandbox", "value": "1000000000041" }] },
    ])
}

/// A new volume. Its record appears with the next inventory refresh, when all the work is done.
pub(super) fn create(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = request_body(request)?;
    require(request, ctx, &["cloud_volume_new"], "create")?;
    let fields: Map<String, Value> = match body.get("resource").and_then(Value::as_object) {
        Some(resource) => resource.clone(),
        None => body,
    };
    let text =
        |name: &str| fields.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    if fields.contains_key("id") || fields.contains_key("href") {
        return Err(error(400, "Resource id or href should not be specified for creating a new cloud_volumes"));
    }
    let Some(ems) = text("ems_id") else {
        let result = json!({ "success": false, "message": "Must specify a Provider" });
        return Ok(Reply::json(400, json!({ "results": [result] })));
    };
    provider(&ems)?;
    if ctx.fault("busy").is_some() {
        return Err(error(400, format!("Create for Cloud Volumes: {NOT_OFFERED}")));
    }
    let name = text("name").unwrap_or_default();
    let task = tasks::queue(ctx, &format!("Creating Cloud Volume {name} for Provider sandbox Cinder Manager"));
    // The outcome in Cinder is reported only by the task.
    let wanted = text("snapshot_id");
    let base = wanted.as_ref().and_then(|wanted| {
        rows(ctx, SNAPSHOTS).listed(ctx.now).find(|row| snapshot_ref(&row.id) == *wanted).map(|row| row.id.clone())
    });
    if fields.get("size").and_then(serde_json::Value::as_i64).is_none_or(|size| size <= 0) {
        tasks::fail(ctx, &task, "size is required for this operation");
    } else if let Some(wanted) = wanted.filter(|_| base.is_none()) {
        tasks::fail(ctx, &task, &format!("Snapshot {wanted} could not be found."));
    } else if !tasks::fails(ctx, &task) {
        let mut created = VolumeRow::new(ctx.next_id(), name.clone(), ctx.begin());
        created.life.listed_at = created.life.ready_at;
        let mut volumes = rows(ctx, VOLUMES);
        volumes.push(VolumeRow { description: text("description"), base, ..created });
        keep(ctx, VOLUMES, &volumes);
    }
    let message = format!("Creating Cloud Volume {name} for Provider sandbox Cinder Manager");
    // The href has no ID at the end because the record does not exist yet.
    let href = format!("{}/cloud_volumes/", request.base_url);
    Ok(Reply::json(200, json!({ "results": [done((message, task), request, Some(href))] })))
}

/// Attach, detach or delete by action.
pub(super) fn act(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = &request_body(request)?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("edit");
    if !matches!(action, "attach" | "detach" | "delete") {
        return act_on_backups(action, body, request, ctx);
    }
    let feature = format!("cloud_volume_{action}");
    require(request, ctx, &[&feature], action)?;
    if action == "delete" {
        let row = find(request, ctx)?;
        return Ok(Reply::json(200, delete(row, request, ctx)));
    }
    // All failures here are reported in the same way.
    let outcome = move_volume(action, body, request, ctx).unwrap_or_else(|why| {
        let href = format!("{}/cloud_volumes/{}", request.base_url, request.param("volume_id"));
        json!({ "success": false, "message": why, "href": href })
    });
    let status = if outcome["success"] == true { 200 } else { 400 };
    Ok(Reply::json(status, outcome))
}

/// Attaches the volume to a machine in the same cloud, or detaches it.
fn move_volume(
    action: &str,
    body: &Map<String, Value>,
    request: &Request,
    ctx: &mut Context<'_>,
) -> Result<Value, String> {
    let id = request.param("volume_id");
    let row = find(request, ctx).map_err(|_| format!("Couldn't find CloudVolume with 'id'={id}"))?;
    let (wanted, says) = match action {
        "attach" => (false, "Attaching Resource to"),
        _ => (true, "Detaching Resource from"),
    };
    if row.machine.is_some() != wanted {
        let (is, should) = if wanted { ("available", "in-use") } else { ("in-use", "available") };
        return Err(format!("the volume status is '{is}' but should be '{should}'"));
    }
    let fields = body.get("resource").and_then(Value::as_object).unwrap_or(body);
    let vm = fields.get("vm_id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    let vm = vm.filter(|vm| !vm.is_empty()).ok_or("Must specify a vm_id")?;
    let machine = ctx.state.machines.get_listed(&vm, ctx.now).filter(|it| Platform::of(it) == Platform::Openstack);
    let machine = machine.map(|it| it.id.clone()).ok_or_else(|| format!("Couldn't find Vm with 'id'={vm}"))?;
    if wanted && row.machine.as_ref() != Some(&machine) {
        return Err(format!("the volume is not attached to {machine}"));
    }
    let message = format!("{says} Cloud Volume id: {id} name: '{}'", row.name);
    let task = tasks::queue(ctx, &message);
    if !tasks::fails(ctx, &task) {
        let mut volumes = rows(ctx, VOLUMES);
        if let Some(row) = volumes.get_listed_mut(id, ctx.now) {
            row.machine = (!wanted).then_some(machine);
        }
        keep(ctx, VOLUMES, &volumes);
    }
    let href = format!("{}/cloud_volumes/{id}", request.base_url);
    Ok(done((message, task), request, Some(href)))
}

/// Queued without a check: only the task reports that the volume is still attached.
fn delete(row: VolumeRow, request: &Request, ctx: &mut Context<'_>) -> Value {
    let message = format!("Deleting Cloud Volume id: {} name: '{}'", row.id, row.name);
    let task = tasks::queue(ctx, &message);
    if row.machine.is_some() {
        tasks::fail(ctx, &task, "cannot delete volume that is in use.");
    } else if !tasks::fails(ctx, &task) {
        let (now, delay) = (ctx.now, ctx.delay());
        let mut volumes = rows(ctx, VOLUMES);
        if let Some(row) = volumes.get_listed_mut(&row.id, now) {
            row.life.delete(now, delay);
        }
        keep(ctx, VOLUMES, &volumes);
    }
    let href = format!("{}/cloud_volumes/{}", request.base_url, row.id);
    done((message, task), request, Some(href))
}

/// The DELETE method does not report the outcome.
pub(super) fn remove(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    require(request, ctx, &["cloud_volume_delete"], "delete")?;
    if record_id(request.param("volume_id"), "CloudVolume").is_err() {
        return Err(no_record("CloudVolume", "0"));
    }
    let row = find(request, ctx)?;
    delete(row, request, ctx);
    Ok(Reply::empty(204))
}
