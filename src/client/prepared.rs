//! The two steps of a long verb: what is checked and not yet sent, and the sending.

use std::time::Duration;

use futures_util::future::BoxFuture;

use super::Client;
use crate::error::{Error, ErrorKind};
use crate::handle::{Handle, Ticket, Verb};
use crate::journal::Lock;
use crate::model::{Action, Outcome, RestoreTarget, SnapshotId, SnapshotRef, VmId, Warning};
use crate::operation::Operation;
use crate::transport::CallOptions;
use crate::wait::WaitOptions;

/// The words for an action: its verb, and what it is about.
pub(super) fn described(action: &Action) -> (Verb, Option<VmId>, Option<SnapshotId>, Option<String>) {
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
        Action::DeleteVm(request) => (Verb::DeleteVm, Some(request.vm.clone()), None, None),
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
            let backup = SnapshotId::new(request.backup.as_str()).ok();
            (Verb::RestoreBackup, Some(request.vm.clone()), backup, None)
        }
        Action::EnableBackups(request) => (Verb::EnableBackups, Some(request.vm.clone()), None, None),
        Action::DisableBackups(request) => (Verb::DisableBackups, Some(request.vm.clone()), None, None),
    }
}

/// Names that no provider can take are refused before anything is sent.
pub(super) fn validate(action: &Action) -> Result<(), Error> {
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
///
/// ```no_run
/// use cloudsnap::{Client, Error, RestoreSnapshot, SnapshotRef, VmId, WaitOptions};
/// # fn is_confirmed(_: &str) -> bool { true }
/// # fn store(_: &str) {}
/// # async fn run(client: Client, snapshot: SnapshotRef, vm: VmId) -> Result<(), Error> {
/// let prepared = client.prepare(RestoreSnapshot::in_place(snapshot, vm)).await?;
/// // Nothing is sent yet: show what it would do, and keep its handle.
/// if is_confirmed(&prepared.describe()) {
///     store(prepared.handle().as_str());
///     prepared.submit().await?.wait(WaitOptions::default()).await?;
/// }
/// # Ok(())
/// # }
/// ```
pub struct Prepared<T> {
    pub(super) client: Client,
    pub(super) action: Action,
    pub(super) ticket: Ticket,
    /// Held until others can see that it is under way.
    pub(super) lock: Option<Lock>,
    pub(super) output: std::marker::PhantomData<fn() -> T>,
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
    pub fn warnings(&self) -> &[Warning] {
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

    pub(super) async fn submit_until(self, deadline: tokio::time::Instant) -> Result<Operation<T>, Error> {
        let Self { client, action, mut ticket, lock, .. } = self;
        let call = client.options().clone();
        let journal = &client.journal;
        // A future that is dropped on the way leaves word in the journal.
        let sending = match call.is_dry_run() {
            true => None,
            false => Some(journal.enter(&ticket).map_err(|error| client.about(error, &ticket))?),
        };
        drop(lock);
        let send = call.clone().until(deadline).with_effect_check(effect_check::<T>(
            &client,
            &call.clone().until(deadline),
            &ticket,
        ));
        let sent = client.backend.submit(&send, &action, &mut ticket).await;
        let error = match sent {
            Ok(()) => {
                journal.settle(&ticket);
                return Ok(client.operation(call, ticket));
            }
            Err(error) => client.about(error, &ticket),
        };
        if !error.may_have_taken_effect() {
            if sending.is_some()
                && let Err(why) = journal.remove(&ticket)
            {
                tracing::warn!(error = %why, "an operation that made nothing is still kept");
            }
            return Err(error);
        }
        tracing::warn!(%error, "the answer is lost: looking for the effect");
        ticket.uncertain = true;
        // That it was named by an answer which cannot be trusted is written down as well.
        journal.lose(&ticket);
        let operation = client.operation(call, ticket);
        let polls = WaitOptions::default().interval(Duration::from_millis(250), Duration::from_secs(5));
        match operation.find(deadline, &polls).await {
            Ok(()) => Ok(operation),
            Err(unknown) => Err(unknown.because(&error)),
        }
    }
}

/// Looks once whether a request has had its effect, before it is repeated after a rate limit. A look that fails shows nothing, and
/// then nothing is sent again.
fn effect_check<T: Outcome>(
    client: &Client,
    call: &CallOptions,
    ticket: &Ticket,
) -> impl Fn() -> BoxFuture<'static, bool> + Send + Sync + 'static {
    let (client, call, mut ticket) = (client.clone(), call.clone(), ticket.clone());
    ticket.uncertain = true;
    ticket.sent_at.get_or_insert_with(jiff::Timestamp::now);
    move || {
        let operation = client.operation::<T>(call.clone(), ticket.clone());
        Box::pin(async move { !operation.shows_nothing().await })
    }
}
