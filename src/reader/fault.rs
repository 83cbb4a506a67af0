//! Why a body could not be decoded, and the path to the value at fault.

use serde::de::Error as _;
use serde_json::Value;

use super::odd::Odd;
use crate::body;

/// Why a body could not be decoded.
#[derive(Debug)]
pub(crate) enum Fault {
    /// An object contains a key twice, so its meaning depends on the reader.
    Doubled,
    /// It is not JSON, or not what the type needs.
    Unread(serde_json::Error),
}

impl Fault {
    #[cold]
    pub(super) fn new(body: &[u8], odd: &Odd, at: usize) -> Self {
        // Duplicate keys take precedence, also after the first error.
        if odd.is_doubled() || !body::doubled(body).is_empty() {
            return Self::Doubled;
        }
        // For text that is not JSON, serde_json has the precise error.
        if let Err(error) = serde_json::from_slice::<Value>(body) {
            return Self::Unread(error);
        }
        let before = body.get(..at).unwrap_or(body);
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        // serde_json parses the position from this text.
        Self::Unread(serde_json::Error::custom(format_args!(
            "{odd} at line {line} column {}",
            before.len() - line_start
        )))
    }
}

/// One step of the path to a value.
#[derive(Debug, PartialEq)]
pub(crate) enum Step {
    Index(usize),
    Key(String),
}

/// The path to the value that starts or ends at the position of the error.
pub(crate) fn steps_to(body: &[u8], error: &serde_json::Error) -> Vec<Step> {
    let mut newlines = memchr::memchr_iter(b'\n', body);
    let line_start = match error.line() {
        0 | 1 => 0,
        line => newlines.nth(line - 2).map_or(body.len(), |end| end + 1),
    };
    steps(body.get(..line_start + error.column()).unwrap_or(body))
}

/// An array or object that is not closed yet, and the position in it.
enum Open {
    Array(usize),
    /// The key; `None` before it.
    Object(Option<String>),
}

/// The path to the end of a prefix of valid JSON.
fn steps(before: &[u8]) -> Vec<Step> {
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while let Some(byte) = before.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'{' => open.push(Open::Object(None)),
            b'[' => open.push(Open::Array(0)),
            b'}' | b']' => drop(open.pop()),
            b',' => match open.last_mut() {
                Some(Open::Array(index)) => *index += 1,
                Some(Open::Object(key)) => *key = None,
                None => {}
            },
            b'"' => {
                at = after_string(before, at);
                if let Some(Open::Object(key @ None)) = open.last_mut() {
                    *key = serde_json::from_slice(&before[start..at]).ok();
                }
            }
            _ => {}
        }
    }
    let step = |open| match open {
        Open::Array(index) => Some(Step::Index(index)),
        Open::Object(key) => key.map(Step::Key),
    };
    open.into_iter().filter_map(step).collect()
}

/// The position after the closing quote.
fn after_string(text: &[u8], mut at: usize) -> usize {
    while let Some(next) = memchr::memchr2(b'"', b'\\', text.get(at..).unwrap_or_default()) {
        at += next + 1;
        if text.get(at - 1) == Some(&b'"') {
            return at;
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::reader::decode;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only decoded")]
    struct Page {
        data: Vec<Row>,
        next: Option<String>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only decoded")]
    struct Row {
        id: i64,
        tags: Option<Vec<String>>,
        of: Option<Of>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only decoded")]
    struct Of {
        name: String,
    }

    /// Bodies that do not match the type, and the path to the mismatch.
    const UNFIT: [(&str, &str); 16] = [
        (r#"{"data":[{"id":1},{"id":"2"}]}"#, "data 1 id"),
        (r#"{"data":[{"id":1,"tags":["a",7]}]}"#, "data 0 tags 1"),
        (r#"{"data":[{"id":1,"tags":["a",["b"]]}]}"#, "data 0 tags 1"),
        (r#"{"data":[{"id":1,"tags":[{"b":1}]}]}"#, "data 0 tags 0"),
        (r#"{"data":[{"id":1,"tags":{"b":[1]}},{"id":2}]}"#, "data 0 tags"),
        (r#"{"data":[{"tags":[]}]}"#, "data 0"),
        (r#"{"data":[{"id":1,"of":{}},{"id":1}]}"#, "data 0 of"),
        (r#"{"data":[{"id":1,"of":{"name":null}}]}"#, "data 0 of name"),
        (r#"{"data":[{"id":[],"of":{"name":"\"]}"}}]}"#, "data 0 id"),
        (r#"{"data":[{"of":{"name":"a\\"},"id":{}}]}"#, "data 0 id"),
        (r#"{"data":[{"id":1.5}]}"#, "data 0 id"),
        (r#"{"data":[{"id":99999999999999999999}]}"#, "data 0 id"),
        (r#"{"data":null}"#, "data"),
        (r#"{"next":true,"data":[]}"#, "next"),
        ("{\"data\": [\n  {\"id\": 1},\n  {\n    \"id\" : false\n  }\n]}", "data 1 id"),
        (r#"{"next":"\u00e9, \"quoted\"","data":[[]]}"#, "data 0"),
    ];

    #[test]
    fn an_error_has_the_path_to_the_value_at_fault() {
        for (body, way) in UNFIT {
            let Err(Fault::Unread(error)) = decode::<Page>(body.as_bytes()) else { panic!("{body}") };
            let steps: Vec<String> = steps_to(body.as_bytes(), &error)
                .into_iter()
                .map(|step| match step {
                    Step::Index(index) => index.to_string(),
                    Step::Key(key) => key,
                })
                .collect();
            assert_eq!(steps.join(" "), way, "{body}: {error}");
        }
    }

    #[test]
    fn errors_match_serde_json() {
        // serde_json reads the array of the last one as the fields of a structure.
        for (body, _) in &UNFIT[..UNFIT.len() - 1] {
            let Err(Fault::Unread(error)) = decode::<Page>(body.as_bytes()) else { panic!("{body}") };
            let theirs = serde_json::from_str::<Page>(body).unwrap_err();
            assert_eq!((error.line(), error.column()), (theirs.line(), theirs.column()), "{body}: {theirs}");
            assert!(error.is_data(), "{body}");
        }
        for body in ["", "{", "{\"data\":[", "{\"data\":[]} x", "{\"data\":[],}", "[]]", "\"\u{1}\""] {
            let Err(Fault::Unread(error)) = decode::<Page>(body.as_bytes()) else { panic!("{body}") };
            assert_eq!(error.to_string(), serde_json::from_str::<Value>(body).unwrap_err().to_string(), "{body}");
        }
        let missing = decode::<Page>(b"{}");
        assert!(
            matches!(&missing, Err(Fault::Unread(error)) if error.to_string() == "missing field `data` at line 1 column 2"),
            "{missing:?}"
        );
        assert!(matches!(decode::<Page>(b"\"\xff\""), Err(Fault::Unread(_))));
    }

    #[test]
    fn duplicate_keys_take_precedence() {
        for body in [r#"{"data":[],"data":[]}"#, r#"{"data":7,"x":{"y":1,"y":2}}"#] {
            assert!(matches!(decode::<Page>(body.as_bytes()), Err(Fault::Doubled)), "{body}");
        }
    }
}
