//! The one error of the crate, and the only reader of the generated clients' errors.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::handle::Handle;
use crate::spec::Provider;
use crate::transport::{Answer, Cause, Report};

/// What an error means: what a program decides by. Never derived from the text of a message.
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
    /// The connection broke, or the answer was no answer to the question (a redirect).
    Transport,
    /// A dry run: nothing was sent.
    DryRun,
}

impl ErrorKind {
    fn of_status(status: u16) -> Self {
        match status {
            401 => Self::Unauthorized,
            402 => Self::QuotaExceeded,
            403 => Self::Forbidden,
            404 | 410 => Self::NotFound,
            408 => Self::Timeout,
            409 | 423 => Self::Conflict,
            429 => Self::RateLimited,
            400..=499 => Self::Invalid,
            501 => Self::Unsupported,
            500..=599 => Self::Unavailable,
            _ => Self::Transport,
        }
    }
}

/// What went wrong: what was tried, on which provider and object, what came back, and what to do next. One word wide.
///
/// `Display` is one line for people. Nothing in it, nor in `Debug`, holds a credential.
pub struct Error(Box<Inner>);

#[derive(Clone, Default)]
struct Inner {
    kind: Option<ErrorKind>,
    message: String,
    provider: Option<Provider>,
    operation: Option<String>,
    tried: Option<String>,
    hint: Option<String>,
    status: Option<u16>,
    code: Option<String>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    attempts: u32,
    may_have_taken_effect: bool,
    handle: Option<Handle>,
    body: Option<String>,
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

    /// What to do next, where that is known.
    pub fn advice(&self) -> Option<&str> {
        self.0.hint.as_deref()
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

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(printable(&hint.into()));
        self
    }

