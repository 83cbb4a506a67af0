//! Creates the lenient copy of a document that the generator uses.
//!
//! A generated client rejects a whole page of a list because of one unexpected value. The copy therefore omits every
//! keyword that can reject a value; required values are validated by the contract engine against the strict document.
//! `tests/relax.rs` shows for each keyword that the unexpected value decodes.
//!
//! Text in a path has the schema `PathSegment` in the copy, for which the crate has its own type. In the document it is
//! a plain string with limits, as generators for other languages expect, and has the same type as that ID in responses.
//!
//! A property with the format `password` is a secret: in the copy, it has a type that hides its value.
//!
//! A property whose type the vendor changed declares `x-legacy-type`, the name of the older type. The document remains
//! strict: only the present `type` is valid. The copy has no type there, so that the client can read the old form, too
//! (as any JSON value).

use std::collections::HashSet;

use serde_json::{Map, Value, json};

/// Keywords that can reject a value.
const REFUSING: [&str; 14] = [
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    // Not relaxed, whatever it contains: removing limits from an excluded schema would reject more.
    "not",
];

/// The copy of a strict document that the client is generated from.
pub fn relaxed(mut document: Value) -> Value {
    let sent = sent_alone(&document);
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        for (name, schema) in schemas.iter_mut() {
            let words = schema.get("enum").filter(|_| sent.contains(name)).cloned();
            relax_schema(schema);
            if let (Some(words), Some(map)) = (words, schema.as_object_mut()) {
                map.insert("enum".to_owned(), words);
            }
        }
        // Only names for the generator: the crate has its own types for them.
        for name in ["SecretText", "PathSegment"] {
            schemas.insert(name.to_owned(), json!({"type": "string"}));
        }
    }
    // Only 2xx responses: all others then arrive unparsed, with their status, headers and body.
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        for operation in paths.values_mut().filter_map(Value::as_object_mut).flat_map(Map::values_mut) {
            if let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) {
                responses.retain(|status, _| status.starts_with('2'));
            }
        }
    }
    relax_below(&mut document);
    document
}

/// The named schemas that no response refers to: values that only we send may be enums with several values.
fn sent_alone(document: &Value) -> HashSet<String> {
    let mut in_responses = HashSet::new();
    if let Some(paths) = document.get("paths").and_then(Value::as_object) {
        for operation in paths.values().filter_map(Value::as_object).flat_map(Map::values) {
            reach(document, &operation["responses"], &mut in_responses);
        }
    }
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
    let names = schemas.into_iter().flat_map(Map::keys).cloned();
    names.filter(|name| !in_responses.contains(&format!("#/components/schemas/{name}"))).collect()
}

/// All references below a node, followed transitively.
fn reach(document: &Value, node: &Value, seen: &mut HashSet<String>) {
    match node {
        Value::Object(map) => {
            let target = map.get("$ref").and_then(Value::as_str).filter(|target| seen.insert((*target).to_owned()));
            if let Some(found) = target.and_then(|target| document.pointer(target.strip_prefix('#')?)) {
                reach(document, found, seen);
            }
            map.iter()
                .filter(|(key, _)| *key != "example" && *key != "examples")
                .for_each(|(_, it)| reach(document, it, seen));
        }
        Value::Array(items) => items.iter().for_each(|item| reach(document, item, seen)),
        _ => {}
    }
}

/// Finds the schemas of parameters, headers, bodies and responses.
fn relax_below(node: &mut Value) {
    match node {
        Value::Object(map) => {
            join_lists(map);
            guard_segment(map);
            for (key, value) in map.iter_mut() {
                match key.as_str() {
                    "schema" => relax_schema(value),
                    "schemas" | "example" | "examples" => {}
                    _ => relax_below(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(relax_below),
        _ => {}
    }
}

/// A list in one query value (`explode: false`) would be sent as several: in the copy, it is a string joined by the
/// adapter.
fn join_lists(parameter: &mut Map<String, Value>) {
    let joined = parameter.get("explode") == Some(&Value::Bool(false))
        && parameter.get("schema").and_then(|schema| schema.get("type")) == Some(&json!("array"));
    if joined {
        parameter.insert("schema".to_owned(), json!({"type": "string"}));
        parameter.remove("explode");
        parameter.remove("style");
    }
}

/// Text in a path uses the type that rejects values which would change the structure of the URL.
fn guard_segment(parameter: &mut Map<String, Value>) {
    if parameter.get("in") == Some(&json!("path"))
        && let Some(schema) = parameter.get_mut("schema").filter(|schema| schema["type"] == "string")
    {
        *schema = json!({"$ref": "#/components/schemas/PathSegment"});
    }
}

/// Turns every list among the query parameters into a string.
#[allow(dead_code, reason = "tests of the client's copy do not use the copy for the mocks")]
pub fn lists_as_text(node: &mut Value) {
    match node {
        Value::Object(map) => {
            let is_list =
                map.get("in") == Some(&json!("query")) && map.get("schema").is_some_and(|s| s["type"] == "array");
            if is_list {
                map.insert("schema".to_owned(), json!({"type": "string"}));
            }
            map.values_mut().for_each(lists_as_text);
        }
        Value::Array(items) => items.iter_mut().for_each(lists_as_text),
        _ => {}
    }
}

/// Removes from a schema what can reject a value. Enums with one value remain: they are constants.
pub fn relax_schema(schema: &mut Value) {
    let Some(map) = schema.as_object_mut() else { return };
    if map.contains_key("$ref") {
        return;
    }
    for keyword in REFUSING {
        map.remove(keyword);
    }
    map.remove("default");
    map.remove("x-variants");
    map.remove("example");
    if map.get("enum").and_then(Value::as_array).is_some_and(|values| values.len() != 1) {
        map.remove("enum");
    }
    if map.get("additionalProperties") == Some(&Value::Bool(false)) {
        map.remove("additionalProperties");
    }
    if map.remove("x-legacy-type").is_some() {
        map.remove("type");
        map.remove("format");
    }
    match map.get("type").and_then(Value::as_str) {
        Some("integer") => {
            map.insert("format".to_owned(), json!("int64"));
        }
        _ if map.get("format").is_some_and(|format| format != "double") => {
            map.remove("format");
        }
        _ => {}
    }
    relax_properties(map);
    for keyword in ["items", "additionalProperties"] {
        if let Some(inner) = map.get_mut(keyword) {
            relax_schema(inner);
        }
    }
    for keyword in ["allOf", "anyOf", "oneOf"] {
        if let Some(branches) = map.get_mut(keyword).and_then(Value::as_array_mut) {
            branches.iter_mut().for_each(relax_schema);
        }
    }
}

/// Optional properties may also be null: a missing list and a null list mean the same to a reader.
fn relax_properties(map: &mut Map<String, Value>) {
    let required: Vec<String> = map
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
        .unwrap_or_default();
    let Some(properties) = map.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (name, property) in properties {
        if property.get("format").is_some_and(|format| format == "password") {
            *property = json!({"$ref": "#/components/schemas/SecretText"});
        }
        relax_schema(property);
        if let Some(property) = property.as_object_mut().filter(|property| property.contains_key("type"))
            && !required.contains(name)
        {
            property.insert("nullable".to_owned(), Value::Bool(true));
        }
    }
}
