//! The record of operations whose result is not known yet: in a state directory, shared with other processes, or in
//! memory.
//!
//! An operation is added before the first byte of its request is sent, and removed once its result has been reported.
//! Operations use the journal to find out which objects others may have created, so that they do not claim them.

mod claim;
mod contents;
mod directory;
mod entry;
mod lock;
mod names;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use crate::error::{Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::model::VmId;
use contents::{Contents, Event};
use directory::StateDirectory;
use entry::{product, realm, requested};
use lock::Held;

pub(crate) use claim::{Candidate, Claim, Rules};
pub(crate) use contents::Recent;
#[cfg(feature = "cli")]
pub(crate) use directory::private_directory;
pub(crate) use entry::{Entry, Stage};
pub(crate) use lock::Lock;
pub(crate) use names::{By, NameRule, Requested, Seen, recognise, requested_names};

/// The number of operations kept in memory for a program that never waits for them.
const MAX_IN_MEMORY: usize = 1000;

/// How often to retry a lock that is held by someone else.
const LOCK_INTERVAL: Duration = Duration::from_millis(25);

/// The operations of one connection, or of all connections sharing a state directory.
#[derive(Debug)]
pub(crate) struct Journal {
    rules: Rules,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Memory { contents: Mutex<Contents>, held: Held },
    StateDirectory(StateDirectory),
}

/// An operation whose request is being sent. Dropping it early records that the outcome is unknown.
#[derive(Debug)]
#[must_use]
pub(crate) struct Sending {
    journal: Arc<Journal>,
    /// The ticket at the time of sending.
    ticket: Option<Ticket>,
}

impl Drop for Sending {
    fn drop(&mut self) {
        if let Some(ticket) = self.ticket.take() {
            let left = self.journal.update(|contents| {
                contents.change(&ticket, |entry| {
                    if entry.stage == Stage::Sending {
                        entry.stage = Stage::Lost;
                    }
                });
            });
            // The entry remains in the stage `Sending`, which makes other operations equally careful.
            if let Err(error) = left {
                tracing::debug!(%error, "cannot record the outcome of an operation");
            }
        }
    }
}

impl Journal {
    /// Without a directory, the journal is lost with the connection.
    pub(crate) fn new(rules: Rules, directory: Option<PathBuf>) -> Self {
        let place = match directory {
            Some(directory) => Place::StateDirectory(StateDirectory::new(directory)),
            None => Place::Memory { contents: Mutex::default(), held: Held::default() },
        };
        Self { rules, place }
    }

    /// The operations of all connections sharing a directory, to list and forget them.
    #[cfg(feature = "cli")]
    pub(crate) fn open(directory: PathBuf) -> Self {
        Self::new(Rules::NONE, Some(directory))
    }

    pub(crate) fn rules(&self) -> Rules {
        self.rules
    }

    fn is_durable(&self) -> bool {
        matches!(self.place, Place::StateDirectory(_))
    }

    fn update<T>(&self, work: impl FnOnce(&mut Contents) -> T) -> Result<T, Error> {
        match &self.place {
            Place::Memory { contents, .. } => {
                // A panic while the mutex was held leaves only complete entries behind.
                let mut contents = contents.lock().unwrap_or_else(PoisonError::into_inner);
                Ok(work(&mut contents))
            }
            Place::StateDirectory(directory) => directory.update(work).map_err(|why| unusable(directory, &why)),
        }
    }

    fn read<T>(&self, work: impl FnOnce(&Contents) -> T) -> Result<T, Error> {
        match &self.place {
            Place::Memory { contents, .. } => Ok(work(&contents.lock().unwrap_or_else(PoisonError::into_inner))),
            Place::StateDirectory(directory) => {
                directory.read().map(|contents| work(&contents)).map_err(|why| unusable(directory, &why))
            }
        }
    }

    // --- lifecycle of an operation ---

    /// Adds an operation that is about to be sent. From now on, no other operation claims what it creates. If the
    /// journal is in a state directory, the entry survives a power failure once this returns.
    pub(crate) fn enter(self: &Arc<Self>, ticket: &Ticket) -> Result<Sending, Error> {
        // Whoever finds the entry cannot know whether the request was sent.
        let mut unsure = ticket.clone();
        unsure.uncertain = true;
        self.update(|contents| {
            if let (Verb::DeleteSnapshot, Some(target)) = (ticket.verb, &ticket.target) {
                // A stale poll may still list the snapshot after its deletion; it must not be claimed as new.
                contents.assign(&realm(ticket), "snapshot", target.as_str(), None, ticket.mark);
            }
            if self.is_durable() {
                contents.put(Entry::new(&unsure, Stage::Sending));
            } else if product(ticket.verb).is_some() {
                // An in-memory journal omits operations that create nothing, and drops the oldest ones nobody has
                // waited for.
                contents.keep_newest(MAX_IN_MEMORY);
                contents.put(Entry::new(&unsure, Stage::Sending));
            }
        })?;
        Ok(Sending { journal: Arc::clone(self), ticket: Some(ticket.clone()) })
    }

