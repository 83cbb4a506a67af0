//! Bodies from all sources, in every variant: they match the document, and the generated types lose nothing.

use cloudsnap::contract::Contract;
use cloudsnap::generated::hyperstack::types;
use cloudsnap::{ListSnapshots, SnapshotId, SnapshotStatus};
use futures_util::TryStreamExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::fixture::{PROVIDER, on, server};

/// A body: operation, status, variant, and the body itself.
pub type Body = (&'static str, u16, &'static str, Value);

fn with(mut base: Value, more: Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        base[name] = value.clone();
    }
    base
}

fn without(mut base: Value, names: &[&str]) -> Value {
    base.as_object_mut().unwrap().retain(|name, _| !names.contains(&name.as_str()));
    base
}

fn envelope(name: &str, value: Value) -> Value {
    json!({ "status": true, "message": "done", name: value })
}

fn list(name: &str, rows: Value) -> Value {
    json!({ "status": true, "message": "done", "page": null, "page_size": null, "count": 3, name: rows })
}

/// The twelve basic fields.
fn base() -> Value {
    json!({
        "id": 1785, "name": "snap", "description": "a test", "vm_id": 793734, "region_id": 3, "status": "CREATING",
        "is_image": false, "size": 0, "has_floating_ip": false, "labels": [],
        "created_at": "2026-05-06T10:11:12Z", "updated_at": "2026-05-06T10:11:12Z",
    })
}

fn environment() -> Value {
    json!({ "id": 12, "name": "default-CANADA-1", "features": { "network_optimised": false, "green_status": "GREEN" } })
}

/// All twenty-two fields.
pub fn whole() -> Value {
    let flavor_features = json!({
        "network_optimised": false, "no_reboot": false, "no_hibernation": false, "no_snapshot": false,
        "local_storage_only": false, "api_only": false,
    });
    let made = json!({ "region": "CANADA-1", "created_at": "2026-05-06T10:11:12Z" });
    with(
        base(),
        json!({
            "status": "SUCCESS", "is_image": true, "size": 4,
            "region": "CANADA-1", "vm_name": "vm-1", "vm_status": "SHUTOFF",
            "vm_environment": with(environment(), made),
            "vm_flavor": {
                "id": 96, "name": "n1-cpu-small", "display_name": null, "region_name": "CANADA-1", "cpu": 4, "ram": 4.5,
                "disk": 100, "ephemeral": 0, "gpu": "", "gpu_count": 0, "created_at": "2026-05-06T10:11:12Z",
                "labels": [], "features": flavor_features,
            },
            "vm_image": {
                "id": 8, "name": "Ubuntu Server 22.04 LTS", "region_name": "CANADA-1", "type": "Ubuntu",
                "version": "Server 22.04 LTS", "size": 2361393152_i64, "display_size": "2.2 GiB", "description": "",
                "snapshot": null, "is_public": true, "created_at": "2026-05-06T10:11:12Z", "labels": [],
            },
            "vm_keypair": {
                "id": 5, "name": "key", "environment": environment(), "public_key": "ssh-ed25519 AAAA",
                "fingerprint": "aa:bb", "created_at": "2026-05-06T10:11:12Z",
            },
            "volume_id": null, "volume_name": null,
            "custom_image": {
                "id": 300, "name": "img", "region_name": "CANADA-1", "type": "Snapshot", "version": "snap",
                "size": 4294967296_i64, "description": null, "is_public": false,
                "created_at": "2026-05-06T10:11:12Z", "labels": [],
            },
        }),
    )
}

/// As shown by the old documentation.
fn old() -> Value {
    let old = without(
        whole(),
        &[
            "updated_at",
            "labels",
            "is_image",
            "has_floating_ip",
            "vm_environment",
            "vm_image",
            "volume_id",
            "volume_name",
            "custom_image",
        ],
    );
    with(
        old,
        json!({
            "status": "SUCCESSFUL", "created_at": "2024-11-04T10:48:13",
            "vm_flavor": {
                "id": 12, "name": "n3-A100x1", "cpu": 28, "ram": 120, "disk": 100, "gpu": "A100-80G-PCIe", "gpu_count": 1,
                "labels": [{ "id": 4, "label": "recommended" }], "features": { "network_optimised": true },
            },
            "vm_keypair": { "id": 5, "name": "key", "environment": "default-CANADA-1", "fingerprint": "aa:bb",
                            "created_at": "2024-11-04T10:48:13" },
        }),
    )
}

