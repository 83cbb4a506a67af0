//! What a caller asks for: one type per verb.

use serde::{Deserialize, Serialize};

use super::{BackupId, BackupSwitch, Deleted, Image, Label, NewVm, Outcome, Restored, Snapshot, SnapshotRef, VmId};
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

    /// Only those whose name contains this text. The text is taken as it is: no wildcards.
    #[must_use]
    pub fn name(mut self, text: impl Into<String>) -> Self {
        self.name = Some(text.into());
        self
    }
}

/// Make a snapshot of a machine. Ends with the [`Snapshot`].
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
    /// The name. Some providers decorate, replace or ignore it.
    pub name: String,
    /// A description, where the provider has one. Without it Hyperstack and ManageIQ are told the name: the one demands a
    /// description, and some platforms behind the other know a snapshot by nothing else.
    pub description: Option<String>,
    /// With the memory of a running machine, where the provider can.
    #[serde(default)]
    pub memory: bool,
    /// Labels, where the provider has them.
    #[serde(default)]
    pub labels: Vec<Label>,
    /// A region that gets a copy of its own, where the provider can.
    pub replica_region: Option<String>,
}

impl CreateSnapshot {
    /// A snapshot of this machine, by this name.
    pub fn new(vm: VmId, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { vm, name, description: None, memory: false, labels: Vec::new(), replica_region: None }
    }

    /// With a description.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// With the memory of the running machine.
    #[must_use]
    pub fn memory(mut self, memory: bool) -> Self {
        self.memory = memory;
        self
    }

    /// With these labels, in place of those it has.
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<Label>>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// With one label more.
    #[must_use]
    pub fn label(mut self, label: impl Into<Label>) -> Self {
        self.labels.push(label.into());
        self
    }

    /// With a copy in another region.
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
    /// Onto this machine. All that is on it is lost.
    InPlace(VmId),
    /// As a new machine.
    NewVm(Box<NewVm>),
}

/// Restore a snapshot. Ends with [`Restored`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RestoreSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// Where to.
    pub target: RestoreTarget,
}

impl RestoreSnapshot {
    /// Puts the machine back to the snapshot. All that is on the machine is lost.
    pub fn in_place(snapshot: impl Into<SnapshotRef>, vm: VmId) -> Self {
        Self { snapshot: snapshot.into(), target: RestoreTarget::InPlace(vm) }
    }

    /// Makes a new machine from the snapshot.
    pub fn new_vm(snapshot: impl Into<SnapshotRef>, vm: NewVm) -> Self {
        Self { snapshot: snapshot.into(), target: RestoreTarget::NewVm(Box::new(vm)) }
    }
}

/// Give a snapshot another name. Ends with the [`Snapshot`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RenameSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The new name.
    pub name: String,
}

impl RenameSnapshot {
    /// This snapshot, this name.
    pub fn new(snapshot: impl Into<SnapshotRef>, name: impl Into<String>) -> Self {
        Self { snapshot: snapshot.into(), name: name.into() }
    }
}

/// Delete a snapshot. Ends with [`Deleted`], once it is gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeleteSnapshot {
    /// The snapshot.
    pub snapshot: SnapshotRef,
}

impl DeleteSnapshot {
    /// This snapshot.
    pub fn new(snapshot: impl Into<SnapshotRef>) -> Self {
        Self { snapshot: snapshot.into() }
    }
}

/// Delete a machine. Ends with [`Deleted`], once it is gone. Its snapshots stay.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeleteVm {
    /// The machine.
    pub vm: VmId,
}

impl DeleteVm {
    /// This machine.
    pub fn new(vm: VmId) -> Self {
        Self { vm }
    }
}

/// Copy a snapshot to another region. Ends with the new [`Snapshot`].
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
    /// This snapshot, to this region, by this name.
    pub fn new(snapshot: impl Into<SnapshotRef>, name: impl Into<String>, region: impl Into<String>) -> Self {
        Self { snapshot: snapshot.into(), name: name.into(), region: region.into() }
    }
}

