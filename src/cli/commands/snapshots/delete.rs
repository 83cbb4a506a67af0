//! `snapshots delete`: one snapshot, or several with a result for each.

use futures_util::TryStreamExt;

use super::{Delete, reference};
use crate::cli::ask;
use crate::cli::change::{Change, Sent};
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::failure_report;
use crate::cli::ids;
use crate::cli::machines;
use crate::cli::progress::Meter;
use crate::cli::several;
use crate::cli::shapes::ResourceId;
use crate::cli::subject::Subject;
use crate::cli::text::time_and_age;
use crate::handle::Verb;
use crate::model::{DeleteSnapshot, Deleted, ListSnapshots, Snapshot, SnapshotId, SnapshotRef};

pub(super) async fn run(context: &Context, arguments: Delete) -> Result<Exit, Failure> {
    let mut ids = Vec::new();
    for text in ids::read(&arguments.snapshots)? {
        ids.push(SnapshotId::new(&text).map_err(|why| Failure::usage(why.to_string()))?);
    }
    let named = ids.iter().map(|id| ResourceId::new("snapshot", Some(id))).collect();
    context.begin(Subject::several(Verb::DeleteSnapshot, named));
    let connection = connect(context, Need::Change).await?;
    let vm = machines::resolve_any(&connection.client, arguments.vm.as_deref(), |it| it.delete_snapshot).await?;
    let references: Vec<SnapshotRef> = ids.iter().map(|id| reference(id, vm.as_ref())).collect();
    let mut changes = Vec::new();
    let mut lines = vec![format!("These snapshots will be permanently deleted from {}:", connection.title())];
    let meter = (references.len() > 1).then(|| Meter::new(&context.console, "reading the snapshots"));
    for (index, reference) in references.iter().enumerate() {
        if let Some(meter) = &meter {
            meter.say(&format!("{}/{}", index + 1, references.len()));
        }
        let change = Change::prepare(context, &connection, DeleteSnapshot::new(reference.clone()), true).await;
        // An error that concerns all of them ends the command; an error with one is its result.
        match change {
            Err(failure @ Failure::Call(_)) if failure.exit() != Exit::Unsupported => {
                changes.push(missing(&connection, reference, failure, arguments.ignore_missing).await);
            }
            Err(failure) => return Err(failure),
            Ok(change) => {
                if !context.global.yes && !context.global.dry_run {
                    let found = connection.client.snapshot(reference).await?;
                    lines.push(format!("  {}", described(&found)));
                }
                changes.push(Step::Delete(Box::new(change)));
            }
        }
    }
    drop(meter);
    match changes.iter().filter(|change| matches!(change, Step::Delete(_))).count() {
        0 => {}
        1 => ask::confirm(context, &lines, "Delete this snapshot?").await?,
        several => ask::confirm(context, &lines, &format!("Delete these {several} snapshots?")).await?,
    }
    delete_all(context, &connection, &references, changes, &arguments).await
}

/// How to proceed with one of the snapshots.
enum Step<'a> {
    Delete(Box<Change<'a, Deleted>>),
    /// It does not exist, which counts as deleted.
    Missing,
    Failed(Failure),
}

/// The step for a snapshot that could not be prepared: missing if that is ignored, else failed.
async fn missing<'a>(connection: &Connection, reference: &SnapshotRef, failure: Failure, ignored: bool) -> Step<'a> {
    let is_missing = ignored && failure.exit() == Exit::NotFound && !is_elsewhere(connection, reference).await;
    if is_missing { Step::Missing } else { Step::Failed(failure) }
}

/// Whether a snapshot that the given machine does not have belongs to another machine. This is a mistake that is not ignored.
async fn is_elsewhere(connection: &Connection, reference: &SnapshotRef) -> bool {
    if reference.vm.is_none() {
        return false;
    }
    let list = connection.client.snapshots(ListSnapshots::default());
    let is_it = |snapshot: Snapshot| std::future::ready(snapshot.id == reference.id);
    // A list that cannot be read completely proves nothing.
    list.try_any(is_it).await.unwrap_or(true)
}

