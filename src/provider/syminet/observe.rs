//! What became of an operation, as far as the account's list shows it.

use jiff::{SignedDuration, Timestamp};

use super::{map, rows};
use crate::error::Error;
use crate::generated::syminet::Client;
use crate::handle::Ticket;
use crate::journal::Candidate;
use crate::model::{BackupSwitch, Resource, Restored, SnapshotStatus, VmId, read_time};
use crate::provider::backend::Observation;
use crate::provider::kit::{Adapter, Kept, deleted, ready, running};

impl Adapter<Client> {
    /// What became of a create: something new in the list that is ours.
    pub(super) async fn created(&self, ticket: &mut Ticket) -> Result<Observation, Error> {
        let rows = self.all_snapshots().await?;
        let id = match ticket.resource.clone() {
            Some(id) => id,
            None => match self.claim(ticket, candidates(&rows, ticket)?)? {
                Ok(id) => id,
                Err(seen) => return Ok(seen),
            },
        };
        Ok(match rows.iter().find(|row| row.id.to_string() == id) {
            None => Observation::Gone,
            Some(row) if map::status(row) == SnapshotStatus::Ready => ready(map::snapshot(row.clone())?),
            Some(row) => Observation::Running { status: None, progress: map::progress(row) },
        })
    }

    /// The row of the snapshot that an operation acts on; none: the list does not have it.
    async fn target(&self, ticket: &Ticket) -> Result<Option<Kept<rows::Snapshot>>, Error> {
        let Some(target) = &ticket.target else { return Ok(None) };
        let id = target.number()?;
        self.reading().await.find(|row| row.id == id)
    }

    /// What became of a delete: by the list of its slice where that showed the snapshot before, else by the account's.
    pub(super) async fn deleted(&self, ticket: &Ticket) -> Result<Observation, Error> {
        let Some(target) = &ticket.target else { return Ok(Observation::Gone) };
        let was_in_slice = ticket.baseline.iter().flatten().any(|known| known == target.as_str());
        let slice = ticket.vm.as_ref().filter(|_| was_in_slice);
        let listed = match self.is_in_slice(slice, target.number()?).await? {
            Some(listed) => listed,
            None => self.target(ticket).await?.is_some(),
        };
        Ok(match listed {
            false => Observation::Unlisted(deleted(target)),
            // Nothing shows that the request arrived.
            true if ticket.uncertain => Observation::Pending,
            true => running("still listed"),
        })
    }

    pub(super) async fn renamed(&self, ticket: &Ticket) -> Result<Observation, Error> {
        Ok(match self.target(ticket).await? {
            None => Observation::Gone,
            Some(row) if is_renamed(&row, ticket) => ready(map::snapshot(row)?),
            Some(_) => Observation::Pending,
        })
    }
}

/// What was restored: its end cannot be seen.
pub(super) fn restored(ticket: &Ticket) -> Observation {
    let restored = Restored { vm_id: ticket.vm.clone(), vm: None, confirmed: false };
    accepted(ticket, Resource::Restored(Box::new(restored)))
}

/// That backups were switched on or off, which cannot be seen.
pub(super) fn switched(ticket: &Ticket, enabled: bool) -> Observation {
    accepted(ticket, Resource::Backups(BackupSwitch { vm_id: ticket.vm.clone(), enabled, confirmed: false }))
}

/// Nothing of it can be seen: an answer that was lost stays lost.
fn accepted(ticket: &Ticket, resource: Resource) -> Observation {
    if ticket.uncertain { Observation::Unseen } else { Observation::Accepted(resource) }
}

/// What the list shows of the ticket's machine, without what is older than others that were there before.
fn candidates(rows: &[Kept<rows::Snapshot>], ticket: &Ticket) -> Result<Vec<Candidate>, Error> {
    let slice = ticket.vm.as_ref().map(VmId::number).transpose()?;
    let of_slice = rows.iter().filter(|row| map::is_of(row, slice) && !is_older(row, ticket.newest));
    Ok(of_slice
        .map(|row| Candidate {
            placed: row.vm_id.is_some(),
            ..Candidate::new(row.id, Some(&row.name), Some(&row.created))
        })
        .collect())
}

/// It was made before others that were there already: a lagging look may show what was deleted. The vendor's times have no zone, and
/// may so jump with the season.
fn is_older(row: &rows::Snapshot, newest: Option<Timestamp>) -> bool {
    const JUMP: SignedDuration = SignedDuration::from_hours(2);
    let since = newest.and_then(|newest| newest.checked_sub(JUMP).ok());
    read_time(&row.created).zip(since).is_some_and(|(created, since)| created < since)
}

/// It bears the name that was asked for, or that name with something added, which is not the name that it had.
fn is_renamed(row: &rows::Snapshot, ticket: &Ticket) -> bool {
    let Some(wanted) = &ticket.name else { return false };
    let before = ticket.baseline.iter().flatten().any(|name| *name == row.name);
    row.name == *wanted || (row.name.contains(wanted.as_str()) && !before)
}
