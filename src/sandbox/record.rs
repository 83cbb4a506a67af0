//! Records of the requests a sandbox received, and of violations of the OpenAPI documents.

use std::net::SocketAddr;

use jiff::Timestamp;

use crate::spec::Provider;

/// A request received by the sandbox. Headers and bodies are not recorded, so it contains no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recorded {
    /// The provider, if the path belongs to an emulated one.
    pub provider: Option<Provider>,
    /// The operationId, if path and method match one.
    pub operation: Option<&'static str>,
    /// The method.
    pub method: String,
    /// The path and query as sent.
    pub path: String,
    /// The status of the response; `None` if a fault suppressed it.
    pub status: Option<u16>,
    /// The fault that was applied, in text form.
    pub fault: Option<String>,
    /// The client's address: distinguishes the processes of one user.
    pub peer: SocketAddr,
    /// The IDs of the snapshots created by the request.
    pub created: Vec<String>,
    /// The time of the request, by the sandbox's clock.
    pub at: Timestamp,
}

impl Recorded {
    pub(super) fn new(head: &http::request::Parts, peer: SocketAddr) -> Self {
        Self {
            provider: None,
            operation: None,
            method: head.method.as_str().to_owned(),
            path: head.uri.path_and_query().map_or_else(|| head.uri.path().to_owned(), ToString::to_string),
            status: None,
            fault: None,
            peer,
            created: Vec::new(),
            at: Timestamp::UNIX_EPOCH,
        }
    }
}

/// Which side violated the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Side {
    /// The client's request.
    Request,
    /// The sandbox's own response: a bug in the sandbox.
    Response,
}

/// A violation of a provider's OpenAPI document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The provider.
    pub provider: Provider,
    /// The operationId.
    pub operation: &'static str,
    /// Which side caused it.
    pub side: Side,
    /// What violates the document, and where.
    pub finding: String,
}
