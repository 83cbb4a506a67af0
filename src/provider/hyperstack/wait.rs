//! What became of an operation on Hyperstack: by the id that its answer told, or, if the answer was lost, by what is new.

use super::{Hyperstack, PROVIDER, map};
use crate::capability::unsupported;
use crate::error::{Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::journal::Candidate;
use crate::model::{Deleted, Resource, Restored, SnapshotStatus, VmId};
use crate::provider::{Observation, claimed, found};
use crate::transport::CallOptions;

/// The id that the ticket holds: written by this adapter, so anything else is a handle that was tampered with.
fn known(ticket: &Ticket) -> Result<Option<i64>, Error> {
    let invalid = |_| Error::new(ErrorKind::Invalid, "the handle holds an id that is no number");
    ticket.resource.as_ref().map(|id| id.parse().map_err(invalid)).transpose()
}

fn running(status: &str) -> Observation {
    Observation::Running { status: Some(status.to_owned()), progress: None }
}

impl Hyperstack {
    /// The id of what was made; or what is seen as long as it is not known.
    fn own(&self, ticket: &mut Ticket, rows: Vec<Candidate>) -> Result<Result<i64, Observation>, Error> {
        let claim = self.journal.claim(ticket, rows, self.clock.now())?;
        Ok(claimed(&self.transport, ticket, claim).and_then(|id| id.parse().map_err(|_| Observation::Pending)))
    }

    pub(super) async fn poll_once(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        let done = |status: &str| done_words.iter().any(|status_text| status_text.eq_ignore_ascii_case(status));
        match ticket.verb {
            Verb::CreateSnapshot => self.created(options, ticket, done).await,
            Verb::RestoreSnapshot => self.restored(options, ticket, done).await,
            Verb::DeleteSnapshot => self.deleted(options, ticket).await,
            Verb::DeleteVm => self.vm_deleted(options, ticket).await,
            Verb::CreateImage => self.imaged(options, ticket).await,
            _ => Err(unsupported(PROVIDER, "this", "")),
        }
    }

    async fn created(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done: impl Fn(&str) -> bool,
    ) -> Result<Observation, Error> {
        let id = match known(ticket)? {
            Some(id) => id,
            None => {
                let of = ticket.vm.as_ref().map(VmId::number).transpose()?;
                let rows = self.all_snapshots(options).await?.into_iter();
                let rows = rows.filter(|row| Some(row.vm_id) == of);
                let rows = rows.map(|row| Candidate::new(row.id, Some(&row.name), row.created_at.as_deref()));
                match self.own(ticket, rows.collect())? {
                    Ok(id) => id,
                    Err(seen) => return Ok(seen),
                }
            }
        };
        let Some(row) = found(self.snapshot_row(options, id).await)? else { return Ok(Observation::Gone) };
        let snapshot = || Ok(Observation::Done(Resource::Snapshot(Box::new(map::snapshot(&row)?))));
        match map::snapshot_status(map::status_text(&row)) {
            _ if done(map::status_text(&row)) => snapshot(),
            SnapshotStatus::Ready => snapshot(),
            SnapshotStatus::Failed => {
                Ok(Observation::Failed(format!("the snapshot's status is {}", map::status_text(&row))))
            }
            _ => Ok(running(map::status_text(&row))),
        }
    }

    async fn restored(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done: impl Fn(&str) -> bool,
    ) -> Result<Observation, Error> {
        let id = match known(ticket)? {
            Some(id) => id,
            None => {
                let rows = self.all_vms(options).await?.into_iter();
                // Machines of other names are none of its business, and may be many.
                let rows = rows.filter(|row| Some(&row.name) == ticket.name.as_ref());
                let rows = rows.map(|row| Candidate::new(row.id, Some(&row.name), row.created_at.as_deref()));
                match self.own(ticket, rows.collect())? {
                    Ok(id) => id,
                    Err(seen) => return Ok(seen),
                }
            }
        };
        let Some(row) = found(self.vm_row(options, id).await)? else { return Ok(Observation::Gone) };
        let machine = || {
            let vm = map::vm(&row)?;
            let restored = Restored { vm_id: Some(vm.id.clone()), vm: Some(vm), confirmed: true };
            Ok(Observation::Done(Resource::Restored(Box::new(restored))))
        };
        match map::vm_phase(&row.status) {
            _ if done(&row.status) => machine(),
            map::VmPhase::Made => machine(),
            map::VmPhase::Creating => Ok(running(&row.status)),
            map::VmPhase::Going => Ok(Observation::Gone),
            map::VmPhase::Failed => {
                Ok(Observation::Failed(format!("the new machine {id} is there, with the status {}", row.status)))
            }
        }
    }

    async fn deleted(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let Some(target) = ticket.target.clone() else { return Ok(Observation::Gone) };
        let gone = Resource::Deleted(Deleted { id: target.to_string(), deleted: true });
        let row = match self.snapshot_row(options, target.number()?).await {
            Err(error) => return absent(error, gone),
            Ok(row) => row,
        };
        Ok(match map::snapshot_status(map::status_text(&row)) {
            _ if map::status_text(&row).eq_ignore_ascii_case("DELETED") => Observation::Done(gone),
            // The answer was lost, and nothing shows that the request arrived.
            status if ticket.uncertain && status != SnapshotStatus::Deleting => Observation::Pending,
            _ => running(map::status_text(&row)),
        })
    }

    async fn vm_deleted(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let Some(vm) = ticket.vm.clone() else { return Ok(Observation::Gone) };
        let gone = Resource::Deleted(Deleted { id: vm.to_string(), deleted: true });
        let row = match self.vm_row(options, vm.number()?).await {
            Err(error) => return absent(error, gone),
            Ok(row) => row,
        };
        Ok(match map::vm_phase(&row.status) {
            _ if row.status.eq_ignore_ascii_case("DELETED") => Observation::Done(gone),
            // The answer was lost, and nothing shows that the request arrived.
            phase if ticket.uncertain && phase != map::VmPhase::Going => Observation::Pending,
            _ => running(&row.status),
        })
    }

    async fn imaged(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = match known(ticket)? {
            Some(id) => id,
            None => {
                let Some(target) = ticket.target.clone() else { return Ok(Observation::Pending) };
                let row = self.snapshot_row(options, target.number()?).await?;
                let made = map::image_of(&row).map(|(id, name)| Candidate::new(id, name, None));
                match self.own(ticket, made.into_iter().collect())? {
                    Ok(id) => id,
                    Err(seen) => return Ok(seen),
                }
            }
        };
        match found(self.image_row(options, id).await)? {
            Some(row) if row.deleted != Some(true) => {
                Ok(Observation::Done(Resource::Image(Box::new(map::image(&row)))))
            }
            _ => Ok(Observation::Gone),
        }
    }
}

/// What an error says of the end of a delete: the provider itself knows no such object, or only its list does not have it.
fn absent(error: Error, gone: Resource) -> Result<Observation, Error> {
    match error.kind() {
        ErrorKind::NotFound if error.status().is_some() => Ok(Observation::Done(gone)),
        ErrorKind::NotFound => Ok(Observation::Unlisted(gone)),
        _ => Err(error),
    }
}
