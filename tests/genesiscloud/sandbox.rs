//! The sandbox's own part: every operation is played, and the traps of the wire are there.

use cloudsnap::contract::{Contract, ExamplePlace};
use cloudsnap::sandbox::{Sandbox, Side};
use cloudsnap::spec;
use serde_json::{Value, json};

use crate::world::{MINUTE, NORTH, PROVIDER, SOUTH, World};

impl World {
    /// A raw call: the status and the body.
    async fn raw(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let answer = self.lenient().request(method, path, body.as_ref()).await.unwrap();
        (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap_or(Value::Null))
    }
}

#[tokio::test]
async fn every_operation_is_played() {
    let world = World::of(Sandbox::builder(PROVIDER).snapshots(12)).await;
    let examples = Contract::of(PROVIDER).examples();
    // One for each operation: a deletion comes among them.
    let snapshots = world.all().await;
    for (operation, snapshot) in spec::operations(PROVIDER).iter().zip(snapshots) {
        let path =
            operation.path.replace("{snapshot_id}", snapshot.id.as_str()).replace("{instance_id}", world.vm.as_str());
        let of_request = |example: &&cloudsnap::contract::Example| {
            example.operation == operation.id && matches!(example.place, ExamplePlace::Request)
        };
        let mut body = examples.iter().find(of_request).map(|example| example.value.clone());
        if operation.id == "create_instance" {
            let fields = body.as_mut().unwrap();
            (fields["image"], fields["region"]) = (json!(snapshot.id.as_str()), json!(snapshot.region));
        }
        let (status, answer) = world.raw(operation.method, &path, body).await;
        assert!((200..300).contains(&status), "{}: {status} {answer}", operation.id);
    }
    world.holds_the_contract();
}

#[tokio::test]
async fn bodies_vary_as_the_facts_say() {
    let world = World::start().await;
    let (_, list) = world.raw("GET", "/snapshots", None).await;
    let rows = list["snapshots"].as_array().unwrap();
    let (older, newer): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.get("updated_at").is_none());
    assert_eq!((older.len(), newer.len()), (1, 3), "{list}");
    assert!(older[0]["resource_id"].is_string() && older[0].get("os_type").is_none());
    assert!(newer.iter().any(|row| row["source_snapshot_id"].is_string()));
    assert!(newer.iter().any(|row| row["source_instance_id"].is_string()));
    assert!(newer.iter().any(|row| row["resource_id"] == ""), "an import");
    assert_eq!((&list["total_count"], &list["page"], &list["per_page"]), (&json!(4), &json!(1), &json!(50)));

    let import = json!({"name": "a", "size": 20, "url": "https://images.example.com/a.raw", "region": NORTH});
    let (status, made) = world.raw("POST", "/snapshots", Some(import)).await;
    assert_eq!((status, made["snapshot"].get("size"), &made["snapshot"]["resource_id"]), (201, None, &json!("")));
    world.sandbox.advance(MINUTE);
    let path = format!("/snapshots/{}", made["snapshot"]["id"].as_str().unwrap());
    assert_eq!(world.raw("GET", &path, None).await.1["snapshot"]["size"], 20);
    world.holds_the_contract();
}

#[tokio::test]
async fn what_does_not_fit_is_refused_with_a_code_of_text() {
    let world = World::start().await;
    let snapshot = world.ready("golden").await;
    let base = json!({"name": "n", "hostname": "h", "type": "t", "image": snapshot.id.as_str(), "region": NORTH});
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
        let (found, answer) = world.raw(method, path, body.clone()).await;
        assert_eq!(found, status, "{method} {path} {body:?}: {answer}");
        assert!(status < 300 || answer["code"].is_string(), "{answer}");
    }
    let broken = world.sandbox.violations();
    assert!(broken.iter().all(|found| found.side == Side::Request), "{broken:#?}");
}
