//! Handles: which connection and which kind of operation they belong to.

#![cfg(all(feature = "sandbox", feature = "syminet"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Auth, Client, ClientBuilder, CreateSnapshot, Deleted, Ensured, ErrorKind, Handle, Provider, Resource, Snapshot,
    VmId, WaitOptions,
};

const PROVIDER: Provider = Provider::Syminet;

fn builder(sandbox: &Sandbox) -> ClientBuilder {
    Client::builder(PROVIDER).base_url(sandbox.base_url(PROVIDER)).auth(sandbox.credential(PROVIDER))
}

fn request(sandbox: &Sandbox) -> CreateSnapshot {
    CreateSnapshot::new(VmId::new(sandbox.store().machines(PROVIDER)[0].id.clone()).unwrap(), "backup")
}

async fn begun(client: &Client, sandbox: &Sandbox) -> Handle {
    client.create_snapshot(request(sandbox)).await.unwrap().handle()
}

#[tokio::test]
async fn a_handle_of_another_kind_is_rejected() {
    let sandbox = Sandbox::builder(PROVIDER).start().await.unwrap();
    let client = builder(&sandbox).build().unwrap();
    let handle = begun(&client, &sandbox).await;
    let error = client.resume::<Deleted>(&handle).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert!(client.resume::<Snapshot>(&handle).is_ok() && client.resume::<Resource>(&handle).is_ok());
}

#[tokio::test]
async fn a_trailing_slash_does_not_change_the_base_url() {
    let sandbox = Sandbox::builder(PROVIDER).start().await.unwrap();
    let client = builder(&sandbox).build().unwrap();
    let slashed = builder(&sandbox).base_url(format!("{}/", sandbox.base_url(PROVIDER))).build().unwrap();
    assert_eq!(client.base_url(), slashed.base_url());
    for (one, other) in [(&client, &slashed), (&slashed, &client)] {
        assert!(other.resume::<Snapshot>(&begun(one, &sandbox).await).is_ok());
    }
}

#[tokio::test]
async fn handles_survive_replacing_the_api_key() {
    let sandbox = Sandbox::builder(PROVIDER).start().await.unwrap();
    let replaced = |name: Option<&str>| {
        let builder = builder(&sandbox).auth(Auth::token("another-token"));
        name.into_iter().fold(builder, ClientBuilder::account).build().unwrap()
    };
    let named = begun(&builder(&sandbox).account("production").build().unwrap(), &sandbox).await;
    assert!(replaced(Some("production")).resume::<Snapshot>(&named).is_ok());
    for other in [replaced(Some("staging")), replaced(None)] {
        let error = other.resume::<Snapshot>(&named).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    }
    // The name is accepted in addition to the credentials, not instead of them.
    assert!(builder(&sandbox).account("by-another-name").build().unwrap().resume::<Snapshot>(&named).is_ok());
    let unnamed = begun(&builder(&sandbox).build().unwrap(), &sandbox).await;
    assert!(replaced(Some("production")).resume::<Snapshot>(&unnamed).is_err());
}

/// Without a state directory, all tasks of a connection know about each other.
#[tokio::test]
async fn one_connection_ensures_one_snapshot() {
    let sandbox = Sandbox::builder(PROVIDER).delay(Duration::from_secs(30)).start().await.unwrap();
    let client = builder(&sandbox).build().unwrap();
    let ensure = || client.ensure_snapshot(request(&sandbox));
    let (one, two, three) = tokio::join!(ensure(), ensure(), ensure());
    let ensured = [one.unwrap(), two.unwrap(), three.unwrap()];
    let made = ensured.iter().filter(|ensured| matches!(ensured, Ensured::Created(_))).count();
    let sent = sandbox.requests().iter().filter(|seen| seen.operation == Some("create_snapshot")).count();
    assert_eq!((made, sent), (1, 1), "{ensured:#?}");
    sandbox.advance(Duration::from_secs(60));
    for ensured in ensured {
        if let Ensured::Pending(operation) | Ensured::Created(operation) = ensured {
            operation.wait(WaitOptions::default()).await.unwrap();
            operation.acknowledge().unwrap();
        }
    }
    assert!(matches!(ensure().await.unwrap(), Ensured::Present(_)));
}

/// A test's sandbox may replace another at the same address with the same IDs: what was learned there no longer
/// applies.
#[tokio::test]
async fn a_new_connection_knows_nothing_about_a_previous_server() {
    let first = Sandbox::builder(PROVIDER).delay(Duration::ZERO).start().await.unwrap();
    let address = first.addr();
    let snapshot = builder(&first).build().unwrap().ensure_snapshot(request(&first)).await.unwrap();
    assert!(matches!(snapshot, Ensured::Created(_)));
    // Its port must be free.
    first.shutdown().await;
    let second = Sandbox::builder(PROVIDER).delay(Duration::ZERO).listen(address).start().await.unwrap();
    second.inject("reset-after@create_snapshot*1".parse().unwrap());
    let operation = builder(&second).build().unwrap().create_snapshot(request(&second)).await.unwrap();
    assert_eq!(operation.resource_id(), second.store().snapshots(PROVIDER).pop().map(|row| row.id));
}

/// A snapshot that was created here is not created again because the lists do not show it yet.
#[tokio::test]
async fn a_lagging_list_creates_no_second_snapshot() {
    let sandbox = Sandbox::builder(PROVIDER).delay(Duration::from_secs(1)).start().await.unwrap();
    let client = builder(&sandbox).build().unwrap();
    let Ensured::Created(operation) = client.ensure_snapshot(request(&sandbox)).await.unwrap() else { panic!() };
    sandbox.advance(Duration::from_secs(2));
    let snapshot = operation.wait(WaitOptions::default()).await.unwrap();
    operation.acknowledge().unwrap();
    // The machine's list lags behind.
    sandbox.inject("stale-list:60@safe*1".parse().unwrap());
    match client.ensure_snapshot(request(&sandbox)).await.unwrap() {
        Ensured::Present(present) => assert_eq!(present.id, snapshot.id),
        other => panic!("{other:?}"),
    }
}
