//! Requests and replies as seen by the provider servers: plain data, independent of hyper and of connections.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// A request under a provider's base URL, with its complete body.
#[derive(Clone, Debug)]
pub(super) struct Request {
    /// The method, in upper case.
    pub method: String,
    /// The path relative to the base URL, as sent, e.g. `/images/snapshots/7`.
    pub path: String,
    /// The base URL as seen by the client, derived from the `Host` header: used for absolute links in responses.
    pub base_url: String,
    /// The path parameters, decoded, in path order.
    pub params: Vec<(&'static str, String)>,
    /// The query parameters, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The query as sent.
    pub raw_query: Option<String>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Request {
    /// The value of a path parameter; empty if the operation does not have it.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// The first value of a query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A header's value, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The token of an `Authorization: Bearer` header; the scheme is case-insensitive.
    pub fn bearer(&self) -> Option<&str> {
        self.authorization("bearer")
    }

    /// The rest of the `Authorization` header, if it uses this scheme.
    pub fn authorization(&self, scheme: &str) -> Option<&str> {
        let (found, rest) = self.header("authorization")?.trim().split_once(' ')?;
        found.eq_ignore_ascii_case(scheme).then(|| rest.trim())
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// A description of what is wrong with the body.
    pub fn json(&self) -> Result<Value, String> {
        if self.body.is_empty() {
            return Err("a JSON body is required".to_owned());
        }
        serde_json::from_slice(&self.body).map_err(|error| format!("the body is not valid JSON: {error}"))
    }

    /// Extracts the path parameters of this template.
    pub fn read_params(&mut self, template: &'static str) {
        let pairs = template.split('/').zip(self.path.split('/'));
        self.params = pairs
            .filter_map(|(part, segment)| {
                let name = part.strip_prefix('{')?.strip_suffix('}')?;
                Some((name, percent_decode_str(segment).decode_utf8_lossy().into_owned()))
            })
            .collect();
    }
}

/// The body of a reply.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    /// Empty.
    Empty,
    /// JSON.
    Json(Value),
    /// Anything else; the headers contain its `content-type`.
    Text(String),
}

/// A reply to a request.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    /// The status.
    pub status: u16,
    /// The headers, including `content-type`.
    pub headers: Box<HeaderMap>,
    /// The body.
    pub body: Body,
}

impl Reply {
    /// A reply without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Box::default(), body: Body::Empty }
    }

    /// A JSON reply.
    pub fn json(status: u16, value: Value) -> Self {
        Self { body: Body::Json(value), ..Self::empty(status) }.header(header::CONTENT_TYPE, "application/json")
    }

    /// A text reply.
    pub fn text(status: u16, content_type: &str, text: impl Into<String>) -> Self {
        Self { body: Body::Text(text.into()), ..Self::empty(status) }.header(header::CONTENT_TYPE, content_type)
    }

    /// Sets a header. Invalid values are ignored.
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
        self
    }

    /// The `content-type`.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok())
    }

    /// The bytes of the body.
    pub fn bytes(&self) -> Bytes {
        match &self.body {
            Body::Empty => Bytes::new(),
            Body::Json(value) => value.to_string().into(),
            Body::Text(text) => text.clone().into(),
        }
    }
}
