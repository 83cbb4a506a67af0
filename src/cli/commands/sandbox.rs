//! `sandbox serve`: servers that play the providers.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::text;
use crate::sandbox::fault::KINDS;
use crate::sandbox::{Fault, Sandbox};

/// What stands below the help of `serve`.
fn after() -> String {
    format!(
        "When it is ready, one line of JSON on stdout names the address, and for each provider the base URL and the \
         credentials. It serves until Ctrl-C.\n\n\
         A fault is KIND[@WHERE][*TIMES][%CHANCE]. Kinds are {KINDS}. WHERE is a provider, an operation, \
         PROVIDER.OPERATION, `safe` or `changing`; %20 strikes one request in five.\n\n\
         Example: cloudsnap sandbox serve --listen 127.0.0.1:8080 --fault reset-after@create_snapshot*1"
    )
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve all providers at one address, each below a path of its own
    #[command(after_help = after())]
    Serve(Serve),
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address; without a port, a free one is taken
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0", value_parser = address)]
    listen: SocketAddr,
    /// Keep the state in this file; else it ends with the server
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// The secret that clients must show; it protects nothing but toys
    #[arg(long, default_value = "sandbox-token")]
    token: String,
    /// How many machines each account has at the beginning
    #[arg(long, value_name = "N")]
    vms: Option<usize>,
    /// How many snapshots each account has at the beginning
    #[arg(long, value_name = "N")]
    snapshots: Option<usize>,
    /// How long a create, a delete or a restore takes: 3s
    #[arg(long, value_name = "TIME", value_parser = text::duration)]
    delay: Option<Duration>,
    /// Something that goes wrong, such as 503@list_snapshots*2; may be given several times
    #[arg(long = "fault", value_name = "SPEC")]
    faults: Vec<Fault>,
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let alone = || text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 0));
    text.parse().or_else(|_| alone()).map_err(|_| format!("{text:?} is no address: write 127.0.0.1:8080"))
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    let Command::Serve(arguments) = command;
    if !arguments.listen.ip().is_loopback() {
        context.console.warn(&format!(
            "the sandbox listens on {}: everybody who reaches this machine and knows the token can use it",
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
    // Ctrl-C is the way to end it.
    std::future::pending::<()>().await;
    Ok(Exit::Done)
}
