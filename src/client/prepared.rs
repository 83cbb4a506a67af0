//! The two steps of a long verb: what is checked and not yet sent, and the sending.

use std::time::Duration;

use futures_util::future::BoxFuture;

use super::Client;
use crate::error::Error;
use crate::handle::Ticket;
use crate::journal::Lock;
use crate::model::{Action, Outcome, Warning};
use crate::operation::Operation;
use crate::sealed::Handle;
use crate::transport::{CallOptions, Event};
use crate::wait::WaitOptions;

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
    /// [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown), with the handle, if it may have taken effect and the call's time was not
    /// enough to find out.
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
        let what = ticket.to_string();
        let operation = client.operation(call, ticket);
        let within = deadline.saturating_duration_since(tokio::time::Instant::now());
        let reason = error.message().to_owned();
        client.options().observe(&Event::Search { what, reason, within });
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
