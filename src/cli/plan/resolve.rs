//! Resolves a plan: connects to its accounts, and looks up the machines of its names and globs.

use std::collections::BTreeMap;

use crate::cli::connect::connect_profile;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::machines::{Machine, Machines};
use crate::client::Client;
use crate::model::VmId;

use super::file::{Job, Plan};

/// The account of a profile.
pub(crate) struct Account {
    pub(crate) profile: String,
    pub(crate) client: Client,
    /// The machines, or why they could not be read; then nothing is done for this account.
    pub(crate) machines: Result<Machines, Failure>,
}

/// A machine of a plan.
#[derive(Clone)]
pub(crate) struct Target<'a> {
    pub(crate) account: usize,
    pub(crate) job: &'a Job,
    pub(crate) machine: Machine,
}

/// A part of a plan: `PROFILE` or `PROFILE/VM`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Only {
    profile: String,
    vm: Option<String>,
}

impl std::str::FromStr for Only {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (profile, vm) = text.split_once('/').map_or((text, None), |(profile, vm)| (profile, Some(vm)));
        match profile.is_empty() || vm.is_some_and(str::is_empty) {
            true => Err("expected PROFILE or PROFILE/VM"),
            false => Ok(Self { profile: profile.to_owned(), vm: vm.map(str::to_owned) }),
        }
    }
}

impl Only {
    /// Whether `--only` selects a profile or machine.
    fn selects(only: &[Self], profile: &str, machine: Option<&Machine>) -> bool {
        let one = |only: &Self| {
            let vm = only.vm.as_deref().zip(machine);
            only.profile == profile && vm.is_none_or(|(text, machine)| Machines::is_match(machine, text))
        };
        only.is_empty() || only.iter().any(one)
    }
}

/// Connects to all accounts of a plan and reads their machines. A mistake in a profile is an error; an account that cannot be
/// reached affects only its own machines.
pub(crate) async fn accounts(context: &Context, plan: &Plan, only: &[Only]) -> Result<Vec<Account>, Failure> {
    for wanted in only {
        if !plan.jobs.iter().any(|job| job.profile == wanted.profile) {
            return Err(Failure::usage(format!("`--only`: the plan has no profile {:?}", wanted.profile)));
        }
    }
    let mut accounts: Vec<Account> = Vec::new();
    for job in plan.jobs.iter().filter(|job| Only::selects(only, &job.profile, None)) {
        if accounts.iter().any(|account| account.profile == job.profile) {
            continue;
        }
        // All clients are created before any request is sent, so that a mistake in the last profile stops the whole run.
        let connection = connect_profile(context, &job.profile).await?;
        let machines = Err(Failure::Reported(Exit::Failed));
        accounts.push(Account { profile: job.profile.clone(), client: connection.client, machines });
    }
    let read = accounts.iter().map(|account| Machines::read(&account.client));
    let read = futures_util::future::join_all(read).await;
    for (account, machines) in accounts.iter_mut().zip(read) {
        account.machines = machines;
    }
    Ok(accounts)
}

/// The machines of a plan. It is an error if a name or glob matches none, or if two jobs match the same machine.
pub(crate) fn targets<'a>(plan: &'a Plan, accounts: &[Account], only: &[Only]) -> Result<Vec<Target<'a>>, Failure> {
    let mut targets: Vec<Target<'a>> = Vec::new();
    let mut taken: BTreeMap<(usize, VmId), usize> = BTreeMap::new();
    for job in &plan.jobs {
        let found = accounts.iter().enumerate().find(|(_, account)| account.profile == job.profile);
        let Some((account, Ok(machines))) = found.map(|(index, account)| (index, &account.machines)) else { continue };
        for machine in of_job(job, machines)? {
            let line = *taken.entry((account, machine.id.clone())).or_insert(job.line);
            if line != job.line {
                let title = machine.title();
                return Err(Failure::usage_with(
                    format!("two jobs match {title} of profile {}: lines {line} and {}", job.profile, job.line),
                    "omit it from one of them with `exclude`",
                ));
            }
            let known = |it: &Target<'_>| it.account == account && it.machine.id == machine.id;
            if Only::selects(only, &job.profile, Some(&machine)) && !targets.iter().any(known) {
                targets.push(Target { account, job, machine });
            }
        }
    }
    match targets.is_empty() && !only.is_empty() && accounts.iter().all(|account| account.machines.is_ok()) {
        true => Err(Failure::usage("`--only`: the plan has no such machine")),
        false => Ok(targets),
    }
}

fn of_job(job: &Job, machines: &Machines) -> Result<Vec<Machine>, Failure> {
    let in_job = |failure: Failure| {
        let lines = failure.lines();
        let why = lines.first().map(|line| line.trim_start_matches("error: ").to_owned()).unwrap_or_default();
        Failure::usage_with(format!("job on line {}: {why}", job.line), lines[1..].join("\n").trim().to_owned())
    };
    let mut found: Vec<Machine> = Vec::new();
    for text in &job.vms {
        for machine in machines.several(text).map_err(in_job)? {
            if !found.contains(&machine) {
                found.push(machine);
            }
        }
    }
    found.retain(|machine| !job.exclude.iter().any(|text| Machines::is_match(machine, text)));
    Ok(found)
}
