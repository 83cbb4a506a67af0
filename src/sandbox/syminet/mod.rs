//! Emulates Syminet: slices, their snapshots and automatic backups.
//!
//! Where the vendor's documentation is silent, the sandbox implements one plausible behavior: lists are sorted by ID, a
//! snapshot being created has `in_progress: true` and a percentage, invalid values return 422, and enabling backups
//! within 72 hours of disabling them returns 409.
//!
//! Custom faults: `decorate` (appends a Unix time to the name), `late-row=SECONDS` (a new snapshot is listed this much
//! later), `vanish` (a create is accepted but creates nothing), `fail` (the new snapshot disappears instead of becoming
//! ready), `busy` (409).

mod seed;

use std::fmt::Display;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::context::{AcceptedBody, Context, page};
use super::provider_server::{ProviderServer, Refusal};
use super::store::{BackupRow, Life, Machine, Phase, Restore, Row, Rows, SnapshotRow, later};
use super::wire::{Reply, Request};
use crate::spec::{Operation, Provider};

/// How long backups cannot be re-enabled after being disabled; also the interval between backups.
const COOL_DOWN: SignedDuration = SignedDuration::from_hours(72);
/// How many backups of a slice are retained.
const KEPT: usize = 3;

const DATACENTER: i64 = 6;
const USER: i64 = 1423;

/// The Syminet server.
pub(super) struct Syminet;

impl ProviderServer for Syminet {
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

    fn seed(&self, ctx: &mut Context<'_>) {
        seed::account(ctx);
    }

    fn settle(&self, ctx: &mut Context<'_>) {
        for n in 0..ctx.state.machines.len() {
            make_due_backups(ctx, n);
        }
    }

    fn authenticate(&self, _: &Operation, request: &Request, ctx: &mut Context<'_>) -> Result<(), Reply> {
        match request.bearer() {
            Some(token) if token == ctx.settings.token => Ok(()),
            Some(_) => Err(error(401, "unknown api token")),
            None => Err(error(401, "an api token is required: authorization: bearer TOKEN")),
        }
    }

    fn handle(&self, operation: &'static Operation, request: &Request, ctx: &mut Context<'_>) -> Reply {
        if !operation.safe && ctx.fault("busy").is_some() {
            return error(409, "slice is busy");
        }
        let reply = match operation.id {
            "list_snapshots" => list_snapshots(request, ctx),
            "list_slice_snapshots" => list_slice_snapshots(request, ctx),
            "create_snapshot" => create_snapshot(request, ctx),
            "restore_snapshot" => restore_snapshot(request, ctx),
            "rename_snapshot" => rename_snapshot(request, ctx),
            "delete_snapshot" => delete_snapshot(request, ctx),
            "list_backups" => list_backups(request, ctx),
            "restore_backup" => restore_backup(request, ctx),
            "enable_backups" => set_backups(request, ctx, true),
            "disable_backups" => set_backups(request, ctx, false),
            other => Err(error(500, format!("the sandbox does not implement the operation {other}"))),
        };
        reply.unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            Refusal::UnknownPath => error(404, "not found"),
            Refusal::UnknownMethod => error(405, "method not allowed"),
            Refusal::InvalidRequest(why) => error(422, why),
            Refusal::TooLarge => error(413, "request body too large"),
            Refusal::Internal(why) => error(500, why),
        }
    }
}

/// The success or error response of an operation.
type ReplyResult = Result<Reply, Reply>;

fn error(status: u16, message: impl Display) -> Reply {
    Reply::json(status, json!({ "error": message.to_string() }))
}

fn accepted(ctx: &Context<'_>) -> Reply {
    match ctx.settings.accepted_body {
        AcceptedBody::Empty => Reply::empty(202),
        AcceptedBody::Json => Reply::json(202, json!({ "status": "accepted" })),
        AcceptedBody::Text => Reply::text(202, "text/plain; charset=utf-8", "202 OK\n"),
    }
}

// ---- lists ----

fn list_snapshots(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let number = match request.query("page").map(str::parse::<usize>) {
        None => 1,
        Some(Ok(number)) if number > 0 => number,
        Some(_) => return Err(error(422, "page must be a positive number")),
    };
    let wanted = request.query("query").unwrap_or_default().to_lowercase();
    let found = ctx.state.snapshots.listed(ctx.now);
    let rows: Vec<_> = found.filter(|row| row.name_at(ctx.now).to_lowercase().contains(&wanted)).collect();
    let results = rows.len();
    let (rows, pages) = page(rows, number, ctx.settings.page_size);
    let data: Vec<_> = rows.into_iter().map(|row| account_row(row, ctx)).collect();
    let number = if results == 0 { 0 } else { number };
    Ok(Reply::json(200, json!({ "data": data, "page": number, "pages": pages, "results": results })))
}

