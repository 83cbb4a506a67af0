//! Reads an OpenAPI 3.0 document: its references, its operations, and their requests and responses.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value};

use super::operation::{Media, OperationContract, Parameter, Part, Response, StatusKey};
use super::report::segment;

/// Why a document cannot be used as a contract. The message names the position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentError(String);

impl DocumentError {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot use the OpenAPI document as a contract: {}", self.0)
    }
}

impl std::error::Error for DocumentError {}

/// A position in the document: the value and its JSON pointer.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    pub(super) pointer: String,
}

impl<'a> Node<'a> {
    pub(super) fn at(document: &'a Value, pointer: &str) -> Option<Self> {
        Some(Self { value: document.pointer(pointer)?, pointer: pointer.to_owned() })
    }

    pub(super) fn child(&self, name: &str) -> Option<Self> {
        Some(Self { value: self.value.get(name)?, pointer: format!("{}/{}", self.pointer, segment(name)) })
    }

    /// The entries of the named object, each with its name.
    pub(super) fn entries(&self, name: &str) -> Vec<(&'a str, Self)> {
        let Some(inner) = self.child(name) else { return Vec::new() };
        let Some(map) = inner.value.as_object() else { return Vec::new() };
        map.iter()
            .map(|(key, value)| (key.as_str(), Self { value, pointer: format!("{}/{}", inner.pointer, segment(key)) }))
            .collect()
    }

    /// The items of the named array.
    pub(super) fn items(&self, name: &str) -> Vec<Self> {
        let Some(inner) = self.child(name) else { return Vec::new() };
        let Some(items) = inner.value.as_array() else { return Vec::new() };
        let place = |index| format!("{}/{index}", inner.pointer);
        items.iter().enumerate().map(|(index, value)| Self { value, pointer: place(index) }).collect()
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.value.get(name)?.as_str()
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.value.get(name)?.as_bool()
    }

    /// Follows `$ref` until it reaches something else.
    pub(super) fn resolved(self, document: &'a Value) -> Result<Self, DocumentError> {
        let mut node = self;
        for _ in 0..MAX_REFS {
            let Some(reference) = node.text("$ref") else { return Ok(node) };
            node = target(reference).and_then(|pointer| Self::at(document, &pointer)).ok_or_else(|| {
                DocumentError::new(format!("{}: the reference {reference:?} does not exist", node.pointer))
            })?;
        }
        Err(DocumentError::new(format!("{}: circular reference", node.pointer)))
    }
}

/// Longer chains of references are considered circular.
const MAX_REFS: usize = 32;

/// The JSON pointer of a reference within the document; `None` for a reference to another document.
pub(super) fn target(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#')?;
    Some(percent_decode_str(fragment).decode_utf8().ok()?.into_owned())
}

/// Whether the keys below this one are user-defined names, which may look like keywords (the response `default`, a property `value`).
pub(super) fn has_names(key: &str) -> bool {
    const NAMES: [&str; 11] = [
        "properties",
        "schemas",
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "examples",
        "links",
        "callbacks",
        "content",
        "paths",
    ];
    NAMES.contains(&key)
}

/// Whether a value under this key is data rather than part of the document. `parent` is the key above it.
pub(super) fn is_data(parent: &str, key: &str) -> bool {
    !has_names(parent) && (matches!(key, "example" | "default" | "enum" | "value") || key.starts_with("x-"))
}

/// The operations of the document, in order. Every reference is resolved once here, so that none fails later.
pub(super) fn operations(document: &Value) -> Result<Vec<OperationContract>, DocumentError> {
    match document.get("openapi").and_then(Value::as_str) {
        Some(version) if version.starts_with("3.0.") => {}
        Some(version) => return Err(DocumentError::new(format!("unsupported version {version:?}: expected 3.0.x"))),
        None => return Err(DocumentError::new("the key `openapi` is missing: expected a version such as \"3.0.3\"")),
    }
    let root = Node { value: document, pointer: String::new() };
    check_references(document, document, &mut String::new())?;

    let mut operations: Vec<OperationContract> = Vec::new();
    for (template, item) in root.entries("paths") {
        let item = item.resolved(document)?;
        for method in ["get", "put", "post", "delete", "options", "head", "patch", "trace"] {
            let Some(node) = item.child(method) else { continue };
            let operation = operation(document, template, method, &item, &node)?;
            if operations.iter().any(|other| other.id() == operation.id()) {
                return Err(DocumentError::new(format!("{}: a second {:?}", node.pointer, operation.id())));
            }
            operations.push(operation);
        }
    }
    Ok(operations)
}

