//! Concurrent waits of one account share their polling: one list serves them all, and only what it does not show is
//! fetched separately.
#![cfg(all(
    feature = "sandbox",
    feature = "syminet",
    feature = "manageiq",
    feature = "hyperstack",
    feature = "genesiscloud"
))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use cloudsnap::sandbox::{Sandbox, SandboxBuilder};
use cloudsnap::{Client, CreateSnapshot, ErrorKind, Operation, Provider, Snapshot, VmId, WaitOptions};
use futures_util::future::join_all;

const N: usize = 36;

async fn sandbox(provider: Provider, build: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> (Sandbox, Client) {
    let builder = Sandbox::builder(provider).vms(N * 2).page_size(100).snapshots(0).delay(Duration::from_secs(3600));
    let sandbox = build(builder).start().await.unwrap();
    let client = connect(&sandbox, provider);
    (sandbox, client)
}

fn connect(sandbox: &Sandbox, provider: Provider) -> Client {
    let auth = sandbox.credential(provider);
    let client = Client::builder(provider).base_url(sandbox.base_url(provider)).auth(auth).rate_limit(None);
    client.build().unwrap()
}

fn vm(provider: Provider, id: &str) -> VmId {
    match provider {
        Provider::ManageIq => VmId::new(format!("vms/{id}")).unwrap(),
        _ => VmId::new(id).unwrap(),
    }
}

async fn creates(sandbox: &Sandbox, client: &Client) -> Vec<Operation<Snapshot>> {
    let mut operations = Vec::new();
    for machine in sandbox.store().machines(client.provider()) {
        if operations.len() == N {
            break;
        }
        let create = client.create_snapshot(CreateSnapshot::new(vm(client.provider(), &machine.id), "nightly"));
        match create.await {
            Ok(operation) => operations.push(operation),
            // Some of its machines are of a kind without snapshots.
            Err(error)
                if matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Unsupported | ErrorKind::OperationFailed) => {
            }
            Err(error) => panic!("{error}"),
        }
    }
    operations
}

/// A short polling interval, so that a short test sees as many polls as a whole night.
const EVERY: Duration = Duration::from_millis(300);
const POLLS: u32 = 30;

fn options() -> WaitOptions {
    WaitOptions::default().interval(EVERY, EVERY).timeout(Duration::from_secs(60))
}

/// Alone, each operation is waited for on a connection of its own: operations of one connection share the readings of its lists.
async fn requests_of(provider: Provider, together: bool) -> (usize, usize) {
    let (sandbox, client) = sandbox(provider, |builder| builder).await;
    let mut operations = creates(&sandbox, &client).await;
    if !together {
        let resumed =
            |operation: &Operation<Snapshot>| connect(&sandbox, provider).resume(&operation.handle()).unwrap();
        operations = operations.iter().map(resumed).collect();
    }
    let before = sandbox.requests().len();
    let later = async {
        tokio::time::sleep(EVERY * POLLS).await;
        sandbox.advance(Duration::from_secs(3601));
    };
    let waits = async {
        match together {
            true => client.wait_all(&operations, options()).await,
            false => join_all(operations.iter().map(|operation| operation.wait(options()))).await,
        }
    };
    let (outcomes, ()) = tokio::join!(waits, later);
    for (outcome, operation) in outcomes.iter().zip(&operations) {
        let snapshot = outcome.as_ref().unwrap_or_else(|error| panic!("{provider}: {error}"));
        assert_eq!(Some(snapshot.id.to_string()), operation.resource_id(), "{provider}");
    }
    (operations.len(), sandbox.requests().len() - before)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shared_waiting_takes_a_tenth_of_the_requests() {
    let both = |provider| async move {
        let ((count, alone), (_, together)) = tokio::join!(requests_of(provider, false), requests_of(provider, true));
        eprintln!("{provider}: {count} waits: {alone} requests alone, {together} together");
        assert_eq!(count, N, "{provider}");
        // Each polls at least once per interval, and less often only on a busy machine.
        let alone = alone.max(N * POLLS as usize);
        // ManageIQ's lists do not show a snapshot before it is finished: each task must be polled occasionally.
        let share = if provider == Provider::ManageIq { 5 } else { 10 };
        assert!(together * share <= alone, "{provider}: {together} together, {alone} alone");
    };
    join_all(Provider::ALL.iter().copied().map(both)).await;
}
