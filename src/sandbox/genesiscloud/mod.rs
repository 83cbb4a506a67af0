//! Plays Genesis Cloud: instances, their snapshots, imports, clones and replicas.
//!
//! What the vendor's pages leave open is played in one plausible way: the newest first in lists, `pending_delete` for
//! the first half of a deletion, 204 for a deletion that is under way already, 400 for what does not fit, 409 for what
//! is not ready, a replica that is listed at once and ready one delay after its original, and the placeholder `00000`
//! for codes that are not known. Seeded snapshots show the fields of the newest clients or, every fourth, those of the
//! vendor's older page.
//!
//! Custom faults: `late-row=SECONDS` (what is made shows that much later), `vanish` (a create is accepted and nothing
//! comes of it), `fail` (what is made ends as `error`), `stuck` (a deletion is accepted and nothing happens),
//! `no-replica` (none is made), `mismatch` (the image does not run on the type of instance: code 02035).

mod seed;
mod show;

use std::fmt::Display;

use jiff::SignedDuration;
use serde_json::{Value, json};

use self::show::{instance_body, snapshot_body};
use super::fault::{Alike, When};
use super::play::{Play, Refusal};
use super::store::{Life, Machine, Phase, Row, Rows, SnapshotRow, later};
use super::wire::{Reply, Request};
use super::world::{World, page};
use crate::spec::{Operation, Provider};

/// A code that is not known; the wire has texts of five digits.
const SOME_CODE: &str = "00000";

/// Images that an instance can start from beside snapshots, by slug.
const IMAGES: [&str; 3] = ["ubuntu-24.04", "ubuntu-22.04", "debian-12"];

/// Genesis Cloud's part.
pub(super) struct GenesisCloud;

impl Play for GenesisCloud {
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

    fn seed(&self, world: &mut World<'_>) {
        seed::account(world);
    }

    fn authenticate(&self, _: &Operation, request: &Request, world: &mut World<'_>) -> Result<(), Reply> {
        match request.bearer().or_else(|| request.header("x-auth-token")) {
            Some(token) if token == world.settings.token => Ok(()),
            Some(_) => Err(error(401, SOME_CODE, "the token was not accepted")),
            None => Err(error(401, SOME_CODE, "a token is needed: Authorization: Bearer TOKEN")),
        }
    }

    fn handle(&self, operation: &'static Operation, request: &Request, world: &mut World<'_>) -> Reply {
        let answer = match operation.id {
            "list_snapshots" => list_snapshots(request, world),
            "import_snapshot" => import_snapshot(request, world),
            "get_snapshot" => get_snapshot(request, world),
            "rename_snapshot" => rename_snapshot(request, world),
            "delete_snapshot" => delete_snapshot(request, world),
            "delete_instance" => delete_instance(request, world),
            "clone_snapshot" => clone_snapshot(request, world),
            "list_instance_snapshots" => list_instance_snapshots(request, world),
            "create_instance_snapshot" => create_instance_snapshot(request, world),
            "list_instances" => list_instances(request, world),
            "create_instance" => create_instance(request, world),
            "get_instance" => get_instance(request, world),
            other => Err(error(500, SOME_CODE, format!("the sandbox does not know the operation {other}"))),
        };
        answer.unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            Refusal::NoSuchPath => error(404, "02001", "invalid route"),
            Refusal::NoSuchMethod => error(405, "02001", "invalid route"),
            Refusal::Broken(why) => error(400, SOME_CODE, why),
            Refusal::TooLarge => error(413, SOME_CODE, "request body too large"),
            Refusal::Internal(why) => error(500, SOME_CODE, why),
        }
    }
}

/// What an operation answers, or why not.
type Answer = Result<Reply, Reply>;

fn error(status: u16, code: &str, message: impl Display) -> Reply {
    Reply::json(status, json!({ "code": code, "message": message.to_string() }))
}

fn bad(message: impl Display) -> Reply {
    error(400, SOME_CODE, message)
}

// ---- lists ----

/// One page of what an account or an instance has, the newest first.
fn list(request: &Request, key: &str, mut rows: Vec<Value>) -> Answer {
    let number = |name: &str, default: usize| match request.query(name).map(str::parse::<usize>) {
        None => Ok(default),
        Some(Ok(number)) if number > 0 => Ok(number),
        Some(_) => Err(bad(format!("{name} must be a number from 1"))),
    };
    let (at, size) = (number("page", 1)?, number("per_page", 50)?.min(100));
    rows.reverse();
    let total = rows.len();
    let (rows, _) = page(rows, at, size);
    Ok(Reply::json(200, json!({ key: rows, "total_count": total, "page": at, "per_page": size })))
}

