//! One machine of a run: its snapshot of the night, and then the old ones.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::{Timestamp, Zoned};
use tokio::time::Instant;

use super::file::OnUnsupported;
use super::lists::Lists;
use super::report::{MachineReport, Made};
use super::resolve::{Account, Target};
use super::run::{OnStep, Step};
use super::turns::{Turns, Unsent};
use crate::cli::exit::Exit;
use crate::client::{Client, Ensured};
use crate::error::{Error, ErrorKind};
use crate::model::{CreateSnapshot, Snapshot, SnapshotStatus, VmId, VmSummary};
use crate::operation::Operation;
use crate::shared::SharedPoller;
use crate::wait::WaitOptions;

/// What a run is to do.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) dry_run: bool,
    pub(crate) create: bool,
    pub(crate) prune: bool,
    pub(crate) now: Timestamp,
    /// When the whole command must have ended.
    pub(crate) deadline: Option<Instant>,
}

/// A run on one account.
pub(crate) struct Night<'a> {
    pub(crate) account: &'a Account,
    pub(crate) options: &'a Options,
    pub(crate) lists: Lists,
    pub(crate) poller: SharedPoller,
    /// When the run began: lists of before are not believed.
    pub(crate) began: Instant,
    /// The provider rejected the credentials: nothing more is asked of it.
    pub(crate) denied: AtomicBool,
    on_step: OnStep<'a>,
}

/// Something that may pass is tried so often, beside the retries of each call.
const ATTEMPTS: u32 = 6;
/// No request takes effect so long after it was sent.
const SETTLED: Duration = Duration::from_secs(600);
/// A create whose outcome is unknown is looked into this often.
const LOOK: Duration = Duration::from_secs(15);
/// A list that is older is read again before anything is deleted by it.
const FRESH: Duration = Duration::from_secs(300);

/// An error that may pass. What is unknown is looked into again: nothing is made twice.
fn passes(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unavailable
            | ErrorKind::RateLimited
            | ErrorKind::Transport
            | ErrorKind::Timeout
            | ErrorKind::Conflict
            | ErrorKind::Decode
            // A list whose pages contradict each other, since it changed while it was read.
            | ErrorKind::Contract
            | ErrorKind::OutcomeUnknown
    ) || error.is_retryable()
}

impl<'a> Night<'a> {
    pub(crate) fn new(account: &'a Account, options: &'a Options, on_step: OnStep<'a>) -> Self {
        let client = &account.client;
        let (lists, poller) = (Lists::new(client), client.shared_poller());
        Self { account, options, lists, poller, began: Instant::now(), denied: AtomicBool::new(false), on_step }
    }

    pub(super) fn client(&self) -> &Client {
        &self.account.client
    }

    /// Does all that the plan says of one machine, when its turn comes.
    pub(crate) async fn machine(&self, target: &Target<'_>, turns: &Turns<'_>) -> MachineReport {
        let vm = VmSummary { id: Some(target.machine.id.clone()), name: target.machine.name.clone() };
        let mut report = MachineReport::new(&self.account.profile, self.client().provider().to_string(), vm);
        let done = self.both(target, turns, &mut report).await;
        if let Err(error) = done {
            if error.kind() == ErrorKind::Unauthorized {
                self.denied.store(true, Ordering::Relaxed);
            }
            report.fail(&error);
            report.state = match (report.state, Exit::of(&error)) {
                (Made::Created | Made::Present | Made::Off, _) => report.state,
                (_, Exit::Unknown) => Made::Unknown,
                (_, Exit::Timeout) if error.handle().is_some() => Made::Running,
                _ => Made::Failed,
            };
        }
        report
    }

    /// Nothing more is asked of a provider that rejected the credentials.
    fn check_allowed(&self) -> Result<(), Error> {
        match self.denied.load(Ordering::Relaxed) {
            true => Err(Error::new(ErrorKind::Unauthorized, "not tried: the provider rejected the credentials")),
            false => Ok(()),
        }
    }

