//! The options of one call, and what an observer is told of it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::Value;
use tokio::time::Instant;

use super::{Redactor, RetryPolicy};
use crate::secret::Secret;

/// Something that happened during a call, for an observer (`-v` on the command line).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event {
    /// An attempt ended: with an answer, or without one. There is one for each.
    Answer {
        /// The operationId.
        operation: &'static str,
        /// Which attempt of its call it was, from 1.
        attempt: u32,
        /// The status of the answer; `None` where none came.
        status: Option<u16>,
        /// The time from sending the request to the end of the body.
        duration: Duration,
    },
    /// An attempt failed and is repeated after `wait`.
    Repeat {
        /// The operationId.
        operation: &'static str,
        /// Attempts made so far.
        attempt: u32,
        /// The status of the answer; `None` where none came.
        status: Option<u16>,
        /// The time until the next.
        wait: Duration,
        /// Why, in a few words without secrets.
        reason: String,
    },
    /// A request has been waiting for a second for the client's own rate limit, and goes on waiting.
    Throttled {
        /// The operationId.
        operation: &'static str,
    },
    /// The response to a modifying request was lost: until `within` has passed, the provider is searched for its effect.
    Search {
        /// What the request was for: `create snapshot "nightly" of vm 3247`.
        what: String,
        /// Why there is no response, in a few words without secrets.
        reason: String,
        /// The longest time that the search takes.
        within: Duration,
    },
    /// An answer breaks the document, or exceeds it (feature `contract`).
    #[cfg(feature = "contract")]
    Finding {
        /// The operationId.
        operation: &'static str,
        /// The status of the answer.
        status: u16,
        /// The rule of the document that it is about: `required`, `type`...
        rule: &'static str,
        /// The document is broken; else it is only exceeded.
        violation: bool,
        /// What, and where; values that may be secret are masked.
        finding: String,
    },
}

type Observer = Arc<dyn Fn(&Event) + Send + Sync>;
type Look = Arc<dyn Fn() -> BoxFuture<'static, bool> + Send + Sync>;
type DryRun = Arc<dyn Fn(&PlannedRequest) + Send + Sync>;

/// How one call, or all calls of a client, are made.
///
/// ```
/// use cloudsnap::{CallOptions, RetryPolicy};
/// use std::time::Duration;
/// let quick = CallOptions::default().timeout(Duration::from_secs(5)).retry(RetryPolicy::never());
/// # let _ = quick;
/// ```
/// What is not set is as in the client that makes the call, and by default: 60 seconds for a call with its repeats, and as long for
/// each attempt.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) deadline: Option<Instant>,
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    retry: Option<RetryPolicy>,
    pub(crate) observer: Option<Observer>,
    pub(crate) dry_run: Option<DryRun>,
    /// What the request carries beside the credentials, and no text that leaves the client may show.
    pub(crate) secrets: Vec<Secret>,
    /// Looks whether a request that makes something has done so, before it is repeated.
    look: Option<Look>,
    #[cfg(feature = "cli")]
    pub(super) trace: Option<super::Trace>,
}

/// The time of a call for which none is set.
const TIMEOUT: Duration = Duration::from_secs(60);

impl CallOptions {
    /// Everything ends by then, whatever `timeout` says.
    #[must_use]
    pub fn deadline(self, deadline: std::time::Instant) -> Self {
        self.until(deadline.into())
    }

    /// The same, by the clock that the waits go by.
    pub(crate) fn until(mut self, deadline: Instant) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// These options where they are set, and those of `base` elsewhere.
    pub(crate) fn over(mut self, base: &Self) -> Self {
        self.deadline = self.deadline.or(base.deadline);
        self.timeout = self.timeout.or(base.timeout);
        self.attempt_timeout = self.attempt_timeout.or(base.attempt_timeout);
        self.retry = self.retry.or_else(|| base.retry.clone());
        self.observer = self.observer.or_else(|| base.observer.clone());
        self.dry_run = self.dry_run.or_else(|| base.dry_run.clone());
        self.look = self.look.or_else(|| base.look.clone());
        #[cfg(feature = "cli")]
        {
            self.trace = self.trace.or_else(|| base.trace.clone());
        }
        let more = base.secrets.iter().filter(|secret| !self.secrets.iter().any(|own| own.expose() == secret.expose()));
        let more: Vec<_> = more.cloned().collect();
        self.secrets.extend(more);
        self
    }

