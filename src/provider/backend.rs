//! What a provider has to declare and implement.

use std::future::{self, Future};
use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use serde_json::Value;
use url::Url;

use crate::capability::Capabilities;
use crate::error::{Error, ErrorKind};
use crate::generated::PerCall;
use crate::handle::{Ticket, Verb};
use crate::journal::{NameRule, Rules, Seen};
use crate::model::{Action, Backup, ListSnapshots, Resource, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, Wanted};
use crate::spec::Provider;
use crate::transport::connect::Http;
use crate::transport::{Auth, Authenticate, CallOptions, RateLimit, Redactor};

/// The result of polling an operation once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Observation {
    /// No effect is visible yet.
    Pending,
    /// It is running.
    Running { status: Option<String>, progress: Option<f32> },
    /// It succeeded.
    Done(Resource),
    /// The provider accepted the request and does not report completion.
    Accepted(Resource),
    /// It has failed.
    Failed(String),
    /// Its object is gone.
    Gone,
    /// It is no longer listed. The result, if several consecutive polls agree.
    Unlisted(Resource),
    /// The request may have taken effect, and no response will ever show whether it did.
    Unseen,
    /// These new objects match, but none with certainty.
    Ambiguous(Vec<String>),
}

/// The properties of a provider, implemented by its generated client.
pub(crate) trait Service: PerCall + Clone + Send + Sync + 'static {
    /// The provider of this client.
    const PROVIDER: Provider;
    /// Its connection defaults.
    const PROFILE: Profile;
    /// A row of the account's list of snapshots.
    type Row: Clone + Send + Sync + 'static;

    /// Whether its objects have a textual status. Otherwise statuses that a caller considers finished would be ignored.
    const HAS_STATUS_WORDS: bool = true;

    /// How it authenticates requests.
    fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str>;

    /// Whether a body is an error of the provider itself that reports an object as not found.
    fn is_absence(body: &Value) -> bool;

    /// What it supports for machines of the kind of `vm`.
    fn capabilities(vm: Option<&VmId>) -> Capabilities;

    /// The properties by which a requested snapshot can be recognized.
    fn seen(snapshot: &Snapshot) -> Seen {
        Seen { name: snapshot.name.clone(), ..Seen::default() }
    }

    /// A description of the image that is deleted along with a snapshot.
    fn image_of(_snapshot: &Snapshot) -> Option<String> {
        None
    }
}

/// The verbs of one provider, within one call. What it does not support was refused earlier, by its [`Capabilities`].
pub(crate) trait Verbs {
    /// A page of the machines.
    fn vms(&self, _page: Wanted) -> impl Future<Output = Result<Page<Vm>, Error>> + Send {
        future::ready(Err(not_offered()))
    }

    /// A page of the snapshots.
    fn snapshots(
        &self,
        list: &ListSnapshots,
        page: Wanted,
    ) -> impl Future<Output = Result<Page<Snapshot>, Error>> + Send;

    /// All snapshots of a machine, selected from the account's list, whose readings are shared among callers. `None` if the provider
    /// has a list for each machine.
    fn selected_of(&self, _vm: &VmId) -> impl Future<Output = Result<Option<Vec<Snapshot>>, Error>> + Send {
        future::ready(Ok(None))
    }

    /// One snapshot. [`ErrorKind::NotFound`] if it belongs to a machine other than the one that the reference names.
    fn snapshot(&self, snapshot: &SnapshotRef) -> impl Future<Output = Result<Snapshot, Error>> + Send;

    /// The backups of a machine.
    fn backups(&self, _vm: &VmId) -> impl Future<Output = Result<Vec<Backup>, Error>> + Send {
        future::ready(Err(not_offered()))
    }

    /// Checks an action and records the baseline by which its effect will be detected. Has no side effects.
    fn prepare(&self, action: &Action, ticket: &mut Ticket) -> impl Future<Output = Result<(), Error>> + Send;

    /// Sends the single request of an action and stores what the response reports in the ticket.
    fn submit(&self, action: &Action, ticket: &mut Ticket) -> impl Future<Output = Result<(), Error>> + Send;

