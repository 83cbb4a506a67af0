//! The state directory, and the pending operations recorded in it.

use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Failure;
use crate::client::Client;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::{Entry, Journal};
use crate::sealed::Handle;

/// The directory for state between commands: `CLOUDSNAP_STATE_DIR`, or the platform's default.
pub(crate) fn folder() -> Result<PathBuf, Failure> {
    let read = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = read("CLOUDSNAP_STATE_DIR") {
        return Ok(folder);
    }
    let platform = if cfg!(windows) {
        read("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        read("HOME").map(|home| home.join("Library").join("Application Support"))
    } else {
        read("XDG_STATE_HOME").or_else(|| read("HOME").map(|home| home.join(".local").join("state")))
    };
    platform.map(|folder| folder.join("cloudsnap")).ok_or_else(|| {
        Failure::usage_with("cannot determine a state directory", "set CLOUDSNAP_STATE_DIR to a writable directory")
    })
}

/// The operations recorded in the state directory, of all accounts.
#[derive(Clone, Debug)]
pub(crate) struct Operations {
    journal: Arc<Journal>,
}

impl Operations {
    pub(crate) fn open() -> Result<Self, Failure> {
        Ok(Self { journal: Arc::new(Journal::open(folder()?)) })
    }

    /// Those in the state directory of a client.
    pub(crate) fn of_client(client: &Client) -> Self {
        Self { journal: Arc::clone(client.journal()) }
    }

    /// Records the operation of a handle unless it is already recorded. A more recent handle replaces the recorded one.
    pub(crate) fn keep(&self, handle: &Handle) -> Result<Entry, Failure> {
        Ok(self.journal.adopt(&handle.open()?)?)
    }

    /// Updates the entry of an operation, if there is one.
    pub(crate) fn update(&self, ticket: &Ticket) -> Result<(), Error> {
        self.journal.learn(ticket)
    }

    /// Marks an operation as reported. Others that wait for the same snapshot end with it.
    pub(crate) fn reported(&self, ticket: &Ticket, done: bool) -> Result<(), Error> {
        self.journal.reported(ticket, done)
    }

    /// The entry for a handle in the state directory of this process.
    pub(crate) fn entry(handle: &Handle) -> Option<Entry> {
        Self::open().ok()?.of(&handle.open().ok()?).ok().flatten()
    }

    /// Removes all operations of the accounts whose base URL matches.
    pub(crate) fn forget_accounts(&self, is: impl Fn(&str) -> bool) -> Result<(), Error> {
        self.journal.forget_accounts(is)
    }

    /// Removes an operation, if there is such an entry.
    pub(crate) fn forget(&self, ticket: &Ticket) -> Result<(), Error> {
        self.journal.remove(ticket)
    }

    /// All entries, oldest first, and messages about unreadable ones.
    pub(crate) fn list(&self) -> Result<(Vec<Entry>, Vec<String>), Failure> {
        Ok(self.journal.list()?)
    }

    /// The entry with this short ID or handle; also with an older handle of the same operation.
    pub(crate) fn find(&self, text: &str) -> Result<Option<Entry>, Failure> {
        let (entries, _) = self.list()?;
        if let Some(named) = entries.iter().find(|entry| entry.key == text) {
            return Ok(Some(named.clone()));
        }
        let ticket = text.parse::<Handle>().and_then(|handle| handle.open());
        Ok(ticket.ok().and_then(|ticket| entries.into_iter().find(|entry| entry.is_of(&ticket))))
    }

    /// The entry of a ticket.
    pub(crate) fn of(&self, ticket: &Ticket) -> Result<Option<Entry>, Failure> {
        Ok(self.journal.find(ticket)?)
    }
}
