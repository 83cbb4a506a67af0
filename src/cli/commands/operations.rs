//! `operations list`, `wait` and `forget`: pending operations.

use clap::{Args, Subcommand};
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::change::Running;
use crate::cli::complete;
use crate::cli::connect::{Connection, connect_for};
use crate::cli::context::Context;
use crate::cli::ended::Ended;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::failure_report;
use crate::cli::ids;
use crate::cli::several;
use crate::cli::shapes::{Report, ResourceId, operation_name};
use crate::cli::state::Operations;
use crate::cli::subject::Subject;
use crate::cli::table::{Column, Columns};
use crate::cli::text::{age, time};
use crate::handle::Ticket;
use crate::journal::{Entry, Stage};
use crate::model::{BackupState, Deleted, Image, Resource, Restored, Snapshot};
use crate::sealed::Handle;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List pending operations recorded on this machine
    #[command(after_help = "Example: cloudsnap operations list")]
    List,
    /// Wait for operations to finish and show the results
    #[command(after_help = "Example: cloudsnap --timeout 10m operations wait 3f9a2c1b")]
    Wait(Wait),
    /// Stop tracking operations (they continue at the provider)
    #[command(after_help = "Example: cloudsnap operations forget 3f9a2c1b")]
    Forget(Forget),
}

#[derive(Debug, Args)]
pub(crate) struct Wait {
    /// IDs that `operations list` shows, or handles (cs1...); - reads them from stdin
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all", add = complete::operations())]
    handles: Vec<String>,
    /// Wait for all pending operations, of all accounts
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Forget {
    /// IDs that `operations list` shows, or handles (cs1...); - reads them from stdin
    #[arg(value_name = "ID", required_unless_present = "finished", conflicts_with = "finished", add = complete::operations())]
    handles: Vec<String>,
    /// Poll each operation once, and stop tracking those that have finished
    #[arg(long)]
    finished: bool,
}

/// A pending operation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Listed {
    /// Its short ID on this machine.
    id: String,
    /// The operation, e.g. `create_snapshot`.
    operation: String,
    /// A description with the objects.
    description: String,
    /// The last known state: `running` (accepted by the provider), `unknown` (it may have been accepted) or `ended`.
    state: &'static str,
    provider: String,
    /// The profile that started it; null if no profile was used.
    profile: Option<String>,
    base_url: String,
    /// The machine.
    vm: Option<String>,
    /// The object that it creates or changes.
    resource: ResourceId,
    /// When it was started.
    started_at: String,
    /// The handle to wait with.
    handle: String,
    /// The requested name, or the ID of the object that it changes.
    #[serde(skip)]
    object: String,
}

impl Columns for Listed {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "id", shown: true, value: |it| it.id.clone() },
            Column { name: "state", shown: true, value: |it| it.state.to_owned() },
            Column { name: "operation", shown: true, value: |it| it.operation.replace('_', " ") },
            Column { name: "object", shown: true, value: |it| it.object.clone() },
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

/// The result of an operation of any kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Waited {
    Snapshot(Box<Snapshot>),
    Image(Box<Image>),
    Deleted(Deleted),
    Restored(Box<Restored>),
    Backups(BackupState),
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List => list(context),
        Command::Wait(arguments) => wait(context, &arguments).await,
        Command::Forget(arguments) if arguments.finished => forget_finished(context).await,
        Command::Forget(arguments) => forget(context, &arguments.handles),
    }
}

/// All pending operations. Unreadable entries are reported.
fn entries(context: &Context) -> Result<Vec<Entry>, Failure> {
    let (entries, unreadable) = Operations::open()?.list()?;
    unreadable.iter().for_each(|why| context.console.warn(why));
    Ok(entries)
}

fn list(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<Listed>()?;
    let listed: Vec<_> = entries(context)?.into_iter().map(listed).collect();
    context.out.list(&listed)?;
    if listed.is_empty() && context.out.is_table() {
        context.console.note("no pending operations");
    }
    Ok(Exit::Done)
}

fn listed(entry: Entry) -> Listed {
    let (ticket, handle) = (&entry.ticket, entry.handle());
    let object = ticket.name.clone().or_else(|| ticket.target.as_ref().map(ToString::to_string));
    Listed {
        id: entry.key,
        operation: operation_name(ticket.verb),
        description: ticket.to_string(),
        state: match entry.stage {
            Stage::Taken => "running",
            Stage::Sending | Stage::Lost => "unknown",
            Stage::Ended => "ended",
        },
        provider: ticket.provider.to_string(),
        profile: ticket.account_name.clone(),
        base_url: ticket.base_url.clone(),
        vm: ticket.vm.as_ref().map(ToString::to_string),
        resource: ResourceId::of(ticket),
        started_at: entry.started_at.to_string(),
        handle: handle.to_string(),
        object: object.unwrap_or_default(),
    }
}

