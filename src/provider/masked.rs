//! Around every adapter: what a server's texts become warnings, states and failures of, holds no secret. Warnings are part of
//! handles, and handles are kept in files.

use std::any::Any;
use std::sync::Arc;

use async_trait::async_trait;

use super::{Backend, Observation};
use crate::capability::Capabilities;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::Seen;
use crate::model::{Action, Backup, ListSnapshots, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, PageToken};
use crate::text::printable;
use crate::transport::{CallOptions, Transport};

/// An adapter, with the transport that knows the secrets.
pub(super) struct Masked<B> {
    adapter: B,
    transport: Transport,
}

impl<B: Backend + 'static> Masked<B> {
    pub(super) fn over(transport: Transport, adapter: impl FnOnce(Transport) -> B) -> Arc<dyn Backend> {
        Arc::new(Self { adapter: adapter(transport.clone()), transport })
    }
}

impl<B> Masked<B> {
    /// How long it may be is the adapter's business.
    fn plain(&self, text: &str) -> String {
        printable(&self.transport.redacted(text))
    }

    /// Handles must not grow, either: what is the same without its secrets is told once.
    fn clean(&self, ticket: &mut Ticket) {
        let mut clean: Vec<String> = Vec::new();
        for warning in std::mem::take(&mut ticket.warnings) {
            let warning = self.plain(&warning);
            if !clean.contains(&warning) {
                clean.push(warning);
            }
        }
        ticket.warnings = clean;
    }
}

#[async_trait]
impl<B: Backend + 'static> Backend for Masked<B> {
    fn as_any(&self) -> &dyn Any {
        self.adapter.as_any()
    }

    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities {
        self.adapter.capabilities(vm)
    }

    async fn vms(&self, call: &CallOptions, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        self.adapter.vms(call, token).await
    }

    async fn snapshots(
        &self,
        call: &CallOptions,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        self.adapter.snapshots(call, list, token).await
    }

    async fn picked_out(&self, call: &CallOptions, vm: &VmId) -> Result<Option<Vec<Snapshot>>, Error> {
        self.adapter.picked_out(call, vm).await
    }

    async fn snapshot(&self, call: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        self.adapter.snapshot(call, snapshot).await
    }

    fn seen(&self, snapshot: &Snapshot) -> Seen {
        self.adapter.seen(snapshot)
    }

    fn image_of(&self, snapshot: &Snapshot) -> Option<String> {
        self.adapter.image_of(snapshot)
    }

    async fn backups(&self, call: &CallOptions, vm: &VmId) -> Result<Vec<Backup>, Error> {
        self.adapter.backups(call, vm).await
    }

    async fn prepare(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        let prepared = self.adapter.prepare(call, action, ticket).await;
        self.clean(ticket);
        prepared
    }

    async fn submit(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error> {
        let sent = self.adapter.submit(call, action, ticket).await;
        self.clean(ticket);
        sent
    }

    async fn observe(
        &self,
        call: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error> {
        let seen = self.adapter.observe(call, ticket, done_words).await;
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
