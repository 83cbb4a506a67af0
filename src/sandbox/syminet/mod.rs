//! Plays Syminet: slices, their snapshots and automatic backups.
//!
//! What the vendor's pages leave open is played in one plausible way: lists in the order of the ids, `in_progress:
//! true` and a percentage while a snapshot is made, 422 for values that are refused, 409 within 72 hours of disabling
//! the backups.
//!
//! Custom faults: `decorate` (the name is kept with a Unix time behind it), `late-row=SECONDS` (a new snapshot is
//! listed that much later), `vanish` (a create is accepted and nothing comes of it), `fail` (the new snapshot
//! disappears in place of being ready), `busy` (409).

mod seed;

use std::fmt::Display;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::play::{Play, Refusal};
use super::store::{BackupRow, Life, Machine, Phase, Restore, Row, Rows, SnapshotRow, later};
use super::wire::{Reply, Request};
use super::world::{AcceptedBody, World, page};
use crate::spec::{Operation, Provider};

/// After disabling, backups cannot be enabled for this long; and one backup is made in each such span.
const COOL_DOWN: SignedDuration = SignedDuration::from_hours(72);
/// How many backups of a slice are kept.
const KEPT: usize = 3;

const DATACENTER: i64 = 6;
const USER: i64 = 1423;

/// Syminet's part.
pub(super) struct Syminet;

impl Play for Syminet {
    fn provider(&self) -> Provider {
        Provider::Syminet
    }

    fn customs(&self) -> &'static [&'static str] {
        &["busy", "decorate", "fail", "late-row", "vanish"]
    }

    fn mount(&self) -> &'static str {
        "/syminet/api/v1"
    }

    fn status_field(&self) -> &'static str {
        "in_progress"
    }

    fn seed(&self, world: &mut World<'_>) {
        seed::account(world);
    }

    fn settle(&self, world: &mut World<'_>) {
        for n in 0..world.shelf.machines.len() {
            make_due_backups(world, n);
        }
    }

    fn authenticate(&self, _: &Operation, request: &Request, world: &mut World<'_>) -> Result<(), Reply> {
        match request.bearer() {
            Some(token) if token == world.settings.token => Ok(()),
            Some(_) => Err(error(401, "unknown api token")),
            None => Err(error(401, "an api token is needed: authorization: bearer TOKEN")),
        }
    }

    fn handle(&self, operation: &'static Operation, request: &Request, world: &mut World<'_>) -> Reply {
        if !operation.safe && world.fault("busy").is_some() {
            return error(409, "slice is busy");
        }
        let answer = match operation.id {
            "list_snapshots" => list_snapshots(request, world),
            "list_slice_snapshots" => list_slice_snapshots(request, world),
            "create_snapshot" => create_snapshot(request, world),
            "restore_snapshot" => restore_snapshot(request, world),
            "rename_snapshot" => rename_snapshot(request, world),
            "delete_snapshot" => delete_snapshot(request, world),
            "list_backups" => list_backups(request, world),
            "restore_backup" => restore_backup(request, world),
            "enable_backups" => switch_backups(request, world, true),
            "disable_backups" => switch_backups(request, world, false),
            other => Err(error(500, format!("the sandbox does not know the operation {other}"))),
        };
        answer.unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            Refusal::NoSuchPath => error(404, "not found"),
            Refusal::NoSuchMethod => error(405, "method not allowed"),
            Refusal::Broken(why) => error(422, why),
            Refusal::TooLarge => error(413, "request body too large"),
            Refusal::Internal(why) => error(500, why),
        }
    }
}

/// What an operation answers, or why not.
type Answer = Result<Reply, Reply>;

fn error(status: u16, message: impl Display) -> Reply {
    Reply::json(status, json!({ "error": message.to_string() }))
}

