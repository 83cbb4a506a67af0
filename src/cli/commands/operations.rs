//! `operations list`, `wait` and `forget`: what was begun here and whose end was not seen.

use std::io::Read;

use clap::{Args, Subcommand};
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::change::{self, Ended, Running, operation_name};
use crate::cli::connect::{Connection, connect_for};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shapes::{Report, ResourceId};
use crate::cli::state::Operations;
use crate::cli::subject::{self, Subject};
use crate::cli::table::{Column, Columns};
use crate::cli::text::{age, time};
use crate::handle::Ticket;
use crate::journal::{Entry, Stage};
use crate::model::{BackupSwitch, Deleted, Image, Resource, Restored, Snapshot};
use crate::sealed::Handle;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the operations that are kept here
    #[command(after_help = "Example: cloudsnap operations list")]
    List,
    /// Wait for the end of an operation, or of all, and show what came of it
    #[command(after_help = "Example: cloudsnap --timeout 10m operations wait 3f9a2c1b")]
    Wait(Wait),
    /// Forget operations; at the provider they go on
    #[command(after_help = "Example: cloudsnap operations forget 3f9a2c1b")]
    Forget(Forget),
}

#[derive(Debug, Args)]
pub(crate) struct Wait {
    /// A handle (cs1...), the id that `operations list` shows, or - to read one from stdin
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    handle: Option<String>,
    /// Wait for all operations that are kept here, of all accounts
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Forget {
    /// Ids that `operations list` shows, or handles
    #[arg(value_name = "ID", required_unless_present = "finished", conflicts_with = "finished")]
    handles: Vec<String>,
    /// Look at each operation once, and forget those that have ended
    #[arg(long)]
    finished: bool,
}

/// An operation that is kept here.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Listed {
    /// The short name that it has here.
    id: String,
    /// What it does: `create_snapshot`.
    operation: String,
    /// The same in words, with the objects.
    description: String,
    /// `running` (the provider took it), `unknown` (nobody knows whether it did) or `ended`, as far as it is known here.
    state: &'static str,
    provider: String,
    /// The profile that it was begun with; null if the connection came from elsewhere.
    profile: Option<String>,
    base_url: String,
    /// The machine that it is about.
    vm: Option<String>,
    /// What it makes or works on.
    resource: ResourceId,
    /// When it was begun.
    started_at: String,
    /// What to wait with.
    handle: String,
    /// The name that was asked for, or the id of what it works on.
    #[serde(skip)]
    about: String,
}

impl Columns for Listed {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "id", shown: true, value: |it| it.id.clone() },
            Column { name: "state", shown: true, value: |it| it.state.to_owned() },
            Column { name: "operation", shown: true, value: |it| it.operation.replace('_', " ") },
            Column { name: "object", shown: true, value: |it| it.about.clone() },
            Column { name: "vm", shown: true, value: |it| it.vm.clone().unwrap_or_default() },
            Column { name: "profile", shown: true, value: |it| it.profile.clone().unwrap_or_default() },
            Column { name: "provider", shown: true, value: |it| it.provider.clone() },
            Column { name: "age", shown: true, value: |it| it.started_at.parse().map(age).unwrap_or_default() },
            Column {
                name: "started",
                shown: false,
                value: |it| it.started_at.parse().map(time).unwrap_or_else(|_| it.started_at.clone()),
            },
            Column { name: "description", shown: false, value: |it| it.description.clone() },
            Column { name: "base_url", shown: false, value: |it| it.base_url.clone() },
            Column { name: "handle", shown: false, value: |it| it.handle.clone() },
        ]
    }
}

/// What an operation of any kind ends with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Waited {
    Snapshot(Box<Snapshot>),
    Image(Box<Image>),
    Deleted(Deleted),
    Restored(Box<Restored>),
    Backups(BackupSwitch),
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List => list(context),
        Command::Wait(arguments) => wait(context, &arguments).await,
        Command::Forget(arguments) if arguments.finished => forget_finished(context).await,
        Command::Forget(arguments) => forget(context, &arguments.handles),
    }
}

