//! Retention: which snapshots a policy keeps, and which may be deleted.
//!
//! [`Policy::plan`] is a pure function from a list of snapshots to a [`Plan`]: it sends nothing, reads no clock and opens no files.
//! Its rules are those of restic's `forget`: for the last N hours, days, ISO weeks, months and years *that have* a snapshot, the
//! newest snapshot of each is kept. A snapshot is kept if any rule keeps it.
//!
//! A nightly run of one account takes five lines. Every machine gets a snapshot with tonight's name, unless it already has one, and the
//! snapshots of earlier nights are deleted as the policy says:
//!
//! ```no_run
//! use cloudsnap::deps::jiff::{Timestamp, tz::TimeZone};
//! use cloudsnap::retention::Policy;
//! use cloudsnap::{Client, CreateSnapshot, Error, ListSnapshots, Vm, WaitOptions};
//! use futures_util::TryStreamExt;
//!
//! # async fn run(client: Client, name: &str) -> Result<(), Error> {
//! let policy = Policy::default().daily(7).weekly(4);
//! let ours = ListSnapshots::default().name("nightly-");
//! # let (now, zone) = (Timestamp::now(), TimeZone::UTC);
//! # let wait = WaitOptions::default();
//!
//! let vms: Vec<Vm> = client.vms().try_collect().await?;
//! let tonight = vms.into_iter().map(|vm| CreateSnapshot::new(vm.id, name));
//! let created = client.ensure_snapshots_and_wait(tonight, wait.clone()).await;
//! let plan = policy.plan_list(client.snapshots(ours), now, &zone).await?;
//! let deleted = client.delete_snapshots_and_wait(plan.deletions(), wait).await;
//! # let errors = created.iter().filter_map(|it| it.as_ref().err());
//! # let errors = errors.chain(deleted.iter().filter_map(|it| it.as_ref().err()));
//! # errors.for_each(|error| eprintln!("{error}"));
//! # Ok(())
//! # }
//! ```
//!
//! `created` and `deleted` have a result for each machine and snapshot, so that one failure does not affect the others. A machine whose
//! snapshot failed loses none: the rules count only days and weeks that have one. The example `nightly` of this crate is the complete
//! program.
//!
//! Days start in the time zone that is passed in. `TimeZone::get("Europe/Berlin")` needs one of jiff's `tzdb-*` features, which
//! this crate enables only for its command line.

mod bucket;
mod plan;
#[cfg(test)]
mod restic;
#[cfg(test)]
mod tests;
mod within;

use std::collections::BTreeSet;

use futures_util::{Stream, TryStreamExt};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::error::Error;
use crate::model::{Snapshot, SnapshotId};

pub use bucket::Rule;
pub use plan::{Decision, MachinePlan, Plan, Reason, Verdict};
pub use within::{InvalidWithin, Within};

/// What to keep. Rules add up: more rules, or larger numbers, never keep less.
///
/// A policy without any rule deletes nothing.
///
/// ```
/// use cloudsnap::retention::Policy;
///
/// let policy = Policy::default().daily(7).weekly(4).within("48h".parse()?);
/// assert!(!policy.is_empty());
/// assert!(Policy::default().is_empty());
/// # Ok::<(), cloudsnap::retention::InvalidWithin>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// Keep the last N snapshots.
    pub last: u32,
    /// Keep the newest snapshot of each of the last N hours that have one.
    pub hourly: u32,
    /// Keep the newest snapshot of each of the last N days that have one.
    pub daily: u32,
    /// Keep the newest snapshot of each of the last N ISO weeks that have one.
    pub weekly: u32,
    /// Keep the newest snapshot of each of the last N months that have one.
    pub monthly: u32,
    /// Keep the newest snapshot of each of the last N years that have one.
    pub yearly: u32,
    /// Keep all snapshots that are newer than this, measured from the newest snapshot.
    pub within: Option<Within>,
    /// Keep these, regardless of the rules.
    pub pinned: BTreeSet<SnapshotId>,
    /// Keep those whose name matches one of these globs (`*`, `?`), regardless of the rules.
    pub pinned_names: Vec<String>,
    /// Delete failed snapshots that are older than a day.
    pub include_failed: bool,
}

impl Policy {
    /// Keeps the last `count` snapshots.
    #[must_use]
    pub fn last(mut self, count: u32) -> Self {
        self.last = count;
        self
    }

