//! What became of an order to Genesis Cloud: its states, and how what was made is found where the answer was lost.

use super::mapping::{resource_of, source_instance, source_snapshot, status_of, vm_of};
use super::{GenesisCloud, PROVIDER};
use crate::capability::unsupported;
use crate::error::{Error, ErrorKind};
use crate::generated::genesiscloud::types;
use crate::handle::{Ticket, Verb};
use crate::journal::Candidate;
use crate::model::{Deleted, Resource, Restored, SnapshotId, SnapshotStatus, VmId};
use crate::operation::ABSENCES_FROM_THE_START;
use crate::provider::{Observation, baseline, claimed, decode_id, found};
use crate::transport::CallOptions;

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
    Observation::Running { status: Some(status.to_owned()), progress: None }
}

fn is_done_status(status: &str, done_words: &[String]) -> bool {
    done_words.iter().any(|status_text| status_text.eq_ignore_ascii_case(status))
}

impl GenesisCloud {
    // --- what was made ---

    /// The id of what was made, from the answer or by looking; the observation where it is not known.
    async fn resource(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Result<String, Observation>, Error> {
        if let Some(id) = &ticket.resource {
            return Ok(Ok(id.clone()));
        }
        let rows = self.candidates(options, ticket).await?;
        let claim = self.journal.claim(ticket, rows, self.clock.now())?;
        Ok(claimed(&self.transport, ticket, claim))
    }

    /// Takes down what is there before the request: it is not what the request makes.
    pub(super) async fn keep_baseline(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<(), Error> {
        let makes = |verb: &Verb| !matches!(verb, Verb::RenameSnapshot | Verb::DeleteSnapshot);
        if makes(&ticket.verb) {
            let rows = self.candidates(options, ticket).await;
            ticket.baseline = baseline(rows.map(|rows| rows.into_iter().map(|row| row.id).collect()))?;
        }
        Ok(())
    }

    /// What the request may have made, by its source and region.
    async fn candidates(&self, options: &CallOptions, ticket: &Ticket) -> Result<Vec<Candidate>, Error> {
        let region = |row: &types::Snapshot| ticket.region.as_deref() == Some(row.region.as_str());
        if ticket.verb == Verb::RestoreSnapshot {
            let instances = self.all_instances(options).await?;
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
        let snapshots = self.all_snapshots(options, vm).await?;
        let made = snapshots.iter().filter(|row| match verb {
            // The region of a create is the replica's.
            Verb::CreateSnapshot => source_snapshot(row).is_none() && !region(row),
            Verb::CloneSnapshot => {
                source_snapshot(row) == ticket.target.as_ref().map(SnapshotId::as_str) && region(row)
            }
            _ => {
                let bare = source_snapshot(row).is_none() && source_instance(row).is_none();
                bare && region(row) && Some(&row.name) == ticket.name.as_ref()
            }
        });
        Ok(made.map(|row| Candidate::new(&row.id, Some(&row.name), Some(&row.created_at))).collect())
    }

    /// A snapshot that is being made.
    pub(super) async fn made(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        let id = match self.resource(options, ticket).await? {
            Ok(id) => decode_id(SnapshotId::new(id))?,
            Err(observation) => return Ok(observation),
        };
        let Some(row) = found(self.get(options, &id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        match status_of(status_text) {
            SnapshotStatus::Failed => Ok(Observation::Failed(format!(
                "the snapshot {id} ended as {status_text:?}, and the provider gives no reason; it is listed until it is \
                 deleted"
            ))),
            SnapshotStatus::Deleting => Ok(Observation::Gone),
            SnapshotStatus::Ready => self.with_replica(options, ticket, &row).await,
            _ if is_done_status(status_text, done_words) => self.with_replica(options, ticket, &row).await,
            _ => Ok(running(ticket, status_text)),
        }
    }

    /// A snapshot that is ready. Where a replica was asked for, it is waited for as soon as it is listed.
    async fn with_replica(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        row: &types::Snapshot,
    ) -> Result<Observation, Error> {
        let done = Observation::Done(resource_of(row)?);
        let Some(region) = ticket.region.clone().filter(|_| ticket.verb == Verb::CreateSnapshot) else {
            return Ok(done);
        };
        let rows = self.all_snapshots(options, None).await?;
        let copies = || {
            rows.iter().filter(|copy| source_snapshot(copy) == Some(row.id.as_str()) && copy.region.as_str() == region)
        };
        // Somebody may have cloned it there as well, by another name.
        let Some(replica) = copies().find(|copy| copy.name == row.name).or_else(|| copies().next()) else {
            let seen = doubt(ticket, Some(format!("ready; no replica is listed in {region} yet")), done);
            if matches!(seen, Observation::Done(_)) {
                ticket.warnings = vec![format!(
                    "the snapshot is ready, and no replica of it was listed in {region} at {ABSENCES_FROM_THE_START} looks: \
                     it may be missing"
                )];
            }
            return Ok(seen);
        };
        let (id, status_text) = (replica.id.as_str(), replica.status.as_str());
        match status_of(status_text) {
            SnapshotStatus::Ready => {
                ticket.warnings = vec![format!("the replica in {region} is snapshot {id}")];
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
    pub(super) async fn restored(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        let id = match self.resource(options, ticket).await? {
            Ok(id) => decode_id(VmId::new(id))?,
            Err(observation) => return Ok(observation),
        };
        let Some(row) = found(self.instance(options, &id).await)? else { return Ok(Observation::Gone) };
        let status_text = row.status.as_str();
        match status_text {
            "error" => Ok(Observation::Failed(format!(
                "the new machine {id} ended as {status_text:?}, and the provider gives no reason; it may be billed until \
                 it is deleted"
            ))),
            "deleting" => Ok(Observation::Gone),
            // Whoever stops a machine has it.
            "active" | "stopping" | "stopped" | "shutoff" | "restarting" | "resetting" => done_vm(&row, id),
            _ if is_done_status(status_text, done_words) => done_vm(&row, id),
            _ => Ok(running(ticket, status_text)),
        }
    }

    // --- what was changed ---

    /// A snapshot under its new name.
    pub(super) async fn renamed(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let Some(id) = ticket.target.clone() else { return Err(unsupported(PROVIDER, "this", "")) };
        match found(self.get(options, &id).await)? {
            Some(row) if Some(&row.name) == ticket.name.as_ref() => Ok(Observation::Done(resource_of(&row)?)),
            Some(_) if ticket.uncertain => Ok(Observation::Pending),
            Some(row) => {
                let why = format!("the renaming was accepted, and the snapshot is still called {:?}", row.name);
                Ok(doubt(ticket, Some(row.status.to_string()), Observation::Failed(why)))
            }
            None => Ok(Observation::Gone),
        }
    }

    /// A snapshot that is going away: gone is what cannot be read any more.
    pub(super) async fn deleted(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let Some(id) = ticket.target.clone() else { return Err(unsupported(PROVIDER, "this", "")) };
        let row = match self.get(options, &id).await {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let deleted = Resource::Deleted(Deleted { id: id.to_string(), deleted: true });
                // Without a status it is the list that does not have it.
                let reported = error.status().is_some();
                return Ok(if reported { Observation::Done(deleted) } else { Observation::Unlisted(deleted) });
            }
            row => row?,
        };
        let status_text = row.status.as_str();
        if status_of(status_text) == SnapshotStatus::Deleting {
            // Whatever became of the answer: the order has arrived.
            ticket.uncertain = false;
            return Ok(running(ticket, status_text));
        }
        if ticket.uncertain {
            return Ok(Observation::Pending);
        }
        let why = format!(
            "the provider accepted the deletion, and the snapshot still shows as {status_text:?}; delete it again, or ask the \
             provider"
        );
        Ok(doubt(ticket, Some(status_text.to_owned()), Observation::Failed(why)))
    }

    pub(super) async fn instance_deleted(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
    ) -> Result<Observation, Error> {
        let Some(vm) = ticket.vm.clone() else { return Err(unsupported(PROVIDER, "this", "")) };
        let Some(row) = found(self.instance(options, &vm).await)? else {
            return Ok(Observation::Done(Resource::Deleted(Deleted { id: vm.to_string(), deleted: true })));
        };
        let status_text = row.status.as_str();
        if status_text == "deleting" {
            // Whatever became of the answer: the order has arrived.
            ticket.uncertain = false;
            return Ok(running(ticket, status_text));
        }
        if ticket.uncertain {
            return Ok(Observation::Pending);
        }
        let why = format!("the provider accepted the deletion, and the instance still shows as {status_text:?}");
        Ok(doubt(ticket, Some(status_text.to_owned()), Observation::Failed(why)))
    }
}

fn done_vm(row: &types::Instance, id: VmId) -> Result<Observation, Error> {
    let restored = Restored { vm_id: Some(id), vm: Some(vm_of(row)?), confirmed: true };
    Ok(Observation::Done(Resource::Restored(Box::new(restored))))
}
