//! Readings of a list that several callers share, so that many machines need few lists instead of one each.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::pager::MOST_COLLECTED;
use super::place::contradiction;
use crate::error::{Error, ErrorKind};

/// A caller waits for this fraction of its time for the readings of others before it reads the list itself. This must be long enough:
/// with a rate limit, separate readings by many callers would delay each other.
const PATIENCE: u32 = 4;

/// A list, as far as it could be read.
pub(crate) struct Reading<T> {
    rows: Arc<Vec<T>>,
    /// Why the list may be incomplete.
    broken: Option<Error>,
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        Self { rows: Arc::clone(&self.rows), broken: self.broken.clone() }
    }
}

impl<T> Reading<T> {
    pub(crate) async fn of(mut list: BoxStream<'_, Result<T, Error>>) -> Self {
        let (mut rows, mut broken) = (Vec::new(), None);
        while let Some(row) = list.next().await {
            match row {
                Ok(row) if rows.len() < MOST_COLLECTED => rows.push(row),
                Ok(_) => broken = Some(contradiction(format!("it has more than {MOST_COLLECTED} entries"))),
                Err(error) => broken = Some(error),
            }
            if broken.is_some() {
                break;
            }
        }
        Self { rows: Arc::new(rows), broken }
    }

    /// All rows of the list.
    pub(crate) fn whole(self) -> Result<Arc<Vec<T>>, Error> {
        self.broken.map_or(Ok(self.rows), Err)
    }

    /// One row. A row that was read exists, even if the rest of the list could not be read; a row is absent only from a complete list.
    pub(crate) fn find(self, is: impl Fn(&T) -> bool) -> Result<Option<T>, Error>
    where
        T: Clone,
    {
        match self.rows.iter().find(|row| is(row)) {
            Some(row) => Ok(Some(row.clone())),
            None => self.whole().map(|_| None),
        }
    }

    /// A failed request concerns only its caller; a list that changed while it was read concerns all.
    fn is_for_all(&self) -> bool {
        self.broken.as_ref().is_none_or(|error| error.kind() == ErrorKind::Unavailable && error.status().is_none())
    }
}

/// The latest reading of a list, for callers that requested it before it started.
pub(crate) struct Shared<T> {
    /// The number of readings started.
    started: AtomicU64,
    callers: AtomicUsize,
    last: Mutex<Option<(u64, Reading<T>)>>,
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self { started: AtomicU64::new(0), callers: AtomicUsize::new(0), last: Mutex::new(None) }
    }
}

/// A caller that waits for a reading or performs it.
struct Caller<'a>(&'a AtomicUsize);

impl<'a> Caller<'a> {
    fn of(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }

    fn is_alone(&self) -> bool {
        self.0.load(Ordering::SeqCst) == 1
    }
}

