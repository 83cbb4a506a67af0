//! Adds snapshots and images to the state.

use serde_json::{Value, json};

use crate::sandbox::context::Context;
use crate::sandbox::store::{ImageRow, Life, Machine, Row, SnapshotRow};

pub(super) fn add_snapshot(
    ctx: &mut Context<'_>,
    machine: &Machine,
    name: String,
    description: String,
    labels: Value,
    life: Life,
) -> SnapshotRow {
    let mut row = SnapshotRow::new(ctx.next_id(), name, life);
    row.description = Some(description);
    row.machine = Some(machine.id.clone());
    row.region.clone_from(&machine.region);
    row.size = Some(ctx.rng().i64(4..60));
    row.extra.insert("labels".to_owned(), labels);
    ctx.state.snapshots.push(row.clone());
    row
}

pub(super) fn add_image(
    ctx: &mut Context<'_>,
    snapshot: &SnapshotRow,
    name: String,
    labels: Value,
    life: Life,
) -> ImageRow {
    let mut row = ImageRow::new(ctx.next_id(), name, life);
    row.snapshot = Some(snapshot.id.clone());
    row.region.clone_from(&snapshot.region);
    row.size = snapshot.size;
    row.extra.insert("labels".to_owned(), labels);
    row.extra.insert("openstack_id".to_owned(), json!(ctx.next_uuid()));
    ctx.state.images.push(row.clone());
    row
}
