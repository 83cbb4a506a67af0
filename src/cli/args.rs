//! Global arguments and the list of commands. Each command's own arguments are in its file.

use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use super::commands::{
    api, apply, backups, check, completions, man, operations, plan, profiles, sandbox, schema, snapshots, spec, verify,
    vms,
};
use super::complete;
use super::output::Format;
use super::text;
use crate::spec::Provider;

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

/// Options of all commands, before or after the command's name.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// Use this profile of the configuration file [env: CLOUDSNAP_PROFILE]
    #[arg(long, global = true, value_name = "NAME", conflicts_with_all = ["provider", "sandbox"], add = complete::profiles())]
    pub(crate) profile: Option<String>,
    /// Read profiles from this file [env: CLOUDSNAP_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<std::path::PathBuf>,
    /// Connect using this provider's environment variables
    #[arg(long, global = true, value_name = "PROVIDER", value_parser = provider())]
    pub(crate) provider: Option<Provider>,
    /// Use the embedded sandbox: a simulated account on this machine
    #[arg(long, global = true)]
    pub(crate) sandbox: bool,
    /// Output format
    #[arg(short, long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) output: Format,
    /// Columns to show, e.g. id,name,status. By default, less important columns are dropped if the terminal is too narrow
    #[arg(long, global = true, value_delimiter = ',', value_name = "NAMES", add = complete::columns())]
    pub(crate) columns: Option<Vec<String>>,
    /// Do not print the header line of tables
    #[arg(long, global = true)]
    pub(crate) no_headers: bool,
    /// Time zone of the times in tables and prompts: UTC, local, or a name such as Europe/Berlin [default: UTC]
    #[arg(long, global = true, value_name = "ZONE", value_parser = text::time_zone)]
    pub(crate) time_zone: Option<jiff::tz::TimeZone>,
    /// Give up after this long, e.g. 30s or 5m [default: 60 s per request, 30 min when waiting]
    #[arg(long, global = true, value_name = "TIME", value_parser = text::duration)]
    pub(crate) timeout: Option<Duration>,
    /// When waiting, also treat this provider status as finished (repeatable)
    #[arg(long, global = true, value_name = "STATUS")]
    pub(crate) done_word: Vec<String>,
    /// Show connection, requests, durations and retries; -vv adds headers, -vvv adds bodies (secrets are masked)
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// Suppress messages and progress; warnings and errors are still shown
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Skip confirmation prompts
    #[arg(short, long, global = true)]
    pub(crate) yes: bool,
    /// Print the modifying requests without sending them
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
}

/// Parses a provider's name; help and completions list all names.
pub(crate) fn provider() -> impl TypedValueParser<Value = Provider> {
    PossibleValuesParser::new(Provider::ALL.iter().map(|provider| provider.id()))
        .try_map(|name| name.parse::<Provider>())
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
