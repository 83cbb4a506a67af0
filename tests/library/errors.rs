//! Errors: their causes, advice, and options that a wait rejects.

use std::error::Error as _;
use std::time::Duration;

use cloudsnap::{
    Advice, Auth, Client, CreateSnapshot, Error, ErrorKind, ListSnapshots, Provider, RetryPolicy, WaitOptions,
};
use futures_util::TryStreamExt;

use crate::{fixture, vms, waiting};

/// The causes of an error, down to the root.
fn causes(error: &Error) -> Vec<&(dyn std::error::Error + 'static)> {
    let (mut all, mut next) = (Vec::new(), error.source());
    while let Some(cause) = next {
        all.push(cause);
        next = cause.source();
    }
    all
}

#[tokio::test]
async fn the_cause_of_a_refused_connection_is_the_system_error() {
    const TOKEN: &str = "token-that-nobody-sees";
    // Bound and dropped, so nothing is listening there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = Client::builder(Provider::Syminet)
        .base_url(format!("http://127.0.0.1:{port}/{TOKEN}"))
        .auth(Auth::token(TOKEN))
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let error = client.snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable, "{error}");
    let causes = causes(&error);
    let system = causes.last().unwrap().downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    assert_eq!(system, Some(std::io::ErrorKind::ConnectionRefused), "{causes:?}");
    assert!(!format!("{error:?} {causes:?}").contains(TOKEN), "{error:?} {causes:?}");
}

#[tokio::test]
async fn the_cause_of_an_unknown_outcome_is_the_error_of_the_request() {
    let (sandbox, builder) =
        fixture(Provider::Syminet, |it| it.fault("reset-before@create_snapshot".parse().unwrap())).await;
    let client = builder.timeout(Duration::from_millis(700)).retry(RetryPolicy::never()).build().unwrap();
    let vm = vms(&sandbox, Provider::Syminet).remove(0);
    let error = client.create_snapshot(CreateSnapshot::new(vm.clone(), "n")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
    assert_eq!(cause.kind(), ErrorKind::Transport, "{cause}");
    let look = Advice::CheckFirst { name: Some("n".to_owned()), vm: Some(vm.to_string()) };
    assert_eq!(error.advice(), Some(&look));
}

/// The generated client rejects an invalid ID with a readable message, not with the name of a type.
#[tokio::test]
async fn an_invalid_id_is_rejected_with_a_readable_message() {
    let client = Client::builder(Provider::GenesisCloud)
        .base_url("http://127.0.0.1:9/")
        .auth(Auth::token("token"))
        .build()
        .unwrap();
    let generated = client.as_genesiscloud().unwrap();
    let error: Error = generated.get_snapshot().snapshot_id("../instances").send().await.unwrap_err().into();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.message().contains("`snapshot_id`") && error.message().contains("single path segment"), "{error}");
    assert!(!error.message().contains("crate"), "{error}");
}

/// A status that means done is rejected if objects have no such status: it would be ignored.
#[tokio::test]
async fn a_done_word_is_rejected_if_it_would_be_ignored() {
    for (provider, is_taken) in [
        (Provider::Syminet, false),
        (Provider::ManageIq, false),
        (Provider::Hyperstack, true),
        (Provider::GenesisCloud, true),
    ] {
        let (sandbox, builder) = fixture(provider, |it| it.delay(Duration::from_millis(5))).await;
        let client = builder.build().unwrap();
        let vm = vms(&sandbox, provider).remove(0);
        let operation = client.create_snapshot(CreateSnapshot::new(vm, "n")).await.unwrap();
        match operation.wait(waiting().done_word("finished")).await {
            Ok(_) => assert!(is_taken, "{provider}"),
            Err(error) => {
                assert!(!is_taken, "{provider}: {error}");
                assert_eq!((error.kind(), error.advice()), (ErrorKind::Unsupported, Some(&Advice::Omit)));
                assert!(error.handle().is_some());
                operation.wait(waiting()).await.unwrap();
            }
        }
    }
}

#[test]
fn debug_shows_only_the_known_fields_of_an_error() {
    let error = Client::builder(Provider::Syminet).build().unwrap_err();
    let shown = format!("{error:?}");
    assert!(shown.contains("kind: Config") && !shown.contains("None"), "{shown}");
}

/// The last pause is shorter than the polling interval, but it is waited for.
#[tokio::test]
async fn a_wait_does_not_time_out_early() {
    let provider = Provider::Syminet;
    let (sandbox, builder) = fixture(provider, |it| it.delay(Duration::from_secs(3600))).await;
    let request = CreateSnapshot::new(vms(&sandbox, provider).remove(0), "n");
    let operation = builder.build().unwrap().create_snapshot(request).await.unwrap();
    let (timeout, interval) = (Duration::from_millis(500), Duration::from_millis(400));
    let started = std::time::Instant::now();
    let error = operation.wait(WaitOptions::default().timeout(timeout).interval(interval, interval)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.handle().is_some() && started.elapsed() >= timeout, "{:?}: {error}", started.elapsed());
}
