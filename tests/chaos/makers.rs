//! Who made what, and what was told to whom: the counts of the processes.

use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cloudsnap::Provider;
use cloudsnap::sandbox::Sandbox;

use crate::actors::Ran;
use crate::relay::{Actor, Relay};

/// Who made a row of the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// The process of a wish.
    Wish(Actor),
    /// Somebody whom no state folder knows.
    Stranger,
    /// The sandbox tells of no request that made it.
    Unknown,
}

/// The snapshots of a round, each with its maker and its name.
pub struct Made {
    pub rows: HashMap<String, Maker>,
    names: HashMap<String, String>,
}

impl Made {
    /// All that were ever made, without those from before.
    pub fn new(sandbox: &Sandbox, provider: Provider, relay: &Relay, before: &HashMap<String, Maker>) -> Self {
        let mut makers = HashMap::new();
        for seen in sandbox.requests() {
            let maker = relay.actor(seen.peer).map_or(Maker::Stranger, Maker::Wish);
            makers.extend(seen.made.into_iter().map(|id| (id, maker)));
        }
        let new = sandbox.store().snapshots_ever(provider).into_iter().filter(|row| !before.contains_key(&row.id));
        let named: Vec<_> = new.map(|row| (row.id, row.name)).collect();
        let rows = named.iter().map(|(id, _)| (id.clone(), makers.get(id).copied().unwrap_or(Maker::Unknown)));
        Self { rows: rows.collect(), names: named.into_iter().collect() }
    }

    fn by(&self, actor: Actor) -> usize {
        self.rows.values().filter(|maker| **maker == Maker::Wish(actor)).count()
    }
}

/// What a process told.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    Done(String),
    /// It may have been made, or goes on, and is kept.
    Open,
    /// It certainly was not made.
    Refused,
}

/// A snapshot that one process shall make.
#[derive(Clone, Debug)]
pub struct Wish {
    pub actor: Actor,
    /// Wishes of one group are of the same machine and name.
    group: usize,
    pub vm: String,
    pub name: String,
    /// One snapshot is enough for the whole group.
    pub shared: bool,
    pub killed: bool,
    /// What its process left for others to go on with.
    pub handle: Option<String>,
    told: Told,
    found_later: bool,
    /// What its processes said, for a run that fails.
    story: String,
}

impl Wish {
    pub fn new(actor: Actor, group: usize, vm: &str, name: &str, shared: bool) -> Self {
        let (vm, name, told) = (vm.to_owned(), name.to_owned(), Told::Nothing);
        let (killed, handle, found_later, story) = (false, None, false, String::new());
        Self { actor, group, vm, name, shared, killed, handle, told, found_later, story }
    }

    fn done(ran: &Ran) -> Option<Told> {
        let id = ran.json()["result"]["id"].as_str()?.to_owned();
        Some(Told::Done(id))
    }

    /// Takes down what its process told.
    pub fn take(&mut self, ran: &Ran) {
        self.story = format!("{ran:?}");
        let told: Option<serde_json::Value> = serde_json::from_str(&ran.stdout).ok();
        self.handle = told.and_then(|told| told["handle"].as_str().map(str::to_owned));
        self.told = match ran.code {
            0 => Self::done(ran).unwrap_or(Told::Nothing),
            -1 => Told::Open,
            _ if self.handle.is_some() => Told::Open,
            _ => Told::Refused,
        };
    }

    pub fn is_open(&self) -> bool {
        self.told == Told::Open
    }

    /// Takes down what another process told that went on with it.
    pub fn resumed(&mut self, ran: &Ran) {
        self.story.push_str(&format!("; then {ran:?}"));
        if ran.code == 0 {
            self.told = Self::done(ran).unwrap_or(Told::Nothing);
            self.found_later = true;
        }
    }

    /// It was killed, and nothing is kept of it: then nothing was sent.
    pub fn forgotten(&mut self) {
        self.told = Told::Refused;
    }
}

/// What a handle tells operations apart by.
pub fn mark_of(handle: &str) -> Option<u64> {
    let bytes = URL_SAFE_NO_PAD.decode(handle.strip_prefix("cs1.")?).ok()?;
    serde_json::from_slice::<serde_json::Value>(&bytes).ok()?["mark"].as_u64()
}

/// The counts of a round, or of several.
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
    /// What is wrong, in words.
    pub wrong: Vec<String>,
}

impl Report {
    /// Holds what each process told against who made what.
    pub fn judge(wishes: &[Wish], made: &Made) -> Self {
        let strangers = made.rows.values().filter(|maker| **maker == Maker::Stranger).count();
        let mut report = Self { strangers, ..Self::default() };
        let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
        for wish in wishes {
            report.wish(wish, wishes, made);
            if wish.shared {
                *groups.entry(wish.group).or_default() += made.by(wish.actor);
            }
        }
        let surplus: usize = groups.values().map(|count| count.saturating_sub(1)).sum();
        if surplus > 0 {
            report.duplicates += surplus;
            report.wrong.push(format!("{surplus} too many of those that were to be made if missing: {wishes:#?}"));
        }
        report
    }

    fn wish(&mut self, wish: &Wish, wishes: &[Wish], made: &Made) {
        self.processes += 1;
        self.killed += usize::from(wish.killed);
        self.found_later += usize::from(wish.found_later);
        let mut wrong = |what: &str| self.wrong.push(format!("{what}: {wish:#?}; {:#?}", made.rows));
        match &wish.told {
            Told::Done(id) => match made.rows.get(id) {
                Some(Maker::Wish(actor)) => {
                    let alike = wishes.iter().find(|other| other.actor == *actor);
                    let ours = wish.shared && alike.is_some_and(|other| other.group == wish.group);
                    if *actor == wish.actor || ours {
                        self.own += 1;
                    } else {
                        self.neighbours += 1;
                        wrong("told as done with a neighbour's");
                    }
                }
                // The same name and machine, in the same seconds: that cannot be told apart, and the documentation says so.
                Some(Maker::Stranger) if is_called(&made.names[id], &wish.name) => self.namesakes += 1,
                _ => {
                    self.foreign += 1;
                    wrong("told as done with a stranger's, or what nobody made");
                }
            },
            Told::Open => self.open += 1,
            Told::Refused => {
                self.refused += 1;
                if made.by(wish.actor) > 0 {
                    self.lost += 1;
                    wrong("made, and told as not done");
                }
            }
            Told::Nothing => wrong("told nothing that can be read"),
        }
        let surplus = made.by(wish.actor).saturating_sub(1);
        if surplus > 0 {
            self.duplicates += surplus;
            self.wrong.push(format!("made {surplus} too many: {wish:#?}"));
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

/// Syminet may put a time behind a name.
fn is_called(name: &str, asked: &str) -> bool {
    name.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// The table for people, a column for each provider.
pub fn table(columns: &[(String, Report)]) -> String {
    type Row = (&'static str, fn(&Report) -> usize);
    let rows: [Row; 14] = [
        ("processes that make one", |report| report.processes),
        ("of these killed on the way", |report| report.killed),
        ("made by a stranger meanwhile", |report| report.strangers),
        ("HTTP calls made", |report| report.calls),
        ("faults injected", |report| report.faults),
        ("told as done with its own", |report| report.own),
        ("told as done with a stranger's of the same name, machine and seconds", |report| report.namesakes),
        ("told as not done", |report| report.refused),
        ("told as unknown, with a handle", |report| report.open),
        ("found later by the handle", |report| report.found_later),
        ("**told as done with a neighbour's**", |report| report.neighbours),
        ("**told as done with a stranger's otherwise**", |report| report.foreign),
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
