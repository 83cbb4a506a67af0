//! Polling: tasks that fail or never end, snapshots that appear late or never, roles that may not read tasks.

use std::time::Duration;

use cloudsnap::{CreateSnapshot, Error, ErrorKind, Operation, OperationState, RestoreTarget, Snapshot, VmId};

use crate::support::{brief, builder, changes, fixture, inject, minute, of, ready, vm_of, waiting};

async fn creating(client: &cloudsnap::Client, vm: &VmId) -> Operation<Snapshot> {
    client.create_snapshot(CreateSnapshot::new(vm.clone(), "wanted")).await.unwrap()
}

/// The error names the task, the machine, and where else to look; its handle resumes.
fn names_all(error: &Error, vm: &VmId) {
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    let reported = format!("{error}; {}", error.advice().unwrap());
    for word in ["task ", vm.id(), "notification", "\"wanted\""] {
        assert!(reported.contains(word), "{word:?} is not in {reported}");
    }
    assert!(error.handle().is_some());
}

#[tokio::test]
async fn a_create_needs_its_task_and_a_new_record() {
    for maker in ["vmware", "openstack"] {
        let (sandbox, client) = fixture().await;
        let vm = vm_of(&sandbox, maker);
        // The record exists before the task has finished: not yet.
        inject(&sandbox, "custom:late-row=2*1");
        let operation = creating(&client, &vm).await;
        sandbox.advance(Duration::from_secs(5));
        assert!(matches!(operation.poll().await.unwrap(), OperationState::Running { .. }));
        minute(&sandbox);
        assert_eq!(operation.wait(waiting()).await.unwrap().name.as_deref(), Some("wanted"));
        assert_eq!(changes(&sandbox).len(), 1);
    }
}

#[tokio::test]
async fn a_failed_task_is_a_failure_with_its_message() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    inject(&sandbox, "custom:fail@change_vm_snapshots*1");
    let operation = creating(&client, &vm).await;
    minute(&sandbox);
    let error = operation.wait(waiting()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.to_string().contains("The datastore is full."), "{error}");

    let snapshot = ready(&sandbox, &client, &vm, "n").await;
    inject(&sandbox, "custom:fail@act_on_vm_snapshot*2");
    let deleting = client.delete_snapshot(of(&snapshot, &vm)).await.unwrap();
    let reverting = client.restore_snapshot(of(&snapshot, &vm), RestoreTarget::InPlace(vm.clone())).await.unwrap();
    minute(&sandbox);
    assert_eq!(deleting.wait(waiting()).await.unwrap_err().kind(), ErrorKind::OperationFailed);
    assert_eq!(reverting.wait(waiting()).await.unwrap_err().kind(), ErrorKind::OperationFailed);
}

#[tokio::test]
async fn a_task_that_never_ends_is_a_timeout() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    let snapshot = ready(&sandbox, &client, &vm, "n").await;
    inject(&sandbox, "custom:stuck*3");
    let creating = creating(&client, &vm).await;
    let deleting = client.delete_snapshot(of(&snapshot, &vm)).await.unwrap();
    let reverting = client.restore_snapshot(of(&snapshot, &vm), RestoreTarget::InPlace(vm)).await.unwrap();
    sandbox.advance(Duration::from_secs(100_000));
    for error in [
        creating.wait(brief()).await.unwrap_err(),
        deleting.wait(brief()).await.unwrap_err(),
        reverting.wait(brief()).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.to_string().contains("task Active") && error.handle().is_some(), "{error}");
    }
}

#[tokio::test]
async fn a_snapshot_that_appears_late_is_found_by_its_handle() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    inject(&sandbox, "custom:late-row=300@change_vm_snapshots*1");
    let operation = creating(&client, &vm).await;
    minute(&sandbox);
    let error = operation.wait(brief()).await.unwrap_err();
    names_all(&error, &vm);
    sandbox.advance(Duration::from_secs(300));
    let resumed = client.resume::<Snapshot>(error.handle().unwrap()).unwrap();
    assert_eq!(resumed.wait(waiting()).await.unwrap().name.as_deref(), Some("wanted"));
}

#[tokio::test]
async fn a_snapshot_that_never_appears_is_an_unknown_outcome() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "openstack");
    inject(&sandbox, "custom:vanish@change_instance_snapshots*1");
    let operation = creating(&client, &vm).await;
    minute(&sandbox);
    names_all(&operation.wait(brief()).await.unwrap_err(), &vm);
}

