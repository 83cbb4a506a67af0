//! `snapshots create`.

use super::Create;
use crate::cli::change::{self, Change, Ended, Running, operation_word};
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shapes::{Report, ResourceId};
use crate::cli::state::Operations;
use crate::client::Missing;
use crate::handle::{Handle, Verb};
use crate::model::{CreateSnapshot, Snapshot, SnapshotStatus};
use crate::operation::Operation;

pub(super) async fn run(context: &Context, arguments: Create) -> Result<Exit, Failure> {
    let connection = connect(context, Need::Change).await?;
    let mut request =
        CreateSnapshot::new(arguments.vm, arguments.name).memory(arguments.memory).labels(arguments.labels);
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
    if wait && there.status != SnapshotStatus::Ready && !context.global.dry_run {
        let handle = connection.client.handle_of(&there, request);
        return go_on(context, connection, &handle, true).await;
    }
    let report = Report {
        operation: operation_word(Verb::CreateSnapshot),
        provider: there.provider.to_string(),
        state: "done".to_owned(),
        resource: ResourceId { kind: "snapshot", id: Some(id) },
        warnings: vec!["there was one of that name already: nothing was sent".to_owned()],
        result: Some(there),
        handle: None,
        error: None,
    };
    change::tell(context, Ended { report, key: None, untold: None }, wait)?;
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
    go_on(context, connection, &handle, wait && !context.global.dry_run).await
}

async fn go_on(context: &Context, connection: &Connection, handle: &Handle, wait: bool) -> Result<Exit, Failure> {
    let store = Operations::of_client(&connection.client);
    let kept = store.keep(handle)?;
    let running: Running<'_, Snapshot> = Running::resume(context, connection, store, kept)?;
    change::tell(context, running.finish(wait).await?, wait)?;
    Ok(Exit::Done)
}
