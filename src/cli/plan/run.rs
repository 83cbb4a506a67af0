//! A run of a plan: all accounts at once, in each as many machines as the plan says.

use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::StreamExt;
use futures_util::future::join_all;
use futures_util::stream;

use super::file::Job;
use super::machine::{Night, Options};
use super::report::MachineReport;
use super::resolve::{Account, Target};
use crate::cli::prune;
use crate::model::VmSummary;

/// Does what the plan says. `tell` is called with each machine as it is finished, and with how many are.
pub(crate) async fn run(
    accounts: &[Account],
    targets: &[Target<'_>],
    options: &Options,
    on_report: &(dyn Fn(usize, &MachineReport) + Send + Sync),
) -> Vec<MachineReport> {
    let done = AtomicUsize::new(0);
    let on_report = |report: &MachineReport| on_report(done.fetch_add(1, Ordering::Relaxed) + 1, report);
    let on_report = &on_report;
    let work = accounts.iter().enumerate().map(|(index, account)| {
        let mine: Vec<_> = targets.iter().filter(|target| target.account == index).cloned().collect();
        async move {
            match &account.machines {
                Ok(_) => of_account(account, mine, options, on_report).await,
                Err(failure) => {
                    let mut report = whole(account);
                    report.fail_with(failure);
                    on_report(&report);
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
    on_report: &(dyn Fn(&MachineReport) + Send + Sync),
) -> Vec<MachineReport> {
    let night = Night::new(account, options);
    // What an earlier run left pending is taken up before anything is sent.
    if let Err(failure) = prune::settle(&account.client, options.dry_run).await {
        let mut report = whole(account);
        report.fail_with(&failure);
        on_report(&report);
        return vec![report];
    }
    let mut jobs: Vec<&Job> = Vec::new();
    for target in &targets {
        if !jobs.iter().any(|job| std::ptr::eq(*job, target.job)) {
            jobs.push(target.job);
        }
    }
    let work = jobs.into_iter().map(|job| {
        let mine: Vec<_> = targets.iter().filter(|target| std::ptr::eq(target.job, job)).cloned().collect();
        let night = &night;
        async move {
            let work: Vec<_> = mine.iter().map(|target| one(night, target, on_report)).collect();
            stream::iter(work).buffered(job.parallel).collect::<Vec<_>>().await
        }
    });
    join_all(work).await.into_iter().flatten().collect()
}

async fn one(
    night: &Night<'_>,
    target: &Target<'_>,
    on_report: &(dyn Fn(&MachineReport) + Send + Sync),
) -> MachineReport {
    let report = night.machine(target).await;
    on_report(&report);
    report
}
