//! The walk over the pages of a list: each entry once, none skipped, and an end in any case.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_util::stream::{BoxStream, Stream, StreamExt};
use tokio::time::{Instant, Sleep};

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
    /// The entries of the page before, in order.
    before: Vec<Key>,
}

impl Pass {
    fn saw(&mut self, keys: &[Key], fresh: &[bool]) {
        // Mostly all of a page are new, or none.
        let all_new = fresh.iter().all(|fresh| *fresh);
        let mut new: Vec<Key> = Vec::new();
        if !all_new {
            new.extend(keys.iter().zip(fresh).filter(|(_, fresh)| **fresh).map(|(key, _)| *key));
            new.sort_unstable();
        }
        for key in keys {
            self.all = digest(&[Key::Number(self.all), *key]);
            if !all_new && new.binary_search(key).is_err() {
                self.known = digest(&[Key::Number(self.known), *key]);
            }
        }
        self.moved |= keys.iter().any(|key| self.before.binary_search(key).is_ok());
        self.before.clear();
        self.before.extend_from_slice(keys);
        self.before.sort_unstable();
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

/// The entries that were already yielded when a list is read again. They need not be decoded again.
#[derive(Clone)]
pub(crate) struct Known(Arc<RwLock<Seen>>);

impl Known {
    /// Whether all of them were yielded.
    #[allow(dead_code, reason = "only lists of numbered pages are read again")]
    pub(crate) fn has_all(&self, keys: &[Key]) -> bool {
        let seen = self.0.read().unwrap_or_else(PoisonError::into_inner);
        keys.iter().all(|key| seen.has(*key))
    }
}

/// How a list is read: a page at a time.
struct Pager<F> {
    fetch: F,
    provider: Provider,
    bounds: Bounds,
    token: Option<PageToken>,
    done: bool,
    seen: Known,
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
            seen: Known(Arc::default()),
            pass: Pass::default(),
            earlier: None,
            passes: 1,
            pages: 0,
            waited: Duration::ZERO,
        }
    }

    /// Requests the page for a token.
    fn ask<'a, T>(&mut self, token: Option<PageToken>) -> FetchFuture<'a, T>
    where
        F: FnMut(Option<PageToken>, Option<Known>) -> FetchFuture<'a, T>,
    {
        let known = (self.passes > 1).then(|| self.seen.clone());
        (self.fetch)(token, known)
    }

