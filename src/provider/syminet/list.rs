//! The account's snapshots over all pages, and one of them.

use super::rows;
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::syminet::Client;
use crate::model::SnapshotRef;
use crate::page::{Claims, Page, Wanted};
use crate::provider::kit::{Adapter, Kept, Numbered, Part, identified, of_vm};

identified!(rows::Snapshot, rows::Id);

impl Adapter<Client> {
    /// One page of the account's snapshots, as the provider sent it.
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
        // How many entries a page holds is not documented, and of a search it is not known what `results` counts.
        let claims =
            |pages, results| Claims { total: query.is_none().then_some(results), pages: Some(pages), full: true };
        let ids = |page: rows::SnapshotIds| Some(Part::new(page.data, claims(page.pages, page.results), None));
        let rows =
            |page: rows::SnapshotPage| Part::new(page.data, claims(page.pages, page.results), Some(page.results));
        let answer = self.page(&wanted, request.response(), ids, rows).await;
        page.page(self.or_unread("list_snapshots", answer).await)
    }

    /// All snapshots of the account.
    pub(super) async fn all_snapshots(&self) -> Result<Vec<Kept<rows::Snapshot>>, Error> {
        self.all(|token| Box::pin(self.snapshot_page(None, token))).await
    }

    /// The snapshot that a reference means: of the machine that it names, if it names one. There is no call for it.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<Kept<rows::Snapshot>, Error> {
        let vm = snapshot.vm.as_ref().map(|vm| vm.number()).transpose()?;
        let id = snapshot.id.number()?;
        let row = row_in(&self.all_snapshots().await?, id)?.clone();
        of_vm(row.id, row.vm_id, vm)?;
        Ok(row)
    }
}

/// The row of a snapshot among those of the account.
pub(super) fn row_in(rows: &[Kept<rows::Snapshot>], id: i64) -> Result<&Kept<rows::Snapshot>, Error> {
    rows.iter().find(|row| row.id == id).ok_or_else(|| {
        Error::new(ErrorKind::NotFound, "no snapshot by this id in the account").hint(Advice::ListSnapshots)
    })
}
