//! Hyperstack's virtual machines: their state by the clock, starting and stopping, and new ones from snapshots.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::show::{self, Form};
use super::{Answer, busy, envelope, error, page_of};
use crate::sandbox::store::{Machine, Phase, Row, Rows, SnapshotRow, later};
use crate::sandbox::wire::{Reply, Request};
use crate::sandbox::world::World;

/// The regions: id and name.
pub(super) const REGIONS: [(i64, &str); 2] = [(2, "CANADA-1"), (1, "NORWAY-1")];

/// A contract that exists; all others do not.
const CONTRACT: i64 = 618;

/// A snapshot of it is being made.
pub(super) fn is_snapshotting(machine: &Machine, world: &World<'_>) -> bool {
    let mut snapshots = world.shelf.snapshots.iter().filter(|row| row.machine.as_ref() == Some(&machine.id));
    snapshots.any(|row| matches!(row.life.phase(world.now), Phase::Making | Phase::Unlisted))
}

/// Its flavour allows no snapshot.
pub(super) fn no_snapshot(machine: &Machine) -> bool {
    machine.extra.contains_key("no_snapshot")
}

/// The word for its state.
pub(super) fn status(machine: &Machine, world: &World<'_>) -> &'static str {
    match machine.life.phase(world.now) {
        Phase::Unlisted => "CREATING",
        Phase::Making if machine.life.progress(world.now) < 50 => "CREATING",
        Phase::Making => "BUILD",
        Phase::Failed => "ERROR",
        Phase::Deleting => "DELETING",
        Phase::Gone => "DELETED",
        // A running machine is switched off for the time.
        Phase::Ready if is_snapshotting(machine, world) => "SHUTOFF",
        Phase::Ready => powered(machine, world.now),
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

pub(super) fn list(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let search = request.query("search").unwrap_or_default().to_lowercase();
    let environment = request.query("environment");
    let exact = request.query("exact_environment_match") == Some("true");
    let rows = world.shelf.machines.listed(world.now).filter(|row| row.name.to_lowercase().contains(&search));
    let shown = rows.map(|row| show::machine(row, world, form)).filter(|shown| {
        let name = shown["environment"]["name"].as_str().unwrap_or_default();
        environment.is_none_or(|wanted| if exact { name == wanted } else { name.contains(wanted) })
    });
    page_of(request, world, "Getting VMs successful", "instances", shown.collect())
}

pub(super) fn get(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let row = find(request, world, "VM {} does not exists.")?;
    let mut shown = show::machine(row, world, form);
    shown["excluded_billing"] = json!(false);
    Ok(envelope(200, true, "Getting VM detail successful", "instance", shown))
}

pub(super) fn delete(request: &Request, world: &mut World<'_>) -> Answer {
    let row = find(request, world, "VM {} does not exists.")?;
    busy(row, world)?;
    let (id, name) = (row.id.clone(), row.name.clone());
    if row.life.phase(world.now) == Phase::Deleting {
        return Err(error(409, format!("VM {id} is being deleted"), None));
    }
    let (now, delay) = (world.now, world.delay());
    if let Some(row) = world.shelf.machines.get_listed_mut(&id, now) {
        row.life.delete(now, delay);
    }
    Ok(Reply::json(200, json!({ "status": true, "message": format!("VM {name} is being deleted.") })))
}

pub(super) fn events(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let row = find(request, world, "VM {} does not exists.")?;
    let event = |reason: &str, time: Timestamp, message: &str| {
        json!({
            "instance_id": show::number(&row.id), "user_id": 7730, "org_id": 5586, "time": form.time(time),
            "type": "normal", "reason": reason, "object": row.name, "message": message,
        })
    };
    let mut events = vec![event("InstanceCreateRequest", row.life.created_at, "The machine was asked for.")];
    if let Some(deleted) = row.life.deleted_at.filter(|deleted| *deleted <= world.now) {
        events.push(event("InstanceDeleteRequest", deleted, "The machine's end was asked for."));
    }
    Ok(envelope(200, true, "Getting VM events successful", "instance_events", json!(events)))
}

pub(super) fn switch(request: &Request, world: &mut World<'_>, on: bool) -> Answer {
    let row = find(request, world, "VM {} does not exists.")?;
    busy(row, world)?;
    let (id, name, status) = (row.id.clone(), row.name.clone(), status(row, world));
    let (word, fits) = if on { ("start", status == "SHUTOFF") } else { ("stop", matches!(status, "ACTIVE" | "ERROR")) };
    if !fits {
        return Err(error(400, format!("Unable to {word} VM {id} in the state {status}"), Some("bad_request")));
    }
    let (now, done) = (world.now, later(world.now, world.delay()));
    if let Some(row) = world.shelf.machines.get_listed_mut(&id, now) {
        row.extra.insert("power".to_owned(), json!(if on { "on" } else { "off" }));
        row.extra.insert("power_at".to_owned(), json!(now));
        row.extra.insert("power_done".to_owned(), json!(done));
    }
    let message = format!("VM {name} is scheduled to {word}.");
    Ok(Reply::json(200, json!({ "status": true, "message": message })))
}

/// The machine that the path names. The wording of the refusal differs from operation to operation.
pub(super) fn find<'a>(request: &Request, world: &'a World<'_>, refusal: &str) -> Result<&'a Machine, Reply> {
    let id = request.param("vm_id");
    let found = world.shelf.machines.get_listed(id, world.now);
    found.ok_or_else(|| error(404, refusal.replace("{}", id), Some("not_found")))
}

/// Makes a machine from a snapshot.
pub(super) fn restore(body: &Value, snapshot: &SnapshotRow, world: &mut World<'_>, form: Form) -> Answer {
    let name = body["new_vm_name"].as_str().unwrap_or_default().to_owned();
    if world.shelf.machines.listed(world.now).any(|row| row.name == name) {
        return Err(error(409, format!("A VM by the name {name} exists."), Some("already_exist")));
    }
    let contract = body.get("contract_id").and_then(Value::as_i64);
    let mut life = world.begin();
    if world.fault("fail").is_some() {
        life.failure = Some("the machine cannot be built".to_owned());
    }
    if let Some(seconds) = world.fault("late-row") {
        life.listed_at = later(world.now, jiff::SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    let mut row = Machine::new(world.next_id(), name, life);
    row.region.clone_from(&snapshot.region);
    row.made_from = Some(snapshot.id.clone());
    if contract == Some(CONTRACT) {
        row.extra.insert("contract_id".to_owned(), json!(CONTRACT));
    }
    let shown = show::machine(&row, world, form);
    world.shelf.machines.push(row);
    let mut reply = json!({ "status": true, "message": "VM is scheduled for creation." });
    if let Some(unknown) = contract.filter(|id| *id != CONTRACT) {
        reply["errors"] = json!({ "contract": format!("Contract with ID: {unknown} not found.") });
    }
    match (world.fault("no-id"), form.spec) {
        (Some(_), _) => {}
        (None, true) => reply["instance"] = shown,
        (None, false) => reply["instances"] = json!([shown]),
    }
    Ok(Reply::json(200, reply))
}