/// Make a snapshot from an image at a URL. Ends with the [`Snapshot`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImportSnapshot {
    /// The name.
    pub name: String,
    /// Where the image lies.
    pub url: String,
    /// The size in GiB.
    pub size_gib: u32,
    /// The region.
    pub region: String,
    /// The kind of operating system: `linux`, `windows`.
    pub os_type: Option<String>,
}

impl std::fmt::Debug for ImportSnapshot {
    // The URL may hold a password.
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
    /// By this name, from this URL, of this size, in this region.
    pub fn new(name: impl Into<String>, url: impl Into<String>, size_gib: u32, region: impl Into<String>) -> Self {
        Self { name: name.into(), url: url.into(), size_gib, region: region.into(), os_type: None }
    }

    /// Of this kind of operating system: `linux`, `windows`.
    #[must_use]
    pub fn os_type(mut self, os_type: impl Into<String>) -> Self {
        self.os_type = Some(os_type.into());
        self
    }
}

/// Make an image from a snapshot. Ends with the [`Image`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateImage {
    /// The snapshot.
    pub snapshot: SnapshotRef,
    /// The image's name.
    pub name: String,
    /// The image's labels.
    #[serde(default)]
    pub labels: Vec<Label>,
}

impl CreateImage {
    /// From this snapshot, by this name.
    pub fn new(snapshot: impl Into<SnapshotRef>, name: impl Into<String>) -> Self {
        Self { snapshot: snapshot.into(), name: name.into(), labels: Vec::new() }
    }

    /// With these labels, in place of those it has.
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<Label>>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// With one label more.
    #[must_use]
    pub fn label(mut self, label: impl Into<Label>) -> Self {
        self.labels.push(label.into());
        self
    }
}

/// Put a machine back to a backup. Ends with [`Restored`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RestoreBackup {
    /// The machine. All that is on it is lost.
    pub vm: VmId,
    /// The backup.
    pub backup: BackupId,
}

impl RestoreBackup {
    /// This machine, from this backup.
    pub fn new(vm: VmId, backup: BackupId) -> Self {
        Self { vm, backup }
    }
}

/// Switch the automatic backups of a machine on. Ends with [`BackupSwitch`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EnableBackups {
    /// The machine.
    pub vm: VmId,
}

impl EnableBackups {
    /// Of this machine.
    pub fn new(vm: VmId) -> Self {
        Self { vm }
    }
}

/// Switch the automatic backups of a machine off. Ends with [`BackupSwitch`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DisableBackups {
    /// The machine.
    pub vm: VmId,
}

impl DisableBackups {
    /// Of this machine.
    pub fn new(vm: VmId) -> Self {
        Self { vm }
    }
}

macro_rules! actions {
    ($($(#[doc = $doc:literal])* $name:ident => $output:ty;)*) => {
        /// Any of the requests for a long verb, such as a queue of jobs keeps them.
        ///
        /// A request that holds a password is not serialised: a queue is no place for one.
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

/// A request for a long verb, with what it ends with.
pub trait Request: Into<Action> {
    /// What it ends with.
    type Output: Outcome;
}

actions! {
    /// Make a snapshot.
    CreateSnapshot => Snapshot;
    /// Restore a snapshot.
    RestoreSnapshot => Restored;
    /// Rename a snapshot.
    RenameSnapshot => Snapshot;
    /// Delete a snapshot.
    DeleteSnapshot => Deleted;
    /// Delete a machine.
    DeleteVm => Deleted;
    /// Copy a snapshot to another region.
    CloneSnapshot => Snapshot;
    /// Make a snapshot from an image at a URL.
    ImportSnapshot => Snapshot;
    /// Make an image from a snapshot.
    CreateImage => Image;
    /// Restore a backup.
    RestoreBackup => Restored;
    /// Switch backups on.
    EnableBackups => BackupSwitch;
    /// Switch backups off.
    DisableBackups => BackupSwitch;
}
