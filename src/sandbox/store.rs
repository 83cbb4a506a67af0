//! The sandbox's data model: rows shared by all providers, whose state is derived from their timestamps.
//!
//! Nothing runs in the background. A row stores when it was created, becomes ready and disappears; its current state
//! follows from these times and the clock. Provider-specific data is stored in `extra`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::spec::Provider;

/// The format version of the state file. Other versions are rejected.
pub(super) const VERSION: u32 = 1;

/// The complete state of a sandbox, and the content of its state file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Store {
    /// The format version, see [`VERSION`].
    pub version: u32,
    /// How far the sandbox's clock is ahead of real time.
    pub offset: SignedDuration,
    /// The state of each provider.
    #[serde(rename = "shelves")]
    pub providers: BTreeMap<Provider, ProviderState>,
}

impl Default for Store {
    fn default() -> Self {
        Self { version: VERSION, offset: SignedDuration::ZERO, providers: BTreeMap::new() }
    }
}

impl Store {
    /// The current time by the sandbox's clock.
    pub fn now(&self) -> Timestamp {
        later(Timestamp::now(), self.offset)
    }
}

/// The time shifted by `by`, saturating at the limits.
pub(super) fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX })
}

/// The state of one provider.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ProviderState {
    /// The number of the next row.
    pub next_id: u64,
    /// Virtual machines, including deleted ones, as in all lists here.
    pub machines: Vec<Machine>,
    /// Snapshots.
    pub snapshots: Vec<SnapshotRow>,
    /// Automatic backups.
    pub backups: Vec<BackupRow>,
    /// Tasks.
    pub tasks: Vec<TaskRow>,
    /// Images created from snapshots.
    pub images: Vec<ImageRow>,
    /// Data only this provider needs, e.g. the access tokens it issued.
    pub extra: Map<String, Value>,
}

/// The lifecycle phase of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// Requested, but not yet listed.
    Unlisted,
    /// Being created.
    Creating,
    /// Ready.
    Ready,
    /// Creation failed.
    Failed,
    /// Being deleted, but still listed.
    Deleting,
    /// Deleted and no longer listed.
    Gone,
}

/// The timestamps of a row, which determine its [`Phase`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Life {
    /// When creation started.
    pub created_at: Timestamp,
    /// When lists start to show the row; usually equal to `created_at`.
    pub listed_at: Timestamp,
    /// When creation finishes.
    pub ready_at: Timestamp,
    /// Why creation fails at `ready_at`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// When deletion was requested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
    /// When deletion finishes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_at: Option<Timestamp>,
}

impl Life {
    /// A row whose creation starts now and takes `delay`.
    pub(super) fn begin(now: Timestamp, delay: SignedDuration) -> Self {
        let ready_at = later(now, delay);
        Self { created_at: now, listed_at: now, ready_at, failure: None, deleted_at: None, gone_at: None }
    }

    /// The phase at this time.
    pub fn phase(&self, now: Timestamp) -> Phase {
        if self.gone_at.is_some_and(|gone| gone <= now) {
            Phase::Gone
        } else if now < self.listed_at {
            Phase::Unlisted
        } else if self.deleted_at.is_some_and(|deleted| deleted <= now) {
            Phase::Deleting
        } else if now < self.ready_at {
            Phase::Creating
        } else if self.failure.is_some() {
            Phase::Failed
        } else {
            Phase::Ready
        }
    }

    /// Whether lists show the row at this time.
    pub fn listed(&self, now: Timestamp) -> bool {
        !matches!(self.phase(now), Phase::Unlisted | Phase::Gone)
    }

    /// Progress of creation, in percent.
    pub(super) fn progress(&self, now: Timestamp) -> u8 {
        let whole = self.ready_at.duration_since(self.created_at).as_millis();
        let done = now.duration_since(self.created_at).as_millis();
        if whole <= 0 { 100 } else { u8::try_from((done * 100 / whole).clamp(0, 100)).unwrap_or(100) }
    }

    /// Starts deletion, which takes `delay`. If deletion has already started, nothing changes.
    pub(super) fn delete(&mut self, now: Timestamp, delay: SignedDuration) {
        if self.deleted_at.is_none() {
            self.deleted_at = Some(now);
            self.gone_at = Some(later(now, delay));
        }
    }
}

/// A virtual machine in the sandbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Machine {
    /// The ID, as used in requests and responses.
    pub id: String,
    /// The name.
    pub name: String,
    /// The provider's kind of machine if it has several: ManageIQ's `vms` and `instances`.
    #[serde(default)]
    pub kind: Option<String>,
    /// The region.
    #[serde(default)]
    pub region: Option<String>,
    /// Its timestamps.
    pub life: Life,
    /// The snapshot or image it was created from.
    #[serde(default, rename = "made_from")]
    pub created_from: Option<String>,
    /// All in-place restores, oldest first.
    #[serde(default)]
    pub restores: Vec<Restore>,
    /// Provider-specific data.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

impl Machine {
    /// Whether an in-place restore is running.
    pub(super) fn restoring(&self, now: Timestamp) -> bool {
        self.restores.iter().any(|restore| restore.at <= now && now < restore.done_at)
    }
}

