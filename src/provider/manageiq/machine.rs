//! Machines of either kind, and the reading calls that exist for each: under `/vms` and under `/instances`.

use super::{map, rows};
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::manageiq::Client;
use crate::model::{SnapshotId, SnapshotRef, VmId, VmKind};
use crate::provider::kit::{Adapter, Kept, about, not_of, nothing_sent, read};

/// A machine and its kind, which determines the path and thereby permissions and actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Machine {
    pub(super) kind: VmKind,
    /// Digits.
    pub(super) id: String,
}

impl Machine {
    /// An ID without a kind means `vms`, which includes machines of all kinds.
    pub(super) fn of(vm: &VmId) -> Result<Self, Error> {
        let id = VmId::new(vm.id())?.number()?.to_string();
        Ok(Self { kind: vm.kind().unwrap_or(VmKind::Vm), id })
    }

    /// The machine in the reference to a snapshot.
    pub(super) fn of_snapshot(snapshot: &SnapshotRef) -> Result<Self, Error> {
        let vm = snapshot.vm.as_ref().ok_or_else(|| {
            Error::new(ErrorKind::Invalid, "ManageIQ requires the machine of a snapshot").hint(Advice::VmKind)
        })?;
        Self::of(vm)
    }

    /// The ID, with its kind.
    pub(super) fn vm_id(&self) -> Result<VmId, Error> {
        Ok(VmId::new(&self.id)?.with_kind(self.kind))
    }
}

impl std::fmt::Display for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.kind.collection(), self.id)
    }
}

/// A part of a list: up to `limit` entries after an ID that match all conditions.
pub(super) struct Slice<'a> {
    pub(super) after: u64,
    pub(super) conditions: &'a [String],
    pub(super) limit: i64,
}

impl Slice<'_> {
    /// With a filter, the server reports how many entries are left; without one, it counts those of all machines.
    fn filter(&self) -> Vec<String> {
        self.conditions.iter().cloned().chain([format!("id>{}", self.after)]).collect()
    }
}

/// The call for a machine of either kind.
macro_rules! by_kind {
    ($ask:ident, $adapter:ident.$how:ident, $machine:expr, $vm:ident | $instance:ident $($request:tt)*) => {
        match $machine.kind {
            VmKind::Vm => $ask!($adapter.$how, $vm.vm_id($machine.id.as_str()) $($request)*),
            VmKind::Instance => {
                $ask!($adapter.$how, $instance.instance_id($machine.id.as_str()) $($request)*)
            }
        }
    };
}

pub(super) use by_kind;

impl Adapter<Client> {
    /// Machines of a kind in the order of their IDs, without archived ones, which no longer exist.
    pub(super) async fn list_machines(
        &self,
        kind: VmKind,
        slice: Slice<'_>,
        with_snapshots: bool,
    ) -> Result<rows::VmCollection, Error> {
        macro_rules! list {
            ($operation:ident) => {{
                let list = self.client.$operation().filter(slice.filter()).sort_by("id").limit(slice.limit);
                // A computed attribute alone leaves all columns in place.
                let list = match with_snapshots {
                    true => list.expand("resources,snapshots").attributes("v_total_snapshots"),
                    false => list.expand("resources"),
                };
                self.read(stringify!($operation), list.response()).await
            }};
        }
        match kind {
            VmKind::Vm => list!(list_vms),
            VmKind::Instance => list!(list_instances),
        }
    }

    /// The kind of provider that runs the machine, as ManageIQ names it.
    pub(super) async fn vendor(&self, machine: &Machine) -> Result<String, Error> {
        let row: rows::Vm = by_kind!(read, self.read, machine, get_vm | get_instance.attributes("vendor"))?;
        let is = |row: &rows::Vm| row.id.as_ref().is_none_or(|reported| *reported == machine.id);
        about(row, is, "machine", machine)?.vendor.ok_or_else(|| {
            let why = format!("the response has no `vendor` for VM {machine}, although it was requested");
            Error::new(ErrorKind::Decode, why)
        })
    }

    /// Snapshots of a machine in the order of their IDs, as complete records.
    pub(super) async fn list_snapshots(
        &self,
        machine: &Machine,
        slice: Slice<'_>,
    ) -> Result<rows::SnapshotCollection, Error> {
        by_kind!(
            read,
            self.read,
            machine,
            list_vm_snapshots
                | list_instance_snapshots.expand("resources").filter(slice.filter()).sort_by("id").limit(slice.limit)
        )
    }

    /// One record. The server does not compare the machine, so it finds snapshots of other machines as well.
    pub(super) async fn snapshot_row(&self, machine: &Machine, id: &SnapshotId) -> Result<Kept<rows::Snapshot>, Error> {
        let id = id.number()?.to_string();
        by_kind!(read, self.read, machine, get_vm_snapshot | get_instance_snapshot.snapshot_id(id))
    }

    /// The record of a snapshot and its machine; a snapshot of another machine is not found.
    ///
    /// Requests by ID find the snapshots of all machines, so the machine is compared here.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<(Machine, Kept<rows::Snapshot>), Error> {
        let machine = Machine::of_snapshot(snapshot)?;
        let row = self.snapshot_row(&machine, &snapshot.id).await?;
        let id = map::id_of(row.id.as_deref())?;
        let row = about(row, |_| id.to_string() == snapshot.id.as_str(), "snapshot", &snapshot.id)?;
        let refused = |why: String| Err(nothing_sent(ErrorKind::NotFound, why));
        match row.vm_or_template_id.as_deref() {
            Some(of) if of == machine.id => {}
            Some(of) => {
                return refused(not_of(&snapshot.id, self.masked_text(of), &machine));
            }
            None => {
                return refused(format!(
                    "the server does not report which machine snapshot {} belongs to",
                    snapshot.id
                ));
            }
        }
        if self.is_running_state(&machine, &row).await? {
            return refused(format!("{} is the running state of machine {machine}, not a snapshot", snapshot.id));
        }
        Ok((machine, row))
    }
}
