//! The document's schemas as JSON Schema: translated from OpenAPI 3.0, compiled when first needed, and kept.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use base64::Engine as _;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Draft, Registry, ValidationError, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::document::{Node, is_data, target};
use super::finding::{Location, Rule, Severity};
use super::report::{Report, segment, type_of};

/// Whether a schema speaks of what is sent or of what comes back: `readOnly` and `writeOnly` tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Request,
    Response,
}

/// A compiled schema, or why the document's schema cannot be compiled.
pub(super) type Compiled = Arc<Result<Validator, String>>;

/// The name under which the translated document is known to the validator.
const DOCUMENT: &str = "urn:cloudsnap:document";

/// All schemas of one document.
#[derive(Debug)]
pub(super) struct Schemas {
    document: Arc<Value>,
    requests: Side,
    responses: Side,
}

#[derive(Debug, Default)]
struct Side {
    registry: OnceLock<Result<Registry<'static>, String>>,
    compiled: RwLock<HashMap<String, Compiled>>,
}

impl Schemas {
    pub(super) fn new(document: Arc<Value>) -> Self {
        Self { document, requests: Side::default(), responses: Side::default() }
    }

    pub(super) fn document(&self) -> &Value {
        &self.document
    }

    /// The compiled schema at this place of the document.
    pub(super) fn validator(&self, direction: Direction, pointer: &str) -> Compiled {
        let side = match direction {
            Direction::Request => &self.requests,
            Direction::Response => &self.responses,
        };
        if let Some(found) = side.compiled.read().unwrap_or_else(PoisonError::into_inner).get(pointer) {
            return Arc::clone(found);
        }
        // Compiled outside the lock: two threads may both do it, and one result stays.
        let fresh = Arc::new(self.compile(side, direction, pointer));
        let mut compiled = side.compiled.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(compiled.entry(pointer.to_owned()).or_insert(fresh))
    }

    pub(super) fn is_valid(&self, direction: Direction, pointer: &str, value: &Value) -> bool {
        match &*self.validator(direction, pointer) {
            Ok(validator) => validator.is_valid(value),
            Err(_) => false,
        }
    }

    fn compile(&self, side: &Side, direction: Direction, pointer: &str) -> Result<Validator, String> {
        let registry = side.registry.get_or_init(|| {
            let translated = Translate { document: &self.document, direction }.part("", &self.document);
            Registry::new()
                .draft(Draft::Draft4)
                .add(DOCUMENT, translated)
                .and_then(|builder| builder.prepare())
                .map_err(|error| error.to_string())
        });
        let registry = registry.as_ref().map_err(Clone::clone)?;
        jsonschema::options()
            .with_draft(Draft::Draft4)
            .with_registry(registry)
            .should_validate_formats(true)
            .with_format("uuid", is_uuid)
            .with_format("byte", is_base64)
            .build(&json!({ "$ref": format!("{DOCUMENT}#{}", fragment(pointer)) }))
            .map_err(|error| error.to_string())
    }

    /// Holds a value against the schema at this place, and notes every broken rule.
    pub(super) fn check(
        &self,
        direction: Direction,
        schema: &str,
        value: &Value,
        location: Location,
        base: &str,
        report: &mut Report<'_>,
    ) {
        match &*self.validator(direction, schema) {
            Ok(validator) => {
                for error in validator.iter_errors(value) {
                    if report.is_full() {
                        break;
                    }
                    note(&error, location, base, report);
                }
            }
            Err(why) => {
                let told = (why.as_str(), value);
                report.value(Severity::Violation, location, base, Rule::Document, told);
            }
        }
    }
}

/// Letters, digits and what a fragment may hold; braces of path templates must be encoded.
const FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'~').remove(b'-').remove(b'.').remove(b'_');

fn fragment(pointer: &str) -> String {
    utf8_percent_encode(pointer, FRAGMENT).to_string()
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn is_base64(text: &str) -> bool {
    base64::engine::general_purpose::STANDARD.decode(text).is_ok()
}

/// Notes a broken rule of the schema.
fn note(error: &ValidationError<'_>, location: Location, base: &str, report: &mut Report<'_>) {
    let pointer = format!("{base}{}", error.instance_path().as_str());
    let value = error.instance().as_ref();
    let severity = Severity::Violation;
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let place = format!("{pointer}/{}", segment(name));
            report.plain(severity, location, &place, Rule::Required, ("it to be there", "nothing", "nothing"));
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                let place = format!("{pointer}/{}", segment(name));
                let told = ("no other property", &value[name.as_str()]);
                report.value(severity, location, &place, Rule::AdditionalProperties, told);
            }
        }
        kind => {
            let (rule, expected) = describe(kind);
            report.value(severity, location, &pointer, rule, (&expected, value));
        }
    }
}

