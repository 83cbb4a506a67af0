//! A year of nights: the sandbox's clock advances a day at a time, and in the end the remaining snapshots are those that the policy keeps,
//! and those that restic itself would keep.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cloudsnap::Provider;
use cloudsnap::retention::Policy;
use futures_util::TryStreamExt;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::fixture::{DAY, Fixture};

const ZONE: &str = "Europe/Berlin";

/// 365 nights on 20 machines with `CLOUDSNAP_NIGHTS=365`, otherwise fewer nights and machines.
fn size() -> (usize, usize) {
    match std::env::var("CLOUDSNAP_NIGHTS").ok().and_then(|nights| nights.parse().ok()) {
        Some(nights) => (nights, 20),
        None => (40, 3),
    }
}

/// Which of these times restic keeps, for each list; `None` if it is not available.
fn kept_by_restic(lists: &[Vec<i64>]) -> Option<Vec<Vec<i64>>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/retention/restic.py");
    let runs = |command: &&str| {
        Command::new(command).arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
    };
    if let Some(missing) = ["restic", "python3", "openssl"].iter().find(|command| !runs(command)) {
        eprintln!("SKIPPED: the year is not compared with restic: {missing} is missing");
        assert!(std::env::var_os("CLOUDSNAP_NEEDS_RESTIC").is_none(), "restic is required here: {missing} is missing");
        return None;
    }
    let flags = ["--keep-daily", "7", "--keep-weekly", "4", "--keep-monthly", "6"];
    let question = json!({ "zones": [{ "zone": ZONE, "lists": lists, "policies": [flags] }] });
    let mut child = Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(question.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "the script failed");
    let verdicts: Value = serde_json::from_slice(&output.stdout).unwrap();
    Some(serde_json::from_value(verdicts[0][0].clone()).unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_year_the_same_snapshots_remain_as_with_restic() {
    let ((nights, machines), started) = (size(), Instant::now());
    let fixture = Fixture::start(|builder| builder.vms(machines).delay(Duration::from_millis(20))).await;
    let ids: Vec<_> = (0..machines).map(|index| format!("{:?}", fixture.vm(Provider::Syminet, index))).collect();
    let plan = fixture.plan(&format!(
        "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\ntime_zone = \"{ZONE}\"\n\
         keep = {{ daily = 7, weekly = 4, monthly = 6 }}\n[[job]]\nprofile = \"sym\"\nvms = [{}]\nparallel = 20\n",
        ids.join(", ")
    ));
    for _ in 0..nights {
        fixture.now(&format!("-q apply {plan} --yes")).code(0);
        fixture.sandbox.advance(DAY);
    }
    let zone = TimeZone::get(ZONE).unwrap();
    let store = fixture.sandbox.store();
    // All snapshots that ever existed; the policy determines which of them it would have kept if none had been deleted.
    let list: Vec<_> = fixture.client(Provider::Syminet).snapshots(Default::default()).try_collect().await.unwrap();
    let ever = store.snapshots_ever(Provider::Syminet);
    assert_eq!(ever.len(), nights * machines);
    let mut model = list[0].clone();
    let all = ever.iter().map(|row| {
        model.id = row.id.parse().unwrap();
        model.vm.id = Some(row.machine.as_ref().unwrap().parse().unwrap());
        model.created_at = Some(row.life.created_at);
        model.clone()
    });
    let plan = Policy::default().daily(7).weekly(4).monthly(6).plan(all, store.now(), &zone);
    let mut expected: Vec<_> = plan.kept().map(|verdict| verdict.snapshot.id.to_string()).collect();
    let mut found: Vec<_> = store.snapshots(Provider::Syminet).into_iter().map(|row| row.id).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    let mut times: BTreeMap<_, (Vec<i64>, Vec<i64>)> = BTreeMap::new();
    for row in &ever {
        let (all, left) = times.entry(row.machine.clone()).or_default();
        all.push(row.life.created_at.as_second());
        if found.contains(&row.id) {
            left.push(row.life.created_at.as_second());
        }
    }
    let (all, left): (Vec<_>, Vec<_>) = times.into_values().unzip();
    if let Some(kept) = kept_by_restic(&all) {
        assert_eq!(left, kept, "restic keeps other snapshots");
        eprintln!("restic keeps the same {} snapshots", found.len());
    }
    eprintln!(
        "{nights} nights of {machines} machines in {:.0} s: {} snapshots made, {} left, {} requests",
        started.elapsed().as_secs_f32(),
        ever.len(),
        found.len(),
        fixture.sandbox.requests().len()
    );
}
