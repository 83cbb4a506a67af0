//! Restores: in place or as a new machine, depending on the provider.

use std::time::Duration;

use cloudsnap::{ErrorKind, Login, NewVm, RestoreTarget, Snapshot, SnapshotRef};

use crate::fixture::{Fixture, waiting};

/// The target of a restore on this provider, with all required fields.
pub fn target(fixture: &Fixture, snapshot: &Snapshot) -> Option<RestoreTarget> {
    let can = fixture.capabilities();
    match (can.restore_in_place, can.restore_new_vm) {
        (true, _) => Some(RestoreTarget::InPlace(fixture.vm.clone())),
        (false, true) => {
            let mut vm = NewVm::new("restored");
            if fixture.provider == cloudsnap::Provider::GenesisCloud {
                vm.hostname = Some("restored".to_owned());
                vm.vm_type = Some("vcpu-4_memory-12g_disk-80g".to_owned());
                vm.region = snapshot.region.clone();
                vm.login = Some(Login::SshKeys(vec!["b5f0a7c2-7f0a-4c4e-9b3c-3a6f0e9d1c55".to_owned()]));
            }
            Some(RestoreTarget::NewVm(Box::new(vm)))
        }
        (false, false) => None,
    }
}

pub async fn restores(fixture: &Fixture) {
    let mine = fixture.ready("behaviour").await;
    let Some(target) = target(fixture, &mine) else { return };
    let machines = fixture.sandbox.store().machines(fixture.provider).len();
    let reference = SnapshotRef::new(mine.id).of_vm(fixture.vm.clone());
    let operation = fixture.client.restore_snapshot(reference, target.clone()).await.unwrap();
    fixture.sandbox.advance(Duration::from_secs(120));
    let restored = operation.wait(waiting()).await.unwrap();
    assert_eq!(restored.confirmed, fixture.capabilities().restore_confirmed);
    let now = fixture.sandbox.store().machines(fixture.provider).len();
    match target {
        RestoreTarget::InPlace(vm) => {
            assert_eq!(restored.vm_id, Some(vm));
            assert_eq!(now, machines);
        }
        _ => {
            assert!(restored.vm_id.is_some());
            assert_ne!(restored.vm_id.as_ref(), Some(&fixture.vm));
            assert_eq!(now, machines + 1);
        }
    }
}

/// A new machine that was never visible may still appear.
pub async fn a_machine_that_appears_late_is_found(fixture: &Fixture) {
    let mine = fixture.ready("behaviour").await;
    let Some(target @ RestoreTarget::NewVm(_)) = target(fixture, &mine) else { return };
    fixture.inject("custom:late-row=20@changing*1");
    let reference = SnapshotRef::new(mine.id).of_vm(fixture.vm.clone());
    let operation = fixture.client.restore_snapshot(reference, target).await.unwrap();
    for _ in 0..8 {
        assert_ne!(operation.poll().await.unwrap().as_str(), "gone");
    }
    fixture.sandbox.advance(Duration::from_secs(120));
    assert!(operation.wait(waiting()).await.unwrap().confirmed);
}

/// A delayed second restore would erase what was written since, or create a second machine.
pub async fn a_restore_is_sent_once(fixture: &Fixture) {
    let mine = fixture.ready("behaviour").await;
    let Some(target) = target(fixture, &mine) else { return };
    for fault in ["reset-after@changing*1", "503-after@changing*1", "reset-before@changing*1"] {
        let before = fixture.changes().len();
        fixture.inject(fault);
        let reference = SnapshotRef::new(mine.id.clone()).of_vm(fixture.vm.clone());
        match fixture.client.restore_snapshot(reference, target.clone()).await {
            Ok(operation) => {
                fixture.sandbox.advance(Duration::from_secs(120));
                // The result must be true: the machine exists.
                let restored = operation.wait(waiting()).await.unwrap();
                assert!(restored.confirmed, "{fault}: a success without confirmation");
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{fault}: {error}"),
        }
        assert_eq!(fixture.changes().len(), before + 1, "{fault}: {:?}", fixture.changes());
        fixture.sandbox.advance(Duration::from_secs(120));
    }
    if matches!(target, RestoreTarget::InPlace(_)) {
        // Not even after a refusal: the caller may have changed their mind since.
        let before = fixture.changes().len();
        fixture.inject("429:0@changing*1");
        let reference = SnapshotRef::new(mine.id).of_vm(fixture.vm.clone());
        let error = fixture.client.restore_snapshot(reference, target).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{error}");
        assert_eq!(fixture.changes().len(), before + 1);
    }
}

pub async fn snapshots_that_are_not_ready_are_refused(fixture: &Fixture) {
    let operation = fixture.client.create_snapshot(fixture.create("unfinished")).await.unwrap();
    // The ID is known once the snapshot is visible.
    let _ = operation.poll().await.unwrap();
    let Some(id) = operation.resource_id() else { return };
    let listed = fixture.all().await.into_iter().find(|snapshot| snapshot.id.as_str() == id);
    let Some(target) = listed.as_ref().and_then(|snapshot| target(fixture, snapshot)) else { return };
    let before = fixture.changes().len();
    let reference = SnapshotRef::new(id.parse().unwrap()).of_vm(fixture.vm.clone());
    let error = fixture.client.restore_snapshot(reference, target).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert_eq!(fixture.changes().len(), before, "nothing is sent");
}
