//! Variations of the recorded bodies: permitted omissions, additions and new values decode; others are reported with their location.

use cloudsnap::contract::{Contract, Finding};
use cloudsnap::{Auth, Client, Error, ErrorKind, ListSnapshots, Snapshot, SnapshotId, SnapshotRef, SnapshotStatus};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::support::{MIQ, case, quick};

/// The list of a machine with this record, as read by the client.
async fn listed(record: Value) -> Result<Vec<Snapshot>, Error> {
    let server = MockServer::start_async().await;
    let page = json!({ "name": "snapshots", "count": 187, "subcount": 1, "subquery_count": 1, "resources": [record] });
    server
        .mock_async(|when, then| {
            when.path("/api/vms/1000000000011/snapshots");
            then.status(200).json_body(page);
        })
        .await;
    server
        .mock_async(|when, then| {
            when.path("/api/vms/1000000000011");
            then.status(200).json_body(json!({ "href": "x", "id": "1000000000011", "vendor": "vmware" }));
        })
        .await;
    let base_url = format!("{}/api", server.base_url());
    let client = Client::builder(MIQ).base_url(base_url).auth(Auth::basic("dana", "pw-for-tests")).options(quick());
    let list = ListSnapshots::default().vm("1000000000011".parse().unwrap());
    client.build().unwrap().snapshots(list).try_collect().await
}

fn record() -> Value {
    case("vm-snapshot-show-lists-only-permitted-actions").response.unwrap()
}

#[tokio::test]
async fn a_complete_record_is_mapped() {
    let snapshots = listed(record()).await.unwrap();
    let [snapshot] = snapshots.as_slice() else { panic!("{snapshots:#?}") };
    assert_eq!(snapshot.id.as_str(), "1000000000301");
    assert_eq!(snapshot.name.as_deref(), Some("nightly-2026-06-01"));
    assert_eq!(snapshot.description.as_deref(), Some("taken before patch window"));
    assert_eq!(snapshot.status, SnapshotStatus::Ready);
    assert_eq!(snapshot.vm.id.as_ref().unwrap().to_string(), "vms/1000000000011");
    assert_eq!(snapshot.size.unwrap().to_string(), "4294967296 bytes");
    assert_eq!(snapshot.created_at.unwrap().to_string(), "2026-06-01T02:00:11Z");
    assert_eq!(snapshot.raw["ems_ref"], json!("snapshot-913"));
}

/// Each field null, missing, or with an unknown value; and unknown fields.
#[tokio::test]
async fn variations_decode() {
    let whole = record();
    for key in whole.as_object().unwrap().keys().filter(|key| *key != "id") {
        let mut null = whole.clone();
        null[key.as_str()] = Value::Null;
        let mut missing = whole.clone();
        missing.as_object_mut().unwrap().shift_remove(key);
        for body in [null, missing] {
            let found = listed(body.clone()).await;
            assert_eq!(found.map(|found| found.len()).ok(), Some(1), "{key}: {body}");
        }
    }
    let mut odd = whole.clone();
    odd["create_time"] = json!("yesterday");
    odd["current"] = json!(7);
    odd["type"] = json!("ManageIQ::Providers::Unheard::Of");
    odd["disks"] = json!([{ "any": ["thing"] }]);
    odd["tomorrow"] = json!({ "deep": [1] });
    odd["actions"] = json!([{ "name": "clone", "method": "patch", "href": "x" }]);
    let found = listed(odd).await.unwrap();
    assert_eq!(found[0].created_at_text.as_deref(), Some("yesterday"));
}

/// Every record needs an ID.
#[tokio::test]
async fn a_record_without_an_id_is_reported() {
    for id in [Value::Null, json!("x"), json!("")] {
        let mut body = record();
        body["id"] = id.clone();
        assert_eq!(listed(body).await.unwrap_err().kind(), ErrorKind::Decode, "{id}");
    }
    let mut body = record();
    body["id"] = json!(1_000_000_000_301_u64);
    let error = listed(body).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    assert!(error.to_string().contains("/resources/0/id"), "{error}");
}

/// Violations of the document are found, with the operation and the field.
#[test]
fn mutated_bodies_violate_the_document() {
    let contract = Contract::of(MIQ);
    let mutations = [
        ("vm-snapshot-show", "/id", json!(301)),
        ("vm-snapshot-show", "/current", json!("1")),
        ("vm-snapshot-show", "/disks", json!("[]")),
        ("vm-snapshot-show", "/create_time", json!("2026-06-01 02:00")),
        ("vm-snapshots-list-collapsed", "/count", json!("2")),
        ("vm-snapshots-list-collapsed", "/resources", json!({})),
        ("vm-snapshot-create-queued", "/results/0/success", json!("true")),
        ("vm-snapshot-create-queued", "/results/0/task_id", json!(7)),
        ("vm-snapshot-create-queued", "/results", Value::Null),
        ("vm-snapshot-revert-missing-snapshot", "/success", Value::Null),
        ("vm-snapshot-show-missing", "/error", json!(404)),
        ("task-show-finished-ok", "/href", Value::Null),
        ("get-token", "/auth_token", Value::Null),
        ("get-token", "/token_ttl", json!("600")),
    ];
    for (name, pointer, value) in mutations {
        let case = case(name);
        let mut body = case.response.clone().unwrap();
        *body.pointer_mut(pointer).unwrap() = value;
        let found = contract.find(&case.method, &case.path).unwrap();
        let reported = contract.check_response(
            found.operation,
            case.status,
            Some("application/json"),
            body.to_string().as_bytes(),
        );
        assert!(reported.iter().any(Finding::is_violation), "{name}: {pointer} accepts anything");
    }
}

/// Errors in all formats, as the response to a get.
#[tokio::test]
async fn errors_in_all_formats_keep_their_messages() {
    let detailed = json!({ "error": { "kind": "not_found", "message": "Couldn't find it", "klass": "X" } });
    let shapes = [
        (404, detailed, ErrorKind::NotFound, "Couldn't find it", Some("not_found")),
        // An unknown path: this proves nothing about the snapshot.
        (404, json!({ "status": 404, "error": "Not Found" }), ErrorKind::Transport, "Not Found", None),
        (400, json!({ "success": false, "message": "no" }), ErrorKind::Conflict, "no", None),
        (400, json!({ "results": [{ "success": false, "message": "never" }] }), ErrorKind::Conflict, "never", None),
        (400, json!({ "results": [null] }), ErrorKind::Invalid, "", None),
        (400, json!({ "error": null }), ErrorKind::Invalid, "", None),
    ];
    for (status, body, kind, words, code) in shapes {
        let server = MockServer::start_async().await;
        let response = body.clone();
        server
            .mock_async(move |when, then| {
                when.method("GET");
                then.status(status).json_body(response);
            })
            .await;
        let client = Client::builder(MIQ).base_url(server.base_url()).auth(Auth::basic("dana", "pw-for-tests"));
        let snapshot = SnapshotRef::new(SnapshotId::new("7").unwrap()).of_vm("11".parse().unwrap());
        let error = client.options(quick()).build().unwrap().snapshot(&snapshot).await.unwrap_err();
        assert_eq!((error.kind(), error.code()), (kind, code), "{body}");
        assert!(error.message().contains(words), "{body}: {error}");
    }
}
