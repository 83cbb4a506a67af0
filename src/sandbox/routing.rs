//! From an HTTP request to a provider and its operation.

use std::net::SocketAddr;

use bytes::Bytes;
use http::header;

use super::provider_server::{ProviderServer, Refusal};
use super::servers::server_for;
use super::wire::{Reply, Request};
use crate::spec::{self, Operation, Provider};

/// Methods a path may support, for the `Allow` header.
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// The provider that a path belongs to, and the path below its mount.
pub(super) fn mounted<'a>(providers: &[Provider], path: &'a str) -> Option<(&'static dyn ProviderServer, &'a str)> {
    providers.iter().filter_map(|provider| server_for(*provider)).find_map(|server| {
        let rest = path.strip_prefix(server.mount())?;
        (rest.is_empty() || rest.starts_with('/')).then_some((server, rest))
    })
}

/// The operation a request addresses, or the provider's error response if there is none.
pub(super) fn route(server: &'static dyn ProviderServer, request: &Request) -> Result<&'static Operation, Reply> {
    let find = |method: &str| spec::find(server.provider(), method, &request.path);
    if let Some(operation) = find(&request.method) {
        return Ok(operation);
    }
    let allowed: Vec<_> = METHODS.into_iter().filter(|method| find(method).is_some()).collect();
    Err(match allowed.is_empty() {
        true => server.refuse(Refusal::UnknownPath),
        false => server.refuse(Refusal::UnknownMethod).header(header::ALLOW, &allowed.join(", ")),
    })
}

/// The address the client used to reach the sandbox.
pub(super) fn authority(addr: SocketAddr, head: &http::request::Parts) -> String {
    let host = head.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.map_or_else(|| addr.to_string(), str::to_owned)
}

/// The request as the provider sees it: below its base URL.
pub(super) fn request(
    addr: SocketAddr,
    server: &'static dyn ProviderServer,
    head: &http::request::Parts,
    rest: &str,
    body: Bytes,
) -> Request {
    let host = authority(addr, head);
    let (of_base, path) = server.split_base(rest);
    let query = head.uri.query();
    Request {
        method: head.method.as_str().to_owned(),
        path: if path.is_empty() { "/".to_owned() } else { path.to_owned() },
        base_url: format!("http://{host}{}{of_base}", server.mount()),
        params: Vec::new(),
        query: url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect(),
        raw_query: query.map(str::to_owned),
        headers: head.headers.clone(),
        body,
    }
}
