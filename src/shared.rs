//! Shared polling: one list shows the progress of all operations of an account, instead of one request each.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::error::Error;
use crate::handle::{Ticket, Verb};
use crate::model::{Resource, Snapshot, SnapshotStatus, VmId};
use crate::provider::Observation;
use crate::spec::Provider;
use crate::transport::CallOptions;

/// Lets the waits of one account share their polling: one list of the account's snapshots shows the progress of all of them.
///
/// What a list cannot show reliably (the reason of a failure, a lost response, a snapshot that disappeared) is polled for that operation
/// alone. If fewer operations are waiting than the list has pages, each is polled separately, which is cheaper. Cheap to clone; all
/// clones share their lists.
///
/// ```no_run
/// use cloudsnap::{Client, CreateSnapshot, Error, VmId, WaitOptions};
///
/// # async fn run(client: Client, vms: Vec<VmId>) -> Result<(), Error> {
/// let poller = client.shared_poller();
/// let nightly = vms.into_iter().map(|vm| {
///     let options = WaitOptions::default().shared(&poller);
///     let client = client.clone();
///     tokio::spawn(async move {
///         let request = CreateSnapshot::new(vm, "nightly");
///         client.create_snapshot(request).await?.wait(options).await
///     })
/// });
/// for task in nightly.collect::<Vec<_>>() {
///     println!("{:?}", task.await);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SharedPoller(Arc<Inner>);

/// Reads the complete list of the account, and returns its number of pages.
type List = Box<dyn Fn(CallOptions) -> BoxFuture<'static, (Result<Vec<Snapshot>, Error>, usize)> + Send + Sync>;

struct Inner {
    provider: Provider,
    base_url: String,
    list: List,
    waiting: AtomicUsize,
    last: Mutex<Option<Listing>>,
}

/// A list of all snapshots; no rows if it could not be read.
struct Listing {
    begun: Instant,
    took: Duration,
    pages: usize,
    rows: Option<Arc<Rows>>,
}

struct Rows {
    by_id: HashMap<String, Snapshot>,
    /// The snapshot IDs of each machine; under `None` those whose machine is not shown.
    by_vm: HashMap<Option<VmId>, Vec<String>>,
}

/// Counts a wait that takes part, until it is dropped.
pub(crate) struct Waiting(SharedPoller);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

impl std::fmt::Debug for SharedPoller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SharedPoller({} {})", self.0.provider, self.0.base_url)
    }
}

/// A slow list is requested less often: at most one part in this many of the time is spent on it.
const SHARE: u32 = 4;

/// An operation that the list should show but does not is polled alone once in this many polls.
const SEPARATE_POLLS: u32 = 4;

/// If an object is listed only once it is finished, its operation is polled alone at these polls: a list does not show that it failed.
fn is_separate_poll(turn: u32) -> bool {
    turn >= 16 && turn.is_power_of_two()
}

impl SharedPoller {
    pub(crate) fn over(provider: Provider, base_url: &str, list: List) -> Self {
        let base_url = base_url.to_owned();
        Self(Arc::new(Inner { provider, base_url, list, waiting: AtomicUsize::new(0), last: Mutex::new(None) }))
    }

    fn is_of(&self, ticket: &Ticket) -> bool {
        ticket.provider == self.0.provider && ticket.base_url == self.0.base_url
    }

    /// Takes part until the guard is dropped.
    pub(crate) fn enter(&self) -> Waiting {
        self.0.waiting.fetch_add(1, Ordering::Relaxed);
        Waiting(self.clone())
    }

