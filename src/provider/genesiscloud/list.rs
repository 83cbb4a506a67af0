//! What is read of Genesis Cloud: lists over all pages, and single rows.

use super::{ids, map};
use crate::error::Error;
use crate::generated::genesiscloud::{Client, types};
use crate::model::{SnapshotId, SnapshotRef, VmId};
use crate::page::{Claims, Page, PageToken, may_be_full};
use crate::provider::kit::{Adapter, Numbered, Part, about, ask, identified, of_vm, or_listed};

/// As many entries as the provider gives at once.
const PER_PAGE: i64 = 100;

identified!(types::Snapshot, types::Instance);

impl Adapter<Client> {
    // --- pages ---

    /// One page of the snapshots of the account, or of an instance.
    pub(super) async fn snapshot_page(
        &self,
        vm: Option<&VmId>,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let vm = vm.map(ids::vm).transpose()?;
        let page = Numbered::of(format!("genesiscloud snapshots {vm:?}"), token.as_ref())?;
        let number = page.number();
        let response = match vm {
            Some(vm) => {
                ask!(self.sent, list_instance_snapshots.instance_id(vm).page(number).per_page(PER_PAGE))
            }
            None => ask!(self.sent, list_snapshots.page(number).per_page(PER_PAGE)),
        };
        page.page(response, |response| part(response.snapshots, response.total_count, response.per_page))
    }

    /// One page of the instances of the account.
    pub(super) async fn vm_page(&self, token: Option<PageToken>) -> Result<Page<types::Instance>, Error> {
        let page = Numbered::of("genesiscloud instances".to_owned(), token.as_ref())?;
        let response = ask!(self.sent, list_instances.page(page.number()).per_page(PER_PAGE));
        page.page(response, |response| part(response.instances, response.total_count, response.per_page))
    }

    /// All snapshots of the account, or of an instance.
    pub(super) async fn all_snapshots(&self, vm: Option<&VmId>) -> Result<Vec<types::Snapshot>, Error> {
        self.all(|token| Box::pin(self.snapshot_page(vm, token))).await
    }

    /// All instances of the account.
    pub(super) async fn all_vms(&self) -> Result<Vec<types::Instance>, Error> {
        self.all(|token| Box::pin(self.vm_page(token))).await
    }

    // --- single rows ---

    /// An instance as the provider sent it.
    pub(super) async fn vm_row(&self, vm: &VmId) -> Result<types::Instance, Error> {
        let id = ids::vm(vm)?;
        let row = ask!(self.sent, get_instance.instance_id(id))?.instance;
        about(row, |row| row.id == id, "instance", id)
    }

    /// A snapshot as the provider sent it. A 404 that is not the provider's own is held against the list.
    pub(super) async fn snapshot_row(&self, id: &SnapshotId) -> Result<types::Snapshot, Error> {
        let is = |row: &types::Snapshot| row.id == id.as_str();
        let row = match ask!(self.sent, get_snapshot.snapshot_id(ids::snapshot(id)?)) {
            Err(error) if error.is_from_elsewhere() => {
                or_listed(error, self.shared(|token| Box::pin(self.snapshot_page(None, token))), is).await?
            }
            response => response?.snapshot,
        };
        about(row, is, "snapshot", id)
    }

    /// The snapshot that a reference means: of the machine that it names, if it names one. What shows no machine (a clone, an
    /// import) is not held against one.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let vm = snapshot.vm.as_ref().map(ids::vm).transpose()?;
        let row = self.snapshot_row(&snapshot.id).await?;
        of_vm(&snapshot.id, map::source_instance(&row), vm)?;
        Ok(row)
    }
}

/// What an answer says of its list. The provider may give fewer entries at once than were asked for, and then says how many.
fn part<T>(items: Vec<T>, total: i64, per_page: i64) -> Part<T> {
    let full = may_be_full(items.len(), per_page.min(PER_PAGE));
    Part { items, claims: Claims { total: Some(total), pages: None, full }, total: Some(total) }
}
