//! `operations list`, `wait` and `forget`: what was begun here and whose end was not seen.

use std::io::Read;

use clap::{Args, Subcommand};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::cli::change::{self, Running, operation_word};
use crate::cli::connect::connect_for;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shapes::ResourceId;
use crate::cli::state::Operations;
use crate::cli::table::{Column, Columns};
use crate::cli::text::time;
use crate::handle::Handle;
use crate::journal::Entry;
use crate::model::Resource;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the operations that are kept here
    #[command(after_help = "Example: cloudsnap operations list")]
    List,
    /// Wait for the end of an operation, and show what came of it
    #[command(after_help = "Example: cloudsnap --timeout 10m operations wait 3f9a2c1b")]
    Wait(One),
    /// Forget an operation; at the provider it goes on
    #[command(after_help = "Example: cloudsnap operations forget 3f9a2c1b")]
    Forget(One),
}

#[derive(Debug, Args)]
pub(crate) struct One {
    /// A handle (cs1...), the id that `operations list` shows, or - to read one from stdin
    handle: String,
}

/// An operation that is kept here.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Listed {
    /// The short name that it has here.
    id: String,
    /// What it does: `create_snapshot`.
    operation: String,
    /// The same in words, with the objects.
    description: String,
    provider: String,
    base_url: String,
    /// What it makes or works on.
    resource: ResourceId,
    /// When it was begun.
    started_at: String,
    /// What to wait with.
    handle: String,
}

impl Columns for Listed {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "id", shown: true, value: |it| it.id.clone() },
            Column { name: "description", shown: true, value: |it| it.description.clone() },
            Column { name: "provider", shown: true, value: |it| it.provider.clone() },
            Column {
                name: "started",
                shown: true,
                value: |it| it.started_at.parse().map(time).unwrap_or_else(|_| it.started_at.clone()),
            },
            Column { name: "operation", shown: false, value: |it| it.operation.clone() },
            Column { name: "base_url", shown: false, value: |it| it.base_url.clone() },
            Column { name: "handle", shown: false, value: |it| it.handle.clone() },
        ]
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List => list(context),
        Command::Wait(arguments) => wait(context, &arguments).await,
        Command::Forget(arguments) => forget(context, &arguments),
    }
}

fn list(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<Listed>()?;
    let (kept, odd) = Operations::open()?.list()?;
    for why in odd {
        context.console.warn(&why);
    }
    let listed: Vec<_> = kept.into_iter().map(listed).collect();
    context.out.list(&listed)?;
    if listed.is_empty() && context.out.is_table() {
        context.console.note("no operation is open");
    }
    Ok(Exit::Done)
}

fn listed(kept: Entry) -> Listed {
    let (ticket, handle) = (&kept.ticket, kept.handle());
    Listed {
        id: kept.key,
        operation: operation_word(ticket.verb),
        description: ticket.to_string(),
        provider: ticket.provider.to_string(),
        base_url: ticket.base_url.clone(),
        resource: ResourceId::of(ticket),
        started_at: kept.started_at.to_string(),
        handle: handle.to_string(),
    }
}

/// The operation that an argument means: one that is kept, or any handle.
fn find(store: &Operations, arguments: &One) -> Result<Entry, Failure> {
    let mut text = arguments.handle.trim().to_owned();
    if text == "-" {
        text.clear();
        let read = std::io::stdin().take(1 << 20).read_to_string(&mut text);
        read.map_err(|why| Failure::usage(format!("no handle can be read from stdin: {why}")))?;
        text = text.trim().to_owned();
    }
    if let Some(kept) = store.find(&text)? {
        // A handle that is given may know more than the one that is kept.
        return match text.parse::<Handle>() {
            Ok(handle) => store.keep(&handle),
            Err(_) => Ok(kept),
        };
    }
    if !text.starts_with("cs1.") {
        let shown: String = text.chars().take(60).collect();
        let why = format!("no operation {shown:?} is kept here, and it is no handle");
        return Err(Failure::usage_with(why, "`cloudsnap operations list` shows what is kept"));
    }
    let handle: Handle = text.parse()?;
    store.keep(&handle)
}

async fn wait(context: &Context, arguments: &One) -> Result<Exit, Failure> {
    let store = Operations::open()?;
    let kept = find(&store, arguments)?;
    let connection = connect_for(context, &kept.handle()).await?;
    let running: Running<'_, Resource> = Running::resume(context, &connection, store, kept)?;
    let ended = running.finish(true).await?;
    let printed = match ended.report.result {
        Some(Resource::Snapshot(snapshot)) => context.out.object(&*snapshot),
        Some(Resource::Image(image)) => context.out.object(&*image),
        Some(Resource::Deleted(deleted)) => context.out.object(&deleted),
        Some(Resource::Restored(restored)) => context.out.object(&*restored),
        Some(Resource::Backups(switch)) => context.out.object(&switch),
        None => context.out.json(&Value::Null),
    };
    change::told(context, printed, ended.untold)?;
    Ok(Exit::Done)
}

fn forget(context: &Context, arguments: &One) -> Result<Exit, Failure> {
    let store = Operations::open()?;
    let Some(kept) = store.find(arguments.handle.trim())? else {
        let why = "no such operation is kept here";
        return Err(Failure::usage_with(why, "`cloudsnap operations list` shows what is kept"));
    };
    store.forget(&kept.ticket)?;
    context.console.note(&format!(
        "forgotten: {}; at the provider it goes on",
        super::super::text::safe(&kept.ticket.to_string())
    ));
    Ok(Exit::Done)
}
