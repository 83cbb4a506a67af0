//! How a program tests its own functions: with objects it creates, against a sandbox that emulates the provider, and, only for the
//! generated clients, against mocks.
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

/// The newest snapshot that is ready and at most a day old: an upgrade may start.
pub fn protects(snapshots: &[Snapshot], now: Timestamp) -> Option<&Snapshot> {
    let fresh = |at: Timestamp| now.duration_since(at) <= SignedDuration::from_hours(24);
    let usable = |it: &&Snapshot| it.status == SnapshotStatus::Ready && it.created_at.is_some_and(fresh);
    snapshots.iter().filter(usable).max_by_key(|it| it.created_at)
}

/// Creates a snapshot unless there is a recent one.
///
/// # Errors
/// Those of the requests.
pub async fn protect(client: &Client, vm: &VmId, now: Timestamp, waiting: WaitOptions) -> Result<SnapshotId, Error> {
    let all: Vec<Snapshot> = client.snapshots(ListSnapshots::default().vm(vm.clone())).try_collect().await?;
    if let Some(fresh) = protects(&all, now) {
        return Ok(fresh.id.clone());
    }
    let operation = client.create_snapshot(CreateSnapshot::new(vm.clone(), "before-upgrade")).await?;
    Ok(operation.wait(waiting).await?.id)
}

/// Deletes a snapshot with the generated client. It is not an error if the snapshot is already gone.
///
/// # Errors
/// Those of the request.
pub async fn clean_up(client: &Client, id: i64) -> Result<(), Error> {
    let Some(syminet) = client.as_syminet() else { return Ok(()) };
    match syminet.delete_snapshot().snapshot_id(id).send().await.map_err(Error::from) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other.map(drop),
    }
}

// --- its tests ---

/// A pure function needs no server, only objects.
///
/// # Errors
/// If a time cannot be parsed.
pub fn on_objects() -> Result<(), Failure> {
    let now: Timestamp = "2026-03-01T12:00:00Z".parse()?;
    let of = |id: u64, status, created: &str| -> Result<Snapshot, Failure> {
        let mut snapshot = Snapshot::new(PROVIDER, SnapshotId::from(id));
        snapshot.status = status;
        snapshot.created_at = Some(created.parse()?);
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

/// Code that sends requests is tested against the sandbox, which has a state, validates each request against the OpenAPI document, and
/// whose clock is moved by the test.
///
/// # Errors
/// Those of the sandbox and of the function under test.
pub async fn against_the_sandbox() -> Result<(), Failure> {
    let sandbox = Sandbox::builder(PROVIDER).snapshots(0).delay(Duration::from_millis(30)).start().await?;
    let client =
        Client::builder(PROVIDER).base_url(sandbox.base_url(PROVIDER)).auth(sandbox.credential(PROVIDER)).build()?;
    let vm = VmId::new(&sandbox.store().machines(PROVIDER)[0].id)?;
    let waiting = WaitOptions::default().interval(Duration::from_millis(10), Duration::from_millis(40));

    let created = protect(&client, &vm, sandbox.store().now(), waiting.clone()).await?;
    assert_eq!(protect(&client, &vm, sandbox.store().now(), waiting.clone()).await?, created, "created a second one");
    sandbox.advance(Duration::from_secs(25 * 3600));
    assert_ne!(protect(&client, &vm, sandbox.store().now(), waiting).await?, created, "used an old one");
    assert_eq!(sandbox.store().snapshots(PROVIDER).len(), 2);
    assert!(sandbox.violations().is_empty(), "{:?}", sandbox.violations());
    Ok(())
}

/// A mock returns an error that is hard to provoke. Mocks are for the generated clients: the portable methods send further requests.
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
    println!("all three passed");
    Ok(())
}
