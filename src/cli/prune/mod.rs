//! Deletes old snapshots by a policy and the safety rules. Shared by `snapshots prune` and `apply`.

mod decide;
mod execute;
mod gather;
mod pending;
mod show;

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::Serialize;

use super::plan::name::Template;
use super::shapes::Problem;
use crate::client::Client;
use crate::model::{Snapshot, VmId, VmSummary};
use crate::retention::{Decision, Policy};

pub(crate) use decide::{decide, stopped_by_limit};
pub(crate) use execute::{Execution, execute};
pub(crate) use gather::{gone, snapshots_of};
pub(crate) use pending::{Pending, entries_of, known, poll_pending};
pub(crate) use show::{Summary, size_of, table};

/// Which snapshots may be deleted. All others are never changed.
#[derive(Clone, Debug)]
pub(crate) enum Ours {
    /// Those whose name starts with this prefix.
    Prefix(String),
    /// Those whose name this template can produce.
    Template(Template),
}

impl Ours {
    /// Whether a snapshot may be deleted, by any name that may have been requested for it.
    pub(crate) fn is(&self, client: &Client, snapshot: &Snapshot) -> bool {
        client.requested_names(snapshot).iter().any(|name| match self {
            Self::Prefix(prefix) => name.starts_with(prefix.as_str()),
            Self::Template(template) => template.matches(name, None),
        })
    }
}

/// The rules for a decision, in addition to the list.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub(crate) ours: Ours,
    pub(crate) policy: Policy,
    pub(crate) zone: TimeZone,
    pub(crate) now: Timestamp,
    pub(crate) include_gone: bool,
    pub(crate) with_images: bool,
    /// The limit of deletions per machine; None: no limit.
    pub(crate) max_delete: Option<u32>,
    /// A machine whose newest snapshot is older than this is skipped.
    pub(crate) require_newest: Option<Duration>,
    /// Machines that no longer exist.
    pub(crate) gone: BTreeSet<VmId>,
    /// Machines with a pending operation.
    pub(crate) pending: Pending,
}

/// The outcome of a deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// It would be deleted (dry run).
    Planned,
    /// It was deleted.
    Deleted,
    /// It is being deleted.
    Running,
    /// It was not deleted.
    Failed,
    /// Unknown whether it was deleted.
    Unknown,
}

impl Outcome {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Deleted => "deleted",
            Self::Running => "running",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

/// The decision on a snapshot, and the reasons; the same with and without `--dry-run`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Item {
    /// Its machine.
    pub(crate) vm: VmSummary,
    /// The snapshot.
    pub(crate) snapshot: Snapshot,
    /// `keep`, `delete` or `skip`.
    #[schemars(with = "String")]
    pub(crate) action: Decision,
    /// The reasons for the action.
    pub(crate) reasons: Vec<String>,
    /// The outcome of its deletion; null if no request was sent.
    pub(crate) outcome: Option<Outcome>,
    /// The handle of the deletion, until it has finished.
    pub(crate) operation: Option<String>,
    /// Why it was not deleted.
    pub(crate) error: Option<Problem>,
}

impl Item {
    /// Skips the snapshot: it is not deleted.
    pub(crate) fn skip(&mut self, reason: impl Into<String>) {
        self.action = Decision::Skip;
        self.reasons = vec![reason.into()];
    }

    pub(crate) fn is_to_delete(&self) -> bool {
        self.action == Decision::Delete && self.outcome.is_none()
    }
}

/// The snapshots of one machine in one region, newest first.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) vm: VmSummary,
    pub(crate) items: Vec<Item>,
    /// Its newest ready snapshot is older than required.
    pub(crate) stale: bool,
    /// Snapshots that a person should check: those without a plausible creation time.
    pub(crate) warnings: Vec<String>,
}

impl Group {
    pub(crate) fn title(&self) -> String {
        let id = self.vm.id.as_ref().map(ToString::to_string);
        self.vm.name.clone().or(id).unwrap_or_else(|| "unknown machine".to_owned())
    }

    pub(crate) fn deletions(&self) -> usize {
        self.items.iter().filter(|item| item.action == Decision::Delete).count()
    }
}
