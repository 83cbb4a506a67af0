//! The options of all commands.

use std::time::Duration;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::complete;
use super::output::Format;
use super::text;
use crate::spec::Provider;

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
    #[arg(long, global = true, value_delimiter = ',', value_name = "NAMES")]
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
