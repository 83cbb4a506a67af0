//! `apply`: runs a nightly plan.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;
use jiff::Timestamp;

use crate::cli::account_lock::AccountLock;
use crate::cli::ask;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::plan::files::{write_metrics, write_report};
use crate::cli::plan::machine::Options;
use crate::cli::plan::report::{MachineReport, RunReport, Step};
use crate::cli::plan::resolve::{Account, Only, Target, accounts, targets};
use crate::cli::plan::{file, run};
use crate::cli::progress::Meter;

#[derive(Debug, Args)]
#[command(
    after_help = "For each machine: creates today's snapshot if it is missing, waits until it is ready, and only then \
                        deletes the snapshots that the policy does not keep. A second run on the same day changes nothing; \
                        a run after a crash finishes the work of the crashed one.\n\n\
                        Exit codes: 10 stopped by a safety rule, 9 some machines failed, 8 an outcome is unknown, 6 timed \
                        out.\n\n\
                        Example: cloudsnap -q apply /etc/cloudsnap/nightly.toml --yes"
)]
pub(crate) struct Apply {
    /// The plan file
    plan: PathBuf,
    /// Only this profile, or this machine of it (repeatable)
    #[arg(long, value_name = "PROFILE[/VM]")]
    only: Vec<Only>,
    /// Only create snapshots; delete nothing
    #[arg(long, conflicts_with = "no_create")]
    no_prune: bool,
    /// Create nothing; only delete, on machines whose snapshot of today is ready
    #[arg(long)]
    no_create: bool,
    /// Write a report (JSON) to this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Write metrics (Prometheus text format) to this file
    #[arg(long, value_name = "FILE")]
    metrics: Option<PathBuf>,
    /// Use this time as the current time
    #[arg(long, value_name = "TIME", hide = true)]
    now: Option<Timestamp>,
}

pub(crate) async fn run(context: &Context, arguments: Apply) -> Result<Exit, Failure> {
    let started_at = Timestamp::now();
    let ended = apply(context, &arguments, started_at).await;
    if let Err(failure) = &ended
        && !matches!(failure, Failure::Stopped(..) | Failure::BrokenPipe)
    {
        // The files show that the run failed. If another run is active, they belong to that run.
        let mut report = RunReport::of(Vec::new(), started_at, Timestamp::now(), context.global.dry_run);
        report.exit_code = failure.exit() as u8;
        write_files(context, &arguments, &report);
    }
    ended
}

async fn apply(context: &Context, arguments: &Apply, started_at: Timestamp) -> Result<Exit, Failure> {
    context.out.check_columns::<MachineReport>()?;
    context.console.be_brief();
    let plan = file::read(&arguments.plan)?;
    ask::require_terminal(context)?;
    let meter = Meter::new(&context.console, "reading the plan's accounts");
    let accounts = accounts(context, &plan, &arguments.only).await?;
    let targets = targets(&plan, &accounts, &arguments.only)?;
    drop(meter);
    let _locks = locks(context, &accounts)?;
    confirm(context, arguments, &accounts, &targets).await?;
    let options = Options {
        dry_run: context.global.dry_run,
        create: !arguments.no_create,
        prune: !arguments.no_prune,
        now: arguments.now.unwrap_or_else(Timestamp::now),
        deadline: context.deadline,
    };
    let machines = {
        let progress = Progress::new(context, targets.len());
        run::run(&accounts, &targets, &options, &|step| progress.on_step(step)).await
    };
    let report = RunReport::of(machines, started_at, Timestamp::now(), options.dry_run);
    finish(context, arguments, &report)
}

/// One lock per account, also if two profiles use the same account.
fn locks(context: &Context, accounts: &[Account]) -> Result<Vec<AccountLock>, Failure> {
    let mut locks: BTreeMap<String, AccountLock> = BTreeMap::new();
    for account in accounts.iter().filter(|_| !context.global.dry_run) {
        let name = AccountLock::name(&account.client);
        if let Entry::Vacant(free) = locks.entry(name) {
            free.insert(AccountLock::take(&account.client, "apply")?);
        }
    }
    Ok(locks.into_values().collect())
}

async fn confirm(
    context: &Context,
    arguments: &Apply,
    accounts: &[Account],
    targets: &[Target<'_>],
) -> Result<(), Failure> {
    let count = |account: usize| targets.iter().filter(|target| target.account == account).count();
    let mut lines = vec!["The plan applies to:".to_owned()];
    lines.extend(accounts.iter().enumerate().map(|(index, account)| {
        format!("  {} ({}): {} machines", account.profile, account.client.provider().title(), count(index))
    }));
    let what = match (arguments.no_create, arguments.no_prune) {
        (true, _) => "Delete the snapshots that the policy does not keep, on",
        (_, true) => "Create missing snapshots on",
        _ => "Create missing snapshots, and delete those that the policy does not keep, on",
    };
    ask::confirm(context, &lines, &format!("{what} {} machines?", targets.len())).await
}

/// Shows the progress of a run: one animated line on a terminal, one line for each problem elsewhere.
struct Progress<'a> {
    context: &'a Context,
    meter: Option<Meter>,
    count: usize,
    ready: AtomicUsize,
    finished: AtomicUsize,
}

impl<'a> Progress<'a> {
    fn new(context: &'a Context, count: usize) -> Self {
        let meter = context.console.is_terminal().then(|| Meter::new(&context.console, "applying the plan"));
        Self { context, meter, count, ready: AtomicUsize::new(0), finished: AtomicUsize::new(0) }
    }

    fn on_step(&self, step: Step<'_>) {
        let report = match step {
            Step::Ready(report) => {
                self.ready.fetch_add(1, Ordering::Relaxed);
                report
            }
            Step::Finished(report) => {
                self.finished.fetch_add(1, Ordering::Relaxed);
                if self.meter.is_none() {
                    print_problem(self.context, report);
                }
                report
            }
        };
        if let Some(meter) = &self.meter {
            let (ready, finished) = (self.ready.load(Ordering::Relaxed), self.finished.load(Ordering::Relaxed));
            let counts = format!("{ready} snapshots ready, {finished} of {} machines done", self.count);
            meter.say(&format!("{counts}, last: {}", report.title()));
        }
    }
}

fn print_problem(context: &Context, report: &MachineReport) {
    if let Some(problem) = report.problem() {
        context.console.warn(&problem);
    }
}

/// Writes the report and the metrics; false if one cannot be written.
fn write_files(context: &Context, arguments: &Apply, report: &RunReport) -> bool {
    let written = [
        arguments.report.as_ref().map(|path| write_report(path, report)),
        arguments.metrics.as_ref().filter(|_| !report.dry_run).map(|path| write_metrics(path, report)),
    ];
    let failures: Vec<_> = written.into_iter().flatten().filter_map(Result::err).collect();
    failures.iter().for_each(|failure| context.console.failure(failure));
    failures.is_empty()
}

fn finish(context: &Context, arguments: &Apply, report: &RunReport) -> Result<Exit, Failure> {
    // A file that cannot be written is reported, but does not hide the results of the machines.
    let written = write_files(context, arguments, report);
    let exit = if report.exit() == Exit::Done && !written { Exit::Failed } else { report.exit() };
    if context.console.is_terminal() {
        report.machines.iter().for_each(|machine| print_problem(context, machine));
    }
    match context.out.is_table() {
        // With `-q`, a successful run prints nothing.
        true if context.console.is_quiet() => {}
        true => {
            context.out.list(&report.machines)?;
            context.console.note(&report.line());
        }
        false => context.out.json(report)?,
    }
    Ok(exit)
}
