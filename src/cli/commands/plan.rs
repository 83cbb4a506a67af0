//! `plan check`, `plan status` and `plan init`.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};
use futures_util::TryStreamExt;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::connect::connect_profile;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines::{Machine, Machines};
use crate::cli::output::Format;
use crate::cli::plan::file;
use crate::cli::plan::files::last_success;
use crate::cli::plan::report::MachineReport;
use crate::cli::plan::resolve::{Account, Target, accounts, targets};
use crate::cli::table::{Column, Columns};
use crate::cli::text;
use crate::model::{ListSnapshots, Snapshot, SnapshotStatus, VmSummary};

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a plan: its keys, profiles, names and globs
    #[command(after_help = "Example: cloudsnap plan check nightly.toml --offline")]
    Check(Check),
    /// Show the age of the newest snapshot of each machine in a plan
    #[command(
        after_help = "Exits with 9 if the newest snapshot of a machine is older than --max-age or missing. -o nagios and \
                      -o prometheus print for these monitoring systems; with -o nagios the exit codes are those of a \
                      Nagios plugin: 0 OK, 2 CRITICAL, 3 UNKNOWN.\n\n\
                      Example: cloudsnap plan status nightly.toml --max-age 26h"
    )]
    Status(Status),
    /// Print an initial plan for an account
    #[command(after_help = "Example: cloudsnap plan init --profile hs > nightly.toml")]
    Init,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The plan file
    plan: PathBuf,
    /// Do not connect: profiles, names and globs are not checked
    #[arg(long)]
    offline: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    /// The plan file
    plan: PathBuf,
    /// The maximum age of the newest snapshot of each machine
    #[arg(long, value_name = "TIME", value_parser = text::duration, default_value = "26h")]
    max_age: Duration,
    /// Use this time as the current time
    #[arg(long, value_name = "TIME", hide = true)]
    now: Option<Timestamp>,
}

/// A machine of a plan, as it resolves.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Planned {
    profile: String,
    provider: String,
    vm: VmSummary,
    /// The line of its job.
    line: usize,
    /// The name of its snapshot if it were created now.
    snapshot: String,
    /// A description of the retention policy; null if nothing is deleted.
    keep: Option<String>,
}

impl Columns for Planned {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "profile", shown: true, value: |it| it.profile.clone() },
            Column { name: "vm", shown: true, value: |it| vm_of(&it.vm) },
            Column { name: "snapshot", shown: true, value: |it| it.snapshot.clone() },
            Column { name: "keep", shown: true, value: |it| it.keep.clone().unwrap_or_else(|| "all".to_owned()) },
            Column { name: "line", shown: true, value: |it| it.line.to_string() },
            Column { name: "provider", shown: false, value: |it| it.provider.clone() },
        ]
    }
}

/// The age of the newest snapshot of a machine.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Freshness {
    profile: String,
    provider: String,
    vm: VmSummary,
    /// The newest ready snapshot that the plan created.
    snapshot: Option<String>,
    #[schemars(with = "Option<String>")]
    created_at: Option<Timestamp>,
    age_seconds: Option<i64>,
    /// Whether it is newer than the maximum age.
    ok: bool,
    /// Why it could not be determined.
    error: Option<String>,
}

impl Columns for Freshness {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "profile", shown: true, value: |it| it.profile.clone() },
            Column { name: "vm", shown: true, value: |it| vm_of(&it.vm) },
            Column { name: "snapshot", shown: true, value: |it| it.snapshot.clone().unwrap_or_default() },
            Column { name: "created", shown: true, value: |it| it.created_at.map(text::time).unwrap_or_default() },
            Column { name: "ok", shown: true, value: |it| if it.ok { "yes" } else { "no" }.to_owned() },
            Column { name: "error", shown: true, value: |it| it.error.clone().unwrap_or_default() },
        ]
    }
}

fn vm_of(vm: &VmSummary) -> String {
    vm.name.clone().or(vm.id.as_ref().map(ToString::to_string)).unwrap_or_default()
}

fn summary(machine: &Machine) -> VmSummary {
    VmSummary { id: Some(machine.id.clone()), name: machine.name.clone() }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Check(arguments) => check(context, arguments).await,
        Command::Status(arguments) => status(context, arguments).await,
        Command::Init => init(context).await,
    }
}

