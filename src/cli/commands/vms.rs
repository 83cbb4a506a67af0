//! `vms list` and `vms delete`.

use clap::{Args, Subcommand};
use futures_util::TryStreamExt;

use crate::cli::ask;
use crate::cli::change::{self, Change};
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::Format;
use crate::error::{Error, ErrorKind};
use crate::model::{DeleteVm, Vm, VmId};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List all machines of the account
    #[command(after_help = "Example: cloudsnap vms list --columns id,name")]
    List,
    /// Delete a machine, for instance one that a restore was tried on; its snapshots stay
    #[command(after_help = "Example: cloudsnap vms delete 421090 --wait")]
    Delete(Delete),
}

#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// The machine's id
    vm: VmId,
    /// Wait until it is gone
    #[arg(long)]
    wait: bool,
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List => list(context).await,
        Command::Delete(arguments) => delete(context, arguments).await,
    }
}

async fn delete(context: &Context, arguments: Delete) -> Result<Exit, Failure> {
    let connection = connect(context, Need::Change).await?;
    let change = Change::prepare(context, &connection, DeleteVm::new(arguments.vm.clone()), true).await?;
    let mut lines = vec![format!("This deletes from {}, for good, with all that is on its disk:", connection.title())];
    if !context.global.yes && !context.global.dry_run {
        // By its name: an id that was mistyped is another machine's.
        let mut vms = connection.client.vms();
        let found = loop {
            match vms.try_next().await? {
                Some(vm) if vm.id == arguments.vm => break vm,
                Some(_) => {}
                None => return Err(Error::new(ErrorKind::NotFound, "the list of machines does not have it").into()),
            }
        };
        let name = found.name.as_deref().unwrap_or_default();
        lines.push(format!("  vm {} {}", found.id, format_args!("{name:?}")));
    }
    ask::confirm(context, &lines, "Delete this machine?").await?;
    change::run(change, arguments.wait).await
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