/// Walks the whole document, with one buffer for the position.
fn check_references(document: &Value, value: &Value, pointer: &mut String) -> Result<(), DocumentError> {
    let end = pointer.len();
    match value {
        Value::Object(map) => {
            if map.get("$ref").is_some_and(Value::is_string) {
                Node { value, pointer: pointer.clone() }.resolved(document)?;
            }
            let parent = pointer.rfind('/').map_or(0, |slash| slash + 1);
            for (key, inner) in map {
                if !is_data(&pointer[parent..], key) {
                    pointer.push('/');
                    pointer.push_str(&segment(key));
                    check_references(document, inner, pointer)?;
                    pointer.truncate(end);
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                pointer.push('/');
                pointer.push_str(&index.to_string());
                check_references(document, inner, pointer)?;
                pointer.truncate(end);
            }
        }
        _ => {}
    }
    Ok(())
}

fn operation(
    document: &Value,
    template: &str,
    method: &str,
    item: &Node<'_>,
    node: &Node<'_>,
) -> Result<OperationContract, DocumentError> {
    let method = method.to_uppercase();
    let id = node.text("operationId").map_or_else(|| format!("{method} {template}"), str::to_owned);

    let mut parameters: Vec<Parameter> = Vec::new();
    for place in item.items("parameters").into_iter().chain(node.items("parameters")) {
        let Some(parameter) = parameter(document, place)? else { continue };
        // Parameters of the operation override those of the path.
        parameters.retain(|other| other.part != parameter.part || other.name != parameter.name);
        parameters.push(parameter);
    }

    let body = match node.child("requestBody") {
        Some(body) => {
            let body = body.resolved(document)?;
            Some((body.flag("required").unwrap_or(false), contents(document, &body)?))
        }
        None => None,
    };

    let mut responses = Vec::new();
    for (key, response) in node.entries("responses").into_iter().filter(|(key, _)| !key.starts_with("x-")) {
        let response = response.resolved(document)?;
        let status = StatusKey::parse(key)
            .ok_or_else(|| DocumentError::new(format!("{}: {key:?} is not a status", response.pointer)))?;
        responses.push(Response {
            status,
            key: key.to_owned(),
            content: contents(document, &response)?,
            range: range(&response)?,
            unspecified: response.flag("x-unspecified-body").unwrap_or(false),
        });
    }
    Ok(OperationContract::new(id, method, template.to_owned(), parameters, body, responses))
}

/// The range of statuses a response also applies to: `x-status-range: 5XX` is 5.
fn range(response: &Node<'_>) -> Result<Option<u16>, DocumentError> {
    match response.text("x-status-range").map(|text| (text, StatusKey::parse(text))) {
        None => Ok(None),
        Some((_, Some(StatusKey::Range(range)))) => Ok(Some(range)),
        Some((text, _)) => Err(DocumentError::new(format!("{}: {text:?} is not a status range", response.pointer))),
    }
}

fn parameter(document: &Value, node: Node<'_>) -> Result<Option<Parameter>, DocumentError> {
    let node = node.resolved(document)?;
    let name = node.text("name").unwrap_or_default();
    let part = match node.text("in") {
        Some("path") => Part::Path,
        Some("query") => Part::Query,
        // OpenAPI ignores these three headers: they are covered by content types and security schemes.
        Some("header") if ["accept", "content-type", "authorization"].contains(&name.to_lowercase().as_str()) => {
            return Ok(None);
        }
        Some("header") => Part::Header,
        _ => return Ok(None),
    };
    let style = node.text("style").unwrap_or(if part == Part::Query { "form" } else { "simple" });
    let (schema, json) = match contents(document, &node)?.into_iter().next() {
        Some(media) => (media.schema.clone(), media.is_json()),
        None => (schema(document, &node)?, false),
    };
    Ok(Some(Parameter {
        name: name.to_owned(),
        part,
        required: part == Part::Path || node.flag("required").unwrap_or(false),
        explode: node.flag("explode").unwrap_or(style == "form"),
        style: style.to_owned(),
        schema,
        json,
    }))
}

/// The media types under `content`, each with the position of its schema.
fn contents(document: &Value, node: &Node<'_>) -> Result<Vec<Media>, DocumentError> {
    let entries = node.entries("content").into_iter();
    entries.map(|(name, media)| Ok(Media { name: name.to_lowercase(), schema: schema(document, &media)? })).collect()
}

fn schema(document: &Value, node: &Node<'_>) -> Result<Option<String>, DocumentError> {
    Ok(match node.child("schema") {
        Some(schema) => Some(schema.resolved(document)?.pointer),
        None => None,
    })
}

/// A named example in the document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Example {
    /// The operationId, or method and path template if the document has none.
    pub operation: String,
    /// Whether it is an example of the request, or of the response with this status.
    pub place: ExamplePlace,
    /// The media type, in lower case, as written in the document.
    pub content_type: String,
    /// The name of the example; `example` if it has none.
    pub name: String,
    /// The body.
    pub value: Value,
}