fn list_slice_snapshots(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let slice = slice(request, ctx)?;
    let rows = ctx.state.snapshots.listed(ctx.now).filter(|row| row.machine.as_ref() == Some(&slice.id));
    let data: Vec<_> = rows
        .map(|row| {
            json!({
                "backup_full_size": slice.extra.get("disk"),
                "created": time(row.life.created_at),
                "duration": duration(&row.life, ctx.now),
                "id": number(&row.id),
                "name": row.name_at(ctx.now),
            })
        })
        .collect();
    Ok(Reply::json(200, json!({ "data": data })))
}

fn list_backups(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let slice = slice(request, ctx)?;
    let rows = ctx.state.backups.listed(ctx.now).filter(|row| row.machine == slice.id);
    let data: Vec<_> = rows
        .map(|row| {
            json!({
                "backup_full_size": row.size,
                "backup_id": number(&row.id),
                "created": time(row.life.created_at),
                "duration": duration(&row.life, ctx.now),
                "name": row.name,
            })
        })
        .collect();
    Ok(Reply::json(200, json!({ "data": data })))
}

/// A snapshot as shown in the account's list.
fn account_row(row: &SnapshotRow, ctx: &Context<'_>) -> Value {
    let making = row.life.phase(ctx.now) == Phase::Creating;
    // The snapshot still refers to its slice after the slice is deleted.
    let slice = row.machine.as_ref().and_then(|id| ctx.state.machines.iter().find(|machine| machine.id == *id));
    let gone = slice.is_none_or(|slice| !slice.life.listed(ctx.now));
    json!({
        "created": time(row.life.created_at),
        "datacenter_id": DATACENTER,
        "duration": duration(&row.life, ctx.now),
        "id": number(&row.id),
        "in_progress": making.then_some(true),
        "legacy": null,
        "name": row.name_at(ctx.now),
        "perms": row.extra.get("perms"),
        "progress": making.then(|| row.life.progress(ctx.now)),
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

fn create_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let name = requested_name(request)?;
    let slice = slice(request, ctx)?;
    idle(slice, ctx.now)?;
    let slice = slice.clone();
    if ctx.fault("vanish").is_some() {
        return Ok(accepted(ctx));
    }
    let mut life = ctx.begin();
    if let Some(seconds) = ctx.fault("late-row") {
        life.listed_at = later(ctx.now, SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    if ctx.fault("fail").is_some() {
        life.gone_at = Some(life.ready_at);
    }
    let name = match ctx.fault("decorate") {
        Some(_) => format!("{name}-{}", ctx.now.as_second()),
        None => name,
    };
    add_snapshot(ctx, &slice, name, life, "rw");
    Ok(accepted(ctx))
}

fn rename_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let name = requested_name(request)?;
    let (id, now) = (request.param("snapshot_id"), ctx.now);
    writable(snapshot(id, ctx)?.extra.get("perms"))?;
    if let Some(row) = ctx.state.snapshots.get_listed_mut(id, now) {
        row.rename(&name, now);
    }
    Ok(accepted(ctx))
}

fn delete_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let (id, now, delay) = (request.param("snapshot_id"), ctx.now, ctx.delay());
    let row = snapshot(id, ctx)?;
    writable(row.extra.get("perms"))?;
    if row.life.phase(now) == Phase::Creating {
        return Err(error(409, "snapshot is still being created"));
    }
    if let Some(row) = ctx.state.snapshots.get_listed_mut(id, now) {
        row.life.delete(now, delay);
    }
    Ok(accepted(ctx))
}

fn restore_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let row = snapshot(request.param("snapshot_id"), ctx)?;
    let slice = slice(request, ctx)?;
    writable(row.extra.get("perms"))?;
    writable(slice.extra.get("perms"))?;
    ready(&row.life, ctx.now, "snapshot")?;
    idle(slice, ctx.now)?;
    let (slice, from) = (slice.id.clone(), row.id.clone());
    restore(ctx, &slice, from, false)
}

// ---- backups ----

fn restore_backup(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let slice = slice(request, ctx)?;
    let row = ctx.state.backups.get_listed(request.param("backup_id"), ctx.now);
    let row = row.filter(|row| row.machine == slice.id).ok_or_else(nothing_found)?;
    writable(slice.extra.get("perms"))?;
    ready(&row.life, ctx.now, "backup")?;
    idle(slice, ctx.now)?;
    let (slice, from) = (slice.id.clone(), row.id.clone());
    restore(ctx, &slice, from, true)
}

fn set_backups(request: &Request, ctx: &mut Context<'_>, on: bool) -> ReplyResult {
    let slice = slice(request, ctx)?;
    writable(slice.extra.get("perms"))?;
    let enabled = slice.extra.contains_key("next_backup");
    let disabled_at = slice.extra.get("backups_disabled_at").and_then(Value::as_str);
    let until = disabled_at.and_then(|at| at.parse::<Timestamp>().ok()).map(|at| later(at, COOL_DOWN));
    if let Some(until) = until.filter(|until| on && !enabled && *until > ctx.now) {
        return Err(error(
            409,
            format!("backups were disabled and cannot be re-enabled before {} UTC (72 hours)", time(until)),
        ));
    }
    let (id, now) = (slice.id.clone(), ctx.now);
    if let Some(slice) = ctx.state.machines.get_listed_mut(&id, now) {
        match (on, enabled) {
            (true, false) => {
                // The first backup is made soon, then one per interval.
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
    Ok(accepted(ctx))
}

fn make_due_backups(ctx: &mut Context<'_>, n: usize) {
    let slice = &ctx.state.machines[n];
    let next = slice.extra.get("next_backup").and_then(|next| serde_json::from_value::<Timestamp>(next.clone()).ok());
    let Some(mut due) = next.filter(|due| *due <= ctx.now && slice.life.listed(ctx.now)) else { return };
    let (machine, disk) = (slice.id.clone(), slice.extra.get("disk").and_then(Value::as_i64));
    // After a long gap, only the backups that would still be retained are made.
    let missed = ctx.now.duration_since(due).as_secs() / COOL_DOWN.as_secs();
    let skipped = (missed + 1 - i64::try_from(KEPT).unwrap_or(1)).max(0);
    due = later(due, SignedDuration::from_secs(COOL_DOWN.as_secs() * skipped));
    while due <= ctx.now {
        let took = SignedDuration::from_secs(ctx.rng().i64(45..60));
        let (id, machine) = (ctx.next_id(), machine.clone());
        let life = Life::begin(due, took);
        ctx.state.backups.push(BackupRow { machine, size: disk, ..BackupRow::new(id, "automatic".to_owned(), life) });
        due = later(due, COOL_DOWN);
    }
    ctx.state.machines[n].extra.insert("next_backup".to_owned(), json!(due));
    let mut surplus = ctx.state.backups.iter().filter(|row| row.machine == machine).count().saturating_sub(KEPT);
    ctx.state.backups.retain(|row| {
        let drop = surplus > 0 && row.machine == machine;
        surplus -= usize::from(drop);
        !drop
    });
}

// ---- shared by the operations ----

fn restore(ctx: &mut Context<'_>, slice: &str, from: String, from_backup: bool) -> ReplyResult {
    let (now, done_at) = (ctx.now, later(ctx.now, ctx.delay()));
    if let Some(slice) = ctx.state.machines.get_listed_mut(slice, now) {
        slice.restores.push(Restore { at: now, done_at, from, from_backup });
    }
    Ok(accepted(ctx))
}

fn slice<'a>(request: &Request, ctx: &'a Context<'_>) -> Result<&'a Machine, Reply> {
    ctx.state.machines.get_listed(request.param("slice_id"), ctx.now).ok_or_else(nothing_found)
}

fn snapshot<'a>(id: &str, ctx: &'a Context<'_>) -> Result<&'a SnapshotRow, Reply> {
    ctx.state.snapshots.get_listed(id, ctx.now).ok_or_else(nothing_found)
}

fn nothing_found() -> Reply {
    error(404, "nothing found with this id")
}

fn writable(perms: Option<&Value>) -> Result<(), Reply> {
    match perms.and_then(Value::as_str) {
        Some("ro") => Err(error(403, "this requires read-write permission")),
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

fn requested_name(request: &Request) -> Result<String, Reply> {
    let body = request.json().map_err(|why| error(422, why))?;
    let name = body.get("snapshot_name").and_then(Value::as_str).map(str::trim).filter(|name| !name.is_empty());
    name.map(str::to_owned).ok_or_else(|| error(422, "snapshot_name is required and may not be empty"))
}

fn add_snapshot(ctx: &mut Context<'_>, slice: &Machine, name: String, life: Life, perms: &str) {
    let size = Some(ctx.rng().i64(1..40));
    let mut row = SnapshotRow::new(ctx.next_id(), name, life);
    row.extra.insert("perms".to_owned(), json!(perms));
    let (machine, region) = (Some(slice.id.clone()), slice.region.clone());
    ctx.state.snapshots.push(SnapshotRow { machine, region, size, ..row });
}

/// IDs are numbers in requests and responses.
fn number(id: &str) -> Option<i64> {
    id.parse().ok()
}

/// A space between date and time, microseconds, no zone.
fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S%.6f").to_string()
}

/// How long creation took, once it has finished.
fn duration(life: &Life, now: Timestamp) -> Option<String> {
    (now >= life.ready_at).then(|| format!("{:02}s", life.ready_at.duration_since(life.created_at).as_secs()))
}
