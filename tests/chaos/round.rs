//! One round on one provider: many concurrent changes on a sandbox with network faults, some of them killed while
//! running.

use std::collections::{BTreeMap, HashSet};
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{
    CallOptions, Client, Error, Handle, Operation, Outcome, Prepared, Provider, Request, Resource, RetryPolicy,
    WaitOptions,
};
use fastrand::Rng;

use crate::changes::{self, Change};
use crate::tally::{Attempt, Reported, Tally};

/// A call with all its retries.
const CALL: Duration = Duration::from_millis(4000);
/// A wait for completion.
const WAIT: Duration = Duration::from_millis(5000);
/// How long a server needs for a create, restore or delete.
const DELAY: Duration = Duration::from_millis(300);

/// The faults, with their percentages.
const FAULTS: [(&str, &str); 21] = [
    ("reset-before", "%4"),
    ("reset-after", "%2"),
    ("reset-after@changing", "%8"),
    ("503", "%2"),
    ("503-after@changing", "%5"),
    ("503:1", "%1"),
    ("429", "%2"),
    ("429:0", "%2"),
    ("429:9@changing", "%1"),
    ("html-502", "%2"),
    ("html-502-after@changing", "%4"),
    ("500-after@changing", "%2"),
    ("408-after@changing", "%2"),
    ("truncate", "%2"),
    ("empty", "%1"),
    ("drop-field:id@changing", "%2"),
    ("hang", "%1"),
    ("hang-after", "%1"),
    ("slow:900", "%1"),
    ("endless", "%1"),
    ("stale-list:1@safe", "%3"),
];

/// Faults specific to some sandboxes; their request records do not show them.
const CUSTOM: [&str; 2] = ["custom:late-row=1%6", "custom:decorate%30"];

pub struct Round {
    pub provider: Provider,
    pub sandbox: Sandbox,
    /// The process that requests the changes, and the one that resumes them after it died.
    pub clients: [Client; 2],
    pub tally: Mutex<Tally>,
    /// The record of pending operations shared by both processes.
    _folder: tempfile::TempDir,
}

fn client(sandbox: &Sandbox, provider: Provider, folder: &std::path::Path) -> Client {
    let auth = sandbox.credential(provider);
    let retry = RetryPolicy::default().backoff(Duration::from_millis(5), Duration::from_millis(40));
    let options = CallOptions::default().timeout(CALL).attempt_timeout(Duration::from_millis(900)).retry(retry);
    let builder = Client::builder(provider).base_url(sandbox.base_url(provider)).auth(auth);
    builder.state_dir(folder).options(options).rate_limit(None).max_body(200_000).build().unwrap()
}

impl Round {
    /// Awaits a call, and records by how much it exceeded its time.
    async fn timed<T>(&self, limit: Duration, call: impl Future<Output = T>) -> T {
        let started = Instant::now();
        let value = call.await;
        let mut tally = self.tally.lock().unwrap();
        tally.overrun = tally.overrun.max(started.elapsed().saturating_sub(limit));
        value
    }

    fn waiting() -> WaitOptions {
        let (first, longest) = (Duration::from_millis(60), Duration::from_millis(200));
        WaitOptions::default().timeout(WAIT).interval(first, longest)
    }

    async fn end<T: Outcome>(&self, operation: Result<Operation<T>, Error>) -> Result<T, Error> {
        self.timed(WAIT, operation?.wait(Self::waiting())).await
    }

    /// Only the handle of a process remains. Another process resumes it.
    async fn resumed(&self, handle: &Handle) -> Result<Resource, Error> {
        // As text, as it would be stored.
        let handle: Handle = handle.to_string().parse().unwrap();
        self.end(self.clients[1].resume_any(&handle)).await
    }

