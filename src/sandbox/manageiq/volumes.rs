//! Cloud volumes, their snapshots and their backups, as on OpenStack.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::platforms::Platform;
use super::query::Collection;
use super::record::{Model, Record, Shape};
use super::session::require;
use super::{Refused, ReplyResult, error, link, no_record, record_id, reference, request_body, tasks, time};
use crate::sandbox::context::Context;
use crate::sandbox::store::{BackupRow, Life, Row, Rows};
use crate::sandbox::wire::{Reply, Request};

const CLASS: &str = "ManageIQ::Providers::Openstack::StorageManager::CinderManager";
pub(super) const EMS: &str = "1000000000006";

pub(super) const VOLUME: Model = Model {
    class: "CloudVolume",
    columns: &[
        "id",
        "type",
        "ems_ref",
        "size",
        "ems_id",
        "availability_zone_id",
        "cloud_volume_snapshot_id",
        "name",
        "status",
        "description",
        "volume_type",
        "bootable",
        "creation_time",
        "cloud_tenant_id",
        "encrypted",
        "multi_attachment",
    ],
    hidden: &["iops", "storage_resource_id", "storage_service_id", "health_state"],
    virtuals: &[],
    relations: &["cloud_volume_backups", "cloud_volume_snapshots"],
};

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

/// A volume or volume snapshot: the store has no separate table for them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct VolumeRow {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    /// The volume a snapshot was taken of.
    #[serde(default)]
    pub volume: Option<String>,
    /// The snapshot a volume was created from.
    #[serde(default)]
    pub base: Option<String>,
    /// The machine a volume is attached to.
    #[serde(default)]
    pub machine: Option<String>,
    pub life: Life,
}

impl Row for VolumeRow {
    fn new(id: String, name: String, life: Life) -> Self {
        Self { id, name, description: None, volume: None, base: None, machine: None, life }
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn life(&self) -> &Life {
        &self.life
    }
}

pub(super) const VOLUMES: &str = "volumes";
pub(super) const SNAPSHOTS: &str = "volume_snapshots";

pub(super) fn rows(ctx: &Context<'_>, state: &str) -> Vec<VolumeRow> {
    let kept = ctx.state.extra.get(state).cloned().unwrap_or_default();
    serde_json::from_value(kept).unwrap_or_default()
}

pub(super) fn keep(ctx: &mut Context<'_>, state: &str, rows: &[VolumeRow]) {
    ctx.state.extra.insert(state.to_owned(), json!(rows));
}

pub(super) fn seed(ctx: &mut Context<'_>) {
    let volume = |ctx: &mut Context<'_>, name: &str| {
        let life = ctx.ready_since(SignedDuration::from_hours(2000), SignedDuration::from_secs(20));
        VolumeRow::new(ctx.next_id(), name.to_owned(), life)
    };
    let mut volumes = [volume(ctx, "db-data"), volume(ctx, "logs")];
    let cloud = ctx.state.machines.iter().find(|machine| Platform::of(machine) == Platform::Openstack);
    let cloud = cloud.map(|machine| machine.id.clone());
    volumes.iter_mut().for_each(|volume| volume.machine.clone_from(&cloud));
    let life = ctx.ready_since(SignedDuration::from_hours(90), SignedDuration::from_secs(20));
    let snapshot = VolumeRow {
        volume: Some(volumes[0].id.clone()),
        ..VolumeRow::new(ctx.next_id(), "db-data-before-resize".to_owned(), life)
    };
    let life = ctx.ready_since(SignedDuration::from_hours(50), SignedDuration::from_mins(9));
    let backup = BackupRow::new(ctx.next_id(), "db-data-weekly".to_owned(), life);
    ctx.state.backups.push(BackupRow { machine: volumes[0].id.clone(), size: Some(21_474_836_480), ..backup });
    keep(ctx, VOLUMES, &volumes);
    keep(ctx, SNAPSHOTS, &[snapshot]);
}

