//! Who created what, and what was reported to whom: the counts for processes.

use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cloudsnap::Provider;
use cloudsnap::sandbox::Sandbox;

use crate::actors::Ran;
use crate::relay::{Actor, Relay};

/// Who created a row of the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Creator {
    /// The process of a change.
    Change(Actor),
    /// Someone outside the state directory.
    Stranger,
    /// The sandbox recorded no request that created it.
    Unknown,
}

/// The snapshots of a round, each with its creator and name.
pub struct Created {
    pub rows: HashMap<String, Creator>,
    names: HashMap<String, String>,
}

impl Created {
    /// All that were ever created, except those from before.
    pub fn new(sandbox: &Sandbox, provider: Provider, relay: &Relay, before: &HashMap<String, Creator>) -> Self {
        let mut creators = HashMap::new();
        for seen in sandbox.requests() {
            let creator = relay.actor(seen.peer).map_or(Creator::Stranger, Creator::Change);
            creators.extend(seen.created.into_iter().map(|id| (id, creator)));
        }
        let new = sandbox.store().snapshots_ever(provider).into_iter().filter(|row| !before.contains_key(&row.id));
        let named: Vec<_> = new.map(|row| (row.id, row.name)).collect();
        let rows = named.iter().map(|(id, _)| (id.clone(), creators.get(id).copied().unwrap_or(Creator::Unknown)));
        Self { rows: rows.collect(), names: named.into_iter().collect() }
    }

    fn by(&self, actor: Actor) -> usize {
        self.rows.values().filter(|creator| **creator == Creator::Change(actor)).count()
    }
}

/// What a process reported.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reported {
    Nothing,
    Done(String),
    /// It may have been created or is still running, and is recorded.
    Open,
    /// It was certainly not created.
    Refused,
}

/// A snapshot that one process is to create.
#[derive(Clone, Debug)]
pub struct Change {
    pub actor: Actor,
    /// Changes in the same group have the same machine and name.
    group: usize,
    pub vm: String,
    pub name: String,
    /// Whether one snapshot is enough for the whole group.
    pub shared: bool,
    pub killed: bool,
    /// What its process left behind for others to resume.
    pub handle: Option<String>,
    reported: Reported,
    found_later: bool,
    /// What its processes printed, shown if the run fails.
    story: String,
}

impl Change {
    pub fn new(actor: Actor, group: usize, vm: &str, name: &str, shared: bool) -> Self {
        let (vm, name, reported) = (vm.to_owned(), name.to_owned(), Reported::Nothing);
        let (killed, handle, found_later, story) = (false, None, false, String::new());
        Self { actor, group, vm, name, shared, killed, handle, reported, found_later, story }
    }

    fn done(ran: &Ran) -> Option<Reported> {
        let reported = ran.json();
        // Commands that accept several operations print an array.
        let report = reported.get(0).unwrap_or(&reported);
        let id = report["result"]["id"].as_str()?.to_owned();
        Some(Reported::Done(id))
    }

    /// Records what its process reported.
    pub fn take(&mut self, ran: &Ran) {
        self.story = format!("{ran:?}");
        let reported: Option<serde_json::Value> = serde_json::from_str(&ran.stdout).ok();
        self.handle = reported.and_then(|reported| reported["handle"].as_str().map(str::to_owned));
        self.reported = match ran.code {
            0 => Self::done(ran).unwrap_or(Reported::Nothing),
            -1 => Reported::Open,
            _ if self.handle.is_some() => Reported::Open,
            _ => Reported::Refused,
        };
    }

    pub fn is_open(&self) -> bool {
        self.reported == Reported::Open
    }

    /// Records what another process reported after resuming it.
    pub fn resumed(&mut self, ran: &Ran) {
        self.story.push_str(&format!("; then {ran:?}"));
        if ran.code == 0 {
            self.reported = Self::done(ran).unwrap_or(Reported::Nothing);
            self.found_later = true;
        }
    }

    /// The process was killed and nothing is recorded: then nothing was sent.
    pub fn forgotten(&mut self) {
        self.reported = Reported::Refused;
    }
}

/// What distinguishes the handles of different operations.
pub fn mark_of(handle: &str) -> Option<u64> {
    let bytes = URL_SAFE_NO_PAD.decode(handle.strip_prefix("cs1.")?).ok()?;
    serde_json::from_slice::<serde_json::Value>(&bytes).ok()?["mark"].as_u64()
}

/// The counts of one round, or of several.
#[derive(Debug, Default)]
pub struct Report {
    processes: usize,
    killed: usize,
    calls: usize,
    faults: usize,
    strangers: usize,
    pub own: usize,
    namesakes: usize,
    open: usize,
    refused: usize,
    found_later: usize,
    neighbours: usize,
    foreign: usize,
    duplicates: usize,
    lost: usize,
    /// Descriptions of what is wrong.
    pub wrong: Vec<String>,
}

