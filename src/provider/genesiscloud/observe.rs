//! Polls operations on Genesis Cloud, and finds the new object if the response was lost.

use super::{map, rows};
use crate::error::Error;
use crate::generated::genesiscloud::Client;
use crate::handle::{Ticket, Verb};
use crate::journal::Candidate;
use crate::model::{SnapshotId, SnapshotStatus, VmId, Warning, WarningKind};
use crate::provider::backend::{ABSENCES_FROM_THE_START, Observation, not_offered};
use crate::provider::kit::{
    self, Adapter, Kept, absent, baseline, decode_id, found, is_done_status, new_machine, ready,
};

/// A poll that contradicts the accepted request: one of the servers may lag, so only many consecutive ones count.
fn doubt(ticket: &mut Ticket, status: Option<String>, otherwise: Observation) -> Observation {
    ticket.contradictions += 1;
    if ticket.contradictions >= ABSENCES_FROM_THE_START {
        otherwise
    } else {
        Observation::Running { status, progress: None }
    }
}

/// A poll consistent with progress: resets the count of contradictions.
fn running(ticket: &mut Ticket, status: &str) -> Observation {
    ticket.contradictions = 0;
    kit::running(status)
}

impl Adapter<Client> {
    // --- new objects ---

    /// The ID of the new object, from the response or a list; or what was observed if it is not known yet.
    async fn own(&self, ticket: &mut Ticket) -> Result<Result<String, Observation>, Error> {
        match ticket.resource.clone() {
            Some(id) => Ok(Ok(id)),
            None => {
                let rows = self.candidates(ticket).await?;
                self.claim(ticket, rows)
            }
        }
    }

    /// Records the objects that exist before the request.
    pub(super) async fn keep_baseline(&self, ticket: &mut Ticket) -> Result<(), Error> {
        let makes = |verb: &Verb| !matches!(verb, Verb::RenameSnapshot | Verb::DeleteSnapshot | Verb::DeleteVm);
        if makes(&ticket.verb) {
            let rows = self.candidates(ticket).await;
            ticket.baseline = baseline(rows.map(|rows| rows.into_iter().map(|row| row.id).collect()))?;
        }
        Ok(())
    }

    /// The objects that the request may have created, by source and region.
    async fn candidates(&self, ticket: &Ticket) -> Result<Vec<Candidate>, Error> {
        let region = |row: &rows::Snapshot| ticket.region.as_deref() == Some(row.region.as_str());
        if ticket.verb == Verb::RestoreSnapshot {
            let instances = self.all_vms().await?;
            let made = instances.iter().filter(|row| {
                let from = row.image.id.as_deref().zip(ticket.target.as_ref());
                let within = row.region.as_ref().zip(ticket.region.as_ref());
                from.is_none_or(|(image, snapshot)| image == snapshot.as_str())
                    && within.is_none_or(|(its, wanted)| its.as_str() == wanted)
                    && Some(&row.name) == ticket.name.as_ref()
            });
            return Ok(made
                .map(|row| Candidate {
                    placed: row.image.id.is_some(),
                    ..Candidate::new(&row.id, Some(&row.name), Some(&row.created_at))
                })
                .collect());
        }
        let verb = ticket.verb;
        let vm = ticket.vm.as_ref().filter(|_| verb == Verb::CreateSnapshot);
        let snapshots = self.all_snapshots(vm).await?;
        let made = snapshots.iter().filter(|row| match verb {
            // The region of a create is that of the replica.
            Verb::CreateSnapshot => map::source_snapshot(row).is_none() && !region(row),
            Verb::CloneSnapshot => {
                map::source_snapshot(row) == ticket.target.as_ref().map(SnapshotId::as_str) && region(row)
            }
            _ => {
                let bare = map::source_snapshot(row).is_none() && map::source_instance(row).is_none();
                bare && region(row) && Some(&row.name) == ticket.name.as_ref()
            }
        });
        Ok(made.map(|row| Candidate::new(&row.id, Some(&row.name), Some(&row.created_at))).collect())
    }

