//! `vms list`.

use clap::Subcommand;
use futures_util::TryStreamExt;

use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::Format;
use crate::model::Vm;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List all machines of the account
    #[command(after_help = "Example: cloudsnap vms list --columns id,name")]
    List,
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List => list(context).await,
    }
}

async fn list(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<Vm>()?;
    let connection = connect(context, Need::Read).await?;
    let mut vms = connection.client.vms();
    let mut all = Vec::new();
    while let Some(vm) = vms.try_next().await? {
        match context.out.format {
            Format::Jsonl => context.out.json(&vm)?,
            _ => all.push(vm),
        }
    }
    if context.out.format != Format::Jsonl {
        context.out.list(&all)?;
        if all.is_empty() {
            context.console.note("there are no machines");
        }
    }
    Ok(Exit::Done)
}
