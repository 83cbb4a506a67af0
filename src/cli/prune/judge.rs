//! The verdicts: the policy's, and after it the safety rules, each of which can only spare more.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Item, Ours, Rules};
use crate::client::Client;
use crate::model::{Snapshot, SnapshotStatus, VmId};
use crate::retention::{Decision, MachinePlan, Reason, Verdict};

/// What becomes of each of our snapshots. `snapshots` is the whole list of these machines: also what is not ours tells whether a
/// machine is busy.
pub(crate) fn judge(client: &Client, rules: &Rules, snapshots: Vec<Snapshot>) -> Vec<Group> {
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
    let spared = spared(rules, busy, &machine, stale);
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
            let image = image.map(|image| format!("{image} was made from it and would be deleted (see --with-images)"));
            if let Some(why) = spared.clone().or(image) {
                item.skip(why);
            }
        }
        item
    };
    let items: Vec<Item> = machine.verdicts.into_iter().map(item).collect();
    Group { vm, items, stale, warnings }
}

/// Why nothing of a machine is deleted, whatever the policy says.
fn spared(rules: &Rules, busy: &BTreeSet<VmId>, machine: &MachinePlan, stale: bool) -> Option<String> {
    let id = machine.vm.id.as_ref()?;
    if let Some(operation) = rules.pending.of(id) {
        return Some(format!("the machine has a pending operation: {operation}"));
    }
    if busy.contains(id) {
        return Some("a snapshot of the machine is still being created".to_owned());
    }
    if rules.gone.contains(id) && !rules.include_gone {
        return Some("the machine no longer exists (see --include-gone-vms)".to_owned());
    }
    if stale {
        let newest = machine.newest().map_or_else(|| "it has none".to_owned(), |newest| format!("it is {}", newest.id));
        return Some(format!("the newest ready snapshot is older than required: {newest}"));
    }
    None
}

fn warning(verdict: &Verdict) -> Option<String> {
    let odd = verdict.reasons.iter().find(|reason| matches!(reason, Reason::NoTime | Reason::Future))?;
    Some(format!("snapshot {} is left alone: {odd}", verdict.snapshot.id))
}

/// The limit of deletes per machine: the machines above it, and how many each would lose. A machine is counted over all regions.
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
    /// In words, for questions.
    pub(crate) fn described(&self) -> String {
        match self {
            Self::Prefix(prefix) => format!("names that begin with {prefix:?}"),
            Self::Template(template) => format!("names like {:?}", template.prefix()),
        }
    }
}
