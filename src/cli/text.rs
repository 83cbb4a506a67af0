//! Text for a terminal: names from servers made safe, lines wrapped, times and durations.

use std::sync::OnceLock;
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::text::is_unsafe;

/// The text with unsafe characters escaped: `\u{1b}`, `\n`.
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

/// JSON with unsafe characters escaped. serde_json does not escape those above U+007E; they occur only within strings.
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

/// The width of a text on a terminal, in cells: colour sequences have none, wide characters two.
fn cells(text: &str) -> usize {
    let plain = text.split('\u{1b}').enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once('m').map_or("", |(_, rest)| rest),
    });
    plain.map(console_width).sum()
}

fn console_width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// East Asian scripts and pictures.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Wraps a line at spaces to fit the window; continuation lines are indented a little more than the first. A word that is longer
/// than the window is not split: an ID or a command must stay whole.
pub(crate) fn wrapped(line: &str, width: usize) -> String {
    if cells(line) <= width {
        return line.to_owned();
    }
    let indent = line.len() - line.trim_start_matches(' ').len();
    let hanging = " ".repeat((indent + 2).min(width / 2));
    let mut text = " ".repeat(indent);
    let (mut used, mut is_first) = (indent, true);
    for word in line[indent..].split(' ') {
        let room = cells(word);
        if !is_first && used + 1 + room > width {
            text.push('\n');
            text.push_str(&hanging);
            used = hanging.len();
        } else if !is_first {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        (used, is_first) = (used + room, false);
    }
    text
}

/// The time zone of this process, set once by `--time-zone`.
static ZONE: OnceLock<TimeZone> = OnceLock::new();

pub(crate) fn set_time_zone(zone: Option<TimeZone>) {
    // Set once, from the command line.
    let _ = ZONE.set(zone.unwrap_or(TimeZone::UTC));
}

fn zone() -> TimeZone {
    ZONE.get().cloned().unwrap_or(TimeZone::UTC)
}

/// The time zone as a short label for a heading.
pub(crate) fn zone_label() -> &'static str {
    if zone() == TimeZone::UTC { "UTC" } else { "local" }
}

/// Parses `UTC`, `local` or the name of a time zone.
pub(crate) fn time_zone(text: &str) -> Result<TimeZone, String> {
    if text.eq_ignore_ascii_case("utc") {
        return Ok(TimeZone::UTC);
    }
    let found = if text.eq_ignore_ascii_case("local") { TimeZone::try_system() } else { TimeZone::get(text) };
    found.map_err(|_| format!("unknown time zone {text:?}: use UTC, local, or a name such as Europe/Berlin"))
}

