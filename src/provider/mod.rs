//! The adapters: one file (or folder) per provider, each with the same sections, behind one private trait.

#[allow(dead_code, reason = "a build without any provider asks for no time")]
mod clock;
#[cfg(feature = "genesiscloud")]
pub(crate) mod genesiscloud;
#[cfg(feature = "hyperstack")]
pub(crate) mod hyperstack;
#[cfg(feature = "manageiq")]
pub(crate) mod manageiq;
mod masked;
#[cfg(feature = "syminet")]
pub(crate) mod syminet;

use std::any::Any;
use std::future::Future;
use std::sync::Arc;

use async_trait::async_trait;
use progenitor_client::ResponseValue;
use serde::de::DeserializeOwned;
use url::Url;

use crate::capability::{Capabilities, unsupported};
use crate::error::{Error, ErrorKind};
use crate::handle::Ticket;
use crate::journal::{By, Claim, Journal, Rules, Seen};
use crate::model::{Action, Backup, InvalidId, ListSnapshots, Resource, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{Page, PageToken};
use crate::providers::providers;
use crate::spec::Provider;
use crate::text::printable;
use crate::transport::{Auth, Authenticate, CallOptions, RateLimit, Received, Redactor, Transport};

/// What is seen of an operation at one look.
#[derive(Clone, Debug, PartialEq)]
#[allow(dead_code, reason = "no provider needs all of it, and each can be built alone")]
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

/// What a provider must be able to do. Everything that polls, pages, asks or reconciles is above it, once.
#[async_trait]
pub(crate) trait Backend: Send + Sync {
    /// The adapter itself, for `as_syminet()` and its like.
    fn as_any(&self) -> &dyn Any;

    /// What may be called, for machines of the kind of `vm`.
    fn capabilities(&self, vm: Option<&VmId>) -> Capabilities;

    /// One page of the machines.
    async fn vms(&self, call: &CallOptions, token: Option<PageToken>) -> Result<Page<Vm>, Error>;

    /// One page of the snapshots.
    async fn snapshots(
        &self,
        call: &CallOptions,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error>;

    /// One snapshot. Of the machine that the reference names, if it names one; else [`ErrorKind::NotFound`].
    async fn snapshot(&self, call: &CallOptions, snapshot: &SnapshotRef) -> Result<Snapshot, Error>;

    /// The backups of a machine.
    async fn backups(&self, call: &CallOptions, vm: &VmId) -> Result<Vec<Backup>, Error>;

    /// By what a snapshot can be recognised as one that was asked for.
    fn seen(&self, snapshot: &Snapshot) -> Seen {
        Seen { name: snapshot.name.clone(), ..Seen::default() }
    }

    /// The image that is deleted along with a snapshot, in words.
    fn image_of(&self, _snapshot: &Snapshot) -> Option<String> {
        None
    }

    /// Checks an action and takes the baseline that will tell its effect. No side effect.
    async fn prepare(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error>;

    /// Sends the one request of an action, and writes into the ticket what the answer tells.
    async fn submit(&self, call: &CallOptions, action: &Action, ticket: &mut Ticket) -> Result<(), Error>;

    /// Looks at what became of it. `done_words` are statuses that the caller says mean done.
    async fn observe(
        &self,
        call: &CallOptions,
        ticket: &mut Ticket,
        done_words: &[String],
    ) -> Result<Observation, Error>;
}

/// What is fixed of a provider's connection.
pub(crate) struct Profile {
    /// Where the public service is; `None`: every installation has its own.
    pub(crate) base_url: Option<&'static str>,
    /// How many requests the provider allows.
    pub(crate) rate_limit: Option<RateLimit>,
    /// By what an object is recognised as the one that was asked for.
    pub(crate) rules: Rules,
}

/// What a claim means: the id of what was made, or what is seen as long as it is not known.
#[allow(dead_code, reason = "a build without any provider claims nothing")]
pub(crate) fn claimed(transport: &Transport, ticket: &mut Ticket, claim: Claim) -> Result<String, Observation> {
    const MOST: usize = 10;
    let safe = |reported: Vec<String>| {
        let mut safe: Vec<_> = reported.iter().take(MOST).map(|reported| name_in(transport, reported)).collect();
        if reported.len() > MOST {
            safe.push(format!("and {} more", reported.len() - MOST));
        }
        safe
    };
    ticket.near.clear();
    match claim {
        Claim::Nothing(near) => {
            ticket.near = safe(near);
            Err(Observation::Pending)
        }
        Claim::Ambiguous(reported) => Err(Observation::Ambiguous(safe(reported))),
        Claim::Mine(id, by) => {
            if let Some(by) = by.filter(|_| ticket.uncertain) {
                ticket.warnings.push(recognised(&id, by));
            }
            ticket.resource = Some(id.clone());
            Ok(id)
        }
    }
}

/// A server's name for an object, as it can be told: what is secret goes first, and only then what is too long.
fn name_in(transport: &Transport, reported: &str) -> String {
    const MOST: usize = 120;
    printable(&transport.redacted(reported)).chars().take(MOST).collect()
}

/// That the answer was lost, and why an object is taken for its own all the same.
fn recognised(id: &str, by: By) -> String {
    format!(
        "the answer was lost, or did not name what was made: {id} was recognised by {by}, as the only new one that was made at that time; what somebody else \
         made by the same name in the same minutes could not be told from it"
    )
}

/// The ids that were there before a request, where the list can be read. Where this user may not read it, nothing will be known to
/// be new, and so nothing is claimed.
#[allow(dead_code, reason = "not every provider lets one do without, and each can be built alone")]
pub(crate) fn baseline(ids: Result<Vec<String>, Error>) -> Result<Option<Vec<String>>, Error> {
    match ids {
        Err(error)
            if matches!(error.kind(), ErrorKind::Forbidden | ErrorKind::NotFound) || error.is_from_elsewhere() =>
        {
            Ok(None)
        }
        ids => ids.map(Some),
    }
}

/// What an authenticator is made from.
pub(crate) struct Credentials<'a> {
    pub(crate) auth: &'a Auth,
    /// The group that ManageIQ shall act as.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ has groups"))]
    pub(crate) group: Option<&'a str>,
    /// For a token that is asked for: over which client, from where.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are asked for"))]
    pub(crate) http: &'a crate::transport::connect::Http,
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are asked for"))]
    pub(crate) base_url: &'a Url,
    /// Ask for a token, and use that.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are asked for"))]
    pub(crate) session: bool,
    /// Learns the tokens that are asked for.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are asked for"))]
    pub(crate) redactor: &'a Arc<Redactor>,
}

macro_rules! adapters {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $id:literal $title:literal $as_client:ident;)*) => {
        /// What is fixed of a provider's connections.
        pub(crate) fn profile(provider: Provider) -> Result<Profile, Error> {
            match provider {
                $(#[cfg(feature = $id)] Provider::$variant => Ok($module::PROFILE),)*
                #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
                _ => {
                    let why = format!("this build has no client for it: enable the feature `{provider}`");
                    Err(Error::new(ErrorKind::Config, why).on(provider))
                }
            }
        }

        /// How a provider takes credentials.
        pub(crate) fn authenticator(
            provider: Provider,
            credentials: &Credentials<'_>,
        ) -> Result<Arc<dyn Authenticate>, &'static str> {
            match provider {
                $(#[cfg(feature = $id)] Provider::$variant => $module::authenticator(credentials),)*
                #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
                _ => Err("this build has no client for it"),
            }
        }

        /// The adapter of a provider.
        pub(crate) fn backend(transport: Transport, journal: Arc<Journal>) -> Option<Arc<dyn Backend>> {
            match transport.provider() {
                $(#[cfg(feature = $id)] Provider::$variant => Some(masked::Masked::over(transport, |transport| {
                    $module::$variant::new(transport, journal)
                })),)*
                #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
                _ => None,
            }
        }

        impl crate::client::Client {
            $(
                #[doc = concat!("The generated client of ", $title, ", if this is one: every documented operation, authenticated and retried.")]
                ///
                /// A call on several entries is a success also where entries were refused: read what is said of each.
                #[cfg(feature = $id)]
                pub fn $as_client(&self) -> Option<crate::generated::$module::Client> {
                    use crate::generated::PerCall;
                    let adapter = self.backend().as_any().downcast_ref::<$module::$variant>()?;
                    Some(adapter.generated().per_call(self.transport().clone()))
                }
            )*
        }
    };
}

