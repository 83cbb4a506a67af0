//! Creates: what is sent and said, status words, refusals that pass, and lost answers beside namesakes.

use std::time::Duration;

use cloudsnap::{CreateSnapshot, ErrorKind, OperationState, SnapshotStatus, VmId, WarningKind};
use serde_json::json;

use crate::world::{MINUTE, PROVIDER, World, on, server, waiting};

#[tokio::test]
async fn a_description_is_always_sent_and_said() {
    let world = World::start().await;
    let request = CreateSnapshot::new(world.vm.clone(), "nightly-7").labels(["a", "b"]);
    let prepared = world.client.prepare(request).await.unwrap();
    assert!(prepared.warnings()[0].text.contains("\"nightly-7\" is sent"), "{:?}", prepared.warnings());
    let kinds: Vec<_> = prepared.warnings().iter().map(|warning| warning.kind).collect();
    assert_eq!(kinds, [WarningKind::FilledIn, WarningKind::Downtime]);
    assert!(prepared.warnings()[1].text.contains("may be switched off"), "{:?}", prepared.warnings());
    let operation = prepared.submit().await.unwrap();
    assert_eq!(operation.warnings().len(), 2);
    let row = world.sandbox.store().snapshots(PROVIDER).pop().unwrap();
    assert_eq!(row.description.as_deref(), Some("nightly-7"));
    assert_eq!(row.extra["labels"], json!(["a", "b"]));
    // A machine that is off loses nothing, and a description that is given is sent as it is.
    let off: VmId = world.sandbox.store().machines(PROVIDER)[1].id.parse().unwrap();
    let operation = world.client.create_snapshot(CreateSnapshot::new(off, "n").description("d")).await.unwrap();
    assert_eq!(operation.warnings(), []);
    world.holds_the_contract();
}

#[tokio::test]
async fn it_is_watched_by_its_id_until_it_is_done() {
    let world = World::start().await;
    let operation = world.client.create_snapshot(world.create("mine")).await.unwrap();
    let id = operation.resource_id().unwrap();
    match operation.poll().await.unwrap() {
        OperationState::Running { status, .. } => assert_eq!(status.as_deref(), Some("CREATING")),
        other => panic!("{other:?}"),
    }
    let making = world.client.snapshot(id.parse::<cloudsnap::SnapshotId>().unwrap()).await.unwrap();
    assert_eq!((making.size, making.status), (None, SnapshotStatus::Creating), "a size of 0 is none");
    world.sandbox.advance(MINUTE);
    let snapshot = operation.wait(waiting()).await.unwrap();
    assert_eq!((snapshot.id.as_str(), snapshot.status), (id.as_str(), SnapshotStatus::Ready));
    assert!(snapshot.size.is_some());
    assert_eq!(snapshot.vm.id.as_ref(), Some(&world.vm));
    world.holds_the_contract();
}

