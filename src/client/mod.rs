//! `Client`: the verbs that users call.

mod action;
mod builder;
mod ensure;
mod names;
mod prepared;
pub(crate) mod raw;
mod together;
mod tokens;

use std::sync::Arc;

use futures_util::stream::BoxStream;
use tracing::Instrument;
use url::Url;

use crate::capability::{Capabilities, unsupported};
use crate::error::{Advice, Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::journal::Journal;
use crate::model::{
    Action, Backup, BackupSwitch, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm, Deleted,
    DisableBackups, EnableBackups, Image, ImportSnapshot, ListSnapshots, Outcome, RenameSnapshot, Request, Resource,
    RestoreBackup, RestoreSnapshot, RestoreTarget, Restored, Snapshot, SnapshotRef, Vm, VmId,
};
use crate::operation::Operation;
use crate::page::{self, Page, PageToken, Wanted};
use crate::provider::{self, Backend};
use crate::sealed::Handle;
use crate::spec::Provider;
use crate::transport::{CallOptions, Transport};

use action::{described, validate};
pub use builder::ClientBuilder;
pub use ensure::{Ensured, Missing};
pub use prepared::Prepared;

/// A list that reads page after page as it is asked for, over all pages.
pub type List<T> = BoxStream<'static, Result<T, Error>>;

/// A connection to one account of one provider. Cheap to clone; all clones share connections and rate limit.
///
/// ```no_run
/// use cloudsnap::{Auth, Client, ListSnapshots, Provider};
/// use futures_util::TryStreamExt;
///
/// # async fn run() -> Result<(), cloudsnap::Error> {
/// let client = Client::builder(Provider::Syminet)
///     .auth(Auth::token("..."))
///     .build()?;
/// let mut snapshots = client.snapshots(ListSnapshots::default());
/// while let Some(snapshot) = snapshots.try_next().await? {
///     println!("{} {}", snapshot.id, snapshot.status);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    backend: Arc<dyn Backend>,
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command line asks"))]
    profile: Arc<provider::Profile>,
    transport: Transport,
    journal: Arc<Journal>,
    account: Arc<str>,
    account_name: Option<Arc<str>>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.transport.fmt(f)
    }
}

impl Client {
    /// Begins a connection to a provider.
    pub fn builder(provider: Provider) -> ClientBuilder {
        ClientBuilder::new(provider)
    }

    /// The provider that it talks to.
    pub fn provider(&self) -> Provider {
        self.transport.provider()
    }

    /// The base URL of all its requests.
    pub fn base_url(&self) -> &Url {
        self.transport.base_url()
    }

    /// What may be called. Some providers differ by the kind of machine.
    pub fn capabilities(&self, vm: Option<&VmId>) -> Capabilities {
        self.backend.capabilities(vm)
    }

    /// The same connection, with other options for its calls: a deadline, no repeats, an observer, a dry run. What they do not set
    /// stays as it is.
    #[must_use]
    pub fn with_options(&self, call: CallOptions) -> Self {
        Self { transport: self.transport.with(call.over(self.options())), ..self.clone() }
    }

    /// The options of its calls.
    pub fn options(&self) -> &CallOptions {
        self.transport.options()
    }

    /// All machines.
    pub fn vms(&self) -> List<Vm> {
        let client = self.clone();
        page::stream_known(self.provider(), move |token, known| {
            let client = client.clone();
            Box::pin(async move { client.vms_wanted(Wanted { token, known }).await })
        })
    }

    /// One page of the machines.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] where machines cannot be listed; those of the call.
    pub async fn vms_page(&self, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        self.vms_wanted(token.into()).await
    }

    async fn vms_wanted(&self, page: Wanted) -> Result<Page<Vm>, Error> {
        if !self.backend.capabilities(None).list_vms {
            return Err(unsupported(self.provider(), "list machines", Advice::VmsOfSnapshots));
        }
        let page = async {
            let token = self.place_of(page.token)?;
            self.backend.vms(&self.options().bounded(), Wanted { token, ..page }).await
        };
        let page = page.await.map_err(|error| self.about(error, "list vms"))?;
        Ok(self.bound(page))
    }

    /// All snapshots that a list asks for, over all pages, each once.
    ///
    /// A stream ends at its first error: what came until then is true, and not whole.
    pub fn snapshots(&self, list: ListSnapshots) -> List<Snapshot> {
        let (client, list) = (self.clone(), Arc::new(list));
        page::stream_known(self.provider(), move |token, known| {
            let (client, list) = (client.clone(), Arc::clone(&list));
            Box::pin(async move { client.snapshots_wanted(&list, Wanted { token, known }).await })
        })
    }

