//! Restores: a new instance from a snapshot, in the snapshot's region, without traces of the password.

use std::sync::{Arc, Mutex};

use cloudsnap::{
    Advice, CloneSnapshot, ErrorKind, Login, NewVm, PlannedRequest, RestoreSnapshot, RestoreTarget, Restored, Secret,
};
use httpmock::MockServer;
use serde_json::json;

use crate::fixture::{Fixture, MINUTE, NORTH, PROVIDER, SOUTH, keys, lenient, new_vm, quick, waiting};

const PASSWORD: &str = "Not\"A\\Real-Passw0rd";

fn password() -> Option<Login> {
    Some(Login::Password(Secret::new(PASSWORD)))
}

fn target(vm: NewVm) -> RestoreTarget {
    RestoreTarget::NewVm(Box::new(vm))
}

#[tokio::test]
async fn a_clone_is_restored_in_the_other_region() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    let requested = fixture.sandbox.requests().len();
    let error = fixture.client.restore_snapshot(source.id.clone(), target(new_vm(SOUTH, keys()))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert!(error.message().contains(NORTH) && error.message().contains(SOUTH), "{error}");
    let clone =
        Advice::CloneFirst { snapshot: source.id.to_string(), name: "golden".to_owned(), region: SOUTH.to_owned() };
    assert_eq!(error.advice(), Some(&clone));
    let since: Vec<_> = fixture.sandbox.requests()[requested..].iter().filter_map(|seen| seen.operation).collect();
    assert_eq!(since, ["get_snapshot"], "nothing was sent except the read of the snapshot");

    let operation = fixture.client.clone_snapshot(CloneSnapshot::new(source.id, "golden", SOUTH)).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    let copy = operation.wait(waiting()).await.unwrap();
    let operation = fixture.client.restore_snapshot(copy.id.clone(), target(new_vm(SOUTH, keys()))).await.unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&seen);
    let progress = waiting().on_progress(move |progress| reported.lock().unwrap().push(progress.status.clone()));
    let (restored, ()) = tokio::join!(operation.wait(progress), async {
        while seen.lock().unwrap().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        fixture.sandbox.advance(MINUTE);
    });
    let vm = restored.unwrap().vm.unwrap();
    assert_eq!(
        (vm.region.as_deref(), vm.status.as_deref(), vm.name.as_deref()),
        (Some(SOUTH), Some("active"), Some("restored"))
    );
    assert_eq!(seen.lock().unwrap()[0].as_deref(), Some("creating"));
    let made = fixture.sandbox.store().machines(PROVIDER).pop().unwrap();
    assert_eq!((made.id.as_str(), made.created_from.as_deref()), (vm.id.as_str(), Some(copy.id.as_str())));
    fixture.assert_no_violations();
}

#[tokio::test]
async fn the_region_defaults_to_the_snapshots() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    let mut vm = new_vm(NORTH, None);
    vm.region = None;
    let operation = fixture.client.restore_snapshot(source.id, target(vm)).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    assert_eq!(operation.wait(waiting()).await.unwrap().vm.unwrap().region.as_deref(), Some(NORTH));
}

#[tokio::test]
async fn missing_and_invalid_options_are_refused_before_anything_is_read() {
    let fixture = Fixture::start().await;
    let id: cloudsnap::SnapshotId = "3b0c7c1e-5d64-4f2b-9a8e-1f6f0d2f7a11".parse().unwrap();
    let without = |change: fn(&mut NewVm)| {
        let mut vm = new_vm(NORTH, keys());
        change(&mut vm);
        vm
    };
    for (vm, word) in [
        (without(|vm| vm.hostname = None), "set hostname"),
        (without(|vm| vm.vm_type = Some(" ".to_owned())), "set vm_type"),
        (without(|vm| vm.region = Some(String::new())), "NORD-NO-KRS-1"),
        (without(|vm| vm.login = Some(Login::SshKeys(Vec::new()))), "set login"),
    ] {
        let error = fixture.client.restore_snapshot(id.clone(), target(vm)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        assert!(error.advice().unwrap().to_string().contains(word), "{error:?}");
    }
    let weak = without(|vm| vm.login = Some(Login::Password(Secret::new("all-lower-case-1"))));
    let error = fixture.client.restore_snapshot(id.clone(), target(weak)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert!(!format!("{error} {error:?}").contains("all-lower-case-1"), "{error:?}");
    let contract = without(|vm| vm.contract = Some("1".to_owned()));
    let error = fixture.client.restore_snapshot(id.clone(), target(contract)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
    let in_place = RestoreTarget::InPlace(fixture.vm.clone());
    let error = fixture.client.restore_snapshot(id, in_place).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
    assert!(fixture.sandbox.requests().is_empty());
}

#[tokio::test]
async fn snapshots_that_are_not_ready_are_refused() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    for (word, kind) in [
        ("creating", ErrorKind::Conflict),
        ("error", ErrorKind::Conflict),
        ("pending_delete", ErrorKind::Conflict),
        ("deleting", ErrorKind::Conflict),
    ] {
        fixture.inject(&format!("status-word:{word}@get_snapshot*1"));
        let error =
            fixture.client.restore_snapshot(source.id.clone(), target(new_vm(NORTH, keys()))).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{word}: {error}");
    }
    assert_eq!(fixture.changes(), ["create_instance_snapshot"]);
    // The provider decides about unknown statuses.
    fixture.inject("status-word:archived@get_snapshot*1");
    let operation = fixture.client.restore_snapshot(source.id, target(new_vm(NORTH, keys()))).await.unwrap();
    assert!(operation.warnings()[0].text.contains("archived"), "{:?}", operation.warnings());
}

#[tokio::test]
async fn an_incompatible_machine_type_is_recognized_by_its_code() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    fixture.inject("custom:mismatch@create_instance*1");
    let before = fixture.machines();
    let error = fixture.client.restore_snapshot(source.id, target(new_vm(NORTH, keys()))).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Invalid, Some("02035")), "{error}");
    assert_eq!(error.advice(), Some(&Advice::OtherVmType));
    assert_eq!(fixture.machines(), before);
}

