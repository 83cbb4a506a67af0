//! Deletions with an unknown outcome, and how a changed snapshot is detected.

use jiff::tz::TimeZone;

use super::*;
use crate::cli::prune::{Ours, Pending, decide};
use crate::model::{CreateSnapshot, ListSnapshots, SnapshotId, VmId};
use crate::retention::Policy;
use crate::sandbox::{Credential, Sandbox};
use crate::spec::Provider;
use crate::transport::{Auth, CallOptions, RetryPolicy};

const DAY: Duration = Duration::from_secs(86_400);

fn client(sandbox: &Sandbox) -> Client {
    let Credential::Token(token) = sandbox.credential(Provider::Hyperstack) else { panic!() };
    let builder = Client::builder(Provider::Hyperstack).base_url(sandbox.base_url(Provider::Hyperstack));
    builder.auth(Auth::token(token)).rate_limit(None).build().unwrap()
}

/// Two machines with snapshots of five nights each.
async fn nights(sandbox: &Sandbox) -> Vec<Snapshot> {
    let client = client(sandbox);
    for night in 1..=5 {
        for machine in sandbox.store().machines(Provider::Hyperstack) {
            let request = CreateSnapshot::new(VmId::new(machine.id).unwrap(), format!("nightly-{night}"));
            client.create_snapshot(request).await.unwrap();
        }
        sandbox.advance(DAY);
    }
    futures_util::TryStreamExt::try_collect(client.snapshots(ListSnapshots::default())).await.unwrap()
}

#[tokio::test]
async fn the_first_unknown_outcome_stops_its_machine_alone() {
    let sandbox =
        Sandbox::builder(Provider::Hyperstack).vms(2).snapshots(0).delay(Duration::ZERO).start().await.unwrap();
    let snapshots = nights(&sandbox).await;
    let once = CallOptions::default().timeout(Duration::from_secs(2)).retry(RetryPolicy::never());
    let client = client(&sandbox).with_options(once);
    let rules = Rules {
        ours: Ours::Prefix("nightly-".to_owned()),
        policy: Policy::default().last(1),
        zone: TimeZone::UTC,
        now: sandbox.store().now(),
        include_gone: false,
        with_images: false,
        max_delete: None,
        require_newest: None,
        gone: Default::default(),
        pending: Pending::default(),
    };
    let groups = decide(&client, &rules, snapshots);
    // The client cannot know whether the server carried it out.
    sandbox.inject("reset-before@delete_snapshot*1".parse().unwrap());
    let run = Execution { client: &client, rules: &rules, wait: None, parallel: 2, progress: &|_| {} };
    let groups = execute(&run, groups).await;
    let outcomes = |group: &Group| {
        let deletes = group.items.iter().rev().skip_while(|item| item.action == Decision::Keep);
        deletes.map(|item| (item.action, item.outcome)).take(4).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = groups.iter().map(outcomes).collect();
    all.sort_by_key(|outcomes| outcomes[0].1 == Some(Outcome::Unknown));
    assert_eq!(all[0], [(Decision::Delete, Some(Outcome::Deleted)); 4], "the other machine is not affected");
    let skipped = (Decision::Skip, None);
    assert_eq!(all[1], [(Decision::Delete, Some(Outcome::Unknown)), skipped, skipped, skipped], "oldest first");
    let left = sandbox.store().snapshots(Provider::Hyperstack).len();
    assert_eq!(left, 1 + 5, "nothing more was sent for the machine");
}

#[test]
fn a_snapshot_that_differs_from_the_list_is_detected() {
    let mut listed = Snapshot::new(Provider::Hyperstack, SnapshotId::new("1").unwrap());
    listed.name = Some("nightly-1".to_owned());
    listed.vm.id = VmId::new("7").ok();
    listed.status = SnapshotStatus::Ready;
    listed.created_at = "2026-11-27T02:15:00Z".parse().ok();
    assert_eq!(differs(&listed, &listed.clone()), None);
    let changed = |change: fn(&mut Snapshot)| {
        let mut now = listed.clone();
        change(&mut now);
        differs(&listed, &now)
    };
    assert_eq!(changed(|now| now.id = SnapshotId::new("2").unwrap()), Some("id"));
    assert_eq!(changed(|now| now.name = None), Some("name"));
    assert_eq!(changed(|now| now.vm.id = VmId::new("8").ok()), Some("machine"));
    assert_eq!(changed(|now| now.created_at = "2026-11-27T02:15:01Z".parse().ok()), Some("creation time"));
    assert_eq!(changed(|now| now.created_at = None), Some("creation time"));
    assert_eq!(changed(|now| now.status = SnapshotStatus::Unknown), Some("status"));
}
