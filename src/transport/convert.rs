//! Converts the errors of the generated clients and responses that are not documented successes.

use serde_json::Value;

use super::{Cause, Received, Report};
use crate::error::{Advice, Error, ErrorKind};
use crate::spec::Provider;
use crate::text::{self, printable, short};

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

impl Error {
    /// The error of a call, with everything that is known about the call.
    pub(crate) fn of_call(error: progenitor_client::Error<()>, provider: Provider, operation: &str) -> Self {
        let mut error = Self::from(error).on(provider);
        error.0.operation.get_or_insert_with(|| operation.to_owned());
        let changing = crate::spec::operation(provider, operation).is_none_or(|operation| !operation.safe);
        let unread = matches!(error.kind(), ErrorKind::Decode | ErrorKind::Contract);
        error.0.may_have_taken_effect = changing && (error.0.may_have_taken_effect || unread);
        error
    }

    /// The error for a response that is not a documented success.
    pub(crate) fn of_received(received: &Received, headers: &http::HeaderMap) -> Self {
        let Received { context, status: code, body: sent } = received;
        let status = code.as_u16();
        let body: Option<Value> = serde_json::from_str(&text::read(&crate::body::repaired(sent))).ok();
        // Removes secrets before it truncates: half a secret would not be recognized.
        let clean = |text: &str| context.redactor.text(text);
        let mut message =
            body.as_ref().and_then(|body| message_in(body, clean)).unwrap_or_else(|| text_in(sent, clean));
        let mut error = Self::new(ErrorKind::of_status(status), String::new());
        if code.is_redirection() {
            message = "the server sent a redirect; redirects are not followed, to protect your credentials".into();
            error = error.hint(Advice::BaseUrl);
        } else if code.is_success() && refuses_in_body(sent) {
            message = format!("the HTTP status is a success, but the body reports a refusal: {message}");
        } else if code.is_success() {
            message = "the response is not one of the documented successes".to_owned();
        }
        error.0.message = message;
        if body.as_ref().is_some_and(refuses) {
            error.0.kind = Some(ErrorKind::Conflict);
        }
        error.0.provider = Some(context.provider);
        error.0.operation = Some(context.operation.to_owned());
        error.0.status = Some(status);
        error.0.code = body.as_ref().and_then(|body| code_in(body, clean));
        error.0.request_id = ["x-request-id", "request-id", "x-correlation-id"]
            .iter()
            .find_map(|name| headers.get(*name)?.to_str().ok())
            .map(|id| short(&clean(id), 100));
        error.0.retry_after = context.retry_after;
        error.0.attempts = context.attempts;
        error.0.may_have_taken_effect = context.arrived;
        error.0.body = (!sent.is_empty()).then(|| printable(&context.redactor.body(sent)));
        match status {
            407 => error.hint(Advice::ProxyCredentials),
            401 => error.hint(Advice::Credentials),
            429 => error.hint(Advice::SlowDown),
            _ => error,
        }
    }

    fn of_report(report: &Report) -> Self {
        let attempts = report.context.attempts;
        let after = if attempts > 1 { format!(" after {attempts} attempts") } else { String::new() };
        let error = match &report.cause {
            // The server responded to a TLS handshake in plain text.
            Cause::Connect(why) if why.contains("InvalidContentType") => {
                let why = format!("could not connect{after}: the server does not use TLS on this port");
                Self::new(ErrorKind::Unavailable, why).lasting().hint("check the scheme and the port of the base URL")
            }
            Cause::Connect(why) => Self::new(ErrorKind::Unavailable, format!("could not connect{after}: {why}"))
                .hint("check the base URL and the network"),
            Cause::Lookup(why) => Self::new(ErrorKind::Unavailable, format!("could not connect: {why}"))
                .lasting()
                .hint("check the host in the base URL, and that of the proxy if there is one"),
            Cause::Certificate(why) => {
                Self::new(ErrorKind::Transport, format!("the server's certificate was rejected: {why}")).lasting()
            }
            Cause::Reset(why) => Self::new(ErrorKind::Transport, format!("connection lost{after}: {why}")),
            Cause::Timeout if report.bytes > 0 => {
                let bytes = report.bytes;
                Self::new(
                    ErrorKind::Timeout,
                    format!(
                        "the response was incomplete after {}{after} ({bytes} bytes received)",
                        span(report.context.took)
                    ),
                )
            }
            Cause::Timeout => {
                Self::new(ErrorKind::Timeout, format!("no response within {}{after}", span(report.context.took)))
            }
            Cause::TooLarge(limit) => {
                Self::new(ErrorKind::Decode, format!("the response is larger than the limit of {limit} bytes"))
                    .hint(Advice::RequestLess)
            }
            Cause::Refused(why) => Self::new(ErrorKind::Invalid, why.clone()),
            Cause::Auth(kind, why) => Self::new(*kind, why.clone()),
            Cause::DryRun => Self::new(ErrorKind::DryRun, "dry run: nothing was sent"),
            Cause::Unreadable(why) => Self::new(ErrorKind::Decode, format!("the response is {why}"))
                .hint("check the base URL, and whether the response comes from a proxy or a login page"),
            Cause::Contract(why) => {
                Self::new(ErrorKind::Contract, format!("the response violates the OpenAPI document: {why}"))
            }
        };
        let mut error = error.on(report.context.provider);
        let clean = |text: &str| report.context.redactor.text(text);
        error.0.message = clean(&error.0.message);
        if let Some(link) = &report.link {
            error = error.caused_by(link.map(&|text| printable(&clean(text))));
        }
        error.0.status = report.status;
        error.0.operation = Some(report.context.operation.to_owned());
        error.0.attempts = attempts;
        error.0.may_have_taken_effect = report.context.arrived;
        error
    }
}

