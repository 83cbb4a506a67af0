//! Changes, each of which starts an operation.

use tokio::time::Instant;
use tracing::Instrument;

use super::action::{described, validate};
use super::{Client, Prepared};
use crate::error::Error;
use crate::model::{
    Action, BackupState, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm, Deleted, DisableBackups,
    EnableBackups, Image, ImportSnapshot, Outcome, RenameSnapshot, Request, RestoreBackup, RestoreSnapshot,
    RestoreTarget, Restored, Snapshot, SnapshotRef, VmId,
};
use crate::operation::Operation;
use crate::provider;

impl Client {
    /// Creates a snapshot of a machine.
    ///
    /// The request is never sent twice unless the first one certainly did not arrive. If the response is lost, the list is polled until
    /// the new snapshot appears or the time for the request is up.
    ///
    /// # Errors
    /// [`ErrorKind::OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown), with a handle, if it is unknown whether a snapshot was created;
    /// any error of the request.
    pub async fn create_snapshot(&self, request: CreateSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Restores a snapshot: in place, which overwrites the machine's data, or to a new machine, depending on the provider.
    ///
    /// Reads the snapshot first, and refuses one that is not ready, cannot be restored, or belongs to another machine.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) if the provider does not support the target; otherwise same as
    /// [`create_snapshot`](Self::create_snapshot).
    pub async fn restore_snapshot(
        &self,
        snapshot: impl Into<SnapshotRef>,
        target: RestoreTarget,
    ) -> Result<Operation<Restored>, Error> {
        self.start(RestoreSnapshot { snapshot: snapshot.into(), target }).await
    }

    /// Renames a snapshot.
    ///
    /// # Errors
    /// Any error of the request.
    pub async fn rename_snapshot(&self, request: RenameSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Deletes a snapshot. The operation ends when the snapshot is gone.
    ///
    /// # Errors
    /// Any error of the request.
    pub async fn delete_snapshot(&self, snapshot: impl Into<SnapshotRef>) -> Result<Operation<Deleted>, Error> {
        self.start(DeleteSnapshot::new(snapshot)).await
    }

    /// Deletes a machine, such as one created by a test restore. The operation ends when the machine is gone; its snapshots remain.
    ///
    /// # Errors
    /// Any error of the request.
    pub async fn delete_vm(&self, vm: impl Into<VmId>) -> Result<Operation<Deleted>, Error> {
        self.start(DeleteVm::new(vm.into())).await
    }

    /// Copies a snapshot to another region.
    ///
    /// # Errors
    /// Same as [`create_snapshot`](Self::create_snapshot).
    pub async fn clone_snapshot(&self, request: CloneSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Creates a snapshot from an image at a URL.
    ///
    /// # Errors
    /// Same as [`create_snapshot`](Self::create_snapshot).
    pub async fn import_snapshot(&self, request: ImportSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Creates an image from a snapshot.
    ///
    /// # Errors
    /// Same as [`create_snapshot`](Self::create_snapshot).
    pub async fn image_from_snapshot(&self, request: CreateImage) -> Result<Operation<Image>, Error> {
        self.start(request).await
    }

    /// Restores a machine from a backup. Its current data is overwritten.
    ///
    /// # Errors
    /// Any error of the request, which is never sent twice.
    pub async fn restore_backup(&self, request: RestoreBackup) -> Result<Operation<Restored>, Error> {
        self.start(request).await
    }

    /// Enables automatic backups of a machine.
    ///
    /// # Errors
    /// Any error of the request.
    pub async fn enable_backups(&self, vm: impl Into<VmId>) -> Result<Operation<BackupState>, Error> {
        self.start(EnableBackups::new(vm.into())).await
    }

    /// Disables automatic backups of a machine. On Syminet they cannot be re-enabled for 72 hours.
    ///
    /// # Errors
    /// Any error of the request.
    pub async fn disable_backups(&self, vm: impl Into<VmId>) -> Result<Operation<BackupState>, Error> {
        self.start(DisableBackups::new(vm.into())).await
    }

    /// The first step of a change: validates the request and records what is needed to recognize its effect later. Changes nothing.
    ///
    /// Store the handle between the two steps, and the operation can be resumed even if the process dies in [`Prepared::submit`].
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported), [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) and
    /// [`ErrorKind::Conflict`](crate::ErrorKind::Conflict), as far as they can be detected in advance; any error of the requests that read
    /// the current state.
    pub async fn prepare<R: Request>(&self, request: R) -> Result<Prepared<R::Output>, Error> {
        self.prepare_until(request, self.options().deadline_from(Instant::now())).await
    }

    async fn start<R: Request>(&self, request: R) -> Result<Operation<R::Output>, Error> {
        // Both steps share one deadline.
        let deadline = self.options().deadline_from(Instant::now());
        let (action, provider) = (request.into(), self.provider().id());
        let span = tracing::debug_span!("verb", provider, verb = described(&action).0.label());
        async { self.prepare_action(action, deadline).await?.submit_until(deadline).await }.instrument(span).await
    }

    pub(super) async fn prepare_until<R: Request>(
        &self,
        request: R,
        deadline: Instant,
    ) -> Result<Prepared<R::Output>, Error> {
        self.prepare_action(request.into(), deadline).await
    }

    async fn prepare_action<T: Outcome>(&self, action: Action, deadline: Instant) -> Result<Prepared<T>, Error> {
        let (verb, vm, target, name) = described(&action);
        let capabilities = self.backend.capabilities(vm.as_ref());
        let mut ticket = self.ticket(verb);
        (ticket.vm, ticket.target, ticket.name) = (vm, target, name);
        provider::refuse(self.provider(), capabilities, &action).map_err(|error| error.trying(&ticket))?;
        validate(&action).map_err(|error| self.about(error, &ticket))?;
        let call = self.options().clone().until(deadline);
        let prepared = self.backend.prepare(&call, &action, &mut ticket).await;
        prepared.map_err(|error| self.about(error, &ticket))?;
        Ok(Prepared { client: self.clone(), action, ticket, lock: None, output: std::marker::PhantomData })
    }

    /// Whether the provider supports the action at all. Sends nothing.
    #[cfg(feature = "cli")]
    pub(crate) fn offers(&self, action: &Action) -> Result<(), Error> {
        let (verb, vm, _, _) = described(action);
        let refused = provider::refuse(self.provider(), self.backend.capabilities(vm.as_ref()), action);
        refused.map_err(|error| error.trying(verb.label()))
    }
}
