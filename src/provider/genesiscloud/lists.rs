//! Lists of Genesis Cloud: pages by number, whole lists for looking things up.

use std::future::Future;

use super::{GenesisCloud, PROVIDER, check};
use crate::error::Error;
use crate::generated::genesiscloud::types;
use crate::model::VmId;
use crate::page::{self, Page, PageToken};
use crate::transport::CallOptions;

/// As many entries as the provider gives at once.
const PER_PAGE: i64 = 100;

impl page::Identified for types::Snapshot {
    fn identity(&self) -> String {
        self.id.clone()
    }
}

impl page::Identified for types::Instance {
    fn identity(&self) -> String {
        self.id.clone()
    }
}

impl GenesisCloud {
    /// One page of the snapshots of the account, or of an instance.
    pub(super) async fn snapshot_page(
        &self,
        options: &CallOptions,
        vm: Option<&VmId>,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let vm = vm.map(check::instance_id).transpose()?;
        let client = self.per_call(options);
        let fetch = async |number| {
            let list = match vm {
                Some(vm) => {
                    let request = client.list_instance_snapshots().instance_id(vm).page(number).per_page(PER_PAGE);
                    self.ask("list_instance_snapshots", request.send()).await?
                }
                None => {
                    let request = client.list_snapshots().page(number).per_page(PER_PAGE);
                    self.ask("list_snapshots", request.send()).await?
                }
            };
            Ok((list.snapshots, list.total_count))
        };
        walk(token, fetch).await
    }

    /// One page of the instances of the account.
    pub(super) async fn instance_page(
        &self,
        options: &CallOptions,
        token: Option<PageToken>,
    ) -> Result<Page<types::Instance>, Error> {
        let client = self.per_call(options);
        let fetch = async |number| {
            let request = client.list_instances().page(number).per_page(PER_PAGE);
            let list = self.ask("list_instances", request.send()).await?;
            Ok((list.instances, list.total_count))
        };
        walk(token, fetch).await
    }

    /// All snapshots of the account, or of an instance.
    pub(super) async fn all_snapshots(
        &self,
        options: &CallOptions,
        vm: Option<&VmId>,
    ) -> Result<Vec<types::Snapshot>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.snapshot_page(options, vm, token)))).await
    }

    /// All instances of the account.
    pub(super) async fn all_instances(&self, options: &CallOptions) -> Result<Vec<types::Instance>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.instance_page(options, token)))).await
    }
}

/// How far a list was read: the number of the next page, entries so far, and how many there were in all at the last
/// look.
#[derive(Clone, Copy)]
struct Place {
    number: i64,
    seen: i64,
    total: Option<i64>,
}

impl Place {
    fn of(token: Option<&PageToken>) -> Self {
        let parts = token.map(|token| token.0.split(' ').map(str::parse).collect::<Result<Vec<i64>, _>>());
        match parts.as_ref().map(|parts| parts.as_deref()) {
            Some(Ok([number, seen, total])) => Self { number: *number, seen: *seen, total: Some(*total) },
            _ => Self { number: 1, seen: 0, total: None },
        }
    }

    fn token(number: i64, seen: i64, total: i64) -> PageToken {
        PageToken(format!("{number} {seen} {total}"))
    }
}

/// One page. The walk ends when as many entries as there are were seen, and else by an empty page: `total_count` may
/// change on the way, or be wrong. Nor is a short page the end: the provider may give fewer entries than were asked
/// for.
async fn walk<T, F>(token: Option<PageToken>, fetch: impl Fn(i64) -> F) -> Result<Page<T>, Error>
where
    F: Future<Output = Result<(Vec<T>, i64), Error>>,
{
    let place = Place::of(token.as_ref());
    let (current, total) = fetch(place.number).await?;
    let seen = place.seen.saturating_add(i64::try_from(current.len()).unwrap_or(i64::MAX));
    let more = !current.is_empty() && seen != total;

    // Where entries were deleted since the page before, those behind them moved up, onto pages that were read already:
    // these are read again. What shows twice then is dropped by the pager.
    let moved = place.total.map_or(0, |before| before.saturating_sub(total).max(0));
    let again = (moved.saturating_add(PER_PAGE - 1) / PER_PAGE).min(place.number - 1);
    let mut items = Vec::new();
    for number in place.number - again..place.number {
        items.extend(fetch(number).await?.0);
    }
    items.extend(current);
    let next = more.then(|| Place::token(place.number + 1, seen, total));
    Ok(Page::last(items).then(next).of_total(u64::try_from(total).ok()))
}