/// An in-place restore of a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Restore {
    /// When it started.
    pub at: Timestamp,
    /// When it finishes.
    pub done_at: Timestamp,
    /// The ID of the snapshot or backup.
    pub from: String,
    /// Whether it restores a backup rather than a snapshot.
    pub from_backup: bool,
}

/// A snapshot in the sandbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotRow {
    /// The ID, as used in requests and responses.
    pub id: String,
    /// The name, see [`SnapshotRow::name_at`].
    pub name: String,
    /// Previous names.
    #[serde(default)]
    pub former_names: Vec<FormerName>,
    /// The description.
    #[serde(default)]
    pub description: Option<String>,
    /// The ID of the machine it was taken from.
    #[serde(default)]
    pub machine: Option<String>,
    /// The ID of the snapshot it was copied from.
    #[serde(default)]
    pub copy_of: Option<String>,
    /// The region.
    #[serde(default)]
    pub region: Option<String>,
    /// The size, in the provider's unit.
    #[serde(default)]
    pub size: Option<i64>,
    /// Its timestamps.
    pub life: Life,
    /// Provider-specific data.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// A previous name of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// When it was renamed.
    pub until: Timestamp,
}

impl SnapshotRow {
    /// The name at this time.
    pub fn name_at(&self, now: Timestamp) -> &str {
        let former = self.former_names.iter().find(|former| now < former.until);
        former.map_or(&self.name, |former| &former.name)
    }

    /// Renames the snapshot as of now.
    pub(super) fn rename(&mut self, name: &str, now: Timestamp) {
        let old = std::mem::replace(&mut self.name, name.to_owned());
        self.former_names.push(FormerName { name: old, until: now });
    }
}

/// An automatic backup in the sandbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BackupRow {
    /// The ID, as used in requests and responses.
    pub id: String,
    /// The name.
    pub name: String,
    /// The ID of its machine.
    pub machine: String,
    /// The size, in the provider's unit.
    #[serde(default)]
    pub size: Option<i64>,
    /// Its timestamps.
    pub life: Life,
    /// Provider-specific data.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// A task in the sandbox. It runs while its row is being created; if creation fails, the task has failed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TaskRow {
    /// The ID, as used in requests and responses.
    pub id: String,
    /// A description of the work.
    pub name: String,
    /// Its timestamps.
    pub life: Life,
    /// Provider-specific data.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// An image in the sandbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageRow {
    /// The ID, as used in requests and responses.
    pub id: String,
    /// The name.
    pub name: String,
    /// The ID of the snapshot it was created from.
    #[serde(default)]
    pub snapshot: Option<String>,
    /// The region.
    #[serde(default)]
    pub region: Option<String>,
    /// The size, in the provider's unit.
    #[serde(default)]
    pub size: Option<i64>,
    /// Its timestamps.
    pub life: Life,
    /// Provider-specific data.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// What all rows have in common: an ID, a name and timestamps.
pub(super) trait Row {
    /// A row with these fields and defaults for the others.
    fn new(id: String, name: String, life: Life) -> Self;
    /// The ID, as used in requests and responses.
    fn id(&self) -> &str;
    /// The timestamps.
    fn life(&self) -> &Life;
}

macro_rules! rows {
    ($($row:ident { $($optional:ident),* }),*) => {$(
        impl Row for $row {
            fn new(id: String, name: String, life: Life) -> Self {
                Self { id, name, life, $($optional: Default::default(),)* extra: Map::new() }
            }
            fn id(&self) -> &str {
                &self.id
            }
            fn life(&self) -> &Life {
                &self.life
            }
        }
    )*};
}
rows!(
    Machine { kind, region, created_from, restores },
    SnapshotRow { former_names, description, machine, copy_of, region, size },
    BackupRow { machine, size },
    TaskRow {},
    ImageRow { snapshot, region, size }
);

/// Lookups among rows. Only rows listed at the given time are found.
pub(super) trait Rows<T: Row> {
    /// All listed rows.
    fn listed<'a>(&'a self, now: Timestamp) -> impl Iterator<Item = &'a T>
    where
        T: 'a;
    /// The listed row with this ID.
    fn get_listed(&self, id: &str, now: Timestamp) -> Option<&T>;
    /// The listed row with this ID, mutable.
    fn get_listed_mut(&mut self, id: &str, now: Timestamp) -> Option<&mut T>;
}

impl<T: Row> Rows<T> for Vec<T> {
    fn listed<'a>(&'a self, now: Timestamp) -> impl Iterator<Item = &'a T>
    where
        T: 'a,
    {
        self.iter().filter(move |row| row.life().listed(now))
    }

    fn get_listed(&self, id: &str, now: Timestamp) -> Option<&T> {
        self.iter().find(|row| row.id() == id && row.life().listed(now))
    }

    fn get_listed_mut(&mut self, id: &str, now: Timestamp) -> Option<&mut T> {
        self.iter_mut().find(|row| row.id() == id && row.life().listed(now))
    }
}
