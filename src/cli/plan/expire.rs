//! Deletes a machine's old snapshots once today's is ready.

use std::time::Duration;

use tokio::time::Instant;

use super::machine::AccountRun;
use super::report::MachineReport;
use super::resolve::Target;
use crate::cli::exit::Exit;
use crate::cli::prune::{self, Execution, Group, Item, Ours, Outcome, Rules};
use crate::error::Error;
use crate::model::{Snapshot, SnapshotId, SnapshotStatus, VmId};
use crate::retention::{Decision, Policy};

/// How long to wait for operations that an earlier run left pending.
const PENDING_TIMEOUT: Duration = Duration::from_secs(120);

impl AccountRun<'_> {
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

    /// Deletes the snapshots that the policy does not keep, after today's snapshot is ready.
    pub(super) async fn prune(
        &self,
        target: &Target<'_>,
        policy: &Policy,
        report: &mut MachineReport,
        todays: &Snapshot,
        (moment, deadline): (Instant, Instant),
    ) -> Result<(), Error> {
        if !self.options.dry_run {
            self.finish_pending(&target.machine.id, deadline).await?;
        }
        let rows = self.read(&target.machine.id, moment, deadline).await?;
        if !rows.iter().any(|row| row.id == todays.id && row.status == SnapshotStatus::Ready) {
            report.warnings.push("the list does not show today's snapshot yet; nothing was deleted".to_owned());
            report.exit = Exit::Some;
            return Ok(());
        }
        let rules = self.rules(target, policy)?;
        let groups = prune::decide(self.client(), &rules, rows);
        if let Some((_, count)) = prune::stopped_by_limit(&rules, &groups).pop() {
            report.exit = Exit::Stopped;
            report.warnings.push(format!(
                "{count} snapshots would be deleted, more than `max_delete` allows; nothing was deleted. If this is intended, set \
                 max_delete = {count} for one run"
            ));
            self.add_to_report(report, groups.into_iter().map(without_deletions).collect());
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
        self.add_to_report(report, groups);
        Ok(())
    }

    /// Plans the deletions of a dry run as if today's snapshot existed.
    pub(super) fn dry_prune(&self, target: &Target<'_>, report: &mut MachineReport, mut rows: Vec<Snapshot>) {
        let Some(policy) = target.job.settings.keep.as_ref().filter(|_| self.options.prune) else { return };
        let (Ok(id), Ok(rules)) = (SnapshotId::new("planned"), self.rules(target, policy)) else { return };
        let mut todays = Snapshot::new(self.client().provider(), id.clone());
        let newest = rows.iter().filter(|row| self.is_ours(target, row)).max_by_key(|row| row.created_at);
        todays.region = newest.and_then(|row| row.region.clone());
        todays.vm.id = Some(target.machine.id.clone());
        todays.status = SnapshotStatus::Ready;
        todays.created_at = Some(rules.now);
        let date = self.options.now.to_zoned(target.job.settings.zone.clone());
        todays.name = Some(target.job.name.name(&date, &target.machine.title()));
        rows.push(todays);
        let mut groups = planned(prune::decide(self.client(), &rules, rows));
        groups.iter_mut().for_each(|group| group.items.retain(|item| item.snapshot.id != id));
        self.add_to_report(report, groups);
    }

    /// Waits for this machine's pending operations, started by an earlier run or another process.
    async fn finish_pending(&self, vm: &VmId, deadline: Instant) -> Result<(), Error> {
        let deadline = deadline.min(Instant::now() + PENDING_TIMEOUT);
        for entry in prune::entries_of(self.client(), vm)? {
            let Ok(operation) = self.client().resume_any(&entry.handle()) else { continue };
            // One that does not finish in time stays in the journal, and the rules then skip the machine.
            if operation.wait_state(self.waiting(deadline)).await.is_ok() {
                operation.acknowledge()?;
            }
        }
        Ok(())
    }

    fn add_to_report(&self, report: &mut MachineReport, groups: Vec<Group>) {
        for group in groups {
            report.warnings.extend(group.warnings);
            report.pruned.extend(group.items);
        }
        let count = |wanted: fn(&Item) -> bool| report.pruned.iter().filter(|item| wanted(item)).count();
        report.kept = count(|item| item.action == Decision::Keep);
        report.deleted = count(|item| matches!(item.outcome, Some(Outcome::Deleted | Outcome::Planned)));
        let busy = report
            .pruned
            .iter()
            .find(|item| item.action == Decision::Skip && item.reasons.iter().any(|it| is_busy(it)));
        if let Some(item) = busy {
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

/// Whether the machine was busy: nothing was deleted, and the next run will do it.
fn is_busy(reason: &str) -> bool {
    reason.starts_with("the machine has a pending operation")
        || reason.starts_with("a snapshot of the machine is still")
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
