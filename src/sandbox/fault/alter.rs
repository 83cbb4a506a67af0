//! Faults that modify a response: its status, body or values.

use http::header;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::Kind;
use crate::sandbox::store::later;
use crate::sandbox::wire::{Body, Reply};

/// The response of a fault that replaces the server's.
pub(in crate::sandbox) fn status_reply(kind: &Kind, now: Timestamp) -> Option<Reply> {
    match kind {
        Kind::Status { status, retry_after, .. } => {
            let reply =
                Reply::text(*status, "text/plain; charset=utf-8", format!("{status}: injected by the sandbox\n"));
            let reply = if *status == 204 { Reply::empty(204) } else { reply };
            Some(match retry_after {
                Some(text) => reply.header(header::RETRY_AFTER, &retry_after_text(text, now)),
                None => reply,
            })
        }
        Kind::Html { status, .. } => Some(Reply::text(
            *status,
            "text/html",
            format!(
                "<html>\r\n<head><title>{status} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>{status} Bad \
                 Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
            ),
        )),
        Kind::Redirect(url) => Some(Reply::empty(307).header(header::LOCATION, url)),
        _ => None,
    }
}

/// `date+30` and `date-30` mean an HTTP date that many seconds from now; anything else is used literally.
fn retry_after_text(text: &str, now: Timestamp) -> String {
    match text.strip_prefix("date").and_then(|seconds| seconds.parse::<i32>().ok()) {
        Some(seconds) => http_date(later(now, SignedDuration::from_secs(seconds.into()))),
        None => text.to_owned(),
    }
}

/// A time in HTTP header format.
pub(in crate::sandbox) fn http_date(time: Timestamp) -> String {
    httpdate::fmt_http_date(time.into())
}

/// Applies a fault that modifies the response.
pub(in crate::sandbox) fn alter(kind: &Kind, status_field: &str, mut reply: Reply) -> Reply {
    match kind {
        Kind::Empty => {
            reply.body = Body::Empty;
            return reply;
        }
        Kind::ContentType(wanted) => return reply.header(header::CONTENT_TYPE, wanted),
        _ => {}
    }
    if let Body::Json(value) = &mut reply.body {
        each_object(value, &mut |object| match kind {
            Kind::DropField(name) => {
                object.retain(|key, _| key != name);
            }
            Kind::NullField(name) => {
                if let Some(value) = object.get_mut(name) {
                    *value = Value::Null;
                }
            }
            Kind::RenameField(from, to) => {
                if let Some(value) = object.remove(from) {
                    object.insert(to.clone(), value);
                }
            }
            // Envelopes have their own `status` but no `id`.
            Kind::StatusWord(word) if object.contains_key("id") => {
                if let Some(value) = object.get_mut(status_field) {
                    *value = Value::String(word.clone());
                }
            }
            _ => {}
        });
    }
    reply
}

fn each_object(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            change(object);
            object.values_mut().for_each(|value| each_object(value, change));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| each_object(value, change)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn status_word_does_not_change_the_status_of_the_envelope() {
        let body =
            json!({ "status": true, "snapshot": { "id": 7, "status": "CREATING", "vm": { "status": "ACTIVE" } } });
        let kind = Kind::StatusWord("ODD".to_owned());
        let altered = alter(&kind, "status", Reply::json(200, body));
        let wanted = json!({ "status": true, "snapshot": { "id": 7, "status": "ODD", "vm": { "status": "ACTIVE" } } });
        assert_eq!(altered.body, Body::Json(wanted));
    }
}
