//! The `Retry-After` header in all its forms.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

/// A year is practically forever; longer durations may overflow instants.
const FOR_EVER: Duration = Duration::from_secs(365 * 24 * 3600);

/// Parses `Retry-After`: seconds, rounded up, or an HTTP date by the clock of the server that wrote it. A date in the
/// past means no wait; an unreadable value is ignored.
pub(crate) fn parse_retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Some(seconds) = seconds(text) {
        return Some(Duration::from_secs(seconds).min(FOR_EVER));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let reported =
        headers.get(http::header::DATE).and_then(|date| httpdate::parse_http_date(date.to_str().ok()?.trim()).ok());
    Some(date.duration_since(reported.unwrap_or(now)).unwrap_or(Duration::ZERO).min(FOR_EVER))
}

fn seconds(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let more = u64::from(fraction.bytes().any(|byte| byte != b'0'));
    whole.parse::<u64>().ok()?.checked_add(more)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

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
        assert_eq!(read("1.5"), Some(Duration::from_secs(2)));
        assert_eq!(read("0.001"), Some(Duration::from_secs(1)));
        assert_eq!(read("3.0"), Some(Duration::from_secs(3)));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:47 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(read("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(read("18446744073709551615"), Some(Duration::from_secs(365 * 24 * 3600)));
        for garbage in ["", "soon", "-3", "1.", ".5", "1e3", "1.5s", "99999999999999999999999"] {
            assert_eq!(read(garbage), None, "{garbage:?}");
        }
    }

    #[test]
    fn dates_are_relative_to_the_clock_of_the_server() {
        let ours = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777 + 3600);
        let mut headers = HeaderMap::new();
        headers.insert(http::header::RETRY_AFTER, HeaderValue::from_static("Sun, 06 Nov 1994 08:49:47 GMT"));
        headers.insert(http::header::DATE, HeaderValue::from_static("Sun, 06 Nov 1994 08:49:37 GMT"));
        assert_eq!(parse_retry_after(&headers, ours), Some(Duration::from_secs(10)));
    }
}
