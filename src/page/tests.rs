use std::sync::{Arc, Mutex};

use super::*;
use crate::page::{Claims, Place};

const LIST: &str = "entries";

#[derive(Clone, Debug, PartialEq)]
struct Entry(u64);

impl Identified for Entry {
    fn key(&self) -> Key {
        Key::Number(self.0)
    }
}

fn number_of(token: Option<&PageToken>) -> u64 {
    token.map_or(0, |token| token.0.parse().unwrap())
}

fn page_of(ids: &[u64]) -> Page<Entry> {
    Page::last(ids.iter().copied().map(Entry).collect())
}

async fn read(pages: Vec<Result<Vec<u64>, ErrorKind>>) -> Result<Vec<u64>, ErrorKind> {
    let count = pages.len() as u64;
    let pages = Arc::new(pages);
    let list = stream(Provider::Syminet, move |token| {
        let number = number_of(token.as_ref());
        let page = pages[number as usize].clone();
        Box::pin(async move {
            let page = page_of(&page.map_err(|kind| Error::new(kind, "x"))?);
            Ok(page.then((number + 1 < count).then(|| PageToken((number + 1).to_string()))))
        })
    });
    ids(collect(list).await)
}

fn ids(read: Result<Vec<Entry>, Error>) -> Result<Vec<u64>, ErrorKind> {
    Ok(read.map_err(|error| error.kind())?.into_iter().map(|entry| entry.0).collect())
}

#[tokio::test]
async fn all_pages_arrive_each_entry_once() {
    assert_eq!(read(vec![Ok(vec![1, 2]), Ok(vec![2, 3]), Ok(vec![4])]).await, Ok(vec![1, 2, 3, 4]));
    assert_eq!(read(vec![Ok(vec![1]), Ok(vec![]), Ok(vec![2])]).await, Ok(vec![1, 2]));
    assert_eq!(read(vec![Ok(vec![1, 1])]).await, Ok(vec![1]));
}

#[tokio::test]
async fn a_failing_page_fails_the_list() {
    assert_eq!(read(vec![Ok(vec![1]), Err(ErrorKind::Unavailable), Ok(vec![2])]).await, Err(ErrorKind::Unavailable));
}

#[tokio::test]
async fn a_list_that_does_not_advance_is_an_error() {
    assert_eq!(read(vec![Ok(vec![1]), Ok(vec![1]), Ok(vec![1])]).await, Err(ErrorKind::Contract));
}

/// Filtered entries still reveal that a server repeats its pages.
#[tokio::test]
async fn repeated_pages_are_detected_despite_a_filter() {
    let list = stream(Provider::Syminet, |token| {
        let number = number_of(token.as_ref());
        let page = page_of(&[number % 3]).retain(|_| false).then(Some(PageToken((number + 1).to_string())));
        Box::pin(async move { Ok(page) })
    });
    assert_eq!(ids(collect(list).await), Err(ErrorKind::Contract));
}

/// Both endless new entries and endless empty pages end at a limit.
#[tokio::test(start_paused = true)]
async fn an_endless_list_ends_at_its_limits() {
    let endless = |bounds: Bounds, size: u64, delay: Duration| async move {
        let list = bounded(
            Provider::Syminet,
            move |token, _| {
                let number = number_of(token.as_ref());
                let ids: Vec<u64> = (number * size..(number + 1) * size).collect();
                let page = page_of(&ids).then(Some(PageToken((number + 1).to_string())));
                Box::pin(async move {
                    tokio::time::sleep(delay).await;
                    Ok(page)
                })
            },
            bounds,
        );
        ids(collect(list).await).unwrap_err()
    };
    let wide = Bounds { pages: 1 << 20, entries: 1 << 20, ..BOUNDS };
    assert_eq!(endless(Bounds { pages: 5, ..wide }, 0, Duration::ZERO).await, ErrorKind::Contract);
    assert_eq!(endless(Bounds { entries: 5, ..wide }, 2, Duration::ZERO).await, ErrorKind::Contract);
    assert_eq!(endless(wide, 1000, Duration::ZERO).await, ErrorKind::Contract, "too many to hold at once");
    let hours = Bounds { time: Duration::from_secs(5), ..wide };
    assert_eq!(endless(hours, 1, Duration::from_secs(1)).await, ErrorKind::Timeout);
}

