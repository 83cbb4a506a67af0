//! The Genesis Cloud server: every operation is implemented, and the API's pitfalls are reproduced.

use std::time::Duration;

use cloudsnap::contract::{Contract, Example, ExamplePlace};
use cloudsnap::sandbox::{Fault, Sandbox, Side};
use cloudsnap::spec::{self, Provider};
use serde_json::{Value, json};

use super::{Api, DELAY, Response};

const P: Provider = Provider::GenesisCloud;
const NORTH: &str = "NORD-NO-KRS-1";
const SOUTH: &str = "EUC-DE-MUC-1";

async fn start() -> Api {
    Api::start(P, Sandbox::builder(P).delay(DELAY)).await
}

impl Response {
    /// The object in its envelope.
    fn object(&self) -> Value {
        let body = self.json();
        body.get("snapshot").or_else(|| body.get("instance")).unwrap_or_else(|| panic!("{self:?}")).clone()
    }
}

/// A snapshot of the first instance, ready.
async fn ready(api: &Api, name: &str) -> String {
    let vm = api.sandbox.store().machines(P)[0].id.clone();
    let made = api.post(&format!("/instances/{vm}/snapshots"), json!({ "name": name })).await.object();
    api.pass();
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_operation_is_implemented() {
    let api = Api::start(P, Sandbox::builder(P).snapshots(12)).await;
    let vm = api.sandbox.store().machines(P)[0].id.clone();
    let examples = Contract::of(P).examples();
    // One per operation: a deletion is among them.
    let snapshots = api.sandbox.store().snapshots(P);
    for (operation, snapshot) in spec::operations(P).iter().zip(snapshots) {
        let path = operation.path.replace("{snapshot_id}", &snapshot.id).replace("{instance_id}", &vm);
        let of_request =
            |example: &&Example| example.operation == operation.id && matches!(example.place, ExamplePlace::Request);
        let mut body = examples.iter().find(of_request).map(|example| example.value.clone());
        if operation.id == "create_instance" {
            let fields = body.as_mut().unwrap();
            (fields["image"], fields["region"]) = (json!(snapshot.id), json!(snapshot.region));
        }
        let response = api.send(operation.method, &path, body).await;
        assert!((200..300).contains(&response.status), "{}: {response:?}", operation.id);
    }
    assert_eq!(api.sandbox.violations(), []);
}

#[tokio::test]
async fn bodies_vary_as_documented() {
    let api = start().await;
    let list = api.get("/snapshots").await.json();
    let rows = list["snapshots"].as_array().unwrap();
    let (older, newer): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.get("updated_at").is_none());
    assert_eq!((older.len(), newer.len()), (1, 3), "{list}");
    assert!(older[0]["resource_id"].is_string() && older[0].get("os_type").is_none());
    assert!(newer.iter().any(|row| row["source_snapshot_id"].is_string()));
    assert!(newer.iter().any(|row| row["source_instance_id"].is_string()));
    assert!(newer.iter().any(|row| row["resource_id"] == ""), "an import");
    assert_eq!((&list["total_count"], &list["page"], &list["per_page"]), (&json!(4), &json!(1), &json!(50)));

    let import = json!({"name": "a", "size": 20, "url": "https://images.example.com/a.raw", "region": NORTH});
    let made = api.post("/snapshots", import).await;
    assert_eq!((made.status, made.object().get("size"), &made.object()["resource_id"]), (201, None, &json!("")));
    let path = format!("/snapshots/{}", made.object()["id"].as_str().unwrap());
    api.pass();
    assert_eq!(api.get(&path).await.object()["size"], 20);
    assert_eq!(api.sandbox.violations(), []);
}

