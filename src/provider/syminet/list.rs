//! The account's snapshots, over all pages, and single ones.

use std::sync::Arc;

use super::rows;
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::syminet::Client;
use crate::model::{SnapshotRef, VmId};
use crate::page::{Claims, Page, Reading, Wanted};
use crate::provider::kit::{Adapter, Kept, Numbered, Part, identified, of_vm, read};

identified!(rows::Snapshot, rows::Id);

impl Adapter<Client> {
    /// A page of the account's snapshots, as the provider sent it.
    pub(super) async fn snapshot_page(
        &self,
        query: Option<&str>,
        wanted: Wanted,
    ) -> Result<Page<Kept<rows::Snapshot>>, Error> {
        let page = Numbered::of(format!("syminet snapshots {query:?}"), &wanted)?;
        let mut request = self.client.list_snapshots().page(page.number());
        if let Some(query) = query {
            request = request.query(query);
        }
        // The page size is not documented, nor what `results` counts for a search.
        let claims =
            |pages, results| Claims { total: query.is_none().then_some(results), pages: Some(pages), full: true };
        let ids = |page: rows::SnapshotIds| Some(Part::new(page.data, claims(page.pages, page.results), None));
        let rows =
            |page: rows::SnapshotPage| Part::new(page.data, claims(page.pages, page.results), Some(page.results));
        let response = self.page(&wanted, request.response(), ids, rows).await;
        page.page(self.or_unread("list_snapshots", response).await)
    }

    /// The snapshots of the account, as far as they can be read.
    pub(super) async fn reading(&self) -> Reading<Kept<rows::Snapshot>> {
        self.shared(|token| Box::pin(self.snapshot_page(None, token))).await
    }

    /// All snapshots of the account.
    pub(super) async fn all_snapshots(&self) -> Result<Arc<Vec<Kept<rows::Snapshot>>>, Error> {
        self.reading().await.whole()
    }

    /// Whether the list of its slice shows a snapshot. That list is not paginated, so it does not change while it is read. `None` if the
    /// slice does not exist.
    pub(super) async fn is_in_slice(&self, vm: Option<&VmId>, id: i64) -> Result<Option<bool>, Error> {
        let Some(vm) = vm else { return Ok(None) };
        let list: Result<rows::SliceSnapshotList, _> = read!(self.read, list_slice_snapshots.slice_id(vm.number()?));
        match list {
            Ok(list) => Ok(Some(list.data.iter().any(|row| row.id == id))),
            Err(error) if error.kind() == ErrorKind::NotFound || error.is_from_elsewhere() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The snapshot of a reference, which belongs to the machine that the reference names, if any. There is no call for a single snapshot.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<Kept<rows::Snapshot>, Error> {
        let vm = snapshot.vm.as_ref().map(|vm| vm.number()).transpose()?;
        let id = snapshot.id.number()?;
        let row = self.reading().await.find(|row| row.id == id)?.ok_or_else(unlisted)?;
        of_vm(row.id, row.vm_id, vm)?;
        Ok(row)
    }
}

/// The row of a snapshot among those of the account.
pub(super) fn row_in(rows: &[Kept<rows::Snapshot>], id: i64) -> Result<&Kept<rows::Snapshot>, Error> {
    rows.iter().find(|row| row.id == id).ok_or_else(unlisted)
}

fn unlisted() -> Error {
    Error::new(ErrorKind::NotFound, "the account has no snapshot with this ID").hint(Advice::ListSnapshots)
}
