//! Bodies that are not lists, lists that break off, lists that never end, and false totals.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use cloudsnap::{CreateSnapshot, DeleteSnapshot, ErrorKind, ListSnapshots, Provider};
use futures_util::TryStreamExt;

use crate::raw::{Raw, json};
use crate::servers::{ending, id, id_of, one};
use crate::{client, is_decent, list, machine, providers, reference};

/// The envelope of a provider's lists, without the entries or with invalid ones.
fn frames(provider: Provider) -> [&'static str; 2] {
    match provider {
        Provider::Syminet => [r#"{"page":1,"pages":1,"results":0}"#, r#"{"data":null,"page":1,"pages":1,"results":0}"#],
        Provider::Hyperstack => {
            [r#"{"status":true,"message":"m"}"#, r#"{"status":true,"message":"m","snapshots":null,"instances":null}"#]
        }
        Provider::ManageIq => [
            r#"{"name":"x","count":1,"subcount":0,"subquery_count":0,"pages":1,"links":{}}"#,
            r#"{"name":"x","count":1,"subcount":0,"subquery_count":0,"resources":null}"#,
        ],
        _ => [
            r#"{"total_count":0,"page":1,"per_page":50}"#,
            r#"{"snapshots":null,"instances":null,"total_count":0,"page":1,"per_page":50}"#,
        ],
    }
}

/// A body without the entries, or of another kind, is not an empty list: neither for callers who list nor for
/// operations that check a list first.
#[tokio::test]
async fn a_body_that_is_not_a_list_is_not_an_empty_list() {
    for provider in providers() {
        let bodies = ["{}", r#"{"message":"signed in"}"#, r#"{"error":null}"#].into_iter().chain(frames(provider));
        for body in bodies {
            let server = Raw::start(move |_, _| json(200, body)).await;
            let (client, vm) = (client(provider, server.url()), machine(provider, "7").unwrap());
            let of_one = ListSnapshots::default().vm(vm.clone());
            let mut responses = vec![
                ("snapshots", list(&client).await.map(drop)),
                ("of one", client.snapshots(of_one).try_collect::<Vec<_>>().await.map(drop)),
                ("create", client.prepare(CreateSnapshot::new(vm.clone(), "n")).await.map(drop)),
            ];
            let delete = DeleteSnapshot::new(reference(provider, "71".parse().unwrap()));
            responses.push(("delete", client.prepare(delete).await.map(drop)));
            if client.capabilities(Some(&vm)).list_vms {
                responses.push(("vms", client.vms().try_collect::<Vec<_>>().await.map(drop)));
            }
            if client.capabilities(Some(&vm)).list_backups {
                responses.push(("backups", client.backups(&vm).await.map(drop)));
            }
            for (what, response) in responses {
                let Err(error) = response else { panic!("{provider} {what} {body}: accepted as a list") };
                assert_eq!(error.kind(), ErrorKind::Decode, "{provider} {what} {body}: {error}");
                is_decent(&error);
            }
        }
    }
}

/// The list, with this many pages or entries.
fn of_total(body: String, total: &str) -> String {
    ["pages", "total_count", "subquery_count"]
        .iter()
        .fold(body, |body, name| body.replace(&format!(r#""{name}":1"#), &format!(r#""{name}":{total}"#)))
}

/// The entries so far are returned, followed by an error that the list is incomplete.
#[tokio::test]
async fn an_interrupted_list_is_an_error() {
    for provider in providers() {
        // ManageIQ's machines of one kind are followed by those of the other.
        let totals = if provider == Provider::ManageIq { &["9", "1"][..] } else { &["9"] };
        for total in totals {
            for broken in ["{}", "", r#"{"resources":"#, frames(provider)[0]] {
                let calls = AtomicU64::new(0);
                let server = Raw::start(move |_, _| match calls.fetch_add(1, Ordering::Relaxed) {
                    0 => json(200, of_total(one(provider, &id(provider), r#""n""#), total)),
                    _ => json(200, broken),
                })
                .await;
                let mut list = client(provider, server.url()).snapshots(ListSnapshots::default());
                assert!(list.try_next().await.unwrap().is_some(), "{provider} {total} {broken}");
                let error = list.try_next().await.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Decode, "{provider} {total} {broken}: {error}");
                assert!(list.try_next().await.unwrap().is_none());
            }
        }
    }
}

/// A page of new entries, whichever list is requested.
fn new_page(provider: Provider, head: &str, number: u64) -> String {
    let body = one(provider, &id_of(provider, number), r#""n""#);
    if provider == Provider::ManageIq && head.contains("/snapshots?") {
        let rows = format!(r#"[{{"id":"{number}","name":"n","vm_or_template_id":"7"}}]"#);
        return format!(r#"{{"name":"snapshots","count":1,"subcount":1,"subquery_count":1,"resources":{rows}}}"#);
    }
    // Its machines are new, too.
    body.replace(r#""id":"7""#, &format!(r#""id":"{number}""#))
}

/// False totals and page numbers: either the list ends, or the iteration reports that it does not advance.
#[tokio::test]
async fn endless_lists_and_false_totals() {
    for provider in providers() {
        for wrong in ["9223372036854775807", "-9223372036854775808", "0", "-1"] {
            let calls = Arc::new(AtomicU64::new(1));
            let number = Arc::clone(&calls);
            // New entries forever, with a total that jumps.
            let server = Raw::start(move |head, _| {
                let call = number.fetch_add(1, Ordering::Relaxed);
                let total = if call.is_multiple_of(2) { wrong } else { "9223372036854775807" };
                json(200, of_total(new_page(provider, head, call), total))
            })
            .await;
            let client = client(provider, server.url());
            let read = {
                let list = client.snapshots(ListSnapshots::default());
                futures_util::StreamExt::take(list, 50).try_collect::<Vec<_>>().await
            };
            match &read {
                Ok(read) => assert!(read.len() <= 50, "{provider} {wrong}: {read:?}"),
                // Or an error reports that the list cannot be read completely.
                Err(error) => {
                    let kinds = [ErrorKind::Contract, ErrorKind::Unavailable];
                    assert!(kinds.contains(&error.kind()), "{provider} {wrong}: {error}");
                }
            }
            // An operation that needs the complete list ends at its deadline.
            let started = Instant::now();
            let hurried = client.with_options(client.options().clone().timeout(Duration::from_millis(150)));
            let vm = machine(provider, "7").unwrap();
            drop(hurried.create_snapshot(CreateSnapshot::new(vm, "n")).await);
            assert!(started.elapsed() < Duration::from_millis(1500), "{provider} {wrong}: {:?}", started.elapsed());
        }
        let same = json(200, of_total(one(provider, &id(provider), r#""n""#), "9"));
        let server = Raw::start(move |_, _| same.clone()).await;
        let error = list(&client(provider, server.url())).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Contract, "{provider}: {error}");
        assert!(ending(provider, "GET /api/x").is_none(), "only the client ended it");
    }
}
