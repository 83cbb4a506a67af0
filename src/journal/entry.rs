//! An operation as the journal keeps it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::names::Asked;
use crate::handle::{Handle, Ticket, Verb};
use crate::model::VmId;

/// How far the request of an operation is known to have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stage {
    /// It is about to be sent, or its answer is not there yet. A process that died leaves it so.
    Sending,
    /// The provider took it.
    Taken,
    /// The answer is lost: it may have made something or nothing.
    #[default]
    Lost,
    /// Its end was seen, and nobody was told yet.
    Ended,
}

/// An operation whose end was not seen and told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// The short name that it has here; in a state folder the name of its file.
    pub(crate) key: String,
    pub(crate) started_at: Timestamp,
    pub(crate) stage: Stage,
    pub(crate) ticket: Ticket,
}

/// An entry as its file holds it.
#[derive(Serialize, Deserialize)]
struct Written {
    started_at: Timestamp,
    #[serde(default)]
    stage: Stage,
    handle: Handle,
}

impl Entry {
    pub(super) fn new(ticket: &Ticket, stage: Stage) -> Self {
        let key = format!("{:08x}", ticket.mark & 0xffff_ffff);
        Self { key, started_at: Timestamp::now(), stage, ticket: ticket.clone() }
    }

    /// What another process can go on with.
    pub(crate) fn handle(&self) -> Handle {
        Handle::seal(&self.ticket)
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let written = Written { started_at: self.started_at, stage: self.stage, handle: self.handle() };
        serde_json::to_vec_pretty(&written).unwrap_or_default()
    }

    /// `key` is the name of the file: what a file says of its own name is not believed.
    pub(super) fn from_bytes(key: &str, bytes: &[u8]) -> Result<Self, String> {
        let written: Written = serde_json::from_slice(bytes).map_err(|why| why.to_string())?;
        let ticket = written.handle.open().map_err(|_| "its handle cannot be read".to_owned())?;
        Ok(Self { key: key.to_owned(), started_at: written.started_at, stage: written.stage, ticket })
    }

    /// Whether it is the operation of that ticket.
    pub(crate) fn is_of(&self, ticket: &Ticket) -> bool {
        if ticket.mark == 0 { self.ticket == *ticket } else { self.ticket.mark == ticket.mark }
    }

    /// Its end is known with that of another operation, which is done.
    #[cfg(feature = "cli")]
    pub(super) fn ends_with(&self, done: &Ticket) -> bool {
        let ours = &self.ticket;
        if realm(ours) != realm(done) {
            return false;
        }
        let target = done.target.as_ref().map(|target| target.as_str());
        match done.verb {
            Verb::DeleteSnapshot if ours.verb == Verb::DeleteSnapshot => ours.target == done.target,
            Verb::DeleteSnapshot => product(ours.verb) == Some("snapshot") && target == ours.resource.as_deref(),
            verb => ours.verb == verb && ours.resource.is_some() && ours.resource == done.resource,
        }
    }

    /// It may yet make, or may have made, something that nobody has.
    pub(super) fn is_open(&self) -> bool {
        self.stage != Stage::Ended && self.ticket.resource.is_none()
    }
}

/// A short name, as this module gives them.
pub(super) fn is_key(text: &str) -> bool {
    (8..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The kind of object that an operation makes, if it makes any. Ids of one kind say nothing of those of another.
pub(super) fn product(verb: Verb) -> Option<&'static str> {
    match verb {
        Verb::CreateSnapshot | Verb::CloneSnapshot | Verb::ImportSnapshot => Some("snapshot"),
        Verb::RestoreSnapshot => Some("vm"),
        Verb::CreateImage => Some("image"),
        _ => None,
    }
}

/// Where ids mean one thing. Not the account: what one user made another may see.
pub(super) fn realm(ticket: &Ticket) -> String {
    format!("{} {}", ticket.provider, ticket.base_url)
}

/// What an operation makes something of: a machine, a source, a region. What is made of another is no rival's.
pub(super) fn scope(ticket: &Ticket) -> String {
    // Without its kind: a machine may be reachable as several.
    let vm = ticket.vm.as_ref().map(VmId::id).unwrap_or_default();
    let target = ticket.target.as_ref().map(ToString::to_string).unwrap_or_default();
    let region = ticket.region.as_deref().unwrap_or_default();
    format!("{vm} {target} {region}")
}

/// What the object of an operation was asked to be called.
pub(super) fn asked(ticket: &Ticket) -> Asked<'_> {
    Asked { name: ticket.name.as_deref().unwrap_or_default(), description: ticket.description.as_deref() }
}
