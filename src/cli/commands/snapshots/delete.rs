//! `snapshots delete`: one, or several with an outcome for each.

use super::{Delete, reference};
use crate::cli::ask;
use crate::cli::change::{self, Change, Ended, Sent, operation_word};
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shapes::{Deletion, Problem, Report, ResourceId};
use crate::cli::text::time_with_zone;
use crate::handle::Verb;
use crate::model::{DeleteSnapshot, Deleted, Snapshot, SnapshotRef};

pub(super) async fn run(context: &Context, arguments: Delete) -> Result<Exit, Failure> {
    let connection = connect(context, Need::Change).await?;
    let mut references: Vec<SnapshotRef> = Vec::new();
    for id in &arguments.snapshots {
        let wanted = reference(id, arguments.vm.as_ref());
        if !references.contains(&wanted) {
            references.push(wanted);
        }
    }
    let single = references.len() == 1;
    let (mut changes, mut lines) = (Vec::new(), Vec::new());
    for reference in &references {
        let change = Change::prepare(context, &connection, DeleteSnapshot::new(reference.clone()), true).await;
        // What concerns all of them ends the command; what concerns one is its outcome.
        match change {
            Err(failure @ Failure::Call(_)) if !single && failure.exit() != Exit::Unsupported => {
                changes.push(Err(failure))
            }
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
    if changes.iter().any(Result::is_ok) {
        lines.insert(0, format!("This deletes from {}, for good:", connection.title()));
        let question = match changes.iter().filter(|change| change.is_ok()).count() {
            1 => "Delete this snapshot?".to_owned(),
            several => format!("Delete these {several} snapshots?"),
        };
        ask::confirm(context, &lines, &question).await?;
    }
    match (single, changes.pop()) {
        (true, Some(change)) => change::run(change?, arguments.wait).await,
        (_, last) => {
            changes.extend(last);
            several(context, &connection, &references, changes, arguments.wait).await
        }
    }
}

/// Sends all, then waits for all: they run at the same time.
async fn several(
    context: &Context,
    connection: &Connection,
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
            Ok(Sent::Running(running)) => sent.push(Ok(running)),
            Err(failure) => sent.push(Err(failure)),
        }
    }
    if context.global.dry_run {
        let failed: Vec<_> = sent.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
        failed.iter().for_each(|failure| context.console.failure(failure));
        let mut exits: Vec<_> = failed.iter().map(|failure| failure.exit()).collect();
        exits.extend(planned.iter().map(|_| Exit::Done));
        context.show_planned(&planned, true)?;
        return Ok(Exit::of_several(&exits));
    }
    let mut ended = Vec::new();
    for outcome in sent {
        ended.push(match outcome {
            Ok(running) => running.finish(wait).await,
            Err(failure) => Err(failure),
        });
    }
    let mut exits = Vec::new();
    let (mut reports, mut untold) = (Vec::new(), Vec::new());
    for (reference, outcome) in references.iter().zip(ended) {
        exits.push(outcome.as_ref().map_or_else(Failure::exit, |_| Exit::Done));
        let mut outcome = outcome;
        untold.extend(outcome.as_mut().ok().and_then(|ended| ended.untold.take()));
        reports.push(entry(context, connection, reference, outcome));
    }
    let printed = if wait && !context.out.is_table() {
        let finished: Vec<Deletion> = reports.into_iter().map(finished).collect();
        context.out.list(&finished)
    } else {
        context.out.list(&reports)
    };
    change::told(context, printed, untold)?;
    Ok(Exit::of_several(&exits))
}

/// The outcome of one, as an entry of the list.
fn entry(
    context: &Context,
    connection: &Connection,
    reference: &SnapshotRef,
    outcome: Result<Ended<Deleted>, Failure>,
) -> Report<Deleted> {
    match outcome {
        Ok(Ended { report, key, .. }) => {
            if let Some(key) = key {
                let id = &reference.id;
                context.console.note(&format!("{id}: it goes on; see its end with: cloudsnap operations wait {key}"));
            }
            report
        }
        Err(failure) => {
            context.console.failure(&failure);
            let (error, handle) = match &failure {
                Failure::Call(error) => (Problem::of(error), error.handle().map(ToString::to_string)),
                other => {
                    let message = other.lines().join(" ");
                    (Problem { kind: "local".to_owned(), message, status: None, code: None }, None)
                }
            };
            Report {
                operation: operation_word(Verb::DeleteSnapshot),
                provider: connection.client.provider().to_string(),
                state: if handle.is_some() { "pending" } else { "failed" }.to_owned(),
                resource: ResourceId { kind: "snapshot", id: Some(reference.id.to_string()) },
                result: None,
                warnings: Vec::new(),
                handle,
                error: Some(error),
            }
        }
    }
}

fn finished(report: Report<Deleted>) -> Deletion {
    let id = report.resource.id.unwrap_or_default();
    Deletion { id, deleted: report.result.is_some_and(|result| result.deleted), error: report.error }
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