impl From<progenitor_client::Error<()>> for Error {
    /// The meaning of a generated client's error. Contains nothing from headers or bodies except the error message of a response.
    fn from(error: progenitor_client::Error<()>) -> Self {
        use progenitor_client::Error as Generated;
        match error {
            Generated::UnexpectedResponse(response) => {
                if let Some(report) = response.extensions().get::<Report>() {
                    Self::of_report(report)
                } else if let Some(received) = response.extensions().get::<Received>() {
                    Self::of_received(received, response.headers())
                } else {
                    let status = response.status().as_u16();
                    let mut error =
                        Self::new(ErrorKind::of_status(status), format!("the server responded with {status}"));
                    error.0.status = Some(status);
                    error
                }
            }
            Generated::InvalidRequest(why) => Self::new(ErrorKind::Invalid, printable(&in_words(&why))),
            Generated::InvalidResponsePayload(bytes, error) => unreadable(&bytes, &error),
            Generated::CommunicationError(_) | Generated::InvalidUpgrade(_) | Generated::ResponseBodyError(_) => {
                Self::new(ErrorKind::Transport, "connection lost").after_effect()
            }
            Generated::ErrorResponse(value) => {
                let status = value.status().as_u16();
                let mut error = Self::new(ErrorKind::of_status(status), format!("the server responded with {status}"));
                error.0.status = Some(status);
                error
            }
            Generated::Custom(why) => Self::new(ErrorKind::Config, printable(&why)),
        }
    }
}

/// A readable form of a generated client's message about an invalid parameter, which contains only the name of the type.
fn in_words(why: &str) -> String {
    let conversion = why.strip_prefix("conversion to `").and_then(|rest| rest.split_once("` for "));
    let Some((type_name, rest)) = conversion else { return why.to_owned() };
    let parameter = rest.strip_suffix(" failed").unwrap_or(rest);
    let is_segment = type_name.replace(' ', "").ends_with("PathSegment");
    let expected = if is_segment {
        ": an ID must be a single path segment, without separators or spaces, and not `.` or `..`"
    } else {
        ""
    };
    format!("invalid value for `{parameter}`{expected}")
}

/// A duration as text: `2.5 s`, `60 s`.
fn span(time: std::time::Duration) -> String {
    let seconds = time.as_secs_f32();
    if seconds < 10.0 { format!("{seconds:.1} s") } else { format!("{seconds:.0} s") }
}

fn unreadable(bytes: &[u8], error: &serde_json::Error) -> Error {
    let (line, column, length) = (error.line(), error.column(), bytes.len());
    let what = match error.classify() {
        serde_json::error::Category::Eof => "is incomplete",
        serde_json::error::Category::Syntax => "is not JSON",
        _ => "does not match the OpenAPI document",
    };
    // This is the only message of serde that contains the name of a field and nothing from the response.
    let field = error.to_string();
    let field = field.strip_prefix("missing field `").and_then(|rest| rest.split_once('`')).map(|(field, _)| field);
    let missing = field.map(|field| format!(": required field `{field}` is missing")).unwrap_or_default();
    // Other messages of serde may contain the value, which may be a secret; the location is sufficient.
    Error::new(
        ErrorKind::Decode,
        format!("the response ({length} bytes) {what}{missing}, at line {line} column {column}"),
    )
    .after_effect()
}

