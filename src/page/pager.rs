//! Reads the pages of a list: each entry once, without skipping any, and always to an end.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_util::stream::{BoxStream, Stream, StreamExt};
use tokio::time::{Instant, Sleep};

use super::key::{Key, Seen};
use super::pass::Pass;
use super::place::contradiction;
use super::{Identified, Page, PageToken};
use crate::error::{Advice, Error, ErrorKind};
use crate::spec::Provider;

type FetchFuture<'a, T> = Pin<Box<dyn Future<Output = Result<Page<T>, Error>> + Send + 'a>>;

/// The limits of reading a list, whatever the server sends.
#[derive(Clone, Copy)]
struct Bounds {
    pages: u64,
    entries: usize,
    /// Time spent waiting for the server, without the time the caller takes for the entries.
    time: Duration,
    /// Readings of a list that changes every time.
    passes: u32,
}

const BOUNDS: Bounds = Bounds { pages: 100_000, entries: 2_000_000, time: Duration::from_secs(30 * 60), passes: 6 };

/// The maximum number of complete entries held in memory.
pub(super) const MOST_COLLECTED: usize = 200_000;

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

/// The state of reading a list page by page.
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
    fn request<'a, T>(&mut self, token: Option<PageToken>) -> FetchFuture<'a, T>
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
            // An entry that occurs twice on a page is yielded once.
            let fresh: Vec<bool> = keys.iter().map(|key| seen.insert(*key)).collect();
            (fresh, seen.len())
        };
        let count = fresh.iter().filter(|fresh| **fresh).count();
        if self.passes == 1 && count == 0 && !keys.is_empty() && next.is_some() {
            let count = keys.len();
            return Err(contradiction(format!("it does not advance: a page repeats {count} entries of earlier pages")));
        }
        // Some servers return the last page again for higher numbers.
        let is_echo = !slides && next.is_none() && self.pass.all_on_previous_page(&keys);
        if !keys.is_empty() && !is_echo {
            self.pass.moved |= self.passes == 1 && count < keys.len();
            self.pass.add(&keys, &fresh);
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

    /// A list on a single page is complete. A list with numbered pages is read again until two readings are equal except for new entries:
    /// otherwise an entry may have moved to a page that had been read already.
    fn end_pass(&mut self) -> Result<(), Error> {
        let extended = self.earlier.as_ref().is_some_and(|earlier| self.pass.extends(earlier));
        if self.pass.sliding < 2 || self.pass.pages == 0 || extended {
            self.done = true;
            return Ok(());
        }
        if self.passes >= self.bounds.passes {
            let why = format!("the list changed during each of {} readings and may be incomplete", self.passes);
            return Err(Error::new(ErrorKind::Unavailable, why).hint(Advice::TryAgain));
        }
        self.passes += 1;
        self.pass.repeats = self.earlier.as_ref().is_some_and(|earlier| self.pass.equals(earlier));
        self.earlier = Some(std::mem::take(&mut self.pass));
        Ok(())
    }

    fn check_bounds(&self, seen: usize) -> Result<(), Error> {
        let Bounds { pages, entries, .. } = self.bounds;
        if seen > entries {
            return Err(contradiction(format!("it has more than {entries} entries")));
        }
        // Another reading should be about as long as the previous one.
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
    arrived: Option<Result<Page<T>, Error>>,
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
        Self { page, token, arrived: None, polled: Instant::now(), stalled: false, waiting: None }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Page<T>, Error>> {
        if let Some(page) = self.arrived.take() {
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
            Fetching::new(pager.request(token.clone()), token)
        })
    }

    /// Requests the next page once a quarter of the current one is consumed, and polls the request again at each further quarter.
    fn prefetch(&mut self, cx: &mut Context<'_>) {
        let (left, length) = (self.items.len(), self.length);
        if self.pager.done || left == 0 || ![1, 2, 3].iter().any(|quarters| left == length * quarters / 4) {
            return;
        }
        let fetching = self.fetching();
        if fetching.arrived.is_none()
            && let Poll::Ready(page) = fetching.poll(cx)
        {
            fetching.arrived = Some(page);
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
                    let page = self.pager.request(token.clone());
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
                this.prefetch(cx);
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

/// All entries of all pages, in order, each once, even if an entry moved to a later page while the list was read.
///
/// Contains every entry that existed from the first request to the last, or ends with an error. It also ends with an error if the server
/// contradicts itself or its list is endless. Entries that moved to an earlier page are yielded last.
pub(crate) fn stream<'a, T, F>(provider: Provider, mut fetch: F) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>) -> FetchFuture<'a, T> + Send + 'a,
{
    bounded(provider, move |token, _| fetch(token), BOUNDS)
}

/// Like [`stream`], but passes to `fetch` the entries that need not be decoded when the list is read again.
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

/// Reads a complete list, for tests and for adapters that need all of it.
pub(crate) async fn collect<T>(mut list: BoxStream<'_, Result<T, Error>>) -> Result<Vec<T>, Error> {
    let mut items = Vec::new();
    while let Some(item) = list.next().await {
        items.push(item?);
        if items.len() > MOST_COLLECTED {
            return Err(contradiction(format!(
                "it has more than {MOST_COLLECTED} entries, which is too many to hold at once"
            )));
        }
    }
    Ok(items)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
