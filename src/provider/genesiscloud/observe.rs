//! What became of an order to Genesis Cloud: its states, and how what was made is found where the answer was lost.

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

/// A look that contradicts what the provider had accepted: one of its servers may lag, so it takes many in a row.
fn doubt(ticket: &mut Ticket, status: Option<String>, verdict: Observation) -> Observation {
    ticket.contradictions += 1;
    if ticket.contradictions >= ABSENCES_FROM_THE_START {
        verdict
    } else {
        Observation::Running { status, progress: None }
    }
}

/// A look that fits.
fn running(ticket: &mut Ticket, status: &str) -> Observation {
    ticket.contradictions = 0;
    kit::running(status)
}

impl Adapter<Client> {
    // --- what was made ---

    /// The id of what was made, from the answer or by looking; or what is seen as long as it is not known.
    async fn own(&self, ticket: &mut Ticket) -> Result<Result<String, Observation>, Error> {
        match ticket.resource.clone() {
            Some(id) => Ok(Ok(id)),
            None => {
                let rows = self.candidates(ticket).await?;
                self.claim(ticket, rows)
            }
        }
    }

    /// Takes down what is there before the request: it is not what the request makes.
    pub(super) async fn keep_baseline(&self, ticket: &mut Ticket) -> Result<(), Error> {
        let makes = |verb: &Verb| !matches!(verb, Verb::RenameSnapshot | Verb::DeleteSnapshot | Verb::DeleteVm);
        if makes(&ticket.verb) {
            let rows = self.candidates(ticket).await;
            ticket.baseline = baseline(rows.map(|rows| rows.into_iter().map(|row| row.id).collect()))?;
        }
        Ok(())
    }

    /// What the request may have made, by its source and region.
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
            // The region of a create is the replica's.
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

    /// A snapshot that is being made.
    pub(super) async fn created(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => decode_id(SnapshotId::new(id))?,
            Err(observation) => return Ok(observation),
        };
        let Some(row) = found(self.snapshot_row(&id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        match map::status(status_text) {
            SnapshotStatus::Failed => Ok(Observation::Failed(format!(
                "the snapshot {id} ended as {status_text:?}, and the provider gives no reason; it is listed until it is \
                 deleted"
            ))),
            SnapshotStatus::Deleting => Ok(Observation::Gone),
            SnapshotStatus::Ready => self.with_replica(ticket, &row).await,
            _ if is_done_status(status_text, done_words) => self.with_replica(ticket, &row).await,
            _ => Ok(running(ticket, status_text)),
        }
    }

    /// A snapshot that is ready. Where a replica was asked for, it is waited for as soon as it is listed.
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
        // Somebody may have cloned it there as well, by another name.
        let Some(replica) = copies().find(|copy| copy.name == row.name).or_else(|| copies().next()) else {
            let seen = doubt(ticket, Some(format!("ready; no replica is listed in {region} yet")), done);
            if matches!(seen, Observation::Done(_)) {
                let why = format!(
                    "the snapshot is ready, and no replica of it was listed in {region} at {ABSENCES_FROM_THE_START} looks: \
                     it may be missing"
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
                "the snapshot {} is ready, and its replica {id} in {region} shows as {status_text:?}",
                row.id
            ))),
            _ => Ok(running(ticket, &format!("ready; its replica in {region}: {status_text}"))),
        }
    }

    /// A new instance that is being made from a snapshot.
    pub(super) async fn restored(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error> {
        let id = match self.own(ticket).await? {
            Ok(id) => decode_id(VmId::new(id))?,
            Err(observation) => return Ok(observation),
        };
        let Some(row) = found(self.vm_row(&id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        match status_text {
            "error" => Ok(Observation::Failed(format!(
                "the new machine {id} ended as {status_text:?}, and the provider gives no reason; it may be billed until \
                 it is deleted"
            ))),
            "deleting" => Ok(Observation::Gone),
            // Whoever stops a machine has it.
            "active" | "stopping" | "stopped" | "shutoff" | "restarting" | "resetting" => {
                Ok(new_machine(map::vm(row.clone())?))
            }
            _ if is_done_status(status_text, done_words) => Ok(new_machine(map::vm(row.clone())?)),
            _ => Ok(running(ticket, status_text)),
        }
    }

    // --- what was changed ---

    /// A snapshot under its new name.
    pub(super) async fn renamed(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = ticket.target.clone().ok_or_else(not_offered)?;
        match found(self.snapshot_row(&id).await)? {
            Some(row) if Some(&row.name) == ticket.name.as_ref() => Ok(ready(map::snapshot(row)?)),
            Some(_) if ticket.uncertain => Ok(Observation::Pending),
            Some(row) => {
                let why = format!("the renaming was accepted, and the snapshot is still called {:?}", row.name);
                Ok(doubt(ticket, Some(row.status.clone()), Observation::Failed(why)))
            }
            None => Ok(Observation::Gone),
        }
    }

    /// A snapshot that is going away: gone is what cannot be read any more.
    pub(super) async fn deleted(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = ticket.target.clone().ok_or_else(not_offered)?;
        let row = match self.snapshot_row(&id).await {
            Err(error) => return absent(error, id),
            Ok(row) => row,
        };
        let status_text = row.status.as_str();
        Ok(going(ticket, "snapshot", status_text, map::status(status_text) == SnapshotStatus::Deleting))
    }

    /// An instance that is going away.
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

/// What is seen of a delete whose object still shows.
fn going(ticket: &mut Ticket, what: &str, status_text: &str, is_going: bool) -> Observation {
    if is_going {
        // Whatever became of the answer: the order has arrived.
        ticket.uncertain = false;
        return running(ticket, status_text);
    }
    if ticket.uncertain {
        return Observation::Pending;
    }
    let why = format!(
        "the provider accepted the deletion, and the {what} still shows as {status_text:?}; delete it again, or ask the provider"
    );
    doubt(ticket, Some(status_text.to_owned()), Observation::Failed(why))
}
