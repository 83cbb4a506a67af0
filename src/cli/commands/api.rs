//! `api METHOD PATH`: a raw request of a documented operation.

use clap::Args;
use serde_json::Value;

use crate::cli::ask;
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::error::ErrorKind;
use crate::spec;

const AFTER: &str = "\
PATH is below the base URL, as the document writes it (`cloudsnap spec PROVIDER` prints it), and may have a query. The \
answer's body goes to stdout as it came. What changes something is asked about, is never sent twice, and --dry-run \
shows it instead.

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
    let route = arguments.path.split('?').next().unwrap_or_default();
    // The library refuses what the document does not know; until then it counts as changing.
    let operation = spec::find(client.provider(), &method, route);
    let safe = operation.is_some_and(|operation| operation.safe);
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
    if !safe && (status.as_u16() == 408 || status.is_server_error()) {
        context.console.warn("it may have taken effect: look before it is sent again");
        return Ok(Exit::Unknown);
    }
    Ok(Exit::of_status(status.as_u16()))
}

fn body(data: &str) -> Result<Value, Failure> {
    let text = match data.strip_prefix('@') {
        None => data.to_owned(),
        Some(file) => super::check::read(file)?,
    };
    serde_json::from_str(&text).map_err(|why| Failure::usage(format!("--data is no JSON: {why}")))
}
