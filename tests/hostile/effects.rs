//! Effects reported as failures: by gateways, by other services, by the provider itself. Nothing is created twice, and
//! no handle is lost.

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{CallOptions, Client, CreateSnapshot, ErrorKind, Provider, RetryPolicy};

use crate::raw::{Raw, response};
use crate::{auth, first, providers};

/// Forwards a request and returns the complete response.
fn passed_on(sandbox: std::net::SocketAddr, head: &str, body: &[u8]) -> Vec<u8> {
    let mut stream = std::net::TcpStream::connect(sandbox).unwrap();
    let head = head.trim_end().to_owned() + "\r\nconnection: close\r\n\r\n";
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let mut whole = Vec::new();
    stream.read_to_end(&mut whole).unwrap();
    whole
}

/// A create behind a gateway that forwards it but sends its own response: the result, and how many were sent and
/// created.
async fn create_behind(provider: Provider, instead: Vec<u8>) -> (Result<(), cloudsnap::Error>, usize, usize) {
    let sandbox = Sandbox::builder(provider).delay(Duration::ZERO).start().await.unwrap();
    let (addr, sent) = (sandbox.addr(), Arc::<AtomicUsize>::default());
    let count = Arc::clone(&sent);
    let gateway = Raw::start(move |head, body| {
        let passed = tokio::task::block_in_place(|| passed_on(addr, head, body));
        if head.starts_with("POST ") {
            count.fetch_add(1, Ordering::Relaxed);
            return instead.clone();
        }
        passed
    })
    .await;
    let base_url = sandbox.base_url(provider).replace(&addr.to_string(), &gateway.addr.to_string());
    let retry = RetryPolicy::default().backoff(Duration::from_millis(5), Duration::from_millis(20));
    let options = CallOptions::default().timeout(Duration::from_secs(2)).retry(retry);
    let client = Client::builder(provider).base_url(base_url).auth(auth(&sandbox, provider)).options(options);
    let vm = first(&sandbox, provider);
    let before = sandbox.store().snapshots(provider).len();
    let made = client.build().unwrap().create_snapshot(CreateSnapshot::new(vm, "behind-a-gateway")).await;
    let after = sandbox.store().snapshots(provider).len();
    (made.map(drop), sent.load(Ordering::Relaxed), after - before)
}

fn assert_reported_correctly(what: &str, result: Result<(), cloudsnap::Error>) {
    if let Err(error) = result {
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{what}: {error}");
        assert!(error.handle().is_some(), "{what}: {error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_response_that_is_not_a_known_refusal_preserves_the_handle() {
    let redirect = |status: u16| {
        format!("HTTP/1.1 {status} X\r\nlocation: https://elsewhere.example/\r\ncontent-length: 0\r\n\r\n").into_bytes()
    };
    let mut responses: Vec<(String, Vec<u8>)> =
        [301, 302, 303, 304, 307, 308].map(|status| (status.to_string(), redirect(status))).into();
    responses.push(("101".to_owned(), b"HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n".to_vec()));
    for (status, kind, body) in [
        (206, "application/json", ""),
        (226, "text/html", "<p>fine</p>"),
        (401, "text/html", "<h1>Sign in</h1>"),
        (403, "application/json", r#"{"fault": {"faultstring": "quota"}}"#),
        (404, "text/html", "<h1>nginx</h1>"),
        (413, "text/plain", "too large"),
        (418, "application/json", r#"{"error": "teapot"}"#),
        (400, "application/json", r#"{"error": "late", "message": "x", "code": "x", "success": true, "status": true}"#),
        (500, "text/html", ""),
        (520, "text/html", "<h1>unknown error</h1>"),
        (524, "text/html", "<h1>a timeout occurred</h1>"),
    ] {
        responses.push((format!("{status} {body}"), response(status, kind, body)));
    }
    for provider in providers() {
        let runs =
            responses.iter().map(|(what, bytes)| async move { (what, create_behind(provider, bytes.clone()).await) });
        for (what, (result, sent, made)) in futures_util::future::join_all(runs).await {
            let what = format!("{provider} {what}");
            assert_eq!((sent, made), (1, 1), "{what}: {result:?}");
            assert_reported_correctly(&what, result);
        }
    }
}

/// The provider's own "too many requests", although it has acted: a check runs before the request is sent again.
#[tokio::test(flavor = "multi_thread")]
async fn a_rate_limit_after_the_effect_causes_no_duplicate() {
    for provider in providers() {
        let own =
            r#"{"error": "slow down", "message": "slow down", "code": "x", "status": false, "error_reason": "x"}"#;
        let length = own.len();
        let reported = format!(
            "HTTP/1.1 429 X\r\nretry-after: 0\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{own}"
        );
        for instead in
            [reported.into_bytes(), response(429, "application/json", own), response(429, "text/html", "<h1>WAF</h1>")]
        {
            let (result, sent, made) = create_behind(provider, instead).await;
            assert_eq!((sent, made), (1, 1), "{provider}: {result:?}");
            assert_reported_correctly(provider.id(), result);
        }
    }
}
