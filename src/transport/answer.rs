//! Answers as the generated clients take them. A success goes on in the response that brought it, with its body beside it; only what is
//! none is built anew, so that it can be read like any other.

use progenitor_client::{Error, ResponseValue};
use serde::de::{DeserializeOwned, IgnoredAny};

use super::report::{self, Answer, Cause, Context, Report};
use super::send::{Reply, Shell};
use crate::body;
use crate::reader;

/// A provider's own answer.
pub(super) fn of_reply(reply: Reply, shell: Shell, context: Context) -> reqwest::Response {
    let Reply { status, headers, body } = reply;
    // What was accepted and refused in one breath is no success for the generated client, which does not read such a body.
    let refused = status == http::StatusCode::ACCEPTED && crate::error::refuses_in_body(&body);
    let answer = Answer { context, status, body };
    match shell {
        Some(mut response) if status.is_success() && !refused => {
            *response.headers_mut() = headers;
            response.extensions_mut().insert(answer);
            response
        }
        _ => built(if refused { report::status() } else { status }, headers, answer),
    }
}

/// An answer that no server gave.
pub(super) fn of_report(report: Report) -> reqwest::Response {
    let mut response = http::Response::new(reqwest::Body::default());
    *response.status_mut() = report::status();
    response.extensions_mut().insert(report);
    response.into()
}

fn built(status: http::StatusCode, headers: http::HeaderMap, answer: Answer) -> reqwest::Response {
    let mut response = http::Response::new(reqwest::Body::from(body::mended_bytes(&answer.body)));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.extensions_mut().insert(answer);
    response.into()
}

/// The response with its body in it, for whoever gets it in place of a value.
pub(crate) fn whole(mut response: reqwest::Response) -> reqwest::Response {
    if !response.status().is_success() {
        return response;
    }
    let Some(answer) = response.extensions_mut().remove::<Answer>() else { return response };
    let headers = std::mem::take(response.headers_mut());
    built(answer.status, headers, answer)
}

/// The answer as it is, or why nobody can read it: a success that is no JSON. What comes of an answer without success is decided by
/// its status.
pub(super) fn legible(response: reqwest::Response) -> reqwest::Response {
    let Some(answer) = response.extensions().get::<Answer>() else { return response };
    match body::foreign(&answer.body) {
        Some(why) if answer.status.is_success() => unreadable(answer, why),
        _ => response,
    }
}

fn unreadable(answer: &Answer, why: String) -> reqwest::Response {
    let (context, status) = (answer.context.clone(), Some(answer.status.as_u16()));
    of_report(Report { context, cause: Cause::Unreadable(why), status, bytes: answer.body.len() })
}

/// The report on JSON that says two things.
pub(crate) fn ambiguous(answer: &Answer) -> reqwest::Response {
    // Keys are a server's words, too: the reader of a report needs none of them.
    unreadable(answer, "ambiguous: a key stands twice in one object".to_owned())
}

/// A key stands twice in one object. What is no JSON has no keys.
pub(crate) fn is_ambiguous(body: &[u8]) -> bool {
    match std::str::from_utf8(body).map(reader::read::<IgnoredAny>) {
        Ok(Ok(IgnoredAny)) => false,
        Ok(Err(reader::Odd::Doubled)) => true,
        // A key may stand twice before the place where it ends to be JSON.
        _ => !body::doubled(body).is_empty(),
    }
}

/// The value of a success, as the document has it.
pub(crate) fn decoded<T: DeserializeOwned>(mut response: reqwest::Response) -> Result<ResponseValue<T>, Error<()>> {
    let Some(answer) = response.extensions().get::<Answer>() else { return Err(Error::UnexpectedResponse(response)) };
    let body = body::mended_bytes(&answer.body);
    if is_ambiguous(&body) {
        return Err(Error::UnexpectedResponse(ambiguous(answer)));
    }
    match serde_json::from_slice(&body) {
        Ok(value) => {
            let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
            Ok(ResponseValue::new(value, status, headers))
        }
        Err(error) => Err(Error::InvalidResponsePayload(body, error)),
    }
}

/// A success of which the document says nothing.
pub(crate) fn undecoded(mut response: reqwest::Response) -> Result<ResponseValue<()>, Error<()>> {
    if let Some(answer) = response.extensions().get::<Answer>()
        && is_ambiguous(&body::mended(&answer.body))
    {
        return Err(Error::UnexpectedResponse(ambiguous(answer)));
    }
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    Ok(ResponseValue::new((), status, headers))
}
