//! `vms list`, `vms get` and `vms delete`.

use clap::{Args, Subcommand};
use futures_util::TryStreamExt;

use crate::cli::ask;
use crate::cli::change::{self, Change};
use crate::cli::complete;
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::ended::print_result;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::listing::{Order, has_labels, require_labels};
use crate::cli::machines;
use crate::cli::output::Format;
use crate::cli::several;
use crate::cli::shapes::ResourceId;
use crate::cli::subject::Subject;
use crate::glob;
use crate::handle::Verb;
use crate::model::{DeleteVm, Deleted, Vm};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the machines of the account
    #[command(after_help = "Example: cloudsnap vms list --glob 'web-*' --sort name")]
    List(List),
    /// Show one machine
    #[command(after_help = "Example: cloudsnap vms get web-1")]
    Get(Get),
    /// Delete a machine, e.g. one created to test a restore; its snapshots are kept
    #[command(after_help = "Example: cloudsnap vms delete 421090 --wait")]
    Delete(Delete),
}

#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// The machine, by ID or name
    #[arg(add = complete::machines())]
    vm: String,
    /// Treat a machine that does not exist as deleted
    #[arg(long)]
    ignore_missing: bool,
    /// Wait until it is gone
    #[arg(long)]
    wait: bool,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Only machines whose name contains this text (case-sensitive)
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Only machines whose whole name matches this pattern: * is any text, ? any character
    #[arg(long, value_name = "PATTERN")]
    glob: Option<String>,
    /// Only machines with this label (repeatable; all must match)
    #[arg(long = "label", value_name = "LABEL")]
    labels: Vec<String>,
    /// Only machines in this region
    #[arg(long)]
    region: Option<String>,
    /// Sort by name, id, status or region; append :desc for descending order
    #[arg(long, value_name = "COLUMN")]
    sort: Option<Order<Vm>>,
}

#[derive(Debug, Args)]
pub(crate) struct Get {
    /// The machine, by ID or name
    #[arg(add = complete::machines())]
    vm: String,
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(arguments) => list(context, arguments).await,
        Command::Get(arguments) => get(context, &arguments).await,
        Command::Delete(arguments) => delete(context, arguments).await,
    }
}

async fn delete(context: &Context, arguments: Delete) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::DeleteVm, ResourceId::new("vm", Some(&arguments.vm))));
    let connection = connect(context, Need::Change).await?;
    match prepare_delete(context, &connection, &arguments.vm).await {
        Ok(change) => change::run(change, arguments.wait).await,
        Err(failure) if arguments.ignore_missing && failure.exit() == Exit::NotFound => {
            let why = format!("machine {} does not exist; nothing was sent", arguments.vm);
            print_result(context, several::already_deleted(context, Verb::DeleteVm, &arguments.vm, why))?;
            Ok(Exit::Done)
        }
        Err(failure) => Err(failure),
    }
}

/// Checks the request and asks for confirmation.
async fn prepare_delete<'a>(
    context: &'a Context,
    connection: &'a Connection,
    vm: &str,
) -> Result<Change<'a, Deleted>, Failure> {
    let vm = machines::resolve(&connection.client, vm, |it| it.delete_vm).await?;
    let change = Change::prepare(context, connection, DeleteVm::new(vm.clone()), true).await?;
    if !context.global.yes && !context.global.dry_run {
        // The question shows its name: a mistyped ID may be that of a different machine.
        let all: Vec<Vm> = connection.client.vms().try_collect().await?;
        let Some(found) = all.into_iter().find(|found| found.id == vm) else {
            return Err(Failure::not_found(format!("the list of machines does not contain {vm}")));
        };
        let lines = [
            format!("This machine of {} will be permanently deleted, with all data on its disk:", connection.title()),
            format!("  VM {} {:?}", found.id, found.name.as_deref().unwrap_or_default()),
        ];
        ask::confirm(context, &lines, "Delete this machine?").await?;
    }
    Ok(change)
}

async fn list(context: &Context, arguments: List) -> Result<Exit, Failure> {
    context.out.check_columns::<Vm>()?;
    let connection = connect(context, Need::Read).await?;
    require_labels(&connection.client, &arguments.labels, "labels of machines")?;
    let streams = context.out.format == Format::Jsonl && arguments.sort.is_none();
    let mut vms = connection.client.vms();
    let (mut all, mut count) = (Vec::new(), 0);
    while let Some(vm) = vms.try_next().await? {
        let name = vm.name.as_deref().unwrap_or_default();
        let matches = arguments.name.as_ref().is_none_or(|text| name.contains(text.as_str()))
            && arguments.glob.as_ref().is_none_or(|pattern| glob::matches(pattern, name))
            && arguments.region.as_ref().is_none_or(|region| vm.region.as_ref() == Some(region))
            && has_labels(vm.labels.as_ref(), &arguments.labels);
        if !matches {
            continue;
        }
        count += 1;
        match streams {
            true => context.out.json(&vm)?,
            false => all.push(vm),
        }
    }
    if let Some(order) = arguments.sort {
        order.sort(&mut all);
    }
    if !streams {
        context.out.list(&all)?;
    }
    if count == 0 && context.out.is_table() {
        context.console.note("no matching machines");
    }
    Ok(Exit::Done)
}

async fn get(context: &Context, arguments: &Get) -> Result<Exit, Failure> {
    context.out.check_columns::<Vm>()?;
    let connection = connect(context, Need::Read).await?;
    let all: Vec<Vm> = connection.client.vms().try_collect().await?;
    let wanted = arguments.vm.as_str();
    let by_id = all.iter().find(|vm| vm.id == wanted || vm.id.id() == wanted);
    let by_name: Vec<&Vm> = all.iter().filter(|vm| vm.name.as_deref() == Some(wanted)).collect();
    let found = match (by_id, by_name.as_slice()) {
        (Some(vm), _) => vm,
        (None, [only]) => *only,
        (None, []) => return Err(Failure::not_found(format!("no machine with the ID or name {wanted:?}"))),
        (None, several) => {
            let ids = several.iter().map(|vm| vm.id.to_string()).collect::<Vec<_>>().join(", ");
            return Err(Failure::usage(format!("{} machines are named {wanted:?}: {ids}", several.len())));
        }
    };
    context.out.object(found)?;
    Ok(Exit::Done)
}
