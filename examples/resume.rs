//! Starts a snapshot, shows its progress, stops waiting when cancelled, and resumes in another process with the handle.
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

/// The first process: starts the snapshot, and waits until it is ready or `cancelled`. In any case, the handle is in the file.
///
/// # Errors
/// Those of the request and of the file.
pub async fn start(
    client: &Client,
    vm: VmId,
    file: &Path,
    cancelled: impl Future<Output = ()>,
) -> Result<Option<Snapshot>, Box<dyn std::error::Error>> {
    // Two steps: if the process dies between them or in the second, the handle remains.
    let prepared = client.prepare(CreateSnapshot::new(vm, "before-upgrade")).await?;
    std::fs::write(file, prepared.handle().as_str())?;
    let operation = prepared.submit().await?;
    // The handle now includes the ID of the snapshot.
    std::fs::write(file, operation.handle().as_str())?;
    tokio::select! {
        snapshot = operation.wait(waiting()) => Ok(Some(snapshot?)),
        // Dropping a wait cancels nothing at the provider.
        () = cancelled => Ok(None),
    }
}

/// The second process: has only the file.
///
/// # Errors
/// Those of the file, the handle and the operation.
pub async fn resume(client: &Client, file: &Path) -> Result<Snapshot, Box<dyn std::error::Error>> {
    let handle: Handle = std::fs::read_to_string(file)?.parse()?;
    println!("resuming: {}", handle.describe()?);
    let operation = client.resume::<Snapshot>(&handle)?;
    match operation.wait(waiting()).await {
        Ok(snapshot) => {
            std::fs::remove_file(file)?;
            Ok(snapshot)
        }
        // The outcome is still open: the file remains, so that a third process can resume.
        Err(error) if matches!(error.kind(), ErrorKind::Timeout | ErrorKind::OutcomeUnknown) => Err(error.into()),
        // It has failed permanently.
        Err(error) => {
            std::fs::remove_file(file)?;
            Err(error.into())
        }
    }
}

fn connect(base_url: &str, auth: impl Into<Auth>) -> Result<Client, Error> {
    // With a name for the account, the handle stays valid after the key is replaced.
    Client::builder(PROVIDER).base_url(base_url).auth(auth).account("production").build()
}

/// Both processes, one after the other.
///
/// # Errors
/// Those of both.
pub async fn both() -> Result<Snapshot, Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder(PROVIDER).delay(Duration::from_secs(600)).start().await?;
    let (url, credential) = (sandbox.base_url(PROVIDER), sandbox.credential(PROVIDER));
    let directory = tempfile::tempdir()?;
    let file = directory.path().join("handle");

    let first = connect(&url, credential.clone())?;
    let vm = VmId::new(&sandbox.store().machines(PROVIDER)[0].id)?;
    let cancelled = tokio::time::sleep(Duration::from_millis(100));
    let seen = start(&first, vm, &file, cancelled).await?;
    println!("the first process ends: {}", if seen.is_some() { "done" } else { "not done yet" });
    drop(first);

    // The provider takes ten minutes.
    sandbox.advance(Duration::from_secs(601));
    let second = connect(&url, credential)?;
    resume(&second, &file).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let snapshot = both().await?;
    println!("{} is {}", snapshot.id, snapshot.status);
    Ok(())
}