    /// One page of snapshots. Where the provider cannot filter, a page may hold less than asked for, or nothing.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn snapshots_page(
        &self,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        self.snapshots_wanted(list, token.into()).await
    }

    async fn snapshots_wanted(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        let tried = || match &list.vm {
            Some(vm) => format!("list snapshots of vm {vm}"),
            None => "list snapshots".to_owned(),
        };
        let page = async {
            let token = self.place_of(page.token)?;
            self.backend.snapshots(&self.options().bounded(), list, Wanted { token, ..page }).await
        };
        let page = page.await.map_err(|error| self.about(error, tried()))?;
        Ok(self.bound(page))
    }

    /// One snapshot, by an id, a [`SnapshotRef`] or another view of the same [`Snapshot`]. ManageIQ needs its machine as well:
    /// [`SnapshotRef::of`].
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none by that id, or not of the machine that the reference names.
    pub async fn snapshot(&self, snapshot: impl Into<SnapshotRef>) -> Result<Snapshot, Error> {
        let snapshot = snapshot.into();
        let found = self.backend.snapshot(&self.options().bounded(), &snapshot).await;
        found.map_err(|error| self.about(error, format!("get snapshot {snapshot}")))
    }

    /// The backups of a machine.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] where there are none; those of the call.
    pub async fn backups(&self, vm: impl Into<VmId>) -> Result<Vec<Backup>, Error> {
        let vm = &vm.into();
        if !self.backend.capabilities(Some(vm)).list_backups {
            return Err(unsupported(self.provider(), "list backups", Advice::ListSnapshots));
        }
        let found = self.backend.backups(&self.options().bounded(), vm).await;
        found.map_err(|error| self.about(error, format!("list backups of vm {vm}")))
    }

    /// Makes a snapshot of a machine.
    ///
    /// Never sends the request twice unless it certainly did not arrive the first time. If the answer is lost, the list is read
    /// until the new snapshot shows or the call's time is up.
    ///
    /// # Errors
    /// [`ErrorKind::OutcomeUnknown`], with a handle, if it cannot be told whether there is a new snapshot; those of the call.
    pub async fn create_snapshot(&self, request: CreateSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Restores a snapshot: onto the machine, whose data is lost, or as a new machine, as the provider has it.
    ///
    /// The snapshot is read first: one that is not ready, may not be written back, or is of another machine is refused.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for a target that the provider does not have; as [`create_snapshot`](Self::create_snapshot).
    pub async fn restore_snapshot(
        &self,
        snapshot: impl Into<SnapshotRef>,
        target: RestoreTarget,
    ) -> Result<Operation<Restored>, Error> {
        self.start(RestoreSnapshot { snapshot: snapshot.into(), target }).await
    }

    /// Gives a snapshot another name.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn rename_snapshot(&self, request: RenameSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Deletes a snapshot. Ends once it is gone.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn delete_snapshot(&self, snapshot: impl Into<SnapshotRef>) -> Result<Operation<Deleted>, Error> {
        self.start(DeleteSnapshot::new(snapshot)).await
    }

    /// Deletes a machine, such as one that a restore was tried on. Ends once it is gone; its snapshots stay.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn delete_vm(&self, vm: impl Into<VmId>) -> Result<Operation<Deleted>, Error> {
        self.start(DeleteVm::new(vm.into())).await
    }

    /// Copies a snapshot to another region.
    ///
    /// # Errors
    /// As [`create_snapshot`](Self::create_snapshot).
    pub async fn clone_snapshot(&self, request: CloneSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Makes a snapshot from an image at a URL.
    ///
    /// # Errors
    /// As [`create_snapshot`](Self::create_snapshot).
    pub async fn import_snapshot(&self, request: ImportSnapshot) -> Result<Operation<Snapshot>, Error> {
        self.start(request).await
    }

    /// Makes an image from a snapshot.
    ///
    /// # Errors
    /// As [`create_snapshot`](Self::create_snapshot).
    pub async fn image_from_snapshot(&self, request: CreateImage) -> Result<Operation<Image>, Error> {
        self.start(request).await
    }

    /// Puts a machine back to a backup. All that is on it is lost.
    ///
    /// # Errors
    /// Those of the call. It is never sent twice.
    pub async fn restore_backup(&self, request: RestoreBackup) -> Result<Operation<Restored>, Error> {
        self.start(request).await
    }

    /// Switches the automatic backups of a machine on.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn enable_backups(&self, vm: impl Into<VmId>) -> Result<Operation<BackupSwitch>, Error> {
        self.start(EnableBackups::new(vm.into())).await
    }

    /// Switches the automatic backups of a machine off. Syminet does not let them be switched on again for 72 hours.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn disable_backups(&self, vm: impl Into<VmId>) -> Result<Operation<BackupSwitch>, Error> {
        self.start(DisableBackups::new(vm.into())).await
    }

    async fn start<R: Request>(&self, request: R) -> Result<Operation<R::Output>, Error> {
        // Both steps share the time of one call.
        let deadline = self.options().deadline_from(tokio::time::Instant::now());
        let (action, provider) = (request.into(), self.provider().id());
        let span = tracing::debug_span!("verb", provider, verb = described(&action).0.label());
        async { self.prepare_action(action, deadline).await?.submit_until(deadline).await }.instrument(span).await
    }

    /// Whether the provider offers this at all, without asking it.
    #[cfg(feature = "cli")]
    pub(crate) fn offers(&self, action: &Action) -> Result<(), Error> {
        let (verb, vm, _, _) = described(action);
        let refused = provider::refuse(self.provider(), self.backend.capabilities(vm.as_ref()), action);
        refused.map_err(|error| error.trying(verb.label()))
    }

    /// The first step of a long verb: checks the request and takes down what will tell its effect. Changes nothing.
    ///
    /// Between the steps the handle can be stored, so that even a process that dies in [`Prepared::submit`] leaves a trace.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`], [`ErrorKind::Invalid`], [`ErrorKind::Conflict`] as far as they can be told beforehand; those of
    /// the reads that it makes.
    pub async fn prepare<R: Request>(&self, request: R) -> Result<Prepared<R::Output>, Error> {
        self.prepare_until(request, self.options().deadline_from(tokio::time::Instant::now())).await
    }

    /// Those of its capabilities that a wait needs.
    #[cfg(feature = "cli")]
    pub(crate) fn has_status_words(&self) -> bool {
        self.backend.has_status_words()
    }

    async fn prepare_until<R: Request>(
        &self,
        request: R,
        deadline: tokio::time::Instant,
    ) -> Result<Prepared<R::Output>, Error> {
        self.prepare_action(request.into(), deadline).await
    }

    async fn prepare_action<T: Outcome>(
        &self,
        action: Action,
        deadline: tokio::time::Instant,
    ) -> Result<Prepared<T>, Error> {
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

    fn ticket(&self, verb: Verb) -> Ticket {
        let mut ticket = Ticket::new(self.provider(), self.base_url().as_str(), &self.account, verb);
        ticket.account_name = self.account_name.as_deref().map(str::to_owned);
        // Before anything is read: what is new was made after this.
        ticket.baseline_at = Some(jiff::Timestamp::now());
        ticket
    }

    /// Goes on with an operation that this or another process began: see [`Handle`].
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the handle is of another provider, base URL or account, or of an operation of another kind.
    pub fn resume<T: Outcome>(&self, handle: &Handle) -> Result<Operation<T>, Error> {
        let ticket = handle.open()?;
        let differs = if ticket.provider != self.provider() {
            Some(format!("it belongs to {}, this connection to {}", ticket.provider.title(), self.provider().title()))
        } else if ticket.base_url.trim_end_matches('/') != self.base_url().as_str().trim_end_matches('/') {
            Some(format!("it belongs to {}, this connection to {}", ticket.base_url, self.base_url()))
        } else if ticket.account != *self.account && !self.is_named(&ticket) {
            Some("it was made with other credentials".to_owned())
        } else if !T::KIND.is_empty() && T::KIND != ticket.verb.outcome() {
            Some(format!("it is of the operation `{}`, which ends with another kind of object", ticket.verb.label()))
        } else {
            None
        };
        if let Some(why) = differs {
            let error = Error::new(ErrorKind::Invalid, format!("the handle does not fit this connection: {why}"));
            return Err(self.about(error, &ticket));
        }
        Ok(self.operation(self.options().clone(), ticket))
    }

    /// [`resume`](Self::resume) for a handle of any kind of operation.
    ///
    /// # Errors
    /// As [`resume`](Self::resume).
    pub fn resume_any(&self, handle: &Handle) -> Result<Operation<Resource>, Error> {
        self.resume(handle)
    }

    fn operation<T: Outcome>(&self, call: CallOptions, ticket: Ticket) -> Operation<T> {
        Operation::new(Arc::clone(&self.backend), Arc::clone(&self.journal), call, ticket)
    }

    /// The ticket is of an account that its user named as this one.
    fn is_named(&self, ticket: &Ticket) -> bool {
        ticket.account_name.is_some() && ticket.account_name.as_deref() == self.account_name.as_deref()
    }

    /// The name that the user gave the account: that of the profile.
    #[cfg(feature = "cli")]
    pub(crate) fn account_name(&self) -> Option<&str> {
        self.account_name.as_deref()
    }

    /// Where the operations of this connection are kept.
    #[cfg(feature = "cli")]
    pub(crate) fn journal(&self) -> &Arc<Journal> {
        &self.journal
    }

    fn about(&self, error: Error, tried: impl std::fmt::Display) -> Error {
        error.on(self.provider()).trying(tried)
    }
}
