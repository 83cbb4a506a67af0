//! Converts rows to portable objects.

use serde_json::Value;

use super::rows;
use crate::error::Error;
use crate::model::{Backup, BackupId, Size, Snapshot, SnapshotId, SnapshotStatus, VmId, VmSummary, read_time};
use crate::provider::kit::{Kept, decode_id};
use crate::spec::Provider;

/// A flag of unknown type: null, false, 0 and their textual forms mean no.
fn is_set(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(flag)) => *flag,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !matches!(text.trim().to_ascii_lowercase().as_str(), "" | "0" | "false" | "no"),
        Some(_) => true,
    }
}

/// Finished snapshots have a duration. One with neither a duration nor progress is not considered finished.
pub(super) fn status(row: &rows::Snapshot) -> SnapshotStatus {
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

/// The progress as a fraction, if it is a percentage.
pub(super) fn progress(row: &rows::Snapshot) -> Option<f32> {
    let percent = match row.progress.as_ref()? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().trim_end_matches('%').parse().ok()?,
        _ => return None,
    };
    (0.0..=100.0).contains(&percent).then_some((percent / 100.0) as f32)
}

/// Whether it may belong to that slice.
pub(super) fn is_of(row: &rows::Snapshot, slice: Option<i64>) -> bool {
    row.vm_id.is_none() || row.vm_id == slice
}

/// The format of the provider's errors is not documented, except that it is JSON.
pub(super) fn is_absence(body: &Value) -> bool {
    ["error", "message"].iter().any(|name| body.get(name).is_some_and(Value::is_string))
}

pub(super) fn snapshot(row: Kept<rows::Snapshot>) -> Result<Snapshot, Error> {
    let (row, raw) = row.parts();
    let mut snapshot = Snapshot::new(Provider::Syminet, SnapshotId::from_number(row.id)).created(Some(&row.created));
    snapshot.status = status(&row);
    snapshot.name = Some(row.name);
    snapshot.vm.id = row.vm_id.map(VmId::from_number);
    snapshot.vm.name = row.vmname;
    // The unit is not documented.
    snapshot.size = row.snapshot_size.map(|size| Size::whole(size, None));
    snapshot.region = row.region;
    snapshot.raw = raw;
    Ok(snapshot)
}

pub(super) fn slice_snapshot(row: Kept<rows::SliceSnapshot>, vm: &VmId) -> Result<Snapshot, Error> {
    let (row, raw) = row.parts();
    let mut snapshot = Snapshot::new(Provider::Syminet, SnapshotId::from_number(row.id)).created(Some(&row.created));
    snapshot.name = Some(row.name);
    let finished = row.duration.is_some_and(|duration| !duration.is_empty());
    snapshot.status = if finished { SnapshotStatus::Ready } else { SnapshotStatus::Unknown };
    snapshot.vm.id = Some(vm.clone());
    // `backup_full_size` differs from `snapshot_size` in the account's list, and a snapshot has one size.
    snapshot.raw = raw;
    Ok(snapshot)
}

pub(super) fn backup(row: Kept<rows::Backup>, vm: &VmId) -> Result<Backup, Error> {
    let (row, raw) = row.parts();
    let created_at = read_time(&row.created);
    Ok(Backup {
        id: decode_id(BackupId::new(row.backup_id.to_string()))?,
        name: Some(row.name),
        created_at_text: created_at.is_none().then_some(row.created),
        created_at,
        size: row.backup_full_size.map(|size| Size::whole(size, None)),
        vm: VmSummary { id: Some(vm.clone()), name: None },
        provider: Provider::Syminet,
        raw,
    })
}