    /// The machine's own time: what it waits for others does not count.
    fn deadline(&self, target: &Target<'_>, spent: Duration) -> Instant {
        let deadline = Instant::now() + target.job.settings.timeout.saturating_sub(spent);
        self.options.deadline.map_or(deadline, |outer| outer.min(deadline))
    }

    async fn both(&self, target: &Target<'_>, turns: &Turns<'_>, report: &mut MachineReport) -> Result<(), Error> {
        let mut unsent = Some(turns.unsent());
        let turn = turns.create().await;
        let started = Instant::now();
        let tonight = self.tonight(target, report, &mut unsent).await;
        let (spent, ended) = (started.elapsed(), Instant::now());
        drop((unsent, turn));
        let Some(tonight) = tonight? else { return Ok(()) };
        report.last_success = report.last_success.max(tonight.created_at);
        report.snapshot = Some(tonight.clone());
        (self.on_step)(Step::Ready(report));
        let Some(policy) = target.job.settings.keep.as_ref().filter(|_| self.options.prune) else { return Ok(()) };
        let _turn = turns.prune().await;
        self.check_allowed()?;
        // A list that shows tonight's ready, and is young enough to tell what else is under way.
        let shown = if report.state == Made::Present { self.began } else { ended };
        let moment = Instant::now().checked_sub(FRESH).map_or(shown, |young| young.max(shown));
        self.prune(target, policy, report, &tonight, (moment, self.deadline(target, spent))).await
    }

    /// Tonight's snapshot, ready. None: there is nothing to be done after it.
    async fn tonight(
        &self,
        target: &Target<'_>,
        report: &mut MachineReport,
        unsent: &mut Option<Unsent<'_>>,
    ) -> Result<Option<Snapshot>, Error> {
        self.check_allowed()?;
        let night = self.options.now.to_zoned(target.job.settings.zone.clone());
        let deadline = self.deadline(target, Duration::ZERO);
        let rows = self.read(&target.machine.id, self.began, deadline).await?;
        report.last_success = self.newest(target, &rows);
        let there = rows.iter().find(|row| self.is_tonights(target, row, &night)).cloned();
        match there {
            Some(there) if there.status == SnapshotStatus::Ready => {
                report.state = Made::Present;
                Ok(Some(there))
            }
            _ if !self.options.create => {
                report.state = Made::Off;
                report.warnings.push("there is no ready snapshot of today: nothing was deleted".to_owned());
                report.exit = Exit::Some;
                Ok(None)
            }
            _ if self.options.dry_run => {
                report.state = Made::Planned;
                if !self.client().capabilities(Some(&target.machine.id)).create_snapshot {
                    report.state = Made::Skipped;
                    return Ok(None);
                }
                self.dry_prune(target, report, rows);
                Ok(None)
            }
            there => match self.make(target, there.as_ref(), (&night, deadline), unsent).await {
                Err(error) if is_unsupported(&error) && target.job.settings.on_unsupported == OnUnsupported::Skip => {
                    report.state = Made::Skipped;
                    Ok(None)
                }
                made => {
                    let (state, snapshot) = made?;
                    report.state = state;
                    Ok(Some(snapshot))
                }
            },
        }
    }

    /// The machine's snapshots, tried again while that may help.
    pub(super) async fn read(&self, vm: &VmId, moment: Instant, deadline: Instant) -> Result<Vec<Snapshot>, Error> {
        let mut attempt = 0;
        loop {
            match self.lists.of(vm, moment).await {
                Err(error) if passes(&error) && pause(&mut attempt, &error, deadline).await => {}
                list => return list,
            }
        }
    }

    pub(super) fn is_ours(&self, target: &Target<'_>, row: &Snapshot) -> bool {
        self.client().requested_names(row).iter().any(|name| target.job.name.fits(name, None))
    }