/// A veto after a successful task is in a notification, which is reported as well.
#[tokio::test]
async fn a_veto_is_reported_with_its_notification() {
    let (sandbox, client) = fixture().await;
    let (vm, other) = (vm_of(&sandbox, "vmware"), vm_of(&sandbox, "ovirt"));
    // The notification of another machine does not count.
    inject(&sandbox, "custom:veto@change_vm_snapshots*1");
    let of_other = creating(&client, &other).await;
    inject(&sandbox, "custom:vanish@change_vm_snapshots*1");
    let lost = creating(&client, &vm).await;
    minute(&sandbox);
    let error = lost.wait(brief()).await.unwrap_err();
    assert!(!error.to_string().contains("A policy prevents it."), "{error}");
    let error = of_other.wait(brief()).await.unwrap_err();
    names_all(&error, &other);
    assert!(error.to_string().contains("Failed to create snapshot of worker-1: A policy prevents it."), "{error}");
}

/// A role without access to tasks gets 403 for its own: the list decides.
#[tokio::test]
async fn without_access_to_tasks_the_list_decides() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    inject(&sandbox, "custom:forbid@get_task");
    let operation = creating(&client, &vm).await;
    assert!(matches!(operation.poll().await.unwrap(), OperationState::Running { .. }));
    minute(&sandbox);
    let snapshot = operation.wait(waiting()).await.unwrap();

    // A revert has no effect on the list.
    let reverting = client.restore_snapshot(of(&snapshot, &vm), RestoreTarget::InPlace(vm.clone())).await.unwrap();
    minute(&sandbox);
    let state = reverting.wait_state(waiting()).await.unwrap();
    assert!(matches!(&state, OperationState::Accepted(restored) if !restored.confirmed), "{state:?}");

    let deleting = client.delete_snapshot(of(&snapshot, &vm)).await.unwrap();
    assert!(matches!(deleting.poll().await.unwrap(), OperationState::Running { .. }));
    minute(&sandbox);
    assert!(deleting.wait(waiting()).await.unwrap().deleted);

    inject(&sandbox, "custom:vanish@change_vm_snapshots*1");
    let operation = creating(&client, &vm).await;
    minute(&sandbox);
    names_all(&operation.wait(brief()).await.unwrap_err(), &vm);
}

/// The task of a delete has succeeded but the record stays: not a success.
#[tokio::test]
async fn a_delete_ends_when_the_record_is_gone() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    let snapshot = ready(&sandbox, &client, &vm, "n").await;
    let deleting = client.delete_snapshot(of(&snapshot, &vm)).await.unwrap();
    // The task has finished, but the inventory was not read yet.
    sandbox.advance(Duration::from_secs(20));
    let OperationState::Running { status, .. } = deleting.poll().await.unwrap() else { panic!("not running") };
    assert_eq!(status.as_deref(), Some("deleting"));
    sandbox.advance(Duration::from_secs(20));
    assert!(deleting.wait(waiting()).await.unwrap().deleted);

    let snapshot = ready(&sandbox, &client, &vm, "n").await;
    inject(&sandbox, "custom:vanish@act_on_vm_snapshot*1");
    let deleting = client.delete_snapshot(of(&snapshot, &vm)).await.unwrap();
    minute(&sandbox);
    let error = deleting.wait(brief()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.to_string().contains("deleting"), "{error}");
}

#[tokio::test]
async fn a_revert_is_confirmed_by_its_task() {
    let (sandbox, client) = fixture().await;
    for maker in ["vmware", "ovirt"] {
        let vm = vm_of(&sandbox, maker);
        let snapshot = ready(&sandbox, &client, &vm, "n").await;
        let reverting = client.restore_snapshot(of(&snapshot, &vm), RestoreTarget::InPlace(vm.clone())).await.unwrap();
        assert!(matches!(reverting.poll().await.unwrap(), OperationState::Running { .. }));
        minute(&sandbox);
        assert!(reverting.wait(waiting()).await.unwrap().confirmed);
        let machine = sandbox
            .store()
            .machines(cloudsnap::Provider::ManageIq)
            .into_iter()
            .find(|machine| machine.id == vm.id())
            .unwrap();
        assert_eq!(machine.restores.len(), 1);
    }
}

#[tokio::test]
async fn a_token_that_expires_during_a_wait_is_renewed() {
    let (sandbox, _) = fixture().await;
    let client = builder(&sandbox).session(true).build().unwrap();
    let vm = vm_of(&sandbox, "vmware");
    let operation = creating(&client, &vm).await;
    minute(&sandbox);
    inject(&sandbox, "custom:end-token@get_task*1");
    assert_eq!(operation.wait(waiting()).await.unwrap().name.as_deref(), Some("wanted"));
    let signed_in = sandbox.requests().iter().filter(|seen| seen.operation == Some("get_token")).count();
    assert_eq!(signed_in, 2);
}
