//! Shared polling: the operations of one account that are under way are seen by one list, not by one request each.

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

/// Lets waits of one account share their polling: one list of the account's snapshots shows how far all of them are.
///
/// What a list cannot tell for certain (a failure's reason, a lost response, a snapshot that disappeared) is asked for that operation
/// alone, by the provider's own rules. Where fewer operations wait than a list has pages, each is polled by itself, which is
/// cheaper. Cheap to clone; all clones share their lists.
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

/// Reads the whole list of the account, and tells how many pages it has.
type List = Box<dyn Fn(CallOptions) -> BoxFuture<'static, (Result<Vec<Snapshot>, Error>, usize)> + Send + Sync>;

struct Inner {
    provider: Provider,
    base_url: String,
    list: List,
    waiting: AtomicUsize,
    last: Mutex<Option<Listing>>,
}

/// A list of all snapshots, or that there was none to be had.
struct Listing {
    begun: Instant,
    took: Duration,
    pages: usize,
    rows: Option<Arc<Rows>>,
}

struct Rows {
    by_id: HashMap<String, Snapshot>,
    /// The ids of each machine; under none those whose machine is not shown.
    by_vm: HashMap<Option<VmId>, Vec<String>>,
}

/// A wait that takes part. Dropped with it.
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

/// A list that takes long is asked for more seldom: it may cost no more than this part of the time.
const SHARE: u32 = 4;

/// What a list should show and does not is asked for alone at every so many polls.
const OWN_LOOKS: u32 = 4;

/// What is not listed before it is finished is asked for alone at these polls: a failure shows nowhere else.
fn is_own_turn(turn: u32) -> bool {
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

    /// Takes part in it until the guard is dropped.
    pub(crate) fn enter(&self) -> Waiting {
        self.0.waiting.fetch_add(1, Ordering::Relaxed);
        Waiting(self.clone())
    }

    /// What the list tells of an operation; `None`: it must be asked for alone. `turn` counts its polls, which come every `interval`.
    pub(crate) async fn observe(
        &self,
        call: &CallOptions,
        ticket: &Ticket,
        done_words: &[String],
        (turn, interval): (u32, Duration),
    ) -> Option<Observation> {
        let shows = match ticket.verb {
            Verb::CreateSnapshot => ticket.resource.is_some() || ticket.task.is_none() || !is_own_turn(turn),
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

    /// All snapshots by a list that is no older than that. Whoever needs a newer one reads it, and the others wait for it.
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
        // Something new of its machine may be what it made: by what it is recognised is the adapter's to say.
        let known: HashSet<&str> = ticket.baseline.iter().flatten().map(String::as_str).collect();
        let of_vm = [&ticket.vm, &None].into_iter().filter_map(|vm| rows.by_vm.get(vm)).flatten();
        let nothing_new = of_vm.into_iter().all(|id| known.contains(id.as_str()));
        return nothing_new.then_some(match ticket.uncertain {
            true => Observation::Pending,
            false => Observation::Running { status: Some("not listed yet".to_owned()), progress: None },
        });
    };
    let Some(row) = rows.by_id.get(id) else {
        // The list is older than the snapshot; or that is gone, which a look of its own tells now and then.
        let status = Some("not listed yet".to_owned());
        return (!turn.is_multiple_of(OWN_LOOKS)).then_some(Observation::Running { status, progress: None });
    };
    if row.vm.id.is_some() && row.vm.id != ticket.vm {
        return None;
    }
    let status_text = row.provider_status.as_deref().unwrap_or_default();
    let is_done =
        row.status == SnapshotStatus::Ready || done_words.iter().any(|done| done.eq_ignore_ascii_case(status_text));
    match row.status {
        // A replica is looked for by the adapter.
        _ if is_done && ticket.region.is_none() => Some(Observation::Done(Resource::Snapshot(Box::new(row.clone())))),
        SnapshotStatus::Creating | SnapshotStatus::Unknown => Some(running(row)),
        _ => None,
    }
}

/// One that is still there is not deleted yet. That it is not in the list is no proof that it is gone.
fn deleted(rows: &Rows, ticket: &Ticket) -> Option<Observation> {
    rows.by_id.get(ticket.target.as_ref()?.as_str()).map(running)
}
