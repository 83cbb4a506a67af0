//! Lists: whole, also while entries come and go; credentials in either header.

use std::collections::HashSet;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, ErrorKind, ListSnapshots, SnapshotId};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::world::{MINUTE, NORTH, PROVIDER, World, client, lenient, quick, token};

#[tokio::test]
async fn a_whole_list_comes_in_pages_of_a_hundred() {
    let world = World::of(Sandbox::builder(PROVIDER).snapshots(250)).await;
    let ids: HashSet<_> = world.all().await.into_iter().map(|snapshot| snapshot.id.to_string()).collect();
    assert_eq!(ids.len(), 250);
    let asked: Vec<_> = world.sandbox.requests().into_iter().map(|seen| seen.path).collect();
    let base = "/genesiscloud/compute/v1/snapshots";
    assert_eq!(asked, [1, 2, 3].map(|page| format!("{base}?page={page}&per_page=100")));
    world.holds_the_contract();
}

#[tokio::test]
async fn instances_come_in_pages_too() {
    let world = World::of(Sandbox::builder(PROVIDER).vms(130)).await;
    let vms: Vec<_> = world.client.vms().try_collect().await.unwrap();
    let ids: HashSet<_> = vms.iter().map(|vm| vm.id.clone()).collect();
    assert_eq!((vms.len(), ids.len()), (130, 130));
    assert!(vms.iter().all(|vm| vm.status.as_deref() == Some("active") && vm.region.is_some()));
    world.holds_the_contract();
}

/// Entries that are deleted on the way move those behind them onto pages that were read already.
#[tokio::test]
async fn what_is_deleted_on_the_way_loses_no_other() {
    let world = World::of(Sandbox::builder(PROVIDER).snapshots(150)).await;
    let list = ListSnapshots::default();
    let first = world.client.snapshots_page(&list, None).await.unwrap();
    assert_eq!((first.items.len(), first.total), (100, Some(150)));
    let generated = world.client.as_genesiscloud().unwrap();
    let gone: Vec<SnapshotId> = first.items.iter().take(30).map(|snapshot| snapshot.id.clone()).collect();
    for id in &gone {
        generated.delete_snapshot().snapshot_id(id.as_str()).send().await.unwrap();
    }
    world.sandbox.advance(MINUTE);
    let mut seen: HashSet<_> = first.items.into_iter().map(|snapshot| snapshot.id).collect();
    let mut next = first.next;
    while next.is_some() {
        let page = world.client.snapshots_page(&list, next).await.unwrap();
        seen.extend(page.items.into_iter().map(|snapshot| snapshot.id));
        next = page.next;
    }
    let left = world.sandbox.store().snapshots(PROVIDER);
    assert_eq!(left.len(), 120);
    let lost: Vec<_> = left.iter().filter(|row| !seen.contains(&SnapshotId::new(&row.id).unwrap())).collect();
    assert!(lost.is_empty(), "{} of 120 are not listed", lost.len());
}

fn entries(range: std::ops::Range<usize>) -> Value {
    let created = "2025-06-11T08:14:52.317Z";
    let entry =
        |n| json!({ "id": format!("s{n}"), "name": "n", "region": NORTH, "status": "created", "created_at": created });
    range.map(entry).collect()
}

/// What the client lists, and how many requests it makes, where the pages and their `total_count` are these.
async fn listed(pages: &[(std::ops::Range<usize>, i64)]) -> (usize, usize) {
    let server = MockServer::start_async().await;
    let mut mocks = Vec::new();
    for (at, (range, total)) in pages.iter().enumerate() {
        let body = json!({
            "snapshots": entries(range.clone()), "total_count": total, "page": at + 1, "per_page": 100
        });
        let mock = server.mock_async(|when, then| {
            when.path("/snapshots").query_param("page", (at + 1).to_string());
            then.status(200).json_body(body);
        });
        mocks.push(mock.await);
    }
    let found: Vec<_> = lenient(server.base_url()).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let mut asked = 0;
    for mock in &mocks {
        asked += mock.calls_async().await;
    }
    (found.len(), asked)
}

#[tokio::test]
async fn a_list_ends_by_its_total_or_an_empty_page() {
    assert_eq!(listed(&[(0..100, 150), (100..150, 150)]).await, (150, 2), "as it should be");
    assert_eq!(listed(&[(0..0, 0)]).await, (0, 1), "nothing");
    assert_eq!(listed(&[(0..100, 100)]).await, (100, 1), "a full last page");
    assert_eq!(listed(&[(0..100, 150), (100..160, 160)]).await, (160, 2), "ten more on the way");
    assert_eq!(listed(&[(0..50, 120), (50..100, 120), (100..120, 120)]).await, (120, 3), "pages capped at fifty");
    assert_eq!(listed(&[(0..100, 0), (100..130, 0), (0..0, 0)]).await, (130, 3), "a total that is wrong");
    assert_eq!(listed(&[(0..100, 500), (100..130, 500), (0..0, 500)]).await, (130, 3), "a total that is too large");
    assert_eq!(listed(&[(0..100, 110), (90..110, 110), (0..0, 110)]).await, (110, 3), "ten that moved show once");
}

#[tokio::test]
async fn a_page_that_comes_again_and_again_is_an_error() {
    let server = MockServer::start_async().await;
    let body = json!({ "snapshots": entries(0..100), "total_count": 300, "page": 1, "per_page": 100 });
    server
        .mock_async(|when, then| {
            when.path("/snapshots");
            then.status(200).json_body(body);
        })
        .await;
    let list = lenient(server.base_url()).snapshots(ListSnapshots::default());
    let error = list.try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Contract, "{error}");
}

#[tokio::test]
async fn the_token_goes_in_either_header() {
    let world = World::start().await;
    let base_url = || world.sandbox.base_url(PROVIDER);
    let token = || token(&world.sandbox);
    for auth in [Auth::token(token()), Auth::Bearer(token().into()), Auth::XAuthToken(token().into())] {
        let client = client(base_url(), auth, quick());
        assert_eq!(client.snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await.unwrap().len(), 4);
    }
    let wrong = client(base_url(), Auth::XAuthToken("another-token".into()), quick());
    let error = wrong.snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Unauthorized, Some("00000")));
    let basic = cloudsnap::Client::builder(PROVIDER).auth(Auth::basic("me", "secret")).build().unwrap_err();
    assert_eq!(basic.kind(), ErrorKind::Config);

    // The words on the wire.
    for (auth, name, value) in [
        (Auth::token("t-1234"), "authorization", "Bearer t-1234"),
        (Auth::XAuthToken("t-1234".into()), "x-auth-token", "t-1234"),
    ] {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.path("/snapshots").header(name, value);
                then.status(200).json_body(json!({"snapshots": [], "total_count": 0, "page": 1, "per_page": 100}));
            })
            .await;
        let client = client(server.base_url(), auth, quick());
        assert!(client.snapshots(ListSnapshots::default()).try_next().await.unwrap().is_none());
        mock.assert_async().await;
    }
}
