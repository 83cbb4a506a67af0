//! The output of a prune: a table for people, a summary, and the exit code.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Group, Item, Outcome};
use crate::cli::exit::Exit;
use crate::cli::table::render_if_it_fits;
use crate::cli::terminal::width_of_stdout;
use crate::cli::text::{age_at, safe, time, wrapped};
use crate::model::Size;
use crate::retention::Decision;

/// The totals of a prune.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Summary {
    pub(crate) machines: usize,
    pub(crate) kept: usize,
    pub(crate) skipped: usize,
    /// To be deleted, in a dry run.
    pub(crate) planned: usize,
    pub(crate) deleted: usize,
    /// Being deleted.
    pub(crate) running: usize,
    pub(crate) failed: usize,
    pub(crate) unknown: usize,
    /// The total size of the deletions (also planned ones), by unit.
    pub(crate) size: String,
    /// Whether it was a dry run.
    pub(crate) dry_run: bool,
}

impl Summary {
    pub(crate) fn of(groups: &[Group], dry_run: bool) -> Self {
        let mut summary = Self { machines: machines(groups), dry_run, ..Self::default() };
        for item in groups.iter().flat_map(|group| &group.items) {
            let count = match (item.action, item.outcome) {
                (Decision::Keep, _) => &mut summary.kept,
                (_, Some(Outcome::Planned)) => &mut summary.planned,
                (_, Some(Outcome::Deleted)) => &mut summary.deleted,
                (_, Some(Outcome::Running)) => &mut summary.running,
                (_, Some(Outcome::Failed)) => &mut summary.failed,
                (_, Some(Outcome::Unknown)) => &mut summary.unknown,
                _ => &mut summary.skipped,
            };
            *count += 1;
        }
        let deletes = |item: &&Item| item.action == Decision::Delete;
        summary.size = size_of(groups.iter().flat_map(|group| &group.items).filter(deletes));
        summary
    }

    /// The exit code; `has_warnings`: a person should check something although nothing failed.
    pub(crate) fn exit(&self, has_warnings: bool) -> Exit {
        match () {
            () if self.unknown > 0 => Exit::Unknown,
            () if self.failed > 0 || has_warnings => Exit::Some,
            () => Exit::Done,
        }
    }

    pub(crate) fn line(&self) -> String {
        let mut parts = vec![format!("{} kept", self.kept)];
        for (count, what) in [
            (self.planned, "to delete"),
            (self.deleted, "deleted"),
            (self.running, "being deleted"),
            (self.failed, "failed"),
            (self.unknown, "with an unknown outcome"),
            (self.skipped, "skipped"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        }
        let size = if self.size.is_empty() { String::new() } else { format!(" ({})", self.size) };
        let dry = if self.dry_run { "dry run: " } else { "" };
        format!("{dry}{}{size}", parts.join(", "))
    }
}

fn machines(groups: &[Group]) -> usize {
    let ids: std::collections::BTreeSet<_> = groups.iter().map(|group| &group.vm.id).collect();
    ids.len()
}

/// The sum of the sizes, separately for each unit.
pub(crate) fn size_of<'a>(items: impl Iterator<Item = &'a Item>) -> String {
    let mut sums: Vec<Size> = Vec::new();
    for size in items.filter_map(|item| item.snapshot.size) {
        match sums.iter_mut().find(|sum| sum.unit == size.unit) {
            Some(sum) => sum.value += size.value,
            None => sums.push(size),
        }
    }
    sums.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ")
}

/// For each machine the snapshots that are kept, deleted (oldest first) and skipped.
pub(crate) fn table(groups: &[Group], now: jiff::Timestamp) -> String {
    let headings = ["", "VM", "CREATED", "AGE", "NAME", "ID", "SIZE", "WHY"].map(str::to_owned).to_vec();
    let mut lines = Vec::new();
    for group in groups {
        let of = |action: Decision| group.items.iter().filter(move |item| item.action == action);
        lines.extend(of(Decision::Keep).map(|item| line("KEEP", group, item, now)));
        let deletions: Vec<_> = of(Decision::Delete).collect();
        lines.extend(deletions.iter().rev().map(|item| line("DELETE", group, item, now)));
        lines.extend(of(Decision::Skip).map(|item| line("SKIP", group, item, now)));
    }
    if lines.is_empty() {
        return String::new();
    }
    let width = width_of_stdout().map_or(usize::MAX, usize::from);
    render_if_it_fits(headings, lines.clone()).unwrap_or_else(|| lines.iter().map(|line| block(line, width)).collect())
}

/// A row as two lines, for a window that is too narrow for the table.
fn block(line: &[String], width: usize) -> String {
    let [action, vm, created, age, name, id, size, why] = line else { return String::new() };
    let first = format!("{action:6}  {}", safe(name));
    // The ID is on the same line if it fits.
    let first = match wrapped(&format!("{first} {id}"), width) {
        line if !line.contains('\n') => line,
        _ => format!("{}\n        {id}", wrapped(&first, width)),
    };
    let created = if created.is_empty() { "creation time unknown".to_owned() } else { format!("{created} ({age})") };
    let details =
        [safe(vm), created, size.clone()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let second = format!("        {details}: {}", safe(why));
    format!("{first}\n{}\n", wrapped(&second, width))
}

fn line(action: &str, group: &Group, item: &Item, now: jiff::Timestamp) -> Vec<String> {
    let snapshot = &item.snapshot;
    let outcome = item.outcome.filter(|outcome| *outcome != Outcome::Planned);
    let mut why = item.reasons.join(", ");
    if let Some(outcome) = outcome {
        why = format!("{}; {why}", outcome.as_str());
    }
    if let Some(error) = &item.error {
        why = format!("{why}: {}", error.message);
    }
    vec![
        action.to_owned(),
        group.title(),
        snapshot.created_at.map(time).unwrap_or_default(),
        snapshot.created_at.map(|created| age_at(created, now)).unwrap_or_default(),
        snapshot.name.clone().unwrap_or_default(),
        snapshot.id.to_string(),
        snapshot.size.map(|size| size.to_string()).unwrap_or_default(),
        why,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_narrow_window_ids_stay_whole() {
        let id = "33d96adf-6c5a-4edc-a63f-b4a3cd19fd12";
        let line =
            ["DELETE", "worker-1", "2026-11-20 02:15", "7 d", "nightly-2026-11-20", id, "80 GiB", "no rule keeps it"];
        let block = block(&line.map(str::to_owned), 60);
        assert!(block.lines().all(|line| line.chars().count() <= 60), "{block}");
        let words: Vec<_> = block.split_whitespace().collect();
        let text = format!("DELETE nightly-2026-11-20 {id} worker-1, 2026-11-20 02:15 (7 d), 80 GiB: no rule keeps it");
        assert_eq!(words.join(" "), text);
    }
}
