//! Lists: over all pages, in every format, of one machine; and the rate limit.

use std::time::{Duration, Instant};

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, Client, CreateSnapshot, Ensured, ErrorKind, ListSnapshots, Size, Snapshot, SnapshotStatus, Vm};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::fixture::{Fixture, PROVIDER, on, quick, server};

fn size(snapshot: &Snapshot) -> Option<String> {
    snapshot.size.as_ref().map(Size::to_string)
}

/// The paths of the requested lists.
fn pages(fixture: &Fixture) -> Vec<String> {
    let lists = fixture.sandbox.requests().into_iter().filter(|seen| seen.operation == Some("list_snapshots"));
    lists.map(|seen| seen.path.split_once('?').unwrap().1.to_owned()).collect()
}

#[tokio::test]
async fn a_list_is_read_until_a_page_is_empty() {
    let fixture = Fixture::of(Sandbox::builder(PROVIDER).snapshots(230)).await;
    let all = fixture.all().await;
    assert_eq!(all.len(), 230);
    // Then it is read again, because deletes may have moved entries to an earlier page.
    let requested = [1, 2, 3, 4, 1, 2, 3].map(|page| format!("page={page}&pageSize=100"));
    assert_eq!(pages(&fixture), requested);
    fixture.assert_no_violations();
}

#[tokio::test]
async fn the_snapshots_of_one_machine_are_selected_from_all_pages() {
    let fixture = Fixture::of(Sandbox::builder(PROVIDER).snapshots(230)).await;
    let stored = fixture.sandbox.store().snapshots(PROVIDER);
    let of_vm = stored.iter().filter(|row| row.machine.as_deref() == Some(fixture.vm.id())).count();
    let list = ListSnapshots::default().vm(fixture.vm.clone());
    let found: Vec<_> = fixture.client.snapshots(list).try_collect().await.unwrap();
    assert_eq!(found.len(), of_vm);
    assert!(of_vm > 50 && found.iter().all(|snapshot| snapshot.vm.id.as_ref() == Some(&fixture.vm)));
    let named = ListSnapshots::default().name("ightly-1");
    let found: Vec<_> = fixture.client.snapshots(named).try_collect().await.unwrap();
    assert_eq!(found.len(), stored.iter().filter(|row| row.name.contains("ightly-1")).count());
    assert!(
        pages(&fixture).iter().all(|query| !query.contains("search")),
        "whether a part of a name is enough is unknown"
    );
}

/// A delete between two pages moves the last entry to the page that was read already, which must not cause a second create.
#[tokio::test]
async fn a_snapshot_that_moves_between_pages_is_not_created_again() {
    let fixture = Fixture::of(Sandbox::builder(PROVIDER).snapshots(101).delay(Duration::ZERO)).await;
    let listed = fixture.all().await;
    let (first, last) = (listed.first().unwrap(), listed.last().unwrap());
    let request = CreateSnapshot::new(last.vm.id.clone().unwrap(), last.name.clone().unwrap());
    let (before, read) = (fixture.sandbox.requests().len(), pages(&fixture).len());
    fixture.inject("slow:100000@list_snapshots*1");
    let deleted = async {
        while fixture.sandbox.requests().len() == before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let generated = fixture.client.as_hyperstack().unwrap();
        generated.delete_snapshot().snapshot_id(first.id.as_str().parse::<i64>().unwrap()).send().await.unwrap();
        assert_eq!(fixture.snapshots(), 100, "it is gone at once");
    };
    let (ensured, ()) = tokio::join!(fixture.client.ensure_snapshot(request), deleted);
    match ensured.unwrap() {
        Ensured::Present(present) => assert_eq!(present.id, last.id),
        other => panic!("{other:?}"),
    }
    let requests = fixture.sandbox.requests().into_iter().skip(before).filter_map(|seen| seen.operation);
    assert_eq!(requests.take(3).collect::<Vec<_>>(), ["list_snapshots", "delete_snapshot", "list_snapshots"]);
    assert!(pages(&fixture)[read + 1].starts_with("page=2&"), "the delete was between the pages");
}

fn item(id: u64, vm: u64) -> Value {
    json!({ "id": id, "name": format!("s{id}"), "vm_id": vm, "status": "SUCCESS" })
}

async fn paged(pages: &[Value]) -> MockServer {
    let server = MockServer::start_async().await;
    for (number, page) in pages.iter().enumerate() {
        server
            .mock_async(|when, then| {
                when.path("/core/snapshots").query_param("page", (number + 1).to_string());
                then.status(200).json_body(json!({
                    "status": true, "message": "m", "page": number + 1, "page_size": 100, "count": 1, "snapshots": page,
                }));
            })
            .await;
    }
    server
}

#[tokio::test]
async fn neither_a_count_nor_a_short_page_is_the_end() {
    // The server limits its pages to two entries, and its counts are wrong.
    let server =
        paged(&[json!([item(1, 7), item(2, 7)]), json!([item(3, 7)]), json!([item(4, 7), item(3, 7)]), json!([])])
            .await;
    let list: Vec<_> = on(&server).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    let ids: Vec<_> = list.iter().map(|snapshot| snapshot.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3", "4"], "each once");
}

/// The response beyond the last page is not documented: this server returns 404.
#[tokio::test]
async fn an_unknown_page_ends_a_list_that_was_not_full() {
    let server = paged(&[json!([item(1, 7), item(2, 7)])]).await;
    let list: Vec<_> = on(&server).snapshots(ListSnapshots::default()).try_collect().await.unwrap();
    assert_eq!(list.len(), 2);
    let full: Vec<Value> = (1..=100).map(|id| item(id, 7)).collect();
    let server = paged(&[json!(full)]).await;
    let error = on(&server).snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "the rest may be lost: {error}");
    let server = paged(&[]).await;
    let error = on(&server).snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
}

