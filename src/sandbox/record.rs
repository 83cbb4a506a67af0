//! What a sandbox tells of the requests that it saw, and of what broke the documents.

use std::net::SocketAddr;

use jiff::Timestamp;

use crate::spec::Provider;

/// A request as the sandbox saw it. It holds no headers and no bodies, so no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recorded {
    /// The provider, if the path belongs to one that is played.
    pub provider: Option<Provider>,
    /// The operationId, if the path and the method belong to one.
    pub operation: Option<&'static str>,
    /// The method.
    pub method: String,
    /// The path with its query, as it was sent.
    pub path: String,
    /// The status of the answer; none where a fault kept it back.
    pub status: Option<u16>,
    /// The fault that struck, in its text form.
    pub fault: Option<String>,
    /// From where it came: tells the processes of one user apart.
    pub peer: SocketAddr,
    /// The ids of the snapshots that it made.
    pub created: Vec<String>,
    /// When, by the sandbox's clock.
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

/// Whose words break the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Side {
    /// The client's.
    Request,
    /// The sandbox's own: a mistake in it.
    Response,
}

/// Something that breaks a provider's document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The provider.
    pub provider: Provider,
    /// The operationId.
    pub operation: &'static str,
    /// Who broke it.
    pub side: Side,
    /// What breaks it, and where.
    pub finding: String,
}
