//! What the sandbox remembers: one portable store of rows for all providers, and how a row's state follows from its
//! times.
//!
//! Nothing happens in the background. A row holds the times at which it was made, becomes ready, and goes; what it *is*
//! follows from these and the clock. What only one provider knows of a row stands in `extra`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::spec::Provider;

/// The form of the state file. A file of another version is refused.
pub(super) const VERSION: u32 = 1;

/// Everything that a sandbox remembers, and the content of its state file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Store {
    /// The form of this text, see [`VERSION`].
    pub version: u32,
    /// How far the sandbox's clock is ahead of the real one.
    pub offset: SignedDuration,
    /// What each provider has.
    #[serde(rename = "shelves")]
    pub providers: BTreeMap<Provider, ProviderState>,
}

impl Default for Store {
    fn default() -> Self {
        Self { version: VERSION, offset: SignedDuration::ZERO, providers: BTreeMap::new() }
    }
}

impl Store {
    /// The sandbox's time.
    pub fn now(&self) -> Timestamp {
        later(Timestamp::now(), self.offset)
    }
}

/// The time that is `by` later, or as far as times go.
pub(super) fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX })
}

/// What one provider has.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ProviderState {
    /// The number of the next row.
    pub next_id: u64,
    /// Virtual machines, those that are gone included, as with all lists here.
    pub machines: Vec<Machine>,
    /// Snapshots.
    pub snapshots: Vec<SnapshotRow>,
    /// Automatic backups.
    pub backups: Vec<BackupRow>,
    /// Tasks.
    pub tasks: Vec<TaskRow>,
    /// Images made from snapshots.
    pub images: Vec<ImageRow>,
    /// What only this provider keeps, such as the access tokens that it gave out.
    pub extra: Map<String, Value>,
}

/// Where a row is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// Asked for, and not yet shown by any list.
    Unlisted,
    /// Being made.
    Creating,
    /// Made.
    Ready,
    /// The making failed.
    Failed,
    /// Being deleted, and still shown.
    Deleting,
    /// Deleted: no list shows it.
    Gone,
}

/// The times of a row, from which its [`Phase`] follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Life {
    /// When the making began.
    pub created_at: Timestamp,
    /// From when on lists show the row. Mostly the same as `created_at`.
    pub listed_at: Timestamp,
    /// When the making ends.
    pub ready_at: Timestamp,
    /// Why the making fails at `ready_at`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// When the deleting was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
    /// When the deleting ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_at: Option<Timestamp>,
}

impl Life {
    /// A row whose making begins now and takes `delay`.
    pub(super) fn begin(now: Timestamp, delay: SignedDuration) -> Self {
        let ready_at = later(now, delay);
        Self { created_at: now, listed_at: now, ready_at, failure: None, deleted_at: None, gone_at: None }
    }

    /// Where the row is in its life at that time.
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

    /// Lists show the row at that time.
    pub fn listed(&self, now: Timestamp) -> bool {
        !matches!(self.phase(now), Phase::Unlisted | Phase::Gone)
    }

    /// How far the making has come, in percent.
    pub(super) fn progress(&self, now: Timestamp) -> u8 {
        let whole = self.ready_at.duration_since(self.created_at).as_millis();
        let done = now.duration_since(self.created_at).as_millis();
        if whole <= 0 { 100 } else { u8::try_from((done * 100 / whole).clamp(0, 100)).unwrap_or(100) }
    }

    /// Begins the deleting, which takes `delay`; a deleting under way goes on as it is.
    pub(super) fn delete(&mut self, now: Timestamp, delay: SignedDuration) {
        if self.deleted_at.is_none() {
            self.deleted_at = Some(now);
            self.gone_at = Some(later(now, delay));
        }
    }
}

/// A virtual machine as the sandbox knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Machine {
    /// The id, as the wire shows it.
    pub id: String,
    /// The name.
    pub name: String,
    /// The provider's kind of machine where it has several: ManageIQ's `vms` and `instances`.
    #[serde(default)]
    pub kind: Option<String>,
    /// The region.
    #[serde(default)]
    pub region: Option<String>,
    /// Its times.
    pub life: Life,
    /// The snapshot or image that it was made from.
    #[serde(default, rename = "made_from")]
    pub created_from: Option<String>,
    /// Each restore in place, the oldest first.
    #[serde(default)]
    pub restores: Vec<Restore>,
    /// What only its provider knows of it.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

