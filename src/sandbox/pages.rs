//! What is served beside the providers: the documents, a page for each that lists its operations and sends them, and what
//! browsers ask for before they let a page of another origin call the providers.
//!
//! | path | answer |
//! |---|---|
//! | `/openapi/<provider>.yaml`, `.json` | the document, as it was published |
//! | `/docs/<provider>.json` | the same with the sandbox as its only server, for tools that send what they show |
//! | `/docs/`, `/docs/<provider>` | a page to read it and to try it |

use http::{HeaderMap, HeaderName, HeaderValue, Method, header, request};
use serde_json::{Value, json};

use super::wire::Reply;
use crate::spec::{self, Provider};

const PAGE: &str = include_str!("pages.html");

/// The answer to a request for a document or a page; none where a provider should answer. `mount` tells where a provider
/// is played, and `authority` where the client has reached the sandbox.
pub(super) fn page(head: &request::Parts, providers: &[(Provider, &'static str)], authority: &str) -> Option<Reply> {
    if !matches!(head.method, Method::GET | Method::HEAD) {
        return None;
    }
    let path = head.uri.path();
    let find = |name: &str| providers.iter().find(|(provider, _)| provider.id() == name).copied();
    if let Some(file) = path.strip_prefix("/openapi/") {
        let (name, form) = file.split_once('.')?;
        let (provider, _) = find(name)?;
        return match form {
            "yaml" => Some(Reply::text(200, "application/yaml", spec::document(provider))),
            "json" => Some(Reply::text(200, "application/json", spec::document_json(provider))),
            _ => None,
        };
    }
    let rest = path.strip_prefix("/docs")?;
    match rest.strip_prefix('/').unwrap_or(rest) {
        "" => Some(html()),
        name => match name.strip_suffix(".json") {
            Some(name) => find(name).map(|(provider, mount)| {
                let mut document: Value = serde_json::from_str(spec::document_json(provider)).unwrap_or_default();
                document["servers"] =
                    json!([{ "url": format!("http://{authority}{mount}"), "description": "The sandbox" }]);
                Reply::json(200, document)
            }),
            None => find(name).map(|_| html()),
        },
    }
}

/// One page for all: it reads from its own address which provider is meant.
fn html() -> Reply {
    // It needs nothing but itself and the sandbox.
    const POLICY: &str =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'";
    Reply::text(200, "text/html; charset=utf-8", PAGE).header(header::CONTENT_SECURITY_POLICY, POLICY)
}

/// The page's origin, if the browser may let it call the sandbox: pages of this machine only, since the sandbox's secret
/// may be the well-known one.
pub(super) fn local_origin(headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    let url = url::Url::parse(origin.to_str().ok()?).ok()?;
    let local = match url.host()? {
        url::Host::Domain(name) => name == "localhost",
        url::Host::Ipv4(ip) => ip.is_loopback(),
        url::Host::Ipv6(ip) => ip.is_loopback(),
    };
    local.then(|| origin.clone())
}

/// The answer to a browser that asks whether a page may send a request. `OPTIONS` of a provider's own carries no such
/// question.
pub(super) fn preflight(head: &request::Parts) -> Option<Reply> {
    let asks = head.method == Method::OPTIONS && head.headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    (asks && local_origin(&head.headers).is_some()).then(|| {
        let headers = head.headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS).and_then(|value| value.to_str().ok());
        Reply::empty(204)
            .header(header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
            .header(header::ACCESS_CONTROL_ALLOW_HEADERS, headers.unwrap_or_default())
            .header(header::ACCESS_CONTROL_MAX_AGE, "600")
    })
}

/// Lets a page of that origin read an answer.
pub(super) fn allow_origin(headers: &mut HeaderMap, origin: HeaderValue) {
    const EXPOSED: HeaderName = header::ACCESS_CONTROL_EXPOSE_HEADERS;
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(EXPOSED, HeaderValue::from_static("*"));
    headers.append(header::VARY, HeaderValue::from_static("origin"));
}
