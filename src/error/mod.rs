//! The error type of the crate, with `advice` (what to do next, as data) and `link` (its causes, without secrets). `transport::convert`
//! converts responses, and failures to get one, to errors.

mod advice;
mod link;
#[cfg(test)]
mod tests;

pub use advice::Advice;
pub(crate) use link::Link;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::sealed::Handle;
use crate::spec::Provider;
use crate::text::printable;

/// The meaning of an error, for programs to match on. Never derived from the text of a message.
///
/// ```
/// use cloudsnap::{Error, ErrorKind};
/// /// The exit code of a nightly job.
/// fn exit_code(error: &Error) -> u8 {
///     match error.kind() {
///         // Check before retrying; the handle of the error helps.
///         ErrorKind::OutcomeUnknown => 3,
///         _ if error.is_retryable() => 75,
///         _ => 1,
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The credentials are missing, wrong or expired (401).
    Unauthorized,
    /// The account lacks permission (403).
    Forbidden,
    /// The object does not exist (404, 410).
    NotFound,
    /// The current state of the object does not allow it (409, 423).
    Conflict,
    /// The input is invalid: rejected before sending, or by the provider (400, 422...).
    Invalid,
    /// A limit of the account is reached (402, or as reported by the provider).
    QuotaExceeded,
    /// Too many requests (429), with no time left to retry.
    RateLimited,
    /// The provider or a gateway failed (5xx), or could not be reached.
    Unavailable,
    /// The deadline passed. If a wait timed out, the error carries the handle.
    Timeout,
    /// The request may or may not have taken effect. Check before retrying; the handle helps.
    OutcomeUnknown,
    /// The provider does not support this operation or argument.
    Unsupported,
    /// The provider accepted the request, but the operation failed.
    OperationFailed,
    /// The response violates the OpenAPI document.
    Contract,
    /// The response cannot be decoded.
    Decode,
    /// The client is configured incorrectly.
    Config,
    /// The state directory cannot be read or written.
    State,
    /// The connection was lost, or the response was unexpected (e.g. a redirect).
    Transport,
    /// A dry run: the request was not sent.
    DryRun,
}