/// A server with numbered pages whose list changes between requests.
struct Server {
    list: Vec<u64>,
    next_id: u64,
    requests: u64,
    random: fastrand::Rng,
    /// How often something happens after a request, in percent.
    unrest: u32,
    /// Entries that existed at every request.
    lasting: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Style {
    size: usize,
    total: bool,
    pages: bool,
    /// New entries come first.
    newest_first: bool,
    /// Numbers after the last page return the last page.
    clamps: bool,
}

impl Server {
    fn new(seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let count = random.u64(0..12);
        let list: Vec<u64> = (1..=count).collect();
        let unrest = [0, 10, 30, 60][random.usize(0..4)];
        Self { lasting: list.clone(), list, next_id: count + 1, requests: 0, random, unrest }
    }

    fn respond(&mut self, place: &Place, style: Style) -> Result<Page<Entry>, Error> {
        self.requests += 1;
        let count = self.list.len();
        let pages = count.div_ceil(style.size);
        let mut number = place.number as usize;
        if style.clamps {
            number = number.min(pages.max(1));
        }
        let start = ((number - 1) * style.size).min(count);
        let rows = &self.list[start..(start + style.size).min(count)];
        let claims = Claims {
            total: style.total.then_some(count as i64),
            pages: style.pages.then_some(pages as i64),
            full: rows.len() >= style.size,
        };
        let page = page_of(rows).at(place, LIST, claims);
        while self.random.u32(0..100) < self.unrest {
            self.change(style);
        }
        page
    }

    fn change(&mut self, style: Style) {
        let count = self.list.len();
        match self.random.u8(0..3) {
            0 if count > 0 => {
                let gone = self.list.remove(self.random.usize(0..count));
                self.lasting.retain(|id| *id != gone);
            }
            1 => {
                let at = if style.newest_first { 0 } else { count };
                self.list.insert(at, self.next_id);
                self.next_id += 1;
            }
            2 if count > 0 => {
                let moved = self.list.remove(self.random.usize(0..count));
                self.list.insert(self.random.usize(0..count), moved);
            }
            _ => {}
        }
    }
}

/// Snapshots are created while the list is read, but new entries do not move the existing ones.
#[tokio::test]
async fn new_entries_alone_do_not_make_a_list_incomplete() {
    let style = Style { size: 50, total: false, pages: false, newest_first: false, clamps: false };
    let read = async |change: fn(&mut Server)| {
        let server = Server { list: (1..=60).collect(), next_id: 61, unrest: 0, ..Server::new(1) };
        let server = Arc::new(Mutex::new(server));
        let list = stream(Provider::Syminet, move |token| {
            let place = Place::of(token.as_ref(), LIST);
            let mut server = server.lock().unwrap();
            let page = place.and_then(|place| server.respond(&place, style));
            change(&mut server);
            Box::pin(async move { page })
        });
        ids(collect(list).await)
    };
    let added = read(|server| {
        // One at the end for every other request.
        if server.requests.is_multiple_of(2) {
            server.list.push(server.next_id);
            server.next_id += 1;
        }
    });
    assert!(added.await.unwrap().starts_with(&(1..=60).collect::<Vec<u64>>()));
    let gone = read(|server| {
        if server.requests.is_multiple_of(2) {
            server.list.remove(0);
        }
    });
    assert_eq!(gone.await, Err(ErrorKind::Unavailable), "a removed entry moves those after it");
}

/// Every entry that exists from the first request to the last is listed exactly once, or the list ends with an error, while other
/// entries are added, removed and moved.
#[tokio::test]
async fn nothing_is_skipped_while_the_list_changes() {
    let (mut whole, mut moved, mut refused) = (0, 0, 0);
    for seed in 0..20_000 {
        let mut random = fastrand::Rng::with_seed(seed);
        let style = Style {
            size: random.usize(1..4),
            total: random.bool(),
            pages: random.bool(),
            newest_first: random.bool(),
            clamps: random.bool(),
        };
        // Without claims, such a server never reports an end.
        let style = Style { clamps: style.clamps && (style.total || style.pages), ..style };
        let server = Arc::new(Mutex::new(Server::new(seed)));
        let requested = Arc::clone(&server);
        let list = stream(Provider::Syminet, move |token| {
            let place = Place::of(token.as_ref(), LIST);
            let page = place.and_then(|place| requested.lock().unwrap().respond(&place, style));
            Box::pin(async move { page })
        });
        let read = ids(collect(list).await);
        let server = server.lock().unwrap();
        let Ok(mut read) = read else {
            assert!(server.unrest > 0, "{seed} {style:?}: a quiet list is read");
            refused += 1;
            continue;
        };
        let count = read.len();
        read.sort_unstable();
        read.dedup();
        assert_eq!(read.len(), count, "{seed} {style:?}: an entry twice");
        for id in &server.lasting {
            assert!(read.contains(id), "{seed} {style:?}: {id} is missing in {read:?}, of {:?}", server.lasting);
        }
        whole += 1;
        moved += u64::from(server.unrest > 0 && server.requests > 3);
    }
    assert!(
        whole > 10_000 && moved > 1_000 && refused > 100,
        "{whole} whole, {moved} of them in motion, {refused} refused"
    );
}

/// A list of pages with four entries that take a second each, and the pages requested so far.
fn slow_list(pages: u64, requested: &Arc<Mutex<Vec<u64>>>) -> BoxStream<'static, Result<Entry, Error>> {
    let log = Arc::clone(requested);
    stream(Provider::Syminet, move |token| {
        let (number, log) = (number_of(token.as_ref()), Arc::clone(&log));
        Box::pin(async move {
            log.lock().unwrap().push(number);
            tokio::time::sleep(Duration::from_secs(1)).await;
            let page = page_of(&(number * 4..number * 4 + 4).collect::<Vec<_>>());
            Ok(page.then((number + 1 < pages).then(|| PageToken((number + 1).to_string()))))
        })
    })
}

