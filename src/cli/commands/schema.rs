//! `schema`: prints the JSON Schema of a command's JSON output.

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
use super::verify::VerifyReport;
use crate::cli::complete;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::plan::report::RunReport;
use crate::cli::shapes::{Changed, Report, Restoring};
use crate::model::{Backup, BackupState, Deleted, Image, Snapshot, Vm};

#[derive(Debug, Args)]
#[command(after_help = "Example: cloudsnap schema snapshots list")]
pub(crate) struct Arguments {
    /// The command; prints the schemas of all commands if omitted
    #[arg(value_name = "COMMAND", add = complete::schemas(commands))]
    words: Vec<String>,
}

fn of<T: JsonSchema>() -> Value {
    // For serialized output: fields that are null if unknown are still required.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// The schemas of all commands with their own JSON output, by command.
fn all() -> Vec<(&'static str, Value)> {
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
        ("backups enable", of::<Changed<BackupState>>()),
        ("backups disable", of::<Changed<BackupState>>()),
        ("profiles list", of::<Vec<profiles::Listed>>()),
        ("profiles show", of::<profiles::Listed>()),
        ("profiles check", of::<Vec<profiles::Checked>>()),
        ("operations list", of::<Vec<Listed>>()),
        ("operations wait", of::<Vec<Report<Waited>>>()),
        ("verify", of::<VerifyReport>()),
        ("check", of::<Vec<Found>>()),
        ("spec", of::<Vec<Document>>()),
    ]
}

/// The commands that have a schema.
fn commands() -> Vec<&'static str> {
    all().into_iter().map(|(command, _)| command).collect()
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
            return Err(Failure::usage_with(format!("no schema for {wanted:?}"), format!("available: {}", known())));
        }
    }
    Ok(Exit::Done)
}
