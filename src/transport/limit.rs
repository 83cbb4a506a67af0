//! A rate limiter, shared by all clones of a client: fair, and without bursts.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

/// So many requests in so much time.
///
/// ```
/// use cloudsnap::RateLimit;
/// use std::time::Duration;
/// let limit = RateLimit::new(500, Duration::from_secs(60));
/// # let _ = limit;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    requests: u32,
    per: Duration,
}

impl RateLimit {
    /// At most `requests` (at least one) in any span of `per`.
    pub const fn new(requests: u32, per: Duration) -> Self {
        Self { requests: if requests == 0 { 1 } else { requests }, per }
    }

    /// The time between two requests of a steady stream.
    fn interval(self) -> Duration {
        self.per / self.requests
    }
}

/// Hands out slots in the order of asking. A short burst is let through, so that a command line does not crawl.
pub(crate) struct Limiter {
    interval: Duration,
    burst: Duration,
    next: Mutex<Option<Instant>>,
}

impl Limiter {
    pub(crate) fn new(limit: RateLimit) -> Self {
        let interval = limit.interval();
        Self { interval, burst: interval * 10, next: Mutex::new(None) }
    }

    /// Waits for a slot. tokio's mutex is fair: who asked first goes first, and who gives up leaves no gap.
    pub(crate) async fn acquire(&self) {
        let mut next = self.next.lock().await;
        let now = Instant::now();
        let slot = next.unwrap_or(now).max(now.checked_sub(self.burst).unwrap_or(now));
        tokio::time::sleep_until(slot).await;
        *next = Some(slot + self.interval);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_fleet_of_tasks_stays_below_the_limit() {
        let limiter = std::sync::Arc::new(Limiter::new(RateLimit::new(60, Duration::from_secs(60))));
        let started = Instant::now();
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let limiter = std::sync::Arc::clone(&limiter);
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
        let within_a_minute = times.iter().filter(|time| **time < Duration::from_secs(60)).count();
        assert!((55..=71).contains(&within_a_minute), "{within_a_minute}");
    }
}
