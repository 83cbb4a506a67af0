//! Translates OpenAPI 3.0 schemas into JSON Schema draft 4, and records what cannot be applied.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use super::cycle;
use super::document::{Direction, Node, fragment, is_data, target};
use super::report::segment;
use super::variants;

/// Errors in the document, by position.
pub(super) type Faults = BTreeMap<String, String>;

/// Keywords of JSON Schema that OpenAPI 3.0 lacks. If they were silently ignored, they would appear to be enforced.
const FOREIGN: [&str; 16] = [
    "const",
    "patternProperties",
    "propertyNames",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "prefixItems",
    "additionalItems",
    "unevaluatedProperties",
    "unevaluatedItems",
];

/// The types a value may have.
const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

/// Translates a document. Arrays and objects keep their positions, so that pointers into the document remain valid;
/// anything without a schema is omitted.
pub(super) struct Translate<'a> {
    document: &'a Value,
    direction: Direction,
    /// Whether anything in the document depends on the direction.
    directed: bool,
    /// The positions of references that lead back to themselves without descending into the value.
    circular: BTreeSet<String>,
    faults: RefCell<Faults>,
}

/// Names that only the other direction may require, passed down to the parts of an `allOf`.
type Hidden = BTreeSet<String>;

impl<'a> Translate<'a> {
    pub(super) fn new(document: &'a Value, direction: Direction, directed: bool) -> Self {
        Self { document, direction, directed, circular: cycle::circular(document), faults: RefCell::default() }
    }

    /// The translated document, and the errors found in it.
    pub(super) fn document(self) -> (Value, Faults) {
        let translated = self.part("", self.document, "").unwrap_or_default();
        for place in &self.circular {
            self.fault(place, "the reference refers back to itself: replace it with a schema");
        }
        (translated, self.faults.into_inner())
    }

    fn fault(&self, place: &str, why: impl Into<String>) {
        self.faults.borrow_mut().entry(place.to_owned()).or_insert_with(|| why.into());
    }

    /// A part of the document that is not a schema; `None` if it does not contain any.
    fn part(&self, parent: &str, value: &Value, place: &str) -> Option<Value> {
        match value {
            Value::Object(map) => {
                let inner = map.iter().filter(|(key, _)| !is_data(parent, key)).filter_map(|(key, inner)| {
                    let place = format!("{place}/{}", segment(key));
                    let inner = match (key.as_str(), inner.as_object()) {
                        ("schema", Some(schema)) => self.schema(schema, &place, &Hidden::new()),
                        ("schemas", Some(schemas)) => self.named(schemas, &place),
                        _ => self.part(key, inner, &place)?,
                    };
                    Some((key.clone(), inner))
                });
                let inner: Map<_, _> = inner.collect();
                (!inner.is_empty()).then_some(Value::Object(inner))
            }
            Value::Array(items) => {
                let inner = |(index, inner)| self.part("", inner, &format!("{place}/{index}")).unwrap_or_default();
                let inner: Vec<_> = items.iter().enumerate().map(inner).collect();
                inner.iter().any(|inner| !inner.is_null()).then_some(Value::Array(inner))
            }
            _ => None,
        }
    }

    fn named(&self, schemas: &Map<String, Value>, place: &str) -> Value {
        let one = |(name, schema): (&String, &Value)| {
            (name.clone(), self.any(schema, &format!("{place}/{}", segment(name)), &Hidden::new()))
        };
        schemas.iter().map(one).collect()
    }

    /// A position that must contain a schema.
    fn any(&self, value: &Value, place: &str, hidden: &Hidden) -> Value {
        match value.as_object() {
            Some(schema) => self.schema(schema, place, hidden),
            None => {
                self.fault(place, "expected a schema (an object)");
                json!({})
            }
        }
    }

    fn schema(&self, schema: &Map<String, Value>, place: &str, hidden: &Hidden) -> Value {
        match schema.get("$ref").map(|reference| reference.as_str().and_then(target)) {
            // In OpenAPI 3.0, keywords next to a reference have no meaning.
            Some(Some(pointer)) => return self.reference(&pointer, hidden),
            Some(None) => {
                self.fault(&format!("{place}/$ref"), "expected a reference such as \"#/components/schemas/X\"");
                return json!({});
            }
            None => {}
        }
        let hidden = &self.hidden(schema, hidden);
        let mut out = Map::new();
        for (key, value) in schema {
            let here = format!("{place}/{}", segment(key));
            match self.keyword(key, value, schema, &here, hidden) {
                Ok(Some(value)) => drop(out.insert(key.clone(), value)),
                Ok(None) => {}
                Err(why) => self.fault(&here, why),
            }
        }
        self.types(schema, place, &mut out);
        self.variants(schema, place, &mut out);
        exclusive(schema, &mut out);
        let (least, most) = match schema.get("format").and_then(Value::as_str) {
            Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
            Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
            _ => return Value::Object(out),
        };
        out.entry("minimum").or_insert(least);
        out.entry("maximum").or_insert(most);
        Value::Object(out)
    }

