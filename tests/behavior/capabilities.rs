//! What a provider does not support is refused by the client, and nothing is sent.

use cloudsnap::{
    BackupId, CloneSnapshot, CreateImage, DeleteSnapshot, DeleteVm, DisableBackups, EnableBackups, Error, ErrorKind,
    ImportSnapshot, NewVm, RenameSnapshot, RestoreBackup, RestoreSnapshot, SnapshotId, SnapshotRef,
};
use futures_util::TryStreamExt;

use crate::fixture::Fixture;

pub async fn unsupported_actions_send_nothing(fixture: &Fixture) {
    let can = fixture.capabilities();
    let vm = || fixture.vm.clone();
    let snapshot = || SnapshotRef::new(SnapshotId::new("1").unwrap()).of_vm(vm());
    let mut refused: Vec<(&str, Error)> = Vec::new();

    macro_rules! unless {
        ($offered:expr, $what:literal, $request:expr) => {
            if !$offered {
                refused.push(($what, fixture.client.prepare($request).await.map(drop).unwrap_err()));
            }
        };
    }
    unless!(can.create_snapshot, "create", fixture.create("n"));
    unless!(can.description, "description", fixture.create("n").description("d"));
    unless!(can.memory, "memory", fixture.create("n").memory(true));
    unless!(can.labels, "labels", fixture.create("n").labels(["l"]));
    unless!(can.replica, "replica", fixture.create("n").replica_region("r"));
    unless!(can.rename_snapshot, "rename", RenameSnapshot::new(snapshot(), "n"));
    unless!(can.delete_snapshot, "delete", DeleteSnapshot::new(snapshot()));
    unless!(can.delete_vm, "delete vm", DeleteVm::new(vm()));
    unless!(can.clone_snapshot, "clone", CloneSnapshot::new(snapshot(), "n", "r"));
    unless!(can.import_snapshot, "import", ImportSnapshot::new("n", "https://images.example/a.raw", 1, "r"));
    unless!(can.create_image, "image", CreateImage::new(snapshot(), "n"));
    unless!(can.restore_backup, "restore backup", RestoreBackup::new(vm(), BackupId::new("1").unwrap()));
    unless!(can.automatic_backups, "enable", EnableBackups::new(vm()));
    unless!(can.automatic_backups, "disable", DisableBackups::new(vm()));
    let in_place = can.restore_in_place;
    unless!(in_place, "restore in place", RestoreSnapshot::in_place(snapshot(), vm()));
    let new_vm = can.restore_new_vm;
    unless!(new_vm, "restore as a new vm", RestoreSnapshot::new_vm(snapshot(), NewVm::new("n")));
    if !can.list_vms {
        refused.push(("list vms", fixture.client.vms().try_next().await.unwrap_err()));
    }
    if !can.list_backups {
        refused.push(("list backups", fixture.client.backups(&vm()).await.unwrap_err()));
    }

    for (what, error) in &refused {
        assert_eq!(error.kind(), ErrorKind::Unsupported, "{what}: {error}");
        assert_eq!(error.provider(), Some(fixture.provider), "{what}");
        assert!(error.advice().is_some(), "{what}: the alternative is missing");
    }
    assert!(!refused.is_empty());
    assert_eq!(fixture.requests(), 0, "nothing is sent");
}
