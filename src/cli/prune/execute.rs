//! Executes the deletions: oldest first, one at a time for each machine, several machines at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream;

use super::{Group, Item, Outcome, Rules};
use crate::cli::shapes::Problem;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::model::{DeleteSnapshot, Deleted, Snapshot, SnapshotRef, SnapshotStatus};
use crate::operation::{GONE, Operation, OperationState};
use crate::retention::Decision;
use crate::wait::WaitOptions;

/// The options of an execution.
pub(crate) struct Execution<'a> {
    pub(crate) client: &'a Client,
    pub(crate) rules: &'a Rules,
    /// Wait for each deletion until the snapshot is gone.
    pub(crate) wait: Option<WaitOptions>,
    /// How many machines are processed at once.
    pub(crate) parallel: usize,
    /// Called after each snapshot.
    pub(crate) progress: &'a (dyn Fn(&Item) + Send + Sync),
}

/// The pauses before further attempts after a transient error.
const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(5)];

/// The time limit for polling a deletion once, without waiting.
const POLL_TIMEOUT: Duration = Duration::from_secs(10);

/// Deletes the snapshots that were decided on, and records the outcome in each item.
pub(crate) async fn execute(run: &Execution<'_>, groups: Vec<Group>) -> Vec<Group> {
    let denied = AtomicBool::new(false);
    let denied = &denied;
    let work = stream::iter(groups).map(|group| async move { of_machine(run, group, denied).await });
    work.buffered(run.parallel.max(1)).collect().await
}

async fn of_machine(run: &Execution<'_>, mut group: Group, denied: &AtomicBool) -> Group {
    if group.deletions() == 0 {
        return group;
    }
    // The newest snapshot must still exist before any other is deleted.
    if let Some(why) = newest_has_changed(run, &group).await {
        group.items.iter_mut().filter(|item| item.is_to_delete()).for_each(|item| item.skip(why.clone()));
        return group;
    }
    // The list is newest first.
    for index in (0..group.items.len()).rev() {
        if !group.items[index].is_to_delete() {
            continue;
        }
        if denied.load(Ordering::Relaxed) {
            group.items[index].skip("stopped: the provider rejected the credentials");
            continue;
        }
        let item = &mut group.items[index];
        delete(run, item).await;
        (run.progress)(item);
        if item.error.as_ref().is_some_and(|error| error.kind == "unauthorized") {
            denied.store(true, Ordering::Relaxed);
        }
        if item.outcome == Some(Outcome::Unknown) {
            let rest = group.items[..index].iter_mut().filter(|item| item.is_to_delete());
            rest.for_each(|item| item.skip("stopped: the outcome of an earlier delete of this machine is unknown"));
            break;
        }
    }
    group
}

/// Why the newest ready snapshot of the list, which is kept, can no longer be relied on.
async fn newest_has_changed(run: &Execution<'_>, group: &Group) -> Option<String> {
    let is_newest = |item: &&Item| item.action == Decision::Keep && item.snapshot.status == SnapshotStatus::Ready;
    let newest = &group.items.iter().find(is_newest)?.snapshot;
    let mut pauses = PAUSES.into_iter();
    let now = loop {
        match (run.client.snapshot(&reference(newest)).await, pauses.next()) {
            (Err(error), Some(pause)) if is_transient(&error) => tokio::time::sleep(pause).await,
            (now, _) => break now,
        }
    };
    match now {
        Ok(now) if differs(newest, &now).is_none() => None,
        Ok(_) => Some(format!("the newest snapshot, {}, changed since it was listed", newest.id)),
        Err(error) => Some(format!("the newest snapshot, {}, cannot be read again: {}", newest.id, error.message())),
    }
}

fn reference(snapshot: &Snapshot) -> SnapshotRef {
    let reference = SnapshotRef::new(snapshot.id.clone());
    match &snapshot.vm.id {
        Some(vm) => reference.of_vm(vm.clone()),
        None => reference,
    }
}

