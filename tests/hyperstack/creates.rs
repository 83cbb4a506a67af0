//! Creates: requests and warnings, statuses, temporary refusals, and lost responses with namesakes.

use std::time::Duration;

use cloudsnap::{CreateSnapshot, ErrorKind, OperationState, SnapshotStatus, VmId, WarningKind};
use serde_json::json;

use crate::fixture::{Fixture, MINUTE, PROVIDER, on, server, waiting};

#[tokio::test]
async fn a_description_is_always_sent_and_reported() {
    let fixture = Fixture::start().await;
    let request = CreateSnapshot::new(fixture.vm.clone(), "nightly-7").labels(["a", "b"]);
    let prepared = fixture.client.prepare(request).await.unwrap();
    assert!(prepared.warnings()[0].text.contains("using the name \"nightly-7\""), "{:?}", prepared.warnings());
    let kinds: Vec<_> = prepared.warnings().iter().map(|warning| warning.kind).collect();
    assert_eq!(kinds, [WarningKind::DefaultUsed, WarningKind::Downtime]);
    assert!(prepared.warnings()[1].text.contains("may be powered off"), "{:?}", prepared.warnings());
    let operation = prepared.submit().await.unwrap();
    assert_eq!(operation.warnings().len(), 2);
    let row = fixture.sandbox.store().snapshots(PROVIDER).pop().unwrap();
    assert_eq!(row.description.as_deref(), Some("nightly-7"));
    assert_eq!(row.extra["labels"], json!(["a", "b"]));
    // A machine that is off has no downtime, and a given description is sent unchanged.
    let off: VmId = fixture.sandbox.store().machines(PROVIDER)[1].id.parse().unwrap();
    let operation = fixture.client.create_snapshot(CreateSnapshot::new(off, "n").description("d")).await.unwrap();
    assert_eq!(operation.warnings(), []);
    fixture.assert_no_violations();
}

#[tokio::test]
async fn a_create_is_polled_by_its_id_until_it_is_done() {
    let fixture = Fixture::start().await;
    let operation = fixture.client.create_snapshot(fixture.create("mine")).await.unwrap();
    let id = operation.resource_id().unwrap();
    match operation.poll().await.unwrap() {
        OperationState::Running { status, .. } => assert_eq!(status.as_deref(), Some("CREATING")),
        other => panic!("{other:?}"),
    }
    let making = fixture.client.snapshot(id.parse::<cloudsnap::SnapshotId>().unwrap()).await.unwrap();
    assert_eq!((making.size, making.status), (None, SnapshotStatus::Creating), "a size of 0 is unknown");
    fixture.sandbox.advance(MINUTE);
    let snapshot = operation.wait(waiting()).await.unwrap();
    assert_eq!((snapshot.id.as_str(), snapshot.status), (id.as_str(), SnapshotStatus::Ready));
    assert!(snapshot.size.is_some());
    assert_eq!(snapshot.vm.id.as_ref(), Some(&fixture.vm));
    fixture.assert_no_violations();
}

#[tokio::test]
async fn an_unknown_status_neither_ends_nor_fails_a_wait() {
    let fixture = Fixture::start().await;
    let operation = fixture.client.create_snapshot(fixture.create("odd")).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    fixture.inject("status-word:WOBBLY@get_snapshot");
    let short = waiting().timeout(Duration::from_millis(300));
    let error = operation.wait(short.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.message().contains("WOBBLY"), "{error}");
    assert!(error.handle().is_some());
    let snapshot = operation.wait(short.done_word("wobbly")).await.unwrap();
    assert_eq!(snapshot.status, SnapshotStatus::Unknown);
    assert_eq!(snapshot.provider_status.as_deref(), Some("WOBBLY"));
}

#[tokio::test]
async fn each_status_for_ready_and_for_failed() {
    for (word, done) in
        [("SUCCESS", true), ("SUCCESSFUL", true), ("COMPLETE", true), ("ERROR", false), ("FAILED", false)]
    {
        let fixture = Fixture::start().await;
        let operation = fixture.client.create_snapshot(fixture.create("word")).await.unwrap();
        fixture.inject(&format!("status-word:{word}@get_snapshot"));
        match operation.wait(waiting()).await {
            Ok(snapshot) => assert!(done && snapshot.provider_status.as_deref() == Some(word)),
            Err(error) => {
                assert!(!done && error.kind() == ErrorKind::OperationFailed, "{word}: {error}");
                assert!(error.message().contains(word), "{error}");
            }
        }
    }
}

#[tokio::test]
async fn a_busy_machine_is_a_temporary_conflict() {
    let fixture = Fixture::start().await;
    let late = fixture.client.prepare(fixture.create("late")).await.unwrap();
    let first = fixture.client.create_snapshot(fixture.create("first")).await.unwrap();
    let error = late.submit().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Conflict, Some(400)), "{error}");
    assert!(error.is_retryable());
    assert_eq!(error.code(), Some("bad_request"));
    assert!(error.message().contains("no operation can be performed"), "the vendor's text: {error}");
    fixture.sandbox.advance(MINUTE);
    first.wait(waiting()).await.unwrap();
    fixture.client.create_snapshot(fixture.create("late")).await.unwrap();
    fixture.assert_no_violations();
}

