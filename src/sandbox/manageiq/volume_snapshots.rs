//! Snapshots of cloud volumes, as on OpenStack.

use serde_json::{Map, Value, json};

use super::query::Collection;
use super::record::{Model, Record, Shape};
use super::session::require;
use super::volumes::{CLASS, EMS, SNAPSHOTS, VolumeRow, done, find, keep, rows, status};
use super::{Refused, ReplyResult, error, link, no_record, record_id, reference, request_body, tasks, time};
use crate::sandbox::context::Context;
use crate::sandbox::store::{Row, Rows};
use crate::sandbox::wire::{Reply, Request};

const SNAPSHOT: Model = Model {
    class: "CloudVolumeSnapshot",
    columns: &[
        "id",
        "type",
        "ems_ref",
        "ems_id",
        "cloud_volume_id",
        "name",
        "description",
        "status",
        "creation_time",
        "size",
        "cloud_tenant_id",
        "encrypted",
    ],
    hidden: &[],
    virtuals: &[],
    relations: &[],
};

const VIEW: [&str; 1] = ["cloud_volume_snapshot_view"];
const CREATE: [&str; 1] = ["cloud_volume_snapshot_create"];
const DELETE: [&str; 1] = ["cloud_volume_snapshot_delete"];

/// Cinder's ID of a snapshot.
pub(super) fn snapshot_ref(id: &str) -> String {
    format!("0e6f3d57-22cb-4c1f-8b55-{:0>12}", &id[id.len().saturating_sub(12)..])
}

fn snapshot(row: &VolumeRow, href: String, ctx: &Context<'_>) -> Record {
    let mut record = Record::new(
        href,
        json!({
            "id": row.id,
            "type": format!("{CLASS}::CloudVolumeSnapshot"),
            "ems_ref": snapshot_ref(&row.id),
            "ems_id": EMS,
            "cloud_volume_id": row.volume,
            "name": row.name,
            "description": row.description,
            "status": status(&row.life, ctx),
            "creation_time": time(row.life.created_at),
            "size": 107_374_182_400_i64,
            "cloud_tenant_id": null,
            "encrypted": null,
        }),
    );
    record.actions = vec![link("delete", &record.href)];
    record
}

/// The snapshots of all volumes, or of the volume in the path.
pub(super) fn list(request: &Request, ctx: &Context<'_>, of_volume: bool) -> ReplyResult {
    require(request, ctx, &VIEW, "read")?;
    let volume = if of_volume { Some(find(request, ctx)?.id) } else { None };
    let rows = rows(ctx, SNAPSHOTS);
    let total = rows.listed(ctx.now).count();
    let found = rows.listed(ctx.now).filter(|row| volume.is_none() || row.volume == volume);
    let here = format!("{}{}", request.base_url, request.path);
    let records = found.map(|row| snapshot(row, format!("{here}/{}", row.id), ctx)).collect();
    let name = "cloud_volume_snapshots";
    Collection { name, model: &SNAPSHOT, records, total, actions: Vec::new() }.page(request, ctx)
}

pub(super) fn get(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    require(request, ctx, &VIEW, "read")?;
    let id = request.param("volume_snapshot_id");
    record_id(id, "CloudVolumeSnapshot")?;
    let rows = rows(ctx, SNAPSHOTS);
    let row = rows.get_listed(id, ctx.now).ok_or_else(|| no_record("CloudVolumeSnapshot", id))?;
    let record = snapshot(row, format!("{}{}", request.base_url, request.path), ctx);
    Ok(Reply::json(200, record.shaped(&Shape::read(request, &SNAPSHOT)?)))
}

pub(super) fn create(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = request_body(request)?;
    require(request, ctx, &CREATE, "create")?;
    let row = find(request, ctx)?;
    let fields: Map<String, Value> = match body.get("resource").and_then(Value::as_object) {
        Some(resource) => resource.clone(),
        None => body,
    };
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let Some(name) = text("name") else {
        return Err(error(400, "No cloud_volume_snapshots resources were specified for the create action"));
    };
    if ctx.fault("busy").is_some() {
        return Err(error(400, "Create for Cloud Volume Snapshots: Feature not available/supported"));
    }
    let message = format!("Creating cloud volume snapshot {name} for Cloud Volume id: {} name: '{}'", row.id, row.name);
    let task = tasks::queue(ctx, &message);
    if !tasks::fails(ctx, &task) {
        let created = VolumeRow::new(ctx.next_id(), name, ctx.begin());
        let mut rows = rows(ctx, SNAPSHOTS);
        rows.push(VolumeRow { volume: Some(row.id), description: text("description"), ..created });
        keep(ctx, SNAPSHOTS, &rows);
    }
    // The href has no ID at the end because the record does not exist yet.
    let href = format!("{}/cloud_volume_snapshots/", request.base_url);
    Ok(Reply::json(200, json!({ "results": [done((message, task), request, Some(href))] })))
}

fn delete(id: &str, request: &Request, ctx: &mut Context<'_>) -> Result<Value, Refused> {
    record_id(id, "CloudVolumeSnapshot")?;
    let mut rows = rows(ctx, SNAPSHOTS);
    let (now, delay) = (ctx.now, ctx.delay());
    let row = rows.get_listed_mut(id, now).ok_or_else(|| no_record("CloudVolumeSnapshot", id))?;
    let href = format!("{}/cloud_volume_snapshots/{id}", request.base_url);
    if ctx.fault("busy").is_some() {
        let why = "Delete for Cloud Volume Snapshots: Feature not available/supported";
        return Ok(json!({ "success": false, "message": why, "href": href }));
    }
    let message = format!("Deleting Cloud Volume Snapshot id: {id} name: '{}'", row.name);
    let task = tasks::queue(ctx, &message);
    if !tasks::fails(ctx, &task) {
        row.life.delete(now, delay);
        keep(ctx, SNAPSHOTS, &rows);
    }
    Ok(done((message, task), request, Some(href)))
}

pub(super) fn act(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = request_body(request)?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("edit");
    if action != "delete" {
        let why = format!("Unsupported Action {action} for the cloud_volume_snapshots resource specified");
        return Err(error(400, why));
    }
    require(request, ctx, &DELETE, "delete")?;
    let outcome = delete(request.param("volume_snapshot_id"), request, ctx)?;
    let status = if outcome["success"] == true { 200 } else { 400 };
    Ok(Reply::json(status, outcome))
}

pub(super) fn delete_several(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = request_body(request)?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("create");
    if action != "delete" {
        let why = format!("Unsupported Action {action} for the cloud_volume_snapshots collection specified");
        return Err(error(400, why));
    }
    require(request, ctx, &DELETE, "delete")?;
    let entries = body.get("resources").and_then(Value::as_array).filter(|entries| !entries.is_empty());
    let none = || error(400, "No cloud_volume_snapshots resources were specified for the delete action");
    let mut results = Vec::new();
    for entry in entries.ok_or_else(none)?.clone() {
        let id = reference(&entry).unwrap_or_else(|| "nil".to_owned());
        results.push(delete(&id, request, ctx)?);
    }
    Ok(Reply::json(200, json!({ "results": results })))
}

/// The DELETE method discards a refusal.
pub(super) fn remove(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    require(request, ctx, &DELETE, "delete")?;
    let id = request.param("volume_snapshot_id").to_owned();
    if record_id(&id, "CloudVolumeSnapshot").is_err() {
        return Err(no_record("CloudVolumeSnapshot", "0"));
    }
    delete(&id, request, ctx)?;
    Ok(Reply::empty(204))
}
