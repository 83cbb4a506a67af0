//! A provider's JSON for an object, kept as it was sent.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use serde_json::{Map, Value};

/// Everything that the provider sent for an object, including undocumented fields.
///
/// Holds the original text as a slice of the response, so that it costs nothing until it is used. A `Raw` therefore keeps the whole
/// response in memory; see [`detached`](Self::detached). It is parsed on first access and dereferences to a [`serde_json::Map`].
///
/// ```
/// use cloudsnap::Raw;
/// let object = serde_json::json!({"id": 7, "tier": "cold"});
/// let raw: Raw = object.as_object().cloned().unwrap_or_default().into();
/// assert_eq!(raw["tier"], "cold");
/// assert_eq!(raw.json(), r#"{"id":7,"tier":"cold"}"#);
/// ```
#[derive(Clone, Default)]
pub struct Raw {
    /// JSON in UTF-8, or empty.
    json: Bytes,
    parsed: OnceLock<Arc<Map<String, Value>>>,
}

impl Raw {
    /// The object at this range of a response body.
    pub(crate) fn slice(body: &Bytes, place: Range<usize>) -> Self {
        let json = if place.end <= body.len() && place.start <= place.end { body.slice(place) } else { Bytes::new() };
        Self { json, parsed: OnceLock::new() }
    }

    /// The JSON as it was sent; empty if the provider sent none.
    pub fn json(&self) -> &str {
        std::str::from_utf8(&self.json).unwrap_or_default()
    }

    /// A copy that does not keep the rest of the response in memory.
    #[must_use]
    pub fn detached(&self) -> Self {
        Self { json: Bytes::copy_from_slice(&self.json), parsed: self.parsed.clone() }
    }
}

impl Deref for Raw {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Map<String, Value> {
        self.parsed.get_or_init(|| Arc::new(serde_json::from_slice(&self.json).unwrap_or_default()))
    }
}

impl From<Map<String, Value>> for Raw {
    fn from(map: Map<String, Value>) -> Self {
        let json = Value::Object(map).to_string();
        Self { json: json.into(), parsed: OnceLock::new() }
    }
}

impl From<Raw> for Map<String, Value> {
    fn from(raw: Raw) -> Self {
        (*raw).clone()
    }
}

impl PartialEq for Raw {
    /// Compares the values, not the formatting.
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json || **self == **other
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_slice_of_the_response() {
        let body = Bytes::from_static(br#"[{"id": 7, "new": [1]}, {"id":8}]"#);
        let raw = Raw::slice(&body, 1..22);
        assert_eq!(raw.json(), r#"{"id": 7, "new": [1]}"#);
        assert_eq!(raw.json().as_ptr(), body[1..].as_ptr());
        assert_eq!((raw["new"].to_string().as_str(), raw.len()), ("[1]", 2));
        let copy = raw.detached();
        assert_ne!(copy.json().as_ptr(), raw.json().as_ptr());
        assert_eq!(copy, raw);
        assert_eq!(raw, Raw::from(serde_json::from_str::<Map<_, _>>(r#"{"new":[1],"id":7}"#).unwrap()));
        assert_ne!(raw, Raw::default());
        assert!(Raw::default().is_empty() && Raw::slice(&body, 0..99).is_empty());
    }
}
