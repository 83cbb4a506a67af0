//! Bodies from all versions: whether they match the document, and how the client decodes them.

use cloudsnap::contract::{Contract, ExamplePlace, Finding, Rule};
use cloudsnap::generated::genesiscloud::types;
use cloudsnap::{ErrorKind, ListSnapshots, Snapshot, SnapshotId, SnapshotStatus};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::fixture::{PROVIDER, lenient};

const LIST: &str = include_str!("../fixtures/genesiscloud/list_snapshots.json");
const IMPORT: &str = include_str!("../fixtures/genesiscloud/import_snapshot.json");
const GET: &str = include_str!("../fixtures/genesiscloud/get_snapshot.json");
const LEGACY: &str = include_str!("../fixtures/genesiscloud/legacy_snapshots.json");

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn findings(operation: &str, status: u16, body: &Value) -> Vec<Finding> {
    let contract = Contract::of(PROVIDER);
    let operation = contract.operation(operation).unwrap();
    contract.check_response(operation, status, Some("application/json"), body.to_string().as_bytes())
}

async fn list(body: &Value) -> Result<Vec<Snapshot>, cloudsnap::Error> {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/snapshots").header("authorization", "Bearer a-test-token");
            then.status(200).json_body(body.clone());
        })
        .await;
    lenient(server.base_url()).snapshots(ListSnapshots::default()).try_collect().await
}

/// A list of one snapshot with all fields.
fn whole() -> Value {
    json!({
        "snapshots": [{
            "id": "3b0c7c1e-5d64-4f2b-9a8e-1f6f0d2f7a11", "name": "web", "size": 80, "os_type": "linux",
            "region": "NORD-NO-KRS-1", "status": "created", "resource_id": "8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246",
            "source_instance_id": "8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246",
            "source_snapshot_id": "c96d2f80-7b13-4e5a-b1c4-90a7e3d85f62",
            "created_at": "2025-06-11T08:14:52.317Z", "updated_at": "2025-06-11T08:17:09.040Z"
        }],
        "total_count": 1, "page": 1, "per_page": 100
    })
}

#[tokio::test]
async fn vendor_examples_match_the_document_and_decode() {
    for (operation, status, text) in
        [("list_snapshots", 200, LIST), ("import_snapshot", 201, IMPORT), ("get_snapshot", 200, GET)]
    {
        assert_eq!(findings(operation, status, &read(text)), [], "{operation}");
    }
    let listed = list(&read(LIST)).await.unwrap();
    assert_eq!(listed[0].status, SnapshotStatus::Ready);
    assert_eq!(listed[0].size.map(|size| size.to_string()).as_deref(), Some("128 GiB"));
    assert_eq!(listed[0].created_at.unwrap().to_string(), "2020-04-06T10:47:46.786Z");
    let import: types::SnapshotResponse = serde_json::from_str(IMPORT).unwrap();
    assert_eq!((import.snapshot.size, import.snapshot.resource_id.as_deref()), (None, Some("")));
}

#[tokio::test]
async fn every_response_example_decodes() {
    let mut seen = 0;
    for example in Contract::of(PROVIDER).examples() {
        let ExamplePlace::Response(status) = &example.place else { continue };
        if !status.starts_with('2') {
            continue;
        }
        seen += 1;
        let value = example.value.clone();
        let decoded = match example.operation.as_str() {
            "list_snapshots" | "list_instance_snapshots" => serde_json::from_value::<types::SnapshotList>(value).err(),
            "list_instances" => serde_json::from_value::<types::InstanceList>(value).err(),
            "get_instance" | "create_instance" => serde_json::from_value::<types::InstanceResponse>(value).err(),
            _ => serde_json::from_value::<types::SnapshotResponse>(value).err(),
        };
        assert!(decoded.is_none(), "{} {}: {decoded:?}", example.operation, example.name);
    }
    assert!(seen >= 10, "{seen}");
}

/// A string size in bytes, `active`, a former region: no longer documented, but still decoded.
#[tokio::test]
async fn legacy_bodies_violate_the_document_but_decode() {
    let legacy = read(LEGACY);
    let found = findings("list_snapshots", 200, &legacy);
    let violations: Vec<_> = found.iter().filter(|finding| finding.is_violation()).collect();
    let at: Vec<_> = violations.iter().map(|finding| (finding.pointer.as_str(), finding.rule)).collect();
    assert_eq!(at, [("/snapshots/0/size", Rule::Type), ("/snapshots/1/size", Rule::Type)], "{found:#?}");
    let open: Vec<_> = found.iter().filter(|finding| finding.rule == Rule::OpenSet).collect();
    assert_eq!(open.len(), 3, "active, available and ARC-IS-HAF-1 are reported as additions: {found:#?}");

    let listed = list(&legacy).await.unwrap();
    let reported: Vec<_> = listed
        .iter()
        .map(|snapshot| {
            let size = snapshot.size.unwrap();
            (snapshot.status, snapshot.provider_status.as_deref().unwrap(), size.value, size.unit.unwrap().as_str())
        })
        .collect();
    let ready = SnapshotStatus::Ready;
    let wanted = [(ready, "active", 85_899_345_920.0, "bytes"), (ready, "available", 21_474_836_480.0, "bytes")];
    assert_eq!(reported, wanted);
    assert_eq!(listed[0].region.as_deref(), Some("ARC-IS-HAF-1"));
    assert_eq!(listed[0].vm.id.as_ref().unwrap().as_str(), "8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246");
}