fn accepted(world: &World<'_>) -> Reply {
    match world.settings.accepted_body {
        AcceptedBody::Empty => Reply::empty(202),
        AcceptedBody::Json => Reply::json(202, json!({ "status": "accepted" })),
        AcceptedBody::Text => Reply::text(202, "text/plain; charset=utf-8", "202 OK\n"),
    }
}

// ---- lists ----

fn list_snapshots(request: &Request, world: &World<'_>) -> Answer {
    let number = match request.query("page").map(str::parse::<usize>) {
        None => 1,
        Some(Ok(number)) if number > 0 => number,
        Some(_) => return Err(error(422, "page must be a number from 1")),
    };
    let wanted = request.query("query").unwrap_or_default().to_lowercase();
    let found = world.shelf.snapshots.listed(world.now);
    let rows: Vec<_> = found.filter(|row| row.name_at(world.now).to_lowercase().contains(&wanted)).collect();
    let results = rows.len();
    let (rows, pages) = page(rows, number, world.settings.page_size);
    let data: Vec<_> = rows.into_iter().map(|row| account_row(row, world)).collect();
    let number = if results == 0 { 0 } else { number };
    Ok(Reply::json(200, json!({ "data": data, "page": number, "pages": pages, "results": results })))
}

fn list_slice_snapshots(request: &Request, world: &World<'_>) -> Answer {
    let slice = slice(request, world)?;
    let rows = world.shelf.snapshots.listed(world.now).filter(|row| row.machine.as_ref() == Some(&slice.id));
    let data: Vec<_> = rows
        .map(|row| {
            json!({
                "backup_full_size": slice.extra.get("disk"),
                "created": time(row.life.created_at),
                "duration": duration(&row.life, world.now),
                "id": number(&row.id),
                "name": row.name_at(world.now),
            })
        })
        .collect();
    Ok(Reply::json(200, json!({ "data": data })))
}

fn list_backups(request: &Request, world: &World<'_>) -> Answer {
    let slice = slice(request, world)?;
    let rows = world.shelf.backups.listed(world.now).filter(|row| row.machine == slice.id);
    let data: Vec<_> = rows
        .map(|row| {
            json!({
                "backup_full_size": row.size,
                "backup_id": number(&row.id),
                "created": time(row.life.created_at),
                "duration": duration(&row.life, world.now),
                "name": row.name,
            })
        })
        .collect();
    Ok(Reply::json(200, json!({ "data": data })))
}

/// A snapshot as the account's list shows it.
fn account_row(row: &SnapshotRow, world: &World<'_>) -> Value {
    let making = row.life.phase(world.now) == Phase::Making;
    // The slice may be gone: the snapshot still knows it.
    let slice = row.machine.as_ref().and_then(|id| world.shelf.machines.iter().find(|machine| machine.id == *id));
    let gone = slice.is_none_or(|slice| !slice.life.listed(world.now));
    json!({
        "created": time(row.life.created_at),
        "datacenter_id": DATACENTER,
        "duration": duration(&row.life, world.now),
        "id": number(&row.id),
        "in_progress": making.then_some(true),
        "legacy": null,
        "name": row.name_at(world.now),
        "perms": row.extra.get("perms"),
        "progress": making.then(|| row.life.progress(world.now)),
        "region": row.region,
        "snapshot_size": if making { None } else { row.size },
        "vm_datacenter_id": DATACENTER,
        "vm_deleted": gone.then_some(true),
        "vm_id": slice.map(|slice| number(&slice.id)),
        "vm_perms": slice.and_then(|slice| slice.extra.get("perms")),
        "vm_user_id": USER,
        "vmname": slice.map(|slice| &slice.name),
    })
}

// ---- snapshots ----

