//! Beyond the verbs: every other operation by its typed call, on the sandbox.

use cloudsnap::generated::manageiq::types;
use cloudsnap::{Error, ErrorKind};
use serde_json::json;

use crate::support::{changes, inject, minute, vm_of, world};

#[tokio::test]
async fn backups_of_volumes_are_made_seen_and_restored() {
    let (sandbox, client) = world().await;
    let raw = client.as_manageiq().unwrap();
    let list = raw.list_volumes().expand("resources").sort_by("id").send().await.unwrap().into_inner();
    let volumes = list.resources.unwrap();
    let (volume, other) = (volumes[0].id.clone().unwrap(), volumes[1].id.clone().unwrap());
    let backups = || async {
        let call = raw.get_volume().volume_id(volume.as_str()).attributes("name,cloud_volume_backups");
        call.send().await.unwrap().into_inner().cloud_volume_backups.unwrap()
    };
    let before = backups().await.len();
    let create = types::VolumeChange {
        action: types::VolumeAction::CreateBackup,
        resources: serde_json::from_value(json!({ "name": "by hand" })).unwrap(),
    };
    let made = raw.act_on_volume().volume_id(volume.as_str()).body(create.clone()).send().await.unwrap().into_inner();
    assert!(made.success && made.href.unwrap().ends_with(&volume));
    minute(&sandbox);
    let task = raw.get_task().task_id(made.task_id.unwrap()).send().await.unwrap().into_inner();
    assert_eq!((task.state.as_deref(), task.status.as_deref()), (Some("Finished"), Some("Ok")));
    let now = backups().await;
    assert_eq!(now.len(), before + 1);
    let backup = now.iter().find(|backup| backup.name.as_deref() == Some("by hand")).unwrap().id.clone();

    let restore = |volume: &str| {
        let body = types::VolumeChange {
            action: types::VolumeAction::RestoreBackup,
            resources: types::VolumeActionOptions { backup_id: Some(backup.clone()), ..Default::default() },
        };
        raw.act_on_volume().volume_id(volume).body(body)
    };
    assert!(restore(&volume).send().await.unwrap().into_inner().success);
    // A 200 all the same: the backup is of another volume.
    let refused = restore(&other).send().await.unwrap().into_inner();
    assert!(!refused.success && refused.task_id.is_none());
    inject(&sandbox, "custom:busy@act_on_volume*1");
    let refused = raw.act_on_volume().volume_id(volume.as_str()).body(create).send().await.unwrap().into_inner();
    assert!(!refused.success);
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

#[tokio::test]
async fn snapshots_of_volumes_are_made_and_deleted() {
    let (sandbox, client) = world().await;
    let raw = client.as_manageiq().unwrap();
    let list = raw.list_volumes().sort_by("id").send().await.unwrap().into_inner();
    let href = list.resources.unwrap()[0].href.clone();
    let volume = href.rsplit('/').next().unwrap();
    let named = |name: &str| types::VolumeSnapshotCreation {
        action: None,
        name: name.to_owned(),
        description: Some("ahead of growing".to_owned()),
    };
    for name in ["one", "two", "three", "four"] {
        let call = raw.create_volume_snapshot().volume_id(volume).body(named(name));
        let results = call.send().await.unwrap().into_inner().results;
        let result = results[0].0.as_ref().unwrap();
        // The address ends without an id.
        assert!(result.success && result.href.as_ref().unwrap().ends_with("/cloud_volume_snapshots/"));
    }
    minute(&sandbox);
    let of_volume =
        raw.list_snapshots_of_volume().volume_id(volume).expand("resources").filter(vec!["id>0".to_owned()]);
    let rows = of_volume.send().await.unwrap().into_inner().resources.unwrap();
    let id = |name: &str| rows.iter().find(|row| row.name.as_deref() == Some(name)).unwrap().id.clone().unwrap();
    let one = raw.get_snapshot_of_volume().volume_id(volume).volume_snapshot_id(id("one")).send().await.unwrap();
    assert_eq!(one.into_inner().cloud_volume_id.as_deref(), Some(volume));
    let delete = || types::Deletion { action: types::DeleteAction::Delete };
    let call = raw.act_on_volume_snapshot().volume_snapshot_id(id("one")).body(delete());
    assert!(call.send().await.unwrap().into_inner().success);
    raw.delete_volume_snapshot().volume_snapshot_id(id("two")).send().await.unwrap();
    let entry = |id: String| types::ResourceReference { id: Some(id), href: None };
    let many = types::DeletionOfSeveral {
        action: types::DeleteAction::Delete,
        resources: vec![entry(id("three")), entry(id("four"))],
    };
    let results = raw.delete_volume_snapshots().body(many).send().await.unwrap().into_inner().results;
    assert!(results.iter().all(|entry| entry.0.as_ref().unwrap().success));
    minute(&sandbox);
    let left = raw.list_volume_snapshots().send().await.unwrap().into_inner();
    assert_eq!(left.subcount, 1, "the one that was there before");
    let gone = raw.get_volume_snapshot().volume_snapshot_id(id("one")).send().await.unwrap_err();
    assert_eq!(Error::from(gone).kind(), ErrorKind::NotFound);
    inject(&sandbox, "custom:busy@create_volume_snapshot*1");
    let refused = raw.create_volume_snapshot().volume_id(volume).body(named("five")).send().await.unwrap_err();
    assert_eq!(Error::from(refused).kind(), ErrorKind::Invalid, "told as an error, not as a refusal");
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

#[tokio::test]
async fn tasks_are_listed_asked_for_and_deleted() {
    let (sandbox, client) = world().await;
    let raw = client.as_manageiq().unwrap();
    let vm = vm_of(&sandbox, "vmware");
    let create = || {
        serde_json::from_value::<types::SnapshotsChange>(
            json!({ "action": "create", "resources": [{ "name": "a" }, {}, { "description": "nameless" }] }),
        )
    };
    let call = raw.change_vm_snapshots().vm_id(vm.as_str()).body(create().unwrap());
    let results = call.send().await.unwrap().into_inner().results;
    // A blank entry is null; one without a name is refused; each has its own place.
    assert_eq!(results.len(), 3);
    let task = results[0].0.as_ref().unwrap().task_id.clone().unwrap();
    assert!(results[1].0.is_none() && !results[2].0.as_ref().unwrap().success);

    let delete = || types::Deletion { action: types::DeleteAction::Delete };
    let active = raw.act_on_task().task_id(task.as_str()).body(delete()).send().await.unwrap_err();
    assert_eq!(Error::from(active).kind(), ErrorKind::Conflict);
    raw.delete_task().task_id(task.as_str()).send().await.unwrap();
    minute(&sandbox);
    let entry = types::ResourceReference { id: Some(task.clone()), href: None };
    let query = types::TaskQuery { action: types::QueryAction::Query, resources: vec![entry] };
    let found = raw.query_tasks().body(query).send().await.unwrap().into_inner().results;
    assert_eq!(found[0].state.as_deref(), Some("Finished"), "an active task stays, whatever DELETE answers");
    assert_eq!(raw.list_tasks().send().await.unwrap().into_inner().subcount, 1);
    assert!(raw.act_on_task().task_id(task.as_str()).body(delete()).send().await.unwrap().into_inner().success);
    assert_eq!(Error::from(raw.get_task().task_id(task).send().await.unwrap_err()).kind(), ErrorKind::NotFound);
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

#[tokio::test]
async fn forms_metadata_and_reads_of_one() {
    let (sandbox, client) = world().await;
    let raw = client.as_manageiq().unwrap();
    let (vm, instance) = (vm_of(&sandbox, "vmware"), vm_of(&sandbox, "openstack"));
    let form = raw.describe_vm_snapshots().vm_id(vm.as_str()).send().await.unwrap().into_inner();
    let fields = form.data.snapshot_form_schema.fields.unwrap();
    assert!(fields.iter().any(|field| field.name.as_deref() == Some("memory")));
    let form = raw.describe_instance_snapshots().instance_id(instance.as_str()).send().await.unwrap().into_inner();
    let fields = form.data.snapshot_form_schema.fields.unwrap();
    assert!(fields.iter().all(|field| field.name.as_deref() != Some("memory")));
    let vcloud = vm_of(&sandbox, "vcloud");
    let none = raw.describe_instance_snapshots().instance_id(vcloud.as_str()).send().await.unwrap_err();
    assert_eq!(Error::from(none).kind(), ErrorKind::Invalid);
    for subcollections in [
        raw.describe_vms().send().await.unwrap().into_inner().subcollections,
        raw.describe_instances().send().await.unwrap().into_inner().subcollections,
    ] {
        assert!(subcollections.contains(&"snapshots".to_owned()));
    }
    let one = raw.get_vm().vm_id(vm.as_str()).expand("snapshots").send().await.unwrap().into_inner();
    assert!(one.snapshots.unwrap().iter().all(|snapshot| snapshot.href.is_some()));
    let one = raw.get_instance().instance_id(instance.as_str()).attributes("snapshots").send().await.unwrap();
    assert!(one.into_inner().snapshots.unwrap().iter().all(|snapshot| snapshot.href.is_none()));
    let entry = raw.get_entry_point().attributes("authorization").send().await.unwrap().into_inner();
    assert!(entry.authorization.is_some());
    assert_eq!(raw.list_notifications().send().await.unwrap().into_inner().subcount, 0);
    assert!(changes(&sandbox).is_empty());
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

/// DELETE answers 204 on a machine whose provider cannot delete, and nothing happens: why the verbs use the action.
#[tokio::test]
async fn the_method_delete_hides_refusals() {
    let (sandbox, client) = world().await;
    let raw = client.as_manageiq().unwrap();
    let vcloud = vm_of(&sandbox, "vcloud");
    let rows = sandbox.store().snapshots(crate::support::MIQ);
    let id = rows.into_iter().find(|row| row.machine.as_deref() == Some(vcloud.as_str())).unwrap().id;
    raw.delete_instance_snapshot().instance_id(vcloud.as_str()).snapshot_id(id.as_str()).send().await.unwrap();
    minute(&sandbox);
    assert!(sandbox.store().snapshots(crate::support::MIQ).iter().any(|row| row.id == id));
    let vm = vm_of(&sandbox, "vmware");
    let rows = sandbox.store().snapshots(crate::support::MIQ);
    let id = rows.into_iter().find(|row| row.machine.as_deref() == Some(vm.as_str())).unwrap().id;
    raw.delete_vm_snapshot().vm_id(vm.as_str()).snapshot_id(id.as_str()).send().await.unwrap();
    minute(&sandbox);
    assert!(sandbox.store().snapshots(crate::support::MIQ).iter().all(|row| row.id != id));
}