/// Creating, copying and deleting take time and go through the vendor's statuses.
#[tokio::test]
async fn states_follow_the_clock() {
    let api = start().await;
    let vm = api.sandbox.store().machines(P)[0].id.clone();
    let body = json!({ "name": "mine", "replicated_region": SOUTH });
    let made = api.post(&format!("/instances/{vm}/snapshots"), body).await.object();
    assert_eq!((&made["status"], &made["region"]), (&json!("creating"), &json!(NORTH)));
    let path = format!("/snapshots/{}", made["id"].as_str().unwrap());
    let replica = api.get("/snapshots").await.json()["snapshots"][0].clone();
    assert_eq!((&replica["source_snapshot_id"], &replica["region"]), (&made["id"], &json!(SOUTH)));
    let early = api.post(&format!("{path}/clone"), json!({ "name": "copy", "region": SOUTH })).await;
    assert_eq!(early.status, 409);

    api.pass();
    assert_eq!(api.get(&path).await.object()["status"], "created");
    let of_replica = format!("/snapshots/{}", replica["id"].as_str().unwrap());
    assert_eq!(api.get(&of_replica).await.object()["status"], "creating", "a replica is ready after its original");
    api.pass();
    assert_eq!(api.get(&of_replica).await.object()["status"], "created");
    let renamed = api.send("PATCH", &path, Some(json!({ "name": "yours" }))).await.object();
    assert_eq!(renamed["name"], "yours");

    assert_eq!(api.send("DELETE", &path, None).await.status, 204);
    assert_eq!(api.get(&path).await.object()["status"], "pending_delete");
    assert_eq!(api.send("DELETE", &path, None).await.status, 204);
    api.sandbox.advance(DELAY * 3 / 4);
    assert_eq!(api.get(&path).await.object()["status"], "deleting");
    api.pass();
    assert_eq!(api.get(&path).await.status, 404);
    assert_eq!(api.send("DELETE", &path, None).await.status, 404);
    assert_eq!(api.sandbox.violations(), []);
}

#[tokio::test]
async fn custom_faults() {
    let api = start().await;
    let list = format!("/instances/{}/snapshots", api.sandbox.store().machines(P)[0].id);
    let inject = |text: &str| api.sandbox.inject(text.parse::<Fault>().unwrap());
    let make = async |name: &str| {
        let made = api.post(&list, json!({ "name": name })).await.object();
        format!("/snapshots/{}", made["id"].as_str().unwrap())
    };
    inject("custom:fail*1");
    let failed = make("failed").await;
    api.pass();
    assert_eq!(api.get(&failed).await.object()["status"], "error");
    inject("custom:vanish*1");
    assert_eq!(api.get(&make("vanished").await).await.status, 404);
    inject("custom:late-row=60*1");
    let late = make("late").await;
    assert_eq!(api.get(&late).await.status, 404);
    api.sandbox.advance(Duration::from_secs(61));
    assert_eq!(api.get(&late).await.object()["status"], "creating");
    api.pass();
    inject("custom:stuck*1");
    assert_eq!(api.send("DELETE", &late, None).await.status, 204);
    assert_eq!(api.get(&late).await.object()["status"], "created");
    inject("custom:no-replica*1");
    let before = api.sandbox.store().snapshots(P).len();
    api.post(&list, json!({ "name": "alone", "replicated_region": SOUTH })).await.object();
    assert_eq!(api.sandbox.store().snapshots(P).len(), before + 1);
    inject("custom:mismatch*1");
    let body = json!({"name": "n", "hostname": "h", "type": "t", "image": "debian-12", "region": NORTH});
    assert_eq!(api.post("/instances", body).await.json()["code"], "02035");
}

#[tokio::test]
async fn invalid_requests_are_rejected_with_a_string_code() {
    let api = start().await;
    let snapshot = ready(&api, "golden").await;
    let base = json!({"name": "n", "hostname": "h", "type": "t", "image": snapshot, "region": NORTH});
    let with = |changes: Value| {
        let mut body = base.clone();
        body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        Some(body)
    };
    for (method, path, body, status) in [
        ("POST", "/instances", with(json!({"region": SOUTH})), 400),
        ("POST", "/instances", with(json!({"ssh_keys": ["k"], "password": "Abcdefg1"})), 400),
        ("POST", "/instances", with(json!({"password": "abcdefg1"})), 400),
        ("POST", "/instances", with(json!({"password": "Abc1"})), 400),
        ("POST", "/instances", with(json!({"image": "no-such-image"})), 400),
        ("POST", "/instances", with(json!({"image": "ubuntu-24.04:2025"})), 201),
        ("GET", "/snapshots?per_page=101", None, 400),
        ("GET", "/snapshots?page=0", None, 400),
        ("GET", "/snapshots?page=9", None, 200),
        ("GET", "/snapshots/none", None, 404),
        ("GET", "/instances/none/snapshots", None, 404),
        (
            "POST",
            "/snapshots",
            Some(json!({"name": "n", "size": 0, "url": "https://x.example/a", "region": NORTH})),
            400,
        ),
    ] {
        let response = api.send(method, path, body.clone()).await;
        assert_eq!(response.status, status, "{method} {path} {body:?}: {response:?}");
        assert!(status < 300 || response.json()["code"].is_string(), "{response:?}");
    }
    let broken = api.sandbox.violations();
    assert!(broken.iter().all(|found| found.side == Side::Request), "{broken:#?}");
}
