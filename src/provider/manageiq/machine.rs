//! A machine of either kind, and what is read by the calls that exist once for each: under `/vms` and under `/instances`.

use super::{map, rows};
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::manageiq::Client;
use crate::model::{SnapshotId, SnapshotRef, VmId, VmKind};
use crate::provider::kit::{Adapter, Kept, about, not_of, nothing_sent, read};

/// A machine by its kind, which decides on the path and with it on permissions and actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Machine {
    pub(super) kind: VmKind,
    /// Digits.
    pub(super) id: String,
}

impl Machine {
    /// A bare id means vms, where machines of all kinds are found.
    pub(super) fn of(vm: &VmId) -> Result<Self, Error> {
        let id = VmId::new(vm.id())?.number()?.to_string();
        Ok(Self { kind: vm.kind().unwrap_or(VmKind::Vm), id })
    }

    /// The machine that a snapshot is asked for by.
    pub(super) fn of_snapshot(snapshot: &SnapshotRef) -> Result<Self, Error> {
        let vm = snapshot.vm.as_ref().ok_or_else(|| {
            Error::new(ErrorKind::Invalid, "ManageIQ needs the machine of a snapshot").hint(Advice::VmKind)
        })?;
        Self::of(vm)
    }

    /// What `--vm` takes.
    pub(super) fn vm_id(&self) -> Result<VmId, Error> {
        Ok(VmId::new(&self.id)?.with_kind(self.kind))
    }
}

impl std::fmt::Display for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.kind.collection(), self.id)
    }
}

/// Which entries of a list: those after an id, that fit all conditions, at most so many.
pub(super) struct Slice<'a> {
    pub(super) after: u64,
    pub(super) conditions: &'a [String],
    pub(super) limit: i64,
}

impl Slice<'_> {
    /// With a filter the server tells how many entries are left; without one it counts those of all machines.
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
    /// Machines of a kind in the order of their ids. Archived ones, which no provider has any more, are left out.
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

    /// What kind of provider runs the machine, in ManageIQ's word.
    pub(super) async fn vendor(&self, machine: &Machine) -> Result<String, Error> {
        let row: rows::Vm = by_kind!(read, self.read, machine, get_vm | get_instance.attributes("vendor"))?;
        let is = |row: &rows::Vm| row.id.as_ref().is_none_or(|told| *told == machine.id);
        about(row, is, "machine", machine)?.vendor.ok_or_else(|| {
            let why = format!("the answer has no `vendor` of vm {machine}, though it was asked for");
            Error::new(ErrorKind::Decode, why)
        })
    }

    /// Snapshots of a machine in the order of their ids, as whole records.
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

    /// One record. The server does not compare the machine: the snapshot of any other is found as well.
    pub(super) async fn snapshot_row(&self, machine: &Machine, id: &SnapshotId) -> Result<Kept<rows::Snapshot>, Error> {
        let id = id.number()?.to_string();
        by_kind!(read, self.read, machine, get_vm_snapshot | get_instance_snapshot.snapshot_id(id))
    }

    /// The record of a snapshot and its machine; a snapshot of another machine is not found.
    ///
    /// Reading and acting by id find the snapshots of all machines, so the machine is compared here.
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
            None => return refused(format!("the server does not say of which machine snapshot {} is", snapshot.id)),
        }
        if self.is_running_state(&machine, &row).await? {
            return refused(format!("{} is the running state of vm {machine}, not a snapshot", snapshot.id));
        }
        Ok((machine, row))
    }
}