    /// What the list shows of an operation; `None` if it must be polled alone. `turn` counts its polls, which happen every `interval`.
    pub(crate) async fn observe(
        &self,
        call: &CallOptions,
        ticket: &Ticket,
        done_words: &[String],
        (turn, interval): (u32, Duration),
    ) -> Option<Observation> {
        let shows = match ticket.verb {
            Verb::CreateSnapshot => ticket.resource.is_some() || ticket.task.is_none() || !is_separate_poll(turn),
            Verb::DeleteSnapshot => !ticket.uncertain,
            _ => false,
        };
        if !shows || !self.is_of(ticket) {
            return None;
        }
        let rows = self.rows(call, interval / 2).await?;
        match ticket.verb {
            Verb::DeleteSnapshot => deleted(&rows, ticket),
            _ => created(&rows, ticket, done_words, turn),
        }
    }

    /// All snapshots from a list that is at most this old. The first caller that needs a newer one reads it while the others wait.
    async fn rows(&self, call: &CallOptions, age: Duration) -> Option<Arc<Rows>> {
        let mut last = self.0.last.lock().await;
        if let Some(listing) = last.as_ref() {
            let age = age.max(listing.took * SHARE);
            if listing.begun.elapsed() <= age {
                return listing.rows.clone();
            }
        }
        let pages = last.as_ref().map_or(1, |listing| listing.pages);
        if self.0.waiting.load(Ordering::Relaxed) <= pages {
            return None;
        }
        let begun = Instant::now();
        let (rows, pages) = (self.0.list)(call.clone()).await;
        let rows = rows.inspect_err(|error| tracing::debug!(%error, "the shared list failed")).ok();
        let rows = rows.map(|rows| Arc::new(Rows::of(rows)));
        *last = Some(Listing { begun, took: begun.elapsed(), pages, rows: rows.clone() });
        rows
    }
}

impl Rows {
    fn of(rows: Vec<Snapshot>) -> Self {
        let mut by_vm: HashMap<_, Vec<_>> = HashMap::new();
        for row in &rows {
            by_vm.entry(row.vm.id.clone()).or_default().push(row.id.to_string());
        }
        Self { by_id: rows.into_iter().map(|row| (row.id.to_string(), row)).collect(), by_vm }
    }
}

fn running(row: &Snapshot) -> Observation {
    Observation::Running { status: row.provider_status.clone(), progress: None }
}

fn created(rows: &Rows, ticket: &Ticket, done_words: &[String], turn: u32) -> Option<Observation> {
    let Some(id) = &ticket.resource else {
        // A new object of its machine may be its result: the adapter decides how to recognize it.
        let known: HashSet<&str> = ticket.baseline.iter().flatten().map(String::as_str).collect();
        let of_vm = [&ticket.vm, &None].into_iter().filter_map(|vm| rows.by_vm.get(vm)).flatten();
        let nothing_new = of_vm.into_iter().all(|id| known.contains(id.as_str()));
        return nothing_new.then_some(match ticket.uncertain {
            true => Observation::Pending,
            false => Observation::Running { status: Some("not listed yet".to_owned()), progress: None },
        });
    };
    let Some(row) = rows.by_id.get(id) else {
        // Either the list is older than the snapshot, or the snapshot is gone: polling alone now and then shows which.
        let status = Some("not listed yet".to_owned());
        return (!turn.is_multiple_of(SEPARATE_POLLS)).then_some(Observation::Running { status, progress: None });
    };
    if row.vm.id.is_some() && row.vm.id != ticket.vm {
        return None;
    }
    let status_text = row.provider_status.as_deref().unwrap_or_default();
    let is_done =
        row.status == SnapshotStatus::Ready || done_words.iter().any(|done| done.eq_ignore_ascii_case(status_text));
    match row.status {
        // The adapter searches for a replica.
        _ if is_done && ticket.region.is_none() => Some(Observation::Done(Resource::Snapshot(Box::new(row.clone())))),
        SnapshotStatus::Creating | SnapshotStatus::Unknown => Some(running(row)),
        _ => None,
    }
}

/// A listed snapshot is not deleted yet. Its absence from the list does not prove that it is gone.
fn deleted(rows: &Rows, ticket: &Ticket) -> Option<Observation> {
    rows.by_id.get(ticket.target.as_ref()?.as_str()).map(running)
}