/// What an example belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExamplePlace {
    /// The body of a request.
    Request,
    /// The body of the response with this status, as written in the document: `200`, `5XX`, `default`.
    Response(String),
}

/// The examples of all bodies, in document order.
pub(super) fn examples(document: &Value, operations: &[OperationContract]) -> Vec<Example> {
    let root = Node { value: document, pointer: String::new() };
    let mut found = Vec::new();
    for operation in operations {
        let place = (root.child("paths"))
            .and_then(|paths| paths.child(operation.path())?.resolved(document).ok())
            .and_then(|item| item.child(&operation.method().to_lowercase()));
        let Some(node) = place else { continue };
        let mut add = |place: ExamplePlace, body: Node<'_>| {
            let Ok(body) = body.resolved(document) else { return };
            for (content_type, media) in body.entries("content") {
                for (name, value) in media_examples(document, &media) {
                    found.push(Example {
                        operation: operation.id().to_owned(),
                        place: place.clone(),
                        content_type: content_type.to_lowercase(),
                        name,
                        value,
                    });
                }
            }
        };
        if let Some(body) = node.child("requestBody") {
            add(ExamplePlace::Request, body);
        }
        for (status, response) in node.entries("responses") {
            add(ExamplePlace::Response(status.to_owned()), response);
        }
    }
    found
}

fn media_examples(document: &Value, media: &Node<'_>) -> Vec<(String, Value)> {
    let single = media.value.get("example").map(|value| ("example".to_owned(), value.clone()));
    let named = media.entries("examples").into_iter().filter_map(|(name, example)| {
        let example = example.resolved(document).ok()?;
        Some((name.to_owned(), example.value.get("value")?.clone()))
    });
    single.into_iter().chain(named).collect()
}

/// Whether the map contains any of the keys.
pub(super) fn has_any(map: &Map<String, Value>, keys: &[&str]) -> bool {
    keys.iter().any(|key| map.contains_key(*key))
}

/// Whether a schema applies to requests or responses, which `readOnly` and `writeOnly` distinguish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Request,
    Response,
}

/// Letters, digits and other characters allowed in a fragment; the braces of path templates must be encoded.
const FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'~').remove(b'-').remove(b'.').remove(b'_');

pub(super) fn fragment(pointer: &str) -> String {
    utf8_percent_encode(pointer, FRAGMENT).to_string()
}
