//! Requests: one type for each verb.

use serde::{Deserialize, Serialize};

use super::{BackupId, BackupState, Deleted, Image, Label, NewVm, Outcome, Restored, Snapshot, SnapshotRef, VmId};
use crate::secret::without_users;

/// Which snapshots to list.
///
/// ```
/// use cloudsnap::{ListSnapshots, VmId};
/// let nightly = ListSnapshots::default().vm(VmId::new("3247")?).name("nightly");
/// # let _ = nightly;
/// # Ok::<(), cloudsnap::InvalidId>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ListSnapshots {
    /// Only those of this machine.
    pub vm: Option<VmId>,
    /// Only those whose name contains this text.
    pub name: Option<String>,
}

impl ListSnapshots {
    /// Only those of this machine.
    #[must_use]
    pub fn vm(mut self, vm: VmId) -> Self {
        self.vm = Some(vm);
        self
    }

    /// Only those whose name contains this text, which may not contain wildcards.
    #[must_use]
    pub fn name(mut self, text: impl Into<String>) -> Self {
        self.name = Some(text.into());
        self
    }
}

/// Creates a snapshot of a machine. The result is the [`Snapshot`].
///
/// ```
/// use cloudsnap::{CreateSnapshot, VmId};
/// let request = CreateSnapshot::new(VmId::new("3247")?, "before-upgrade");
/// # let _ = request;
/// # Ok::<(), cloudsnap::InvalidId>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateSnapshot {
    /// The machine.
    pub vm: VmId,
    /// The name. Some providers append to, replace or ignore it.
    pub name: String,
    /// The description, if the provider supports one. Without it, the name is sent to Hyperstack, which requires a description, and to
    /// ManageIQ, where some platforms keep nothing else.
    pub description: Option<String>,
    /// Whether to include the memory of a running machine, if the provider supports it.
    #[serde(default)]
    pub memory: bool,
    /// Labels, if the provider supports them.
    #[serde(default)]
    pub labels: Vec<Label>,
    /// A region to create a copy in, if the provider supports it.
    pub replica_region: Option<String>,
}

impl CreateSnapshot {
    /// A snapshot of this machine, with this name.
    pub fn new(vm: VmId, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { vm, name, description: None, memory: false, labels: Vec::new(), replica_region: None }
    }

    /// Sets the description.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Sets whether to include the memory of the running machine.
    #[must_use]
    pub fn memory(mut self, memory: bool) -> Self {
        self.memory = memory;
        self
    }

    /// Sets the labels, replacing any that were set.
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<Label>>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Adds a label.
    #[must_use]
    pub fn label(mut self, label: impl Into<Label>) -> Self {
        self.labels.push(label.into());
        self
    }

    /// Also creates a copy in this region.
    #[must_use]
    pub fn replica_region(mut self, region: impl Into<String>) -> Self {
        self.replica_region = Some(region.into());
        self
    }
}

/// Where a snapshot is restored to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RestoreTarget {
    /// In place, on this machine. Its current data is overwritten.
    InPlace(VmId),
    /// A new machine.
    NewVm(Box<NewVm>),
}

/// Restores a snapshot. The result is [`Restored`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RestoreSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The target.
    pub target: RestoreTarget,
}

impl RestoreSnapshot {
    /// Restores the machine in place. Its current data is overwritten.
    pub fn in_place(snapshot: impl Into<SnapshotRef>, vm: VmId) -> Self {
        Self { snapshot: snapshot.into(), target: RestoreTarget::InPlace(vm) }
    }

    /// Restores the snapshot to a new machine.
    pub fn new_vm(snapshot: impl Into<SnapshotRef>, vm: NewVm) -> Self {
        Self { snapshot: snapshot.into(), target: RestoreTarget::NewVm(Box::new(vm)) }
    }
}

/// Renames a snapshot. The result is the [`Snapshot`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RenameSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The new name.
    pub name: String,
}

impl RenameSnapshot {
    /// Renames this snapshot to this name.
    pub fn new(snapshot: impl Into<SnapshotRef>, name: impl Into<String>) -> Self {
        Self { snapshot: snapshot.into(), name: name.into() }
    }
}

/// Deletes a snapshot. The result is [`Deleted`], once it is gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeleteSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
}

impl DeleteSnapshot {
    /// Deletes this snapshot.
    pub fn new(snapshot: impl Into<SnapshotRef>) -> Self {
        Self { snapshot: snapshot.into() }
    }
}

/// Deletes a machine. The result is [`Deleted`], once it is gone. Its snapshots remain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeleteVm {
    /// The machine.
    pub vm: VmId,
}

impl DeleteVm {
    /// Deletes this machine.
    pub fn new(vm: VmId) -> Self {
        Self { vm }
    }
}

/// Copies a snapshot to another region. The result is the new [`Snapshot`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CloneSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The name of the copy.
    pub name: String,
    /// The region of the copy.
    pub region: String,
}

