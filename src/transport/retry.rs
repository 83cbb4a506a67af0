//! When a request is sent again, and how long before: a plain state machine without a clock of its own.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use tokio::time::Instant;

use super::report::Cause;
use super::send::Outcome;

/// How often and how long failed attempts are repeated.
///
/// Only idempotent operations are repeated after resets, time-outs, 408, 502, 503 and 504. All operations are repeated after 429
/// (the server did nothing) and when no connection could be opened (the server never saw it).
///
/// ```
/// use cloudsnap::RetryPolicy;
/// use std::time::Duration;
/// let patient = RetryPolicy::default().tries(5).budget(Duration::from_secs(120));
/// let never = RetryPolicy::never();
/// # let _ = (patient, never);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RetryPolicy {
    pub(crate) tries: u32,
    pub(crate) budget: Duration,
    pub(crate) base: Duration,
    pub(crate) cap: Duration,
    pub(crate) rate_limit_cap: Duration,
}

impl Default for RetryPolicy {
    /// 3 tries within 30 seconds, waiting up to 0.5 s, 1 s, 2 s... (full jitter, at most 10 s); rate limits up to 60 s a wait.
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
    /// One attempt and no more, also after a 429.
    pub fn never() -> Self {
        Self { tries: 1, ..Self::default() }
    }

    /// At most so many attempts in all (at least one).
    #[must_use]
    pub fn tries(mut self, tries: u32) -> Self {
        self.tries = tries.max(1);
        self
    }

    /// No repeat starts later than this after the first attempt. Waits that a rate limit asks for do not count.
    #[must_use]
    pub fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// The bound of the first random wait; it doubles with each repeat, up to `cap`.
    #[must_use]
    pub fn backoff(mut self, base: Duration, cap: Duration) -> Self {
        self.base = base;
        self.cap = cap;
        self
    }
}

/// What to do after an attempt.
#[derive(Debug, PartialEq)]
pub(crate) enum Decision {
    /// It is the answer. `retry_after` is what the server asked for, if it did.
    Return { retry_after: Option<Duration> },
    /// Again, after this time.
    Repeat { wait: Duration },
}

/// The state of one call's repeats.
pub(crate) struct Retry {
    policy: RetryPolicy,
    idempotent: bool,
    started: Instant,
    deadline: Instant,
    /// Attempts made.
    pub(crate) attempts: u32,
    /// Of these, how many ended in a 429: they count neither against the tries nor the budget.
    limited: u32,
    /// Time spent waiting for rate limits.
    limited_for: Duration,
}

impl Retry {
    pub(crate) fn new(policy: RetryPolicy, idempotent: bool, started: Instant, deadline: Instant) -> Self {
        Self { policy, idempotent, started, deadline, attempts: 0, limited: 0, limited_for: Duration::ZERO }
    }

    pub(crate) fn decide(&mut self, outcome: &Outcome, now: Instant) -> Decision {
        let retry_after = match outcome {
            Outcome::Reply(reply) => parse_retry_after(&reply.headers, SystemTime::now()),
            Outcome::Failed(_) => None,
        };
        let answer = Decision::Return { retry_after };
        if self.policy.tries <= 1 {
            return answer;
        }
        if outcome.status() == Some(429) {
            self.limited += 1;
            let wait = retry_after.map_or_else(|| jitter(self.rate_limit_bound()), |told| told + jitter(SPREAD));
            if wait >= self.left(now) {
                return answer;
            }
            self.limited_for = self.limited_for.saturating_add(wait);
            return Decision::Repeat { wait };
        }
        let spent = now.duration_since(self.started).saturating_sub(self.limited_for);
        if !self.repeatable(outcome) || self.attempts - self.limited >= self.policy.tries || spent >= self.policy.budget
        {
            return answer;
        }
        let wait = retry_after.map_or_else(|| jitter(self.backoff_bound()), |told| told + jitter(SPREAD));
        if spent.saturating_add(wait) > self.policy.budget || wait >= self.left(now) {
            return answer;
        }
        Decision::Repeat { wait }
    }

    fn left(&self, now: Instant) -> Duration {
        self.deadline.saturating_duration_since(now)
    }

    fn repeatable(&self, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Reply(reply) => self.idempotent && matches!(reply.status.as_u16(), 408 | 502 | 503 | 504),
            Outcome::Failed(failure) => match failure.cause {
                Cause::Connect(_) => true,
                Cause::Reset(_) | Cause::Timeout => self.idempotent,
                _ => false,
            },
        }
    }

    fn backoff_bound(&self) -> Duration {
        doubled(self.policy.base, (self.attempts - self.limited).saturating_sub(1)).min(self.policy.cap)
    }

    fn rate_limit_bound(&self) -> Duration {
        doubled(self.policy.base.saturating_mul(2), self.limited.saturating_sub(1)).min(self.policy.rate_limit_cap)
    }
}

/// Spread over clients that were told the same second.
const SPREAD: Duration = Duration::from_millis(250);

