//! Pending operations that another command finds finished: a list, or a look at one snapshot, shows what they wait for.

use std::time::Duration;

use super::connect::Connection;
use super::context::Context;
use super::state::Operations;
use crate::client::Client;
use crate::handle::Verb;
use crate::journal::Entry;
use crate::model::{Snapshot, SnapshotStatus};
use crate::operation::OperationState;

/// The time for polling one of them.
const LOOK: Duration = Duration::from_secs(5);

/// The pending operations that create a snapshot.
#[derive(Debug)]
pub(crate) struct Pending {
    client: Client,
    open: Vec<Entry>,
    /// Those whose snapshot was seen to be ready.
    seen: Vec<Entry>,
}

impl Pending {
    pub(crate) fn of(connection: &Connection) -> Self {
        let client = connection.client.clone();
        let creates = |entry: &Entry| {
            matches!(entry.ticket.verb, Verb::CreateSnapshot | Verb::CloneSnapshot | Verb::ImportSnapshot)
        };
        // Where the state folder cannot be read there is nothing to settle; whoever needs it says so.
        let (mut open, _) = Operations::of_client(&client).list().unwrap_or_default();
        open.retain(|entry| creates(entry) && client.resume::<Snapshot>(&entry.handle()).is_ok());
        Self { client, open, seen: Vec::new() }
    }

    /// A command has read this snapshot.
    pub(crate) fn see(&mut self, snapshot: &Snapshot) {
        if snapshot.status != SnapshotStatus::Ready || self.open.is_empty() {
            return;
        }
        let (seen, open) = self.open.drain(..).partition(|entry| may_be(&self.client, entry, snapshot));
        self.open = open;
        self.seen.extend::<Vec<_>>(seen);
    }

    /// Polls the operations of what was seen, by the provider's own rules; those that have finished are no longer pending.
    pub(crate) async fn settle(self, context: &Context, connection: &Connection) {
        let store = Operations::of_client(&connection.client);
        for entry in self.seen {
            let Ok(operation) = connection.client.resume::<Snapshot>(&entry.handle()) else { continue };
            // One that cannot be polled now stays pending.
            let Ok(Ok(OperationState::Done(_))) = tokio::time::timeout(LOOK, operation.poll()).await else { continue };
            match store.reported(&entry.ticket, true) {
                Ok(()) => tracing::debug!(key = entry.key, "the operation has finished: no longer pending"),
                Err(error) => context.console.failure(&error.into()),
            }
        }
    }
}

/// Whether a snapshot may be what an operation creates.
fn may_be(client: &Client, entry: &Entry, snapshot: &Snapshot) -> bool {
    let ticket = &entry.ticket;
    if let Some(resource) = &ticket.resource {
        return snapshot.id == resource.as_str();
    }
    let is_old = ticket.baseline.iter().flatten().any(|id| snapshot.id == id.as_str());
    let is_of_vm = ticket.vm.is_none() || ticket.vm == snapshot.vm.id;
    let name = ticket.name.as_deref().unwrap_or_default();
    !is_old && is_of_vm && client.has_name(snapshot, name, ticket.description.as_deref())
}
