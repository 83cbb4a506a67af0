//! Reads from Genesis Cloud: lists, over all pages, and single rows.

use super::{ids, map, rows};
use crate::error::Error;
use crate::generated::genesiscloud::Client;
use crate::model::{SnapshotId, SnapshotRef, VmId};
use crate::page::{Claims, Identified, Page, Wanted, may_be_full};
use crate::provider::kit::{Adapter, Kept, Numbered, Part, about, identified, of_vm, or_listed, read};

/// The maximum page size.
const PER_PAGE: i64 = 100;

identified!(rows::Snapshot, rows::Instance, rows::Id);

impl Adapter<Client> {
    // --- pages ---

    /// A page of the snapshots of the account, or of an instance.
    pub(super) async fn snapshot_page(
        &self,
        vm: Option<&VmId>,
        wanted: Wanted,
    ) -> Result<Page<Kept<rows::Snapshot>>, Error> {
        let vm = vm.map(ids::vm).transpose()?;
        let page = Numbered::of(format!("genesiscloud snapshots {vm:?}"), &wanted)?;
        let number = page.number();
        let ids = |list: rows::SnapshotIds| Some(part(list.snapshots, list.total_count, list.per_page));
        let rows = |list: rows::SnapshotList| part(list.snapshots, list.total_count, list.per_page);
        let (operation, response) = match vm {
            Some(vm) => {
                let list = self.client.list_instance_snapshots().instance_id(vm).page(number).per_page(PER_PAGE);
                ("list_instance_snapshots", self.page(&wanted, list.response(), ids, rows).await)
            }
            None => {
                let list = self.client.list_snapshots().page(number).per_page(PER_PAGE);
                ("list_snapshots", self.page(&wanted, list.response(), ids, rows).await)
            }
        };
        page.page(self.or_unread(operation, response).await)
    }

    /// A page of the instances of the account.
    pub(super) async fn vm_page(&self, wanted: Wanted) -> Result<Page<Kept<rows::Instance>>, Error> {
        let page = Numbered::of("genesiscloud instances".to_owned(), &wanted)?;
        let list = self.client.list_instances().page(page.number()).per_page(PER_PAGE);
        let ids = |list: rows::InstanceIds| Some(part(list.instances, list.total_count, list.per_page));
        let rows = |list: rows::InstanceList| part(list.instances, list.total_count, list.per_page);
        let response = self.page(&wanted, list.response(), ids, rows).await;
        page.page(self.or_unread("list_instances", response).await)
    }

    /// All snapshots of the account, or of an instance.
    pub(super) async fn all_snapshots(&self, vm: Option<&VmId>) -> Result<Vec<Kept<rows::Snapshot>>, Error> {
        self.all(|token| Box::pin(self.snapshot_page(vm, token))).await
    }

    /// All instances of the account.
    pub(super) async fn all_vms(&self) -> Result<Vec<Kept<rows::Instance>>, Error> {
        self.all(|token| Box::pin(self.vm_page(token))).await
    }

    // --- single rows ---

    /// An instance as the provider sent it.
    pub(super) async fn vm_row(&self, vm: &VmId) -> Result<Kept<rows::Instance>, Error> {
        let id = ids::vm(vm)?;
        let response: rows::InstanceAnswer = read!(self.read, get_instance.instance_id(id))?;
        let row = response.instance;
        about(row, |row| row.id == id, "instance", id)
    }

    /// A snapshot as the provider sent it. For a 404 that does not come from the provider itself, the list decides.
    pub(super) async fn snapshot_row(&self, id: &SnapshotId) -> Result<Kept<rows::Snapshot>, Error> {
        let is = |row: &Kept<rows::Snapshot>| row.id == id.as_str();
        let response: Result<rows::SnapshotAnswer, _> = read!(self.read, get_snapshot.snapshot_id(ids::snapshot(id)?));
        let row = match response {
            Err(error) if error.is_from_elsewhere() => {
                or_listed(error, self.shared(|page| Box::pin(self.snapshot_page(None, page))), is).await?
            }
            response => response?.snapshot,
        };
        about(row, is, "snapshot", id)
    }

    /// The snapshot of a reference, which belongs to the machine that the reference names, if any. A snapshot without a machine (a clone,
    /// an import) fits any.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<Kept<rows::Snapshot>, Error> {
        let vm = snapshot.vm.as_ref().map(ids::vm).transpose()?;
        let row = self.snapshot_row(&snapshot.id).await?;
        of_vm(&snapshot.id, map::source_instance(&row), vm)?;
        Ok(row)
    }
}

/// The part of a list in a response. The provider may use a smaller page size than requested, and then reports it.
fn part<T: Identified>(items: Vec<T>, total: i64, per_page: i64) -> Part<T> {
    let full = may_be_full(items.len(), per_page.min(PER_PAGE));
    Part::new(items, Claims { total: Some(total), pages: None, full }, Some(total))
}