    /// Records the response: either the object is known, or the provider accepted the request and the object has to be
    /// found.
    pub(crate) fn settle(&self, ticket: &Ticket) {
        self.note(ticket, Stage::Taken);
    }

    /// Records that the response was lost.
    pub(crate) fn lose(&self, ticket: &Ticket) {
        self.note(ticket, Stage::Lost);
    }

    /// The effect is real regardless of the state directory: a failed write is not a failure of the operation, and the
    /// entry from before sending is still there.
    fn note(&self, ticket: &Ticket, stage: Stage) {
        let noted = self.update(|contents| {
            if let (Some(id), Some(product)) = (&ticket.resource, product(ticket.verb)) {
                contents.assign(&realm(ticket), product, id, ticket.vm.as_ref().map(VmId::id), ticket.mark);
            }
            if let (Stage::Taken, Verb::DeleteSnapshot, Some(target)) = (stage, ticket.verb, &ticket.target) {
                contents.record(&realm(ticket), target.as_str(), Event::DeleteAccepted, None);
            }
            contents.change(ticket, |entry| (entry.stage, entry.ticket) = (stage, ticket.clone()));
        });
        if let Err(error) = noted {
            tracing::warn!(%error, "cannot record the progress of an operation");
        }
    }

    /// Records what a poll revealed.
    pub(crate) fn learn(&self, ticket: &Ticket) -> Result<(), Error> {
        self.update(|contents| {
            if let (Some(id), Some(product)) = (&ticket.resource, product(ticket.verb)) {
                contents.assign(&realm(ticket), product, id, ticket.vm.as_ref().map(VmId::id), ticket.mark);
            }
            contents.change(ticket, |entry| entry.ticket = ticket.clone());
        })
    }

    /// Records that the operation has finished. In a state directory, the entry is kept until the result is reported.
    pub(crate) fn end(&self, ticket: &Ticket, succeeded: bool) {
        let ended = self.update(|contents| {
            if succeeded {
                record_success(contents, ticket);
            }
            if self.is_durable() {
                contents.change(ticket, |entry| (entry.stage, entry.ticket) = (Stage::Ended, ticket.clone()));
            } else {
                contents.remove(|entry| entry.is_of(ticket));
            }
        });
        if let Err(error) = ended {
            tracing::warn!(%error, "cannot record the end of an operation");
        }
    }

    /// Removes an operation that certainly created nothing, or whose result has been reported.
    pub(crate) fn remove(&self, ticket: &Ticket) -> Result<(), Error> {
        self.update(|contents| contents.remove(|entry| entry.is_of(ticket)))
    }

    /// Removes an operation whose result has been reported, and all others settled by it: those that resumed the same
    /// object and, once an object is deleted, any still waiting for it.
    #[cfg(feature = "cli")]
    pub(crate) fn reported(&self, ticket: &Ticket, done: bool) -> Result<(), Error> {
        self.update(|contents| contents.remove(|entry| entry.is_of(ticket) || (done && entry.ends_with(ticket))))
    }

    /// Removes the operations and claims of all accounts whose base URL matches: IDs there start over.
    #[cfg(feature = "cli")]
    pub(crate) fn forget_accounts(&self, is: impl Fn(&str) -> bool) -> Result<(), Error> {
        self.update(|contents| contents.forget_accounts(is))
    }

    /// Finds the operation's own object among the rows of a list; `server_now` is the time by the server's clock.
    pub(crate) fn claim(&self, ticket: &Ticket, rows: Vec<Candidate>, server_now: Timestamp) -> Result<Claim, Error> {
        self.update(|contents| claim::claim(contents, self.rules, ticket, rows, server_now))
    }

    // --- contents ---

    /// All entries, oldest first, and descriptions of those that could not be read.
    #[cfg(feature = "cli")]
    pub(crate) fn list(&self) -> Result<(Vec<Entry>, Vec<String>), Error> {
        self.read(|contents| (contents.entries.clone(), contents.unreadable.clone()))
    }

