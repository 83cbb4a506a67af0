//! Deletes of several snapshots at once.

use std::time::Duration;

use cloudsnap::{ErrorKind, Provider, SnapshotId, SnapshotRef};

use crate::{fixture, waiting};

const N: usize = 8;

/// All are under way at once, one list tells all of them how far they are, and what is not there stops nobody.
#[tokio::test]
async fn several_are_deleted_at_once_with_one_wait() {
    let provider = Provider::Hyperstack;
    let slow = "slow:150@delete_snapshot".parse().unwrap();
    let (sandbox, builder) =
        fixture(provider, |it| it.snapshots(N).page_size(50).delay(Duration::from_millis(600)).fault(slow)).await;
    let client = builder.build().unwrap();
    let before = sandbox.store().snapshots(provider);
    let mut doomed: Vec<SnapshotRef> =
        before.iter().map(|row| SnapshotRef::new(SnapshotId::new(&row.id).unwrap())).collect();
    doomed.insert(3, SnapshotRef::new(SnapshotId::from(4_000_000_000)));

    // Each answer takes some 0.4 s to come.
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
    // Each alone would ask for its own snapshot at every look.
    let asked = sandbox.requests().into_iter().filter_map(|seen| seen.operation);
    let looks = asked.filter(|operation| *operation == "list_snapshots").count();
    assert!(looks > 0, "no list was shared");
}

#[tokio::test]
async fn the_outcomes_are_in_the_order_of_what_was_asked() {
    let provider = Provider::GenesisCloud;
    let (sandbox, builder) = fixture(provider, |it| it.snapshots(6).delay(Duration::ZERO)).await;
    let client = builder.build().unwrap();
    let ids: Vec<SnapshotId> =
        sandbox.store().snapshots(provider).iter().map(|row| SnapshotId::new(&row.id).unwrap()).collect();
    let outcomes = client.delete_snapshots(ids.clone()).await;
    let told: Vec<_> = outcomes.into_iter().map(|outcome| outcome.unwrap().resource_id().unwrap()).collect();
    assert_eq!(told, ids.iter().map(ToString::to_string).collect::<Vec<_>>());
}
