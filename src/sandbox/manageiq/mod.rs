//! Emulates ManageIQ: VMs on VMware and oVirt, instances on OpenStack and vCloud, their snapshots, tasks, notifications
//! and volumes.
//!
//! It reproduces the real server's pitfalls: a refusal may be a 200, a snapshot is found under any machine, a
//! successful task may have created nothing, DELETE always returns 204, counts include all machines, `limit` is
//! silently capped (at the sandbox's page size), and an oVirt machine lists its running state among its snapshots. A
//! new snapshot is listed after the delay; its task finishes halfway through. Where the real server's behavior is
//! uncertain, the sandbox implements one plausible behavior: a body that is not JSON returns 400, and a machine without
//! snapshots has no key for them.
//!
//! Custom faults: `fail` (the task fails and has no effect), `stuck` (the task never finishes), `vanish` (the task
//! succeeds but has no effect), `veto` (the same, with a notification), `late-row=SECONDS` (a new snapshot is listed
//! this long after it was requested), `decorate` (appends a Unix time to the name), `busy` (refused with `success:
//! false`), `refuse-entry=N` (refuses the N-th entry of a bulk request), `forbid` (403), `end-token` (revokes all
//! tokens), `token-ttl=SECONDS` (lifetime of a new token), `no-embed` (`expand=snapshots` embeds nothing).
//!
//! In a state file, `extra.features` lists the product features of the role; without it, the role has all features.

mod changes;
mod filter;
mod machines;
mod platforms;
mod query;
mod record;
mod session;
mod tasks;
mod volume_life;
mod volume_snapshots;
mod volumes;

use std::fmt::Display;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::context::{Context, machine_name, snapshot_name};
use super::fault::{Alike, When};
use super::provider_server::{Credential, ProviderServer, Refusal};
use super::wire::{Reply, Request};
use crate::contract::Finding;
use crate::spec::{Operation, Provider};
use platforms::Platform;

const VERSION: &str = "4.4.0-pre";

/// The ManageIQ server.
pub(super) struct ManageIq;

const fn alike(name: &'static str, operation: &'static str, when: When) -> Alike {
    Alike { name, operation, when }
}

/// One operation does several things here: the body's action says which.
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

impl ProviderServer for ManageIq {
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

    /// The path may contain a version; links then contain it, too.
    fn split_base<'a>(&self, path: &'a str) -> (&'a str, &'a str) {
        const SEGMENT: &str = "/v4.4.0-pre";
        match path.strip_prefix(SEGMENT) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => path.split_at(SEGMENT.len()),
            _ => ("", path),
        }
    }

    fn seed(&self, ctx: &mut Context<'_>) {
        ctx.state.next_id = 1_000_000_003_247;
        for n in 0..ctx.settings.vms {
            platforms::seed_machine(ctx, machine_name(n), Platform::ALL[n % Platform::ALL.len()]);
        }
        let (vms, snapshots) = (ctx.settings.vms, ctx.settings.snapshots);
        if vms > 0 {
            for n in 0..snapshots {
                let hours = i64::try_from(snapshots - n).unwrap_or(1).saturating_mul(31);
                platforms::seed_snapshot(ctx, n % vms, snapshot_name(n), hours);
            }
        }
        volumes::seed(ctx);
    }

    fn authenticate(&self, operation: &Operation, request: &Request, ctx: &mut Context<'_>) -> Result<(), Reply> {
        session::authenticate(operation, request, ctx)
    }

    /// The real server validates requests itself, and accepts more than the document allows.
    fn reject_invalid(&self, _: &Operation, _: &Request, _: &[Finding]) -> Option<Reply> {
        None
    }

    fn handle(&self, operation: &'static Operation, request: &Request, ctx: &mut Context<'_>) -> Reply {
        handle(operation.id, request, ctx).unwrap_or_else(|refused| refused)
    }

    fn refuse(&self, refusal: Refusal) -> Reply {
        match refusal {
            // The router's own response for unknown paths and methods.
            Refusal::UnknownPath | Refusal::UnknownMethod => {
                Reply::json(404, json!({ "status": 404, "error": "Not Found" }))
            }
            Refusal::InvalidRequest(why) => error(400, why),
            Refusal::TooLarge => Reply::json(413, json!({ "status": 413, "error": "Payload Too Large" })),
            Refusal::Internal(why) => error(500, why),
        }
    }
}