#[tokio::test]
async fn an_unknown_word_neither_ends_nor_fails_a_wait() {
    let world = World::start().await;
    let operation = world.client.create_snapshot(world.create("odd")).await.unwrap();
    world.sandbox.advance(MINUTE);
    world.inject("status-word:WOBBLY@get_snapshot");
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
async fn each_word_for_done_and_for_failed() {
    for (word, done) in
        [("SUCCESS", true), ("SUCCESSFUL", true), ("COMPLETE", true), ("ERROR", false), ("FAILED", false)]
    {
        let world = World::start().await;
        let operation = world.client.create_snapshot(world.create("word")).await.unwrap();
        world.inject(&format!("status-word:{word}@get_snapshot"));
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
async fn a_busy_machine_is_a_conflict_that_passes() {
    let world = World::start().await;
    let late = world.client.prepare(world.create("late")).await.unwrap();
    let first = world.client.create_snapshot(world.create("first")).await.unwrap();
    let error = late.submit().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Conflict, Some(400)), "{error}");
    assert!(error.is_retryable());
    assert_eq!(error.code(), Some("bad_request"));
    assert!(error.message().contains("no operation can be performed"), "the vendor's text: {error}");
    world.sandbox.advance(MINUTE);
    first.wait(waiting()).await.unwrap();
    world.client.create_snapshot(world.create("late")).await.unwrap();
    world.holds_the_contract();
}

#[tokio::test]
async fn the_state_decides_and_not_the_text() {
    // The very text of a busy machine, of one that is not.
    let world = World::start().await;
    world.inject("custom:busy@create_snapshot*1");
    let error = world.client.create_snapshot(world.create("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert!(!error.is_retryable());
    // What no wait will mend.
    let never: VmId = world.sandbox.store().machines(PROVIDER)[2].id.parse().unwrap();
    let error = world.client.create_snapshot(CreateSnapshot::new(never, "n")).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Invalid, Some(400)), "{error}");
    assert!(error.message().contains("does not support snapshots"), "{error}");
    assert_eq!(world.changes(), ["create_snapshot", "create_snapshot"]);
}

#[tokio::test]
async fn an_unknown_machine_is_not_found_before_anything_is_sent() {
    let world = World::start().await;
    let error = world.client.create_snapshot(CreateSnapshot::new("999".parse().unwrap(), "n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert!(world.changes().is_empty());
}

#[tokio::test]
async fn a_lost_answer_is_not_an_older_namesake() {
    let world = World::start().await;
    let old = world.ready("twin").await;
    world.inject("reset-after@create_snapshot*1");
    let operation = world.client.create_snapshot(world.create("twin")).await.unwrap();
    assert_ne!(operation.resource_id(), Some(old.id.to_string()));
    world.sandbox.advance(MINUTE);
    let new = operation.wait(waiting()).await.unwrap();
    assert_ne!(new.id, old.id);
    // One that another process made long ago: only its time tells.
    let seeded = world.seeded("before-upgrade").await;
    assert_eq!(seeded.vm.id.as_ref(), Some(&world.vm));
    world.inject("reset-after@create_snapshot*1");
    let operation = world.client.create_snapshot(world.create("before-upgrade")).await.unwrap();
    assert_ne!(operation.resource_id(), Some(seeded.id.to_string()));
    world.sandbox.advance(MINUTE);
    assert_eq!(world.snapshots(), 7);
    // Nothing came of it: the older namesakes are not it, and that it is none cannot be known.
    world.inject("custom:vanish@create_snapshot*1");
    world.inject("reset-after@create_snapshot*1");
    let error = world.hurried().create_snapshot(world.create("twin")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert!(error.handle().is_some());
    assert_eq!(world.changes().len(), 4, "sent once each");
}

#[tokio::test]
async fn a_lost_answer_is_looked_for_until_it_shows() {
    let world = World::start().await;
    world.inject("custom:late-row=3@create_snapshot*1");
    world.inject("truncate@create_snapshot*1");
    let operation = world.client.create_snapshot(world.create("late")).await.unwrap();
    world.sandbox.advance(MINUTE);
    assert_eq!(operation.wait(waiting()).await.unwrap().name.as_deref(), Some("late"));
    assert_eq!(world.changes(), ["create_snapshot"]);
}

#[tokio::test]
async fn namesakes_without_times_are_told_apart_by_their_ids() {
    let world = World::start().await;
    let old = world.ready("twin").await;
    world.inject("custom:old-form@list_snapshots");
    world.inject("reset-after@create_snapshot*1");
    let operation = world.client.create_snapshot(world.create("twin")).await.unwrap();
    let new = world.sandbox.store().snapshots(PROVIDER).pop().unwrap();
    assert!(operation.resource_id() == Some(new.id.clone()) && new.id != old.id.as_str());
}

#[tokio::test]
async fn a_success_that_says_it_is_none_made_nothing() {
    let world = World::start().await;
    world.inject("custom:refuse@create_snapshot");
    let error = world.lenient().create_snapshot(world.create("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("could not be processed") && !error.may_have_taken_effect(), "{error}");
    assert_eq!(world.changes(), ["create_snapshot"]);
}

#[tokio::test]
async fn one_that_names_a_snapshot_is_looked_at() {
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
