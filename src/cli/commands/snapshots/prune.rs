//! `snapshots prune`: deletes what a retention policy does not keep.

use std::collections::BTreeSet;
use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::account_lock::AccountLock;
use crate::cli::ask;
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines::Machines;
use crate::cli::output::Format;
use crate::cli::plan::name::PREFIX;
use crate::cli::progress::Meter;
use crate::cli::prune::{self, Execution, Group, Item, Ours, Outcome, Pending, Rules, Summary};
use crate::cli::text;
use crate::model::{SnapshotId, VmId};
use crate::retention::{Decision, Policy, Within};
use crate::wait::WaitOptions;

/// How many machines are processed at once.
const PARALLEL: usize = 4;

#[derive(Debug, Args)]
pub(crate) struct Prune {
    /// Only snapshots whose name starts with this text (at least 3 characters, case-sensitive)
    #[arg(long, value_name = "PREFIX")]
    name_prefix: String,
    /// Only snapshots of this machine, by ID, name or glob (repeatable)
    #[arg(long = "vm", value_name = "VM", required_unless_present = "all_vms", conflicts_with = "all_vms")]
    vms: Vec<String>,
    /// All machines of the account
    #[arg(long)]
    all_vms: bool,
    /// Keep the last N snapshots of each machine
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep_last: u32,
    /// Keep the newest snapshot of each of the last N hours that have one
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep_hourly: u32,
    /// Keep the newest snapshot of each of the last N days that have one
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep_daily: u32,
    /// Keep the newest snapshot of each of the last N ISO weeks that have one
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep_weekly: u32,
    /// Keep the newest snapshot of each of the last N months that have one
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep_monthly: u32,
    /// Keep the newest snapshot of each of the last N years that have one
    #[arg(long, value_name = "N", default_value_t = 0)]
    keep_yearly: u32,
    /// Keep everything newer than this, measured from the newest snapshot: 14d, 2w, 6m (months), 1y
    #[arg(long, value_name = "PERIOD")]
    keep_within: Option<Within>,
    /// Keep this snapshot (repeatable)
    #[arg(long, value_name = "SNAPSHOT")]
    keep: Vec<SnapshotId>,
    /// Keep snapshots whose name matches this glob (repeatable)
    #[arg(long, value_name = "GLOB")]
    keep_name: Vec<String>,
    /// Skip a machine if its newest ready snapshot is older than this, e.g. 26h
    #[arg(long, value_name = "TIME", value_parser = text::duration)]
    require_newest: Option<Duration>,
    /// Stop before anything is sent if a machine would lose more than N snapshots; `all` sets no limit
    #[arg(long, value_name = "N|all", default_value = "10", value_parser = limit)]
    max_delete: Limit,
    /// Also delete failed snapshots that are older than a day
    #[arg(long)]
    include_failed: bool,
    /// Also delete snapshots of machines that no longer exist
    #[arg(long)]
    include_gone_vms: bool,
    /// Also delete snapshots from which an image was created; the image is deleted too (Hyperstack)
    #[arg(long)]
    with_images: bool,
    /// Wait until each snapshot is gone
    #[arg(long)]
    wait: bool,
    /// Use this time as the current time
    #[arg(long, value_name = "TIME", hide = true)]
    now: Option<Timestamp>,
}

/// The limit of deletions; None: no limit.
type Limit = std::option::Option<u32>;

fn limit(text: &str) -> Result<Limit, &'static str> {
    match text {
        "all" => Ok(None),
        number => number.parse().map(Some).map_err(|_| "expected a whole number or `all`"),
    }
}

/// The output of a prune.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Pruned {
    /// The decision on each snapshot.
    snapshots: Vec<Item>,
    summary: Summary,
}

/// The last of the JSON lines.
#[derive(Debug, Serialize)]
struct SummaryLine<'a> {
    summary: &'a Summary,
}