impl Drop for Caller<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl<T> Shared<T> {
    /// A reading that starts after this call, so that it is as current as the caller's own. Callers that arrive during a reading wait for
    /// the next one together.
    pub(crate) async fn read<F>(&self, deadline: Instant, read: impl FnOnce() -> F) -> Reading<T>
    where
        F: Future<Output = Reading<T>>,
    {
        let before = self.started.load(Ordering::SeqCst);
        let caller = Caller::of(&self.callers);
        let now = Instant::now();
        let patience = deadline.saturating_duration_since(now) / PATIENCE;
        // A reading that hangs must not block all other callers.
        let Ok(mut last) = tokio::time::timeout_at(now + patience, self.last.lock()).await else {
            return read().await;
        };
        let fitting = last.as_ref().filter(|(number, _)| *number > before).map(|(_, reading)| reading.clone());
        let (number, reading) = match fitting {
            Some(reading) => (before, reading),
            None => {
                let number = self.started.fetch_add(1, Ordering::SeqCst) + 1;
                *last = None;
                let reading = read().await;
                if reading.is_for_all() {
                    *last = Some((number, reading.clone()));
                }
                (number, reading)
            }
        };
        tracing::trace!(number, "sharing a reading of a list");
        if caller.is_alone() {
            // Nobody else is waiting, so it is not needed any more.
            *last = None;
        }
        reading
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures_util::future::join_all;
    use futures_util::{FutureExt, stream};

    use super::*;

    fn reading(rows: Vec<u32>, broken: Option<ErrorKind>) -> Reading<u32> {
        Reading { rows: Arc::new(rows), broken: broken.map(|kind| Error::new(kind, "x")) }
    }

    /// A list whose rows contain the number of the reading, which shows when it started.
    struct Server {
        shared: Shared<u32>,
        readings: AtomicU64,
        broken: Option<ErrorKind>,
    }

    impl Server {
        fn new(broken: Option<ErrorKind>) -> Self {
            Self { shared: Shared::default(), readings: AtomicU64::new(0), broken }
        }

        async fn read(&self) -> u32 {
            let read = || async {
                let number = self.readings.fetch_add(1, Ordering::SeqCst) as u32 + 1;
                tokio::time::sleep(Duration::from_secs(1)).await;
                reading(vec![number], self.broken)
            };
            let deadline = Instant::now() + Duration::from_secs(3600);
            self.shared.read(deadline, read).await.rows[0]
        }
    }

    #[tokio::test(start_paused = true)]
    async fn callers_during_a_reading_get_the_next_one() {
        let server = Server::new(None);
        let later = |millis: u64| {
            let server = &server;
            async move {
                tokio::time::sleep(Duration::from_millis(millis)).await;
                server.read().await
            }
        };
        // The first reading starts at once, so only its own caller gets it.
        let got = join_all([0, 100, 200, 900, 1500, 5000].map(later)).await;
        assert_eq!(got, [1, 2, 2, 2, 3, 4]);
        assert!(server.shared.last.lock().await.is_none(), "kept although nobody waits");
    }

    #[tokio::test(start_paused = true)]
    async fn a_failed_request_is_not_shared_but_a_changing_list_is() {
        for (broken, readings) in [(None, 2), (Some(ErrorKind::Unavailable), 2), (Some(ErrorKind::Timeout), 5)] {
            let server = Server::new(broken);
            join_all((0..5).map(|_| server.read())).await;
            assert_eq!(server.readings.load(Ordering::SeqCst), readings, "{broken:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_aborted_or_hanging_reading_blocks_nobody() {
        let server = Arc::new(Server::new(None));
        let first = tokio::spawn({
            let server = Arc::clone(&server);
            async move { server.read().await }
        });
        tokio::time::sleep(Duration::from_millis(500)).await;
        first.abort();
        assert_eq!(server.read().await, 2);
        let shared: Shared<u32> = Shared::default();
        let held = shared.last.lock().await;
        let soon = Instant::now() + Duration::from_secs(1);
        let started = Instant::now();
        let alone = shared.read(soon, || std::future::ready(reading(vec![7], None))).await;
        assert_eq!(
            (alone.rows[0], started.elapsed()),
            (7, Duration::from_millis(250)),
            "the hanging reading blocked the caller"
        );
        drop(held);
    }

    #[test]
    fn any_list_proves_presence_but_only_a_complete_one_proves_absence() {
        let rows = stream::iter([Ok(1), Ok(2), Err(Error::new(ErrorKind::Unavailable, "x")), Ok(3)]).boxed();
        let broken = Reading::of(rows).now_or_never().unwrap();
        assert_eq!(broken.clone().find(|row| *row == 2).unwrap(), Some(2));
        assert_eq!(broken.clone().find(|row| *row == 3).unwrap_err().kind(), ErrorKind::Unavailable);
        assert!(broken.whole().is_err());
        assert_eq!(reading(vec![1], None).find(|row| *row == 3).unwrap(), None);
    }
}
