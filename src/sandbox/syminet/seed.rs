//! Syminet's account at the beginning.

use jiff::SignedDuration;
use serde_json::json;

use super::add_snapshot;
use crate::sandbox::store::{Machine, Row, later};
use crate::sandbox::world::{World, machine_name, snapshot_name};

const REGION: &str = "SFO1";

/// Fills the shelf: the second snapshot is read-only, the third is of a slice that was deleted.
pub(super) fn account(world: &mut World<'_>) {
    world.shelf.next_id = 3247;
    for n in 0..world.settings.vms {
        // Every third slice belongs to someone who lets this account only look.
        seed_slice(world, machine_name(n), if n % 3 == 2 { "ro" } else { "rw" }, n % 3 != 1);
    }
    let deleted = (world.settings.snapshots > 2 || world.settings.vms == 0).then(|| {
        let slice = seed_slice(world, "legacy-1".to_owned(), "rw", false);
        let ten_days_ago = later(world.now, SignedDuration::from_hours(-240));
        world.shelf.machines[slice].life.delete(ten_days_ago, SignedDuration::from_mins(1));
        slice
    });
    world.shelf.next_id = 14901;
    let (vms, snapshots) = (world.settings.vms, world.settings.snapshots);
    for n in 0..snapshots {
        let slice = match (n, deleted) {
            (2, Some(deleted)) => deleted,
            (n, _) if vms > 0 => n % vms,
            (_, deleted) => deleted.unwrap_or_default(),
        };
        let hours = i64::try_from(snapshots - n).unwrap_or(1).saturating_mul(31);
        // Of a deleted slice there are only snapshots from before.
        let hours = if Some(slice) == deleted { hours + 300 } else { hours };
        seed_snapshot(world, slice, snapshot_name(n), hours, if n == 1 { "ro" } else { "rw" });
    }
}

fn seed_slice(world: &mut World<'_>, name: String, perms: &str, backups: bool) -> usize {
    let life = world.ready_since(SignedDuration::from_hours(4000), SignedDuration::from_mins(1));
    let mut slice = Machine::new(world.next_id(), name, life);
    slice.region = Some(REGION.to_owned());
    slice.extra.insert("perms".to_owned(), json!(perms));
    slice.extra.insert("disk".to_owned(), json!(50));
    if backups {
        // So long ago that the account has all the backups that are kept.
        let first = later(world.now, SignedDuration::from_hours(-72 * 4 + 20));
        slice.extra.insert("next_backup".to_owned(), json!(first));
    }
    world.shelf.machines.push(slice);
    world.shelf.machines.len() - 1
}

fn seed_snapshot(world: &mut World<'_>, slice: usize, name: String, hours_ago: i64, perms: &str) {
    let took = SignedDuration::from_secs(world.rng().i64(2..60));
    let life = world.ready_since(SignedDuration::from_hours(hours_ago), took);
    let slice = world.shelf.machines[slice].clone();
    add_snapshot(world, &slice, name, life, perms);
}
