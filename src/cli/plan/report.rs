//! The report of a run, for people and programs: of each machine while it runs, and of the whole run at its end.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::prune::Item;
use crate::cli::shapes::Problem;
use crate::cli::table::{Column, Columns};
use crate::error::Error;
use crate::model::{Snapshot, VmSummary};

/// The state of today's snapshot of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// Created by this run, and ready.
    Created,
    /// It existed already.
    Present,
    /// It would be created (dry run).
    Planned,
    /// Nothing was to be created (`--no-create`).
    Off,
    /// The machine does not support snapshots, and the plan says to skip it.
    Skipped,
    /// It is still being created.
    Running,
    Failed,
    /// Unknown whether it is being created.
    Unknown,
}

impl State {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Present => "present",
            Self::Planned => "planned",
            Self::Off => "off",
            Self::Skipped => "skipped",
            Self::Running => "running",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

/// The result for one machine.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct MachineReport {
    pub(crate) profile: String,
    pub(crate) provider: String,
    pub(crate) vm: VmSummary,
    /// The state of today's snapshot.
    pub(crate) state: State,
    pub(crate) snapshot: Option<Snapshot>,
    /// The creation time of the plan's newest ready snapshot, as far as known.
    #[schemars(with = "Option<String>")]
    pub(crate) last_success: Option<Timestamp>,
    /// The decisions on all snapshots of the plan; empty if nothing was pruned.
    pub(crate) pruned: Vec<Item>,
    pub(crate) kept: usize,
    pub(crate) deleted: usize,
    pub(crate) warnings: Vec<String>,
    /// The handle to resume waiting with.
    pub(crate) handle: Option<String>,
    pub(crate) error: Option<Problem>,
    #[serde(skip)]
    pub(crate) exit: Exit,
}

impl MachineReport {
    pub(crate) fn new(profile: &str, provider: String, vm: VmSummary) -> Self {
        Self {
            profile: profile.to_owned(),
            provider,
            vm,
            state: State::Failed,
            snapshot: None,
            last_success: None,
            pruned: Vec::new(),
            kept: 0,
            deleted: 0,
            warnings: Vec::new(),
            handle: None,
            error: None,
            exit: Exit::Done,
        }
    }

    pub(crate) fn title(&self) -> String {
        let id = self.vm.id.as_ref().map(ToString::to_string);
        let vm = self.vm.name.clone().or(id).unwrap_or_else(|| "(all machines)".to_owned());
        format!("{} {vm}", self.profile)
    }

    pub(crate) fn fail(&mut self, error: &Error) {
        self.exit = Exit::of(error);
        self.handle = error.handle().map(ToString::to_string);
        self.error = Some(Problem::of(error));
    }

    pub(crate) fn fail_with(&mut self, failure: &Failure) {
        match failure {
            Failure::Call(error) => self.fail(error),
            other => {
                self.exit = other.exit();
                let message = other.lines().join(" ").trim_start_matches("error: ").to_owned();
                self.error = Some(Problem { kind: "local".to_owned(), message, status: None, code: None });
            }
        }
    }

    /// One line on what is wrong; `None` on success.
    pub(crate) fn problem(&self) -> Option<String> {
        let error = self.error.as_ref().map(|error| error.message.as_str());
        let deletes = self.pruned.iter().filter_map(|item| item.error.as_ref().map(|error| error.message.as_str()));
        let mut problems: Vec<&str> = error.into_iter().chain(deletes).collect();
        problems.extend(self.warnings.iter().map(String::as_str));
        (!problems.is_empty()).then(|| format!("{}: {}", self.title(), problems.join("; ")))
    }
}

impl Columns for MachineReport {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "profile", shown: true, value: |it| it.profile.clone() },
            Column {
                name: "vm",
                shown: true,
                value: |it| it.vm.name.clone().or(it.vm.id.as_ref().map(ToString::to_string)).unwrap_or_default(),
            },
            Column { name: "state", shown: true, value: |it| it.state.as_str().to_owned() },
            Column {
                name: "snapshot",
                shown: true,
                value: |it| it.snapshot.as_ref().map(|snapshot| snapshot.id.to_string()).unwrap_or_default(),
            },
            Column { name: "kept", shown: true, value: |it| it.kept.to_string() },
            Column { name: "deleted", shown: true, value: |it| it.deleted.to_string() },
            Column {
                name: "problem",
                shown: true,
                value: |it| it.error.as_ref().map(|e| e.message.clone()).unwrap_or_default(),
            },
        ]
    }
}

/// Progress of a run.
pub(crate) enum Step<'a> {
    /// Today's snapshot of a machine is ready.
    Ready(&'a MachineReport),
    /// A machine is finished.
    Finished(&'a MachineReport),
}

/// Called for each step.
pub(crate) type OnStep<'a> = &'a (dyn Fn(Step<'_>) + Send + Sync);

/// The totals of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Totals {
    pub(crate) machines: usize,
    pub(crate) created: usize,
    pub(crate) present: usize,
    pub(crate) planned: usize,
    pub(crate) skipped: usize,
    pub(crate) running: usize,
    pub(crate) failed: usize,
    pub(crate) unknown: usize,
    pub(crate) kept: usize,
    /// Deleted, or to be deleted in a dry run.
    pub(crate) deleted: usize,
}

/// The report of a whole run.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct RunReport {
    pub(crate) version: u32,
    #[schemars(with = "String")]
    pub(crate) started_at: Timestamp,
    #[schemars(with = "String")]
    pub(crate) finished_at: Timestamp,
    pub(crate) dry_run: bool,
    pub(crate) machines: Vec<MachineReport>,
    pub(crate) totals: Totals,
    pub(crate) exit_code: u8,
}

impl RunReport {
    pub(crate) fn of(
        machines: Vec<MachineReport>,
        started_at: Timestamp,
        finished_at: Timestamp,
        dry_run: bool,
    ) -> Self {
        let mut totals = Totals { machines: machines.len(), ..Totals::default() };
        for machine in &machines {
            *match machine.state {
                State::Created => &mut totals.created,
                State::Present | State::Off => &mut totals.present,
                State::Planned => &mut totals.planned,
                State::Skipped => &mut totals.skipped,
                State::Running => &mut totals.running,
                State::Failed => &mut totals.failed,
                State::Unknown => &mut totals.unknown,
            } += 1;
            totals.kept += machine.kept;
            totals.deleted += machine.deleted;
        }
        let exits: Vec<Exit> = machines.iter().map(|machine| machine.exit).collect();
        let exit_code = Exit::of_several(&exits) as u8;
        Self { version: 1, started_at, finished_at, dry_run, machines, totals, exit_code }
    }

    pub(crate) fn exit(&self) -> Exit {
        let exits: Vec<Exit> = self.machines.iter().map(|machine| machine.exit).collect();
        Exit::of_several(&exits)
    }

    pub(crate) fn line(&self) -> String {
        let Totals { machines, created, present, planned, skipped, running, failed, unknown, kept, deleted } =
            self.totals;
        let mut parts = vec![format!("{machines} machines")];
        let to_delete = if self.dry_run { "to delete" } else { "deleted" };
        for (count, what) in [
            (planned, "to create"),
            (created, "created"),
            (present, "present"),
            (skipped, "skipped"),
            (running, "still being created"),
            (failed, "failed"),
            (unknown, "with an unknown outcome"),
            (kept, "snapshots kept"),
            (deleted, to_delete),
        ] {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        }
        let dry = if self.dry_run { "dry run: " } else { "" };
        format!("{dry}{}", parts.join(", "))
    }
}
