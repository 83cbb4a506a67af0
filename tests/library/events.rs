//! Observers and spans.

use std::sync::{Arc, Mutex};

use cloudsnap::{Client, ContractMode, Event, Provider};

use crate::fixture;

/// The client, and the events that its observer receives.
fn observed(builder: cloudsnap::ClientBuilder) -> (Client, Arc<Mutex<Vec<Event>>>) {
    let events = Arc::<Mutex<Vec<Event>>>::default();
    let told = Arc::clone(&events);
    let client = builder.observer(move |event| told.lock().unwrap().push(event.clone())).build().unwrap();
    (client, events)
}

/// One event for each request that the server received, including sign-ins.
#[tokio::test]
async fn every_response_is_reported() {
    let provider = Provider::ManageIq;
    let (sandbox, builder) = fixture(provider, |it| it).await;
    let (client, events) = observed(builder.session(true));
    client.vms_page(None).await.unwrap();
    let told: Vec<_> = events.lock().unwrap().iter().filter_map(responses).collect();
    let seen: Vec<_> =
        sandbox.requests().into_iter().map(|seen| (seen.operation.unwrap().to_owned(), seen.status)).collect();
    assert_eq!(told, seen);
    assert_eq!(told[0], ("get_token".to_owned(), Some(200)));
}

fn responses(event: &Event) -> Option<(String, Option<u16>)> {
    match event {
        Event::Response { provider: Provider::ManageIq, operation, status, .. } => {
            Some(((*operation).to_owned(), *status))
        }
        _ => None,
    }
}

/// A finding has labels for metrics: its rule, and its location in the document.
#[tokio::test]
async fn a_finding_has_its_rule_and_location() {
    let server = httpmock::MockServer::start_async().await;
    let body = r#"{"count":1,"data":[{"id":"seven","vm_id":7,"name":"n","created":"2025-02-04 10:19:36"}]}"#;
    server.mock_async(|_, then| drop(then.status(200).header("content-type", "application/json").body(body))).await;
    let builder = Client::builder(Provider::Syminet).base_url(server.base_url()).auth(cloudsnap::Auth::token("token"));
    let (client, events) = observed(builder.contract(ContractMode::Report));
    drop(client.snapshots_page(&cloudsnap::ListSnapshots::default(), None).await);
    let events = events.lock().unwrap();
    let found = events.iter().any(|event| {
        matches!(event, Event::Finding { rule: "type", pointer, status: 200, violation: true, .. } if pointer == "/data/0/id")
    });
    assert!(found, "{events:?}");
}

/// The spans of requests are children of that of the change, and record the result of the request.
#[cfg(feature = "cli")]
#[tokio::test]
async fn the_requests_of_a_change_are_grouped() {
    use std::io::Write;
    use tracing_subscriber::fmt::format::FmtSpan;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);
    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let lines = Lines::default();
    let writer = lines.clone();
    let format = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_ansi(false);
    let subscriber = format.with_span_events(FmtSpan::CLOSE).with_writer(move || writer.clone()).finish();
    // For the whole process: a subscriber for one thread would miss callsites that other threads registered first.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let (sandbox, builder) = fixture(Provider::Hyperstack, |it| it).await;
    let vm = crate::vms(&sandbox, Provider::Hyperstack).remove(0);
    builder.build().unwrap().create_snapshot(cloudsnap::CreateSnapshot::new(vm, "n")).await.unwrap();
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let told = [
        "verb{provider=\"hyperstack\" verb=\"create snapshot\"}:request{",
        "operation=\"create_snapshot\"",
        "attempts=1",
        "status=201",
        ": close",
    ];
    assert!(text.lines().any(|line| told.iter().all(|part| line.contains(part))), "{text}");
}
