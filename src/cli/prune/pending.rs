//! What is known here of operations whose end was not seen: they are taken up first, and a machine that has one is left alone.

use std::collections::BTreeMap;

use crate::cli::failure::Failure;
use crate::client::Client;
use crate::handle::Ticket;
use crate::model::VmId;
use crate::operation::OperationState;

/// The machines with an operation that is still pending, by the id without its kind: a machine may be reachable as several.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pending(BTreeMap<String, String>);

impl Pending {
    /// The operation of that machine, in words.
    pub(crate) fn of(&self, vm: &VmId) -> Option<&str> {
        self.0.get(vm.as_str()).map(String::as_str)
    }

    fn add(&mut self, ticket: &Ticket) {
        if let Some(vm) = &ticket.vm {
            self.0.insert(vm.as_str().to_owned(), ticket.to_string());
        }
    }
}

/// Polls what is pending on this account, once each. What has ended is no longer kept (unless this is a dry run); the rest is what
/// machines are left alone for.
pub(crate) async fn settle(client: &Client, dry_run: bool) -> Result<Pending, Failure> {
    let mut pending = Pending::default();
    let (entries, _) = client.journal().list()?;
    for entry in entries {
        let ticket = &entry.ticket;
        if ticket.provider != client.provider() || ticket.base_url != client.base_url().as_str() {
            continue;
        }
        // Another user's operation says no less of the machine, but cannot be polled from here.
        let Ok(operation) = client.resume_any(&entry.handle()) else {
            pending.add(ticket);
            continue;
        };
        match operation.poll().await {
            Ok(
                OperationState::Done(_)
                | OperationState::Accepted(_)
                | OperationState::Failed(_)
                | OperationState::Gone,
            ) => {
                if !dry_run {
                    operation.acknowledge()?;
                }
            }
            Ok(_) | Err(_) => pending.add(ticket),
        }
    }
    Ok(pending)
}
