//! `api METHOD PATH`: a raw request of a documented operation.

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
PATH is below the base URL, as the document writes it (`cloudsnap spec PROVIDER` prints it), and may have a query. The \
answer's body goes to stdout as it came. What changes something is asked about, is never sent twice, and --dry-run \
shows it instead. A success whose body is a refusal ends with 1, one with some refusals with 9.

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
    // The library refuses what the document does not know; until then it counts as changing.
    let operation = raw::operation(client.provider(), &method, &arguments.path, body.as_ref()).ok();
    if let Some(operation) = operation.filter(|operation| !operation.safe) {
        ask::must_be_possible(context)?;
        let lines = [
            format!("This sends to {}:", connection.title()),
            format!("  {method} {}", arguments.path),
            format!("  {}: it changes something", operation.summary),
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
        context.console.warn("it may have taken effect: look before it is sent again");
        return Ok(Exit::Unknown);
    }
    if !status.is_success() {
        return Ok(Exit::of_status(status.as_u16()));
    }
    let may_have_arrived = operation.is_some_and(|operation| !operation.safe);
    if let Some(why) = unreadable(response.body()) {
        context.console.warn(&format!("the status is a success, and the body no answer of the provider: it is {why}"));
        return Ok(if may_have_arrived { Exit::Unknown } else { Exit::Failed });
    }
    let body = crate::body::json(response.body()).unwrap_or_default();
    Ok(match said(client.results(&body), &body) {
        Said::Yes => Exit::Done,
        Said::No => {
            context.console.warn("the answer's status is a success, and its body a refusal: nothing was done");
            Exit::Failed
        }
        Said::Partly => {
            context.console.warn("some of the results in the answer are refusals");
            Exit::Some
        }
    })
}

/// Why a body means nothing: a page, other bytes than JSON, or a key that says two things.
fn unreadable(body: &[u8]) -> Option<String> {
    let twice = || {
        let is_doubled = !crate::body::doubled(&crate::body::repaired(body)).is_empty();
        is_doubled.then(|| "ambiguous: a key stands twice in one object".to_owned())
    };
    crate::body::foreign(body).or_else(twice)
}

/// What the body of a success says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Yes,
    No,
    Partly,
}

/// Each provider may refuse under a success, with an error in place of the object that was asked for; some also in some of several
/// results.
fn said(results: &[Value], body: &Value) -> Said {
    let done = |result: &Value| !result.is_null() && result.get("success") != Some(&Value::Bool(false));
    // An object may tell of an error in its own past.
    let is_object = body.get("id").is_some_and(|id| !id.is_null());
    if is_refusal(body) && !is_object || !results.is_empty() && !results.iter().any(done) {
        return Said::No;
    }
    if results.iter().all(done) { Said::Yes } else { Said::Partly }
}

fn body(data: &str) -> Result<Value, Failure> {
    let text = match data.strip_prefix('@') {
        None => data.as_bytes().to_vec(),
        Some(file) => super::check::read(file)?,
    };
    serde_json::from_slice(crate::text::without_mark(&text))
        .map_err(|why| Failure::usage(format!("--data is no JSON: {why}")))
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
    fn a_body_that_means_nothing_is_no_success() {
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
    fn a_success_may_be_a_refusal() {
        let (no, yes) = (json!({ "success": false, "message": "busy" }), json!({ "success": true }));
        for (provider, body, expected) in [
            (Provider::ManageIq, no.clone(), Said::No),
            (Provider::ManageIq, yes.clone(), Said::Yes),
            (Provider::ManageIq, json!({ "name": "vms", "resources": [] }), Said::Yes),
            (Provider::ManageIq, json!({ "results": [no, yes.clone()] }), Said::Partly),
            (Provider::ManageIq, json!({ "results": [null, yes] }), Said::Partly),
            (Provider::ManageIq, json!({ "results": [no] }), Said::No),
            (Provider::ManageIq, Value::Null, Said::Yes),
            (Provider::Hyperstack, json!({ "status": false }), Said::No),
            (Provider::Hyperstack, json!({ "status": 500 }), Said::No),
            (Provider::Hyperstack, json!({ "status": 200 }), Said::Yes),
            (Provider::Hyperstack, json!({ "status": true }), Said::Yes),
            (Provider::GenesisCloud, json!({ "id": "a", "status": "error" }), Said::Yes),
            (Provider::GenesisCloud, json!({ "code": "x", "error": { "message": "no" } }), Said::No),
            (Provider::Syminet, json!({ "error": "no" }), Said::No),
            (Provider::Syminet, json!({ "errors": ["no"] }), Said::No),
            (Provider::Syminet, json!({ "error": null, "data": [] }), Said::Yes),
            (Provider::Syminet, json!([{ "error": "no" }]), Said::Yes),
            (Provider::ManageIq, json!({ "id": "7", "error": "of last year" }), Said::Yes),
        ] {
            let results = client(provider).results(&body);
            assert_eq!(said(results, &body), expected, "{provider} {body}");
        }
    }
}
