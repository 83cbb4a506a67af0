//! Legal variations of a valid value: every change that the schema allows.

use serde_json::{Value, json};

use crate::generate::{Generator, segment, with, without};
use crate::mutate::UNKNOWN;

/// A variation.
#[derive(Clone)]
pub struct Variation {
    /// What was changed.
    pub kind: &'static str,
    /// The position of the change.
    pub pointer: String,
    pub value: Value,
    /// The rule of the expected addition; `None` if there must be no finding.
    pub addition: Option<&'static str>,
}

/// All variations of a valid value, one change each.
pub fn variations(generator: &Generator<'_>, schema: &Value, value: &Value) -> Vec<Variation> {
    let mut out = Vec::new();
    Varier { generator, depth: 0 }.all(schema, value, &mut |variation| out.push(variation));
    out
}

struct Varier<'a> {
    generator: &'a Generator<'a>,
    depth: usize,
}

type Sink<'s> = &'s mut dyn FnMut(Variation);

fn plain(kind: &'static str, value: Value) -> Variation {
    Variation { kind, pointer: String::new(), value, addition: None }
}

impl Varier<'_> {
    fn all(&self, schema: &Value, value: &Value, out: Sink<'_>) {
        let schema = self.generator.document.resolve(schema);
        if self.depth > 12 {
            return;
        }
        let deeper = Varier { generator: self.generator, depth: self.depth + 1 };
        if let Some(alternatives) = schema["anyOf"].as_array() {
            for alternative in alternatives {
                let value = self.generator.full(alternative);
                out(plain("alternative", value.clone()));
                deeper.all(alternative, &value, &mut |mut variation| {
                    // Another alternative may define the field, or be open.
                    if variation.kind == "extra field" && alternatives.iter().any(|other| self.is_open(other)) {
                        variation.addition = None;
                    }
                    out(variation);
                });
            }
            return;
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            deeper.all(part, value, out);
        }
        if schema["nullable"] == true && schema["enum"].is_null() {
            out(plain("null", Value::Null));
        }
        if schema["type"].is_null() && schema["enum"].is_null() && schema["allOf"].is_null() {
            for any in [json!(null), json!(true), json!(-1.5), json!("text"), json!([1, "a"]), json!({"a": {"b": 1}})] {
                out(plain("any type", any));
            }
        }
        for constant in schema["enum"].as_array().into_iter().flatten() {
            out(plain("constant", constant.clone()));
        }
        for known in schema["x-extensible-enum"].as_array().into_iter().flatten() {
            out(plain("known value", known.clone()));
        }
        if schema["x-extensible-enum"].is_array() && schema["pattern"].is_null() {
            let value = if schema["type"] == "string" { json!("zz_unseen") } else { json!(987_654) };
            out(Variation { addition: Some("open_set"), ..plain("open value", value) });
        }
        match value {
            Value::Object(_) => deeper.object(schema, value, out),
            Value::Array(_) => deeper.array(schema, value, out),
            Value::String(text) => self.text(schema, text, out),
            Value::Number(_) => self.number(schema, out),
            _ => {}
        }
    }

    /// Whether a field that the document does not name is nevertheless allowed.
    fn is_open(&self, schema: &Value) -> bool {
        let schema = self.generator.document.resolve(schema);
        let object = schema["type"].is_null() || schema["type"] == "object";
        object && (schema["properties"].is_null() || !schema["additionalProperties"].is_null())
    }

    fn object(&self, schema: &Value, value: &Value, out: Sink<'_>) {
        let required = schema["required"].as_array();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            if self.generator.is_foreign(property) {
                continue;
            }
            let place = segment(name);
            let demanded = required.is_some_and(|names| names.contains(&json!(name)));
            let spare = value.as_object().unwrap().len() as u64 > schema["minProperties"].as_u64().unwrap_or(0);
            if value.get(name).is_some() && !demanded && spare {
                out(Variation { pointer: place.clone(), ..plain("left out", without(value, name)) });
            }
            let inner = value.get(name).filter(|inner| !inner.is_null()).cloned();
            let inner = inner.unwrap_or_else(|| self.generator.full(property));
            self.all(property, &inner, &mut |variation| {
                let pointer = format!("{place}{}", variation.pointer);
                let value = with(value, name, variation.value.clone());
                out(Variation { pointer, value, ..variation });
            });
        }
        if schema["additionalProperties"] != false && !schema["additionalProperties"].is_object() {
            let addition = (!self.is_open(schema)).then_some("undocumented_field");
            for extra in [json!(null), json!({"deep": [1]})] {
                let value = with(value, UNKNOWN, extra);
                out(Variation { pointer: segment(UNKNOWN), addition, ..plain("extra field", value) });
            }
        }
    }

    fn array(&self, schema: &Value, value: &Value, out: Sink<'_>) {
        let items = &schema["items"];
        let first = value.get(0).filter(|item| !item.is_null()).cloned();
        let first = first.unwrap_or_else(|| self.generator.full(items));
        self.all(items, &first, &mut |variation| {
            let pointer = format!("/0{}", variation.pointer);
            out(Variation { pointer, value: json!([variation.value.clone()]), ..variation });
        });
        let least = schema["minItems"].as_u64().unwrap_or(0);
        let most = schema["maxItems"].as_u64().unwrap_or(least + 3);
        for count in [least, most] {
            let distinct = schema["uniqueItems"] != true || count < 2;
            if distinct {
                out(plain("item count", (0..count).map(|_| first.clone()).collect()));
            }
        }
    }

    fn text(&self, schema: &Value, text: &str, out: Sink<'_>) {
        let free = schema["enum"].is_null() && schema["pattern"].is_null() && schema["x-extensible-enum"].is_null();
        if free && schema["format"].as_str().is_none_or(|format| format == "password") {
            let least = schema["minLength"].as_u64().unwrap_or(0) as usize;
            let most = schema["maxLength"].as_u64().unwrap_or(300) as usize;
            for length in [least, most] {
                out(plain("length", text.chars().chain("é".chars()).cycle().take(length).collect::<String>().into()));
            }
        }
        if schema["format"] == "date-time" {
            for time in ["2025-03-02T08:14:55Z", "2025-03-02T08:14:55.120934+02:00", "2024-02-29T23:59:59-11:30"] {
                out(plain("form", json!(time)));
            }
        }
    }

    fn number(&self, schema: &Value, out: Sink<'_>) {
        if !schema["enum"].is_null() || !schema["x-extensible-enum"].is_null() {
            return;
        }
        let wide = schema["format"] == "int64";
        let least = schema.get("minimum").cloned().unwrap_or_else(|| json!(if wide { i64::MIN } else { -7 }));
        let most = schema.get("maximum").cloned().unwrap_or_else(|| json!(if wide { i64::MAX } else { 7_000_000 }));
        out(plain("limit", least));
        out(plain("limit", most));
    }
}
