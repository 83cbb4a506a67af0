//! The document's schemas, compiled on first use and cached.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use base64::Engine as _;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{Draft, Registry, ValidationError, Validator};
use serde_json::{Value, json};

use super::cycle;
use super::document::{Direction, Node, fragment, target};
use super::finding::{Location, Rule, Severity};
use super::outline::{Outline, Outlines};
use super::report::{Report, segment, type_of};
use super::translate::{Faults, Translate};

/// A compiled schema.
#[derive(Debug)]
pub(super) struct Compiled {
    /// Or why the document's schema cannot be compiled.
    validator: Result<Validator, String>,
    /// What was omitted from it because of errors in the document.
    faults: Faults,
}

/// The name of the translated document for the validator.
const DOCUMENT: &str = "urn:cloudsnap:document";

/// All schemas of one document.
#[derive(Debug)]
pub(super) struct Schemas {
    document: Value,
    /// `None` if nothing in the document depends on the direction: requests are then validated like responses.
    requests: Option<Side>,
    responses: Side,
    outlines: Outlines,
}

#[derive(Debug, Default)]
struct Side {
    registry: OnceLock<Translated>,
    compiled: RwLock<HashMap<String, Arc<Compiled>>>,
}

/// The whole document, translated once.
#[derive(Debug)]
struct Translated {
    registry: Result<Registry<'static>, String>,
    faults: Faults,
}

/// Whether the document says `readOnly` or `writeOnly` anywhere.
fn depends_on_direction(value: &Value) -> bool {
    match value {
        Value::Object(map) => map
            .iter()
            .any(|(key, inner)| matches!(key.as_str(), "readOnly" | "writeOnly") || depends_on_direction(inner)),
        Value::Array(items) => items.iter().any(depends_on_direction),
        _ => false,
    }
}

impl Schemas {
    /// The document, at least as far as rules need it.
    pub(super) fn document(&self) -> &Value {
        &self.document
    }

    pub(super) fn new(document: Value) -> Self {
        let requests = depends_on_direction(&document).then(Side::default);
        Self { document, requests, responses: Side::default(), outlines: Outlines::default() }
    }

    /// What there is to walk at this position in the document.
    pub(super) fn outline(&self, pointer: &str) -> Option<Arc<Outline>> {
        self.outlines.at(&self.document, pointer)
    }

    /// The compiled schema at this position in the document.
    pub(super) fn validator(&self, direction: Direction, pointer: &str) -> Arc<Compiled> {
        let side = match (direction, &self.requests) {
            (Direction::Request, Some(requests)) => requests,
            _ => &self.responses,
        };
        if let Some(found) = side.compiled.read().unwrap_or_else(PoisonError::into_inner).get(pointer) {
            return Arc::clone(found);
        }
        // Compiled without holding the lock: two threads may both do it, and one result is kept.
        let fresh = Arc::new(self.compile(side, direction, pointer));
        let mut compiled = side.compiled.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(compiled.entry(pointer.to_owned()).or_insert(fresh))
    }

    pub(super) fn is_valid(&self, direction: Direction, pointer: &str, value: &Value) -> bool {
        match &self.validator(direction, pointer).validator {
            Ok(validator) => validator.is_valid(value),
            Err(_) => false,
        }
    }

