//! Validates a request against the document: path, query, headers, body.

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::Contract;
use super::body::REQUEST;
use super::document::Direction;
use super::finding::{Finding, Location, Rule, Severity};
use super::operation::{OperationContract, Parameter, Part};
use super::report::{Report, segment};
use super::schema::coerce;
use super::walk::Walk;
use crate::body::sketch;

/// A request as sent, except for method and host.
#[derive(Clone, Copy, Debug)]
pub struct RequestParts<'a> {
    /// The path relative to the base URL, percent-encoded: `/images/snapshots/7`.
    pub path: &'a str,
    /// The query string, percent-encoded, without the `?`.
    pub query: Option<&'a str>,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body; may be empty.
    pub body: &'a [u8],
}

type Pairs = Vec<(String, String)>;

impl Contract {
    /// Validates a request against the operation in the document.
    ///
    /// Values in the URL and in headers are parsed according to the type in the schema: `7` is a valid `integer`,
    /// `seven` is not. An undocumented query parameter is an addition, and so is a body where none is documented.
    /// Cookies and security schemes are not checked. Returns at most 100 findings.
    pub fn check_request(&self, operation: &OperationContract, request: &RequestParts<'_>) -> Vec<Finding> {
        let mut report = Report::new(operation.id(), None, &self.secrets);
        self.check_path(operation, request.path, &mut report);
        self.check_query(operation, request.query.unwrap_or_default(), &mut report);
        self.check_headers(operation, request.headers, &mut report);
        self.check_request_body(operation, request, &mut report);
        report.into_findings()
    }

