//! Valid values generated from schemas: with all properties, or with only the required ones.

use serde_json::{Map, Value, json};

use crate::document::{Direction, Document};

/// Beyond this depth, optional parts are omitted, because schemas may be recursive.
const MAX_DEPTH: usize = 12;

pub struct Generator<'a> {
    pub document: &'a Document,
    pub direction: Direction,
}

impl<'a> Generator<'a> {
    /// A valid value with every property allowed in this direction.
    pub fn full(&self, schema: &'a Value) -> Value {
        self.value(schema, true, 0)
    }

    /// A valid value with only the required properties.
    pub fn minimal(&self, schema: &'a Value) -> Value {
        self.value(schema, false, 0)
    }

    /// Whether only the other direction may contain this property.
    pub fn is_foreign(&self, property: &Value) -> bool {
        let flag = if self.direction == Direction::Request { "readOnly" } else { "writeOnly" };
        self.document.resolve(property)[flag] == true
    }

    fn value(&self, schema: &'a Value, full: bool, depth: usize) -> Value {
        let schema = self.document.resolve(schema);
        if let Some(alternatives) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
            return self.value(&alternatives[0], full, depth + 1);
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let mut all = Map::new();
            for part in parts {
                all.extend(self.value(part, full, depth + 1).as_object().cloned().unwrap_or_default());
            }
            return Value::Object(all);
        }
        let example = schema.get("example").filter(|example| !example.is_null()).cloned();
        match schema["type"].as_str() {
            Some("object") => match schema["properties"].as_object() {
                Some(properties) => {
                    let required = schema["required"].as_array();
                    let full = full || schema["minProperties"].as_u64() > Some(0);
                    let object = properties.iter().filter(|(name, property)| {
                        let demanded = required.is_some_and(|names| names.contains(&json!(name)));
                        (demanded || full && depth < MAX_DEPTH) && !self.is_foreign(property)
                    });
                    object.map(|(name, property)| (name.clone(), self.value(property, full, depth + 1))).collect()
                }
                None => example.unwrap_or_else(|| json!({})),
            },
            Some("array") => {
                let least = schema["minItems"].as_u64().unwrap_or(0).max(u64::from(full && depth < MAX_DEPTH));
                (0..least).map(|_| self.value(&schema["items"], full, depth + 1)).collect()
            }
            kind => example.unwrap_or_else(|| match (schema["enum"].get(0), kind, schema["format"].as_str()) {
                (Some(first), _, _) => first.clone(),
                (_, Some("integer" | "number"), _) => schema.get("minimum").cloned().unwrap_or(json!(1)),
                (_, Some("boolean"), _) => json!(true),
                (_, Some("string"), Some("date-time")) => json!("2025-01-01T00:00:00Z"),
                (_, Some("string"), Some("uuid")) => json!("18efeec8-94f0-4776-8ff2-5e9b49c74608"),
                (_, Some("string"), _) => json!("text"),
                _ => json!("anything"),
            }),
        }
    }

    /// Whether the value may match the schema, judging by types, constants and properties but not by limits and
    /// formats. Errs on the side of true: it is used to skip mutants that another alternative of an anyOf would accept.
    pub fn may_fit(&self, schema: &'a Value, value: &Value) -> bool {
        let schema = self.document.resolve(schema);
        if let Some(alternatives) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
            return alternatives.iter().any(|alternative| self.may_fit(alternative, value));
        }
        if let Some(parts) = schema["allOf"].as_array() {
            return parts.iter().all(|part| self.may_fit(part, value));
        }
        if let Some(allowed) = schema["enum"].as_array() {
            return allowed.contains(value);
        }
        let Some(kind) = schema["type"].as_str() else { return true };
        match value {
            Value::Null => schema["nullable"] == true,
            Value::Bool(_) => kind == "boolean",
            Value::Number(number) => kind == "number" || kind == "integer" && !number.is_f64(),
            Value::String(_) => kind == "string",
            Value::Array(items) => kind == "array" && items.iter().all(|item| self.may_fit(&schema["items"], item)),
            Value::Object(map) => {
                let known = schema["properties"].as_object();
                let required = schema["required"].as_array().into_iter().flatten();
                let closed = schema["additionalProperties"] == false;
                kind == "object"
                    && required.filter_map(Value::as_str).all(|name| {
                        map.contains_key(name)
                            || known.and_then(|map| map.get(name)).is_some_and(|it| self.is_foreign(it))
                    })
                    && map.iter().all(|(name, inner)| match known.and_then(|known| known.get(name)) {
                        Some(property) => self.may_fit(property, inner),
                        None => !closed,
                    })
            }
        }
    }
}

/// The object with one property set.
pub fn with(object: &Value, name: &str, value: Value) -> Value {
    let mut object = object.clone();
    object[name] = value;
    object
}

/// The object without one property.
pub fn without(object: &Value, name: &str) -> Value {
    let mut object = object.clone();
    object.as_object_mut().unwrap().retain(|key, _| key != name);
    object
}

/// The name as a segment of a JSON pointer, including the slash.
pub fn segment(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}
