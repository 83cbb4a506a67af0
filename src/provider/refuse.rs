//! Refuses what a provider does not support, before anything is sent.

use crate::capability::{Capabilities, unsupported};
use crate::error::{Advice, Error};
use crate::model::{Action, RestoreTarget};
use crate::spec::Provider;

/// The error for an action that a provider does not support, with an alternative.
pub(crate) fn refuse(provider: Provider, capabilities: Capabilities, action: &Action) -> Result<(), Error> {
    let words = |words: &str| Some(Advice::from(words));
    let kinds =
        words("use vms/ID for the machine; it then depends on its platform: vCloud supports it, OpenStack does not");
    let (offered, what, instead) = match action {
        Action::CreateSnapshot(request) => {
            let missing = [
                (request.description.is_some() && !capabilities.description, "a description for a snapshot"),
                (request.memory && !capabilities.memory, "a snapshot with memory"),
                (!request.labels.is_empty() && !capabilities.labels, "labels for a snapshot"),
                (request.replica_region.is_some() && !capabilities.replica, "a replica in another region"),
            ];
            match missing.into_iter().find(|(missing, _)| *missing) {
                Some((_, what)) => (false, what, Some(Advice::Omit)),
                None => (capabilities.create_snapshot, "create a snapshot", None),
            }
        }
        Action::RestoreSnapshot(request) => {
            let can = (capabilities.restore_in_place, capabilities.restore_new_vm);
            match (&request.target, can) {
                (RestoreTarget::InPlace(_), (false, true)) => (false, "restore in place", Some(Advice::RestoreNewVm)),
                (RestoreTarget::NewVm(_), (true, false)) => {
                    (false, "restore as a new machine", Some(Advice::RestoreInPlace))
                }
                // Some kinds of machines cannot be restored at all.
                (_, can) => (can.0 || can.1, "restore a snapshot of this kind of machine", kinds),
            }
        }
        Action::RenameSnapshot(_) => {
            (capabilities.rename_snapshot, "rename a snapshot", words("create a new one with the right name"))
        }
        Action::DeleteSnapshot(_) => (capabilities.delete_snapshot, "delete a snapshot", None),
        Action::DeleteVm(_) => {
            (capabilities.delete_vm, "delete a machine", words("delete it in the provider's web console"))
        }
        Action::CloneSnapshot(_) => {
            let stay = words("snapshots stay in the region where they were created");
            (capabilities.clone_snapshot, "copy a snapshot to another region", stay)
        }
        Action::ImportSnapshot(_) => {
            (capabilities.import_snapshot, "import a snapshot from a URL", Some(Advice::CreateSnapshot))
        }
        Action::CreateImage(_) => {
            (capabilities.create_image, "create an image from a snapshot", Some(Advice::RestoreSnapshot))
        }
        Action::RestoreBackup(_) => (capabilities.restore_backup, "restore a backup", Some(Advice::RestoreSnapshot)),
        Action::EnableBackups(_) | Action::DisableBackups(_) => {
            (capabilities.automatic_backups, "automatic backups", Some(Advice::CreateSnapshot))
        }
    };
    if offered { Ok(()) } else { Err(unsupported(provider, what, instead)) }
}