fn list_snapshots(request: &Request, world: &World<'_>) -> Answer {
    let rows = world.shelf.snapshots.listed(world.now);
    list(request, "snapshots", rows.map(|row| snapshot_body(row, world.now)).collect())
}

fn list_instance_snapshots(request: &Request, world: &World<'_>) -> Answer {
    let instance = instance(request, world)?;
    let rows = world.shelf.snapshots.listed(world.now).filter(|row| row.machine.as_ref() == Some(&instance.id));
    list(request, "snapshots", rows.map(|row| snapshot_body(row, world.now)).collect())
}

fn list_instances(request: &Request, world: &World<'_>) -> Answer {
    let rows = world.shelf.machines.listed(world.now);
    list(request, "instances", rows.map(|row| instance_body(row, world.now)).collect())
}

// ---- snapshots ----

fn get_snapshot(request: &Request, world: &World<'_>) -> Answer {
    Ok(Reply::json(200, json!({ "snapshot": snapshot_body(snapshot(request, world)?, world.now) })))
}

fn rename_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let name = body(request)?.get("name").and_then(Value::as_str).map(str::to_owned);
    let (id, now) = (request.param("snapshot_id"), world.now);
    snapshot(request, world)?;
    if let (Some(row), Some(name)) = (world.shelf.snapshots.get_listed_mut(id, now), name) {
        row.rename(&name, now);
    }
    get_snapshot(request, world)
}

fn delete_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    snapshot(request, world)?;
    let (id, now, delay) = (request.param("snapshot_id"), world.now, world.delay());
    if world.fault("stuck").is_none()
        && let Some(row) = world.shelf.snapshots.get_listed_mut(id, now)
    {
        row.life.delete(now, delay);
    }
    Ok(Reply::empty(204))
}

fn delete_instance(request: &Request, world: &mut World<'_>) -> Answer {
    let id = instance(request, world)?.id.clone();
    let (now, delay) = (world.now, world.delay());
    if world.fault("stuck").is_none()
        && let Some(row) = world.shelf.machines.get_listed_mut(&id, now)
    {
        row.life.delete(now, delay);
    }
    Ok(Reply::empty(204))
}

fn import_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    if !text("url").contains("://") {
        return Err(bad("url does not point at an image"));
    }
    let mut row = SnapshotRow::new(world.next_uuid(), text("name").to_owned(), begin(world));
    row.region = Some(text("region").to_owned());
    row.size = body.get("size").and_then(Value::as_i64);
    row.extra.insert("os_type".to_owned(), body.get("os_type").cloned().unwrap_or_else(|| json!("linux")));
    add_snapshot(world, row)
}

fn clone_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let source = snapshot(request, world)?.clone();
    ready(&source, world)?;
    let life = begin(world);
    let copy = copy_of(world, &source, text("name"), text("region"), life);
    add_snapshot(world, copy)
}

fn create_instance_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let instance = instance(request, world)?.clone();
    if instance.life.phase(world.now) != Phase::Ready {
        return Err(error(409, SOME_CODE, "the instance is not ready"));
    }
    let replica = text("replicated_region");
    if replica.is_some() && replica == instance.region {
        return Err(bad("replicated_region is the region of the instance"));
    }
    let mut row = SnapshotRow::new(world.next_uuid(), text("name").unwrap_or_default(), begin(world));
    row.machine = Some(instance.id.clone());
    row.region.clone_from(&instance.region);
    row.size = instance.extra.get("disk_size").and_then(Value::as_i64);
    row.extra.insert("os_type".to_owned(), instance.extra.get("os_type").cloned().unwrap_or_else(|| json!("linux")));
    let answer = add_snapshot(world, row.clone());
    if let Some(region) = replica.filter(|_| world.fault("no-replica").is_none()) {
        let mut life = begin(world);
        life.ready_at = later(row.life.ready_at, world.delay());
        let copy = copy_of(world, &row, row.name.clone(), region, life);
        world.shelf.snapshots.push(copy);
    }
    answer
}

// ---- instances ----

