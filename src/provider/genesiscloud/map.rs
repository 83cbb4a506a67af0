//! Converts Genesis Cloud's objects to portable ones.

use serde_json::Value;

use super::rows;
use crate::error::Error;
use crate::model::{Size, SizeUnit, Snapshot, SnapshotId, SnapshotStatus, Vm, VmId};
use crate::provider::kit::{Kept, decode_id};
use crate::reader::Short;
use crate::spec::Provider;

/// The vendor's statuses from all versions: `active` is what some accounts used for `created`, `available` and `snapshotting` are from
/// 2023.
pub(super) fn status(status_text: &str) -> SnapshotStatus {
    match status_text {
        "created" | "active" | "available" => SnapshotStatus::Ready,
        "creating" | "snapshotting" => SnapshotStatus::Creating,
        "pending_delete" | "deleting" => SnapshotStatus::Deleting,
        "error" => SnapshotStatus::Failed,
        _ => SnapshotStatus::Unknown,
    }
}

/// The provider's errors have a numeric code and a message; one code means an unknown path.
pub(super) fn is_absence(body: &Value) -> bool {
    const NO_SUCH_ROUTE: &str = "02001";
    let code = body.get("code").and_then(Value::as_str).unwrap_or_default();
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    is_code && code != NO_SUCH_ROUTE && body.get("message").is_some_and(Value::is_string)
}

/// Gibibytes as a number; older servers sent bytes as a string.
fn size_of(value: Option<&Value>) -> Option<Size> {
    match value? {
        Value::Number(number) => number.as_i64().map(|gib| Size::whole(gib, Some(SizeUnit::Gib))),
        Value::String(text) => text.trim().parse().ok().map(|bytes| Size::whole(bytes, Some(SizeUnit::Bytes))),
        _ => None,
    }
}

/// A reference to another object, which may be empty.
fn filled(id: Option<&Short>) -> Option<&str> {
    id.map(|id| &**id).filter(|id| !id.is_empty())
}

/// The snapshot that this one was cloned from.
pub(super) fn source_snapshot(row: &rows::Snapshot) -> Option<&str> {
    filled(row.source_snapshot_id.as_ref())
}

/// The instance of a snapshot: from the current field, or from the older one, which may also refer to a snapshot.
pub(super) fn source_instance(row: &rows::Snapshot) -> Option<&str> {
    let older = || filled(row.resource_id.as_ref()).filter(|id| Some(*id) != source_snapshot(row));
    filled(row.source_instance_id.as_ref()).or_else(older)
}

pub(super) fn snapshot(row: Kept<rows::Snapshot>) -> Result<Snapshot, Error> {
    let (row, raw) = row.parts();
    // An invalid source remains in the raw object; it does not fail the page.
    let vm = source_instance(&row).and_then(|id| VmId::new(id).ok());
    let id = decode_id(SnapshotId::try_from(row.id))?;
    let mut snapshot = Snapshot::new(Provider::GenesisCloud, id).created(Some(&row.created_at));
    snapshot.vm.id = vm;
    snapshot.name = Some(row.name);
    snapshot.status = status(&row.status);
    snapshot.provider_status = Some(row.status);
    snapshot.size = size_of(row.size.as_ref());
    snapshot.region = Some(row.region);
    snapshot.raw = raw;
    Ok(snapshot)
}

pub(super) fn vm(row: Kept<rows::Instance>) -> Result<Vm, Error> {
    let (row, raw) = row.parts();
    Ok(Vm {
        id: decode_id(VmId::new(&row.id))?,
        name: Some(row.name),
        status: Some(row.status),
        region: row.region,
        labels: None,
        provider: Provider::GenesisCloud,
        raw,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shown(fields: Value) -> Snapshot {
        let mut body = json!({
            "id": "7", "name": "n", "region": "NORD-NO-KRS-1", "status": "created",
            "created_at": "2020-04-06T10:47:46.786Z"
        });
        body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        snapshot(crate::reader::read(&body.to_string()).unwrap()).unwrap()
    }

    #[test]
    fn statuses_from_all_versions() {
        for (status_text, status) in [
            ("created", SnapshotStatus::Ready),
            ("active", SnapshotStatus::Ready),
            ("available", SnapshotStatus::Ready),
            ("creating", SnapshotStatus::Creating),
            ("snapshotting", SnapshotStatus::Creating),
            ("pending_delete", SnapshotStatus::Deleting),
            ("deleting", SnapshotStatus::Deleting),
            ("error", SnapshotStatus::Failed),
            ("archived", SnapshotStatus::Unknown),
        ] {
            let found = shown(json!({ "status": status_text }));
            assert_eq!((found.status, found.provider_status.as_deref()), (status, Some(status_text)));
        }
    }

    #[test]
    fn sizes_keep_their_unit() {
        let size = |value: Value| shown(json!({ "size": value })).size.map(|size| (size.value, size.unit));
        assert_eq!(size(json!(80)), Some((80.0, Some(SizeUnit::Gib))));
        assert_eq!(size(json!("85899345920")), Some((85_899_345_920.0, Some(SizeUnit::Bytes))));
        for odd in [json!("much"), json!(""), json!(true), json!([1]), Value::Null] {
            assert_eq!(size(odd.clone()), None, "{odd}");
        }
        assert_eq!(shown(json!({})).size, None);
    }

    #[test]
    fn sources_by_old_and_new_fields() {
        let vm = |fields: Value| shown(fields).vm.id.map(|id| id.to_string());
        assert_eq!(vm(json!({ "source_instance_id": "a" })).as_deref(), Some("a"));
        assert_eq!(vm(json!({ "resource_id": "a" })).as_deref(), Some("a"));
        assert_eq!(vm(json!({ "resource_id": "b", "source_instance_id": "a" })).as_deref(), Some("a"));
        assert_eq!(vm(json!({ "resource_id": "" })), None, "an import");
        assert_eq!(vm(json!({ "resource_id": "s", "source_snapshot_id": "s" })), None, "a clone");
        assert_eq!(
            vm(json!({ "resource_id": "<snapshotted-resource-id>" })).as_deref(),
            Some("<snapshotted-resource-id>")
        );
        assert_eq!(vm(json!({ "resource_id": "no id" })), None, "an invalid ID is omitted");
    }
}
