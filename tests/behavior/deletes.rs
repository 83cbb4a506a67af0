//! Deletes and renames.

use std::time::Duration;

use cloudsnap::{DeleteSnapshot, ErrorKind, RenameSnapshot, SnapshotId, SnapshotRef};

use crate::fixture::{Fixture, quick, waiting};

pub async fn deletes_and_waits(fixture: &Fixture) {
    if !fixture.capabilities().delete_snapshot {
        return;
    }
    let mine = fixture.ready("behaviour").await;
    let before = fixture.existing();
    let reference = SnapshotRef::new(mine.id.clone()).of_vm(fixture.vm.clone());
    let operation = fixture.client.delete_snapshot(reference.clone()).await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(60));
    let deleted = operation.wait(waiting()).await.unwrap();
    assert_eq!((deleted.id, deleted.deleted), (mine.id.to_string(), true));
    assert_eq!(fixture.existing(), before - 1);
    let error = fixture.client.snapshot(&reference).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// A machine from a trial restore is deleted, and its snapshot is kept.
pub async fn deletes_a_machine_and_keeps_its_snapshots(fixture: &Fixture) {
    if !fixture.capabilities().delete_vm {
        return;
    }
    let mine = fixture.ready("behaviour").await;
    let (snapshots, machines) = (fixture.existing(), fixture.machines());
    let operation = fixture.client.delete_vm(fixture.vm.clone()).await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(60));
    let deleted = operation.wait(waiting()).await.unwrap();
    assert_eq!((deleted.id, deleted.deleted), (fixture.vm.to_string(), true));
    assert_eq!((fixture.existing(), fixture.machines()), (snapshots, machines - 1));
    assert!(fixture.client.snapshot(&SnapshotRef::new(mine.id)).await.is_ok(), "the snapshot outlives its machine");
    let error = fixture.client.delete_vm(fixture.vm.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// The response to the deletion of a machine is lost: the absence of the machine confirms it.
pub async fn a_lost_delete_of_a_machine_is_confirmed_by_its_absence(fixture: &Fixture) {
    if !fixture.capabilities().delete_vm {
        return;
    }
    let machines = fixture.machines();
    fixture.inject("reset-after@changing*1");
    let deleting = fixture.client.delete_vm(fixture.vm.clone()).await;
    fixture.sandbox.advance(Duration::from_secs(60));
    let operation = match deleting {
        Ok(operation) => operation,
        Err(error) => fixture.client.resume(error.handle().expect("a handle")).unwrap(),
    };
    assert!(operation.wait(waiting()).await.unwrap().deleted);
    assert_eq!(fixture.machines(), machines - 1);
}

/// A deletion of a machine that never arrived is not reported as done: the machine exists.
pub async fn a_delete_of_a_machine_that_never_arrived_is_not_a_success(fixture: &Fixture) {
    if !fixture.capabilities().delete_vm {
        return;
    }
    let machines = fixture.machines();
    fixture.inject("reset-before@changing");
    let client = fixture.client.with_options(quick().timeout(Duration::from_millis(1500)));
    let error = client.delete_vm(fixture.vm.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(fixture.machines(), machines);
}

/// The server handles the request and its response is lost: a retry, a poll or at the latest the handle shows that the snapshot is gone.
pub async fn a_lost_delete_is_confirmed(fixture: &Fixture) {
    if !fixture.capabilities().delete_snapshot {
        return;
    }
    for fault in ["reset-after@changing*1", "503-after@changing*1"] {
        let mine = fixture.ready("behaviour").await;
        let before = fixture.existing();
        fixture.inject(fault);
        let client = fixture.client.with_options(quick().timeout(Duration::from_secs(2)));
        let deleting = client.delete_snapshot(SnapshotRef::new(mine.id).of_vm(fixture.vm.clone())).await;
        fixture.sandbox.advance(Duration::from_secs(60));
        let operation = match deleting {
            Ok(operation) => operation,
            // If a delete is not retried and the object does not show that it is being deleted, this takes time.
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{fault}: {error}");
                fixture.client.resume(error.handle().expect("a handle")).unwrap()
            }
        };
        assert!(operation.wait(waiting()).await.unwrap().deleted, "{fault}");
        assert_eq!(fixture.existing(), before - 1, "{fault}");
    }
}

/// A first attempt that arrived is not forgotten when the next one is refused: the error does not claim that nothing happened.
pub async fn a_delete_that_arrived_before_a_refusal_is_not_reported_as_refused(fixture: &Fixture) {
    // ManageIQ deletes with a POST, which is not retried.
    if !fixture.capabilities().delete_snapshot || fixture.provider == cloudsnap::Provider::ManageIq {
        return;
    }
    for refusal in ["429:999@changing*1", "403@changing*1"] {
        let mine = fixture.ready("behaviour").await;
        let before = fixture.existing();
        let prepared =
            fixture.client.prepare(DeleteSnapshot::new(SnapshotRef::new(mine.id).of_vm(fixture.vm.clone()))).await;
        fixture.inject("503-after@changing*1");
        fixture.inject(refusal);
        let (submitted, ()) = tokio::join!(prepared.unwrap().submit(), async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            fixture.sandbox.advance(Duration::from_secs(60));
        });
        assert!(submitted.unwrap().wait(waiting()).await.unwrap().deleted, "{refusal}");
        assert_eq!(fixture.existing(), before - 1, "{refusal}");
    }
}

