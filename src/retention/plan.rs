//! The decisions of a policy about a list of snapshots, with their reasons.

use std::collections::BTreeMap;
use std::fmt;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};

use super::Policy;
use super::bucket::{Counter, Rule};
use super::within::Within;
use crate::glob;
use crate::model::{Snapshot, SnapshotRef, SnapshotStatus, VmSummary};

/// A creation time further in the future than this is considered wrong.
const FUTURE: SignedDuration = SignedDuration::from_mins(5);

/// A failed snapshot is deleted only if it is older than this.
const FAILED_AGE: SignedDuration = SignedDuration::from_hours(24);

/// The decision about a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Decision {
    /// It is kept.
    Keep,
    /// It may be deleted.
    Delete,
    /// It is ignored: neither deleted nor counted.
    Skip,
}

/// The reason for a decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Kept: it is the newest ready snapshot of its machine.
    Newest,
    /// Kept by a rule, as the `nth` of the number that the rule keeps.
    Rule {
        /// The rule.
        rule: Rule,
        /// Its position, starting at 1.
        nth: u32,
        /// The number of snapshots the rule keeps.
        of: u32,
    },
    /// Kept: it is newer than this, measured from the newest snapshot.
    Within(Within),
    /// Kept: its ID is pinned.
    Pinned,
    /// Kept: its name matches this glob.
    PinnedName(String),
    /// Kept: the policy has no rules.
    EmptyPolicy,
    /// Deleted: no rule keeps it.
    NoRule,
    /// Deleted: it failed more than a day ago.
    Failed,
    /// Skipped: its status is not `ready`.
    Status(SnapshotStatus),
    /// Skipped: its creation time is missing or cannot be parsed.
    NoTime,
    /// Skipped: its creation time is in the future.
    Future,
    /// Skipped: its machine is unknown.
    NoVm,
    /// Skipped for a reason given by the caller.
    Other(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newest => f.write_str("newest"),
            Self::Rule { rule, nth, of } => write!(f, "{rule} {nth}/{of}"),
            Self::Within(within) => write!(f, "within {within}"),
            Self::Pinned => f.write_str("pinned"),
            Self::PinnedName(glob) => write!(f, "name matches {glob}"),
            Self::EmptyPolicy => f.write_str("the policy is empty"),
            Self::NoRule => f.write_str("no rule keeps it"),
            Self::Failed => f.write_str("failed more than a day ago"),
            Self::Status(status) => write!(f, "status is {status}"),
            Self::NoTime => f.write_str("no readable creation time"),
            Self::Future => f.write_str("creation time is in the future"),
            Self::NoVm => f.write_str("machine unknown"),
            Self::Other(why) => f.write_str(why),
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The decision about one snapshot, with its reasons.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// The snapshot.
    pub snapshot: Snapshot,
    /// The decision.
    pub decision: Decision,
    /// The reasons: if it is kept, every rule that keeps it.
    pub reasons: Vec<Reason>,
}

/// The verdicts for the snapshots of one machine in one region.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MachinePlan {
    /// The machine; without an ID if it is unknown.
    pub vm: VmSummary,
    /// The region of the snapshots.
    pub region: Option<String>,
    /// The verdicts, newest first; those without a time come last.
    pub verdicts: Vec<Verdict>,
}

/// The verdicts for all snapshots of a list, by machine.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Plan {
    /// One plan for each machine and region.
    pub machines: Vec<MachinePlan>,
}

/// Refers to its snapshot, so that the deletions of a plan can be passed on directly.
impl From<&Verdict> for SnapshotRef {
    fn from(verdict: &Verdict) -> Self {
        Self::from(&verdict.snapshot)
    }
}

impl MachinePlan {
    /// The newest ready snapshot, which is never deleted.
    pub fn newest(&self) -> Option<&Snapshot> {
        let newest = |verdict: &&Verdict| verdict.reasons.contains(&Reason::Newest);
        self.verdicts.iter().find(newest).map(|verdict| &verdict.snapshot)
    }

    /// The snapshots that may be deleted, oldest first.
    pub fn deletions(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().rev().filter(|verdict| verdict.decision == Decision::Delete)
    }
}

impl Plan {
    /// All verdicts.
    pub fn verdicts(&self) -> impl Iterator<Item = &Verdict> {
        self.machines.iter().flat_map(|machine| &machine.verdicts)
    }

    /// The snapshots that are kept.
    pub fn kept(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts().filter(|verdict| verdict.decision == Decision::Keep)
    }

    /// The snapshots that may be deleted: machine by machine, oldest first.
    pub fn deletions(&self) -> impl Iterator<Item = &Verdict> {
        self.machines.iter().flat_map(MachinePlan::deletions)
    }

    /// The snapshots that are skipped.
    pub fn skipped(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts().filter(|verdict| verdict.decision == Decision::Skip)
    }
}

