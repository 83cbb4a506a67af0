//! `snapshots create`.

use futures_util::TryStreamExt;

use super::Create;
use crate::cli::change::{self, Change, Ended, Running, operation_word};
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shapes::{Report, ResourceId};
use crate::cli::state::Operations;
use crate::handle::{Handle, Verb};
use crate::model::{CreateSnapshot, ListSnapshots, Snapshot, SnapshotStatus};
use crate::spec::Provider;

pub(super) async fn run(context: &Context, arguments: Create) -> Result<Exit, Failure> {
    let connection = connect(context, Need::Change).await?;
    let mut request =
        CreateSnapshot::new(arguments.vm, arguments.name).memory(arguments.memory).labels(arguments.labels);
    (request.description, request.replica_region) = (arguments.description, arguments.replica_region);
    let change = Change::prepare(context, &connection, request.clone(), false).await?;
    if arguments.if_missing
        && let Some(there) = existing(&connection, &request).await?
    {
        return already(context, &connection, &change, there, arguments.wait).await;
    }
    change::run(change, arguments.wait).await
}

/// A snapshot of that machine by that name which is there, or is being made.
async fn existing(connection: &Connection, request: &CreateSnapshot) -> Result<Option<Snapshot>, Failure> {
    // Read whole and compared here: what a provider's filter leaves out must not be made a second time.
    let mut list = connection.client.snapshots(ListSnapshots::default().vm(request.vm.clone()));
    let mut found: Option<Snapshot> = None;
    while let Some(snapshot) = list.try_next().await? {
        // Behind ManageIQ a platform may name it as it likes; the description, which is the name where none was given, it keeps.
        let described = snapshot.provider == Provider::ManageIq && snapshot.description.as_ref() == Some(&request.name);
        let named = described || snapshot.name.as_deref().is_some_and(|name| is_name(name, &request.name));
        let lives = !matches!(snapshot.status, SnapshotStatus::Failed | SnapshotStatus::Deleting);
        let better = found.as_ref().is_none_or(|found| found.status != SnapshotStatus::Ready);
        if named && lives && better {
            found = Some(snapshot);
        }
    }
    Ok(found)
}

/// The name, or the name with the Unix time behind it that Syminet's examples show.
fn is_name(name: &str, wanted: &str) -> bool {
    let decoration = name.strip_prefix(wanted).and_then(|rest| rest.strip_prefix('-'));
    name == wanted || decoration.is_some_and(|rest| rest.len() == 10 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// It is there: nothing is sent. One that is still being made can be waited for.
async fn already(
    context: &Context,
    connection: &Connection,
    change: &Change<'_, Snapshot>,
    there: Snapshot,
    wait: bool,
) -> Result<Exit, Failure> {
    let id = there.id.to_string();
    context.console.note(&format!("there is one already: snapshot {id}; nothing was sent"));
    if wait && there.status != SnapshotStatus::Ready && !context.global.dry_run {
        let mut ticket = change.prepared.handle().open()?;
        (ticket.resource, ticket.uncertain) = (Some(id), false);
        let store = Operations::open()?;
        let kept = store.keep(Handle::seal(&ticket))?;
        let running: Running<'_, Snapshot> = Running::resume(context, connection, store, kept)?;
        change::tell(context, running.finish(true).await?, true)?;
        return Ok(Exit::Done);
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
    change::tell(context, Ended { report, key: None }, wait)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn the_name_or_the_name_with_a_time() {
        assert!(is_name("nightly", "nightly") && is_name("nightly-1731969462", "nightly"));
        for other in ["nightly-2", "nightly-20241118", "nightlyx", "x-nightly", "nightly-17319694629"] {
            assert!(!is_name(other, "nightly"), "{other}");
        }
    }
}
