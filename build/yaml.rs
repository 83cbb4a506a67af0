//! Parses the YAML text of a document. Shared by `build.rs` and the tests.

use std::error::Error;

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Number, Value};

/// A list or object being parsed; for an object, also the key of the next value.
enum Open {
    List(Vec<Value>),
    Object(Map<String, Value>, Option<String>),
}

/// The document as JSON, using the YAML 1.2 core schema: `no`, `on` and `yes` are strings, not booleans. Duplicate keys
/// are errors, and so are anchors, aliases, tags and a second document: the documents do not use them.
pub fn read(text: &str) -> Result<Value, Box<dyn Error>> {
    let mut open: Vec<Open> = Vec::new();
    let mut read = None;
    for event in Parser::new_from_str(text) {
        let (event, span) = event?;
        let at = |why: &str| format!("line {}: {why}", span.start.line());
        let value = match event {
            Event::Scalar(text, style, 0, None) => scalar(&text, style).ok_or_else(|| at("not a valid JSON number"))?,
            Event::SequenceStart(_, 0, None) => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(_, 0, None) => {
                open.push(Open::Object(Map::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(items)) => Value::Array(items),
                Some(Open::Object(map, None)) => Value::Object(map),
                _ => return Err(at("unexpected end").into()),
            },
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => continue,
            _ => return Err(at("anchors, aliases and tags are not supported").into()),
        };
        match open.last_mut() {
            None if read.is_some() => return Err(at("unexpected second document").into()),
            None => read = Some(value),
            Some(Open::List(items)) => items.push(value),
            Some(Open::Object(map, key)) => match key.take() {
                Some(key) => {
                    map.insert(key, value);
                }
                None => {
                    // Status codes used as keys are strings, as in JSON.
                    let name = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    if value.is_object() || value.is_array() {
                        return Err(at("keys must be strings").into());
                    }
                    if map.contains_key(&name) {
                        return Err(at(&format!("duplicate key {name:?}")).into());
                    }
                    *key = Some(name);
                }
            },
        }
    }
    read.ok_or_else(|| "the document is empty".into())
}

/// None for YAML numbers that JSON cannot represent.
fn scalar(text: &str, style: ScalarStyle) -> Option<Value> {
    if !matches!(style, ScalarStyle::Plain) {
        return Some(text.into());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Value::Null),
        "true" | "True" | "TRUE" => return Some(true.into()),
        "false" | "False" | "FALSE" => return Some(false.into()),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "-.inf" | ".nan" | ".NaN" | ".NAN" => return None,
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let radix = |prefix, radix| text.strip_prefix(prefix).and_then(|rest| i64::from_str_radix(rest, radix).ok());
    if let Some(number) = radix("0x", 16).or_else(|| radix("0o", 8)) {
        return Some(number.into());
    }
    // `1.2.3` and `-` are strings; so are `1e` and words like `infinity`, which Rust would parse as numbers.
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    if !is_number {
        return Some(text.into());
    }
    if let Ok(number) = text.parse::<i64>() {
        return Some(number.into());
    }
    if let Ok(number) = text.parse::<u64>() {
        return Some(number.into());
    }
    match text.parse::<f64>() {
        Ok(number) => Number::from_f64(number).map(Value::Number),
        Err(_) => Some(text.into()),
    }
}