    /// Tonight's, ready or on its way.
    fn is_tonights(&self, target: &Target<'_>, row: &Snapshot, night: &Zoned) -> bool {
        let lives = !matches!(row.status, SnapshotStatus::Failed | SnapshotStatus::Deleting);
        lives && self.client().requested_names(row).iter().any(|name| target.job.name.fits(name, Some(night)))
    }

    fn newest(&self, target: &Target<'_>, rows: &[Snapshot]) -> Option<Timestamp> {
        let ready = |row: &&Snapshot| row.status == SnapshotStatus::Ready && self.is_ours(target, row);
        rows.iter().filter(ready).filter_map(|row| row.created_at).max()
    }

    // --- create ---

    /// Makes tonight's snapshot unless there is one, and waits until it is ready.
    async fn make(
        &self,
        target: &Target<'_>,
        there: Option<&Snapshot>,
        (night, deadline): (&Zoned, Instant),
        unsent: &mut Option<Unsent<'_>>,
    ) -> Result<(Made, Snapshot), Error> {
        let known = there.map(|there| self.client().requested_names(there)).unwrap_or_default();
        let known = known.into_iter().find(|name| target.job.name.fits(name, Some(night)));
        let name = known.unwrap_or_else(|| target.job.name.name(night, &target.machine.title()));
        let request = CreateSnapshot::new(target.machine.id.clone(), name);
        let mut attempt = 0;
        loop {
            match self.attempt(&request, deadline, unsent).await {
                Err(error) if passes(&error) && pause(&mut attempt, &error, deadline).await => {}
                made => return made,
            }
        }
    }

    async fn attempt(
        &self,
        request: &CreateSnapshot,
        deadline: Instant,
        unsent: &mut Option<Unsent<'_>>,
    ) -> Result<(Made, Snapshot), Error> {
        // A create whose outcome is unknown for that long is over, and the next attempt begins anew.
        let until = deadline.min(Instant::now() + SETTLED);
        let client = self.client().with_options(self.client().options().clone().until(until));
        let ensured = client.ensure_snapshot(request.clone()).await?;
        drop(unsent.take());
        match ensured {
            Ensured::Present(snapshot) if snapshot.status == SnapshotStatus::Ready => Ok((Made::Present, *snapshot)),
            Ensured::Present(snapshot) => {
                let operation = self.client().resume(&self.client().handle_of(&snapshot, request))?;
                self.ready(&operation, deadline).await
            }
            // It may have made nothing: who asks again learns when that is certain.
            Ensured::Pending(operation) => self.ready(&operation, deadline.min(Instant::now() + LOOK)).await,
            Ensured::Created(operation) => self.ready(&operation, deadline).await,
        }
    }

    async fn ready(&self, operation: &Operation<Snapshot>, deadline: Instant) -> Result<(Made, Snapshot), Error> {
        let snapshot = operation.wait(self.waiting(deadline)).await?;
        operation.acknowledge()?;
        Ok((Made::Created, snapshot))
    }

    pub(super) fn waiting(&self, deadline: Instant) -> WaitOptions {
        let options =
            WaitOptions::default().timeout(deadline.saturating_duration_since(Instant::now())).shared(&self.poller);
        match crate::transport::connect::is_loopback(self.client().base_url()) {
            // On this machine a poll costs nothing.
            true => options.interval(Duration::from_millis(50), Duration::from_secs(1)),
            false => options,
        }
    }
}

fn is_unsupported(error: &Error) -> bool {
    error.kind() == ErrorKind::Unsupported
}

/// Pauses before another attempt; false where there is none left. What is unknown is looked into until the time is up.
async fn pause(attempt: &mut u32, error: &Error, deadline: Instant) -> bool {
    *attempt += 1;
    let unknown = error.kind() == ErrorKind::OutcomeUnknown;
    let backoff = Duration::from_secs(1 << (*attempt).min(5)).max(error.retry_after().unwrap_or_default());
    let left = deadline.saturating_duration_since(Instant::now());
    if (*attempt >= ATTEMPTS && !unknown) || backoff >= left {
        return false;
    }
    tokio::time::sleep(backoff).await;
    true
}
