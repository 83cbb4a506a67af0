//! Plays ManageIQ: vms of VMware and oVirt, instances of OpenStack and vCloud, their snapshots, tasks and notifications, volumes.
//!
//! It keeps the server's traps: a refusal may be a 200, a snapshot is found under any machine, a task that ended well may have
//! made nothing, DELETE answers 204 whatever happens, counts are of all machines, `limit` is cut silently (to the page size of
//! the sandbox), and an oVirt machine lists its running state among its snapshots. A new snapshot is listed when the delay is
//! over; its task ends halfway there. What is uncertain of the real server is played in one plausible way: a body that is not
//! JSON is a 400, a machine without snapshots has no key for them.
//!
//! Custom faults: `fail` (the task ends with an error, and nothing comes of the work), `stuck` (the task never ends), `vanish`
//! (the task ends well, and nothing comes of it), `veto` (the same, with a notification), `late-row=SECONDS` (a new snapshot is
//! listed that much later than it was asked for), `decorate` (the name is kept with a Unix time behind it), `busy` (refused with
//! `success: false`), `refuse-entry=N` (that entry of a call on several is refused), `forbid` (403), `end-token` (all tokens
//! end), `token-ttl=SECONDS` (a new token lives that long), `no-embed` (`expand=snapshots` brings none).
//!
//! In a state file `extra.features` lists the product features of the role; without it the role has all.

mod changes;
mod filter;
mod machines;
mod makers;
mod query;
mod session;
mod tasks;
mod volume_life;
mod volumes;

use std::fmt::Display;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::fault::{Alike, When};
use super::play::{Credential, Play, Refusal};
use super::wire::{Reply, Request};
use super::world::{World, machine_name, snapshot_name};
use crate::contract::Finding;
use crate::spec::{Operation, Provider};
use makers::Maker;

const VERSION: &str = "4.4.0-pre";

/// ManageIQ's part.
pub(super) struct ManageIq;

const fn alike(name: &'static str, operation: &'static str, when: When) -> Alike {
    Alike { name, operation, when }
}

/// One operation does several things here: the body's action tells which.
const ALIKE: [Alike; 13] = [
    alike("list_snapshots", "list_vm_snapshots", When::Always),
    alike("list_snapshots", "list_instance_snapshots", When::Always),
    alike("list_snapshots", "list_vms", When::Query("snapshots")),
    alike("list_snapshots", "list_instances", When::Query("snapshots")),
    alike("get_snapshot", "get_vm_snapshot", When::Always),
    alike("get_snapshot", "get_instance_snapshot", When::Always),
    alike("create_snapshot", "change_vm_snapshots", When::Action("create")),
    alike("create_snapshot", "change_instance_snapshots", When::Action("create")),
    alike("restore_snapshot", "act_on_vm_snapshot", When::Action("revert")),
    alike("delete_snapshot", "act_on_vm_snapshot", When::Action("delete")),
    alike("delete_snapshot", "act_on_instance_snapshot", When::Action("delete")),
    alike("delete_snapshot", "delete_vm_snapshot", When::Always),
    alike("delete_snapshot", "delete_instance_snapshot", When::Always),
];

impl Play for ManageIq {
    fn provider(&self) -> Provider {
        Provider::ManageIq
    }

