//! `snapshots delete`: one, or several with an outcome for each.

use super::{Delete, reference};
use crate::cli::ask;
use crate::cli::change::{self, Change, Sent};
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines;
use crate::cli::shapes::ResourceId;
use crate::cli::subject::{self, Subject};
use crate::cli::text::time_with_zone;
use crate::handle::Verb;
use crate::model::{DeleteSnapshot, Deleted, Snapshot, SnapshotRef};

pub(super) async fn run(context: &Context, arguments: Delete) -> Result<Exit, Failure> {
    let named = arguments.snapshots.iter().map(|id| ResourceId::new("snapshot", Some(id))).collect();
    context.begin(Subject::several(Verb::DeleteSnapshot, named));
    let connection = connect(context, Need::Change).await?;
    let vm = machines::resolve_any(&connection.client, arguments.vm).await?;
    let mut references: Vec<SnapshotRef> = Vec::new();
    for id in &arguments.snapshots {
        let wanted = reference(id, vm.as_ref());
        if !references.contains(&wanted) {
            references.push(wanted);
        }
    }
    let mut changes = Vec::new();
    let mut lines = vec![format!("This deletes from {}, for good:", connection.title())];
    for reference in &references {
        let change = Change::prepare(context, &connection, DeleteSnapshot::new(reference.clone()), true).await;
        // What concerns all of them ends the command; what concerns one is its outcome.
        match change {
            Err(failure @ Failure::Call(_)) if failure.exit() != Exit::Unsupported => changes.push(Err(failure)),
            Err(failure) => return Err(failure),
            Ok(change) => {
                if !context.global.yes && !context.global.dry_run {
                    let found = connection.client.snapshot(reference).await?;
                    lines.push(format!("  {}", described(&found)));
                }
                changes.push(Ok(change));
            }
        }
    }
    match changes.iter().filter(|change| change.is_ok()).count() {
        0 => {}
        1 => ask::confirm(context, &lines, "Delete this snapshot?").await?,
        several => ask::confirm(context, &lines, &format!("Delete these {several} snapshots?")).await?,
    }
    all(context, &references, changes, arguments.wait).await
}

fn resource(reference: &SnapshotRef) -> ResourceId {
    ResourceId::new("snapshot", Some(&reference.id))
}

/// Sends all, then waits for all: they run at the same time.
async fn all(
    context: &Context,
    references: &[SnapshotRef],
    changes: Vec<Result<Change<'_, Deleted>, Failure>>,
    wait: bool,
) -> Result<Exit, Failure> {
    let (mut sent, mut planned) = (Vec::new(), Vec::new());
    for change in changes {
        let outcome = match change {
            Ok(change) => change.send().await,
            Err(failure) => Err(failure),
        };
        match outcome {
            Ok(Sent::Planned(requests)) => planned.extend(requests),
            Ok(Sent::Running(running)) => sent.push(Ok(*running)),
            Err(failure) => sent.push(Err(failure)),
        }
    }
    if context.global.dry_run {
        let failed: Vec<_> = sent.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
        failed.iter().for_each(|failure| context.fail(failure));
        let mut exits: Vec<_> = failed.iter().map(|failure| failure.exit()).collect();
        exits.extend(planned.iter().map(|_| Exit::Done));
        context.show_planned(&planned, true)?;
        return Ok(Exit::of_several(&exits));
    }
    let ended = match sent.len() {
        1 => match sent.pop() {
            Some(Ok(running)) => vec![running.finish(wait).await],
            other => other.into_iter().filter_map(Result::err).map(Err).collect(),
        },
        many => change::finish_all(context, &format!("delete {many} snapshots"), sent, wait).await,
    };
    let outcomes = references.iter().zip(ended).map(|(reference, outcome)| {
        let failed = |failure: &Failure| subject::failed(context, Verb::DeleteSnapshot, resource(reference), failure);
        (outcome, failed)
    });
    change::print_results(context, outcomes, |context, deleted| context.out.object(deleted))
}

/// A snapshot in words, as a question names it: `snapshot 14901 "nightly" of vm 3247 "web-1", made 2024-11-18 22:41 UTC`.
pub(super) fn described(snapshot: &Snapshot) -> String {
    let mut text = format!("snapshot {}", snapshot.id);
    if let Some(name) = &snapshot.name {
        text.push_str(&format!(" \"{name}\""));
    }
    if let Some(vm) = &snapshot.vm.id {
        text.push_str(&format!(" of vm {vm}"));
    }
    if let Some(name) = &snapshot.vm.name {
        text.push_str(&format!(" \"{name}\""));
    }
    if let Some(made) = snapshot.created_at {
        text.push_str(&format!(", created {}", time_with_zone(made)));
    }
    text
}
