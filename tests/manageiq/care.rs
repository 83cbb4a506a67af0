//! The traps of the wire: whose snapshot it is, what a 200 means, what is sent and what is never sent.

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

// ---- whose snapshot it is ----

/// The server takes any snapshot under any machine; the client compares, and sends nothing.
#[tokio::test]
async fn a_snapshot_of_another_machine_is_refused_here_and_not_there() {
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
    // Named with its own machine, and told to go onto another.
    let own = SnapshotRef::new(id.clone()).of_vm(other.clone());
    let error = client.restore_snapshot(own, RestoreTarget::InPlace(mine.clone())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let error = client.snapshot(&wrong).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert!(changes(&sandbox).is_empty(), "{:?}", changes(&sandbox));

    // The server itself finds it, with an address made from the path, and would delete it.
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
async fn a_snapshot_without_its_machine_is_asked_for_it() {
    let (sandbox, client) = fixture().await;
    let bare = SnapshotRef::new(SnapshotId::new("1000000000301").unwrap());
    for error in [client.snapshot(&bare).await.unwrap_err(), client.delete_snapshot(bare).await.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        assert_eq!(error.advice(), Some(&Advice::VmKind), "{error:?}");
    }
    assert!(sandbox.requests().is_empty());
}

/// A bare id means vms; the same machine is one machine however it is named.
#[tokio::test]
async fn a_bare_id_means_vms() {
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

// ---- what the machine's provider does not do ----

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

/// vCloud cannot delete, OpenStack cannot revert, oVirt reverts only what is down: the server says so, in its words.
#[tokio::test]
async fn what_only_the_server_knows_is_a_conflict_in_its_words() {
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

/// Names may be ignored or replaced: the snapshot is found by being new, and the caller is told.
#[tokio::test]
async fn a_name_that_is_not_kept_is_told() {
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
        // What is known of vCloud is told before anything is sent.
        assert_eq!(
            warnings[0].text.contains("keeps one snapshot per machine"),
            maker == "vcloud",
            "{maker}: {warnings:?}"
        );
        assert_eq!(warnings.len(), if maker == "vcloud" { 2 } else { 1 }, "{maker}: {warnings:?}");
    }
}

/// Where a platform knows a snapshot by its description only, the name goes there.
#[tokio::test]
async fn a_name_is_the_description_where_there_is_none() {
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

/// The record with `current` 1 is the running state: not listed, never restored or deleted. On VMware it is a snapshot.
#[tokio::test]
async fn the_running_state_is_no_snapshot() {
    for with_type in [true, false] {
        let (sandbox, client) = fixture().await;
        if !with_type {
            // Servers before 2022 do not tell the class: the machine's vendor decides.
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

/// A server that lists nothing, and takes one exact body.
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

/// The requests of the verbs are those of the server's specs.
#[tokio::test]
async fn the_verbs_send_what_the_specs_send() {
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

    // Some platforms know a snapshot by its description only.
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

/// A refusal under 200, as servers before lasker sent it; results that say nothing; a success that names no task.
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

// ---- several at once ----

/// One request for each: each has its own outcome, and what came before a failure is known.
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

/// The typed bulk call: a 200 with an outcome in each entry, a 404 that leaves what came before it queued.
#[tokio::test]
async fn the_bulk_call_tells_each_entry_and_keeps_what_came_before_a_404() {
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
    assert!(!exists(b.id.as_str()), "what stood before the unknown one was queued");
}

// ---- the sandbox's own archive ----

/// Archived machines are left out; so is nothing else.
#[tokio::test]
async fn archived_machines_are_left_out() {
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
