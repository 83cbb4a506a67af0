//! `--safety-snapshot`: a snapshot of a machine, taken and ready before a restore overwrites the machine.

use jiff::Timestamp;

use super::change::{self, Change, Sent};
use super::connect::Connection;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use crate::model::{CreateSnapshot, Restored, Snapshot, VmId, Warning, WarningKind};
use crate::transport::PlannedRequest;

/// Checks that a snapshot of the machine can be taken, before anything is asked or sent. None where it is not wanted.
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
    // A create that may push out the very snapshot that is to be restored is no safety.
    if let Some(warning) = prepared.warnings().first() {
        return Err(Failure::usage_with(
            format!("no safety snapshot can be taken of vm {vm}: {warning}; nothing was sent"),
            "leave out --safety-snapshot if the machine's current data may be lost",
        ));
    }
    Ok(Some(Change::of(context, connection, prepared)))
}

/// Restores, once the safety snapshot is ready where there is to be one.
pub(crate) async fn restore(
    context: &Context,
    safety: Option<Change<'_, Snapshot>>,
    restore: Change<'_, Restored>,
    wait: bool,
) -> Result<Exit, Failure> {
    let Some(safety) = safety else { return change::run(restore, wait).await };
    let mut planned: Vec<PlannedRequest> = Vec::new();
    let mut taken = Vec::new();
    match safety.send().await? {
        Sent::Planned(requests) => planned.extend(requests),
        Sent::Running(running) => {
            let ended = running.finish(true).await?;
            let words = ended.report.result.as_ref().map(words);
            let words = words.ok_or_else(|| {
                Failure::Local("the safety snapshot did not become ready; nothing was restored".to_owned())
            })?;
            change::reported(context, Ok(()), ended.untold)?;
            context.console.note(&words);
            // It is part of the report, also where the restore fails.
            context.warned(&[Warning::new(WarningKind::Remark, words.clone())]);
            taken.push(words);
        }
    }
    match restore.send().await? {
        Sent::Planned(requests) => {
            planned.extend(requests);
            context.show_planned(&planned, true)?;
        }
        Sent::Running(running) => {
            let mut ended = running.finish(wait).await?;
            ended.report.warnings.extend(taken);
            change::print_result(context, ended)?;
        }
    }
    Ok(Exit::Done)
}

fn words(snapshot: &Snapshot) -> String {
    let name = snapshot.name.as_deref().unwrap_or_default();
    format!("safety snapshot {} {name:?} was taken before the restore", snapshot.id)
}