impl ErrorKind {
    /// The name of the kind: `not_found`, `outcome_unknown`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unauthorized => "unauthorized",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::Invalid => "invalid",
            Self::QuotaExceeded => "quota_exceeded",
            Self::RateLimited => "rate_limited",
            Self::Unavailable => "unavailable",
            Self::Timeout => "timeout",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::Unsupported => "unsupported",
            Self::OperationFailed => "operation_failed",
            Self::Contract => "contract",
            Self::Decode => "decode",
            Self::Config => "config",
            Self::State => "state",
            Self::Transport => "transport",
            Self::DryRun => "dry_run",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for ErrorKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The error type of this crate: what was attempted, the provider's response, and advice. The size of one pointer.
///
/// Programs match on [`kind`](Self::kind); `Display` is a single line for people. Neither `Display` nor `Debug` nor
/// [`source`](std::error::Error::source) contains credentials.
///
/// ```
/// use cloudsnap::{Auth, Client, ErrorKind, Provider};
/// let error = Client::builder(Provider::ManageIq)
///     .auth(Auth::basic("admin", "smartvm"))
///     .build()
///     .unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Config);
/// assert_eq!(
///     error.to_string(),
///     "ManageIQ: create the client: missing base URL: expected https://HOST/api"
/// );
/// ```
#[derive(Clone)]
pub struct Error(pub(crate) Box<Inner>);

#[derive(Clone, Default)]
pub(crate) struct Inner {
    // `None` only in `Default`.
    pub(crate) kind: Option<ErrorKind>,
    pub(crate) message: String,
    pub(crate) provider: Option<Provider>,
    pub(crate) operation: Option<String>,
    pub(crate) tried: Option<String>,
    pub(crate) advice: Option<Advice>,
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) attempts: u32,
    pub(crate) may_have_taken_effect: bool,
    /// Whether only a change of settings helps: the certificate or the name of the server.
    pub(crate) lasting: bool,
    pub(crate) handle: Option<Handle>,
    pub(crate) body: Option<String>,
    /// Contains no secrets.
    pub(crate) source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        // The message may contain text from the server.
        Self(Box::new(Inner { kind: Some(kind), message: printable(&message.into()), ..Inner::default() }))
    }

    /// The meaning of the error.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind.unwrap_or(ErrorKind::Transport)
    }

    /// The provider, if the error concerns one.
    pub fn provider(&self) -> Option<Provider> {
        self.0.provider
    }

    /// The `operationId` of the request, if one was sent.
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// The HTTP status of the response, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The provider's error code, if it has one: `02035`, `bad_request`.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The message alone, without what was attempted: the provider's, if it sent one.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do next, if known. Not included in `Display`.
    pub fn advice(&self) -> Option<&Advice> {
        self.0.advice.as_ref()
    }

    /// The ID under which the provider or a gateway logged the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How long the provider requested to wait before a retry.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The number of attempts; 0 if nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the same request may succeed later and is safe to retry.
    pub fn is_retryable(&self) -> bool {
        !self.may_have_taken_effect()
            && !self.0.lasting
            && matches!(
                self.kind(),
                ErrorKind::RateLimited
                    | ErrorKind::Unavailable
                    | ErrorKind::Timeout
                    | ErrorKind::Conflict
                    | ErrorKind::Transport
            )
    }

    /// Whether the request modifies data and may have been applied.
    pub fn may_have_taken_effect(&self) -> bool {
        self.0.may_have_taken_effect
    }

    /// The handle to resume waiting with, if the outcome is not known.
    pub fn handle(&self) -> Option<&Handle> {
        self.0.handle.as_ref()
    }

    /// The body of the response, truncated to 4 KiB, without secrets.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    pub(crate) fn on(mut self, provider: Provider) -> Self {
        self.0.provider.get_or_insert(provider);
        self
    }

    /// What was attempted, on which object: `create snapshot "nightly" for VM 3247`. The outermost caller wins.
    pub(crate) fn trying(mut self, tried: impl fmt::Display) -> Self {
        self.0.tried = Some(printable(&tried.to_string()));
        self
    }

    pub(crate) fn hint(mut self, advice: impl Into<Advice>) -> Self {
        self.0.advice = Some(advice.into());
        self
    }

    /// Sets the cause, which must not contain secrets.
    pub(crate) fn caused_by(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// Changes the kind: a status alone can have several meanings.
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = Some(kind);
        self
    }

    /// Marks a 404 that says nothing about the object: the page of a gateway, another service, an unknown route.
    pub(crate) fn sent_from_elsewhere(mut self) -> Self {
        self.0.kind = Some(ErrorKind::Transport);
        self.0.message = format!("the response does not come from the provider's API: {}", self.0.message);
        self.0.advice = Some(Advice::BaseUrl);
        self
    }

    /// Whether it is a 404 or 410 that says nothing about the object.
    pub(crate) fn is_from_elsewhere(&self) -> bool {
        self.kind() == ErrorKind::Transport && matches!(self.status(), Some(404 | 410))
    }

    /// Adds the JSON pointer of the value that could not be read.
    pub(crate) fn at(mut self, pointer: &str) -> Self {
        if !pointer.is_empty() {
            self.0.message = format!("{} ({pointer})", self.0.message);
        }
        self
    }

    /// Adds the reason why the outcome is unknown.
    pub(crate) fn because(mut self, cause: &Error) -> Self {
        self.0.message = format!("{}; the request failed with: {}", self.0.message, cause.0.message);
        self.0.status = cause.0.status;
        self.0.attempts = cause.0.attempts;
        self.caused_by(cause.clone())
    }

    /// Marks an error that retrying cannot fix.
    pub(crate) fn lasting(mut self) -> Self {
        self.0.lasting = true;
        self
    }

    /// Adds the reason why the outcome cannot be read.
    pub(crate) fn because_of_poll(mut self, cause: &Error) -> Self {
        self.0.message = format!("{}: {}", self.0.message, cause.0.message);
        self.0.status = cause.0.status;
        self.0.attempts = cause.0.attempts;
        self.caused_by(cause.clone())
    }

    pub(crate) fn with_handle(mut self, handle: Handle) -> Self {
        self.0.handle = Some(handle);
        self
    }

    /// Marks a request that may have been applied.
    pub(crate) fn after_effect(mut self) -> Self {
        self.0.may_have_taken_effect = true;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        if let Some(provider) = inner.provider {
            write!(f, "{}: ", provider.title())?;
        }
        match (&inner.tried, &inner.operation) {
            (Some(tried), _) => write!(f, "{tried}: ")?,
            (None, Some(operation)) => write!(f, "{operation}: ")?,
            (None, None) => {}
        }
        if let Some(status) = inner.status {
            let reason = http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
            write!(f, "{status} {}: ", reason.unwrap_or("(unknown status)"))?;
        }
        f.write_str(&inner.message)?;
        if let Some(code) = &inner.code {
            write!(f, " [{code}]")?;
        }
        if inner.status.is_some() && inner.attempts > 1 {
            write!(f, " (after {} attempts)", inner.attempts)?;
        }
        if let Some(wait) = inner.retry_after {
            write!(f, " (retry after {} s)", wait.as_secs())?;
        }
        if let Some(id) = &inner.request_id {
            write!(f, " (request {id})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    /// Only the known fields: this is what a program prints whose `main` returns the error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let mut shown = f.debug_struct("Error");
        shown.field("kind", &self.kind());
        macro_rules! known {
            ($($name:ident),*) => {$(
                if let Some(value) = &inner.$name {
                    shown.field(stringify!($name), value);
                }
            )*};
        }
        known!(provider, operation, tried, status, code);
        shown.field("message", &inner.message);
        known!(advice, request_id, retry_after);
        shown.field("attempts", &inner.attempts).field("may_have_taken_effect", &inner.may_have_taken_effect);
        known!(handle, body, source);
        shown.finish()
    }
}

impl std::error::Error for Error {
    /// The cause, if known: a lost connection down to the error of the operating system, the response that left an outcome unknown, the
    /// file that could not be read. Contains no secrets.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}