/// The rule, and what it demands in words. Nothing of the value seen may get into the words.
fn describe(kind: &ValidationErrorKind) -> (Rule, String) {
    use ValidationErrorKind as Kind;
    match kind {
        Kind::Type { kind: TypeKind::Single(one) } => (Rule::Type, one.to_string()),
        Kind::Type { kind: TypeKind::Multiple(several) } => {
            let names: Vec<_> = several.into_iter().map(|one| one.to_string()).collect();
            (Rule::Type, names.join(" or "))
        }
        Kind::Enum { options } => match options.as_array().map(Vec::as_slice) {
            Some([only]) => (Rule::Enum, only.to_string()),
            _ => (Rule::Enum, format!("one of {options}")),
        },
        Kind::Format { format } => (Rule::Format, format!("the format {format}")),
        Kind::Pattern { pattern } => (Rule::Pattern, format!("text that matches {pattern}")),
        Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => {
            (Rule::Pattern, "text that the documented pattern can be tried on".to_owned())
        }
        Kind::MinLength { limit } => (Rule::Length, format!("at least {limit} characters")),
        Kind::MaxLength { limit } => (Rule::Length, format!("at most {limit} characters")),
        Kind::Minimum { limit } => (Rule::Range, format!("at least {limit}")),
        Kind::Maximum { limit } => (Rule::Range, format!("at most {limit}")),
        Kind::ExclusiveMinimum { limit } => (Rule::Range, format!("more than {limit}")),
        Kind::ExclusiveMaximum { limit } => (Rule::Range, format!("less than {limit}")),
        Kind::MultipleOf { multiple_of } => (Rule::MultipleOf, format!("a multiple of {multiple_of}")),
        Kind::MinItems { limit } => (Rule::Items, format!("at least {limit} items")),
        Kind::MaxItems { limit } => (Rule::Items, format!("at most {limit} items")),
        Kind::UniqueItems => (Rule::UniqueItems, "items that all differ".to_owned()),
        Kind::MinProperties { limit } => (Rule::Properties, format!("at least {limit} properties")),
        Kind::MaxProperties { limit } => (Rule::Properties, format!("at most {limit} properties")),
        Kind::AnyOf { context } => (Rule::AnyOf, alternatives("one", context)),
        Kind::OneOfNotValid { context } => (Rule::OneOf, alternatives("exactly one", context)),
        Kind::OneOfMultipleValid { .. } => (Rule::OneOf, "exactly one of the documented forms".to_owned()),
        Kind::Not { schema } if schema == &json!({}) => (Rule::Not, "it to be left out".to_owned()),
        Kind::Not { .. } => (Rule::Not, "another form".to_owned()),
        other => (Rule::Document, format!("the rule {} to be applicable", other.keyword())),
    }
}

/// How many forms there are, and what the nearest of them lacks: the one that fails deepest, then at the fewest places.
fn alternatives(how_many: &str, context: &[Vec<ValidationError<'static>>]) -> String {
    let depth = |error: &ValidationError<'_>| error.instance_path().as_str().matches('/').count();
    let nearest = context
        .iter()
        .filter(|errors| !errors.is_empty())
        .max_by_key(|errors| (errors.iter().map(depth).min(), std::cmp::Reverse(errors.len())))
        .and_then(|errors| errors.first());
    let mut text = format!("{how_many} of {} documented forms", context.len());
    if let Some(error) = nearest {
        let wanted = match error.kind() {
            ValidationErrorKind::Required { property } => format!("property {property}"),
            ValidationErrorKind::AdditionalProperties { .. } => "no other property".to_owned(),
            kind => describe(kind).1,
        };
        text.push_str(&format!("; the nearest needs {wanted}"));
        if !error.instance_path().as_str().is_empty() {
            text.push_str(&format!(" at {}", error.instance_path().as_str().escape_debug()));
        }
    }
    text
}

/// Translates OpenAPI 3.0 schemas into JSON Schema, draft 4, and leaves out all else.
struct Translate<'a> {
    document: &'a Value,
    direction: Direction,
}

