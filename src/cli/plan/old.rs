//! The old snapshots of a machine, once tonight's is ready.

use std::time::Duration;

use tokio::time::Instant;

use super::machine::Night;
use super::report::MachineReport;
use super::resolve::Target;
use crate::cli::exit::Exit;
use crate::cli::prune::{self, Execution, Group, Item, Ours, Outcome, Rules};
use crate::error::Error;
use crate::model::{Snapshot, SnapshotId, SnapshotStatus, VmId};
use crate::retention::{Decision, Policy};

/// The longest wait for what an earlier run left pending before the machine is left alone.
const PATIENCE: Duration = Duration::from_secs(120);

impl Night<'_> {
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
    pub(super) async fn prune(
        &self,
        target: &Target<'_>,
        policy: &Policy,
        report: &mut MachineReport,
        tonight: &Snapshot,
        (moment, deadline): (Instant, Instant),
    ) -> Result<(), Error> {
        if !self.options.dry_run {
            self.finish_pending(&target.machine.id, deadline).await?;
        }
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
    pub(super) fn dry_prune(&self, target: &Target<'_>, report: &mut MachineReport, mut rows: Vec<Snapshot>) {
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
