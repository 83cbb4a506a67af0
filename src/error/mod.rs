//! The one error of the crate: `advice` (what to do next, as data) and `link` (the cause of an error, without secrets). What a response,
//! or its absence, means is read in `transport::convert`.

mod advice;
mod link;

pub use advice::Advice;
pub(crate) use link::Link;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::sealed::Handle;
use crate::spec::Provider;
use crate::text::printable;

/// What an error means: what a program decides by. Never derived from the text of a message.
///
/// ```
/// use cloudsnap::{Error, ErrorKind};
/// /// How a nightly job ends.
/// fn exit_code(error: &Error) -> u8 {
///     match error.kind() {
///         // Look before you repeat it: the error's handle helps.
///         ErrorKind::OutcomeUnknown => 3,
///         _ if error.is_retryable() => 75,
///         _ => 1,
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The credentials are missing, wrong or ended (401).
    Unauthorized,
    /// The account may not do this (403).
    Forbidden,
    /// There is no such object (404, 410).
    NotFound,
    /// The object's state does not allow it at present (409, 423).
    Conflict,
    /// The input is not acceptable: refused here before sending, or by the provider (400, 422...).
    Invalid,
    /// A limit of the account is reached (402, or as the provider tells it).
    QuotaExceeded,
    /// Too many requests (429), and no time left to wait.
    RateLimited,
    /// The provider or a gateway before it failed (5xx), or no connection could be opened.
    Unavailable,
    /// It took longer than the deadline allows. A wait that ends so has its handle.
    Timeout,
    /// The request may have taken effect, and it cannot be told. Look before you repeat it; the handle helps.
    OutcomeUnknown,
    /// The provider has no such thing.
    Unsupported,
    /// The provider accepted the request, and the work then failed.
    OperationFailed,
    /// The answer breaks the OpenAPI document.
    Contract,
    /// The answer cannot be read.
    Decode,
    /// The client is not set up right.
    Config,
    /// The state folder cannot be read or written.
    State,
    /// The connection broke, or the answer was no answer to the question (a redirect).
    Transport,
    /// A dry run: nothing was sent.
    DryRun,
}

impl ErrorKind {
    /// The kind in one word: `not_found`, `outcome_unknown`.
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

/// What went wrong: what was tried, on which provider and object, what came back, and what to do next. One word wide.
///
/// `Display` is one line for people. Nothing in it, nor in `Debug`, nor in [`source`](std::error::Error::source), holds a credential.
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
///     "ManageIQ: set up the client: the base URL is missing: https://HOST/api"
/// );
/// ```
#[derive(Clone)]
pub struct Error(pub(crate) Box<Inner>);

#[derive(Clone, Default)]
pub(crate) struct Inner {
    // `None` only while it is built.
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
    /// Nothing but another setting helps: the certificate or the name of the server.
    pub(crate) lasting: bool,
    pub(crate) handle: Option<Handle>,
    pub(crate) body: Option<String>,
    /// Holds no secret.
    pub(crate) source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        // What a server calls its objects and states may be part of it.
        Self(Box::new(Inner { kind: Some(kind), message: printable(&message.into()), ..Inner::default() }))
    }

    /// What it means.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind.unwrap_or(ErrorKind::Transport)
    }

    /// The provider that was asked, if one was.
    pub fn provider(&self) -> Option<Provider> {
        self.0.provider
    }

    /// The operationId that was called, if one was.
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// The HTTP status of the answer, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The provider's own code for it, where it has such: `02035`, `bad_request`.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// What went wrong, in words: the provider's where it gave any, without what was tried.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do next, where that is known. It is no part of `Display`.
    pub fn advice(&self) -> Option<&Advice> {
        self.0.advice.as_ref()
    }

    /// The id under which the provider, or a gateway before it, logged the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How long the provider asked to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Attempts made. 0: nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The same call may work later, and making it again does no harm.
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

    /// It was a changing call, and it may have been carried out.
    pub fn may_have_taken_effect(&self) -> bool {
        self.0.may_have_taken_effect
    }

    /// What to go on waiting with, after a wait without a verdict.
    pub fn handle(&self) -> Option<&Handle> {
        self.0.handle.as_ref()
    }

    /// The body of the answer, cut to 4 KiB, without secrets.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    pub(crate) fn on(mut self, provider: Provider) -> Self {
        self.0.provider.get_or_insert(provider);
        self
    }

    /// What was tried, on which object: `create snapshot "nightly" of vm 3247`. The outermost words win.
    pub(crate) fn trying(mut self, tried: impl fmt::Display) -> Self {
        self.0.tried = Some(printable(&tried.to_string()));
        self
    }

    pub(crate) fn hint(mut self, advice: impl Into<Advice>) -> Self {
        self.0.advice = Some(advice.into());
        self
    }

    /// What is behind it. Must hold no secret.
    pub(crate) fn caused_by(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// What it means after a closer look: a status alone may mean several things.
    #[allow(dead_code, reason = "only adapters that look closer call it")]
    pub(crate) fn meaning(mut self, kind: ErrorKind) -> Self {
        self.0.kind = Some(kind);
        self
    }

    /// A 404 that is not the provider's own word on the object: a gateway's page, another service, no such route.
    pub(crate) fn sent_from_elsewhere(mut self) -> Self {
        self.0.kind = Some(ErrorKind::Transport);
        self.0.message = format!("not a response of the provider on this object: {}", self.0.message);
        self.0.advice = Some(Advice::BaseUrl);
        self
    }

    /// It came with a 404 or 410, which proves nothing.
    #[allow(dead_code, reason = "only adapters that can look in a list ask, and each can be built alone")]
    pub(crate) fn is_from_elsewhere(&self) -> bool {
        self.kind() == ErrorKind::Transport && matches!(self.status(), Some(404 | 410))
    }

    /// The JSON pointer of what could not be read.
    pub(crate) fn at(mut self, pointer: &str) -> Self {
        if !pointer.is_empty() {
            self.0.message = format!("{} ({pointer})", self.0.message);
        }
        self
    }

    /// What made the outcome unknown.
    pub(crate) fn because(mut self, cause: &Error) -> Self {
        self.0.message = format!("{}; the request ended with: {}", self.0.message, cause.0.message);
        self.0.status = cause.0.status;
        self.0.attempts = cause.0.attempts;
        self.caused_by(cause.clone())
    }

    /// It will not pass by itself.
    pub(crate) fn lasting(mut self) -> Self {
        self.0.lasting = true;
        self
    }

    /// What kept an outcome from being read.
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

    /// The answer came with a 2xx, and yet cannot be used: a changing call may have taken effect.
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
            write!(f, " (asked to wait {} s)", wait.as_secs())?;
        }
        if let Some(id) = &inner.request_id {
            write!(f, " (request {id})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    /// What is known, and nothing of what is not: a program whose `main` returns an error prints this.
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
    /// What is behind it, where that is known: a broken connection down to the system's own error, the answer that left an outcome
    /// unknown, the file that could not be read. Like all of the error it holds no secret.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}
