//! Emulates Hyperstack: snapshots of virtual machines, images created from them, and the machines themselves.
//!
//! Responses follow the vendor's published examples. Where the vendor's documentation is silent, the sandbox implements
//! one plausible behavior: snapshots may share a name but machines may not (409), `count` is that of the page,
//! snapshots are listed newest first, and deleting a snapshot twice or creating a second image from it returns 409.
//!
//! Custom faults: `old-form` (the format of the older documentation), `spec-form` (the format declared by the vendor's
//! specification), `zulu` (times with a zone), `no-id` (the response to a restore or image creation does not name the
//! new object), `refuse` (a successful HTTP status with a `status` of false; nothing was done), `busy` (400), `balance`
//! (400), `fail` (new objects end up in `ERROR`), `late-row=SECONDS` (new objects are listed this much later), `vanish`
//! (a create is accepted but creates nothing).

mod machines;
mod power;
mod replies;
mod rows;
mod seed;
mod show;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::context::Context;
use super::provider_server::{ProviderServer, Refusal};
use super::store::{ImageRow, Life, Phase, Rows, SnapshotRow, later};
use super::wire::{Reply, Request};
use crate::spec::{Operation, Provider};
use power::{being_snapshotted, busy};
use replies::{ReplyResult, bad_request, envelope, error, page_of};
use rows::{add_image, add_snapshot};
use show::Form;

/// The Hyperstack server.
pub(super) struct Hyperstack;

impl ProviderServer for Hyperstack {
    fn provider(&self) -> Provider {
        Provider::Hyperstack
    }

    fn customs(&self) -> &'static [&'static str] {
        &["balance", "busy", "fail", "late-row", "no-id", "old-form", "refuse", "spec-form", "vanish", "zulu"]
    }

    fn mount(&self) -> &'static str {
        "/hyperstack/v1"
    }

    fn seed(&self, ctx: &mut Context<'_>) {
        seed::seed(ctx);
    }

    fn authenticate(&self, _: &Operation, request: &Request, ctx: &mut Context<'_>) -> Result<(), Reply> {
        match request.header("api_key") {
            Some(key) if key == ctx.settings.token => Ok(()),
            Some(_) => Err(error(401, "The API key is not valid.", Some("unauthorized"))),
            None => Err(error(401, "The API key is missing.", Some("unauthorized"))),
        }
    }

    fn handle(&self, operation: &'static Operation, request: &Request, ctx: &mut Context<'_>) -> Reply {
        let form = Form::from_faults(ctx);
        if ctx.fault("refuse").is_some() {
            let message = "The request could not be processed.";
            let status = if operation.id == "create_snapshot" { 201 } else { 200 };
            return Reply::json(status, json!({ "status": false, "message": message, "error_reason": "bad_request" }));
        }
        let reply = match operation.id {
            "list_vms" => machines::list(request, ctx, form),
            "get_vm" => machines::get(request, ctx, form),
            "delete_vm" => machines::delete(request, ctx),
            "check_vm_name" => {
                check_name(request, ctx.state.machines.listed(ctx.now).any(|row| row.name == request.param("name")))
            }
            "list_vm_events" => machines::events(request, ctx, form),
            "start_vm" => machines::switch(request, ctx, true),
            "stop_vm" => machines::switch(request, ctx, false),
            "create_snapshot" => create_snapshot(request, ctx, form),
            "list_snapshots" => list_snapshots(request, ctx, form),
            "check_snapshot_name" => {
                check_name(request, ctx.state.snapshots.listed(ctx.now).any(|row| row.name == request.param("name")))
            }
            "get_snapshot" => get_snapshot(request, ctx, form),
            "delete_snapshot" => delete_snapshot(request, ctx),
            "restore_snapshot" => restore_snapshot(request, ctx, form),
            "list_snapshot_events" => list_snapshot_events(request, ctx, form),
            "create_image" => create_image(request, ctx, form),
            "list_images" => list_images(request, ctx, form),
            "check_image_name" => {
                check_name(request, ctx.state.images.listed(ctx.now).any(|row| row.name == request.param("name")))
            }
            "get_image" => get_image(request, ctx, form),
            "delete_image" => delete_image(request, ctx),
            other => {
                Err(error(500, format!("the sandbox does not implement the operation {other}"), Some("server_error")))
            }
        };
        reply.unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            Refusal::UnknownPath => error(404, "Resource not found", Some("not_found")),
            Refusal::UnknownMethod => error(405, "Method not allowed", Some("not_allowed")),
            // Errors detected before the operation starts have no reason.
            Refusal::InvalidRequest(why) => error(400, why, None),
            Refusal::TooLarge => error(413, "Request body too large", None),
            Refusal::Internal(_) => Reply::json(500, json!({ "message": "Internal Server Error" })),
        }
    }
}

