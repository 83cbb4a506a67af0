//! Lists: complete, even while entries appear and disappear; credentials in either header.

use std::collections::HashSet;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, ErrorKind, ListSnapshots, SnapshotId};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::fixture::{Fixture, MINUTE, NORTH, PROVIDER, client, lenient, quick, token};

#[tokio::test]
async fn lists_are_read_in_pages_of_a_hundred() {
    let fixture = Fixture::of(Sandbox::builder(PROVIDER).snapshots(250)).await;
    let ids: HashSet<_> = fixture.all().await.into_iter().map(|snapshot| snapshot.id.to_string()).collect();
    assert_eq!(ids.len(), 250);
    let requested: Vec<_> = fixture.sandbox.requests().into_iter().map(|seen| seen.path).collect();
    let base = "/genesiscloud/compute/v1/snapshots";
    // The last page has a round number of entries and could be a full one; then the list is read again, for entries that may have moved.
    assert_eq!(requested, [1, 2, 3, 4, 1, 2, 3].map(|page| format!("{base}?page={page}&per_page=100")));
    fixture.assert_no_violations();
}

#[tokio::test]
async fn instances_are_read_in_pages() {
    let fixture = Fixture::of(Sandbox::builder(PROVIDER).vms(130)).await;
    let vms: Vec<_> = fixture.client.vms().try_collect().await.unwrap();
    let ids: HashSet<_> = vms.iter().map(|vm| vm.id.clone()).collect();
    assert_eq!((vms.len(), ids.len()), (130, 130));
    assert!(vms.iter().all(|vm| vm.status.as_deref() == Some("active") && vm.region.is_some()));
    fixture.assert_no_violations();
}

/// Deletes during a list move later entries to pages that have already been read.
#[tokio::test]
async fn a_delete_during_a_list_hides_no_other_entry() {
    let fixture = Fixture::of(Sandbox::builder(PROVIDER).snapshots(150)).await;
    let mut list = fixture.client.snapshots(ListSnapshots::default());
    let mut seen = HashSet::new();
    for _ in 0..100 {
        assert!(seen.insert(list.try_next().await.unwrap().unwrap().id));
    }
    let generated = fixture.client.as_genesiscloud().unwrap();
    let gone: Vec<SnapshotId> = seen.iter().take(30).cloned().collect();
    for id in &gone {
        generated.delete_snapshot().snapshot_id(id.as_str()).send().await.unwrap();
    }
    fixture.sandbox.advance(MINUTE);
    while let Some(snapshot) = list.try_next().await.unwrap() {
        assert!(seen.insert(snapshot.id), "each once");
    }
    let left = fixture.sandbox.store().snapshots(PROVIDER);
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

/// What the client lists, and how many requests it sends, for these pages and their `total_count`.
async fn listed(pages: &[(std::ops::Range<usize>, i64)]) -> (Result<usize, ErrorKind>, usize) {
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
    let found = lenient(server.base_url()).snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await;
    let mut requested = 0;
    for mock in &mocks {
        requested += mock.calls_async().await;
    }
    (found.map(|found| found.len()).map_err(|error| error.kind()), requested)
}

#[tokio::test]
async fn a_list_ends_by_its_total_or_an_empty_page() {
    // A list of several pages is read twice, except for what is beyond its end.
    assert_eq!(listed(&[(0..100, 151), (100..151, 151)]).await, (Ok(151), 4), "as it should be");
    assert_eq!(listed(&[(0..0, 0)]).await, (Ok(0), 1), "nothing");
    assert_eq!(listed(&[(0..99, 99)]).await, (Ok(99), 1), "a page that is not full");
    assert_eq!(listed(&[(0..100, 100), (0..0, 100)]).await, (Ok(100), 2), "a full last page");
    assert_eq!(
        listed(&[(0..100, 100), (100..107, 100), (0..0, 100)]).await,
        (Ok(107), 5),
        "a page's length for a total"
    );
    assert_eq!(listed(&[(0..100, 150), (100..161, 161)]).await, (Ok(161), 4), "eleven more during the list");
    assert_eq!(listed(&[(0..50, 121), (50..100, 121), (100..121, 121)]).await, (Ok(121), 6), "pages capped at fifty");
    assert_eq!(listed(&[(0..100, 0), (100..131, 0), (0..0, 0)]).await, (Ok(131), 5), "a wrong total");
    let empty = (0..0, 500);
    assert_eq!(
        listed(&[(0..100, 500), (100..131, 500), empty]).await,
        (Err(ErrorKind::Contract), 4),
        "below the total"
    );
    let moved = listed(&[(0..100, 111), (90..111, 111), (0..0, 111)]).await;
    assert_eq!(moved, (Ok(111), 6), "ten that moved show once");
}

#[tokio::test]
async fn a_page_that_repeats_forever_is_an_error() {
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
async fn the_token_can_be_sent_in_either_header() {
    let fixture = Fixture::start().await;
    let base_url = || fixture.sandbox.base_url(PROVIDER);
    let token = || token(&fixture.sandbox);
    for auth in [Auth::token(token()), Auth::Bearer(token().into()), Auth::XAuthToken(token().into())] {
        let client = client(base_url(), auth, quick());
        assert_eq!(client.snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await.unwrap().len(), 4);
    }
    let wrong = client(base_url(), Auth::XAuthToken("another-token".into()), quick());
    let error = wrong.snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Unauthorized, Some("00000")));
    let basic = cloudsnap::Client::builder(PROVIDER).auth(Auth::basic("me", "secret")).build().unwrap_err();
    assert_eq!(basic.kind(), ErrorKind::Config);

    // The header as sent.
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
