//! The object named in the response to a create is checked against what existed before, and against the time of the
//! request.

use std::time::Duration;

use cloudsnap::{Client, CreateSnapshot, ErrorKind, Provider};

use crate::evidence::{created, is_change, is_list, listing, machine_or_row};
use crate::raw::{Raw, json};
use crate::{client, is_decent, machine, providers};

/// The providers whose response to a create names the snapshot.
fn naming() -> Vec<Provider> {
    let named = [Provider::Hyperstack, Provider::GenesisCloud];
    providers().into_iter().filter(|provider| named.contains(provider)).collect()
}

fn body(response: &[u8]) -> String {
    let text = String::from_utf8_lossy(response).into_owned();
    text.split_once("\r\n\r\n").unwrap().1.to_owned()
}

fn dated(status: u16, body: &str) -> Vec<u8> {
    let response = String::from_utf8(json(status, body)).unwrap();
    let date = httpdate::fmt_http_date(std::time::SystemTime::now());
    response.replacen("\r\n", &format!("\r\ndate: {date}\r\n"), 1).into_bytes()
}

/// A client of a server with this response to a create; the server also has a list and a machine, with or without its
/// time.
async fn answering(provider: Provider, response: String, with_date: bool) -> (Raw, Client) {
    let server = Raw::start(move |head, _| {
        let (status, text) = match (is_change(head), is_list(head)) {
            (true, _) => (201, response.clone()),
            (_, true) => (200, body(&listing(provider, head))),
            _ => (200, body(&machine_or_row(provider, head))),
        };
        if with_date { dated(status, &text) } else { json(status, text) }
    })
    .await;
    let client = client(provider, server.url());
    let client = client.with_options(client.options().clone().timeout(Duration::from_millis(300)));
    (server, client)
}

async fn create(provider: Provider, client: &Client) -> Result<Option<String>, cloudsnap::Error> {
    let request = CreateSnapshot::new(machine(provider, "7").unwrap(), "x");
    client.create_snapshot(request).await.map(|operation| operation.resource_id())
}

/// From a cache or another process: a snapshot with the right name and machine whose ID was already in the list before
/// the request.
#[tokio::test]
async fn a_response_naming_an_existing_object_is_not_accepted() {
    for provider in naming() {
        let response = body(&created(provider)).replace("s-90", "s-71").replace(":90", ":71");
        let (_server, client) = answering(provider, response, false).await;
        let error = create(provider, &client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{provider}: {error}");
        assert!(error.handle().is_some(), "{provider}: {error}");
        is_decent(&error);
    }
}

/// Created long before the request was sent, by the server's own clock. Without that clock, and with the baseline IDs,
/// our clock proves nothing.
#[tokio::test]
async fn a_response_naming_an_object_older_than_the_request_is_not_accepted() {
    for provider in naming() {
        let old = body(&created(provider));
        let (_server, client) = answering(provider, old.clone(), true).await;
        let error = create(provider, &client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{provider}: {error}");
        assert!(error.handle().is_some(), "{provider}: {error}");

        let (_server, client) = answering(provider, old.clone(), false).await;
        assert!(create(provider, &client).await.unwrap().is_some(), "{provider}: there is no clock to compare with");

        let now = old.replace("2025-03-01T03:30:12Z", &jiff::Timestamp::now().to_string());
        let (_server, client) = answering(provider, now, true).await;
        assert!(create(provider, &client).await.unwrap().is_some(), "{provider}: it is new");
    }
}

/// An older form of Hyperstack's response has five fields and a time without a zone: it is decoded, with an unknown
/// status.
#[cfg(feature = "hyperstack")]
#[tokio::test]
async fn an_older_response_with_few_fields_is_decoded() {
    let provider = Provider::Hyperstack;
    let row = r#"{"id":71,"name":"n","description":"d","vm_id":7,"created_at":"2024-03-01T03:30:12"}"#;
    let one = format!(r#"{{"status":true,"message":"m","snapshot":{row}}}"#);
    let list = format!(r#"{{"status":true,"message":"m","snapshots":[{row}]}}"#);
    let server = Raw::start(move |head, _| match (is_list(head), head.contains("page=2")) {
        (true, true) => listing(provider, head),
        (true, false) => json(200, &list),
        _ => json(200, &one),
    })
    .await;
    let client = client(provider, server.url());
    let read = client.snapshot(&crate::reference(provider, "71".parse().unwrap())).await.unwrap();
    let listed = crate::list(&client).await.unwrap();
    for snapshot in [&read, &listed[0]] {
        assert_eq!(snapshot.status, cloudsnap::SnapshotStatus::Unknown, "{snapshot:?}");
        assert_eq!((snapshot.id.as_str(), snapshot.name.as_deref()), ("71", Some("n")));
        assert_eq!(snapshot.vm.id.as_ref().map(ToString::to_string).as_deref(), Some("7"));
        assert_eq!(snapshot.created_at.map(|at| at.to_string()).as_deref(), Some("2024-03-01T03:30:12Z"));
        assert!(snapshot.size.is_none() && snapshot.provider_status.is_none(), "{snapshot:?}");
    }
    assert_eq!(listed.len(), 1);
}
