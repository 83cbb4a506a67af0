//! Polls operations on Hyperstack: by the ID from the response or, if that was lost, by what is new.

use super::{map, rows};
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::Client;
use crate::handle::{Ticket, Verb};
use crate::journal::Candidate;
use crate::model::{Resource, SnapshotStatus};
use crate::provider::backend::{Observation, not_offered};
use crate::provider::kit::{Adapter, Kept, absent, deleted, found, is_done_status, new_machine, ready, running};

impl Adapter<Client> {
    /// The ID of the new object, from the response or a list; or what was observed if it is not known yet.
    async fn own(&self, ticket: &mut Ticket) -> Result<Result<i64, Observation>, Error> {
        let id = match ticket.resource.clone() {
            Some(id) => id,
            None => {
                let rows = self.candidates(ticket).await?;
                match self.claim(ticket, rows)? {
                    Ok(id) => id,
                    Err(seen) => return Ok(Err(seen)),
                }
            }
        };
        // This adapter wrote it, so anything else means that the handle was tampered with.
        let invalid = |_| Error::new(ErrorKind::Invalid, "the ID in the handle is not a number");
        id.parse().map(Ok).map_err(invalid)
    }

    /// The objects that the request may have created.
    async fn candidates(&self, ticket: &Ticket) -> Result<Vec<Candidate>, Error> {
        Ok(match ticket.verb {
            Verb::CreateSnapshot => {
                let Some(of) = &ticket.vm else { return Ok(Vec::new()) };
                let rows = self.snapshots_of(of.number()?).await?;
                let candidate = |row: &Kept<rows::Snapshot>| Candidate {
                    description: row.description.clone(),
                    ..Candidate::new(row.id, Some(&row.name), row.created_at.as_deref())
                };
                rows.iter().map(candidate).collect()
            }
            Verb::RestoreSnapshot => {
                let rows = self.all_vms().await?;
                // There may be many machines with other names, which are irrelevant.
                let rows = rows.iter().filter(|row| Some(&row.name) == ticket.name.as_ref());
                rows.map(|row| Candidate::new(row.id, Some(&row.name), row.created_at.as_deref())).collect()
            }
            _ => {
                let Some(target) = &ticket.target else { return Ok(Vec::new()) };
                let row = self.snapshot_row(target.number()?).await?;
                map::image_of(&row).map(|(id, name)| Candidate::new(id, name, None)).into_iter().collect()
            }
        })
    }

    pub(super) async fn created(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => id,
            Err(seen) => return Ok(seen),
        };
        let Some(row) = found(self.snapshot_row(id).await)? else { return Ok(Observation::Gone) };
        let status_text = map::status_text(&row);
        Ok(match map::status(&row) {
            _ if is_done_status(status_text, done_words) => ready(map::snapshot(row.clone())?),
            SnapshotStatus::Ready => ready(map::snapshot(row.clone())?),
            SnapshotStatus::Failed => Observation::Failed(format!("the snapshot's status is {status_text}")),
            _ => running(status_text),
        })
    }

    pub(super) async fn restored(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => id,
            Err(seen) => return Ok(seen),
        };
        let Some(row) = found(self.vm_row(id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        Ok(match map::vm_phase(status_text) {
            _ if is_done_status(status_text, done_words) => new_machine(map::vm(row.clone())?),
            map::VmPhase::Made => new_machine(map::vm(row.clone())?),
            map::VmPhase::Creating => running(status_text),
            map::VmPhase::Going => Observation::Gone,
            map::VmPhase::Failed => {
                Observation::Failed(format!("the new machine {id} is there, with the status {status_text}"))
            }
        })
    }

    pub(super) async fn deleted(&self, ticket: &Ticket) -> Result<Observation, Error> {
        let target = ticket.target.as_ref().ok_or_else(not_offered)?;
        let row = match self.snapshot_row(target.number()?).await {
            Err(error) => return absent(error, target),
            Ok(row) => row,
        };
        Ok(going(ticket, target, map::status_text(&row), map::status(&row) == SnapshotStatus::Deleting))
    }

    pub(super) async fn vm_deleted(&self, ticket: &Ticket) -> Result<Observation, Error> {
        let vm = ticket.vm.as_ref().ok_or_else(not_offered)?;
        let row = match self.vm_row(vm.number()?).await {
            Err(error) => return absent(error, vm),
            Ok(row) => row,
        };
        Ok(going(ticket, vm, &row.status, map::vm_phase(&row.status) == map::VmPhase::Going))
    }

    pub(super) async fn imaged(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => id,
            Err(seen) => return Ok(seen),
        };
        Ok(match found(self.image_row(id).await)? {
            Some(row) if row.deleted != Some(true) => Observation::Done(Resource::Image(Box::new(map::image(row)))),
            _ => Observation::Gone,
        })
    }
}

/// The state of a delete whose object is still visible.
fn going(ticket: &Ticket, id: impl std::fmt::Display, status_text: &str, is_going: bool) -> Observation {
    if status_text.eq_ignore_ascii_case("DELETED") {
        Observation::Done(deleted(id))
    } else if ticket.uncertain && !is_going {
        // The response was lost, and there is no sign that the request arrived.
        Observation::Pending
    } else {
        running(status_text)
    }
}
