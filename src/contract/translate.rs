//! Translates OpenAPI 3.0 schemas into JSON Schema, draft 4, and notes what in them cannot be applied.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use super::cycle;
use super::document::{Node, is_data, target};
use super::report::segment;
use super::schema::{Direction, fragment};
use super::variants;

/// Faults of the document: what is wrong, by place.
pub(super) type Faults = BTreeMap<String, String>;

/// Keywords of JSON Schema that OpenAPI 3.0 does not have. Left out without a word they would look obeyed.
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

/// The types that a value may have.
const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

/// Translates a document. Arrays and objects keep their places, so that pointers into the document stay true; what is no
/// schema is left out.
pub(super) struct Translate<'a> {
    document: &'a Value,
    direction: Direction,
    /// The places of references that lead back to themselves without going into the value.
    circular: BTreeSet<String>,
    faults: RefCell<Faults>,
}

/// Names that the other direction alone may demand, as the parts of an `allOf` tell them to each other.
type Hidden = BTreeSet<String>;

impl<'a> Translate<'a> {
    pub(super) fn new(document: &'a Value, direction: Direction) -> Self {
        Self { document, direction, circular: cycle::circular(document), faults: RefCell::default() }
    }

    /// The translated document, and what is wrong with it.
    pub(super) fn document(self) -> (Value, Faults) {
        let translated = self.part("", self.document, "");
        for place in &self.circular {
            self.fault(place, "the reference leads back to itself; describe the value it stands for");
        }
        (translated, self.faults.into_inner())
    }

    fn fault(&self, place: &str, why: impl Into<String>) {
        self.faults.borrow_mut().entry(place.to_owned()).or_insert_with(|| why.into());
    }

    /// A part of the document that is no schema, but may hold some.
    fn part(&self, parent: &str, value: &Value, place: &str) -> Value {
        match value {
            Value::Object(map) => map
                .iter()
                .filter(|(key, _)| !is_data(parent, key))
                .map(|(key, inner)| {
                    let place = format!("{place}/{}", segment(key));
                    let inner = match (key.as_str(), inner.as_object()) {
                        ("schema", Some(schema)) => self.schema(schema, &place, &Hidden::new()),
                        ("schemas", Some(schemas)) => self.named(schemas, &place),
                        _ => self.part(key, inner, &place),
                    };
                    (key.clone(), inner)
                })
                .collect(),
            Value::Array(items) => {
                let place = |index| format!("{place}/{index}");
                items.iter().enumerate().map(|(index, inner)| self.part("", inner, &place(index))).collect()
            }
            Value::String(_) => Value::Null,
            other => other.clone(),
        }
    }

    fn named(&self, schemas: &Map<String, Value>, place: &str) -> Value {
        let one = |(name, schema): (&String, &Value)| {
            (name.clone(), self.any(schema, &format!("{place}/{}", segment(name)), &Hidden::new()))
        };
        schemas.iter().map(one).collect()
    }

    /// A place where a schema must be.
    fn any(&self, value: &Value, place: &str, hidden: &Hidden) -> Value {
        match value.as_object() {
            Some(schema) => self.schema(schema, place, hidden),
            None => {
                self.fault(place, "a schema is expected here: an object");
                json!({})
            }
        }
    }

