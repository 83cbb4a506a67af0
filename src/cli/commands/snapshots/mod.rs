//! `snapshots`: the arguments of its commands.

mod create;
mod delete;
mod list;
mod nondestructive;
mod prune;
mod restore;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgGroup, Args, Subcommand};

pub(crate) use prune::Pruned;

use crate::capability::Capabilities;
use crate::cli::complete;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::listing::Order;
use crate::cli::machines;
use crate::cli::text;
use crate::client::Client;
use crate::model::{Snapshot, SnapshotId, SnapshotRef, SnapshotStatus, VmId};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List snapshots
    #[command(after_help = "Example: cloudsnap snapshots list --vm 3247 --name nightly")]
    List(List),
    /// Show one snapshot
    #[command(after_help = "Example: cloudsnap snapshots get 14901")]
    Get(Get),
    /// Create a snapshot of a machine
    #[command(
        after_help = "Contents: on Hyperstack and Genesis Cloud only the root (boot) disk, not attached volumes; on \
                            ManageIQ it depends on the underlying platform; on Syminet the slice.\n\
                            Hyperstack may power off a running machine while the snapshot is taken.\n\n\
                            Example: cloudsnap snapshots create 3247 --name before-upgrade --wait"
    )]
    Create(Create),
    /// Restore a snapshot onto its machine, or to a new machine
    #[command(after_help = "Example: cloudsnap snapshots restore 14901 --vm 3247")]
    Restore(Restore),
    /// Rename a snapshot
    #[command(after_help = "Example: cloudsnap snapshots rename 14901 keep-this")]
    Rename(Rename),
    /// Delete snapshots
    #[command(after_help = "Example: cloudsnap snapshots delete 14901 14902 --yes --wait")]
    Delete(Delete),
    /// Delete snapshots that a retention policy does not keep
    #[command(
        after_help = "Only snapshots whose name starts with --name-prefix are considered; all others are never changed. The \
                      newest ready snapshot of each machine is always kept. Days start at midnight in --time-zone.\n\n\
                      Exit codes: 10 stopped by a safety rule before anything was sent, 9 some deletions failed or need \
                      attention, 8 an outcome is unknown.\n\n\
                      Example: cloudsnap snapshots prune --name-prefix nightly- --all-vms --keep-daily 7 --keep-weekly 4 \
                      --dry-run"
    )]
    Prune(Box<prune::Prune>),
    /// Copy a snapshot to another region
    #[command(
        after_help = "Example: cloudsnap snapshots clone 6c1f0d3e-9a27-4b58-8c40-2f7e51b9d6a3 --name nightly-copy \
                      --region EUC-DE-MUC-1 --wait"
    )]
    Clone(Clone),
    /// Create a snapshot from an image at a URL
    #[command(
        after_help = "Example: cloudsnap snapshots import --name base --url https://images.example/base.raw --size 20 \
                      --region NORD-NO-KRS-1"
    )]
    Import(Import),
    /// Create an image from a snapshot
    #[command(after_help = "Example: cloudsnap snapshots image 14901 --name golden")]
    Image(Image),
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Only snapshots of this machine, by ID or name
    #[arg(long, add = complete::machines())]
    vm: Option<String>,
    /// Only snapshots whose name contains this text (case-sensitive)
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Only snapshots whose name starts with this text
    #[arg(long, value_name = "TEXT")]
    name_prefix: Option<String>,
    /// Only snapshots whose whole name matches this pattern: * is any text, ? any character
    #[arg(long, value_name = "PATTERN")]
    glob: Option<String>,
    /// Only snapshots with this status (repeatable)
    #[arg(long = "status", value_name = "STATUS", value_parser = status())]
    statuses: Vec<SnapshotStatus>,
    /// Only snapshots created longer ago than this, e.g. 12h or 30d
    #[arg(long, value_name = "AGE", value_parser = text::age_limit)]
    older_than: Option<jiff::SignedDuration>,
    /// Only snapshots created more recently than this, e.g. 26h
    #[arg(long, value_name = "AGE", value_parser = text::age_limit)]
    newer_than: Option<jiff::SignedDuration>,
    /// Only snapshots with this label (repeatable; all must match)
    #[arg(long = "label", value_name = "LABEL")]
    labels: Vec<String>,
    /// Only snapshots in this region
    #[arg(long)]
    region: Option<String>,
    /// Sort by created, name, id, status, vm, size or region; append :desc for descending order
    #[arg(long, value_name = "COLUMN")]
    sort: Option<Order<Snapshot>>,
    /// Show at most N snapshots
    #[arg(long, value_name = "N", value_parser = limit)]
    limit: Option<usize>,
}

