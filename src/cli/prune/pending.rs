//! What is known here of operations whose end was not seen: they are taken up first, and a machine that has one is left alone.

use std::collections::BTreeMap;

use futures_util::{StreamExt, TryStreamExt, stream};

use crate::cli::failure::Failure;
use crate::client::Client;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::{Entry, Stage};
use crate::model::VmId;
use crate::operation::OperationState;

/// The machines with an operation that is still pending, by the id without its kind: a machine may be reachable as several.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pending(BTreeMap<String, String>);

impl Pending {
    /// The operation of that machine, in words.
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
const AT_ONCE: usize = 16;

/// Polls what is pending on this account, once each. What has ended, or can no longer take effect, is no longer kept (unless this is a
/// dry run); the rest is what machines are left alone for.
pub(crate) async fn settle(client: &Client, dry_run: bool) -> Result<Pending, Failure> {
    let mut pending = Pending::default();
    let polls = stream::iter(entries(client)?).map(|entry| async move {
        // Another user's operation says no less of the machine, but cannot be polled from here.
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
    let mut polls = polls.buffer_unordered(AT_ONCE);
    while let Some(entry) = polls.try_next().await? {
        entry.iter().for_each(|entry| pending.add(&entry.ticket));
    }
    Ok(pending)
}

/// What is pending on this account, without asking the provider.
pub(crate) fn known(client: &Client) -> Result<Pending, Error> {
    let mut pending = Pending::default();
    for entry in entries(client)?.iter().filter(|entry| !is_over(client, entry)) {
        pending.add(&entry.ticket);
    }
    Ok(pending)
}

/// What is pending with one machine.
pub(crate) fn entries_of(client: &Client, vm: &VmId) -> Result<Vec<Entry>, Error> {
    let of_vm = |entry: &Entry| entry.ticket.vm.as_ref().is_some_and(|its| its.id() == vm.id());
    Ok(entries(client)?.into_iter().filter(of_vm).collect())
}

fn entries(client: &Client) -> Result<Vec<Entry>, Error> {
    let here = |entry: &Entry| {
        entry.stage != Stage::Ended
            && entry.ticket.provider == client.provider()
            && entry.ticket.base_url == client.base_url().as_str()
    };
    Ok(client.journal().list()?.0.into_iter().filter(here).collect())
}

/// Nothing was ever seen of it, and no request takes effect this long after it was sent.
fn is_over(client: &Client, entry: &Entry) -> bool {
    let age = jiff::Timestamp::now().duration_since(entry.started_at);
    entry.ticket.uncertain && entry.ticket.resource.is_none() && age > client.journal().rules().latest
}
