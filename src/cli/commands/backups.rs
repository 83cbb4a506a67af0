//! `backups list`, `restore`, `enable` and `disable`.

use clap::{Args, Subcommand};

use crate::cli::ask;
use crate::cli::change::{self, Change};
use crate::cli::complete;
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines;
use crate::cli::output::Format;
use crate::cli::safety;
use crate::cli::shapes::ResourceId;
use crate::cli::subject::Subject;
use crate::cli::text::time_and_age;
use crate::handle::Verb;
use crate::model::{Backup, BackupId, DisableBackups, EnableBackups, RestoreBackup};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the backups of a machine
    #[command(after_help = "Example: cloudsnap backups list 3247")]
    List(Machine),
    /// Restore a machine from a backup; its current data is overwritten
    #[command(after_help = "Example: cloudsnap backups restore 881 --vm 3247")]
    Restore(Restore),
    /// Enable automatic backups for a machine
    #[command(after_help = "Example: cloudsnap backups enable 3247")]
    Enable(Machine),
    /// Disable automatic backups for a machine
    #[command(after_help = "Example: cloudsnap backups disable 3247")]
    Disable(Machine),
}

#[derive(Debug, Args)]
pub(crate) struct Machine {
    /// The machine, by ID or name
    #[arg(add = complete::machines())]
    vm: String,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup's ID
    backup: BackupId,
    /// The machine, by ID or name; its current data is overwritten
    #[arg(long, add = complete::machines())]
    vm: String,
    /// Before the restore, create a snapshot of the machine and wait until it is ready
    #[arg(long)]
    safety_snapshot: bool,
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(arguments) => list(context, arguments).await,
        Command::Restore(arguments) => restore(context, arguments).await,
        Command::Enable(arguments) => {
            context.begin(Subject::one(Verb::EnableBackups, ResourceId::new("vm", Some(&arguments.vm))));
            let connection = connect(context, Need::Change).await?;
            let request = EnableBackups::new(
                machines::resolve(&connection.client, &arguments.vm, |it| it.automatic_backups).await?,
            );
            change::run(Change::prepare(context, &connection, request, false).await?, false).await
        }
        Command::Disable(arguments) => disable(context, arguments).await,
    }
}

async fn list(context: &Context, arguments: Machine) -> Result<Exit, Failure> {
    context.out.check_columns::<Backup>()?;
    let connection = connect(context, Need::Read).await?;
    let vm = machines::resolve(&connection.client, &arguments.vm, |it| it.list_backups).await?;
    let backups = connection.client.backups(&vm).await?;
    context.out.list(&backups)?;
    if backups.is_empty() && context.out.format == Format::Table {
        context.console.note("no backups found");
    }
    Ok(Exit::Done)
}

async fn restore(context: &Context, arguments: Restore) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::RestoreBackup, ResourceId::new("vm", Some(&arguments.vm))));
    let connection = connect(context, Need::Change).await?;
    let backup = arguments.backup;
    let vm = machines::resolve(&connection.client, &arguments.vm, |it| it.restore_backup).await?;
    let request = RestoreBackup::new(vm.clone(), backup.clone());
    let change = Change::prepare(context, &connection, request, true).await?;
    let safety = safety::prepare(context, &connection, &vm, arguments.safety_snapshot).await?;
    if !context.global.yes && !context.global.dry_run {
        let all = connection.client.backups(&vm).await?;
        let found = all.iter().find(|found| found.id == backup);
        let name = found.and_then(|found| found.name.as_ref()).map(|name| format!(" \"{name}\"")).unwrap_or_default();
        let created = found.and_then(|found| found.created_at).map(|at| format!(", created {}", time_and_age(at)));
        let lines = [
            format!("This machine of {} will be overwritten:", connection.title()),
            format!("  VM {vm}"),
            format!("  with backup {backup}{name}{}", created.unwrap_or_default()),
            safety::prompt(safety.is_some()).to_owned(),
        ];
        let named = found.and_then(|found| found.vm.name.as_deref());
        ask::confirm_by_name(context, &lines, named.unwrap_or(vm.id())).await?;
    }
    safety::restore(context, safety, change, false).await
}

async fn disable(context: &Context, arguments: Machine) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::DisableBackups, ResourceId::new("vm", Some(&arguments.vm))));
    let connection = connect(context, Need::Change).await?;
    let vm = machines::resolve(&connection.client, &arguments.vm, |it| it.automatic_backups).await?;
    let change = Change::prepare(context, &connection, DisableBackups::new(vm.clone()), true).await?;
    let mut lines = vec![format!("This disables automatic backups for VM {vm} ({}).", connection.title())];
    lines.extend(connection.client.caution(Verb::DisableBackups).map(str::to_owned));
    ask::confirm(context, &lines, &format!("Disable automatic backups for VM {vm}?")).await?;
    change::run(change, false).await
}