// ---- snapshots ----

fn list_snapshots(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let search = request.query("search").unwrap_or_default().to_lowercase();
    let mut rows: Vec<_> = ctx.state.snapshots.listed(ctx.now).collect();
    rows.retain(|row| row.id == search || row.name.to_lowercase().contains(&search));
    rows.sort_by_key(|row| std::cmp::Reverse((row.life.created_at, show::number(&row.id))));
    let short = form.old || form.spec;
    let shown =
        rows.into_iter().map(|row| if short { show::base(row, ctx, form) } else { show::whole(row, ctx, form) });
    let shown = shown.map(Value::Object).collect();
    page_of(request, ctx, "Successfully retrieved Snapshots", "snapshots", shown)
}

fn get_snapshot(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let row = snapshot(request, ctx, "Snapshot {} does not exist")?;
    // The published example has the HTTP status here, not a boolean.
    let status = if form.old || form.spec { json!(true) } else { json!(200) };
    let message = format!("Retrieved snapshot {}", row.id);
    Ok(envelope(200, status, message, "snapshot", Value::Object(show::whole(row, ctx, form))))
}

fn list_snapshot_events(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let row = snapshot(request, ctx, "Snapshot {} does not exist")?;
    let message = format!("Successfully retrieved events for Snapshot {}", row.name);
    Ok(envelope(200, true, message, "snapshot_events", show::events(row, ctx, form)))
}

fn check_name(request: &Request, taken: bool) -> ReplyResult {
    let message = if taken { "This name is not available" } else { "This name is available" };
    Ok(Reply::json(200, json!({ "name": request.param("name"), "available": !taken, "message": message })))
}

fn create_snapshot(request: &Request, ctx: &mut Context<'_>, form: Form) -> ReplyResult {
    let body = request.json().map_err(bad_request)?;
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let machine = machines::find(request, ctx, "VM {} was not found")?.clone();
    busy(&machine, ctx)?;
    if ctx.fault("busy").is_some() {
        return Err(being_snapshotted(&machine));
    }
    let status = power::status(&machine, ctx);
    if !matches!(status, "ACTIVE" | "SHUTOFF") {
        return Err(bad_request(format!("VM {} is in the state {status}", machine.id)));
    }
    if power::no_snapshot(&machine) {
        return Err(bad_request(format!("The flavor of VM {} does not support snapshots", machine.id)));
    }
    let mut life = ctx.begin();
    if let Some(seconds) = ctx.fault("late-row") {
        life.listed_at = later(ctx.now, SignedDuration::from_secs(seconds.parse().unwrap_or(5)));
    }
    if ctx.fault("fail").is_some() {
        life.failure = Some("the disk could not be read".to_owned());
    }
    let labels = body.get("labels").cloned().unwrap_or_else(|| json!([]));
    let vanish = ctx.fault("vanish").is_some();
    let row = add_snapshot(ctx, &machine, text("name"), text("description"), labels, life);
    let shown = Value::Object(show::base(&row, ctx, form));
    if vanish {
        ctx.state.snapshots.retain(|known| known.id != row.id);
    }
    Ok(envelope(201, true, "Snapshot creation is scheduled.", "snapshot", shown))
}

fn delete_snapshot(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let row = snapshot(request, ctx, "Snapshot {} does not exist")?.clone();
    let (now, delay) = (ctx.now, ctx.delay());
    match row.life.phase(now) {
        Phase::Creating => return Err(error(409, format!("Snapshot {} is being created", row.id), None)),
        Phase::Deleting => return Err(error(409, format!("Snapshot {} is being deleted", row.id), None)),
        _ => {}
    }
    let image = show::image_of(&row, ctx).map(|image| image.id.clone());
    if let Some(known) = ctx.state.snapshots.get_listed_mut(&row.id, now) {
        known.life.delete(now, delay);
    }
    let mut message = format!("Snapshot {} is being deleted", row.id);
    if let Some(image) = image {
        message = format!("Snapshot {} and its image {image} are being deleted", row.id);
        if let Some(known) = ctx.state.images.get_listed_mut(&image, now) {
            known.life.delete(now, delay);
        }
    }
    Ok(Reply::json(200, json!({ "status": true, "message": message })))
}

