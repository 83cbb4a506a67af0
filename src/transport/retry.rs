//! When to retry a request and how long to wait: a pure state machine without its own clock.

use std::time::{Duration, SystemTime};

use tokio::time::Instant;

use super::report::Cause;
use super::retry_after::parse_retry_after;
use super::send::Outcome;
use crate::spec::Operation;

/// How often and for how long failed attempts are retried.
///
/// Only idempotent operations are retried after resets, timeouts, 408, 429, 502 to 504 and 520 to 524. Other operations
/// are retried if no connection could be established (the server never saw the request), and, by the client's methods,
/// after a 429 from the provider itself, once a check has shown that nothing was done. Read-only requests are also
/// retried once with a renewed token after a 401. In-place restores are sent only once.
///
/// ```
/// use cloudsnap::RetryPolicy;
/// use std::time::Duration;
/// let patient = RetryPolicy::default().tries(5).budget(Duration::from_secs(120));
/// let never = RetryPolicy::never();
/// # let _ = (patient, never);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RetryPolicy {
    pub(crate) tries: u32,
    pub(crate) budget: Duration,
    pub(crate) base: Duration,
    pub(crate) cap: Duration,
    pub(crate) rate_limit_cap: Duration,
}

impl Default for RetryPolicy {
    /// 3 attempts within 30 seconds, waiting up to 0.5 s, 1 s, 2 s... (full jitter, at most 10 s); for rate limits, up
    /// to 60 s per wait.
    fn default() -> Self {
        Self {
            tries: 3,
            budget: Duration::from_secs(30),
            base: Duration::from_millis(500),
            cap: Duration::from_secs(10),
            rate_limit_cap: Duration::from_secs(60),
        }
    }
}

impl RetryPolicy {
    /// A single attempt, even after a 429.
    pub fn never() -> Self {
        Self { tries: 1, ..Self::default() }
    }

    /// The maximum number of attempts (at least one).
    #[must_use]
    pub fn tries(mut self, tries: u32) -> Self {
        self.tries = tries.max(1);
        self
    }

    /// No retry starts later than this after the first attempt. Waits for rate limits do not count.
    #[must_use]
    pub fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// The upper bound of the first random wait; it doubles with each retry, up to `cap`.
    #[must_use]
    pub fn backoff(mut self, base: Duration, cap: Duration) -> Self {
        self.base = base;
        self.cap = cap;
        self
    }

    /// The longest wait after a rate limit that does not say how long to wait. 60 s unless set.
    #[must_use]
    pub fn rate_limit_cap(mut self, cap: Duration) -> Self {
        self.rate_limit_cap = cap;
        self
    }
}

/// What to do after an attempt.
#[derive(Debug, PartialEq)]
pub(crate) enum Decision {
    /// Return the result. `retry_after` is the wait requested by the server, if any.
    Return { retry_after: Option<Duration> },
    /// Retry after this time.
    Retry { wait: Duration },
}

/// The state of the retries of one call.
pub(crate) struct Retry {
    policy: RetryPolicy,
    operation: Operation,
    /// Whether an effect check can be run before a retry.
    has_effect_check: bool,
    started: Instant,
    deadline: Instant,
    /// The number of attempts made.
    pub(crate) attempts: u32,
    /// How many of them ended in a 429.
    limited: u32,
    /// The time spent waiting for rate limits, which does not count against the budget.
    limited_for: Duration,
    /// Whether an attempt has already been made with a renewed token.
    renewed: bool,
}

impl Retry {
    pub(crate) fn new(
        policy: RetryPolicy,
        operation: Operation,
        has_effect_check: bool,
        started: Instant,
        deadline: Instant,
    ) -> Self {
        let (limited, limited_for) = (0, Duration::ZERO);
        Self {
            policy,
            operation,
            has_effect_check,
            started,
            deadline,
            attempts: 0,
            limited,
            limited_for,
            renewed: false,
        }
    }

    /// When the first attempt started.
    pub(crate) fn started(&self) -> Instant {
        self.started
    }

