//! One machine of a run: its snapshot of the night, and then the old ones.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::{Timestamp, Zoned};
use tokio::time::Instant;

use super::file::OnUnsupported;
use super::lists::Lists;
use super::report::{MachineReport, Made};
use super::resolve::{Account, Target};
use crate::cli::exit::Exit;
use crate::cli::prune::{self, Execution, Group, Item, Ours, Outcome, Rules};
use crate::client::{Client, Ensured};
use crate::error::{Error, ErrorKind};
use crate::model::{CreateSnapshot, Snapshot, SnapshotId, SnapshotStatus, VmId, VmSummary};
use crate::operation::Operation;
use crate::retention::{Decision, Policy};
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
}

/// Something that may pass is tried so often, beside the retries of each call.
const ATTEMPTS: u32 = 6;
/// A create whose outcome is unknown is looked into this often.
const LOOK: Duration = Duration::from_secs(15);
/// The longest wait for what an earlier run left pending before the machine is left alone.
const PATIENCE: Duration = Duration::from_secs(120);

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
    pub(crate) fn new(account: &'a Account, options: &'a Options) -> Self {
        let client = &account.client;
        let (lists, poller) = (Lists::new(client), client.shared_poller());
        Self { account, options, lists, poller, began: Instant::now(), denied: AtomicBool::new(false) }
    }

    fn client(&self) -> &Client {
        &self.account.client
    }

    /// Does all that the plan says of one machine.
    pub(crate) async fn machine(&self, target: &Target<'_>) -> MachineReport {
        let vm = VmSummary { id: Some(target.machine.id.clone()), name: target.machine.name.clone() };
        let mut report = MachineReport::new(&self.account.profile, self.client().provider().to_string(), vm);
        if self.denied.load(Ordering::Relaxed) {
            report.fail(&Error::new(ErrorKind::Unauthorized, "not tried: the provider rejected the credentials"));
            return report;
        }
        let done = self.both(target, &mut report).await;
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

    async fn both(&self, target: &Target<'_>, report: &mut MachineReport) -> Result<(), Error> {
        let night = self.options.now.to_zoned(target.job.settings.zone.clone());
        let mut deadline = Instant::now() + target.job.settings.timeout;
        deadline = self.options.deadline.map_or(deadline, |outer| outer.min(deadline));
        let rows = self.read(&target.machine.id, self.began, deadline).await?;
        report.last_success = self.newest(target, &rows);
        let there = rows.iter().find(|row| self.is_tonights(target, row, &night)).cloned();
        let tonight = match there {
            Some(there) if there.status == SnapshotStatus::Ready => {
                report.state = Made::Present;
                there
            }
            _ if !self.options.create => {
                report.state = Made::Off;
                report.warnings.push("there is no ready snapshot of today: nothing was deleted".to_owned());
                report.exit = Exit::Some;
                return Ok(());
            }
            _ if self.options.dry_run => {
                report.state = Made::Planned;
                if !self.client().capabilities(Some(&target.machine.id)).create_snapshot {
                    report.state = Made::Skipped;
                    return Ok(());
                }
                self.dry_prune(target, report, rows);
                return Ok(());
            }
            there => match self.make(target, there.as_ref(), &night, deadline).await {
                Err(error) if is_unsupported(&error) && target.job.settings.on_unsupported == OnUnsupported::Skip => {
                    report.state = Made::Skipped;
                    return Ok(());
                }
                made => {
                    let (state, snapshot) = made?;
                    report.state = state;
                    snapshot
                }
            },
        };
        report.last_success = report.last_success.max(tonight.created_at);
        report.snapshot = Some(tonight.clone());
        self.prune(target, report, &tonight, deadline).await
    }

    /// The machine's snapshots, tried again while that may help.
    async fn read(&self, vm: &VmId, moment: Instant, deadline: Instant) -> Result<Vec<Snapshot>, Error> {
        let mut attempt = 0;
        loop {
            match self.lists.of(vm, moment).await {
                Err(error) if passes(&error) && pause(&mut attempt, &error, deadline).await => {}
                list => return list,
            }
        }
    }

    fn is_ours(&self, target: &Target<'_>, row: &Snapshot) -> bool {
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
        night: &Zoned,
        deadline: Instant,
    ) -> Result<(Made, Snapshot), Error> {
        let known = there.map(|there| self.client().requested_names(there)).unwrap_or_default();
        let known = known.into_iter().find(|name| target.job.name.fits(name, Some(night)));
        let name = known.unwrap_or_else(|| target.job.name.name(night, &target.machine.title()));
        let request = CreateSnapshot::new(target.machine.id.clone(), name);
        let mut attempt = 0;
        loop {
            match self.attempt(&request, deadline).await {
                Err(error) if passes(&error) && pause(&mut attempt, &error, deadline).await => {}
                made => return made,
            }
        }
    }

    async fn attempt(&self, request: &CreateSnapshot, deadline: Instant) -> Result<(Made, Snapshot), Error> {
        // No call outlives the machine's time.
        let client = self.client().with_options(self.client().options().clone().until(deadline));
        match client.ensure_snapshot(request.clone()).await? {
            Ensured::Present(snapshot) if snapshot.status == SnapshotStatus::Ready => Ok((Made::Present, *snapshot)),
            Ensured::Present(snapshot) => {
                let operation = self.client().resume(&self.client().handle_of(&snapshot, request))?;
                self.ready(&operation, deadline).await
            }
            // It may have made nothing: who asks again learns when that is certain.
            Ensured::Pending(operation) => self.ready(&operation, deadline.min(Instant::now() + LOOK)).await,
            Ensured::Made(operation) => self.ready(&operation, deadline).await,
        }
    }

    async fn ready(&self, operation: &Operation<Snapshot>, deadline: Instant) -> Result<(Made, Snapshot), Error> {
        let snapshot = operation.wait(self.waiting(deadline)).await?;
        operation.acknowledge()?;
        Ok((Made::Created, snapshot))
    }

    fn waiting(&self, deadline: Instant) -> WaitOptions {
        let options =
            WaitOptions::default().timeout(deadline.saturating_duration_since(Instant::now())).shared(&self.poller);
        match crate::transport::connect::is_loopback(self.client().base_url()) {
            // On this machine a poll costs nothing.
            true => options.interval(Duration::from_millis(200), Duration::from_secs(2)),
            false => options,
        }
    }

    // --- prune ---

    fn rules(&self, target: &Target<'_>, policy: &Policy) -> Result<Rules, Error> {
        Ok(Rules {
            ours: Ours::Template(target.job.name.clone()),
            policy: policy.clone(),
            zone: target.job.settings.zone.clone(),
            now: self.options.now,
            include_gone: false,
            with_images: false,
            max_delete: target.job.settings.max_delete,
            require_newest: None,
            gone: Default::default(),
            pending: prune::known(self.client())?,
        })
    }

    /// Deletes what the policy does not keep, now that tonight's snapshot is ready.
    async fn prune(
        &self,
        target: &Target<'_>,
        report: &mut MachineReport,
        tonight: &Snapshot,
        deadline: Instant,
    ) -> Result<(), Error> {
        let Some(policy) = target.job.settings.keep.as_ref().filter(|_| self.options.prune) else { return Ok(()) };
        if !self.options.dry_run {
            self.finish_pending(&target.machine.id, deadline).await?;
        }
        let moment = if report.state == Made::Present { self.began } else { Instant::now() };
        let rows = self.read(&target.machine.id, moment, deadline).await?;
        if !rows.iter().any(|row| row.id == tonight.id && row.status == SnapshotStatus::Ready) {
            report.warnings.push("the list does not show today's snapshot yet: nothing was deleted".to_owned());
            report.exit = Exit::Some;
            return Ok(());
        }
        let rules = self.rules(target, policy)?;
        let groups = prune::judge(self.client(), &rules, rows);
        if let Some((_, count)) = prune::stopped_by_limit(&rules, &groups).pop() {
            report.exit = Exit::Stopped;
            report.warnings.push(format!(
                "{count} snapshots would be deleted, more than max_delete allows: none was; if it is meant, set max_delete = \
                 {count} for a night"
            ));
            self.note(report, groups.into_iter().map(without_deletions).collect());
            return Ok(());
        }
        let groups = match self.options.dry_run {
            true => planned(groups),
            false => {
                let wait = Some(self.waiting(deadline));
                let run = Execution { client: self.client(), rules: &rules, wait, parallel: 1, progress: &|_| {} };
                prune::execute(&run, groups).await
            }
        };
        self.note(report, groups);
        Ok(())
    }

    /// What a dry run would delete: tonight's snapshot counts as if it were there.
    fn dry_prune(&self, target: &Target<'_>, report: &mut MachineReport, mut rows: Vec<Snapshot>) {
        let Some(policy) = target.job.settings.keep.as_ref().filter(|_| self.options.prune) else { return };
        let (Ok(id), Ok(rules)) = (SnapshotId::new("tonight"), self.rules(target, policy)) else { return };
        let mut tonight = Snapshot::new(self.client().provider(), id.clone());
        let like = rows.iter().filter(|row| self.is_ours(target, row)).max_by_key(|row| row.created_at);
        tonight.region = like.and_then(|row| row.region.clone());
        tonight.vm.id = Some(target.machine.id.clone());
        tonight.status = SnapshotStatus::Ready;
        tonight.created_at = Some(rules.now);
        let night = self.options.now.to_zoned(target.job.settings.zone.clone());
        tonight.name = Some(target.job.name.name(&night, &target.machine.title()));
        rows.push(tonight);
        let mut groups = planned(prune::judge(self.client(), &rules, rows));
        groups.iter_mut().for_each(|group| group.items.retain(|item| item.snapshot.id != id));
        self.note(report, groups);
    }

    /// Waits for what an earlier run, or somebody else here, has begun with this machine.
    async fn finish_pending(&self, vm: &VmId, deadline: Instant) -> Result<(), Error> {
        let deadline = deadline.min(Instant::now() + PATIENCE);
        for entry in prune::entries_of(self.client(), vm)? {
            let Ok(operation) = self.client().resume_any(&entry.handle()) else { continue };
            // What does not end in time keeps the machine from being pruned: the rules see it.
            if operation.wait_state(self.waiting(deadline)).await.is_ok() {
                operation.acknowledge()?;
            }
        }
        Ok(())
    }

    fn note(&self, report: &mut MachineReport, groups: Vec<Group>) {
        for group in groups {
            report.warnings.extend(group.warnings);
            report.pruned.extend(group.items);
        }
        let count = |wanted: fn(&Item) -> bool| report.pruned.iter().filter(|item| wanted(item)).count();
        report.kept = count(|item| item.action == Decision::Keep);
        report.deleted = count(|item| matches!(item.outcome, Some(Outcome::Deleted | Outcome::Planned)));
        let spared = report
            .pruned
            .iter()
            .find(|item| item.action == Decision::Skip && item.reasons.iter().any(|it| is_spared(it)));
        if let Some(item) = spared {
            report.warnings.push(format!("nothing was deleted: {}", item.reasons.join(", ")));
        }
        let unknown = report.pruned.iter().any(|item| item.outcome == Some(Outcome::Unknown));
        let failed = report.pruned.iter().any(|item| item.outcome == Some(Outcome::Failed));
        report.exit = match report.exit {
            Exit::Done if unknown => Exit::Unknown,
            Exit::Done if failed || !report.warnings.is_empty() => Exit::Some,
            exit => exit,
        };
    }
}

/// The machine is busy: nothing of it was deleted, and the next run will.
fn is_spared(reason: &str) -> bool {
    reason.starts_with("the machine has a pending operation")
        || reason.starts_with("a snapshot of the machine is still")
}

fn is_unsupported(error: &Error) -> bool {
    error.kind() == ErrorKind::Unsupported
}

fn planned(mut groups: Vec<Group>) -> Vec<Group> {
    let items = groups.iter_mut().flat_map(|group| &mut group.items);
    items.filter(|item| item.is_to_delete()).for_each(|item| item.outcome = Some(Outcome::Planned));
    groups
}

fn without_deletions(mut group: Group) -> Group {
    let items = group.items.iter_mut().filter(|item| item.is_to_delete());
    items.for_each(|item| item.skip("more than max_delete would be deleted"));
    group
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
