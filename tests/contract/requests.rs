//! Requests for the tests: valid parameters from the document's examples, as sent over HTTP.

use cloudsnap::contract::{Contract, Finding, Location, OperationContract, RequestParts};
use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::document::Document;

/// The parameters of a request, by location.
#[derive(Clone, Default)]
pub struct Sent {
    pub path: String,
    pub query: Vec<(String, String)>,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Sent {
    pub fn check(&self, contract: &Contract, operation: &OperationContract) -> Vec<Finding> {
        let query: Vec<_> =
            self.query.iter().map(|(name, text)| format!("{}={}", encode(name), encode(text))).collect();
        let query = (!query.is_empty()).then(|| query.join("&"));
        let parts =
            RequestParts { path: &self.path, query: query.as_deref(), headers: &self.headers, body: &self.body };
        contract.check_request(operation, &parts)
    }

    /// Sets a parameter in the documented style. `None` omits it.
    pub fn set(&mut self, parameter: &Value, texts: Option<&[String]>) {
        let name = parameter["name"].as_str().unwrap();
        let texts = texts.unwrap_or_default();
        let joined = texts.join(",");
        match parameter["in"].as_str().unwrap() {
            "path" => self.path = self.path.replace(&format!("{{{name}}}"), &encode(&joined)),
            "query" if parameter["explode"] == false => {
                self.query.extend((!texts.is_empty()).then(|| (name.to_owned(), joined)));
            }
            "query" => self.query.extend(texts.iter().map(|text| (name.to_owned(), text.clone()))),
            "header" if !texts.is_empty() => {
                self.headers.insert(HeaderName::try_from(name).unwrap(), HeaderValue::from_str(&joined).unwrap());
            }
            _ => {}
        }
    }
}

pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// The value as URL strings: one for a scalar, several for an array; `None` if it cannot be represented.
pub fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Number(_) | Value::Bool(_) => Some(vec![value.to_string()]),
        Value::Array(items) => items.iter().map(|item| texts(item).and_then(|mut all| all.pop())).collect(),
        Value::Null | Value::Object(_) => None,
    }
}

/// The document's example for a parameter.
pub fn example(document: &Document, parameter: &Value) -> Value {
    let schema = document.resolve(&parameter["schema"]);
    let named = || parameter["examples"].as_object()?.values().next()?.get("value").cloned();
    parameter.get("example").cloned().or_else(named).or_else(|| schema.get("example").cloned()).unwrap()
}

/// The findings about the body only.
pub fn check_body(
    contract: &Contract,
    operation: &OperationContract,
    headers: &HeaderMap,
    body: &[u8],
) -> Vec<Finding> {
    let parts = RequestParts { path: operation.path(), query: None, headers, body };
    let of_body = |finding: &Finding| {
        finding.location == Location::RequestBody
            || finding.location == Location::RequestHeader && finding.pointer == "/content-type"
    };
    contract.check_request(operation, &parts).into_iter().filter(of_body).collect()
}
