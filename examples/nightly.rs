//! Takes tonight's snapshot of every machine, four at a time, and keeps the seven newest of each.
//!
//! `cargo run --example nightly --features sandbox` runs nine nights against a sandbox.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::time::Duration;

use cloudsnap::deps::jiff::{Timestamp, tz::TimeZone};
use cloudsnap::retention::Policy;
use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Client, CreateSnapshot, Ensured, Error, ListSnapshots, Provider, Snapshot, Vm, VmId, WaitOptions};
use futures_util::{StreamExt, TryStreamExt};

/// So many snapshots are made at once.
const AT_ONCE: usize = 4;

/// What came of a night.
#[derive(Debug, Default)]
pub struct Night {
    /// Tonight's snapshots, also those that were there already.
    pub made: Vec<Snapshot>,
    /// How many old ones are gone.
    pub deleted: usize,
    /// What failed of single machines.
    pub errors: Vec<Error>,
}

/// One night. Run again after a crash, it makes no second snapshot: one by that name, or under way, is left alone.
///
/// # Errors
/// If the account's lists cannot be read whole. What fails of single machines is in the [`Night`].
pub async fn night(client: &Client, name: &str, now: Timestamp, waiting: WaitOptions) -> Result<Night, Error> {
    let mut night = Night::default();
    let machines: Vec<Vm> = client.vms().try_collect().await?;
    // One list tells all waits how far they are.
    let waiting = waiting.shared(&client.shared_poller());
    let made = machines.into_iter().map(|vm| one(client, vm.id, name, waiting.clone()));
    let made: Vec<_> = futures_util::stream::iter(made).buffer_unordered(AT_ONCE).collect().await;
    for outcome in made {
        match outcome {
            Ok(snapshot) => night.made.push(snapshot),
            Err(error) => night.errors.push(error),
        }
    }

    // What people made by hand is theirs.
    let all: Vec<Snapshot> = client.snapshots(ListSnapshots::default().name("nightly-")).try_collect().await?;
    let plan = Policy::default().last(7).plan(all, now, &TimeZone::UTC);
    let old = plan.deletions().map(|verdict| &verdict.snapshot);
    for outcome in client.delete_snapshots_and_wait(old, waiting).await {
        match outcome {
            Ok(_) => night.deleted += 1,
            Err(error) => night.errors.push(error),
        }
    }
    Ok(night)
}

async fn one(client: &Client, vm: VmId, name: &str, waiting: WaitOptions) -> Result<Snapshot, Error> {
    match client.ensure_snapshot(CreateSnapshot::new(vm, name)).await? {
        Ensured::Present(snapshot) => Ok(*snapshot),
        Ensured::Created(operation) | Ensured::Pending(operation) => {
            let snapshot = operation.wait(waiting).await?;
            // It is told: a state folder need not keep it any longer.
            operation.acknowledge()?;
            Ok(snapshot)
        }
        other => unreachable!("{other:?}"),
    }
}

/// Nine nights of a sandbox account: how many nightly snapshots are left of each machine, and how many errors there were.
///
/// # Errors
/// Those of the sandbox and of [`night`].
pub async fn nine_nights() -> Result<(usize, usize), Box<dyn std::error::Error>> {
    const PROVIDER: Provider = Provider::Hyperstack;
    let sandbox = Sandbox::builder(PROVIDER).vms(2).snapshots(0).delay(Duration::from_millis(5)).start().await?;
    let client =
        Client::builder(PROVIDER).base_url(sandbox.base_url(PROVIDER)).auth(sandbox.credential(PROVIDER)).build()?;
    let waiting = WaitOptions::default().interval(Duration::from_millis(10), Duration::from_millis(50));
    let mut errors = 0;
    for date in 1..=9 {
        let now = sandbox.store().now();
        let night = night(&client, &format!("nightly-{date}"), now, waiting.clone()).await?;
        println!("night {date}: {} made, {} deleted, {} failed", night.made.len(), night.deleted, night.errors.len());
        errors += night.errors.len();
        // The next one is a day later for the account.
        sandbox.advance(Duration::from_secs(24 * 3600));
    }
    let left: Vec<Snapshot> = client.snapshots(ListSnapshots::default()).try_collect().await?;
    let machines: Vec<Vm> = client.vms().try_collect().await?;
    Ok((left.len() / machines.len(), errors))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (left, errors) = nine_nights().await?;
    println!("{left} snapshots left of each machine, {errors} errors");
    Ok(())
}
