//! The costs of calls and lists that are the same on every machine: allocations. `benches/speed` measures the rest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../benches/speed/by_hand.rs"]
mod by_hand;
#[path = "common/canned.rs"]
mod canned;

use cloudsnap::{Client, ListSnapshots, Provider, Raw, SnapshotId, SnapshotRef, VmId};
use futures_util::TryStreamExt;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokio::runtime::Runtime;

use by_hand::Hand;
use canned::Canned;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<std::alloc::System> = &INSTRUMENTED_SYSTEM;

/// The fewest allocations of a few runs: other activity in the process only adds to them.
fn allocations<T>(runtime: &Runtime, run: impl AsyncFn() -> T) -> usize {
    let counted = (0..8).map(|_| {
        let region = Region::new(&INSTRUMENTED_SYSTEM);
        runtime.block_on(run());
        let change = region.change();
        change.allocations + change.reallocations
    });
    counted.min().unwrap()
}

fn runtime() -> Runtime {
    // The hand-written calls use reqwest without a TLS provider, and need none.
    let _ = rustls::crypto::ring::default_provider().install_default();
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

async fn read_list(client: &Client, provider: Provider) -> usize {
    let list = match provider {
        Provider::ManageIq => ListSnapshots::default().vm(VmId::new(canned::VM).unwrap()),
        _ => ListSnapshots::default(),
    };
    let (mut snapshots, mut count) = (client.snapshots(list), 0);
    while let Some(snapshot) = snapshots.try_next().await.unwrap() {
        assert!(snapshot.name.is_some() && snapshot.created_at.is_some());
        // Parsing allocates: a single entry shows that undocumented fields are there.
        if count == 0 {
            assert_eq!(snapshot.raw["undocumented"][0], 1, "{provider}");
        }
        count += 1;
    }
    count
}

fn a_call_is_close_to_the_same_call_by_hand(runtime: &Runtime) {
    let server = Canned::start(Provider::Hyperstack, 1);
    let client = server.client();
    let generated = client.as_hyperstack().unwrap();
    let hand = Hand::new(Provider::Hyperstack, server.base_url());
    let id = SnapshotRef::from(SnapshotId::new(server.first_id()).unwrap());
    let number: i64 = server.first_id().parse().unwrap();
    let by_hand = allocations(runtime, async || hand.hyperstack_one(number).await);
    let whole = allocations(runtime, async || hand.hyperstack_whole(number).await);
    let generated = allocations(runtime, async || generated.get_snapshot().snapshot_id(number).send().await.unwrap());
    let portable = allocations(runtime, async || client.snapshot(&id).await.unwrap());
    // It decodes all documented fields, and is compared with the call that does the same.
    assert!(generated <= whole + 20, "{generated} by the generated client, {whole} by hand");
    assert!(portable <= by_hand + 30, "{portable} by the portable client, {by_hand} by hand");
}

fn a_list_allocates_little_besides_its_snapshots(runtime: &Runtime) {
    const COUNT: usize = 1000;
    for provider in Provider::ALL.iter().copied() {
        let server = Canned::start(provider, COUNT as u64);
        let client = server.client();
        let all = allocations(runtime, async || assert_eq!(read_list(&client, provider).await, COUNT));
        assert!(all <= 10 * COUNT, "{provider}: {} allocations a snapshot", all as f64 / COUNT as f64);
    }
}

fn raw_costs_nothing_until_it_is_read(runtime: &Runtime) {
    let server = Canned::start(Provider::Hyperstack, 1);
    let (client, id) = (server.client(), SnapshotRef::from(SnapshotId::new(server.first_id()).unwrap()));
    let snapshot = runtime.block_on(client.snapshot(&id)).unwrap();
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    let copy: Raw = snapshot.raw.clone();
    assert!(copy.json().contains("render-node-3"));
    let before = region.change().allocations;
    assert_eq!(copy["vm_flavor"]["cpu"], 8);
    let after = region.change().allocations;
    assert!(before <= 1 && after > 20, "{before} before, {after} after");
}

/// A single test, because allocations of a concurrent one would be counted, too.
#[test]
fn allocations_stay_within_bounds() {
    let runtime = runtime();
    raw_costs_nothing_until_it_is_read(&runtime);
    a_call_is_close_to_the_same_call_by_hand(&runtime);
    a_list_allocates_little_besides_its_snapshots(&runtime);
}