fn machine() -> Value {
    json!({
        "id": 793734, "name": "vm-1", "status": "ACTIVE",
        "environment": { "id": 12, "name": "default-CANADA-1", "org_id": 9, "region": "CANADA-1",
                         "features": { "network_optimised": false, "green_status": "NOT_GREEN" } },
        "image": { "name": "Ubuntu Server 22.04 LTS" },
        "flavor": { "id": 96, "name": "n1-cpu-small", "cpu": 4, "ram": 4, "disk": 100, "ephemeral": null, "gpu": "",
                    "gpu_count": 0, "labels": [], "features": { "no_snapshot": true } },
        "os": "Ubuntu", "keypair": { "name": "key" },
        "volume_attachments": [{ "volume": { "id": 3, "name": "v", "size": 20 }, "status": "ATTACHED",
                                 "device": "/dev/vdb", "created_at": "2026-05-06T10:11:12" }],
        "power_state": "RUNNING", "vm_state": "active", "fixed_ip": "10.0.0.4", "floating_ip": "",
        "floating_ip_status": "NO FLOATING IP",
        "security_rules": [{ "id": 1, "direction": "ingress", "protocol": "tcp", "port_range_min": 22,
                             "port_range_max": 22, "ethertype": "IPv4", "remote_ip_prefix": "198.51.100.0/24",
                             "status": "SUCCESS", "created_at": "2026-05-06T10:11:12Z" }],
        "callback_url": null, "locked": false, "contract_id": null, "labels": ["l"], "created_at": "2026-05-06T10:11:12",
        "features": {}, "is_snapshotting": true, "cluster_id": null, "port_randomization": true,
        "port_randomization_status": "NO_FLOATING_IP", "requires_public_ip": false,
    })
}

/// As it is immediately after a restore.
fn new_machine() -> Value {
    with(
        machine(),
        json!({
            "id": 793869, "status": "CREATING", "image": null, "power_state": null, "vm_state": null, "fixed_ip": null,
            "floating_ip": null, "volume_attachments": [], "security_rules": [], "is_snapshotting": false,
        }),
    )
}

fn new_image() -> Value {
    json!({
        "id": 300, "name": "img", "openstack_id": "6d0c1a52-90b7-4f6e-8c11-2be7f4a3d985", "region_id": 3,
        "region_name": "CANADA-1", "type": "Snapshot", "version": "snap", "size": 4294967296_i64, "display_size": "4 GiB",
        "is_public": false, "org_ids": [9], "description": null, "labels": [], "created_at": "2026-05-06T10:11:12Z",
        "deleted": false, "snapshot_id": 1785, "unlisted": false, "organizations": [9],
    })
}

