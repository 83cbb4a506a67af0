//! `profiles list`, `show`, `check` and `use`: the accounts of the configuration file.

use clap::{Args, Subcommand};
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::connect;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::progress::Meter;
use crate::cli::table::{Column, Columns};
use crate::config::{self, Profile};
use crate::model::ListSnapshots;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the profiles of the configuration file
    #[command(after_help = "Example: cloudsnap profiles list")]
    List,
    /// Show the settings of a profile and where its secret comes from, without the secret
    #[command(after_help = "Example: cloudsnap profiles show nightly")]
    Show(One),
    /// Check that profiles are complete and that their providers accept the credentials
    #[command(after_help = "Without names, all profiles are checked.\n\nExample: cloudsnap profiles check")]
    Check(Check),
    /// Make a profile the default one
    #[command(after_help = "Example: cloudsnap profiles use nightly")]
    Use(One),
}

#[derive(Debug, Args)]
pub(crate) struct One {
    /// The profile's name
    name: String,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The profiles' names
    names: Vec<String>,
    /// Only read the settings; send no request
    #[arg(long)]
    offline: bool,
}

/// A profile, as far as it can be read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Listed {
    name: String,
    /// Whether it is used if no other account is selected.
    default: bool,
    /// Null if the profile cannot be read.
    provider: Option<String>,
    /// Null if the provider's default is used.
    base_url: Option<String>,
    username: Option<String>,
    group: Option<String>,
    /// The source of the token or password: `token_file syminet.token`.
    secret: Option<String>,
    /// The configuration file.
    file: String,
    /// Why it cannot be used.
    error: Option<String>,
}

/// The result of checking a profile.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Checked {
    name: String,
    provider: Option<String>,
    /// `ok`, `complete` (not tested: `--offline`) or `failed`.
    state: &'static str,
    /// Why it failed.
    error: Option<String>,
    #[serde(skip)]
    exit: Option<Exit>,
}

impl Columns for Listed {
    const WRAPS: bool = true;

    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "name", shown: true, value: |it| it.name.clone() },
            Column { name: "default", shown: true, value: |it| if it.default { "yes".into() } else { String::new() } },
            Column { name: "provider", shown: true, value: |it| it.provider.clone().unwrap_or_default() },
            Column { name: "base_url", shown: false, value: |it| it.base_url.clone().unwrap_or_default() },
            Column { name: "username", shown: false, value: |it| it.username.clone().unwrap_or_default() },
            Column { name: "group", shown: false, value: |it| it.group.clone().unwrap_or_default() },
            Column { name: "secret", shown: true, value: |it| it.secret.clone().unwrap_or_default() },
            Column { name: "file", shown: false, value: |it| it.file.clone() },
            Column { name: "error", shown: true, value: |it| it.error.clone().unwrap_or_default() },
        ]
    }
}

impl Columns for Checked {
    const WRAPS: bool = true;

    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "name", shown: true, value: |it| it.name.clone() },
            Column { name: "provider", shown: true, value: |it| it.provider.clone().unwrap_or_default() },
            Column { name: "state", shown: true, value: |it| it.state.to_owned() },
            Column { name: "error", shown: true, value: |it| it.error.clone().unwrap_or_default() },
        ]
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List => list(context),
        Command::Show(arguments) => show(context, &arguments.name),
        Command::Check(arguments) => check(context, arguments).await,
        Command::Use(arguments) => {
            let path = config::set_default_profile(&context.environment(), &arguments.name)?;
            context.console.note(&format!("default profile: {:?} (in {})", arguments.name, path.display()));
            Ok(Exit::Done)
        }
    }
}

fn list(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<Listed>()?;
    let profiles = config::list_profiles(&context.environment())?;
    let listed: Vec<Listed> = profiles.names.iter().map(|name| listed(context, &profiles, name)).collect();
    context.out.list(&listed)?;
    if listed.is_empty() && context.out.is_table() {
        context.console.note(&format!("no profiles in {}", profiles.path.display()));
    }
    Ok(Exit::Done)
}

fn listed(context: &Context, profiles: &config::Profiles, name: &str) -> Listed {
    let mut listed = Listed {
        name: name.to_owned(),
        default: profiles.default.as_deref() == Some(name),
        provider: None,
        base_url: None,
        username: None,
        group: None,
        secret: None,
        file: profiles.path.display().to_string(),
        error: None,
    };
    match config::read_profile(&context.environment(), name) {
        Ok(Profile { settings, secret, .. }) => {
            listed.provider = Some(settings.provider.to_string());
            (listed.base_url, listed.username, listed.group) = (settings.base_url, settings.username, settings.group);
            listed.secret = secret.or_else(|| Some("entered on the terminal".to_owned()));
        }
        Err(error) => listed.error = Some(error.message().to_owned()),
    }
    listed
}

fn show(context: &Context, name: &str) -> Result<Exit, Failure> {
    context.out.check_columns::<Listed>()?;
    // A mistake in it is an error with file and line.
    config::read_profile(&context.environment(), name)?;
    let profiles = config::list_profiles(&context.environment())?;
    context.out.object(&listed(context, &profiles, name))?;
    Ok(Exit::Done)
}

async fn check(context: &Context, arguments: Check) -> Result<Exit, Failure> {
    context.out.check_columns::<Checked>()?;
    let profiles = config::list_profiles(&context.environment())?;
    let names = if arguments.names.is_empty() { profiles.names } else { arguments.names };
    let meter = Meter::new(&context.console, "check profiles");
    let mut checked = Vec::new();
    for name in names {
        meter.say(&name);
        checked.push(check_one(context, name, arguments.offline).await);
    }
    drop(meter);
    context.out.list(&checked)?;
    if checked.is_empty() && context.out.is_table() {
        context.console.note(&format!("no profiles in {}", profiles.path.display()));
    }
    let exits: Vec<Exit> = checked.iter().map(|checked| checked.exit.unwrap_or(Exit::Done)).collect();
    Ok(Exit::of_several(&exits))
}

/// Checks one profile. One page of a list shows that the base URL, the certificate and the credentials are valid.
async fn check_one(context: &Context, name: String, offline: bool) -> Checked {
    let mut checked = Checked { name, provider: None, state: "failed", error: None, exit: None };
    let tried = async {
        let profile = config::read_profile(&context.environment(), &checked.name)?;
        checked.provider = Some(profile.settings.provider.to_string());
        if offline {
            profile.settings.builder()?;
            return Ok("complete");
        }
        let client = connect::to_profile(context, profile.settings)?;
        match client.capabilities(None).list_vms {
            true => drop(client.vms_page(None).await?),
            false => drop(client.snapshots_page(&ListSnapshots::default(), None).await?),
        }
        Ok::<_, Failure>("ok")
    };
    match tried.await {
        Ok(state) => checked.state = state,
        Err(failure) => {
            checked.error = failure.lines().first().map(|line| line.trim_start_matches("error: ").to_owned());
            checked.exit = Some(failure.exit());
        }
    }
    checked
}
