//! What is specific to ManageIQ: signing in, tasks, records found under any machine, kinds of machines; each with
//! invalid responses.

use std::time::{Duration, Instant};

use cloudsnap::{
    Auth, CallOptions, Client, CreateSnapshot, Deleted, Error, ErrorKind, Handle, ListSnapshots, Operation, Provider,
    RestoreTarget, RetryPolicy, SnapshotId, SnapshotRef, WaitOptions,
};
use futures_util::TryStreamExt;

use crate::raw::{Raw, json, response};
use crate::{TOKEN, client, is_decent, list, machine, reference};

const MIQ: Provider = Provider::ManageIq;

const RECORD: &str = r#"{"id":"71","name":"n","current":0,"vm_or_template_id":"7"}"#;
const EMPTY: &str = r#"{"name":"x","count":0,"subcount":0,"subquery_count":0,"resources":[]}"#;
const DONE: &str = r#"{"href":"h","id":"9","state":"Finished","status":"Ok","message":"m"}"#;
const ACCEPTED: &str = r#"{"success":true,"message":"m","task_id":"9","task_href":"h"}"#;
const TOKEN_GIVEN: &str = r#"{"auth_token":"given-0123456789","token_ttl":600,"expires_on":"2027-03-15T03:10:00Z"}"#;

