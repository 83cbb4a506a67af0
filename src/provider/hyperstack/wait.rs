//! What became of an operation on Hyperstack: by the id that its answer told, or, if the answer was lost, by what is new.

use jiff::{SignedDuration, Timestamp};

use super::{Hyperstack, PROVIDER, map};
use crate::capability::unsupported;
use crate::error::{Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::ledger::{self, Candidate, Claim};
use crate::model::{Deleted, Resource, Restored, SnapshotStatus, VmId, read_time};
use crate::provider::{Observation, found};
use crate::transport::CallOptions;

/// Times come in whole seconds, and from several clocks: what is so little older than the request may still be of it.
const SKEW: SignedDuration = SignedDuration::from_secs(5);

/// Which of several objects of the right name is the ticket's own: one that was not there when the request was sent, and that no
/// other operation of this process has. They come with their ids and the times of their making; without a readable time one
/// may be old or new, and nobody can tell.
fn own(ticket: &Ticket, namesakes: Vec<(i64, Option<String>)>) -> Claim {
    let since = ticket.sent_at.and_then(|at| at.checked_sub(SKEW).ok()).unwrap_or(Timestamp::MIN);
    let (mut new, mut undated) = (Vec::new(), Vec::new());
    for (id, created_at) in namesakes {
        match created_at.as_deref().and_then(read_time) {
            Some(at) if at >= since => new.push((at, id)),
            Some(_) => {}
            None => undated.push(id.to_string()),
        }
    }
    if new.is_empty() && !undated.is_empty() {
        return Claim::Ambiguous(undated);
    }
    new.sort_unstable();
    let candidate = |(_, id): (Timestamp, i64)| Candidate { id: id.to_string(), name: ticket.name.clone() };
    ledger::claim(ticket, new.into_iter().map(candidate).collect())
}

/// The id of what was made; or what is seen as long as there is none.
fn settled(ticket: &mut Ticket, claim: Claim) -> Result<i64, Observation> {
    match claim {
        Claim::Nothing => Err(Observation::Pending),
        Claim::Ambiguous(ids) => Err(Observation::Ambiguous(ids)),
        Claim::Mine(id) => {
            ticket.resource = Some(id.clone());
            id.parse().map_err(|_| Observation::Pending)
        }
    }
}

/// The id that the ticket holds: written by this adapter, so anything else is a handle that was tampered with.
fn known(ticket: &Ticket) -> Result<Option<i64>, Error> {
    let invalid = |_| Error::new(ErrorKind::Invalid, "the handle holds an id that is no number");
    ticket.resource.as_ref().map(|id| id.parse().map_err(invalid)).transpose()
}

fn running(status: &str) -> Observation {
    Observation::Running { status: Some(status.to_owned()), progress: None }
}

impl Hyperstack {
    pub(super) async fn look(
        &self,
        options: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        let done = |status: &str| done_words.iter().any(|word| word.eq_ignore_ascii_case(status));
        match ticket.verb {
            Verb::CreateSnapshot => self.created(options, ticket, done).await,
            Verb::RestoreSnapshot => self.restored(options, ticket, done).await,
            Verb::DeleteSnapshot => self.deleted(options, ticket).await,
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
                let rows = rows.filter(|row| Some(row.vm_id) == of && Some(&row.name) == ticket.name.as_ref());
                let claim = own(ticket, rows.map(|row| (row.id, row.created_at)).collect());
                match settled(ticket, claim) {
                    Ok(id) => id,
                    Err(seen) => return Ok(seen),
                }
            }
        };
        let Some(row) = found(self.snapshot_row(options, id).await)? else { return Ok(Observation::Gone) };
        let snapshot = || Ok(Observation::Done(Resource::Snapshot(Box::new(map::snapshot(&row)?))));
        match map::snapshot_status(map::word(&row)) {
            _ if done(map::word(&row)) => snapshot(),
            SnapshotStatus::Ready => snapshot(),
            SnapshotStatus::Failed => Ok(Observation::Failed(format!("the snapshot's status is {}", map::word(&row)))),
            _ => Ok(running(map::word(&row))),
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
                let rows = rows.filter(|row| Some(&row.name) == ticket.name.as_ref());
                let claim = own(ticket, rows.map(|row| (row.id, row.created_at)).collect());
                match settled(ticket, claim) {
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
            map::VmPhase::Making => Ok(running(&row.status)),
            map::VmPhase::Going => Ok(Observation::Gone),
            map::VmPhase::Failed => {
                Ok(Observation::Failed(format!("the new machine {id} is there, with the status {}", row.status)))
            }
        }
    }

    async fn deleted(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let Some(target) = ticket.target.clone() else { return Ok(Observation::Gone) };
        let gone = Observation::Done(Resource::Deleted(Deleted { id: target.to_string(), deleted: true }));
        let id = target.number()?;
        let row = match self.snapshot_row(options, id).await {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(gone),
            // The vendor declares no 404 here, and tells nowhere what it answers in its place: the list knows.
            Err(error) if error.status() == Some(400) => {
                match self.all_snapshots(options).await?.into_iter().find(|row| row.id == id) {
                    None => return Ok(gone),
                    Some(row) => row,
                }
            }
            other => other?,
        };
        Ok(match map::snapshot_status(map::word(&row)) {
            _ if map::word(&row).eq_ignore_ascii_case("DELETED") => gone,
            // The answer was lost, and nothing shows that the request arrived.
            status if ticket.uncertain && status != SnapshotStatus::Deleting => Observation::Pending,
            _ => running(map::word(&row)),
        })
    }

    async fn imaged(&self, options: &CallOptions, ticket: &mut Ticket) -> Result<Observation, Error> {
        let id = match known(ticket)? {
            Some(id) => id,
            None => {
                let Some(target) = ticket.target.clone() else { return Ok(Observation::Pending) };
                let row = self.snapshot_row(options, target.number()?).await?;
                let before = |id: i64| ticket.baseline.iter().flatten().any(|known| *known == id.to_string());
                // One of that name may be what another operation of this process made.
                let made = map::image_of(&row).filter(|(id, name)| !before(*id) && *name == ticket.name.as_deref());
                let made = made.map(|(id, _)| Candidate { id: id.to_string(), name: ticket.name.clone() });
                let claim = ledger::claim(ticket, made.into_iter().collect());
                match settled(ticket, claim) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket(vm: &str) -> Ticket {
        let mut ticket = Ticket::new(PROVIDER, "http://localhost/", vm, Verb::CreateSnapshot);
        ticket.vm = Some(vm.parse().unwrap());
        ticket.name = Some("nightly".to_owned());
        ticket.sent_at = read_time("2026-07-14T02:15:10Z");
        ticket
    }

    fn rows(rows: &[(i64, Option<&str>)]) -> Vec<(i64, Option<String>)> {
        rows.iter().map(|(id, at)| (*id, at.map(str::to_owned))).collect()
    }

    #[test]
    fn only_what_was_made_since_is_ours() {
        let old = (7, Some("2026-07-14T02:15:04"));
        let new = (8, Some("2026-07-14T02:15:09"));
        assert_eq!(own(&ticket("901"), rows(&[old])), Claim::Nothing);
        assert_eq!(own(&ticket("902"), rows(&[old, new])), Claim::Mine("8".into()));
        assert_eq!(own(&ticket("903"), rows(&[(9, Some("2026-07-14T04:15:09+02:00"))])), Claim::Mine("9".into()));
    }

    #[test]
    fn without_a_time_nobody_can_tell() {
        assert_eq!(own(&ticket("904"), rows(&[(7, None)])), Claim::Ambiguous(vec!["7".into()]));
        assert_eq!(own(&ticket("905"), rows(&[(7, Some("yesterday"))])), Claim::Ambiguous(vec!["7".into()]));
        let new = (8, Some("2026-07-14T02:15:11"));
        assert_eq!(own(&ticket("906"), rows(&[(7, None), new])), Claim::Mine("8".into()));
    }

    #[test]
    fn two_new_ones_are_a_guess_too_many() {
        let both = [(7, Some("2026-07-14T02:15:11")), (8, Some("2026-07-14T02:15:12"))];
        assert_eq!(own(&ticket("907"), rows(&both)), Claim::Ambiguous(vec!["7".into(), "8".into()]));
    }
}
