//! Long-running operations: [`Operation`] and its methods. `state` has the states, `poll` the polling loop, `absence` decides when an
//! object is gone, and `unknown` builds the errors.

mod absence;
mod poll;
mod state;
mod unknown;

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::capability::unsupported;
use crate::error::{Advice, Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::journal::Journal;
use crate::model::{Outcome, Warning};
use crate::provider::{Backend, Observation};
use crate::sealed::Handle;
use crate::transport::{CallOptions, later};
use crate::wait::WaitOptions;

use absence::Absences;
pub(crate) use state::GONE;
pub use state::OperationState;

/// A long-running operation at the provider. Dropping this value does not cancel it; its [`Handle`] can resume it later.
///
/// ```no_run
/// use cloudsnap::{Client, CreateSnapshot, Error, VmId, WaitOptions};
/// use std::time::Duration;
///
/// # async fn run(client: Client, vm: VmId) -> Result<(), Error> {
/// let request = CreateSnapshot::new(vm, "nightly");
/// let operation = client.create_snapshot(request).await?;
/// // Lets another process continue if this one ends:
/// println!("{}", operation.handle());
/// for warning in operation.warnings() {
///     eprintln!("{}: {warning}", warning.kind);
/// }
/// let options = WaitOptions::default()
///     .timeout(Duration::from_secs(3600))
///     .on_progress(|now| eprintln!("{} {:?}", now.state, now.progress));
/// let snapshot = operation.wait(options).await?;
/// # let _ = snapshot;
/// # Ok(())
/// # }
/// ```
///
/// A clone refers to the same operation and starts with what is known about it so far.
pub struct Operation<T> {
    backend: Arc<dyn Backend>,
    journal: Arc<Journal>,
    call: CallOptions,
    ticket: Mutex<Ticket>,
    absences: Mutex<Absences>,
    output: PhantomData<fn() -> T>,
}

impl<T> Clone for Operation<T> {
    fn clone(&self) -> Self {
        Self {
            backend: Arc::clone(&self.backend),
            journal: Arc::clone(&self.journal),
            call: self.call.clone(),
            ticket: Mutex::new(self.ticket()),
            absences: Mutex::new(*self.absences.lock().unwrap_or_else(PoisonError::into_inner)),
            output: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Operation<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Operation({})", self.ticket())
    }
}

impl<T> Operation<T> {
    fn ticket(&self) -> Ticket {
        self.ticket.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn store_ticket(&self, ticket: Ticket) {
        *self.ticket.lock().unwrap_or_else(PoisonError::into_inner) = ticket;
    }
}

impl<T: Outcome> Operation<T> {
    pub(crate) fn new(backend: Arc<dyn Backend>, journal: Arc<Journal>, call: CallOptions, ticket: Ticket) -> Self {
        Self { backend, journal, call, ticket: Mutex::new(ticket), absences: Mutex::default(), output: PhantomData }
    }

    /// Polls until the operation ends and returns its result.
    ///
    /// # Errors
    /// [`ErrorKind::OperationFailed`] with the provider's reason. [`ErrorKind::Timeout`] if it is still running when the time is up, or
    /// [`ErrorKind::OutcomeUnknown`] if it is not certain that the request took effect; both carry the handle. Any error of a poll that
    /// retrying cannot fix.
    pub async fn wait(&self, options: WaitOptions) -> Result<T, Error> {
        match self.wait_state(options).await? {
            OperationState::Done(value) | OperationState::Accepted(value) => Ok(value),
            OperationState::Failed(reason) => Err(self.about(Error::new(ErrorKind::OperationFailed, reason))),
            OperationState::Gone => Err(self.about(Error::new(ErrorKind::OperationFailed, GONE))),
            OperationState::Pending | OperationState::Running { .. } => Err(self.timed_out(Duration::ZERO, None)),
        }
    }

    /// Polls until the operation ends and returns how: done, accepted, failed or gone.
    ///
    /// # Errors
    /// Same as [`wait`](Self::wait), except that a failed operation is not an error.
    pub async fn wait_state(&self, options: WaitOptions) -> Result<OperationState<T>, Error> {
        if !options.done_words.is_empty() && !self.backend.has_status_words() {
            let error = unsupported(self.ticket().provider, "status words that mean done", Advice::Omit);
            return Err(self.about(error).with_handle(self.handle()));
        }
        let deadline = later(Instant::now(), options.timeout);
        let deadline = self.call.deadline.map_or(deadline, |outer| outer.min(deadline));
        self.poll_to_end(deadline, &options).await
    }

    /// Polls the provider once and returns the current state.
    ///
    /// # Errors
    /// Any error of the requests; [`ErrorKind::OutcomeUnknown`] if several objects could be the result.
    pub async fn poll(&self) -> Result<OperationState<T>, Error> {
        match self.observe(&self.call.bounded(), &[]).await? {
            Observation::Ambiguous(ids) => Err(self.ambiguous(&ids)),
            Observation::Unseen => Err(self.unobservable()),
            other => Ok(other.into()),
        }
    }

    /// The handle with which another process can resume waiting. It contains no secrets.
    pub fn handle(&self) -> Handle {
        Handle::seal(&self.ticket())
    }

    /// What the operation does.
    pub fn verb(&self) -> Verb {
        self.ticket().verb
    }

    /// The ID of the object that it creates or changes, if it is known yet.
    pub fn resource_id(&self) -> Option<String> {
        let ticket = self.ticket();
        ticket.resource.or_else(|| ticket.target.map(|target| target.to_string()))
    }

    /// Side effects the caller should know about: a second object, a replaced name...
    pub fn warnings(&self) -> Vec<Warning> {
        self.ticket().warnings
    }

    /// Removes the operation from the [state directory](crate::ClientBuilder::state_dir), which otherwise keeps it as pending. Call
    /// this after its result was handled, or after someone investigated an unknown outcome.
    ///
    /// # Errors
    /// [`ErrorKind::State`] if the state directory cannot be written.
    pub fn acknowledge(&self) -> Result<(), Error> {
        self.journal.remove(&self.ticket()).map_err(|error| self.about(error))
    }
}