    /// The forms of the value, one of which must match. They also stay under their own name, so that pointers into the
    /// document remain valid.
    fn variants(&self, schema: &Map<String, Value>, place: &str, out: &mut Map<String, Value>) {
        let forms = variants::of(self.document, schema);
        let one = |(index, form)| self.schema(form, &format!("{place}/x-variants/{index}"), &Hidden::new());
        let forms: Vec<_> = forms.iter().enumerate().map(one).collect();
        if forms.is_empty() {
            return;
        }
        out.insert("x-variants".to_owned(), forms.clone().into());
        let all = out.entry("allOf").or_insert_with(|| json!([]));
        if let Some(all) = all.as_array_mut() {
            all.push(json!({ "anyOf": forms }));
        }
    }

    /// A reference, or the schema itself if other parts of an `allOf` change what it requires.
    fn reference(&self, pointer: &str, hidden: &Hidden) -> Value {
        let target = Node::at(self.document, pointer).filter(|_| !hidden.is_empty());
        let target = target.and_then(|node| node.resolved(self.document).ok());
        match target.as_ref().and_then(|node| Some((node.value.as_object()?, &node.pointer))) {
            Some((schema, place)) if cycle::demands(self.document, place, hidden) => self.schema(schema, place, hidden),
            _ => json!({ "$ref": format!("#{}", fragment(pointer)) }),
        }
    }

    /// The names hidden in this schema: those from its context, and those marked by the parts of its `allOf`.
    fn hidden(&self, schema: &Map<String, Value>, around: &Hidden) -> Hidden {
        let mut hidden = around.clone();
        if self.directed {
            let flag = match self.direction {
                Direction::Request => "readOnly",
                Direction::Response => "writeOnly",
            };
            cycle::marked(self.document, schema, flag, &mut hidden);
        }
        hidden
    }

    /// The result for a keyword: nothing, its translation, or why it cannot be applied.
    fn keyword(
        &self,
        key: &str,
        value: &Value,
        schema: &Map<String, Value>,
        place: &str,
        hidden: &Hidden,
    ) -> Result<Option<Value>, String> {
        let same = || Ok(Some(value.clone()));
        match key {
            "required" => required(value, hidden),
            "properties" => match value.as_object() {
                Some(map) => Ok(Some(self.named(map, place))),
                None => Err("expected an object of schemas".to_owned()),
            },
            "items" | "not" if value.is_object() => Ok(Some(self.branch(key, value, place, false))),
            "items" | "not" => Err("expected one schema (an object)".to_owned()),
            "additionalProperties" if value.is_boolean() => same(),
            "additionalProperties" if value.is_object() => Ok(Some(self.any(value, place, &Hidden::new()))),
            "additionalProperties" => Err("expected true, false or a schema".to_owned()),
            "allOf" | "anyOf" | "oneOf" => match value.as_array().map(Vec::as_slice) {
                None | Some([]) => Err("expected a non-empty array of schemas".to_owned()),
                Some(all) => {
                    let place = |index| format!("{place}/{index}");
                    let alone = (0..all.len()).all(|index| self.circular.contains(&place(index)));
                    let each = all.iter().enumerate().map(|(index, one)| match key {
                        "allOf" if !self.circular.contains(&place(index)) => self.any(one, &place(index), hidden),
                        _ => self.branch(key, one, &place(index), alone),
                    });
                    Ok(Some(each.collect()))
                }
            },
            "enum" if value.as_array().is_none_or(Vec::is_empty) => Err("expected a non-empty array".to_owned()),
            "format" if !value.is_string() => Err("expected a string".to_owned()),
            "pattern" => pattern(value).map(|()| Some(value.clone())),
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties"
                if value.as_u64().is_none() =>
            {
                Err("expected an integer from 0 to 18446744073709551615; omit it if there is no limit".to_owned())
            }
            "minimum" | "maximum" if !value.is_number() => Err("expected a number".to_owned()),
            "multipleOf" if value.as_f64().is_none_or(|number| number <= 0.0) => {
                Err("expected a positive number".to_owned())
            }
            // Both notations are supported: `exclusive` handles the numbers of later versions.
            "exclusiveMinimum" | "exclusiveMaximum" if value.is_number() => Ok(None),
            "exclusiveMinimum" | "exclusiveMaximum" if !value.is_boolean() => Err("expected true or false".to_owned()),
            "exclusiveMinimum" if *value == json!(true) && !schema.contains_key("minimum") => {
                Err("has no effect without `minimum`".to_owned())
            }
            "exclusiveMaximum" if *value == json!(true) && !schema.contains_key("maximum") => {
                Err("has no effect without `maximum`".to_owned())
            }
            "uniqueItems" | "nullable" | "readOnly" | "writeOnly" if !value.is_boolean() => {
                Err("expected true or false".to_owned())
            }
            "enum" | "format" | "minLength" | "maxLength" | "minimum" | "maximum" | "exclusiveMinimum"
            | "exclusiveMaximum" | "multipleOf" | "minItems" | "maxItems" | "uniqueItems" | "minProperties"
            | "maxProperties" => same(),
            foreign if FOREIGN.contains(&foreign) => {
                Err("OpenAPI 3.0 does not support this keyword: use a supported one".to_owned())
            }
            // Types are handled together; everything else is documentation or data.
            _ => Ok(None),
        }
    }

