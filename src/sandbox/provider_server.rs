//! The interface of a provider's server.

use std::fmt;

use super::context::Context;
use super::fault::Alike;
use super::wire::{Reply, Request};
use crate::contract::{Finding, Location};
use crate::spec::{Operation, Provider};

/// The server of one provider. It is stateless: all state is in the [`Context`].
pub(super) trait ProviderServer: Sync {
    /// The provider this server emulates.
    fn provider(&self) -> Provider;

    /// The path of the base URL, e.g. `/syminet/api/v1`.
    fn mount(&self) -> &'static str;

    /// The credential clients must send, given the sandbox's secret.
    fn credential(&self, secret: &str) -> Credential {
        Credential::Token(secret.to_owned())
    }

    /// The field that holds an object's status.
    fn status_field(&self) -> &'static str {
        "status"
    }

    /// Splits off an optional path prefix that belongs to the base URL, e.g. a version.
    fn split_base<'a>(&self, path: &'a str) -> (&'a str, &'a str) {
        ("", path)
    }

    /// Creates the initial state of a new account.
    fn seed(&self, ctx: &mut Context<'_>);

    /// Performs everything due by the clock, e.g. scheduled backups. Called before each request.
    fn settle(&self, _world: &mut Context<'_>) {}

    /// Authenticates the request.
    ///
    /// # Errors
    /// The response to a request without valid credentials.
    fn authenticate(&self, operation: &Operation, request: &Request, ctx: &mut Context<'_>) -> Result<(), Reply>;

    /// The response to a request that violates the OpenAPI document; `None` if the real server would pass it on to the
    /// operation. Malformed IDs are passed on: they simply match nothing, like any unknown ID.
    fn reject_invalid(&self, _operation: &Operation, _request: &Request, findings: &[Finding]) -> Option<Reply> {
        let of_an_id = |it: &Finding| it.location == Location::RequestPath && it.pointer.ends_with("_id");
        if findings.iter().any(of_an_id) {
            return None;
        }
        let why: Vec<_> = findings.iter().map(Finding::to_string).collect();
        Some(self.refuse(Refusal::InvalidRequest(why.join("; "))))
    }

    /// The names of its `custom` faults.
    fn customs(&self) -> &'static [&'static str];

    /// The common names of its operations in faults, where its document names them differently.
    fn alike(&self) -> &'static [Alike] {
        &[]
    }

    /// Performs the operation.
    fn handle(&self, operation: &'static Operation, request: &Request, ctx: &mut Context<'_>) -> Reply;

    /// The provider's error response for a request that does not reach an operation.
    fn refuse(&self, refusal: Refusal) -> Reply;
}

/// Why a request does not reach an operation.
#[derive(Clone, Debug)]
pub(super) enum Refusal {
    /// Unknown path.
    UnknownPath,
    /// The path exists but does not support this method. The server adds `Allow`.
    UnknownMethod,
    /// The request violates the document in these ways.
    InvalidRequest(String),
    /// The body is too large for the server.
    TooLarge,
    /// The sandbox itself failed, e.g. because the disk is full.
    Internal(String),
}

/// The credential a client must send to the sandbox. `Debug` hides the secret.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Credential {
    /// A token or API key.
    Token(String),
    /// Username and password.
    Basic {
        /// The username.
        username: String,
        /// The password.
        password: String,
    },
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(_) => f.write_str("Token(<redacted>)"),
            Self::Basic { username, .. } => write!(f, "Basic {{ username: {username:?}, password: <redacted> }}"),
        }
    }
}
