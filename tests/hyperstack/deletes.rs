//! Deletes: until the snapshot is gone, together with its image.

use std::time::Duration;

use cloudsnap::{DeleteSnapshot, ErrorKind, OperationState, SnapshotId, SnapshotRef, Warning, WarningKind};
use serde_json::json;

use crate::fixture::{Fixture, MINUTE, PROVIDER, on, server, waiting};

#[tokio::test]
async fn a_delete_waits_until_it_is_gone_and_names_the_image() {
    let fixture = Fixture::start().await;
    let golden = fixture.seeded("golden-image").await;
    let image = fixture.sandbox.store().images(PROVIDER).pop().unwrap();
    let prepared = fixture.client.prepare(DeleteSnapshot::new(golden.id.clone())).await.unwrap();
    let reported = format!("image {} \"golden-image-image\", which was created from it, is deleted as well", image.id);
    assert_eq!(prepared.warnings(), [Warning::new(WarningKind::SecondObject, reported)]);
    let operation = prepared.submit().await.unwrap();
    match operation.poll().await.unwrap() {
        OperationState::Running { status, .. } => assert_eq!(status.as_deref(), Some("DELETING")),
        other => panic!("{other:?}"),
    }
    fixture.sandbox.advance(MINUTE);
    let deleted = operation.wait(waiting()).await.unwrap();
    assert_eq!((deleted.id.as_str(), deleted.deleted), (golden.id.as_str(), true));
    assert!(fixture.sandbox.store().images(PROVIDER).is_empty());
    let other = fixture.seeded("before-upgrade").await;
    let operation = fixture.client.delete_snapshot(other.id).await.unwrap();
    assert_eq!(operation.warnings(), []);
    fixture.assert_no_violations();
}

/// A 200 that refuses a poll proves nothing about the delete.
#[tokio::test]
async fn a_refused_poll_is_tolerated() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    let operation = fixture.lenient().delete_snapshot(snapshot.id).await.unwrap();
    fixture.inject("custom:refuse@get_snapshot*3");
    fixture.sandbox.advance(MINUTE);
    assert!(operation.wait(waiting()).await.unwrap().deleted);
}

#[tokio::test]
async fn a_retried_delete_recognizes_its_own_effect() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    // The first attempt takes effect; the second gets a 409, because the snapshot is being deleted.
    fixture.inject("reset-after@delete_snapshot*1");
    let operation = fixture.client.delete_snapshot(snapshot.id).await.unwrap();
    assert_eq!(fixture.changes(), ["delete_snapshot"; 2]);
    fixture.sandbox.advance(MINUTE);
    operation.wait(waiting()).await.unwrap();
    fixture.assert_no_violations();
}

#[tokio::test]
async fn a_delete_that_never_arrived_is_unknown_and_not_done() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    fixture.inject("reset-before@delete_snapshot");
    let error = fixture.hurried().delete_snapshot(snapshot.id).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(fixture.snapshots(), 4);
}

#[tokio::test]
async fn refusals_of_a_first_delete_are_reported() {
    let fixture = Fixture::start().await;
    let making = fixture.client.create_snapshot(fixture.create("making")).await.unwrap();
    let id: SnapshotId = making.resource_id().unwrap().parse().unwrap();
    let error = fixture.client.delete_snapshot(id.clone()).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Conflict, Some(409)), "{error}");
    let before = fixture.changes().len();
    let other = SnapshotRef::new(id).of_vm("418000".parse().unwrap());
    let error = fixture.client.delete_snapshot(other).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let error = fixture.client.delete_snapshot("1".parse::<SnapshotId>().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert_eq!(fixture.changes().len(), before, "nothing is sent");
}

/// The vendor documents no 404 for this get: if it returns 400 instead, the list decides.
#[tokio::test]
async fn the_list_decides_if_a_get_returns_400() {
    let row = json!({ "id": 70, "name": "n", "vm_id": 7, "status": "SUCCESS" });
    let list = |rows: serde_json::Value| json!({ "status": true, "message": "m", "snapshots": rows });
    let server = server(&[("DELETE", "/core/snapshots/70", 200, json!({ "status": true, "message": "m" }))]).await;
    let there = server
        .mock_async(|when, then| {
            when.method("GET").path("/core/snapshots/70");
            then.status(200).json_body(json!({ "status": 200, "message": "m", "snapshot": row }));
        })
        .await;
    let operation = on(&server).delete_snapshot("70".parse::<SnapshotId>().unwrap()).await.unwrap();
    there.delete_async().await;
    let _refused = server
        .mock_async(|when, then| {
            when.method("GET").path("/core/snapshots/70");
            then.status(400).json_body(json!({ "status": false, "message": "Snapshot 70 does not exist" }));
        })
        .await;
    let listed = server
        .mock_async(|when, then| {
            when.path("/core/snapshots").query_param("page", "1");
            then.status(200).json_body(list(json!([row])));
        })
        .await;
    let _end = server
        .mock_async(|when, then| {
            when.path("/core/snapshots").query_param("page", "2");
            then.status(200).json_body(list(json!([])));
        })
        .await;
    let error = operation.wait(waiting().timeout(Duration::from_millis(200))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    listed.delete_async().await;
    let _empty = server
        .mock_async(|when, then| {
            when.path("/core/snapshots").query_param("page", "1");
            then.status(200).json_body(list(json!([])));
        })
        .await;
    assert!(operation.wait(waiting()).await.unwrap().deleted);
}
