//! One machine of a run: creates today's snapshot, then deletes old ones.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::{Timestamp, Zoned};
use tokio::time::Instant;

use super::file::OnUnsupported;
use super::lists::Lists;
use super::report::{MachineReport, OnStep, State, Step};
use super::resolve::{Account, Target};
use super::slots::{Slots, Unsent};
use crate::cli::exit::Exit;
use crate::client::{Client, Ensured};
use crate::error::{Error, ErrorKind};
use crate::model::{CreateSnapshot, Snapshot, SnapshotStatus, VmId, VmSummary};
use crate::operation::Operation;
use crate::shared::SharedPoller;
use crate::wait::WaitOptions;

/// The options of a run.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) dry_run: bool,
    pub(crate) create: bool,
    pub(crate) prune: bool,
    pub(crate) now: Timestamp,
    /// When the whole command must end.
    pub(crate) deadline: Option<Instant>,
}

/// A run on one account.
pub(crate) struct AccountRun<'a> {
    pub(crate) account: &'a Account,
    pub(crate) options: &'a Options,
    pub(crate) lists: Lists,
    pub(crate) poller: SharedPoller,
    /// When the run started; older lists are not used.
    pub(crate) started: Instant,
    /// The provider rejected the credentials: no further requests are sent.
    pub(crate) denied: AtomicBool,
    on_step: OnStep<'a>,
}

/// How often a step is attempted after transient errors, in addition to the retries of each request.
const MAX_ATTEMPTS: u32 = 6;
/// No request takes effect longer than this after it was sent.
const LATEST_EFFECT: Duration = Duration::from_secs(600);
/// The interval for checking a create whose outcome is unknown.
const UNKNOWN_INTERVAL: Duration = Duration::from_secs(15);
/// An older list is read again before anything is deleted.
const MAX_LIST_AGE: Duration = Duration::from_secs(300);

/// Whether another attempt may succeed. An unknown outcome is checked again; nothing is created twice.
fn is_transient(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unavailable
            | ErrorKind::RateLimited
            | ErrorKind::Transport
            | ErrorKind::Timeout
            | ErrorKind::Conflict
            | ErrorKind::Decode
            // The pages of a list contradict each other because it changed while it was read.
            | ErrorKind::Contract
            | ErrorKind::OutcomeUnknown
    ) || error.is_retryable()
}

impl<'a> AccountRun<'a> {
    pub(crate) fn new(account: &'a Account, options: &'a Options, on_step: OnStep<'a>) -> Self {
        let client = &account.client;
        let (lists, poller) = (Lists::new(client), client.shared_poller());
        Self { account, options, lists, poller, started: Instant::now(), denied: AtomicBool::new(false), on_step }
    }

    pub(super) fn client(&self) -> &Client {
        &self.account.client
    }

    /// Runs the plan for one machine, as soon as there is a slot.
    pub(crate) async fn machine(&self, target: &Target<'_>, slots: &Slots<'_>) -> MachineReport {
        let vm = VmSummary { id: Some(target.machine.id.clone()), name: target.machine.name.clone() };
        let mut report = MachineReport::new(&self.account.profile, self.client().provider().to_string(), vm);
        let done = self.create_and_prune(target, slots, &mut report).await;
        if let Err(error) = done {
            if error.kind() == ErrorKind::Unauthorized {
                self.denied.store(true, Ordering::Relaxed);
            }
            report.fail(&error);
            report.state = match (report.state, Exit::of(&error)) {
                (State::Created | State::Present | State::Off, _) => report.state,
                (_, Exit::Unknown) => State::Unknown,
                (_, Exit::Timeout) if error.handle().is_some() => State::Running,
                _ => State::Failed,
            };
        }
        report
    }

    /// Fails if the provider has rejected the credentials.
    fn check_allowed(&self) -> Result<(), Error> {
        match self.denied.load(Ordering::Relaxed) {
            true => Err(Error::new(ErrorKind::Unauthorized, "not tried: the provider rejected the credentials")),
            false => Ok(()),
        }
    }

    /// The machine's deadline; time spent waiting for a slot does not count.
    fn deadline(&self, target: &Target<'_>, spent: Duration) -> Instant {
        let deadline = Instant::now() + target.job.settings.timeout.saturating_sub(spent);
        self.options.deadline.map_or(deadline, |outer| outer.min(deadline))
    }