/// The status reported by the underlying provider.
fn status(life: &Life, ctx: &Context<'_>) -> &'static str {
    if ctx.now < life.ready_at { "creating" } else { "available" }
}

/// Cinder's ID of a snapshot.
pub(super) fn snapshot_ref(id: &str) -> String {
    format!("0e6f3d57-22cb-4c1f-8b55-{:0>12}", &id[id.len().saturating_sub(12)..])
}

// ---- volumes and backups ----

pub(super) fn find(request: &Request, ctx: &Context<'_>) -> Result<VolumeRow, Refused> {
    let id = request.param("volume_id");
    record_id(id, "CloudVolume")?;
    rows(ctx, VOLUMES).get_listed(id, ctx.now).cloned().ok_or_else(|| no_record("CloudVolume", id))
}

fn volume(row: &VolumeRow, request: &Request, ctx: &Context<'_>) -> Record {
    let href = format!("{}/cloud_volumes/{}", request.base_url, row.id);
    let mut record = Record::new(
        href.clone(),
        json!({
            "id": row.id,
            "type": format!("{CLASS}::CloudVolume"),
            "ems_ref": format!("c2a9f9a4-0b7f-4a3e-a7bb-{:0>12}", &row.id[row.id.len().saturating_sub(12)..]),
            "size": 107_374_182_400_i64,
            "ems_id": EMS,
            "availability_zone_id": null,
            "cloud_volume_snapshot_id": row.base,
            "name": row.name,
            "status": if row.machine.is_some() { "in-use" } else { status(&row.life, ctx) },
            "description": row.description,
            "volume_type": "ssd",
            "bootable": false,
            "creation_time": time(row.life.created_at),
            "cloud_tenant_id": null,
            "encrypted": null,
            "multi_attachment": false,
        }),
    );
    let backups = ctx.state.backups.listed(ctx.now).filter(|backup| backup.machine == row.id);
    let backups = backups.map(|backup| {
        json!({
            "id": backup.id,
            "ems_id": EMS,
            "type": format!("{CLASS}::CloudVolumeBackup"),
            "name": backup.name,
            "description": null,
            "ems_ref": format!("7f0a41de-95d3-43f0-b0a7-{:0>12}", &backup.id[backup.id.len().saturating_sub(12)..]),
            "status": status(&backup.life, ctx),
            // A bug in the real server: always null for OpenStack.
            "creation_time": null,
            "size": backup.size,
            "object_count": 410,
            "is_incremental": false,
            "has_dependent_backups": false,
            "cloud_volume_id": row.id,
            "availability_zone_id": null,
        })
    });
    record.relations.insert("cloud_volume_backups".to_owned(), backups.collect());
    record.actions =
        ["create_backup", "restore_backup", "attach", "detach", "delete"].map(|action| link(action, &href)).to_vec();
    record
}

pub(super) fn list(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    require(request, ctx, &["cloud_volume_show_list"], "read")?;
    let rows = rows(ctx, VOLUMES);
    let records: Vec<Record> = rows.listed(ctx.now).map(|row| volume(row, request, ctx)).collect();
    let total = records.len();
    Collection { name: "cloud_volumes", model: &VOLUME, records, total, actions: Vec::new() }.page(request, ctx)
}

pub(super) fn get(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    require(request, ctx, &["cloud_volume_show"], "read")?;
    let row = find(request, ctx)?;
    Ok(Reply::json(200, volume(&row, request, ctx).shaped(&Shape::read(request, &VOLUME)?)))
}

/// The backup options are under `resources`, which makes this a bulk request: the response is always 200.
pub(super) fn act_on_backups(
    action: &str,
    body: &Map<String, Value>,
    request: &Request,
    ctx: &mut Context<'_>,
) -> ReplyResult {
    let features: &[&str] = match action {
        "create_backup" => &["cloud_volume_backup_create"],
        "restore_backup" => &["cloud_volume_backup_restore"],
        _ => {
            let why = format!("Unsupported Action {action} for the cloud_volumes resource specified");
            return Err(error(400, why));
        }
    };
    require(request, ctx, features, action)?;
    let row = find(request, ctx)?;
    let options = body.get("resources").and_then(Value::as_object).cloned().unwrap_or_default();
    let ident = format!("Cloud Volume id: {} name: '{}'", row.id, row.name);
    let href = format!("{}/cloud_volumes/{}", request.base_url, row.id);
    let refused = |why: &str| Ok(Reply::json(200, json!({ "success": false, "message": why, "href": href })));
    if ctx.fault("busy").is_some() {
        return refused("Backup Create for Cloud Volumes: Feature not available/supported");
    }
    let message = if action == "create_backup" {
        let message = format!("Creating backup {ident}");
        let task = tasks::queue(ctx, &message);
        if !tasks::fails(ctx, &task) {
            let name = options.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            let backup = BackupRow::new(ctx.next_id(), name, ctx.begin());
            ctx.state.backups.push(BackupRow { machine: row.id.clone(), size: Some(21_474_836_480), ..backup });
        }
        (message, task)
    } else {
        let wanted = options.get("backup_id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        let backup = wanted.and_then(|id| ctx.state.backups.get_listed(&id, ctx.now).cloned());
        if backup.is_none_or(|backup| backup.machine != row.id) {
            return refused("undefined method `raw_restore' for nil");
        }
        let message = format!("Restoring backup for {ident}");
        let task = tasks::queue(ctx, &message);
        tasks::fails(ctx, &task);
        (message, task)
    };
    Ok(Reply::json(200, done(message, request, Some(href))))
}

pub(super) fn done((message, task): (String, String), request: &Request, href: Option<String>) -> Value {
    let mut result = json!({
        "success": true,
        "message": message,
        "task_id": task,
        "task_href": format!("{}/tasks/{task}", request.base_url),
    });
    if let Some(href) = href {
        result["href"] = href.into();
    }
    result
}

// ---- snapshots of volumes ----

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
pub(super) fn list_snapshots(request: &Request, ctx: &Context<'_>, of_volume: bool) -> ReplyResult {
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

pub(super) fn get_snapshot(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    require(request, ctx, &VIEW, "read")?;
    let id = request.param("volume_snapshot_id");
    record_id(id, "CloudVolumeSnapshot")?;
    let rows = rows(ctx, SNAPSHOTS);
    let row = rows.get_listed(id, ctx.now).ok_or_else(|| no_record("CloudVolumeSnapshot", id))?;
    let record = snapshot(row, format!("{}{}", request.base_url, request.path), ctx);
    Ok(Reply::json(200, record.shaped(&Shape::read(request, &SNAPSHOT)?)))
}

pub(super) fn create_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
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

pub(super) fn act_on_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
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
pub(super) fn remove_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    require(request, ctx, &DELETE, "delete")?;
    let id = request.param("volume_snapshot_id").to_owned();
    if record_id(&id, "CloudVolumeSnapshot").is_err() {
        return Err(no_record("CloudVolumeSnapshot", "0"));
    }
    delete(&id, request, ctx)?;
    Ok(Reply::empty(204))
}
