//! A wrapper around every adapter that removes secrets from a server's texts before they become warnings, statuses or error reasons.
//! Warnings are part of handles, and handles are stored in files.

use std::sync::Arc;

use futures_util::future::BoxFuture;

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

impl<C: Service> Backend for Masked<C>
where
    Adapter<C>: Verbs,
{
    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities {
        C::capabilities(vm)
    }

    fn vms<'a>(&'a self, call: &'a CallOptions, page: Wanted) -> BoxFuture<'a, Result<Page<Vm>, Error>> {
        Box::pin(async move { self.within(call).vms(page).await })
    }

    fn snapshots<'a>(
        &'a self,
        call: &'a CallOptions,
        list: &'a ListSnapshots,
        page: Wanted,
    ) -> BoxFuture<'a, Result<Page<Snapshot>, Error>> {
        Box::pin(async move { self.within(call).snapshots(list, page).await })
    }

    fn selected_of<'a>(
        &'a self,
        call: &'a CallOptions,
        vm: &'a VmId,
    ) -> BoxFuture<'a, Result<Option<Vec<Snapshot>>, Error>> {
        Box::pin(async move { self.within(call).selected_of(vm).await })
    }

    fn snapshot<'a>(
        &'a self,
        call: &'a CallOptions,
        snapshot: &'a SnapshotRef,
    ) -> BoxFuture<'a, Result<Snapshot, Error>> {
        Box::pin(async move { self.within(call).snapshot(snapshot).await })
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

    fn backups<'a>(&'a self, call: &'a CallOptions, vm: &'a VmId) -> BoxFuture<'a, Result<Vec<Backup>, Error>> {
        Box::pin(async move { self.within(call).backups(vm).await })
    }

    fn prepare<'a>(
        &'a self,
        call: &'a CallOptions,
        action: &'a Action,
        ticket: &'a mut Ticket,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let prepared = self.within(call).prepare(action, ticket).await;
            self.clean(ticket);
            prepared
        })
    }

    fn submit<'a>(
        &'a self,
        call: &'a CallOptions,
        action: &'a Action,
        ticket: &'a mut Ticket,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let sent = self.within(call).submit(action, ticket).await;
            self.clean(ticket);
            sent
        })
    }

    fn observe<'a>(
        &'a self,
        call: &'a CallOptions,
        ticket: &'a mut Ticket,
        done_words: &'a [String],
    ) -> BoxFuture<'a, Result<Observation, Error>> {
        Box::pin(async move {
            let seen = self.within(call).observe(ticket, done_words).await;
            self.clean(ticket);
            Ok(match seen? {
                Observation::Running { status: Some(status), progress } => {
                    Observation::Running { status: Some(self.plain(&status)), progress }
                }
                Observation::Failed(reason) => Observation::Failed(self.plain(&reason)),
                seen => seen,
            })
        })
    }
}