    async fn create_and_prune(
        &self,
        target: &Target<'_>,
        slots: &Slots<'_>,
        report: &mut MachineReport,
    ) -> Result<(), Error> {
        let mut unsent = Some(slots.unsent());
        let slot = slots.create().await;
        let started = Instant::now();
        let todays = self.todays_snapshot(target, report, &mut unsent).await;
        let (spent, ended) = (started.elapsed(), Instant::now());
        drop((unsent, slot));
        let Some(todays) = todays? else { return Ok(()) };
        report.last_success = report.last_success.max(todays.created_at);
        report.snapshot = Some(todays.clone());
        (self.on_step)(Step::Ready(report));
        let Some(policy) = target.job.settings.keep.as_ref().filter(|_| self.options.prune) else { return Ok(()) };
        let _slot = slots.prune().await;
        self.check_allowed()?;
        // The list must show today's snapshot ready, and be recent enough to show other activity.
        let shown = if report.state == State::Present { self.started } else { ended };
        let moment = Instant::now().checked_sub(MAX_LIST_AGE).map_or(shown, |recent| recent.max(shown));
        self.prune(target, policy, report, &todays, (moment, self.deadline(target, spent))).await
    }

    /// Today's snapshot, ready. `None` if there is nothing left to do.
    async fn todays_snapshot(
        &self,
        target: &Target<'_>,
        report: &mut MachineReport,
        unsent: &mut Option<Unsent<'_>>,
    ) -> Result<Option<Snapshot>, Error> {
        self.check_allowed()?;
        let date = self.options.now.to_zoned(target.job.settings.zone.clone());
        let deadline = self.deadline(target, Duration::ZERO);
        let rows = self.read(&target.machine.id, self.started, deadline).await?;
        report.last_success = self.newest(target, &rows);
        let existing = rows.iter().find(|row| self.is_todays(target, row, &date)).cloned();
        match existing {
            Some(existing) if existing.status == SnapshotStatus::Ready => {
                report.state = State::Present;
                Ok(Some(existing))
            }
            _ if !self.options.create => {
                report.state = State::Off;
                report.warnings.push("today's snapshot is missing or not ready yet; nothing was deleted".to_owned());
                report.exit = Exit::Some;
                Ok(None)
            }
            _ if self.options.dry_run => {
                match self.client().offers(&self.request(target, None, &date).into()) {
                    Err(_) if target.job.settings.on_unsupported == OnUnsupported::Skip => {
                        report.state = State::Skipped;
                    }
                    offered => {
                        report.state = State::Planned;
                        offered?;
                        self.dry_prune(target, report, rows);
                    }
                }
                Ok(None)
            }
            existing => match self.create(target, existing.as_ref(), (&date, deadline), unsent).await {
                Err(error) if is_unsupported(&error) && target.job.settings.on_unsupported == OnUnsupported::Skip => {
                    report.state = State::Skipped;
                    Ok(None)
                }
                created => {
                    let (state, snapshot) = created?;
                    report.state = state;
                    Ok(Some(snapshot))
                }
            },
        }
    }

    /// The machine's snapshots, retried after transient errors.
    pub(super) async fn read(&self, vm: &VmId, moment: Instant, deadline: Instant) -> Result<Vec<Snapshot>, Error> {
        let mut attempt = 0;
        loop {
            match self.lists.of(vm, moment).await {
                Err(error) if is_transient(&error) && pause(&mut attempt, &error, deadline).await => {}
                list => return list,
            }
        }
    }

    pub(super) fn is_ours(&self, target: &Target<'_>, row: &Snapshot) -> bool {
        self.client().requested_names(row).iter().any(|name| target.job.name.matches(name, None))
    }

    /// Whether it is today's snapshot, ready or being created.
    fn is_todays(&self, target: &Target<'_>, row: &Snapshot, date: &Zoned) -> bool {
        let is_usable = !matches!(row.status, SnapshotStatus::Failed | SnapshotStatus::Deleting);
        is_usable && self.client().requested_names(row).iter().any(|name| target.job.name.matches(name, Some(date)))
    }

    fn newest(&self, target: &Target<'_>, rows: &[Snapshot]) -> Option<Timestamp> {
        let ready = |row: &&Snapshot| row.status == SnapshotStatus::Ready && self.is_ours(target, row);
        rows.iter().filter(ready).filter_map(|row| row.created_at).max()
    }

    // --- create ---

    /// The request for today's snapshot, with the name of the existing one if there is one.
    fn request(&self, target: &Target<'_>, existing: Option<&Snapshot>, date: &Zoned) -> CreateSnapshot {
        let names = existing.map(|existing| self.client().requested_names(existing)).unwrap_or_default();
        let known = names.into_iter().find(|name| target.job.name.matches(name, Some(date)));
        let name = known.unwrap_or_else(|| target.job.name.name(date, &target.machine.title()));
        CreateSnapshot::new(target.machine.id.clone(), name)
    }

    /// Creates today's snapshot unless it exists, and waits until it is ready.
    async fn create(
        &self,
        target: &Target<'_>,
        existing: Option<&Snapshot>,
        (date, deadline): (&Zoned, Instant),
        unsent: &mut Option<Unsent<'_>>,
    ) -> Result<(State, Snapshot), Error> {
        let request = self.request(target, existing, date);
        let mut attempt = 0;
        loop {
            match self.attempt(&request, deadline, unsent).await {
                Err(error) if is_transient(&error) && pause(&mut attempt, &error, deadline).await => {}
                created => return created,
            }
        }
    }