    fn customs(&self) -> &'static [&'static str] {
        &[
            "busy",
            "decorate",
            "end-token",
            "fail",
            "forbid",
            "late-row",
            "no-embed",
            "refuse-entry",
            "stuck",
            "token-ttl",
            "vanish",
            "veto",
        ]
    }

    fn mount(&self) -> &'static str {
        "/manageiq/api"
    }

    fn credential(&self, secret: &str) -> Credential {
        Credential::Basic { username: session::USER.to_owned(), password: secret.to_owned() }
    }

    fn alike(&self) -> &'static [Alike] {
        &ALIKE
    }

    fn status_field(&self) -> &'static str {
        "state"
    }

    /// A version may stand in the path; links then hold it too.
    fn split_base<'a>(&self, path: &'a str) -> (&'a str, &'a str) {
        const SEGMENT: &str = "/v4.4.0-pre";
        match path.strip_prefix(SEGMENT) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => path.split_at(SEGMENT.len()),
            _ => ("", path),
        }
    }

    fn seed(&self, world: &mut World<'_>) {
        world.shelf.next_id = 1_000_000_003_247;
        for n in 0..world.settings.vms {
            makers::seed_machine(world, machine_name(n), Maker::ALL[n % Maker::ALL.len()]);
        }
        let (vms, snapshots) = (world.settings.vms, world.settings.snapshots);
        if vms > 0 {
            for n in 0..snapshots {
                let hours = i64::try_from(snapshots - n).unwrap_or(1).saturating_mul(31);
                makers::seed_snapshot(world, n % vms, snapshot_name(n), hours);
            }
        }
        volumes::seed(world);
    }

    fn authenticate(&self, operation: &Operation, request: &Request, world: &mut World<'_>) -> Result<(), Reply> {
        session::authenticate(operation, request, world)
    }

    /// The server looks for itself, and takes more than the document allows.
    fn broken(&self, _: &Operation, _: &Request, _: &[Finding]) -> Option<Reply> {
        None
    }

    fn handle(&self, operation: &'static Operation, request: &Request, world: &mut World<'_>) -> Reply {
        handle(operation.id, request, world).unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            // The router's own way: a path or method that it does not know.
            Refusal::NoSuchPath | Refusal::NoSuchMethod => {
                Reply::json(404, json!({ "status": 404, "error": "Not Found" }))
            }
            Refusal::Broken(why) => error(400, why),
            Refusal::TooLarge => Reply::json(413, json!({ "status": 413, "error": "Payload Too Large" })),
            Refusal::Internal(why) => error(500, why),
        }
    }
}

fn handle(operation: &str, request: &Request, world: &mut World<'_>) -> Answer {
    acceptable(request)?;
    if world.fault("forbid").is_some() {
        let body = asked(request).unwrap_or_default();
        let action = body.get("action").and_then(Value::as_str).unwrap_or("create");
        return Err(session::forbidden(request, action));
    }
    match operation {
        "get_entry_point" => entry_point(request, world),
        "get_token" => session::get_token(request, world),
        "delete_token" => session::delete_token(request, world),
        "list_vms" => machines::list(request, world, "vms"),
        "get_vm" => machines::get(request, world, "vms"),
        "describe_vms" | "describe_instances" => Ok(Reply::json(200, machines::metadata(json!({})))),
        "list_vm_snapshots" => machines::list_snapshots(request, world, "vms"),
        "change_vm_snapshots" => changes::change(request, world, "vms"),
        "describe_vm_snapshots" => machines::options(request, world, "vms"),
        "get_vm_snapshot" => machines::get_snapshot(request, world, "vms"),
        "act_on_vm_snapshot" => changes::act(request, world, "vms"),
        "delete_vm_snapshot" => changes::remove(request, world, "vms"),
        "list_instances" => machines::list(request, world, "instances"),
        "get_instance" => machines::get(request, world, "instances"),
        "list_instance_snapshots" => machines::list_snapshots(request, world, "instances"),
        "change_instance_snapshots" => changes::change(request, world, "instances"),
        "describe_instance_snapshots" => machines::options(request, world, "instances"),
        "get_instance_snapshot" => machines::get_snapshot(request, world, "instances"),
        "act_on_instance_snapshot" => changes::act(request, world, "instances"),
        "delete_instance_snapshot" => changes::remove(request, world, "instances"),
        "list_tasks" => tasks::list(request, world),
        "query_tasks" => tasks::query(request, world),
        "get_task" => tasks::get(request, world),
        "act_on_task" => tasks::act(request, world),
        "delete_task" => tasks::remove(request, world),
        "list_notifications" => tasks::list_notifications(request, world),
        "list_volumes" => volumes::list(request, world),
        "get_volume" => volumes::get(request, world),
        "act_on_volume" => volumes::act(request, world),
        "create_volume" => volume_life::create(request, world),
        "delete_volume" => volume_life::remove(request, world),
        "describe_volumes" => volume_life::describe(request, world),
        "list_snapshots_of_volume" => volumes::list_snapshots(request, world, true),
        "create_volume_snapshot" => volumes::create_snapshot(request, world),
        "get_snapshot_of_volume" | "get_volume_snapshot" => volumes::get_snapshot(request, world),
        "list_volume_snapshots" => volumes::list_snapshots(request, world, false),
        "delete_volume_snapshots" => volumes::delete_several(request, world),
        "act_on_volume_snapshot" => volumes::act_on_snapshot(request, world),
        "delete_volume_snapshot" => volumes::remove_snapshot(request, world),
        other => Err(error(500, format!("the sandbox does not know the operation {other}"))),
    }
}

