//! `Client` and its builder: the verbs that users call.

use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::BoxStream;
use url::Url;

use crate::capability::{Capabilities, unsupported};
use crate::error::{Error, ErrorKind};
use crate::handle::{Handle, Ticket, Verb};
use crate::ledger;
use crate::model::BackupSwitch;
use crate::model::{
    Action, Backup, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, Deleted, DisableBackups, EnableBackups,
    Image, ImportSnapshot, ListSnapshots, Outcome, RenameSnapshot, Request, Resource, RestoreBackup, RestoreSnapshot,
    RestoreTarget, Restored, Snapshot, SnapshotRef, Vm, VmId,
};
use crate::operation::{Operation, WaitOptions};
use crate::page::{self, Page, PageToken};
use crate::provider::{self, Backend, Credentials};
use crate::spec::Provider;
use crate::transport::connect::{Connect, is_loopback};
use crate::transport::{Auth, CallOptions, Limiter, RateLimit, Redactor, RetryPolicy, Shared, Transport};

/// A list that reads page after page as it is asked for, over all pages.
pub type List<T> = BoxStream<'static, Result<T, Error>>;

/// A connection to one account of one provider. Cheap to clone; all clones share connections and rate limit.
///
/// ```no_run
/// use cloudsnap::{Auth, Client, ListSnapshots, Provider};
/// use futures_util::TryStreamExt;
///
/// # async fn run() -> Result<(), cloudsnap::Error> {
/// let client = Client::builder(Provider::Syminet).auth(Auth::token("...")).build()?;
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
    transport: Transport,
    account: Arc<str>,
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

    /// The same connection, with other options for its calls: a deadline, no repeats, an observer, a dry run.
    #[must_use]
    pub fn with_options(&self, call: CallOptions) -> Self {
        Self { transport: self.transport.with(call), ..self.clone() }
    }

    /// The options of its calls.
    pub fn options(&self) -> &CallOptions {
        self.transport.options()
    }

    /// All machines.
    pub fn vms(&self) -> List<Vm> {
        let client = self.clone();
        page::stream(self.provider(), move |token| {
            let client = client.clone();
            Box::pin(async move { client.vms_page(token).await })
        })
    }

    /// One page of the machines.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] where machines cannot be listed; those of the call.
    pub async fn vms_page(&self, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        if !self.backend.capabilities(None).list_vms {
            let instead = "the machines of snapshots are known: snapshots list shows each snapshot's vm";
            return Err(unsupported(self.provider(), "list machines", instead));
        }
        self.backend.vms(&self.options().bounded(), token).await.map_err(|error| self.about(error, "list vms"))
    }

    /// All snapshots that a list asks for, over all pages, each once.
    ///
    /// A stream ends at its first error: what came until then is true, and not whole.
    pub fn snapshots(&self, list: ListSnapshots) -> List<Snapshot> {
        let client = self.clone();
        page::stream(self.provider(), move |token| {
            let (client, list) = (client.clone(), list.clone());
            Box::pin(async move { client.snapshots_page(&list, token).await })
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
        let tried = match &list.vm {
            Some(vm) => format!("list snapshots of vm {vm}"),
            None => "list snapshots".to_owned(),
        };
        self.backend.snapshots(&self.options().bounded(), list, token).await.map_err(|error| self.about(error, tried))
    }

    /// One snapshot.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none by that id, or not of the machine that the reference names.
    pub async fn snapshot(&self, snapshot: &SnapshotRef) -> Result<Snapshot, Error> {
        let found = self.backend.snapshot(&self.options().bounded(), snapshot).await;
        found.map_err(|error| self.about(error, format!("get snapshot {snapshot}")))
    }

    /// The backups of a machine.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] where there are none; those of the call.
    pub async fn backups(&self, vm: &VmId) -> Result<Vec<Backup>, Error> {
        if !self.backend.capabilities(Some(vm)).list_backups {
            return Err(unsupported(self.provider(), "list backups", "it has snapshots: snapshots list"));
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

    /// Deletes several snapshots, one after the other, with an outcome for each, in order. A failure does not stop the rest.
    pub async fn delete_snapshots(
        &self,
        snapshots: impl IntoIterator<Item = SnapshotRef>,
    ) -> Vec<Result<Operation<Deleted>, Error>> {
        let mut outcomes = Vec::new();
        for snapshot in snapshots {
            outcomes.push(self.delete_snapshot(snapshot).await);
        }
        outcomes
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
    pub async fn enable_backups(&self, vm: VmId) -> Result<Operation<BackupSwitch>, Error> {
        self.start(EnableBackups::new(vm)).await
    }

    /// Switches the automatic backups of a machine off. Syminet does not let them be switched on again for 72 hours.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn disable_backups(&self, vm: VmId) -> Result<Operation<BackupSwitch>, Error> {
        self.start(DisableBackups::new(vm)).await
    }

    async fn start<R: Request>(&self, request: R) -> Result<Operation<R::Output>, Error> {
        // Both steps share the time of one call.
        let deadline = self.options().deadline_from(tokio::time::Instant::now());
        self.prepare_until(request, deadline).await?.submit_until(deadline).await
    }

    /// Whether the provider offers this at all, without asking it.
    #[cfg(feature = "cli")]
    pub(crate) fn offers(&self, action: &Action) -> Result<(), Error> {
        let (verb, vm, _, _) = described(action);
        let refused = provider::refuse(self.provider(), self.backend.capabilities(vm.as_ref()), action);
        refused.map_err(|error| error.trying(verb.words()))
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

    async fn prepare_until<R: Request>(
        &self,
        request: R,
        deadline: tokio::time::Instant,
    ) -> Result<Prepared<R::Output>, Error> {
        let action: Action = request.into();
        let (verb, vm, target, name) = described(&action);
        let capabilities = self.backend.capabilities(vm.as_ref());
        let mut ticket = Ticket::new(self.provider(), self.base_url().as_str(), &self.account, verb);
        (ticket.vm, ticket.target, ticket.name) = (vm, target, name);
        provider::refuse(self.provider(), capabilities, &action).map_err(|error| error.trying(&ticket))?;
        validate(&action).map_err(|error| self.about(error, &ticket))?;
        let call = self.options().clone().deadline(deadline);
        let prepared = self.backend.prepare(&call, &action, &mut ticket).await;
        prepared.map_err(|error| self.about(error, &ticket))?;
        Ok(Prepared { client: self.clone(), action, ticket, output: std::marker::PhantomData })
    }

    /// Goes on with an operation that this or another process began.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the handle is of another provider, base URL or account, or of an operation of another kind.
    pub fn resume<T: Outcome>(&self, handle: &Handle) -> Result<Operation<T>, Error> {
        let ticket = handle.open()?;
        let differs = if ticket.provider != self.provider() {
            Some(format!("it belongs to {}, this connection to {}", ticket.provider.title(), self.provider().title()))
        } else if ticket.base_url != self.base_url().as_str() {
            Some(format!("it belongs to {}, this connection to {}", ticket.base_url, self.base_url()))
        } else if ticket.account != *self.account {
            Some("it was made with other credentials".to_owned())
        } else {
            None
        };
        if let Some(why) = differs {
            let error = Error::new(ErrorKind::Invalid, format!("the handle does not fit this connection: {why}"));
            return Err(self.about(error, &ticket));
        }
        Ok(Operation::new(Arc::clone(&self.backend), self.options().clone(), ticket))
    }

    /// [`resume`](Self::resume) for a handle of any kind of operation.
    ///
    /// # Errors
    /// As [`resume`](Self::resume).
    pub fn resume_any(&self, handle: &Handle) -> Result<Operation<Resource>, Error> {
        self.resume(handle)
    }

    /// Sends a raw request of a documented operation, authenticated and repeated under its rules, and gives the whole answer
    /// whatever its status. `path` is below the base URL and may have a query.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the path leaves the base URL or the document has no such operation; those of the transport.
    pub async fn request(
        &self,
        method: &str,
        path: &str,
        body: Option<&serde_json::Value>,
    ) -> Result<http::Response<bytes::Bytes>, Error> {
        let tried = format!("{method} {path}");
        let invalid = |why: String| self.about(Error::new(ErrorKind::Invalid, why), &tried);
        let (route, _query) = path.split_once('?').unwrap_or((path, ""));
        let hostile = |segment: &str| segment == "." || segment == ".." || segment.to_ascii_lowercase().contains("%2e");
        if !route.starts_with('/')
            || route.split('/').any(hostile)
            || path.contains(['\\', '#'])
            || path.contains(char::is_control)
        {
            return Err(invalid(
                "the path must begin with / and hold no dot segment, backslash, # or control character".to_owned(),
            ));
        }
        let operation = crate::spec::find(self.provider(), method, route).ok_or_else(|| {
            invalid(format!("the document has no such operation; `cloudsnap spec {}` shows it", self.provider()))
        })?;
        let url = Url::parse(&format!("{}{path}", self.base_url().as_str().trim_end_matches('/')))
            .map_err(|_| invalid("the path makes no valid URL".to_owned()))?;
        let method = http::Method::from_bytes(operation.method.as_bytes())
            .map_err(|_| invalid("the method is none of HTTP".to_owned()))?;
        let mut request = reqwest::Request::new(method, url);
        request.headers_mut().insert(http::header::ACCEPT, http::HeaderValue::from_static("application/json"));
        if let Some(body) = body {
            let json = http::HeaderValue::from_static("application/json");
            request.headers_mut().insert(http::header::CONTENT_TYPE, json);
            *request.body_mut() = Some(reqwest::Body::from(body.to_string()));
        }
        let response = self.transport.execute(request, operation).await;
        match response.extensions().get::<crate::transport::Answer>() {
            Some(answer) => {
                let mut whole = http::Response::new(answer.reply.body.clone());
                *whole.status_mut() = answer.reply.status;
                *whole.headers_mut() = answer.reply.headers.clone();
                Ok(whole)
            }
            None => {
                let error = Error::of_call(
                    progenitor_client::Error::UnexpectedResponse(response),
                    self.provider(),
                    operation.id,
                );
                Err(self.about(error, &tried))
            }
        }
    }

    /// Drops the token of a [session](ClientBuilder::session); the next call signs in again. Does nothing without a session.
    ///
    /// # Errors
    /// Those of the call. The token then ends by itself, some minutes after its last use.
    pub async fn sign_out(&self) -> Result<(), Error> {
        self.transport.sign_out().await.map_err(|error| self.about(error, "sign out"))
    }

    /// A body to be printed: a server may repeat the credentials that it was sent.
    #[cfg(feature = "cli")]
    pub(crate) fn without_secrets(&self, body: &bytes::Bytes) -> bytes::Bytes {
        match std::str::from_utf8(body) {
            Ok(text) => self.transport.redacted(text).into(),
            Err(_) => body.clone(),
        }
    }

    fn about(&self, error: Error, tried: impl std::fmt::Display) -> Error {
        error.on(self.provider()).trying(tried)
    }

    /// The generated client of ManageIQ, if this is one: every documented operation, authenticated and repeated. A call on several
    /// entries is a success also where entries were refused: read each `success`.
    #[cfg(feature = "manageiq")]
    pub fn as_manageiq(&self) -> Option<crate::generated::manageiq::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::manageiq::ManageIq>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }

    /// The generated client of Syminet, if this is one: every documented operation, authenticated and repeated.
    #[cfg(feature = "syminet")]
    pub fn as_syminet(&self) -> Option<crate::generated::syminet::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::syminet::Syminet>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }

    /// The generated client of Genesis Cloud, if this is one: every documented operation, authenticated and repeated.
    #[cfg(feature = "genesiscloud")]
    pub fn as_genesiscloud(&self) -> Option<crate::generated::genesiscloud::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::genesiscloud::GenesisCloud>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }

    /// The generated client of Hyperstack, if this is one: every documented operation, authenticated and repeated.
    #[cfg(feature = "hyperstack")]
    pub fn as_hyperstack(&self) -> Option<crate::generated::hyperstack::Client> {
        use crate::generated::PerCall;
        let adapter = self.backend.as_any().downcast_ref::<provider::hyperstack::Hyperstack>()?;
        Some(adapter.generated().per_call(self.transport.clone()))
    }
}

/// The words for an action: its verb, and what it is about.
fn described(action: &Action) -> (Verb, Option<VmId>, Option<crate::model::SnapshotId>, Option<String>) {
    let of = |snapshot: &SnapshotRef| (snapshot.vm.clone(), Some(snapshot.id.clone()));
    match action {
        Action::CreateSnapshot(request) => {
            (Verb::CreateSnapshot, Some(request.vm.clone()), None, Some(request.name.clone()))
        }
        Action::RestoreSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            match &request.target {
                RestoreTarget::InPlace(onto) => (Verb::RestoreSnapshot, Some(onto.clone()), target, None),
                RestoreTarget::NewVm(new) => (Verb::RestoreSnapshot, vm, target, Some(new.name.clone())),
            }
        }
        Action::RenameSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::RenameSnapshot, vm, target, Some(request.name.clone()))
        }
        Action::DeleteSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::DeleteSnapshot, vm, target, None)
        }
        Action::CloneSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::CloneSnapshot, vm, target, Some(request.name.clone()))
        }
        Action::ImportSnapshot(request) => (Verb::ImportSnapshot, None, None, Some(request.name.clone())),
        Action::CreateImage(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::CreateImage, vm, target, Some(request.name.clone()))
        }
        Action::RestoreBackup(request) => {
            let backup = crate::model::SnapshotId::new(request.backup.as_str()).ok();
            (Verb::RestoreBackup, Some(request.vm.clone()), backup, None)
        }
        Action::EnableBackups(request) => (Verb::EnableBackups, Some(request.vm.clone()), None, None),
        Action::DisableBackups(request) => (Verb::DisableBackups, Some(request.vm.clone()), None, None),
    }
}