async fn check(context: &Context, arguments: Check) -> Result<Exit, Failure> {
    context.out.check_columns::<Planned>()?;
    let plan = file::read(&arguments.plan)?;
    if arguments.offline {
        context.console.note(&format!("{} jobs; profiles and machines were not checked", plan.jobs.len()));
        return Ok(Exit::Done);
    }
    let mut accounts = accounts(context, &plan, &[]).await?;
    if let Some(index) = accounts.iter().position(|account| account.machines.is_err()) {
        let account = accounts.swap_remove(index);
        context.console.warn(&format!("cannot list the machines of profile {:?}", account.profile));
        return Err(account.machines.err().unwrap_or(Failure::Reported(Exit::Failed)));
    }
    let targets = targets(&plan, &accounts, &[])?;
    let now = Timestamp::now();
    let row = |target: &Target<'_>| {
        let settings = &target.job.settings;
        Planned {
            profile: target.job.profile.clone(),
            provider: accounts[target.account].client.provider().to_string(),
            vm: summary(&target.machine),
            line: target.job.line,
            snapshot: target.job.name.name(&now.to_zoned(settings.zone.clone()), &target.machine.title()),
            keep: settings.keep.as_ref().map(ToString::to_string),
        }
    };
    let rows: Vec<_> = targets.iter().map(row).collect();
    context.out.list(&rows)?;
    context.console.note(&format!("{} machines", rows.len()));
    Ok(Exit::Done)
}

async fn status(context: &Context, arguments: Status) -> Result<Exit, Failure> {
    let nagios = context.out.format == Format::Nagios;
    match freshness(context, &arguments).await {
        Ok(rows) => show_status(context, &arguments, &rows),
        // A Nagios plugin prints a single line to stdout.
        Err(failure) if nagios => {
            let why = failure.lines().join(" ");
            context.out.text(&format!("CLOUDSNAP UNKNOWN - {}\n", text::safe(&why)))?;
            Err(Failure::Reported(Exit::Unauthorized))
        }
        Err(failure) => Err(failure),
    }
}

async fn freshness(context: &Context, arguments: &Status) -> Result<Vec<Freshness>, Failure> {
    context.out.check_columns::<Freshness>()?;
    let plan = file::read(&arguments.plan)?;
    let accounts = accounts(context, &plan, &[]).await?;
    let targets = targets(&plan, &accounts, &[])?;
    let mut rows = Vec::new();
    for (index, account) in accounts.iter().enumerate() {
        let list = match &account.machines {
            Ok(_) => account.client.snapshots(ListSnapshots::default()).try_collect().await.map_err(Failure::from),
            Err(failure) => Err(Failure::Local(failure.lines().join(" ").trim_start_matches("error: ").to_owned())),
        };
        let list: Vec<Snapshot> = match list {
            Ok(list) => list,
            Err(failure) => {
                rows.push(unknown(account, &failure));
                continue;
            }
        };
        let now = arguments.now.unwrap_or_else(Timestamp::now);
        let mine = targets.iter().filter(|target| target.account == index);
        rows.extend(mine.map(|target| of_machine(account, target, &list, now, arguments.max_age)));
    }
    Ok(rows)
}

fn unknown(account: &Account, failure: &Failure) -> Freshness {
    Freshness {
        profile: account.profile.clone(),
        provider: account.client.provider().to_string(),
        vm: VmSummary::default(),
        snapshot: None,
        created_at: None,
        age_seconds: None,
        ok: false,
        error: Some(failure.lines().join(" ").trim_start_matches("error: ").to_owned()),
    }
}

fn of_machine(
    account: &Account,
    target: &Target<'_>,
    list: &[Snapshot],
    now: Timestamp,
    max_age: Duration,
) -> Freshness {
    let ours = |row: &&Snapshot| {
        row.vm.id.as_ref() == Some(&target.machine.id)
            && row.status == SnapshotStatus::Ready
            && account.client.requested_names(row).iter().any(|name| target.job.name.matches(name, None))
    };
    let newest = list.iter().filter(ours).filter(|row| row.created_at.is_some()).max_by_key(|row| row.created_at);
    let created_at = newest.and_then(|row| row.created_at);
    let age = created_at.map(|created| now.duration_since(created).as_secs());
    Freshness {
        profile: account.profile.clone(),
        provider: account.client.provider().to_string(),
        vm: summary(&target.machine),
        snapshot: newest.map(|row| row.id.to_string()),
        created_at,
        age_seconds: age,
        ok: age.is_some_and(|age| u64::try_from(age).unwrap_or(0) <= max_age.as_secs()),
        error: None,
    }
}

