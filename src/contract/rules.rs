//! Reads a document without its texts and examples: they are most of it, and no rule needs them.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::document::{has_names, is_data};

/// A part of the document, below a key.
#[derive(Clone, Copy)]
struct Part<'a> {
    parent: &'a str,
    /// Whether it is data, which is kept as it is.
    data: bool,
}

/// Whether this key has only texts for readers.
fn is_text(parent: &str, key: &str) -> bool {
    !has_names(parent) && matches!(key, "description" | "summary" | "example" | "examples" | "externalDocs")
}

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(Part { parent: "", ..self })? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if !self.data && is_text(self.parent, &key) {
                members.next_value::<IgnoredAny>()?;
                continue;
            }
            let data = self.data || is_data(self.parent, &key);
            let value = members.next_value_seed(Part { parent: &key, data })?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

/// Reads them.
pub(super) fn read(json: &str) -> serde_json::Result<Value> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let rules = Part { parent: "", data: false }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_and_data_are_kept() {
        let document = json!({
            "info": {"title": "t", "description": "d"},
            "paths": {"/a": {"get": {
                "summary": "s",
                "externalDocs": {"url": "u"},
                "parameters": [{"name": "description", "description": "d", "example": 7, "schema": {"type": "integer", "minimum": -1.5}}],
                "x-rule": {"description": "kept"},
            }}},
            "components": {
                "examples": {"one": {"value": {}}},
                "schemas": {"summary": {
                    "description": "d",
                    "properties": {"description": {"description": "d", "enum": [{"example": true}], "default": null}, "examples": {}},
                    "allOf": [{"example": 1, "maximum": 7}],
                }},
            },
        });
        let rules = json!({
            "info": {"title": "t"},
            "paths": {"/a": {"get": {
                "parameters": [{"name": "description", "schema": {"type": "integer", "minimum": -1.5}}],
                "x-rule": {"description": "kept"},
            }}},
            "components": {
                "schemas": {"summary": {
                    "properties": {"description": {"enum": [{"example": true}], "default": null}, "examples": {}},
                    "allOf": [{"maximum": 7}],
                }},
            },
        });
        assert_eq!(read(&document.to_string()).unwrap(), rules);
        assert!(read("{\"a\": 1} 2").is_err() && read("{\"a\":").is_err());
    }
}