impl CloneSnapshot {
    /// Copies this snapshot to this region, with this name.
    pub fn new(snapshot: impl Into<SnapshotRef>, name: impl Into<String>, region: impl Into<String>) -> Self {
        Self { snapshot: snapshot.into(), name: name.into(), region: region.into() }
    }
}

/// Creates a snapshot from an image at a URL. The result is the [`Snapshot`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImportSnapshot {
    /// The name.
    pub name: String,
    /// The URL of the image.
    pub url: String,
    /// The size in GiB.
    pub size_gib: u32,
    /// The region.
    pub region: String,
    /// The operating system: `linux`, `windows`.
    pub os_type: Option<String>,
}

impl std::fmt::Debug for ImportSnapshot {
    // The URL may contain a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportSnapshot")
            .field("name", &self.name)
            .field("url", &without_users(&self.url))
            .field("size_gib", &self.size_gib)
            .field("region", &self.region)
            .field("os_type", &self.os_type)
            .finish()
    }
}

impl ImportSnapshot {
    /// A snapshot with this name, from this URL, of this size, in this region.
    pub fn new(name: impl Into<String>, url: impl Into<String>, size_gib: u32, region: impl Into<String>) -> Self {
        Self { name: name.into(), url: url.into(), size_gib, region: region.into(), os_type: None }
    }

    /// Sets the operating system: `linux`, `windows`.
    #[must_use]
    pub fn os_type(mut self, os_type: impl Into<String>) -> Self {
        self.os_type = Some(os_type.into());
        self
    }
}

/// Creates an image from a snapshot. The result is the [`Image`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateImage {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The name of the image.
    pub name: String,
    /// The labels of the image.
    #[serde(default)]
    pub labels: Vec<Label>,
}

impl CreateImage {
    /// An image of this snapshot, with this name.
    pub fn new(snapshot: impl Into<SnapshotRef>, name: impl Into<String>) -> Self {
        Self { snapshot: snapshot.into(), name: name.into(), labels: Vec::new() }
    }

    /// Sets the labels, replacing any that were set.
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<Label>>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Adds a label.
    #[must_use]
    pub fn label(mut self, label: impl Into<Label>) -> Self {
        self.labels.push(label.into());
        self
    }
}

/// Restores a machine from a backup. The result is [`Restored`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RestoreBackup {
    /// The machine. Its current data is overwritten.
    pub vm: VmId,
    /// The backup.
    pub backup: BackupId,
}

impl RestoreBackup {
    /// Restores this machine from this backup.
    pub fn new(vm: VmId, backup: BackupId) -> Self {
        Self { vm, backup }
    }
}

/// Enables automatic backups of a machine. The result is [`BackupState`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EnableBackups {
    /// The machine.
    pub vm: VmId,
}

impl EnableBackups {
    /// Enables them for this machine.
    pub fn new(vm: VmId) -> Self {
        Self { vm }
    }
}

/// Disables automatic backups of a machine. The result is [`BackupState`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DisableBackups {
    /// The machine.
    pub vm: VmId,
}

impl DisableBackups {
    /// Disables them for this machine.
    pub fn new(vm: VmId) -> Self {
        Self { vm }
    }
}

macro_rules! actions {
    ($($(#[doc = $doc:literal])* $name:ident => $output:ty;)*) => {
        /// Any request that starts an operation, e.g. to store it in a job queue.
        ///
        /// Requests that contain a password cannot be serialized.
        ///
        /// ```
        /// use cloudsnap::{Action, CreateSnapshot, VmId};
        /// let action = Action::from(CreateSnapshot::new(VmId::new("7")?, "nightly"));
        /// let job = serde_json::to_string(&action)?;
        /// assert_eq!(serde_json::from_str::<Action>(&job)?, action);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Action {
            $($(#[doc = $doc])* $name($name),)*
        }

        $(
            impl From<$name> for Action {
                fn from(request: $name) -> Self {
                    Self::$name(request)
                }
            }

            impl Request for $name {
                type Output = $output;
            }
        )*
    };
}

/// A request that starts an operation.
pub trait Request: Into<Action> {
    /// The result of the operation.
    type Output: Outcome;
}

actions! {
    /// Creates a snapshot.
    CreateSnapshot => Snapshot;
    /// Restores a snapshot.
    RestoreSnapshot => Restored;
    /// Renames a snapshot.
    RenameSnapshot => Snapshot;
    /// Deletes a snapshot.
    DeleteSnapshot => Deleted;
    /// Deletes a machine.
    DeleteVm => Deleted;
    /// Copies a snapshot to another region.
    CloneSnapshot => Snapshot;
    /// Creates a snapshot from an image at a URL.
    ImportSnapshot => Snapshot;
    /// Creates an image from a snapshot.
    CreateImage => Image;
    /// Restores a backup.
    RestoreBackup => Restored;
    /// Enables backups.
    EnableBackups => BackupState;
    /// Disables backups.
    DisableBackups => BackupState;
}