/// Names that no provider can take are refused before anything is sent.
fn validate(action: &Action) -> Result<(), Error> {
    let (_, _, _, name) = described(action);
    let Some(name) = name else { return Ok(()) };
    let why = if name.trim().is_empty() {
        "the name is empty"
    } else if name.chars().any(char::is_control) {
        "the name holds a control character"
    } else if name.chars().count() > 255 {
        "the name is longer than 255 characters"
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorKind::Invalid, why))
}

/// A long verb that is checked and not yet sent.
pub struct Prepared<T> {
    client: Client,
    action: Action,
    ticket: Ticket,
    output: std::marker::PhantomData<fn() -> T>,
}

impl<T> std::fmt::Debug for Prepared<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prepared({})", self.ticket)
    }
}

impl<T: Outcome> Prepared<T> {
    /// The handle of the operation to come. Without secrets.
    ///
    /// Whoever finds it later cannot know whether the request was sent, so it waits for an effect that may never show.
    pub fn handle(&self) -> Handle {
        let mut ticket = self.ticket.clone();
        ticket.uncertain = true;
        ticket.sent_at.get_or_insert_with(jiff::Timestamp::now);
        Handle::seal(&ticket)
    }

    /// What it would do, in words: `create snapshot "nightly" of vm 3247`.
    pub fn describe(&self) -> String {
        self.ticket.to_string()
    }