/// The success of each operation, in every variant from any source.
pub fn bodies() -> Vec<Body> {
    let event = json!({
        "id": 1, "snapshot_id": 1785, "user_id": 2, "org_id": 9, "time": "2026-05-06T10:11:12Z", "type": "normal",
        "reason": "SnapshotCreateRequest", "object": "snap", "message": "requested",
    });
    let nulls = with(
        whole(),
        json!({
            "vm_environment": null, "vm_flavor": null, "vm_image": null, "vm_keypair": null, "custom_image": null,
        }),
    );
    let short = without(base(), &["created_at", "updated_at", "has_floating_ip"]);
    let zoneless = json!({ "created_at": "2025-06-03T12:54:15", "updated_at": "2025-06-03T12:54:15.123456" });
    let image = with(
        new_image(),
        json!({
            "snapshot": { "id": 1785, "name": "snap", "created_at": "2026-05-06T10:11:12", "size": 4, "display_size": "4 GB" },
            "labels": [{ "id": 7, "label": "golden" }],
            "flavor_restrictions": { "has_flavor_restrictions": false, "restriction_type": null, "compatible_flavors": [] },
        }),
    );
    let metrics = json!({ "enhanced_metrics": { "enabled": true }, "dedicated_inference_id": null, "cluster_id": 31 });
    let response = |more: Value| with(json!({ "status": true, "message": "VM is scheduled for creation." }), more);
    vec![
        ("create_snapshot", 201, "twelve fields", envelope("snapshot", base())),
        ("create_snapshot", 201, "old", envelope("snapshot", short.clone())),
        ("list_snapshots", 200, "whole items", list("snapshots", json!([whole(), nulls]))),
        ("list_snapshots", 200, "basic items", list("snapshots", json!([base()]))),
        ("list_snapshots", 200, "old items", list("snapshots", json!([short]))),
        (
            "list_snapshots",
            200,
            "a page",
            with(list("snapshots", json!([])), json!({ "page": 2, "page_size": 25, "count": 0 })),
        ),
        ("get_snapshot", 200, "integer status", with(envelope("snapshot", whole()), json!({ "status": 200 }))),
        ("get_snapshot", 200, "boolean status", envelope("snapshot", nulls)),
        ("get_snapshot", 200, "old", envelope("snapshot", old())),
        ("get_snapshot", 200, "zoneless", envelope("snapshot", with(whole(), zoneless))),
        (
            "get_snapshot",
            200,
            "with labels and a volume",
            envelope("snapshot", with(whole(), json!({ "labels": ["a"], "volume_id": 3, "volume_name": "v" }))),
        ),
        ("delete_snapshot", 200, "begun", json!({ "status": true, "message": "Snapshot 1785 is being deleted" })),
        ("restore_snapshot", 200, "instances", response(json!({ "instances": [new_machine()] }))),
        ("restore_snapshot", 200, "instance", response(json!({ "instance": new_machine() }))),
        (
            "restore_snapshot",
            200,
            "errors",
            response(json!({
            "instances": [new_machine()], "errors": { "contract": "Contract with ID: 123 not found." } })),
        ),
        ("create_image", 200, "image", envelope("image", new_image())),
        ("create_image", 200, "id", envelope("id", json!(300))),
        ("get_image", 200, "in an envelope", envelope("image", image.clone())),
        ("get_image", 200, "alone", json!({ "image": image })),
        ("delete_image", 200, "done", json!({ "status": true, "message": "done" })),
        ("list_snapshot_events", 200, "one", envelope("snapshot_events", json!([event]))),
        ("check_snapshot_name", 200, "free", json!({ "name": "snap", "available": true, "message": "free" })),
        ("list_vms", 200, "all", list("instances", json!([machine(), new_machine()]))),
        ("delete_vm", 200, "begun", json!({ "status": true, "message": "VM web is being deleted." })),
        ("check_vm_name", 200, "free", json!({ "name": "web", "available": true, "message": "free" })),
        ("check_image_name", 200, "taken", json!({ "name": "gold", "available": false, "message": "taken" })),
        (
            "list_vm_events",
            200,
            "one",
            envelope(
                "instance_events",
                json!([{ "instance_id": 7, "type": "normal", "reason": "InstanceCreateRequest" }]),
            ),
        ),
        (
            "list_images",
            200,
            "a group",
            envelope("images", json!([{ "region_name": "CANADA-1", "type": "Snapshot", "images": [new_image()] }])),
        ),
        ("get_vm", 200, "whole", envelope("instance", with(machine(), json!({ "excluded_billing": false })))),
        ("get_vm", 200, "as the SDK has it", envelope("instance", with(machine(), metrics))),
        ("start_vm", 200, "scheduled", json!({ "status": true, "message": "scheduled" })),
        ("stop_vm", 200, "scheduled", json!({ "status": true, "message": "scheduled" })),
    ]
}

/// A body after decoding to the generated type and encoding it again.
fn through<T: DeserializeOwned + Serialize>(body: &Value) -> Value {
    serde_json::to_value(serde_json::from_value::<T>(body.clone()).unwrap()).unwrap()
}

