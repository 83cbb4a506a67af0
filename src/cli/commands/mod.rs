//! The commands, one file each with its arguments and implementation.

pub(crate) mod api;
pub(crate) mod apply;
pub(crate) mod backups;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod man;
pub(crate) mod operations;
pub(crate) mod plan;
pub(crate) mod profiles;
pub(crate) mod providers;
pub(crate) mod sandbox;
pub(crate) mod schema;
pub(crate) mod snapshots;
pub(crate) mod spec;
pub(crate) mod verify;
pub(crate) mod vms;

use super::args::Command;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::shapes::Report;
use super::table::Columns;
use crate::model::{Backup, BackupState, Deleted, Image, Restored, Snapshot, Vm};

/// Returns the names of a table's columns.
type ColumnNames = fn() -> Vec<&'static str>;

/// The columns for `--columns` of the typed command; those of snapshots if the command is not known yet.
pub(crate) fn columns(words: &[&str]) -> Vec<&'static str> {
    fn of<T: Columns>() -> Vec<&'static str> {
        T::columns().iter().map(|column| column.name).collect()
    }
    let is = |command: &str| {
        let mut typed = words.iter();
        command.split(' ').all(|word| typed.any(|typed| *typed == word))
    };
    let known: [(&str, ColumnNames); 17] = [
        ("snapshots delete", of::<Report<Deleted>>),
        ("snapshots restore", of::<Restored>),
        ("snapshots image", of::<Image>),
        ("vms delete", of::<Deleted>),
        ("vms", of::<Vm>),
        ("backups list", of::<Backup>),
        ("backups restore", of::<Restored>),
        ("backups", of::<BackupState>),
        ("operations list", of::<operations::Listed>),
        ("operations wait", of::<Report<Deleted>>),
        ("profiles check", of::<profiles::Checked>),
        ("profiles", of::<profiles::Listed>),
        ("plan check", of::<plan::Planned>),
        ("plan status", of::<plan::Freshness>),
        ("verify", of::<verify::OperationReport>),
        ("check", of::<check::Found>),
        ("spec", of::<spec::Document>),
    ];
    let found = known.iter().find(|(command, _)| is(command));
    found.map_or_else(of::<Snapshot>, |(_, columns)| columns())
}

/// Runs a command. If a mutating command fails, the failure is also printed as data if the output format is for programs.
pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    let ended = dispatch(context, command).await;
    if let (Err(failure), Some(subject)) = (&ended, context.take_subject())
        && let Err(why) = subject.fail(context, failure)
    {
        context.console.failure(&why);
    }
    ended
}

async fn dispatch(context: &Context, command: Command) -> Result<Exit, Failure> {
    if context.out.is_for_monitoring() && !matches!(command, Command::Plan(plan::Command::Status(_))) {
        return Err(Failure::usage("`-o nagios` and `-o prometheus` are only supported by `plan status`"));
    }
    match command {
        Command::Providers => providers::run(context),
        Command::Vms(command) => vms::run(context, command).await,
        Command::Snapshots(command) => snapshots::run(context, command).await,
        Command::Apply(arguments) => apply::run(context, arguments).await,
        Command::Plan(command) => plan::run(context, command).await,
        Command::Backups(command) => backups::run(context, command).await,
        Command::Profiles(command) => profiles::run(context, command).await,
        Command::Operations(command) => operations::run(context, command).await,
        Command::Api(arguments) => api::run(context, arguments).await,
        Command::Verify => verify::run(context).await,
        Command::Check(arguments) => check::run(context, &arguments),
        Command::Spec(arguments) => spec::run(context, &arguments),
        Command::Schema(arguments) => schema::run(context, &arguments),
        Command::Sandbox(command) => sandbox::run(context, command).await,
        Command::Man(arguments) => man::run(context, &arguments),
        Command::Completions(arguments) => completions::run(context, &arguments),
    }
}