/// All that is kept. What cannot be read is told.
fn kept(context: &Context) -> Result<Vec<Entry>, Failure> {
    let (kept, odd) = Operations::open()?.list()?;
    odd.iter().for_each(|why| context.console.warn(why));
    Ok(kept)
}

fn list(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<Listed>()?;
    let listed: Vec<_> = kept(context)?.into_iter().map(listed).collect();
    context.out.list(&listed)?;
    if listed.is_empty() && context.out.is_table() {
        context.console.note("no operation is open");
    }
    Ok(Exit::Done)
}

fn listed(kept: Entry) -> Listed {
    let (ticket, handle) = (&kept.ticket, kept.handle());
    let about = ticket.name.clone().or_else(|| ticket.target.as_ref().map(ToString::to_string));
    Listed {
        id: kept.key,
        operation: operation_name(ticket.verb),
        description: ticket.to_string(),
        state: match kept.stage {
            Stage::Taken => "running",
            Stage::Sending | Stage::Lost => "unknown",
            Stage::Ended => "ended",
        },
        provider: ticket.provider.to_string(),
        profile: ticket.account_name.clone(),
        base_url: ticket.base_url.clone(),
        vm: ticket.vm.as_ref().map(ToString::to_string),
        resource: ResourceId::of(ticket),
        started_at: kept.started_at.to_string(),
        handle: handle.to_string(),
        about: about.unwrap_or_default(),
    }
}

/// The operation that an argument means: one that is kept, or any handle.
fn find(store: &Operations, argument: &str) -> Result<Entry, Failure> {
    let mut text = argument.trim().to_owned();
    if text == "-" {
        text.clear();
        let read = std::io::stdin().take(1 << 20).read_to_string(&mut text);
        read.map_err(|why| Failure::usage(format!("no handle can be read from stdin: {why}")))?;
        text = text.trim().to_owned();
    }
    if let Some(kept) = store.find(&text)? {
        // A handle that is given may know more than the one that is kept.
        return match text.parse::<Handle>() {
            Ok(handle) => store.keep(&handle),
            Err(_) => Ok(kept),
        };
    }
    if !text.starts_with("cs1.") {
        let shown: String = text.chars().take(60).collect();
        let why = format!("no operation {shown:?} is kept here, and it is no handle");
        return Err(Failure::usage_with(why, "`cloudsnap operations list` shows what is kept"));
    }
    let handle: Handle = text.parse()?;
    store.keep(&handle)
}

async fn wait(context: &Context, arguments: &Wait) -> Result<Exit, Failure> {
    let Some(argument) = &arguments.handle else {
        let kept = kept(context)?;
        if kept.is_empty() {
            context.console.note("no operation is open");
        }
        let ended = follow(context, &kept, true).await;
        return print_result(context, &kept, ended);
    };
    let store = Operations::open()?;
    let kept = find(&store, argument)?;
    context.begin(Subject::several(kept.ticket.verb, vec![ResourceId::of(&kept.ticket)]));
    let connection = connect_for(context, &kept.handle()).await?;
    let running: Running<'_, Resource> = Running::resume(context, &connection, store, kept.clone())?;
    let ended = running.finish(true).await;
    print_result(context, &[kept], vec![ended])
}

