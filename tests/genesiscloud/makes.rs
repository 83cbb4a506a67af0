//! Creates, replicas, clones and imports: what is sent, what is awaited, what is refused before sending.

use std::sync::{Arc, Mutex};

use cloudsnap::{
    CloneSnapshot, ErrorKind, ImportSnapshot, OperationState, PlannedRequest, SnapshotStatus, WaitOptions, Warning,
    WarningKind,
};
use serde_json::json;

use crate::fixture::{Fixture, MINUTE, NORTH, PROVIDER, SOUTH, quick, waiting};

fn import(name: &str) -> ImportSnapshot {
    ImportSnapshot::new(name, "https://images.example.com/a.raw.zst", 20, NORTH)
}

#[tokio::test]
async fn request_bodies_match_the_document() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    let planned: Arc<Mutex<Vec<PlannedRequest>>> = Arc::default();
    let plan = Arc::clone(&planned);
    let dry = fixture.client.with_options(quick().dry_run(move |request| plan.lock().unwrap().push(request.clone())));
    dry.create_snapshot(fixture.create("nightly").replica_region(SOUTH)).await.unwrap_err();
    dry.clone_snapshot(CloneSnapshot::new(source.id.clone(), "copy", SOUTH)).await.unwrap_err();
    dry.import_snapshot(import("appliance")).await.unwrap_err();
    let mut windows = import("appliance");
    windows.os_type = Some("windows".to_owned());
    dry.import_snapshot(windows).await.unwrap_err();
    dry.rename_snapshot(cloudsnap::RenameSnapshot::new(source.id.clone(), "silver")).await.unwrap_err();
    dry.delete_snapshot(source.id.clone()).await.unwrap_err();

    let url = "https://images.example.com/a.raw.zst";
    let base = fixture.sandbox.base_url(PROVIDER);
    let reported: Vec<_> = planned.lock().unwrap().drain(..).map(|plan| (plan.method, plan.url, plan.body)).collect();
    let at = |path: String| format!("{base}{path}");
    assert_eq!(
        reported,
        [
            (
                "POST".to_owned(),
                at(format!("/instances/{}/snapshots", fixture.vm)),
                Some(json!({"name": "nightly", "replicated_region": SOUTH}))
            ),
            (
                "POST".to_owned(),
                at(format!("/snapshots/{}/clone", source.id)),
                Some(json!({"name": "copy", "region": SOUTH}))
            ),
            (
                "POST".to_owned(),
                at("/snapshots".to_owned()),
                Some(json!({"name": "appliance", "region": NORTH, "size": 20, "url": url}))
            ),
            (
                "POST".to_owned(),
                at("/snapshots".to_owned()),
                Some(json!({"name": "appliance", "os_type": "windows", "region": NORTH, "size": 20, "url": url}))
            ),
            ("PATCH".to_owned(), at(format!("/snapshots/{}", source.id)), Some(json!({"name": "silver"}))),
            ("DELETE".to_owned(), at(format!("/snapshots/{}", source.id)), None),
        ]
    );
    assert_eq!(fixture.changes(), ["create_instance_snapshot"], "a dry run sends nothing");
    fixture.assert_no_violations();
}

#[tokio::test]
async fn imports_and_clones_result_in_snapshots() {
    let fixture = Fixture::start().await;
    let operation = fixture.client.import_snapshot(import("appliance")).await.unwrap();
    let OperationState::Running { status, .. } = operation.poll().await.unwrap() else { panic!("not running") };
    assert_eq!(status.as_deref(), Some("creating"));
    fixture.sandbox.advance(MINUTE);
    let imported = operation.wait(waiting()).await.unwrap();
    assert_eq!((imported.vm.id.as_ref(), imported.size.unwrap().value), (None, 20.0));
    let clone = CloneSnapshot::new(imported.id.clone(), "copy", SOUTH);
    let operation = fixture.client.clone_snapshot(clone).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    let copy = operation.wait(waiting()).await.unwrap();
    assert_eq!((copy.region.as_deref(), copy.name.as_deref()), (Some(SOUTH), Some("copy")));
    assert_eq!(copy.raw["source_snapshot_id"], imported.id.as_str());
    fixture.assert_no_violations();
}

