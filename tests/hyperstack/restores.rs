//! Restores to a new machine: its ID in every format of the response, accompanying errors, and the wait for it.

use std::sync::{Arc, Mutex};

use cloudsnap::{
    ErrorKind, NewVm, RestoreSnapshot, RestoreTarget, SnapshotId, SnapshotRef, VmId, Warning, WarningKind,
};
use serde_json::{Value, json};

use crate::fixture::{Fixture, MINUTE, PROVIDER, on, server, waiting};

fn target(name: &str) -> RestoreTarget {
    RestoreTarget::NewVm(Box::new(NewVm::new(name)))
}

fn under_contract(name: &str, contract: &str) -> RestoreTarget {
    let mut new = NewVm::new(name);
    new.contract = Some(contract.to_owned());
    RestoreTarget::NewVm(Box::new(new))
}

#[tokio::test]
async fn the_new_machines_id_is_found_in_every_format() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    for (name, form) in [
        ("by-instances", None),
        ("by-instance", Some("custom:spec-form@restore_snapshot*1")),
        ("by-name", Some("custom:no-id@restore_snapshot*1")),
    ] {
        if let Some(form) = form {
            fixture.inject(form);
        }
        let before = fixture.machines();
        let operation = fixture.client.restore_snapshot(snapshot.id.clone(), target(name)).await.unwrap();
        let stored = fixture.sandbox.store().machines(PROVIDER).pop().unwrap();
        assert_eq!(operation.resource_id(), Some(stored.id.clone()), "{name}");
        let seen = fixture.sandbox.requests();
        let sent = seen.iter().rposition(|seen| seen.operation == Some("restore_snapshot")).unwrap();
        let looked = seen[sent..].iter().any(|seen| seen.operation == Some("list_vms"));
        assert_eq!(looked, name == "by-name", "an ID in the response is not searched for");
        fixture.sandbox.advance(MINUTE);
        let restored = operation.wait(waiting()).await.unwrap();
        assert_eq!(restored.vm_id, Some(stored.id.parse::<VmId>().unwrap()));
        assert_eq!(restored.vm.unwrap().status.as_deref(), Some("ACTIVE"));
        assert!(restored.confirmed);
        assert_eq!(fixture.machines(), before + 1);
    }
    assert_eq!(fixture.changes(), ["restore_snapshot"; 3]);
    fixture.assert_no_violations();
}

#[tokio::test]
async fn a_restore_waits_from_creating_through_build_to_active() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    let operation = fixture.client.restore_snapshot(snapshot.id, target("new")).await.unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&seen);
    let options = waiting().on_progress(move |progress| reported.lock().unwrap().extend(progress.status.clone()));
    let waited = tokio::spawn(async move { operation.wait(options).await });
    for _ in 0..2 {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        fixture.sandbox.advance(std::time::Duration::from_secs(16));
    }
    waited.await.unwrap().unwrap();
    let mut words = seen.lock().unwrap().clone();
    words.dedup();
    assert_eq!(words, ["CREATING", "BUILD"]);
}

#[tokio::test]
async fn a_machine_with_the_status_error_has_failed_and_is_named() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    fixture.inject("custom:fail@restore_snapshot");
    let operation = fixture.client.restore_snapshot(snapshot.id, target("new")).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    let error = operation.wait(waiting()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    let id = operation.resource_id().unwrap();
    assert!(error.message().contains(&id) && error.message().contains("ERROR"), "{error}");
}

#[tokio::test]
async fn errors_next_to_a_new_machine_are_a_warning() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    let operation = fixture.client.restore_snapshot(snapshot.id.clone(), under_contract("a", "123")).await.unwrap();
    let reported = "the machine was created, but contract: Contract with ID: 123 not found.";
    assert_eq!(operation.warnings(), [Warning::new(WarningKind::Remark, reported)]);
    fixture.sandbox.advance(MINUTE);
    let restored = operation.wait(waiting()).await.unwrap();
    assert_eq!(restored.vm.unwrap().raw["contract_id"], serde_json::Value::Null);
    // The warning outlives the process.
    let resumed = fixture.client.resume_any(&operation.handle()).unwrap();
    assert_eq!(resumed.warnings(), operation.warnings());
    let operation = fixture.client.restore_snapshot(snapshot.id.clone(), under_contract("b", "618")).await.unwrap();
    assert_eq!(operation.warnings(), []);
    fixture.sandbox.advance(MINUTE);
    assert_eq!(operation.wait(waiting()).await.unwrap().vm.unwrap().raw["contract_id"], 618);
    let error = fixture.client.restore_snapshot(snapshot.id, under_contract("c", "six")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert_eq!(fixture.changes().len(), 2, "a contract that is not a number is not sent");
    fixture.assert_no_violations();
}

