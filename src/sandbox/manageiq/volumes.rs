//! Cloud volumes and their backups, as on OpenStack.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::platforms::Platform;
use super::query::Collection;
use super::record::{Model, Record, Shape};
use super::session::require;
use super::{Refused, ReplyResult, error, link, no_record, record_id, tasks, time};
use crate::sandbox::context::Context;
use crate::sandbox::store::{BackupRow, Life, Row, Rows};
use crate::sandbox::wire::{Reply, Request};

pub(super) const CLASS: &str = "ManageIQ::Providers::Openstack::StorageManager::CinderManager";
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
pub(super) fn status(life: &Life, ctx: &Context<'_>) -> &'static str {
    if ctx.now < life.ready_at { "creating" } else { "available" }
}

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
