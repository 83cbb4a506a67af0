//! Creating and deleting several snapshots at once.

use std::time::Duration;

use cloudsnap::{CreateSnapshot, ErrorKind, Provider, SnapshotId, SnapshotRef, SnapshotStatus, VmId};

use crate::{fixture, vms, waiting};

const N: usize = 8;

/// All deletes run concurrently and share one list, and a missing snapshot does not affect the others.
#[tokio::test]
async fn several_snapshots_are_deleted_concurrently() {
    let provider = Provider::Hyperstack;
    let slow = "slow:150@delete_snapshot".parse().unwrap();
    let (sandbox, builder) =
        fixture(provider, |it| it.snapshots(N).page_size(50).delay(Duration::from_millis(600)).fault(slow)).await;
    let client = builder.build().unwrap();
    let before = sandbox.store().snapshots(provider);
    let mut doomed: Vec<SnapshotRef> =
        before.iter().map(|row| SnapshotRef::new(SnapshotId::new(&row.id).unwrap())).collect();
    doomed.insert(3, SnapshotRef::new(SnapshotId::from(4_000_000_000)));

    // Each response takes about 0.4 s.
    let started = tokio::time::Instant::now();
    let outcomes = client.delete_snapshots_and_wait(&doomed, waiting()).await;
    let took = started.elapsed();
    assert!(took < Duration::from_millis(400) * N as u32, "{took:?}: one after the other");
    for (index, (reference, outcome)) in doomed.iter().zip(outcomes).enumerate() {
        match outcome {
            Ok(deleted) => assert!(index != 3 && reference.id == deleted.id.as_str()),
            Err(error) => assert!(index == 3 && error.kind() == ErrorKind::NotFound, "{index}: {error}"),
        }
    }
    assert!(sandbox.store().snapshots(provider).is_empty());
    // Polled separately, each would request its own snapshot every time.
    let requests = sandbox.requests().into_iter().filter_map(|seen| seen.operation);
    let lists = requests.filter(|operation| *operation == "list_snapshots").count();
    assert!(lists > 0, "no list was shared");
}

/// Only the first response is slow, so the others arrive before it.
#[tokio::test]
async fn results_are_in_the_order_of_the_requests() {
    let provider = Provider::Hyperstack;
    let slow = "slow:100@delete_snapshot*1".parse().unwrap();
    let (sandbox, builder) = fixture(provider, |it| it.snapshots(N).delay(Duration::ZERO).fault(slow)).await;
    let client = builder.build().unwrap();
    let ids: Vec<SnapshotId> =
        sandbox.store().snapshots(provider).iter().map(|row| SnapshotId::new(&row.id).unwrap()).collect();
    let outcomes = client.delete_snapshots(ids.clone()).await;
    let deleted: Vec<_> = outcomes.into_iter().map(|outcome| outcome.unwrap().resource_id().unwrap()).collect();
    assert_eq!(deleted, ids.iter().map(ToString::to_string).collect::<Vec<_>>());
}

/// A machine that has the snapshot, or for which someone else is creating it, gets no second one.
#[tokio::test]
async fn each_machine_gets_one_snapshot_which_is_ready() {
    let provider = Provider::GenesisCloud;
    let (sandbox, builder) = fixture(provider, |it| it.vms(3).snapshots(0).delay(Duration::from_millis(300))).await;
    let vms = vms(&sandbox, provider);
    let other = builder.clone().build().unwrap();
    other.create_snapshot(CreateSnapshot::new(vms[1].clone(), "nightly")).await.unwrap();
    let requests = || {
        let unknown = VmId::new("8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246").unwrap();
        let machines = [vms[0].clone(), vms[1].clone(), unknown, vms[2].clone()];
        machines.map(|vm| CreateSnapshot::new(vm, "nightly"))
    };
    let client = builder.build().unwrap();
    let first = client.ensure_snapshots_and_wait(requests(), waiting()).await;
    let second = client.ensure_snapshots_and_wait(requests(), waiting()).await;
    for (index, (first, second)) in first.into_iter().zip(second).enumerate() {
        if index == 2 {
            assert!(first.is_err() && second.is_err(), "there is no such machine");
            continue;
        }
        let first = first.unwrap();
        assert_eq!(first.status, SnapshotStatus::Ready, "{index}");
        assert_eq!(first.vm.id, Some(requests()[index].vm.clone()));
        assert_eq!(second.unwrap().id, first.id, "{index}");
    }
    assert_eq!(sandbox.store().snapshots(provider).len(), vms.len());
}

/// The provider reports an unknown status at first, which does not prove that the snapshot is ready.
#[tokio::test]
async fn a_snapshot_with_an_unknown_status_is_awaited() {
    for provider in [Provider::Hyperstack, Provider::GenesisCloud] {
        let (sandbox, builder) = fixture(provider, |it| it.vms(1).snapshots(0).delay(Duration::ZERO)).await;
        let request = CreateSnapshot::new(vms(&sandbox, provider)[0].clone(), "nightly");
        let made = builder.clone().build().unwrap().create_snapshot(request.clone()).await.unwrap();
        sandbox.inject("status-word:verifying*1".parse().unwrap());
        let client = builder.build().unwrap();
        let ensured = client.ensure_snapshots_and_wait([request], waiting()).await.remove(0).unwrap();
        assert_eq!(made.resource_id().as_deref(), Some(ensured.id.as_str()));
        assert_eq!(ensured.status, SnapshotStatus::Ready, "{provider:?}");
        assert_eq!(sandbox.store().snapshots(provider).len(), 1);
    }
}