/// The first property in which a snapshot differs from the list.
fn differs(listed: &Snapshot, now: &Snapshot) -> Option<&'static str> {
    if now.id != listed.id {
        Some("id")
    } else if now.name != listed.name {
        Some("name")
    } else if now.vm.id != listed.vm.id {
        Some("machine")
    } else if now.created_at.is_none() || now.created_at != listed.created_at {
        Some("creation time")
    } else if now.status != listed.status {
        Some("status")
    } else {
        None
    }
}

/// Deletes a snapshot, with further attempts after transient errors. Each attempt reads the snapshot first.
async fn delete(run: &Execution<'_>, item: &mut Item) {
    for pause in PAUSES {
        let Err(error) = attempt(run, item).await else { return };
        failed(item, &error);
        if item.outcome != Some(Outcome::Failed) || !is_transient(&error) {
            return;
        }
        tokio::time::sleep(pause.max(error.retry_after().unwrap_or_default())).await;
        (item.outcome, item.error, item.operation) = (None, None, None);
    }
    if let Err(error) = attempt(run, item).await {
        failed(item, &error);
    }
}

fn is_transient(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Unavailable | ErrorKind::RateLimited | ErrorKind::Transport)
}

async fn attempt(run: &Execution<'_>, item: &mut Item) -> Result<(), Error> {
    match run.client.snapshot(&reference(&item.snapshot)).await {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            item.skip("it no longer exists");
            return Ok(());
        }
        now => {
            let now = now?;
            if let Some(what) = differs(&item.snapshot, &now) {
                item.skip(format!("its {what} changed since it was listed"));
                return Ok(());
            }
            if let Some(image) = run.client.image_of(&now).filter(|_| !run.rules.with_images) {
                item.skip(format!("{image} was created from it since it was listed"));
                return Ok(());
            }
        }
    }
    let operation = run.client.delete_snapshot(DeleteSnapshot::new(reference(&item.snapshot)).snapshot).await?;
    ended(run, item, &operation).await;
    Ok(())
}

/// Waits for a deletion, or polls it once.
async fn ended(run: &Execution<'_>, item: &mut Item, operation: &Operation<Deleted>) {
    let state = match &run.wait {
        Some(options) => operation.wait_state(options.clone()).await,
        None => match tokio::time::timeout(POLL_TIMEOUT, operation.poll()).await {
            Ok(Ok(state)) => Ok(state),
            // The provider has accepted the request even if polling fails.
            _ => Ok(OperationState::Pending),
        },
    };
    let unfinished = match state {
        Ok(OperationState::Done(_) | OperationState::Accepted(_)) => {
            item.outcome = Some(Outcome::Deleted);
            false
        }
        Ok(OperationState::Failed(reason)) => {
            failed(item, &Error::new(ErrorKind::OperationFailed, reason));
            false
        }
        Ok(OperationState::Gone) => {
            failed(item, &Error::new(ErrorKind::OperationFailed, GONE));
            false
        }
        Ok(OperationState::Pending | OperationState::Running { .. }) => {
            item.outcome = Some(Outcome::Running);
            true
        }
        Err(error) => {
            failed(item, &error);
            true
        }
    };
    if unfinished {
        item.operation = Some(operation.handle().to_string());
    } else if let Err(error) = operation.acknowledge() {
        tracing::warn!(%error, "cannot remove a finished deletion from the pending operations");
    }
}

fn failed(item: &mut Item, error: &Error) {
    item.error = Some(Problem::of(error));
    item.operation = error.handle().map(ToString::to_string);
    item.outcome = Some(match error.kind() {
        ErrorKind::Timeout if error.handle().is_some() => Outcome::Running,
        ErrorKind::OutcomeUnknown => Outcome::Unknown,
        _ if error.may_have_taken_effect() => Outcome::Unknown,
        _ => Outcome::Failed,
    });
}

#[cfg(test)]
#[path = "execute_tests.rs"]
mod tests;