fn create_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let name = asked_name(request)?;
    let slice = slice(request, world)?;
    idle(slice, world.now)?;
    let slice = slice.clone();
    if world.fault("vanish").is_some() {
        return Ok(accepted(world));
    }
    let mut life = world.begin();
    if let Some(seconds) = world.fault("late-row") {
        life.listed_at = later(world.now, SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    if world.fault("fail").is_some() {
        life.gone_at = Some(life.ready_at);
    }
    let name = match world.fault("decorate") {
        Some(_) => format!("{name}-{}", world.now.as_second()),
        None => name,
    };
    add_snapshot(world, &slice, name, life, "rw");
    Ok(accepted(world))
}

fn rename_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let name = asked_name(request)?;
    let (id, now) = (request.param("snapshot_id"), world.now);
    writable(snapshot(id, world)?.extra.get("perms"))?;
    if let Some(row) = world.shelf.snapshots.get_listed_mut(id, now) {
        row.rename(&name, now);
    }
    Ok(accepted(world))
}

fn delete_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let (id, now, delay) = (request.param("snapshot_id"), world.now, world.delay());
    let row = snapshot(id, world)?;
    writable(row.extra.get("perms"))?;
    if row.life.phase(now) == Phase::Making {
        return Err(error(409, "snapshot is still being made"));
    }
    if let Some(row) = world.shelf.snapshots.get_listed_mut(id, now) {
        row.life.delete(now, delay);
    }
    Ok(accepted(world))
}

fn restore_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let row = snapshot(request.param("snapshot_id"), world)?;
    let slice = slice(request, world)?;
    writable(row.extra.get("perms"))?;
    writable(slice.extra.get("perms"))?;
    ready(&row.life, world.now, "snapshot")?;
    idle(slice, world.now)?;
    let (slice, from) = (slice.id.clone(), row.id.clone());
    restore(world, &slice, from, false)
}

// ---- backups ----

fn restore_backup(request: &Request, world: &mut World<'_>) -> Answer {
    let slice = slice(request, world)?;
    let row = world.shelf.backups.get_listed(request.param("backup_id"), world.now);
    let row = row.filter(|row| row.machine == slice.id).ok_or_else(nothing_found)?;
    writable(slice.extra.get("perms"))?;
    ready(&row.life, world.now, "backup")?;
    idle(slice, world.now)?;
    let (slice, from) = (slice.id.clone(), row.id.clone());
    restore(world, &slice, from, true)
}

fn switch_backups(request: &Request, world: &mut World<'_>, on: bool) -> Answer {
    let slice = slice(request, world)?;
    writable(slice.extra.get("perms"))?;
    let enabled = slice.extra.contains_key("next_backup");
    let disabled_at = slice.extra.get("backups_disabled_at").and_then(Value::as_str);
    let until = disabled_at.and_then(|at| at.parse::<Timestamp>().ok()).map(|at| later(at, COOL_DOWN));
    if let Some(until) = until.filter(|until| on && !enabled && *until > world.now) {
        return Err(error(
            409,
            format!("backups were disabled and cannot be enabled again before {} UTC (72 hours)", time(until)),
        ));
    }
    let (id, now) = (slice.id.clone(), world.now);
    if let Some(slice) = world.shelf.machines.get_listed_mut(&id, now) {
        match (on, enabled) {
            (true, false) => {
                // The first one soon, then one in each span.
                let first = later(now, SignedDuration::from_hours(1));
                slice.extra.insert("next_backup".to_owned(), json!(first));
            }
            (false, true) => {
                slice.extra.remove("next_backup");
                slice.extra.insert("backups_disabled_at".to_owned(), json!(now));
            }
            _ => {}
        }
    }
    Ok(accepted(world))
}