fn get_instance(request: &Request, world: &World<'_>) -> Answer {
    Ok(Reply::json(200, json!({ "instance": instance_body(instance(request, world)?, world.now) })))
}

fn create_instance(request: &Request, world: &mut World<'_>) -> Answer {
    let body = body(request)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    if world.fault("mismatch").is_some() {
        return Err(error(400, "02035", "this image does not run on this type of instance"));
    }
    if let Some(password) = body.get("password").and_then(Value::as_str) {
        let has = |class: fn(&char) -> bool| password.chars().any(|c| class(&c));
        if body.get("ssh_keys").is_some() {
            return Err(bad("either ssh_keys or password, not both"));
        }
        if !has(char::is_ascii_uppercase) || !has(char::is_ascii_lowercase) || !has(char::is_ascii_digit) {
            return Err(bad("the password needs upper and lower case letters and digits"));
        }
    }
    let (image, size, os_type) = image(text("image"), text("region"), world)?;
    let mut machine = Machine::new(world.next_uuid(), text("name").to_owned(), begin(world));
    machine.region = Some(text("region").to_owned());
    machine.made_from = Some(text("image").to_owned());
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
    let answer = Reply::json(201, json!({ "instance": instance_body(&machine, world.now) }));
    world.shelf.machines.push(machine);
    Ok(answer)
}

/// What an instance is made from: how the answer names it, its size, its operating system.
fn image(wanted: &str, region: &str, world: &World<'_>) -> Result<(Value, Value, Value), Reply> {
    if let Some(row) = world.shelf.snapshots.get_listed(wanted, world.now) {
        ready(row, world)?;
        if row.region.as_deref() != Some(region) {
            return Err(bad("the snapshot is not in the region of the instance"));
        }
        let os_type = row.extra.get("os_type").cloned().unwrap_or_else(|| json!("linux"));
        return Ok((json!({ "id": row.id, "name": row.name_at(world.now) }), json!(row.size), os_type));
    }
    let slug = wanted.split_once(':').map_or(wanted, |(slug, _)| slug);
    match IMAGES.iter().find(|known| **known == slug) {
        Some(slug) => Ok((json!({ "id": seed::IMAGE, "name": slug }), json!(80), json!("linux"))),
        None => Err(bad("no such image")),
    }
}

// ---- what the operations share ----

fn body(request: &Request) -> Result<Value, Reply> {
    request.json().map_err(bad)
}

fn snapshot<'a>(request: &Request, world: &'a World<'_>) -> Result<&'a SnapshotRow, Reply> {
    let found = world.shelf.snapshots.get_listed(request.param("snapshot_id"), world.now);
    found.ok_or_else(|| error(404, SOME_CODE, "no such snapshot"))
}

fn instance<'a>(request: &Request, world: &'a World<'_>) -> Result<&'a Machine, Reply> {
    let found = world.shelf.machines.get_listed(request.param("instance_id"), world.now);
    found.ok_or_else(|| error(404, SOME_CODE, "no such instance"))
}

fn ready(row: &SnapshotRow, world: &World<'_>) -> Result<(), Reply> {
    match row.life.phase(world.now) {
        Phase::Ready => Ok(()),
        _ => Err(error(409, SOME_CODE, "the snapshot is not ready")),
    }
}

/// The life of what is made now, as the faults want it.
fn begin(world: &mut World<'_>) -> Life {
    let mut life = world.begin();
    if let Some(seconds) = world.fault("late-row") {
        life.listed_at = later(world.now, SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    if world.fault("fail").is_some() {
        life.failure = Some("the sandbox was told to fail".to_owned());
    }
    if world.fault("vanish").is_some() {
        life.gone_at = Some(world.now);
    }
    life
}

fn copy_of(world: &mut World<'_>, source: &SnapshotRow, name: String, region: String, life: Life) -> SnapshotRow {
    let mut row = SnapshotRow::new(world.next_uuid(), name, life);
    (row.copy_of, row.region, row.size) = (Some(source.id.clone()), Some(region), source.size);
    row.extra.extend(source.extra.get("os_type").map(|os_type| ("os_type".to_owned(), os_type.clone())));
    row
}

/// Adds a snapshot, and answers with it.
fn add_snapshot(world: &mut World<'_>, row: SnapshotRow) -> Answer {
    let answer = Reply::json(201, json!({ "snapshot": snapshot_body(&row, world.now) }));
    world.shelf.snapshots.push(row);
    Ok(answer)
}
