//! The Syminet server: each operation, its effect on the store, and its error responses.

use std::collections::BTreeSet;
use std::time::Duration;

use cloudsnap::sandbox::{AcceptedBody, Fault, Sandbox, Side};
use cloudsnap::spec::{self, Provider};
use serde_json::{Value, json};

use super::{Api, DELAY};

const P: Provider = Provider::Syminet;

fn named(name: &str) -> Value {
    json!({ "snapshot_name": name })
}

/// The ID of the n-th machine.
fn vm(api: &Api, n: usize) -> String {
    api.sandbox.store().machines(P)[n].id.clone()
}

async fn row(api: &Api, name: &str) -> Option<Value> {
    api.get("/images").await.rows().into_iter().find(|row| row["name"] == name)
}

#[tokio::test]
async fn the_initial_account_includes_a_read_only_snapshot_and_one_of_a_deleted_slice() {
    let api = Api::start(P, Sandbox::builder(P).vms(2).snapshots(3)).await;
    let rows = api.get("/images").await.rows();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows.iter().filter(|row| row["perms"] == "ro").count(), 1);
    assert_eq!(rows.iter().filter(|row| row["vm_deleted"] == true).count(), 1);
    assert_eq!(api.sandbox.store().machines(P).len(), 2);
    let ids: BTreeSet<_> = rows.iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!(ids.len(), 3);
    assert!(rows.iter().all(|row| row["created"].as_str().unwrap().len() == "2025-02-04 10:19:36.925397".len()));

    let empty = Api::start(P, Sandbox::builder(P).snapshots(0)).await;
    assert_eq!(empty.get("/images").await.json(), json!({ "data": [], "page": 0, "pages": 0, "results": 0 }));
}

#[tokio::test]
async fn pages_contain_each_snapshot_once_and_end() {
    let api = Api::start(P, Sandbox::builder(P).snapshots(45).page_size(20)).await;
    let mut seen = BTreeSet::new();
    for (page, size) in [(1, 20), (2, 20), (3, 5), (4, 0)] {
        let response = api.get(&format!("/images?page={page}")).await.json();
        assert_eq!(
            (&response["page"], &response["pages"], &response["results"]),
            (&json!(page), &json!(3), &json!(45))
        );
        let ids: Vec<_> = response["data"].as_array().unwrap().iter().map(|row| row["id"].to_string()).collect();
        assert_eq!(ids.len(), size);
        seen.extend(ids);
    }
    assert_eq!(seen.len(), 45);
    let found = api.get("/images?query=NIGHTLY-04").await.json();
    assert_eq!(found["results"], 6);
    assert_eq!(api.get("/images?page=0").await.status, 422);
    assert_eq!(api.get("/images?page=two").await.status, 422);
}

#[tokio::test]
async fn a_snapshot_takes_time_to_become_ready() {
    let api = Api::syminet().await;
    let slice = vm(&api, 0);
    let created = api.post(&format!("/images/snapshots/{slice}/create"), named("mine")).await;
    assert_eq!((created.status, created.body.len()), (202, 0));

    let making = row(&api, "mine").await.unwrap();
    assert_eq!((&making["in_progress"], &making["duration"]), (&json!(true), &Value::Null));
    assert_eq!(making["vm_id"].to_string(), slice);
    api.sandbox.advance(DELAY / 2);
    assert_eq!(row(&api, "mine").await.unwrap()["progress"], 50);
    let id = &making["id"];
    let early = api.post(&format!("/images/snapshots/{id}/restore/{slice}"), Value::Null).await;
    assert_eq!(early.status, 409);
    assert_eq!(api.send("DELETE", &format!("/images/snapshots/{id}/delete"), None).await.status, 409);

    api.pass();
    let done = row(&api, "mine").await.unwrap();
    assert_eq!(
        (&done["in_progress"], &done["progress"], &done["duration"]),
        (&Value::Null, &Value::Null, &json!("3600s"))
    );
    let of_slice = api.get(&format!("/images/snapshots/{slice}")).await.rows();
    assert!(of_slice.iter().any(|row| row["id"] == *id));
    assert_eq!(api.sandbox.violations(), []);
}