fn doubled(base: Duration, times: u32) -> Duration {
    base.saturating_mul(2_u32.saturating_pow(times))
}

/// Anything from nothing to the bound: "full jitter".
fn jitter(bound: Duration) -> Duration {
    bound.mul_f64(fastrand::f64())
}

/// Reads `Retry-After`: seconds, or an HTTP date. A date in the past is no wait; what cannot be read is none told.
pub(crate) fn parse_retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        // A year is for ever; beyond it arithmetic with instants may overflow.
        return Some(Duration::from_secs(seconds.min(365 * 24 * 3600)));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(now).unwrap_or(Duration::ZERO).min(Duration::from_secs(365 * 24 * 3600)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::send::{Failure, Reply};
    use http::{HeaderValue, StatusCode};

    fn reply(status: u16, retry_after: Option<&'static str>) -> Outcome {
        let mut headers = HeaderMap::new();
        if let Some(text) = retry_after {
            headers.insert(http::header::RETRY_AFTER, HeaderValue::from_static(text));
        }
        Outcome::Reply(Reply { status: StatusCode::from_u16(status).unwrap(), headers, body: bytes::Bytes::new() })
    }

    fn failed(cause: Cause, sent: bool) -> Outcome {
        Outcome::Failed(Failure { cause, sent, bytes: 0 })
    }

    fn retry(idempotent: bool, left: u64) -> (Retry, Instant) {
        let now = Instant::now();
        let mut retry = Retry::new(RetryPolicy::default(), idempotent, now, now + Duration::from_secs(left));
        retry.attempts = 1;
        (retry, now)
    }

    fn repeats(idempotent: bool, outcome: &Outcome) -> bool {
        let (mut retry, now) = retry(idempotent, 300);
        matches!(retry.decide(outcome, now), Decision::Repeat { .. })
    }

    #[test]
    fn only_idempotent_operations_are_repeated_after_what_may_have_arrived() {
        for outcome in [
            reply(408, None),
            reply(502, None),
            reply(503, None),
            reply(504, None),
            failed(Cause::Reset("gone".into()), true),
            failed(Cause::Timeout, true),
        ] {
            assert!(repeats(true, &outcome), "{outcome:?}");
            assert!(!repeats(false, &outcome), "{outcome:?}");
        }
    }

    #[test]
    fn what_never_arrived_is_always_repeated() {
        for outcome in [reply(429, None), failed(Cause::Connect("refused".into()), false)] {
            assert!(repeats(true, &outcome) && repeats(false, &outcome), "{outcome:?}");
        }
    }

    #[test]
    fn what_will_not_change_is_never_repeated() {
        for outcome in [reply(200, None), reply(400, None), reply(404, None), reply(500, None), reply(501, None)] {
            assert!(!repeats(true, &outcome), "{outcome:?}");
        }
    }

    #[test]
    fn three_tries_and_no_more() {
        let (mut retry, now) = retry(true, 300);
        retry.attempts = 3;
        assert_eq!(retry.decide(&reply(503, None), now), Decision::Return { retry_after: None });
    }

    #[test]
    fn the_budget_ends_repeats_but_not_waits_for_rate_limits() {
        let (mut retry, now) = retry(true, 300);
        let late = now + Duration::from_secs(31);
        assert_eq!(retry.decide(&reply(503, None), late), Decision::Return { retry_after: None });
        assert!(matches!(retry.decide(&reply(429, Some("40")), late), Decision::Repeat { .. }));
    }

    #[test]
    fn never_earlier_than_told_and_at_once_when_told_too_long() {
        let (mut limited, now) = retry(false, 300);
        let Decision::Repeat { wait } = limited.decide(&reply(429, Some("7")), now) else { panic!("not repeated") };
        assert!(wait >= Duration::from_secs(7) && wait < Duration::from_secs(8));
        let (mut hopeless, now) = retry(false, 5);
        let told = Some(Duration::from_secs(7));
        assert_eq!(hopeless.decide(&reply(429, Some("7")), now), Decision::Return { retry_after: told });
    }

    #[test]
    fn a_policy_of_never_does_not_even_repeat_a_429() {
        let now = Instant::now();
        let mut retry = Retry::new(RetryPolicy::never(), false, now, now + Duration::from_secs(60));
        retry.attempts = 1;
        assert!(matches!(retry.decide(&reply(429, Some("1")), now), Decision::Return { .. }));
    }

    #[test]
    fn retry_after_in_all_its_forms() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777); // Sun, 06 Nov 1994 08:49:37 GMT
        let read = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(http::header::RETRY_AFTER, HeaderValue::from_static(text));
            parse_retry_after(&headers, now)
        };
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        assert_eq!(read(" 0 "), Some(Duration::ZERO));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:47 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(read("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(read("18446744073709551615"), Some(Duration::from_secs(365 * 24 * 3600)));
        for garbage in ["", "soon", "-3", "1.5", "99999999999999999999999"] {
            assert_eq!(read(garbage), None, "{garbage:?}");
        }
    }
}
