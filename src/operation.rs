//! Long operations: their states, their handles, and the only polling loop in the crate.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::time::Instant;

use crate::capability::unsupported;
use crate::error::{Advice, Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::journal::Journal;
use crate::model::{Outcome, Resource, Warning};
use crate::provider::{ABSENCES_FROM_THE_START, Backend, Observation};
use crate::sealed::Handle;
use crate::shared::SharedPoller;
use crate::text::printable;
use crate::transport::{CallOptions, later};
use crate::wait::{Progress, WaitOptions};

/// Where an operation stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", content = "of", rename_all = "snake_case")]
#[non_exhaustive]
pub enum OperationState<T> {
    /// Nothing can be seen of it yet.
    Pending,
    /// It is under way.
    Running {
        /// The provider's word for it.
        status: Option<String>,
        /// From 0 to 1, where the provider tells.
        progress: Option<f32>,
    },
    /// It has ended well.
    Done(T),
    /// The provider took the order and offers no way to see its end.
    Accepted(T),
    /// It has failed, for this reason.
    Failed(String),
    /// What it worked on is not there: told after four looks in a row, and after twelve if it was never seen, since one of a
    /// provider's servers may lag.
    Gone,
}

impl<T> OperationState<T> {
    /// The word: `pending`, `running`, `done`, `accepted`, `failed`, `gone`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running { .. } => "running",
            Self::Done(_) => "done",
            Self::Accepted(_) => "accepted",
            Self::Failed(_) => "failed",
            Self::Gone => "gone",
        }
    }
}

/// Something that a provider is doing. Dropping it stops nothing at the provider; its [`Handle`] finds it again.
///
/// ```no_run
/// use cloudsnap::{Client, CreateSnapshot, Error, VmId, WaitOptions};
/// use std::time::Duration;
///
/// # async fn run(client: Client, vm: VmId) -> Result<(), Error> {
/// let request = CreateSnapshot::new(vm, "nightly");
/// let operation = client.create_snapshot(request).await?;
/// // For another process, should this one end:
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
/// A clone is the same operation, and goes on from what was seen of it so far.
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

/// Why a lost answer stays lost.
const UNSEEN: &str = "the provider offers no way to see it";

/// Ambiguity may clear up while other operations take what is theirs: this often it is looked at again.
const AMBIGUOUS_POLLS: u32 = 3;

/// What [`OperationState::Gone`] means, in words.
pub(crate) const GONE: &str = "it disappeared, or never showed: somebody may have deleted it, or it failed without a word; look for it \
                               before trying again";

/// One of the provider's servers may lag behind: what was seen, and is not there, is gone once so many looks in a row say so.
const ABSENCES: u32 = 4;

#[derive(Clone, Copy, Default)]
struct Absences {
    /// What it works on was there at one look.
    seen: bool,
    /// Looks in a row at which it was not.
    polls: u32,
}

