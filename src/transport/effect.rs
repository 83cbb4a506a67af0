//! Decides, in this one place, what a response proves about a modifying request: whether it may have taken effect.

use serde_json::Value;

use super::send::{Outcome, Reply};
use crate::spec::Operation;

impl Outcome {
    /// Whether the server may have performed the request.
    ///
    /// Only a refusal defined in the document proves that it did not: a documented 4xx in the provider's own format. A
    /// gateway's page, a redirect, a protocol switch, or another service's JSON comes from a party that may not know
    /// what the provider did.
    pub(crate) fn may_have_arrived(&self, operation: &Operation) -> bool {
        match self {
            Self::Reply(reply) => !operation.safe && !is_refusal(operation, reply),
            Self::Failed(failure) => failure.sent,
        }
    }

    /// Whether this is a rate limit of the provider itself: nothing was done, and the same request may be sent later.
    pub(crate) fn is_own_limit(&self, operation: &Operation) -> bool {
        match self {
            Self::Reply(reply) => reply.status.as_u16() == 429 && is_refusal(operation, reply),
            Self::Failed(_) => false,
        }
    }
}

/// Whether the provider says that it did nothing.
fn is_refusal(operation: &Operation, reply: &Reply) -> bool {
    let status = reply.status.as_u16();
    // A party that stopped waiting for the request does not know its outcome.
    if !reply.status.is_client_error() || status == 408 {
        return false;
    }
    let body: Option<Value> = serde_json::from_slice(&reply.body).ok();
    if body.as_ref().is_some_and(says_done) {
        return false;
    }
    if status == 429 && reply.headers.contains_key(http::header::RETRY_AFTER) {
        return true;
    }
    operation.knows_refusal(status) && body.as_ref().is_some_and(|body| operation.is_form_of_refusal(body))
}

/// Whether a body reports that something was done, whatever the status says.
fn says_done(body: &Value) -> bool {
    let done = |value: &Value| {
        let named = |key: &str| value.get(key).is_some_and(|id| !id.is_null());
        value.get("success") == Some(&Value::Bool(true))
            || value.get("status") == Some(&Value::Bool(true))
            || value.get("status").and_then(Value::as_u64).is_some_and(|status| (200..300).contains(&status))
            || named("task_id")
            || named("snapshot")
    };
    let results = body.get("results").and_then(Value::as_array);
    done(body) || results.is_some_and(|results| results.iter().any(done))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, StatusCode};
    use serde_json::json;

    use super::*;
    use crate::spec::{self, Provider};

    fn reply(status: u16, body: impl Into<String>) -> Outcome {
        let (status, body) = (StatusCode::from_u16(status).unwrap(), bytes::Bytes::from(body.into()));
        Outcome::Reply(Reply { status, headers: HeaderMap::new(), body })
    }

    /// A create request of each provider, and a refusal in its own format.
    fn creates() -> [(&'static Operation, Value); 4] {
        let of = |provider, id| spec::operation(provider, id).unwrap();
        [
            (of(Provider::Syminet, "create_snapshot"), json!({"error": "no"})),
            (of(Provider::ManageIq, "change_vm_snapshots"), json!({"results": [{"success": false, "message": "no"}]})),
            (
                of(Provider::Hyperstack, "create_snapshot"),
                json!({"status": false, "message": "no", "error_reason": "bad_request"}),
            ),
            (of(Provider::GenesisCloud, "create_instance_snapshot"), json!({"code": "bad_request", "message": "no"})),
        ]
    }

    #[test]
    fn only_the_providers_own_refusal_proves_that_nothing_was_done() {
        for (operation, own) in creates() {
            let own = own.to_string();
            for status in [401, 403, 404] {
                assert!(!reply(status, own.clone()).may_have_arrived(operation), "{} {status}", operation.id);
            }
            for status in [100, 101, 103, 200, 202, 206, 301, 302, 303, 307, 308, 408, 500, 502, 520, 524, 598] {
                assert!(reply(status, own.clone()).may_have_arrived(operation), "{} {status}", operation.id);
            }
            for body in ["", "<html>no</html>", "[]", "{}", "null", r#"{"fault": {"faultstring": "no"}}"#] {
                assert!(reply(404, body).may_have_arrived(operation), "{} {body}", operation.id);
            }
        }
        for (operation, own) in &creates()[..3] {
            for status in [411, 413, 414, 418, 421, 431, 451, 494, 499] {
                assert!(reply(status, own.to_string()).may_have_arrived(operation), "{} {status}", operation.id);
            }
        }
    }

    #[test]
    fn a_refusal_that_reports_an_effect_proves_nothing() {
        for (operation, own) in creates() {
            for done in [
                json!({"success": true}),
                json!({"status": true}),
                json!({"status": 200}),
                json!({"task_id": "7"}),
                json!({"snapshot": {"id": 7}}),
                json!({"results": [{"success": true, "message": "queued"}, {"success": false}]}),
            ] {
                let mut body = own.clone();
                for (key, value) in done.as_object().unwrap() {
                    body[key] = value.clone();
                }
                assert!(reply(404, body.to_string()).may_have_arrived(operation), "{} {body}", operation.id);
            }
        }
    }

    #[test]
    fn read_only_requests_never_take_effect() {
        let operation = spec::operation(Provider::Syminet, "list_snapshots").unwrap();
        assert!(!reply(302, "").may_have_arrived(operation) && !reply(500, "").may_have_arrived(operation));
    }

    #[test]
    fn the_providers_own_limits_have_its_format_or_retry_after() {
        for (operation, own) in creates() {
            let documented = operation.knows_refusal(429);
            assert_eq!(reply(429, own.to_string()).is_own_limit(operation), documented, "{}", operation.id);
            assert!(!reply(429, "<html>slow down</html>").is_own_limit(operation), "{}", operation.id);
            let Outcome::Reply(mut reported) = reply(429, "") else { panic!("a reply") };
            reported.headers.insert(http::header::RETRY_AFTER, HeaderValue::from_static("1"));
            assert!(Outcome::Reply(reported).is_own_limit(operation), "{}", operation.id);
        }
    }
}
