//! The account's snapshots over all pages, and one of them.

use super::{PROVIDER, Syminet};
use crate::error::{Error, ErrorKind};
use crate::generated::syminet::types;
use crate::model::SnapshotRef;
use crate::page::{self, Page, PageToken};
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
        let read = |token: &PageToken| {
            let (number, seen) = token.0.split_once(':')?;
            Some((number.parse().ok()?, seen.parse().ok()?))
        };
        let (number, seen): (i64, i64) = token.as_ref().and_then(read).unwrap_or((1, 0));
        let client = self.per_call(options);
        let mut request = client.list_snapshots().page(number);
        if let Some(query) = query {
            request = request.query(query);
        }
        let page = call(PROVIDER, "list_snapshots", request.send()).await?;
        self.clock.note(page.headers());
        let page = page.into_inner();
        let seen = seen.saturating_add(i64::try_from(page.data.len()).unwrap_or(i64::MAX));
        // The walk ends by `pages`, and should that be too high by an empty page. Should it be too low, `results` tells that there
        // are more; of a search it is not known what that counts.
        let more = number < page.pages || (query.is_none() && seen < page.results);
        let next = PageToken(format!("{}:{seen}", number.saturating_add(1)));
        let total = u64::try_from(page.results).ok();
        let more = more && !page.data.is_empty();
        Ok(Page::last(page.data).then(more.then_some(next)).of_total(total))
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
            Error::new(ErrorKind::NotFound, "no snapshot by this id in the account")
                .hint("`snapshots list` shows what there is")
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
    fn identity(&self) -> String {
        self.id.to_string()
    }
}
