//! Plays Hyperstack: snapshots of virtual machines, images made from them, and the machines around them.
//!
//! Answers have the form of the vendor's published examples. What the vendor leaves open is played in one plausible way: snapshots
//! may share a name, machines may not (409), `count` is of the page, lists of snapshots have the newest first, a second delete
//! of a snapshot is a 409, and so is a second image of one.
//!
//! Custom faults: `old-form` (as the older documentation shows it), `spec-form` (as the vendor's specification declares it),
//! `zulu` (times with a zone), `no-id` (a restore or an image whose answer does not name what it made), `refuse` (a success
//! whose `status` is false, and nothing was done), `busy` (400), `balance` (400), `fail` (what is made ends in `ERROR`),
//! `late-row=SECONDS` (what is made is listed that much later), `vanish` (a create is accepted and nothing comes of it).

mod machines;
mod seed;
mod show;

use std::fmt::Display;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::play::{Play, Refusal};
use super::store::{ImageRow, Life, Machine, Phase, Row, Rows, SnapshotRow, later};
use super::wire::{Reply, Request};
use super::world::{World, page};
use crate::spec::{Operation, Provider};
use show::Form;

/// Hyperstack's part.
pub(super) struct Hyperstack;

impl Play for Hyperstack {
    fn provider(&self) -> Provider {
        Provider::Hyperstack
    }

    fn customs(&self) -> &'static [&'static str] {
        &["balance", "busy", "fail", "late-row", "no-id", "old-form", "refuse", "spec-form", "vanish", "zulu"]
    }

    fn mount(&self) -> &'static str {
        "/hyperstack/v1"
    }

    fn seed(&self, world: &mut World<'_>) {
        seed::seed(world);
    }

    fn authenticate(&self, _: &Operation, request: &Request, world: &mut World<'_>) -> Result<(), Reply> {
        match request.header("api_key") {
            Some(key) if key == world.settings.token => Ok(()),
            Some(_) => Err(error(401, "The API key is not valid.", Some("unauthorized"))),
            None => Err(error(401, "The API key is missing.", Some("unauthorized"))),
        }
    }

    fn handle(&self, operation: &'static Operation, request: &Request, world: &mut World<'_>) -> Reply {
        let form = Form::asked(world);
        if world.fault("refuse").is_some() {
            let message = "The request could not be processed.";
            let status = if operation.id == "create_snapshot" { 201 } else { 200 };
            return Reply::json(status, json!({ "status": false, "message": message, "error_reason": "bad_request" }));
        }
        let answer = match operation.id {
            "list_vms" => machines::list(request, world, form),
            "get_vm" => machines::get(request, world, form),
            "delete_vm" => machines::delete(request, world),
            "check_vm_name" => {
                check_name(request, world.shelf.machines.listed(world.now).any(|row| row.name == request.param("name")))
            }
            "list_vm_events" => machines::events(request, world, form),
            "start_vm" => machines::switch(request, world, true),
            "stop_vm" => machines::switch(request, world, false),
            "create_snapshot" => create_snapshot(request, world, form),
            "list_snapshots" => list_snapshots(request, world, form),
            "check_snapshot_name" => check_name(
                request,
                world.shelf.snapshots.listed(world.now).any(|row| row.name == request.param("name")),
            ),
            "get_snapshot" => get_snapshot(request, world, form),
            "delete_snapshot" => delete_snapshot(request, world),
            "restore_snapshot" => restore_snapshot(request, world, form),
            "list_snapshot_events" => list_snapshot_events(request, world, form),
            "create_image" => create_image(request, world, form),
            "list_images" => list_images(request, world, form),
            "check_image_name" => {
                check_name(request, world.shelf.images.listed(world.now).any(|row| row.name == request.param("name")))
            }
            "get_image" => get_image(request, world, form),
            "delete_image" => delete_image(request, world),
            other => Err(error(500, format!("the sandbox does not know the operation {other}"), Some("server_error"))),
        };
        answer.unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            Refusal::NoSuchPath => error(404, "Resource not found", Some("not_found")),
            Refusal::NoSuchMethod => error(405, "Method not allowed", Some("not_allowed")),
            // What is found before the operation looks carries no reason.
            Refusal::Broken(why) => error(400, why, None),
            Refusal::TooLarge => error(413, "Request body too large", None),
            Refusal::Internal(_) => Reply::json(500, json!({ "message": "Internal Server Error" })),
        }
    }
}

