//! The state folder, and the operations that are kept there until their end was seen and told.

use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Failure;
use crate::client::Client;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::{Entry, Journal};
use crate::sealed::Handle;

/// The folder of what is kept between commands: `CLOUDSNAP_STATE_DIR`, or the platform's own.
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
        Failure::usage_with("no folder for state is known", "set CLOUDSNAP_STATE_DIR to a folder that can be written")
    })
}

/// The operations in the state folder, of all accounts.
#[derive(Clone, Debug)]
pub(crate) struct Operations {
    journal: Arc<Journal>,
}

impl Operations {
    pub(crate) fn open() -> Result<Self, Failure> {
        Ok(Self { journal: Arc::new(Journal::open(folder()?)) })
    }

    /// Those of the state folder that a connection uses.
    pub(crate) fn of_client(client: &Client) -> Self {
        Self { journal: Arc::clone(client.journal()) }
    }

    /// Keeps the operation of a handle, unless it is kept already. A handle that knows more than the one that is kept takes its place.
    pub(crate) fn keep(&self, handle: &Handle) -> Result<Entry, Failure> {
        Ok(self.journal.adopt(&handle.open()?)?)
    }

    /// Keeps what is known by now. That it is not kept at all is no mistake.
    pub(crate) fn update(&self, ticket: &Ticket) -> Result<(), Error> {
        self.journal.learn(ticket)
    }

    /// The end of one was told. Others that wait for the same end are over, too.
    pub(crate) fn reported(&self, ticket: &Ticket, done: bool) -> Result<(), Error> {
        self.journal.reported(ticket, done)
    }

    /// The one of a handle, as it is kept in the state folder of this process.
    pub(crate) fn kept(handle: &Handle) -> Option<Entry> {
        Self::open().ok()?.of(&handle.open().ok()?).ok().flatten()
    }

    /// Forgets all of the accounts of a base URL.
    pub(crate) fn forget_accounts(&self, is: impl Fn(&str) -> bool) -> Result<(), Error> {
        self.journal.forget_accounts(is)
    }

    /// Forgets one; that it is not there is no mistake.
    pub(crate) fn forget(&self, ticket: &Ticket) -> Result<(), Error> {
        self.journal.remove(ticket)
    }

    /// All of them, the oldest first, and what could not be read.
    pub(crate) fn list(&self) -> Result<(Vec<Entry>, Vec<String>), Failure> {
        Ok(self.journal.list()?)
    }

    /// The one of that short name, or of that handle, also where more is known of it by now.
    pub(crate) fn find(&self, text: &str) -> Result<Option<Entry>, Failure> {
        let (kept, _) = self.list()?;
        if let Some(named) = kept.iter().find(|kept| kept.key == text) {
            return Ok(Some(named.clone()));
        }
        let ticket = text.parse::<Handle>().and_then(|handle| handle.open());
        Ok(ticket.ok().and_then(|ticket| kept.into_iter().find(|kept| kept.is_of(&ticket))))
    }

    /// The one of that ticket.
    pub(crate) fn of(&self, ticket: &Ticket) -> Result<Option<Entry>, Failure> {
        Ok(self.journal.find(ticket)?)
    }
}