    fn check_path<'a>(&'a self, operation: &OperationContract, path: &str, report: &mut Report<'a>) {
        let location = Location::RequestPath;
        let Some(captures) = operation.captures(path) else {
            let details = (operation.path(), &*format!("{path:?}"), "text");
            report.plain(Severity::Violation, location, "", Rule::Path, details);
            return;
        };
        for parameter in operation.parameters.iter().filter(|parameter| parameter.part == Part::Path) {
            if let Some((_, text)) = captures.iter().find(|(name, _)| *name == parameter.name) {
                self.check_texts(parameter, vec![text.clone()], location, report);
            }
        }
    }

    fn check_query<'a>(&'a self, operation: &OperationContract, query: &str, report: &mut Report<'a>) {
        let location = Location::RequestQuery;
        let mut pairs: Pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        for parameter in operation.parameters.iter().filter(|parameter| parameter.part == Part::Query) {
            let shape = self.shape(parameter);
            if shape == Shape::Object {
                let value = self.take_object(parameter, &mut pairs);
                self.check_value(parameter, value, location, report);
                continue;
            }
            let texts = take(&mut pairs, |name| name == parameter.name).into_iter().map(|(_, text)| text).collect();
            self.check_texts(parameter, texts, location, report);
        }
        for (name, text) in pairs {
            let place = format!("/{}", segment(&name));
            let details = ("only documented parameters", &Value::String(text));
            report.value(Severity::Addition, location, &place, Rule::UndocumentedParameter, details);
        }
    }

    fn check_headers<'a>(&'a self, operation: &OperationContract, headers: &HeaderMap, report: &mut Report<'a>) {
        for parameter in operation.parameters.iter().filter(|parameter| parameter.part == Part::Header) {
            let texts = headers
                .get_all(parameter.name.as_str())
                .iter()
                .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
                .collect();
            self.check_texts(parameter, texts, Location::RequestHeader, report);
        }
    }

    fn check_request_body<'a>(
        &'a self,
        operation: &OperationContract,
        request: &RequestParts<'_>,
        report: &mut Report<'a>,
    ) {
        let empty = request.body.trim_ascii().is_empty();
        let location = Location::RequestBody;
        match &operation.body {
            None if empty => {}
            None => {
                let details = ("no body", &*sketch(request.body), "body");
                report.plain(Severity::Addition, location, "", Rule::UndocumentedBody, details);
            }
            Some((required, _)) if empty => {
                if *required {
                    report.plain(Severity::Violation, location, "", Rule::Body, ("a body", "nothing", "nothing"));
                }
            }
            Some((_, content)) => {
                let header = request.headers.get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
                let content_type = header.as_deref().filter(|text| !text.trim().is_empty());
                if content_type.is_none() {
                    // A missing media type does not prevent checking the body.
                    let details = ("a media type", "nothing", "nothing");
                    report.plain(Severity::Violation, REQUEST.header, "/content-type", Rule::ContentType, details);
                }
                self.check_body(REQUEST, content, content_type, request.body, report);
            }
        }
    }

    /// Validates the values received under a parameter's name against the parameter.
    fn check_texts<'a>(
        &'a self,
        parameter: &Parameter,
        texts: Vec<String>,
        location: Location,
        report: &mut Report<'a>,
    ) {
        if texts.is_empty() {
            return self.check_value(parameter, None, location, report);
        }
        let value = match self.shape(parameter) {
            _ if parameter.json => {
                let text = texts.concat();
                serde_json::from_str(&text).unwrap_or(Value::String(text))
            }
            Shape::Array(items) => {
                let texts = match parameter.separator() {
                    Some(separator) => texts.iter().flat_map(|text| split(text, separator)).collect(),
                    None => texts,
                };
                texts.into_iter().map(|text| self.coerced(items.as_deref(), text)).collect()
            }
            // Objects in paths and headers are not parsed.
            Shape::Object => return,
            Shape::Scalar => {
                if texts.len() > 1 {
                    let place = format!("/{}", segment(&parameter.name));
                    let value = texts.iter().cloned().map(Value::String).collect();
                    report.value(Severity::Violation, location, &place, Rule::Type, ("a single value", &value));
                    return;
                }
                self.coerced(parameter.schema.as_deref(), texts.concat())
            }
        };
        self.check_value(parameter, Some(value), location, report);
    }

    fn check_value<'a>(
        &'a self,
        parameter: &Parameter,
        value: Option<Value>,
        location: Location,
        report: &mut Report<'a>,
    ) {
        let place = format!("/{}", segment(&parameter.name));
        match (value, &parameter.schema) {
            (None, _) if parameter.required => {
                let details = ("a required parameter", "nothing", "nothing");
                report.plain(Severity::Violation, location, &place, Rule::Required, details);
            }
            (Some(value), Some(schema)) => {
                self.schemas.check(Direction::Request, schema, &value, location, &place, report);
                let direction = Direction::Request;
                Walk { schemas: &self.schemas, direction, location, report }.value(schema, &value, &place);
            }
            _ => {}
        }
    }

    /// Collects the properties of an object from the query: `filter[name]=x` (deepObject) or `name=x` (form, exploded).
    fn take_object(&self, parameter: &Parameter, pairs: &mut Pairs) -> Option<Value> {
        let parts = self.schemas.forms(parameter.schema.as_deref()?);
        let deep = parameter.style == "deepObject";
        let inner = |name: &str| match deep {
            true => name.strip_prefix(&parameter.name)?.strip_prefix('[')?.strip_suffix(']').map(str::to_owned),
            false => Some(name.to_owned()),
        };
        let property = |name: &str| {
            let node = parts.iter().find_map(|part| part.child("properties")?.child(name))?;
            node.resolved(self.schemas.document()).ok()
        };
        let mine = take(pairs, |name| inner(name).is_some_and(|name| deep || property(&name).is_some()));
        let map: Map<String, Value> = mine
            .into_iter()
            .filter_map(|(name, text)| {
                let name = inner(&name)?;
                let value = self.coerced(property(&name).map(|node| node.pointer).as_deref(), text);
                Some((name, value))
            })
            .collect();
        (!map.is_empty()).then_some(Value::Object(map))
    }

    fn coerced(&self, schema: Option<&str>, text: String) -> Value {
        match schema {
            Some(schema) => coerce(&self.schemas, schema, &text),
            None => Value::String(text),
        }
    }

    fn shape(&self, parameter: &Parameter) -> Shape {
        let Some(schema) = parameter.schema.as_deref().filter(|_| !parameter.json) else { return Shape::Scalar };
        let mut declared = self.schemas.declared(schema);
        if declared.is_empty() {
            declared = self.schemas.possible(schema);
            // If a plain value is also allowed, the text is not split: nothing in it shows which of the two it is.
            declared.sort_unstable();
            declared.dedup();
            if declared.len() != 1 {
                return Shape::Scalar;
            }
        }
        if declared.contains(&"array") {
            let items = self.schemas.forms(schema).into_iter().find_map(|part| part.child("items"));
            let items = items.and_then(|items| items.resolved(self.schemas.document()).ok());
            return Shape::Array(items.map(|items| items.pointer));
        }
        if declared.contains(&"object") { Shape::Object } else { Shape::Scalar }
    }
}

/// How to parse a parameter.
#[derive(PartialEq)]
enum Shape {
    Scalar,
    /// With the position of the schema of its items.
    Array(Option<String>),
    Object,
}

impl Parameter {
    /// The separator between array items in one string; `None` if the name is repeated for each item.
    fn separator(&self) -> Option<char> {
        match (self.part, self.style.as_str()) {
            (Part::Query, "spaceDelimited") if !self.explode => Some(' '),
            (Part::Query, "pipeDelimited") if !self.explode => Some('|'),
            (Part::Query, _) if self.explode => None,
            _ => Some(','),
        }
    }
}

/// The items of an array in one string; the empty string has none.
fn split(text: &str, separator: char) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split(separator).map(str::to_owned).collect() }
}

/// Removes the pairs with this name from the list and returns them.
fn take(pairs: &mut Pairs, wanted: impl Fn(&str) -> bool) -> Pairs {
    let (mine, rest) = std::mem::take(pairs).into_iter().partition(|(name, _)| wanted(name));
    *pairs = rest;
    mine
}