providers!(adapters);

/// Awaits a generated call, and makes its error ours: with the provider, the operation, and the place of what could not be read.
pub(crate) async fn call<T: DeserializeOwned + 'static>(
    provider: Provider,
    operation: &'static str,
    sending: impl Future<Output = Result<ResponseValue<T>, progenitor_client::Error<()>>>,
) -> Result<ResponseValue<T>, Error> {
    sending.await.map_err(|error| match &error {
        progenitor_client::Error::InvalidResponsePayload(bytes, _) => {
            let place = place_of::<T>(bytes, provider);
            Error::of_call(error, provider, operation).at(&place)
        }
        progenitor_client::Error::UnexpectedResponse(response) => {
            let received = response.extensions().get::<Received>();
            let absent = received.is_none_or(|received| is_absence(provider, &received.body));
            believed(Error::of_call(error, provider, operation), absent, provider, operation)
        }
        _ => Error::of_call(error, provider, operation),
    })
}

/// Whether a body says, in the form of the provider's own errors, that there is no such object. One line per provider.
fn is_absence(provider: Provider, body: &[u8]) -> bool {
    let Ok(body) = serde_json::from_slice::<serde_json::Value>(body) else { return false };
    match provider {
        #[cfg(feature = "syminet")]
        Provider::Syminet => syminet::is_absence(&body),
        #[cfg(feature = "genesiscloud")]
        Provider::GenesisCloud => genesiscloud::is_absence(&body),
        #[cfg(feature = "hyperstack")]
        Provider::Hyperstack => hyperstack::is_absence(&body),
        #[cfg(feature = "manageiq")]
        Provider::ManageIq => manageiq::is_absence(&body),
        #[allow(unreachable_patterns, reason = "reachable where a provider's feature is off")]
        _ => false,
    }
}

