//! `snapshots list` and `snapshots get`.

use futures_util::TryStreamExt;

use super::{Get, List};

use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::listing::{SnapshotFilter, require_labels, total};
use crate::cli::machines::{self, Machines};
use crate::cli::output::Format;
use crate::cli::pending::Pending;

use crate::model::{ListSnapshots, Snapshot};

pub(super) async fn list(context: &Context, arguments: List) -> Result<Exit, Failure> {
    context.out.check_columns::<Snapshot>()?;
    let connection = connect(context, Need::Read).await?;
    require_labels(&connection.client, &arguments.labels, "labels of snapshots")?;
    let mut wanted = ListSnapshots::default();
    let vm = machines::resolve_any(&connection.client, arguments.vm.as_deref(), |it| it.list_snapshots).await?;
    (wanted.vm, wanted.name) = (vm.clone(), arguments.name);
    let filter = SnapshotFilter {
        name_prefix: arguments.name_prefix,
        glob: arguments.glob,
        statuses: arguments.statuses,
        older_than: arguments.older_than,
        newer_than: arguments.newer_than,
        region: arguments.region,
        labels: arguments.labels,
    };
    let (now, limit) = (jiff::Timestamp::now(), arguments.limit.unwrap_or(usize::MAX));
    // A sorted list is printed only when all rows are known.
    let streams = context.out.format == Format::Jsonl && arguments.sort.is_none();
    let mut snapshots = connection.client.snapshots(wanted);
    let mut pending = Pending::of(&connection);
    let (mut all, mut count, mut has_rows) = (Vec::new(), 0, false);
    while count < limit || arguments.sort.is_some() {
        let Some(snapshot) = snapshots.try_next().await? else { break };
        has_rows = true;
        pending.found(&snapshot);
        if !filter.matches(&snapshot, now) {
            continue;
        }
        count += 1;
        match streams {
            true => context.out.json(&snapshot)?,
            // If a later page fails, nothing is printed: part of a list could be mistaken for all of it.
            false => all.push(snapshot),
        }
    }
    if let Some(vm) = vm.filter(|_| !has_rows) {
        // If the provider does not filter, a machine that does not exist looks like one without snapshots.
        let machines = Machines::read(&connection.client).await?;
        if machines.has(&vm) == Some(false) {
            machines.one(vm.as_str())?;
        }
    }
    if let Some(order) = arguments.sort {
        order.sort(&mut all);
        all.truncate(limit);
    }
    if !streams {
        context.out.list(&all)?;
    }
    pending.remove_finished(context, &connection).await;
    if count == 0 && context.out.is_table() {
        context.console.note("no matching snapshots");
    } else if context.out.is_for_a_person() {
        context.console.note(&total(&all));
    }
    Ok(Exit::Done)
}

pub(super) async fn get(context: &Context, arguments: &Get) -> Result<Exit, Failure> {
    context.out.check_columns::<Snapshot>()?;
    let connection = connect(context, Need::Read).await?;
    let reference = arguments.one.reference(&connection.client, |it| it.list_snapshots).await?;
    let snapshot = connection.client.snapshot(&reference).await?;
    context.out.object(&snapshot)?;
    let mut pending = Pending::of(&connection);
    pending.found(&snapshot);
    pending.remove_finished(context, &connection).await;
    Ok(Exit::Done)
}