fn show_status(context: &Context, arguments: &Status, rows: &[Freshness]) -> Result<Exit, Failure> {
    let bad: Vec<_> = rows.iter().filter(|row| !row.ok).collect();
    match context.out.format {
        Format::Nagios => {
            let max_age = text::span(arguments.max_age);
            let count = rows.len();
            let (status, code) = match () {
                () if rows.iter().any(|row| row.error.is_some()) => ("UNKNOWN", Exit::Unauthorized),
                () if bad.is_empty() => ("OK", Exit::Done),
                () => ("CRITICAL", Exit::Usage),
            };
            let named: Vec<_> = bad.iter().take(5).map(|row| format!("{} {}", row.profile, vm_of(&row.vm))).collect();
            let named = if named.is_empty() { String::new() } else { format!(" (except {})", named.join(", ")) };
            let fresh = count - bad.len();
            context.out.text(&format!(
                "CLOUDSNAP {status} - {fresh} of {count} machines have a snapshot newer than {max_age}{} | \
                 fresh={fresh};;;0;{count}\n",
                text::safe(&named)
            ))?;
            Ok(code)
        }
        Format::Prometheus => {
            let report = |row: &Freshness| {
                let mut report = MachineReport::new(&row.profile, row.provider.clone(), row.vm.clone());
                report.last_success = row.created_at;
                report
            };
            let machines: Vec<_> = rows.iter().map(report).collect();
            context.out.text(&last_success(&machines, ""))?;
            for row in rows.iter().filter(|row| row.error.is_some()) {
                context.console.warn(&format!("{}: {}", row.profile, row.error.as_deref().unwrap_or_default()));
            }
            Ok(if rows.iter().any(|row| row.error.is_some()) { Exit::Some } else { Exit::Done })
        }
        _ => {
            context.out.list(rows)?;
            let fresh = rows.len() - bad.len();
            let max_age = text::span(arguments.max_age);
            context.console.note(&format!("{fresh} of {} machines have a snapshot newer than {max_age}", rows.len()));
            Ok(if bad.is_empty() { Exit::Done } else { Exit::Some })
        }
    }
}

async fn init(context: &Context) -> Result<Exit, Failure> {
    let Some(profile) = &context.global.profile else {
        return Err(Failure::usage_with(
            "`--profile` is required",
            "`cloudsnap profiles list` shows the profiles of the configuration file",
        ));
    };
    let client = connect_profile(context, profile).await?.client;
    let machines = Machines::read(&client).await?;
    let (vms, listed) = match machines.all() {
        Some(all) => {
            let line = |machine: &Machine| format!("#   {} ({})\n", text::safe(&machine.title()), machine.id);
            ("\"*\"".to_owned(), all.iter().map(line).collect::<String>())
        }
        None => {
            let snapshots: Vec<Snapshot> = client.snapshots(ListSnapshots::default()).try_collect().await?;
            let ids: BTreeSet<String> =
                snapshots.iter().filter_map(|row| row.vm.id.as_ref()).map(ToString::to_string).collect();
            let ids: Vec<_> = ids.iter().map(|id| format!("\"{id}\"")).collect();
            (ids.join(", "), "#   (this provider cannot list machines; these are the ones with snapshots)\n".to_owned())
        }
    };
    let profile = serde_json::Value::from(profile.as_str());
    context.out.text(&format!(
        "version = 1\n\n[defaults]\nname = \"nightly-{{date}}\"\ntime_zone = \"UTC\"\nkeep = {{ daily = 7, weekly = 4, monthly = 6 \
         }}\ntimeout = \"2h\"\nmax_delete = 10\non_unsupported = \"fail\"\n\n# The machines of this account today:\n{listed}[[job]]\n\
         profile = {profile}\nvms = [{vms}]\nexclude = []\nparallel = 16\n"
    ))?;
    Ok(Exit::Done)
}