    /// A subschema. If it leads back to its own position, it has no effect.
    fn branch(&self, key: &str, value: &Value, place: &str, alone: bool) -> Value {
        match key {
            _ if !self.circular.contains(place) => self.any(value, place, &Hidden::new()),
            "not" | "anyOf" | "oneOf" if !alone => json!({ "not": {} }),
            _ => json!({}),
        }
    }

    /// The types the value may have: `type`, or `x-types` for several, plus null if allowed.
    fn types(&self, schema: &Map<String, Value>, place: &str, out: &mut Map<String, Value>) {
        let known = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
        let mut types = match (schema.get("type"), schema.get("x-types").map(Value::as_array)) {
            (None, None) => return,
            (Some(one), None) if known(one) => vec![one.clone()],
            (Some(_), None) => {
                let why = format!("expected one of {}; for several types, use `x-types`", TYPES.join(", "));
                return self.fault(&format!("{place}/type"), why);
            }
            (None, Some(Some(several))) if !several.is_empty() && several.iter().all(known) => several.clone(),
            (None, Some(_)) => {
                let why = format!("expected an array of types, each one of {}", TYPES.join(", "));
                return self.fault(&format!("{place}/x-types"), why);
            }
            (Some(_), Some(_)) => {
                return self.fault(&format!("{place}/x-types"), "replaces `type` and cannot be combined with it");
            }
        };
        let mut seen = BTreeSet::new();
        types.retain(|name| seen.insert(name.to_string()));
        if schema.get("nullable") == Some(&Value::Bool(true)) {
            types.push(json!("null"));
        }
        let types = if types.len() == 1 { types.swap_remove(0) } else { Value::Array(types) };
        out.insert("type".to_owned(), types);
    }
}

/// Numbers in `exclusiveMinimum` and `exclusiveMaximum`, as in later versions: separate bounds in addition to any
/// others.
fn exclusive(schema: &Map<String, Value>, out: &mut Map<String, Value>) {
    for (key, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        let Some(number) = schema.get(key).filter(|value| value.is_number()) else { continue };
        let rule = json!({ bound: number, key: true });
        match out.entry("allOf").or_insert_with(|| json!([])).as_array_mut() {
            Some(all) => all.push(rule),
            None => continue,
        }
    }
}

/// Without the properties that only the other direction requires.
fn required(names: &Value, hidden: &Hidden) -> Result<Option<Value>, String> {
    let wrong = || "expected an array of names, with `properties`".to_owned();
    let names = names.as_array().ok_or_else(wrong)?;
    let mut demanded = Vec::new();
    for name in names {
        let text = name.as_str().ok_or_else(wrong)?;
        if !hidden.contains(text) && !demanded.contains(name) {
            demanded.push(name.clone());
        }
    }
    // Draft 4 does not allow an empty list.
    Ok((!demanded.is_empty()).then_some(Value::Array(demanded)))
}

fn pattern(value: &Value) -> Result<(), String> {
    let Some(text) = value.as_str() else { return Err("expected a string".to_owned()) };
    let tried = jsonschema::options().with_draft(Draft::Draft4).build(&json!({ "pattern": text }));
    tried.map(drop).map_err(|_| "invalid or too large regular expression: simplify it".to_owned())
}
