//! `snapshots list` and `snapshots get`.

use futures_util::TryStreamExt;

use super::{Get, List};
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::listing::{SnapshotFilter, total};
use crate::cli::output::Format;
use crate::model::{ListSnapshots, Snapshot};

pub(super) async fn list(context: &Context, arguments: List) -> Result<Exit, Failure> {
    context.out.check_columns::<Snapshot>()?;
    let connection = connect(context, Need::Read).await?;
    let mut wanted = ListSnapshots::default();
    (wanted.vm, wanted.name) = (arguments.vm, arguments.name);
    let filter = SnapshotFilter {
        name_prefix: arguments.name_prefix,
        glob: arguments.glob,
        statuses: arguments.statuses,
        older_than: arguments.older_than,
        newer_than: arguments.newer_than,
        region: arguments.region,
    };
    let (now, limit) = (jiff::Timestamp::now(), arguments.limit.unwrap_or(usize::MAX));
    // The first of an order are known at the end.
    let streams = context.out.format == Format::Jsonl && arguments.sort.is_none();
    let mut snapshots = connection.client.snapshots(wanted);
    let (mut all, mut count) = (Vec::new(), 0);
    while count < limit || arguments.sort.is_some() {
        let Some(snapshot) = snapshots.try_next().await? else { break };
        if !filter.matches(&snapshot, now) {
            continue;
        }
        count += 1;
        match streams {
            true => context.out.json(&snapshot)?,
            // A list that fails later prints nothing: half of it would pass for all.
            false => all.push(snapshot),
        }
    }
    if let Some(order) = arguments.sort {
        order.sort(&mut all);
        all.truncate(limit);
    }
    if !streams {
        context.out.list(&all)?;
    }
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
    let snapshot = connection.client.snapshot(&arguments.one.reference()).await?;
    context.out.object(&snapshot)?;
    Ok(Exit::Done)
}
