//! Modifying requests to Hyperstack and their responses.

use std::future::Future;

use super::check::{contract_of, description};
use super::map;
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::{Client, types};
use crate::handle::Ticket;
use crate::model::{CreateImage, CreateSnapshot, Label, NewVm, SnapshotRef, SnapshotStatus, VmId, WarningKind};
use crate::provider::kit::{Adapter, another, ask};

/// The object of a refused request.
#[derive(Clone, Copy)]
enum Subject {
    Vm(i64),
    Snapshot(i64),
}

impl Adapter<Client> {
    /// A 400 may mean that the object is busy and that the same request works later. The state of the object shows this, the text does not.
    async fn explained(&self, error: Error, about: Subject) -> Error {
        if error.status() != Some(400) {
            return error;
        }
        let passing = match about {
            Subject::Vm(id) => self.vm_row(id).await.is_ok_and(|vm| map::is_passing(&vm)),
            Subject::Snapshot(id) => self
                .snapshot_row(id)
                .await
                .is_ok_and(|row| matches!(map::status(&row), SnapshotStatus::Creating | SnapshotStatus::Unknown)),
        };
        match (passing, about) {
            (false, _) => error,
            (true, Subject::Vm(id)) => {
                error.with_kind(ErrorKind::Conflict).hint(format!("VM {id} is busy; try again later"))
            }
            (true, Subject::Snapshot(id)) => {
                error.with_kind(ErrorKind::Conflict).hint(format!("snapshot {id} is not ready; try again later"))
            }
        }
    }

    pub(super) async fn create(&self, request: &CreateSnapshot, ticket: &mut Ticket) -> Result<(), Error> {
        let vm = request.vm.number()?;
        let body = types::SnapshotCreation {
            name: request.name.clone(),
            description: description(request).to_owned(),
            labels: (!request.labels.is_empty()).then(|| request.labels.iter().map(Label::to_string).collect()),
        };
        ticket.sent_at = Some(self.clock.now());
        match ask!(self.attempt, create_snapshot.vm_id(vm).body(body)) {
            Ok(response) => {
                let made = &response.snapshot;
                let fits = made.name == request.name && made.vm_id == vm && made.id > 0;
                if !fits || !self.is_new(ticket, &made.id.to_string(), made.created_at.as_deref()) {
                    return Err(another());
                }
                ticket.resource = Some(made.id.to_string());
                created_by(self.affirmed("create_snapshot", &response), true, "snapshot")
            }
            Err(error) => Err(self.explained(error, Subject::Vm(vm)).await),
        }
    }

    pub(super) async fn restore(&self, snapshot: &SnapshotRef, new: &NewVm, ticket: &mut Ticket) -> Result<(), Error> {
        let id = snapshot.id.number()?;
        let body = types::SnapshotRestoration { new_vm_name: new.name.clone(), contract_id: contract_of(new)? };
        ticket.sent_at = Some(self.clock.now());
        let response = match ask!(self.attempt, restore_snapshot.snapshot_id(id).body(body)) {
            Ok(response) => response,
            Err(error) => return Err(self.explained(error, Subject::Snapshot(id)).await),
        };
        let mut machines = response.instances.iter().flatten().chain(&response.instance).peekable();
        let others = machines.peek().is_some();
        let named = machines.find(|machine| {
            let made = machine.created_at.as_deref();
            machine.name == new.name && machine.id > 0 && self.is_new(ticket, &machine.id.to_string(), made)
        });
        if others && named.is_none() {
            return Err(another());
        }
        ticket.resource = named.map(|machine| machine.id.to_string());
        let warnings = map::warnings(response.errors.as_ref()).into_iter();
        for warning in warnings {
            let remark = self.transport.redacted(&format!("the machine was created, but {warning}"));
            ticket.warn(WarningKind::Remark, remark);
        }
        let named = ticket.resource.is_some();
        created_by(self.affirmed("restore_snapshot", &response), named, "machine")
    }

    pub(super) async fn delete(&self, snapshot: &SnapshotRef) -> Result<(), Error> {
        let id = snapshot.id.number()?;
        let Err(error) = ask!(self.query, delete_snapshot.snapshot_id(id)) else { return Ok(()) };
        let poll = async {
            let row = self.snapshot_row(id).await?;
            Ok(map::status(&row) == SnapshotStatus::Deleting)
        };
        if is_going(&error, poll).await {
            return Ok(());
        }
        Err(self.explained(error, Subject::Snapshot(id)).await)
    }

    pub(super) async fn delete_vm(&self, vm: &VmId) -> Result<(), Error> {
        let id = vm.number()?;
        let Err(error) = ask!(self.query, delete_vm.vm_id(id)) else { return Ok(()) };
        let poll = async { Ok(map::vm_phase(&self.vm_row(id).await?.status) == map::VmPhase::Going) };
        if is_going(&error, poll).await { Ok(()) } else { Err(error) }
    }

    pub(super) async fn image(&self, request: &CreateImage, ticket: &mut Ticket) -> Result<(), Error> {
        let id = request.snapshot.id.number()?;
        let labels = (!request.labels.is_empty()).then(|| request.labels.iter().map(Label::to_string).collect());
        let body = types::ImageCreation { name: request.name.clone(), labels };
        let response = match ask!(self.attempt, create_image.snapshot_id(id).body(body)) {
            Ok(response) => response,
            Err(error) => return Err(self.explained(error, Subject::Snapshot(id)).await),
        };
        let other = response.image.as_ref().is_some_and(|image| image.name != request.name);
        let made = response.image.as_ref().map(|image| image.id).or(response.id);
        if other || made.is_some_and(|id| id < 1 || !self.is_new(ticket, &id.to_string(), None)) {
            return Err(another());
        }
        ticket.resource = made.map(|id| id.to_string());
        created_by(self.affirmed("create_image", &response), made.is_some(), "image")
    }
}

/// Whether a request created something, according to a response. If it reports a refusal but names a new object, that has to be checked.
fn created_by(affirmed: Result<(), Error>, is_named: bool, what: &str) -> Result<(), Error> {
    match (affirmed, is_named) {
        (Ok(()), false) => {
            Err(Error::new(ErrorKind::Decode, format!("the response names no new {what}")).after_effect())
        }
        (Err(error), true) => Err(error.after_effect()),
        (affirmed, _) => affirmed,
    }
}

/// Whether the object of a delete is gone or being deleted: it existed a moment ago, and an earlier attempt may have arrived.
async fn is_going(error: &Error, poll: impl Future<Output = Result<bool, Error>>) -> bool {
    let refused = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Conflict | ErrorKind::Invalid);
    error.attempts() > 1
        && refused
        && match poll.await {
            Ok(going) => going,
            Err(check_error) => check_error.kind() == ErrorKind::NotFound,
        }
}
