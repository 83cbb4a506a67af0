//! Polls operations, using the account's list.

use jiff::{SignedDuration, Timestamp};

use super::{map, rows};
use crate::error::Error;
use crate::generated::syminet::Client;
use crate::handle::Ticket;
use crate::journal::Candidate;
use crate::model::{BackupState, Resource, Restored, SnapshotStatus, VmId, read_time};
use crate::provider::backend::Observation;
use crate::provider::kit::{Adapter, Kept, deleted, ready, running};

impl Adapter<Client> {
    /// Polls a create: searches the list for a new snapshot that belongs to it.
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

    /// The row of the snapshot that an operation acts on; `None` if the list does not contain it.
    async fn target(&self, ticket: &Ticket) -> Result<Option<Kept<rows::Snapshot>>, Error> {
        let Some(target) = &ticket.target else { return Ok(None) };
        let id = target.number()?;
        self.reading().await.find(|row| row.id == id)
    }

    /// Polls a delete: by the list of its slice if that showed the snapshot before, else by the account's.
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
            // There is no sign that the request arrived.
            true if ticket.uncertain => Observation::Pending,
            true => running("deleting"),
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

/// A restore, whose completion is not reported.
pub(super) fn restored(ticket: &Ticket) -> Observation {
    let restored = Restored { vm_id: ticket.vm.clone(), vm: None, confirmed: false };
    accepted(ticket, Resource::Restored(Box::new(restored)))
}

/// Enabling or disabling backups, whose completion is not reported.
pub(super) fn switched(ticket: &Ticket, enabled: bool) -> Observation {
    accepted(ticket, Resource::Backups(BackupState { vm_id: ticket.vm.clone(), enabled, confirmed: false }))
}

/// Nothing is visible, so a lost response cannot be reconciled.
fn accepted(ticket: &Ticket, resource: Resource) -> Observation {
    if ticket.uncertain { Observation::Unseen } else { Observation::Accepted(resource) }
}

/// The snapshots of the ticket's machine, without those that are older than snapshots from before the request.
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

/// Whether it was created before others that already existed: a stale list may show what was deleted. The vendor's times have no zone, so
/// they may jump with daylight saving time.
fn is_older(row: &rows::Snapshot, newest: Option<Timestamp>) -> bool {
    const JUMP: SignedDuration = SignedDuration::from_hours(2);
    let since = newest.and_then(|newest| newest.checked_sub(JUMP).ok());
    read_time(&row.created).zip(since).is_some_and(|(created, since)| created < since)
}

/// Whether it has the requested name, or that name with something added, other than its earlier name.
fn is_renamed(row: &rows::Snapshot, ticket: &Ticket) -> bool {
    let Some(wanted) = &ticket.name else { return false };
    let before = ticket.baseline.iter().flatten().any(|name| *name == row.name);
    row.name == *wanted || (row.name.contains(wanted.as_str()) && !before)
}