    /// Polls its progress. `done_words` are statuses that the caller considers finished.
    fn observe(
        &self,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> impl Future<Output = Result<Observation, Error>> + Send;
}

/// A provider as seen by the client: [`Service`] and [`Verbs`] with the options of each call. Polling, pagination, prompts and
/// reconciliation are implemented once, above this trait.
pub(crate) trait Backend: Send + Sync {
    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities;
    fn seen(&self, snapshot: &Snapshot) -> Seen;
    fn has_status_words(&self) -> bool;
    fn image_of(&self, snapshot: &Snapshot) -> Option<String>;
    fn vms<'a>(&'a self, call: &'a CallOptions, page: Wanted) -> BoxFuture<'a, Result<Page<Vm>, Error>>;
    fn snapshots<'a>(
        &'a self,
        call: &'a CallOptions,
        list: &'a ListSnapshots,
        page: Wanted,
    ) -> BoxFuture<'a, Result<Page<Snapshot>, Error>>;
    fn selected_of<'a>(
        &'a self,
        call: &'a CallOptions,
        vm: &'a VmId,
    ) -> BoxFuture<'a, Result<Option<Vec<Snapshot>>, Error>>;
    fn snapshot<'a>(
        &'a self,
        call: &'a CallOptions,
        snapshot: &'a SnapshotRef,
    ) -> BoxFuture<'a, Result<Snapshot, Error>>;
    fn backups<'a>(&'a self, call: &'a CallOptions, vm: &'a VmId) -> BoxFuture<'a, Result<Vec<Backup>, Error>>;
    fn prepare<'a>(
        &'a self,
        call: &'a CallOptions,
        action: &'a Action,
        ticket: &'a mut Ticket,
    ) -> BoxFuture<'a, Result<(), Error>>;
    fn submit<'a>(
        &'a self,
        call: &'a CallOptions,
        action: &'a Action,
        ticket: &'a mut Ticket,
    ) -> BoxFuture<'a, Result<(), Error>>;
    fn observe<'a>(
        &'a self,
        call: &'a CallOptions,
        ticket: &'a mut Ticket,
        done_words: &'a [String],
    ) -> BoxFuture<'a, Result<Observation, Error>>;
}

/// How many consecutive polls must not show an object that was never visible before it counts as gone: about two minutes at the default
/// interval.
pub(crate) const ABSENCES_FROM_THE_START: u32 = 12;

/// The error for what no capability permits. Only a handle that was tampered with leads here.
pub(crate) fn not_offered() -> Error {
    Error::new(ErrorKind::Unsupported, "the provider does not support this")
}

/// The properties of a provider that the shared code needs.
pub(crate) struct Profile {
    /// The URL of the public service; `None` if every installation has its own.
    pub(crate) base_url: Option<&'static str>,
    /// The path of the API below the address of an installation.
    pub(crate) path: Option<&'static str>,
    /// Whether users sign in for a token and act as one of their groups.
    pub(crate) sessions: bool,
    /// Whether the list of a machine is complete and the list of the account is composed of these. Elsewhere the list of a machine is
    /// selected from the account's list, or has fewer fields.
    pub(crate) lists_by_vm: bool,
    /// The provider's rate limit.
    pub(crate) rate_limit: Option<RateLimit>,
    /// How a requested object is recognized.
    pub(crate) rules: Rules,
    /// Whether a text has the form of a machine ID, so that it need not be resolved as a name.
    pub(crate) is_vm_id: fn(&VmId) -> bool,
    /// What a person should know before an operation, in addition to its effect.
    pub(crate) caution: fn(Verb) -> Option<&'static str>,
    /// Path parameters that other responses show in a field of another name.
    pub(crate) fields: &'static [(&'static str, &'static str)],
    /// The individual results in the body of a successful response; each may be a refusal.
    pub(crate) results: fn(&Value) -> &[Value],
}

impl Profile {
    /// The defaults: numeric IDs and nothing special.
    pub(crate) const PLAIN: Self = Self {
        base_url: None,
        path: None,
        sessions: false,
        lists_by_vm: false,
        rate_limit: None,
        rules: Rules {
            names: NameRule::PLAIN,
            latest: SignedDuration::from_mins(10),
            skew: SignedDuration::from_secs(5),
        },
        is_vm_id: |vm| vm.number().is_ok(),
        caution: |_| None,
        fields: &[],
        results: |_| &[],
    };
}

/// What an authenticator is built from.
#[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ has groups and sessions"))]
pub(crate) struct Credentials<'a> {
    pub(crate) auth: &'a Auth,
    /// The group to act as.
    pub(crate) group: Option<&'a str>,
    /// The HTTP client and the base URL for requesting a token.
    pub(crate) http: &'a Http,
    pub(crate) base_url: &'a Url,
    /// Whether to request a token and use that.
    pub(crate) session: bool,
    /// Is informed about requested tokens, to mask them.
    pub(crate) redactor: &'a Arc<Redactor>,
    /// The options with the observer of all responses, which also receives these.
    pub(crate) observing: CallOptions,
}