/// Each optional field: null, absent or unusual; and unknown fields. None of them fails the page.
#[tokio::test]
async fn variations_decode() {
    let optional = ["size", "os_type", "resource_id", "source_instance_id", "source_snapshot_id", "updated_at"];
    for field in optional {
        for absent in [false, true] {
            let mut body = whole();
            let entry = body["snapshots"][0].as_object_mut().unwrap();
            if absent {
                entry.remove(field);
                assert_eq!(findings("list_snapshots", 200, &body), [], "{field}");
            } else {
                let body = body["snapshots"][0].as_object_mut().unwrap();
                body.insert(field.to_owned(), Value::Null);
            }
            assert_eq!(list(&body).await.unwrap().len(), 1, "{field}");
        }
    }
    for (field, value) in [
        ("size", json!("80")),
        ("size", json!({"gib": 80})),
        ("size", json!(true)),
        ("status", json!("archived")),
        ("status", json!("")),
        ("region", json!("ARC-NO-OSL-1")),
        ("os_type", json!("plan9")),
        ("created_at", json!("yesterday")),
        ("updated_at", json!("")),
        ("source_instance_id", json!("")),
        ("resource_id", json!("no id at all")),
        ("nobody_has_seen_this", json!({"a": [1]})),
    ] {
        let mut body = whole();
        body["snapshots"][0][field] = value.clone();
        assert_eq!(list(&body).await.unwrap().len(), 1, "{field}: {value}");
    }
}

/// Fields shown by all sources are required: if one is missing or has another type, the error names the operation and the location.
#[tokio::test]
async fn a_missing_required_field_is_named() {
    for field in ["id", "name", "region", "status", "created_at"] {
        for (value, rule) in [(None, Rule::Required), (Some(json!(7)), Rule::Type)] {
            let mut body = whole();
            let entry = body["snapshots"][0].as_object_mut().unwrap();
            match value {
                Some(value) => drop(entry.insert(field.to_owned(), value)),
                None => drop(entry.remove(field)),
            }
            assert!(
                findings("list_snapshots", 200, &body).iter().any(|finding| finding.rule == rule),
                "{field} {rule:?}"
            );
            let error = list(&body).await.unwrap_err();
            assert_eq!((error.kind(), error.operation()), (ErrorKind::Decode, Some("list_snapshots")), "{field}");
            assert!(error.to_string().contains("(/snapshots/0"), "{field}: {error}");
        }
    }
}

/// The code is a string with a leading zero, whatever the status; a gateway's page has none.
#[tokio::test]
async fn errors_keep_their_code() {
    for (status, kind) in [
        (400, ErrorKind::Invalid),
        (401, ErrorKind::Unauthorized),
        (402, ErrorKind::QuotaExceeded),
        (403, ErrorKind::Forbidden),
        // An unknown route: this proves nothing about the snapshot.
        (404, ErrorKind::Transport),
        (409, ErrorKind::Conflict),
        (500, ErrorKind::Unavailable),
    ] {
        let body = json!({ "code": "02001", "message": "Invalid route" });
        assert_eq!(findings("get_snapshot", status, &body), [], "{status}");
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.path("/snapshots/7");
                then.status(status).json_body(body.clone());
            })
            .await;
        let error = lenient(server.base_url()).snapshot(SnapshotId::new("7").unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.code()), (kind, Some("02001")), "{status}");
        assert!(error.message().ends_with("Invalid route"), "{status}: {error}");
    }
    let number = json!({ "code": 2001, "message": "Invalid route" });
    assert!(findings("get_snapshot", 400, &number).iter().any(|finding| finding.pointer == "/code"));
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/snapshots/7");
            then.status(403).header("content-type", "text/html").body("<html><h1>403 Forbidden</h1></html>");
        })
        .await;
    let error = lenient(server.base_url()).snapshot(SnapshotId::new("7").unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Forbidden, None, "403 Forbidden"));
}
