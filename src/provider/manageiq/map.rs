//! Converts ManageIQ's records to portable objects.

use super::rows;
use crate::error::{Error, ErrorKind};
use crate::journal::Seen;
use crate::model::{Size, SizeUnit, Snapshot, SnapshotId, SnapshotStatus, Vm, VmId, number};
use crate::provider::kit::Kept;
use crate::spec::Provider;

/// The providers whose snapshots include a record of the running state, by class and by vendor.
const OVIRT_CLASSES: [&str; 2] = ["::Redhat::", "::Ovirt::"];
const OVIRT_VENDORS: [&str; 2] = ["redhat", "ovirt"];

/// Whether a record is the running state of an oVirt machine; `None` if this depends on the vendor of its machine.
pub(super) fn is_running_state(row: &rows::Snapshot, vendor: Option<&str>) -> Option<bool> {
    if row.current != Some(1) {
        return Some(false);
    }
    // A class without a provider means nothing.
    match (row.class.as_deref().filter(|class| class.contains("::")), vendor) {
        (Some(class), _) => Some(OVIRT_CLASSES.iter().any(|name| class.contains(name))),
        (None, Some(vendor)) => Some(OVIRT_VENDORS.iter().any(|name| vendor.eq_ignore_ascii_case(name))),
        (None, None) => None,
    }
}

/// Whether a record belongs to vCloud, where a machine has at most one snapshot.
pub(super) fn is_of_vcloud(row: &rows::Snapshot) -> bool {
    row.class.as_deref().is_some_and(|class| class.contains("::Vmware::CloudManager"))
}

/// The properties by which a record can be recognized. vCloud chooses the names of snapshots, oVirt uses their description; a record
/// without a class may belong to either.
pub(super) fn seen(name: Option<&str>, description: Option<&str>, class: Option<&str>) -> Seen {
    let class = class.filter(|class| class.contains("::"));
    let renamed = class.is_none_or(|class| {
        class.contains("::Vmware::CloudManager") || OVIRT_CLASSES.iter().any(|name| class.contains(name))
    });
    Seen { name: name.map(str::to_owned), description: description.map(str::to_owned), renamed }
}

/// Whether a machine under `/vms` is also under `/instances`: those of cloud providers are.
pub(super) fn is_instance(row: &rows::Vm) -> bool {
    row.cloud == Some(true) || row.class.as_deref().is_some_and(|class| class.contains("::CloudManager::"))
}

/// The provider's errors are objects in `error`; for an unknown path it is a string.
pub(super) fn is_absence(body: &serde_json::Value) -> bool {
    body.pointer("/error/kind").and_then(serde_json::Value::as_str) == Some("not_found")
}

/// The ID of a record, which consists of digits.
pub(super) fn id_of(id: Option<&str>) -> Result<u64, Error> {
    let number = id.and_then(|id| number(id, "snapshot").ok());
    number.and_then(|number| u64::try_from(number).ok()).ok_or_else(|| {
        Error::new(ErrorKind::Decode, "a record has no numeric ID, although complete records were requested")
    })
}

pub(super) fn snapshot(row: Kept<rows::Snapshot>, vm: VmId) -> Result<Snapshot, Error> {
    let (row, raw) = row.parts();
    let id = SnapshotId::new(id_of(row.id.as_deref()).map(|_| row.id.as_deref().unwrap_or_default())?)?;
    // The provider's own time, or that of the first inventory that contained it.
    let created = row.create_time.as_deref().or(row.created_on.as_deref());
    let mut snapshot = Snapshot::new(Provider::ManageIq, id).created(created);
    snapshot.name = row.name;
    snapshot.description = row.description;
    // There is no status: a snapshot that is being created has no record yet.
    snapshot.status = SnapshotStatus::Ready;
    snapshot.vm.id = Some(vm);
    snapshot.size = row.total_size.map(|size| Size::whole(size, Some(SizeUnit::Bytes)));
    snapshot.region = row.region_description;
    snapshot.raw = raw;
    Ok(snapshot)
}

pub(super) fn vm(row: Kept<rows::Vm>, vm: VmId) -> Vm {
    let (row, raw) = row.parts();
    Vm {
        id: vm,
        name: row.name,
        status: row.power_state,
        region: None,
        labels: None,
        provider: Provider::ManageIq,
        raw,
    }
}
