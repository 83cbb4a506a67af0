//! Decides which snapshots to delete: by the policy, and then by the safety rules, each of which can only keep more.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Item, Ours, Rules};
use crate::client::Client;
use crate::model::{Snapshot, SnapshotStatus, VmId};
use crate::retention::{Decision, MachinePlan, Reason, Verdict};

/// Decides on each snapshot that may be deleted. `snapshots` is the complete list of these machines: the others show whether a
/// machine is busy.
pub(crate) fn decide(client: &Client, rules: &Rules, snapshots: Vec<Snapshot>) -> Vec<Group> {
    let creating = |snapshot: &&Snapshot| snapshot.status == SnapshotStatus::Creating;
    let busy: BTreeSet<VmId> = snapshots.iter().filter(creating).filter_map(|it| it.vm.id.clone()).collect();
    let ours = snapshots.into_iter().filter(|snapshot| rules.ours.is(client, snapshot));
    let plan = rules.policy.plan(ours, rules.now, &rules.zone);
    plan.machines.into_iter().map(|machine| group(client, rules, &busy, machine)).collect()
}

fn group(client: &Client, rules: &Rules, busy: &BTreeSet<VmId>, machine: MachinePlan) -> Group {
    let newest = machine.newest().and_then(|newest| newest.created_at);
    let stale = rules.require_newest.is_some_and(|most| {
        newest.is_none_or(|newest| {
            rules.now.duration_since(newest) > jiff::SignedDuration::try_from(most).unwrap_or_default()
        })
    });
    let reason_to_skip = reason_to_skip(rules, busy, &machine, stale);
    let warnings = machine.verdicts.iter().filter_map(warning).collect();
    let vm = machine.vm;
    let item = |verdict: Verdict| {
        let mut item = Item {
            vm: vm.clone(),
            action: verdict.decision,
            reasons: verdict.reasons.iter().map(ToString::to_string).collect(),
            outcome: None,
            operation: None,
            error: None,
            snapshot: verdict.snapshot,
        };
        if item.action == Decision::Delete {
            let image = client.image_of(&item.snapshot).filter(|_| !rules.with_images);
            let image =
                image.map(|image| format!("{image} was created from it and would be deleted (see `--with-images`)"));
            if let Some(why) = reason_to_skip.clone().or(image) {
                item.skip(why);
            }
        }
        item
    };
    let items: Vec<Item> = machine.verdicts.into_iter().map(item).collect();
    Group { vm, items, stale, warnings }
}

/// Why no snapshot of a machine is deleted, regardless of the policy.
fn reason_to_skip(rules: &Rules, busy: &BTreeSet<VmId>, machine: &MachinePlan, stale: bool) -> Option<String> {
    let id = machine.vm.id.as_ref()?;
    if let Some(operation) = rules.pending.of(id) {
        return Some(format!("the machine has a pending operation: {operation}"));
    }
    if busy.contains(id) {
        return Some("a snapshot of the machine is still being created".to_owned());
    }
    if rules.gone.contains(id) && !rules.include_gone {
        return Some("the machine no longer exists (see `--include-gone-vms`)".to_owned());
    }
    if stale {
        let newest = machine.newest().map_or_else(|| "it has none".to_owned(), |newest| format!("it is {}", newest.id));
        return Some(format!("the newest ready snapshot is older than required: {newest}"));
    }
    None
}

fn warning(verdict: &Verdict) -> Option<String> {
    let reason = verdict.reasons.iter().find(|reason| matches!(reason, Reason::NoTime | Reason::Future))?;
    Some(format!("snapshot {} was skipped: {reason}", verdict.snapshot.id))
}

/// The machines above the limit of deletions, and how many snapshots each would lose, counted over all regions.
pub(crate) fn stopped_by_limit(rules: &Rules, groups: &[Group]) -> Vec<(String, usize)> {
    let Some(most) = rules.max_delete else { return Vec::new() };
    let mut counts: BTreeMap<_, (String, usize)> = BTreeMap::new();
    for group in groups {
        let count = counts.entry(group.vm.id.clone()).or_insert_with(|| (group.title(), 0));
        count.1 += group.deletions();
    }
    counts.into_values().filter(|(_, count)| *count > most as usize).collect()
}

