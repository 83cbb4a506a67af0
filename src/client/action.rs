//! Describes and validates actions.

use crate::error::{Error, ErrorKind};
use crate::handle::Verb;
use crate::model::{Action, RestoreTarget, SnapshotId, SnapshotRef, VmId};

/// The verb of an action, and the objects it concerns.
pub(super) fn described(action: &Action) -> (Verb, Option<VmId>, Option<SnapshotId>, Option<String>) {
    let of = |snapshot: &SnapshotRef| (snapshot.vm.clone(), Some(snapshot.id.clone()));
    match action {
        Action::CreateSnapshot(request) => {
            (Verb::CreateSnapshot, Some(request.vm.clone()), None, Some(request.name.clone()))
        }
        Action::RestoreSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            match &request.target {
                RestoreTarget::InPlace(onto) => (Verb::RestoreSnapshot, Some(onto.clone()), target, None),
                RestoreTarget::NewVm(new) => (Verb::RestoreSnapshot, vm, target, Some(new.name.clone())),
            }
        }
        Action::RenameSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::RenameSnapshot, vm, target, Some(request.name.clone()))
        }
        Action::DeleteSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::DeleteSnapshot, vm, target, None)
        }
        Action::DeleteVm(request) => (Verb::DeleteVm, Some(request.vm.clone()), None, None),
        Action::CloneSnapshot(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::CloneSnapshot, vm, target, Some(request.name.clone()))
        }
        Action::ImportSnapshot(request) => (Verb::ImportSnapshot, None, None, Some(request.name.clone())),
        Action::CreateImage(request) => {
            let (vm, target) = of(&request.snapshot);
            (Verb::CreateImage, vm, target, Some(request.name.clone()))
        }
        Action::RestoreBackup(request) => {
            let backup = SnapshotId::new(request.backup.as_str()).ok();
            (Verb::RestoreBackup, Some(request.vm.clone()), backup, None)
        }
        Action::EnableBackups(request) => (Verb::EnableBackups, Some(request.vm.clone()), None, None),
        Action::DisableBackups(request) => (Verb::DisableBackups, Some(request.vm.clone()), None, None),
    }
}

/// Rejects names that no provider accepts, before anything is sent.
pub(super) fn validate(action: &Action) -> Result<(), Error> {
    let (_, _, _, name) = described(action);
    let Some(name) = name else { return Ok(()) };
    let why = if name.trim().is_empty() {
        "the name is empty"
    } else if name.chars().any(char::is_control) {
        "the name contains a control character"
    } else if name.chars().count() > 255 {
        "the name is longer than 255 characters"
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorKind::Invalid, why))
}