    async fn attempt(
        &self,
        request: &CreateSnapshot,
        deadline: Instant,
        unsent: &mut Option<Unsent<'_>>,
    ) -> Result<(State, Snapshot), Error> {
        // A create whose outcome is unknown for that long has failed, and the next attempt starts from the beginning.
        let until = deadline.min(Instant::now() + LATEST_EFFECT);
        let client = self.client().with_options(self.client().options().clone().until(until));
        let ensured = client.ensure_snapshot(request.clone()).await?;
        drop(unsent.take());
        match ensured {
            Ensured::Present(snapshot) => match self.client().unfinished(&snapshot, request)? {
                Some(operation) => self.ready(&operation, deadline).await,
                None => Ok((State::Present, *snapshot)),
            },
            Ensured::Pending(operation) => {
                // The earlier create may have had no effect, which the next attempt checks again.
                let soon = deadline.min(Instant::now() + UNKNOWN_INTERVAL);
                match self.ready(&operation, soon).await {
                    // It had one: the snapshot is being created.
                    Err(error) if error.kind() == ErrorKind::Timeout && soon < deadline => {
                        self.ready(&operation, deadline).await
                    }
                    ended => ended,
                }
            }
            Ensured::Created(operation) => self.ready(&operation, deadline).await,
        }
    }

    async fn ready(&self, operation: &Operation<Snapshot>, deadline: Instant) -> Result<(State, Snapshot), Error> {
        let snapshot = operation.wait(self.waiting(deadline)).await?;
        operation.acknowledge()?;
        Ok((State::Created, snapshot))
    }

    pub(super) fn waiting(&self, deadline: Instant) -> WaitOptions {
        let options =
            WaitOptions::default().timeout(deadline.saturating_duration_since(Instant::now())).shared(&self.poller);
        match self.client().stays_here() {
            true => options.interval(Duration::from_millis(50), Duration::from_secs(1)),
            false => options,
        }
    }
}

fn is_unsupported(error: &Error) -> bool {
    error.kind() == ErrorKind::Unsupported
}

/// Pauses before another attempt; false if there is none left. Unknown outcomes are checked until the deadline.
async fn pause(attempt: &mut u32, error: &Error, deadline: Instant) -> bool {
    *attempt += 1;
    let unknown = error.kind() == ErrorKind::OutcomeUnknown;
    let backoff = Duration::from_secs(1 << (*attempt).min(5)).max(error.retry_after().unwrap_or_default());
    let left = deadline.saturating_duration_since(Instant::now());
    if (*attempt >= MAX_ATTEMPTS && !unknown) || backoff >= left {
        return false;
    }
    tokio::time::sleep(backoff).await;
    true
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::cli::failure::Failure;
    use crate::sandbox::Sandbox;
    use crate::spec::Provider::GenesisCloud;

    /// Only an unknown outcome is checked again soon; what is known to be in progress is awaited until the deadline.
    #[tokio::test(start_paused = true)]
    async fn a_create_that_an_earlier_run_began_may_take_its_time() {
        let sandbox = Sandbox::builder(GenesisCloud).vms(1).snapshots(0).delay(4 * UNKNOWN_INTERVAL);
        let sandbox = Arc::new(sandbox.start().await.unwrap());
        let clock = Arc::clone(&sandbox);
        // Both clocks run a hundred times as fast, and never faster: the requests take real time.
        tokio::spawn(async move {
            let (real, fast) = (Duration::from_millis(2), Duration::from_millis(200));
            while tokio::task::spawn_blocking(move || std::thread::sleep(real)).await.is_ok() {
                tokio::time::advance(fast).await;
                clock.advance(fast);
            }
        });
        let client = Client::builder(GenesisCloud).base_url(sandbox.base_url(GenesisCloud));
        let client = client.auth(sandbox.credential(GenesisCloud)).rate_limit(None);
        // A request that takes a second has taken more than a minute by the fast clock.
        let patience = 4000 * UNKNOWN_INTERVAL;
        let client = client.timeout(patience).build().unwrap();
        let vm = VmId::new(sandbox.store().machines(GenesisCloud)[0].id.clone()).unwrap();
        let request = CreateSnapshot::new(vm, "nightly");
        let begun = client.create_snapshot(request.clone()).await.unwrap();
        let machines = Err(Failure::Reported(Exit::Failed));
        let account = Account { profile: "gc".to_owned(), client, machines };
        let (now, deadline) = (Timestamp::now(), None);
        let options = Options { dry_run: false, create: true, prune: true, now, deadline };
        let run = AccountRun::new(&account, &options, &|_| {});
        let deadline = Instant::now() + patience;
        let (_, snapshot) = run.attempt(&request, deadline, &mut None).await.unwrap();
        assert_eq!(begun.resource_id().as_deref(), Some(snapshot.id.as_str()));
        assert_eq!(snapshot.status, SnapshotStatus::Ready);
    }
}