/// What an operation answers, or why not.
type Answer = Result<Reply, Reply>;

fn error(status: u16, message: impl Display, reason: Option<&str>) -> Reply {
    let mut body = json!({ "status": false, "message": message.to_string() });
    if let Some(reason) = reason {
        body["error_reason"] = json!(reason);
    }
    Reply::json(status, body)
}

fn bad_request(message: impl Display) -> Reply {
    error(400, message, Some("bad_request"))
}

fn envelope(status: u16, envelope: impl Into<Value>, message: impl Display, name: &str, value: Value) -> Reply {
    Reply::json(status, json!({ "status": envelope.into(), "message": message.to_string(), name: value }))
}

/// One page of a list: everything unless a page is asked for.
fn page_of(request: &Request, world: &World<'_>, message: &str, name: &str, rows: Vec<Value>) -> Answer {
    let asked = |name: &str| request.query(name).and_then(|text| text.parse::<usize>().ok());
    let (number, size) = (asked("page"), asked("pageSize"));
    let rows = match (number, size) {
        (None, None) => rows,
        _ => page(rows, number.unwrap_or(1), size.unwrap_or(world.settings.page_size)).0,
    };
    let list = json!({
        "status": true, "message": message, "page": number, "page_size": size, "count": rows.len(), name: rows,
    });
    Ok(Reply::json(200, list))
}

// ---- snapshots ----

fn list_snapshots(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let search = request.query("search").unwrap_or_default().to_lowercase();
    let mut rows: Vec<_> = world.shelf.snapshots.listed(world.now).collect();
    rows.retain(|row| row.id == search || row.name.to_lowercase().contains(&search));
    rows.sort_by_key(|row| std::cmp::Reverse((row.life.created_at, show::number(&row.id))));
    let short = form.old || form.spec;
    let shown =
        rows.into_iter().map(|row| if short { show::base(row, world, form) } else { show::whole(row, world, form) });
    let shown = shown.map(Value::Object).collect();
    page_of(request, world, "Successfully retrieved Snapshots", "snapshots", shown)
}

fn get_snapshot(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let row = snapshot(request, world, "Snapshot {} does not exist")?;
    // The published example has the HTTP status here.
    let status = if form.old || form.spec { json!(true) } else { json!(200) };
    let message = format!("Retrieved snapshot {}", row.id);
    Ok(envelope(200, status, message, "snapshot", Value::Object(show::whole(row, world, form))))
}

fn list_snapshot_events(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let row = snapshot(request, world, "Snapshot {} does not exist")?;
    let message = format!("Successfully retrieved events for Snapshot {}", row.name);
    Ok(envelope(200, true, message, "snapshot_events", show::events(row, world, form)))
}

fn check_name(request: &Request, taken: bool) -> Answer {
    let message = if taken { "This name is not available" } else { "This name is available" };
    Ok(Reply::json(200, json!({ "name": request.param("name"), "available": !taken, "message": message })))
}

