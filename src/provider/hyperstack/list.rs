//! Lists over all pages, and where they end.

use super::{Hyperstack, PROVIDER};
use crate::error::{Error, ErrorKind};
use crate::generated::hyperstack::types;
use crate::page::{self, Page, PageToken};
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
        let place = Place::of(token.as_ref());
        let client = self.per_call(options);
        let request = client.list_snapshots().page(place.number).page_size(PAGE_SIZE);
        let rows = place.or_end(self.asked("list_snapshots", request.send()).await.map(|list| list.snapshots))?;
        let next = place.after(rows.first().map(|row| row.id), rows.len())?;
        Ok(Page::last(rows).then(next))
    }

    /// One page of the machines, as the provider sent it.
    pub(super) async fn vm_page(
        &self,
        options: &CallOptions,
        token: Option<PageToken>,
    ) -> Result<Page<types::Vm>, Error> {
        let place = Place::of(token.as_ref());
        let client = self.per_call(options);
        let request = client.list_vms().page(place.number).page_size(PAGE_SIZE);
        let rows = place.or_end(self.asked("list_vms", request.send()).await.map(|list| list.instances))?;
        let next = place.after(rows.first().map(|row| row.id), rows.len())?;
        Ok(Page::last(rows).then(next))
    }

    pub(super) async fn all_snapshots(&self, options: &CallOptions) -> Result<Vec<types::Snapshot>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.snapshot_page(options, token)))).await
    }

    pub(super) async fn all_vms(&self, options: &CallOptions) -> Result<Vec<types::Vm>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.vm_page(options, token)))).await
    }
}

impl page::Identified for types::Snapshot {
    fn identity(&self) -> String {
        self.id.to_string()
    }
}

impl page::Identified for types::Vm {
    fn identity(&self) -> String {
        self.id.to_string()
    }
}

/// Where a list is: the number of a page, and of the page before it the first entry and whether it was shorter than asked for.
struct Place {
    number: i64,
    first: Option<i64>,
    short: bool,
}

impl Place {
    fn of(token: Option<&PageToken>) -> Self {
        let read = |token: &PageToken| {
            let mut parts = token.0.split(':');
            let (number, first, short) = (parts.next()?, parts.next()?, parts.next()? == "short");
            Some(Self { number: number.parse().ok()?, first: first.parse().ok(), short })
        };
        token.and_then(read).unwrap_or(Self { number: 1, first: None, short: false })
    }

    /// Where the next page begins, if this one begins with that entry. A list ends with an empty page, and with nothing else:
    /// so a server that gives the same page for ever must be found out, also where all its entries are filtered away.
    fn after(&self, first: Option<i64>, length: usize) -> Result<Option<PageToken>, Error> {
        match first {
            None => Ok(None),
            Some(id) if self.first == Some(id) => {
                let why = format!("the list does not advance: page {} begins as the one before it", self.number);
                Err(Error::new(ErrorKind::Contract, why).on(PROVIDER))
            }
            Some(id) => {
                let short = if i64::try_from(length).is_ok_and(|length| length < PAGE_SIZE) { "short" } else { "full" };
                Ok(Some(PageToken(format!("{}:{id}:{short}", self.number.saturating_add(1)))))
            }
        }
    }

    /// Nothing is documented of what is behind the last page. A server that knows no such page, after one that was not full, has
    /// said that the list ends; after a full one it may have lost the rest.
    fn or_end<T>(&self, page: Result<Vec<T>, Error>) -> Result<Vec<T>, Error> {
        match page {
            Err(error) if error.kind() == ErrorKind::NotFound && self.short => Ok(Vec::new()),
            page => page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_an_empty_page_and_never_runs_in_a_circle() {
        let first = Place::of(None);
        assert_eq!(first.number, 1);
        assert_eq!(first.after(None, 0).unwrap(), None);
        let token = first.after(Some(52817), 2).unwrap().unwrap();
        let second = Place::of(Some(&token));
        assert_eq!((second.number, second.first), (2, Some(52817)));
        assert_eq!(second.after(Some(52817), 2).unwrap_err().kind(), ErrorKind::Contract);
        assert!(second.after(Some(52818), 2).unwrap().is_some());
        assert_eq!(second.after(None, 0).unwrap(), None);
    }
}
