//! ManageIQ's operations as sent over HTTP.

use cloudsnap::generated::manageiq::types;
use cloudsnap::{Auth, Provider};

use crate::{request, segment, success};

const MIQ: Provider = Provider::ManageIq;
const VM: &str = "3000000000117";
const INSTANCE: &str = "3000000000118";
const SNAPSHOT: &str = "3000000000841";
const TASK: &str = "3000000004507";
const VOLUME: &str = "3000000000052";
const VOLUME_SNAPSHOT: &str = "3000000000066";
const FILTER: &str = "name='a&b %2F'";
const POSITIVE: &str = "id>0";

fn filters() -> Vec<String> {
    vec![FILTER.to_owned(), POSITIVE.to_owned()]
}

/// The parameters of every list. Lists in one value are joined by the caller; a filter may be repeated.
macro_rules! listed {
    ($to:expr, $hide:ident, $($filter:expr),+) => {
        $to.expand("resources")
            .attributes("name,vm_or_template_id")
            $(.filter($filter))+
            .sort_by("id,name")
            .sort_order("asc,desc")
            .sort_options("ignore_case")
            .offset(40)
            .limit(20)
            .hide(types::$hide::Resources)
    };
}

wire! {
    MIQ, manageiq, as_manageiq, Auth::token("tok-1234"), ("x-auth-token", "tok-1234");

    get_entry_point:
        |when| when.attributes("identity,server_info"),
        |then| then.ok(&success(MIQ, "get_entry_point", 200)),
        |client| client.get_entry_point().attributes("identity,server_info");
    get_token:
        |when| when.requester_type(types::TokenUse::Ui),
        |then| then.ok(&success(MIQ, "get_token", 200)),
        |client| client.get_token().requester_type(types::TokenUse::Ui);
    delete_token:
        |when| when,
        |then| then.no_content(),
        |client| client.delete_token();
    list_vms:
        |when| listed!(when, HiddenPart, FILTER, POSITIVE)
            .by_tag("/managed/a b").collection_class("ManageIQ::Providers::Redhat::InfraManager::Vm"),
        |then| then.ok(&success(MIQ, "list_vms", 200)),
        |client| listed!(client.list_vms(), HiddenPart, filters())
            .by_tag("/managed/a b").collection_class("ManageIQ::Providers::Redhat::InfraManager::Vm");
    describe_vms:
        |when| when,
        |then| then.ok(&success(MIQ, "describe_vms", 200)),
        |client| client.describe_vms();
    get_vm:
        |when| when.vm_id(&segment(VM)).attributes("name,vendor").expand("snapshots"),
        |then| then.ok(&success(MIQ, "get_vm", 200)),
        |client| client.get_vm().vm_id(VM).attributes("name,vendor").expand("snapshots");
    list_vm_snapshots:
        |when| listed!(when.vm_id(&segment(VM)), HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_vm_snapshots", 200)),
        |client| listed!(client.list_vm_snapshots().vm_id(VM), HiddenPart, filters());
    change_vm_snapshots:
        |when| when.vm_id(&segment(VM)).body(&request(MIQ, "change_vm_snapshots")),
        |then| then.ok(&success(MIQ, "change_vm_snapshots", 200)),
        |client| client.change_vm_snapshots().vm_id(VM)
            .body(request::<types::SnapshotsChange>(MIQ, "change_vm_snapshots"));
    describe_vm_snapshots:
        |when| when.vm_id(&segment(VM)),
        |then| then.ok(&success(MIQ, "describe_vm_snapshots", 200)),
        |client| client.describe_vm_snapshots().vm_id(VM);
    get_vm_snapshot:
        |when| when.vm_id(&segment(VM)).snapshot_id(&segment(SNAPSHOT)).attributes("name,total_size"),
        |then| then.ok(&success(MIQ, "get_vm_snapshot", 200)),
        |client| client.get_vm_snapshot().vm_id(VM).snapshot_id(SNAPSHOT).attributes("name,total_size");
    act_on_vm_snapshot:
        |when| when.vm_id(&segment(VM)).snapshot_id(&segment(SNAPSHOT)).body(&request(MIQ, "act_on_vm_snapshot")),
        |then| then.ok(&success(MIQ, "act_on_vm_snapshot", 200)),
        |client| client.act_on_vm_snapshot().vm_id(VM).snapshot_id(SNAPSHOT)
            .body(request::<types::VmSnapshotChange>(MIQ, "act_on_vm_snapshot"));
    delete_vm_snapshot:
        |when| when.vm_id(&segment(VM)).snapshot_id(&segment(SNAPSHOT)),
        |then| then.no_content(),
        |client| client.delete_vm_snapshot().vm_id(VM).snapshot_id(SNAPSHOT);
    list_instances:
        |when| listed!(when, HiddenPart, FILTER, POSITIVE)
            .by_tag("/managed/a b").collection_class("ManageIQ::Providers::Redhat::InfraManager::Vm"),
        |then| then.ok(&success(MIQ, "list_instances", 200)),
        |client| listed!(client.list_instances(), HiddenPart, filters())
            .by_tag("/managed/a b").collection_class("ManageIQ::Providers::Redhat::InfraManager::Vm");
    describe_instances:
        |when| when,
        |then| then.ok(&success(MIQ, "describe_instances", 200)),
        |client| client.describe_instances();
    get_instance:
        |when| when.instance_id(&segment(INSTANCE)).attributes("name,vendor").expand("snapshots"),
        |then| then.ok(&success(MIQ, "get_instance", 200)),
        |client| client.get_instance().instance_id(INSTANCE).attributes("name,vendor").expand("snapshots");
    list_instance_snapshots:
        |when| listed!(when.instance_id(&segment(INSTANCE)), HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_instance_snapshots", 200)),
        |client| listed!(client.list_instance_snapshots().instance_id(INSTANCE), HiddenPart, filters());
    change_instance_snapshots:
        |when| when.instance_id(&segment(INSTANCE)).body(&request(MIQ, "change_instance_snapshots")),
        |then| then.ok(&success(MIQ, "change_instance_snapshots", 200)),
        |client| client.change_instance_snapshots().instance_id(INSTANCE)
            .body(request::<types::SnapshotsChange>(MIQ, "change_instance_snapshots"));
    describe_instance_snapshots:
        |when| when.instance_id(&segment(INSTANCE)),
        |then| then.ok(&success(MIQ, "describe_instance_snapshots", 200)),
        |client| client.describe_instance_snapshots().instance_id(INSTANCE);
    get_instance_snapshot:
        |when| when.instance_id(&segment(INSTANCE)).snapshot_id(&segment(SNAPSHOT)).attributes("name,total_size"),
        |then| then.ok(&success(MIQ, "get_instance_snapshot", 200)),
        |client| client.get_instance_snapshot().instance_id(INSTANCE).snapshot_id(SNAPSHOT)
            .attributes("name,total_size");
    act_on_instance_snapshot:
        |when| when.instance_id(&segment(INSTANCE)).snapshot_id(&segment(SNAPSHOT))
            .body(&request(MIQ, "act_on_instance_snapshot")),
        |then| then.ok(&success(MIQ, "act_on_instance_snapshot", 200)),
        |client| client.act_on_instance_snapshot().instance_id(INSTANCE).snapshot_id(SNAPSHOT)
            .body(request::<types::Deletion>(MIQ, "act_on_instance_snapshot"));
    delete_instance_snapshot:
        |when| when.instance_id(&segment(INSTANCE)).snapshot_id(&segment(SNAPSHOT)),
        |then| then.no_content(),
        |client| client.delete_instance_snapshot().instance_id(INSTANCE).snapshot_id(SNAPSHOT);
    list_tasks:
        |when| listed!(when, HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_tasks", 200)),
        |client| listed!(client.list_tasks(), HiddenPart, filters());
    query_tasks:
        |when| when.body(&request(MIQ, "query_tasks")),
        |then| then.ok(&success(MIQ, "query_tasks", 200)),
        |client| client.query_tasks().body(request::<types::TaskQuery>(MIQ, "query_tasks"));
    get_task:
        |when| when.task_id(&segment(TASK)).attributes("state,status,message"),
        |then| then.ok(&success(MIQ, "get_task", 200)),
        |client| client.get_task().task_id(TASK).attributes("state,status,message");
    act_on_task:
        |when| when.task_id(&segment(TASK)).body(&request(MIQ, "act_on_task")),
        |then| then.ok(&success(MIQ, "act_on_task", 200)),
        |client| client.act_on_task().task_id(TASK).body(request::<types::Deletion>(MIQ, "act_on_task"));
    delete_task:
        |when| when.task_id(&segment(TASK)),
        |then| then.no_content(),
        |client| client.delete_task().task_id(TASK);
    list_notifications:
        |when| listed!(when, HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_notifications", 200)),
        |client| listed!(client.list_notifications(), HiddenPart, filters());
    list_volumes:
        |when| listed!(when, HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_volumes", 200)),
        |client| listed!(client.list_volumes(), HiddenPart, filters());
    create_volume:
        |when| when.body(&request(MIQ, "create_volume")),
        |then| then.ok(&success(MIQ, "create_volume", 200)),
        |client| client.create_volume().body(request::<types::VolumeCreation>(MIQ, "create_volume"));
    describe_volumes:
        |when| when.ems_id("3000000000006"),
        |then| then.ok(&success(MIQ, "describe_volumes", 200)),
        |client| client.describe_volumes().ems_id("3000000000006");
    get_volume:
        |when| when.volume_id(&segment(VOLUME)).attributes("name,cloud_volume_backups"),
        |then| then.ok(&success(MIQ, "get_volume", 200)),
        |client| client.get_volume().volume_id(VOLUME).attributes("name,cloud_volume_backups");
    act_on_volume:
        |when| when.volume_id(&segment(VOLUME)).body(&request(MIQ, "act_on_volume")),
        |then| then.ok(&success(MIQ, "act_on_volume", 200)),
        |client| client.act_on_volume().volume_id(VOLUME)
            .body(request::<types::VolumeChange>(MIQ, "act_on_volume"));
    delete_volume:
        |when| when.volume_id(&segment(VOLUME)),
        |then| then.no_content(),
        |client| client.delete_volume().volume_id(VOLUME);
    list_snapshots_of_volume:
        |when| listed!(when.volume_id(&segment(VOLUME)), HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_snapshots_of_volume", 200)),
        |client| listed!(client.list_snapshots_of_volume().volume_id(VOLUME), HiddenPart, filters());
    create_volume_snapshot:
        |when| when.volume_id(&segment(VOLUME)).body(&request(MIQ, "create_volume_snapshot")),
        |then| then.ok(&success(MIQ, "create_volume_snapshot", 200)),
        |client| client.create_volume_snapshot().volume_id(VOLUME)
            .body(request::<types::VolumeSnapshotCreation>(MIQ, "create_volume_snapshot"));
    get_snapshot_of_volume:
        |when| when.volume_id(&segment(VOLUME))
            .volume_snapshot_id(&segment(VOLUME_SNAPSHOT)).attributes("name,total_size"),
        |then| then.ok(&success(MIQ, "get_snapshot_of_volume", 200)),
        |client| client.get_snapshot_of_volume().volume_id(VOLUME).volume_snapshot_id(VOLUME_SNAPSHOT)
            .attributes("name,total_size");
    list_volume_snapshots:
        |when| listed!(when, HiddenPart, FILTER, POSITIVE),
        |then| then.ok(&success(MIQ, "list_volume_snapshots", 200)),
        |client| listed!(client.list_volume_snapshots(), HiddenPart, filters());
    delete_volume_snapshots:
        |when| when.body(&request(MIQ, "delete_volume_snapshots")),
        |then| then.ok(&success(MIQ, "delete_volume_snapshots", 200)),
        |client| client.delete_volume_snapshots()
            .body(request::<types::DeletionOfSeveral>(MIQ, "delete_volume_snapshots"));
    get_volume_snapshot:
        |when| when
            .volume_snapshot_id(&segment(VOLUME_SNAPSHOT)).attributes("name,total_size"),
        |then| then.ok(&success(MIQ, "get_volume_snapshot", 200)),
        |client| client.get_volume_snapshot().volume_snapshot_id(VOLUME_SNAPSHOT).attributes("name,total_size");
    act_on_volume_snapshot:
        |when| when.volume_snapshot_id(&segment(VOLUME_SNAPSHOT)).body(&request(MIQ, "act_on_volume_snapshot")),
        |then| then.ok(&success(MIQ, "act_on_volume_snapshot", 200)),
        |client| client.act_on_volume_snapshot().volume_snapshot_id(VOLUME_SNAPSHOT)
            .body(request::<types::Deletion>(MIQ, "act_on_volume_snapshot"));
    delete_volume_snapshot:
        |when| when.volume_snapshot_id(&segment(VOLUME_SNAPSHOT)),
        |then| then.no_content(),
        |client| client.delete_volume_snapshot().volume_snapshot_id(VOLUME_SNAPSHOT);
}
