//! The files of a run: its report (JSON) and its metrics (Prometheus text), replaced atomically.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::report::{MachineReport, RunReport, State};
use crate::cli::failure::Failure;

const LAST_SUCCESS: &str = "cloudsnap_last_success_timestamp_seconds";

/// Replaces a file atomically: a reader sees either the old or the new content.
fn replace(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let write = || -> std::io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(content)?;
        // The metrics collector may run as another user.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
        }
        file.as_file().sync_all()?;
        file.persist(path).map(drop).map_err(|error| error.error)
    };
    write().map_err(|why| Failure::Local(format!("cannot write {}: {why}", path.display())))
}

/// Writes the report.
pub(crate) fn write_report(path: &Path, report: &RunReport) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(report).map_err(|why| Failure::Local(why.to_string()))?;
    replace(path, format!("{}\n", crate::cli::mask::data(&json)).as_bytes())
}

/// Writes the metrics. For a machine whose snapshots could not be read, the last success in the previous file is kept.
pub(crate) fn write_metrics(path: &Path, report: &RunReport) -> Result<(), Failure> {
    let before = std::fs::read_to_string(path).unwrap_or_default();
    replace(path, metrics(report, &before).as_bytes())
}

/// A label's value, escaped for the text format.
fn label(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

fn labels(machine: &MachineReport) -> String {
    let id = machine.vm.id.as_ref().map(ToString::to_string).unwrap_or_default();
    let name = machine.vm.name.clone().unwrap_or_else(|| id.clone());
    format!("{{profile=\"{}\",vm=\"{}\",vm_id=\"{}\"}}", label(&machine.profile), label(&name), label(&id))
}

struct Metrics(String);

impl Metrics {
    fn family(&mut self, name: &str, help: &str, samples: impl IntoIterator<Item = (String, String)>) {
        let mut samples = samples.into_iter().peekable();
        if samples.peek().is_some() {
            self.0.push_str(&format!("# HELP {name} {help}\n# TYPE {name} gauge\n"));
        }
        samples.for_each(|(labels, value)| self.0.push_str(&format!("{name}{labels} {value}\n")));
    }
}

/// The last success of each machine, by its labels, from a metrics file.
fn last_successes(text: &str) -> BTreeMap<String, String> {
    let line = |line: &str| {
        let (labels, value) = line.strip_prefix(LAST_SUCCESS)?.rsplit_once(' ')?;
        value.parse::<f64>().ok()?;
        Some((labels.to_owned(), value.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

/// The metrics of machines; `plan status -o prometheus` prints only these.
pub(crate) fn last_success(machines: &[MachineReport], before: &str) -> String {
    let mut metrics = Metrics(String::new());
    let mut old = last_successes(before);
    let of = |machine: &MachineReport| {
        let labels = labels(machine);
        let seen = machine.last_success.map(|time| time.as_second().to_string());
        let value = seen.or_else(|| old.remove(&labels))?;
        Some((labels, value))
    };
    let mut samples: Vec<_> = machines.iter().filter(|machine| machine.vm.id.is_some()).filter_map(of).collect();
    // If a run or a profile failed before its machines were known, their previous values are kept.
    let unknown = |labels: &String| {
        let of = |it: &MachineReport| labels.starts_with(&format!("{{profile=\"{}\",", label(&it.profile)));
        machines.is_empty() || machines.iter().any(|it| it.vm.id.is_none() && of(it))
    };
    samples.extend(old.into_iter().filter(|(labels, _)| unknown(labels)));
    metrics.family(LAST_SUCCESS, "Creation time of the newest ready snapshot of the plan.", samples);
    metrics.0
}

fn metrics(report: &RunReport, before: &str) -> String {
    let machines = || report.machines.iter().filter(|machine| machine.vm.id.is_some());
    let mut metrics = Metrics(last_success(&report.machines, before));
    let succeeded = |machine: &MachineReport| {
        matches!(machine.state, State::Created | State::Present | State::Off | State::Skipped)
    };
    let success = machines().map(|it| (labels(it), u8::from(succeeded(it) && it.error.is_none()).to_string()));
    metrics.family("cloudsnap_machine_success", "1 if the last run of the plan succeeded for this machine.", success);
    let kept = machines().map(|it| (labels(it), it.kept.to_string()));
    metrics.family("cloudsnap_snapshots_kept", "Snapshots that the policy keeps.", kept);
    let deleted = machines().map(|it| (labels(it), it.deleted.to_string()));
    metrics.family("cloudsnap_snapshots_deleted", "Snapshots that the last run deleted.", deleted);
    let unlabelled = |value: String| [(String::new(), value)];
    let finished = report.finished_at.as_second().to_string();
    metrics.family(
        "cloudsnap_last_run_timestamp_seconds",
        "When the last run of the plan finished.",
        unlabelled(finished),
    );
    let seconds = report.finished_at.duration_since(report.started_at).as_secs().to_string();
    metrics.family("cloudsnap_last_run_duration_seconds", "How long the last run took.", unlabelled(seconds));
    let code = report.exit_code.to_string();
    metrics.family("cloudsnap_last_run_exit_code", "Exit code of the last run.", unlabelled(code));
    metrics.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{VmId, VmSummary};

    fn machine(profile: &str, id: Option<&str>) -> MachineReport {
        let vm = VmSummary { id: id.map(|id| VmId::new(id).unwrap()), name: id.map(|id| format!("web \"{id}\"")) };
        MachineReport::new(profile, "hyperstack".to_owned(), vm)
    }

    #[test]
    fn the_last_success_is_kept_until_there_is_a_newer_one() {
        let mut seen = machine("a", Some("1"));
        seen.last_success = "2026-11-27T02:15:00Z".parse().ok();
        let first = last_success(&[seen], "");
        assert!(first.contains("{profile=\"a\",vm=\"web \\\"1\\\"\",vm_id=\"1\"} 1795745700"), "{first}");
        // Snapshots not read; a run that failed early; a profile that could not be reached.
        assert_eq!(last_success(&[machine("a", Some("1"))], &first), first);
        assert_eq!(last_success(&[], &first), first);
        assert_eq!(last_success(&[machine("a", None)], &first), first);
        // No longer in the plan.
        assert_eq!(last_success(&[machine("a", Some("2"))], &first), "");
    }
}
