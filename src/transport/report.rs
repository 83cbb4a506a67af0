//! Typed extensions inside a response for whoever converts it into an error.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use super::Redactor;
use crate::error::{ErrorKind, Link};
use crate::spec::Provider;

/// The status of a synthetic response.
pub(crate) fn status() -> StatusCode {
    StatusCode::from_u16(599).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// What is known about the call, whatever its outcome.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) provider: Provider,
    pub(crate) operation: &'static str,
    pub(crate) attempts: u32,
    /// Whether any of the attempts may have been performed.
    pub(crate) arrived: bool,
    /// The duration of all attempts together.
    pub(crate) took: Duration,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) redactor: Arc<Redactor>,
}

/// Extension attached to a provider's own response, beside its headers: keeps its bytes readable if the generated client cannot use them.
/// The body of a successful response is read from here only.
#[derive(Clone)]
pub(crate) struct Received {
    pub(crate) context: Context,
    pub(crate) status: StatusCode,
    /// As sent by the server.
    pub(crate) body: Bytes,
}

/// Extension attached to the synthetic 599 response: why no real response exists.
#[derive(Clone)]
pub(crate) struct Report {
    pub(crate) context: Context,
    pub(crate) cause: Cause,
    /// The status of the response, if a complete one arrived but could not be used.
    pub(crate) status: Option<u16>,
    /// How many bytes of the response body arrived.
    pub(crate) bytes: usize,
    /// What is behind the cause. May hold secrets.
    pub(crate) link: Option<Link>,
}

/// Why there is no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// No connection could be established: the server never saw the request.
    Connect(String),
    /// The name of the server or proxy could not be resolved.
    Lookup(String),
    /// The server's certificate is not trusted: the reason, and which certificate to create instead.
    #[cfg_attr(
        not(any(feature = "tls-ring", feature = "tls-aws-lc")),
        allow(dead_code, reason = "only TLS rejects certificates")
    )]
    Certificate(String),
    /// The connection was lost.
    Reset(String),
    /// The attempt or the whole call timed out.
    Timeout,
    /// The response exceeds the size limit.
    TooLarge(usize),
    /// The request was not sent, for a reason of our own.
    Refused(String),
    /// Obtaining a token failed with this kind of error; the authenticator has already retried.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are requested"))]
    Auth(ErrorKind, String),
    /// Nothing is sent in a dry run.
    DryRun,
    /// The response is successful but not unambiguous JSON: a description, including text from the server.
    Unreadable(String),
    /// The response violates the OpenAPI document.
    #[cfg_attr(not(feature = "contract"), allow(dead_code, reason = "only the contract check creates it"))]
    Contract(String),
}
