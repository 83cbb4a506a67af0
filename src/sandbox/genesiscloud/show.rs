//! The representation of Genesis Cloud's objects.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::sandbox::store::{Life, Machine, Phase, SnapshotRow};

/// A time with milliseconds and `Z`.
fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// When a row last changed.
fn updated(life: &Life, renames: impl Iterator<Item = Timestamp>, now: Timestamp) -> String {
    let steps = [Some(life.ready_at), life.deleted_at].into_iter().flatten().chain(renames);
    time(steps.filter(|step| *step <= now).max().unwrap_or(life.created_at))
}

/// A snapshot, with the fields of the latest clients or of the vendor's documentation. An import has no size at first,
/// and the two forms differ in how they show that it has no source.
pub(super) fn snapshot_body(row: &SnapshotRow, now: Timestamp) -> Value {
    let phase = row.life.phase(now);
    let older = row.extra.contains_key("older");
    let imported = row.machine.is_none() && row.copy_of.is_none();
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| {
        body.insert(name.to_owned(), value);
    };
    put("id", json!(row.id));
    put("name", json!(row.name_at(now)));
    if !(imported && phase == Phase::Creating) {
        put("size", json!(row.size));
    }
    if !older {
        put("os_type", row.extra.get("os_type").cloned().unwrap_or_else(|| json!("linux")));
    }
    put("region", json!(row.region));
    put("status", json!(snapshot_status(&row.life, phase, now)));
    if older || imported {
        put("resource_id", json!(row.machine.as_deref().unwrap_or_default()));
    } else {
        row.machine.iter().for_each(|id| put("source_instance_id", json!(id)));
        row.copy_of.iter().for_each(|id| put("source_snapshot_id", json!(id)));
    }
    put("created_at", json!(time(row.life.created_at)));
    if !older {
        let renames = row.former_names.iter().map(|former| former.until);
        put("updated_at", json!(updated(&row.life, renames, now)));
    }
    Value::Object(body)
}

fn snapshot_status(life: &Life, phase: Phase, now: Timestamp) -> &'static str {
    match phase {
        Phase::Unlisted | Phase::Creating => "creating",
        Phase::Ready => "created",
        Phase::Failed => "error",
        Phase::Gone => "deleting",
        Phase::Deleting => match (life.deleted_at, life.gone_at) {
            (Some(from), Some(to)) if now.duration_since(from) < to.duration_since(now) => "pending_delete",
            _ => "deleting",
        },
    }
}

/// An instance, with the fields of the latest clients.
pub(super) fn instance_body(row: &Machine, now: Timestamp) -> Value {
    let phase = row.life.phase(now);
    let up = phase == Phase::Ready;
    let status = match phase {
        Phase::Unlisted | Phase::Creating => "creating",
        Phase::Ready => "active",
        Phase::Failed => "error",
        Phase::Deleting | Phase::Gone => "deleting",
    };
    let mut body = json!({
        "id": row.id,
        "name": row.name,
        "dns_name": format!("{}.example.net", row.name),
        "region": row.region,
        "floating_ip": null,
        "reservation_id": null,
        "public_ip": up.then_some("203.0.113.25"),
        "private_ip": up.then_some("192.168.10.7"),
        "status": status,
        "created_at": time(row.life.created_at),
        "updated_at": updated(&row.life, std::iter::empty(), now),
    });
    if let Some(body) = body.as_object_mut() {
        body.extend(row.extra.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    body
}