/// Parses a status; help and completions list all of them.
fn status() -> impl TypedValueParser<Value = SnapshotStatus> {
    let all = [
        SnapshotStatus::Creating,
        SnapshotStatus::Ready,
        SnapshotStatus::Deleting,
        SnapshotStatus::Failed,
        SnapshotStatus::Unknown,
    ];
    PossibleValuesParser::new(all.map(SnapshotStatus::as_str))
        .try_map(move |name| all.into_iter().find(|status| status.as_str() == name).ok_or("unknown status"))
}

/// Parses a limit. 0 is refused: the empty output would look as if there were no snapshots.
fn limit(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|limit| *limit > 0).ok_or("expected a whole number greater than 0")
}

/// An existing snapshot.
#[derive(Debug, Args)]
struct One {
    /// The snapshot's ID
    #[arg(add = complete::snapshots())]
    snapshot: SnapshotId,
    /// The machine it belongs to, by ID or name (required on ManageIQ; elsewhere a mismatch is refused)
    #[arg(long, add = complete::machines())]
    vm: Option<String>,
}

impl One {
    /// A reference to the snapshot. Its machine is looked up if given by name, unless the provider does not support the command.
    async fn reference(
        &self,
        client: &Client,
        offers: impl FnOnce(Capabilities) -> bool,
    ) -> Result<SnapshotRef, Failure> {
        let vm = machines::resolve_any(client, self.vm.as_deref(), offers).await?;
        Ok(reference(&self.snapshot, vm.as_ref()))
    }
}

fn reference(id: &SnapshotId, vm: Option<&VmId>) -> SnapshotRef {
    let reference = SnapshotRef::new(id.clone());
    match vm {
        Some(vm) => reference.of_vm(vm.clone()),
        None => reference,
    }
}

#[derive(Debug, Args)]
pub(crate) struct Get {
    #[command(flatten)]
    one: One,
}

#[derive(Debug, Args)]
pub(crate) struct Create {
    /// The machine, by ID or name
    #[arg(add = complete::machines())]
    vm: String,
    /// The snapshot's name; some providers append to, replace or ignore it
    #[arg(long)]
    name: String,
    /// A description (ManageIQ, Hyperstack)
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Include the running machine's memory (ManageIQ)
    #[arg(long)]
    memory: bool,
    /// A label (Hyperstack; repeatable)
    #[arg(long = "label", value_name = "LABEL")]
    labels: Vec<String>,
    /// Also create a copy in this region (Genesis Cloud)
    #[arg(long, value_name = "REGION")]
    replica_region: Option<String>,
    /// Do nothing if the machine already has a snapshot with this name
    #[arg(long)]
    if_missing: bool,
    /// Wait until it is ready
    #[arg(long)]
    wait: bool,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("target").args(["vm", "new_vm"]).required(true).multiple(true)))]
