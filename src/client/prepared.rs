//! Changes in two steps: a request that is validated but not sent yet, and sending it.

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

/// A change that is validated but not sent yet.
///
/// ```no_run
/// use cloudsnap::{Client, Error, RestoreSnapshot, SnapshotRef, VmId, WaitOptions};
/// # fn is_confirmed(_: &str) -> bool { true }
/// # fn store(_: &str) {}
/// # async fn run(client: Client, snapshot: SnapshotRef, vm: VmId) -> Result<(), Error> {
/// let prepared = client.prepare(RestoreSnapshot::in_place(snapshot, vm)).await?;
/// // Nothing has been sent yet: show what it would do, and store its handle.
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
    /// Held until other processes can see that it is in progress.
    pub(super) lock: Option<Lock>,
    pub(super) output: std::marker::PhantomData<fn() -> T>,
}

impl<T> std::fmt::Debug for Prepared<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prepared({})", self.ticket)
    }
}

impl<T: Outcome> Prepared<T> {
    /// The handle of the operation that [`submit`](Self::submit) will start. It contains no secrets.
    ///
    /// It does not record whether the request was sent, so a wait that resumes with it may wait for an effect that never appears.
    pub fn handle(&self) -> Handle {
        let mut ticket = self.ticket.clone();
        ticket.uncertain = true;
        ticket.sent_at.get_or_insert_with(jiff::Timestamp::now);
        Handle::seal(&ticket)
    }

    /// Describes what it would do: `create snapshot "nightly" for VM 3247`.
    pub fn describe(&self) -> String {
        self.ticket.to_string()
    }

    /// What the caller should know in advance: other objects that are lost, values that are sent in place of missing ones...
    pub fn warnings(&self) -> &[Warning] {
        &self.ticket.warnings
    }

    /// The second step: sends the request, once.
    ///
    /// # Errors
    /// [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown), with the handle, if it may have taken effect and the deadline passed before
    /// this was certain.
    pub async fn submit(self) -> Result<Operation<T>, Error> {
        let deadline = self.client.options().deadline_from(tokio::time::Instant::now());
        self.submit_until(deadline).await
    }

    pub(super) async fn submit_until(self, deadline: tokio::time::Instant) -> Result<Operation<T>, Error> {
        let Self { client, action, mut ticket, lock, .. } = self;
        let call = client.options().clone();
        let journal = &client.journal;
        // If this future is dropped while the request is in flight, the journal records that.
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
                tracing::warn!(error = %why, "cannot remove the record of an operation that had no effect");
            }
            return Err(error);
        }
        tracing::warn!(%error, "the response was lost; searching for the effect of the request");
        ticket.uncertain = true;
        // The journal also records an ID from a response that cannot be trusted.
        journal.lose(&ticket);
        let what = ticket.to_string();
        let operation = client.operation(call, ticket);
        let within = deadline.saturating_duration_since(tokio::time::Instant::now());
        let reason = error.message().to_owned();
        client.options().observe(&Event::Search { what, reason, within });
        let polls = WaitOptions::default().interval(Duration::from_millis(250), Duration::from_secs(5));
        match operation.find_effect(deadline, &polls).await {
            Ok(()) => Ok(operation),
            Err(unknown) => Err(unknown.because(&error)),
        }
    }
}

/// Checks whether a request has taken effect, before it is retried after a rate limit. If the check fails, nothing is sent again.
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
        Box::pin(async move { !operation.has_no_effect_yet().await })
    }
}
