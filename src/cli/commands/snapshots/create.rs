//! `snapshots create`.

use super::Create;
use crate::cli::change::{self, Change, Running};
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::ended::{Ended, print_result};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines;
use crate::cli::shapes::{Report, ResourceId, operation_name};
use crate::cli::state::Operations;
use crate::cli::subject::Subject;
use crate::client::Missing;
use crate::handle::Verb;
use crate::model::{CreateSnapshot, Snapshot};
use crate::operation::Operation;
use crate::sealed::Handle;

/// The warning in the report if the snapshot already exists.
const EXISTS: &str = "the machine already has a snapshot with this name; nothing was sent";

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
        Missing::Present(existing) => report_existing(context, &connection, &request, *existing, arguments.wait).await,
        Missing::Pending(operation) => resume_pending(context, &connection, &operation, arguments.wait).await,
        Missing::Missing(prepared) => change::run(Change::of(context, &connection, prepared), arguments.wait).await,
    }
}

/// The snapshot exists: nothing is sent. One that is still being created can be waited for.
async fn report_existing(
    context: &Context,
    connection: &Connection,
    request: &CreateSnapshot,
    existing: Snapshot,
    wait: bool,
) -> Result<Exit, Failure> {
    let id = existing.id.to_string();
    context.console.note(&format!("snapshot {id} already has this name; nothing was sent"));
    let handle = connection.client.unfinished(&existing, request)?.map(|operation| operation.handle());
    if let Some(handle) = handle.as_ref().filter(|_| !context.global.dry_run) {
        return resume(context, connection, handle, Some(EXISTS), wait).await;
    }
    let report = Report {
        operation: operation_name(Verb::CreateSnapshot),
        provider: Some(existing.provider.to_string()),
        profile: connection.client.account_name().map(str::to_owned),
        state: if handle.is_none() { "done" } else { "running" }.to_owned(),
        resource: ResourceId { kind: "snapshot", id: Some(id) },
        warnings: vec![EXISTS.to_owned()],
        result: Some(existing),
        handle: handle.map(|handle| handle.to_string()),
        error: None,
    };
    print_result(context, Ended { report, pending: None, unreported: None })?;
    Ok(Exit::Done)
}

/// A pending operation is creating the snapshot, or may have created it: nothing is sent.
async fn resume_pending(
    context: &Context,
    connection: &Connection,
    operation: &Operation<Snapshot>,
    wait: bool,
) -> Result<Exit, Failure> {
    let handle = operation.handle();
    let what = crate::cli::text::safe(&handle.describe()?);
    context.console.note(&format!("already pending: {what}; nothing was sent"));
    resume(context, connection, &handle, None, wait && !context.global.dry_run).await
}

async fn resume(
    context: &Context,
    connection: &Connection,
    handle: &Handle,
    warning: Option<&str>,
    wait: bool,
) -> Result<Exit, Failure> {
    let store = Operations::of_client(&connection.client);
    let entry = store.keep(handle)?;
    let running: Running<'_, Snapshot> = Running::resume(context, connection, store, entry)?;
    let mut ended = running.finish(wait).await?;
    ended.report.warnings.extend(warning.map(str::to_owned));
    print_result(context, ended)?;
    Ok(Exit::Done)
}