#[tokio::test]
async fn the_state_decides_and_not_the_text() {
    // The message for a busy machine, about one that is not.
    let fixture = Fixture::start().await;
    fixture.inject("custom:busy@create_snapshot*1");
    let error = fixture.client.create_snapshot(fixture.create("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert!(!error.is_retryable());
    // A flavor without snapshots is marked, and nothing is sent for its machines.
    let never: VmId = fixture.sandbox.store().machines(PROVIDER)[2].id.parse().unwrap();
    let error = fixture.client.create_snapshot(CreateSnapshot::new(never, "n")).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Unsupported, None), "{error}");
    assert_eq!(fixture.changes(), ["create_snapshot"]);
}

#[tokio::test]
async fn an_unknown_machine_is_not_found_before_anything_is_sent() {
    let fixture = Fixture::start().await;
    let error = fixture.client.create_snapshot(CreateSnapshot::new("999".parse().unwrap(), "n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert!(fixture.changes().is_empty());
}

#[tokio::test]
async fn a_lost_create_does_not_claim_an_older_namesake() {
    let fixture = Fixture::start().await;
    let old = fixture.ready("twin").await;
    fixture.inject("reset-after@create_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("twin")).await.unwrap();
    assert_ne!(operation.resource_id(), Some(old.id.to_string()));
    fixture.sandbox.advance(MINUTE);
    let new = operation.wait(waiting()).await.unwrap();
    assert_ne!(new.id, old.id);
    // One that another process created long ago can only be recognized by its time.
    let seeded = fixture.seeded("before-upgrade").await;
    assert_eq!(seeded.vm.id.as_ref(), Some(&fixture.vm));
    fixture.inject("reset-after@create_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("before-upgrade")).await.unwrap();
    assert_ne!(operation.resource_id(), Some(seeded.id.to_string()));
    fixture.sandbox.advance(MINUTE);
    assert_eq!(fixture.snapshots(), 7);
    // Nothing was created: the older namesakes do not match, and the outcome is unknown.
    fixture.inject("custom:vanish@create_snapshot*1");
    fixture.inject("reset-after@create_snapshot*1");
    let error = fixture.hurried().create_snapshot(fixture.create("twin")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert!(error.handle().is_some());
    assert_eq!(fixture.changes().len(), 4, "sent once each");
}

#[tokio::test]
async fn a_lost_create_is_searched_for_until_it_appears() {
    let fixture = Fixture::start().await;
    fixture.inject("custom:late-row=3@create_snapshot*1");
    fixture.inject("truncate@create_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("late")).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    assert_eq!(operation.wait(waiting()).await.unwrap().name.as_deref(), Some("late"));
    assert_eq!(fixture.changes(), ["create_snapshot"]);
}

#[tokio::test]
async fn namesakes_without_times_are_distinguished_by_their_ids() {
    let fixture = Fixture::start().await;
    let old = fixture.ready("twin").await;
    fixture.inject("custom:old-form@list_snapshots");
    fixture.inject("reset-after@create_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("twin")).await.unwrap();
    let new = fixture.sandbox.store().snapshots(PROVIDER).pop().unwrap();
    assert!(operation.resource_id() == Some(new.id.clone()) && new.id != old.id.as_str());
}

#[tokio::test]
async fn a_success_that_reports_a_refusal_created_nothing() {
    let fixture = Fixture::start().await;
    fixture.inject("custom:refuse@create_snapshot");
    let error = fixture.lenient().create_snapshot(fixture.create("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("could not be processed") && !error.may_have_taken_effect(), "{error}");
    assert_eq!(fixture.changes(), ["create_snapshot"]);
}

#[tokio::test]
async fn a_refusal_that_names_a_snapshot_is_checked() {
    let vm = json!({ "id": 7, "name": "vm", "status": "SHUTOFF" });
    let row = json!({ "id": 70, "name": "n", "vm_id": 7, "status": "SUCCESS" });
    let server = server(&[
        ("GET", "/core/virtual-machines/7", 200, json!({ "status": true, "message": "m", "instance": vm })),
        (
            "POST",
            "/core/virtual-machines/7/snapshots",
            201,
            json!({ "status": false, "message": "m", "snapshot": row }),
        ),
        ("GET", "/core/snapshots/70", 200, json!({ "status": 200, "message": "m", "snapshot": row })),
    ])
    .await;
    let operation = on(&server).create_snapshot(CreateSnapshot::new("7".parse().unwrap(), "n")).await.unwrap();
    assert_eq!(operation.wait(waiting()).await.unwrap().id.as_str(), "70");
}
