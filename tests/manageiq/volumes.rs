//! Beyond the verbs: every other operation by its typed call, with the sandbox.

use cloudsnap::generated::manageiq::types;
use cloudsnap::{Error, ErrorKind};
use serde_json::json;

use crate::support::{changes, fixture, inject, minute, vm_of};

#[tokio::test]
async fn volume_backups_are_created_listed_and_restored() {
    let (sandbox, client) = fixture().await;
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
        resource: None,
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
            resources: Some(types::VolumeActionOptions { backup_id: Some(backup.clone()), ..Default::default() }),
            resource: None,
        };
        raw.act_on_volume().volume_id(volume).body(body)
    };
    assert!(restore(&volume).send().await.unwrap().into_inner().success);
    // Still a 200: the backup belongs to another volume.
    let refused = restore(&other).send().await.unwrap().into_inner();
    assert!(!refused.success && refused.task_id.is_none());
    inject(&sandbox, "custom:busy@act_on_volume*1");
    let refused = raw.act_on_volume().volume_id(volume.as_str()).body(create).send().await.unwrap().into_inner();
    assert!(!refused.success);
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

#[tokio::test]
async fn volume_snapshots_are_created_and_deleted() {
    let (sandbox, client) = fixture().await;
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
        // The href ends without an ID.
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
    assert_eq!(left.subcount, 1, "the existing one");
    let gone = raw.get_volume_snapshot().volume_snapshot_id(id("one")).send().await.unwrap_err();
    assert_eq!(Error::from(gone).kind(), ErrorKind::NotFound);
    inject(&sandbox, "custom:busy@create_volume_snapshot*1");
    let refused = raw.create_volume_snapshot().volume_id(volume).body(named("five")).send().await.unwrap_err();
    assert_eq!(Error::from(refused).kind(), ErrorKind::Invalid, "reported as an error, not as a refusal");
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

/// How a volume snapshot is tested: a volume is created from it, attached to a machine, detached and deleted.
#[tokio::test]
async fn a_volume_is_created_from_a_snapshot_attached_and_deleted() {
    let (sandbox, client) = fixture().await;
    let raw = client.as_manageiq().unwrap();
    let list = raw.list_volume_snapshots().expand("resources").send().await.unwrap().into_inner();
    let snapshot = list.resources.unwrap()[0].clone();
    let ems = snapshot.ems_id.unwrap();
    let form = raw.describe_volumes().ems_id(ems.as_str()).send().await.unwrap().into_inner();
    let fields = form.data.form_schema.unwrap().fields.unwrap();
    assert!(fields.iter().any(|field| field.name.as_deref() == Some("size") && field.is_required == Some(true)));
    assert!(raw.describe_volumes().send().await.unwrap().into_inner().data.form_schema.is_none());
    let new = |ems: &str, reference: &str| types::VolumeCreation {
        snapshot_id: Some(reference.to_owned()),
        ..serde_json::from_value(json!({ "ems_id": ems, "name": "trial", "size": 100 })).unwrap()
    };
    let reference = snapshot.ems_ref.unwrap();
    let made = raw.create_volume().body(new(&ems, &reference)).send().await.unwrap().into_inner().results;
    let made = made[0].0.clone().unwrap();
    assert!(made.success && made.href.unwrap().ends_with("/cloud_volumes/"), "the href ends without an ID");
    minute(&sandbox);
    let trial = || async {
        let call = raw.list_volumes().expand("resources").filter(vec!["name='trial'".to_owned()]);
        call.send().await.unwrap().into_inner().resources.unwrap().into_iter().next()
    };
    let volume = trial().await.unwrap();
    assert_eq!((volume.cloud_volume_snapshot_id, volume.status.as_deref()), (snapshot.id, Some("available")));

    let (id, vm) = (volume.id.unwrap(), vm_of(&sandbox, "openstack"));
    let act = |action: types::VolumeAction, vm: Option<&str>| {
        let resource = vm.map(|vm| types::VolumeAttachment { vm_id: vm.to_owned(), device: None });
        raw.act_on_volume().volume_id(id.as_str()).body(types::VolumeChange { action, resources: None, resource })
    };
    let task = |task_id: Option<String>| async {
        minute(&sandbox);
        raw.get_task().task_id(task_id.unwrap()).send().await.unwrap().into_inner().status.unwrap()
    };
    let refused = act(types::VolumeAction::Detach, Some(vm.id())).send().await.unwrap_err();
    assert_eq!(Error::from(refused).kind(), ErrorKind::Conflict, "it is not attached");
    let result = act(types::VolumeAction::Attach, Some(vm.id())).send().await.unwrap().into_inner();
    assert_eq!(task(result.task_id).await, "Ok");
    assert_eq!(trial().await.unwrap().status.as_deref(), Some("in-use"));
    // Still queued: only the task shows the result.
    let result = act(types::VolumeAction::Delete, None).send().await.unwrap().into_inner();
    assert_eq!(task(result.task_id).await, "Error");
    raw.delete_volume().volume_id(id.as_str()).send().await.unwrap();
    minute(&sandbox);
    assert!(trial().await.is_some(), "204 although nothing happened");
    let result = act(types::VolumeAction::Detach, Some(vm.id())).send().await.unwrap().into_inner();
    assert_eq!(task(result.task_id).await, "Ok");
    let result = act(types::VolumeAction::Delete, None).send().await.unwrap().into_inner();
    assert_eq!(task(result.task_id).await, "Ok");
    assert!(trial().await.is_none());
    let gone = act(types::VolumeAction::Delete, None).send().await.unwrap_err();
    assert_eq!(Error::from(gone).kind(), ErrorKind::NotFound);

    let result = raw.create_volume().body(new(&ems, "no-such-snapshot")).send().await.unwrap().into_inner().results;
    assert_eq!(task(result[0].0.clone().unwrap().task_id).await, "Error");
    let unknown = raw.create_volume().body(new("999", &reference)).send().await.unwrap_err();
    assert_eq!(Error::from(unknown).kind(), ErrorKind::NotFound);
    inject(&sandbox, "custom:busy@create_volume*1");
    let refused = raw.create_volume().body(new(&ems, &reference)).send().await.unwrap_err();
    assert_eq!(Error::from(refused).kind(), ErrorKind::Invalid);
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

#[tokio::test]
async fn tasks_are_listed_read_and_deleted() {
    let (sandbox, client) = fixture().await;
    let raw = client.as_manageiq().unwrap();
    let vm = vm_of(&sandbox, "vmware");
    let create = || {
        serde_json::from_value::<types::SnapshotsChange>(
            json!({ "action": "create", "resources": [{ "name": "a" }, {}, { "description": "nameless" }] }),
        )
    };
    let call = raw.change_vm_snapshots().vm_id(vm.id()).body(create().unwrap());
    let results = call.send().await.unwrap().into_inner().results;
    // An empty entry is null; one without a name is refused; each has its own position.
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
    assert_eq!(found[0].state.as_deref(), Some("Finished"), "an active task stays, whatever DELETE returns");
    assert_eq!(raw.list_tasks().send().await.unwrap().into_inner().subcount, 1);
    assert!(raw.act_on_task().task_id(task.as_str()).body(delete()).send().await.unwrap().into_inner().success);
    assert_eq!(Error::from(raw.get_task().task_id(task).send().await.unwrap_err()).kind(), ErrorKind::NotFound);
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

#[tokio::test]
async fn forms_metadata_and_single_objects() {
    let (sandbox, client) = fixture().await;
    let raw = client.as_manageiq().unwrap();
    let (vm, instance) = (vm_of(&sandbox, "vmware"), vm_of(&sandbox, "openstack"));
    let form = raw.describe_vm_snapshots().vm_id(vm.id()).send().await.unwrap().into_inner();
    let fields = form.data.snapshot_form_schema.fields.unwrap();
    assert!(fields.iter().any(|field| field.name.as_deref() == Some("memory")));
    let form = raw.describe_instance_snapshots().instance_id(instance.id()).send().await.unwrap().into_inner();
    let fields = form.data.snapshot_form_schema.fields.unwrap();
    assert!(fields.iter().all(|field| field.name.as_deref() != Some("memory")));
    let vcloud = vm_of(&sandbox, "vcloud");
    let none = raw.describe_instance_snapshots().instance_id(vcloud.id()).send().await.unwrap_err();
    assert_eq!(Error::from(none).kind(), ErrorKind::Invalid);
    for subcollections in [
        raw.describe_vms().send().await.unwrap().into_inner().subcollections,
        raw.describe_instances().send().await.unwrap().into_inner().subcollections,
    ] {
        assert!(subcollections.contains(&"snapshots".to_owned()));
    }
    let one = raw.get_vm().vm_id(vm.id()).expand("snapshots").send().await.unwrap().into_inner();
    assert!(one.snapshots.unwrap().iter().all(|snapshot| snapshot.href.is_some()));
    let one = raw.get_instance().instance_id(instance.id()).attributes("snapshots").send().await.unwrap();
    assert!(one.into_inner().snapshots.unwrap().iter().all(|snapshot| snapshot.href.is_none()));
    let entry = raw.get_entry_point().attributes("authorization").send().await.unwrap().into_inner();
    assert!(entry.authorization.is_some());
    assert_eq!(raw.list_notifications().send().await.unwrap().into_inner().subcount, 0);
    assert!(changes(&sandbox).is_empty());
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

/// DELETE returns 204 for a machine whose provider cannot delete, and nothing happens. This is why the verbs use the action.
#[tokio::test]
async fn the_method_delete_hides_refusals() {
    let (sandbox, client) = fixture().await;
    let raw = client.as_manageiq().unwrap();
    let vcloud = vm_of(&sandbox, "vcloud");
    let rows = sandbox.store().snapshots(crate::support::MIQ);
    let id = rows.into_iter().find(|row| row.machine.as_deref() == Some(vcloud.id())).unwrap().id;
    raw.delete_instance_snapshot().instance_id(vcloud.id()).snapshot_id(id.as_str()).send().await.unwrap();
    minute(&sandbox);
    assert!(sandbox.store().snapshots(crate::support::MIQ).iter().any(|row| row.id == id));
    let vm = vm_of(&sandbox, "vmware");
    let rows = sandbox.store().snapshots(crate::support::MIQ);
    let id = rows.into_iter().find(|row| row.machine.as_deref() == Some(vm.id())).unwrap().id;
    raw.delete_vm_snapshot().vm_id(vm.id()).snapshot_id(id.as_str()).send().await.unwrap();
    minute(&sandbox);
    assert!(sandbox.store().snapshots(crate::support::MIQ).iter().all(|row| row.id != id));
}
