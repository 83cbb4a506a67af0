//! Lost responses. There is no idempotency key: the new object is found, and nothing is ever sent twice.

use cloudsnap::{
    CloneSnapshot, ErrorKind, ImportSnapshot, Outcome, Request, RestoreSnapshot, Snapshot, SnapshotStatus,
};

use cloudsnap::generated::genesiscloud::types;
use httpmock::MockServer;
use serde_json::json;

use crate::fixture::{Fixture, MINUTE, NORTH, PROVIDER, SOUTH, keys, lenient, new_vm, waiting};

/// The server handles the request, and its response does not arrive.
const LOST: [&str; 5] = ["reset-after", "truncate", "503-after", "html-502-after", "drop-field:id"];

fn import(name: &str) -> ImportSnapshot {
    ImportSnapshot::new(name, "https://images.example.com/a.raw.zst", 20, NORTH)
}

async fn survives<R: Request>(fixture: &Fixture, fault: &str, operation: &str, request: R) -> R::Output
where
    R::Output: Outcome,
{
    let before = fixture.changes().len();
    fixture.inject(&format!("{fault}@{operation}*1"));
    let started = fixture.client.prepare(request).await.unwrap().submit().await.unwrap();
    fixture.sandbox.advance(MINUTE * 3);
    let made = started.wait(waiting()).await.unwrap();
    assert_eq!(fixture.changes()[before..], [operation], "{fault}");
    made
}

#[tokio::test]
async fn a_lost_create_is_found() {
    let fixture = Fixture::start().await;
    // One with the same name whose response arrived: it is not mistaken for the others.
    fixture.ready("nightly").await;
    fixture.sandbox.advance(MINUTE);
    for fault in LOST {
        let before = fixture.snapshots();
        let made = survives(&fixture, fault, "create_instance_snapshot", fixture.create("nightly")).await;
        assert_eq!((made.name.as_deref(), made.status), (Some("nightly"), SnapshotStatus::Ready), "{fault}");
        assert_eq!(fixture.snapshots(), before + 1, "{fault}");
        let newest = fixture.sandbox.store().snapshots(PROVIDER).pop().unwrap();
        assert_eq!(made.id.as_str(), newest.id, "{fault}: the new one, not an older one with the same name");
    }
}

#[tokio::test]
async fn a_lost_clone_is_found() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    for fault in LOST {
        let before = fixture.snapshots();
        let request = CloneSnapshot::new(source.id.clone(), "golden", SOUTH);
        let made = survives(&fixture, fault, "clone_snapshot", request).await;
        assert_eq!((made.region.as_deref(), made.status), (Some(SOUTH), SnapshotStatus::Ready), "{fault}");
        assert_eq!(fixture.snapshots(), before + 1, "{fault}");
        let newest = fixture.sandbox.store().snapshots(PROVIDER).pop().unwrap();
        assert_eq!((made.id.as_str(), newest.copy_of.as_deref()), (newest.id.as_str(), Some(source.id.as_str())));
    }
}

#[tokio::test]
async fn a_lost_import_is_found() {
    let fixture = Fixture::start().await;
    for fault in LOST {
        let before = fixture.snapshots();
        let made = survives(&fixture, fault, "import_snapshot", import("appliance")).await;
        assert_eq!((made.vm.id, made.status), (None, SnapshotStatus::Ready), "{fault}");
        assert_eq!(fixture.snapshots(), before + 1, "{fault}");
        assert_eq!(made.id.as_str(), fixture.sandbox.store().snapshots(PROVIDER).pop().unwrap().id, "{fault}");
    }
}

#[tokio::test]
async fn a_lost_restore_is_found() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    for fault in LOST {
        let before = fixture.machines();
        let request = RestoreSnapshot::new_vm(source.id.clone(), new_vm(NORTH, keys()));
        let made = survives(&fixture, fault, "create_instance", request).await;
        let newest = fixture.sandbox.store().machines(PROVIDER).pop().unwrap();
        assert_eq!(made.vm_id.unwrap().as_str(), newest.id, "{fault}");
        assert_eq!(newest.created_from.as_deref(), Some(source.id.as_str()), "{fault}");
        assert_eq!(fixture.machines(), before + 1, "{fault}");
    }
}