/// The message in an error body, in the formats of all four providers.
fn message_in(body: &Value, clean: impl Fn(&str) -> String) -> Option<String> {
    ["/error/message", "/error", "/message", "/results/0/message", "/errors/0/message", "/detail"]
        .iter()
        .find_map(|pointer| body.pointer(pointer)?.as_str())
        .filter(|text| !text.trim().is_empty())
        .map(|text| short(&clean(text), 500))
}

/// Whether the body refuses the request because of the state of its object: `success: false` instead of an error.
fn refuses(body: &Value) -> bool {
    let refused = |result: &Value| result.get("success") == Some(&Value::Bool(false));
    let results = body.get("results").and_then(Value::as_array);
    refused(body) || results.is_some_and(|results| !results.is_empty() && results.iter().all(refused))
}

/// Whether a body reports that nothing was done, whatever the HTTP status.
pub(crate) fn refuses_in_body(body: &[u8]) -> bool {
    let Ok(body) = crate::body::json(body) else { return false };
    let status_text = body.get("status").and_then(Value::as_str);
    let denies = status_text.is_some_and(|status_text| {
        ["error", "failed", "failure"].iter().any(|no| status_text.eq_ignore_ascii_case(no))
    });
    denies || is_refusal(&body)
}

/// The same for a body that may also be an object with a status of its own: a textual status is not a refusal.
pub(crate) fn is_refusal(body: &Value) -> bool {
    let says = |name: &str| match body.get(name) {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(errors)) => !errors.is_empty(),
        Some(Value::Object(error)) => !error.is_empty(),
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::Bool(true)) => true,
    };
    let denies = match body.get("status") {
        Some(Value::Bool(yes)) => !yes,
        Some(Value::Number(status)) => status.as_u64().is_some_and(|status| status == 0 || status >= 400),
        _ => false,
    };
    says("error") || says("errors") || denies || body.get("success") == Some(&Value::Bool(false))
}

/// The provider's code in an error body.
fn code_in(body: &Value, clean: impl Fn(&str) -> String) -> Option<String> {
    ["/error/kind", "/code", "/error_reason"]
        .iter()
        .find_map(|pointer| body.pointer(pointer)?.as_str())
        .map(|text| short(&clean(text), 100))
}

/// The text of a body that is not JSON, on one short line; of a gateway's page, its title or its text.
fn text_in(bytes: &[u8], clean: impl Fn(&str) -> String) -> String {
    if matches!(bytes, [0x1f, 0x8b, ..]) {
        return crate::body::foreign(bytes).unwrap_or_default();
    }
    let text = clean(&text::read(bytes));
    let title = text.trim_start().starts_with('<').then(|| crate::body::title_of(&text)).flatten();
    if let Some(title) = title {
        return short(&format!("an HTML page, titled {title:?}"), 200);
    }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::error::Link;
    use crate::transport::{Context, Redactor};

    /// Texts from others may contain anything, for example a certificate that contains what was sent, or a resolved address.
    #[test]
    fn the_source_of_an_error_contains_no_secret() {
        const TOKEN: &str = "token-0123456789";
        let context = Context {
            provider: Provider::Syminet,
            operation: "list_snapshots",
            attempts: 1,
            arrived: false,
            took: std::time::Duration::ZERO,
            retry_after: None,
            redactor: Arc::new(Redactor::new([TOKEN.to_owned()])),
        };
        let inner = Link::Text { text: format!("not valid for {TOKEN}\u{1b}[2J"), source: None };
        let link = Link::Text { text: "https://me:pw@host/".to_owned(), source: Some(Arc::new(inner)) };
        let cause = Cause::Connect("refused".to_owned());
        let error = Error::of_report(&Report { context, cause, status: None, bytes: 0, link: Some(link) });
        let shown = format!("{error:?} {error:#?}");
        assert!(shown.contains("not valid for ***") && !shown.contains(TOKEN) && !shown.contains("me:pw"), "{shown}");
        let first = std::error::Error::source(&error).unwrap();
        let second = first.source().unwrap().to_string();
        assert!(second.starts_with("not valid for ***") && !second.contains('\u{1b}'), "{second:?}");
    }
}