fn restore_snapshot(request: &Request, ctx: &mut Context<'_>, form: Form) -> ReplyResult {
    let body = request.json().map_err(bad_request)?;
    let row = snapshot(request, ctx, "Snapshot {} not found")?.clone();
    if row.life.phase(ctx.now) != Phase::Ready {
        return Err(bad_request(format!("Snapshot {} is not ready to be restored", row.id)));
    }
    if ctx.fault("balance").is_some() {
        return Err(bad_request("Insufficient balance to create the resource"));
    }
    machines::restore(&body, &row, ctx, form)
}

// ---- images ----

fn create_image(request: &Request, ctx: &mut Context<'_>, form: Form) -> ReplyResult {
    let body = request.json().map_err(bad_request)?;
    let row = snapshot(request, ctx, "Snapshot not found")?.clone();
    if row.life.phase(ctx.now) != Phase::Ready {
        return Err(bad_request(format!("Snapshot {} is not ready", row.id)));
    }
    if show::image_of(&row, ctx).is_some() {
        return Err(error(409, format!("Snapshot {} has an image", row.id), Some("already_exist")));
    }
    let name = body["name"].as_str().unwrap_or_default().to_owned();
    let labels = body.get("labels").cloned().unwrap_or_else(|| json!([]));
    let life = Life::begin(ctx.now, SignedDuration::ZERO);
    let image = add_image(ctx, &row, name, labels, life);
    let message = "Image added successfully.";
    Ok(match (ctx.fault("no-id"), form.spec) {
        (Some(_), _) => Reply::json(200, json!({ "status": true, "message": message })),
        (None, true) => envelope(200, true, message, "id", json!(show::number(&image.id))),
        (None, false) => envelope(200, true, message, "image", show::new_image(&image, &row, form)),
    })
}

/// The images grouped by region. All are created from snapshots; the sandbox has no public images.
fn list_images(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let search = request.query("search").unwrap_or_default();
    let number = |name: &str| request.query(name).and_then(|text| text.parse::<usize>().ok());
    let per_page = number("per_page").or(number("page").map(|_| 50));
    let first = number("page").unwrap_or(1).saturating_sub(1).saturating_mul(per_page.unwrap_or(0));
    let rows = ctx.state.images.listed(ctx.now).filter(|image| image.name.contains(search));
    let shown = rows.filter_map(|image| {
        let snapshot = ctx.state.snapshots.iter().find(|row| Some(&row.id) == image.snapshot.as_ref())?;
        Some(show::image(image, snapshot, form))
    });
    let wanted = request.query("region");
    let shown = shown.filter(|image| wanted.is_none_or(|region| image["region_name"] == region));
    let page: Vec<_> = shown.skip(first).take(per_page.unwrap_or(usize::MAX)).collect();
    let groups = show::REGIONS.iter().filter_map(|(_, region)| {
        let images: Vec<_> = page.iter().filter(|image| image["region_name"] == *region).cloned().collect();
        let group =
            json!({ "region_name": region, "type": "Snapshot", "logo": "", "green_status": "GREEN", "images": images });
        (!images.is_empty()).then_some(group)
    });
    Ok(envelope(200, true, "Getting images successful", "images", groups.collect()))
}

fn get_image(request: &Request, ctx: &Context<'_>, form: Form) -> ReplyResult {
    let image = image(request, ctx)?;
    let snapshot = ctx.state.snapshots.iter().find(|row| Some(&row.id) == image.snapshot.as_ref());
    let shown = snapshot.map(|snapshot| show::image(image, snapshot, form)).ok_or_else(|| no_image(&image.id))?;
    Ok(match form.spec {
        true => Reply::json(200, json!({ "image": shown })),
        false => envelope(200, true, "Getting image successful", "image", shown),
    })
}

fn delete_image(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let (id, now) = (image(request, ctx)?.id.clone(), ctx.now);
    if let Some(known) = ctx.state.images.get_listed_mut(&id, now) {
        known.life.delete(now, SignedDuration::ZERO);
    }
    Ok(Reply::json(200, json!({ "status": true, "message": "Image successfully deleted." })))
}

// ---- shared by the operations ----

fn snapshot<'a>(request: &Request, ctx: &'a Context<'_>, refusal: &str) -> Result<&'a SnapshotRow, Reply> {
    let id = request.param("snapshot_id");
    let found = ctx.state.snapshots.get_listed(id, ctx.now);
    found.ok_or_else(|| error(404, refusal.replace("{}", id), Some("not_found")))
}

fn image<'a>(request: &Request, ctx: &'a Context<'_>) -> Result<&'a ImageRow, Reply> {
    let id = request.param("image_id");
    ctx.state.images.get_listed(id, ctx.now).ok_or_else(|| no_image(id))
}

fn no_image(id: &str) -> Reply {
    error(404, format!("Image with ID {id} not found."), Some("not_found"))
}