/// The request never arrived. An older object with the same name is not a success.
#[tokio::test]
async fn older_objects_are_not_mistaken_for_a_lost_create() {
    let fixture = Fixture::start().await;
    let older = fixture.ready("nightly").await;
    let client = fixture.hurried();
    client.clone_snapshot(CloneSnapshot::new(older.id.clone(), "nightly", SOUTH)).await.unwrap();
    client.import_snapshot(import("nightly")).await.unwrap();
    client
        .restore_snapshot(older.id.clone(), cloudsnap::RestoreTarget::NewVm(Box::new(new_vm(NORTH, keys()))))
        .await
        .unwrap();
    fixture.sandbox.advance(MINUTE);
    let (snapshots, instances) = (fixture.snapshots(), fixture.machines());

    fixture.inject("reset-before@changing");
    let restore = RestoreSnapshot::new_vm(older.id.clone(), new_vm(NORTH, keys()));
    tokio::join!(
        is_unknown(&client, fixture.create("nightly")),
        is_unknown(&client, CloneSnapshot::new(older.id.clone(), "nightly", SOUTH)),
        is_unknown(&client, import("nightly")),
        is_unknown(&client, restore),
    );
    assert_eq!((fixture.snapshots(), fixture.machines()), (snapshots, instances));
    assert_eq!(fixture.changes().len(), 4 + 4, "each was sent once");
}

/// Identical objects cannot be distinguished: both are reported, and neither is claimed.
#[tokio::test]
async fn two_lost_creates_with_one_name_report_both_candidates() {
    let fixture = Fixture::start().await;
    let before = fixture.snapshots();
    fixture.inject("reset-after@create_instance_snapshot*2");
    let start = || fixture.client.create_snapshot(fixture.create("twin"));
    let (one, other) = tokio::join!(start(), start());
    assert_eq!(fixture.snapshots(), before + 2);
    for error in [one.unwrap_err(), other.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        assert!(error.message().contains("2 new objects match"), "{error}");
    }
    let first = fixture.ready("first").await;

    // The clones differ only by their region.
    fixture.inject("reset-after@clone_snapshot*2");
    let start = |region: &str| fixture.client.clone_snapshot(CloneSnapshot::new(first.id.clone(), "twin", region));
    let (south, west) = tokio::join!(start(SOUTH), start("EUW-NL-AMS-1"));
    fixture.sandbox.advance(MINUTE);
    let (south, west) = (south.unwrap().wait(waiting()).await.unwrap(), west.unwrap().wait(waiting()).await.unwrap());
    assert_eq!((south.region.as_deref(), west.region.as_deref()), (Some(SOUTH), Some("EUW-NL-AMS-1")));
    assert_eq!(fixture.snapshots(), before + 5);
}

/// A process dies between the steps and leaves a handle that finds the new object.
#[tokio::test]
async fn a_handle_from_before_the_request_finds_it() {
    let fixture = Fixture::start().await;
    let prepared = fixture.client.prepare(fixture.create("handed-over")).await.unwrap();
    let handle = prepared.handle();
    // Another process sends it: this one's journal does not contain it.
    let generated = fixture.client.as_genesiscloud().unwrap();
    let body = cloudsnap::generated::genesiscloud::types::SnapshotCreation {
        name: "handed-over".to_owned(),
        replicated_region: None,
    };
    let made = generated.create_instance_snapshot().instance_id(fixture.vm.id()).body(body).send().await.unwrap();
    fixture.sandbox.advance(MINUTE);
    let found = fixture.client.resume::<Snapshot>(&handle).unwrap().wait(waiting()).await.unwrap();
    assert_eq!(found.id.as_str(), made.into_inner().snapshot.id);
}

async fn is_unknown<R: Request>(client: &cloudsnap::Client, request: R) {
    let error = client.prepare(request).await.unwrap().submit().await.map(drop).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert!(error.handle().is_some() && error.advice().is_some(), "{error:?}");
}

/// An object in a response belongs to the operation of that response.
#[tokio::test]
async fn objects_reported_to_another_operation_are_not_claimed() {
    let fixture = Fixture::start().await;
    let response = fixture.client.create_snapshot(fixture.create("twin")).await.unwrap();
    assert!(response.resource_id().is_some());
    fixture.inject("reset-before@create_instance_snapshot*1");
    is_unknown(&fixture.hurried(), fixture.create("twin")).await;
}