pub(super) fn of(
    policy: &Policy,
    snapshots: impl IntoIterator<Item = Snapshot>,
    now: Timestamp,
    zone: &TimeZone,
) -> Plan {
    let mut groups: BTreeMap<_, Vec<Snapshot>> = BTreeMap::new();
    for snapshot in snapshots {
        let group = (snapshot.vm.id.clone(), snapshot.region.clone());
        groups.entry(group).or_default().push(snapshot);
    }
    let machine = |((id, region), snapshots): ((Option<_>, _), Vec<Snapshot>)| {
        let name = snapshots.iter().find_map(|snapshot| snapshot.vm.name.clone());
        let verdicts = match &id {
            Some(_) => decide(policy, snapshots, now, zone),
            None => snapshots.into_iter().map(|snapshot| skipped(snapshot, Reason::NoVm)).collect(),
        };
        MachinePlan { vm: VmSummary { id, name }, region, verdicts }
    };
    Plan { machines: groups.into_iter().map(machine).collect() }
}

fn skipped(snapshot: Snapshot, reason: Reason) -> Verdict {
    Verdict { snapshot, decision: Decision::Skip, reasons: vec![reason] }
}

/// Decides about the snapshots of one machine.
fn decide(policy: &Policy, mut snapshots: Vec<Snapshot>, now: Timestamp, zone: &TimeZone) -> Vec<Verdict> {
    // By time alone: the ID only determines the output order of snapshots of the same instant, never the decision.
    snapshots.sort_by(|a, b| b.created_at.cmp(&a.created_at).then_with(|| a.id.cmp(&b.id)));
    let is_counted = |snapshot: &Snapshot| {
        snapshot.status == SnapshotStatus::Ready && reason_to_skip(policy, snapshot, now).is_none()
    };
    let newest = snapshots.iter().find(|snapshot| is_counted(snapshot)).and_then(|snapshot| snapshot.created_at);
    let mut counters: Vec<_> = Rule::ALL.iter().map(|rule| Counter::new(*rule, policy.count(*rule))).collect();
    let mut within = policy.within.zip(newest).map(|(within, newest)| (within, within.before(newest, zone)));
    within = within.filter(|(within, _)| !within.is_zero());
    let (mut position, mut before): (usize, Option<(Timestamp, Vec<Reason>)>) = (0, None);
    let mut verdicts = Vec::with_capacity(snapshots.len());
    for snapshot in snapshots {
        let (None, Some(created)) = (reason_to_skip(policy, &snapshot, now), snapshot.created_at) else {
            let reason = reason_to_skip(policy, &snapshot, now).unwrap_or(Reason::NoTime);
            verdicts.push(skipped(snapshot, reason));
            continue;
        };
        let mut reasons = pinned(policy, &snapshot);
        if snapshot.status == SnapshotStatus::Failed {
            let decision = if reasons.is_empty() { Decision::Delete } else { Decision::Keep };
            if reasons.is_empty() {
                reasons.push(Reason::Failed);
            }
            verdicts.push(Verdict { snapshot, decision, reasons });
            continue;
        }
        // Snapshots of the same instant share the result of the rules.
        let by_rules = match before.take() {
            Some((time, reasons)) if time == created => reasons,
            _ => {
                let local = zone.to_datetime(created);
                let kept = counters.iter_mut().filter_map(|counter| counter.keeps(local, position));
                let mut reasons: Vec<_> = kept.map(|(rule, nth, of)| Reason::Rule { rule, nth, of }).collect();
                position += 1;
                reasons.extend(within.filter(|(_, limit)| created > *limit).map(|(within, _)| Reason::Within(within)));
                reasons
            }
        };
        before = Some((created, by_rules.clone()));
        reasons.splice(0..0, by_rules);
        if policy.is_empty() {
            reasons.push(Reason::EmptyPolicy);
        }
        if Some(created) == newest {
            reasons.insert(0, Reason::Newest);
        }
        let decision = if reasons.is_empty() { Decision::Delete } else { Decision::Keep };
        if reasons.is_empty() {
            reasons.push(Reason::NoRule);
        }
        verdicts.push(Verdict { snapshot, decision, reasons });
    }
    verdicts
}

/// Why a snapshot is neither counted nor deleted, if it is skipped.
fn reason_to_skip(policy: &Policy, snapshot: &Snapshot, now: Timestamp) -> Option<Reason> {
    let Some(created) = snapshot.created_at else {
        // The status is the reason unless the snapshot is ready or failed; only then does the time matter.
        return Some(match snapshot.status {
            SnapshotStatus::Ready | SnapshotStatus::Failed => Reason::NoTime,
            status => Reason::Status(status),
        });
    };
    let age = now.duration_since(created);
    match snapshot.status {
        SnapshotStatus::Ready if age < -FUTURE => Some(Reason::Future),
        SnapshotStatus::Ready => None,
        SnapshotStatus::Failed if policy.include_failed && !policy.is_empty() && age > FAILED_AGE => None,
        status => Some(Reason::Status(status)),
    }
}

fn pinned(policy: &Policy, snapshot: &Snapshot) -> Vec<Reason> {
    let by_id = policy.pinned.contains(&snapshot.id).then_some(Reason::Pinned);
    let name = snapshot.name.as_deref();
    let by_name = policy.pinned_names.iter().find(|glob| name.is_some_and(|name| glob::matches(glob, name)));
    by_id.into_iter().chain(by_name.map(|glob| Reason::PinnedName(glob.clone()))).collect()
}
