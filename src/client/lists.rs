//! Reading: machines, snapshots and backups.

use std::sync::Arc;

use super::{Client, List};
use crate::capability::unsupported;
use crate::error::{Advice, Error};
use crate::model::{Backup, ListSnapshots, Snapshot, SnapshotRef, Vm, VmId};
use crate::page::{self, Page, PageToken, Wanted};

impl Client {
    /// All snapshots that match the request, over all pages, each once.
    ///
    /// The stream ends at the first error. The entries before it are correct, but the list is incomplete.
    pub fn snapshots(&self, list: ListSnapshots) -> List<Snapshot> {
        let (client, list) = (self.clone(), Arc::new(list));
        page::stream_known(self.provider(), move |token, known| {
            let (client, list) = (client.clone(), Arc::clone(&list));
            Box::pin(async move { client.snapshots_wanted(&list, Wanted { token, known }).await })
        })
    }

    /// One page of snapshots. If the provider cannot filter, a page may have fewer entries than requested, or none.
    ///
    /// # Errors
    /// Any error of the request.
    pub async fn snapshots_page(
        &self,
        list: &ListSnapshots,
        token: Option<PageToken>,
    ) -> Result<Page<Snapshot>, Error> {
        self.snapshots_wanted(list, token.into()).await
    }

    pub(super) async fn snapshots_wanted(&self, list: &ListSnapshots, page: Wanted) -> Result<Page<Snapshot>, Error> {
        let tried = || match &list.vm {
            Some(vm) => format!("list snapshots for VM {vm}"),
            None => "list snapshots".to_owned(),
        };
        let page = async {
            let token = self.position_of(page.token)?;
            self.backend.snapshots(&self.options().bounded(), list, Wanted { token, ..page }).await
        };
        let page = page.await.map_err(|error| self.about(error, tried()))?;
        Ok(self.bound(page))
    }

    /// One snapshot, by its ID, a [`SnapshotRef`] or a [`Snapshot`]. ManageIQ also requires its machine: [`SnapshotRef::of_vm`].
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if it does not exist or belongs to another machine than the reference says.
    pub async fn snapshot(&self, snapshot: impl Into<SnapshotRef>) -> Result<Snapshot, Error> {
        let snapshot = snapshot.into();
        let found = self.backend.snapshot(&self.options().bounded(), &snapshot).await;
        found.map_err(|error| self.about(error, format!("get snapshot {snapshot}")))
    }

    /// All machines.
    pub fn vms(&self) -> List<Vm> {
        let client = self.clone();
        page::stream_known(self.provider(), move |token, known| {
            let client = client.clone();
            Box::pin(async move { client.vms_wanted(Wanted { token, known }).await })
        })
    }

    /// One page of machines.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) if the provider cannot list machines; any error of the request.
    pub async fn vms_page(&self, token: Option<PageToken>) -> Result<Page<Vm>, Error> {
        self.vms_wanted(token.into()).await
    }

    async fn vms_wanted(&self, page: Wanted) -> Result<Page<Vm>, Error> {
        if !self.backend.capabilities(None).list_vms {
            return Err(unsupported(self.provider(), "listing machines", Advice::VmsOfSnapshots));
        }
        let page = async {
            let token = self.position_of(page.token)?;
            self.backend.vms(&self.options().bounded(), Wanted { token, ..page }).await
        };
        let page = page.await.map_err(|error| self.about(error, "list VMs"))?;
        Ok(self.bound(page))
    }

    /// The backups of a machine.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) if the provider has no backups; any error of the request.
    pub async fn backups(&self, vm: impl Into<VmId>) -> Result<Vec<Backup>, Error> {
        let vm = &vm.into();
        if !self.backend.capabilities(Some(vm)).list_backups {
            return Err(unsupported(self.provider(), "listing backups", Advice::ListSnapshots));
        }
        let found = self.backend.backups(&self.options().bounded(), vm).await;
        found.map_err(|error| self.about(error, format!("list backups for VM {vm}")))
    }
}