/// A process dies before it sends and leaves a handle; a lagging server that does not show the snapshot proves nothing.
pub async fn a_lagging_poll_does_not_confirm_a_delete_that_was_never_sent(fixture: &Fixture) {
    if !fixture.capabilities().delete_snapshot {
        return;
    }
    let mine = fixture.ready("behaviour").await;
    let reference = SnapshotRef::new(mine.id).of_vm(fixture.vm.clone());
    let handle = fixture.client.prepare(DeleteSnapshot::new(reference)).await.unwrap().handle();
    let operation = fixture.client.resume_any(&handle).unwrap();
    fixture.inject("stale-list:3600@safe");
    for _ in 0..3 {
        assert_eq!(operation.poll().await.unwrap().as_str(), "pending");
    }
}

/// No attempt arrives, and no response reveals this.
pub async fn a_delete_that_never_arrived_is_not_a_success(fixture: &Fixture) {
    if !fixture.capabilities().delete_snapshot {
        return;
    }
    let mine = fixture.ready("behaviour").await;
    let before = fixture.existing();
    fixture.inject("reset-before@changing");
    let client = fixture.client.with_options(quick().timeout(Duration::from_millis(1500)));
    let error = client.delete_snapshot(SnapshotRef::new(mine.id).of_vm(fixture.vm.clone())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(fixture.existing(), before);
}

/// The old name contains the new one: this does not prove a rename.
pub async fn a_rename_that_never_arrived_is_not_a_success(fixture: &Fixture) {
    if !fixture.capabilities().rename_snapshot {
        return;
    }
    let mine = fixture.ready("nightly-old").await;
    fixture.inject("reset-before@changing");
    let client = fixture.client.with_options(quick().timeout(Duration::from_millis(1500)));
    let error = client.rename_snapshot(RenameSnapshot::new(mine.id, "nightly")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
}

pub async fn deletes_several_with_an_outcome_each(fixture: &Fixture) {
    if !fixture.capabilities().delete_snapshot {
        return;
    }
    let (first, second) = (fixture.ready("first").await, fixture.ready("second").await);
    let unknown = match first.id.as_str().parse::<i64>() {
        Ok(number) => (number + 777_777).to_string(),
        Err(_) => "00000000-0000-4000-8000-00000000dead".to_owned(),
    };
    let ids = [first.id, SnapshotId::new(unknown).unwrap(), second.id];
    let outcomes = fixture.client.delete_snapshots(ids.map(|id| SnapshotRef::new(id).of_vm(fixture.vm.clone()))).await;
    let kinds: Vec<_> = outcomes.iter().map(|outcome| outcome.as_ref().err().map(cloudsnap::Error::kind)).collect();
    assert_eq!(kinds, [None, Some(ErrorKind::NotFound), None]);
    fixture.sandbox.advance(Duration::from_secs(60));
    for operation in outcomes.into_iter().flatten() {
        assert!(operation.wait(waiting()).await.unwrap().deleted);
    }
}

pub async fn renames(fixture: &Fixture) {
    if !fixture.capabilities().rename_snapshot {
        return;
    }
    let mine = fixture.ready("before").await;
    let reference = SnapshotRef::new(mine.id.clone()).of_vm(fixture.vm.clone());
    let operation = fixture.client.rename_snapshot(RenameSnapshot::new(reference.clone(), "after")).await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(60));
    let renamed = operation.wait(waiting()).await.unwrap();
    assert_eq!((renamed.id, renamed.name.as_deref()), (mine.id, Some("after")));
    assert_eq!(fixture.client.snapshot(&reference).await.unwrap().name.as_deref(), Some("after"));
}
