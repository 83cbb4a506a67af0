//! Text that is safe on a terminal: names come from servers.

use std::time::Duration;

use crate::text::is_unsafe;

/// The text with unsafe characters written out: `\u{1b}`, `\n`.
pub(crate) fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => safe.push_str("\\n"),
            '\r' => safe.push_str("\\r"),
            '\t' => safe.push_str("\\t"),
            c if is_unsafe(c) => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    safe
}

/// Several lines, each made safe.
pub(crate) fn safe_lines(text: &str) -> String {
    text.split('\n').map(safe).collect::<Vec<_>>().join("\n")
}

/// JSON with such characters escaped as JSON does it. serde_json leaves those above U+007E alone; outside of strings there are none.
pub(crate) fn safe_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\n' => safe.push(c),
            c if is_unsafe(c) => {
                let units = c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
                safe.push_str(&units);
            }
            c => safe.push(c),
        }
    }
    safe
}

/// A time for people: `2024-11-18 22:41`, UTC.
pub(crate) fn time(time: jiff::Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M").to_string()
}

/// `8 s`, `2 min 5 s`.
pub(crate) fn span(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

/// Reads `30s`, `5m`, `1h30m`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("{text:?} is no length of time: write 30s, 5m or 1h30m");
    let read: jiff::SignedDuration = text.parse().map_err(|_| wrong())?;
    let read = Duration::try_from(read).map_err(|_| wrong())?;
    // Longer than this overflows clocks; and nobody waits for a year.
    (read > Duration::ZERO && read <= Duration::from_secs(366 * 86400)).then_some(read).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_left() {
        assert_eq!(safe("a\u{1b}[31mb\n\u{9b}c\u{202e}d"), "a\\u{1b}[31mb\\n\\u{9b}c\\u{202e}d");
        let json = safe_json(&serde_json::to_string("a\u{1b}\u{9b}\u{7f}\u{202e}").unwrap());
        assert_eq!(json, r#""a\u001b\u009b\u007f\u202e""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), "a\u{1b}\u{9b}\u{7f}\u{202e}");
    }

    #[test]
    fn lengths_of_time() {
        for (text, seconds) in [("30s", 30), ("5m", 300), ("1h30m", 5400), ("1h 30m", 5400), ("2 min", 120)] {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        for text in ["", "5", "-5s", "0s", "1y", "soon", "9999999h"] {
            assert!(duration(text).is_err(), "{text}");
        }
        assert_eq!(span(Duration::from_secs(125)), "2 min 5 s");
    }
}