impl Machine {
    /// A restore in place is under way.
    pub(super) fn restoring(&self, now: Timestamp) -> bool {
        self.restores.iter().any(|restore| restore.at <= now && now < restore.done_at)
    }
}

/// A restore of a machine in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Restore {
    /// When it began.
    pub at: Timestamp,
    /// When it ends.
    pub done_at: Timestamp,
    /// The id of the snapshot or backup.
    pub from: String,
    /// The data comes from a backup, not from a snapshot.
    pub from_backup: bool,
}

/// A snapshot as the sandbox knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotRow {
    /// The id, as the wire shows it.
    pub id: String,
    /// The name, see [`SnapshotRow::name_at`].
    pub name: String,
    /// Names that it had.
    #[serde(default)]
    pub former_names: Vec<FormerName>,
    /// The description.
    #[serde(default)]
    pub description: Option<String>,
    /// The id of the machine that it was made from.
    #[serde(default)]
    pub machine: Option<String>,
    /// The id of the snapshot that it was copied from.
    #[serde(default)]
    pub copy_of: Option<String>,
    /// The region.
    #[serde(default)]
    pub region: Option<String>,
    /// The size, in the provider's unit.
    #[serde(default)]
    pub size: Option<i64>,
    /// Its times.
    pub life: Life,
    /// What only its provider knows of it.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// A name that a snapshot had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// Until when it had it.
    pub until: Timestamp,
}

impl SnapshotRow {
    /// The name that it had at that time.
    pub fn name_at(&self, now: Timestamp) -> &str {
        let former = self.former_names.iter().find(|former| now < former.until);
        former.map_or(&self.name, |former| &former.name)
    }

    /// Gives it another name from now on.
    pub(super) fn rename(&mut self, name: &str, now: Timestamp) {
        let old = std::mem::replace(&mut self.name, name.to_owned());
        self.former_names.push(FormerName { name: old, until: now });
    }
}

/// An automatic backup as the sandbox knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BackupRow {
    /// The id, as the wire shows it.
    pub id: String,
    /// The name.
    pub name: String,
    /// The id of its machine.
    pub machine: String,
    /// The size, in the provider's unit.
    #[serde(default)]
    pub size: Option<i64>,
    /// Its times.
    pub life: Life,
    /// What only its provider knows of it.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// A task as the sandbox knows it: its making is its running, its failure the task's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TaskRow {
    /// The id, as the wire shows it.
    pub id: String,
    /// What is done, in words.
    pub name: String,
    /// Its times.
    pub life: Life,
    /// What only its provider knows of it.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// An image as the sandbox knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageRow {
    /// The id, as the wire shows it.
    pub id: String,
    /// The name.
    pub name: String,
    /// The id of the snapshot that it was made from.
    #[serde(default)]
    pub snapshot: Option<String>,
    /// The region.
    #[serde(default)]
    pub region: Option<String>,
    /// The size, in the provider's unit.
    #[serde(default)]
    pub size: Option<i64>,
    /// Its times.
    pub life: Life,
    /// What only its provider knows of it.
    #[serde(default)]
    pub extra: Map<String, Value>,
}

/// What all rows have: an id, a name and times.
pub(super) trait Row {
    /// A row with these, and nothing else.
    fn new(id: String, name: String, life: Life) -> Self;
    /// The id, as the wire shows it.
    fn id(&self) -> &str;
    /// The times.
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

/// Looking things up among rows: only what lists show at that time is found.
pub(super) trait Rows<T: Row> {
    /// All that lists show.
    fn listed<'a>(&'a self, now: Timestamp) -> impl Iterator<Item = &'a T>
    where
        T: 'a;
    /// The one of that id.
    fn get_listed(&self, id: &str, now: Timestamp) -> Option<&T>;
    /// The one of that id, to change it.
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
