//! Pending operations: they are polled first, and a machine that has one is skipped.

use std::collections::BTreeMap;

use futures_util::{StreamExt, TryStreamExt, stream};

use crate::cli::failure::Failure;
use crate::client::Client;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::{Entry, Stage};
use crate::model::VmId;
use crate::operation::OperationState;

/// The machines with a pending operation, by their ID without the kind: a machine may be accessible as several kinds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pending(BTreeMap<String, String>);

impl Pending {
    /// The description of a machine's operation.
    pub(crate) fn of(&self, vm: &VmId) -> Option<&str> {
        self.0.get(vm.id()).map(String::as_str)
    }

    pub(super) fn add(&mut self, ticket: &Ticket) {
        if let Some(vm) = &ticket.vm {
            self.0.insert(vm.id().to_owned(), ticket.to_string());
        }
    }
}

/// How many operations are polled at once.
const PARALLEL: usize = 16;

/// Polls each pending operation of this account once. Those that have finished, or can no longer take effect, are removed from the
/// journal (unless this is a dry run); the others are returned.
pub(crate) async fn poll_pending(client: &Client, dry_run: bool) -> Result<Pending, Failure> {
    let mut pending = Pending::default();
    let polls = stream::iter(entries(client)?).map(|entry| async move {
        // Another user's operation also makes the machine busy, but cannot be polled with these credentials.
        let Ok(operation) = client.resume_any(&entry.handle()) else { return Ok(Some(entry)) };
        let over = match operation.poll().await {
            Ok(OperationState::Pending) => is_over(client, &entry),
            Ok(OperationState::Running { .. }) | Err(_) => false,
            Ok(_) => true,
        };
        if over && !dry_run {
            operation.acknowledge()?;
        }
        Ok::<_, Failure>((!over).then_some(entry))
    });
    let mut polls = polls.buffer_unordered(PARALLEL);
    while let Some(entry) = polls.try_next().await? {
        entry.iter().for_each(|entry| pending.add(&entry.ticket));
    }
    Ok(pending)
}

/// The pending operations of this account, without polling.
pub(crate) fn known(client: &Client) -> Result<Pending, Error> {
    let mut pending = Pending::default();
    for entry in entries(client)?.iter().filter(|entry| !is_over(client, entry)) {
        pending.add(&entry.ticket);
    }
    Ok(pending)
}

/// The pending operations of one machine.
pub(crate) fn entries_of(client: &Client, vm: &VmId) -> Result<Vec<Entry>, Error> {
    let of_vm = |entry: &Entry| entry.ticket.vm.as_ref().is_some_and(|known| known.id() == vm.id());
    Ok(entries(client)?.into_iter().filter(of_vm).collect())
}

fn entries(client: &Client) -> Result<Vec<Entry>, Error> {
    let of_account = |entry: &Entry| {
        entry.stage != Stage::Ended
            && entry.ticket.provider == client.provider()
            && entry.ticket.base_url == client.base_url().as_str()
    };
    Ok(client.journal().list()?.0.into_iter().filter(of_account).collect())
}

/// Whether an operation that was never observed is too old to take effect.
fn is_over(client: &Client, entry: &Entry) -> bool {
    let age = jiff::Timestamp::now().duration_since(entry.started_at);
    entry.ticket.uncertain && entry.ticket.resource.is_none() && age > client.journal().rules().latest
}