/// An answer that is an error.
type Refused = Reply;

/// What an operation answers, or why not.
type Answer = Result<Reply, Refused>;

fn error(status: u16, message: impl Display) -> Refused {
    let class = match status {
        400 => "Api::BadRequestError",
        401 => "Api::BaseController::Authentication::AuthenticationError",
        403 => "Api::ForbiddenError",
        404 => "ActiveRecord::RecordNotFound",
        415 => "Api::UnsupportedMediaTypeError",
        _ => "NoMethodError",
    };
    error_of(class, status, message)
}

fn error_of(class: &str, status: u16, message: impl Display) -> Refused {
    let kind = match status {
        400 => "bad_request",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        415 => "unsupported_media_type",
        _ => "internal_server_error",
    };
    Reply::json(status, json!({ "error": { "kind": kind, "message": message.to_string(), "klass": class } }))
}

fn no_record(class: &str, id: &str) -> Refused {
    error(404, format!("Couldn't find {class} with 'id'={id}"))
}

/// An id is made of digits.
fn record_id(id: &str, class: &str) -> Result<(), Refused> {
    if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    Err(error(400, format!("Invalid {class} id {id} specified")))
}

/// The id that an entry of a request names, by itself or at the end of an address.
fn reference(entry: &Value) -> Option<String> {
    let by_id = entry.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    by_id.or_else(|| entry.get("href")?.as_str()?.rsplit('/').next().map(str::to_owned))
}

/// The answer must be wanted as JSON, or as anything; not looked at for DELETE.
fn acceptable(request: &Request) -> Result<(), Refused> {
    match request.header("accept") {
        Some(accept) if request.method != "DELETE" && !accept.contains("json") && !accept.contains("*/*") => {
            Err(error(415, format!("Invalid Response Format {accept} requested")))
        }
        _ => Ok(()),
    }
}

/// The body, whatever its content type says.
fn asked(request: &Request) -> Result<Map<String, Value>, Refused> {
    if request.body.is_empty() {
        return Ok(Map::new());
    }
    match request.json() {
        Ok(Value::Object(body)) => Ok(body),
        _ => Err(Reply::json(400, json!({ "status": 400, "error": "Bad Request" }))),
    }
}

/// An action that the role may run.
fn link(name: &str, href: &str) -> Value {
    json!({ "name": name, "method": "post", "href": href })
}

/// UTC, no fractions.
fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn entry_point(request: &Request, world: &World<'_>) -> Answer {
    let base = &request.base_url;
    let unversioned = base.trim_end_matches(VERSION).trim_end_matches("/v");
    let chosen = request.header("x-miq-group").unwrap_or(session::GROUPS[0]);
    let group = percent_encoding::percent_decode_str(&chosen.replace('+', " ")).decode_utf8_lossy().into_owned();
    let collections = [
        ("cloud_volume_snapshots", "Cloud Volume Snapshots"),
        ("cloud_volumes", "Cloud Volumes"),
        ("instances", "Instances"),
        ("notifications", "User's notifications"),
        ("tasks", "Tasks"),
        ("vms", "Virtual Machines"),
    ];
    let collections: Vec<Value> = collections
        .iter()
        .map(
            |(name, description)| json!({ "name": name, "href": format!("{base}/{name}"), "description": description }),
        )
        .collect();
    let mut answer = json!({
        "name": "API",
        "description": "REST API",
        "version": VERSION,
        "versions": [{ "name": VERSION, "href": format!("{unversioned}/v{VERSION}") }],
        "settings": { "locale": "en" },
        "identity": {
            "userid": session::USER,
            "name": "Administrator",
            "user_href": format!("{base}/users/1000000000001"),
            "group": group,
            "group_href": format!("{base}/groups/1000000000002"),
            "role": "EvmRole-super_administrator",
            "role_href": format!("{base}/roles/1000000000001"),
            "tenant": "My Company",
            "groups": session::GROUPS,
        },
        "server_info": {
            "version": "sandbox",
            "build": "0",
            "release": "spassky",
            "appliance": "cloudsnap",
            "time": time(world.now),
        },
        "product_info": { "name": "ManageIQ", "name_full": "ManageIQ (sandbox)" },
        "collections": collections,
    });
    if request.query("attributes").is_some_and(|names| names.split(',').any(|name| name == "authorization")) {
        answer["authorization"] = json!({ "product_features": {} });
    }
    Ok(Reply::json(200, answer))
}