#[tokio::test]
async fn invalid_requests_are_refused_before_sending() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    let mut empty = import("appliance");
    empty.size_gib = 0;
    let mut nowhere = import("appliance");
    nowhere.url = "images/a.raw".to_owned();
    let mut no_region = import("appliance");
    no_region.region = " ".to_owned();
    for (request, word) in [(empty, "1 GiB"), (nowhere, "URL"), (no_region, "region")] {
        let error = fixture.client.import_snapshot(request).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        assert!(error.message().contains(word) && error.message().contains("nothing was sent"), "{error}");
    }
    let error = fixture.client.clone_snapshot(CloneSnapshot::new(source.id.clone(), "copy", "")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    let error = fixture.client.create_snapshot(fixture.create("n").replica_region(NORTH)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "a replica in the instance's own region: {error}");
    let unknown = cloudsnap::CreateSnapshot::new("00000000-0000-4000-8000-00000000dead".parse().unwrap(), "n");
    assert_eq!(fixture.client.create_snapshot(unknown).await.unwrap_err().kind(), ErrorKind::NotFound);
    let unfinished = fixture.client.create_snapshot(fixture.create("unfinished")).await.unwrap();
    let id: cloudsnap::SnapshotId = unfinished.resource_id().unwrap().parse().unwrap();
    let error = fixture.client.clone_snapshot(CloneSnapshot::new(id, "copy", SOUTH)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert_eq!(fixture.changes().len(), 2, "only the two creates were sent: {:?}", fixture.changes());
    fixture.assert_no_violations();
}

#[tokio::test]
async fn failures_are_reported() {
    let fixture = Fixture::start().await;
    fixture.inject("custom:fail@create_instance_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("doomed")).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    let error = operation.wait(waiting()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("\"error\""), "{error}");

    fixture.inject("custom:vanish@create_instance_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("vanishing")).await.unwrap();
    assert_eq!(operation.wait_state(waiting()).await.unwrap(), OperationState::Gone);
}

/// A lagging server does not mean that a new snapshot is gone.
#[tokio::test]
async fn an_object_that_appears_late_is_awaited() {
    let fixture = Fixture::start().await;
    fixture.inject("custom:late-row=20@create_instance_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("late")).await.unwrap();
    assert!(matches!(operation.poll().await.unwrap(), OperationState::Running { .. }));
    assert!(matches!(operation.poll().await.unwrap(), OperationState::Running { .. }));
    fixture.sandbox.advance(MINUTE);
    assert_eq!(operation.wait(waiting()).await.unwrap().status, SnapshotStatus::Ready);
}

#[tokio::test]
async fn statuses_given_by_the_caller_end_a_wait() {
    for word in ["active", "available"] {
        let fixture = Fixture::start().await;
        fixture.inject(&format!("status-word:{word}@get_snapshot"));
        let operation = fixture.client.create_snapshot(fixture.create("nightly")).await.unwrap();
        let snapshot = operation.wait(waiting()).await.unwrap();
        assert_eq!((snapshot.status, snapshot.provider_status.as_deref()), (SnapshotStatus::Ready, Some(word)));
    }
    let fixture = Fixture::start().await;
    fixture.inject("status-word:archived@get_snapshot");
    let operation = fixture.client.create_snapshot(fixture.create("nightly")).await.unwrap();
    assert!(matches!(operation.poll().await.unwrap(), OperationState::Running { .. }));
    let options: WaitOptions = waiting().done_word("Archived");
    assert_eq!(operation.wait(options).await.unwrap().status, SnapshotStatus::Unknown);
}

#[tokio::test]
async fn a_replica_is_awaited_once_it_is_listed() {
    let fixture = Fixture::start().await;
    let before = fixture.snapshots();
    let operation = fixture.client.create_snapshot(fixture.create("nightly").replica_region(SOUTH)).await.unwrap();
    let warning = operation.warnings().iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    assert!(warning.contains(SOUTH) && warning.contains("list of snapshots"), "{warning}");
    // The snapshot itself is ready, its replica is not.
    fixture.sandbox.advance(std::time::Duration::from_secs(40));
    let OperationState::Running { status, .. } = operation.poll().await.unwrap() else { panic!("not running") };
    assert_eq!(status.as_deref(), Some("ready; its replica in EUC-DE-MUC-1: creating"));
    fixture.sandbox.advance(MINUTE);
    let snapshot = operation.wait(waiting()).await.unwrap();
    assert_eq!((snapshot.region.as_deref(), fixture.snapshots()), (Some(NORTH), before + 2));
    let replica = fixture.sandbox.store().snapshots(PROVIDER).pop().unwrap();
    let found = format!("the replica in {SOUTH} is snapshot {}", replica.id);
    assert_eq!(operation.warnings(), [Warning::new(WarningKind::SecondObject, found)]);
    fixture.assert_no_violations();
}

#[tokio::test]
async fn a_missing_replica_is_reported_and_a_failed_one_fails() {
    let fixture = Fixture::start().await;
    fixture.inject("custom:no-replica@create_instance_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("nightly").replica_region(SOUTH)).await.unwrap();
    fixture.sandbox.advance(MINUTE * 2);
    let snapshot = operation.wait(waiting()).await.unwrap();
    assert_eq!(snapshot.status, SnapshotStatus::Ready);
    let warnings = operation.warnings();
    assert!(warnings.len() == 1 && warnings[0].text.contains("no replica in EUC-DE-MUC-1"), "{warnings:?}");

    let operation = fixture.client.create_snapshot(fixture.create("weekly").replica_region(SOUTH)).await.unwrap();
    fixture.sandbox.advance(MINUTE * 2);
    fixture.inject("status-word:error@list_snapshots");
    let error = operation.wait(waiting()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("is ready, but the status of its replica"), "{error}");
}

/// A replica is a separate snapshot: after a lost response, the original is found, not the replica.
#[tokio::test]
async fn a_lost_response_with_a_replica_finds_the_original() {
    let fixture = Fixture::start().await;
    let before = fixture.snapshots();
    fixture.inject("reset-after@create_instance_snapshot*1");
    let operation = fixture.client.create_snapshot(fixture.create("nightly").replica_region(SOUTH)).await.unwrap();
    fixture.sandbox.advance(MINUTE * 2);
    let snapshot = operation.wait(waiting()).await.unwrap();
    assert_eq!((snapshot.region.as_deref(), fixture.snapshots()), (Some(NORTH), before + 2));
}
