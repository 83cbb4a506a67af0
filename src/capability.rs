//! What may be called, per provider and kind of machine: known before any request.

use serde::{Deserialize, Serialize};

use crate::error::{Advice, Error, ErrorKind};
use crate::spec::Provider;

/// What a provider offers. `false`: the call is refused as [`ErrorKind::Unsupported`] before anything is sent.
///
/// ```
/// use cloudsnap::{Capabilities, RestoreTarget, NewVm, VmId};
/// /// Where a restore goes by preference: as a new machine, which loses nothing.
/// fn target(can: Capabilities, vm: VmId) -> Option<RestoreTarget> {
///     if can.restore_new_vm {
///         Some(RestoreTarget::NewVm(Box::new(NewVm::new("trial"))))
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
    /// Snapshots can be listed, over all machines and of one.
    pub list_snapshots: bool,
    /// A snapshot can be made of a machine.
    pub create_snapshot: bool,
    /// A new snapshot can have a description.
    pub description: bool,
    /// A new snapshot can hold the memory of the machine.
    pub memory: bool,
    /// A new snapshot can have labels.
    pub labels: bool,
    /// A new snapshot can have a replica in another region.
    pub replica: bool,
    /// Snapshots can be restored onto the machine itself, whose data is replaced.
    pub restore_in_place: bool,
    /// Snapshots can be restored as a new machine.
    pub restore_new_vm: bool,
    /// The end of a restore can be seen.
    pub restore_confirmed: bool,
    /// Snapshots can be renamed.
    pub rename_snapshot: bool,
    /// Snapshots can be deleted.
    pub delete_snapshot: bool,
    /// Machines can be deleted.
    pub delete_vm: bool,
    /// Snapshots can be copied to another region.
    pub clone_snapshot: bool,
    /// Snapshots can be made from an image at a URL.
    pub import_snapshot: bool,
    /// Images can be made from a snapshot.
    pub create_image: bool,
    /// Backups of a machine can be listed.
    pub list_backups: bool,
    /// Backups can be restored.
    pub restore_backup: bool,
    /// Automatic backups can be switched on and off.
    pub switch_backups: bool,
}

impl Capabilities {
    /// Each ability by its name, in the order in which they are shown.
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
            ("switch backups", self.switch_backups),
        ]
        .into_iter()
    }
}

/// The refusal of what a provider does not offer; `instead` is what it does offer for the same end.
pub(crate) fn unsupported(provider: Provider, what: &str, instead: impl Into<Option<Advice>>) -> Error {
    let error = Error::new(ErrorKind::Unsupported, format!("the provider does not offer this: {what}")).on(provider);
    match instead.into() {
        Some(instead) => error.hint(instead),
        None => error,
    }
}
