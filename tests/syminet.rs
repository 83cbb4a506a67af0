//! Syminet's responses: the documented bodies, and every variation that a server might send.

#![cfg(all(feature = "syminet", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use cloudsnap::sandbox::{AcceptedBody, Credential, Sandbox};
use cloudsnap::{
    Auth, CallOptions, Client, CreateSnapshot, ErrorKind, ListSnapshots, Provider, RestoreTarget, SnapshotId,
    SnapshotRef, SnapshotStatus, VmId, WaitOptions,
};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::{Value, json};

const PAGE: &str = include_str!("fixtures/syminet/list_snapshots.json");
const OF_SLICE: &str = include_str!("fixtures/syminet/list_slice_snapshots.json");
const BACKUPS: &str = include_str!("fixtures/syminet/list_backups.json");

fn client(base_url: String) -> Client {
    Client::builder(Provider::Syminet).base_url(base_url).auth(Auth::token("a-test-token")).build().unwrap()
}

/// How the client decodes a body, as the response to each of the three lists.
async fn lists(page: &Value, of_slice: &Value, backups: &Value) -> (usize, usize, usize) {
    let server = MockServer::start_async().await;
    for (path, body) in [("/images", page), ("/images/snapshots/3247", of_slice), ("/backups/3247", backups)] {
        server
            .mock_async(|when, then| {
                when.path(path).header("authorization", "bearer a-test-token");
                then.status(200).json_body(body.clone());
            })
            .await;
    }
    let client = client(server.base_url());
    let vm = VmId::new("3247").unwrap();
    let account: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let slice: Vec<_> = client.snapshots(ListSnapshots::default().vm(vm.clone())).try_collect().await.unwrap();
    let backups = client.backups(&vm).await.unwrap();
    (account.len(), slice.len(), backups.len())
}

fn bodies() -> [Value; 3] {
    [PAGE, OF_SLICE, BACKUPS].map(|text| serde_json::from_str(text).unwrap())
}

#[tokio::test]
async fn documented_bodies_decode_and_list() {
    let [page, of_slice, backups] = bodies();
    assert_eq!(lists(&page, &of_slice, &backups).await, (2, 2, 3));
}

#[tokio::test]
async fn documented_bodies_match_the_document() {
    use cloudsnap::contract::Contract;
    let contract = Contract::of(Provider::Syminet);
    for (id, body) in ["list_snapshots", "list_slice_snapshots", "list_backups"].into_iter().zip(bodies()) {
        let operation = contract.operation(id).unwrap();
        let check = |body: &Value| {
            contract.check_response(operation, 200, Some("application/json"), body.to_string().as_bytes())
        };
        assert!(check(&body).is_empty(), "{id}: {:?}", check(&body));
        let mut broken = body.clone();
        broken["data"][0]["name"] = json!(7);
        assert!(
            check(&broken).iter().any(cloudsnap::contract::Finding::is_violation),
            "{id} must refuse a number as a name"
        );
    }
}

/// Each optional field: null, absent or unusual; and unknown fields.
#[tokio::test]
async fn variations_decode_and_list() {
    let odd = [
        ("in_progress", vec![json!(true), json!(1), json!("yes"), json!({"step": 2})]),
        ("progress", vec![json!(40), json!("40%"), json!([1]), json!(false)]),
        ("legacy", vec![json!(0), json!("old")]),
        ("vm_deleted", vec![json!(true), json!("2025-01-01")]),
        ("perms", vec![json!("rx")]),
        ("region", vec![json!("NYC9")]),
        ("created", vec![json!("yesterday"), json!("")]),
        ("duration", vec![json!("1h 02m"), json!("")]),
    ];
    let printed = bodies();
    for place in 0..3 {
        let fields: Vec<String> = printed[place]["data"][0].as_object().unwrap().keys().cloned().collect();
        for field in fields.iter().filter(|field| !matches!(field.as_str(), "id" | "backup_id" | "name" | "created")) {
            for absent in [false, true] {
                let mut bodies = printed.clone();
                let entry = bodies[place]["data"][0].as_object_mut().unwrap();
                if absent {
                    entry.remove(field);
                } else {
                    entry.insert(field.clone(), Value::Null);
                }
                let [page, of_slice, backups] = bodies;
                assert_eq!(lists(&page, &of_slice, &backups).await, (2, 2, 3), "{field} null or absent");
            }
        }
        let mut bodies = printed.clone();
        bodies[place]["data"][0]["nobody_has_seen_this"] = json!({"a": [1]});
        bodies[place]["neither_this"] = json!(true);
        let [page, of_slice, backups] = bodies;
        assert_eq!(lists(&page, &of_slice, &backups).await, (2, 2, 3));
    }
    for (field, values) in odd {
        for value in values {
            let mut page = printed[0].clone();
            page["data"][1][field] = value.clone();
            assert_eq!(lists(&page, &printed[1], &printed[2]).await, (2, 2, 3), "{field}: {value}");
        }
    }
}

