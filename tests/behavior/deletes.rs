//! Deletes and renames.

use std::time::Duration;

use cloudsnap::{DeleteSnapshot, ErrorKind, RenameSnapshot, SnapshotId, SnapshotRef};

use crate::world::{World, quick, waiting};

pub async fn deletes_and_waits(world: &World) {
    if !world.capabilities().delete_snapshot {
        return;
    }
    let mine = world.ready("behaviour").await;
    let before = world.existing();
    let reference = SnapshotRef::new(mine.id.clone()).of(world.vm.clone());
    let operation = world.client.delete_snapshot(reference.clone()).await.unwrap();
    world.sandbox.advance(Duration::from_secs(60));
    let deleted = operation.wait(waiting()).await.unwrap();
    assert_eq!((deleted.id, deleted.deleted), (mine.id.to_string(), true));
    assert_eq!(world.existing(), before - 1);
    let error = world.client.snapshot(&reference).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// What a restore was tried on goes again: the machine is gone, and its snapshot stays.
pub async fn deletes_a_machine_and_keeps_its_snapshots(world: &World) {
    if !world.capabilities().delete_vm {
        return;
    }
    let mine = world.ready("behaviour").await;
    let (snapshots, machines) = (world.existing(), world.machines());
    let operation = world.client.delete_vm(world.vm.clone()).await.unwrap();
    world.sandbox.advance(Duration::from_secs(60));
    let deleted = operation.wait(waiting()).await.unwrap();
    assert_eq!((deleted.id, deleted.deleted), (world.vm.to_string(), true));
    assert_eq!((world.existing(), world.machines()), (snapshots, machines - 1));
    assert!(world.client.snapshot(&SnapshotRef::new(mine.id)).await.is_ok(), "the snapshot outlives its machine");
    let error = world.client.delete_vm(world.vm.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
}

/// The answer to the deletion of a machine is lost: it is seen by the machine's absence.
pub async fn a_lost_delete_of_a_machine_is_seen_by_its_absence(world: &World) {
    if !world.capabilities().delete_vm {
        return;
    }
    let machines = world.machines();
    world.inject("reset-after@changing*1");
    let deleting = world.client.delete_vm(world.vm.clone()).await;
    world.sandbox.advance(Duration::from_secs(60));
    let operation = match deleting {
        Ok(operation) => operation,
        Err(error) => world.client.resume(error.handle().expect("a handle")).unwrap(),
    };
    assert!(operation.wait(waiting()).await.unwrap().deleted);
    assert_eq!(world.machines(), machines - 1);
}

/// A deletion of a machine that never arrived is not told as done: the machine is there.
pub async fn a_delete_of_a_machine_that_never_arrived_is_no_success(world: &World) {
    if !world.capabilities().delete_vm {
        return;
    }
    let machines = world.machines();
    world.inject("reset-before@changing");
    let client = world.client.with_options(quick().timeout(Duration::from_millis(1500)));
    let error = client.delete_vm(world.vm.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(world.machines(), machines);
}

/// The server acted and its answer is lost: the second try, or a look, shows that it is gone; at the latest the handle.
pub async fn a_lost_delete_is_done(world: &World) {
    if !world.capabilities().delete_snapshot {
        return;
    }
    for fault in ["reset-after@changing*1", "503-after@changing*1"] {
        let mine = world.ready("behaviour").await;
        let before = world.existing();
        world.inject(fault);
        let client = world.client.with_options(quick().timeout(Duration::from_secs(2)));
        let deleting = client.delete_snapshot(SnapshotRef::new(mine.id).of(world.vm.clone())).await;
        world.sandbox.advance(Duration::from_secs(60));
        let operation = match deleting {
            Ok(operation) => operation,
            // Where a delete is not sent again and what is being deleted looks like what is not, only time tells.
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{fault}: {error}");
                world.client.resume(error.handle().expect("a handle")).unwrap()
            }
        };
        assert!(operation.wait(waiting()).await.unwrap().deleted, "{fault}");
        assert_eq!(world.existing(), before - 1, "{fault}");
    }
}

/// A first attempt that arrived is not forgotten when the next one is refused: nobody says that nothing happened.
pub async fn a_delete_that_arrived_before_a_refusal_is_not_denied(world: &World) {
    // ManageIQ deletes by a POST, of which there is no second attempt.
    if !world.capabilities().delete_snapshot || world.provider == cloudsnap::Provider::ManageIq {
        return;
    }
    for refusal in ["429:999@changing*1", "403@changing*1"] {
        let mine = world.ready("behaviour").await;
        let before = world.existing();
        let prepared = world.client.prepare(DeleteSnapshot::new(SnapshotRef::new(mine.id).of(world.vm.clone()))).await;
        world.inject("503-after@changing*1");
        world.inject(refusal);
        let (submitted, ()) = tokio::join!(prepared.unwrap().submit(), async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            world.sandbox.advance(Duration::from_secs(60));
        });
        assert!(submitted.unwrap().wait(waiting()).await.unwrap().deleted, "{refusal}");
        assert_eq!(world.existing(), before - 1, "{refusal}");
    }
}

/// A process that died before it sent leaves a handle; a server that lags and does not show the snapshot proves nothing.
pub async fn a_delete_that_was_never_sent_is_not_told_by_a_lagging_look(world: &World) {
    if !world.capabilities().delete_snapshot {
        return;
    }
    let mine = world.ready("behaviour").await;
    let reference = SnapshotRef::new(mine.id).of(world.vm.clone());
    let handle = world.client.prepare(DeleteSnapshot::new(reference)).await.unwrap().handle();
    let operation = world.client.resume_any(&handle).unwrap();
    world.inject("stale-list:3600@safe");
    for _ in 0..3 {
        assert_eq!(operation.poll().await.unwrap().as_str(), "pending");
    }
}

/// No attempt arrived, and none of the answers says so.
pub async fn a_delete_that_never_arrived_is_no_success(world: &World) {
    if !world.capabilities().delete_snapshot {
        return;
    }
    let mine = world.ready("behaviour").await;
    let before = world.existing();
    world.inject("reset-before@changing");
    let client = world.client.with_options(quick().timeout(Duration::from_millis(1500)));
    let error = client.delete_snapshot(SnapshotRef::new(mine.id).of(world.vm.clone())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(world.existing(), before);
}

/// The old name holds the new one: that is no sign of a renaming.
pub async fn a_rename_that_never_arrived_is_no_success(world: &World) {
    if !world.capabilities().rename_snapshot {
        return;
    }
    let mine = world.ready("nightly-old").await;
    world.inject("reset-before@changing");
    let client = world.client.with_options(quick().timeout(Duration::from_millis(1500)));
    let error = client.rename_snapshot(RenameSnapshot::new(mine.id, "nightly")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
}

pub async fn deletes_several_with_an_outcome_each(world: &World) {
    if !world.capabilities().delete_snapshot {
        return;
    }
    let (first, second) = (world.ready("first").await, world.ready("second").await);
    let unknown = match first.id.as_str().parse::<i64>() {
        Ok(number) => (number + 777_777).to_string(),
        Err(_) => "00000000-0000-4000-8000-00000000dead".to_owned(),
    };
    let ids = [first.id, SnapshotId::new(unknown).unwrap(), second.id];
    let outcomes = world.client.delete_snapshots(ids.map(|id| SnapshotRef::new(id).of(world.vm.clone()))).await;
    let kinds: Vec<_> = outcomes.iter().map(|outcome| outcome.as_ref().err().map(cloudsnap::Error::kind)).collect();
    assert_eq!(kinds, [None, Some(ErrorKind::NotFound), None]);
    world.sandbox.advance(Duration::from_secs(60));
    for operation in outcomes.into_iter().flatten() {
        assert!(operation.wait(waiting()).await.unwrap().deleted);
    }
}

pub async fn renames(world: &World) {
    if !world.capabilities().rename_snapshot {
        return;
    }
    let mine = world.ready("before").await;
    let reference = SnapshotRef::new(mine.id.clone()).of(world.vm.clone());
    let operation = world.client.rename_snapshot(RenameSnapshot::new(reference.clone(), "after")).await.unwrap();
    world.sandbox.advance(Duration::from_secs(60));
    let renamed = operation.wait(waiting()).await.unwrap();
    assert_eq!((renamed.id, renamed.name.as_deref()), (mine.id, Some("after")));
    assert_eq!(world.client.snapshot(&reference).await.unwrap().name.as_deref(), Some("after"));
}
