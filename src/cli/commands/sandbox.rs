//! `sandbox serve`, `path`, `reset` and `env`: local servers that emulate the providers.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::global::provider;
use crate::cli::state::Operations;
use crate::cli::text::safe;
use crate::cli::{connect, state, text};
use crate::config::{Meaning, variables};
use crate::sandbox::fault::KINDS;
use crate::sandbox::{self, Credential, Fault, Sandbox};
use crate::spec::Provider;

/// The text below the help of `serve`.
fn after() -> String {
    format!(
        "When ready, prints one line of JSON to stdout with the address, the documentation pages (docs), and the base URL \
         and credentials of each provider. Runs until Ctrl-C.\n\n\
         A fault is KIND[@WHERE][*TIMES][%CHANCE]. Kinds are {KINDS}. WHERE is a provider, an operation, \
         PROVIDER.OPERATION, `safe` or `changing`; operations have the same names on all providers: create_snapshot, \
         delete_snapshot, list_snapshots... %20 affects 20% of requests.\n\n\
         Example: cloudsnap sandbox serve --listen 127.0.0.1:8080 --fault reset-after@create_snapshot*1"
    )
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve all providers on one address, each under its own path
    #[command(after_help = after())]
    Serve(Serve),
    /// Print the path of the embedded sandbox's state file
    #[command(after_help = "Example: cloudsnap sandbox path")]
    Path,
    /// Reset the embedded sandbox: its machines, snapshots and pending operations are discarded
    #[command(after_help = "Example: cloudsnap sandbox reset")]
    Reset,
    /// Print the environment variables that connect to a served sandbox
    #[command(after_help = "Start `cloudsnap sandbox serve --listen 127.0.0.1:8080` first.\n\n\
                            Example: eval \"$(cloudsnap sandbox env hyperstack --listen 127.0.0.1:8080)\"")]
    Env(Env),
}

#[derive(Debug, Args)]
pub(crate) struct Env {
    /// The provider
    #[arg(value_parser = provider())]
    provider: Provider,
    /// The address that the sandbox listens on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The token of the sandbox
    #[arg(long, default_value = DEFAULT_TOKEN)]
    token: String,
}

/// The default token of a sandbox.
const DEFAULT_TOKEN: &str = "sandbox-token";

/// The limit of objects of one kind, because all of them are kept in memory.
const MAX_OBJECTS: i64 = 100_000;

/// Parses a number of objects.
fn count(text: &str) -> Result<usize, String> {
    let number = text.parse::<i64>().ok().filter(|number| (0..=MAX_OBJECTS).contains(number));
    number
        .and_then(|number| usize::try_from(number).ok())
        .ok_or_else(|| format!("expected a whole number from 0 to {MAX_OBJECTS}"))
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Address to listen on; picks a free port if none is given
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0", value_parser = address)]
    listen: SocketAddr,
    /// Persist state to this file (default: lost on exit)
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Token that clients must send (it protects only simulated data)
    #[arg(long, default_value = DEFAULT_TOKEN)]
    token: String,
    /// Initial number of machines per account
    #[arg(long, value_name = "N", value_parser = count)]
    vms: Option<usize>,
    /// Initial number of snapshots per account
    #[arg(long, value_name = "N", value_parser = count)]
    snapshots: Option<usize>,
    /// How long each create, delete and restore takes, e.g. 500ms [default: 3s]
    #[arg(long, value_name = "TIME", value_parser = text::duration)]
    delay: Option<Duration>,
    /// Inject a fault, e.g. 503@list_snapshots*2 (repeatable)
    #[arg(long = "fault", value_name = "SPEC")]
    faults: Vec<Fault>,
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let alone = || text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 0));
    text.parse().or_else(|_| alone()).map_err(|_| format!("invalid address {text:?}: expected e.g. 127.0.0.1:8080"))
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Serve(arguments) => serve(context, arguments).await,
        Command::Path => {
            context
                .out
                .text(&format!("{}\n", safe(&sandbox::embedded_state(&state::folder()?).display().to_string())))?;
            Ok(Exit::Done)
        }
        Command::Reset => reset(context),
        Command::Env(arguments) => env(context, &arguments),
    }
}

fn reset(context: &Context) -> Result<Exit, Failure> {
    let folder = state::folder()?;
    let path = sandbox::embedded_state(&folder);
    if folder.join("operations").exists() {
        // Its IDs are used again: entries for the old objects would be mistaken for the new ones.
        Operations::open()?.forget_accounts(connect::is_embedded)?;
    }
    match std::fs::remove_file(&path) {
        Ok(()) => context.console.note("the embedded sandbox was reset"),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
            context.console.note("the embedded sandbox has no state yet");
        }
        Err(why) => return Err(Failure::Local(format!("cannot remove {}: {why}", path.display()))),
    }
    Ok(Exit::Done)
}

/// Prints commands for a shell; values are in single quotes.
fn env(context: &Context, arguments: &Env) -> Result<Exit, Failure> {
    let provider = arguments.provider;
    let (base_url, credential) = sandbox::served_at(provider, arguments.listen, &arguments.token)
        .ok_or_else(|| Failure::usage(format!("the sandbox of this build does not emulate {}", provider.title())))?;
    let mut values = vec![(Meaning::BaseUrl, base_url)];
    match credential {
        Credential::Token(token) => values.push((Meaning::Token, token)),
        Credential::Basic { username, password } => {
            values.extend([(Meaning::Username, username), (Meaning::Password, password)]);
        }
    }
    for (meaning, value) in values {
        if let Some(variable) = variables(provider).find(|variable| variable.meaning == meaning) {
            let quoted = value.replace('\'', r"'\''");
            context.out.text(&format!("export {}='{quoted}'\n", variable.name))?;
        }
    }
    Ok(Exit::Done)
}

async fn serve(context: &Context, arguments: Serve) -> Result<Exit, Failure> {
    if !arguments.listen.ip().is_loopback() {
        context.console.warn(&format!(
            "the sandbox listens on {}: anyone who can reach this machine and knows the token can use it",
            arguments.listen
        ));
    }
    let mut builder = match context.global.provider {
        Some(provider) => Sandbox::builder(provider),
        None => Sandbox::builder_all(),
    };
    builder = builder.listen(arguments.listen).token(&arguments.token).log(context.global.verbose > 0);
    if let Some(path) = arguments.state {
        builder = builder.state(path);
    }
    if let Some(vms) = arguments.vms {
        builder = builder.vms(vms);
    }
    if let Some(snapshots) = arguments.snapshots {
        builder = builder.snapshots(snapshots);
    }
    if let Some(delay) = arguments.delay {
        builder = builder.delay(delay);
    }
    for fault in arguments.faults {
        builder = builder.fault(fault);
    }
    let sandbox = builder.start().await?;
    context.out.text(&format!("{}\n", sandbox.ready_line()))?;
    // Runs until Ctrl-C.
    std::future::pending::<()>().await;
    Ok(Exit::Done)
}
