//! The library from the point of view of a program: errors and their causes, serializable objects and requests, page tokens as text,
//! several snapshots at once, events.
#![cfg(all(
    feature = "sandbox",
    feature = "syminet",
    feature = "manageiq",
    feature = "hyperstack",
    feature = "genesiscloud"
))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "library/docs.rs"]
mod docs;
#[path = "library/errors.rs"]
mod errors;
#[path = "library/events.rs"]
mod events;
#[path = "library/serialized.rs"]
mod serialized;
#[path = "library/several.rs"]
mod several;
#[path = "library/tokens.rs"]
mod tokens;

use std::time::Duration;

use cloudsnap::sandbox::{Sandbox, SandboxBuilder};
use cloudsnap::{Client, ClientBuilder, Provider, VmId, WaitOptions};

/// A sandbox of one provider, and a client builder for it.
async fn fixture(provider: Provider, build: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> (Sandbox, ClientBuilder) {
    let sandbox = build(Sandbox::builder(provider)).start().await.unwrap();
    let client = builder(&sandbox, provider);
    (sandbox, client)
}

fn builder(sandbox: &Sandbox, provider: Provider) -> ClientBuilder {
    Client::builder(provider).base_url(sandbox.base_url(provider)).auth(sandbox.credential(provider))
}

/// The machines of a sandbox.
fn vms(sandbox: &Sandbox, provider: Provider) -> Vec<VmId> {
    let kind = if provider == Provider::ManageIq { "vms/" } else { "" };
    let machines = sandbox.store().machines(provider).into_iter();
    machines.map(|machine| VmId::new(format!("{kind}{}", machine.id)).unwrap()).collect()
}

/// Polls often.
fn waiting() -> WaitOptions {
    WaitOptions::default()
        .interval(Duration::from_millis(10), Duration::from_millis(40))
        .timeout(Duration::from_secs(20))
}