    /// Performs a request in one of the ways in which a process works or dies.
    pub async fn carry_out<R: Request>(&self, mut rng: Rng, request: R) -> (Reported, bool, String) {
        let client = self.clients[0].clone();
        let prepared: Prepared<R::Output> = match self.timed(CALL, client.prepare(request)).await {
            Ok(prepared) => prepared,
            Err(error) => return (Reported::of_error(&error), false, error.to_string()),
        };
        let handle = prepared.handle();
        let fate = rng.u8(0..10);
        let ended = match fate {
            0 => {
                // The process died before anything was sent: no effect may be reported, nor found among what others
                // create.
                drop(prepared);
                self.killed();
                self.resumed(&handle).await.map(|resource| changes::id_of(&resource))
            }
            1 | 2 => {
                let life = Duration::from_millis(rng.u64(0..120));
                let sent = tokio::time::timeout(life, prepared.submit()).await;
                drop(sent);
                self.killed();
                self.resumed(&handle).await.map(|resource| changes::id_of(&resource))
            }
            3 => {
                let sent = self.timed(CALL, prepared.submit()).await.map(|operation| operation.handle());
                match sent {
                    Ok(handle) => {
                        self.killed();
                        self.resumed(&handle).await.map(|resource| changes::id_of(&resource))
                    }
                    Err(error) => Err(error),
                }
            }
            _ => {
                let sent = self.timed(CALL, prepared.submit()).await;
                let operation = sent.and_then(|operation| client.resume_any(&operation.handle()));
                self.end(operation).await.map(|resource| changes::id_of(&resource))
            }
        };
        match ended {
            Ok(id) => (Reported::Done(id), fate > 0, String::new()),
            Err(error) => {
                let (reported, story) = self.once_more(error).await;
                (reported, fate > 0, story)
            }
        }
    }

    fn killed(&self) {
        self.tally.lock().unwrap().killed += 1;
    }

    /// Outcomes reported as unknown are checked once more, using the handle.
    async fn once_more(&self, error: Error) -> (Reported, String) {
        let (reported, mut story) = (Reported::of_error(&error), error.to_string());
        let Some(handle) = error.handle().filter(|_| reported == Reported::Unknown) else { return (reported, story) };
        match self.resumed(handle).await {
            Ok(resource) => {
                self.tally.lock().unwrap().found_later += 1;
                (Reported::Done(changes::id_of(&resource)), story)
            }
            Err(again) => {
                story.push_str(&format!("; then {again}"));
                // A failure reported only now is as good as one reported immediately.
                let reported =
                    if again.kind() == cloudsnap::ErrorKind::OperationFailed { Reported::Refused } else { reported };
                (reported, story)
            }
        }
    }
}

/// Creates the sandbox of a round and its clients, which takes a while.
pub async fn prepare(provider: Provider, seed: u64) -> Arc<Round> {
    let builder = Sandbox::builder(provider).vms(12).snapshots(20).page_size(20).delay(DELAY).seed(seed);
    let sandbox = builder.start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let clients = [client(&sandbox, provider, folder.path()), client(&sandbox, provider, folder.path())];
    Arc::new(Round { provider, sandbox, clients, tally: Mutex::default(), _folder: folder })
}

/// Runs a round and counts the outcomes.
pub async fn run(round: Arc<Round>, seed: u64) -> Tally {
    let (mut rng, provider) = (Rng::with_seed(seed), round.provider);
    let before: HashSet<String> = changes::everything(&round.sandbox, provider).into_iter().collect();
    let changes = changes::draw(&round, &mut rng);

    let mut faults = FAULTS.map(|(kind, chance)| format!("{kind}{chance}")).to_vec();
    rng.shuffle(&mut faults);
    let custom = CUSTOM.map(str::to_owned);
    for fault in faults.into_iter().chain(custom) {
        round.sandbox.inject(fault.parse().unwrap());
    }
    let mut tasks = tokio::task::JoinSet::new();
    for change in changes {
        let (round, rng, pause) = (Arc::clone(&round), rng.fork(), Duration::from_millis(rng.u64(0..4000)));
        tasks.spawn(async move {
            tokio::time::sleep(pause).await;
            change.fulfil(&round, rng).await
        });
    }
    let attempts: Vec<(Change, Attempt)> = tasks.join_all().await.into_iter().flatten().collect();
    // Let pending operations finish at the server before counting.
    tokio::time::sleep(DELAY * 2).await;

    let mut tally = std::mem::take(&mut *round.tally.lock().unwrap());
    let mut groups: BTreeMap<&str, (&Change, Vec<&Attempt>)> = BTreeMap::new();
    for (change, attempt) in &attempts {
        groups.entry(&attempt.key).or_insert((change, Vec::new())).1.push(attempt);
    }
    for (change, attempts) in groups.into_values() {
        tally.judge(&attempts, &change.exists(&round.sandbox, provider, &before));
    }
    for seen in round.sandbox.requests() {
        tally.calls += 1;
        if let Some(fault) = seen.fault {
            let kind = fault.split(['@', '*', '%']).next().unwrap_or_default().to_owned();
            *tally.faults.entry(kind).or_default() += 1;
        }
    }
    tally.violations = round.sandbox.violations().len();
    tally
}
