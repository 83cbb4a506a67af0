//! A machine of either kind, and the calls that exist once for each kind: under `/vms` and under `/instances`.

use serde_json::Value;

use super::{ManageIq, PROVIDER, map};
use crate::error::{Error, ErrorKind};
use crate::generated::manageiq::types;
use crate::model::{SnapshotId, VmId, VmKind};
use crate::provider::{call, masked_text, unfit};
use crate::transport::{CallOptions, RetryPolicy};

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
        let id = VmId::new(vm.as_str())?.number()?.to_string();
        Ok(Self { kind: vm.kind().unwrap_or(VmKind::Vm), id })
    }

    /// What `--vm` takes.
    pub(super) fn vm_id(&self) -> Result<VmId, Error> {
        Ok(VmId::new(&self.id)?.of_kind(self.kind))
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

impl ManageIq {
    // --- machines ---

    /// Machines of a kind in the order of their ids. Archived ones, which no provider has any more, are left out.
    pub(super) async fn list_machines(
        &self,
        options: &CallOptions,
        kind: VmKind,
        slice: Slice<'_>,
        with_snapshots: bool,
    ) -> Result<types::VmCollection, Error> {
        let client = self.per_call(options);
        // A computed attribute alone leaves all columns in place.
        let (expand, attributes) =
            if with_snapshots { ("resources,snapshots", Some("v_total_snapshots")) } else { ("resources", None) };
        let page = match kind {
            VmKind::Vm => {
                let list = client.list_vms().expand(expand).filter(slice.filter()).sort_by("id").limit(slice.limit);
                let list = match attributes {
                    Some(attributes) => list.attributes(attributes),
                    None => list,
                };
                call(PROVIDER, "list_vms", list.send()).await
            }
            VmKind::Instance => {
                let list =
                    client.list_instances().expand(expand).filter(slice.filter()).sort_by("id").limit(slice.limit);
                let list = match attributes {
                    Some(attributes) => list.attributes(attributes),
                    None => list,
                };
                call(PROVIDER, "list_instances", list.send()).await
            }
        };
        Ok(page?.into_inner())
    }

    /// What kind of provider runs the machine, in ManageIQ's word.
    pub(super) async fn vendor(&self, options: &CallOptions, machine: &Machine) -> Result<String, Error> {
        let client = self.per_call(options);
        let id = machine.id.as_str();
        let found = match machine.kind {
            VmKind::Vm => call(PROVIDER, "get_vm", client.get_vm().vm_id(id).attributes("vendor").send()).await,
            VmKind::Instance => {
                let request = client.get_instance().instance_id(id).attributes("vendor");
                call(PROVIDER, "get_instance", request.send()).await
            }
        };
        let found = found?.into_inner();
        if found.id.as_deref().is_some_and(|reported| reported != id) {
            return Err(unfit(format!("the response is about another machine than {machine}")));
        }
        found.vendor.ok_or_else(|| {
            let why = format!("the answer has no `vendor` of vm {machine}, though it was asked for");
            Error::new(ErrorKind::Decode, why)
        })
    }

    // --- snapshots ---

    /// Snapshots of a machine in the order of their ids, as whole records.
    pub(super) async fn list_snapshots(
        &self,
        options: &CallOptions,
        machine: &Machine,
        slice: Slice<'_>,
    ) -> Result<types::SnapshotCollection, Error> {
        let client = self.per_call(options);
        let page = match machine.kind {
            VmKind::Vm => {
                let list = client.list_vm_snapshots().vm_id(machine.id.as_str()).expand("resources");
                let list = list.filter(slice.filter()).sort_by("id").limit(slice.limit);
                call(PROVIDER, "list_vm_snapshots", list.send()).await
            }
            VmKind::Instance => {
                let list = client.list_instance_snapshots().instance_id(machine.id.as_str()).expand("resources");
                let list = list.filter(slice.filter()).sort_by("id").limit(slice.limit);
                call(PROVIDER, "list_instance_snapshots", list.send()).await
            }
        };
        let page = page?;
        self.clock.note(page.headers());
        Ok(page.into_inner())
    }

    /// One record. The server does not compare the machine: the snapshot of any other is found as well.
    pub(super) async fn get_snapshot(
        &self,
        options: &CallOptions,
        machine: &Machine,
        id: &SnapshotId,
    ) -> Result<types::Snapshot, Error> {
        let client = self.per_call(options);
        let id = id.number()?.to_string();
        let found = match machine.kind {
            VmKind::Vm => {
                let request = client.get_vm_snapshot().vm_id(machine.id.as_str()).snapshot_id(id);
                call(PROVIDER, "get_vm_snapshot", request.send()).await
            }
            VmKind::Instance => {
                let request = client.get_instance_snapshot().instance_id(machine.id.as_str()).snapshot_id(id);
                call(PROVIDER, "get_instance_snapshot", request.send()).await
            }
        };
        Ok(found?.into_inner())
    }

    /// Asks for a snapshot. Gives the task, if the server names one.
    pub(super) async fn create(
        &self,
        options: &CallOptions,
        machine: &Machine,
        resource: types::SnapshotEntry,
    ) -> Result<Option<String>, Error> {
        let client = self.per_call(options);
        let action = Some(types::SnapshotsAction::Create);
        let body = types::SnapshotsChange { action, resource: Some(resource), ..Default::default() };
        let response = match machine.kind {
            VmKind::Vm => {
                let request = client.change_vm_snapshots().vm_id(machine.id.as_str()).body(body);
                call(PROVIDER, "change_vm_snapshots", request.send()).await
            }
            VmKind::Instance => {
                let request = client.change_instance_snapshots().instance_id(machine.id.as_str()).body(body);
                call(PROVIDER, "change_instance_snapshots", request.send()).await
            }
        };
        let mut results = response?.into_inner().results;
        match (results.len(), results.pop().and_then(|entry| entry.0)) {
            (1, Some(result)) => self.accepted(result.success, result.message, result.task_id),
            (count, _) => {
                let why = format!("the answer has {count} results, and none for this request");
                Err(Error::new(ErrorKind::Decode, why).after_effect())
            }
        }
    }

    /// Deletes by the action: the method DELETE answers 204 also when nothing will happen.
    pub(super) async fn delete(
        &self,
        options: &CallOptions,
        machine: &Machine,
        id: &SnapshotId,
    ) -> Result<Option<String>, Error> {
        let client = self.per_call(options);
        let id = id.number()?.to_string();
        let response = match machine.kind {
            VmKind::Vm => {
                let body = types::VmSnapshotChange { action: types::VmSnapshotAction::Delete };
                let request = client.act_on_vm_snapshot().vm_id(machine.id.as_str()).snapshot_id(id).body(body);
                call(PROVIDER, "act_on_vm_snapshot", request.send()).await
            }
            VmKind::Instance => {
                let body = types::Deletion { action: types::DeleteAction::Delete };
                let request = client.act_on_instance_snapshot().instance_id(machine.id.as_str()).snapshot_id(id);
                call(PROVIDER, "act_on_instance_snapshot", request.body(body).send()).await
            }
        };
        let result = response?.into_inner();
        self.accepted(result.success, result.message, result.task_id)
    }

    /// Reverts a vm: sent once, come what may. A second one, late, would erase what was done since.
    pub(super) async fn revert(
        &self,
        options: &CallOptions,
        machine: &Machine,
        id: &SnapshotId,
    ) -> Result<Option<String>, Error> {
        let once = self.per_call(&options.clone().retry(RetryPolicy::never()));
        let body = types::VmSnapshotChange { action: types::VmSnapshotAction::Revert };
        let id = id.number()?.to_string();
        let request = once.act_on_vm_snapshot().vm_id(machine.id.as_str()).snapshot_id(id).body(body);
        let result = call(PROVIDER, "act_on_vm_snapshot", request.send()).await?.into_inner();
        self.accepted(result.success, result.message, result.task_id)
    }

    /// Whether an action was accepted stands in the body: a 200 may be a refusal. What is no id of a task names none: nothing
    /// could be asked by it, and the handle would carry it about.
    fn accepted(&self, success: bool, message: Option<String>, task: Option<String>) -> Result<Option<String>, Error> {
        if success {
            return Ok(task.filter(|id| map::id_of(Some(id)).is_ok()));
        }
        let why = message.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| "no reason was given".to_owned());
        Err(Error::new(ErrorKind::Conflict, masked_text(&self.transport, &why)))
    }
}

/// The text of a value in a notification.
pub(super) fn text_of(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
