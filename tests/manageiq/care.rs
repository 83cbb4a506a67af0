//! The peculiarities of the API: the machine of a snapshot, the meaning of a 200, what is sent and what is never sent.

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Advice, Auth, Client, CreateSnapshot, DeleteSnapshot, ErrorKind, ListSnapshots, RestoreSnapshot, RestoreTarget,
    SnapshotId, SnapshotRef, VmId,
};
use futures_util::TryStreamExt;
use httpmock::{HttpMockRequest, MockServer};
use serde_json::{Value, json};

use crate::support::{
    MIQ, case, changes, client, fixture, inject, machine, minute, of, quick, ready, sandbox_with, snapshot, vm_of,
    waiting,
};

// ---- the machine of a snapshot ----

/// The server accepts any snapshot with any machine; the client compares them and sends nothing.
#[tokio::test]
async fn a_snapshot_of_another_machine_is_refused_by_the_client_and_not_by_the_server() {
    let (sandbox, client) = fixture().await;
    let (mine, other) = (vm_of(&sandbox, "vmware"), vm_of(&sandbox, "ovirt"));
    let theirs = sandbox.store().snapshots(MIQ).into_iter().find(|row| row.machine.as_deref() == Some(other.id()));
    let id = SnapshotId::new(theirs.unwrap().id).unwrap();
    let wrong = SnapshotRef::new(id.clone()).of_vm(mine.clone());

    let error = client.delete_snapshot(wrong.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert!(error.to_string().contains(other.id()), "{error}");
    let error = client.restore_snapshot(wrong.clone(), RestoreTarget::InPlace(mine.clone())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    // With its own machine, but to be restored on another.
    let own = SnapshotRef::new(id.clone()).of_vm(other.clone());
    let error = client.restore_snapshot(own, RestoreTarget::InPlace(mine.clone())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let error = client.snapshot(&wrong).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert!(changes(&sandbox).is_empty(), "{:?}", changes(&sandbox));

    // The server itself finds it, with an href built from the path, and would delete it.
    let raw = client.as_manageiq().unwrap();
    let found = raw.get_vm_snapshot().vm_id(mine.id()).snapshot_id(id.as_str()).send().await.unwrap().into_inner();
    assert_eq!(found.vm_or_template_id.as_deref(), Some(other.id()));
    assert!(found.href.unwrap().contains(&format!("/vms/{}/", mine.id())));
    let body = json!({ "action": "delete" });
    let path = format!("/vms/{}/snapshots/{id}", mine.id());
    assert_eq!(client.request("POST", &path, Some(&body)).await.unwrap().status().as_u16(), 200);
    minute(&sandbox);
    assert!(sandbox.store().snapshots(MIQ).iter().all(|row| row.id != id.as_str()));
}

#[tokio::test]
async fn a_snapshot_without_its_machine_is_refused() {
    let (sandbox, client) = fixture().await;
    let bare = SnapshotRef::new(SnapshotId::new("1000000000301").unwrap());
    for error in [client.snapshot(&bare).await.unwrap_err(), client.delete_snapshot(bare).await.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        assert_eq!(error.advice(), Some(&Advice::VmKind), "{error:?}");
    }
    assert!(sandbox.requests().is_empty());
}

/// An ID without a kind means `vms`; both forms identify the same machine.
#[tokio::test]
async fn an_id_without_a_kind_means_vms() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    let bare: VmId = vm.id().parse().unwrap();
    let made = ready(&sandbox, &client, &bare, "n").await;
    assert_eq!(made.vm.id, Some(vm.clone()));
    client.delete_snapshot(SnapshotRef::new(made.id).of_vm(bare)).await.unwrap();
    for odd in ["0", "007", "x", "1e3", "99999999999999999999"] {
        let request = CreateSnapshot::new(odd.parse().unwrap(), "n");
        assert_eq!(client.create_snapshot(request).await.unwrap_err().kind(), ErrorKind::Invalid, "{odd}");
    }
}

// ---- unsupported by the platform ----

#[tokio::test]
async fn capabilities_differ_by_kind() {
    let (sandbox, client) = fixture().await;
    let (vm, instance) = (vm_of(&sandbox, "vmware"), vm_of(&sandbox, "openstack"));
    let (of_vm, of_instance) = (client.capabilities(Some(&vm)), client.capabilities(Some(&instance)));
    assert_eq!((of_vm.restore_in_place, of_vm.memory), (true, true));
    assert_eq!((of_instance.restore_in_place, of_instance.memory), (false, false));
    let snapshot = ready(&sandbox, &client, &instance, "n").await;
    let before = sandbox.requests().len();
    let error = client.restore_snapshot(of(&snapshot, &instance), RestoreTarget::InPlace(instance)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
    assert_eq!(sandbox.requests().len(), before, "nothing is sent");
}

/// vCloud cannot delete, OpenStack cannot revert, oVirt reverts only machines that are off: the server reports this in its message.
#[tokio::test]
async fn refusals_by_the_server_are_conflicts_with_its_message() {
    let (sandbox, client) = fixture().await;
    let vcloud = vm_of(&sandbox, "vcloud");
    let replaced = ready(&sandbox, &client, &vcloud, "n").await;
    let error = client.delete_snapshot(of(&replaced, &vcloud)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert!(error.to_string().contains("Feature not available/supported"), "{error}");

    let openstack = vm_of(&sandbox, "openstack");
    let image = ready(&sandbox, &client, &openstack, "n").await;
    let as_vm: VmId = format!("vms/{}", openstack.id()).parse().unwrap();
    let error = client.restore_snapshot(of(&image, &as_vm), RestoreTarget::InPlace(as_vm)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert!(!error.may_have_taken_effect());
}

/// Names may be ignored or replaced: the snapshot is found because it is new, and the name is reported.
#[tokio::test]
async fn a_changed_name_is_reported() {
    for maker in ["ovirt", "vcloud"] {
        let (sandbox, client) = fixture().await;
        let vm = vm_of(&sandbox, maker);
        let request = CreateSnapshot::new(vm.clone(), "wanted").description("for the record");
        let operation = client.create_snapshot(request).await.unwrap();
        minute(&sandbox);
        let made = operation.wait(waiting()).await.unwrap();
        assert_ne!(made.name.as_deref(), Some("wanted"), "{maker}");
        assert_eq!(made.description.as_deref(), Some("for the record"));
        let warnings = operation.warnings();
        assert!(warnings.last().unwrap().text.contains("wanted"), "{maker}: {warnings:?}");
        // For vCloud, this is reported before anything is sent.
        assert_eq!(
            warnings[0].text.contains("keeps one snapshot per machine"),
            maker == "vcloud",
            "{maker}: {warnings:?}"
        );
        assert_eq!(warnings.len(), if maker == "vcloud" { 2 } else { 1 }, "{maker}: {warnings:?}");
    }
}

/// If a platform keeps only the description of a snapshot, the name is sent as such.
#[tokio::test]
async fn the_description_defaults_to_the_name() {
    let (sandbox, client) = fixture().await;
    for maker in ["vmware", "openstack", "ovirt"] {
        let operation = client.create_snapshot(CreateSnapshot::new(vm_of(&sandbox, maker), "wanted")).await.unwrap();
        minute(&sandbox);
        let made = operation.wait(waiting()).await.unwrap();
        assert_eq!((made.name.as_deref(), made.description.as_deref()), (Some("wanted"), Some("wanted")), "{maker}");
        assert_eq!(operation.warnings(), [], "{maker}");
    }
}

// ---- the running state of oVirt ----

/// The record with `current` 1 is the running state, which is not listed, restored or deleted. On VMware it is a snapshot.
#[tokio::test]
async fn the_running_state_is_not_a_snapshot() {
    for with_type in [true, false] {
        let (sandbox, client) = fixture().await;
        if !with_type {
            // Servers before 2022 do not send the class: the vendor of the machine decides.
            inject(&sandbox, "drop-field:type");
        }
        let vm = vm_of(&sandbox, "ovirt");
        let machine = sandbox.store().machines(MIQ).into_iter().find(|machine| machine.id == vm.id()).unwrap();
        let state = machine.extra["active_image"].as_str().unwrap().to_owned();
        let raw = client.as_manageiq().unwrap();
        let listed = raw.list_vm_snapshots().vm_id(vm.id()).expand("resources").send().await.unwrap().into_inner();
        let rows = listed.resources.unwrap();
        assert!(rows.iter().any(|row| row.id.as_deref() == Some(state.as_str()) && row.current == Some(1)));

        let of_vm: Vec<_> = client.snapshots(ListSnapshots::default().vm(vm.clone())).try_collect().await.unwrap();
        assert_eq!(of_vm.len(), rows.len() - 1);
        let all: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
        assert!(of_vm.iter().chain(&all).all(|snapshot| snapshot.id.as_str() != state));
        assert_eq!(all.len(), sandbox.store().snapshots(MIQ).len());
        let state = SnapshotRef::new(SnapshotId::new(state).unwrap()).of_vm(vm.clone());
        assert_eq!(client.snapshot(&state).await.unwrap_err().kind(), ErrorKind::NotFound);
        let delete = client.prepare(DeleteSnapshot::new(state.clone())).await.unwrap_err();
        let restore = client.prepare(RestoreSnapshot::in_place(state, vm)).await.unwrap_err();
        for error in [delete, restore] {
            assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
            assert!(error.to_string().contains("running state"), "{error}");
        }
        assert!(changes(&sandbox).is_empty());

        let vmware = vm_of(&sandbox, "vmware");
        let snapshots: Vec<_> = client.snapshots(ListSnapshots::default().vm(vmware)).try_collect().await.unwrap();
        assert!(snapshots.iter().any(|snapshot| snapshot.raw["current"] == json!(1)), "{snapshots:#?}");
    }
}

// ---- what is sent ----

/// A server that lists nothing and accepts one exact body.
async fn taking(path: &'static str, body: Value, status: u16, response: Value) -> (MockServer, Client) {
    let server = MockServer::start_async().await;
    server
        .mock_async(move |when, then| {
            when.is_true(move |request: &HttpMockRequest| {
                let sent: Option<Value> = serde_json::from_slice(request.body_ref()).ok();
                request.method_str() == "POST" && request.uri().path() == path && sent.as_ref() == Some(&body)
            });
            then.status(status).header("content-type", "application/json").body(response.to_string());
        })
        .await;
    let show = case("vm-snapshot-show").response.unwrap();
    let empty = json!({ "name": "snapshots", "count": 9, "subcount": 0, "subquery_count": 0, "resources": [] });
    for (pattern, response) in [("/snapshots$", empty), ("/snapshots/[0-9]+$", show)] {
        server
            .mock_async(move |when, then| {
                when.method("GET").path_matches(pattern);
                then.status(200).header("content-type", "application/json").body(response.to_string());
            })
            .await;
    }
    let base_url = format!("{}/api", server.base_url());
    let client = Client::builder(MIQ).base_url(base_url).auth(Auth::basic("dana", "pw-for-tests")).options(quick());
    let client = client.build().unwrap();
    (server, client)
}

/// Verbs send the requests in the server's specs.
#[tokio::test]
async fn verbs_send_the_requests_in_the_servers_specs() {
    const COLLECTION: &str = "/api/vms/1000000000011/snapshots";
    const RECORD: &str = "/api/vms/1000000000011/snapshots/1000000000301";
    let vm: VmId = "vms/1000000000011".parse().unwrap();
    let snapshot =
        || SnapshotRef::new(SnapshotId::new("1000000000301").unwrap()).of_vm("1000000000011".parse().unwrap());

    let create = case("vm-snapshot-create-full-body");
    let (_server, client) = taking(COLLECTION, create.body.unwrap(), 200, create.response.unwrap()).await;
    let request = CreateSnapshot::new(vm.clone(), "pre-upgrade").description("ticket OPS-1812").memory(true);
    let operation = client.create_snapshot(request).await.unwrap();
    assert!(operation.handle().describe().unwrap().contains("pre-upgrade"));

    // Some platforms keep only the description of a snapshot.
    let resource = json!({ "name": "Dana's checkpoint", "description": "Dana's checkpoint" });
    let body = json!({ "action": "create", "resource": resource });
    let queued = case("vm-snapshot-create-queued").response.unwrap();
    let (_server, client) = taking(COLLECTION, body, 200, queued).await;
    client.create_snapshot(CreateSnapshot::new(vm.clone(), "Dana's checkpoint")).await.unwrap();

    let delete = case("vm-snapshot-delete-action-missing-snapshot");
    let (_server, client) = taking(RECORD, delete.body.unwrap(), 404, delete.response.unwrap()).await;
    assert_eq!(client.delete_snapshot(snapshot()).await.unwrap_err().kind(), ErrorKind::NotFound);

    let revert = case("vm-snapshot-revert-ovirt-running");
    let (_server, client) = taking(RECORD, revert.body.unwrap(), 400, revert.response.unwrap()).await;
    let error = client.restore_snapshot(snapshot(), RestoreTarget::InPlace(vm)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert!(error.to_string().contains("Current state is on"), "{error}");
}

/// A refusal with status 200, as sent by servers before lasker; results without content; a success without a task.
#[tokio::test]
async fn no_refusal_is_a_success() {
    const COLLECTION: &str = "/api/vms/1000000000011/snapshots";
    let body = || json!({ "action": "create", "resource": { "name": "n", "description": "n" } });
    let request = || CreateSnapshot::new("1000000000011".parse().unwrap(), "n");
    let refused = json!({ "results": [{ "success": false, "message": "The VM is retired" }] });
    for status in [200, 400] {
        let (_server, client) = taking(COLLECTION, body(), status, refused.clone()).await;
        let error = client.create_snapshot(request()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Conflict, "{status}: {error}");
        assert!(error.to_string().contains("The VM is retired") && !error.may_have_taken_effect(), "{error}");
    }
    for unclear in [json!({ "results": [] }), json!({ "results": [null] }), json!({ "success": true })] {
        let (_server, client) = taking(COLLECTION, body(), 200, unclear.clone()).await;
        let client = client.with_options(quick().timeout(std::time::Duration::from_millis(300)));
        let error = client.create_snapshot(request()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{unclear}: {error}");
    }
}

// ---- several objects ----

/// One request for each: each has its own outcome, and results before a failure are known.
#[tokio::test]
async fn deleting_several_has_an_outcome_for_each() {
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    let (a, b, c) = (
        ready(&sandbox, &client, &vm, "a").await,
        ready(&sandbox, &client, &vm, "b").await,
        ready(&sandbox, &client, &vm, "c").await,
    );
    let unknown = SnapshotRef::new(SnapshotId::new("1000000999999").unwrap()).of_vm(vm.clone());
    inject(&sandbox, "custom:busy@act_on_vm_snapshot*1");
    let outcomes = client.delete_snapshots([of(&a, &vm), of(&b, &vm), unknown, of(&c, &vm)]).await;
    let kinds: Vec<_> = outcomes.iter().map(|outcome| outcome.as_ref().err().map(cloudsnap::Error::kind)).collect();
    assert_eq!(kinds, [Some(ErrorKind::Conflict), None, Some(ErrorKind::NotFound), None]);
    minute(&sandbox);
    for operation in outcomes.into_iter().flatten() {
        assert!(operation.wait(waiting()).await.unwrap().deleted);
    }
}

/// The typed bulk request: a 200 with an outcome for each entry, and a 404 after earlier entries were queued.
#[tokio::test]
async fn bulk_requests_report_each_entry_and_keep_results_before_a_404() {
    use cloudsnap::generated::manageiq::types;
    let (sandbox, client) = fixture().await;
    let vm = vm_of(&sandbox, "vmware");
    let (a, b) = (ready(&sandbox, &client, &vm, "a").await, ready(&sandbox, &client, &vm, "b").await);
    let raw = client.as_manageiq().unwrap();
    let bulk = |ids: [&str; 2]| {
        let entry = |id: &str| types::SnapshotEntry { id: Some(id.to_owned()), ..Default::default() };
        let action = Some(types::SnapshotsAction::Delete);
        types::SnapshotsChange { action, resources: Some(ids.map(entry).to_vec()), ..Default::default() }
    };
    let request = |ids| raw.change_vm_snapshots().vm_id(vm.id()).body(bulk(ids));
    inject(&sandbox, "custom:refuse-entry=2@change_vm_snapshots*1");
    let results = request([a.id.as_str(), b.id.as_str()]).send().await.unwrap().into_inner().results;
    let success: Vec<_> = results.iter().map(|entry| entry.0.as_ref().unwrap().success).collect();
    assert_eq!(success, [true, false]);
    minute(&sandbox);
    let exists = |id: &str| sandbox.store().snapshots(MIQ).iter().any(|row| row.id == id);
    assert_eq!((exists(a.id.as_str()), exists(b.id.as_str())), (false, true));

    let error = cloudsnap::Error::from(request([b.id.as_str(), "1000000999999"]).send().await.unwrap_err());
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    minute(&sandbox);
    assert!(!exists(b.id.as_str()), "entries before the unknown one were queued");
}

// ---- archived machines ----

/// Archived machines are omitted, and nothing else.
#[tokio::test]
async fn archived_machines_are_omitted() {
    let (sandbox, _folder) = archive().await;
    let client = client(&sandbox);
    let machines: Vec<_> = client.vms().try_collect().await.unwrap();
    assert_eq!(
        machines.iter().map(|vm| vm.id.to_string()).collect::<Vec<_>>(),
        ["instances/1000000000201", "vms/1000000000011"]
    );
    let all: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    assert_eq!(all.len(), 1);
}

async fn archive() -> (Sandbox, tempfile::TempDir) {
    sandbox_with(20, |state| {
        let mut gone = machine("1000000000012", "gone", "vmware");
        gone["extra"]["ems_id"] = Value::Null;
        gone["extra"]["storage_id"] = Value::Null;
        let web = machine("1000000000011", "web", "vmware");
        state["machines"] = json!([web, gone, machine("1000000000201", "shop", "openstack")]);
        state["snapshots"] =
            json!([snapshot("1000000000301", "a", "1000000000011"), snapshot("1000000000302", "b", "1000000000012")]);
    })
    .await
}
