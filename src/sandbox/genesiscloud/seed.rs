//! The initial state of the Genesis Cloud account.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::copy_of;
use crate::sandbox::context::{Context, machine_name, snapshot_name};
use crate::sandbox::store::{Machine, Row, SnapshotRow};

const REGIONS: [&str; 2] = ["NORD-NO-KRS-1", "EUC-DE-MUC-1"];

/// The ID of all images that are not snapshots.
pub(super) const IMAGE: &str = "a7d3c5e1-94b0-4268-8f1d-6e2b0c9f7d35";

pub(super) fn account(ctx: &mut Context<'_>) {
    for n in 0..ctx.settings.vms {
        let life = ctx.ready_since(SignedDuration::from_hours(4000), SignedDuration::from_mins(1));
        let mut machine = Machine::new(ctx.next_uuid(), machine_name(n), life);
        machine.region = Some(REGIONS[n % 2].to_owned());
        let fields: [(&str, Value); 9] = [
            ("hostname", json!(machine.name)),
            ("type", json!("vcpu-4_memory-8g")),
            ("os_type", json!("linux")),
            ("image", json!({ "id": IMAGE, "name": "Ubuntu 24.04" })),
            ("ssh_keys", json!([{ "id": "04f6b2d8-1a7c-4e39-b5d0-c8e9137f62a4", "name": "ops-laptop" }])),
            ("security_groups", json!([{ "id": "d15e8a90-3c7b-4f02-96a1-7b4e2d8c0f53", "name": "standard" }])),
            ("volumes", json!([])),
            ("placement_option", json!("AUTO")),
            ("disk_size", json!(80)),
        ];
        machine.extra.extend(fields.map(|(name, value)| (name.to_owned(), value)));
        ctx.state.machines.push(machine);
    }
    let snapshots = ctx.settings.snapshots;
    for n in 0..snapshots {
        let hours = i64::try_from(snapshots - n).unwrap_or(1).saturating_mul(31);
        snapshot(ctx, n, hours);
    }
}

/// Cycles through: a snapshot of an instance, a clone of the previous snapshot in another region, an import, and a
/// snapshot with the fields of the older documentation.
fn snapshot(ctx: &mut Context<'_>, n: usize, hours_ago: i64) {
    let took = SignedDuration::from_secs(ctx.rng().i64(60..300));
    let life = ctx.ready_since(SignedDuration::from_hours(hours_ago), took);
    let source = ctx.state.snapshots.last().cloned();
    let row = match (n % 4, source) {
        (1, Some(source)) => {
            let other =
                REGIONS.into_iter().find(|region| source.region.as_deref() != Some(region)).unwrap_or(REGIONS[0]);
            copy_of(ctx, &source, snapshot_name(n), other.to_owned(), life)
        }
        (turn, _) => {
            let mut row = SnapshotRow::new(ctx.next_uuid(), snapshot_name(n), life);
            let machines = &ctx.state.machines;
            let machine = (turn != 2 && !machines.is_empty()).then(|| &machines[n % machines.len()]);
            row.machine = machine.map(|machine| machine.id.clone());
            row.region = machine.map_or(Some(REGIONS[0].to_owned()), |machine| machine.region.clone());
            row.size = Some(if machine.is_some() { 80 } else { 20 });
            row.extra.insert("os_type".to_owned(), json!("linux"));
            if turn == 3 {
                row.extra.insert("older".to_owned(), json!(true));
            }
            row
        }
    };
    ctx.state.snapshots.push(row);
}
