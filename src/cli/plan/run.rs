//! Runs a plan: all accounts in parallel, and in each as many machines at once as the plan allows.

use futures_util::future::join_all;

use super::file::Job;
use super::machine::{AccountRun, Options};
use super::report::{MachineReport, OnStep, Step};
use super::resolve::{Account, Target};
use super::slots::{Gate, Slots};
use crate::cli::prune;
use crate::model::VmSummary;

/// Runs a plan.
pub(crate) async fn run(
    accounts: &[Account],
    targets: &[Target<'_>],
    options: &Options,
    on_step: OnStep<'_>,
) -> Vec<MachineReport> {
    let work = accounts.iter().enumerate().map(|(index, account)| {
        let mine: Vec<_> = targets.iter().filter(|target| target.account == index).cloned().collect();
        async move {
            match &account.machines {
                Ok(_) => of_account(account, mine, options, on_step).await,
                Err(failure) => {
                    let mut report = account_report(account);
                    report.fail_with(failure);
                    on_step(Step::Finished(&report));
                    vec![report]
                }
            }
        }
    });
    join_all(work).await.into_iter().flatten().collect()
}

/// A report on an account as a whole.
fn account_report(account: &Account) -> MachineReport {
    MachineReport::new(&account.profile, account.client.provider().to_string(), VmSummary::default())
}

async fn of_account(
    account: &Account,
    targets: Vec<Target<'_>>,
    options: &Options,
    on_step: OnStep<'_>,
) -> Vec<MachineReport> {
    let account_run = AccountRun::new(account, options, on_step);
    // Operations that an earlier run left pending are polled before anything is sent.
    if let Err(failure) = prune::poll_pending(&account.client, options.dry_run).await {
        let mut report = account_report(account);
        report.fail_with(&failure);
        on_step(Step::Finished(&report));
        return vec![report];
    }
    let mut jobs: Vec<&Job> = Vec::new();
    for target in &targets {
        if !jobs.iter().any(|job| std::ptr::eq(*job, target.job)) {
            jobs.push(target.job);
        }
    }
    let gate = Gate::new(targets.len());
    let work = jobs.into_iter().map(|job| {
        let mine: Vec<_> = targets.iter().filter(|target| std::ptr::eq(target.job, job)).cloned().collect();
        let (account_run, slots) = (&account_run, Slots::new(&gate, job.parallel));
        async move { join_all(mine.iter().map(|target| run_machine(account_run, &slots, target, on_step))).await }
    });
    join_all(work).await.into_iter().flatten().collect()
}

async fn run_machine(
    account_run: &AccountRun<'_>,
    slots: &Slots<'_>,
    target: &Target<'_>,
    on_step: OnStep<'_>,
) -> MachineReport {
    let report = account_run.machine(target, slots).await;
    on_step(Step::Finished(&report));
    report
}
