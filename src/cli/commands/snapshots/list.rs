//! `snapshots list` and `snapshots get`.

use futures_util::TryStreamExt;

use super::{Get, List};
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::Format;
use crate::model::{ListSnapshots, Snapshot};

pub(super) async fn list(context: &Context, arguments: List) -> Result<Exit, Failure> {
    context.out.check_columns::<Snapshot>()?;
    let connection = connect(context, Need::Read).await?;
    let mut wanted = ListSnapshots::default();
    (wanted.vm, wanted.name) = (arguments.vm, arguments.name);
    let limit = arguments.limit.unwrap_or(usize::MAX);
    let mut snapshots = connection.client.snapshots(wanted);
    let (mut all, mut count) = (Vec::new(), 0);
    while count < limit {
        let Some(snapshot) = snapshots.try_next().await? else { break };
        count += 1;
        match context.out.format {
            Format::Jsonl => context.out.json(&snapshot)?,
            // A list that fails later prints nothing: half of it would pass for all.
            _ => all.push(snapshot),
        }
    }
    if context.out.format != Format::Jsonl {
        context.out.list(&all)?;
    }
    if count == 0 && context.out.is_table() {
        context.console.note("there are no such snapshots");
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
