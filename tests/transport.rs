//! The guarantees of the transport, with servers that misbehave.

#![cfg(all(feature = "syminet", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use cloudsnap::sandbox::{Credential, Sandbox};
use cloudsnap::{
    Auth, CallOptions, Client, ClientBuilder, ContractMode, CreateSnapshot, ErrorKind, Event, ListSnapshots, Provider,
    RetryPolicy, VmId,
};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::json;

const TOKEN: &str = "tok-0123456789";

fn builder(base_url: impl Into<String>) -> ClientBuilder {
    Client::builder(Provider::Syminet).base_url(base_url).auth(Auth::token(TOKEN))
}

fn on(sandbox: &Sandbox, options: CallOptions) -> Client {
    let builder = Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet));
    builder.auth(sandbox.credential(Provider::Syminet)).options(options).build().unwrap()
}

async fn list(client: &Client) -> Result<usize, cloudsnap::Error> {
    let all: Vec<_> = client.snapshots(ListSnapshots::default()).try_collect().await?;
    Ok(all.len())
}

fn empty_page() -> serde_json::Value {
    json!({"data": [], "page": 1, "pages": 1, "results": 0})
}

#[tokio::test]
async fn a_request_contains_only_what_it_should() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method("GET")
                .path("/api/v1/images")
                .header("authorization", format!("bearer {TOKEN}"))
                .header("user-agent", format!("cloudsnap/{} probe/1", env!("CARGO_PKG_VERSION")))
                .is_true(|request| {
                    let names: Vec<String> = request.headers().keys().map(|name| name.as_str().to_owned()).collect();
                    !names.iter().any(|name| name == "api-version" || name == "cookie" || name == "referer")
                });
            then.status(200).json_body(empty_page());
        })
        .await;
    for base in [server.url("/api/v1"), server.url("/api/v1/")] {
        let client = builder(base).user_agent("probe/1").build().unwrap();
        assert_eq!(list(&client).await.unwrap(), 0);
    }
    mock.assert_calls_async(2).await;
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (server, elsewhere) = (MockServer::start_async().await, MockServer::start_async().await);
    let trap = elsewhere.mock_async(|_when, then| drop(then.status(200).json_body(empty_page()))).await;
    server
        .mock_async(|_when, then| {
            then.status(307).header("location", elsewhere.url("/images"));
        })
        .await;
    let error = list(&builder(server.base_url()).build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, Some(307)), "{error}");
    trap.assert_calls_async(0).await;
}

#[test]
fn base_urls_that_would_endanger_credentials_are_refused() {
    for (url, word) in [
        ("http://cloud.example/api", "plain HTTP"),
        ("https://user@cloud.example/api", "user"),
        ("https://user:secret@cloud.example/api", "user"),
        ("https://cloud.example/api?x=1", "query"),
        ("https://cloud.example/api#x", "fragment"),
        ("ftp://cloud.example/api", "must use HTTPS"),
        ("cloud.example/api", "invalid base URL"),
        ("", "invalid base URL"),
    ] {
        let error = builder(url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{url}");
        assert!(error.to_string().contains(word), "{url}: {error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
    for url in ["http://127.0.0.1:9/api", "http://localhost:9", "http://[::1]:9", "https://cloud.example"] {
        assert!(builder(url).build().is_ok(), "{url}");
    }
    assert!(builder("http://cloud.example/api").allow_http(true).build().is_ok());
    assert_eq!(Client::builder(Provider::Syminet).build().unwrap_err().kind(), ErrorKind::Config);
    assert_eq!(builder("http://localhost").auth(Auth::token("")).build().unwrap_err().kind(), ErrorKind::Config);
    for decorated in
        ["Bearer tok-0123456789", "\"tok-0123456789\"", "tok-\u{200b}0123456789", "X-Auth-Token: tok-0123456789"]
    {
        let error = builder("http://localhost").auth(Auth::token(decorated)).build().unwrap_err();
        assert!(error.kind() == ErrorKind::Config && error.to_string().contains("invalid credentials"), "{error}");
        assert!(!error.to_string().contains("0123456789"), "{error}");
    }
    assert_eq!(builder("http://localhost").auth(Auth::token("a\nb")).build().unwrap_err().kind(), ErrorKind::Config);
}

#[tokio::test]
async fn errors_report_request_and_response_without_secrets() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/images");
            then.status(403).header("x-request-id", "req-77").json_body(
                json!({"error": format!("no rights for bearer {TOKEN}\u{1b}[2J"), "token": "another-secret"}),
            );
        })
        .await;
    server
        .mock_async(|when, then| {
            when.path("/backups/7");
            then.status(502).header("content-type", "text/html").body("<html><h1>Bad  gateway</h1><p>nginx</p></html>");
        })
        .await;
    let client = builder(server.base_url()).retry(RetryPolicy::never()).build().unwrap();
    let error = list(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.request_id()), (ErrorKind::Forbidden, Some(403), Some("req-77")));
    assert_eq!(
        error.to_string(),
        "Syminet: list snapshots: 403 Forbidden: no rights for bearer ***\u{fffd}[2J (request req-77)"
    );
    let everything = format!("{error} {error:?} {:?} {client:?}", error.body());
    assert!(!everything.contains(TOKEN) && !everything.contains("another-secret"), "{everything}");

    let error = client.backups(&VmId::new("7").unwrap()).await.unwrap_err();
    assert_eq!(error.to_string(), "Syminet: list backups for VM 7: 502 Bad Gateway: Bad gateway nginx");
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_rate_limit_that_lasts_too_long_is_reported_at_once() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|_when, then| {
            then.status(429).header("retry-after", "3600").json_body(json!({"error": "slow down"}));
        })
        .await;
    let client = builder(server.base_url()).timeout(Duration::from_secs(5)).build().unwrap();
    let started = Instant::now();
    let error = list(&client).await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(4));
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::RateLimited, Some(Duration::from_secs(3600))),
        "{error}"
    );
    mock.assert_calls_async(1).await;
}

