//! The data for a prune: the machines, whether they still exist, and the complete list of their snapshots.

use std::collections::BTreeSet;

use futures_util::TryStreamExt;

use crate::cli::failure::Failure;
use crate::cli::machines::Machines;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::model::{ListSnapshots, Snapshot, VmId};

/// The snapshots of these machines, or of all. An error on any page fails the whole list: no decision is based on part of it.
pub(crate) async fn snapshots_of(client: &Client, vms: Option<&BTreeSet<VmId>>) -> Result<Vec<Snapshot>, Error> {
    let Some(vms) = vms else { return client.snapshots(ListSnapshots::default()).try_collect().await };
    if client.lists_by_vm() {
        let mut all = Vec::new();
        for vm in vms {
            let of_vm: Vec<_> = client.snapshots(ListSnapshots::default().vm(vm.clone())).try_collect().await?;
            all.extend(of_vm);
        }
        return Ok(all);
    }
    let all: Vec<Snapshot> = client.snapshots(ListSnapshots::default()).try_collect().await?;
    Ok(all.into_iter().filter(|snapshot| snapshot.vm.id.as_ref().is_some_and(|vm| vms.contains(vm))).collect())
}

/// Those machines of the snapshots that no longer exist.
pub(crate) async fn gone(
    client: &Client,
    machines: &Machines,
    snapshots: &[Snapshot],
) -> Result<BTreeSet<VmId>, Failure> {
    let known: BTreeSet<&VmId> = snapshots.iter().filter_map(|snapshot| snapshot.vm.id.as_ref()).collect();
    let mut gone = BTreeSet::new();
    for vm in known {
        let exists = match machines.has(vm) {
            Some(exists) => exists,
            None => exists(client, vm).await?,
        };
        if !exists {
            gone.insert(vm.clone());
        }
    }
    Ok(gone)
}

/// Whether a machine exists, for providers that cannot list machines: listing the snapshots of an unknown machine fails.
async fn exists(client: &Client, vm: &VmId) -> Result<bool, Failure> {
    match client.snapshots_page(&ListSnapshots::default().vm(vm.clone()), None).await {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}
