//! Compares the policy with `restic forget`: both keep the same snapshots.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use fastrand::Rng;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::tests::snapshot;
use super::{Policy, Rule};

const ZONES: [&str; 5] =
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca"];
const LISTS: usize = 24;
const POLICIES: usize = 9;

/// What is missing to run restic.
fn missing(script: &Path) -> Option<&'static str> {
    let runs = |command: &str, argument: &str| {
        Command::new(command).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
    };
    if !script.exists() {
        Some("tests/retention/restic.py (not part of the package)")
    } else {
        [("restic", "version"), ("python3", "--version"), ("openssl", "version")]
            .into_iter()
            .find(|(command, argument)| !runs(command, argument))
            .map(|(command, _)| command)
    }
}

fn seconds(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_second()
}

/// Times over five years: scattered, nightly, several per minute, and around daylight saving changes.
fn times(rng: &mut Rng, zone: &TimeZone) -> Vec<i64> {
    let (from, to) = (seconds("2020-01-01T00:00:00Z"), seconds("2025-01-01T00:00:00Z"));
    let mut times = Vec::new();
    let start = rng.i64(from..to - 200 * 86_400);
    (0..rng.usize(0..12)).for_each(|_| times.push(rng.i64(from..to)));
    (0..rng.i64(0..40)).for_each(|day| times.push(start + day * 86_400 + rng.i64(0..1800)));
    let minute = rng.i64(from..to);
    (0..rng.usize(0..5)).for_each(|_| times.push(minute + rng.i64(0..120)));
    let after = Timestamp::from_second(rng.i64(from..to - 400 * 86_400)).unwrap();
    for change in zone.following(after).take(2) {
        (0..rng.usize(2..8)).for_each(|_| times.push(change.timestamp().as_second() + rng.i64(-10_000..10_000)));
    }
    times.sort_unstable();
    times.dedup();
    times
}

/// Every rule alone, then several together.
fn policy(rng: &mut Rng, number: usize) -> Policy {
    const WITHIN: [&str; 8] = ["36h", "14d", "3m", "1y", "1y5m7d2h", "31d", "100d", "1m"];
    let mut policy = Policy::default();
    let within = Some(WITHIN[rng.usize(..WITHIN.len())].parse().unwrap());
    let mut set = |rule: usize, count: u32| match rule {
        0 => policy.last = count,
        1 => policy.hourly = count,
        2 => policy.daily = count,
        3 => policy.weekly = count,
        4 => policy.monthly = count,
        5 => policy.yearly = count,
        _ => policy.within = within,
    };
    if number.is_multiple_of(2) {
        set(number / 2 % 7, rng.u32(1..9));
    } else {
        set(number % 6, rng.u32(1..9));
        (0..rng.usize(1..7)).for_each(|_| set(rng.usize(0..7), rng.u32(1..30)));
    }
    policy
}

fn flags(policy: &Policy) -> Vec<String> {
    let counts = Rule::ALL.into_iter().filter(|rule| policy.count(*rule) > 0);
    let mut flags: Vec<_> =
        counts.flat_map(|rule| [format!("--keep-{rule}"), policy.count(rule).to_string()]).collect();
    flags.extend(policy.within.into_iter().flat_map(|within| ["--keep-within".to_owned(), within.to_string()]));
    flags
}

fn run(script: &Path, input: &Value) -> Value {
    let mut child = Command::new("python3")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "the script failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn decisions_are_those_of_restic() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/retention/restic.py");
    if let Some(missing) = missing(&script) {
        eprintln!("SKIPPED: cannot compare retention with restic: {missing} is missing");
        assert!(
            std::env::var_os("CLOUDSNAP_NEEDS_RESTIC").is_none(),
            "CLOUDSNAP_NEEDS_RESTIC is set, but {missing} is missing"
        );
        return;
    }
    let (mut rng, mut numbers) = (Rng::with_seed(17), 0..);
    let cases: Vec<_> = ZONES
        .into_iter()
        .map(|name| {
            let zone = TimeZone::get(name).unwrap();
            let lists: Vec<_> = (0..LISTS).map(|_| times(&mut rng, &zone)).collect();
            let policies: Vec<_> = numbers.by_ref().take(POLICIES).map(|number| policy(&mut rng, number)).collect();
            (name, zone, lists, policies)
        })
        .collect();
    let zones: Vec<_> = cases
        .iter()
        .map(|(zone, _, lists, policies)| {
            json!({"zone": zone, "lists": lists, "policies": policies.iter().map(flags).collect::<Vec<_>>()})
        })
        .collect();
    let verdicts = run(&script, &json!({ "zones": zones }));
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let (mut compared, mut deleted) = (0, 0);
    for (z, (name, zone, lists, policies)) in cases.iter().enumerate() {
        for (p, policy) in policies.iter().enumerate() {
            for (l, times) in lists.iter().enumerate() {
                let at = |time: &i64| Timestamp::from_second(*time).unwrap();
                let snapshots = times.iter().enumerate().map(|(id, time)| snapshot(id + 1, at(time)));
                let plan = policy.plan(snapshots, now, zone);
                // restic does not always keep the newest snapshot, but every policy here does.
                let mut kept: Vec<i64> =
                    plan.kept().filter_map(|verdict| verdict.snapshot.created_at).map(Timestamp::as_second).collect();
                kept.sort_unstable();
                assert_eq!(json!(kept), verdicts[z][p][l], "{name}, {:?}, of {times:?}", flags(policy));
                compared += 1;
                deleted += plan.deletions().count();
            }
        }
    }
    assert!(compared >= 1000 && deleted >= 1000, "{compared} lists compared, {deleted} deletions");
    eprintln!("{compared} lists compared with restic, {deleted} deletions");
}
