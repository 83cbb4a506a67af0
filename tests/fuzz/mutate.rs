//! The mutator: turns a document's example into something undocumented.

use fastrand::Rng;
use serde_json::{Map, Value};

/// Strings that are difficult for parsers.
const TEXTS: [&str; 26] = [
    "",
    " ",
    "0",
    "-1",
    "null",
    "true",
    "9223372036854775808",
    "1e400",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "é",
    "\u{1f98a}",
    "..",
    "/",
    "2025-02-30T25:61:61Z",
    "9999-12-31T23:59:59.999999999Z",
    "-009999-01-01T00:00:00Z",
    "2025-03-01 03:30:12",
    "2025-03-01T03:30:12+99:99",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "18446744073709551616",
    "99%",
    "NaN",
    "created",
    "DELETED",
];

/// One of those, or a random one.
pub fn text(rng: &mut Rng, echo: &str) -> String {
    match rng.u8(0..12) {
        0 => echo.to_owned(),
        1 => "x".repeat(rng.usize(0..3000)),
        2 => (0..rng.usize(0..20)).map(|_| rng.char(..)).collect(),
        _ => TEXTS[rng.usize(0..TEXTS.len())].to_owned(),
    }
}

fn odd(rng: &mut Rng, echo: &str) -> Value {
    match rng.u8(0..10) {
        0 => Value::Null,
        1 => Value::Bool(rng.bool()),
        2 => Value::from([i64::MAX, i64::MIN, 0, -1, 1 << 53][rng.usize(0..5)]),
        3 => Value::from(u64::MAX),
        4 => Value::from([1e308, -0.0, 0.5, 5e-324][rng.usize(0..4)]),
        5 => Value::Array(Vec::new()),
        6 => Value::Object(Map::new()),
        7 => Value::Object([(text(rng, echo), Value::Null)].into_iter().collect()),
        _ => Value::String(text(rng, echo)),
    }
}

/// Changes a few positions in a value.
pub fn value(rng: &mut Rng, value: &mut Value, echo: &str) {
    for _ in 0..rng.usize(1..4) {
        one(rng, value, echo);
    }
}

fn one(rng: &mut Rng, value: &mut Value, echo: &str) {
    match value {
        Value::Array(items) if !items.is_empty() && rng.u8(0..8) > 0 => match rng.u8(0..6) {
            0 => {
                let copy = items[rng.usize(0..items.len())].clone();
                items.extend(vec![copy; rng.usize(1..40)]);
            }
            1 => drop(items.remove(rng.usize(0..items.len()))),
            _ => {
                let at = rng.usize(0..items.len());
                one(rng, &mut items[at], echo);
            }
        },
        Value::Object(map) if !map.is_empty() && rng.u8(0..8) > 0 => {
            let key = map.keys().nth(rng.usize(0..map.len())).unwrap().clone();
            match rng.u8(0..8) {
                0 => drop(map.remove(&key)),
                1 => {
                    let moved = map.remove(&key).unwrap();
                    map.insert(text(rng, echo), moved);
                }
                2 => drop(map.insert(text(rng, echo), odd(rng, echo))),
                3 => drop(map.insert(key, odd(rng, echo))),
                _ => one(rng, map.get_mut(&key).unwrap(), echo),
            }
        }
        leaf => *leaf = odd(rng, echo),
    }
}

/// Changes bytes, so that the result is usually no longer JSON.
pub fn bytes(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.usize(1..5) {
        if bytes.is_empty() {
            return;
        }
        let at = rng.usize(0..bytes.len());
        match rng.u8(0..6) {
            0 => bytes.truncate(at),
            1 => bytes[at] = rng.u8(..),
            2 => bytes.insert(at, rng.u8(..)),
            3 => drop(bytes.remove(at)),
            4 => {
                let end = rng.usize(at..bytes.len().min(at + 60));
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ => bytes[at] = b"0123456789-+.eE\"\\{}[],:\0"[rng.usize(0..24)],
        }
    }
}
