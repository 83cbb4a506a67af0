//! A run of a plan: all accounts at once, in each as many machines as the plan says.

use futures_util::future::join_all;

use super::file::Job;
use super::machine::{Night, Options};
use super::report::MachineReport;
use super::resolve::{Account, Target};
use super::turns::{Gate, Turns};
use crate::cli::prune;
use crate::model::VmSummary;

/// What a run tells on the way.
pub(crate) enum Step<'a> {
    /// A machine's snapshot of tonight is ready.
    Ready(&'a MachineReport),
    /// A machine is finished.
    Finished(&'a MachineReport),
}

/// Is told each step.
pub(crate) type OnStep<'a> = &'a (dyn Fn(Step<'_>) + Send + Sync);

/// Does what the plan says.
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
                    let mut report = whole(account);
                    report.fail_with(failure);
                    on_step(Step::Finished(&report));
                    vec![report]
                }
            }
        }
    });
    join_all(work).await.into_iter().flatten().collect()
}

/// What is told of an account as a whole.
fn whole(account: &Account) -> MachineReport {
    MachineReport::new(&account.profile, account.client.provider().to_string(), VmSummary::default())
}

async fn of_account(
    account: &Account,
    targets: Vec<Target<'_>>,
    options: &Options,
    on_step: OnStep<'_>,
) -> Vec<MachineReport> {
    let night = Night::new(account, options, on_step);
    // What an earlier run left pending is taken up before anything is sent.
    if let Err(failure) = prune::settle(&account.client, options.dry_run).await {
        let mut report = whole(account);
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
        let (night, turns) = (&night, Turns::new(&gate, job.parallel));
        async move { join_all(mine.iter().map(|target| one(night, &turns, target, on_step))).await }
    });
    join_all(work).await.into_iter().flatten().collect()
}

async fn one(night: &Night<'_>, turns: &Turns<'_>, target: &Target<'_>, on_step: OnStep<'_>) -> MachineReport {
    let report = night.machine(target, turns).await;
    on_step(Step::Finished(&report));
    report
}
