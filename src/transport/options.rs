//! The options of a call, and the events reported to an observer.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::Value;
use tokio::time::Instant;

use super::{Redactor, RetryPolicy};
use crate::secret::Secret;
use crate::spec::Provider;

/// Something that happened during a call, for an observer: what metrics are made of.
///
/// ```
/// use cloudsnap::{CallOptions, Event};
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// static SENT: AtomicU64 = AtomicU64::new(0);
/// let options = CallOptions::default().observer(|event| match event {
///     Event::Response { provider, operation, status, duration, .. } => {
///         SENT.fetch_add(1, Ordering::Relaxed);
///         println!("{provider} {operation} {status:?} {duration:?}");
///     }
///     Event::Retry { operation, reason, .. } => {
///         println!("{operation} again: {reason}");
///     }
///     _ => {}
/// });
/// # let _ = options;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// A request was sent, and its attempt ended: with a response, or without one. There is one for each, sign-ins included.
    #[non_exhaustive]
    Response {
        /// The provider.
        provider: Provider,
        /// The operationId.
        operation: &'static str,
        /// The number of the attempt within its call, starting at 1.
        attempt: u32,
        /// The status of the response; `None` if there was none.
        status: Option<u16>,
        /// The time from sending the request to the end of the response body.
        duration: Duration,
    },
    /// An attempt failed and is retried after `wait`.
    #[non_exhaustive]
    Retry {
        /// The provider.
        provider: Provider,
        /// The operationId.
        operation: &'static str,
        /// The number of attempts made so far.
        attempt: u32,
        /// The status of the response; `None` if there was none.
        status: Option<u16>,
        /// The time until the next attempt.
        wait: Duration,
        /// A short reason without secrets.
        reason: String,
    },
    /// A request has been waiting for a second for the client's own rate limit, and continues to wait.
    Throttled {
        /// The operationId.
        operation: &'static str,
    },
    /// The response to a modifying request was lost: until `within` has passed, the provider is searched for its effect.
    Search {
        /// What the request was for, e.g. a snapshot's name and its machine.
        what: String,
        /// Why there is no response, in a few words without secrets.
        reason: String,
        /// The longest time that the search takes.
        within: Duration,
    },
    /// A response violates the OpenAPI document or goes beyond it (feature `contract`).
    #[cfg(feature = "contract")]
    #[non_exhaustive]
    Finding {
        /// The provider.
        provider: Provider,
        /// The operationId.
        operation: &'static str,
        /// The status of the response.
        status: u16,
        /// The rule of the document concerned: `required`, `type`...
        rule: &'static str,
        /// JSON pointer to the place in the response. Keys that the document does not name, which may be data, stand as `*`.
        pointer: String,
        /// Whether the document is violated, or merely exceeded.
        violation: bool,
        /// What was found, and where; values that may be secret are masked.
        finding: String,
    },
}

type Observer = Arc<dyn Fn(&Event) + Send + Sync>;
type EffectCheck = Arc<dyn Fn() -> BoxFuture<'static, bool> + Send + Sync>;
type DryRun = Arc<dyn Fn(&PlannedRequest) + Send + Sync>;

/// Options for one call, or for all calls of a client.
///
/// ```
/// use cloudsnap::{CallOptions, RetryPolicy};
/// use std::time::Duration;
/// let quick = CallOptions::default()
///     .timeout(Duration::from_secs(5))
///     .retry(RetryPolicy::never());
/// # let _ = quick;
/// ```
///
/// Options that are not set are taken from the client that makes the call. The default timeout is 60 seconds for a call
/// including its retries, and also for each attempt.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) deadline: Option<Instant>,
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    retry: Option<RetryPolicy>,
    pub(crate) observer: Option<Observer>,
    pub(crate) dry_run: Option<DryRun>,
    /// Secrets carried by the request in addition to the credentials; no text that leaves the client may show them.
    pub(crate) secrets: Vec<Secret>,
    /// Checks whether a creating request has already taken effect, before it is retried.
    effect_check: Option<EffectCheck>,
    #[cfg(feature = "cli")]
    pub(super) trace: Option<super::Trace>,
}

/// The default timeout of a call.
const TIMEOUT: Duration = Duration::from_secs(60);

impl CallOptions {
    /// Hard deadline; overrides a longer `timeout`.
    #[must_use]
    pub fn deadline(self, deadline: std::time::Instant) -> Self {
        self.until(deadline.into())
    }