#[tokio::test]
async fn a_202_has_the_configured_body() {
    for (body, text) in [(AcceptedBody::Json, r#"{"status":"accepted"}"#), (AcceptedBody::Text, "202 OK\n")] {
        let api = Api::start(P, Sandbox::builder(P).accepted_body(body)).await;
        let response = api.post(&format!("/images/snapshots/{}/create", vm(&api, 0)), named("x")).await;
        assert_eq!((response.status, String::from_utf8(response.body).unwrap()), (202, text.to_owned()));
    }
}

#[tokio::test]
async fn a_snapshot_is_renamed_and_deleted() {
    let api = Api::syminet().await;
    let row = api.get("/images").await.rows()[0].clone();
    let id = row["id"].to_string();
    let renamed = api.post(&format!("/images/snapshots/{id}/rename"), named("new name")).await;
    assert_eq!(renamed.status, 202);
    assert_eq!(api.get("/images").await.rows()[0]["name"], "new name");

    for _ in 0..2 {
        assert_eq!(api.send("DELETE", &format!("/images/snapshots/{id}/delete"), None).await.status, 202);
        assert_eq!(api.get("/images").await.rows().len(), 4);
    }
    api.pass();
    assert_eq!(api.get("/images").await.rows().len(), 3);
    assert_eq!(api.send("DELETE", &format!("/images/snapshots/{id}/delete"), None).await.status, 404);
    assert_eq!(api.sandbox.store().snapshots(P).len(), 3);
    assert_eq!(api.sandbox.store().snapshots_ever(P).len(), 4);
}

#[tokio::test]
async fn a_restore_requires_write_permission_on_both_sides_and_runs_one_at_a_time() {
    let api = Api::syminet().await;
    let rows = api.get("/images").await.rows();
    let (writable, read_only) = (&rows[0]["id"], &rows[1]["id"]);
    let (slice, looked_at) = (vm(&api, 0), vm(&api, 2));
    let restore = |snapshot: String, slice: String| {
        let api = &api;
        async move { api.send("POST", &format!("/images/snapshots/{snapshot}/restore/{slice}"), None).await.status }
    };
    assert_eq!(restore(read_only.to_string(), slice.clone()).await, 403);
    assert_eq!(restore(writable.to_string(), looked_at).await, 403);
    assert_eq!(restore("1".to_owned(), slice.clone()).await, 404);
    assert_eq!(restore(writable.to_string(), "1".to_owned()).await, 404);
    assert!(api.sandbox.store().machines(P).iter().all(|machine| machine.restores.is_empty()));

    assert_eq!(restore(writable.to_string(), slice.clone()).await, 202);
    assert_eq!(restore(writable.to_string(), slice.clone()).await, 409);
    assert_eq!(api.post(&format!("/images/snapshots/{slice}/create"), named("x")).await.status, 409);
    let done = api.sandbox.store().machines(P)[0].restores.clone();
    assert_eq!((done.len(), &done[0].from, done[0].from_backup), (1, &writable.to_string(), false));
    api.pass();
    assert_eq!(restore(writable.to_string(), slice).await, 202);
}

#[tokio::test]
async fn backups_are_created_retained_and_restored() {
    let api = Api::syminet().await;
    let (slice, other) = (vm(&api, 0), vm(&api, 1));
    let rows = api.get(&format!("/backups/{slice}")).await.rows();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row["name"] == "automatic"));
    assert_eq!(api.get(&format!("/backups/{other}")).await.rows().len(), 0);
    assert_eq!(api.get("/backups/1").await.status, 404);

    let backup = &rows[0]["backup_id"];
    let restored = api.send("POST", &format!("/backups/{slice}/restore/{backup}"), None).await;
    assert_eq!(restored.status, 202);
    assert!(api.sandbox.store().machines(P)[0].restores[0].from_backup);
    assert_eq!(api.send("POST", &format!("/backups/{slice}/restore/{backup}"), None).await.status, 409);
    assert_eq!(api.send("POST", &format!("/backups/{other}/restore/{backup}"), None).await.status, 404);

    // Three days later there is a new one and the oldest is gone; years later, there are still three.
    for days in [3, 3000] {
        api.sandbox.advance(Duration::from_secs(days * 86_400));
        let later = api.get(&format!("/backups/{slice}")).await.rows();
        assert_eq!(later.len(), 3);
        assert_ne!(later[2], rows[2]);
        assert_eq!(api.sandbox.store().backups(P).iter().filter(|row| row.machine == slice).count(), 3);
    }
}

