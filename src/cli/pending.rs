//! Pending operations whose snapshot another command (`snapshots list`, `snapshots get`) finds ready.

use std::time::Duration;

use super::connect::Connection;
use super::context::Context;
use super::state::Operations;
use crate::client::Client;
use crate::handle::Verb;
use crate::journal::Entry;
use crate::model::{Snapshot, SnapshotStatus};
use crate::operation::OperationState;

/// The time limit for polling one of them.
const POLL_TIMEOUT: Duration = Duration::from_secs(5);

/// The pending operations that create a snapshot.
#[derive(Debug)]
pub(crate) struct Pending {
    client: Client,
    entries: Vec<Entry>,
    /// Entries whose snapshot was found ready.
    ready: Vec<Entry>,
}

impl Pending {
    pub(crate) fn of(connection: &Connection) -> Self {
        let client = connection.client.clone();
        let creates = |entry: &Entry| {
            matches!(entry.ticket.verb, Verb::CreateSnapshot | Verb::CloneSnapshot | Verb::ImportSnapshot)
        };
        // An unreadable state directory is reported by the commands that need it.
        let (mut entries, _) = Operations::of_client(&client).list().unwrap_or_default();
        entries.retain(|entry| creates(entry) && client.resume::<Snapshot>(&entry.handle()).is_ok());
        Self { client, entries, ready: Vec::new() }
    }

    /// A command has read this snapshot.
    pub(crate) fn found(&mut self, snapshot: &Snapshot) {
        if snapshot.status != SnapshotStatus::Ready || self.entries.is_empty() {
            return;
        }
        let (ready, entries) = self.entries.drain(..).partition(|entry| may_be(&self.client, entry, snapshot));
        self.entries = entries;
        self.ready.extend::<Vec<_>>(ready);
    }

    /// Polls the operations whose snapshot was found, by the provider's own rules, and removes those that have finished.
    pub(crate) async fn remove_finished(self, context: &Context, connection: &Connection) {
        let store = Operations::of_client(&connection.client);
        for entry in self.ready {
            let Ok(operation) = connection.client.resume::<Snapshot>(&entry.handle()) else { continue };
            // One that cannot be polled now stays pending.
            let polled = tokio::time::timeout(POLL_TIMEOUT, operation.poll()).await;
            let Ok(Ok(OperationState::Done(_))) = polled else { continue };
            match store.reported(&entry.ticket, true) {
                Ok(()) => tracing::debug!(key = entry.key, "the operation has finished: no longer pending"),
                Err(error) => context.console.failure(&error.into()),
            }
        }
    }
}

/// Whether an operation may have created this snapshot.
fn may_be(client: &Client, entry: &Entry, snapshot: &Snapshot) -> bool {
    let ticket = &entry.ticket;
    if let Some(resource) = &ticket.resource {
        return snapshot.id == resource.as_str();
    }
    let is_old = ticket.baseline.iter().flatten().any(|id| snapshot.id == id.as_str());
    let is_of_vm = ticket.vm.is_none() || ticket.vm == snapshot.vm.id;
    let name = ticket.name.as_deref().unwrap_or_default();
    !is_old && is_of_vm && client.matches_name(snapshot, name, ticket.description.as_deref())
}