    fn schema(&self, schema: &Map<String, Value>, place: &str, hidden: &Hidden) -> Value {
        match schema.get("$ref").map(|reference| reference.as_str().and_then(target)) {
            // What stands beside a reference has no meaning in OpenAPI 3.0.
            Some(Some(pointer)) => return self.reference(&pointer, hidden),
            Some(None) => {
                self.fault(
                    &format!("{place}/$ref"),
                    "a reference is expected: a text such as \"#/components/schemas/X\"",
                );
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

    /// The forms of the value, one of which must hold. Under their own name, too: a pointer into the document stays true.
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

    /// A reference; or the schema itself where its neighbours in an `allOf` change what it demands.
    fn reference(&self, pointer: &str, hidden: &Hidden) -> Value {
        let target = Node::at(self.document, pointer).and_then(|node| node.resolved(self.document).ok());
        match target.as_ref().and_then(|node| Some((node.value.as_object()?, &node.pointer))) {
            Some((schema, place)) if cycle::demands(self.document, place, hidden) => self.schema(schema, place, hidden),
            _ => json!({ "$ref": format!("#{}", fragment(pointer)) }),
        }
    }

    /// The names that are hidden in this schema: those from around it, and what the parts of its `allOf` mark.
    fn hidden(&self, schema: &Map<String, Value>, around: &Hidden) -> Hidden {
        let mut hidden = around.clone();
        let flag = match self.direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        cycle::marked(self.document, schema, flag, &mut hidden);
        hidden
    }

    /// What becomes of a keyword: nothing, its translation, or why it cannot be applied.
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
                None => Err("an object of schemas is expected".to_owned()),
            },
            "items" | "not" if value.is_object() => Ok(Some(self.branch(key, value, place, false))),
            "items" | "not" => Err("one schema is expected: an object".to_owned()),
            "additionalProperties" if value.is_boolean() => same(),
            "additionalProperties" if value.is_object() => Ok(Some(self.any(value, place, &Hidden::new()))),
            "additionalProperties" => Err("true, false or a schema is expected".to_owned()),
            "allOf" | "anyOf" | "oneOf" => match value.as_array().map(Vec::as_slice) {
                None | Some([]) => Err("an array of schemas is expected, with at least one".to_owned()),
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
            "enum" if value.as_array().is_none_or(Vec::is_empty) => {
                Err("an array with at least one value is expected".to_owned())
            }
            "format" if !value.is_string() => Err("a text is expected".to_owned()),
            "pattern" => pattern(value).map(|()| Some(value.clone())),
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties"
                if value.as_u64().is_none() =>
            {
                Err("a whole number from 0 to 18446744073709551615 is expected; leave it out where there is no limit"
                    .to_owned())
            }
            "minimum" | "maximum" if !value.is_number() => Err("a number is expected".to_owned()),
            "multipleOf" if value.as_f64().is_none_or(|number| number <= 0.0) => {
                Err("a number above 0 is expected".to_owned())
            }
            // Both spellings are obeyed: `exclusive` reads the numbers of later versions.
            "exclusiveMinimum" | "exclusiveMaximum" if value.is_number() => Ok(None),
            "exclusiveMinimum" | "exclusiveMaximum" if !value.is_boolean() => {
                Err("true or false is expected".to_owned())
            }
            "exclusiveMinimum" if *value == json!(true) && !schema.contains_key("minimum") => {
                Err("it says nothing without `minimum` beside it".to_owned())
            }
            "exclusiveMaximum" if *value == json!(true) && !schema.contains_key("maximum") => {
                Err("it says nothing without `maximum` beside it".to_owned())
            }
            "uniqueItems" | "nullable" | "readOnly" | "writeOnly" if !value.is_boolean() => {
                Err("true or false is expected".to_owned())
            }
            "enum" | "format" | "minLength" | "maxLength" | "minimum" | "maximum" | "exclusiveMinimum"
            | "exclusiveMaximum" | "multipleOf" | "minItems" | "maxItems" | "uniqueItems" | "minProperties"
            | "maxProperties" => same(),
            foreign if FOREIGN.contains(&foreign) => {
                Err("OpenAPI 3.0 has no such keyword, so it is not obeyed; say it with its own keywords".to_owned())
            }
            // Types are read together; all else is words for people, and data.
            _ => Ok(None),
        }
    }

    /// A part that stands for itself. One that leads back to where it stands decides nothing.
    fn branch(&self, key: &str, value: &Value, place: &str, alone: bool) -> Value {
        match key {
            _ if !self.circular.contains(place) => self.any(value, place, &Hidden::new()),
            "not" | "anyOf" | "oneOf" if !alone => json!({ "not": {} }),
            _ => json!({}),
        }
    }

    /// The types that the value may have: `type`, or `x-types` for several, and null where that is allowed.
    fn types(&self, schema: &Map<String, Value>, place: &str, out: &mut Map<String, Value>) {
        let known = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
        let mut types = match (schema.get("type"), schema.get("x-types").map(Value::as_array)) {
            (None, None) => return,
            (Some(one), None) if known(one) => vec![one.clone()],
            (Some(_), None) => {
                let why = format!("one of {} is expected; `x-types` takes several", TYPES.join(", "));
                return self.fault(&format!("{place}/type"), why);
            }
            (None, Some(Some(several))) if !several.is_empty() && several.iter().all(known) => several.clone(),
            (None, Some(_)) => {
                let why = format!("an array of types is expected, each one of {}", TYPES.join(", "));
                return self.fault(&format!("{place}/x-types"), why);
            }
            (Some(_), Some(_)) => {
                return self.fault(&format!("{place}/x-types"), "it stands in place of `type`, not beside it");
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

/// Numbers under `exclusiveMinimum` and its like, as later versions write them: a bound of their own beside any other.
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

/// Without the properties that the other direction alone demands.
fn required(names: &Value, hidden: &Hidden) -> Result<Option<Value>, String> {
    let wrong = || "an array of names is expected, beside `properties`".to_owned();
    let names = names.as_array().ok_or_else(wrong)?;
    let mut demanded = Vec::new();
    for name in names {
        let text = name.as_str().ok_or_else(wrong)?;
        if !hidden.contains(text) && !demanded.contains(name) {
            demanded.push(name.clone());
        }
    }
    // An empty list is not allowed in draft 4.
    Ok((!demanded.is_empty()).then_some(Value::Array(demanded)))
}

fn pattern(value: &Value) -> Result<(), String> {
    let Some(text) = value.as_str() else { return Err("a text is expected".to_owned()) };
    let tried = jsonschema::options().with_draft(Draft::Draft4).build(&json!({ "pattern": text }));
    tried
        .map(drop)
        .map_err(|_| "it is no regular expression that can be applied, or too large a one: simplify it".to_owned())
}
