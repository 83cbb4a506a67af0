//! Hostile servers and hostile input: no panics, no false reports, no leaked secrets, no endless calls.

#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "hostile/created.rs"]
mod created;
#[path = "hostile/effects.rs"]
mod effects;
#[path = "hostile/evidence.rs"]
mod evidence;
#[path = "hostile/input.rs"]
mod input;
#[path = "hostile/lists.rs"]
mod lists;
#[cfg(feature = "manageiq")]
#[path = "hostile/manageiq.rs"]
mod manageiq;
#[path = "common/providers.rs"]
mod providers;
#[path = "common/raw.rs"]
mod raw;
#[path = "hostile/servers.rs"]
mod servers;
#[path = "hostile/time.rs"]
mod time;

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Auth, CallOptions, Client, Error, InvalidId, ListSnapshots, Provider, RetryPolicy, SnapshotId, SnapshotRef, VmId,
};
use futures_util::TryStreamExt;
use providers::providers;

const TOKEN: &str = "tok-0123456789";

/// A valid machine ID of a provider, with this number.
fn machine(provider: Provider, number: &str) -> Result<VmId, InvalidId> {
    // Without its kind, it would also be valid for ManageIQ; with it, more of the text is a path.
    if provider == Provider::ManageIq { VmId::new(format!("vms/{number}")) } else { VmId::new(number) }
}

/// A snapshot, with its machine if the provider requires one.
fn reference(provider: Provider, id: SnapshotId) -> SnapshotRef {
    let snapshot = SnapshotRef::new(id);
    if provider == Provider::ManageIq { snapshot.of_vm(machine(provider, "7").unwrap()) } else { snapshot }
}

/// The credentials a sandbox accepts.
fn auth(sandbox: &Sandbox, provider: Provider) -> Auth {
    sandbox.credential(provider).into()
}

/// The first machine of a sandbox.
fn first(sandbox: &Sandbox, provider: Provider) -> VmId {
    let machine = sandbox.store().machines(provider).remove(0);
    let kind = machine.kind.map(|kind| format!("{kind}/")).unwrap_or_default();
    format!("{kind}{}", machine.id).parse().unwrap()
}

fn client(provider: Provider, url: String) -> Client {
    let options = CallOptions::default().timeout(Duration::from_secs(5)).retry(RetryPolicy::never());
    let builder = Client::builder(provider).base_url(url).auth(Auth::token(TOKEN));
    builder.options(options).rate_limit(None).build().unwrap()
}

async fn list(client: &Client) -> Result<Vec<cloudsnap::Snapshot>, Error> {
    client.snapshots(ListSnapshots::default()).try_collect().await
}

/// An error message is a single short line that is safe to print on a terminal.
fn is_decent(error: &Error) {
    let (line, all) = (error.to_string(), format!("{error:?}{:?}", error.body()));
    assert!(line.len() < 2000, "{} bytes", line.len());
    assert!(all.len() < 40_000, "{} bytes", all.len());
    for text in [&line, &all] {
        assert!(!text.contains(|c: char| c.is_control() || c == '\u{202e}'), "{text:?}");
        assert!(!text.contains(TOKEN), "{text:?}");
    }
}
