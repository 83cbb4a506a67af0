//! What is known of operations whose end was not seen: in a state folder, where other processes see it, or in memory.
//!
//! An operation is entered before the first byte of its request is sent, and leaves when its end was seen and told. From what is
//! written here an operation knows what others may have made, and takes nothing of it for its own.

mod book;
mod claim;
mod entry;
mod folder;
mod lock;
mod names;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use sha2::Digest;
use tokio::time::Instant;

use crate::error::{Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::model::VmId;
use book::Book;
use entry::{asked, product, realm};
use folder::Folder;
use lock::Held;

pub(crate) use claim::{Candidate, Claim, Rules};
pub(crate) use entry::{Entry, Stage};
#[cfg(feature = "cli")]
pub(crate) use folder::private_folder;
pub(crate) use lock::Lock;
pub(crate) use names::{Asked, By, NameRule, Seen, asked_names, recognise};

/// A program that never waits for what it begins leaves no more than this behind.
const MOST_IN_MEMORY: usize = 1000;

/// How often a lock is asked for that somebody has.
const LOCK_INTERVAL: Duration = Duration::from_millis(25);

/// The operations of a connection, or of all connections of a state folder.
#[derive(Debug)]
pub(crate) struct Journal {
    rules: Rules,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Memory { book: Mutex<Book>, held: Held },
    Folder(Folder),
}

/// An operation whose request is on its way. Dropped with it, it leaves word that nobody knows what became of the request.
#[derive(Debug)]
#[must_use]
pub(crate) struct Sending {
    journal: Arc<Journal>,
    /// As it was when it was sent.
    ticket: Option<Ticket>,
}

impl Drop for Sending {
    fn drop(&mut self) {
        if let Some(ticket) = self.ticket.take() {
            let left = self.journal.update(|book| {
                book.change(&ticket, |entry| {
                    if entry.stage == Stage::Sending {
                        entry.stage = Stage::Lost;
                    }
                });
            });
            // It then stands there as being sent, which keeps others just as careful.
            if let Err(error) = left {
                tracing::debug!(%error, "what became of an operation was not written down");
            }
        }
    }
}

impl Journal {
    /// Without a folder, what is known ends with the connection.
    pub(crate) fn new(rules: Rules, folder: Option<PathBuf>) -> Self {
        let place = match folder {
            Some(folder) => Place::Folder(Folder::new(folder)),
            None => Place::Memory { book: Mutex::default(), held: Held::default() },
        };
        Self { rules, place }
    }

    /// The operations of all connections of a folder, to look at them and to forget some.
    #[cfg(feature = "cli")]
    pub(crate) fn open(folder: PathBuf) -> Self {
        Self::new(Rules::NONE, Some(folder))
    }

    pub(crate) fn rules(&self) -> Rules {
        self.rules
    }

    fn is_durable(&self) -> bool {
        matches!(self.place, Place::Folder(_))
    }

    fn update<T>(&self, work: impl FnOnce(&mut Book) -> T) -> Result<T, Error> {
        match &self.place {
            Place::Memory { book, .. } => {
                // A panic while it was held leaves only whole entries behind.
                let mut book = book.lock().unwrap_or_else(PoisonError::into_inner);
                Ok(work(&mut book))
            }
            Place::Folder(folder) => folder.update(work).map_err(|why| unusable(folder, &why)),
        }
    }

    fn read<T>(&self, work: impl FnOnce(&Book) -> T) -> Result<T, Error> {
        match &self.place {
            Place::Memory { book, .. } => Ok(work(&book.lock().unwrap_or_else(PoisonError::into_inner))),
            Place::Folder(folder) => folder.read().map(|book| work(&book)).map_err(|why| unusable(folder, &why)),
        }
    }

    // --- the way of an operation ---

    /// Enters an operation that is about to be sent. From here on no other operation takes what it makes. When this comes back,
    /// what is written in a state folder survives a power cut.
    pub(crate) fn enter(self: &Arc<Self>, ticket: &Ticket) -> Result<Sending, Error> {
        // Whoever finds it cannot know whether the request was sent.
        let mut unsure = ticket.clone();
        unsure.uncertain = true;
        self.update(|book| {
            if let (Verb::DeleteSnapshot, Some(target)) = (ticket.verb, &ticket.target) {
                // A lagging look may show it once it is gone: nobody shall take it for something new.
                book.give(&realm(ticket), "snapshot", target.as_str(), ticket.mark);
            }
            if self.is_durable() {
                book.put(Entry::new(&unsure, Stage::Sending));
            } else if product(ticket.verb).is_some() {
                // In memory nobody asks for what makes nothing, nor for what nobody has waited for in a long while.
                book.keep_newest(MOST_IN_MEMORY);
                book.put(Entry::new(&unsure, Stage::Sending));
            }
        })?;
        Ok(Sending { journal: Arc::clone(self), ticket: Some(ticket.clone()) })
    }

    /// Takes down what the answer told: the object is this operation's, or the provider took the request and the object must be
    /// looked for.
    pub(crate) fn settle(&self, ticket: &Ticket) {
        self.note(ticket, Stage::Taken);
    }

    /// The answer is lost.
    pub(crate) fn lose(&self, ticket: &Ticket) {
        self.note(ticket, Stage::Lost);
    }

    /// The effect is real, whatever becomes of the state folder now: what cannot be written is no failure of the operation, and
    /// the entry from before it was sent is still there.
    fn note(&self, ticket: &Ticket, stage: Stage) {
        let noted = self.update(|book| {
            if let (Some(id), Some(product)) = (&ticket.resource, product(ticket.verb)) {
                book.give(&realm(ticket), product, id, ticket.mark);
            }
            book.change(ticket, |entry| (entry.stage, entry.ticket) = (stage, ticket.clone()));
        });
        if let Err(error) = noted {
            tracing::warn!(%error, "what was learned of an operation was not written down");
        }
    }

    /// Takes down what a look taught.
    pub(crate) fn learn(&self, ticket: &Ticket) -> Result<(), Error> {
        self.update(|book| {
            if let (Some(id), Some(product)) = (&ticket.resource, product(ticket.verb)) {
                book.give(&realm(ticket), product, id, ticket.mark);
            }
            book.change(ticket, |entry| entry.ticket = ticket.clone());
        })
    }

    /// The end of an operation was seen. A state folder keeps it until somebody was told.
    pub(crate) fn end(&self, ticket: &Ticket) {
        let ended = self.update(|book| {
            if self.is_durable() {
                book.change(ticket, |entry| (entry.stage, entry.ticket) = (Stage::Ended, ticket.clone()));
            } else {
                book.remove(|entry| entry.is_of(ticket));
            }
        });
        if let Err(error) = ended {
            tracing::warn!(%error, "the end of an operation was not written down");
        }
    }

    /// Strikes out an operation that certainly made nothing, or whose end was told.
    pub(crate) fn remove(&self, ticket: &Ticket) -> Result<(), Error> {
        self.update(|book| book.remove(|entry| entry.is_of(ticket)))
    }

    /// Strikes out an operation whose end was told, and all others that end with it: those that take up the same object, and,
    /// once an object is gone, whatever was still waiting for it.
    #[cfg(feature = "cli")]
    pub(crate) fn told(&self, ticket: &Ticket, done: bool) -> Result<(), Error> {
        self.update(|book| book.remove(|entry| entry.is_of(ticket) || (done && entry.ends_with(ticket))))
    }

    /// Forgets the operations and claims of all accounts of such a base URL: its ids begin anew.
    #[cfg(feature = "cli")]
    pub(crate) fn forget_accounts(&self, is: impl Fn(&str) -> bool) -> Result<(), Error> {
        self.update(|book| book.forget_accounts(is))
    }

    /// Finds the operation's own among the entries of a list; `server_now` is the time by the server's clock.
    pub(crate) fn claim(&self, ticket: &Ticket, rows: Vec<Candidate>, server_now: Timestamp) -> Result<Claim, Error> {
        self.update(|book| claim::claim(book, self.rules, ticket, rows, server_now))
    }

    // --- what is kept ---

    /// All that is kept, the oldest first, and in words what could not be read.
    #[cfg(feature = "cli")]
    pub(crate) fn list(&self) -> Result<(Vec<Entry>, Vec<String>), Error> {
        self.read(|book| (book.entries.clone(), book.odd.clone()))
    }

    /// Keeps an operation that was begun elsewhere.
    #[cfg(feature = "cli")]
    pub(crate) fn adopt(&self, ticket: &Ticket) -> Result<Entry, Error> {
        let stage = if ticket.uncertain { Stage::Lost } else { Stage::Taken };
        self.update(|book| {
            if book.find(ticket).is_none() {
                book.put(Entry::new(ticket, stage));
            }
            book.change(ticket, |entry| {
                if ticket.resource.is_some() {
                    entry.ticket = ticket.clone();
                }
            });
            book.find(ticket).cloned().unwrap_or_else(|| Entry::new(ticket, stage))
        })
    }

    /// The operation of that ticket, as it is kept.
    #[cfg(feature = "cli")]
    pub(crate) fn find(&self, ticket: &Ticket) -> Result<Option<Entry>, Error> {
        self.read(|book| book.find(ticket).cloned())
    }

    /// The creates of a snapshot of that machine by that name whose end was not seen, the newest first.
    pub(crate) fn pending_creates(&self, like: &Ticket) -> Result<Vec<Entry>, Error> {
        let seen = Seen { name: like.name.clone(), ..Seen::default() };
        let is_alike = |entry: &&Entry| {
            entry.stage != Stage::Ended
                && entry.ticket.verb == Verb::CreateSnapshot
                && realm(&entry.ticket) == realm(like)
                && entry.ticket.vm.as_ref().map(VmId::id) == like.vm.as_ref().map(VmId::id)
                && recognise(self.rules.names, &seen, asked(&entry.ticket)).is_some()
        };
        self.read(|book| book.entries.iter().rev().filter(is_alike).cloned().collect())
    }

    // --- locks ---

    /// The lock of that name, if nobody has it.
    pub(crate) fn try_lock(&self, name: &str) -> Result<Option<Lock>, Error> {
        let digest = sha2::Sha256::digest(name.as_bytes());
        let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        match &self.place {
            Place::Memory { held, .. } => Ok(Lock::of_name(held, &name)),
            Place::Folder(folder) => {
                folder.try_lock(&name).map(|file| file.map(Lock::of_file)).map_err(|why| unusable(folder, &why))
            }
        }
    }

    /// The lock of that name, once whoever has it gives it back; `None` if that is not before the deadline.
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

/// The name of the lock of what is made of one machine.
pub(crate) fn machine_lock(ticket: &Ticket) -> String {
    format!("{} vm {}", realm(ticket), ticket.vm.as_ref().map(VmId::id).unwrap_or_default())
}

fn unusable(folder: &Folder, why: &io::Error) -> Error {
    Error::new(ErrorKind::State, format!("the state folder {} cannot be used: {why}", folder.path().display()))
}

#[cfg(test)]
mod tests;
