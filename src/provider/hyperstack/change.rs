//! The requests to Hyperstack that change something: what is checked before, what is sent, and what the answer says of it.

use super::{Hyperstack, PROFILE, PROVIDER, map};
use crate::capability::unsupported;
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::types;
use crate::handle::Ticket;
use crate::model::{CreateImage, CreateSnapshot, NewVm, SnapshotRef, SnapshotStatus};
use crate::provider::{is_new, unfit};
use crate::transport::CallOptions;

/// What a refused request was about.
#[derive(Clone, Copy)]
enum Subject {
    Vm(i64),
    Snapshot(i64),
}

impl Hyperstack {
    /// Reads the snapshot that something is to be made from: one that is not ready is refused.
    pub(super) async fn source(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let row = self.row(options, snapshot).await?;
        let refused = |kind| {
            Err(Error::new(kind, format!("the snapshot's status is {}; nothing was sent", map::status_text(&row))))
        };
        match map::snapshot_status(map::status_text(&row)) {
            SnapshotStatus::Creating => refused(ErrorKind::Conflict),
            SnapshotStatus::Failed | SnapshotStatus::Deleting => refused(ErrorKind::Invalid),
            // What an unknown word means the provider knows: from a snapshot that is not ready it makes nothing.
            _ => Ok(row),
        }
    }

    /// A 400 may mean that the object is busy, and that the same call works later: the object's state tells, the text does not.
    async fn explained(&self, options: &CallOptions, error: Error, about: Subject) -> Error {
        if error.status() != Some(400) {
            return error;
        }
        let passing = match about {
            Subject::Vm(id) => self.vm_row(options, id).await.is_ok_and(|vm| map::is_passing(&vm)),
            Subject::Snapshot(id) => self.snapshot_row(options, id).await.is_ok_and(|row| {
                matches!(
                    map::snapshot_status(map::status_text(&row)),
                    SnapshotStatus::Creating | SnapshotStatus::Unknown
                )
            }),
        };
        match (passing, about) {
            (false, _) => error,
            (true, Subject::Vm(id)) => {
                error.meaning(ErrorKind::Conflict).hint(format!("vm {id} is busy: try again once it is not"))
            }
            (true, Subject::Snapshot(id)) => {
                error.meaning(ErrorKind::Conflict).hint(format!("snapshot {id} is not ready: try again once it is"))
            }
        }
    }

    /// Whether what an answer names can be what the request made.
    fn is_new(&self, ticket: &Ticket, id: i64, made: Option<&str>) -> bool {
        is_new(ticket, PROFILE.rules, &self.clock, &id.to_string(), made)
    }

    pub(super) async fn create(
        &self,
        options: &CallOptions,
        request: &CreateSnapshot,
        ticket: &mut Ticket,
    ) -> Result<(), Error> {
        let vm = request.vm.number()?;
        let body = types::SnapshotCreation {
            name: request.name.clone(),
            description: description(request).to_owned(),
            labels: (!request.labels.is_empty()).then(|| request.labels.clone()),
        };
        ticket.sent_at = Some(self.clock.now());
        let client = self.per_call(options);
        let sending = client.create_snapshot().vm_id(vm).body(body).send();
        match self.sent("create_snapshot", sending).await {
            Ok(response) => {
                let made = &response.snapshot;
                let fits = made.name == request.name && made.vm_id == vm && made.id > 0;
                if !fits || !self.is_new(ticket, made.id, made.created_at.as_deref()) {
                    return Err(elsewhere());
                }
                ticket.resource = Some(made.id.to_string());
                // It says no, and yet names a snapshot: whether that is there must be looked at.
                self.affirmed("create_snapshot", &response).map_err(Error::after_effect)
            }
            Err(error) => Err(self.explained(options, error, Subject::Vm(vm)).await),
        }
    }

    pub(super) async fn restore(
        &self,
        options: &CallOptions,
        snapshot: &SnapshotRef,
        new: &NewVm,
        ticket: &mut Ticket,
    ) -> Result<(), Error> {
        let id = snapshot.id.number()?;
        let body = types::SnapshotRestoration { new_vm_name: new.name.clone(), contract_id: contract_of(new)? };
        ticket.sent_at = Some(self.clock.now());
        let client = self.per_call(options);
        let sending = client.restore_snapshot().snapshot_id(id).body(body).send();
        let response = match self.sent("restore_snapshot", sending).await {
            Ok(response) => response,
            Err(error) => return Err(self.explained(options, error, Subject::Snapshot(id)).await),
        };
        let mut machines = response.instances.iter().flatten().chain(&response.instance).peekable();
        let others = machines.peek().is_some();
        let named = machines.find(|machine| {
            let made = machine.created_at.as_deref();
            machine.name == new.name && machine.id > 0 && self.is_new(ticket, machine.id, made)
        });
        if others && named.is_none() {
            return Err(elsewhere());
        }
        ticket.resource = named.map(|machine| machine.id.to_string());
        let warnings = map::warnings(response.errors.as_ref()).into_iter();
        let warnings = warnings.map(|warning| format!("the machine is made, but {warning}"));
        ticket.warnings.extend(warnings.map(|warning| self.transport.redacted(&warning)));
        match (self.affirmed("restore_snapshot", &response), &ticket.resource) {
            (Ok(()), Some(_)) => Ok(()),
            (Ok(()), None) => Err(Error::new(ErrorKind::Decode, "the answer names no new machine").after_effect()),
            (Err(error), None) => Err(error),
            (Err(error), Some(_)) => Err(error.after_effect()),
        }
    }