    /// What it means after a closer look: a status alone may mean several things.
    #[allow(dead_code, reason = "only adapters that look closer call it")]
    pub(crate) fn meaning(mut self, kind: ErrorKind) -> Self {
        self.0.kind = Some(kind);
        self
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
        self
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

    /// The error of a call of one operation, with all that is known of the call.
    pub(crate) fn of_call(error: progenitor_client::Error<()>, provider: Provider, operation: &str) -> Self {
        let mut error = Self::from(error).on(provider);
        error.0.operation.get_or_insert_with(|| operation.to_owned());
        let changing = crate::spec::operation(provider, operation).is_none_or(|operation| !operation.safe);
        let unread = matches!(error.kind(), ErrorKind::Decode | ErrorKind::Contract);
        error.0.may_have_taken_effect = changing && (error.0.may_have_taken_effect || unread);
        error
    }

    /// The error of an answer that is none of the documented successes.
    pub(crate) fn of_answer(answer: &Answer) -> Self {
        let Answer { context, reply } = answer;
        let status = reply.status.as_u16();
        let body: Option<Value> = serde_json::from_slice(&reply.body).ok();
        // What is secret goes first, and only then what is too long: half a secret would not be known for one.
        let clean = |text: &str| context.redactor.text(text);
        let mut message =
            body.as_ref().and_then(|body| message_in(body, clean)).unwrap_or_else(|| text_in(&reply.body, clean));
        let mut error = Self::new(ErrorKind::of_status(status), String::new());
        if reply.status.is_redirection() {
            message =
                "the server redirects elsewhere; redirects are not followed, since credentials would go along".into();
            error = error.hint("check the base URL: scheme, host and path");
        } else if reply.status.is_success() {
            message = "the document knows no such success".to_owned();
        }
        error.0.message = message;
        if body.as_ref().is_some_and(refuses) {
            error.0.kind = Some(ErrorKind::Conflict);
        }
        error.0.provider = Some(context.provider);
        error.0.operation = Some(context.operation.clone());
        error.0.status = Some(status);
        error.0.code = body.as_ref().and_then(|body| code_in(body, clean));
        error.0.request_id = ["x-request-id", "request-id", "x-correlation-id"]
            .iter()
            .find_map(|name| reply.headers.get(*name)?.to_str().ok())
            .map(|id| short(&clean(id), 100));
        error.0.retry_after = context.retry_after;
        error.0.attempts = context.attempts;
        error.0.may_have_taken_effect = context.arrived || status == 408 || status >= 500 || reply.status.is_success();
        error.0.body = (!reply.body.is_empty()).then(|| printable(&context.redactor.body(&reply.body)));
        match status {
            401 => error.hint("check the credentials; `cloudsnap providers` names the variables"),
            429 => error.hint("too many requests: wait, or lower the rate limit of the client"),
            _ => error,
        }
    }

    fn of_report(report: &Report) -> Self {
        let attempts = report.context.attempts;
        let after = if attempts > 1 { format!(" after {attempts} attempts") } else { String::new() };
        let error = match &report.cause {
            Cause::Connect(why) => Self::new(ErrorKind::Unavailable, format!("no connection{after}: {why}"))
                .hint("check the base URL and the network"),
            Cause::Reset(why) => Self::new(ErrorKind::Transport, format!("the connection broke{after}: {why}")),
            Cause::Timeout if report.bytes > 0 => {
                let bytes = report.bytes;
                Self::new(
                    ErrorKind::Timeout,
                    format!("the answer was not whole in time{after} ({bytes} bytes had come)"),
                )
            }
            Cause::Timeout => Self::new(ErrorKind::Timeout, format!("no answer in time{after}")),
            Cause::TooLarge(limit) => {
                Self::new(ErrorKind::Decode, format!("the answer is larger than the limit of {limit} bytes"))
            }
            Cause::Refused(why) => Self::new(ErrorKind::Invalid, why.clone()),
            Cause::Auth(kind, why) => Self::new(*kind, why.clone()),
            Cause::DryRun => Self::new(ErrorKind::DryRun, "a dry run: nothing was sent"),
            Cause::Contract(why) => Self::new(ErrorKind::Contract, format!("the answer breaks the document: {why}")),
        };
        let mut error = error.on(report.context.provider);
        error.0.message = report.context.redactor.text(&error.0.message);
        error.0.operation = Some(report.context.operation.clone());
        error.0.attempts = attempts;
        error.0.may_have_taken_effect = report.sent || report.context.arrived;
        error
    }
}

impl From<progenitor_client::Error<()>> for Error {
    /// What a generated client's error means. Beside the answer's own words nothing of headers or bodies is printed.
    fn from(error: progenitor_client::Error<()>) -> Self {
        use progenitor_client::Error as Generated;
        match error {
            Generated::UnexpectedResponse(response) => {
                if let Some(report) = response.extensions().get::<Report>() {
                    Self::of_report(report)
                } else if let Some(answer) = response.extensions().get::<Answer>() {
                    Self::of_answer(answer)
                } else {
                    let status = response.status().as_u16();
                    let mut error = Self::new(ErrorKind::of_status(status), format!("the server answered {status}"));
                    error.0.status = Some(status);
                    error
                }
            }
            Generated::InvalidRequest(why) => Self::new(ErrorKind::Invalid, printable(&why)),
            Generated::InvalidResponsePayload(bytes, error) => unreadable(&bytes, &error),
            Generated::CommunicationError(_) | Generated::InvalidUpgrade(_) | Generated::ResponseBodyError(_) => {
                Self::new(ErrorKind::Transport, "the connection broke").after_effect()
            }
            Generated::ErrorResponse(value) => {
                let status = value.status().as_u16();
                let mut error = Self::new(ErrorKind::of_status(status), format!("the server answered {status}"));
                error.0.status = Some(status);
                error
            }
            Generated::Custom(why) => Self::new(ErrorKind::Config, printable(&why)),
        }
    }
}

fn unreadable(bytes: &[u8], error: &serde_json::Error) -> Error {
    let (line, column, length) = (error.line(), error.column(), bytes.len());
    let what = match error.classify() {
        serde_json::error::Category::Eof => "ends too early",
        serde_json::error::Category::Syntax => "is no JSON",
        _ => "is not what the document says",
    };
    // serde's own text may quote the value, and so a secret; the place is enough to find it.
    Error::new(ErrorKind::Decode, format!("the answer ({length} bytes) {what}, at line {line} column {column}"))
        .after_effect()
}

/// The message in an error body, wherever the four providers put it.
fn message_in(body: &Value, clean: impl Fn(&str) -> String) -> Option<String> {
    ["/error/message", "/error", "/message", "/results/0/message", "/errors/0/message", "/detail"]
        .iter()
        .find_map(|pointer| body.pointer(pointer)?.as_str())
        .filter(|text| !text.trim().is_empty())
        .map(|text| short(&clean(text), 500))
}

/// The request was understood, and what it is about does not let it be done: `success: false` in place of an error.
fn refuses(body: &Value) -> bool {
    let refused = |result: &Value| result.get("success") == Some(&Value::Bool(false));
    let results = body.get("results").and_then(Value::as_array);
    refused(body) || results.is_some_and(|results| !results.is_empty() && results.iter().all(refused))
}

/// The provider's code in an error body.
fn code_in(body: &Value, clean: impl Fn(&str) -> String) -> Option<String> {
    ["/error/kind", "/code", "/error_reason"]
        .iter()
        .find_map(|pointer| body.pointer(pointer)?.as_str())
        .map(|text| short(&clean(text), 100))
}

/// What a body that is no JSON says, in one short line: a gateway's page is reduced to its text.
fn text_in(bytes: &[u8], clean: impl Fn(&str) -> String) -> String {
    let text = clean(&String::from_utf8_lossy(bytes));
    let mut plain = String::new();
    let mut in_tag = false;
    for c in text.chars().take(4096) {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                plain.push(' ');
            }
            c if !in_tag => plain.push(c),
            _ => {}
        }
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line = short(&clean(&words.join(" ")), 200);
    if line.is_empty() { "no reason was given".to_owned() } else { line }
}

/// At most so many characters, all of them printable.
fn short(text: &str, most: usize) -> String {
    text.chars().take(most).map(shown).collect()
}

/// Without control characters: a server's text never moves a terminal's cursor, nor turns the reading direction.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(shown).collect()
}

fn shown(c: char) -> char {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if c.is_control() || turns { '\u{fffd}' } else { c }
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("provider", &inner.provider)
            .field("operation", &inner.operation)
            .field("tried", &inner.tried)
            .field("status", &inner.status)
            .field("code", &inner.code)
            .field("message", &inner.message)
            .field("hint", &inner.hint)
            .field("request_id", &inner.request_id)
            .field("retry_after", &inner.retry_after)
            .field("attempts", &inner.attempts)
            .field("may_have_taken_effect", &inner.may_have_taken_effect)
            .field("handle", &inner.handle)
            .field("body", &inner.body)
            .finish()
    }
}

impl std::error::Error for Error {}
