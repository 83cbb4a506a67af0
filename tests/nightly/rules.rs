//! The safety rules of a prune (docs/nightly.md, "What is never deleted") that require a server. The tests of the other rules are next to
//! the code: src/retention/tests.rs, src/cli/prune/decide.rs and execute.rs.

use std::collections::BTreeMap;
use std::time::Duration;

use cloudsnap::sandbox::SnapshotRow;
use cloudsnap::{Provider, RenameSnapshot, SnapshotRef};

use super::fixture::{DAY, Fixture, PROFILES};

const HS: Provider = Provider::Hyperstack;
const GC: Provider = Provider::GenesisCloud;

/// This many nights of each machine that supports snapshots.
async fn nights(fixture: &Fixture, provider: Provider, machines: usize, nights: usize) {
    for night in 1..=nights {
        for machine in 0..machines {
            fixture.made(provider, &fixture.vm(provider, machine), &format!("nightly-{night}")).await;
        }
        fixture.sandbox.advance(DAY);
    }
}

fn prune(profile: &str) -> String {
    format!("--profile {profile} snapshots prune --name-prefix nightly- --all-vms --keep-last 1")
}

/// Runs a prune, and does something as soon as the sandbox has received this operation.
async fn meanwhile(fixture: &Fixture, profile: &str, operation: &str, act: impl AsyncFnOnce()) -> String {
    let now = fixture.sandbox.store().now().to_string();
    let line = format!("{} --yes --wait -o json --now {now}", prune(profile));
    let words: Vec<&str> = line.split_whitespace().collect();
    let before = fixture.sandbox.requests().len();
    let child = fixture.command(&words).spawn().unwrap();
    while !fixture.sandbox.requests()[before..].iter().any(|seen| seen.operation == Some(operation)) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    act().await;
    let output = tokio::task::block_in_place(|| child.wait_with_output()).unwrap();
    format!("{} {}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The ID of the snapshot of a machine with that name.
fn id_of(fixture: &Fixture, provider: Provider, name: &str) -> SnapshotRef {
    let row = fixture.rows(provider).into_iter().find(|row| row.name == name).unwrap();
    SnapshotRef::new(row.id.parse().unwrap()).of_vm(row.machine.unwrap().parse().unwrap())
}

/// Rule 9: a snapshot that was renamed since it was listed is not deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_snapshot_is_read_again_just_before_its_delete() {
    let fixture = Fixture::start(|builder| builder.vms(1)).await;
    nights(&fixture, GC, 1, 3).await;
    let oldest = id_of(&fixture, GC, "nightly-1");
    // The first of these reads is that of the newest snapshot, which is kept.
    fixture.inject("slow:200@get_snapshot*1");
    let printed = meanwhile(&fixture, "gc", "get_snapshot", async || {
        let rename = RenameSnapshot::new(oldest, "keep-this");
        let _ = fixture.client(GC).rename_snapshot(rename).await.unwrap();
    })
    .await;
    assert_eq!(fixture.names(GC), ["keep-this", "nightly-3"], "{printed}");
    assert!(printed.contains("its name changed since it was listed"), "{printed}");
}

/// Rule 9 for the newest snapshot: without it, no old one is deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_newest_is_read_again_before_the_first_delete() {
    let fixture = Fixture::start(|builder| builder.vms(1)).await;
    nights(&fixture, GC, 1, 3).await;
    let newest = id_of(&fixture, GC, "nightly-3");
    fixture.inject("slow:400@list_snapshots*1");
    let printed = meanwhile(&fixture, "gc", "list_snapshots", async || {
        let _ = fixture.client(GC).delete_snapshot(newest).await.unwrap();
        fixture.sandbox.advance(Duration::from_secs(60));
    })
    .await;
    assert_eq!(fixture.names(GC), ["nightly-1", "nightly-2"], "{printed}");
    assert!(printed.contains("the newest snapshot"), "{printed}");
}

