//! `snapshots create`.

use super::Create;
use crate::cli::change::{self, Change, Ended, Running, operation_name};
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines;
use crate::cli::shapes::{Report, ResourceId};
use crate::cli::state::Operations;
use crate::cli::subject::Subject;
use crate::client::Missing;
use crate::handle::Verb;
use crate::model::{CreateSnapshot, Snapshot, SnapshotStatus};
use crate::operation::Operation;
use crate::sealed::Handle;

/// Told where nothing had to be done.
const ALREADY: &str = "there was one of that name already: nothing was sent";

pub(super) async fn run(context: &Context, arguments: Create) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::CreateSnapshot, ResourceId::new("snapshot", None)));
    let connection = connect(context, Need::Change).await?;
    let vm = machines::resolve(&connection.client, &arguments.vm, |it| it.create_snapshot).await?;
    let mut request = CreateSnapshot::new(vm, arguments.name).memory(arguments.memory).labels(arguments.labels);
    (request.description, request.replica_region) = (arguments.description, arguments.replica_region);
    if !arguments.if_missing {
        return change::run(Change::prepare(context, &connection, request, false).await?, arguments.wait).await;
    }
    match connection.client.prepare_missing(request.clone()).await? {
        Missing::Present(there) => already(context, &connection, &request, *there, arguments.wait).await,
        Missing::Pending(operation) => under_way(context, &connection, &operation, arguments.wait).await,
        Missing::Missing(prepared) => change::run(Change::of(context, &connection, prepared), arguments.wait).await,
    }
}

/// It is there: nothing is sent. One that is still being made can be waited for.
async fn already(
    context: &Context,
    connection: &Connection,
    request: &CreateSnapshot,
    there: Snapshot,
    wait: bool,
) -> Result<Exit, Failure> {
    let id = there.id.to_string();
    context.console.note(&format!("there is one already: snapshot {id}; nothing was sent"));
    let is_ready = there.status == SnapshotStatus::Ready;
    let handle = connection.client.handle_of(&there, request);
    if !is_ready && !context.global.dry_run {
        return go_on(context, connection, &handle, Some(ALREADY), wait).await;
    }
    let report = Report {
        operation: operation_name(Verb::CreateSnapshot),
        provider: Some(there.provider.to_string()),
        profile: connection.client.account_name().map(str::to_owned),
        state: if is_ready { "done" } else { "running" }.to_owned(),
        resource: ResourceId { kind: "snapshot", id: Some(id) },
        warnings: vec![ALREADY.to_owned()],
        result: Some(there),
        handle: (!is_ready).then(|| handle.to_string()),
        error: None,
    };
    change::print_result(context, Ended { report, kept: None, untold: None })?;
    Ok(Exit::Done)
}

/// An operation that was begun earlier makes it, or may have made it: nothing is sent.
async fn under_way(
    context: &Context,
    connection: &Connection,
    operation: &Operation<Snapshot>,
    wait: bool,
) -> Result<Exit, Failure> {
    let handle = operation.handle();
    let what = crate::cli::text::safe(&handle.describe()?);
    context.console.note(&format!("under way already, or its outcome is unknown: {what}; nothing was sent"));
    go_on(context, connection, &handle, None, wait && !context.global.dry_run).await
}

async fn go_on(
    context: &Context,
    connection: &Connection,
    handle: &Handle,
    warning: Option<&str>,
    wait: bool,
) -> Result<Exit, Failure> {
    let store = Operations::of_client(&connection.client);
    let kept = store.keep(handle)?;
    let running: Running<'_, Snapshot> = Running::resume(context, connection, store, kept)?;
    let mut ended = running.finish(wait).await?;
    ended.report.warnings.extend(warning.map(str::to_owned));
    change::print_result(context, ended)?;
    Ok(Exit::Done)
}
