//! Deleting old snapshots: what a policy and the safety rules decide, and the deletes. Shared by `snapshots prune` and `apply`.

mod execute;
mod gather;
mod judge;
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

pub(crate) use execute::{Execution, execute};
pub(crate) use gather::{gone, snapshots_of};
pub(crate) use judge::{judge, stopped_by_limit};
pub(crate) use pending::{Pending, entries_of, known, settle};
pub(crate) use show::{Summary, size_of, table};

/// Which snapshots are ours to delete. Everything else is never touched.
#[derive(Clone, Debug)]
pub(crate) enum Ours {
    /// Those whose name begins so.
    Prefix(String),
    /// Those whose name this template gives on some day.
    Template(Template),
}

impl Ours {
    /// Whether a snapshot is ours, by any name that it may have been asked to have.
    pub(crate) fn is(&self, client: &Client, snapshot: &Snapshot) -> bool {
        client.requested_names(snapshot).iter().any(|name| match self {
            Self::Prefix(prefix) => name.starts_with(prefix.as_str()),
            Self::Template(template) => template.fits(name, None),
        })
    }
}

/// What is decided by, beside the list.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub(crate) ours: Ours,
    pub(crate) policy: Policy,
    pub(crate) zone: TimeZone,
    pub(crate) now: Timestamp,
    pub(crate) include_gone: bool,
    pub(crate) with_images: bool,
    /// The most of one machine; None: all.
    pub(crate) max_delete: Option<u32>,
    /// A machine whose newest snapshot is older is left alone.
    pub(crate) require_newest: Option<Duration>,
    /// Machines that no longer exist.
    pub(crate) gone: BTreeSet<VmId>,
    /// Machines with an operation under way, and what it is.
    pub(crate) pending: Pending,
}

/// What came of a delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// It would be deleted: this is a dry run.
    Planned,
    /// It is gone.
    Deleted,
    /// It is being deleted.
    Running,
    /// It was not deleted.
    Failed,
    /// It cannot be told whether it was deleted.
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

/// What becomes of a snapshot, and why: the shape is the same dry or wet.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Item {
    /// Its machine.
    pub(crate) vm: VmSummary,
    /// The snapshot.
    pub(crate) snapshot: Snapshot,
    /// `keep`, `delete` or `skip`.
    #[schemars(with = "String")]
    pub(crate) action: Decision,
    /// Why.
    pub(crate) reasons: Vec<String>,
    /// What came of its delete; null where none was sent.
    pub(crate) outcome: Option<Outcome>,
    /// The handle of the delete, while its end is not known.
    pub(crate) operation: Option<String>,
    /// Why it was not deleted.
    pub(crate) error: Option<Problem>,
}

impl Item {
    /// Leaves it alone.
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
    /// Something in it must be looked at by a person: a snapshot without a time that can be believed.
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
