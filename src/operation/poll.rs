//! Observing an operation, and the crate's only polling loop.

use std::sync::PoisonError;
use std::time::Duration;

use tokio::time::Instant;

use super::{Operation, OperationState};
use crate::error::{Error, ErrorKind};
use crate::handle::Verb;
use crate::model::Outcome;
use crate::provider::Observation;
use crate::shared::SharedPoller;
use crate::transport::CallOptions;
use crate::wait::WaitOptions;

/// An ambiguity may resolve itself while other operations claim their objects, so it takes this many consecutive polls.
const AMBIGUOUS_POLLS: u32 = 3;

/// What the polling loop does after a poll.
enum Next<R> {
    Return(R),
    /// Polls again, but not before this time has passed.
    Poll(Duration),
}

impl<T: Outcome> Operation<T> {
    pub(super) async fn observe(&self, call: &CallOptions, done_words: &[String]) -> Result<Observation, Error> {
        let mut ticket = self.ticket();
        let known = (ticket.resource.clone(), ticket.uncertain);
        let seen = self.backend.observe(call, &mut ticket, done_words).await;
        let learned = known != (ticket.resource.clone(), ticket.uncertain);
        self.store_ticket(ticket);
        let seen = seen.map(|seen| self.confirmed(seen)).map_err(|error| self.about(error));
        self.record(&seen, learned);
        seen
    }

    /// Polls through the list that all waiting operations share, or alone if the list cannot show this one.
    async fn observe_together(
        &self,
        call: &CallOptions,
        options: &WaitOptions,
        turn: u32,
        interval: Duration,
    ) -> Result<Observation, Error> {
        if let Some(shared) = &options.shared
            && let Some(seen) = shared.observe(call, &self.ticket(), &options.done_words, (turn, interval)).await
        {
            let seen = Ok(self.confirmed(seen));
            self.record(&seen, false);
            return seen;
        }
        self.observe(call, &options.done_words).await
    }

    fn confirmed(&self, seen: Observation) -> Observation {
        let uncertain = self.ticket().uncertain;
        self.absences.lock().unwrap_or_else(PoisonError::into_inner).confirm(seen, uncertain)
    }

    /// Records the result of a poll, for other operations and for later.
    fn record(&self, seen: &Result<Observation, Error>, learned: bool) {
        let ended = matches!(
            seen,
            Ok(Observation::Done(_) | Observation::Accepted(_) | Observation::Failed(_) | Observation::Gone)
        );
        if ended {
            self.journal.end(&self.ticket(), matches!(seen, Ok(Observation::Done(_))));
        } else if learned && let Err(error) = self.journal.learn(&self.ticket()) {
            tracing::warn!(%error, "cannot record the progress of an operation");
        }
    }

    /// Polls until `visit` returns a result or an error. `None`: the deadline passed first.
    async fn poll_until<R>(
        &self,
        deadline: Instant,
        options: &WaitOptions,
        mut visit: impl FnMut(Result<Observation, Error>) -> Result<Next<R>, Error>,
    ) -> Result<Option<R>, Error> {
        let (mut interval, mut turn, mut ambiguous) = (options.interval, 0, 0);
        loop {
            turn += 1;
            // A poll that hangs must not outlast the wait.
            let call = self.call.clone().until(deadline);
            let poll = self.observe_together(&call, options, turn, interval);
            let Ok(seen) = tokio::time::timeout_at(deadline, poll).await else { return Ok(None) };
            let next = match seen {
                Ok(Observation::Ambiguous(ids)) if ambiguous + 1 >= AMBIGUOUS_POLLS => return Err(self.ambiguous(&ids)),
                Ok(Observation::Ambiguous(_)) => {
                    ambiguous += 1;
                    Next::Poll(Duration::ZERO)
                }
                Ok(Observation::Unseen) => return Err(self.unobservable()),
                Err(_) if Instant::now() >= deadline => return Ok(None),
                seen => {
                    ambiguous = if seen.is_ok() { 0 } else { ambiguous };
                    visit(seen)?
                }
            };
            let pause = match next {
                Next::Return(result) => return Ok(Some(result)),
                // Never earlier than the provider requested.
                Next::Poll(requested) => interval.max(requested),
            };
            // The response to a poll just before the deadline would arrive too late.
            if pause >= deadline.saturating_duration_since(Instant::now()) {
                return Ok(None);
            }
            tokio::time::sleep(pause).await;
            interval = (interval.saturating_mul(3) / 2).min(options.max_interval);
        }
    }

    /// Polls until the operation ends.
    pub(super) async fn poll_to_end(
        &self,
        deadline: Instant,
        options: &WaitOptions,
    ) -> Result<OperationState<T>, Error> {
        let started = Instant::now();
        let _waiting = options.shared.as_ref().map(SharedPoller::enter);
        let (mut errors, mut last_status) = (0, None);
        let end = self.poll_until(deadline, options, |seen| match seen {
            Ok(seen) => {
                errors = 0;
                let state = OperationState::from(seen);
                let progress = state.progress(started.elapsed());
                if let Some(callback) = &options.progress {
                    callback(&progress);
                }
                if !state.is_open() {
                    return Ok(Next::Return(state));
                }
                last_status = progress.status.or_else(|| Some(progress.state.to_owned()));
                Ok(Next::Poll(Duration::ZERO))
            }
            Err(error) if is_transient(&error) && errors < options.tolerance => {
                errors += 1;
                tracing::debug!(%error, errors, "a poll failed");
                Ok(Next::Poll(error.retry_after().unwrap_or_default()))
            }
            Err(error) => Err(self.poll_failed(error).with_handle(self.handle())),
        });
        match end.await? {
            Some(state) => Ok(state),
            None => {
                // A timeout is not reported early.
                tokio::time::sleep_until(deadline).await;
                Err(self.timed_out(started.elapsed(), last_status.as_deref()))
            }
        }
    }

    /// Polls until the effect of a request is visible whose response was lost.
    pub(crate) async fn find_effect(&self, deadline: Instant, options: &WaitOptions) -> Result<(), Error> {
        let end = self.poll_until(deadline, options, |seen| match seen {
            Ok(Observation::Pending) => Ok(Next::Poll(Duration::ZERO)),
            Ok(_) => Ok(Next::Return(())),
            Err(error) if is_transient(&error) => Ok(Next::Poll(error.retry_after().unwrap_or_default())),
            Err(error) => Err(self.unknown(&format!("polling failed: {}", error.message()))),
        });
        end.await?.ok_or_else(|| self.no_effect_yet())
    }

    /// Polls once and returns whether the account is unchanged: nothing is new, or what is to be deleted still exists.
    pub(crate) async fn has_no_effect_yet(&self) -> bool {
        match self.observe(&self.call, &[]).await {
            Ok(Observation::Pending) => true,
            Ok(Observation::Running { .. }) => matches!(self.verb(), Verb::DeleteSnapshot | Verb::RenameSnapshot),
            _ => false,
        }
    }
}

/// Whether polling again may succeed.
fn is_transient(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Timeout | ErrorKind::Unavailable | ErrorKind::RateLimited | ErrorKind::Transport | ErrorKind::Decode
    )
}
