//! What is known of a server's clock: times are told by it, and ours may go wrong by minutes.

use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};

/// How far the server's clock is ahead of ours at least, by the `Date` of its latest answer; as good as equal where it tells none.
///
/// `Date` is cut to the second and was written before it arrived, so the true distance can only be larger.
#[derive(Clone, Default)]
pub(crate) struct Clock(Arc<Mutex<Option<SignedDuration>>>);

impl Clock {
    /// Takes down what an answer tells.
    pub(crate) fn note(&self, headers: &HeaderMap) {
        let date = headers.get(http::header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| httpdate::parse_http_date(date).ok());
        let Some(date) = date.and_then(|date| Timestamp::try_from(date).ok()) else { return };
        let ahead = date.duration_since(Timestamp::now());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ahead);
    }

    /// Whether the server has told its time.
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
    fn the_server_tells_the_time() {
        let hour = SignedDuration::from_hours(1);
        for ahead in [hour, -hour, SignedDuration::ZERO] {
            let date = Timestamp::now().checked_add(ahead).unwrap();
            let found = ahead_after(&httpdate::fmt_http_date(date.into()));
            assert!(found <= ahead && found > ahead - SignedDuration::from_secs(2), "{found} {ahead}");
        }
    }

    #[test]
    fn without_a_date_ours_has_to_do() {
        for date in ["", "soon", "2025-06-11T08:14:52Z"] {
            let found = ahead_after(date).abs();
            assert!(found < SignedDuration::from_secs(1), "{found}");
        }
    }
}