    pub(super) async fn delete(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<(), Error> {
        let id = snapshot.id.number()?;
        let client = self.per_call(options);
        let sending = client.delete_snapshot().snapshot_id(id).send();
        let Err(error) = self.query("delete_snapshot", sending).await else { return Ok(()) };
        // It was there a moment ago, and an earlier attempt may have arrived: what is gone or going is as asked.
        if error.attempts() > 1
            && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Conflict | ErrorKind::Invalid)
        {
            match self.snapshot_row(options, id).await {
                Err(check_error) if check_error.kind() == ErrorKind::NotFound => return Ok(()),
                Ok(row) if map::snapshot_status(map::status_text(&row)) == SnapshotStatus::Deleting => return Ok(()),
                _ => {}
            }
        }
        Err(self.explained(options, error, Subject::Snapshot(id)).await)
    }

    pub(super) async fn delete_vm(&self, options: &CallOptions, id: i64) -> Result<(), Error> {
        let client = self.per_call(options);
        let sending = client.delete_vm().vm_id(id).send();
        let Err(error) = self.query("delete_vm", sending).await else { return Ok(()) };
        // It was there a moment ago, and an earlier attempt may have arrived: what is gone or going is as asked.
        if error.attempts() > 1
            && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Conflict | ErrorKind::Invalid)
        {
            match self.vm_row(options, id).await {
                Err(check_error) if check_error.kind() == ErrorKind::NotFound => return Ok(()),
                Ok(row) if map::vm_phase(&row.status) == map::VmPhase::Going => return Ok(()),
                _ => {}
            }
        }
        Err(error)
    }

    pub(super) async fn image(
        &self,
        options: &CallOptions,
        request: &CreateImage,
        ticket: &mut Ticket,
    ) -> Result<(), Error> {
        let id = request.snapshot.id.number()?;
        let labels = (!request.labels.is_empty()).then(|| request.labels.clone());
        let body = types::ImageCreation { name: request.name.clone(), labels };
        let client = self.per_call(options);
        let sending = client.create_image().snapshot_id(id).body(body).send();
        let response = match self.sent("create_image", sending).await {
            Ok(response) => response,
            Err(error) => return Err(self.explained(options, error, Subject::Snapshot(id)).await),
        };
        let other = response.image.as_ref().is_some_and(|image| image.name != request.name);
        let made = response.image.as_ref().map(|image| image.id).or(response.id);
        if other || made.is_some_and(|id| id < 1 || !self.is_new(ticket, id, None)) {
            return Err(elsewhere());
        }
        ticket.resource = made.map(|id| id.to_string());
        match (self.affirmed("create_image", &response), made) {
            (Ok(()), Some(_)) => Ok(()),
            (Ok(()), None) => Err(Error::new(ErrorKind::Decode, "the answer names no new image").after_effect()),
            (Err(error), None) => Err(error),
            (Err(error), Some(_)) => Err(error.after_effect()),
        }
    }
}

/// Another object may be what a cache or a gateway had at hand: whether the request took effect is then not known.
fn elsewhere() -> Error {
    unfit("the response is about another object than the request").after_effect()
}

/// The description that is sent: the provider demands one.
pub(super) fn description(request: &CreateSnapshot) -> &str {
    request.description.as_deref().unwrap_or(&request.name)
}

/// The contract's id, which is a number on the wire.
fn contract_of(new: &NewVm) -> Result<Option<i64>, Error> {
    let number = |text: &String| {
        let canonical = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        text.parse::<i64>().ok().filter(|_| canonical).ok_or_else(|| {
            Error::new(ErrorKind::Invalid, format!("contract {text:?} cannot be an id here: it must be a whole number"))
        })
    };
    new.contract.as_ref().map(number).transpose()
}

/// Everything but the name and the contract comes from the snapshot.
pub(super) fn check_new_vm(new: &NewVm) -> Result<(), Error> {
    let given = [
        (new.hostname.is_some(), "a host name for the new machine"),
        (new.vm_type.is_some(), "a type for the new machine"),
        (new.region.is_some(), "a region for the new machine"),
        (new.login.is_some(), "SSH keys or a password for the new machine"),
    ];
    match given.into_iter().find(|(given, _)| *given) {
        Some((_, what)) => Err(unsupported(PROVIDER, what, "leave it out: it comes from the snapshot")),
        None => contract_of(new).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_is_a_number() {
        let mut new = NewVm::new("n");
        for (text, number) in [("618", Some(618)), ("0618", None), ("-1", None), ("x", None), ("", None)] {
            new.contract = Some(text.to_owned());
            assert_eq!(contract_of(&new).ok().flatten(), number, "{text:?}");
        }
    }
}
