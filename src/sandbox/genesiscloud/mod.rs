//! Emulates Genesis Cloud: instances, their snapshots, imports, clones and replicas.
//!
//! Where the vendor's documentation is silent, the sandbox implements one plausible behavior: lists are sorted newest
//! first, a deletion spends its first half as `pending_delete`, deleting again while a deletion is running returns 204,
//! invalid values return 400, objects that are not ready return 409, a replica is listed immediately and ready one
//! delay after its original, and unknown error codes are `00000`. Initial snapshots have the fields of the latest
//! clients, except every fourth, which has those of the vendor's older documentation.
//!
//! Custom faults: `late-row=SECONDS` (new objects are listed this much later), `vanish` (a create is accepted but
//! creates nothing), `fail` (new objects end up as `error`), `stuck` (a deletion is accepted but nothing happens),
//! `no-replica` (no replica is created), `mismatch` (the image does not run on the instance type: code 02035).

mod seed;
mod show;

use std::fmt::Display;

use jiff::SignedDuration;
use serde_json::{Value, json};

use self::show::{instance_body, snapshot_body};
use super::context::{Context, page};
use super::fault::{Alike, When};
use super::provider_server::{ProviderServer, Refusal};
use super::store::{Life, Machine, Phase, Row, Rows, SnapshotRow, later};
use super::wire::{Reply, Request};
use crate::spec::{Operation, Provider};

/// Placeholder for unknown error codes, which are strings of five digits.
const SOME_CODE: &str = "00000";

/// The images, by slug, that instances can be created from besides snapshots.
const IMAGES: [&str; 3] = ["ubuntu-24.04", "ubuntu-22.04", "debian-12"];

/// The Genesis Cloud server.
pub(super) struct GenesisCloud;

impl ProviderServer for GenesisCloud {
    fn provider(&self) -> Provider {
        Provider::GenesisCloud
    }

    fn customs(&self) -> &'static [&'static str] {
        &["fail", "late-row", "mismatch", "no-replica", "stuck", "vanish"]
    }

    fn mount(&self) -> &'static str {
        "/genesiscloud/compute/v1"
    }

    fn alike(&self) -> &'static [Alike] {
        const fn of(name: &'static str, operation: &'static str) -> Alike {
            Alike { name, operation, when: When::Always }
        }
        const ALIKE: [Alike; 5] = [
            of("list_vms", "list_instances"),
            of("get_vm", "get_instance"),
            of("delete_vm", "delete_instance"),
            of("create_snapshot", "create_instance_snapshot"),
            of("restore_snapshot", "create_instance"),
        ];
        &ALIKE
    }

    fn seed(&self, ctx: &mut Context<'_>) {
        seed::account(ctx);
    }

    fn authenticate(&self, _: &Operation, request: &Request, ctx: &mut Context<'_>) -> Result<(), Reply> {
        match request.bearer().or_else(|| request.header("x-auth-token")) {
            Some(token) if token == ctx.settings.token => Ok(()),
            Some(_) => Err(error(401, SOME_CODE, "the token was not accepted")),
            None => Err(error(401, SOME_CODE, "a token is required: Authorization: Bearer TOKEN")),
        }
    }

    fn handle(&self, operation: &'static Operation, request: &Request, ctx: &mut Context<'_>) -> Reply {
        let reply = match operation.id {
            "list_snapshots" => list_snapshots(request, ctx),
            "import_snapshot" => import_snapshot(request, ctx),
            "get_snapshot" => get_snapshot(request, ctx),
            "rename_snapshot" => rename_snapshot(request, ctx),
            "delete_snapshot" => delete_snapshot(request, ctx),
            "delete_instance" => delete_instance(request, ctx),
            "clone_snapshot" => clone_snapshot(request, ctx),
            "list_instance_snapshots" => list_instance_snapshots(request, ctx),
            "create_instance_snapshot" => create_instance_snapshot(request, ctx),
            "list_instances" => list_instances(request, ctx),
            "create_instance" => create_instance(request, ctx),
            "get_instance" => get_instance(request, ctx),
            other => Err(error(500, SOME_CODE, format!("the sandbox does not implement the operation {other}"))),
        };
        reply.unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            Refusal::UnknownPath => error(404, "02001", "invalid route"),
            Refusal::UnknownMethod => error(405, "02001", "invalid route"),
            Refusal::InvalidRequest(why) => error(400, SOME_CODE, why),
            Refusal::TooLarge => error(413, SOME_CODE, "request body too large"),
            Refusal::Internal(why) => error(500, SOME_CODE, why),
        }
    }
}

/// The success or error response of an operation.
type ReplyResult = Result<Reply, Reply>;

fn error(status: u16, code: &str, message: impl Display) -> Reply {
    Reply::json(status, json!({ "code": code, "message": message.to_string() }))
}

fn bad(message: impl Display) -> Reply {
    error(400, SOME_CODE, message)
}

// ---- lists ----

