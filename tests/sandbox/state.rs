//! The state file: it outlives the sandbox, is shared using a lock, and is reported if it is corrupt.

use std::fs::{self, File};
use std::time::{Duration, Instant};

use cloudsnap::sandbox::{Sandbox, SandboxError, embedded};
use cloudsnap::spec::Provider;
use serde_json::json;

use super::{Api, DELAY};

const P: Provider = Provider::Syminet;

async fn api(file: &std::path::Path) -> Api {
    Api::start(P, Sandbox::builder(P).delay(DELAY).state(file)).await
}

async fn create(api: &Api, name: &str) {
    let vm = &api.sandbox.store().machines(P)[0].id;
    let created = api.post(&format!("/images/snapshots/{vm}/create"), json!({ "snapshot_name": name })).await;
    assert_eq!(created.status, 202);
}

#[tokio::test]
async fn changes_and_the_clock_outlive_the_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deep/below/state.json");
    let first = api(&file).await;
    create(&first, "kept").await;
    first.sandbox.shutdown().await;

    let second = api(&file).await;
    let row = second.get("/images").await.rows().pop().unwrap();
    assert_eq!((&row["name"], &row["in_progress"]), (&json!("kept"), &json!(true)));
    second.pass();
    let then = second.sandbox.store().now();
    second.sandbox.shutdown().await;

    let third = api(&file).await;
    assert_eq!(third.get("/images").await.rows().pop().unwrap()["in_progress"], json!(null));
    assert!(third.sandbox.store().now() >= then);
    let left: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "only the state file and its lock: {left:?}");
}

#[tokio::test]
async fn two_sandboxes_share_a_file_without_losing_anything() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let (one, two) = (api(&file).await, api(&file).await);
    let before = one.sandbox.store().snapshots(P).len();
    let work = |api: &'static str, which: &Api| {
        let names: Vec<_> = (0..10).map(|n| format!("{api}-{n}")).collect();
        let vm = which.sandbox.store().machines(P)[0].id.clone();
        let url = which.url(&format!("/images/snapshots/{vm}/create"));
        let http = which.http.clone();
        async move {
            for name in names {
                let request = http.post(&url).bearer_auth("sandbox-token").json(&json!({ "snapshot_name": name }));
                assert_eq!(request.send().await.unwrap().status(), 202);
            }
        }
    };
    tokio::join!(work("one", &one), work("two", &two));
    let all = two.sandbox.store().snapshots(P);
    assert_eq!(all.len(), before + 20);
    assert_eq!(one.sandbox.store().snapshots(P), all);
}

#[tokio::test]
async fn a_corrupt_file_is_reported_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let version = json!({ "version": 999, "offset": "PT0S", "shelves": {} }).to_string();
    for content in ["", "{", "[]", "\u{0}\u{1}", version.as_str()] {
        fs::write(&file, content).unwrap();
        let error = Sandbox::builder(P).state(&file).start().await.unwrap_err();
        assert!(matches!(error, SandboxError::Corrupt { .. }), "{error:?}");
        let text = error.to_string();
        assert!(text.contains(file.to_str().unwrap()) && text.contains("delete the file"), "{text}");
        assert_eq!(fs::read(&file).unwrap(), content.as_bytes());
    }
}

#[tokio::test]
async fn later_corruption_is_reported_in_the_response() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let api = api(&file).await;
    fs::write(&file, "{").unwrap();
    let response = api.get("/images").await;
    assert_eq!(response.status, 500);
    assert!(response.json()["error"].as_str().unwrap().contains("state.json"));
    assert_eq!(api.sandbox.store().snapshots(P).len(), 4);
    fs::remove_file(&file).unwrap();
    assert_eq!(api.get("/images").await.status, 200);
}

#[tokio::test]
async fn a_lock_held_elsewhere_is_waited_for_and_then_reported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let lock = File::create(folder.path().join("state.json.lock")).unwrap();
    lock.lock().unwrap();
    let began = Instant::now();
    let wait = Duration::from_millis(200);
    let error = Sandbox::builder(P).state(&file).lock_wait(wait).start().await.unwrap_err();
    assert!(began.elapsed() >= wait && began.elapsed() < Duration::from_secs(5));
    assert!(error.to_string().contains("state.json.lock"), "{error}");

    let starting = tokio::spawn(Sandbox::builder(P).state(&file).lock_wait(Duration::from_secs(20)).start());
    tokio::time::sleep(wait).await;
    assert!(!starting.is_finished());
    drop(lock);
    starting.await.unwrap().unwrap();
}

#[tokio::test]
async fn the_embedded_sandbox_saves_its_state_in_the_directory() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("cloudsnap");
    let first = embedded(&state).await.unwrap();
    assert!(first.addr().ip().is_loopback());
    let ids = |sandbox: &Sandbox| sandbox.store().snapshots(P).into_iter().map(|row| row.id).collect::<Vec<_>>();
    let known = ids(&first);
    first.shutdown().await;
    assert!(state.join("sandbox.json").is_file());
    assert_eq!(ids(&embedded(&state).await.unwrap()), known);
}
