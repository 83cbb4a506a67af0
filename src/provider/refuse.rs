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
                (request.description.is_some() && !capabilities.description, "descriptions of snapshots"),
                (request.memory && !capabilities.memory, "snapshots with memory"),
                (!request.labels.is_empty() && !capabilities.labels, "labels of snapshots"),
                (request.replica_region.is_some() && !capabilities.replica, "replicas in another region"),
            ];
            match missing.into_iter().find(|(missing, _)| *missing) {
                Some((_, what)) => (false, what, Some(Advice::Omit)),
                None => (capabilities.create_snapshot, "creating snapshots", None),
            }
        }
        Action::RestoreSnapshot(request) => {
            let can = (capabilities.restore_in_place, capabilities.restore_new_vm);
            match (&request.target, can) {
                (RestoreTarget::InPlace(_), (false, true)) => (false, "restoring in place", Some(Advice::RestoreNewVm)),
                (RestoreTarget::NewVm(_), (true, false)) => {
                    (false, "restoring to a new machine", Some(Advice::RestoreInPlace))
                }
                // Some kinds of machines cannot be restored at all.
                (_, can) => (can.0 || can.1, "restoring snapshots of this kind of machine", kinds),
            }
        }
        Action::RenameSnapshot(_) => {
            (capabilities.rename_snapshot, "renaming snapshots", words("create a new one with the right name"))
        }
        Action::DeleteSnapshot(_) => (capabilities.delete_snapshot, "deleting snapshots", None),
        Action::DeleteVm(_) => {
            (capabilities.delete_vm, "deleting machines", words("delete it in the provider's web console"))
        }
        Action::CloneSnapshot(_) => {
            let stay = words("snapshots stay in the region where they were created");
            (capabilities.clone_snapshot, "copying snapshots to another region", stay)
        }
        Action::ImportSnapshot(_) => {
            (capabilities.import_snapshot, "importing snapshots from a URL", Some(Advice::CreateSnapshot))
        }
        Action::CreateImage(_) => {
            (capabilities.create_image, "creating images from snapshots", Some(Advice::RestoreSnapshot))
        }
        Action::RestoreBackup(_) => (capabilities.restore_backup, "restoring backups", Some(Advice::RestoreSnapshot)),
        Action::EnableBackups(_) | Action::DisableBackups(_) => {
            (capabilities.automatic_backups, "automatic backups", Some(Advice::CreateSnapshot))
        }
    };
    if offered { Ok(()) } else { Err(unsupported(provider, what, instead)) }
}