    fn compile(&self, side: &Side, direction: Direction, pointer: &str) -> Compiled {
        let translated = side.registry.get_or_init(|| {
            let (document, faults) = Translate::new(&self.document, direction, self.requests.is_some()).document();
            let registry = Registry::new()
                .draft(Draft::Draft4)
                .add(DOCUMENT, document)
                .and_then(|builder| builder.prepare())
                .map_err(|error| error.to_string());
            Translated { registry, faults }
        });
        let build = |registry: &Registry<'static>| {
            jsonschema::options()
                .with_draft(Draft::Draft4)
                .with_registry(registry)
                .should_validate_formats(true)
                .with_format("uuid", is_uuid)
                .with_format("byte", is_base64)
                .build(&json!({ "$ref": format!("{DOCUMENT}#{}", fragment(pointer)) }))
                .map_err(|error| error.to_string())
        };
        let validator = translated.registry.as_ref().map_err(Clone::clone).and_then(build);
        Compiled { validator, faults: reachable(&self.document, &translated.faults, pointer) }
    }

    /// The schemas that every value at this position must match.
    pub(super) fn parts(&self, pointer: &str) -> Vec<Node<'_>> {
        Node::at(&self.document, pointer).map(|node| cycle::parts(&self.document, node)).unwrap_or_default()
    }

    /// The schemas that a value at this position may match.
    pub(super) fn forms(&self, pointer: &str) -> Vec<Node<'_>> {
        Node::at(&self.document, pointer).map(|node| cycle::forms(&self.document, node)).unwrap_or_default()
    }

    /// The types named by the schema at this position, directly or in a part of its `allOf`.
    pub(super) fn declared(&self, pointer: &str) -> Vec<&str> {
        types(&self.parts(pointer))
    }

    /// The types it names anywhere, including its alternatives.
    pub(super) fn possible(&self, pointer: &str) -> Vec<&str> {
        types(&self.forms(pointer))
    }

    /// Validates a value against the schema at this position and reports every violation.
    pub(super) fn check(
        &self,
        direction: Direction,
        schema: &str,
        value: &Value,
        location: Location,
        base: &str,
        report: &mut Report<'_>,
    ) {
        let compiled = self.validator(direction, schema);
        for (place, why) in &compiled.faults {
            fault(place, why, location, base, report);
        }
        match &compiled.validator {
            Ok(validator) => {
                for error in validator.iter_errors(value) {
                    if report.is_full() {
                        break;
                    }
                    note(&error, location, base, report);
                }
            }
            Err(why) => fault(schema, why, location, base, report),
        }
    }
}

/// The types named by these schemas.
fn types<'a>(nodes: &[Node<'a>]) -> Vec<&'a str> {
    let of = |node: &Node<'a>| {
        let several = node.value.get("x-types").and_then(Value::as_array).into_iter().flatten();
        node.value.get("type").into_iter().chain(several).filter_map(Value::as_str)
    };
    nodes.iter().flat_map(of).collect()
}

/// Reports an error in the document, with its position but without quoting the value.
fn fault(place: &str, why: &str, location: Location, base: &str, report: &mut Report<'_>) {
    let details = format!("a valid schema (at {place}: {why})");
    let (severity, rule) = (Severity::Violation, Rule::Document);
    report.plain(severity, location, base, rule, (&details, "an error in the document", "nothing"));
}

/// The errors that affect a schema: those in it, and in what it refers to.
fn reachable(document: &Value, faults: &Faults, pointer: &str) -> Faults {
    let (mut found, mut seen, mut open) = (Faults::new(), HashSet::new(), vec![pointer.to_owned()]);
    while let Some(place) = open.pop().filter(|_| !faults.is_empty()) {
        let Some(value) = document.pointer(&place).filter(|_| seen.insert(place.clone())) else { continue };
        let inside = |at: &str| at.strip_prefix(&place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let here = faults.iter().filter(|(at, _)| inside(at));
        found.extend(here.map(|(at, why)| (at.clone(), why.clone())));
        references(value, &mut open);
    }
    found
}

/// Adds everything a value refers to.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("$ref").and_then(Value::as_str).and_then(target));
            map.values().for_each(|inner| references(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| references(inner, found)),
        _ => {}
    }
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

/// Reports a violation of the schema.
fn note(error: &ValidationError<'_>, location: Location, base: &str, report: &mut Report<'_>) {
    let pointer = format!("{base}{}", error.instance_path().as_str());
    let value = error.instance().as_ref();
    let severity = Severity::Violation;
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let place = format!("{pointer}/{}", segment(name));
            report.plain(severity, location, &place, Rule::Required, ("a required field", "nothing", "nothing"));
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                let place = format!("{pointer}/{}", segment(name));
                let details = ("no other property", &value[name.as_str()]);
                report.value(severity, location, &place, Rule::AdditionalProperties, details);
            }
        }
        kind => {
            let (rule, expected) = describe(kind);
            report.value(severity, location, &pointer, rule, (&expected, value));
        }
    }
}

