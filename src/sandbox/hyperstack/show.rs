//! The representation of Hyperstack's objects, in each of the formats found in the vendor's sources.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::power;
use crate::sandbox::context::Context;
use crate::sandbox::store::{ImageRow, Machine, Phase, Rows, SnapshotRow};

/// The regions: ID and name.
pub(super) const REGIONS: [(i64, &str); 2] = [(2, "CANADA-1"), (1, "NORWAY-1")];

/// When flavors, keys and public images were created: 2025-11-03, 08:30 UTC.
const LONG_AGO: Timestamp = Timestamp::constant(1_762_158_600, 0);

pub(super) const ORGANISATION: i64 = 5586;
pub(super) const USER: i64 = 7730;
const GIB: i64 = 1 << 30;
const OS: &str = "Ubuntu Server 22.04 LTS (Jammy Jellyfish)";
const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExample deploy@studio.example";
const FINGERPRINT: &str = "3f:91:0c:d2:77:58:1e:aa:64:20:b9:c5:08:ef:13:7d";

/// The format of a response.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// As in the older documentation.
    pub old: bool,
    /// As declared by the vendor's specification.
    pub spec: bool,
    /// Times with a zone.
    pub zulu: bool,
}

impl Form {
    pub fn from_faults(ctx: &mut Context<'_>) -> Self {
        Self {
            old: ctx.fault("old-form").is_some(),
            spec: ctx.fault("spec-form").is_some(),
            zulu: ctx.fault("zulu").is_some(),
        }
    }