fn handle(operation: &str, request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    acceptable(request)?;
    if ctx.fault("forbid").is_some() {
        let body = request_body(request).unwrap_or_default();
        let action = body.get("action").and_then(Value::as_str).unwrap_or("create");
        return Err(session::forbidden(request, action));
    }
    match operation {
        "get_entry_point" => entry_point(request, ctx),
        "get_token" => session::get_token(request, ctx),
        "delete_token" => session::delete_token(request, ctx),
        "list_vms" => machines::list(request, ctx, "vms"),
        "get_vm" => machines::get(request, ctx, "vms"),
        "describe_vms" | "describe_instances" => Ok(Reply::json(200, machines::metadata(json!({})))),
        "list_vm_snapshots" => machines::list_snapshots(request, ctx, "vms"),
        "change_vm_snapshots" => changes::change(request, ctx, "vms"),
        "describe_vm_snapshots" => machines::options(request, ctx, "vms"),
        "get_vm_snapshot" => machines::get_snapshot(request, ctx, "vms"),
        "act_on_vm_snapshot" => changes::act(request, ctx, "vms"),
        "delete_vm_snapshot" => changes::remove(request, ctx, "vms"),
        "list_instances" => machines::list(request, ctx, "instances"),
        "get_instance" => machines::get(request, ctx, "instances"),
        "list_instance_snapshots" => machines::list_snapshots(request, ctx, "instances"),
        "change_instance_snapshots" => changes::change(request, ctx, "instances"),
        "describe_instance_snapshots" => machines::options(request, ctx, "instances"),
        "get_instance_snapshot" => machines::get_snapshot(request, ctx, "instances"),
        "act_on_instance_snapshot" => changes::act(request, ctx, "instances"),
        "delete_instance_snapshot" => changes::remove(request, ctx, "instances"),
        "list_tasks" => tasks::list(request, ctx),
        "query_tasks" => tasks::query(request, ctx),
        "get_task" => tasks::get(request, ctx),
        "act_on_task" => tasks::act(request, ctx),
        "delete_task" => tasks::remove(request, ctx),
        "list_notifications" => tasks::list_notifications(request, ctx),
        "list_volumes" => volumes::list(request, ctx),
        "get_volume" => volumes::get(request, ctx),
        "act_on_volume" => volume_life::act(request, ctx),
        "create_volume" => volume_life::create(request, ctx),
        "delete_volume" => volume_life::remove(request, ctx),
        "describe_volumes" => volume_life::describe(request, ctx),
        "list_snapshots_of_volume" => volume_snapshots::list(request, ctx, true),
        "create_volume_snapshot" => volume_snapshots::create(request, ctx),
        "get_snapshot_of_volume" | "get_volume_snapshot" => volume_snapshots::get(request, ctx),
        "list_volume_snapshots" => volume_snapshots::list(request, ctx, false),
        "delete_volume_snapshots" => volume_snapshots::delete_several(request, ctx),
        "act_on_volume_snapshot" => volume_snapshots::act(request, ctx),
        "delete_volume_snapshot" => volume_snapshots::remove(request, ctx),
        other => Err(error(500, format!("the sandbox does not implement the operation {other}"))),
    }
}

/// An error response.
type Refused = Reply;

/// The success or error response of an operation.
type ReplyResult = Result<Reply, Refused>;

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

/// IDs consist of digits.
fn record_id(id: &str, class: &str) -> Result<(), Refused> {
    if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    Err(error(400, format!("Invalid {class} id {id} specified")))
}

/// The ID of an entry, given directly or at the end of an href.
fn reference(entry: &Value) -> Option<String> {
    let by_id = entry.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    by_id.or_else(|| entry.get("href")?.as_str()?.rsplit('/').next().map(str::to_owned))
}

/// The client must accept JSON or anything. Not checked for DELETE.
fn acceptable(request: &Request) -> Result<(), Refused> {
    match request.header("accept") {
        Some(accept) if request.method != "DELETE" && !accept.contains("json") && !accept.contains("*/*") => {
            Err(error(415, format!("Invalid Response Format {accept} requested")))
        }
        _ => Ok(()),
    }
}

/// The request body, regardless of its content type.
fn request_body(request: &Request) -> Result<Map<String, Value>, Refused> {
    if request.body.is_empty() {
        return Ok(Map::new());
    }
    match request.json() {
        Ok(Value::Object(body)) => Ok(body),
        _ => Err(Reply::json(400, json!({ "status": 400, "error": "Bad Request" }))),
    }
}

/// An action that the role may perform.
fn link(name: &str, href: &str) -> Value {
    json!({ "name": name, "method": "post", "href": href })
}

/// UTC, without fractional seconds.
fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn entry_point(request: &Request, ctx: &Context<'_>) -> ReplyResult {
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
    let mut reply = json!({
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
            "time": time(ctx.now),
        },
        "product_info": { "name": "ManageIQ", "name_full": "ManageIQ (sandbox)" },
        "collections": collections,
    });
    if request.query("attributes").is_some_and(|names| names.split(',').any(|name| name == "authorization")) {
        reply["authorization"] = json!({ "product_features": {} });
    }
    Ok(Reply::json(200, reply))
}
