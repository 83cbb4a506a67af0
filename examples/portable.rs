//! The same code for all providers: it checks their capabilities first.
//!
//! `cargo run --example portable --features sandbox` runs it on all four against a sandbox.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    Client, CreateSnapshot, Error, Label, ListSnapshots, Login, NewVm, Provider, RestoreSnapshot, Snapshot, VmId,
    WaitOptions,
};
use futures_util::TryStreamExt;

/// A request with as many of the wanted properties as the provider supports.
pub fn request(client: &Client, vm: &VmId, name: &str) -> CreateSnapshot {
    let can = client.capabilities(Some(vm));
    let mut request = CreateSnapshot::new(vm.clone(), name);
    if can.description {
        request = request.description("created by the portable example");
    }
    if can.labels {
        request = request.label(Label::pair("created-by", "example"));
    }
    request
}

/// How to restore the snapshot: to a new machine if the provider supports it, because that overwrites nothing.
pub fn restore(client: &Client, snapshot: &Snapshot, vm: &VmId) -> Option<RestoreSnapshot> {
    let can = client.capabilities(Some(vm));
    if can.restore_new_vm {
        let mut new = NewVm::new("restore-test");
        if client.provider() == Provider::GenesisCloud {
            let key = Login::SshKeys(vec!["8b0ccd2c-2f5f-4a0d-9b0e-2b8a3c7d4e51".to_owned()]);
            new = new.hostname("restore-test").vm_type("vcpu-2_memory-4g_disk-80g").login(key);
        }
        return Some(RestoreSnapshot::new_vm(snapshot, new));
    }
    can.restore_in_place.then(|| RestoreSnapshot::in_place(snapshot, vm.clone()))
}

/// Creates a snapshot, describes how it would be restored, and deletes it.
///
/// # Errors
/// Those of the requests.
pub async fn tour(client: &Client, vm: &VmId, waiting: &WaitOptions) -> Result<String, Error> {
    let operation = client.create_snapshot(request(client, vm, "portable")).await?;
    let snapshot = operation.wait(waiting.clone()).await?;
    let plan = match restore(client, &snapshot, vm) {
        // Validated against the account, but not sent.
        Some(request) => client.prepare(request).await?.describe(),
        None => "no restore".to_owned(),
    };
    client.delete_snapshot(&snapshot).await?.wait(waiting.clone()).await?;
    let left: Vec<Snapshot> = client.snapshots(ListSnapshots::default().vm(vm.clone())).try_collect().await?;
    assert!(left.iter().all(|it| it.id != snapshot.id));
    Ok(plan)
}

/// The tour of each provider.
///
/// # Errors
/// Those of the sandbox and of [`tour`].
pub async fn all() -> Result<Vec<(Provider, String)>, Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder_all().delay(Duration::from_millis(20)).start().await?;
    let waiting = WaitOptions::default().interval(Duration::from_millis(20), Duration::from_millis(100));
    let mut plans = Vec::new();
    for provider in Provider::ALL.iter().copied() {
        let client = Client::builder(provider)
            .base_url(sandbox.base_url(provider))
            .auth(sandbox.credential(provider))
            .build()?;
        let machine = sandbox.store().machines(provider).remove(0);
        let kind = machine.kind.map(|kind| format!("{kind}/")).unwrap_or_default();
        let vm = VmId::new(format!("{kind}{}", machine.id))?;
        plans.push((provider, tour(&client, &vm, &waiting).await?));
    }
    Ok(plans)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (provider, plan) in all().await? {
        println!("{}: {plan}", provider.title());
    }
    Ok(())
}