impl Translate<'_> {
    /// A part of the document that is no schema, but may hold some. Arrays and objects keep their places, so that
    /// pointers into the document stay true.
    fn part(&self, parent: &str, value: &Value) -> Value {
        match value {
            Value::Object(map) => map
                .iter()
                .filter(|(key, _)| !is_data(parent, key))
                .map(|(key, inner)| {
                    let inner = match (key.as_str(), inner.as_object()) {
                        ("schema", Some(schema)) => self.schema(schema),
                        ("schemas", Some(schemas)) => self.named(schemas),
                        _ => self.part(key, inner),
                    };
                    (key.clone(), inner)
                })
                .collect(),
            Value::Array(items) => items.iter().map(|inner| self.part("", inner)).collect(),
            Value::String(_) => Value::Null,
            other => other.clone(),
        }
    }

    fn named(&self, schemas: &Map<String, Value>) -> Value {
        schemas.iter().map(|(name, schema)| (name.clone(), self.any(schema))).collect()
    }

    fn any(&self, value: &Value) -> Value {
        value.as_object().map_or_else(|| value.clone(), |schema| self.schema(schema))
    }

    fn schema(&self, schema: &Map<String, Value>) -> Value {
        if let Some(pointer) = schema.get("$ref").and_then(Value::as_str).and_then(target) {
            // What stands beside a reference has no meaning in OpenAPI 3.0.
            return json!({ "$ref": format!("#{}", fragment(&pointer)) });
        }
        let mut out = Map::new();
        for (key, value) in schema {
            let value = match key.as_str() {
                "type" if schema.get("nullable") == Some(&Value::Bool(true)) => json!([value, "null"]),
                "x-types" if !schema.contains_key("type") => {
                    out.insert("type".to_owned(), value.clone());
                    continue;
                }
                "x-variants" => {
                    let variants: Value = self.variants(schema, value);
                    // Under its own name too: a pointer into the document stays true.
                    out.insert(key.clone(), variants.clone());
                    out.insert("allOf".to_owned(), json!([{ "anyOf": variants }]));
                    continue;
                }
                "required" => self.required(schema, value),
                "properties" => value.as_object().map_or_else(|| value.clone(), |map| self.named(map)),
                "items" | "not" | "additionalProperties" => self.any(value),
                "allOf" | "anyOf" | "oneOf" => {
                    value.as_array().map_or_else(|| value.clone(), |all| all.iter().map(|one| self.any(one)).collect())
                }
                "type" | "enum" | "format" | "pattern" | "minLength" | "maxLength" | "minimum" | "maximum"
                | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" | "minItems" | "maxItems" | "uniqueItems"
                | "minProperties" | "maxProperties" => value.clone(),
                // Words for people, data, and keywords of JSON Schema that OpenAPI 3.0 does not have.
                _ => continue,
            };
            out.insert(key.clone(), value);
        }
        // An empty list is not allowed in draft 4.
        if out.get("required") == Some(&json!([])) {
            out.remove("required");
        }
        let (least, most) = match schema.get("format").and_then(Value::as_str) {
            Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
            Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
            _ => return Value::Object(out),
        };
        out.entry("minimum").or_insert(least);
        out.entry("maximum").or_insert(most);
        Value::Object(out)
    }

    /// The documented forms of a value, of which one must hold: each is the schema itself, narrowed.
    fn variants(&self, schema: &Map<String, Value>, variants: &Value) -> Value {
        let mut base = schema.clone();
        base.remove("x-variants");
        let all = variants.as_array().into_iter().flatten().filter_map(Value::as_object);
        all.map(|variant| self.schema(&narrowed(self.document, base.clone(), variant))).collect()
    }

    /// Without the properties that the other direction alone demands.
    fn required(&self, schema: &Map<String, Value>, names: &Value) -> Value {
        let Some(names) = names.as_array() else { return names.clone() };
        let other = match self.direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        let demanded = |name: &&Value| {
            let property = schema.get("properties").zip(name.as_str()).and_then(|(map, name)| map.get(name));
            let node = property.map(|value| Node { value, pointer: String::new() });
            let resolved = node.and_then(|node| node.resolved(self.document).ok());
            resolved.and_then(|node| node.flag(other)) != Some(true)
        };
        names.iter().filter(demanded).cloned().collect()
    }
}

/// The schema with what the variant says besides. Of the properties that the schema knows, a variant that names any allows
/// those alone.
fn narrowed(document: &Value, mut base: Map<String, Value>, variant: &Map<String, Value>) -> Map<String, Value> {
    for (key, more) in variant {
        match (key.as_str(), base.get_mut(key)) {
            ("properties", Some(Value::Object(known))) => {
                let Some(named) = more.as_object() else { continue };
                for (name, property) in &mut *known {
                    let inner = named.get(name).cloned().unwrap_or_else(|| json!({ "not": {} }));
                    let alone = inner.get("not").is_some();
                    *property = if alone { inner } else { one_narrowed(document, property, &inner) };
                }
            }
            ("required", Some(Value::Array(known))) => {
                known.extend(
                    more.as_array()
                        .into_iter()
                        .flatten()
                        .filter(|name| !known.contains(name))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
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

/// The value that a text of a URL or a header means under this schema: a number, true or false, or the text itself,
/// whichever the schema allows. Where it allows none, the one that has the declared type, so that the finding tells
/// what is wrong with it.
pub(super) fn coerce(schemas: &Schemas, schema: &str, text: &str) -> Value {
    // JSON allows blanks around a value; a URL that has them says something else.
    let parsed = Some(text).filter(|text| !text.contains(|c: char| c.is_ascii_whitespace()));
    let parsed = parsed.and_then(|text| serde_json::from_str::<Value>(text).ok());
    let parsed = parsed.filter(|value| value.is_number() || value.is_boolean());
    let candidates = [parsed, Some(Value::String(text.to_owned()))];
    let mut candidates = candidates.into_iter().flatten();
    if let Some(valid) = candidates.clone().find(|value| schemas.is_valid(Direction::Request, schema, value)) {
        return valid;
    }
    let declared = Node::at(schemas.document(), schema).and_then(|node| node.text("type")).unwrap_or("string");
    let fits = |value: &Value| match type_of(value) {
        "integer" => matches!(declared, "integer" | "number"),
        kind => kind == declared,
    };
    candidates.find(fits).unwrap_or_else(|| Value::String(text.to_owned()))
}