#[tokio::test]
async fn retries_are_reported_and_counted() {
    let sandbox =
        Sandbox::builder(Provider::Syminet).fault("503:0@list_snapshots*2".parse().unwrap()).start().await.unwrap();
    let events = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&events);
    let client =
        on(&sandbox, CallOptions::default().observer(move |event| reported.lock().unwrap().push(event.clone())));
    list(&client).await.unwrap();
    let events = events.lock().unwrap();
    let retries = events
        .iter()
        .filter(|event| matches!(event, Event::Retry { operation: "list_snapshots", status: Some(503), .. }));
    assert_eq!(retries.count(), 2, "{events:?}");
    // One for every response, with its status and time.
    let responses: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Response { operation, attempt, status, duration, .. } => {
                assert!(*operation == "list_snapshots" && *duration > Duration::ZERO);
                Some((*attempt, *status))
            }
            _ => None,
        })
        .collect();
    // More of the list may be requested to confirm its end.
    let (of_first, others) = responses.split_at(3);
    assert_eq!(of_first, [(1, Some(503)), (2, Some(503)), (3, Some(200))], "{events:?}");
    assert!(others.iter().all(|response| *response == (1, Some(200))), "{events:?}");
}

/// Setters do not reset each other, whatever their order.
#[tokio::test]
async fn options_keep_what_was_set_before() {
    let server = MockServer::start_async().await;
    let mock = server.mock_async(|_when, then| drop(then.status(503).delay(Duration::from_secs(9)))).await;
    let reported = Arc::new(Mutex::new(0));
    let count = Arc::clone(&reported);
    let client = builder(server.base_url())
        .observer(move |_event| *count.lock().unwrap() += 1)
        .timeout(Duration::from_millis(300))
        .options(CallOptions::default().retry(RetryPolicy::never()))
        .build()
        .unwrap();
    let client = client.with_options(CallOptions::default().attempt_timeout(Duration::from_secs(60)));
    let started = Instant::now();
    assert_eq!(list(&client).await.unwrap_err().kind(), ErrorKind::Timeout);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(*reported.lock().unwrap(), 1);
    mock.assert_calls_async(1).await;
}

/// A late response is valid: the timeout of an attempt applies to reading requests, never to those that may have created something.
#[tokio::test]
async fn a_slow_response_to_a_modifying_request_is_awaited() {
    let server = MockServer::start_async().await;
    let late = Duration::from_millis(400);
    let path = "/images/snapshots/7/create";
    server.mock_async(|when, then| drop((when.method("POST").path(path), then.status(202).delay(late)))).await;
    let reads = server
        .mock_async(|when, then| {
            when.method("GET");
            then.status(200).json_body(empty_page()).delay(late);
        })
        .await;
    let options = CallOptions::default().timeout(Duration::from_secs(20)).retry(RetryPolicy::never());
    let client = builder(server.base_url()).options(options.clone()).build().unwrap();
    assert_eq!(list(&client).await.unwrap(), 0, "only the deadline of the call applies");
    let client = client.with_options(options.attempt_timeout(late / 4));
    assert_eq!(list(&client).await.unwrap_err().kind(), ErrorKind::Timeout);
    let made = client.request("POST", path, Some(&json!({"snapshot_name": "n"}))).await.unwrap();
    assert_eq!(made.status(), 202);
    reads.assert_calls_async(2).await;
}