#[tokio::test]
async fn an_instance_with_the_status_error_fails() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    fixture.inject("custom:fail@create_instance*1");
    let operation = fixture.client.restore_snapshot(source.id, target(new_vm(NORTH, keys()))).await.unwrap();
    fixture.sandbox.advance(MINUTE);
    let error = operation.wait(waiting()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed, "{error}");
    assert!(error.message().contains("billed"), "{error}");
}

#[tokio::test]
async fn a_password_is_sent_only_to_the_provider() {
    let fixture = Fixture::start().await;
    let source = fixture.ready("golden").await;
    let planned: Arc<Mutex<Vec<PlannedRequest>>> = Arc::default();
    let plan = Arc::clone(&planned);
    let dry = fixture.client.with_options(quick().dry_run(move |request| plan.lock().unwrap().push(request.clone())));
    let mut vm = new_vm(NORTH, password());
    // Not even if someone wrote it into another field.
    vm.hostname = Some(PASSWORD.to_owned());
    let error = dry.restore_snapshot(source.id.clone(), target(vm)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DryRun);
    let body = planned.lock().unwrap()[0].body.clone().unwrap();
    let wanted = json!({
        "name": "restored", "hostname": "***", "type": "vcpu-4_memory-8g", "image": source.id.as_str(),
        "region": NORTH, "password": "***"
    });
    assert_eq!(body, wanted);

    let request = RestoreSnapshot::new_vm(source.id.clone(), new_vm(NORTH, password()));
    assert!(!format!("{request:?}").contains("Passw0rd"));
    let prepared = fixture.client.prepare(request).await.unwrap();
    let shown = format!("{prepared:?} {} {}", prepared.describe(), unsealed(prepared.handle().as_str()));
    let operation = prepared.submit().await.unwrap();
    let shown = format!("{shown} {operation:?} {}", unsealed(operation.handle().as_str()));
    assert!(!shown.contains("Passw0rd"), "{shown}");
    fixture.sandbox.advance(MINUTE);
    let restored: Restored = operation.wait(waiting()).await.unwrap();
    assert!(!format!("{restored:?}").contains("Passw0rd"));
    assert!(!format!("{:?}", fixture.sandbox.store().machines(PROVIDER)).contains("Passw0rd"));
    fixture.assert_no_violations();
}

/// The readable text of a handle.
fn unsealed(handle: &str) -> String {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(handle.trim_start_matches("cs1.")).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A server that echoes the request, in each possible format of an error.
#[tokio::test]
async fn an_echoed_password_is_in_no_error() {
    let snapshot = json!({ "snapshot": {
        "id": "s1", "name": "golden", "region": NORTH, "status": "created", "created_at": "2025-06-11T08:14:52.317Z"
    }});
    let escaped = json!(PASSWORD).to_string();
    for (status, content_type, body) in [
        (400, "application/json", json!({"code": PASSWORD, "message": format!("too weak: {PASSWORD}")}).to_string()),
        (400, "application/json", json!({"code": "00000", "message": "no", "sent": {"pw": PASSWORD}}).to_string()),
        (422, "text/html", format!("<p>you sent {PASSWORD}</p>")),
        (422, "text/plain", format!("could not read {{\"password\":{escaped}")),
        (201, "application/json", format!("{{\"instance\": {{\"id\": {escaped}")),
        (302, "text/plain", PASSWORD.to_owned()),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.path("/snapshots/s1");
                then.status(200).json_body(snapshot.clone());
            })
            .await;
        server
            .mock_async(|when, then| {
                when.method("POST").path("/instances");
                then.status(status).header("content-type", content_type).body(&body);
            })
            .await;
        let client = lenient(server.base_url()).with_options(quick().timeout(std::time::Duration::from_millis(700)));
        let sending =
            client.restore_snapshot("s1".parse::<cloudsnap::SnapshotId>().unwrap(), target(new_vm(NORTH, password())));
        let error = sending.await.unwrap_err();
        let shown = format!("{error} {error:?} {:?} {:?} {:?}", error.body(), error.code(), error.advice());
        assert!(!shown.contains("Passw0rd") && !shown.contains("Not\"A"), "{status} {content_type}: {shown}");
    }
}
