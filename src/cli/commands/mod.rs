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

use super::args::{self, Command};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::failure_report;

/// Runs a command. If a mutating command fails, the failure is also printed as data if the output format is for programs.
pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    let ended = dispatch(context, command).await;
    if let (Err(failure), Some(subject)) = (&ended, context.take_subject())
        && let Err(why) = failure_report::print(context, subject, failure)
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
        Command::Man(arguments) => man::run(context, &arguments, args::parser()),
        Command::Completions(arguments) => completions::run(context, &arguments),
    }
}
