//! The responses that all operations share: errors, envelopes and pages.

use std::fmt::Display;

use serde_json::{Value, json};

use crate::sandbox::context::{Context, page};
use crate::sandbox::wire::{Reply, Request};

/// The success or error response of an operation.
pub(super) type ReplyResult = Result<Reply, Reply>;

pub(super) fn error(status: u16, message: impl Display, reason: Option<&str>) -> Reply {
    let mut body = json!({ "status": false, "message": message.to_string() });
    if let Some(reason) = reason {
        body["error_reason"] = json!(reason);
    }
    Reply::json(status, body)
}

pub(super) fn bad_request(message: impl Display) -> Reply {
    error(400, message, Some("bad_request"))
}

pub(super) fn envelope(
    status: u16,
    envelope: impl Into<Value>,
    message: impl Display,
    name: &str,
    value: Value,
) -> Reply {
    Reply::json(status, json!({ "status": envelope.into(), "message": message.to_string(), name: value }))
}

/// One page of a list; everything if no page is requested.
pub(super) fn page_of(
    request: &Request,
    ctx: &Context<'_>,
    message: &str,
    name: &str,
    rows: Vec<Value>,
) -> ReplyResult {
    let number_param = |name: &str| request.query(name).and_then(|text| text.parse::<usize>().ok());
    let (number, size) = (number_param("page"), number_param("pageSize"));
    let rows = match (number, size) {
        (None, None) => rows,
        _ => page(rows, number.unwrap_or(1), size.unwrap_or(ctx.settings.page_size)).0,
    };
    let list = json!({
        "status": true, "message": message, "page": number, "page_size": size, "count": rows.len(), name: rows,
    });
    Ok(Reply::json(200, list))
}