fn make_due_backups(world: &mut World<'_>, n: usize) {
    let slice = &world.shelf.machines[n];
    let next = slice.extra.get("next_backup").and_then(|next| serde_json::from_value::<Timestamp>(next.clone()).ok());
    let Some(mut due) = next.filter(|due| *due <= world.now && slice.life.listed(world.now)) else { return };
    let (machine, disk) = (slice.id.clone(), slice.extra.get("disk").and_then(Value::as_i64));
    // After a long time only those that would still be kept are made.
    let missed = world.now.duration_since(due).as_secs() / COOL_DOWN.as_secs();
    let skipped = (missed + 1 - i64::try_from(KEPT).unwrap_or(1)).max(0);
    due = later(due, SignedDuration::from_secs(COOL_DOWN.as_secs() * skipped));
    while due <= world.now {
        let took = SignedDuration::from_secs(world.rng().i64(45..60));
        let (id, machine) = (world.next_id(), machine.clone());
        let life = Life::begin(due, took);
        world.shelf.backups.push(BackupRow { machine, size: disk, ..BackupRow::new(id, "automatic".to_owned(), life) });
        due = later(due, COOL_DOWN);
    }
    world.shelf.machines[n].extra.insert("next_backup".to_owned(), json!(due));
    let mut surplus = world.shelf.backups.iter().filter(|row| row.machine == machine).count().saturating_sub(KEPT);
    world.shelf.backups.retain(|row| {
        let drop = surplus > 0 && row.machine == machine;
        surplus -= usize::from(drop);
        !drop
    });
}

// ---- what the operations share ----

fn restore(world: &mut World<'_>, slice: &str, from: String, from_backup: bool) -> Answer {
    let (now, done_at) = (world.now, later(world.now, world.delay()));
    if let Some(slice) = world.shelf.machines.get_listed_mut(slice, now) {
        slice.restores.push(Restore { at: now, done_at, from, from_backup });
    }
    Ok(accepted(world))
}

fn slice<'a>(request: &Request, world: &'a World<'_>) -> Result<&'a Machine, Reply> {
    world.shelf.machines.get_listed(request.param("slice_id"), world.now).ok_or_else(nothing_found)
}

fn snapshot<'a>(id: &str, world: &'a World<'_>) -> Result<&'a SnapshotRow, Reply> {
    world.shelf.snapshots.get_listed(id, world.now).ok_or_else(nothing_found)
}

fn nothing_found() -> Reply {
    error(404, "nothing found with this id")
}

fn writable(perms: Option<&Value>) -> Result<(), Reply> {
    match perms.and_then(Value::as_str) {
        Some("ro") => Err(error(403, "this needs read-write permission")),
        _ => Ok(()),
    }
}

fn ready(life: &Life, now: Timestamp, what: &str) -> Result<(), Reply> {
    match life.phase(now) {
        Phase::Ready => Ok(()),
        _ => Err(error(409, format!("{what} is not ready"))),
    }
}

fn idle(slice: &Machine, now: Timestamp) -> Result<(), Reply> {
    if slice.restoring(now) { Err(error(409, "slice is busy")) } else { Ok(()) }
}

fn asked_name(request: &Request) -> Result<String, Reply> {
    let body = request.json().map_err(|why| error(422, why))?;
    let name = body.get("snapshot_name").and_then(Value::as_str).map(str::trim).filter(|name| !name.is_empty());
    name.map(str::to_owned).ok_or_else(|| error(422, "snapshot_name is required and may not be empty"))
}

fn add_snapshot(world: &mut World<'_>, slice: &Machine, name: String, life: Life, perms: &str) {
    let size = Some(world.rng().i64(1..40));
    let mut row = SnapshotRow::new(world.next_id(), name, life);
    row.extra.insert("perms".to_owned(), json!(perms));
    let (machine, region) = (Some(slice.id.clone()), slice.region.clone());
    world.shelf.snapshots.push(SnapshotRow { machine, region, size, ..row });
}

/// Ids are numbers on the wire.
fn number(id: &str) -> Option<i64> {
    id.parse().ok()
}

/// A blank between date and time, microseconds, no zone.
fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S%.6f").to_string()
}

/// How long the making took, once it is over.
fn duration(life: &Life, now: Timestamp) -> Option<String> {
    (now >= life.ready_at).then(|| format!("{:02}s", life.ready_at.duration_since(life.created_at).as_secs()))
}