#[tokio::test]
async fn a_server_that_repeats_a_page_is_detected() {
    let page = json!([item(1, 7), item(2, 7)]);
    let server = paged(&[page.clone(), page.clone(), page]).await;
    for list in [ListSnapshots::default(), ListSnapshots::default().vm("8".parse().unwrap())] {
        let error = on(&server).snapshots(list).try_collect::<Vec<_>>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Contract, "{error}");
    }
}

#[tokio::test]
async fn every_form_of_an_item_is_read() {
    let fixture = Fixture::start().await;
    let newest = fixture.all().await;
    for (form, keys) in [("custom:old-form*2", 9), ("custom:spec-form*2", 12), ("custom:zulu*2", 22)] {
        fixture.inject(form);
        let all = fixture.all().await;
        assert_eq!(all.len(), newest.len(), "{form}");
        let same = |a: &Snapshot, b: &Snapshot| {
            (&a.id, &a.name, &a.vm.id, a.status, size(a)) == (&b.id, &b.name, &b.vm.id, b.status, size(b))
        };
        for (a, b) in all.iter().zip(&newest) {
            assert!(same(a, b), "{form}: {a:?} {b:?}");
            // Nulls are omitted from the kept fields.
            assert!(a.raw.len() <= keys && a.raw.len() + 4 >= keys, "{form}: {}", a.raw.len());
            let reported = keys > 9;
            assert_eq!(a.created_at, b.created_at.filter(|_| reported), "{form}");
        }
    }
    fixture.assert_no_violations();
}

#[tokio::test]
async fn all_fields_of_an_item_are_kept() {
    let fixture = Fixture::start().await;
    let golden = fixture.seeded("golden-image").await;
    assert_eq!(golden.status, SnapshotStatus::Ready);
    assert_eq!(golden.provider_status.as_deref(), Some("SUCCESS"));
    assert_eq!(golden.region.as_deref(), Some("NORWAY-1"));
    assert_eq!(golden.size.unwrap().unit, Some(cloudsnap::SizeUnit::Gb));
    assert_eq!(golden.vm.name.as_deref(), Some("db-1"));
    assert_eq!(golden.raw["is_image"], true);
    assert_eq!(golden.raw["custom_image"]["type"], "Snapshot");
    assert_eq!(golden.raw["labels"], json!(["nightly", "studio"]));
    let orphan = fixture.seeded("nightly").await;
    assert_eq!(orphan.raw["vm_status"], "DELETED");
    let vms: Vec<Vm> = fixture.client.vms().try_collect().await.unwrap();
    let shown: Vec<_> = vms.iter().map(|vm| (vm.name.as_deref().unwrap(), vm.status.as_deref().unwrap())).collect();
    assert_eq!(shown, [("web-1", "ACTIVE"), ("db-1", "SHUTOFF"), ("worker-1", "ACTIVE")]);
    assert_eq!(vms[1].region.as_deref(), Some("NORWAY-1"));
}

#[tokio::test]
async fn a_success_that_reports_a_refusal_is_an_error() {
    let fixture = Fixture::start().await;
    let client = fixture.lenient();
    fixture.inject("custom:refuse@list_snapshots");
    let error = client.snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable, "{error}");
    assert!(error.message().contains("The request could not be processed."), "{error}");
    // A list in the body does not change this.
    for status in [json!(false), json!(500)] {
        let body = json!({ "status": status, "message": "key a-test-key is odd", "snapshots": [item(1, 7)] });
        let server = server(&[("GET", "/core/snapshots", 200, body)]).await;
        let error = on(&server).snapshots(ListSnapshots::default()).try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unavailable, "{error}");
        assert!(error.message().contains("is odd") && !format!("{error:?}").contains("a-test-key"), "{error:?}");
    }
}

#[tokio::test]
async fn clones_share_one_limit_and_loopback_has_none_of_its_own() {
    let server =
        server(&[("GET", "/core/snapshots", 200, json!({ "status": true, "message": "m", "snapshots": [] }))]).await;
    let builder =
        Client::builder(PROVIDER).base_url(server.base_url()).auth(Auth::token("a-test-key")).options(quick());
    let limit = cloudsnap::RateLimit::new(500, Duration::from_secs(60));
    let limited = builder.clone().rate_limit(Some(limit)).build().unwrap();
    let clones = [limited.clone(), limited];
    let started = Instant::now();
    let calls = (0..30).map(|n| {
        let client = clones[n % 2].clone();
        tokio::spawn(async move { client.snapshots_page(&ListSnapshots::default(), None).await.unwrap() })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
    // Ten at once, then one every 122 ms, for both clones together.
    assert!(started.elapsed() >= Duration::from_millis(2300), "{:?}", started.elapsed());
    let free = builder.build().unwrap();
    let started = Instant::now();
    for _ in 0..80 {
        free.snapshots_page(&ListSnapshots::default(), None).await.unwrap();
    }
    assert!(started.elapsed() < Duration::from_secs(8), "{:?}", started.elapsed());
}
