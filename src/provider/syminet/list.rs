//! The account's snapshots over all pages, and one of them.

use std::sync::Arc;

use tokio::time::Instant;

use super::{PROVIDER, Syminet};
use crate::error::{Error, ErrorKind};
use crate::generated::syminet::types;
use crate::model::{SnapshotRef, VmId};
use crate::page::{self, Claims, Key, Page, PageToken, Place, Reading};
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

    /// The snapshots of the account, as far as they could be read. Callers share the readings.
    pub(super) async fn reading(&self, options: &CallOptions) -> Result<Reading<types::Snapshot>, Error> {
        let read = || Reading::of(page::stream(PROVIDER, |token| Box::pin(self.account_page(options, None, token))));
        self.account.read(options.deadline_from(Instant::now()), read).await
    }

    /// All snapshots of the account.
    pub(super) async fn account(&self, options: &CallOptions) -> Result<Arc<Vec<types::Snapshot>>, Error> {
        self.reading(options).await?.whole()
    }

    /// The snapshots of a slice, in one piece. `None`: there is no such slice, or none any more.
    pub(super) async fn of_slice(
        &self,
        options: &CallOptions,
        slice: i64,
    ) -> Result<Option<Vec<types::SliceSnapshot>>, Error> {
        let client = self.per_call(options);
        match call(PROVIDER, "list_slice_snapshots", client.list_slice_snapshots().slice_id(slice).send()).await {
            Ok(list) => Ok(Some(list.into_inner().data)),
            Err(error) if error.kind() == ErrorKind::NotFound || error.is_from_elsewhere() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether the list of its slice shows a snapshot. That list comes in one piece: it does not move while it is read.
    pub(super) async fn is_in_slice(
        &self,
        options: &CallOptions,
        vm: Option<&VmId>,
        id: i64,
    ) -> Result<Option<bool>, Error> {
        let Some(vm) = vm else { return Ok(None) };
        let rows = self.of_slice(options, vm.number()?).await?;
        Ok(rows.map(|rows| rows.iter().any(|row| row.id == id)))
    }

    /// The row of one snapshot: there is no call for it.
    pub(super) async fn row(&self, options: &CallOptions, snapshot: &SnapshotRef) -> Result<types::Snapshot, Error> {
        let id = snapshot.id.number()?;
        let row = self.reading(options).await?.find(|row| row.id == id)?;
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
    fn key(&self) -> Key {
        Key::number(self.id)
    }
}
