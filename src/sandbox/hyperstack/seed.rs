//! The initial state of the Hyperstack account.

use jiff::SignedDuration;
use serde_json::json;

use super::rows::{add_image, add_snapshot};
use super::show::REGIONS;
use crate::sandbox::context::{Context, machine_name, snapshot_name};
use crate::sandbox::store::{Life, Machine, Row, later};

/// Creates machines and snapshots. Of every three machines, one has a label, one is powered off and one has a flavor without
/// snapshot support. With three or more snapshots, one belongs to a deleted machine; with two or more, one has an image.
pub(super) fn seed(ctx: &mut Context<'_>) {
    ctx.state.next_id = 418_336;
    let (vms, snapshots) = (ctx.settings.vms, ctx.settings.snapshots);
    for n in 0..vms {
        let machine = seed_machine(ctx, n, machine_name(n));
        match n % 3 {
            1 => drop(machine.extra.insert("power".to_owned(), json!("off"))),
            2 => drop(machine.extra.insert("no_snapshot".to_owned(), json!(true))),
            _ => drop(machine.extra.insert("labels".to_owned(), json!(["studio"]))),
        }
    }
    let deleted = (snapshots > 2 || vms == 0).then(|| {
        let ten_days_ago = later(ctx.now, SignedDuration::from_hours(-240));
        let machine = seed_machine(ctx, 0, "legacy-1".to_owned());
        machine.life.delete(ten_days_ago, SignedDuration::from_mins(1));
        machine.clone()
    });
    ctx.state.next_id = 52_817;
    for n in 0..snapshots {
        let machine = match (n, &deleted) {
            (2, Some(deleted)) => deleted.clone(),
            (n, _) if vms > 0 => ctx.state.machines[n % vms].clone(),
            (_, Some(deleted)) => deleted.clone(),
            (_, None) => return,
        };
        let hours = i64::try_from(snapshots - n).unwrap_or(1).saturating_mul(31);
        // A deleted machine only has snapshots from before its deletion.
        let hours = if machine.life.deleted_at.is_some() { hours + 300 } else { hours };
        let took = SignedDuration::from_secs(ctx.rng().i64(120..900));
        let life = ctx.ready_since(SignedDuration::from_hours(hours), took);
        let labels = if n % 2 == 0 { json!([]) } else { json!(["nightly", "studio"]) };
        let row = add_snapshot(ctx, &machine, snapshot_name(n), "Created by the sandbox".to_owned(), labels, life);
        if n == 1 {
            let created = later(row.life.ready_at, SignedDuration::from_mins(10));
            add_image(ctx, &row, format!("{}-image", row.name), json!([]), Life::begin(created, SignedDuration::ZERO));
        }
    }
}

fn seed_machine<'a>(ctx: &'a mut Context<'_>, n: usize, name: String) -> &'a mut Machine {
    let life = ctx.ready_since(SignedDuration::from_hours(4000), SignedDuration::from_mins(1));
    let mut machine = Machine::new(ctx.next_id(), name, life);
    machine.region = Some(REGIONS[n % REGIONS.len()].1.to_owned());
    ctx.state.machines.push(machine);
    let last = ctx.state.machines.len() - 1;
    &mut ctx.state.machines[last]
}
