//! How a program tests a function of its own: on objects that it builds, against a sandbox that plays the provider, and, for the
//! generated clients alone, against mocks.
//!
//! `cargo run --example testing --features sandbox,mock` runs all three; in a program they are tests.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::time::Duration;

use cloudsnap::deps::httpmock::MockServer;
use cloudsnap::deps::jiff::{SignedDuration, Timestamp};
use cloudsnap::mock::refusal;
use cloudsnap::mock::syminet::MockServerExt;
use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Auth, Client, CreateSnapshot, Error, ErrorKind, ListSnapshots, Provider, Snapshot, SnapshotId, SnapshotStatus,
    VmId, WaitOptions,
};
use futures_util::TryStreamExt;

const PROVIDER: Provider = Provider::Syminet;

type Failure = Box<dyn std::error::Error>;

// --- the program ---

/// A snapshot that is ready and no older than a day: an upgrade may begin.
pub fn protects(snapshots: &[Snapshot], now: Timestamp) -> Option<&Snapshot> {
    let fresh = |at: Timestamp| now.duration_since(at) <= SignedDuration::from_hours(24);
    let usable = |it: &&Snapshot| it.status == SnapshotStatus::Ready && it.created_at.is_some_and(fresh);
    snapshots.iter().filter(usable).max_by_key(|it| it.created_at)
}

/// Sees to it that there is one.
///
/// # Errors
/// Those of the calls.
pub async fn protect(client: &Client, vm: &VmId, now: Timestamp, waiting: WaitOptions) -> Result<SnapshotId, Error> {
    let all: Vec<Snapshot> = client.snapshots(ListSnapshots::default().vm(vm.clone())).try_collect().await?;
    if let Some(fresh) = protects(&all, now) {
        return Ok(fresh.id.clone());
    }
    let operation = client.create_snapshot(CreateSnapshot::new(vm.clone(), "before-upgrade")).await?;
    Ok(operation.wait(waiting).await?.id)
}

/// Deletes by the generated client; one that is already gone does not count as a failure.
///
/// # Errors
/// Those of the call.
pub async fn clean_up(client: &Client, id: i64) -> Result<(), Error> {
    let Some(syminet) = client.as_syminet() else { return Ok(()) };
    match syminet.delete_snapshot().snapshot_id(id).send().await.map_err(Error::from) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other.map(drop),
    }
}

// --- its tests ---

/// A pure function needs no server: objects are built.
///
/// # Errors
/// If a time cannot be read.
pub fn on_objects() -> Result<(), Failure> {
    let now: Timestamp = "2026-03-01T12:00:00Z".parse()?;
    let of = |id: u64, status, made: &str| -> Result<Snapshot, Failure> {
        let mut snapshot = Snapshot::new(PROVIDER, SnapshotId::from(id));
        snapshot.status = status;
        snapshot.created_at = Some(made.parse()?);
        Ok(snapshot)
    };
    let all = [
        of(1, SnapshotStatus::Ready, "2026-02-27T12:00:00Z")?,
        of(2, SnapshotStatus::Ready, "2026-03-01T02:00:00Z")?,
        of(3, SnapshotStatus::Creating, "2026-03-01T11:00:00Z")?,
    ];
    assert_eq!(protects(&all, now).map(|it| it.id.as_str()), Some("2"));
    assert_eq!(protects(&all[..1], now), None);
    Ok(())
}

/// What goes over the network is tested against the sandbox: it keeps a store, checks each request against the OpenAPI document, and
/// its clock is moved by hand.
///
/// # Errors
/// Those of the sandbox and of the function under test.
pub async fn against_the_sandbox() -> Result<(), Failure> {
    let sandbox = Sandbox::builder(PROVIDER).snapshots(0).delay(Duration::from_millis(30)).start().await?;
    let client =
        Client::builder(PROVIDER).base_url(sandbox.base_url(PROVIDER)).auth(sandbox.credential(PROVIDER)).build()?;
    let vm = VmId::new(&sandbox.store().machines(PROVIDER)[0].id)?;
    let waiting = WaitOptions::default().interval(Duration::from_millis(10), Duration::from_millis(40));

    let made = protect(&client, &vm, sandbox.store().now(), waiting.clone()).await?;
    assert_eq!(protect(&client, &vm, sandbox.store().now(), waiting.clone()).await?, made, "one is enough");
    sandbox.advance(Duration::from_secs(25 * 3600));
    assert_ne!(protect(&client, &vm, sandbox.store().now(), waiting).await?, made, "it is too old");
    assert_eq!(sandbox.store().snapshots(PROVIDER).len(), 2);
    assert!(sandbox.violations().is_empty(), "{:?}", sandbox.violations());
    Ok(())
}

/// A refusal that is hard to provoke comes from a mock. Mocks are for the generated clients: a portable verb makes calls of its own
/// beside the one that it is named after.
///
/// # Errors
/// Those of the function under test.
pub async fn against_a_mock() -> Result<(), Failure> {
    let server = MockServer::start_async().await;
    let gone = server.delete_snapshot(|when, then| {
        when.snapshot_id(7);
        refusal(then.into_inner(), PROVIDER, "delete_snapshot", 404);
    });
    let client = Client::builder(PROVIDER).base_url(server.base_url()).auth(Auth::token("test-token")).build()?;
    clean_up(&client, 7).await?;
    gone.assert_async().await;
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    on_objects()?;
    against_the_sandbox().await?;
    against_a_mock().await?;
    println!("all three hold");
    Ok(())
}