#[tokio::test(start_paused = true)]
async fn the_next_page_is_requested_while_the_current_one_is_consumed() {
    let requested = Arc::new(Mutex::new(Vec::new()));
    let mut list = slow_list(3, &requested);
    let started = Instant::now();
    assert_eq!(list.next().await.unwrap().unwrap(), Entry(0));
    assert_eq!((requested.lock().unwrap().len(), started.elapsed()), (2, Duration::from_secs(1)));
    for expected in 1..12 {
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(list.next().await.unwrap().unwrap(), Entry(expected));
    }
    assert!(list.next().await.is_none());
    assert_eq!(*requested.lock().unwrap(), [0, 1, 2]);
    assert!(started.elapsed() < Duration::from_millis(5000), "requests and consumption did not overlap");
}

/// A consumer may take an hour per entry without failing because the prefetched page timed out.
#[tokio::test(start_paused = true)]
async fn a_prefetched_page_that_timed_out_unpolled_is_requested_again() {
    let requested = Arc::new(Mutex::new(0));
    let log = Arc::clone(&requested);
    let mut list = stream(Provider::Syminet, move |token| {
        let (number, log) = (number_of(token.as_ref()), Arc::clone(&log));
        Box::pin(async move {
            *log.lock().unwrap() += 1;
            let late = tokio::time::timeout(Duration::from_secs(60), tokio::time::sleep(Duration::from_secs(1)));
            let began = Instant::now();
            late.await.map_err(|_| Error::new(ErrorKind::Timeout, "x"))?;
            if began.elapsed() > Duration::from_secs(60) {
                return Err(Error::new(ErrorKind::Timeout, "not polled"));
            }
            let page = page_of(&(number * 4..number * 4 + 4).collect::<Vec<_>>());
            Ok(page.then((number == 0).then(|| PageToken("1".to_owned()))))
        })
    });
    for expected in 0..8 {
        assert_eq!(list.next().await.unwrap().unwrap(), Entry(expected));
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
    assert_eq!(*requested.lock().unwrap(), 3);
}

/// Only repeated readings receive the entries that were already yielded.
#[tokio::test]
async fn a_second_reading_knows_the_entries_of_the_first() {
    let repeated = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&repeated);
    let mut list = stream_known(Provider::Syminet, move |token, known: Option<Known>| {
        let number = number_of(token.as_ref());
        let keys: Vec<_> = [1, 2].iter().map(|id| Key::Number(number * 2 + id)).collect();
        log.lock().unwrap().push(known.is_some_and(|known| known.has_all(&keys)));
        let mut page =
            page_of(&[number * 2 + 1, number * 2 + 2]).then((number == 0).then(|| PageToken("1".to_owned())));
        page.slides = true;
        if is_repeated(&log) {
            page.items.clear();
        }
        Box::pin(async move { Ok(page) })
    });
    let mut entries = Vec::new();
    while let Some(entry) = list.next().await {
        entries.push(entry.unwrap().0);
    }
    assert_eq!(entries, [1, 2, 3, 4]);
    assert_eq!(*repeated.lock().unwrap(), [false, false, true, true]);
}

fn is_repeated(log: &Arc<Mutex<Vec<bool>>>) -> bool {
    log.lock().unwrap().last() == Some(&true)
}
