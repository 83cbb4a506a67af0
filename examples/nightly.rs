//! Creates tonight's snapshot of every machine, and keeps the seven newest of each.
//!
//! `cargo run --example nightly --features sandbox` runs nine nights against a sandbox.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::time::Duration;

use cloudsnap::deps::jiff::{Timestamp, tz::TimeZone};
use cloudsnap::retention::Policy;
use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Client, CreateSnapshot, Error, ListSnapshots, Provider, Snapshot, Vm, WaitOptions};
use futures_util::TryStreamExt;

/// The result of a night.
#[derive(Debug, Default)]
pub struct Night {
    /// Tonight's snapshots, including those that existed already.
    pub created: Vec<Snapshot>,
    /// The number of old snapshots that were deleted.
    pub deleted: usize,
    /// The errors of single machines and snapshots.
    pub errors: Vec<Error>,
}

/// One night. It can be run again after a crash: a machine that has a snapshot with this name, or for which one is being created, gets no
/// second one.
///
/// # Errors
/// If the lists of the account cannot be read completely. The errors of single machines are in the [`Night`].
pub async fn night(client: &Client, name: &str, now: Timestamp, wait: WaitOptions) -> Result<Night, Error> {
    let vms: Vec<Vm> = client.vms().try_collect().await?;
    let requests = vms.into_iter().map(|vm| CreateSnapshot::new(vm.id, name));
    let created = client.ensure_snapshots_and_wait(requests, wait.clone()).await;
    // Snapshots with other names were not created by this program.
    let ours = client.snapshots(ListSnapshots::default().name("nightly-"));
    let plan = Policy::default().last(7).plan_list(ours, now, &TimeZone::UTC).await?;
    let deleted = client.delete_snapshots_and_wait(plan.deletions(), wait).await;

    let mut night = Night::default();
    for result in created {
        result.map_or_else(|error| night.errors.push(error), |snapshot| night.created.push(snapshot));
    }
    for result in deleted {
        result.map_or_else(|error| night.errors.push(error), |_| night.deleted += 1);
    }
    Ok(night)
}

/// Nine nights of a sandbox account: returns the number of nightly snapshots per machine, and the number of errors.
///
/// # Errors
/// Those of the sandbox and of [`night`].
pub async fn nine_nights() -> Result<(usize, usize), Box<dyn std::error::Error>> {
    const PROVIDER: Provider = Provider::Hyperstack;
    let sandbox = Sandbox::builder(PROVIDER).vms(2).snapshots(0).delay(Duration::from_millis(5)).start().await?;
    let client =
        Client::builder(PROVIDER).base_url(sandbox.base_url(PROVIDER)).auth(sandbox.credential(PROVIDER)).build()?;
    let wait = WaitOptions::default().interval(Duration::from_millis(10), Duration::from_millis(50));
    let mut errors = 0;
    for date in 1..=9 {
        let now = sandbox.store().now();
        let night = night(&client, &format!("nightly-{date}"), now, wait.clone()).await?;
        println!(
            "night {date}: {} created, {} deleted, {} failed",
            night.created.len(),
            night.deleted,
            night.errors.len()
        );
        errors += night.errors.len();
        // The next night is a day later on the clock of the sandbox.
        sandbox.advance(Duration::from_secs(24 * 3600));
    }
    let left: Vec<Snapshot> = client.snapshots(ListSnapshots::default()).try_collect().await?;
    let machines: Vec<Vm> = client.vms().try_collect().await?;
    Ok((left.len() / machines.len(), errors))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (left, errors) = nine_nights().await?;
    println!("{left} snapshots of each machine, {errors} errors");
    Ok(())
}