    /// Decides what to do after an attempt. `fresh`: the authenticator has other credentials than those that were
    /// rejected.
    pub(crate) fn decide(&mut self, outcome: &Outcome, fresh: bool, now: Instant) -> Decision {
        let retry_after = match outcome {
            Outcome::Reply(reply) => parse_retry_after(&reply.headers, SystemTime::now()),
            Outcome::Failed(_) => None,
        };
        let give_up = Decision::Return { retry_after };
        if self.attempts >= self.policy.tries {
            return give_up;
        }
        // A 401 does not reveal what the server did before it: for modifying requests, the decision is left to the
        // caller.
        if outcome.status() == Some(401) && fresh && self.operation.safe && !self.renewed {
            self.renewed = true;
            return Decision::Retry { wait: Duration::ZERO };
        }
        if !self.repeatable(outcome) {
            return give_up;
        }
        let limit = outcome.status() == Some(429);
        let bound = if limit {
            self.limited += 1;
            self.rate_limit_bound()
        } else {
            self.backoff_bound()
        };
        // A server that keeps responding "retry immediately" is retried no more often than one that gives no time.
        let wait = match retry_after {
            Some(reported) => (reported + jitter(SPREAD)).max(bound / 2 + jitter(bound / 2)),
            None if limit => bound / 2 + jitter(bound / 2),
            None => jitter(bound),
        };
        if wait >= self.left(now) {
            return give_up;
        }
        let spent = now.duration_since(self.started).saturating_sub(self.limited_for);
        if limit {
            self.limited_for = self.limited_for.saturating_add(wait);
        } else if spent.saturating_add(wait) > self.policy.budget {
            return give_up;
        }
        Decision::Retry { wait }
    }

    fn left(&self, now: Instant) -> Duration {
        self.deadline.saturating_duration_since(now)
    }

    fn repeatable(&self, outcome: &Outcome) -> bool {
        let idempotent = self.operation.idempotent;
        match outcome {
            Outcome::Reply(reply) => match reply.status.as_u16() {
                429 => idempotent || (self.has_effect_check && outcome.is_own_limit(&self.operation)),
                408 | 502..=504 | 520..=524 => idempotent,
                _ => false,
            },
            Outcome::Failed(failure) => match failure.cause {
                Cause::Connect(_) => true,
                Cause::Reset(_) | Cause::Timeout => idempotent,
                _ => false,
            },
        }
    }

    fn backoff_bound(&self) -> Duration {
        doubled(self.policy.base, (self.attempts - self.limited).saturating_sub(1)).min(self.policy.cap)
    }

    /// Limits are per minute, so a few attempts have to span a long time.
    fn rate_limit_bound(&self) -> Duration {
        let times = self.limited.saturating_sub(1).saturating_mul(2);
        doubled(self.policy.base.saturating_mul(4), times).min(self.policy.rate_limit_cap)
    }
}

/// Spreads out clients that were given the same second.
const SPREAD: Duration = Duration::from_millis(250);

fn doubled(base: Duration, times: u32) -> Duration {
    base.saturating_mul(2_u32.saturating_pow(times))
}

