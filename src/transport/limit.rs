//! A rate limiter shared by all clones of a client: fair and without large bursts.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

/// A number of requests per time span.
///
/// ```
/// use cloudsnap::RateLimit;
/// use std::time::Duration;
/// let limit = RateLimit::new(500, Duration::from_secs(60));
/// # let _ = limit;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RateLimit {
    requests: u32,
    per: Duration,
}

impl RateLimit {
    /// At most `requests` (at least one) within any time span of length `per`.
    pub const fn new(requests: u32, per: Duration) -> Self {
        Self { requests: if requests == 0 { 1 } else { requests }, per }
    }

    /// How many requests may be sent at once after a pause.
    fn burst(self) -> u32 {
        (self.requests / 10).min(10)
    }

    /// The interval between requests of a steady stream, chosen to stay below the limit even after a burst.
    fn interval(self) -> Duration {
        self.per / (self.requests - self.burst())
    }
}

/// Grants slots in the order of requests. Allows a short burst, so that a command line remains responsive.
pub(crate) struct Limiter {
    interval: Duration,
    burst: Duration,
    next: Mutex<Option<Instant>>,
}

impl Limiter {
    pub(crate) fn new(limit: RateLimit) -> Self {
        let interval = limit.interval();
        // One less, because the request being sent now is the last of the burst.
        Self { interval, burst: interval * limit.burst().saturating_sub(1), next: Mutex::new(None) }
    }

    /// Waits for a slot. tokio's mutex is fair: requests are served in order, and cancelled ones leave no gap.
    pub(crate) async fn acquire(&self) {
        let mut next = self.next.lock().await;
        let now = Instant::now();
        let rested = now.checked_sub(self.burst).unwrap_or(now);
        let slot = next.map_or(rested, |next| next.max(rested));
        tokio::time::sleep_until(slot).await;
        *next = Some(super::later(slot, self.interval));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When these requests are sent if all are made at once after a pause.
    async fn times(limiter: &std::sync::Arc<Limiter>, requests: u32, rest: u64) -> Vec<Duration> {
        tokio::time::sleep(Duration::from_secs(rest)).await;
        let started = Instant::now();
        let tasks: Vec<_> = (0..requests)
            .map(|_| {
                let limiter = std::sync::Arc::clone(limiter);
                tokio::spawn(async move {
                    limiter.acquire().await;
                    Instant::now()
                })
            })
            .collect();
        let mut times = Vec::new();
        for task in tasks {
            times.push(task.await.unwrap().duration_since(started));
        }
        times.sort();
        times
    }

    #[tokio::test(start_paused = true)]
    async fn many_tasks_stay_below_the_limit_in_every_time_span() {
        for (requests, per) in [(500, 60), (60, 60), (5, 1), (1, 1)] {
            let per = Duration::from_secs(per);
            let limiter = std::sync::Arc::new(Limiter::new(RateLimit::new(requests, per)));
            for rest in [0, 3600] {
                let times = times(&limiter, 2 * requests, rest).await;
                let most = times.iter().map(|from| times.iter().filter(|t| **t >= *from && **t < *from + per).count());
                let most = most.max().unwrap();
                assert!(most <= requests as usize, "{most} of {requests} in one span");
                assert!(most * 10 + 10 >= requests as usize * 9, "only {most} of {requests}: too slow");
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_few_requests_do_not_wait() {
        let limiter = std::sync::Arc::new(Limiter::new(RateLimit::new(500, Duration::from_secs(60))));
        assert_eq!(times(&limiter, 10, 0).await.last(), Some(&Duration::ZERO));
    }
}