    /// The same, by the clock used for waiting.
    pub(crate) fn until(mut self, deadline: Instant) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// These options where set, otherwise those of `base`.
    pub(crate) fn over(mut self, base: &Self) -> Self {
        self.deadline = self.deadline.or(base.deadline);
        self.timeout = self.timeout.or(base.timeout);
        self.attempt_timeout = self.attempt_timeout.or(base.attempt_timeout);
        self.retry = self.retry.or_else(|| base.retry.clone());
        self.observer = self.observer.or_else(|| base.observer.clone());
        self.dry_run = self.dry_run.or_else(|| base.dry_run.clone());
        self.effect_check = self.effect_check.or_else(|| base.effect_check.clone());
        #[cfg(feature = "cli")]
        {
            self.trace = self.trace.or_else(|| base.trace.clone());
        }
        let more = base.secrets.iter().filter(|secret| !self.secrets.iter().any(|own| own.expose() == secret.expose()));
        let more: Vec<_> = more.cloned().collect();
        self.secrets.extend(more);
        self
    }

    /// The timeout of a call with all its requests, retries and waits. For lists, it applies to each page.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The timeout of one attempt of a read, including the response body. By default, an attempt may take as long as
    /// its call. Modifying requests always may, because an interrupted response would leave their outcome unknown.
    #[must_use]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// The retry policy.
    #[must_use]
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Called for each response, each retry, each long wait and each finding: see [`Event`].
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

    /// Sends no modifying requests: each is passed to `plan` instead, and the call ends with
    /// [`ErrorKind::DryRun`](crate::ErrorKind::DryRun). Reads are sent as usual.
    #[must_use]
    pub fn dry_run(mut self, plan: impl Fn(&PlannedRequest) + Send + Sync + 'static) -> Self {
        self.dry_run = Some(Arc::new(plan));
        self
    }

    /// The observer of these options, and nothing else of them.
    #[allow(dead_code, reason = "only sessions are signed in to apart from calls")]
    pub(crate) fn observer_alone(&self) -> Self {
        Self { observer: self.observer.clone(), ..Self::default() }
    }

    /// Whether modifying requests are suppressed.
    pub(crate) fn is_dry_run(&self) -> bool {
        self.dry_run.is_some()
    }

    /// Keeps a secret carried by a request out of errors and dry runs: a server may echo what it received.
    pub(crate) fn hiding(mut self, secret: Secret) -> Self {
        self.secrets.push(secret);
        self
    }

    /// Sets a check that runs before a non-idempotent request is retried after a rate limit: whether its effect may
    /// already exist.
    pub(crate) fn with_effect_check(
        mut self,
        effect_check: impl Fn() -> BoxFuture<'static, bool> + Send + Sync + 'static,
    ) -> Self {
        self.effect_check = Some(Arc::new(effect_check));
        self
    }

    /// Whether there is an effect check to run before a retry.
    pub(super) fn has_effect_check(&self) -> bool {
        self.effect_check.is_some()
    }

    /// Whether the effect of the request may already exist.
    pub(super) async fn sees_effect(&self, deadline: Instant) -> bool {
        match &self.effect_check {
            Some(effect_check) => tokio::time::timeout_at(deadline, effect_check()).await.unwrap_or(true),
            None => false,
        }
    }

    /// The configured retry policy, or the default.
    pub(super) fn policy(&self) -> RetryPolicy {
        self.retry.clone().unwrap_or_default()
    }

    /// The deadline of an attempt that starts now.
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

    /// The deadline of a call that starts now.
    pub(crate) fn deadline_from(&self, now: Instant) -> Instant {
        let by_timeout = later(now, self.timeout.unwrap_or(TIMEOUT));
        self.deadline.map_or(by_timeout, |deadline| deadline.min(by_timeout))
    }

    /// The same, for an operation that starts now and sends several requests: they share its time.
    pub(crate) fn bounded(&self) -> Self {
        self.clone().until(self.deadline_from(Instant::now()))
    }
}

/// Saturating `Instant` addition: an overflow becomes a time so far away that nobody reaches it.
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

/// A request that a dry run did not send: without credentials, with passwords masked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PlannedRequest {
    /// The HTTP method.
    pub method: String,
    /// The full URL.
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

    /// A slow response is interrupted only at the deadline of the call; one to a modifying request never earlier.
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