/// Rule 10: oldest first, one at a time per machine, several machines concurrently.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deletes_go_oldest_first_and_one_at_a_time_for_each_machine() {
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    nights(&fixture, HS, 2, 5).await;
    fixture.now(&format!("{} --yes --wait", prune("hs"))).code(0);
    let mut gone: BTreeMap<String, Vec<SnapshotRow>> = BTreeMap::new();
    for row in fixture.sandbox.store().snapshots_ever(HS).into_iter().filter(|row| row.life.deleted_at.is_some()) {
        gone.entry(row.machine.clone().unwrap()).or_default().push(row);
    }
    assert_eq!(gone.values().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
    let span = |row: &SnapshotRow| (row.life.deleted_at.unwrap(), row.life.gone_at.unwrap());
    for rows in gone.values_mut() {
        rows.sort_by_key(|row| row.life.deleted_at);
        assert!(rows.is_sorted_by_key(|row| row.life.created_at), "oldest first");
        assert!(rows.windows(2).all(|two| span(&two[0]).1 <= span(&two[1]).0), "one at a time");
    }
    let [first, second] = [0, 1].map(|index| gone.values().nth(index).unwrap());
    let meet = |a: &SnapshotRow, b: &SnapshotRow| span(a).0 < span(b).1 && span(b).0 < span(a).1;
    assert!(first.iter().any(|a| second.iter().any(|b| meet(a, b))), "several machines at once");
}

/// Rule 13: the prompt contains numbers, and the default is "no".
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_terminal_it_asks_with_numbers() {
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    nights(&fixture, HS, 2, 3).await;
    let before = fixture.changes();
    let Some((code, shown)) = fixture.on_terminal(80, &prune("hs"), "\n") else { return };
    assert!(shown.contains("Delete 4 snapshots of 2 machines (") && shown.contains("? [y/N]"), "{shown}");
    assert_eq!((code, fixture.changes(), fixture.names(HS).len()), (2, before, 6), "{shown}");
    let (code, shown) = fixture.on_terminal(80, &format!("{} --wait", prune("hs")), "y\n").unwrap();
    assert_eq!((code, fixture.names(HS)), (0, vec!["nightly-3".to_owned(); 2]), "{shown}");
}

/// A dry run sends no modifying request on any provider, and prints what would be done.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_sends_no_modifying_request() {
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    let mut jobs = String::new();
    for (profile, provider) in PROFILES {
        let vm = fixture.vm(provider, 0);
        for night in ["nightly-2026-01-01", "nightly-2026-01-02"] {
            fixture.made(provider, &vm, night).await;
            fixture.sandbox.advance(DAY);
        }
        jobs += &format!("[[job]]\nprofile = {profile:?}\nvms = [{vm:?}]\n");
    }
    let plan = fixture.plan(&format!(
        "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\nkeep = {{ last = 1 }}\non_unsupported = \"skip\"\n{jobs}"
    ));
    let seen = fixture.sandbox.requests().len();
    for (profile, provider) in PROFILES {
        let ran = fixture.now(&format!("{} --dry-run -o json", prune(profile))).code(0).json();
        // vCloud behind ManageIQ keeps one snapshot per machine.
        let expected = i64::from(fixture.rows(provider).len() > 1);
        assert_eq!(ran["summary"]["planned"], expected, "{profile}: {ran}");
    }
    let ran = fixture.now(&format!("apply {plan} --dry-run -o json")).code(0).json();
    assert!(ran["totals"]["planned"].as_i64() >= Some(3), "{ran}");
    let requests = fixture.sandbox.requests();
    let changes: Vec<_> = requests[seen..].iter().filter(|it| Fixture::is_change(it)).map(|it| &it.path).collect();
    assert!(requests.len() > seen + 8 && changes.is_empty(), "{changes:?}");
    assert!(requests[seen..].iter().all(|it| it.operation.is_some()), "only documented operations");
}