    /// Polls the creation of a snapshot.
    pub(super) async fn created(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => decode_id(SnapshotId::new(id))?,
            Err(observation) => return Ok(observation),
        };
        let Some(row) = found(self.snapshot_row(&id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        match map::status(status_text) {
            SnapshotStatus::Failed => Ok(Observation::Failed(format!(
                "the status of snapshot {id} is {status_text:?}, and the provider gives no reason; delete it to remove it from \
                 the list"
            ))),
            SnapshotStatus::Deleting => Ok(Observation::Gone),
            SnapshotStatus::Ready => self.with_replica(ticket, &row).await,
            _ if is_done_status(status_text, done_words) => self.with_replica(ticket, &row).await,
            _ => Ok(running(ticket, status_text)),
        }
    }

    /// A snapshot that is ready. A requested replica is awaited once it is listed.
    async fn with_replica(&self, ticket: &mut Ticket, row: &Kept<rows::Snapshot>) -> Result<Observation, Error> {
        let done = ready(map::snapshot(row.clone())?);
        let Some(region) = ticket.region.clone().filter(|_| ticket.verb == Verb::CreateSnapshot) else {
            return Ok(done);
        };
        let rows = self.all_snapshots(None).await?;
        let copies = || {
            rows.iter()
                .filter(|copy| map::source_snapshot(copy) == Some(row.id.as_str()) && copy.region.as_str() == region)
        };
        // Someone may also have cloned it there, with another name.
        let Some(replica) = copies().find(|copy| copy.name == row.name).or_else(|| copies().next()) else {
            let seen = doubt(ticket, Some(format!("ready; replica not visible in {region} yet")), done);
            if matches!(seen, Observation::Done(_)) {
                let why = format!(
                    "the snapshot is ready, but {ABSENCES_FROM_THE_START} polls have shown no replica in {region}: it may be \
                     missing"
                );
                ticket.warnings = vec![Warning::new(WarningKind::SecondObjectMissing, why)];
            }
            return Ok(seen);
        };
        let (id, status_text) = (replica.id.as_str(), replica.status.as_str());
        match map::status(status_text) {
            SnapshotStatus::Ready => {
                let found = format!("the replica in {region} is snapshot {id}");
                ticket.warnings = vec![Warning::new(WarningKind::SecondObject, found)];
                Ok(done)
            }
            SnapshotStatus::Failed | SnapshotStatus::Deleting => Ok(Observation::Failed(format!(
                "snapshot {} is ready, but the status of its replica {id} in {region} is {status_text:?}",
                row.id
            ))),
            _ => Ok(running(ticket, &format!("ready; its replica in {region}: {status_text}"))),
        }
    }

    /// Polls the creation of an instance from a snapshot.
    pub(super) async fn restored(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => decode_id(VmId::new(id))?,
            Err(observation) => return Ok(observation),
        };
        let Some(row) = found(self.vm_row(&id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        match status_text {
            "error" => Ok(Observation::Failed(format!(
                "the status of the new machine {id} is {status_text:?}, and the provider gives no reason; it may be billed \
                 until it is deleted"
            ))),
            "deleting" => Ok(Observation::Gone),
            // A machine that can be stopped exists, so the restore succeeded.
            "active" | "stopping" | "stopped" | "shutoff" | "restarting" | "resetting" => {
                Ok(new_machine(map::vm(row.clone())?))
            }
            _ if is_done_status(status_text, done_words) => Ok(new_machine(map::vm(row.clone())?)),
            _ => Ok(running(ticket, status_text)),
        }
    }

    // --- existing objects ---

    /// Polls a rename.
    pub(super) async fn renamed(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = ticket.target.clone().ok_or_else(not_offered)?;
        match found(self.snapshot_row(&id).await)? {
            Some(row) if Some(&row.name) == ticket.name.as_ref() => Ok(ready(map::snapshot(row)?)),
            Some(_) if ticket.uncertain => Ok(Observation::Pending),
            Some(row) => {
                let why = format!("the rename was accepted, but the snapshot is still named {:?}", row.name);
                Ok(doubt(ticket, Some(row.status.clone()), Observation::Failed(why)))
            }
            None => Ok(Observation::Gone),
        }
    }

    /// Polls the deletion of a snapshot: it is gone once it can no longer be read.
    pub(super) async fn deleted(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = ticket.target.clone().ok_or_else(not_offered)?;
        let row = match self.snapshot_row(&id).await {
            Err(error) => return absent(error, id),
            Ok(row) => row,
        };
        let status_text = row.status.as_str();
        Ok(going(ticket, "snapshot", status_text, map::status(status_text) == SnapshotStatus::Deleting))
    }

    /// Polls the deletion of an instance.
    pub(super) async fn vm_deleted(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let vm = ticket.vm.clone().ok_or_else(not_offered)?;
        let row = match self.vm_row(&vm).await {
            Err(error) => return absent(error, vm),
            Ok(row) => row,
        };
        let status_text = row.status.as_str();
        Ok(going(ticket, "instance", status_text, status_text == "deleting"))
    }
}

/// The state of a delete whose object is still visible.
fn going(ticket: &mut Ticket, what: &str, status_text: &str, is_going: bool) -> Observation {
    if is_going {
        // The request has arrived, even if the response was lost.
        ticket.uncertain = false;
        return running(ticket, status_text);
    }
    if ticket.uncertain {
        return Observation::Pending;
    }
    let why = format!(
        "the deletion was accepted, but the status of the {what} is still {status_text:?}; delete it again, or contact the provider"
    );
    doubt(ticket, Some(status_text.to_owned()), Observation::Failed(why))
}