impl<T> Operation<T> {
    fn ticket(&self) -> Ticket {
        self.ticket.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl<T: Outcome> Operation<T> {
    pub(crate) fn new(backend: Arc<dyn Backend>, journal: Arc<Journal>, call: CallOptions, ticket: Ticket) -> Self {
        Self { backend, journal, call, ticket: Mutex::new(ticket), absences: Mutex::default(), output: PhantomData }
    }

    /// What was asked for.
    pub fn verb(&self) -> Verb {
        self.ticket().verb
    }

    /// The id of the object that it makes or works on, as far as it is known.
    pub fn resource_id(&self) -> Option<String> {
        let ticket = self.ticket();
        ticket.resource.or_else(|| ticket.target.map(|target| target.to_string()))
    }

    /// What the caller should know beside the result: a second object, a name that was replaced...
    pub fn warnings(&self) -> Vec<Warning> {
        self.ticket().warnings
    }

    /// The line with which another process can go on waiting. Without secrets.
    pub fn handle(&self) -> Handle {
        Handle::seal(&self.ticket())
    }

    fn remember(&self, ticket: Ticket) {
        *self.ticket.lock().unwrap_or_else(PoisonError::into_inner) = ticket;
    }

    /// Asks the provider once how far it is.
    ///
    /// # Errors
    /// Those of the calls that it makes; [`ErrorKind::OutcomeUnknown`] if several objects could be what was made.
    pub async fn poll(&self) -> Result<OperationState<T>, Error> {
        match self.observe(&self.call.bounded(), &[]).await? {
            Observation::Ambiguous(ids) => Err(self.ambiguous(&ids)),
            Observation::Unseen => Err(self.unknown(UNSEEN)),
            other => Ok(state_of(other)),
        }
    }

    async fn observe(&self, call: &CallOptions, done_words: &[String]) -> Result<Observation, Error> {
        let mut ticket = self.ticket();
        let known = (ticket.resource.clone(), ticket.uncertain);
        let seen = self.backend.observe(call, &mut ticket, done_words).await;
        let learned = known != (ticket.resource.clone(), ticket.uncertain);
        self.remember(ticket);
        let seen = seen.map(|seen| self.doubted(seen)).map_err(|error| self.about(error));
        self.take_down(&seen, learned);
        seen
    }

    /// Takes down what a look taught, for others and for later.
    fn take_down(&self, seen: &Result<Observation, Error>, learned: bool) {
        let ended = matches!(
            seen,
            Ok(Observation::Done(_) | Observation::Accepted(_) | Observation::Failed(_) | Observation::Gone)
        );
        if ended {
            self.journal.end(&self.ticket(), matches!(seen, Ok(Observation::Done(_))));
        } else if learned && let Err(error) = self.journal.learn(&self.ticket()) {
            tracing::warn!(%error, "what was learned of an operation was not written down");
        }
    }

    /// Says that its end was seen and told to whoever asked for it: a [state folder](crate::ClientBuilder::state_dir) no longer
    /// keeps it. Also for an operation whose outcome stays unknown and that somebody has looked into.
    ///
    /// # Errors
    /// [`ErrorKind::State`] if the folder cannot be written.
    pub fn acknowledge(&self) -> Result<(), Error> {
        self.journal.remove(&self.ticket()).map_err(|error| self.about(error))
    }

    /// What the list of all operations that wait together tells, or else a look of its own.
    async fn observe_together(
        &self,
        call: &CallOptions,
        options: &WaitOptions,
        pace: (u32, Duration),
    ) -> Result<Observation, Error> {
        if let Some(shared) = &options.shared
            && let Some(seen) = shared.observe(call, &self.ticket(), &options.done_words, pace).await
        {
            let seen = Ok(self.doubted(seen));
            self.take_down(&seen, false);
            return seen;
        }
        self.observe(call, &options.done_words).await
    }

    /// What is seen, or less where one look is not enough to believe it.
    fn doubted(&self, seen: Observation) -> Observation {
        let uncertain = self.ticket().uncertain;
        let mut absences = self.absences.lock().unwrap_or_else(PoisonError::into_inner);
        let mut enough = if absences.seen { ABSENCES } else { ABSENCES_FROM_THE_START };
        let instead = match &seen {
            Observation::Gone => Observation::Running { status: Some("not to be seen".to_owned()), progress: None },
            // The request may not have arrived, and so nothing else says that it is being deleted.
            // A delete starts from what is there.
            Observation::Done(Resource::Deleted(_)) if uncertain => {
                enough = ABSENCES;
                Observation::Pending
            }
            // A list may slip, and leave out what is there.
            Observation::Unlisted(_) => {
                enough = ABSENCES;
                let status = Some("no longer listed".to_owned());
                if uncertain { Observation::Pending } else { Observation::Running { status, progress: None } }
            }
            Observation::Pending | Observation::Ambiguous(_) | Observation::Unseen => {
                absences.polls = 0;
                return seen;
            }
            _ => {
                *absences = Absences { seen: true, polls: 0 };
                return seen;
            }
        };
        absences.polls += 1;
        match seen {
            _ if absences.polls < enough => instead,
            Observation::Unlisted(resource) => Observation::Done(resource),
            seen => seen,
        }
    }

    /// Waits for the end, and gives what came of it.
    ///
    /// # Errors
    /// [`ErrorKind::OperationFailed`] with the provider's reason; [`ErrorKind::Timeout`] or, if it was never certain that the
    /// request took effect, [`ErrorKind::OutcomeUnknown`], both with the handle; the error of a look that will not change.
    pub async fn wait(&self, options: WaitOptions) -> Result<T, Error> {
        match self.wait_state(options).await? {
            OperationState::Done(value) | OperationState::Accepted(value) => Ok(value),
            OperationState::Gone => Err(self.about(Error::new(ErrorKind::OperationFailed, GONE))),
            OperationState::Failed(reason) => Err(self.about(Error::new(ErrorKind::OperationFailed, reason))),
            OperationState::Pending | OperationState::Running { .. } => Err(self.out_of_time(None)),
        }
    }

    /// Waits for the end, and tells it as a state: done, accepted, failed or gone.
    ///
    /// # Errors
    /// As [`wait`](Self::wait), but a failed operation is a state.
    pub async fn wait_state(&self, options: WaitOptions) -> Result<OperationState<T>, Error> {
        if !options.done_words.is_empty() && !self.backend.has_status_words() {
            let error = unsupported(self.ticket().provider, "status words that mean done", Advice::LeaveOut);
            return Err(self.about(error).with_handle(self.handle()));
        }
        let started = Instant::now();
        let deadline = later(started, options.timeout);
        let deadline = self.call.deadline.map_or(deadline, |outer| outer.min(deadline));
        let mut interval = options.interval;
        let (mut errors, mut ambiguous) = (0, 0);
        let mut last = None;
        let _waiting = options.shared.as_ref().map(SharedPoller::enter);
        let mut turn = 0;
        loop {
            turn += 1;
            let mut reported = Duration::ZERO;
            // One hung look must not outlive the wait.
            let call = self.call.clone().until(deadline);
            let poll = self.observe_together(&call, &options, (turn, interval));
            let seen = tokio::time::timeout_at(deadline, poll).await;
            match seen {
                Err(_) => return Err(self.out_of_time(last)),
                Ok(Ok(Observation::Ambiguous(ids))) => {
                    ambiguous += 1;
                    if ambiguous >= AMBIGUOUS_POLLS {
                        return Err(self.ambiguous(&ids));
                    }
                }
                Ok(Ok(Observation::Unseen)) => return Err(self.unknown(UNSEEN)),
                Ok(Ok(seen)) => {
                    (errors, ambiguous) = (0, 0);
                    let state = state_of(seen);
                    let progress = progress_of(&state, started.elapsed());
                    if let Some(callback) = &options.progress {
                        callback(&progress);
                    }
                    if !matches!(state, OperationState::Pending | OperationState::Running { .. }) {
                        return Ok(state);
                    }
                    last = progress.status.or_else(|| Some(progress.state.to_owned()));
                }
                Ok(Err(error)) if passes(&error) && errors < options.tolerance => {
                    errors += 1;
                    reported = error.retry_after().unwrap_or_default();
                    tracing::debug!(%error, errors, "a look failed");
                }
                Ok(Err(_)) if Instant::now() >= deadline => return Err(self.out_of_time(last)),
                Ok(Err(error)) => return Err(self.unseen(error).with_handle(self.handle())),
            }
            // Never earlier than the provider asked for.
            let pause = interval.max(reported);
            if pause >= deadline.saturating_duration_since(Instant::now()) {
                // One last look just before the end would come too late to be read: the rest is slept away.
                tokio::time::sleep_until(deadline).await;
                return Err(self.out_of_time(last));
            }
            tokio::time::sleep(pause).await;
            interval = (interval.saturating_mul(3) / 2).min(options.max_interval);
        }
    }

    /// One look finds the account as it was: nothing new, or what is to be deleted still there.
    pub(crate) async fn shows_nothing(&self) -> bool {
        match self.observe(&self.call, &[]).await {
            Ok(Observation::Pending) => true,
            Ok(Observation::Running { .. }) => matches!(self.verb(), Verb::DeleteSnapshot | Verb::RenameSnapshot),
            _ => false,
        }
    }

    /// Looks until the object that was made is known, so that a create can be told from none.
    pub(crate) async fn find(&self, deadline: Instant, options: &WaitOptions) -> Result<(), Error> {
        let (mut ambiguous, mut interval) = (0, options.interval);
        loop {
            let mut pause = interval;
            let call = self.call.clone().until(deadline);
            let seen = tokio::time::timeout_at(deadline, self.observe(&call, &options.done_words)).await;
            match seen {
                Ok(Ok(Observation::Ambiguous(ids))) => {
                    ambiguous += 1;
                    if ambiguous >= AMBIGUOUS_POLLS {
                        return Err(self.ambiguous(&ids));
                    }
                }
                Ok(Ok(Observation::Pending)) => {}
                Ok(Ok(Observation::Unseen)) => return Err(self.unknown(UNSEEN)),
                Ok(Ok(_)) => return Ok(()),
                Ok(Err(error)) if !passes(&error) => {
                    return Err(self.unknown(&format!("a look failed: {}", error.message())));
                }
                Ok(Err(error)) => pause = pause.max(error.retry_after().unwrap_or_default()),
                Err(_) => return Err(self.unknown("nothing new was seen in time")),
            }
            if pause >= deadline.saturating_duration_since(Instant::now()) {
                return Err(self.unknown("nothing new was seen in time"));
            }
            tokio::time::sleep(pause).await;
            interval = (interval.saturating_mul(3) / 2).min(options.max_interval);
        }
    }

    fn about(&self, error: Error) -> Error {
        let ticket = self.ticket();
        error.on(ticket.provider).trying(&ticket)
    }

    /// A look that was refused says nothing of what was accepted before: neither that it was not allowed, nor that it is not there.
    fn unseen(&self, error: Error) -> Error {
        let refused = matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::Forbidden | ErrorKind::NotFound);
        // These may be asked for again, and nothing is done twice.
        let harmless = matches!(self.verb(), Verb::DeleteSnapshot | Verb::RenameSnapshot);
        if !refused || harmless {
            return error;
        }
        let accepted = match (self.ticket().uncertain, self.resource_id()) {
            (true, _) => "the request may have taken effect".to_owned(),
            (false, None) => "the provider accepted the request".to_owned(),
            (false, Some(id)) => format!("the provider accepted the request ({id})"),
        };
        let why = format!("{accepted}, and its outcome cannot be read");
        self.about(Error::new(ErrorKind::OutcomeUnknown, why).because_of_poll(&error))
    }

    fn out_of_time(&self, last: Option<String>) -> Error {
        let ticket = self.ticket();
        let last = last.map_or_else(|| "nothing was seen of it".to_owned(), |last| format!("last seen: {last}"));
        if let Some(doubt) = ticket.doubt.as_deref().filter(|_| ticket.resource.is_none()) {
            return self.unknown(doubt);
        }
        if ticket.uncertain && ticket.resource.is_none() {
            return self.unknown(&last);
        }
        self.about(Error::new(ErrorKind::Timeout, format!("no verdict in time; {last}; it goes on at the provider")))
            .with_handle(self.handle())
    }

    pub(crate) fn unknown(&self, why: &str) -> Error {
        let ticket = self.ticket();
        let look = Advice::LookFirst { name: ticket.name.clone(), vm: ticket.vm.as_ref().map(ToString::to_string) };
        let near = match ticket.near.as_slice() {
            [] => String::new(),
            near => format!("; new there, under other names: {}", near.join(", ")),
        };
        self.about(Error::new(
            ErrorKind::OutcomeUnknown,
            format!("it may have taken effect, which cannot be told: {why}{near}"),
        ))
        .hint(look)
        .after_effect()
        .with_handle(self.handle())
    }

    fn ambiguous(&self, ids: &[String]) -> Error {
        let reported = ids.join(", ");
        match ids {
            [_] => self.unknown(&format!("this new one could be it, or what somebody else made: {reported}")),
            several => self.unknown(&format!("{} new ones could be it: {reported}", several.len())),
        }
    }
}

/// An error that may pass: looking again does no harm.
fn passes(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Timeout | ErrorKind::Unavailable | ErrorKind::RateLimited | ErrorKind::Transport | ErrorKind::Decode
    )
}

fn state_of<T: Outcome>(seen: Observation) -> OperationState<T> {
    let value = |resource: Resource, accepted: bool| match T::from_resource(resource) {
        Some(value) if accepted => OperationState::Accepted(value),
        Some(value) => OperationState::Done(value),
        None => OperationState::Failed("the operation ended with another kind of object".to_owned()),
    };
    match seen {
        Observation::Pending | Observation::Ambiguous(_) | Observation::Unseen => OperationState::Pending,
        Observation::Running { status, progress } => OperationState::Running { status, progress },
        Observation::Done(resource) | Observation::Unlisted(resource) => value(resource, false),
        Observation::Accepted(resource) => value(resource, true),
        Observation::Failed(reason) => OperationState::Failed(printable(&reason)),
        Observation::Gone => OperationState::Gone,
    }
}

fn progress_of<T>(state: &OperationState<T>, elapsed: Duration) -> Progress {
    let (status, progress) = match state {
        OperationState::Running { status, progress } => (status.clone(), *progress),
        _ => (None, None),
    };
    Progress { state: state.as_str(), status, progress, elapsed }
}
