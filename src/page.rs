//! One page of a list, and the one pager that turns pages into a stream.

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;

use futures_util::stream::{self, BoxStream, StreamExt};

use crate::error::{Error, ErrorKind};
use crate::spec::Provider;

/// Where the next page of a list begins. Opaque; good for the list that it came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageToken(pub(crate) String);

#[allow(dead_code, reason = "only providers whose pages are told apart by a number alone call it")]
impl PageToken {
    pub(crate) fn number(number: u64) -> Self {
        Self(number.to_string())
    }

    /// The number in the token; 0 where there is none.
    pub(crate) fn as_number(token: Option<&Self>) -> u64 {
        token.and_then(|token| token.0.parse().ok()).unwrap_or(0)
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The entries.
    pub items: Vec<T>,
    /// Where the next page begins; `None`: this was the last.
    pub next: Option<PageToken>,
    /// How many entries there are on all pages, where the provider tells.
    pub total: Option<u64>,
}

impl<T> Page<T> {
    pub(crate) fn last(items: Vec<T>) -> Self {
        Self { items, next: None, total: None }
    }

    pub(crate) fn then(mut self, next: Option<PageToken>) -> Self {
        self.next = next;
        self
    }

    #[allow(dead_code, reason = "not every provider's lists are so, and each can be built alone")]
    pub(crate) fn of_total(mut self, total: Option<u64>) -> Self {
        self.total = total;
        self
    }

    #[allow(dead_code, reason = "only providers that cannot filter call it")]
    pub(crate) fn retain(mut self, keep: impl FnMut(&T) -> bool) -> Self {
        self.items.retain(keep);
        self
    }
}

/// What makes an entry of a list the same entry on another page.
pub(crate) trait Identified {
    fn identity(&self) -> String;
}

impl Identified for crate::model::Snapshot {
    fn identity(&self) -> String {
        self.id.to_string()
    }
}

impl Identified for crate::model::Vm {
    fn identity(&self) -> String {
        self.id.to_string()
    }
}

type FetchFuture<'a, T> = Pin<Box<dyn Future<Output = Result<Page<T>, Error>> + Send + 'a>>;

/// How a list is read: a page at a time.
struct Pager<F> {
    fetch: F,
    token: Option<PageToken>,
    done: bool,
    seen: HashSet<String>,
    provider: Provider,
}

/// All entries of all pages, in order, each once: an entry that moved to a later page while the list was read is not told twice.
///
/// A server that gives the same page again and again ends in an error, not in a loop.
pub(crate) fn stream<'a, T, F>(provider: Provider, fetch: F) -> BoxStream<'a, Result<T, Error>>
where
    T: Identified + Send + 'a,
    F: FnMut(Option<PageToken>) -> FetchFuture<'a, T> + Send + 'a,
{
    let pager = Pager { fetch, token: None, done: false, seen: HashSet::new(), provider };
    stream::unfold(pager, |mut pager| async move {
        if pager.done {
            return None;
        }
        let page = match (pager.fetch)(pager.token.take()).await {
            Ok(page) => page,
            Err(error) => {
                pager.done = true;
                return Some((vec![Err(error)], pager));
            }
        };
        let was_empty = page.items.is_empty();
        let total = page.items.len();
        let fresh: Vec<_> = page.items.into_iter().filter(|item| pager.seen.insert(item.identity())).collect();
        pager.done = page.next.is_none();
        pager.token = page.next;
        if fresh.is_empty() && !was_empty && !pager.done {
            pager.done = true;
            let error = Error::new(
                ErrorKind::Contract,
                format!("the list does not advance: a page repeats {total} entries of earlier pages"),
            );
            return Some((vec![Err(error.on(pager.provider))], pager));
        }
        Some((fresh.into_iter().map(Ok).collect(), pager))
    })
    .flat_map(stream::iter)
    .boxed()
}

/// Reads a whole list, in tests and where an adapter needs all of it.
pub(crate) async fn collect<T>(mut list: BoxStream<'_, Result<T, Error>>) -> Result<Vec<T>, Error> {
    let mut items = Vec::new();
    while let Some(item) = list.next().await {
        items.push(item?);
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Entry(u32);
    impl Identified for Entry {
        fn identity(&self) -> String {
            self.0.to_string()
        }
    }

    async fn read(pages: Vec<Result<Vec<u32>, ErrorKind>>) -> Result<Vec<u32>, ErrorKind> {
        let count = pages.len() as u64;
        let pages = std::sync::Arc::new(pages);
        let list = stream(Provider::Syminet, move |token| {
            let number = PageToken::as_number(token.as_ref());
            let page = pages[number as usize].clone();
            Box::pin(async move {
                let items = page.map_err(|kind| Error::new(kind, "x"))?.into_iter().map(Entry).collect();
                Ok(Page::last(items).then((number + 1 < count).then(|| PageToken::number(number + 1))))
            })
        });
        Ok(collect(list).await.map_err(|error| error.kind())?.into_iter().map(|entry| entry.0).collect())
    }

    #[tokio::test]
    async fn all_pages_arrive_each_entry_once() {
        assert_eq!(read(vec![Ok(vec![1, 2]), Ok(vec![2, 3]), Ok(vec![4])]).await, Ok(vec![1, 2, 3, 4]));
        assert_eq!(read(vec![Ok(vec![1]), Ok(vec![]), Ok(vec![2])]).await, Ok(vec![1, 2]));
    }

    #[tokio::test]
    async fn a_failing_page_fails_the_list() {
        assert_eq!(
            read(vec![Ok(vec![1]), Err(ErrorKind::Unavailable), Ok(vec![2])]).await,
            Err(ErrorKind::Unavailable)
        );
    }

    #[tokio::test]
    async fn a_list_that_does_not_advance_is_an_error() {
        assert_eq!(read(vec![Ok(vec![1]), Ok(vec![1]), Ok(vec![1])]).await, Err(ErrorKind::Contract));
    }
}
