//! `schema`: the JSON Schema of what a command prints with `-o json`.

use clap::Args;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::check::Found;
use super::operations::{Listed, Waited};
use super::plan;
use super::profiles;
use super::providers::Offer;
use super::snapshots::Pruned;
use super::spec::Document;
use super::verify::Verdict;
use crate::cli::complete;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::plan::report::RunReport;
use crate::cli::shapes::{Changed, Report, Restoring};
use crate::model::{Backup, BackupSwitch, Deleted, Image, Snapshot, Vm};

#[derive(Debug, Args)]
#[command(after_help = "Example: cloudsnap schema snapshots list")]
pub(crate) struct Arguments {
    /// The command; without it, the schemas of all are printed, by command
    #[arg(value_name = "COMMAND", add = complete::schemas())]
    words: Vec<String>,
}

fn of<T: JsonSchema>() -> Value {
    // As it is written: what is null where unknown is required to be there.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// The schemas of all commands with such output, by command.
pub(crate) fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("providers", of::<Vec<Offer>>()),
        ("vms list", of::<Vec<Vm>>()),
        ("vms get", of::<Vm>()),
        ("vms delete", of::<Changed<Deleted>>()),
        ("snapshots list", of::<Vec<Snapshot>>()),
        ("snapshots get", of::<Snapshot>()),
        ("snapshots create", of::<Changed<Snapshot>>()),
        ("snapshots restore", of::<Restoring>()),
        ("snapshots rename", of::<Changed<Snapshot>>()),
        ("snapshots delete", of::<Vec<Changed<Deleted>>>()),
        ("snapshots prune", of::<Pruned>()),
        ("snapshots clone", of::<Changed<Snapshot>>()),
        ("snapshots import", of::<Changed<Snapshot>>()),
        ("snapshots image", of::<Changed<Image>>()),
        ("apply", of::<RunReport>()),
        ("plan check", of::<Vec<plan::Planned>>()),
        ("plan status", of::<Vec<plan::Freshness>>()),
        ("backups list", of::<Vec<Backup>>()),
        ("backups restore", of::<Restoring>()),
        ("backups enable", of::<Changed<BackupSwitch>>()),
        ("backups disable", of::<Changed<BackupSwitch>>()),
        ("profiles list", of::<Vec<profiles::Listed>>()),
        ("profiles show", of::<profiles::Listed>()),
        ("profiles check", of::<Vec<profiles::Checked>>()),
        ("operations list", of::<Vec<Listed>>()),
        ("operations wait", of::<Vec<Report<Waited>>>()),
        ("verify", of::<Verdict>()),
        ("check", of::<Vec<Found>>()),
        ("spec", of::<Vec<Document>>()),
    ]
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let wanted = arguments.words.join(" ");
    let all = all();
    if wanted.is_empty() {
        let by_command: serde_json::Map<String, Value> =
            all.into_iter().map(|(command, schema)| (command.to_owned(), schema)).collect();
        context.out.json(&by_command)?;
        return Ok(Exit::Done);
    }
    let known = || all.iter().map(|(command, _)| *command).collect::<Vec<_>>().join(", ");
    match all.iter().find(|(command, _)| *command == wanted) {
        Some((_, schema)) => context.out.json(schema)?,
        None => {
            let hint = format!("commands with JSON output of their own are: {}", known());
            return Err(Failure::usage_with(format!("there is no schema for {wanted:?}"), hint));
        }
    }
    Ok(Exit::Done)
}