fn create_snapshot(request: &Request, world: &mut World<'_>, form: Form) -> Answer {
    let body = request.json().map_err(bad_request)?;
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let machine = machines::find(request, world, "VM {} was not found")?.clone();
    busy(&machine, world)?;
    if world.fault("busy").is_some() {
        return Err(being_snapshotted(&machine));
    }
    let status = machines::status(&machine, world);
    if !matches!(status, "ACTIVE" | "SHUTOFF") {
        return Err(bad_request(format!("VM {} is in the state {status}", machine.id)));
    }
    if machines::no_snapshot(&machine) {
        return Err(bad_request(format!("The flavor of VM {} does not support snapshots", machine.id)));
    }
    let mut life = world.begin();
    if let Some(seconds) = world.fault("late-row") {
        life.listed_at = later(world.now, SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    if world.fault("fail").is_some() {
        life.failure = Some("the disk cannot be read".to_owned());
    }
    let labels = body.get("labels").cloned().unwrap_or_else(|| json!([]));
    let vanish = world.fault("vanish").is_some();
    let row = add_snapshot(world, &machine, text("name"), text("description"), labels, life);
    let shown = Value::Object(show::base(&row, world, form));
    if vanish {
        world.shelf.snapshots.retain(|known| known.id != row.id);
    }
    Ok(envelope(201, true, "Snapshot creation is scheduled.", "snapshot", shown))
}

fn delete_snapshot(request: &Request, world: &mut World<'_>) -> Answer {
    let row = snapshot(request, world, "Snapshot {} does not exist")?.clone();
    let (now, delay) = (world.now, world.delay());
    match row.life.phase(now) {
        Phase::Making => return Err(error(409, format!("Snapshot {} is being created", row.id), None)),
        Phase::Deleting => return Err(error(409, format!("Snapshot {} is being deleted", row.id), None)),
        _ => {}
    }
    let image = show::image_of(&row, world).map(|image| image.id.clone());
    if let Some(known) = world.shelf.snapshots.get_listed_mut(&row.id, now) {
        known.life.delete(now, delay);
    }
    let mut message = format!("Snapshot {} is being deleted", row.id);
    if let Some(image) = image {
        message = format!("Snapshot {} and its image {image} are being deleted", row.id);
        if let Some(known) = world.shelf.images.get_listed_mut(&image, now) {
            known.life.delete(now, delay);
        }
    }
    Ok(Reply::json(200, json!({ "status": true, "message": message })))
}

fn restore_snapshot(request: &Request, world: &mut World<'_>, form: Form) -> Answer {
    let body = request.json().map_err(bad_request)?;
    let row = snapshot(request, world, "Snapshot {} not found")?.clone();
    if row.life.phase(world.now) != Phase::Ready {
        return Err(bad_request(format!("Snapshot {} is not ready to be restored", row.id)));
    }
    if world.fault("balance").is_some() {
        return Err(bad_request("Insufficient balance to create the resource"));
    }
    machines::restore(&body, &row, world, form)
}

// ---- images ----

fn create_image(request: &Request, world: &mut World<'_>, form: Form) -> Answer {
    let body = request.json().map_err(bad_request)?;
    let row = snapshot(request, world, "Snapshot not found")?.clone();
    if row.life.phase(world.now) != Phase::Ready {
        return Err(bad_request(format!("Snapshot {} is not ready", row.id)));
    }
    if show::image_of(&row, world).is_some() {
        return Err(error(409, format!("Snapshot {} has an image", row.id), Some("already_exist")));
    }
    let name = body["name"].as_str().unwrap_or_default().to_owned();
    let labels = body.get("labels").cloned().unwrap_or_else(|| json!([]));
    let life = Life::begin(world.now, SignedDuration::ZERO);
    let image = add_image(world, &row, name, labels, life);
    let message = "Image added successfully.";
    Ok(match (world.fault("no-id"), form.spec) {
        (Some(_), _) => Reply::json(200, json!({ "status": true, "message": message })),
        (None, true) => envelope(200, true, message, "id", json!(show::number(&image.id))),
        (None, false) => envelope(200, true, message, "image", show::new_image(&image, &row, form)),
    })
}

/// The images in groups by region. All are made from snapshots: the sandbox has no public ones.
fn list_images(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let search = request.query("search").unwrap_or_default();
    let number = |name: &str| request.query(name).and_then(|text| text.parse::<usize>().ok());
    let per_page = number("per_page").or(number("page").map(|_| 50));
    let first = number("page").unwrap_or(1).saturating_sub(1).saturating_mul(per_page.unwrap_or(0));
    let rows = world.shelf.images.listed(world.now).filter(|image| image.name.contains(search));
    let shown = rows.filter_map(|image| {
        let snapshot = world.shelf.snapshots.iter().find(|row| Some(&row.id) == image.snapshot.as_ref())?;
        Some(show::image(image, snapshot, form))
    });
    let wanted = request.query("region");
    let shown = shown.filter(|image| wanted.is_none_or(|region| image["region_name"] == region));
    let page: Vec<_> = shown.skip(first).take(per_page.unwrap_or(usize::MAX)).collect();
    let groups = machines::REGIONS.iter().filter_map(|(_, region)| {
        let images: Vec<_> = page.iter().filter(|image| image["region_name"] == *region).cloned().collect();
        let group =
            json!({ "region_name": region, "type": "Snapshot", "logo": "", "green_status": "GREEN", "images": images });
        (!images.is_empty()).then_some(group)
    });
    Ok(envelope(200, true, "Getting images successful", "images", groups.collect()))
}

fn get_image(request: &Request, world: &World<'_>, form: Form) -> Answer {
    let image = image(request, world)?;
    let snapshot = world.shelf.snapshots.iter().find(|row| Some(&row.id) == image.snapshot.as_ref());
    let shown = snapshot.map(|snapshot| show::image(image, snapshot, form)).ok_or_else(|| no_image(&image.id))?;
    Ok(match form.spec {
        true => Reply::json(200, json!({ "image": shown })),
        false => envelope(200, true, "Getting image successful", "image", shown),
    })
}

fn delete_image(request: &Request, world: &mut World<'_>) -> Answer {
    let (id, now) = (image(request, world)?.id.clone(), world.now);
    if let Some(known) = world.shelf.images.get_listed_mut(&id, now) {
        known.life.delete(now, SignedDuration::ZERO);
    }
    Ok(Reply::json(200, json!({ "status": true, "message": "Image successfully deleted." })))
}

// ---- what the operations share ----

fn snapshot<'a>(request: &Request, world: &'a World<'_>, refusal: &str) -> Result<&'a SnapshotRow, Reply> {
    let id = request.param("snapshot_id");
    let found = world.shelf.snapshots.get_listed(id, world.now);
    found.ok_or_else(|| error(404, refusal.replace("{}", id), Some("not_found")))
}

fn image<'a>(request: &Request, world: &'a World<'_>) -> Result<&'a ImageRow, Reply> {
    let id = request.param("image_id");
    world.shelf.images.get_listed(id, world.now).ok_or_else(|| no_image(id))
}

fn no_image(id: &str) -> Reply {
    error(404, format!("Image with ID {id} not found."), Some("not_found"))
}

/// Nothing can be done with a machine while a snapshot of it is being made.
fn busy(machine: &Machine, world: &World<'_>) -> Result<(), Reply> {
    if machines::is_snapshotting(machine, world) { Err(being_snapshotted(machine)) } else { Ok(()) }
}

fn being_snapshotted(machine: &Machine) -> Reply {
    let id = &machine.id;
    bad_request(format!("VM {id} is currently being used to create a snapshot and no operation can be performed."))
}

fn add_snapshot(
    world: &mut World<'_>,
    machine: &Machine,
    name: String,
    description: String,
    labels: Value,
    life: Life,
) -> SnapshotRow {
    let mut row = SnapshotRow::new(world.next_id(), name, life);
    row.description = Some(description);
    row.machine = Some(machine.id.clone());
    row.region.clone_from(&machine.region);
    row.size = Some(world.rng().i64(4..60));
    row.extra.insert("labels".to_owned(), labels);
    world.shelf.snapshots.push(row.clone());
    row
}

fn add_image(world: &mut World<'_>, snapshot: &SnapshotRow, name: String, labels: Value, life: Life) -> ImageRow {
    let mut row = ImageRow::new(world.next_id(), name, life);
    row.snapshot = Some(snapshot.id.clone());
    row.region.clone_from(&snapshot.region);
    row.size = snapshot.size;
    row.extra.insert("labels".to_owned(), labels);
    row.extra.insert("openstack_id".to_owned(), json!(world.next_uuid()));
    world.shelf.images.push(row.clone());
    row
}
