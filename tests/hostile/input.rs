//! Hostile input from callers: nothing reaches the wrong part of a URL, and no number is too large to wait for.

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    CallOptions, CreateSnapshot, ErrorKind, Handle, ListSnapshots, RateLimit, RenameSnapshot, RetryPolicy, SnapshotId,
    WaitOptions,
};

use crate::raw::{Raw, json};
use crate::{auth, client, first, is_decent, list, machine, providers, reference};

#[tokio::test]
async fn ids_that_would_change_the_url_send_nothing() {
    for provider in providers() {
        let server = Raw::start(|_, _| json(200, "{}")).await;
        let client = client(provider, server.url());
        for id in [
            "7;x=1",
            "7:80",
            "7@evil.example",
            "%",
            "7,8",
            "７",
            "-7",
            "+7",
            "07",
            "7.0",
            "1e3",
            "99999999999999999999",
        ] {
            let Ok(vm) = machine(provider, id) else { continue };
            let Ok(snapshot) = SnapshotId::new(id) else { continue };
            // Letters and digits may be a valid Genesis Cloud ID.
            if provider == cloudsnap::Provider::GenesisCloud && id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                continue;
            }
            let error = client.create_snapshot(CreateSnapshot::new(vm, "n")).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{provider} {id}: {error}");
            let error = client.delete_snapshot(reference(provider, snapshot)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{provider} {id}: {error}");
            assert!(error.message().contains("is not a valid"), "{provider} {id}: {error}");
            is_decent(&error);
        }
        for name in ["", "  ", "a\0b", "a\nb", "\u{1b}[2J", &"x".repeat(256)] {
            let vm = machine(provider, "7").unwrap();
            let error = client.create_snapshot(CreateSnapshot::new(vm, name)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{provider} {name:?}: {error}");
            let rename = RenameSnapshot::new(SnapshotId::new("7").unwrap(), name);
            is_decent(&client.rename_snapshot(rename).await.unwrap_err());
        }
        assert!(server.heads().is_empty(), "{provider}: {:?}", server.heads());
    }
}

/// A filter is a query value, whatever it contains.
#[tokio::test]
async fn filters_cannot_inject_parameters() {
    for provider in providers() {
        let server = Raw::start(|_, _| json(404, "{}")).await;
        let client = client(provider, server.url());
        for name in ["a&page=9", "a#b", "a b", "../../x", "%26", "a\r\nx-evil: 1", "\0", "é", "'; drop table"] {
            let all = ListSnapshots::default().name(name);
            for list in [all.clone(), all.vm(machine(provider, "7").unwrap())] {
                is_decent(&client.snapshots_page(&list, None).await.unwrap_err());
            }
        }
        for head in server.heads() {
            let line = head.lines().next().unwrap();
            assert!(line.starts_with("GET /api/") && line.ends_with(" HTTP/1.1"), "{line}");
            assert_eq!(line.split_whitespace().count(), 3, "{line}");
            assert!(line.matches("?page=").count() + line.matches("&page=").count() <= 1, "{line}");
            assert!(line.matches("limit=").count() <= 1 && !line.contains("drop table"), "{line}");
            assert!(!head.to_ascii_lowercase().contains("\r\nx-evil"), "{head}");
        }
    }
}

#[tokio::test]
async fn base_urls_with_or_without_a_slash_and_maximum_durations() {
    for provider in providers() {
        let server = Raw::start(|_, _| json(500, "{}")).await;
        for slash in ["", "/"] {
            let url = format!("{}{slash}", server.url());
            let retry =
                RetryPolicy::default().tries(u32::MAX).budget(Duration::MAX).backoff(Duration::MAX, Duration::MAX);
            let options = CallOptions::default().timeout(Duration::MAX).attempt_timeout(Duration::MAX).retry(retry);
            let client = client(provider, url).with_options(options);
            is_decent(&list(&client).await.unwrap_err());
        }
        assert!(server.heads().iter().all(|head| head.starts_with("GET /api/") && !head.starts_with("GET /api//")));

        // The last attempt under a policy with such a wait ends at the call's deadline, and no sum overflows.
        let busy = Raw::start(|_, _| json(503, "{}")).await;
        let retry = RetryPolicy::default().budget(Duration::MAX).backoff(Duration::MAX, Duration::MAX);
        let options = CallOptions::default().timeout(Duration::from_millis(300)).retry(retry);
        is_decent(&list(&client(provider, busy.url()).with_options(options)).await.unwrap_err());
        let limited = Raw::start(|_, _| json(429, "{}")).await;
        let retry = RetryPolicy::default().backoff(Duration::MAX, Duration::MAX);
        let options = CallOptions::default().timeout(Duration::from_millis(300)).retry(retry);
        is_decent(&list(&client(provider, limited.url()).with_options(options)).await.unwrap_err());

        let limit = RateLimit::new(1, Duration::MAX);
        let builder = cloudsnap::Client::builder(provider).base_url(server.url()).auth(cloudsnap::Auth::token("token"));
        let limited = builder.rate_limit(Some(limit)).timeout(Duration::from_millis(200)).build().unwrap();
        is_decent(&list(&limited).await.unwrap_err());
        assert_eq!(list(&limited).await.unwrap_err().kind(), ErrorKind::Timeout);
    }
}

/// The longest possible wait is just long and does not panic.
#[tokio::test]
async fn the_longest_wait() {
    for provider in providers() {
        let sandbox = Sandbox::builder(provider).start().await.unwrap();
        let client = cloudsnap::Client::builder(provider).base_url(sandbox.base_url(provider));
        let client = client.auth(auth(&sandbox, provider)).build().unwrap();
        let operation = client.create_snapshot(CreateSnapshot::new(first(&sandbox, provider), "n")).await.unwrap();
        sandbox.advance(Duration::from_secs(300));
        let options = WaitOptions::default().timeout(Duration::MAX).interval(Duration::MAX, Duration::MAX);
        operation.wait(options).await.unwrap();
    }
}

#[test]
fn invalid_handles_are_rejected() {
    for text in [
        "",
        "cs1.",
        "cs1.e30",
        "cs2.e30",
        "cs1.!!!",
        "cs1.bnVsbA",
        "x",
        "cs1.W10",
        &format!("cs1.{}", "A".repeat(400_000)),
    ] {
        let error = text.parse::<Handle>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
        is_decent(&error);
    }
}
