//! Modifying requests to ManageIQ. Each returns the task, if the server reports one.

use super::machine::{Machine, by_kind};
use super::map;
use crate::error::{Error, ErrorKind};
use crate::generated::manageiq::{Client, types};
use crate::model::{CreateSnapshot, SnapshotId, SnapshotRef, VmId, VmKind};
use crate::provider::kit::{Adapter, ask};

impl Adapter<Client> {
    pub(super) async fn create(&self, request: &CreateSnapshot) -> Result<Option<String>, Error> {
        let machine = Machine::of(&request.vm)?;
        let resource = types::SnapshotEntry {
            name: Some(request.name.clone()),
            description: Some(description(request).to_owned()),
            memory: request.memory.then_some(true),
            ..Default::default()
        };
        let action = Some(types::SnapshotsAction::Create);
        let body = types::SnapshotsChange { action, resource: Some(resource), ..Default::default() };
        let response = by_kind!(ask, self.sent, machine, change_vm_snapshots | change_instance_snapshots.body(body));
        let mut results = response?.results;
        match (results.len(), results.pop().and_then(|entry| entry.0)) {
            (1, Some(result)) => self.accepted(result.success, result.message, result.task_id),
            (count, _) => {
                let why = format!("the response has {count} results and none for this request");
                Err(Error::new(ErrorKind::Decode, why).after_effect())
            }
        }
    }

    /// Deletes using the action, because the method DELETE returns 204 even if nothing will happen.
    pub(super) async fn delete(&self, snapshot: &SnapshotRef) -> Result<Option<String>, Error> {
        let (machine, id) = (Machine::of_snapshot(snapshot)?, snapshot.id.number()?.to_string());
        let vm = machine.id.as_str();
        let result = match machine.kind {
            VmKind::Vm => {
                let body = types::VmSnapshotChange { action: types::VmSnapshotAction::Delete };
                ask!(self.sent, act_on_vm_snapshot.vm_id(vm).snapshot_id(id).body(body))?
            }
            VmKind::Instance => {
                let body = types::Deletion { action: types::DeleteAction::Delete };
                ask!(self.sent, act_on_instance_snapshot.instance_id(vm).snapshot_id(id).body(body))?
            }
        };
        self.accepted(result.success, result.message, result.task_id)
    }

    /// Reverts a VM.
    pub(super) async fn restore(&self, id: &SnapshotId, onto: &VmId) -> Result<Option<String>, Error> {
        let (machine, id) = (Machine::of(onto)?, id.number()?.to_string());
        let body = types::VmSnapshotChange { action: types::VmSnapshotAction::Revert };
        let once = self.once();
        let result = ask!(once.sent, act_on_vm_snapshot.vm_id(machine.id).snapshot_id(id).body(body))?;
        self.accepted(result.success, result.message, result.task_id)
    }

    /// The body reports whether an action was accepted: a 200 may be a refusal. An invalid task ID is ignored: it could not be requested,
    /// and it would become part of the handle.
    fn accepted(&self, success: bool, message: Option<String>, task: Option<String>) -> Result<Option<String>, Error> {
        if success {
            return Ok(task.filter(|id| map::id_of(Some(id)).is_ok()));
        }
        let why = message.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| "no reason was given".to_owned());
        Err(Error::new(ErrorKind::Conflict, self.masked_text(&why)))
    }
}

/// The description to send, by default the name: oVirt uses the description as the name, and OpenStack's form requires one.
pub(super) fn description(request: &CreateSnapshot) -> &str {
    request.description.as_deref().unwrap_or(&request.name)
}
