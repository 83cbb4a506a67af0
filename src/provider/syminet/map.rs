//! Rows of the wire as portable objects.

use serde_json::Value;

use super::PROVIDER;
use crate::error::Error;
use crate::generated::syminet::types;
use crate::model::{
    Backup, BackupId, Resource, Size, Snapshot, SnapshotId, SnapshotStatus, VmId, VmSummary, raw_of, read_time,
};
use crate::provider::decode_id;

/// A flag of unknown type: null, false, 0 and their texts mean no.
fn is_set(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(flag)) => *flag,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !matches!(text.trim().to_ascii_lowercase().as_str(), "" | "0" | "false" | "no"),
        Some(_) => true,
    }
}

/// Finished snapshots show how long they took. One that shows neither that nor progress is not taken for finished.
pub(super) fn status_of(row: &types::Snapshot) -> SnapshotStatus {
    if is_set(row.in_progress.as_ref()) {
        SnapshotStatus::Creating
    } else if row.duration.as_deref().is_some_and(|duration| !duration.is_empty()) {
        SnapshotStatus::Ready
    } else if is_set(row.progress.as_ref()) {
        SnapshotStatus::Creating
    } else {
        SnapshotStatus::Unknown
    }
}

/// The progress as a fraction, where it reads like a percentage.
pub(super) fn progress_of(row: &types::Snapshot) -> Option<f32> {
    let percent = match row.progress.as_ref()? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().trim_end_matches('%').parse().ok()?,
        _ => return None,
    };
    (0.0..=100.0).contains(&percent).then_some((percent / 100.0) as f32)
}

fn id_of(number: i64) -> Result<SnapshotId, Error> {
    decode_id(SnapshotId::new(number.to_string()))
}

/// The form of the provider's errors is not documented: what is known is that it speaks JSON. So no 404 proves anything here; it is the
/// list that is asked.
pub(crate) fn is_absence(body: &Value) -> bool {
    ["error", "message"].iter().any(|name| body.get(name).is_some_and(Value::is_string))
}

pub(super) fn snapshot_of_row(row: &types::Snapshot) -> Result<Resource, Error> {
    Ok(Resource::Snapshot(Box::new(snapshot_of(row)?)))
}

pub(super) fn snapshot_of(row: &types::Snapshot) -> Result<Snapshot, Error> {
    let mut snapshot = Snapshot::new(PROVIDER, id_of(row.id)?).created(Some(&row.created));
    snapshot.name = Some(row.name.clone());
    snapshot.status = status_of(row);
    snapshot.vm.id = row.vm_id.map(|id| decode_id(VmId::new(id.to_string()))).transpose()?;
    snapshot.vm.name = row.vmname.clone();
    // The unit is not documented.
    snapshot.size = row.snapshot_size.map(|size| Size::whole(size, None));
    snapshot.region = row.region.clone();
    snapshot.raw = raw_of(row);
    Ok(snapshot)
}

pub(super) fn snapshot_of_slice(row: &types::SliceSnapshot, vm: &VmId) -> Result<Snapshot, Error> {
    let mut snapshot = Snapshot::new(PROVIDER, id_of(row.id)?).created(Some(&row.created));
    snapshot.name = Some(row.name.clone());
    let finished = row.duration.as_deref().is_some_and(|duration| !duration.is_empty());
    snapshot.status = if finished { SnapshotStatus::Ready } else { SnapshotStatus::Unknown };
    snapshot.vm.id = Some(vm.clone());
    // `backup_full_size` is not the `snapshot_size` of the account's list, and one snapshot has one size.
    snapshot.raw = raw_of(row);
    Ok(snapshot)
}

pub(super) fn backup_of(row: &types::Backup, vm: &VmId) -> Result<Backup, Error> {
    let created_at = read_time(&row.created);
    Ok(Backup {
        id: decode_id(BackupId::new(row.backup_id.to_string()))?,
        name: Some(row.name.clone()),
        created_at_text: created_at.is_none().then(|| row.created.clone()),
        created_at,
        size: row.backup_full_size.map(|size| Size::whole(size, None)),
        vm: VmSummary { id: Some(vm.clone()), name: None },
        provider: PROVIDER,
        raw: raw_of(row),
    })
}
