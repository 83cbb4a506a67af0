//! Reads the documents for the tests: references, operations, bodies. Independent of the engine's own parser.

use cloudsnap::spec::{self, Provider};
use serde_json::{Map, Value, json};

/// A document, as JSON.
pub struct Document(pub Value);

/// The direction of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Request,
    Response,
}

/// A JSON body defined in the document.
pub struct Body<'a> {
    pub operation: &'a str,
    pub direction: Direction,
    /// `request`, or the status as written in the document.
    pub status: &'a str,
    pub schema: &'a Value,
    /// The named examples.
    pub examples: Vec<&'a Value>,
}

impl Body<'_> {
    /// A status that this entry of the document applies to.
    pub fn code(&self) -> u16 {
        code(self.status)
    }
}

pub fn code(status: &str) -> u16 {
    match status {
        "default" => 418,
        range if range.ends_with("XX") => range[..1].parse::<u16>().unwrap() * 100 + 77,
        exact => exact.parse().unwrap(),
    }
}

impl Document {
    pub fn of(provider: Provider) -> Self {
        let document: Value = serde_json::from_str(spec::document_json(provider)).unwrap();
        Self(plain(&document, &document))
    }

    pub fn resolve<'a>(&'a self, mut value: &'a Value) -> &'a Value {
        while let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            value = self.0.pointer(reference.strip_prefix('#').unwrap()).unwrap();
        }
        value
    }

    /// All operations: method (upper case), path template, the operation, and the parameters that apply to it.
    pub fn operations(&self) -> Vec<(String, &str, &Value, Vec<&Value>)> {
        let mut found = Vec::new();
        for (path, item) in self.0["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                if operation.get("operationId").is_none() {
                    continue;
                }
                let shared = item["parameters"].as_array().into_iter().flatten();
                let own = operation["parameters"].as_array().into_iter().flatten();
                let parameters = shared.chain(own).map(|parameter| self.resolve(parameter)).collect();
                found.push((method.to_uppercase(), path.as_str(), operation, parameters));
            }
        }
        found
    }

    /// All JSON bodies with a schema, in requests and responses.
    pub fn bodies(&self) -> Vec<Body<'_>> {
        let mut found = Vec::new();
        for (_, _, operation, _) in self.operations() {
            let id = operation["operationId"].as_str().unwrap();
            let mut add = |direction, status, holder| {
                let media = &self.resolve(holder)["content"]["application/json"];
                let Some(schema) = media.get("schema") else { return };
                let named = media["examples"].as_object().into_iter().flatten();
                let examples = named.map(|(_, example)| &self.resolve(example)["value"]).collect();
                found.push(Body { operation: id, direction, status, schema, examples });
            };
            if let Some(body) = operation.get("requestBody") {
                add(Direction::Request, "request", body);
            }
            for (status, response) in operation["responses"].as_object().unwrap() {
                add(Direction::Response, status.as_str(), response);
            }
        }
        found
    }
}

/// The document with `x-types` and `x-variants` expressed in JSON Schema, so that each alternative is mutated.
fn plain(document: &Value, node: &Value) -> Value {
    match node {
        Value::Object(map) => {
            if let Some(types) = map.get("x-types").and_then(Value::as_array) {
                let types = types.iter().map(|name| json!({ "type": name }));
                return json!({ "anyOf": types.collect::<Vec<_>>() });
            }
            if let Some(variants) = map.get("x-variants").and_then(Value::as_array) {
                let mut base = map.clone();
                base.remove("x-variants");
                let all = variants.iter().map(|variant| plain(document, &merged(document, &base, variant)));
                return json!({ "anyOf": all.collect::<Vec<_>>() });
            }
            map.iter()
                .map(|(key, inner)| {
                    let data = matches!(key.as_str(), "example" | "examples");
                    (key.clone(), if data { inner.clone() } else { plain(document, inner) })
                })
                .collect()
        }
        Value::Array(items) => items.iter().map(|item| plain(document, item)).collect(),
        other => other.clone(),
    }
}

/// A schema combined with a variant: if the variant names properties, all others are removed.
fn merged(document: &Value, base: &Map<String, Value>, variant: &Value) -> Value {
    let over = |base: Option<&Value>, more: &Value| {
        let Some(mut base) = base else { return more.clone() };
        while let Some(reference) = base.get("$ref").and_then(Value::as_str) {
            base = document.pointer(&reference[1..]).unwrap();
        }
        merged(document, base.as_object().unwrap(), more)
    };
    let mut out = base.clone();
    if variant.get("enum").is_some() {
        out.remove("example");
    }
    for (key, more) in variant.as_object().unwrap() {
        let mine = base.get(key);
        let value = match key.as_str() {
            "properties" => {
                let known = |name: &String| mine.and_then(|mine| mine.get(name));
                more.as_object().unwrap().iter().map(|(name, more)| (name.clone(), over(known(name), more))).collect()
            }
            "items" => over(mine, more),
            "required" => {
                let mut all = mine.and_then(Value::as_array).cloned().unwrap_or_default();
                all.extend(more.as_array().unwrap().iter().cloned());
                Value::Array(all)
            }
            _ => more.clone(),
        };
        out.insert(key.clone(), value);
    }
    Value::Object(out)
}
