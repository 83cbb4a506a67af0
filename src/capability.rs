//! What each provider supports, by kind of machine. Known without sending a request.

use serde::{Deserialize, Serialize};

use crate::error::{Advice, Error, ErrorKind};
use crate::spec::Provider;

/// What a provider supports. Requests for anything else fail with [`ErrorKind::Unsupported`] before they are sent.
///
/// ```
/// use cloudsnap::{Capabilities, RestoreTarget, NewVm, VmId};
/// /// Prefers restoring to a new machine, which overwrites nothing.
/// fn target(can: Capabilities, vm: VmId) -> Option<RestoreTarget> {
///     if can.restore_new_vm {
///         Some(RestoreTarget::NewVm(Box::new(NewVm::new("restore-test"))))
///     } else {
///         can.restore_in_place.then_some(RestoreTarget::InPlace(vm))
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Capabilities {
    /// Machines can be listed.
    pub list_vms: bool,
    /// Snapshots can be listed, for all machines and for one.
    pub list_snapshots: bool,
    /// Snapshots of machines can be created.
    pub create_snapshot: bool,
    /// A new snapshot can have a description.
    pub description: bool,
    /// A new snapshot can include the memory of the machine.
    pub memory: bool,
    /// A new snapshot can have labels.
    pub labels: bool,
    /// A new snapshot can have a replica in another region.
    pub replica: bool,
    /// Snapshots can be restored in place, which overwrites the data of the machine.
    pub restore_in_place: bool,
    /// Snapshots can be restored to a new machine.
    pub restore_new_vm: bool,
    /// The provider reports when a restore has finished.
    pub restore_confirmed: bool,
    /// Snapshots can be renamed.
    pub rename_snapshot: bool,
    /// Snapshots can be deleted.
    pub delete_snapshot: bool,
    /// Machines can be deleted.
    pub delete_vm: bool,
    /// Snapshots can be copied to another region.
    pub clone_snapshot: bool,
    /// Snapshots can be imported from an image at a URL.
    pub import_snapshot: bool,
    /// Images can be created from a snapshot.
    pub create_image: bool,
    /// Backups of a machine can be listed.
    pub list_backups: bool,
    /// Backups can be restored.
    pub restore_backup: bool,
    /// Automatic backups can be enabled and disabled.
    pub automatic_backups: bool,
}

impl Capabilities {
    /// The capabilities with their names, in display order.
    pub fn named(self) -> impl Iterator<Item = (&'static str, bool)> {
        [
            ("list vms", self.list_vms),
            ("list snapshots", self.list_snapshots),
            ("create snapshot", self.create_snapshot),
            ("description", self.description),
            ("memory", self.memory),
            ("labels", self.labels),
            ("replica", self.replica),
            ("restore in place", self.restore_in_place),
            ("restore as a new vm", self.restore_new_vm),
            ("rename snapshot", self.rename_snapshot),
            ("delete snapshot", self.delete_snapshot),
            ("delete vm", self.delete_vm),
            ("clone snapshot", self.clone_snapshot),
            ("import snapshot", self.import_snapshot),
            ("create image", self.create_image),
            ("list backups", self.list_backups),
            ("restore backup", self.restore_backup),
            ("automatic backups", self.automatic_backups),
        ]
        .into_iter()
    }
}

/// The error for what a provider does not support, named by a noun or gerund: "labels of snapshots", "renaming snapshots".
/// `instead` is what it supports for the same purpose.
pub(crate) fn unsupported(provider: Provider, what: &str, instead: impl Into<Option<Advice>>) -> Error {
    let error = Error::new(ErrorKind::Unsupported, format!("not supported: {what}")).on(provider);
    match instead.into() {
        Some(instead) => error.hint(instead),
        None => error,
    }
}