    /// Adds an operation that was started elsewhere.
    #[cfg(feature = "cli")]
    pub(crate) fn adopt(&self, ticket: &Ticket) -> Result<Entry, Error> {
        let stage = if ticket.uncertain { Stage::Lost } else { Stage::Taken };
        self.update(|contents| {
            if contents.find(ticket).is_none() {
                contents.put(Entry::new(ticket, stage));
            }
            contents.change(ticket, |entry| {
                if ticket.resource.is_some() {
                    entry.ticket = ticket.clone();
                }
            });
            contents.find(ticket).cloned().unwrap_or_else(|| Entry::new(ticket, stage))
        })
    }

    /// The entry of that ticket's operation.
    #[cfg(feature = "cli")]
    pub(crate) fn find(&self, ticket: &Ticket) -> Result<Option<Entry>, Error> {
        self.read(|contents| contents.find(ticket).cloned())
    }

    /// Pending creates of a snapshot of the same machine with the same name, newest first.
    pub(crate) fn pending_creates(&self, like: &Ticket) -> Result<Vec<Entry>, Error> {
        let seen = Seen { name: like.name.clone(), ..Seen::default() };
        let is_alike = |entry: &&Entry| {
            entry.stage != Stage::Ended
                && entry.ticket.verb == Verb::CreateSnapshot
                && realm(&entry.ticket) == realm(like)
                && entry.ticket.vm.as_ref().map(VmId::id) == like.vm.as_ref().map(VmId::id)
                && recognise(self.rules.names, &seen, requested(&entry.ticket)).is_some()
        };
        self.read(|contents| contents.entries.iter().rev().filter(is_alike).cloned().collect())
    }

    /// The snapshots of that machine that operations known here have created or deleted within the time in which a list may lag behind.
    pub(crate) fn recent_snapshots(&self, like: &Ticket) -> Result<Vec<Recent>, Error> {
        let Some(vm) = like.vm.as_ref() else { return Ok(Vec::new()) };
        self.read(|contents| contents.claims.recent(&realm(like), vm.id(), self.rules.latest))
    }

    /// Whether a snapshot that was requested with this name may be the one that is requested now.
    pub(crate) fn is_alike(&self, like: &Ticket, name: &str) -> bool {
        let seen = Seen { name: like.name.clone(), ..Seen::default() };
        recognise(self.rules.names, &seen, Requested { name, description: None }).is_some()
    }

    // --- locks ---

    /// Acquires a named lock, if it is free.
    pub(crate) fn try_lock(&self, name: &str) -> Result<Option<Lock>, Error> {
        let name = format!("{:016x}", crate::text::hash(name));
        match &self.place {
            Place::Memory { held, .. } => Ok(Lock::of_name(held, &name)),
            Place::StateDirectory(directory) => {
                directory.try_lock(&name).map(|file| file.map(Lock::of_file)).map_err(|why| unusable(directory, &why))
            }
        }
    }

    /// Acquires a named lock once it is free; `None` if the deadline would pass first.
    pub(crate) async fn lock(&self, name: &str, deadline: Instant) -> Result<Option<Lock>, Error> {
        loop {
            if let Some(lock) = self.try_lock(name)? {
                return Ok(Some(lock));
            }
            if LOCK_INTERVAL >= deadline.saturating_duration_since(Instant::now()) {
                return Ok(None);
            }
            tokio::time::sleep(LOCK_INTERVAL).await;
        }
    }
}

/// The name of the lock for creating objects from one machine.
pub(crate) fn machine_lock(ticket: &Ticket) -> String {
    format!("{} vm {}", realm(ticket), ticket.vm.as_ref().map(VmId::id).unwrap_or_default())
}

/// Records what a finished operation has created or deleted: lists may lag behind.
fn record_success(contents: &mut Contents, ticket: &Ticket) {
    let realm = realm(ticket);
    match (ticket.verb, &ticket.resource, &ticket.target) {
        (Verb::CreateSnapshot, Some(id), _) => {
            contents.assign(&realm, "snapshot", id, ticket.vm.as_ref().map(VmId::id), ticket.mark);
            contents.record(&realm, id, Event::Created, ticket.name.as_deref());
        }
        (Verb::DeleteSnapshot, _, Some(target)) => {
            contents.record(&realm, target.as_str(), Event::Deleted, None);
        }
        _ => {}
    }
}

fn unusable(directory: &StateDirectory, why: &io::Error) -> Error {
    Error::new(ErrorKind::State, format!("cannot use the state directory {}: {why}", directory.path().display()))
}

#[cfg(test)]
mod tests;
