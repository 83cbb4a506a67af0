//! The refusal of what a provider does not offer, before anything is sent.

use crate::capability::{Capabilities, unsupported};
use crate::error::Error;
use crate::model::{Action, RestoreTarget};
use crate::spec::Provider;

/// The refusal of an action that a provider lacks, with what it offers instead.
pub(crate) fn refuse(provider: Provider, capabilities: Capabilities, action: &Action) -> Result<(), Error> {
    let in_place = "it restores onto the machine itself: give --vm";
    let new_vm = "it restores as a new machine: give --new-vm";
    let kinds = "name the machine vms/ID, under which its platform decides: vCloud can, OpenStack cannot";
    let (offered, what, instead) = match action {
        Action::CreateSnapshot(request) => {
            let missing = [
                (request.description.is_some() && !capabilities.description, "a description for a snapshot"),
                (request.memory && !capabilities.memory, "a snapshot with memory"),
                (!request.labels.is_empty() && !capabilities.labels, "labels for a snapshot"),
                (request.replica_region.is_some() && !capabilities.replica, "a replica in another region"),
            ];
            match missing.into_iter().find(|(missing, _)| *missing) {
                Some((_, what)) => (false, what, "leave it out"),
                None => (capabilities.create_snapshot, "create a snapshot", ""),
            }
        }
        Action::RestoreSnapshot(request) => {
            let can = (capabilities.restore_in_place, capabilities.restore_new_vm);
            match (&request.target, can) {
                (RestoreTarget::InPlace(_), (false, true)) => (false, "restore in place", new_vm),
                (RestoreTarget::NewVm(_), (true, false)) => (false, "restore as a new machine", in_place),
                // Some kinds of machines cannot be restored at all.
                (_, can) => (can.0 || can.1, "restore a snapshot of this kind of machine", kinds),
            }
        }
        Action::RenameSnapshot(_) => {
            (capabilities.rename_snapshot, "rename a snapshot", "make a new one by the right name")
        }
        Action::DeleteSnapshot(_) => (capabilities.delete_snapshot, "delete a snapshot", ""),
        Action::DeleteVm(_) => (capabilities.delete_vm, "delete a machine", "delete it in the provider's own panel"),
        Action::CloneSnapshot(_) => {
            (capabilities.clone_snapshot, "copy a snapshot to another region", "snapshots stay where they were made")
        }
        Action::ImportSnapshot(_) => (
            capabilities.import_snapshot,
            "import a snapshot from a URL",
            "make a snapshot of a machine: snapshots create",
        ),
        Action::CreateImage(_) => {
            (capabilities.create_image, "make an image from a snapshot", "restore the snapshot instead")
        }
        Action::RestoreBackup(_) => {
            (capabilities.restore_backup, "restore a backup", "restore a snapshot: snapshots restore")
        }
        Action::EnableBackups(_) | Action::DisableBackups(_) => {
            (capabilities.switch_backups, "automatic backups", "make snapshots: snapshots create")
        }
    };
    if offered { Ok(()) } else { Err(unsupported(provider, what, instead)) }
}
