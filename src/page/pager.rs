//! The walk over the pages of a list: each entry once, none skipped, and an end in any case.

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use futures_util::stream::{self, BoxStream, StreamExt};
use tokio::time::Instant;

use super::key::{Key, Seen, digest};
use super::place::contradiction;
use super::{Identified, Page, PageToken};
use crate::error::{Advice, Error, ErrorKind};
use crate::spec::Provider;

type FetchFuture<'a, T> = Pin<Box<dyn Future<Output = Result<Page<T>, Error>> + Send + 'a>>;

/// Where the reading of a list ends in any case, whatever the server sends.
#[derive(Clone, Copy)]
struct Bounds {
    pages: u64,
    entries: usize,
    /// Time spent in waiting for the server; what the caller does in between is the caller's.
    time: Duration,
    /// Readings of a list that changes each time.
    passes: u32,
}

const BOUNDS: Bounds = Bounds { pages: 100_000, entries: 2_000_000, time: Duration::from_secs(30 * 60), passes: 6 };

/// As many entries as are held in memory at once, with all their fields.
pub(super) const MOST_COLLECTED: usize = 200_000;

/// One reading of the list, from its first page.
#[derive(Default)]
struct Pass {
    /// Pages with entries.
    pages: u64,
    /// Pages that were cut by a number.
    sliding: u64,
    /// A digest of the pages' entries, in their order.
    digest: u64,
    /// A digest of all entries, however they were cut into pages.
    all: u64,
    /// The same without the entries that no reading before this one showed.
    known: u64,
    /// An entry stood on two pages: the list moved while it was read.
    moved: bool,
    /// It was as the reading before it.
    again: bool,
    /// The entries of the page before.
    before: HashSet<Key>,
}

impl Pass {
    fn saw(&mut self, keys: &[Key], fresh: &HashSet<Key>) {
        for key in keys {
            self.all = digest(&[Key::Number(self.all), *key]);
            if !fresh.contains(key) {
                self.known = digest(&[Key::Number(self.known), *key]);
            }
        }
        self.moved |= keys.iter().any(|key| self.before.contains(key));
        self.before = keys.iter().copied().collect();
        self.pages += 1;
        self.digest = digest(&[Key::Number(self.digest), Key::Number(digest(keys))]);
    }

    fn is_as(&self, earlier: &Self) -> bool {
        (self.pages, self.digest) == (earlier.pages, earlier.digest)
    }

    /// Only new entries came: all of the reading before are there, in their order. None of them went while that was read, and so
    /// nothing behind them moved to a page that was read already.
    fn extends(&self, earlier: &Self) -> bool {
        self.known == earlier.all && !earlier.moved && !self.moved
    }

    /// Nothing can have come or gone between this reading and that one: they are the same, page by page. Where an entry stands on two
    /// pages the list was moving, or the server always shows it so: then it takes one reading more.
    fn confirms(&self, earlier: &Self) -> bool {
        self.is_as(earlier) && (earlier.again || !(earlier.moved || self.moved))
    }
}

/// How a list is read: a page at a time.
struct Pager<F> {
    fetch: F,
    provider: Provider,
    bounds: Bounds,
    token: Option<PageToken>,
    done: bool,
    seen: Seen,
    pass: Pass,
    earlier: Option<Pass>,
    passes: u32,
    pages: u64,
    waited: Duration,
}

impl<F> Pager<F> {
    fn new(provider: Provider, fetch: F, bounds: Bounds) -> Self {
        Self {
            fetch,
            provider,
            bounds,
            token: None,
            done: false,
            seen: Seen::default(),
            pass: Pass::default(),
            earlier: None,
            passes: 1,
            pages: 0,
            waited: Duration::ZERO,
        }
    }

    /// The entries of the next page that were not on an earlier one.
    async fn next<'a, T>(&mut self) -> Result<Vec<T>, Error>
    where
        T: Identified + Send + 'a,
        F: FnMut(Option<PageToken>) -> FetchFuture<'a, T> + Send + 'a,
    {
        let started = Instant::now();
        let left = self.bounds.time.saturating_sub(self.waited);
        let page = tokio::time::timeout(left, (self.fetch)(self.token.take())).await;
        self.waited += started.elapsed();
        let page = page.map_err(|_| Error::new(ErrorKind::Timeout, "the list took too long to read"))??;
        self.pages += 1;
        self.take(page)
    }