fn decoded(operation: &str, body: &Value) -> Value {
    match operation {
        "create_snapshot" | "get_snapshot" => through::<types::SnapshotAnswer>(body),
        "list_snapshots" => through::<types::SnapshotListAnswer>(body),
        "restore_snapshot" => through::<types::RestoreSnapshotAnswer>(body),
        "create_image" => through::<types::CreateImageAnswer>(body),
        "get_image" => through::<types::ImageAnswer>(body),
        "list_snapshot_events" => through::<types::SnapshotEventsAnswer>(body),
        "list_vm_events" => through::<types::VmEventsAnswer>(body),
        "list_images" => through::<types::ImageListAnswer>(body),
        "check_vm_name" | "check_image_name" | "check_snapshot_name" => through::<types::NameAvailability>(body),
        "list_vms" => through::<types::VmListAnswer>(body),
        "get_vm" => through::<types::VmAnswer>(body),
        _ => through::<types::MessageAnswer>(body),
    }
}

/// A normalized body: without nulls, which mean the same as missing fields, and with numbers by their value.
fn said(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(name, value)| (name.clone(), said(value))).collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(said).collect(),
        Value::Number(number) => json!(number.as_f64()),
        other => other.clone(),
    }
}

#[test]
fn bodies_match_the_document_and_lose_nothing() {
    let contract = Contract::of(PROVIDER);
    let bodies = bodies();
    for (operation, status, variant, body) in &bodies {
        let documented = contract.operation(operation).unwrap();
        let text = body.to_string();
        let findings = contract.check_response(documented, *status, Some("application/json"), text.as_bytes());
        assert_eq!(findings, [], "{operation} {variant}");
        // A variant of an enum could hide a loss: the output must contain the whole input.
        assert_eq!(said(&decoded(operation, body)), said(body), "{operation} {variant}");
    }
    for operation in contract.operations() {
        assert!(bodies.iter().any(|(id, ..)| *id == operation.id()), "no body of {}", operation.id());
    }
}

/// Unknown fields anywhere; all optional fields null or absent.
#[tokio::test]
async fn undocumented_content_does_not_fail_a_list() {
    let mut odd = whole();
    odd["nobody_has_seen_this"] = json!({ "a": [1] });
    odd["vm_flavor"]["nor_this"] = json!("x");
    odd["vm_keypair"]["environment"] = json!({ "other": 1 });
    odd["vm_flavor"]["labels"] = json!(["text", { "id": 1, "label": "l", "more": 2 }]);
    odd["status"] = json!("WOBBLY");
    odd["vm_status"] = json!("LEVITATING");
    odd["created_at"] = json!("yesterday");
    let mut rows = vec![odd];
    for field in whole().as_object().unwrap().keys() {
        if !["id", "name", "vm_id", "status"].contains(&field.as_str()) {
            rows.push(with(whole(), json!({ field: null })));
            rows.push(without(whole(), &[field]));
        }
    }
    for (number, row) in rows.iter_mut().enumerate() {
        row["id"] = json!(number + 1);
    }
    let count = rows.len();
    let body = with(list("snapshots", json!(rows)), json!({ "new_in_the_envelope": [] }));
    let server = httpmock::MockServer::start_async().await;
    for (page, body) in [("1", body), ("2", list("snapshots", json!([])))] {
        server
            .mock_async(|when, then| {
                when.path("/core/snapshots").query_param("page", page);
                then.status(200).json_body(body.clone());
            })
            .await;
    }
    let listed: Vec<_> = on(&server).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    assert_eq!(listed.len(), count);
    assert_eq!((listed[0].status, listed[0].provider_status.as_deref()), (SnapshotStatus::Unknown, Some("WOBBLY")));
    assert_eq!((listed[0].created_at, listed[0].created_at_text.as_deref()), (None, Some("yesterday")));
}

#[tokio::test]
async fn times_with_and_without_a_zone_are_the_same_time() {
    let mut times = Vec::new();
    for text in ["2024-11-04T10:48:13", "2024-11-04T10:48:13Z", "2024-11-04T10:48:13.000Z", "2024-11-04T12:48:13+02:00"]
    {
        let body = envelope("snapshot", with(whole(), json!({ "created_at": text })));
        let server = server(&[("GET", "/core/snapshots/1785", 200, body)]).await;
        let id: SnapshotId = "1785".parse().unwrap();
        times.push(on(&server).snapshot(id).await.unwrap().created_at.unwrap());
    }
    times.dedup();
    assert_eq!(times.len(), 1, "{times:?}");
}
