//! Responses as the generated clients receive them. A success is passed on in the response that carried it, with its body
//! attached as an extension; only failures are rebuilt, so that they can be read like any other response.

use http::{HeaderMap, StatusCode};
use progenitor_client::{Error, ResponseValue};
use serde::de::{DeserializeOwned, IgnoredAny};

use super::report::{self, Cause, Context, Received, Report};
use super::send::{Reply, Shell};
use crate::body;
use crate::reader::{self, Fault};

/// A provider's own response.
pub(super) fn of_reply(reply: Reply, shell: Shell, context: Context) -> reqwest::Response {
    let Reply { status, headers, body } = reply;
    // A response that both accepts and refuses is not a success. The generated client would not read such a body.
    let refused = status == StatusCode::ACCEPTED && super::convert::refuses_in_body(&body);
    let received = Received { context, status, body };
    match shell {
        Some(mut response) if status.is_success() && !refused => {
            *response.headers_mut() = headers;
            response.extensions_mut().insert(received);
            response
        }
        _ => rebuilt(if refused { report::status() } else { status }, headers, received),
    }
}

/// The synthetic response for a report.
pub(super) fn of_report(report: Report) -> reqwest::Response {
    let mut response = http::Response::new(reqwest::Body::default());
    *response.status_mut() = report::status();
    response.extensions_mut().insert(report);
    response.into()
}

fn rebuilt(status: StatusCode, headers: HeaderMap, received: Received) -> reqwest::Response {
    let mut response = http::Response::new(reqwest::Body::from(body::repaired_bytes(&received.body)));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.extensions_mut().insert(received);
    response.into()
}

/// The response with its body in place, for callers that receive it instead of a value.
pub(crate) fn whole(mut response: reqwest::Response) -> reqwest::Response {
    if !response.status().is_success() {
        return response;
    }
    let Some(received) = response.extensions_mut().remove::<Received>() else { return response };
    let headers = std::mem::take(response.headers_mut());
    rebuilt(received.status, headers, received)
}

/// The response as it is, or why it is unreadable: a successful response that is not JSON. Unsuccessful responses are
/// handled according to their status.
pub(super) fn readable(response: reqwest::Response) -> reqwest::Response {
    let Some(received) = response.extensions().get::<Received>() else { return response };
    match body::foreign(&received.body) {
        Some(why) if received.status.is_success() => unreadable(received, why),
        _ => response,
    }
}

fn unreadable(received: &Received, why: String) -> reqwest::Response {
    let (context, status) = (received.context.clone(), Some(received.status.as_u16()));
    of_report(Report { context, cause: Cause::Unreadable(why), status, bytes: received.body.len(), link: None })
}

/// The report about ambiguous JSON.
fn ambiguous(received: &Received) -> reqwest::Response {
    // Keys may also contain server text, and readers of the report do not need them.
    unreadable(received, "ambiguous: an object contains a key twice".to_owned())
}

/// Whether an object contains a key twice. A body that is not JSON is only searched up to its first error.
fn is_ambiguous(body: &[u8]) -> bool {
    match std::str::from_utf8(body).map(reader::read::<IgnoredAny>) {
        Ok(Ok(IgnoredAny)) => false,
        Ok(Err(odd)) if odd.is_doubled() => true,
        _ => !body::doubled(body).is_empty(),
    }
}

/// The value of a successful response, decoded as documented.
pub(crate) fn decoded<T: DeserializeOwned>(mut response: reqwest::Response) -> Result<ResponseValue<T>, Error<()>> {
    let Some(received) = response.extensions().get::<Received>() else {
        return Err(Error::UnexpectedResponse(response));
    };
    let body = body::repaired_bytes(&received.body);
    match reader::decode(&body) {
        Ok(value) => {
            let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
            Ok(ResponseValue::new(value, status, headers))
        }
        Err(Fault::Doubled) => Err(Error::UnexpectedResponse(ambiguous(received))),
        Err(Fault::Unread(error)) => Err(Error::InvalidResponsePayload(body, error)),
    }
}

/// A successful response whose body is not documented.
pub(crate) fn undecoded(mut response: reqwest::Response) -> Result<ResponseValue<()>, Error<()>> {
    if let Some(received) = response.extensions().get::<Received>()
        && is_ambiguous(&body::repaired(&received.body))
    {
        return Err(Error::UnexpectedResponse(ambiguous(received)));
    }
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    Ok(ResponseValue::new((), status, headers))
}