    /// What the caller should know beforehand: what is lost beside the object, what is sent in place of something left out...
    pub fn warnings(&self) -> &[String] {
        &self.ticket.warnings
    }

    /// The second step: sends the request, once.
    ///
    /// # Errors
    /// [`ErrorKind::OutcomeUnknown`], with the handle, if it may have taken effect and the call's time did not suffice to tell.
    pub async fn submit(self) -> Result<Operation<T>, Error> {
        let deadline = self.client.options().deadline_from(tokio::time::Instant::now());
        self.submit_until(deadline).await
    }

    async fn submit_until(self, deadline: tokio::time::Instant) -> Result<Operation<T>, Error> {
        let Self { client, action, mut ticket, .. } = self;
        let call = client.options().clone();
        // A future that is dropped on the way leaves word in the ledger.
        let _sending = ledger::enter(&ticket);
        let sent = client.backend.submit(&call.clone().deadline(deadline), &action, &mut ticket).await;
        let error = match sent {
            Ok(()) => {
                ledger::settle(&ticket);
                return Ok(Operation::new(Arc::clone(&client.backend), call, ticket));
            }
            Err(error) => client.about(error, &ticket),
        };
        if !error.may_have_taken_effect() {
            ledger::withdraw(&ticket);
            return Err(error);
        }
        tracing::warn!(%error, "the answer is lost: looking for the effect");
        ticket.uncertain = true;
        match ticket.resource {
            // The answer named it, and yet cannot be trusted.
            Some(_) => ledger::settle(&ticket),
            None => ledger::lose(&ticket),
        }
        let operation = Operation::new(Arc::clone(&client.backend), call, ticket);
        let looks = WaitOptions::default().interval(Duration::from_millis(250), Duration::from_secs(5));
        match operation.find(deadline, &looks).await {
            Ok(()) => Ok(operation),
            Err(unknown) => Err(unknown.because(&error)),
        }
    }
}