impl Report {
    /// Checks what each process reported against who created what.
    pub fn judge(changes: &[Change], created: &Created) -> Self {
        let strangers = created.rows.values().filter(|creator| **creator == Creator::Stranger).count();
        let mut report = Self { strangers, ..Self::default() };
        let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
        for change in changes {
            report.change(change, changes, created);
            if change.shared {
                *groups.entry(change.group).or_default() += created.by(change.actor);
            }
        }
        let surplus: usize = groups.values().map(|count| count.saturating_sub(1)).sum();
        if surplus > 0 {
            report.duplicates += surplus;
            report.wrong.push(format!("{surplus} too many of those to be created only if missing: {changes:#?}"));
        }
        report
    }

    fn change(&mut self, change: &Change, changes: &[Change], created: &Created) {
        self.processes += 1;
        self.killed += usize::from(change.killed);
        self.found_later += usize::from(change.found_later);
        let mut wrong = |what: &str| self.wrong.push(format!("{what}: {change:#?}; {:#?}", created.rows));
        match &change.reported {
            Reported::Done(id) => match created.rows.get(id) {
                Some(Creator::Change(actor)) => {
                    let alike = changes.iter().find(|other| other.actor == *actor);
                    let ours = change.shared && alike.is_some_and(|other| other.group == change.group);
                    if *actor == change.actor || ours {
                        self.own += 1;
                    } else {
                        self.neighbours += 1;
                        wrong("reported as done with a neighbor's snapshot");
                    }
                }
                // The same name and machine within the same seconds: these cannot be distinguished, as documented.
                Some(Creator::Stranger) if is_called(&created.names[id], &change.name) => self.namesakes += 1,
                _ => {
                    self.foreign += 1;
                    wrong("reported as done with a stranger's snapshot, or one nobody created");
                }
            },
            Reported::Open => self.open += 1,
            Reported::Refused => {
                self.refused += 1;
                if created.by(change.actor) > 0 {
                    self.lost += 1;
                    wrong("created but reported as failed");
                }
            }
            Reported::Nothing => wrong("reported nothing readable"),
        }
        let surplus = created.by(change.actor).saturating_sub(1);
        if surplus > 0 {
            self.duplicates += surplus;
            self.wrong.push(format!("created {surplus} too many: {change:#?}"));
        }
    }

    /// Counts the calls and the faults.
    pub fn count(&mut self, sandbox: &Sandbox) {
        let requests = sandbox.requests();
        self.calls += requests.len();
        self.faults += requests.iter().filter(|seen| seen.fault.is_some()).count();
    }

    pub fn add(&mut self, other: Self) {
        self.processes += other.processes;
        self.killed += other.killed;
        self.calls += other.calls;
        self.faults += other.faults;
        self.strangers += other.strangers;
        self.own += other.own;
        self.namesakes += other.namesakes;
        self.open += other.open;
        self.refused += other.refused;
        self.found_later += other.found_later;
        self.neighbours += other.neighbours;
        self.foreign += other.foreign;
        self.duplicates += other.duplicates;
        self.lost += other.lost;
        self.wrong.extend(other.wrong);
    }
}

/// Syminet may append a time to a name.
fn is_called(name: &str, requested: &str) -> bool {
    name.strip_prefix(requested).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// The table for people, one column per provider.
pub fn table(columns: &[(String, Report)]) -> String {
    type Row = (&'static str, fn(&Report) -> usize);
    let rows: [Row; 14] = [
        ("processes that create a snapshot", |report| report.processes),
        ("killed while running", |report| report.killed),
        ("created by a stranger meanwhile", |report| report.strangers),
        ("HTTP requests sent", |report| report.calls),
        ("faults injected", |report| report.faults),
        ("reported as done with its own snapshot", |report| report.own),
        ("reported as done with a stranger's of the same name, machine and seconds", |report| report.namesakes),
        ("reported as failed", |report| report.refused),
        ("reported as unknown, with a handle", |report| report.open),
        ("resolved later using the handle", |report| report.found_later),
        ("**reported as done with a neighbor's**", |report| report.neighbours),
        ("**reported as done with another stranger's**", |report| report.foreign),
        ("**duplicates**", |report| report.duplicates),
        ("**lost**", |report| report.lost),
    ];
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut text = format!("| | {} |\n|---|{}\n", names.join(" | "), "---:|".repeat(names.len()));
    for (name, count) in rows {
        let counts: Vec<String> = columns.iter().map(|(_, report)| count(report).to_string()).collect();
        text.push_str(&format!("| {name} | {} |\n", counts.join(" | ")));
    }
    text
}
