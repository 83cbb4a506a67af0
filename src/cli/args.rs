//! The arguments that all commands share, and the list of commands. What one command takes stands in its own file.

use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use super::commands::{
    api, apply, backups, check, completions, man, operations, plan, profiles, sandbox, schema, snapshots, spec, verify,
    vms,
};
use super::output::Format;
use super::text;
use crate::spec::Provider;

const AFTER: &str = "\
The connection is one set from one source: a profile, or the variables of one provider (`cloudsnap providers` names \
them), or the sandbox. With nothing set, commands that read run on the embedded sandbox, and say so.

Exit codes: 0 done or accepted, 1 failed, 2 usage or refused, 3 not authorised, 4 not found, 5 not supported by the \
provider, 6 timed out, 7 contract violation, 8 outcome unknown, 9 some of several failed, 10 stopped by a safety rule, 11 unavailable for now, 130 interrupted.

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

/// What all commands take, before or after their name.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Options of all commands")]
pub(crate) struct Global {
    /// Use this profile of the configuration file
    #[arg(long, global = true, value_name = "NAME", conflicts_with_all = ["provider", "sandbox"])]
    pub(crate) profile: Option<String>,
    /// Read profiles from this file [env: CLOUDSNAP_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<std::path::PathBuf>,
    /// Use the variables of this provider
    #[arg(long, global = true, value_name = "PROVIDER", value_parser = provider())]
    pub(crate) provider: Option<Provider>,
    /// Use the embedded sandbox: a toy account on this machine
    #[arg(long, global = true)]
    pub(crate) sandbox: bool,
    /// Output format
    #[arg(short, long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) output: Format,
    /// Columns to show, e.g. id,name,status. By default, columns are dropped if the terminal is too narrow
    #[arg(long, global = true, value_delimiter = ',', value_name = "NAMES")]
    pub(crate) columns: Option<Vec<String>>,
    /// Leave out the line of headings above a table
    #[arg(long, global = true)]
    pub(crate) no_headers: bool,
    /// Time zone of the times in tables and prompts: UTC, local, or a name such as Europe/Berlin [default: UTC]
    #[arg(long, global = true, value_name = "ZONE", value_parser = text::time_zone)]
    pub(crate) time_zone: Option<jiff::tz::TimeZone>,
    /// End after this time, whatever happens: 30s, 5m. Else a call has 60 s, and a wait 30 min
    #[arg(long, global = true, value_name = "TIME", value_parser = text::duration)]
    pub(crate) timeout: Option<Duration>,
    /// When waiting, take this status of the provider for done, beside those known; may be given several times
    #[arg(long, global = true, value_name = "STATUS")]
    pub(crate) done_word: Vec<String>,
    /// Tell what is sent and repeated; twice tells more
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// No messages and no progress; warnings and errors remain
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Do not ask before something is lost
    #[arg(short, long, global = true)]
    pub(crate) yes: bool,
    /// Show the request that would change something, and do not send it
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
}

/// Reads a provider's name, and knows all of them for help and completion.
pub(crate) fn provider() -> impl TypedValueParser<Value = Provider> {
    PossibleValuesParser::new(Provider::ALL.iter().map(|provider| provider.id()))
        .try_map(|name| name.parse::<Provider>())
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// What each provider can do, and the variables of its connection
    #[command(after_help = "Example: cloudsnap providers")]
    Providers,
    /// Virtual machines
    #[command(subcommand)]
    Vms(vms::Command),
    /// Snapshots of machines
    #[command(subcommand)]
    Snapshots(snapshots::Command),
    /// Carry out a nightly plan: create, wait, delete what the policy does not keep
    Apply(apply::Apply),
    /// Check a nightly plan, or see how old its snapshots are
    #[command(subcommand)]
    Plan(plan::Command),
    /// Automatic backups of machines
    #[command(subcommand)]
    Backups(backups::Command),
    /// Accounts in the configuration file
    #[command(subcommand)]
    Profiles(profiles::Command),
    /// Operations that were begun here and whose end was not seen
    #[command(subcommand)]
    Operations(operations::Command),
    /// Send a raw request of a documented operation, authenticated
    Api(api::Arguments),
    /// Make the safe calls of the provider, and hold each answer against its document
    #[command(after_help = verify::AFTER)]
    Verify,
    /// Hold a saved answer against a document, offline
    Check(check::Arguments),
    /// The OpenAPI documents themselves
    Spec(spec::Arguments),
    /// The JSON Schema of what a command prints with -o json
    Schema(schema::Arguments),
    /// The sandbox: servers that play the providers
    #[command(subcommand)]
    Sandbox(sandbox::Command),
    /// Write man pages
    Man(man::Arguments),
    /// Completions for a shell
    Completions(completions::Arguments),
}