/// The operation that an argument names: a pending one, or that of any handle.
fn find(store: &Operations, text: &str) -> Result<Entry, Failure> {
    if let Some(entry) = store.find(text)? {
        // The given handle may be more recent than the recorded one.
        return match text.parse::<Handle>() {
            Ok(handle) => store.keep(&handle),
            Err(_) => Ok(entry),
        };
    }
    if !text.starts_with("cs1.") {
        return Err(unknown(text));
    }
    let handle: Handle = text.parse()?;
    store.keep(&handle)
}

fn unknown(text: &str) -> Failure {
    let shown: String = text.chars().take(60).collect();
    let why = format!("unknown operation {shown:?}: neither the ID of a pending operation nor a valid handle");
    Failure::usage_with(why, "`cloudsnap operations list` shows the pending operations")
}

async fn wait(context: &Context, arguments: &Wait) -> Result<Exit, Failure> {
    if arguments.all {
        let entries = entries(context)?;
        if entries.is_empty() {
            context.console.note("no pending operations");
        }
        let ended = finish(context, &entries, true).await;
        return print_result(context, &entries, ended);
    }
    let store = Operations::open()?;
    let given = ids::read(&arguments.handles)?;
    let found = given.iter().map(|text| find(&store, text)).collect::<Result<Vec<_>, _>>()?;
    let resources = found.iter().map(|entry| ResourceId::of(&entry.ticket)).collect();
    if let Some(first) = found.first() {
        context.begin(Subject::several(first.ticket.verb, resources));
    }
    let ended = match found.as_slice() {
        [only] => {
            let connection = connect_for(context, &only.handle()).await?;
            let running: Running<'_, Resource> = Running::resume(context, &connection, store, only.clone())?;
            vec![running.finish(true).await]
        }
        several => finish(context, several, true).await,
    };
    print_result(context, &found, ended)
}

/// Waits for all operations at the same time, or polls each once.
async fn finish(context: &Context, entries: &[Entry], wait: bool) -> Vec<Result<Ended<Resource>, Failure>> {
    let mut accounts: Vec<(&Ticket, Connection)> = Vec::new();
    let mut connections = Vec::new();
    for entry in entries {
        let known = accounts.iter().position(|(ticket, _)| is_of_account(ticket, &entry.ticket));
        connections.push(match known {
            Some(index) => Ok(index),
            None => connect_for(context, &entry.handle()).await.map(|connection| {
                accounts.push((&entry.ticket, connection));
                accounts.len() - 1
            }),
        });
    }
    let pollers: Vec<_> = accounts.iter().map(|(_, connection)| connection.client.shared_poller()).collect();
    let resume = |(entry, connection): (&Entry, Result<usize, Failure>)| {
        let index = connection?;
        let connection = &accounts[index].1;
        let store = Operations::of_client(&connection.client);
        Ok(Running::resume(context, connection, store, entry.clone())?.sharing(&pollers[index]))
    };
    let running = entries.iter().zip(connections).map(resume).collect();
    let what = format!("{} {} operations", if wait { "wait for" } else { "poll" }, entries.len());
    several::finish_all(context, &what, running, wait, wait.then_some("finished")).await
}

fn is_of_account(one: &Ticket, other: &Ticket) -> bool {
    let account = |ticket: &Ticket| {
        (ticket.provider, ticket.base_url.clone(), ticket.account.clone(), ticket.account_name.clone())
    };
    account(one) == account(other)
}

fn print_result(
    context: &Context,
    entries: &[Entry],
    ended: Vec<Result<Ended<Resource>, Failure>>,
) -> Result<Exit, Failure> {
    let outcomes = entries.iter().zip(ended).map(|(entry, outcome)| {
        let failed = |failure: &Failure| {
            let report = failure_report::of(context, entry.ticket.verb, ResourceId::of(&entry.ticket), failure);
            Report {
                provider: Some(entry.ticket.provider.to_string()),
                profile: entry.ticket.account_name.clone(),
                ..report
            }
        };
        (outcome.map(|ended| ended.map(waited)), failed)
    });
    several::print_results(context, outcomes, object)
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

/// Shows the object that resulted from a single operation.
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
    // If one is unknown, none is removed.
    for text in ids::read(handles)? {
        found.push(store.find(&text)?.ok_or_else(|| unknown(&text))?);
    }
    for entry in found {
        store.forget(&entry.ticket)?;
        context.console.note(&format!("no longer tracked: {} (it continues at the provider)", entry.ticket));
    }
    Ok(Exit::Done)
}

/// Polls each operation once and removes those that have succeeded or failed. Those that cannot be polled stay.
async fn forget_finished(context: &Context) -> Result<Exit, Failure> {
    let (store, entries) = (Operations::open()?, entries(context)?);
    let mut removed = 0;
    for (entry, ended) in entries.iter().zip(finish(context, &entries, false).await) {
        let has_ended = match ended {
            Ok(ended) => ended.pending.is_none(),
            Err(Failure::Call(error)) if error.kind() == crate::error::ErrorKind::OperationFailed => true,
            Err(failure) => {
                context.console.failure(&failure);
                false
            }
        };
        if has_ended {
            store.forget(&entry.ticket)?;
            removed += 1;
        }
    }
    context.console.note(&format!("{removed} of {} operations have finished and are no longer tracked", entries.len()));
    Ok(Exit::Done)
}