/// A time for people, in the selected time zone: `2024-11-18 22:41`.
pub(crate) fn time(time: jiff::Timestamp) -> String {
    time.to_zoned(zone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// The same with its time zone and age: `2024-11-18 22:41 UTC (5 d ago)`.
pub(crate) fn time_and_age(time: jiff::Timestamp) -> String {
    let age = match age(time) {
        age if age.is_empty() => age,
        age => format!(" ({age} ago)"),
    };
    format!("{}{age}", time.to_zoned(zone()).strftime("%Y-%m-%d %H:%M %Z"))
}

/// How long ago it was: `3 min`, `5 h`, `12 d`; empty for a time in the future.
pub(crate) fn age(time: jiff::Timestamp) -> String {
    age_at(time, jiff::Timestamp::now())
}

/// The same relative to `now`.
pub(crate) fn age_at(time: jiff::Timestamp, now: jiff::Timestamp) -> String {
    match now.duration_since(time).as_secs() {
        ..0 => String::new(),
        seconds @ 0..60 => format!("{seconds} s"),
        seconds @ 60..3600 => format!("{} min", seconds / 60),
        seconds @ 3600..172_800 => format!("{} h", seconds / 3600),
        seconds => format!("{} d", seconds / 86400),
    }
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

/// Parses `30s`, `5m`, `1h30m`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("invalid duration {text:?}: use e.g. 30s, 5m or 1h30m");
    let read: jiff::SignedDuration = text.parse().map_err(|_| wrong())?;
    let read = Duration::try_from(read).map_err(|_| wrong())?;
    // A longer duration could overflow a clock.
    (read > Duration::ZERO && read <= Duration::from_secs(366 * 86400)).then_some(read).ok_or_else(wrong)
}

/// Parses an age: `12h`, `30d`, `2w`. A day has 24 hours.
pub(crate) fn age_limit(text: &str) -> Result<jiff::SignedDuration, String> {
    let read = text.parse::<jiff::Span>().and_then(|span| span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()));
    let wrong = || format!("invalid age {text:?}: use e.g. 12h, 30d or 2w");
    read.ok().filter(jiff::SignedDuration::is_positive).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_escaped() {
        assert_eq!(safe("a\u{1b}[31mb\n\u{9b}c\u{202e}d"), "a\\u{1b}[31mb\\n\\u{9b}c\\u{202e}d");
        let json = safe_json(&serde_json::to_string("a\u{1b}\u{9b}\u{7f}\u{202e}").unwrap());
        assert_eq!(json, r#""a\u001b\u009b\u007f\u202e""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), "a\u{1b}\u{9b}\u{7f}\u{202e}");
    }

    #[test]
    fn lines_are_wrapped_between_words() {
        let line = "error: Syminet: list snapshots: no connection to http://127.0.0.1:9/api/v1 after 3 attempts";
        for width in [20, 40, 60, 80] {
            let text = wrapped(line, width);
            assert_eq!(text.split_whitespace().collect::<Vec<_>>(), line.split(' ').collect::<Vec<_>>(), "{text}");
            let fits = |line: &str| line.chars().count() <= width || line.trim().split(' ').count() == 1;
            assert!(text.lines().all(fits), "{width}\n{text}");
        }
        assert_eq!(wrapped("short", 80), "short");
        assert_eq!(wrapped("  an indented line", 14), "  an indented\n    line");
        // Colours have no width, wide characters two cells.
        assert_eq!(wrapped("\u{1b}[1;31merror:\u{1b}[0m abc", 10), "\u{1b}[1;31merror:\u{1b}[0m abc");
        assert_eq!(wrapped("日本 日本 a", 9), "日本 日本\n  a");
    }

    #[test]
    fn ages() {
        for (text, hours) in [("12h", 12), ("30d", 720), ("2w", 336), ("1d12h", 36)] {
            assert_eq!(age_limit(text), Ok(jiff::SignedDuration::from_hours(hours)), "{text}");
        }
        for text in ["", "5", "-5d", "0d", "soon", "1month", "1y"] {
            assert!(age_limit(text).is_err(), "{text}");
        }
        let ago = |seconds: i64| age(jiff::Timestamp::now() - jiff::SignedDuration::from_secs(seconds));
        assert_eq!([ago(300), ago(7200), ago(180_000), ago(-500)], ["5 min", "2 h", "2 d", ""]);
    }

    #[test]
    fn time_zones() {
        assert_eq!(time_zone("utc"), Ok(TimeZone::UTC));
        assert!(time_zone("Europe/Berlin").is_ok() && time_zone("local").is_ok());
        assert!(time_zone("Europe/Berln").unwrap_err().contains("unknown time zone \"Europe/Berln\""));
    }

    #[test]
    fn durations() {
        for (text, seconds) in [("30s", 30), ("5m", 300), ("1h30m", 5400), ("1h 30m", 5400), ("2 min", 120)] {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        for text in ["", "5", "-5s", "0s", "1y", "soon", "9999999h"] {
            assert!(duration(text).is_err(), "{text}");
        }
        assert_eq!(span(Duration::from_secs(125)), "2 min 5 s");
    }
}
