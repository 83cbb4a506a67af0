//! What is known of the server's clock: `created_at` is told by it, and ours may go wrong by minutes.

use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};

/// How far the server's clock is ahead of ours at least, by the `Date` of its latest answer.
///
/// `Date` is cut to the second and was written before it arrived, so the true distance can only be larger.
#[derive(Clone, Default)]
pub(super) struct Clock(Arc<Mutex<Option<SignedDuration>>>);

/// `Date` and `created_at` may be told by different machines of the provider, and cut to seconds.
const SLACK: SignedDuration = SignedDuration::from_secs(2);

/// The slack where the server does not tell its time.
const BLIND_SLACK: SignedDuration = SignedDuration::from_secs(5);

impl Clock {
    /// Takes down what an answer tells.
    pub(super) fn note(&self, headers: &HeaderMap) {
        let date = headers.get(http::header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| httpdate::parse_http_date(date).ok());
        let Some(date) = date.and_then(|date| Timestamp::try_from(date).ok()) else { return };
        let ahead = date.duration_since(Timestamp::now());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ahead);
    }

    /// An answer with a `Date` has come.
    pub(super) fn known(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// The earliest time that the server can give to what is made by a request sent from now on.
    pub(super) fn earliest(&self) -> Timestamp {
        let ahead = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let back = ahead.map_or(-BLIND_SLACK, |ahead| ahead.saturating_sub(SLACK));
        let now = Timestamp::now();
        now.checked_add(back).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn earliest_after(date: &str) -> SignedDuration {
        let clock = Clock::default();
        let mut headers = HeaderMap::new();
        headers.insert(http::header::DATE, date.parse().unwrap());
        clock.note(&headers);
        clock.earliest().duration_since(Timestamp::now())
    }

    #[test]
    fn the_server_tells_the_time() {
        let hour = SignedDuration::from_hours(1);
        for ahead in [hour, -hour, SignedDuration::ZERO] {
            let date = Timestamp::now().checked_add(ahead).unwrap();
            let found = earliest_after(&httpdate::fmt_http_date(date.into()));
            let wanted = ahead - SLACK;
            assert!(found <= wanted && found > wanted - SignedDuration::from_secs(2), "{found} {wanted}");
        }
    }

    #[test]
    fn without_a_date_ours_has_to_do() {
        for date in ["", "soon", "2025-06-11T08:14:52Z"] {
            let found = earliest_after(date);
            assert!(found <= -BLIND_SLACK && found > -BLIND_SLACK - SignedDuration::from_secs(1), "{found}");
        }
    }
}
