//! Everything served besides the provider APIs: the OpenAPI documents, a page per provider that lists its operations
//! and can send them, and the preflight responses that let pages of other origins call the providers.
//!
//! | path | response |
//! |---|---|
//! | `/openapi/<provider>.yaml`, `.json` | the document as published |
//! | `/docs/<provider>.json` | the same with the sandbox as its only server, for tools that send requests |
//! | `/docs/`, `/docs/<provider>` | a page to read and try the API |

use http::{HeaderMap, HeaderName, HeaderValue, Method, header, request};
use serde_json::{Value, json};

use super::wire::Reply;
use crate::spec::{self, Provider};

const PAGE: &str = include_str!("pages.html");

/// The response to a request for a document or page; `None` if the request is for a provider. `providers` lists the
/// providers with their mount paths, and `authority` is the address the client used to reach the sandbox.
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

/// One page serves all providers: it takes the provider from its own URL.
fn html() -> Reply {
    // The page loads nothing except itself and the sandbox.
    const POLICY: &str =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'";
    Reply::text(200, "text/html; charset=utf-8", PAGE).header(header::CONTENT_SECURITY_POLICY, POLICY)
}

/// The page's origin, if the browser may let it call the sandbox: only pages served from this machine, because the
/// sandbox's secret may be the well-known default.
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

/// The response to a browser's CORS preflight. A provider's own `OPTIONS` request has no such header.
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

/// Lets pages of this origin read the response.
pub(super) fn allow_origin(headers: &mut HeaderMap, origin: HeaderValue) {
    const EXPOSED: HeaderName = header::ACCESS_CONTROL_EXPOSE_HEADERS;
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(EXPOSED, HeaderValue::from_static("*"));
    headers.append(header::VARY, HeaderValue::from_static("origin"));
}
