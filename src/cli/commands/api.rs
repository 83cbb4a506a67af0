//! `api METHOD PATH`: sends a raw request to a documented operation.

use clap::Args;
use serde_json::Value;

use crate::cli::ask;
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::client::raw::{self, MayHaveArrived};
use crate::error::ErrorKind;
use crate::transport::is_refusal;

const AFTER: &str = "\
PATH is relative to the base URL, as in the OpenAPI document (`cloudsnap spec PROVIDER` prints it), and may have a query. The \
response body is written to stdout unchanged. Modifying requests ask for confirmation and are never retried; --dry-run \
prints them instead. Exits with 1 if a successful response reports a refusal in its body, or 9 if only some items were refused.

Example: cloudsnap --sandbox api GET '/images?page=1'";

#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Arguments {
    /// The HTTP method
    method: String,
    /// The path, with a leading /
    path: String,
    /// The JSON body, @FILE to read it from a file, or @- from stdin
    #[arg(long, value_name = "JSON|@FILE")]
    data: Option<String>,
}

pub(crate) async fn run(context: &Context, arguments: Arguments) -> Result<Exit, Failure> {
    let body = arguments.data.as_deref().map(body).transpose()?;
    let connection = connect(context, Need::Data).await?;
    let (client, method) = (&connection.client, arguments.method.to_ascii_uppercase());
    // Undocumented requests are refused by the library below.
    let operation = raw::operation(client.provider(), &method, &arguments.path, body.as_ref()).ok();
    if let Some(operation) = operation.filter(|operation| !operation.safe) {
        ask::require_terminal(context)?;
        let lines = [
            format!("This request modifies data of {}:", connection.title()),
            format!("  {method} {} ({})", arguments.path, operation.summary),
        ];
        ask::confirm(context, &lines, "Send it?").await?;
    }
    let response = match client.request(&method, &arguments.path, body.as_ref()).await {
        Err(error) if error.kind() == ErrorKind::DryRun => {
            context.show_planned(&context.take_planned(), false)?;
            return Ok(Exit::Done);
        }
        Err(error) => return Err(error.into()),
        Ok(response) => response,
    };
    let status = response.status();
    context.console.note(&format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default()));
    context.out.body(&client.without_secrets(response.body()))?;
    if !status.is_success() && response.extensions().get::<MayHaveArrived>().is_some() {
        context.console.warn("the request may have taken effect; check before retrying");
        return Ok(Exit::Unknown);
    }
    if !status.is_success() {
        return Ok(Exit::of_status(status.as_u16()));
    }
    let may_have_arrived = operation.is_some_and(|operation| !operation.safe);
    if let Some(why) = unreadable(response.body()) {
        context.console.warn(&format!("HTTP status was successful, but the body is not the provider's: it is {why}"));
        return Ok(if may_have_arrived { Exit::Unknown } else { Exit::Failed });
    }
    let body = crate::body::json(response.body()).unwrap_or_default();
    Ok(match outcome(client.results(&body), &body) {
        Outcome::Success => Exit::Done,
        Outcome::Refused => {
            context.console.warn("HTTP status was successful, but the body reports a refusal; nothing was done");
            Exit::Failed
        }
        Outcome::Partial => {
            context.console.warn("some of the results in the response are refusals");
            Exit::Some
        }
    })
}

/// Why a body cannot be interpreted: an HTML page, other bytes than JSON, or duplicate keys.
fn unreadable(body: &[u8]) -> Option<String> {
    let twice = || {
        let is_doubled = !crate::body::doubled(&crate::body::repaired(body)).is_empty();
        is_doubled.then(|| "ambiguous: an object has a duplicate key".to_owned())
    };
    crate::body::foreign(body).or_else(twice)
}

/// The outcome according to the body of a successful response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Success,
    Refused,
    Partial,
}