/// The page beyond the last one is empty: a count that equals the page size does not prove the end.
async fn nothing_on(server: &MockServer, page: &str) {
    server
        .mock_async(|when, then| {
            when.path("/images").query_param("page", page);
            then.status(200).json_body(json!({"data": [], "page": 9, "pages": 1, "results": 2}));
        })
        .await;
}

#[tokio::test]
async fn entries_are_mapped_to_snapshots() {
    let server = MockServer::start_async().await;
    nothing_on(&server, "2").await;
    let mut page = bodies()[0].clone();
    page["data"][1]["in_progress"] = json!(true);
    page["data"][1]["created"] = json!("yesterday");
    let mock = server
        .mock_async(|when, then| {
            when.path("/images").query_param("page", "1");
            then.status(200).json_body(page);
        })
        .await;
    let all: Vec<_> = client(server.base_url()).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    mock.assert_async().await;
    let [first, second] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(
        serde_json::to_value(first).unwrap(),
        json!({
            "id": "14901", "name": "11test1-3247-173049603", "description": null, "status": "ready", "provider_status": null,
            "vm": {"id": "3247", "name": "11test1-3247.com"}, "size": {"value": 21, "unit": null}, "region": "SFO1",
            "labels": null, "created_at": "2025-02-04T10:19:36.925397Z", "provider": "syminet",
        })
    );
    assert_eq!(first.raw["vm_user_id"], 1423);
    assert_eq!((second.status, second.created_at), (SnapshotStatus::Creating, None));
    assert_eq!(second.created_at_text.as_deref(), Some("yesterday"));
}

#[tokio::test]
async fn both_pages_are_read_and_an_empty_page_ends_a_list_with_a_false_count() {
    let server = MockServer::start_async().await;
    let printed = bodies()[0].clone();
    for (number, entries, pages) in [(1, &printed["data"][0], 3), (2, &printed["data"][1], 3)] {
        let body = json!({"data": [entries], "page": number, "pages": pages, "results": 2});
        server
            .mock_async(|when, then| {
                when.path("/images").query_param("page", number.to_string());
                then.status(200).json_body(body);
            })
            .await;
    }
    let empty = server
        .mock_async(|when, then| {
            when.path("/images").query_param("page", "3");
            then.status(200).json_body(json!({"data": [], "page": 3, "pages": 9, "results": 2}));
        })
        .await;
    let all: Vec<_> = client(server.base_url()).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    assert_eq!(all.iter().map(|snapshot| snapshot.id.as_str()).collect::<Vec<_>>(), ["14901", "15258"]);
    empty.assert_calls_async(1).await;
}

/// `pages` is less than the number of pages.
#[tokio::test]
async fn a_page_count_that_is_too_low_truncates_nothing() {
    let server = MockServer::start_async().await;
    nothing_on(&server, "3").await;
    let printed = bodies()[0].clone();
    for number in [1, 2] {
        let body = json!({"data": [&printed["data"][number - 1]], "page": number, "pages": 1, "results": 2});
        server
            .mock_async(|when, then| {
                when.path("/images").query_param("page", number.to_string());
                then.status(200).json_body(body);
            })
            .await;
    }
    let all: Vec<_> = client(server.base_url()).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    assert_eq!(all.len(), 2);
}

#[tokio::test]
async fn a_missing_or_mistyped_field_is_named() {
    let mut mistyped = bodies()[0].clone();
    mistyped["data"][1]["id"] = json!("15258");
    let mut missing = bodies()[0].clone();
    missing["data"][1].as_object_mut().unwrap().remove("id");
    for page in [mistyped, missing] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.path("/images");
                then.status(200).json_body(page);
            })
            .await;
        let error = client(server.base_url()).snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Decode, Some("list_snapshots")));
        assert!(error.to_string().contains("(/data/1/id)"), "{error}");
        assert!(!error.may_have_taken_effect(), "a read changes nothing");
    }
}

fn on(sandbox: &Sandbox) -> Client {
    let options = CallOptions::default().timeout(Duration::from_secs(8));
    let builder = Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet));
    builder.auth(sandbox.credential(Provider::Syminet)).options(options).build().unwrap()
}

fn waiting() -> WaitOptions {
    WaitOptions::default()
        .timeout(Duration::from_secs(8))
        .interval(Duration::from_millis(20), Duration::from_millis(50))
}

/// The body of the 202 is unknown: the new snapshot is found in the list.
#[tokio::test]
async fn any_body_of_an_accepted_create_is_accepted() {
    for body in [AcceptedBody::Empty, AcceptedBody::Json, AcceptedBody::Text] {
        let sandbox = Sandbox::builder(Provider::Syminet)
            .delay(Duration::from_secs(5))
            .accepted_body(body)
            .start()
            .await
            .unwrap();
        let client = on(&sandbox);
        let vm: VmId = sandbox.store().machines(Provider::Syminet)[0].id.parse().unwrap();
        let operation = client.create_snapshot(CreateSnapshot::new(vm, "nightly")).await.unwrap();
        sandbox.advance(Duration::from_secs(6));
        let snapshot = operation.wait(waiting()).await.unwrap();
        assert_eq!(snapshot.name.as_deref(), Some("nightly"));
    }
}

