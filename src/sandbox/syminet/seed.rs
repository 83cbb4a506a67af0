//! The initial state of the Syminet account.

use jiff::SignedDuration;
use serde_json::json;

use super::add_snapshot;
use crate::sandbox::context::{Context, machine_name, snapshot_name};
use crate::sandbox::store::{Machine, Row, later};

const REGION: &str = "SFO1";

/// Creates slices and snapshots: the second snapshot is read-only, the third belongs to a deleted slice.
pub(super) fn account(ctx: &mut Context<'_>) {
    ctx.state.next_id = 3247;
    for n in 0..ctx.settings.vms {
        // Every third slice belongs to another user and is shared read-only.
        seed_slice(ctx, machine_name(n), if n % 3 == 2 { "ro" } else { "rw" }, n % 3 != 1);
    }
    let deleted = (ctx.settings.snapshots > 2 || ctx.settings.vms == 0).then(|| {
        let slice = seed_slice(ctx, "legacy-1".to_owned(), "rw", false);
        let ten_days_ago = later(ctx.now, SignedDuration::from_hours(-240));
        ctx.state.machines[slice].life.delete(ten_days_ago, SignedDuration::from_mins(1));
        slice
    });
    ctx.state.next_id = 14901;
    let (vms, snapshots) = (ctx.settings.vms, ctx.settings.snapshots);
    for n in 0..snapshots {
        let slice = match (n, deleted) {
            (2, Some(deleted)) => deleted,
            (n, _) if vms > 0 => n % vms,
            (_, deleted) => deleted.unwrap_or_default(),
        };
        let hours = i64::try_from(snapshots - n).unwrap_or(1).saturating_mul(31);
        // A deleted slice only has snapshots from before its deletion.
        let hours = if Some(slice) == deleted { hours + 300 } else { hours };
        seed_snapshot(ctx, slice, snapshot_name(n), hours, if n == 1 { "ro" } else { "rw" });
    }
}

fn seed_slice(ctx: &mut Context<'_>, name: String, perms: &str, backups: bool) -> usize {
    let life = ctx.ready_since(SignedDuration::from_hours(4000), SignedDuration::from_mins(1));
    let mut slice = Machine::new(ctx.next_id(), name, life);
    slice.region = Some(REGION.to_owned());
    slice.extra.insert("perms".to_owned(), json!(perms));
    slice.extra.insert("disk".to_owned(), json!(50));
    if backups {
        // Early enough that the account already has the full number of retained backups.
        let first = later(ctx.now, SignedDuration::from_hours(-72 * 4 + 20));
        slice.extra.insert("next_backup".to_owned(), json!(first));
    }
    ctx.state.machines.push(slice);
    ctx.state.machines.len() - 1
}

fn seed_snapshot(ctx: &mut Context<'_>, slice: usize, name: String, hours_ago: i64, perms: &str) {
    let took = SignedDuration::from_secs(ctx.rng().i64(2..60));
    let life = ctx.ready_since(SignedDuration::from_hours(hours_ago), took);
    let slice = ctx.state.machines[slice].clone();
    add_snapshot(ctx, &slice, name, life, perms);
}
