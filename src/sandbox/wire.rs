//! A request and an answer as the files of the providers see them: plain data, without hyper and without connections.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// A request below a provider's base URL, its body read to the end.
#[derive(Clone, Debug)]
pub(super) struct Request {
    /// The method, upper case.
    pub method: String,
    /// The path below the base URL, as it was sent: `/images/snapshots/7`.
    pub path: String,
    /// The base URL as the client sees it, made from the request's `Host`: for answers that hold absolute links.
    pub base_url: String,
    /// The values of the path's parameters, decoded, in the order of the path.
    pub params: Vec<(&'static str, String)>,
    /// The query, decoded, in its order.
    pub query: Vec<(String, String)>,
    /// The query as it was sent.
    pub raw_query: Option<String>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Request {
    /// The value of a path parameter; empty for a name that the operation does not have.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// The first value of a query parameter.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A header's value, where it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The token of an `Authorization: Bearer` header; the scheme's case does not matter.
    pub fn bearer(&self) -> Option<&str> {
        self.authorization("bearer")
    }

    /// What follows the scheme in the `Authorization` header, if it is that scheme.
    pub fn authorization(&self, scheme: &str) -> Option<&str> {
        let (found, rest) = self.header("authorization")?.trim().split_once(' ')?;
        found.eq_ignore_ascii_case(scheme).then(|| rest.trim())
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// What is wrong with the body, in words.
    pub fn json(&self) -> Result<Value, String> {
        if self.body.is_empty() {
            return Err("a JSON body is expected".to_owned());
        }
        serde_json::from_slice(&self.body).map_err(|error| format!("the body is not JSON: {error}"))
    }

    /// Takes the values of the template's parameters out of the path.
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

/// The body of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    /// None.
    Empty,
    /// JSON.
    Json(Value),
    /// Anything else, under the `content-type` among the headers.
    Text(String),
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    /// The status.
    pub status: u16,
    /// The headers, `content-type` among them.
    pub headers: Box<HeaderMap>,
    /// The body.
    pub body: Body,
}

impl Reply {
    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Box::default(), body: Body::Empty }
    }

    /// An answer in JSON.
    pub fn json(status: u16, value: Value) -> Self {
        Self { body: Body::Json(value), ..Self::empty(status) }.header(header::CONTENT_TYPE, "application/json")
    }

    /// An answer in text.
    pub fn text(status: u16, content_type: &str, text: impl Into<String>) -> Self {
        Self { body: Body::Text(text.into()), ..Self::empty(status) }.header(header::CONTENT_TYPE, content_type)
    }

    /// Sets a header. A value that cannot stand in one is left out.
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