pub(crate) struct Restore {
    /// The snapshot's ID
    #[arg(add = complete::snapshots())]
    snapshot: SnapshotId,
    /// Restore onto this machine, by ID or name; its current data is overwritten
    #[arg(long, add = complete::machines())]
    vm: Option<String>,
    /// Before a restore onto a machine, create a snapshot of it and wait until it is ready
    #[arg(long, conflicts_with = "new_vm")]
    safety_snapshot: bool,
    /// Restore to a new machine with this name; --vm then only identifies the snapshot's machine
    #[arg(long, value_name = "NAME")]
    new_vm: Option<String>,
    #[command(flatten)]
    new: NewVmArguments,
    /// Wait until the machine is ready, if the provider reports it
    #[arg(long)]
    wait: bool,
}

/// Settings of a new machine.
#[derive(Debug, Args)]
#[group(requires = "new_vm")]
struct NewVmArguments {
    /// The new machine's host name (Genesis Cloud)
    #[arg(long, value_name = "NAME")]
    hostname: Option<String>,
    /// The new machine's type (Genesis Cloud)
    #[arg(long = "type", value_name = "TYPE")]
    vm_type: Option<String>,
    /// Region of the new machine; must match the snapshot's (Genesis Cloud)
    #[arg(long)]
    region: Option<String>,
    /// The ID of an SSH key (Genesis Cloud; repeatable)
    #[arg(long = "ssh-key", value_name = "KEY")]
    ssh_keys: Vec<String>,
    /// File containing the password, or - for stdin (prompts on a terminal); or set CLOUDSNAP_NEW_VM_PASSWORD (Genesis Cloud)
    #[arg(long, value_name = "FILE", conflicts_with = "ssh_keys")]
    password_file: Option<String>,
    /// Billing contract ID (Hyperstack)
    #[arg(long, value_name = "N")]
    contract: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Rename {
    #[command(flatten)]
    one: One,
    /// The new name
    name: String,
}

#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// The snapshots' IDs; - reads them from stdin
    #[arg(required = true, value_name = "SNAPSHOT", add = complete::snapshots())]
    snapshots: Vec<String>,
    /// The machine they belong to, by ID or name (required on ManageIQ; elsewhere a mismatch is refused)
    #[arg(long, add = complete::machines())]
    vm: Option<String>,
    /// Treat snapshots that do not exist as deleted
    #[arg(long)]
    ignore_missing: bool,
    /// Wait until they are gone
    #[arg(long)]
    wait: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Clone {
    #[command(flatten)]
    one: One,
    /// The copy's name
    #[arg(long)]
    name: String,
    /// The copy's region
    #[arg(long)]
    region: String,
    /// Wait until the copy is ready
    #[arg(long)]
    wait: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The snapshot's name
    #[arg(long)]
    name: String,
    /// URL of the image
    #[arg(long)]
    url: String,
    /// The size in GiB
    #[arg(long, value_name = "GIB", value_parser = clap::value_parser!(u32).range(1..))]
    size: u32,
    /// The snapshot's region
    #[arg(long)]
    region: String,
    /// The kind of operating system: linux, windows
    #[arg(long, value_name = "TYPE")]
    os_type: Option<String>,
    /// Wait until it is ready
    #[arg(long)]
    wait: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Image {
    #[command(flatten)]
    one: One,
    /// The image's name
    #[arg(long)]
    name: String,
    /// A label (repeatable)
    #[arg(long = "label", value_name = "LABEL")]
    labels: Vec<String>,
    /// Wait until the image is ready
    #[arg(long)]
    wait: bool,
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(arguments) => list::list(context, arguments).await,
        Command::Get(arguments) => list::get(context, &arguments).await,
        Command::Create(arguments) => create::run(context, arguments).await,
        Command::Restore(arguments) => restore::run(context, arguments).await,
        Command::Rename(arguments) => nondestructive::rename(context, arguments).await,
        Command::Delete(arguments) => delete::run(context, arguments).await,
        Command::Prune(arguments) => prune::run(context, *arguments).await,
        Command::Clone(arguments) => nondestructive::clone(context, arguments).await,
        Command::Import(arguments) => nondestructive::import(context, arguments).await,
        Command::Image(arguments) => nondestructive::image(context, arguments).await,
    }
}
