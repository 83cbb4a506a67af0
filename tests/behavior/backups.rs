//! Backups, where a provider makes them.

use cloudsnap::{BackupId, ErrorKind, RestoreBackup};

use crate::world::{World, waiting};

pub async fn lists_backups(world: &World) {
    if !world.capabilities().list_backups {
        return;
    }
    let backups = world.client.backups(&world.vm).await.unwrap();
    let truth = world.sandbox.store().backups(world.provider);
    let of_vm = truth.iter().filter(|row| row.machine == world.vm.id()).count();
    assert_eq!(backups.len(), of_vm);
    assert!(backups.iter().all(|backup| backup.vm.id.as_ref() == Some(&world.vm) && backup.created_at.is_some()));
}

pub async fn restores_a_backup(world: &World) {
    if !world.capabilities().restore_backup {
        return;
    }
    let backup = world.client.backups(&world.vm).await.unwrap().pop().expect("the first machine has backups");
    let operation = world.client.restore_backup(RestoreBackup::new(world.vm.clone(), backup.id)).await.unwrap();
    let restored = operation.wait(waiting()).await.unwrap();
    assert_eq!(restored.vm_id.as_ref(), Some(&world.vm));
    assert_eq!(world.changes(), ["restore_backup"]);
    let unknown = RestoreBackup::new(world.vm.clone(), BackupId::new("777777").unwrap());
    let error = world.client.restore_backup(unknown).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert_eq!(world.changes(), ["restore_backup"], "nothing more is sent");
}

pub async fn switches_backups(world: &World) {
    if !world.capabilities().switch_backups {
        return;
    }
    let off = world.client.disable_backups(world.vm.clone()).await.unwrap().wait(waiting()).await.unwrap();
    assert!(!off.enabled);
    let error = world.client.enable_backups(world.vm.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "within the 72 hours: {error}");
    world.sandbox.advance(std::time::Duration::from_secs(73 * 3600));
    let on = world.client.enable_backups(world.vm.clone()).await.unwrap().wait(waiting()).await.unwrap();
    assert!(on.enabled);
}