/// Interprets the body of a successful response. Any provider may report a refusal instead of the requested object; some also report
/// several results of which some are refusals.
fn outcome(results: &[Value], body: &Value) -> Outcome {
    let done = |result: &Value| !result.is_null() && result.get("success") != Some(&Value::Bool(false));
    // An object may have a field with an earlier error.
    let is_object = body.get("id").is_some_and(|id| !id.is_null());
    if is_refusal(body) && !is_object || !results.is_empty() && !results.iter().any(done) {
        return Outcome::Refused;
    }
    if results.iter().all(done) { Outcome::Success } else { Outcome::Partial }
}

fn body(data: &str) -> Result<Value, Failure> {
    let text = match data.strip_prefix('@') {
        None => data.as_bytes().to_vec(),
        Some(file) => super::check::read(file)?,
    };
    serde_json::from_slice(crate::text::without_mark(&text))
        .map_err(|why| Failure::usage(format!("`--data` is not valid JSON: {why}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::client::Client;
    use crate::spec::Provider;
    use crate::transport::Auth;

    fn client(provider: Provider) -> Client {
        Client::builder(provider).base_url("https://localhost").auth(Auth::token("k")).build().unwrap()
    }

    #[test]
    fn a_body_that_cannot_be_interpreted_is_not_a_success() {
        for body in [
            "<html><title>Sign in</title></html>",
            "\u{feff} <!DOCTYPE html>",
            "<?xml version=\"1.0\"?><a/>",
            "\x1f\u{8b}",
            r#"{"id": 1, "id": 2}"#,
            r#"{"data": [{"id": 1, "id": 2}]}"#,
        ] {
            let bytes: Vec<u8> = if body.starts_with('\x1f') { vec![0x1f, 0x8b, 8, 0] } else { body.into() };
            assert!(unreadable(&bytes).is_some(), "{body}");
        }
        for body in ["", "{}", "\u{feff}{\"a\": 1}", "accepted", "[1]"] {
            assert_eq!(unreadable(body.as_bytes()), None, "{body}");
        }
    }

    #[test]
    fn a_successful_response_may_report_a_refusal() {
        let (no, yes) = (json!({ "success": false, "message": "busy" }), json!({ "success": true }));
        for (provider, body, expected) in [
            (Provider::ManageIq, no.clone(), Outcome::Refused),
            (Provider::ManageIq, yes.clone(), Outcome::Success),
            (Provider::ManageIq, json!({ "name": "vms", "resources": [] }), Outcome::Success),
            (Provider::ManageIq, json!({ "results": [no, yes.clone()] }), Outcome::Partial),
            (Provider::ManageIq, json!({ "results": [null, yes] }), Outcome::Partial),
            (Provider::ManageIq, json!({ "results": [no] }), Outcome::Refused),
            (Provider::ManageIq, Value::Null, Outcome::Success),
            (Provider::Hyperstack, json!({ "status": false }), Outcome::Refused),
            (Provider::Hyperstack, json!({ "status": 500 }), Outcome::Refused),
            (Provider::Hyperstack, json!({ "status": 200 }), Outcome::Success),
            (Provider::Hyperstack, json!({ "status": true }), Outcome::Success),
            (Provider::GenesisCloud, json!({ "id": "a", "status": "error" }), Outcome::Success),
            (Provider::GenesisCloud, json!({ "code": "x", "error": { "message": "no" } }), Outcome::Refused),
            (Provider::Syminet, json!({ "error": "no" }), Outcome::Refused),
            (Provider::Syminet, json!({ "errors": ["no"] }), Outcome::Refused),
            (Provider::Syminet, json!({ "error": null, "data": [] }), Outcome::Success),
            (Provider::Syminet, json!([{ "error": "no" }]), Outcome::Success),
            (Provider::ManageIq, json!({ "id": "7", "error": "of last year" }), Outcome::Success),
        ] {
            let results = client(provider).results(&body);
            assert_eq!(outcome(results, &body), expected, "{provider} {body}");
        }
    }
}