/// A random time between zero and the bound ("full jitter").
fn jitter(bound: Duration) -> Duration {
    bound.mul_f64(fastrand::f64())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{self, Provider};
    use crate::transport::send::{Failure, Reply};
    use http::{HeaderMap, HeaderValue, StatusCode};

    fn reply(status: u16, retry_after: Option<&'static str>) -> Outcome {
        let mut headers = HeaderMap::new();
        if let Some(text) = retry_after {
            headers.insert(http::header::RETRY_AFTER, HeaderValue::from_static(text));
        }
        Outcome::Reply(Reply { status: StatusCode::from_u16(status).unwrap(), headers, body: bytes::Bytes::new() })
    }

    fn failed(cause: Cause, sent: bool) -> Outcome {
        Outcome::Failed(Failure { cause, sent, bytes: 0, link: None })
    }

    /// A modifying operation: a rename (idempotent) or a create.
    fn operation(idempotent: bool) -> Operation {
        let id = if idempotent { "rename_snapshot" } else { "create_snapshot" };
        *spec::operation(Provider::Syminet, id).unwrap()
    }

    fn retry(idempotent: bool, left: u64) -> (Retry, Instant) {
        let now = Instant::now();
        let deadline = now + Duration::from_secs(left);
        let mut retry = Retry::new(RetryPolicy::default(), operation(idempotent), true, now, deadline);
        retry.attempts = 1;
        (retry, now)
    }

    fn is_retried(idempotent: bool, outcome: &Outcome) -> bool {
        let (mut retry, now) = retry(idempotent, 300);
        matches!(retry.decide(outcome, false, now), Decision::Retry { .. })
    }

    #[test]
    fn only_idempotent_operations_are_retried_if_the_request_may_have_arrived() {
        for outcome in [
            reply(408, None),
            reply(502, None),
            reply(503, None),
            reply(504, None),
            reply(520, None),
            reply(524, None),
            reply(429, None),
            failed(Cause::Reset("gone".into()), true),
            failed(Cause::Timeout, true),
        ] {
            assert!(is_retried(true, &outcome), "{outcome:?}");
            assert!(!is_retried(false, &outcome), "{outcome:?}");
        }
    }

    #[test]
    fn requests_that_never_arrived_are_always_retried() {
        for outcome in [reply(429, Some("1")), failed(Cause::Connect("refused".into()), false)] {
            assert!(is_retried(true, &outcome) && is_retried(false, &outcome), "{outcome:?}");
        }
    }

    #[test]
    fn permanent_errors_are_never_retried() {
        for outcome in
            [reply(200, None), reply(400, None), reply(404, None), reply(500, None), reply(501, None), reply(525, None)]
        {
            assert!(!is_retried(true, &outcome), "{outcome:?}");
        }
    }

    #[test]
    fn at_most_three_attempts() {
        let (mut retry, now) = retry(true, 300);
        retry.attempts = 3;
        assert_eq!(retry.decide(&reply(503, None), false, now), Decision::Return { retry_after: None });
    }

    #[test]
    fn the_budget_limits_retries_but_not_rate_limit_waits() {
        let (mut retry, now) = retry(true, 300);
        let late = now + Duration::from_secs(31);
        assert_eq!(retry.decide(&reply(503, None), false, late), Decision::Return { retry_after: None });
        assert!(matches!(retry.decide(&reply(429, Some("40")), false, late), Decision::Retry { .. }));
    }

    #[test]
    fn never_retries_early_and_gives_up_if_the_wait_is_too_long() {
        let (mut limited, now) = retry(false, 300);
        let Decision::Retry { wait } = limited.decide(&reply(429, Some("7")), false, now) else {
            panic!("not retried")
        };
        assert!(wait >= Duration::from_secs(7) && wait < Duration::from_secs(8));
        let (mut hopeless, now) = retry(false, 5);
        let reported = Some(Duration::from_secs(7));
        assert_eq!(hopeless.decide(&reply(429, Some("7")), false, now), Decision::Return { retry_after: reported });
    }

    #[test]
    fn the_never_policy_does_not_even_retry_a_429() {
        let now = Instant::now();
        let mut retry = Retry::new(RetryPolicy::never(), operation(false), true, now, now + Duration::from_secs(60));
        retry.attempts = 1;
        assert!(matches!(retry.decide(&reply(429, Some("1")), false, now), Decision::Return { .. }));
    }

    /// `Retry-After: 0` and past dates would cause a retry storm: the pauses grow as if there were no header, and each
    /// retry counts.
    #[test]
    fn immediate_retry_after_does_not_shorten_the_backoff() {
        for text in ["0", "Sun, 06 Nov 1994 08:49:37 GMT"] {
            for status in [429, 503] {
                let (mut retry, now) = retry(true, 300);
                let mut pauses = Vec::new();
                while let Decision::Retry { wait } = retry.decide(&reply(status, Some(text)), false, now) {
                    pauses.push(wait);
                    retry.attempts += 1;
                    assert!(pauses.len() < 9, "{status} {text}: retries without end");
                }
                assert_eq!(pauses.len(), 2, "{status} {text}");
                assert!(pauses[0] >= Duration::from_millis(250), "{status} {text}: {pauses:?}");
                assert!(pauses[1] >= Duration::from_millis(500), "{status} {text}: {pauses:?}");
            }
        }
    }

    /// A server may have acted before it responded with 401, so modifying requests are not sent again with a new token.
    #[test]
    fn a_renewed_token_retries_only_reads_and_only_once() {
        for id in ["create_snapshot", "restore_snapshot", "delete_snapshot", "rename_snapshot", "list_snapshots"] {
            let operation = *spec::operation(Provider::Syminet, id).unwrap();
            let now = Instant::now();
            let mut retry = Retry::new(RetryPolicy::default(), operation, true, now, now + Duration::from_secs(60));
            retry.attempts = 1;
            let mut is_retried = || matches!(retry.decide(&reply(401, None), true, now), Decision::Retry { .. });
            assert_eq!((is_retried(), is_retried()), (operation.safe, false), "{id}");
        }
        let (mut retry, now) = retry(true, 60);
        assert!(matches!(retry.decide(&reply(401, None), false, now), Decision::Return { .. }), "no new token");
    }

    #[test]
    fn a_create_is_not_retried_after_a_gateways_429() {
        let (mut retry, now) = retry(false, 300);
        let page = reply(429, None);
        assert!(matches!(retry.decide(&page, false, now), Decision::Return { .. }));
        // Without an effect check, the provider's own 429 is not retried either: a restore through a generated client
        // is sent once.
        let mut blind = Retry::new(RetryPolicy::default(), operation(false), false, now, now + Duration::from_secs(60));
        blind.attempts = 1;
        assert!(matches!(blind.decide(&reply(429, Some("1")), false, now), Decision::Return { .. }));
    }
}