    /// The time of a call with all its requests, repeats and waits. A list has it for each page.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The time of one attempt to read something, body included. Unless set, an attempt may take as long as its call. What changes
    /// something always may: an answer that is cut off would leave its outcome unknown.
    #[must_use]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How failed attempts are repeated.
    #[must_use]
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Called for each response, each retry, each long wait and each finding.
    #[must_use]
    pub fn observer(mut self, observer: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Logs requests and responses.
    #[cfg(feature = "cli")]
    pub(crate) fn traced(mut self, trace: super::Trace) -> Self {
        self.trace = Some(trace);
        self
    }

    /// Sends nothing that changes: such a request is shown to `plan` instead and the call ends with
    /// [`ErrorKind::DryRun`](crate::ErrorKind::DryRun). Reads are sent as ever.
    #[must_use]
    pub fn dry_run(mut self, plan: impl Fn(&PlannedRequest) + Send + Sync + 'static) -> Self {
        self.dry_run = Some(Arc::new(plan));
        self
    }

    /// Nothing that changes something is sent.
    pub(crate) fn is_dry_run(&self) -> bool {
        self.dry_run.is_some()
    }

    /// Keeps a secret that a request carries out of errors and dry runs: a server may echo what it was sent.
    #[allow(dead_code, reason = "only providers that take passwords for new machines call it")]
    pub(crate) fn hiding(mut self, secret: Secret) -> Self {
        self.secrets.push(secret);
        self
    }

    /// Before a request that is not idempotent is repeated after a rate limit, this tells whether its effect may be there.
    pub(crate) fn looking(mut self, look: impl Fn() -> BoxFuture<'static, bool> + Send + Sync + 'static) -> Self {
        self.look = Some(Arc::new(look));
        self
    }

    /// Somebody can look before a repeat.
    pub(super) fn looks(&self) -> bool {
        self.look.is_some()
    }

    /// The effect of the request may be there already.
    pub(super) async fn sees_effect(&self, deadline: Instant) -> bool {
        match &self.look {
            Some(look) => tokio::time::timeout_at(deadline, look()).await.unwrap_or(true),
            None => false,
        }
    }

    /// The retry policy that is set, or the default.
    pub(super) fn policy(&self) -> RetryPolicy {
        self.retry.clone().unwrap_or_default()
    }

    /// When an attempt that starts now must have ended.
    pub(super) fn attempt_until(&self, now: Instant, deadline: Instant, safe: bool) -> Instant {
        match self.attempt_timeout {
            Some(timeout) if safe => deadline.min(later(now, timeout)),
            _ => deadline,
        }
    }

    pub(crate) fn observe(&self, event: &Event) {
        if let Some(observer) = &self.observer {
            observer(event);
        }
    }

    /// When a call that starts now must have ended.
    pub(crate) fn deadline_from(&self, now: Instant) -> Instant {
        let by_timeout = later(now, self.timeout.unwrap_or(TIMEOUT));
        self.deadline.map_or(by_timeout, |deadline| deadline.min(by_timeout))
    }

    /// The same, for a verb that starts now and sends several requests: all of them share its time.
    pub(crate) fn bounded(&self) -> Self {
        self.clone().until(self.deadline_from(Instant::now()))
    }
}

/// That much later; where it is more than a clock can tell, so much later that nobody sees it.
pub(crate) fn later(time: Instant, by: Duration) -> Instant {
    const AGES: Duration = Duration::from_secs(30 * 365 * 24 * 3600);
    time.checked_add(by.min(AGES)).unwrap_or(time)
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("deadline", &self.deadline)
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retry", &self.retry)
            .field("dry_run", &self.dry_run.is_some())
            .finish_non_exhaustive()
    }
}

/// A request that a dry run did not send: no credentials, and passwords masked.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct PlannedRequest {
    /// The HTTP method.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// The JSON body, if there is one.
    pub body: Option<Value>,
}

impl PlannedRequest {
    pub(crate) fn of(request: &reqwest::Request, redactor: &Redactor) -> Self {
        let body =
            request.body().and_then(reqwest::Body::as_bytes).and_then(|bytes| serde_json::from_slice(bytes).ok());
        Self {
            method: request.method().to_string(),
            url: redactor.text(request.url().as_str()),
            body: body.map(|body| redactor.json(body)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A slow answer is cut by the call's own end alone; one that may have changed something never before it.
    #[test]
    fn an_attempt_may_take_as_long_as_its_call() {
        let now = Instant::now();
        let (second, hour) = (Duration::from_secs(1), Duration::from_secs(3600));
        let deadline = now + hour;
        let until = |options: CallOptions, safe| options.attempt_until(now, deadline, safe);
        for safe in [true, false] {
            assert_eq!(until(CallOptions::default().timeout(hour), safe), deadline);
        }
        let short = CallOptions::default().attempt_timeout(second);
        assert_eq!((until(short.clone(), true), until(short, false)), (now + second, deadline));
        assert_eq!(until(CallOptions::default().attempt_timeout(2 * hour), true), deadline);
    }
}
