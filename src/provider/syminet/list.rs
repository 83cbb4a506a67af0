//! The account's snapshots over all pages, and one of them.

use crate::error::{Error, ErrorKind};
use crate::generated::syminet::{Client, types};
use crate::model::SnapshotRef;
use crate::page::{Claims, Page, PageToken};
use crate::provider::kit::{Adapter, Numbered, Part, identified, of_vm};

identified!(types::Snapshot);

impl Adapter<Client> {
    /// One page of the account's snapshots, as the provider sent it.
    pub(super) async fn snapshot_page(
        &self,
        query: Option<&str>,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let page = Numbered::of(format!("syminet snapshots {query:?}"), token.as_ref())?;
        let mut request = self.client.list_snapshots().page(page.number());
        if let Some(query) = query {
            request = request.query(query);
        }
        let response = self.sent("list_snapshots", request.send()).await;
        // How many entries a page holds is not documented, and of a search it is not known what `results` counts.
        page.page(response, |response| Part {
            claims: Claims {
                total: query.is_none().then_some(response.results),
                pages: Some(response.pages),
                full: true,
            },
            total: Some(response.results),
            items: response.data,
        })
    }

    /// All snapshots of the account.
    pub(super) async fn all_snapshots(&self) -> Result<Vec<types::Snapshot>, Error> {
        self.all(|token| Box::pin(self.snapshot_page(None, token))).await
    }

    /// The snapshot that a reference means: of the machine that it names, if it names one. There is no call for it.
    pub(super) async fn row(&self, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let vm = snapshot.vm.as_ref().map(|vm| vm.number()).transpose()?;
        let id = snapshot.id.number()?;
        let row = row_in(&self.all_snapshots().await?, id)?.clone();
        of_vm(row.id, row.vm_id, vm)?;
        Ok(row)
    }
}

/// The row of a snapshot among those of the account.
pub(super) fn row_in(rows: &[types::Snapshot], id: i64) -> Result<&types::Snapshot, Error> {
    rows.iter().find(|row| row.id == id).ok_or_else(|| {
        Error::new(ErrorKind::NotFound, "no snapshot by this id in the account")
            .hint("`snapshots list` shows what there is")
    })
}
