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
use crate::spec::Provider;

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
    let answer = match client.request(&method, &arguments.path, body.as_ref()).await {
        Err(error) if error.kind() == ErrorKind::DryRun => {
            context.show_planned(&context.take_planned(), false)?;
            return Ok(Exit::Done);
        }
        Err(error) => return Err(error.into()),
        Ok(answer) => answer,
    };
    let status = answer.status();
    context.console.note(&format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default()));
    context.out.body(&client.without_secrets(answer.body()))?;
    if !status.is_success() && answer.extensions().get::<MayHaveArrived>().is_some() {
        context.console.warn("it may have taken effect: look before it is sent again");
        return Ok(Exit::Unknown);
    }
    if !status.is_success() {
        return Ok(Exit::of_status(status.as_u16()));
    }
    let body: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    Ok(match said(client.provider(), &body) {
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

/// What the body of a success says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Yes,
    No,
    Partly,
}

/// ManageIQ refuses under 200 with `success: false`, alone or in each of several `results`; Hyperstack with a `status` that says no.
fn said(provider: Provider, body: &Value) -> Said {
    let done = |result: &Value| !result.is_null() && result.get("success") != Some(&Value::Bool(false));
    match provider {
        Provider::ManageIq => match body.get("results").and_then(Value::as_array).map(Vec::as_slice) {
            None | Some([]) if body.is_null() || done(body) => Said::Yes,
            None | Some([]) => Said::No,
            Some(results) if results.iter().all(done) => Said::Yes,
            Some(results) if results.iter().any(done) => Said::Partly,
            Some(_) => Said::No,
        },
        Provider::Hyperstack => match body.get("status") {
            Some(Value::Bool(false)) => Said::No,
            Some(Value::Number(status)) if status.as_i64().is_some_and(|status| status == 0 || status >= 400) => {
                Said::No
            }
            _ => Said::Yes,
        },
        _ => Said::Yes,
    }
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
            (Provider::GenesisCloud, json!({ "status": "error" }), Said::Yes),
        ] {
            assert_eq!(said(provider, &body), expected, "{provider} {body}");
        }
    }
}