    /// Processes a page: returns the entries that were not on an earlier one, and determines the next request.
    fn take<T: Identified>(&mut self, page: Page<T>) -> Result<Vec<T>, Error> {
        let Page { mut items, next, keys, slides, .. } = page;
        self.pages += 1;
        self.pass.sliding += u64::from(slides);
        let (fresh, seen) = {
            let mut seen = self.seen.0.write().unwrap_or_else(PoisonError::into_inner);
            // What stands twice on one page is one entry.
            let fresh: Vec<bool> = keys.iter().map(|key| seen.insert(*key)).collect();
            (fresh, seen.len())
        };
        let count = fresh.iter().filter(|fresh| **fresh).count();
        if self.passes == 1 && count == 0 && !keys.is_empty() && next.is_some() {
            let count = keys.len();
            return Err(contradiction(format!("it does not advance, a page repeats {count} entries of earlier pages")));
        }
        // Some servers show the last page again for a number behind it.
        let is_echo = !slides && next.is_none() && keys.iter().all(|key| self.pass.before.binary_search(key).is_ok());
        if !keys.is_empty() && !is_echo {
            self.pass.moved |= self.passes == 1 && count < keys.len();
            self.pass.saw(&keys, &fresh);
        }
        keep_fresh(&mut items, &keys, &fresh);
        self.check_bounds(seen)?;
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

    fn check_bounds(&self, seen: usize) -> Result<(), Error> {
        let Bounds { pages, entries, .. } = self.bounds;
        if seen > entries {
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

/// Retains the new entries, each once.
fn keep_fresh<T: Identified>(items: &mut Vec<T>, keys: &[Key], fresh: &[bool]) {
    if fresh.iter().all(|fresh| *fresh) {
        return;
    }
    // Filters only remove entries, so equal lengths mean that nothing was removed.
    if items.len() == keys.len() {
        let mut fresh = fresh.iter();
        items.retain(|_| fresh.next().is_some_and(|fresh| *fresh));
        return;
    }
    let mut left: Vec<Key> = keys.iter().zip(fresh).filter(|(_, fresh)| **fresh).map(|(key, _)| *key).collect();
    left.sort_unstable();
    let mut used = vec![false; left.len()];
    items.retain(|item| match left.binary_search(&item.key()) {
        Ok(at) => !std::mem::replace(&mut used[at], true),
        Err(_) => false,
    });
}

/// A request for a page in progress.
struct Fetching<'a, T> {
    page: FetchFuture<'a, T>,
    /// The token of the page, for a repeated request.
    token: Option<PageToken>,
    /// The result, if it arrived before it was needed.
    came: Option<Result<Page<T>, Error>>,
    polled: Instant,
    /// Whether it was not polled for so long that it may have timed out through no fault of the server.
    stalled: bool,
    /// Since when the consumer has been waiting, and the timer of the time limit.
    waiting: Option<(Instant, Pin<Box<Sleep>>)>,
}

/// If the consumer takes longer than this between two polls, a failed request for the next page is repeated.
const STALL: Duration = Duration::from_secs(1);

impl<'a, T> Fetching<'a, T> {
    fn new(page: FetchFuture<'a, T>, token: Option<PageToken>) -> Self {
        Self { page, token, came: None, polled: Instant::now(), stalled: false, waiting: None }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Page<T>, Error>> {
        if let Some(page) = self.came.take() {
            return Poll::Ready(page);
        }
        let now = Instant::now();
        self.stalled |= now.duration_since(self.polled) > STALL && self.waiting.is_none();
        self.polled = now;
        self.page.as_mut().poll(cx)
    }
}

/// The stream of the entries of a list. Requests the next page while the entries of the current one are consumed.
struct Walk<'a, T, F> {
    pager: Pager<F>,
    items: std::vec::IntoIter<T>,
    /// The number of new entries of the page.
    length: usize,
    fetching: Option<Fetching<'a, T>>,
}

// No field is structurally pinned.
impl<T, F> Unpin for Walk<'_, T, F> {}

impl<'a, T, F> Walk<'a, T, F>
where
    T: Identified,
    F: FnMut(Option<PageToken>, Option<Known>) -> FetchFuture<'a, T>,
{
    fn fetching(&mut self) -> &mut Fetching<'a, T> {
        let Self { pager, fetching, .. } = self;
        fetching.get_or_insert_with(|| {
            let token = pager.token.take();
            Fetching::new(pager.ask(token.clone()), token)
        })
    }

    /// Requests the next page once a quarter of the current one is consumed, and polls the request again at each further quarter.
    fn look_ahead(&mut self, cx: &mut Context<'_>) {
        let (left, length) = (self.items.len(), self.length);
        if self.pager.done || left == 0 || ![1, 2, 3].iter().any(|quarters| left == length * quarters / 4) {
            return;
        }
        let fetching = self.fetching();
        if fetching.came.is_none()
            && let Poll::Ready(page) = fetching.poll(cx)
        {
            fetching.came = Some(page);
        }
    }

    /// The next page, once all entries of the current one are consumed.
    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Result<Page<T>, Error>> {
        loop {
            let left = self.pager.bounds.time.saturating_sub(self.pager.waited);
            let fetching = self.fetching();
            let page = fetching.poll(cx);
            let now = Instant::now();
            let (since, end) = fetching.waiting.get_or_insert_with(|| (now, Box::pin(tokio::time::sleep(left))));
            let since = *since;
            let page = match page {
                Poll::Ready(Err(_)) if fetching.stalled => {
                    let token = fetching.token.take();
                    let page = self.pager.ask(token.clone());
                    self.fetching = Some(Fetching::new(page, token));
                    continue;
                }
                Poll::Ready(page) => page,
                Poll::Pending => {
                    ready!(end.as_mut().poll(cx));
                    Err(Error::new(ErrorKind::Timeout, "the list took too long to read"))
                }
            };
            self.pager.waited += now.duration_since(since);
            self.fetching = None;
            return Poll::Ready(page);
        }
    }
}

impl<'a, T, F> Stream for Walk<'a, T, F>
where
    T: Identified,
    F: FnMut(Option<PageToken>, Option<Known>) -> FetchFuture<'a, T>,
{
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.items.next() {
                this.look_ahead(cx);
                return Poll::Ready(Some(Ok(item)));
            }
            if this.pager.done {
                return Poll::Ready(None);
            }
            match ready!(this.poll_page(cx)).and_then(|page| this.pager.take(page)) {
                Ok(items) => {
                    this.length = items.len();
                    this.items = items.into_iter();
                }
                Err(error) => {
                    this.pager.done = true;
                    return Poll::Ready(Some(Err(error.on(this.pager.provider))));
                }
            }
        }
    }
}

/// All entries of all pages, in order, each once: an entry that moved to a later page while the list was read is not told twice.
///
/// Whatever was there from the first request to the last is among them, or the list ends with an error: so it does, too, if a server
/// contradicts itself or never comes to an end. Entries that moved to an earlier page meanwhile come last.
pub(crate) fn stream<'a, T, F>(provider: Provider, mut fetch: F) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>) -> FetchFuture<'a, T> + Send + 'a,
{
    bounded(provider, move |token, _| fetch(token), BOUNDS)
}

/// The same; tells `fetch` which entries need not be decoded when the list is read again.
pub(crate) fn stream_known<'a, T, F>(provider: Provider, fetch: F) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>, Option<Known>) -> FetchFuture<'a, T> + Send + 'a,
{
    bounded(provider, fetch, BOUNDS)
}

fn bounded<'a, T, F>(provider: Provider, fetch: F, bounds: Bounds) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>, Option<Known>) -> FetchFuture<'a, T> + Send + 'a,
{
    let pager = Pager::new(provider, fetch, bounds);
    Walk { pager, items: Vec::new().into_iter(), length: 0, fetching: None }.boxed()
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
