//! Backups, if the provider creates them.

use cloudsnap::{BackupId, ErrorKind, RestoreBackup};

use crate::fixture::{Fixture, waiting};

pub async fn lists_backups(fixture: &Fixture) {
    if !fixture.capabilities().list_backups {
        return;
    }
    let backups = fixture.client.backups(&fixture.vm).await.unwrap();
    let stored = fixture.sandbox.store().backups(fixture.provider);
    let of_vm = stored.iter().filter(|row| row.machine == fixture.vm.id()).count();
    assert_eq!(backups.len(), of_vm);
    assert!(backups.iter().all(|backup| backup.vm.id.as_ref() == Some(&fixture.vm) && backup.created_at.is_some()));
}

pub async fn restores_a_backup(fixture: &Fixture) {
    if !fixture.capabilities().restore_backup {
        return;
    }
    let backup = fixture.client.backups(&fixture.vm).await.unwrap().pop().expect("the first machine has backups");
    let operation = fixture.client.restore_backup(RestoreBackup::new(fixture.vm.clone(), backup.id)).await.unwrap();
    let restored = operation.wait(waiting()).await.unwrap();
    assert_eq!(restored.vm_id.as_ref(), Some(&fixture.vm));
    assert_eq!(fixture.changes(), ["restore_backup"]);
    let unknown = RestoreBackup::new(fixture.vm.clone(), BackupId::new("777777").unwrap());
    let error = fixture.client.restore_backup(unknown).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert_eq!(fixture.changes(), ["restore_backup"], "nothing more is sent");
}

pub async fn enables_and_disables_backups(fixture: &Fixture) {
    if !fixture.capabilities().automatic_backups {
        return;
    }
    let off = fixture.client.disable_backups(fixture.vm.clone()).await.unwrap().wait(waiting()).await.unwrap();
    assert!(!off.enabled);
    let error = fixture.client.enable_backups(fixture.vm.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "within the 72 hours: {error}");
    fixture.sandbox.advance(std::time::Duration::from_secs(73 * 3600));
    let on = fixture.client.enable_backups(fixture.vm.clone()).await.unwrap().wait(waiting()).await.unwrap();
    assert!(on.enabled);
}
