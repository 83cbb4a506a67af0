//! Formats values for people: bounded in length, and without secrets.

use serde_json::Value;

use crate::secret::names_a_secret;

const MASKED: &str = "(masked)";

/// The maximum length of a finding's `found`, in characters.
pub(super) const MAX_FOUND: usize = 120;

/// Decides which names have secret values: the usual ones, and those marked in the document.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    names: std::collections::BTreeSet<String>,
    /// The names of all properties and parameters in the document, which therefore do not come from a server.
    documented: std::collections::BTreeSet<String>,
}

impl Secrets {
    /// Collects the names of properties that the document marks as `writeOnly` or `format: password`.
    pub(super) fn of(document: &Value) -> Self {
        let mut secrets = Self::default();
        secrets.collect(document);
        secrets
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::Object(map) => {
                for (name, property) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
                    self.documented.insert(name.clone());
                    if property["writeOnly"] == true || property["format"] == "password" {
                        self.names.insert(name.to_lowercase());
                    }
                }
                if map.contains_key("in") {
                    self.documented.extend(map.get("name").and_then(Value::as_str).map(str::to_owned));
                }
                map.values().for_each(|inner| self.collect(inner));
            }
            Value::Array(items) => items.iter().for_each(|inner| self.collect(inner)),
            _ => {}
        }
    }

    fn hides(&self, name: &str) -> bool {
        names_a_secret(name) || self.names.contains(&name.to_lowercase())
    }

    /// The pointer with `*` for each key that may be data. `is_new`: the last key is an undocumented field, and keeps
    /// its name if it looks like a field name.
    pub(super) fn shape(&self, pointer: &str, is_new: bool) -> String {
        let last = pointer.split('/').count().saturating_sub(1);
        let word = |segment: &str| {
            segment.len() <= 40 && segment.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        let shown = |(place, segment): (usize, &str)| {
            let plain = segment.replace("~1", "/").replace("~0", "~");
            let is_index = segment.len() < 8 && segment.bytes().all(|byte| byte.is_ascii_digit());
            // An array index; a numeric key may be an ID, and nothing more can be said about it.
            let is_reported =
                segment.is_empty() || is_index || segment == "content-type" || self.documented.contains(&plain);
            if is_reported || is_new && place == last && word(segment) { segment.to_owned() } else { "*".to_owned() }
        };
        pointer.split('/').enumerate().map(shown).collect::<Vec<_>>().join("/")
    }

    /// The value at this pointer as a bounded string for people.
    pub(super) fn show(&self, pointer: &str, value: &Value) -> String {
        if pointer.split('/').any(|segment| self.hides(segment)) {
            return MASKED.to_owned();
        }
        let mut text = Bounded { text: String::new(), left: MAX_FOUND };
        self.write(value, &mut text);
        text.text
    }

    /// Writes until the limit is reached, so that a large body costs no more than a small one.
    fn write(&self, value: &Value, out: &mut Bounded) {
        match value {
            _ if out.left == 0 => {}
            // The debug format escapes control characters.
            Value::String(text) => {
                let start: String = text.chars().take(MAX_FOUND).collect();
                out.push(&format!("{start:?}"));
            }
            Value::Array(items) => {
                out.push("[");
                for (index, item) in items.iter().enumerate().take(MAX_FOUND) {
                    out.push(if index == 0 { "" } else { "," });
                    self.write(item, out);
                }
                out.push("]");
            }
            Value::Object(map) => {
                out.push("{");
                for (index, (name, inner)) in map.iter().enumerate().take(MAX_FOUND) {
                    let start: String = name.chars().take(MAX_FOUND).collect();
                    out.push(if index == 0 { "" } else { "," });
                    out.push(&format!("{start:?}:"));
                    if self.hides(name) {
                        out.push(MASKED);
                    } else {
                        self.write(inner, out);
                    }
                }
                out.push("}");
            }
            other => out.push(&other.to_string()),
        }
    }
}

struct Bounded {
    text: String,
    left: usize,
}

impl Bounded {
    fn push(&mut self, part: &str) {
        for character in part.chars() {
            match self.left {
                0 => return,
                // Reserve the last position for the truncation mark.
                1 => self.text.push('…'),
                _ => self.text.push(character),
            }
            self.left -= 1;
        }
    }
}

/// At most this many characters; the last one shows that the text was truncated.
pub(super) fn bounded(text: &str, limit: usize) -> String {
    let mut out = Bounded { text: String::new(), left: limit };
    out.push(text);
    out.text
}