/// A server that works normally, except for its responses to requests with these beginnings.
async fn server(odd: &[(&'static str, Vec<u8>)]) -> Raw {
    let odd = odd.to_vec();
    Raw::start(move |head, _| {
        if let Some((_, bytes)) = odd.iter().find(|(start, _)| head.starts_with(start)) {
            return bytes.clone();
        }
        let results = format!(r#"{{"results":[{ACCEPTED}]}}"#);
        let good = [
            ("POST /api/vms/7/snapshots/71", ACCEPTED),
            ("POST /api/vms/7/snapshots", &results),
            ("GET /api/vms/7/snapshots/71", RECORD),
            ("GET /api/tasks/9", DONE),
            ("GET /api/vms/7 ", r#"{"id":"7","vendor":"vmware"}"#),
            ("GET /api/vms/7?", r#"{"id":"7","vendor":"vmware"}"#),
            ("GET /api/auth", TOKEN_GIVEN),
        ];
        let body = good.iter().find(|(start, _)| head.starts_with(start)).map_or(EMPTY, |(_, body)| *body);
        json(200, body)
    })
    .await
}

fn snapshot() -> SnapshotRef {
    reference(MIQ, SnapshotId::new("71").unwrap())
}

/// Ends soon, and tolerates no failed poll.
fn brief() -> WaitOptions {
    let tick = Duration::from_millis(10);
    WaitOptions::default().timeout(Duration::from_millis(500)).interval(tick, tick).tolerance(0)
}

async fn deleting(server: &Raw) -> Operation<Deleted> {
    client(MIQ, server.url()).delete_snapshot(snapshot()).await.unwrap()
}

/// A snapshot counts as deleted when the server says so, not when the server says nothing.
#[tokio::test]
async fn a_missing_response_does_not_confirm_a_delete() {
    let html = |status| response(status, "text/html", "<html>no such page</html>");
    let not_found = r#"{"error":{"kind":"not_found","message":"Couldn't find Vm","klass":"X"}}"#;
    for (list, kind) in [
        (json(200, EMPTY), None),
        (json(404, not_found), None),
        (json(200, "{}"), Some(ErrorKind::Decode)),
        (json(200, r#"{"name":"snapshots","count":0,"subcount":0}"#), Some(ErrorKind::Decode)),
        (json(200, r#"{"success":true,"message":"m"}"#), Some(ErrorKind::Decode)),
        (html(200), Some(ErrorKind::Decode)),
        // A gateway knows neither the machine nor that it is gone.
        (html(404), Some(ErrorKind::Transport)),
        (json(404, r#"{"status":404,"error":"Not Found"}"#), Some(ErrorKind::Transport)),
        (json(410, "{}"), Some(ErrorKind::Transport)),
    ] {
        let shown = String::from_utf8_lossy(&list).into_owned();
        let server = server(&[("GET /api/vms/7/snapshots?", list)]).await;
        let outcome = deleting(&server).await.wait(brief()).await;
        assert_eq!(outcome.as_ref().err().map(Error::kind), kind, "{shown}: {outcome:?}");
        if let Err(error) = outcome {
            assert!(error.handle().is_some(), "{error}");
            is_decent(&error);
        }
    }
}

/// A task that does not report its state has neither finished nor progressed.
#[tokio::test]
async fn an_invalid_task_does_not_end_a_wait() {
    let state = |state: &str| json(200, format!(r#"{{"href":"h","status":"Ok","state":{state}}}"#));
    for (task, kind) in [
        (json(200, "{}"), ErrorKind::Decode),
        (json(200, r#"{"href":"h","status":"Ok"}"#), ErrorKind::Decode),
        (state("null"), ErrorKind::Decode),
        (state("true"), ErrorKind::Decode),
        (state(r#""""#), ErrorKind::Timeout),
        (state(&format!(r#""{}""#, "s\\u001b".repeat(100_000))), ErrorKind::Timeout),
    ] {
        let server = server(&[("GET /api/tasks/9", task)]).await;
        let error = deleting(&server).await.wait(brief()).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.handle().is_some(), "{error}");
        is_decent(&error);
        let reverting = client(MIQ, server.url())
            .restore_snapshot(snapshot(), RestoreTarget::InPlace(machine(MIQ, "7").unwrap()))
            .await
            .unwrap();
        assert_eq!(reverting.wait(brief()).await.unwrap_err().kind(), kind);
    }
}

/// A response that does not match the request is not acted upon.
#[tokio::test]
async fn an_invalid_or_different_record_is_not_accepted() {
    for record in ["{}", r#"{"vm_or_template_id":"7"}"#, r#"{"id":"72","vm_or_template_id":"7"}"#, EMPTY, DONE] {
        let server = server(&[("GET /api/vms/7/snapshots/71", json(200, record))]).await;
        let client = client(MIQ, server.url());
        let errors = [
            client.snapshot(&snapshot()).await.map(drop).unwrap_err(),
            client.delete_snapshot(snapshot()).await.map(drop).unwrap_err(),
            client
                .restore_snapshot(snapshot(), RestoreTarget::InPlace(machine(MIQ, "7").unwrap()))
                .await
                .map(drop)
                .unwrap_err(),
        ];
        for error in errors {
            let kind = if record.contains("72") || record == DONE { ErrorKind::Contract } else { ErrorKind::Decode };
            assert_eq!(error.kind(), kind, "{record}: {error}");
            is_decent(&error);
        }
        assert!(server.heads().iter().all(|head| head.starts_with("GET ")), "{record}");
    }
    // It may be the running state, and the machine does not say.
    let state = r#"{"id":"71","name":"Active Image","current":1,"vm_or_template_id":"7"}"#;
    for machine in ["{}", r#"{"id":"7","vendor":null}"#] {
        let odd = [("GET /api/vms/7/snapshots/71", json(200, state)), ("GET /api/vms/7?", json(200, machine))];
        let server = server(&odd).await;
        let error = client(MIQ, server.url()).delete_snapshot(snapshot()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    }
}

/// Embedded snapshots are complete only if their number says so.
#[tokio::test]
async fn embedded_snapshots_without_a_count_are_not_trusted() {
    let page = |rest: &str| {
        let row = format!(r#"{{"id":"7","vendor":"vmware"{rest}}}"#);
        json(200, format!(r#"{{"name":"x","count":9,"subcount":1,"subquery_count":1,"resources":[{row}]}}"#))
    };
    for rest in [r#","snapshots":[]"#, r#","snapshots":[],"v_total_snapshots":null"#, r#","v_total_snapshots":1"#, ""] {
        let listed = format!(r#"{{"name":"x","count":9,"subcount":1,"subquery_count":1,"resources":[{RECORD}]}}"#);
        let odd = [("GET /api/vms?", page(rest)), ("GET /api/vms/7/snapshots?", json(200, listed))];
        let server = server(&odd).await;
        assert_eq!(list(&client(MIQ, server.url())).await.unwrap().len(), 1, "{rest}");
    }
}

/// The same page over and over, with no listable entries: the iteration must detect this, because no caller can.
#[tokio::test]
async fn repeated_pages_are_reported_even_if_nothing_on_them_is_listed() {
    let page = |row: &str| {
        let body = format!(r#"{{"name":"x","count":9,"subcount":1,"subquery_count":9,"resources":[{row}]}}"#);
        json(200, body)
    };
    let bare = page(r#"{"id":"7","vendor":"vmware","v_total_snapshots":0}"#);
    let cloud = page(r#"{"id":"7","cloud":true,"v_total_snapshots":0}"#);
    let state = page(r#"{"id":"71","current":1,"type":"ManageIQ::Providers::Ovirt::InfraManager::Snapshot"}"#);
    let of_one = ListSnapshots::default().vm(machine(MIQ, "7").unwrap());
    for (path, bytes, wanted) in [
        ("GET /api/instances?", &bare, ListSnapshots::default()),
        ("GET /api/vms?", &bare, ListSnapshots::default()),
        ("GET /api/vms?", &cloud, ListSnapshots::default()),
        ("GET /api/vms/7/snapshots?", &state, of_one),
    ] {
        let server = server(&[(path, bytes.clone())]).await;
        let started = Instant::now();
        let list = client(MIQ, server.url()).snapshots(wanted).try_collect::<Vec<_>>();
        let error = tokio::time::timeout(Duration::from_secs(3), list).await.expect("it ends").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Contract, "{path}: {error}");
        assert!(server.heads().len() <= 3, "{path}: {} in {:?}", server.heads().len(), started.elapsed());
    }
}

/// A server may send megabytes of colored text: errors stay short, and handles stay valid.
#[tokio::test]
async fn endless_server_text_is_truncated() {
    let long = format!("\\u001b[2J\\u202e{TOKEN}{}", "w".repeat(1_000_000));
    let refused = format!(r#"{{"success":false,"message":"{long}"}}"#);
    let failed = format!(r#"{{"href":"h","state":"finished","status":"Error","message":"{long}"}}"#);
    let theirs = format!(r#"{{"id":"71","vm_or_template_id":"{long}"}}"#);
    for (path, body) in [
        ("POST /api/vms/7/snapshots/71", &refused),
        ("GET /api/tasks/9", &failed),
        ("GET /api/vms/7/snapshots/71", &theirs),
    ] {
        let server = server(&[(path, json(200, body))]).await;
        let error = match client(MIQ, server.url()).delete_snapshot(snapshot()).await {
            Ok(operation) => operation.wait(brief()).await.unwrap_err(),
            Err(error) => error,
        };
        is_decent(&error);
    }
    // Texts that are stored in a handle: the task, and a name that was not requested.
    let task = format!(r#"{{"results":[{{"success":true,"task_id":"{long}"}}]}}"#);
    let name = format!(
        r#"{{"name":"x","count":1,"subcount":1,"resources":[{{"id":"72","name":"{long}"}}],"subquery_count":1}}"#
    );
    for odd in ["POST /api/vms/7/snapshots", "GET /api/vms/7/snapshots?"] {
        let (task, name) = (task.clone(), name.clone());
        let posted = std::sync::atomic::AtomicBool::new(false);
        let server = Raw::start(move |head, _| {
            let after = posted.fetch_or(head.starts_with("POST"), std::sync::atomic::Ordering::Relaxed);
            match head {
                _ if head.starts_with("POST") && odd.starts_with("POST") => json(200, &task),
                _ if head.starts_with("POST") => json(200, format!(r#"{{"results":[{ACCEPTED}]}}"#)),
                _ if head.starts_with(odd) && after => json(200, &name),
                _ if head.starts_with("GET /api/tasks/9") => json(200, DONE),
                _ => json(200, EMPTY),
            }
        })
        .await;
        let request = CreateSnapshot::new(machine(MIQ, "7").unwrap(), "n");
        let operation = client(MIQ, server.url()).create_snapshot(request).await.unwrap();
        let outcome = operation.wait(brief()).await;
        let handle = operation.handle().to_string();
        assert!(handle.len() < 10_000, "{odd}: {}", handle.len());
        handle.parse::<Handle>().unwrap();
        match outcome {
            Ok(_) => {
                assert!(operation.warnings()[0].text.contains("not \"n\" as asked"), "{:?}", operation.warnings()[0])
            }
            Err(error) => is_decent(&error),
        }
    }
}

/// Unreadable notifications are not reported as absent, and placeholders that refer to each other do not expand
/// forever.
#[tokio::test]
async fn unreadable_notifications_are_reported() {
    let grown = "%{b}".repeat(1000);
    let bindings = format!(
        r#"{{"subject":{{"link":{{"id":"7"}}}},"error":{{"text":"no"}},"a":{{"text":"{}"}},"b":{{"text":"{grown}"}}}}"#,
        "%{a}".repeat(1000)
    );
    let growing = format!(
        r#"{{"name":"x","count":1,"subcount":1,"resources":[{{"href":"h","id":"4","details":{{"text":"%{{a}}%{{b}}","created_at":"2999-01-01T00:00:00Z","bindings":{bindings}}}}}]}}"#
    );
    for (bytes, words) in [
        (json(200, EMPTY), "no failure was reported"),
        (json(200, r#"{"name":"x","count":0,"subcount":0}"#), "cannot be read"),
        (json(403, "{}"), "cannot be read"),
        (response(200, "text/html", "<html>"), "cannot be read"),
        (json(200, growing), "notification 4: "),
    ] {
        let server = server(&[("GET /api/notifications", bytes)]).await;
        let request = CreateSnapshot::new(machine(MIQ, "7").unwrap(), "n");
        let operation = client(MIQ, server.url()).create_snapshot(request).await.unwrap();
        let error = operation.wait(brief()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        assert!(error.to_string().contains(words), "{words:?}: {error}");
        assert!(error.to_string().contains("task 9 succeeded"), "{error}");
        is_decent(&error);
    }
}

fn session(url: String) -> Client {
    let options = CallOptions::default().timeout(Duration::from_millis(700)).retry(RetryPolicy::never());
    let builder = Client::builder(MIQ).base_url(url).auth(Auth::basic("admin", TOKEN)).session(true);
    builder.options(options).rate_limit(None).build().unwrap()
}

/// A sign-in response without a token: nothing else is sent, and the password goes nowhere.
#[tokio::test]
async fn signing_in_at_a_hostile_server() {
    let elsewhere = server(&[]).await;
    let moved = format!("HTTP/1.1 307 X\r\nlocation: {}/auth\r\ncontent-length: 0\r\n\r\n", elsewhere.url());
    let token = |token: &str| json(200, format!(r#"{{"auth_token":{token},"token_ttl":600,"expires_on":"x"}}"#));
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    for (given, kind) in [
        (moved.into_bytes(), ErrorKind::Transport),
        (json(200, "{}"), ErrorKind::Decode),
        (json(200, EMPTY), ErrorKind::Decode),
        (json(200, ""), ErrorKind::Decode),
        (response(200, "text/html", format!("<html>{TOKEN}")), ErrorKind::Decode),
        (json(200, &deep), ErrorKind::Decode),
        (token(r#""""#), ErrorKind::Decode),
        (token(r#"" ""#), ErrorKind::Decode),
        (token(r#""a\r\nx-evil: 1""#), ErrorKind::Decode),
        (token(r#""\u001b[2J""#), ErrorKind::Decode),
        (token("7"), ErrorKind::Decode),
        (token(&format!(r#""{}""#, "t".repeat(1_000_000))), ErrorKind::Decode),
        (
            json(401, format!(r#"{{"error":{{"kind":"unauthorized","message":"no {TOKEN}"}}}}"#)),
            ErrorKind::Unauthorized,
        ),
        (json(500, format!(r#"{{"error":"{TOKEN}{}"}}"#, "x".repeat(50_000))), ErrorKind::Unavailable),
        (b"HTTP/1.1 200 OK\r\nx: ".to_vec(), ErrorKind::Timeout),
    ] {
        let server = server(&[("GET /api/auth", given)]).await;
        let client = session(server.url());
        let started = Instant::now();
        let error = list(&client).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(!error.may_have_taken_effect() && started.elapsed() < Duration::from_millis(1500), "{error}");
        is_decent(&error);
        let heads = server.heads();
        assert!(heads.iter().all(|head| head.starts_with("GET /api/auth")), "{heads:?}");
        client.sign_out().await.unwrap();
    }
    assert!(elsewhere.heads().is_empty(), "{:?}", elsewhere.heads());
    // Lifetimes that exceed any clock: each is a valid token, and none causes a panic.
    for ttl in ["0", "-1", "9223372036854775807", "-9223372036854775808"] {
        let given = json(200, format!(r#"{{"auth_token":"given-01234","token_ttl":{ttl},"expires_on":"x"}}"#));
        let server = server(&[("GET /api/auth", given)]).await;
        let client = session(server.url());
        for _ in 0..2 {
            assert_eq!(list(&client).await.unwrap().len(), 0, "{ttl}");
        }
        assert!(server.heads().iter().all(|head| head.starts_with("GET /api/auth") != head.contains("given-01234")));
    }
}