/// One page of a list, newest first.
fn list(request: &Request, key: &str, mut rows: Vec<Value>) -> ReplyResult {
    let number = |name: &str, default: usize| match request.query(name).map(str::parse::<usize>) {
        None => Ok(default),
        Some(Ok(number)) if number > 0 => Ok(number),
        Some(_) => Err(bad(format!("{name} must be a positive number"))),
    };
    let (at, size) = (number("page", 1)?, number("per_page", 50)?.min(100));
    rows.reverse();
    let total = rows.len();
    let (rows, _) = page(rows, at, size);
    Ok(Reply::json(200, json!({ key: rows, "total_count": total, "page": at, "per_page": size })))
}

fn list_snapshots(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let rows = ctx.state.snapshots.listed(ctx.now);
    list(request, "snapshots", rows.map(|row| snapshot_body(row, ctx.now)).collect())
}

fn list_instance_snapshots(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let instance = instance(request, ctx)?;
    let rows = ctx.state.snapshots.listed(ctx.now).filter(|row| row.machine.as_ref() == Some(&instance.id));
    list(request, "snapshots", rows.map(|row| snapshot_body(row, ctx.now)).collect())
}

fn list_instances(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    let rows = ctx.state.machines.listed(ctx.now);
    list(request, "instances", rows.map(|row| instance_body(row, ctx.now)).collect())
}

// ---- snapshots ----

fn get_snapshot(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    Ok(Reply::json(200, json!({ "snapshot": snapshot_body(snapshot(request, ctx)?, ctx.now) })))
}

fn rename_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let name = body(request)?.get("name").and_then(Value::as_str).map(str::to_owned);
    let (id, now) = (request.param("snapshot_id"), ctx.now);
    snapshot(request, ctx)?;
    if let (Some(row), Some(name)) = (ctx.state.snapshots.get_listed_mut(id, now), name) {
        row.rename(&name, now);
    }
    get_snapshot(request, ctx)
}

fn delete_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    snapshot(request, ctx)?;
    let (id, now, delay) = (request.param("snapshot_id"), ctx.now, ctx.delay());
    if ctx.fault("stuck").is_none()
        && let Some(row) = ctx.state.snapshots.get_listed_mut(id, now)
    {
        row.life.delete(now, delay);
    }
    Ok(Reply::empty(204))
}

fn delete_instance(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let id = instance(request, ctx)?.id.clone();
    let (now, delay) = (ctx.now, ctx.delay());
    if ctx.fault("stuck").is_none()
        && let Some(row) = ctx.state.machines.get_listed_mut(&id, now)
    {
        row.life.delete(now, delay);
    }
    Ok(Reply::empty(204))
}

fn import_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    if !text("url").contains("://") {
        return Err(bad("url must point to an image"));
    }
    let mut row = SnapshotRow::new(ctx.next_uuid(), text("name").to_owned(), begin(ctx));
    row.region = Some(text("region").to_owned());
    row.size = body.get("size").and_then(Value::as_i64);
    row.extra.insert("os_type".to_owned(), body.get("os_type").cloned().unwrap_or_else(|| json!("linux")));
    add_snapshot(ctx, row)
}

fn clone_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let source = snapshot(request, ctx)?.clone();
    ready(&source, ctx)?;
    let life = begin(ctx);
    let copy = copy_of(ctx, &source, text("name"), text("region"), life);
    add_snapshot(ctx, copy)
}

fn create_instance_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let instance = instance(request, ctx)?.clone();
    if instance.life.phase(ctx.now) != Phase::Ready {
        return Err(error(409, SOME_CODE, "the instance is not ready"));
    }
    let replica = text("replicated_region");
    if replica.is_some() && replica == instance.region {
        return Err(bad("replicated_region must differ from the region of the instance"));
    }
    let mut row = SnapshotRow::new(ctx.next_uuid(), text("name").unwrap_or_default(), begin(ctx));
    row.machine = Some(instance.id.clone());
    row.region.clone_from(&instance.region);
    row.size = instance.extra.get("disk_size").and_then(Value::as_i64);
    row.extra.insert("os_type".to_owned(), instance.extra.get("os_type").cloned().unwrap_or_else(|| json!("linux")));
    let reply = add_snapshot(ctx, row.clone());
    if let Some(region) = replica.filter(|_| ctx.fault("no-replica").is_none()) {
        let mut life = begin(ctx);
        life.ready_at = later(row.life.ready_at, ctx.delay());
        let copy = copy_of(ctx, &row, row.name.clone(), region, life);
        ctx.state.snapshots.push(copy);
    }
    reply
}

// ---- instances ----

fn get_instance(request: &Request, ctx: &Context<'_>) -> ReplyResult {
    Ok(Reply::json(200, json!({ "instance": instance_body(instance(request, ctx)?, ctx.now) })))
}