impl Prune {
    fn policy(&self) -> Policy {
        let mut policy = Policy::default().last(self.keep_last).hourly(self.keep_hourly).daily(self.keep_daily);
        policy = policy.weekly(self.keep_weekly).monthly(self.keep_monthly).yearly(self.keep_yearly);
        policy = policy.include_failed(self.include_failed);
        policy.within = self.keep_within;
        policy.pinned = self.keep.iter().cloned().collect();
        policy.pinned_names.clone_from(&self.keep_name);
        policy
    }

    /// Checks the arguments before any request.
    fn check(&self, policy: &Policy) -> Result<(), Failure> {
        if policy.is_empty() {
            return Err(Failure::usage_with(
                "no `--keep-*` rule is set, or all are 0: this would delete everything; nothing was sent",
                "set at least one of `--keep-last`, `--keep-hourly`, `--keep-daily`, `--keep-weekly`, `--keep-monthly`, \
                 `--keep-yearly`, `--keep-within`",
            ));
        }
        if self.name_prefix.trim_start().chars().count() < PREFIX {
            let why = format!("`--name-prefix` must have at least {PREFIX} characters; nothing was sent");
            return Err(Failure::usage_with(why, "only snapshots whose name starts with it can be deleted"));
        }
        Ok(())
    }
}

pub(super) async fn run(context: &Context, arguments: Prune) -> Result<Exit, Failure> {
    let policy = arguments.policy();
    arguments.check(&policy)?;
    ask::require_terminal(context)?;
    let connection = connect(context, Need::Change).await?;
    let client = &connection.client;
    let _lock = match context.global.dry_run {
        true => None,
        false => Some(AccountLock::take(client, "snapshots prune")?),
    };
    let meter = Meter::new(&context.console, "reading snapshots");
    let machines = Machines::read(client).await?;
    let chosen = chosen(&arguments, &machines)?;
    let pending = prune::poll_pending(client, context.global.dry_run).await?;
    let snapshots = prune::snapshots_of(client, chosen.as_ref()).await?;
    if let Some(missing) = arguments.keep.iter().find(|id| !snapshots.iter().any(|snapshot| snapshot.id == **id)) {
        return Err(Failure::stopped(
            format!("`--keep {missing}`: these machines have no such snapshot; nothing was sent"),
            "correct the ID, or omit it",
        ));
    }
    let gone = prune::gone(client, &machines, &snapshots).await?;
    drop(meter);
    let rules = rules(context, &arguments, policy, pending, gone);
    let mut groups = prune::decide(client, &rules, snapshots);
    for group in &mut groups {
        // The snapshots of some providers do not contain the machine's name.
        let name = group.vm.id.as_ref().and_then(|id| machines.name(id));
        group.vm.name = group.vm.name.take().or_else(|| name.map(str::to_owned));
    }
    within_limit(&rules, &groups)?;
    finish(context, &connection, &arguments, &rules, groups).await
}

fn rules(context: &Context, arguments: &Prune, policy: Policy, pending: Pending, gone: BTreeSet<VmId>) -> Rules {
    Rules {
        ours: Ours::Prefix(arguments.name_prefix.clone()),
        policy,
        zone: context.global.time_zone.clone().unwrap_or(TimeZone::UTC),
        now: arguments.now.unwrap_or_else(Timestamp::now),
        include_gone: arguments.include_gone_vms,
        with_images: arguments.with_images,
        max_delete: arguments.max_delete,
        require_newest: arguments.require_newest,
        gone,
        pending,
    }
}

/// The selected machines; `None`: all.
fn chosen(arguments: &Prune, machines: &Machines) -> Result<Option<BTreeSet<VmId>>, Failure> {
    if arguments.all_vms {
        return Ok(None);
    }
    let mut chosen = BTreeSet::new();
    for text in &arguments.vms {
        chosen.extend(machines.several(text)?.into_iter().map(|machine| machine.id));
    }
    Ok(Some(chosen))
}