/// The rule, and a description of what it requires. The description must not contain any of the value.
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
        Kind::Pattern { pattern } => (Rule::Pattern, format!("a string matching {pattern}")),
        Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => {
            (Rule::Document, "a simpler pattern: matching this string takes too long".to_owned())
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
        Kind::UniqueItems => (Rule::UniqueItems, "unique items".to_owned()),
        Kind::MinProperties { limit } => (Rule::Properties, format!("at least {limit} properties")),
        Kind::MaxProperties { limit } => (Rule::Properties, format!("at most {limit} properties")),
        Kind::AnyOf { context } => (Rule::AnyOf, alternatives("one", context)),
        Kind::OneOfNotValid { context } => (Rule::OneOf, alternatives("exactly one", context)),
        Kind::OneOfMultipleValid { .. } => (Rule::OneOf, "exactly one of the documented alternatives".to_owned()),
        Kind::Not { schema } if schema == &json!({}) => (Rule::Not, "the field to be absent".to_owned()),
        Kind::Not { .. } => (Rule::Not, "a value of a different form".to_owned()),
        other => (Rule::Document, format!("a rule {} that can be applied", other.keyword())),
    }
}

/// The number of alternatives, and what the closest one lacks: the one that fails at the deepest position, then at the
/// fewest positions.
fn alternatives(how_many: &str, context: &[Vec<ValidationError<'static>>]) -> String {
    let depth = |error: &ValidationError<'_>| error.instance_path().as_str().matches('/').count();
    let nearest = context
        .iter()
        .filter(|errors| !errors.is_empty())
        .max_by_key(|errors| (errors.iter().map(depth).min(), std::cmp::Reverse(errors.len())))
        .and_then(|errors| errors.first());
    let mut text = format!("{how_many} of {} documented alternatives", context.len());
    if let Some(error) = nearest {
        let wanted = match error.kind() {
            ValidationErrorKind::Required { property } => format!("property {property}"),
            ValidationErrorKind::AdditionalProperties { .. } => "no other property".to_owned(),
            kind => describe(kind).1,
        };
        text.push_str(&format!("; the closest one needs {wanted}"));
        if !error.instance_path().as_str().is_empty() {
            text.push_str(&format!(" at {}", error.instance_path().as_str().escape_debug()));
        }
    }
    text
}

/// The meaning of a string in a URL or header under this schema: a number, a boolean or the string itself, whichever
/// the schema allows. If it allows none of them, the one with the declared type, so that the finding shows what is
/// wrong with it.
pub(super) fn coerce(schemas: &Schemas, schema: &str, text: &str) -> Value {
    // JSON allows whitespace around a value; in a URL, it is part of the value.
    let parsed = Some(text).filter(|text| !text.contains(|c: char| c.is_ascii_whitespace()));
    let parsed = parsed.and_then(|text| serde_json::from_str::<Value>(text).ok());
    let parsed = parsed.filter(|value| value.is_number() || value.is_boolean());
    let candidates = [parsed, Some(Value::String(text.to_owned()))];
    let mut candidates = candidates.into_iter().flatten();
    if let Some(valid) = candidates.clone().find(|value| schemas.is_valid(Direction::Request, schema, value)) {
        return valid;
    }
    let declared = schemas.declared(schema);
    let fits = |value: &Value| match type_of(value) {
        "integer" => declared.iter().any(|name| matches!(*name, "integer" | "number")),
        kind => declared.contains(&kind),
    };
    candidates.find(fits).unwrap_or_else(|| Value::String(text.to_owned()))
}
