//! Mutants: a valid value broken in each way that its schema forbids.

use serde_json::{Value, json};

use crate::document::Direction;
use crate::generate::{Generator, segment, with, without};

/// A broken value.
#[derive(Clone)]
pub struct Mutant {
    /// The rule it violates.
    pub rule: &'static str,
    /// The expected position of the finding.
    pub pointer: String,
    pub value: Value,
}

/// A name that occurs in no document.
pub const UNKNOWN: &str = "zz_undocumented";

/// All mutants of a valid value with a single error.
pub fn mutants(generator: &Generator<'_>, schema: &Value, value: &Value) -> Vec<Mutant> {
    let mut out = Vec::new();
    Mutator { generator, depth: 0 }.all(schema, value, &mut |rule, pointer, value| {
        out.push(Mutant { rule, pointer, value });
    });
    out
}

struct Mutator<'a> {
    generator: &'a Generator<'a>,
    depth: usize,
}

type Sink<'s> = &'s mut dyn FnMut(&'static str, String, Value);

impl Mutator<'_> {
    fn all(&self, schema: &Value, value: &Value, out: Sink<'_>) {
        let schema = self.generator.document.resolve(schema);
        if self.depth > 12 {
            return;
        }
        let deeper = Mutator { generator: self.generator, depth: self.depth + 1 };
        if let Some(alternatives) = schema["anyOf"].as_array() {
            deeper.alternatives(alternatives, out);
            return;
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            deeper.all(part, value, out);
        }
        self.types(schema, out);
        self.constants(schema, out);
        match value {
            Value::Object(_) => deeper.object(schema, value, out),
            Value::Array(_) => deeper.array(schema, value, out),
            Value::String(text) => self.text(schema, text, out),
            Value::Number(_) => self.number(schema, out),
            _ => {}
        }
    }

    /// Mutants of each alternative that no other alternative accepts. The finding is at the position of the anyOf.
    fn alternatives(&self, alternatives: &[Value], out: Sink<'_>) {
        let mut keep = |rule, value: Value| {
            if !alternatives.iter().any(|other| self.generator.may_fit(other, &value)) {
                out(rule, String::new(), value);
                return;
            }
            // If only a limit is violated, the alternative itself may appear to match: then the others decide.
            if matches!(rule, "length" | "range" | "pattern" | "format" | "items" | "properties")
                && alternatives.iter().filter(|other| self.generator.may_fit(other, &value)).count() == 1
            {
                out(rule, String::new(), value);
            }
        };
        for alternative in alternatives {
            let value = self.generator.full(alternative);
            self.all(alternative, &value, &mut |rule, _, value| keep(rule, value));
        }
    }

    fn types(&self, schema: &Value, out: Sink<'_>) {
        let Some(kind) = schema["type"].as_str() else { return };
        let samples = [
            ("string", json!("text")),
            ("number", json!(1.5)),
            ("integer", json!(7)),
            ("boolean", json!(true)),
            ("array", json!([])),
            ("object", json!({})),
        ];
        for (name, sample) in samples {
            if name != kind && !(kind == "number" && name == "integer") {
                out("type", String::new(), sample);
            }
        }
        if schema["nullable"] != true {
            out("null", String::new(), Value::Null);
        }
    }

    fn constants(&self, schema: &Value, out: Sink<'_>) {
        if schema["enum"].is_array() {
            let wrong = if schema["type"] == "string" { json!("zz_no_such_constant") } else { json!(-987_654) };
            out("enum", String::new(), wrong);
        }
    }

    fn object(&self, schema: &Value, value: &Value, out: Sink<'_>) {
        let required = schema["required"].as_array();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let place = segment(name);
            if self.generator.is_foreign(property) {
                let rule = if self.generator.direction == Direction::Request { "read_only" } else { "write_only" };
                out(rule, place, with(value, name, self.generator.full(property)));
                continue;
            }
            if value.get(name).is_some() && required.is_some_and(|names| names.contains(&json!(name))) {
                out("required", place.clone(), without(value, name));
            }
            let inner = value.get(name).filter(|inner| !inner.is_null()).cloned();
            let inner = inner.unwrap_or_else(|| self.generator.full(property));
            self.all(property, &inner, &mut |rule, pointer, inner| {
                out(rule, format!("{place}{pointer}"), with(value, name, inner));
            });
        }
        match &schema["additionalProperties"] {
            Value::Bool(false) => out("additional", segment(UNKNOWN), with(value, UNKNOWN, json!(1))),
            other @ Value::Object(_) => {
                let inner = self.generator.full(other);
                self.all(other, &inner, &mut |rule, pointer, inner| {
                    out(rule, format!("/{UNKNOWN}{pointer}"), with(value, UNKNOWN, inner));
                });
            }
            _ => {}
        }
        if schema["minProperties"].as_u64().is_some_and(|least| least > 0) {
            out("properties", String::new(), json!({}));
        }
    }

    fn array(&self, schema: &Value, value: &Value, out: Sink<'_>) {
        let items = &schema["items"];
        let first = value.get(0).filter(|item| !item.is_null()).cloned();
        let first = first.unwrap_or_else(|| self.generator.full(items));
        self.all(items, &first, &mut |rule, pointer, item| {
            let mut all = value.as_array().unwrap().clone();
            all.truncate(1);
            all.insert(0, item);
            out(rule, format!("/0{pointer}"), Value::Array(all));
        });
        if let Some(least) = schema["minItems"].as_u64().filter(|least| *least > 0) {
            out("items", String::new(), (1..least).map(|_| first.clone()).collect());
        }
        if let Some(most) = schema["maxItems"].as_u64() {
            out("items", String::new(), (0..=most).map(|_| first.clone()).collect());
        }
        if schema["uniqueItems"] == true {
            out("items", String::new(), json!([first, first]));
        }
    }

    fn text(&self, schema: &Value, text: &str, out: Sink<'_>) {
        if let Some(least) = schema["minLength"].as_u64().filter(|least| *least > 0) {
            out("length", String::new(), text.chars().cycle().take(least as usize - 1).collect::<String>().into());
        }
        if let Some(most) = schema["maxLength"].as_u64() {
            out("length", String::new(), text.chars().cycle().take(most as usize + 1).collect::<String>().into());
        }
        if schema.get("pattern").is_some() {
            for wrong in ["x y!", "", "../..", "7\u{e9}"] {
                out("pattern", String::new(), json!(wrong));
            }
        }
        let wrong: &[&str] = match schema["format"].as_str() {
            Some("date-time") => {
                &["yesterday", "2025-03-02 08:14:55", "2025-03-02T08:14:55", "2025-02-30T08:14:55Z", "2025-03-02", ""]
            }
            Some("date") => &["2025-13-01", "2025-03-02T08:14:55Z", ""],
            Some("uuid") => &["18efeec8", "18efeec8-94f0-4776-8ff2-5e9b49c7460g", ""],
            Some("uri") => &["no uri", "/relative", ""],
            Some("ipv4") => &["256.1.1.1", "::1", ""],
            Some("email") => &["nobody", ""],
            _ => &[],
        };
        for text in wrong {
            out("format", String::new(), json!(text));
        }
    }

    fn number(&self, schema: &Value, out: Sink<'_>) {
        let shifted = |limit: &Value, by: i64| {
            limit.as_i64().map_or(json!(limit.as_f64().unwrap() + by as f64), |it| json!(it + by))
        };
        if let Some(least) = schema.get("minimum") {
            out("range", String::new(), shifted(least, if schema["exclusiveMinimum"] == true { 0 } else { -1 }));
        }
        if let Some(most) = schema.get("maximum") {
            out("range", String::new(), shifted(most, if schema["exclusiveMaximum"] == true { 0 } else { 1 }));
        }
        match schema["format"].as_str() {
            Some("int32") => out("range", String::new(), json!(1_i64 << 31)),
            Some("int64") => out("range", String::new(), json!(1_u64 << 63)),
            _ => {}
        }
    }
}
