//! What a provider must say of itself, and be able to do.

use std::sync::Arc;

use async_trait::async_trait;
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

/// What is seen of an operation at one look.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Observation {
    /// Nothing yet.
    Pending,
    /// It is under way.
    Running { status: Option<String>, progress: Option<f32> },
    /// It has ended well.
    Done(Resource),
    /// The provider took the order; its end cannot be seen.
    Accepted(Resource),
    /// It has failed.
    Failed(String),
    /// What it worked on is gone.
    Gone,
    /// It is in no list any more: this is what has come of it, if several looks in a row show the same.
    Unlisted(Resource),
    /// The request may have taken effect, and nothing that can be read will ever tell.
    Unseen,
    /// These new objects could be what it made, and nothing tells for certain.
    Ambiguous(Vec<String>),
}

/// What is said once of a provider, by its generated client.
pub(crate) trait Service: PerCall + Clone + Send + Sync + 'static {
    /// Whose client it is.
    const PROVIDER: Provider;
    /// What is fixed of its connections.
    const PROFILE: Profile;
    /// A row of the account's list of snapshots.
    type Row: Clone + Send + Sync + 'static;

    /// Its objects have status words of which one might mean done. Where they have none, a caller's word would be ignored.
    const HAS_STATUS_WORDS: bool = true;

    /// How it takes credentials.
    fn authenticator(credentials: &Credentials<'_>) -> Result<Arc<dyn Authenticate>, &'static str>;

    /// Whether a body says, in the form of the provider's own errors, that there is no such object.
    fn is_absence(body: &Value) -> bool;

    /// What may be called, for machines of the kind of `vm`.
    fn capabilities(vm: Option<&VmId>) -> Capabilities;

    /// By what a snapshot can be recognised as one that was asked for.
    fn seen(snapshot: &Snapshot) -> Seen {
        Seen { name: snapshot.name.clone(), ..Seen::default() }
    }

    /// The image that is deleted along with a snapshot, in words.
    fn image_of(_snapshot: &Snapshot) -> Option<String> {
        None
    }
}

/// One provider's verbs, within one call. What it does not offer is refused by its [`Capabilities`] before it comes to this.
#[async_trait]
pub(crate) trait Verbs {
    /// One page of the machines.
    async fn vms(&self, _page: Wanted) -> Result<Page<Vm>, Error> {
        Err(not_offered())
    }

    /// One page of the snapshots.
    async fn snapshots(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error>;

    /// All snapshots of a machine where they are picked out of the account's list, whose readings callers share. `None`: the machine
    /// has a list of its own.
    async fn picked_out(&self, _vm: &VmId) -> Result<Option<Vec<Snapshot>>, Error> {
        Ok(None)
    }

    /// One snapshot. Of the machine that the reference names, if it names one; else [`ErrorKind::NotFound`].
    async fn snapshot(&self, snapshot: &SnapshotRef) -> Result<Snapshot, Error>;

    /// The backups of a machine.
    async fn backups(&self, _vm: &VmId) -> Result<Vec<Backup>, Error> {
        Err(not_offered())
    }

    /// Checks an action and takes the baseline that will tell its effect. No side effect.
    async fn prepare(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error>;

    /// Sends the one request of an action, and writes into the ticket what the answer tells.
    async fn submit(&self, action: &Action, ticket: &mut Ticket) -> Result<(), Error>;

    /// Looks at what became of it. `done_words` are statuses that the caller says mean done.
    async fn observe(&self, ticket: &mut Ticket, done_words: &[String]) -> Result<Observation, Error>;
}

/// A provider as the client sees it: [`Service`] and [`Verbs`], whoever it is, with the options of each call. Everything that polls,
/// pages, asks or reconciles is above it, once.
#[async_trait]
pub(crate) trait Backend: Send + Sync {
    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities;
    fn seen(&self, snapshot: &Snapshot) -> Seen;
    fn has_status_words(&self) -> bool;
    fn image_of(&self, snapshot: &Snapshot) -> Option<String>;
    async fn vms(&self, call: &CallOptions, page: Wanted) -> Result<Page<Vm>, Error>;
    async fn snapshots(&self, call: &CallOptions, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error>;
    async fn picked_out(&self, call: &CallOptions, vm: &VmId) -> Result<Option<Vec<Snapshot>>, Error>;
    async fn snapshot(&self, call: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error>;
    async fn backups(&self, call: &CallOptions, vm: &VmId) -> Result<Vec<Backup>, Error>;
    async fn prepare(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error>;
    async fn submit(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error>;
    async fn observe(
        &self,
        call: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error>;
}

/// What was never seen may yet come: it takes so many polls in a row, which is about two minutes at the default pace.
pub(crate) const ABSENCES_FROM_THE_START: u32 = 12;

/// The refusal of what no capability offers. A caller meets it only with a handle that was tampered with.
pub(crate) fn not_offered() -> Error {
    Error::new(ErrorKind::Unsupported, "the provider does not offer this")
}

/// What is fixed of a provider: all that those above must know of one that is not the same of all.
pub(crate) struct Profile {
    /// Where the public service is; `None`: every installation has its own.
    pub(crate) base_url: Option<&'static str>,
    /// Where the interface is below an installation's own address.
    pub(crate) path: Option<&'static str>,
    /// A user signs in for a token, and acts as one of its groups.
    pub(crate) sessions: bool,
    /// The snapshots of some machines are read machine by machine: the list of one is whole, and that of all is made of them. Elsewhere
    /// the list of one machine is the list of the account, or shows less.
    pub(crate) lists_by_vm: bool,
    /// How many requests the provider allows.
    pub(crate) rate_limit: Option<RateLimit>,
    /// By what an object is recognised as the one that was asked for.
    pub(crate) rules: Rules,
    /// Whether a text has the form of a machine's id, so that it need not be looked up as a name.
    pub(crate) is_vm_id: fn(&VmId) -> bool,
    /// What somebody should know before an operation, beside what it does.
    pub(crate) caution: fn(Verb) -> Option<&'static str>,
    /// Path parameters that other responses show in a field of another name.
    pub(crate) fields: &'static [(&'static str, &'static str)],
    /// The results of several entries in the body of a success, each of which may be a refusal.
    pub(crate) results: fn(&Value) -> &[Value],
}

impl Profile {
    /// A provider with nothing special, whose ids are numbers.
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

/// What an authenticator is made from.
#[cfg_attr(
    not(feature = "manageiq"),
    allow(dead_code, reason = "only ManageIQ has groups, and tokens that are asked for")
)]
pub(crate) struct Credentials<'a> {
    pub(crate) auth: &'a Auth,
    /// The group to act as.
    pub(crate) group: Option<&'a str>,
    /// For a token that is asked for: over which client, from where.
    pub(crate) http: &'a Http,
    pub(crate) base_url: &'a Url,
    /// Ask for a token, and use that.
    pub(crate) session: bool,
    /// Learns the tokens that are asked for.
    pub(crate) redactor: &'a Arc<Redactor>,
    /// Whoever hears of all responses hears of these, too.
    pub(crate) observing: CallOptions,
}