/// Hyperstack allows 500 requests per minute: a server on this machine has no such limit unless one is set.
#[cfg(feature = "hyperstack")]
#[tokio::test]
async fn loopback_has_no_rate_limit_unless_set() {
    let server = MockServer::start_async().await;
    server.mock_async(|_when, then| drop(then.status(200).json_body(empty_page()))).await;
    let builder = Client::builder(Provider::Hyperstack).base_url(server.base_url()).auth(Auth::token(TOKEN));
    let time = async |client: Client| {
        let started = Instant::now();
        for _ in 0..30 {
            client.request("GET", "/core/snapshots", None).await.unwrap();
        }
        started.elapsed()
    };
    let limit = cloudsnap::RateLimit::new(500, Duration::from_secs(60));
    let limited = time(builder.clone().rate_limit(Some(limit)).build().unwrap()).await;
    assert!(limited > Duration::from_millis(2400), "{limited:?}");
    let unlimited = time(builder.build().unwrap()).await;
    assert!(unlimited < Duration::from_millis(2400), "{unlimited:?}");
}

/// A server that accepts and never responds, sends a byte per second, or an endless body.
#[tokio::test]
async fn no_call_outlives_its_deadline() {
    for fault in ["hang@safe", "slow:1@safe", "hang-after@safe"] {
        let sandbox = Sandbox::builder(Provider::Syminet).fault(fault.parse().unwrap()).start().await.unwrap();
        let client = on(&sandbox, CallOptions::default().timeout(Duration::from_millis(600)));
        let started = Instant::now();
        let error = list(&client).await.unwrap_err();
        assert!(started.elapsed() < Duration::from_secs(10), "{fault}: {:?}", started.elapsed());
        assert_eq!(error.kind(), ErrorKind::Timeout, "{fault}: {error}");
        assert!(!error.may_have_taken_effect(), "{fault}: a read changes nothing");
    }
}

#[tokio::test]
async fn an_endless_body_is_cut_at_the_limit() {
    let sandbox = Sandbox::builder(Provider::Syminet).fault("endless@safe".parse().unwrap()).start().await.unwrap();
    let builder = Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet));
    let client = builder.auth(sandbox.credential(Provider::Syminet)).max_body(100_000).build().unwrap();
    let error = list(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    assert!(error.to_string().contains("100000"), "{error}");
}

#[tokio::test]
async fn a_port_without_a_listener_is_unavailable() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let options = CallOptions::default().retry(RetryPolicy::default().backoff(Duration::ZERO, Duration::ZERO));
    let client = builder(format!("http://{address}")).options(options).build().unwrap();
    let vm = VmId::new("7").unwrap();
    let error = client.create_snapshot(CreateSnapshot::new(vm, "n")).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unavailable, 3), "{error}");
    assert!(!error.may_have_taken_effect());
}

#[tokio::test]
async fn raw_requests_stay_below_the_base_url() {
    let sandbox = Sandbox::builder(Provider::Syminet).start().await.unwrap();
    let client = on(&sandbox, CallOptions::default());
    let response = client.request("GET", "/images?page=1", None).await.unwrap();
    assert_eq!(response.status(), 200);
    let before = sandbox.requests().len();
    for path in [
        "images",
        "/../images",
        "/images/..",
        "/images/%2e%2E/x",
        "//evil.example/images",
        "/images\\x",
        "/images#x",
        "/nope",
        "",
    ] {
        let error = client.request("GET", path, None).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{path:?}: {error}");
    }
    assert_eq!(sandbox.requests().len(), before, "nothing is sent");
}

/// The effect of each contract mode on a server that deviates from the document.
#[tokio::test]
async fn a_drifting_server_in_each_mode() {
    let drifts = ["drop-field:name@list_snapshots", "rename-field:pages=page_count@list_snapshots"];
    for drift in drifts {
        let sandbox = Sandbox::builder(Provider::Syminet).fault(drift.parse().unwrap()).start().await.unwrap();
        let Credential::Token(token) = sandbox.credential(Provider::Syminet) else { panic!("no token") };
        for mode in [ContractMode::Off, ContractMode::Report, ContractMode::Enforce] {
            let findings = Arc::new(Mutex::new(0));
            let reported = Arc::clone(&findings);
            let options = CallOptions::default().observer(move |event| {
                if matches!(event, Event::Finding { violation: true, .. }) {
                    *reported.lock().unwrap() += 1;
                }
            });
            let builder = Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet));
            let client = builder.auth(Auth::token(&*token)).contract(mode).options(options).build().unwrap();
            let error = list(&client).await.unwrap_err();
            let expected = if mode == ContractMode::Enforce { ErrorKind::Contract } else { ErrorKind::Decode };
            assert_eq!(error.kind(), expected, "{drift} {mode:?}: {error}");
            assert_eq!(*findings.lock().unwrap() > 0, mode != ContractMode::Off, "{drift} {mode:?}");
        }
    }
    // A new field is only reported, in each mode.
    let sandbox =
        Sandbox::builder(Provider::Syminet).fault("rename-field:legacy=heritage@safe".parse().unwrap()).start();
    let sandbox = sandbox.await.unwrap();
    let builder = Client::builder(Provider::Syminet).base_url(sandbox.base_url(Provider::Syminet));
    let client = builder.auth(sandbox.credential(Provider::Syminet)).contract(ContractMode::Enforce).build().unwrap();
    assert!(list(&client).await.unwrap() > 0);
}