/// `ro` on either side and snapshots of another machine are refused before anything is sent.
#[tokio::test]
async fn a_restore_that_the_server_would_refuse_is_not_sent() {
    let sandbox = Sandbox::builder(Provider::Syminet).start().await.unwrap();
    let client = on(&sandbox);
    let all: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let raw =
        |snapshot: &cloudsnap::Snapshot, key: &str| snapshot.raw.get(key).and_then(Value::as_str).map(str::to_owned);
    let read_only =
        all.iter().find(|snapshot| raw(snapshot, "perms").as_deref() == Some("ro")).expect("one is read-only");
    let own = read_only.vm.id.clone().unwrap();
    let refuse = async |id: SnapshotId, vm: VmId| {
        client.restore_snapshot(SnapshotRef::new(id), RestoreTarget::InPlace(vm)).await.map(drop).unwrap_err()
    };
    let error = refuse(read_only.id.clone(), own).await;
    assert_eq!(error.kind(), ErrorKind::Forbidden, "{error}");
    let other = all.iter().find(|snapshot| snapshot.vm.id != all[0].vm.id && snapshot.vm.id.is_some()).unwrap();
    let error = refuse(all[0].id.clone(), other.vm.id.clone().unwrap()).await;
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    let sent: Vec<_> = sandbox.requests().into_iter().filter(|seen| seen.method != "GET").collect();
    assert!(sent.is_empty(), "{sent:?}");
}

#[tokio::test]
async fn the_generated_client_does_everything_documented() {
    let sandbox = Sandbox::builder(Provider::Syminet).start().await.unwrap();
    let generated = on(&sandbox).as_syminet().unwrap();
    let page = generated.list_snapshots().send().await.unwrap();
    assert!(!page.data.is_empty());
    let error: cloudsnap::Error = generated.list_slice_snapshots().slice_id(999_999).send().await.unwrap_err().into();
    assert_eq!((error.kind(), error.status()), (ErrorKind::NotFound, Some(404)), "{error}");
    assert_eq!(error.provider(), Some(Provider::Syminet));
}

/// An invalid ID from a caller is refused before anything is sent.
#[tokio::test]
async fn ids_that_are_not_numeric_are_refused_before_sending() {
    let sandbox = Sandbox::builder(Provider::Syminet).start().await.unwrap();
    let client = on(&sandbox);
    for text in ["0", "007", "1e3", "abc", "9223372036854775808"] {
        let error = client.create_snapshot(CreateSnapshot::new(VmId::new(text).unwrap(), "n")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        let error = client.delete_snapshot(SnapshotId::new(text).unwrap()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    }
    assert!(sandbox.requests().is_empty());
}

/// The first delete arrived and its response was lost; the second finds nothing: the snapshot is gone, as requested.
#[tokio::test]
async fn a_delete_that_is_not_found_on_retry_is_done() {
    let sandbox = Sandbox::builder(Provider::Syminet)
        .delay(Duration::ZERO)
        .fault("reset-after@delete_snapshot*1".parse().unwrap())
        .start()
        .await
        .unwrap();
    let client = on(&sandbox);
    let all: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let mine = all.iter().find(|snapshot| snapshot.raw.get("perms") == Some(&json!("rw"))).unwrap();
    let deleted = client.delete_snapshot(mine.id.clone()).await.unwrap().wait(waiting()).await.unwrap();
    assert_eq!(deleted.id, mine.id.to_string());
    let seen = sandbox.requests();
    let tries = seen.iter().filter(|seen| seen.operation == Some("delete_snapshot")).map(|seen| seen.status);
    assert_eq!(tries.collect::<Vec<_>>(), [None, Some(404)]);
}

/// The old snapshot of a rotation was deleted elsewhere; a lagging server shows it after the baseline was recorded.
#[tokio::test]
async fn deleted_snapshots_on_a_lagging_list_are_not_new() {
    let sandbox = Sandbox::builder(Provider::Syminet).delay(Duration::from_secs(5)).start().await.unwrap();
    let Credential::Token(token) = sandbox.credential(Provider::Syminet) else { panic!("no token") };
    let builder =
        Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet)).auth(Auth::token(&*token));
    let client = builder.timeout(Duration::from_secs(3)).build().unwrap();
    let old = sandbox.store().snapshots(Provider::Syminet).remove(0);
    let vm = cloudsnap::VmId::new(old.machine.unwrap()).unwrap();
    let id: i64 = old.id.parse().unwrap();
    client.as_syminet().unwrap().delete_snapshot().snapshot_id(id).send().await.unwrap();
    sandbox.advance(Duration::from_secs(60));
    let prepared = client.prepare(cloudsnap::CreateSnapshot::new(vm, old.name)).await.unwrap();
    sandbox.inject("stale-list:70@safe*1".parse().unwrap());
    let operation = prepared.submit().await.unwrap();
    let first = operation.poll().await.unwrap();
    assert_eq!(first, cloudsnap::OperationState::Pending, "the old one is not the new one");
    sandbox.advance(Duration::from_secs(60));
    let made = operation.wait(cloudsnap::WaitOptions::default()).await.unwrap();
    assert_ne!(made.id.as_str(), old.id);
}