/// Sets up a [`Client`].
///
/// ```no_run
/// use cloudsnap::{Auth, Client, Provider};
/// use std::time::Duration;
/// # fn run() -> Result<(), cloudsnap::Error> {
/// let client = Client::builder(Provider::ManageIq)
///     .base_url("https://appliance.example/api")
///     .auth(Auth::basic("admin", "..."))
///     .timeout(Duration::from_secs(30))
///     .build()?;
/// # let _ = client;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ClientBuilder {
    provider: Provider,
    auth: Option<Auth>,
    base_url: Option<String>,
    allow_http: bool,
    group: Option<String>,
    session: bool,
    connect: Connect,
    call: CallOptions,
    rate_limit: Option<Option<RateLimit>>,
    max_body: usize,
    #[cfg(feature = "contract")]
    contract: crate::transport::ContractMode,
    http: Option<reqwest::Client>,
}

impl std::fmt::Debug for ClientBuilder {
    // The base URL may hold a password, for which it is refused later.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("provider", &self.provider)
            .field("auth", &self.auth)
            .field("base_url", &self.base_url.as_deref().map(crate::transport::without_users))
            .field("group", &self.group)
            .field("connect", &self.connect)
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}

impl ClientBuilder {
    fn new(provider: Provider) -> Self {
        Self {
            provider,
            auth: None,
            base_url: None,
            allow_http: false,
            group: None,
            session: false,
            connect: Connect::default(),
            call: CallOptions::default(),
            rate_limit: None,
            max_body: 64 * 1024 * 1024,
            #[cfg(feature = "contract")]
            contract: crate::transport::ContractMode::Off,
            http: None,
        }
    }