/// An unusually large number of deletions is probably a mistake in the flags.
fn within_limit(rules: &Rules, groups: &[Group]) -> Result<(), Failure> {
    let over = prune::stopped_by_limit(rules, groups);
    let Some(most) = over.iter().map(|(_, count)| *count).max() else { return Ok(()) };
    let named: Vec<_> = over.iter().take(5).map(|(vm, count)| format!("{vm} would lose {count}")).collect();
    let more = over.len().saturating_sub(5);
    let more = if more > 0 { format!(", and {more} more machines") } else { String::new() };
    Err(Failure::stopped(
        format!("more deletions than `--max-delete` allows: {}{more}; nothing was sent", named.join(", ")),
        format!("preview with `--dry-run --max-delete all`; if this is intended, pass `--max-delete {most}`"),
    ))
}

async fn finish(
    context: &Context,
    connection: &Connection,
    arguments: &Prune,
    rules: &Rules,
    mut groups: Vec<Group>,
) -> Result<Exit, Failure> {
    let count: usize = groups.iter().map(Group::deletions).sum();
    let dry_run = context.global.dry_run;
    if dry_run {
        let items = groups.iter_mut().flat_map(|group| &mut group.items);
        items.filter(|item| item.is_to_delete()).for_each(|item| item.outcome = Some(Outcome::Planned));
    } else if count > 0 {
        confirm(context, connection, rules, &groups, count).await?;
        let meter = Meter::new(&context.console, &format!("deleting {count} snapshots"));
        let wait = arguments.wait.then(|| WaitOptions::default().timeout(context.wait_time()));
        let said = |item: &Item| meter.say(item.snapshot.id.as_str());
        let run = Execution { client: &connection.client, rules, wait, parallel: PARALLEL, progress: &said };
        groups = prune::execute(&run, groups).await;
    }
    for warning in groups.iter().flat_map(|group| &group.warnings) {
        context.console.warn(warning);
    }
    let summary = Summary::of(&groups, dry_run);
    print(context, rules, &groups, &summary)?;
    let has_warnings = groups.iter().any(|group| !group.warnings.is_empty());
    let stale = groups.iter().filter(|group| group.stale).count();
    if stale > 0 {
        context.console.warn(&format!("skipped {stale} machines without a snapshot newer than `--require-newest`"));
        let sent = summary.deleted + summary.running + summary.failed + summary.unknown;
        return Ok(if sent == 0 { Exit::Stopped } else { summary.exit(true) });
    }
    Ok(summary.exit(has_warnings))
}

async fn confirm(
    context: &Context,
    connection: &Connection,
    rules: &Rules,
    groups: &[Group],
    count: usize,
) -> Result<(), Failure> {
    let machines =
        groups.iter().filter(|group| group.deletions() > 0).map(|group| &group.vm.id).collect::<BTreeSet<_>>();
    let to_delete = groups.iter().flat_map(|group| &group.items).filter(|item| item.action == Decision::Delete);
    let size = prune::size_of(to_delete);
    let size = if size.is_empty() { size } else { format!(" ({size})") };
    let mut lines = vec![format!(
        "These snapshots will be permanently deleted from {} ({}):",
        connection.title(),
        rules.ours.described()
    )];
    lines.extend(groups.iter().filter(|group| group.deletions() > 0).take(20).map(|group| {
        let others = group.items.len() - group.deletions();
        format!("  {}: {} to delete, {others} to keep", group.title(), group.deletions())
    }));
    let machines = machines.len();
    let plural = |count: usize, noun: &str| if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") };
    let question = format!("Delete {} of {}{size}?", plural(count, "snapshot"), plural(machines, "machine"));
    ask::confirm(context, &lines, &question).await
}

fn print(context: &Context, rules: &Rules, groups: &[Group], summary: &Summary) -> Result<(), Failure> {
    let items = || groups.iter().flat_map(|group| &group.items);
    match context.out.format {
        Format::Jsonl => {
            items().try_for_each(|item| context.out.json(item))?;
            context.out.json(&SummaryLine { summary })
        }
        _ if !context.out.is_table() => {
            context.out.json(&Pruned { snapshots: items().cloned().collect(), summary: summary.clone() })
        }
        _ => {
            context.out.text(&prune::table(groups, rules.now))?;
            context.console.note(&summary.line());
            Ok(())
        }
    }
}
