//! One attempt: sends the request and reads the complete body, within a time and size limit.

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode};
use tokio::time::{Instant, timeout_at};

use super::connect::Http;
use super::report::Cause;
use crate::error::Link;

/// A complete response.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// No complete response.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) cause: Cause,
    /// Whether the request may have reached the server.
    pub(crate) sent: bool,
    /// How many bytes of the body arrived.
    pub(crate) bytes: usize,
    /// What is behind the cause. May hold secrets.
    pub(crate) link: Option<Link>,
}

impl Failure {
    /// A failure before anything was sent.
    pub(crate) fn before(cause: Cause) -> Self {
        Self { cause, sent: false, bytes: 0, link: None }
    }

    fn after(cause: Cause, bytes: usize) -> Self {
        Self { cause, sent: true, bytes, link: None }
    }
}

/// The outcome of an attempt.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Reply(Reply),
    Failed(Failure),
}

impl Outcome {
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::Reply(reply) => Some(reply.status.as_u16()),
            Self::Failed(_) => None,
        }
    }

    /// A short description for an observer, without bodies or headers.
    pub(crate) fn reason(&self) -> String {
        match self {
            Self::Reply(reply) => format!("HTTP status {}", reply.status),
            Self::Failed(failure) => match &failure.cause {
                Cause::Connect(why) | Cause::Lookup(why) => format!("could not connect: {why}"),
                Cause::Certificate(why) => format!("certificate rejected: {why}"),
                Cause::Reset(why) => format!("connection lost: {why}"),
                Cause::Timeout => "timed out".to_owned(),
                other => format!("{other:?}"),
            },
        }
    }
}

/// A response whose headers and body were taken out. Successful responses are passed on in it.
pub(super) type Shell = Option<reqwest::Response>;

/// Sends the request and reads the response until `until`, with at most `max_body` bytes of body.
pub(super) async fn send(http: &Http, request: reqwest::Request, until: Instant, max_body: usize) -> (Outcome, Shell) {
    let mut response = match timeout_at(until, http.client.execute(request)).await {
        Err(_) => return (Outcome::Failed(Failure::after(Cause::Timeout, 0)), None),
        Ok(Err(error)) => return (Outcome::Failed(failure_of(&error, http)), None),
        Ok(Ok(response)) => response,
    };
    match read(http, &mut response, until, max_body).await {
        Ok(body) => {
            let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
            (Outcome::Reply(Reply { status, headers, body }), Some(response))
        }
        Err(failure) => (Outcome::Failed(failure), None),
    }
}

/// The most memory reserved for a body because of its declared length.
const MOST_RESERVED: usize = 4 << 20;

async fn read(
    http: &Http,
    response: &mut reqwest::Response,
    until: Instant,
    max_body: usize,
) -> Result<Bytes, Failure> {
    // A body in one chunk is used without a copy.
    let (mut first, mut body) = (Bytes::new(), BytesMut::new());
    loop {
        let length = first.len() + body.len();
        match timeout_at(until, response.chunk()).await {
            Err(_) => return Err(Failure::after(Cause::Timeout, length)),
            Ok(Err(error)) => return Err(Failure { bytes: length, ..failure_of(&error, http) }),
            Ok(Ok(None)) => return Ok(if body.is_empty() { first } else { body.freeze() }),
            Ok(Ok(Some(chunk))) if length + chunk.len() > max_body => {
                return Err(Failure::after(Cause::TooLarge(max_body), length));
            }
            Ok(Ok(Some(chunk))) if length == 0 => first = chunk,
            Ok(Ok(Some(chunk))) => {
                if body.is_empty() {
                    let declared = response.headers().get(http::header::CONTENT_LENGTH);
                    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
                    body.reserve(
                        declared
                            .unwrap_or_default()
                            .clamp(length + chunk.len(), max_body.min(MOST_RESERVED).max(length + chunk.len())),
                    );
                    body.extend_from_slice(&std::mem::take(&mut first));
                }
                body.extend_from_slice(&chunk);
            }
        }
    }
}

/// What a reqwest error means, with the errors that caused it.
fn failure_of(error: &reqwest::Error, http: &Http) -> Failure {
    Failure { link: Link::behind(error), ..meaning_of(error, http) }
}

/// Interprets a reqwest error. Its text may contain the URL with its query, so only the innermost cause is used.
fn meaning_of(error: &reqwest::Error, http: &Http) -> Failure {
    let mut source: &(dyn std::error::Error + 'static) = error;
    let (mut tunnel, mut lookup) = (http.untunnelled, false);
    loop {
        #[cfg(any(feature = "tls-ring", feature = "tls-aws-lc"))]
        if let Some(why) = super::tls::refused(source) {
            return Failure::before(Cause::Certificate(why));
        }
        let text = source.to_string();
        tunnel |= text.starts_with("tunnel error");
        lookup |= text == "dns error";
        match source.source() {
            Some(inner) => source = inner,
            None => break,
        }
    }
    let mut why = source.to_string();
    if error.is_connect() {
        if let Some(proxy) = http.proxy.as_ref().filter(|_| tunnel) {
            why = format!("the proxy {proxy} failed: {why}");
        }
        Failure::before(if lookup { Cause::Lookup(why) } else { Cause::Connect(why) })
    } else if error.is_builder() {
        Failure::before(Cause::Refused(why))
    } else if error.is_timeout() {
        Failure::after(Cause::Timeout, 0)
    } else {
        Failure::after(Cause::Reset(why), 0)
    }
}
