//! The account's snapshots over all pages, and one of them.

use super::{PROVIDER, Syminet};
use crate::error::{Advice, Error, ErrorKind};
use crate::generated::syminet::types;
use crate::model::SnapshotRef;
use crate::page::{self, Claims, Key, Page, PageToken, Place};
use crate::provider::call;
use crate::transport::CallOptions;

impl Syminet {
    /// One page of the account's snapshots, as the provider sent it.
    pub(super) async fn account_page(
        &self,
        options: &CallOptions,
        query: Option<&str>,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let list = format!("syminet snapshots {query:?}");
        let place = Place::of(token.as_ref(), &list)?;
        let number = i64::try_from(place.number).unwrap_or(i64::MAX);
        let client = self.per_call(options);
        let mut request = client.list_snapshots().page(number);
        if let Some(query) = query {
            request = request.query(query);
        }
        let page = match call(PROVIDER, "list_snapshots", request.send()).await {
            // The list was said to end before this page, and there is none.
            Err(error) if place.is_probe() && error.kind() == ErrorKind::NotFound => return Ok(Page::last(Vec::new())),
            page => page?,
        };
        self.clock.note(page.headers());
        let page = page.into_inner();
        // How many entries a page holds is not documented, and of a search it is not known what `results` counts.
        let claims = Claims { total: query.is_none().then_some(page.results), pages: Some(page.pages), full: true };
        let total = u64::try_from(page.results).ok();
        Ok(Page::last(page.data).at(&place, &list, claims)?.of_total(total))
    }

    /// All snapshots of the account.
    pub(super) async fn account(&self, options: &CallOptions) -> Result<Vec<types::Snapshot>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.account_page(options, None, token)))).await
    }

    /// The row of one snapshot: there is no call for it.
    pub(super) async fn row(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let id = snapshot.id.number()?;
        let row = self.account(options).await?.into_iter().find(|row| row.id == id);
        let row = row.ok_or_else(|| {
            Error::new(ErrorKind::NotFound, "no snapshot by this id in the account").hint(Advice::ListSnapshots)
        })?;
        match (&snapshot.vm, row.vm_id) {
            (Some(vm), Some(of)) if vm.number()? != of => {
                let why = format!("snapshot {id} is of vm {of}, not of vm {vm}");
                Err(Error::new(ErrorKind::NotFound, why))
            }
            _ => Ok(row),
        }
    }
}

impl page::Identified for types::Snapshot {
    fn key(&self) -> Key {
        Key::number(self.id)
    }
}