/// Objects with the same name and time but another source or region are not the requested ones.
#[tokio::test]
async fn objects_from_another_source_are_not_claimed() {
    let fixture = Fixture::start().await;
    let (golden, silver) = (fixture.ready("golden").await, fixture.ready("silver").await);
    let client = fixture.hurried();
    let generated = client.as_genesiscloud().unwrap();
    let raw_clone = async |source: &Snapshot, region: &str| {
        let region = types::Region(region.to_owned());
        let body = types::SnapshotClone { name: "twin".to_owned(), region };
        generated.clone_snapshot().snapshot_id(source.id.as_str()).body(body).send().await.unwrap();
    };
    // For this process, created by another one.
    raw_clone(&silver, SOUTH).await;
    raw_clone(&golden, "EUW-NL-AMS-1").await;
    let body = types::SnapshotCreation { name: "twin".to_owned(), replicated_region: None };
    generated.create_instance_snapshot().instance_id(fixture.vm.id()).body(body).send().await.unwrap();
    let body = types::InstanceCreation::builder().name("restored").hostname("h").type_("t").image("debian-12");
    let metadata = types::InstanceMetadata::builder().startup_script("true".to_owned()).try_into();
    let body = body.metadata(Some(metadata.unwrap())).region(types::Region(NORTH.to_owned()));
    generated.create_instance().body(body).send().await.unwrap();

    fixture.inject("reset-before@changing");
    tokio::join!(
        is_unknown(&client, CloneSnapshot::new(golden.id.clone(), "twin", SOUTH)),
        is_unknown(&client, import("twin")),
        is_unknown(&client, RestoreSnapshot::new_vm(golden.id.clone(), new_vm(NORTH, keys()))),
    );
}

/// A clone that was never created does not block one to another region.
#[tokio::test]
async fn clones_to_two_regions_are_not_rivals() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    let client = fixture.hurried();
    fixture.inject("reset-before@clone_snapshot*1");
    fixture.inject("reset-after@clone_snapshot*1");
    let ((), made) = tokio::join!(is_unknown(&client, CloneSnapshot::new(source.id.clone(), "twin", SOUTH)), async {
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        client.clone_snapshot(CloneSnapshot::new(source.id.clone(), "twin", "EUW-NL-AMS-1")).await
    });
    fixture.sandbox.advance(MINUTE);
    assert_eq!(made.unwrap().wait(waiting()).await.unwrap().region.as_deref(), Some("EUW-NL-AMS-1"));
}

/// It is unknown whether the list of an instance shows replicas: if it does, the original is still found.
#[tokio::test]
async fn a_replica_in_the_list_of_the_instance_is_not_the_original() {
    let server = MockServer::start_async().await;
    let instance = json!({"instance": {
        "id": "i1", "name": "web", "hostname": "web", "type": "t", "image": {}, "ssh_keys": [], "security_groups": [],
        "region": NORTH, "status": "active", "created_at": "2025-05-20T09:31:44.608Z"
    }});
    let row = |id: &str, region: &str, seconds: i64| {
        let created = jiff::Timestamp::now().checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap();
        json!({"id": id, "name": "nightly", "region": region, "status": "creating", "source_instance_id": "i1",
            "created_at": created.to_string()})
    };
    let mut replica = row("replica", SOUTH, 0);
    replica["source_snapshot_id"] = json!("original");
    // Older servers may omit the source.
    let bare = row("bare-replica", SOUTH, 0);
    let list =
        json!({"snapshots": [replica, bare, row("original", NORTH, 1)], "total_count": 3, "page": 1, "per_page": 100});
    let original = json!({"snapshot": row("original", NORTH, 1)});
    let nothing = json!({"snapshots": [], "total_count": 0, "page": 1, "per_page": 100});
    let before = server
        .mock_async(|when, then| {
            when.method("GET").path("/instances/i1/snapshots");
            then.status(200).json_body(nothing);
        })
        .await;
    let machine = server
        .mock_async(|when, then| {
            when.method("GET").path("/instances/i1");
            then.status(200).json_body(instance);
        })
        .await;
    let request = cloudsnap::CreateSnapshot::new("i1".parse().unwrap(), "nightly").replica_region(SOUTH);
    let prepared = lenient(server.base_url()).prepare(request).await.unwrap();
    machine.assert_async().await;
    before.delete_async().await;
    for (method, path, status, body) in [
        ("POST", "/instances/i1/snapshots", 503, json!({"code": "00000", "message": "later"})),
        ("GET", "/instances/i1/snapshots", 200, list),
        ("GET", "/snapshots/original", 200, original),
    ] {
        server
            .mock_async(|when, then| {
                when.method(method).path(path);
                then.status(status).json_body(body);
            })
            .await;
    }
    let operation = prepared.submit().await.unwrap();
    assert_eq!(operation.resource_id().as_deref(), Some("original"));
}
