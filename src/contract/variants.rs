//! The extension `x-variants`: the alternative forms of a value, each of which narrows the schema itself.

use serde_json::{Map, Value, json};

use super::document::Node;

/// The documented forms of a value, one of which must match, as complete schemas. None if the schema lists none.
pub(super) fn of(document: &Value, schema: &Map<String, Value>) -> Vec<Map<String, Value>> {
    let Some(variants) = schema.get("x-variants").and_then(Value::as_array) else { return Vec::new() };
    let mut base = schema.clone();
    base.remove("x-variants");
    variants.iter().filter_map(Value::as_object).map(|variant| narrowed(document, base.clone(), variant)).collect()
}

/// The schema combined with a variant. Of the properties in the schema, a variant that names any allows only those.
fn narrowed(document: &Value, mut base: Map<String, Value>, variant: &Map<String, Value>) -> Map<String, Value> {
    for (key, more) in variant {
        match (key.as_str(), base.get_mut(key)) {
            ("properties", Some(Value::Object(known))) => {
                for (name, property) in known {
                    *property = match more.get(name) {
                        Some(inner) => one_narrowed(document, property, inner),
                        None => json!({ "not": {} }),
                    };
                }
            }
            ("required", Some(Value::Array(known))) => {
                let more = more.as_array().into_iter().flatten().filter(|name| !known.contains(name));
                let more: Vec<_> = more.cloned().collect();
                known.extend(more);
            }
            ("items", Some(items)) => *items = one_narrowed(document, items, more),
            _ => {
                base.insert(key.clone(), more.clone());
            }
        }
    }
    base
}

fn one_narrowed(document: &Value, schema: &Value, variant: &Value) -> Value {
    let Some(variant) = variant.as_object().filter(|variant| !variant.is_empty()) else { return schema.clone() };
    let node = Node { value: schema, pointer: String::new() };
    match node.resolved(document).ok().and_then(|node| node.value.as_object().cloned()) {
        Some(base) => narrowed(document, base, variant).into(),
        None => Value::Object(variant.clone()),
    }
}