fn create_instance(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    if ctx.fault("mismatch").is_some() {
        return Err(error(400, "02035", "this image does not run on this type of instance"));
    }
    if let Some(password) = body.get("password").and_then(Value::as_str) {
        let has = |class: fn(&char) -> bool| password.chars().any(|c| class(&c));
        if body.get("ssh_keys").is_some() {
            return Err(bad("ssh_keys and password cannot be combined"));
        }
        if !has(char::is_ascii_uppercase) || !has(char::is_ascii_lowercase) || !has(char::is_ascii_digit) {
            return Err(bad("the password must contain upper case letters, lower case letters and digits"));
        }
    }
    let (image, size, os_type) = image(text("image"), text("region"), ctx)?;
    let mut machine = Machine::new(ctx.next_uuid(), text("name").to_owned(), begin(ctx));
    machine.region = Some(text("region").to_owned());
    machine.created_from = Some(text("image").to_owned());
    let listed = |name: &str| {
        let ids = body.get(name).and_then(Value::as_array).into_iter().flatten();
        ids.map(|id| json!({ "id": id, "name": format!("{}-1", name.trim_end_matches('s').replace('_', "-")) }))
            .collect()
    };
    let groups: Vec<Value> = listed("security_groups");
    let standard = vec![json!({ "id": "d15e8a90-3c7b-4f02-96a1-7b4e2d8c0f53", "name": "standard" })];
    let fields: [(&str, Value); 9] = [
        ("hostname", json!(text("hostname"))),
        ("type", json!(text("type"))),
        ("os_type", os_type),
        ("image", image),
        ("ssh_keys", Value::Array(listed("ssh_keys"))),
        ("security_groups", json!(if groups.is_empty() { standard } else { groups })),
        ("volumes", Value::Array(listed("volumes"))),
        ("placement_option", body.get("placement_option").cloned().unwrap_or_else(|| json!("AUTO"))),
        ("disk_size", body.get("disk_size").cloned().unwrap_or(size)),
    ];
    machine.extra.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    let reply = Reply::json(201, json!({ "instance": instance_body(&machine, ctx.now) }));
    ctx.state.machines.push(machine);
    Ok(reply)
}

/// The source of an instance: how the response names it, its size and its operating system.
fn image(wanted: &str, region: &str, ctx: &Context<'_>) -> Result<(Value, Value, Value), Reply> {
    if let Some(row) = ctx.state.snapshots.get_listed(wanted, ctx.now) {
        ready(row, ctx)?;
        if row.region.as_deref() != Some(region) {
            return Err(bad("the snapshot is not in the region of the instance"));
        }
        let os_type = row.extra.get("os_type").cloned().unwrap_or_else(|| json!("linux"));
        return Ok((json!({ "id": row.id, "name": row.name_at(ctx.now) }), json!(row.size), os_type));
    }
    let slug = wanted.split_once(':').map_or(wanted, |(slug, _)| slug);
    match IMAGES.iter().find(|known| **known == slug) {
        Some(slug) => Ok((json!({ "id": seed::IMAGE, "name": slug }), json!(80), json!("linux"))),
        None => Err(bad("no such image")),
    }
}

// ---- shared by the operations ----

fn body(request: &Request) -> Result<Value, Reply> {
    request.json().map_err(bad)
}

fn snapshot<'a>(request: &Request, ctx: &'a Context<'_>) -> Result<&'a SnapshotRow, Reply> {
    let found = ctx.state.snapshots.get_listed(request.param("snapshot_id"), ctx.now);
    found.ok_or_else(|| error(404, SOME_CODE, "no such snapshot"))
}

fn instance<'a>(request: &Request, ctx: &'a Context<'_>) -> Result<&'a Machine, Reply> {
    let found = ctx.state.machines.get_listed(request.param("instance_id"), ctx.now);
    found.ok_or_else(|| error(404, SOME_CODE, "no such instance"))
}

fn ready(row: &SnapshotRow, ctx: &Context<'_>) -> Result<(), Reply> {
    match row.life.phase(ctx.now) {
        Phase::Ready => Ok(()),
        _ => Err(error(409, SOME_CODE, "the snapshot is not ready")),
    }
}

/// The lifecycle of a new object, subject to faults.
fn begin(ctx: &mut Context<'_>) -> Life {
    let mut life = ctx.begin();
    if let Some(seconds) = ctx.fault("late-row") {
        life.listed_at = later(ctx.now, SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    if ctx.fault("fail").is_some() {
        life.failure = Some("failed by an injected fault".to_owned());
    }
    if ctx.fault("vanish").is_some() {
        life.gone_at = Some(ctx.now);
    }
    life
}

fn copy_of(ctx: &mut Context<'_>, source: &SnapshotRow, name: String, region: String, life: Life) -> SnapshotRow {
    let mut row = SnapshotRow::new(ctx.next_uuid(), name, life);
    (row.copy_of, row.region, row.size) = (Some(source.id.clone()), Some(region), source.size);
    row.extra.extend(source.extra.get("os_type").map(|os_type| ("os_type".to_owned(), os_type.clone())));
    row
}

/// Adds a snapshot and returns it in the response.
fn add_snapshot(ctx: &mut Context<'_>, row: SnapshotRow) -> ReplyResult {
    let reply = Reply::json(201, json!({ "snapshot": snapshot_body(&row, ctx.now) }));
    ctx.state.snapshots.push(row);
    Ok(reply)
}
