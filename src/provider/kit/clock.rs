//! The server's clock. The times that a server reports are by this clock, and the local one may be off by minutes.

use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};

/// By how much the server's clock is at least ahead of the local one, according to the `Date` of its latest response. Without one, both
/// are considered equal.
///
/// `Date` is truncated to the second and was written before it arrived, so the actual difference can only be larger.
#[derive(Clone, Default)]
pub(crate) struct Clock(Arc<Mutex<Option<SignedDuration>>>);

impl Clock {
    /// Records the time reported by a response.
    pub(crate) fn note(&self, headers: &HeaderMap) {
        let date = headers.get(http::header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| httpdate::parse_http_date(date).ok());
        let Some(date) = date.and_then(|date| Timestamp::try_from(date).ok()) else { return };
        let ahead = date.duration_since(Timestamp::now());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ahead);
    }

    /// Whether the server has reported its time.
    pub(crate) fn is_reported(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// The time by the server's clock.
    pub(crate) fn now(&self) -> Timestamp {
        let ahead = self.0.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or_default();
        let now = Timestamp::now();
        now.checked_add(ahead).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ahead_after(date: &str) -> SignedDuration {
        let clock = Clock::default();
        let mut headers = HeaderMap::new();
        headers.insert(http::header::DATE, date.parse().unwrap());
        clock.note(&headers);
        clock.now().duration_since(Timestamp::now())
    }

    #[test]
    fn the_servers_time_is_used() {
        let hour = SignedDuration::from_hours(1);
        for ahead in [hour, -hour, SignedDuration::ZERO] {
            let date = Timestamp::now().checked_add(ahead).unwrap();
            let found = ahead_after(&httpdate::fmt_http_date(date.into()));
            assert!(found <= ahead && found > ahead - SignedDuration::from_secs(2), "{found} {ahead}");
        }
    }

    #[test]
    fn without_a_date_the_local_clock_is_used() {
        for date in ["", "soon", "2025-06-11T08:14:52Z"] {
            let found = ahead_after(date).abs();
            assert!(found < SignedDuration::from_secs(1), "{found}");
        }
    }
}