/// Absence is believed from the provider alone. A changing request that was answered by anybody else may have arrived.
fn believed(error: Error, absent: bool, provider: Provider, operation: &str) -> Error {
    // A list of the account is of no object that could be missing.
    let of_object = crate::spec::operation(provider, operation).is_none_or(|operation| operation.path.contains('{'));
    if error.kind() != ErrorKind::NotFound || (absent && of_object) {
        return error;
    }
    let safe = crate::spec::operation(provider, operation).is_some_and(|operation| operation.safe);
    let error = error.sent_from_elsewhere();
    if safe { error } else { error.after_effect() }
}

/// The id that an answer names, for an object that a caller can name. What cannot be one was not refused before sending: the
/// answer is wrong.
#[allow(dead_code, reason = "only ids that are texts can be no ids, and each provider can be built alone")]
pub(crate) fn decode_id<T>(id: Result<T, InvalidId>) -> Result<T, Error> {
    id.map_err(|_| unfit("the response has an id that cannot be one"))
}

/// An answer that does not fit its request: it is about something else, or cannot be what it says.
#[allow(dead_code, reason = "not every provider is asked for one object, and each can be built alone")]
pub(crate) fn unfit(why: impl Into<String>) -> Error {
    Error::new(ErrorKind::Contract, why)
}

/// Whether what an answer names can be what the request made: its id was not there before, and it was not made long before the
/// request was sent. Where the ids from before are known, a time is held against the server's own clock or none.
#[allow(dead_code, reason = "not every provider's answers name what was made, and each can be built alone")]
pub(crate) fn is_new(ticket: &Ticket, rules: Rules, clock: &clock::Clock, id: &str, made: Option<&str>) -> bool {
    let was_there = ticket.baseline.iter().flatten().any(|known| known == id);
    let timed = ticket.baseline.is_none() || clock.is_reported();
    let too_old = made.zip(ticket.sent_at).is_some_and(|(made, sent)| timed && rules.predates(made, sent));
    !was_there && !too_old
}

/// An object, or none where the provider knows no such.
#[allow(dead_code, reason = "not every provider lets one object be read, and each can be built alone")]
pub(crate) fn found<T>(row: Result<T, Error>) -> Result<Option<T>, Error> {
    match row {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        row => row.map(Some),
    }
}

/// What a server says, for people: without secrets, on one line, and never endless. What is secret goes first, and only then what
/// is too long: half a secret would not be known for one.
#[allow(dead_code, reason = "not every provider's words are read by its adapter, and each can be built alone")]
pub(crate) fn masked_text(transport: &Transport, text: &str) -> String {
    const MOST: usize = 500;
    printable(&transport.redacted(text)).chars().take(MOST).collect()
}