fn resource(reference: &SnapshotRef) -> ResourceId {
    ResourceId::new("snapshot", Some(&reference.id))
}

/// Sends all requests, then waits for all operations, which run at the same time.
async fn delete_all(
    context: &Context,
    connection: &Connection,
    references: &[SnapshotRef],
    changes: Vec<Step<'_>>,
    arguments: &Delete,
) -> Result<Exit, Failure> {
    let many = references.len();
    let poller = connection.client.shared_poller();
    let (mut sent, mut planned, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    {
        let what = if many > 1 { format!("delete {many} snapshots") } else { "delete snapshot".to_owned() };
        let meter = Meter::new(&context.console, &what);
        for (index, (change, reference)) in changes.into_iter().zip(references).enumerate() {
            if many > 1 {
                meter.say(&format!("sending {}/{many}", index + 1));
            }
            let outcome = match change {
                Step::Delete(change) => change.send_as_one_of_several().await,
                Step::Failed(failure) => Err(failure),
                Step::Missing => {
                    missing.push(reference);
                    continue;
                }
            };
            match outcome {
                Ok(Sent::Planned(requests)) => planned.extend(requests),
                Ok(Sent::Running(running)) => sent.push((reference, Ok(running.sharing(&poller)))),
                Err(failure) => sent.push((reference, Err(failure))),
            }
        }
    }
    if context.global.dry_run {
        let failed: Vec<_> = sent.iter().filter_map(|(_, outcome)| outcome.as_ref().err()).collect();
        failed.iter().for_each(|failure| context.fail(failure));
        let mut exits: Vec<_> = failed.iter().map(|failure| failure.exit()).collect();
        exits.extend(planned.iter().map(|_| Exit::Done));
        context.show_planned(&planned, true)?;
        return Ok(Exit::of_several(&exits));
    }
    let (sent_of, sent): (Vec<_>, Vec<_>) = sent.into_iter().unzip();
    let what = format!("delete {} snapshots", sent.len());
    let outcome = if arguments.wait { "deleted" } else { "accepted" };
    let ended = several::finish_all(context, &what, sent, arguments.wait, Some(outcome)).await;
    let mut ended: Vec<_> = sent_of.into_iter().zip(ended).collect();
    ended.extend(missing.into_iter().map(|reference| {
        let why = format!("snapshot {} does not exist; nothing was sent", reference.id);
        (reference, Ok(several::already_deleted(context, Verb::DeleteSnapshot, reference.id.as_str(), why)))
    }));
    let position = |reference: &SnapshotRef| references.iter().position(|known| known == reference);
    ended.sort_by_key(|(reference, _)| position(reference));
    let outcomes = ended.into_iter().map(|(reference, outcome)| {
        let failed =
            |failure: &Failure| failure_report::of(context, Verb::DeleteSnapshot, resource(reference), failure);
        (outcome, failed)
    });
    several::print_results(context, outcomes, |context, deleted| context.out.object(deleted))
}

/// A snapshot as described in prompts: `snapshot 14901 "nightly" (VM 3247 "web-1"), created 2024-11-18 22:41 UTC (5 d ago)`.
pub(super) fn described(snapshot: &Snapshot) -> String {
    let mut text = format!("snapshot {}", snapshot.id);
    if let Some(name) = &snapshot.name {
        text.push_str(&format!(" \"{name}\""));
    }
    let vm = snapshot.vm.id.as_ref().map(ToString::to_string);
    let vm: Vec<_> = vm.into_iter().chain(snapshot.vm.name.as_ref().map(|name| format!("\"{name}\""))).collect();
    if !vm.is_empty() {
        text.push_str(&format!(" (VM {})", vm.join(" ")));
    }
    if let Some(created) = snapshot.created_at {
        text.push_str(&format!(", created {}", time_and_age(created)));
    }
    text
}