    /// Keeps the newest snapshot of each of the last `count` hours that have one.
    #[must_use]
    pub fn hourly(mut self, count: u32) -> Self {
        self.hourly = count;
        self
    }

    /// Keeps the newest snapshot of each of the last `count` days that have one.
    #[must_use]
    pub fn daily(mut self, count: u32) -> Self {
        self.daily = count;
        self
    }

    /// Keeps the newest snapshot of each of the last `count` ISO weeks that have one.
    #[must_use]
    pub fn weekly(mut self, count: u32) -> Self {
        self.weekly = count;
        self
    }

    /// Keeps the newest snapshot of each of the last `count` months that have one.
    #[must_use]
    pub fn monthly(mut self, count: u32) -> Self {
        self.monthly = count;
        self
    }

    /// Keeps the newest snapshot of each of the last `count` years that have one.
    #[must_use]
    pub fn yearly(mut self, count: u32) -> Self {
        self.yearly = count;
        self
    }

    /// Keeps all snapshots that are newer than this, measured from the newest snapshot.
    #[must_use]
    pub fn within(mut self, within: Within) -> Self {
        self.within = Some(within);
        self
    }

    /// Keeps this snapshot, regardless of the rules.
    #[must_use]
    pub fn pin(mut self, snapshot: SnapshotId) -> Self {
        self.pinned.insert(snapshot);
        self
    }

    /// Keeps snapshots whose name matches this glob (`*`, `?`), regardless of the rules.
    #[must_use]
    pub fn pin_name(mut self, glob: impl Into<String>) -> Self {
        self.pinned_names.push(glob.into());
        self
    }

    /// Sets whether to delete failed snapshots that are older than a day. By default they are skipped.
    #[must_use]
    pub fn include_failed(mut self, include: bool) -> Self {
        self.include_failed = include;
        self
    }

    /// Whether it has no rules. Such a policy deletes nothing.
    pub fn is_empty(&self) -> bool {
        self.within.is_none_or(Within::is_zero) && Rule::ALL.iter().all(|rule| self.count(*rule) == 0)
    }

    /// Sets the number of snapshots a rule keeps.
    #[must_use]
    pub fn with(mut self, rule: Rule, count: u32) -> Self {
        match rule {
            Rule::Last => self.last = count,
            Rule::Hourly => self.hourly = count,
            Rule::Daily => self.daily = count,
            Rule::Weekly => self.weekly = count,
            Rule::Monthly => self.monthly = count,
            Rule::Yearly => self.yearly = count,
        }
        self
    }

    /// The number of snapshots a rule keeps.
    pub fn count(&self, rule: Rule) -> u32 {
        match rule {
            Rule::Last => self.last,
            Rule::Hourly => self.hourly,
            Rule::Daily => self.daily,
            Rule::Weekly => self.weekly,
            Rule::Monthly => self.monthly,
            Rule::Yearly => self.yearly,
        }
    }

    /// Decides about each snapshot. Each machine and each region is considered separately: a replica elsewhere does not count as a
    /// snapshot here.
    ///
    /// Only ready snapshots with a creation time count. The newest of these is always kept. Snapshots of the same instant get the same
    /// decision; names and IDs never matter.
    pub fn plan(&self, snapshots: impl IntoIterator<Item = Snapshot>, now: Timestamp, zone: &TimeZone) -> Plan {
        plan::of(self, snapshots, now, zone)
    }

    /// Reads a list completely, then decides about each snapshot as [`plan`](Self::plan) does.
    ///
    /// # Errors
    /// Those of the list: there is no plan for an incomplete one.
    pub async fn plan_list(
        &self,
        list: impl Stream<Item = Result<Snapshot, Error>>,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Result<Plan, Error> {
        let snapshots: Vec<Snapshot> = list.try_collect().await?;
        Ok(self.plan(snapshots, now, zone))
    }
}

/// The rules as text: `daily 7, weekly 4, within 14d`.
impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = Rule::ALL.into_iter().filter(|rule| self.count(*rule) > 0);
        let mut rules: Vec<_> = counts.map(|rule| format!("{rule} {}", self.count(rule))).collect();
        rules.extend(self.within.map(|within| format!("within {within}")));
        f.write_str(&rules.join(", "))
    }
}