    /// The credentials.
    #[must_use]
    pub fn auth(mut self, auth: Auth) -> Self {
        self.auth = Some(auth);
        self
    }

    /// Where the API is. Needed for ManageIQ; the others have a public service.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Permits plain http to other hosts than loopback. The credentials can then be read on the way.
    #[must_use]
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// The group to act as (ManageIQ).
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Signs in with user and password once, and uses the token that this gives (ManageIQ). The token is renewed before it ends,
    /// and once when the server no longer takes it; [`Client::sign_out`] drops it. Without this, each request bears user and
    /// password.
    #[must_use]
    pub fn session(mut self, session: bool) -> Self {
        self.session = session;
        self
    }

    /// Trusts these certificates (PEM, one or several) beside the system's.
    #[must_use]
    pub fn ca_certificate_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connect.ca_certificates_pem.push(pem.into());
        self
    }

    /// Sends all through this proxy; loopback never. Without it `HTTPS_PROXY` is used for https, and nothing for plain http.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connect.proxy = Some(url.into());
        self
    }

    /// Uses no proxy, whatever the environment says.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.connect.no_proxy = true;
        self.connect.proxy = None;
        self
    }

    /// Connects to this address for that host name, which is not looked up.
    #[cfg(feature = "cli")]
    pub(crate) fn resolve(mut self, host: &str, address: std::net::SocketAddr) -> Self {
        self.connect.resolve = Some((host.to_owned(), address));
        self
    }

    /// Adds this to `cloudsnap/VERSION` in the user agent.
    #[must_use]
    pub fn user_agent(mut self, suffix: impl Into<String>) -> Self {
        self.connect.user_agent_suffix = Some(suffix.into());
        self
    }

    /// The time for opening a connection. 10 s unless set.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect.connect_timeout = Some(timeout);
        self
    }

    /// The time of a call with all its repeats. 60 s unless set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeout = timeout;
        self
    }

    /// How failed attempts are repeated.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.call.retry = policy;
        self
    }

    /// The options of all calls: [`timeout`](Self::timeout), [`retry`](Self::retry) and more in one.
    #[must_use]
    pub fn options(mut self, call: CallOptions) -> Self {
        self.call = call;
        self
    }

    /// At most so many requests; `None` lifts the limit that a provider has by default.
    #[must_use]
    pub fn rate_limit(mut self, limit: Option<RateLimit>) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// The largest answer that is read, in bytes. 64 MiB unless set.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// What to do with answers that break the document. Off unless set.
    #[cfg(feature = "contract")]
    #[must_use]
    pub fn contract(mut self, mode: crate::transport::ContractMode) -> Self {
        self.contract = mode;
        self
    }

    /// Uses this HTTP client: TLS, proxies, redirects and connection times are then yours to mind.
    #[must_use]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] that says what is missing or wrong.
    pub fn build(self) -> Result<Client, Error> {
        let provider = self.provider;
        let config = |why: String| Error::new(ErrorKind::Config, why).on(provider).trying("set up the client");
        let profile = provider::profile(provider)?;
        let text = self.base_url.as_deref().or(profile.base_url);
        let text = text.ok_or_else(|| config("the base URL is missing: https://HOST/api".to_owned()))?;
        let base_url = base_url(text, self.allow_http).map_err(config)?;
        if provider != Provider::ManageIq && (self.group.is_some() || self.session) {
            return Err(config("it has neither groups nor sessions: these are for ManageIQ".to_owned()));
        }
        let auth = self.auth.ok_or_else(|| config("the credentials are missing".to_owned()))?;
        let http = match self.http {
            Some(http) => http,
            None => self.connect.client(&base_url).map_err(config)?,
        };
        let redactor = Arc::new(Redactor::new(auth.secrets()));
        let credentials = Credentials {
            auth: &auth,
            group: self.group.as_deref(),
            http: &http,
            base_url: &base_url,
            session: self.session,
            redactor: &redactor,
        };
        let authenticator = provider::authenticator(provider, &credentials).map_err(|why| config(why.to_owned()))?;
        let shared = Shared {
            provider,
            base_url,
            auth: authenticator,
            limiter: self.rate_limit.unwrap_or(profile.rate_limit).map(Limiter::new),
            redactor,
            max_body: self.max_body,
            #[cfg(feature = "contract")]
            contract: self.contract,
            http,
        };
        let transport = Transport::new(shared, self.call);
        let backend = provider::backend(transport.clone());
        let backend = backend.ok_or_else(|| config("this build has no client for it".to_owned()))?;
        Ok(Client { backend, transport, account: auth.fingerprint().into() })
    }
}

/// Checks a base URL. The error never shows the text: it may hold a password.
fn base_url(text: &str, allow_http: bool) -> Result<Url, String> {
    let url =
        Url::parse(text.trim()).map_err(|why| format!("the base URL is no URL: {why}; write https://HOST/PATH"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the base URL holds a user or a password: give credentials apart from it".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the base URL has a query or a fragment: end it with its path".to_owned());
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if allow_http || is_loopback(&url) => Ok(url),
        "http" => {
            Err("the base URL is plain http: anybody on the way could read the credentials; use https, or allow \
                       plain http expressly"
                .to_owned())
        }
        other => Err(format!("the base URL has the scheme {other:?}: use https")),
    }
}