/// The JSON pointer of the first value that is missing, or not what the type needs. Only words of the document stand in it: a server may use
/// anything as a key, also what it was sent.
fn place_of<T: DeserializeOwned>(bytes: &[u8], provider: Provider) -> String {
    let documented = |key: &str| {
        let quoted = serde_json::Value::from(key).to_string();
        if crate::spec::document_json(provider).contains(&quoted) {
            key.replace('~', "~0").replace('/', "~1")
        } else {
            "?".to_owned()
        }
    };
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Ok(_) => String::new(),
        Err(error) => {
            let segments = error.path().iter().map(|segment| match segment {
                serde_path_to_error::Segment::Seq { index } => format!("/{index}"),
                serde_path_to_error::Segment::Map { key } => format!("/{}", documented(key)),
                serde_path_to_error::Segment::Enum { variant } => format!("/{}", documented(variant)),
                serde_path_to_error::Segment::Unknown => "/?".to_owned(),
            });
            // Of what is missing the reader names the type's own field, and nothing of the answer.
            let inner = error.inner().to_string();
            let missing = inner.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
            segments.chain(missing.map(|field| format!("/{}", documented(field)))).collect()
        }
    }
}

/// The refusal of an action that a provider lacks, with what it offers instead.
pub(crate) fn refuse(provider: Provider, capabilities: Capabilities, action: &Action) -> Result<(), Error> {
    use crate::model::RestoreTarget;
    let in_place = "it restores onto the machine itself: give --vm";
    let new_vm = "it restores as a new machine: give --new-vm";
    let kinds = "name the machine vms/ID, under which its platform decides: vCloud can, OpenStack cannot";
    let (offered, what, instead) = match action {
        Action::CreateSnapshot(request) => {
            let missing = [
                (request.description.is_some() && !capabilities.description, "a description for a snapshot"),
                (request.memory && !capabilities.memory, "a snapshot with memory"),
                (!request.labels.is_empty() && !capabilities.labels, "labels for a snapshot"),
                (request.replica_region.is_some() && !capabilities.replica, "a replica in another region"),
            ];
            match missing.into_iter().find(|(missing, _)| *missing) {
                Some((_, what)) => (false, what, "leave it out"),
                None => (capabilities.create_snapshot, "create a snapshot", ""),
            }
        }
        Action::RestoreSnapshot(request) => {
            let can = (capabilities.restore_in_place, capabilities.restore_new_vm);
            match (&request.target, can) {
                (RestoreTarget::InPlace(_), (false, true)) => (false, "restore in place", new_vm),
                (RestoreTarget::NewVm(_), (true, false)) => (false, "restore as a new machine", in_place),
                // Some kinds of machines cannot be restored at all.
                (_, can) => (can.0 || can.1, "restore a snapshot of this kind of machine", kinds),
            }
        }
        Action::RenameSnapshot(_) => {
            (capabilities.rename_snapshot, "rename a snapshot", "make a new one by the right name")
        }
        Action::DeleteSnapshot(_) => (capabilities.delete_snapshot, "delete a snapshot", ""),
        Action::DeleteVm(_) => (capabilities.delete_vm, "delete a machine", "delete it in the provider's own panel"),
        Action::CloneSnapshot(_) => {
            (capabilities.clone_snapshot, "copy a snapshot to another region", "snapshots stay where they were made")
        }
        Action::ImportSnapshot(_) => (
            capabilities.import_snapshot,
            "import a snapshot from a URL",
            "make a snapshot of a machine: snapshots create",
        ),
        Action::CreateImage(_) => {
            (capabilities.create_image, "make an image from a snapshot", "restore the snapshot instead")
        }
        Action::RestoreBackup(_) => {
            (capabilities.restore_backup, "restore a backup", "restore a snapshot: snapshots restore")
        }
        Action::EnableBackups(_) | Action::DisableBackups(_) => {
            (capabilities.switch_backups, "automatic backups", "make snapshots: snapshots create")
        }
    };
    if offered { Ok(()) } else { Err(unsupported(provider, what, instead)) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::place_of;
    use crate::spec::Provider;

    #[test]
    fn a_place_is_told_in_the_words_of_the_document_alone() {
        let place = |body: &str| place_of::<HashMap<String, HashMap<String, i64>>>(body.as_bytes(), Provider::Syminet);
        assert_eq!(place(r#"{"data":{"name":"x"}}"#), "/data/name");
        assert_eq!(place(r#"{"data":{"tok-0123456789":"x"}}"#), "/data/?");
        assert_eq!(place(r#"{"\u001b[2J":{"name":"x"}}"#), "/?/name");
    }
}
