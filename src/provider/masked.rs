//! A wrapper around every adapter that removes secrets from a server's texts before they become warnings, statuses or error reasons.
//! Warnings are part of handles, and handles are stored in files.

use std::sync::Arc;

use async_trait::async_trait;

use super::backend::{Backend, Observation, Service, Verbs};
use super::kit::Adapter;
use crate::capability::Capabilities;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::{Journal, Seen};
use crate::model::{Action, Backup, ListSnapshots, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, Wanted};
use crate::text::printable;
use crate::transport::{CallOptions, Transport};

/// The adapter of a connection.
pub(super) struct Masked<C: Service>(Adapter<C>);

impl<C: Service> Masked<C> {
    pub(super) fn new(transport: Transport, journal: Arc<Journal>) -> Self {
        Self(Adapter::new(transport, journal))
    }

    fn within(&self, call: &CallOptions) -> Adapter<C> {
        self.0.with(call.clone())
    }

    /// Limiting the length is up to the adapter.
    fn plain(&self, text: &str) -> String {
        printable(&self.0.transport.redacted(text))
    }

    /// Warnings that are equal once their secrets are removed are kept once, so that handles do not grow.
    fn clean(&self, ticket: &mut Ticket) {
        for warning in std::mem::take(&mut ticket.warnings) {
            ticket.warn(warning.kind, self.plain(&warning.text));
        }
    }
}

#[async_trait]
impl<C: Service> Backend for Masked<C>
where
    Adapter<C>: Verbs + Sync,
{
    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities {
        C::capabilities(vm)
    }

    async fn vms(&self, call: &CallOptions, page: Wanted) -> Result<Page<Vm>, Error> {
        self.within(call).vms(page).await
    }

    async fn snapshots(&self, call: &CallOptions, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        self.within(call).snapshots(list, page).await
    }

    async fn selected_of(&self, call: &CallOptions, vm: &VmId) -> Result<Option<Vec<Snapshot>>, Error> {
        self.within(call).selected_of(vm).await
    }

    async fn snapshot(&self, call: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        self.within(call).snapshot(snapshot).await
    }

    fn seen(&self, snapshot: &Snapshot) -> Seen {
        C::seen(snapshot)
    }

    fn has_status_words(&self) -> bool {
        C::HAS_STATUS_WORDS
    }

    fn image_of(&self, snapshot: &Snapshot) -> Option<String> {
        C::image_of(snapshot)
    }

    async fn backups(&self, call: &CallOptions, vm: &VmId) -> Result<Vec<Backup>, Error> {
        self.within(call).backups(vm).await
    }

    async fn prepare(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        let prepared = self.within(call).prepare(action, ticket).await;
        self.clean(ticket);
        prepared
    }

    async fn submit(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        let sent = self.within(call).submit(action, ticket).await;
        self.clean(ticket);
        sent
    }

    async fn observe(
        &self,
        call: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        let seen = self.within(call).observe(ticket, done_words).await;
        self.clean(ticket);
        Ok(match seen? {
            Observation::Running { status: Some(status), progress } => {
                Observation::Running { status: Some(self.plain(&status)), progress }
            }
            Observation::Failed(reason) => Observation::Failed(self.plain(&reason)),
            seen => seen,
        })
    }
}
