//! What became of an operation, as far as the account's list shows it.

use jiff::{SignedDuration, Timestamp};

use super::map::{progress_of, snapshot_of_row, status_of};
use super::{PROVIDER, Syminet};
use crate::capability::unsupported;
use crate::error::Error;
use crate::generated::syminet::types;
use crate::handle::{Ticket, Verb};
use crate::journal::Candidate;
use crate::model::{BackupSwitch, Deleted, Resource, Restored, SnapshotStatus, VmId, read_time};
use crate::provider::{Observation, claimed};
use crate::transport::CallOptions;

impl Syminet {
    pub(super) async fn poll_once(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let restored =
            |confirmed| Resource::Restored(Box::new(Restored { vm_id: ticket.vm.clone(), vm: None, confirmed }));
        let switched =
            |enabled| Resource::Backups(BackupSwitch { vm_id: ticket.vm.clone(), enabled, confirmed: false });
        match ticket.verb {
            Verb::CreateSnapshot => self.created(options, ticket).await,
            // Nothing of it can be seen: an answer that was lost stays lost.
            Verb::RestoreSnapshot | Verb::RestoreBackup | Verb::EnableBackups | Verb::DisableBackups
                if ticket.uncertain =>
            {
                Ok(Observation::Unseen)
            }
            Verb::RestoreSnapshot | Verb::RestoreBackup => Ok(Observation::Accepted(restored(false))),
            Verb::EnableBackups => Ok(Observation::Accepted(switched(true))),
            Verb::DisableBackups => Ok(Observation::Accepted(switched(false))),
            Verb::RenameSnapshot | Verb::DeleteSnapshot => {
                let Some(target) = ticket.target.clone() else { return Ok(Observation::Gone) };
                let id = target.number()?;
                let row = self.account(options).await?.into_iter().find(|row| row.id == id);
                Ok(match (ticket.verb, row) {
                    (Verb::DeleteSnapshot, None) => {
                        Observation::Unlisted(Resource::Deleted(Deleted { id: target.to_string(), deleted: true }))
                    }
                    // Nothing shows that the request arrived.
                    (Verb::DeleteSnapshot, Some(_)) if ticket.uncertain => Observation::Pending,
                    (Verb::DeleteSnapshot, Some(_)) => {
                        Observation::Running { status: Some("still listed".to_owned()), progress: None }
                    }
                    (_, None) => Observation::Gone,
                    (_, Some(row)) if is_renamed(&row, ticket) => Observation::Done(snapshot_of_row(&row)?),
                    (_, Some(_)) => Observation::Pending,
                })
            }
            _ => Err(unsupported(PROVIDER, "this", "")),
        }
    }

    /// What became of a create: something new in the list that is ours.
    async fn created(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let rows = self.account(options).await?;
        if ticket.resource.is_none() {
            let claim = self.journal.claim(ticket, candidates(&rows, ticket)?, self.clock.now())?;
            if let Err(seen) = claimed(&self.transport, ticket, claim) {
                return Ok(seen);
            }
        }
        let id = ticket.resource.clone().unwrap_or_default();
        match rows.iter().find(|row| row.id.to_string() == id) {
            None => Ok(Observation::Gone),
            Some(row) if status_of(row) == SnapshotStatus::Ready => Ok(Observation::Done(snapshot_of_row(row)?)),
            Some(row) => Ok(Observation::Running { status: None, progress: progress_of(row) }),
        }
    }
}

/// What the list shows of the ticket's machine, without what is older than others that were there before.
fn candidates(rows: &[types::Snapshot], ticket: &Ticket) -> Result<Vec<Candidate>, Error> {
    let slice = ticket.vm.as_ref().map(VmId::number).transpose()?;
    let of_slice = rows.iter().filter(|row| is_of(row, slice) && !is_older(row, ticket.newest));
    Ok(of_slice
        .map(|row| Candidate {
            placed: row.vm_id.is_some(),
            ..Candidate::new(row.id, Some(&row.name), Some(&row.created))
        })
        .collect())
}

/// It is of that slice, for all that is shown.
pub(super) fn is_of(row: &types::Snapshot, slice: Option<i64>) -> bool {
    row.vm_id.is_none() || row.vm_id == slice
}

/// It was made before others that were there already: a lagging look may show what was deleted. The vendor's times have no zone, and
/// may so jump with the season.
fn is_older(row: &types::Snapshot, newest: Option<Timestamp>) -> bool {
    const JUMP: SignedDuration = SignedDuration::from_hours(2);
    let since = newest.and_then(|newest| newest.checked_sub(JUMP).ok());
    read_time(&row.created).zip(since).is_some_and(|(created, since)| created < since)
}

/// It bears the name that was asked for, or that name with something added, which is not the name that it had.
fn is_renamed(row: &types::Snapshot, ticket: &Ticket) -> bool {
    let Some(wanted) = &ticket.name else { return false };
    let before = ticket.baseline.iter().flatten().any(|name| *name == row.name);
    row.name == *wanted || (row.name.contains(wanted.as_str()) && !before)
}