/// Waits for the end of each at the same time, or looks at each once.
async fn follow(context: &Context, kept: &[Entry], wait: bool) -> Vec<Result<Ended<Resource>, Failure>> {
    let mut accounts: Vec<(&Ticket, Connection)> = Vec::new();
    let mut connections = Vec::new();
    for entry in kept {
        let known = accounts.iter().position(|(ticket, _)| is_of_account(ticket, &entry.ticket));
        connections.push(match known {
            Some(index) => Ok(index),
            None => connect_for(context, &entry.handle()).await.map(|connection| {
                accounts.push((&entry.ticket, connection));
                accounts.len() - 1
            }),
        });
    }
    let resume = |(entry, connection): (&Entry, Result<usize, Failure>)| {
        let connection = &accounts[connection?].1;
        Running::resume(context, connection, Operations::of_client(&connection.client), entry.clone())
    };
    let running = kept.iter().zip(connections).map(resume).collect();
    let what = format!("{} {} operations", if wait { "wait for" } else { "look at" }, kept.len());
    change::finish_all(context, &what, running, wait).await
}

fn is_of_account(one: &Ticket, other: &Ticket) -> bool {
    let account = |ticket: &Ticket| {
        (ticket.provider, ticket.base_url.clone(), ticket.account.clone(), ticket.account_name.clone())
    };
    account(one) == account(other)
}

fn print_result(
    context: &Context,
    kept: &[Entry],
    ended: Vec<Result<Ended<Resource>, Failure>>,
) -> Result<Exit, Failure> {
    let outcomes = kept.iter().zip(ended).map(|(entry, outcome)| {
        let failed = |failure: &Failure| {
            let report = subject::failed(context, entry.ticket.verb, ResourceId::of(&entry.ticket), failure);
            Report {
                provider: Some(entry.ticket.provider.to_string()),
                profile: entry.ticket.account_name.clone(),
                ..report
            }
        };
        (outcome.map(|ended| ended.map(waited)), failed)
    });
    change::print_results(context, outcomes, object)
}

fn waited(resource: Resource) -> Waited {
    match resource {
        Resource::Snapshot(snapshot) => Waited::Snapshot(snapshot),
        Resource::Image(image) => Waited::Image(image),
        Resource::Deleted(deleted) => Waited::Deleted(deleted),
        Resource::Restored(restored) => Waited::Restored(restored),
        Resource::Backups(switch) => Waited::Backups(switch),
    }
}

/// Shows the one object that an operation ended with.
fn object(context: &Context, waited: &Waited) -> Result<(), Failure> {
    match waited {
        Waited::Snapshot(snapshot) => context.out.object(&**snapshot),
        Waited::Image(image) => context.out.object(&**image),
        Waited::Deleted(deleted) => context.out.object(deleted),
        Waited::Restored(restored) => context.out.object(&**restored),
        Waited::Backups(switch) => context.out.object(switch),
    }
}

fn forget(context: &Context, handles: &[String]) -> Result<Exit, Failure> {
    let store = Operations::open()?;
    let mut found = Vec::new();
    for handle in handles {
        let Some(kept) = store.find(handle.trim())? else {
            let shown: String = handle.trim().chars().take(60).collect();
            let why = format!("no operation {shown:?} is kept here; nothing was forgotten");
            return Err(Failure::usage_with(why, "`cloudsnap operations list` shows what is kept"));
        };
        found.push(kept);
    }
    for kept in found {
        store.forget(&kept.ticket)?;
        context.console.note(&format!("forgotten: {}; at the provider it goes on", kept.ticket));
    }
    Ok(Exit::Done)
}

/// Forgets what one look shows to have ended, well or not. What cannot be looked at stays.
async fn forget_finished(context: &Context) -> Result<Exit, Failure> {
    let (store, kept) = (Operations::open()?, kept(context)?);
    let mut forgotten = 0;
    for (entry, ended) in kept.iter().zip(follow(context, &kept, false).await) {
        let has_ended = match ended {
            Ok(ended) => ended.kept.is_none(),
            Err(Failure::Call(error)) if error.kind() == crate::error::ErrorKind::OperationFailed => true,
            Err(failure) => {
                context.console.failure(&failure);
                false
            }
        };
        if has_ended {
            store.forget(&entry.ticket)?;
            forgotten += 1;
        }
    }
    context.console.note(&format!("{forgotten} of {} operations had ended and are forgotten", kept.len()));
    Ok(Exit::Done)
}