#[tokio::test]
async fn properties_taken_from_the_snapshot_cannot_be_chosen() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    let before = fixture.sandbox.requests().len();
    let mut given: Vec<NewVm> = (0..4).map(|_| NewVm::new("n")).collect();
    given[0].hostname = Some("h".to_owned());
    given[1].vm_type = Some("t".to_owned());
    given[2].region = Some("CANADA-1".to_owned());
    given[3].login = Some(cloudsnap::Login::SshKeys(vec!["k".to_owned()]));
    for new in given {
        let error = fixture.client.prepare(RestoreSnapshot::new_vm(snapshot.id.clone(), new)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
        assert!(error.advice().unwrap().to_string().contains("taken from the snapshot"));
    }
    assert_eq!(fixture.sandbox.requests().len(), before);
}

#[tokio::test]
async fn a_snapshot_that_is_not_ready_or_not_of_the_machine_is_refused() {
    let fixture = Fixture::start().await;
    let making = fixture.client.create_snapshot(fixture.create("making")).await.unwrap();
    let id: SnapshotId = making.resource_id().unwrap().parse().unwrap();
    let error = fixture.client.restore_snapshot(id.clone(), target("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert!(error.is_retryable() && error.message().contains("CREATING"), "{error}");
    let other = SnapshotRef::new(id).of_vm("418000".parse().unwrap());
    let error = fixture.client.restore_snapshot(other, target("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let error = fixture.client.restore_snapshot("1".parse::<SnapshotId>().unwrap(), target("n")).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::NotFound, Some(404)), "{error}");
    assert_eq!(fixture.changes(), ["create_snapshot"]);
}

fn row(status: &str) -> Value {
    json!({ "status": 200, "message": "m",
            "snapshot": { "id": 70, "name": "n", "vm_id": 7, "status": status } })
}

#[tokio::test]
async fn a_400_is_explained_by_the_snapshots_state() {
    for (state, kind) in [
        ("CREATING", ErrorKind::Conflict),
        ("WOBBLY", ErrorKind::Conflict),
        ("SUCCESS", ErrorKind::Invalid),
        ("ERROR", ErrorKind::Invalid),
    ] {
        let refusal = json!({ "status": false, "message": "Snapshot 70 is not ready to be restored", "error_reason": "bad_request" });
        let server = server(&[("POST", "/core/snapshots/70/restore", 400, refusal)]).await;
        let ready = server
            .mock_async(|when, then| {
                when.path("/core/snapshots/70");
                then.status(200).json_body(row("SUCCESS"));
            })
            .await;
        let id: SnapshotId = "70".parse().unwrap();
        let request = RestoreSnapshot::new_vm(id, NewVm::new("n"));
        let prepared = on(&server).prepare(request).await.unwrap();
        ready.delete_async().await;
        let _changed = server
            .mock_async(|when, then| {
                when.path("/core/snapshots/70");
                then.status(200).json_body(row(state));
            })
            .await;
        let error = prepared.submit().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (kind, Some(400)), "{state}: {error}");
        assert_eq!(error.is_retryable(), kind == ErrorKind::Conflict);
        assert!(error.message().contains("is not ready to be restored"), "{error}");
    }
}

#[tokio::test]
async fn missing_credit_is_reported_with_the_vendors_message() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    fixture.inject("custom:balance@restore_snapshot");
    let error = fixture.client.restore_snapshot(snapshot.id, target("n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert_eq!(error.message(), "Insufficient balance to create the resource");
}

#[tokio::test]
async fn a_lost_restore_finds_the_machine_by_its_name() {
    let fixture = Fixture::start().await;
    let snapshot = fixture.seeded("before-upgrade").await;
    fixture.inject("html-502-after@restore_snapshot*1");
    let operation = fixture.client.restore_snapshot(snapshot.id.clone(), target("new")).await.unwrap();
    let stored = fixture.sandbox.store().machines(PROVIDER).pop().unwrap();
    assert_eq!(operation.resource_id(), Some(stored.id));
    // An older machine with that name does not match.
    fixture.sandbox.advance(MINUTE);
    fixture.inject("reset-before@restore_snapshot*1");
    let error = fixture.hurried().restore_snapshot(snapshot.id, target("new")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(fixture.changes(), ["restore_snapshot"; 2]);
}

#[tokio::test]
async fn a_machine_deleted_during_the_wait_is_gone() {
    let machine = |status: &str| json!({ "id": 90, "name": "new", "status": status });
    let server = server(&[
        ("GET", "/core/snapshots/70", 200, row("SUCCESS")),
        (
            "POST",
            "/core/snapshots/70/restore",
            200,
            json!({ "status": true, "message": "m", "instances": [machine("CREATING")] }),
        ),
        (
            "GET",
            "/core/virtual-machines/90",
            200,
            json!({ "status": true, "message": "m", "instance": machine("DELETING") }),
        ),
    ])
    .await;
    let operation = on(&server).restore_snapshot("70".parse::<SnapshotId>().unwrap(), target("new")).await.unwrap();
    let error = operation.wait(waiting()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("it is gone or was never created"), "{error}");
}