    /// Whole seconds, without a zone unless `zulu` is set.
    pub fn time(self, time: Timestamp) -> String {
        time.strftime(if self.zulu { "%Y-%m-%dT%H:%M:%SZ" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
    }
}

/// IDs are numbers in requests and responses.
pub(super) fn number(id: &str) -> Option<i64> {
    id.parse().ok()
}

fn region(name: Option<&str>) -> (i64, &str) {
    REGIONS.into_iter().find(|(_, known)| Some(*known) == name).unwrap_or(REGIONS[0])
}

fn environment_features() -> Value {
    json!({ "network_optimised": false, "green_status": "GREEN" })
}

fn environment_name(region: &str) -> String {
    format!("studio-{}", region.to_lowercase())
}

fn flavor_features(no_snapshot: bool) -> Value {
    json!({
        "network_optimised": false,
        "no_reboot": false,
        "no_hibernation": false,
        "no_snapshot": no_snapshot,
        "local_storage_only": false,
        "api_only": false,
    })
}

// ---- machines ----

pub(super) fn machine(row: &Machine, ctx: &Context<'_>, form: Form) -> Value {
    let status = power::status(row, ctx);
    let (region_id, region) = region(row.region.as_deref());
    let (power_state, vm_state) = match status {
        "CREATING" | "BUILD" => (None, None),
        "SHUTOFF" => (Some("SHUTDOWN"), Some("stopped")),
        _ => (Some("RUNNING"), Some("active")),
    };
    json!({
        "id": number(&row.id),
        "name": row.name,
        "status": status,
        "environment": {
            "id": 20712 + region_id,
            "name": environment_name(region),
            "org_id": ORGANISATION,
            "region": region,
            "features": environment_features(),
        },
        // A machine created from a snapshot has no image.
        "image": if row.created_from.is_some() { Value::Null } else { json!({ "name": OS }) },
        "flavor": {
            "id": 96,
            "name": "n1-cpu-medium",
            "cpu": 8,
            "ram": 8,
            "disk": 100,
            "ephemeral": 0,
            "gpu": "",
            "gpu_count": 0,
            "labels": [],
            "features": flavor_features(power::no_snapshot(row)),
        },
        "os": OS,
        "keypair": { "name": "studio-deploy" },
        "volume_attachments": [],
        "power_state": power_state,
        "vm_state": vm_state,
        "fixed_ip": power_state.map(|_| "10.0.3.17"),
        "floating_ip": null,
        "floating_ip_status": "NO FLOATING IP",
        "security_rules": [],
        "callback_url": null,
        "locked": false,
        "contract_id": row.extra.get("contract_id"),
        "labels": row.extra.get("labels").cloned().unwrap_or_else(|| json!([])),
        "created_at": form.time(row.life.created_at),
        "features": environment_features(),
        "is_snapshotting": power::is_snapshotting(row, ctx),
        "cluster_id": null,
        "port_randomization": true,
        "port_randomization_status": "NO_FLOATING_IP",
        "requires_public_ip": false,
    })
}

// ---- snapshots ----

fn snapshot_status(row: &SnapshotRow, now: Timestamp, form: Form) -> &'static str {
    match row.life.phase(now) {
        Phase::Creating | Phase::Unlisted => "CREATING",
        Phase::Failed => "ERROR",
        Phase::Deleting | Phase::Gone => "DELETING",
        Phase::Ready if form.old => "SUCCESSFUL",
        Phase::Ready => "SUCCESS",
    }
}

/// When the row last changed.
fn updated_at(row: &SnapshotRow, now: Timestamp) -> Timestamp {
    let deleted = row.life.deleted_at.filter(|deleted| *deleted <= now);
    deleted.unwrap_or(if row.life.ready_at <= now { row.life.ready_at } else { row.life.created_at })
}

/// The image created from a snapshot.
pub(super) fn image_of<'a>(row: &SnapshotRow, ctx: &'a Context<'_>) -> Option<&'a ImageRow> {
    ctx.state.images.listed(ctx.now).find(|image| image.snapshot.as_ref() == Some(&row.id))
}

/// The twelve basic fields, as returned by a create and, according to the specification, by a list.
pub(super) fn base(row: &SnapshotRow, ctx: &Context<'_>, form: Form) -> Map<String, Value> {
    let making = row.life.phase(ctx.now) == Phase::Creating;
    let fields = json!({
        "id": number(&row.id),
        "name": row.name,
        "description": row.description,
        "vm_id": row.machine.as_deref().and_then(number),
        "region_id": region(row.region.as_deref()).0,
        "status": snapshot_status(row, ctx.now, form),
        "is_image": image_of(row, ctx).is_some(),
        "size": if making { Some(0) } else { row.size },
        "has_floating_ip": false,
        "labels": row.extra.get("labels"),
        "created_at": form.time(row.life.created_at),
        "updated_at": form.time(updated_at(row, ctx.now)),
    });
    let Value::Object(mut fields) = fields else { return Map::new() };
    if form.old {
        fields.retain(|name, _| !matches!(name.as_str(), "created_at" | "updated_at" | "has_floating_ip"));
    }
    fields
}

/// All twenty-two fields, or those that exist in this format.
pub(super) fn whole(row: &SnapshotRow, ctx: &Context<'_>, form: Form) -> Map<String, Value> {
    let mut fields = base(row, ctx, form);
    let (region_id, region) = region(row.region.as_deref());
    let machine = row.machine.as_ref().and_then(|id| ctx.state.machines.iter().find(|known| known.id == *id));
    let alive = machine.filter(|machine| machine.life.listed(ctx.now));
    let mut add = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    add("region", json!(region));
    add("vm_name", json!(machine.map(|machine| &machine.name)));
    // A snapshot outlives its machine.
    add("vm_status", json!(alive.map_or("DELETED", |machine| power::status(machine, ctx))));
    if form.spec {
        return fields;
    }
    let created = form.time(LONG_AGO);
    let environment =
        json!({ "id": 20712 + region_id, "name": environment_name(region), "features": environment_features() });
    let mut flavor = json!({
        "id": 96, "name": "n1-cpu-medium", "display_name": null, "region_name": region, "cpu": 8, "ram": 8, "disk": 100,
        "ephemeral": 0, "gpu": "", "gpu_count": 0, "created_at": created, "labels": [], "features": flavor_features(false),
    });
    let mut keypair = json!({
        "id": 33408, "name": "studio-deploy", "environment": environment, "public_key": KEY, "fingerprint": FINGERPRINT,
        "created_at": created,
    });
    if form.old {
        flavor["features"] = json!({ "network_optimised": false });
        flavor["labels"] = json!([{ "id": 4, "label": "recommended" }]);
        keypair["environment"] = json!(environment_name(region));
        add("created_at", json!(form.time(row.life.created_at)));
        add("vm_flavor", flavor);
        add("vm_keypair", keypair);
        fields.retain(|name, _| !matches!(name.as_str(), "is_image" | "labels"));
        return fields;
    }
    let mut with_region = environment;
    with_region["region"] = json!(region);
    with_region["created_at"] = json!(created);
    add("vm_environment", with_region);
    add("vm_flavor", flavor);
    let from_image = machine.is_none_or(|machine| machine.created_from.is_none());
    add("vm_image", if from_image { vm_image(region, &created) } else { Value::Null });
    add("vm_keypair", keypair);
    add("volume_id", Value::Null);
    add("volume_name", Value::Null);
    let image = image_of(row, ctx);
    add("custom_image", image.map_or(Value::Null, |image| custom_image(image, row, form)));
    fields
}

fn vm_image(region: &str, created: &str) -> Value {
    json!({
        "id": 711, "name": OS, "region_name": region, "type": "Ubuntu", "version": "Server 22.04 LTS (Jammy Jellyfish)",
        "size": 20 * GIB, "display_size": "20 GiB", "description": "", "snapshot": null, "is_public": true,
        "created_at": created, "labels": [],
    })
}

// ---- images ----

/// The size in bytes; the snapshot's is in gigabytes.
fn bytes(image: &ImageRow) -> Option<i64> {
    image.size.map(|size| size.saturating_mul(GIB))
}

fn custom_image(image: &ImageRow, snapshot: &SnapshotRow, form: Form) -> Value {
    json!({
        "id": number(&image.id), "name": image.name, "region_name": image.region, "type": "Snapshot",
        "version": snapshot.name, "size": bytes(image), "description": null, "is_public": false,
        "created_at": form.time(image.life.created_at), "labels": image.extra.get("labels"),
    })
}

/// An image as returned when it is created.
pub(super) fn new_image(image: &ImageRow, snapshot: &SnapshotRow, form: Form) -> Value {
    let mut shown = custom_image(image, snapshot, form);
    shown["openstack_id"] = json!(image.extra.get("openstack_id"));
    shown["region_id"] = json!(region(image.region.as_deref()).0);
    shown["display_size"] = json!(image.size.map(|size| format!("{size} GiB")));
    shown["org_ids"] = json!([ORGANISATION]);
    shown["deleted"] = json!(false);
    shown["snapshot_id"] = json!(number(&snapshot.id));
    shown["unlisted"] = json!(false);
    shown["organizations"] = json!([ORGANISATION]);
    shown
}

/// An image as returned by a get.
pub(super) fn image(image: &ImageRow, snapshot: &SnapshotRow, form: Form) -> Value {
    let mut shown = custom_image(image, snapshot, form);
    shown["display_size"] = json!(image.size.map(|size| format!("{size} GiB")));
    shown["snapshot"] = json!({
        "id": number(&snapshot.id), "name": snapshot.name, "created_at": form.time(snapshot.life.created_at),
        "size": snapshot.size, "display_size": snapshot.size.map(|size| format!("{size} GB")),
    });
    let labels = image.extra.get("labels").and_then(Value::as_array).into_iter().flatten();
    let labels: Vec<_> = labels.enumerate().map(|(n, label)| json!({ "id": 82 + n, "label": label })).collect();
    shown["labels"] = json!(labels);
    shown
}

/// The events of a snapshot: only its creation request.
pub(super) fn events(row: &SnapshotRow, ctx: &Context<'_>, form: Form) -> Value {
    let machine = row.machine.as_ref().and_then(|id| ctx.state.machines.iter().find(|known| known.id == *id));
    let of = machine.map_or("a machine", |machine| &machine.name);
    json!([{
        "id": number(&row.id).map(|id| id + 37394),
        "snapshot_id": number(&row.id),
        "user_id": USER,
        "org_id": ORGANISATION,
        "time": form.time(row.life.created_at),
        "type": "normal",
        "reason": "SnapshotCreateRequest",
        "object": row.name,
        "message": format!("Snapshot of {of} requested."),
    }])
}
