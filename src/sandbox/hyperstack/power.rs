//! The state of a machine by the clock, and what it rejects meanwhile.

use jiff::Timestamp;
use serde_json::Value;

use super::replies::bad_request;
use crate::sandbox::context::Context;
use crate::sandbox::store::{Machine, Phase};
use crate::sandbox::wire::Reply;

/// Whether a snapshot of the machine is being created.
pub(super) fn is_snapshotting(machine: &Machine, ctx: &Context<'_>) -> bool {
    let mut snapshots = ctx.state.snapshots.iter().filter(|row| row.machine.as_ref() == Some(&machine.id));
    snapshots.any(|row| matches!(row.life.phase(ctx.now), Phase::Creating | Phase::Unlisted))
}

/// Whether the machine's flavor does not support snapshots.
pub(super) fn no_snapshot(machine: &Machine) -> bool {
    machine.extra.contains_key("no_snapshot")
}

/// The machine's status.
pub(super) fn status(machine: &Machine, ctx: &Context<'_>) -> &'static str {
    match machine.life.phase(ctx.now) {
        Phase::Unlisted => "CREATING",
        Phase::Creating if machine.life.progress(ctx.now) < 50 => "CREATING",
        Phase::Creating => "BUILD",
        Phase::Failed => "ERROR",
        Phase::Deleting => "DELETING",
        Phase::Gone => "DELETED",
        // A running machine is powered off while a snapshot is taken.
        Phase::Ready if is_snapshotting(machine, ctx) => "SHUTOFF",
        Phase::Ready => powered(machine, ctx.now),
    }
}

fn powered(machine: &Machine, now: Timestamp) -> &'static str {
    let time = |name: &str| machine.extra.get(name).and_then(Value::as_str)?.parse::<Timestamp>().ok();
    let off = machine.extra.get("power").and_then(Value::as_str) == Some("off");
    match (time("power_at"), time("power_done")) {
        (Some(at), _) if now < at => {
            if off {
                "ACTIVE"
            } else {
                "SHUTOFF"
            }
        }
        (_, Some(done)) if now < done => {
            if off {
                "STOPPING"
            } else {
                "STARTING"
            }
        }
        _ if off => "SHUTOFF",
        _ => "ACTIVE",
    }
}

/// A machine rejects all operations while a snapshot of it is being created.
pub(super) fn busy(machine: &Machine, ctx: &Context<'_>) -> Result<(), Reply> {
    if is_snapshotting(machine, ctx) { Err(being_snapshotted(machine)) } else { Ok(()) }
}

pub(super) fn being_snapshotted(machine: &Machine) -> Reply {
    let id = &machine.id;
    bad_request(format!("VM {id} is currently being used to create a snapshot and no operation can be performed."))
}