impl Ours {
    /// A description for prompts.
    pub(crate) fn described(&self) -> String {
        match self {
            Self::Prefix(prefix) => format!("names that start with {prefix:?}"),
            Self::Template(template) => format!("names like {:?}", template.prefix()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::tz::TimeZone;
    use jiff::{SignedDuration, Timestamp};
    use serde_json::json;

    use super::*;
    use crate::cli::prune::Pending;
    use crate::handle::{Ticket, Verb};
    use crate::model::SnapshotId;
    use crate::retention::Policy;
    use crate::spec::Provider;
    use crate::transport::Auth;

    fn now() -> Timestamp {
        "2026-11-27T12:00:00Z".parse().unwrap()
    }

    /// One snapshot a day, the newest an hour old.
    fn days(count: i64) -> Vec<Snapshot> {
        let one = |age: i64| {
            let mut snapshot = Snapshot::new(Provider::Hyperstack, SnapshotId::new((age + 1).to_string()).unwrap());
            snapshot.name = Some(format!("nightly-{age}"));
            snapshot.vm.id = Some(VmId::new("7").unwrap());
            snapshot.status = SnapshotStatus::Ready;
            snapshot.created_at = Some(now() - SignedDuration::from_hours(1 + 24 * age));
            snapshot
        };
        (0..count).map(one).collect()
    }

    fn rules() -> Rules {
        Rules {
            ours: Ours::Prefix("nightly-".to_owned()),
            policy: Policy::default().last(1),
            zone: TimeZone::UTC,
            now: now(),
            include_gone: false,
            with_images: false,
            max_delete: Some(10),
            require_newest: None,
            gone: BTreeSet::new(),
            pending: Pending::default(),
        }
    }

    /// How many are deleted, and the reasons of the last one.
    fn decided(rules: &Rules, snapshots: Vec<Snapshot>) -> (usize, String) {
        let client = Client::builder(Provider::Hyperstack).auth(Auth::token("k")).build().unwrap();
        let groups = decide(&client, rules, snapshots);
        let why = groups.iter().flat_map(|group| &group.items).map(|item| item.reasons.join(", ")).next_back();
        (groups.iter().map(Group::deletions).sum(), why.unwrap_or_default())
    }

    #[test]
    fn without_a_reason_to_skip_it_is_deleted() {
        assert_eq!(decided(&rules(), days(3)), (2, "no rule keeps it".to_owned()));
    }

    #[test]
    fn other_snapshots_are_not_listed() {
        for name in ["pre-nightly-1", "Nightly-1", "nightly", ""] {
            let mut snapshots = days(3);
            snapshots[2].name = Some(name.to_owned());
            assert_eq!(decided(&rules(), snapshots).0, 1, "{name}");
        }
    }

    #[test]
    fn a_machine_with_a_pending_operation_is_skipped() {
        let mut ticket = Ticket::new(Provider::Hyperstack, "http://x/", "a", Verb::CreateSnapshot);
        ticket.vm = Some(VmId::new("7").unwrap());
        let mut rules = rules();
        rules.pending.add(&ticket);
        let (deleted, why) = decided(&rules, days(3));
        assert!(deleted == 0 && why.contains("pending operation"), "{deleted} {why}");
    }

    #[test]
    fn a_machine_whose_snapshot_is_being_created_is_skipped() {
        let mut snapshots = days(3);
        // Also for a snapshot that the plan did not create.
        (snapshots[0].status, snapshots[0].name) = (SnapshotStatus::Creating, Some("manual".to_owned()));
        let (deleted, why) = decided(&rules(), snapshots);
        assert!(deleted == 0 && why.contains("still being created"), "{deleted} {why}");
    }

    #[test]
    fn a_machine_that_is_gone_keeps_its_snapshots() {
        let mut rules = rules();
        rules.gone.insert(VmId::new("7").unwrap());
        let (deleted, why) = decided(&rules, days(3));
        assert!(deleted == 0 && why.contains("--include-gone-vms"), "{deleted} {why}");
        rules.include_gone = true;
        assert_eq!(decided(&rules, days(3)).0, 2);
    }

    #[test]
    fn a_snapshot_with_an_image_is_kept() {
        let mut snapshots = days(3);
        snapshots[2].raw = serde_json::Map::from_iter([("custom_image".to_owned(), json!({ "id": 5 }))]).into();
        let mut rules = rules();
        let (deleted, why) = decided(&rules, snapshots.clone());
        assert!(deleted == 1 && why.contains("image 5"), "{deleted} {why}");
        rules.with_images = true;
        assert_eq!(decided(&rules, snapshots).0, 2);
    }

    #[test]
    fn nothing_is_deleted_if_the_newest_is_too_old() {
        let mut rules = rules();
        rules.require_newest = Some(Duration::from_secs(1800));
        let (deleted, why) = decided(&rules, days(3));
        assert!(deleted == 0 && why.contains("older than required"), "{deleted} {why}");
        rules.require_newest = Some(Duration::from_secs(7200));
        assert_eq!(decided(&rules, days(3)).0, 2);
    }

    #[test]
    fn the_limit_counts_all_regions_of_a_machine() {
        let client = Client::builder(Provider::Hyperstack).auth(Auth::token("k")).build().unwrap();
        let mut snapshots = days(14);
        snapshots[7..].iter_mut().for_each(|snapshot| snapshot.region = Some("elsewhere".to_owned()));
        let groups = decide(&client, &rules(), snapshots);
        assert_eq!(stopped_by_limit(&rules(), &groups), [("7".to_owned(), 12)]);
        let more = Rules { max_delete: Some(12), ..rules() };
        assert!(stopped_by_limit(&more, &groups).is_empty());
    }
}
