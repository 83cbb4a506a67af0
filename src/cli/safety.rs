//! `--safety-snapshot`: a snapshot of a machine that is ready before a restore overwrites the machine.

use jiff::Timestamp;

use super::change::{self, Change, Sent};
use super::connect::Connection;
use super::context::Context;
use super::ended::{finish_reporting, print_result};
use super::exit::Exit;
use super::failure::Failure;
use crate::model::{CreateSnapshot, Restored, Snapshot, VmId, Warning, WarningKind};
use crate::transport::PlannedRequest;

/// Checks that a snapshot of the machine can be created, before anything is asked or sent. None if none is requested.
pub(crate) async fn prepare<'a>(
    context: &'a Context,
    connection: &'a Connection,
    vm: &VmId,
    wanted: bool,
) -> Result<Option<Change<'a, Snapshot>>, Failure> {
    if !wanted {
        return Ok(None);
    }
    let name = format!("before-restore-{}", Timestamp::now().strftime("%Y%m%d-%H%M%S"));
    let prepared = connection.client.prepare(CreateSnapshot::new(vm.clone(), name)).await?;
    // A create that may replace the snapshot to be restored is not safe.
    if let Some(warning) = prepared.warnings().first() {
        return Err(Failure::usage_with(
            format!("cannot create a safety snapshot for VM {vm}: {warning}; nothing was sent"),
            "omit `--safety-snapshot` if the machine's current data may be lost",
        ));
    }
    Ok(Some(Change::of(context, connection, prepared)))
}

/// What a confirmation says about the machine's current data.
pub(crate) const fn prompt(is_saved: bool) -> &'static str {
    match is_saved {
        true => "A snapshot of it is created first.",
        false => "Its current data will be permanently lost (use --safety-snapshot to create a snapshot first).",
    }
}

/// Restores, after the safety snapshot is ready if one is requested.
pub(crate) async fn restore(
    context: &Context,
    safety: Option<Change<'_, Snapshot>>,
    restore: Change<'_, Restored>,
    wait: bool,
) -> Result<Exit, Failure> {
    let Some(safety) = safety else { return change::run(restore, wait).await };
    let mut planned: Vec<PlannedRequest> = Vec::new();
    let mut created = Vec::new();
    match safety.send().await? {
        Sent::Planned(requests) => planned.extend(requests),
        Sent::Running(running) => {
            let ended = running.finish(true).await?;
            let text = ended.report.result.as_ref().map(described);
            let text = text.ok_or_else(|| {
                Failure::Local("the safety snapshot did not become ready; nothing was restored".to_owned())
            })?;
            finish_reporting(context, Ok(()), ended.unreported)?;
            context.console.note(&text);
            // It is part of the report even if the restore fails.
            context.warned(&[Warning::new(WarningKind::Remark, text.clone())]);
            created.push(text);
        }
    }
    match restore.send().await? {
        Sent::Planned(requests) => {
            planned.extend(requests);
            context.show_planned(&planned, true)?;
        }
        Sent::Running(running) => {
            let mut ended = running.finish(wait).await?;
            ended.report.warnings.extend(created);
            print_result(context, ended)?;
        }
    }
    Ok(Exit::Done)
}

fn described(snapshot: &Snapshot) -> String {
    let name = snapshot.name.as_deref().unwrap_or_default();
    format!("safety snapshot {} {name:?} was created before the restore", snapshot.id)
}
