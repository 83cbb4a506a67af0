//! What was requested, what was reported, and what the sandbox's store shows: the counts of the chaos suite.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use cloudsnap::Error;

/// What the client reported about one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reported {
    /// It is done; the ID of what was created, if anything.
    Done(Option<String>),
    /// It may have happened, and there is a handle for checking.
    Unknown,
    /// It certainly did not happen.
    Refused,
}

impl Reported {
    pub fn of_error(error: &Error) -> Self {
        if error.may_have_taken_effect() || error.handle().is_some() { Self::Unknown } else { Self::Refused }
    }
}

/// One change, and what was reported about it.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Changes that cannot be distinguished by their results have the same key.
    pub key: String,
    pub reported: Reported,
    /// Whether a request may have been sent.
    pub sent: bool,
    /// The errors along the way, shown if the run fails.
    #[allow(dead_code, reason = "shown by Debug")]
    pub story: String,
}

/// The counts of a run.
#[derive(Debug, Default)]
pub struct Tally {
    pub changes: usize,
    pub killed: usize,
    pub calls: usize,
    pub faults: BTreeMap<String, usize>,
    pub done: usize,
    pub refused: usize,
    pub unknown: usize,
    pub found_later: usize,
    pub duplicates: usize,
    pub lost: usize,
    pub false_successes: usize,
    pub overrun: Duration,
    pub violations: usize,
    /// Descriptions of what is wrong.
    pub wrong: Vec<String>,
}

impl Tally {
    /// Checks the changes with the same key against what exists. `exists` contains the IDs in the store.
    pub fn judge(&mut self, attempts: &[&Attempt], exists: &[String]) {
        let (mut done, mut unknown) = (Vec::new(), 0);
        for attempt in attempts {
            match &attempt.reported {
                Reported::Done(id) => done.push(id.clone()),
                Reported::Unknown => unknown += 1,
                Reported::Refused => self.refused += 1,
            }
        }
        self.changes += attempts.len();
        self.done += done.len();
        self.unknown += unknown;
        let ids: HashSet<&String> = done.iter().flatten().collect();
        let named = done.iter().flatten().count();
        // Two reports of the same object, an object that does not exist, or more reports than objects.
        let untrue = (named - ids.len()) + ids.iter().filter(|id| !exists.contains(id)).count();
        let untrue = untrue.max(done.len().saturating_sub(exists.len()));
        let sent = attempts.iter().filter(|attempt| attempt.sent).count();
        let duplicates = exists.len().saturating_sub(sent);
        let lost = exists.len().saturating_sub(done.len() + unknown + duplicates);
        self.false_successes += untrue;
        self.duplicates += duplicates;
        self.lost += lost;
        if untrue + duplicates + lost > 0 {
            self.wrong.push(format!(
                "{untrue} untrue, {duplicates} duplicates, {lost} lost; exists {exists:?}: {attempts:#?}"
            ));
        }
    }

    pub fn add(&mut self, other: Self) {
        self.changes += other.changes;
        self.killed += other.killed;
        self.calls += other.calls;
        other.faults.into_iter().for_each(|(kind, count)| *self.faults.entry(kind).or_default() += count);
        self.done += other.done;
        self.refused += other.refused;
        self.unknown += other.unknown;
        self.found_later += other.found_later;
        self.duplicates += other.duplicates;
        self.lost += other.lost;
        self.false_successes += other.false_successes;
        self.overrun = self.overrun.max(other.overrun);
        self.violations += other.violations;
        self.wrong.extend(other.wrong);
    }
}

/// The table for people: one column per provider and one for the total.
pub fn table(columns: &[(String, Tally)]) -> String {
    let mut kinds: Vec<&String> = columns.iter().flat_map(|(_, tally)| tally.faults.keys()).collect();
    kinds.sort();
    kinds.dedup();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    let mut row = |name: &str, value: &dyn Fn(&Tally) -> String| {
        rows.push((name.to_owned(), columns.iter().map(|(_, tally)| value(tally)).collect()));
    };
    row("requested changes", &|tally| tally.changes.to_string());
    row("killed while running", &|tally| tally.killed.to_string());
    row("HTTP requests sent", &|tally| tally.calls.to_string());
    row("faults injected", &|tally| tally.faults.values().sum::<usize>().to_string());
    for kind in kinds {
        row(&format!("- `{kind}`"), &|tally| tally.faults.get(kind).copied().unwrap_or_default().to_string());
    }
    row("reported as done", &|tally| tally.done.to_string());
    row("reported as failed", &|tally| tally.refused.to_string());
    row("reported as unknown, with a handle", &|tally| tally.unknown.to_string());
    row("resolved later using the handle", &|tally| tally.found_later.to_string());
    row("**duplicates**", &|tally| tally.duplicates.to_string());
    row("**lost**", &|tally| tally.lost.to_string());
    row("**false successes**", &|tally| tally.false_successes.to_string());
    row("largest overrun of a deadline", &|tally| format!("{} ms", tally.overrun.as_millis()));
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut text = format!("| | {} |\n|---|{}\n", names.join(" | "), "---:|".repeat(names.len()));
    for (name, values) in rows {
        text.push_str(&format!("| {name} | {} |\n", values.join(" | ")));
    }
    text
}
