//! The options of one call, and what an observer is told of it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use super::{Redactor, RetryPolicy};
use crate::secret::Secret;

/// Something that happened during a call, for an observer (`-v` on the command line).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event {
    /// An attempt failed and is repeated after `wait`.
    Repeat {
        /// The operationId.
        operation: &'static str,
        /// Attempts made so far.
        attempt: u32,
        /// The time until the next.
        wait: Duration,
        /// Why, in a few words without secrets.
        reason: String,
    },
    /// An answer breaks the document, or exceeds it (feature `contract`).
    #[cfg(feature = "contract")]
    Finding {
        /// The operationId.
        operation: &'static str,
        /// The document is broken; else it is only exceeded.
        violation: bool,
        /// What, and where; values that may be secret are masked.
        finding: String,
    },
}

type Observer = Arc<dyn Fn(&Event) + Send + Sync>;
type DryRun = Arc<dyn Fn(&PlannedRequest) + Send + Sync>;

/// How one call, or all calls of a client, are made.
///
/// ```
/// use cloudsnap::{CallOptions, RetryPolicy};
/// use std::time::Duration;
/// let quick = CallOptions::default().timeout(Duration::from_secs(5)).retry(RetryPolicy::never());
/// # let _ = quick;
/// ```
#[derive(Clone)]
pub struct CallOptions {
    pub(crate) deadline: Option<Instant>,
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) observer: Option<Observer>,
    pub(crate) dry_run: Option<DryRun>,
    /// What the request carries beside the credentials, and no text that leaves the client may show.
    pub(crate) secrets: Vec<Secret>,
}

impl Default for CallOptions {
    /// 60 seconds for a call with its repeats, 10 seconds for an attempt with its body.
    fn default() -> Self {
        Self {
            deadline: None,
            timeout: Duration::from_secs(60),
            attempt_timeout: Duration::from_secs(10),
            retry: RetryPolicy::default(),
            observer: None,
            dry_run: None,
            secrets: Vec::new(),
        }
    }
}

impl CallOptions {
    /// Everything ends by then, whatever `timeout` says.
    #[must_use]
    pub fn deadline(mut self, deadline: Instant) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// The time of a call with all its requests, repeats and waits. A list has it for each page.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The time of one attempt, body included.
    #[must_use]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// How failed attempts are repeated.
    #[must_use]
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Told of each repeat.
    #[must_use]
    pub fn observer(mut self, observer: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
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

    pub(crate) fn observe(&self, event: &Event) {
        if let Some(observer) = &self.observer {
            observer(event);
        }
    }

    /// When a call that starts now must have ended.
    pub(crate) fn deadline_from(&self, now: Instant) -> Instant {
        let by_timeout = later(now, self.timeout);
        self.deadline.map_or(by_timeout, |deadline| deadline.min(by_timeout))
    }

    /// The same, for a verb that starts now and sends several requests: all of them share its time.
    pub(crate) fn bounded(&self) -> Self {
        self.clone().deadline(self.deadline_from(Instant::now()))
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
