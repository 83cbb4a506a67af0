//! What travels inside an answer to whoever converts it into an error: the typed extensions.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use super::Redactor;
use crate::error::ErrorKind;
use crate::spec::Provider;

/// The status of an answer that no server gave.
pub(crate) fn status() -> StatusCode {
    StatusCode::from_u16(599).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// What is known of the call, whatever came of it.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) provider: Provider,
    pub(crate) operation: &'static str,
    pub(crate) attempts: u32,
    /// One of the attempts may have been carried out.
    pub(crate) arrived: bool,
    /// The time of all attempts.
    pub(crate) took: Duration,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) redactor: Arc<Redactor>,
}

/// Rides on a provider's own answer, beside its headers: its bytes stay readable when the generated client has no use for them, and
/// those of a success are read from here alone.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) context: Context,
    pub(crate) status: StatusCode,
    /// As it was sent.
    pub(crate) body: Bytes,
}

/// Rides on a 599: why there is no answer.
#[derive(Clone)]
pub(crate) struct Report {
    pub(crate) context: Context,
    pub(crate) cause: Cause,
    /// The status of the answer, if a whole one came and could not be used.
    pub(crate) status: Option<u16>,
    /// Bytes of the answer's body that had come.
    pub(crate) bytes: usize,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// No connection could be opened: the server never saw the request.
    Connect(String),
    /// The name of the server, or of the proxy, has no address.
    Lookup(String),
    /// The server's certificate is not trusted: why, and what to make instead.
    #[cfg_attr(
        not(any(feature = "tls-ring", feature = "tls-aws-lc")),
        allow(dead_code, reason = "only TLS refuses certificates")
    )]
    Certificate(String),
    /// The connection broke.
    Reset(String),
    /// The attempt or the whole call took too long.
    Timeout,
    /// The answer is larger than the limit.
    TooLarge(usize),
    /// The request was not sent, for a reason of ours.
    Refused(String),
    /// The token could not be had, for a reason of that kind. Whoever asked for it has repeated what may be repeated.
    #[cfg_attr(not(feature = "manageiq"), allow(dead_code, reason = "only ManageIQ's tokens are asked for"))]
    Auth(ErrorKind, String),
    /// Nothing is sent in a dry run.
    DryRun,
    /// The answer is a success, and no JSON that means one thing: in words, with the server's own among them.
    Unreadable(String),
    /// The answer breaks the document.
    #[cfg_attr(not(feature = "contract"), allow(dead_code, reason = "only the contract check makes it"))]
    Contract(String),
}