#[tokio::test]
async fn backups_cannot_be_re_enabled_for_72_hours() {
    let api = Api::syminet().await;
    let slice = vm(&api, 0);
    let (enable, disable) = (format!("/backups/{slice}/backups/enable"), format!("/backups/{slice}/backups/disable"));
    assert_eq!(api.get(&enable).await.status, 202);
    assert_eq!(api.get(&disable).await.status, 202);
    assert_eq!(api.get(&disable).await.status, 202);
    let refused = api.get(&enable).await;
    let message = refused.json()["error"].as_str().unwrap().to_owned();
    assert_eq!(refused.status, 409);
    assert!(message.contains("cannot be re-enabled before 20"), "{message}");
    api.sandbox.advance(Duration::from_secs(72 * 3600 - 60));
    assert_eq!(api.get(&enable).await.status, 409);
    api.sandbox.advance(Duration::from_secs(120));
    assert_eq!(api.get(&enable).await.status, 202);
    // Backups of a read-only slice cannot be enabled or disabled.
    assert_eq!(api.get(&format!("/backups/{}/backups/disable", vm(&api, 2))).await.status, 403);
}

#[tokio::test]
async fn invalid_requests_are_rejected_and_recorded() {
    let api = Api::syminet().await;
    let create = format!("/images/snapshots/{}/create", vm(&api, 0));
    assert_eq!(api.post(&create, named("")).await.status, 422);
    assert_eq!(api.post(&create, named("   ")).await.status, 422);
    assert_eq!(api.post(&create, json!({})).await.status, 422);
    assert_eq!(api.post(&create, json!({ "snapshot_name": 5 })).await.status, 422);
    let malformed = api.request("POST", &create).header("content-type", "application/json").body("{").send().await;
    assert_eq!(malformed.unwrap().status(), 422);
    assert_eq!(api.send("POST", &create, None).await.status, 422);
    for no_id in ["x", "0", "9223372036854775808"] {
        assert_eq!(api.post(&format!("/images/snapshots/{no_id}/create"), named("x")).await.status, 404, "{no_id}");
    }
    assert_eq!(api.post("/images/snapshots/1/create", named("x")).await.status, 404);
    assert_eq!(api.sandbox.store().snapshots(P).len(), 4);
    let violations = api.sandbox.violations();
    assert_eq!(violations.len(), 8, "{violations:#?}");
    assert!(violations.iter().all(|violation| violation.side == Side::Request));
}

#[tokio::test]
async fn custom_faults_imitate_possible_vendor_behavior() {
    let api = Api::syminet().await;
    let slice = vm(&api, 0);
    let create = format!("/images/snapshots/{slice}/create");
    let with = |fault: &str| api.sandbox.inject(format!("custom:{fault}*1").parse::<Fault>().unwrap());

    with("decorate");
    assert_eq!(api.post(&create, named("deco")).await.status, 202);
    let rows = api.get("/images").await.rows();
    assert!(rows.iter().any(|row| row["name"].as_str().unwrap().starts_with("deco-1")), "{rows:?}");

    with("late-row=60");
    assert_eq!(api.post(&create, named("late")).await.status, 202);
    assert!(row(&api, "late").await.is_none());
    assert_eq!(api.sandbox.store().snapshots(P).len(), 6);
    api.sandbox.advance(Duration::from_secs(61));
    assert!(row(&api, "late").await.is_some());

    with("vanish");
    assert_eq!(api.post(&create, named("vanished")).await.status, 202);
    assert_eq!(api.sandbox.store().snapshots_ever(P).len(), 6);

    with("fail");
    assert_eq!(api.post(&create, named("failing")).await.status, 202);
    assert!(row(&api, "failing").await.is_some());
    api.pass();
    assert!(row(&api, "failing").await.is_none());

    with("busy");
    assert_eq!(api.post(&create, named("busy")).await.status, 409);
    assert_eq!(api.post(&create, named("plain")).await.status, 202);
}

#[tokio::test]
async fn every_documented_operation_is_implemented() {
    let api = Api::syminet().await;
    let snapshot = api.get("/images").await.rows()[0]["id"].to_string();
    let backup = api.get(&format!("/backups/{}", vm(&api, 0))).await.rows()[0]["backup_id"].to_string();
    for operation in spec::operations(P) {
        let path = operation.path.replace("{slice_id}", &vm(&api, 0)).replace("{snapshot_id}", &snapshot);
        let path = path.replace("{backup_id}", &backup);
        let body = ["create_snapshot", "rename_snapshot"].contains(&operation.id).then(|| named("x"));
        let response = api.send(operation.method, &path, body).await;
        assert!(response.status < 300, "{}: {response:?}", operation.id);
        // The effects of one operation must not interfere with the next.
        api.pass();
        if operation.id == "create_snapshot" {
            assert_eq!(api.sandbox.store().snapshots(P).len(), 5);
        }
    }
    let called: BTreeSet<_> = api.sandbox.requests().into_iter().filter_map(|request| request.operation).collect();
    assert_eq!(called.len(), spec::operations(P).len());
    assert_eq!(api.sandbox.violations(), []);
}
