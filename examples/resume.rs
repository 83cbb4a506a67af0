//! Begins a snapshot, shows how far it is, stops waiting for it when asked to, and goes on in another process by its handle.
//!
//! `cargo run --example resume --features sandbox` shows both processes against a sandbox.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::path::Path;
use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, Client, CreateSnapshot, Error, ErrorKind, Handle, Provider, Snapshot, VmId, WaitOptions};

const PROVIDER: Provider = Provider::GenesisCloud;

fn waiting() -> WaitOptions {
    WaitOptions::default()
        .interval(Duration::from_millis(20), Duration::from_millis(200))
        .on_progress(|now| println!("  {} {}", now.state, now.status.as_deref().unwrap_or_default()))
}

/// The first process: begins, and waits until it is done or `cancelled`. Whatever happens, the handle is in the file.
///
/// # Errors
/// Those of the call and of the file.
pub async fn begin(
    client: &Client,
    vm: VmId,
    kept: &Path,
    cancelled: impl Future<Output = ()>,
) -> Result<Option<Snapshot>, Box<dyn std::error::Error>> {
    // Two steps: a process that dies between them, or in the second, leaves the handle behind.
    let prepared = client.prepare(CreateSnapshot::new(vm, "before-upgrade")).await?;
    std::fs::write(kept, prepared.handle().as_str())?;
    let operation = prepared.submit().await?;
    // Now it tells more: the id of what is made.
    std::fs::write(kept, operation.handle().as_str())?;
    tokio::select! {
        snapshot = operation.wait(waiting()) => Ok(Some(snapshot?)),
        // Dropping a wait stops nothing at the provider.
        () = cancelled => Ok(None),
    }
}

/// The second process: knows nothing but the file.
///
/// # Errors
/// Those of the file, the handle and the operation.
pub async fn go_on(client: &Client, kept: &Path) -> Result<Snapshot, Box<dyn std::error::Error>> {
    let handle: Handle = std::fs::read_to_string(kept)?.parse()?;
    println!("going on with: {}", handle.describe()?);
    let operation = client.resume::<Snapshot>(&handle)?;
    match operation.wait(waiting()).await {
        Ok(snapshot) => {
            std::fs::remove_file(kept)?;
            Ok(snapshot)
        }
        // No verdict: the file stays, and a third process may go on.
        Err(error) if matches!(error.kind(), ErrorKind::Timeout | ErrorKind::OutcomeUnknown) => Err(error.into()),
        // It has failed for good.
        Err(error) => {
            std::fs::remove_file(kept)?;
            Err(error.into())
        }
    }
}

fn connect(base_url: &str, auth: impl Into<Auth>) -> Result<Client, Error> {
    // The account by its name: the handle outlives a new key.
    Client::builder(PROVIDER).base_url(base_url).auth(auth).account("production").build()
}

/// Both processes, one after the other.
///
/// # Errors
/// Those of both.
pub async fn both() -> Result<Snapshot, Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder(PROVIDER).delay(Duration::from_secs(600)).start().await?;
    let (url, credential) = (sandbox.base_url(PROVIDER), sandbox.credential(PROVIDER));
    let folder = tempfile::tempdir()?;
    let kept = folder.path().join("handle");

    let first = connect(&url, credential.clone())?;
    let vm = VmId::new(&sandbox.store().machines(PROVIDER)[0].id)?;
    let cancelled = tokio::time::sleep(Duration::from_millis(100));
    let seen = begin(&first, vm, &kept, cancelled).await?;
    println!("the first process ends: {}", if seen.is_some() { "done" } else { "not done yet" });
    drop(first);

    // Ten minutes of the provider's work.
    sandbox.advance(Duration::from_secs(601));
    let second = connect(&url, credential)?;
    go_on(&second, &kept).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let snapshot = both().await?;
    println!("{} is {}", snapshot.id, snapshot.status);
    Ok(())
}