    /// Takes a page in, and settles what is asked for next.
    fn take<T: Identified>(&mut self, page: Page<T>) -> Result<Vec<T>, Error> {
        let Page { mut items, next, keys, slides, .. } = page;
        self.pass.sliding += u64::from(slides);
        // What stands twice on one page is one entry.
        let mut fresh: HashSet<Key> = keys.iter().copied().filter(|key| self.seen.insert(*key)).collect();
        let repeats = fresh.is_empty() && !keys.is_empty();
        if self.passes == 1 && repeats && next.is_some() {
            let count = keys.len();
            return Err(contradiction(format!("it does not advance, a page repeats {count} entries of earlier pages")));
        }
        // Some servers show the last page again for a number behind it.
        let is_echo = !slides && next.is_none() && keys.iter().all(|key| self.pass.before.contains(key));
        if !keys.is_empty() && !is_echo {
            self.pass.moved |= self.passes == 1 && fresh.len() < keys.len();
            self.pass.saw(&keys, &fresh);
        }
        items.retain(|item| fresh.remove(&item.key()));
        self.check_bounds()?;
        self.token = next;
        let confirmed = self.earlier.as_ref().is_some_and(|earlier| self.pass.confirms(earlier));
        if confirmed {
            self.done = true;
        } else if self.token.is_none() {
            self.end_pass()?;
        }
        Ok(items)
    }

    /// A list that came in one piece is whole. One that was cut into numbered pages is read again until two readings are the same,
    /// but for new entries: else an entry may have moved to a page that was read already.
    fn end_pass(&mut self) -> Result<(), Error> {
        let extended = self.earlier.as_ref().is_some_and(|earlier| self.pass.extends(earlier));
        if self.pass.sliding < 2 || self.pass.pages == 0 || extended {
            self.done = true;
            return Ok(());
        }
        if self.passes >= self.bounds.passes {
            let why = format!("the list changed each of the {} times it was read, and may not be whole", self.passes);
            return Err(Error::new(ErrorKind::Unavailable, why).hint(Advice::TryAgain));
        }
        self.passes += 1;
        self.pass.again = self.earlier.as_ref().is_some_and(|earlier| self.pass.is_as(earlier));
        self.earlier = Some(std::mem::take(&mut self.pass));
        Ok(())
    }

    fn check_bounds(&self) -> Result<(), Error> {
        let Bounds { pages, entries, .. } = self.bounds;
        if self.seen.len() > entries {
            return Err(contradiction(format!("it has more than {entries} entries")));
        }
        // A list that is read again is about as long as it was.
        let again =
            self.earlier.as_ref().map_or(u64::MAX, |earlier| earlier.pages.saturating_mul(2).saturating_add(100));
        if self.pages >= pages || self.pass.pages > again {
            return Err(contradiction(format!("it has not ended after {} pages", self.pages)));
        }
        Ok(())
    }
}

/// All entries of all pages, in order, each once: an entry that moved to a later page while the list was read is not told twice.
///
/// Whatever was there from the first request to the last is among them, or the list ends with an error: so it does, too, if a server
/// contradicts itself or never comes to an end. Entries that moved to an earlier page meanwhile come last.
pub(crate) fn stream<'a, T, F>(provider: Provider, fetch: F) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>) -> FetchFuture<'a, T> + Send + 'a,
{
    bounded(provider, fetch, BOUNDS)
}

fn bounded<'a, T, F>(provider: Provider, fetch: F, bounds: Bounds) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>) -> FetchFuture<'a, T> + Send + 'a,
{
    stream::unfold(Pager::new(provider, fetch, bounds), |mut pager| async move {
        if pager.done {
            return None;
        }
        let items = match pager.next().await {
            Ok(items) => items.into_iter().map(Ok).collect(),
            Err(error) => {
                pager.done = true;
                vec![Err(error.on(pager.provider))]
            }
        };
        Some((items, pager))
    })
    .flat_map(stream::iter)
    .boxed()
}

/// Reads a whole list, in tests and where an adapter needs all of it.
pub(crate) async fn collect<T>(mut list: BoxStream<'_, Result<T, Error>>) -> Result<Vec<T>, Error> {
    let mut items = Vec::new();
    while let Some(item) = list.next().await {
        items.push(item?);
        if items.len() > MOST_COLLECTED {
            return Err(contradiction(format!("it has more than {MOST_COLLECTED} entries, and is needed as a whole")));
        }
    }
    Ok(items)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
