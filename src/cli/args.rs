//! The list of commands. The arguments of each command are in its file, those of all commands in `global`.

use clap::{CommandFactory, Parser, Subcommand};

use super::columns;
use super::commands::{
    api, apply, backups, check, completions, man, operations, plan, profiles, sandbox, schema, snapshots, spec, verify,
    vms,
};
use super::complete;
use super::global::Global;

const AFTER: &str = "\
Connection settings come from exactly one source: a profile, one provider's environment variables (see `cloudsnap \
providers`), or the sandbox. If nothing is configured, read-only commands on a terminal use the embedded sandbox and say so.

Environment: CLOUDSNAP_PROFILE and CLOUDSNAP_CONFIG (same as --profile and --config); CLOUDSNAP_STATE_DIR (directory for \
pending operations and the embedded sandbox); NO_COLOR; COLUMNS (used if the terminal does not report its width).

Exit codes: 0 done or accepted, 1 failed, 2 usage error or refused, 3 not authorised, 4 not found, 5 not supported by the \
provider, 6 timed out, 7 contract violation, 8 outcome unknown, 9 some of several failed, 10 stopped by a safety rule, \
11 temporarily unavailable, 130 interrupted.

Example: cloudsnap --sandbox snapshots list";

/// Snapshots and backups of Syminet, ManageIQ, Hyperstack and Genesis Cloud.
#[derive(Debug, Parser)]
#[command(name = "cloudsnap", version, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The parser, for help, man pages and completions. What completes `--columns` is added here because it depends on the commands.
pub(crate) fn parser() -> clap::Command {
    Cli::command().mut_arg("columns", |argument| argument.add(complete::columns(columns::of)))
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show what each provider supports and which environment variables it needs
    #[command(after_help = "Example: cloudsnap providers")]
    Providers,
    /// Virtual machines
    #[command(subcommand)]
    Vms(vms::Command),
    /// Snapshots of machines
    #[command(subcommand)]
    Snapshots(snapshots::Command),
    /// Run a nightly plan: create snapshots, wait, delete those the policy does not keep
    Apply(apply::Apply),
    /// Check a nightly plan, or show the age of its snapshots
    #[command(subcommand)]
    Plan(plan::Command),
    /// Automatic backups of machines
    #[command(subcommand)]
    Backups(backups::Command),
    /// Accounts in the configuration file
    #[command(subcommand)]
    Profiles(profiles::Command),
    /// Operations started from this machine that are still pending
    #[command(subcommand)]
    Operations(operations::Command),
    /// Send an authenticated raw request to a documented operation
    Api(api::Arguments),
    /// Call the provider's read-only operations and validate each response against its OpenAPI document
    #[command(after_help = verify::AFTER)]
    Verify,
    /// Validate a saved response against an OpenAPI document (offline)
    Check(check::Arguments),
    /// Print the OpenAPI documents
    Spec(spec::Arguments),
    /// Print the JSON Schema of a command's JSON output
    Schema(schema::Arguments),
    /// Run local servers that emulate the providers
    #[command(subcommand)]
    Sandbox(sandbox::Command),
    /// Write man pages
    Man(man::Arguments),
    /// Generate shell completions
    Completions(completions::Arguments),
}
