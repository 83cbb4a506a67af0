//! The examples in docs/nightly.md work: the units, the metrics, the alerts and the restore drill.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use cloudsnap::Provider;
use serde_json::Value;

use super::fixture::Fixture;

/// The page; `None` if it was not packaged with the tests.
fn page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/nightly.md")).unwrap()
}

/// The fenced blocks in that language, without indentation.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}");
    let (mut blocks, mut block) = (Vec::new(), None);
    for line in page.lines() {
        match (line.trim(), &mut block) {
            (opening, None) if opening == fence => block = Some((line.find('`').unwrap_or_default(), String::new())),
            ("```", Some((_, text))) => {
                blocks.push(std::mem::take(text));
                block = None;
            }
            (_, Some((indent, text))) => *text += &format!("{}\n", line.get(*indent..).unwrap_or_default()),
            _ => {}
        }
    }
    blocks
}

/// Runs a tool, or prints that it is missing.
fn tool(program: &str, package: &str, arguments: &[&str], input: &str) -> Option<Output> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        eprintln!("SKIPPED: {program} is missing (Debian: {package})");
        return None;
    };
    // A tool that reads no input may have exited.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    Some(child.wait_with_output().unwrap())
}

#[track_caller]
fn well(output: &Output) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success() && stderr.is_empty(), "{stdout}\n{stderr}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn metrics_and_alerts_are_valid_for_prometheus() {
    let fixture = Fixture::start(|builder| builder.vms(2)).await;
    let plan = fixture.plan(
        "version = 1\n[defaults]\nname = \"nightly-{date}\"\n[[job]]\nprofile = \"gc\"\nvms = [\"*\"]\n[[job]]\nprofile = \
         \"miq\"\nvms = [\"vms/*\"]\non_unsupported = \"skip\"\n",
    );
    let metrics = fixture.home.path().join("nightly.prom");
    fixture.now(&format!("apply {plan} --yes --metrics {}", metrics.display())).code(0);
    let status = fixture.now(&format!("plan status {plan} -o prometheus")).code(0).stdout;
    assert!(status.contains("cloudsnap_last_success_timestamp_seconds{profile=\"gc\""), "{status}");
    for text in [std::fs::read_to_string(&metrics).unwrap(), status] {
        let Some(checked) = tool("promtool", "prometheus", &["check", "metrics"], &text) else { return };
        well(&checked);
    }
    let rules = fixture.home.path().join("rules.yml");
    std::fs::write(&rules, &blocks(&page(), "yaml")[0]).unwrap();
    let checked = tool("promtool", "prometheus", &["check", "rules", &rules.display().to_string()], "").unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert!(String::from_utf8_lossy(&checked.stdout).contains("SUCCESS: 2 rules found"));
}

#[test]
fn units_are_valid_for_systemd() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_cloudsnap");
    let paths = ["service", "timer"].map(|kind| folder.path().join(format!("cloudsnap-nightly.{kind}")));
    for (path, unit) in paths.iter().zip(blocks(&page(), "ini")) {
        std::fs::write(path, unit.replace("/usr/local/bin/cloudsnap", program)).unwrap();
    }
    let [service, timer] = paths.map(|path| path.display().to_string());
    let words = ["verify", "--man=no", &service, &timer];
    let Some(checked) = tool("systemd-analyze", "systemd", &words, "") else { return };
    well(&checked);
    // The days of the week and the zone are interpreted correctly.
    let when = blocks(&page(), "ini")[1].lines().find_map(|line| line.strip_prefix("OnCalendar=").map(str::to_owned));
    well(&tool("systemd-analyze", "systemd", &["calendar", &when.unwrap()], "").unwrap());
}

/// Each command of the drill, with the IDs printed by the previous one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_restore_drill_can_be_followed_literally() {
    let fixture = Fixture::start(|builder| builder.vms(1)).await;
    let page = page();
    let (_, drill) = page.split_once("## A restore drill").unwrap();
    let blocks = blocks(drill, "sh");
    assert_eq!(blocks.len(), 2);
    fixture.made(Provider::Hyperstack, &fixture.vm(Provider::Hyperstack, 0), "nightly-2026-11-27").await;
    let providers = [Provider::Hyperstack, Provider::Syminet];
    for (block, provider) in blocks.iter().zip(providers) {
        let (mut snapshot, mut new_vm) = (String::new(), String::new());
        for line in block.lines() {
            let words: Vec<String> = line
                .split_whitespace()
                .skip(1)
                .map(|word| match word {
                    "VM" => fixture.vm(provider, 0),
                    "SNAPSHOT" => snapshot.clone(),
                    "NEW_VM" => new_vm.clone(),
                    word => word.to_owned(),
                })
                .chain(["--yes", "-o", "json"].map(str::to_owned))
                .collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let printed: Value = fixture.run(&words).code(0).json();
            let first = printed.get(0).unwrap_or(&printed);
            let id = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            match first["resource"]["kind"].as_str() {
                Some("vm") => new_vm = id(&first["resource"]["id"]),
                Some("snapshot") => snapshot = id(&first["resource"]["id"]),
                _ => snapshot = id(&first["id"]),
            }
        }
        assert!(!snapshot.is_empty(), "{block}");
    }
    assert_eq!(fixture.sandbox.store().machines(Provider::Hyperstack).len(), 1, "the new machine is deleted");
    assert_eq!(fixture.names(Provider::Syminet), [""; 0]);
}
