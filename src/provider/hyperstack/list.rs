//! Lists over all pages, and where they end.

use super::{Hyperstack, PROVIDER};
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::types;
use crate::page::{self, Claims, Key, Page, PageToken, Place};
use crate::transport::CallOptions;

/// No greatest size of a page is documented; 100 is in use elsewhere.
const PAGE_SIZE: i64 = 100;

impl Hyperstack {
    /// One page of the account's snapshots, as the provider sent it.
    pub(super) async fn snapshot_page(
        &self,
        options: &CallOptions,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let list = "hyperstack list_snapshots";
        let place = Place::of(token.as_ref(), list)?;
        let client = self.per_call(options);
        let ask = || client.list_snapshots().page(number_of(&place)).page_size(PAGE_SIZE).send();
        let mut page = self.query("list_snapshots", ask()).await;
        if is_behind(&place, &page) {
            page = self.query("list_snapshots", ask()).await;
        }
        let rows = if is_behind(&place, &page) { Vec::new() } else { page?.snapshots };
        // It ends with an empty page: what `count` counts is not documented.
        Page::last(rows).at(&place, list, Claims::default())
    }

    /// One page of the machines, as the provider sent it.
    pub(super) async fn vm_page(
        &self,
        options: &CallOptions,
        token: Option<PageToken>,
    ) -> Result<Page<types::Vm>, Error> {
        let list = "hyperstack list_vms";
        let place = Place::of(token.as_ref(), list)?;
        let client = self.per_call(options);
        let ask = || client.list_vms().page(number_of(&place)).page_size(PAGE_SIZE).send();
        let mut page = self.query("list_vms", ask()).await;
        if is_behind(&place, &page) {
            page = self.query("list_vms", ask()).await;
        }
        let rows = if is_behind(&place, &page) { Vec::new() } else { page?.instances };
        // It ends with an empty page: what `count` counts is not documented.
        Page::last(rows).at(&place, list, Claims::default())
    }

    pub(super) async fn all_snapshots(&self, options: &CallOptions) -> Result<Vec<types::Snapshot>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.snapshot_page(options, token)))).await
    }

    pub(super) async fn all_vms(&self, options: &CallOptions) -> Result<Vec<types::Vm>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.vm_page(options, token)))).await
    }
}

impl page::Identified for types::Snapshot {
    fn key(&self) -> Key {
        Key::number(self.id)
    }
}

impl page::Identified for types::Vm {
    fn key(&self) -> Key {
        Key::number(self.id)
    }
}

fn number_of(place: &Place) -> i64 {
    i64::try_from(place.number).unwrap_or(i64::MAX)
}

/// Nothing is documented of what is behind the last page. A server that knows no such page, also when it is asked again, has said that
/// the list ends, if the page before it was not full; behind a full one it may have lost the rest.
fn is_behind<T>(place: &Place, page: &Result<T, Error>) -> bool {
    let short = !place.seen().is_multiple_of(PAGE_SIZE.unsigned_abs());
    short && page.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound || error.is_from_elsewhere())
}
