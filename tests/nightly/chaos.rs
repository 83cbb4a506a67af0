//! A fleet on four providers, with faults for every fifth request and runs killed at any time: in the end, every machine has exactly one
//! snapshot of the night, the snapshots kept by the policy exist, the others are gone, and nothing else was touched.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use cloudsnap::Provider;
use cloudsnap::sandbox::{Phase, Recorded, SnapshotRow};

use super::fixture::{DAY, Fixture, PROFILES};

/// The number of machines and of kills: `CLOUDSNAP_FLEET=500 CLOUDSNAP_KILLS=10` is the full size.
fn size() -> (usize, usize) {
    let read = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    (read("CLOUDSNAP_FLEET").unwrap_or(12), read("CLOUDSNAP_KILLS").unwrap_or(3))
}

fn plan(fixture: &Fixture, count: usize) -> String {
    let ids: Vec<_> = (0..count).map(|index| format!("{:?}", fixture.vm(Provider::Syminet, index))).collect();
    // Every third flavor of Hyperstack does not support snapshots.
    let able = (0..count).filter(|index| index % 3 != 2).map(|index| fixture.vm(Provider::Hyperstack, index));
    let able: Vec<_> = able.map(|id| format!("{id:?}")).collect();
    fixture.plan(&format!(
        "version = 1\n[defaults]\nname = \"nightly-{{date}}\"\nkeep = {{ last = 2 }}\ntimeout = \"20m\"\non_unsupported = \"skip\"\n\
         [[job]]\nprofile = \"sym\"\nvms = [{}]\nparallel = 50\n[[job]]\nprofile = \"hs\"\nvms = [{}]\nparallel = 50\n\
         [[job]]\nprofile = \"gc\"\nvms = [\"*\"]\nparallel = 50\n[[job]]\nprofile = \"miq\"\nvms = [\"vms/*\"]\nparallel = 50\n",
        ids.join(", "),
        able.join(", ")
    ))
}

/// The requested name: Syminet appends a time, vCloud keeps only the description.
fn night_of(row: &SnapshotRow) -> Option<String> {
    let description = row.description.as_deref().unwrap_or_default();
    let name = if description.starts_with("nightly-") { description } else { &row.name };
    name.starts_with("nightly-").then(|| name.chars().take("nightly-2026-11-27".len()).collect())
}

type Fleet = BTreeMap<(&'static str, String), Vec<String>>;

/// The ready snapshots of each machine.
fn fleet(fixture: &Fixture) -> Fleet {
    let mut fleet = Fleet::new();
    let now = fixture.sandbox.store().now();
    for (profile, provider) in PROFILES {
        for row in fixture.rows(provider) {
            let there = !matches!(row.life.phase(now), Phase::Failed | Phase::Deleting);
            if let (Some(night), Some(vm), true) = (night_of(&row), row.machine.clone(), there) {
                fleet.entry((profile, vm)).or_default().push(night);
            }
        }
    }
    fleet.values_mut().for_each(|nights| nights.sort());
    fleet
}

fn others(fixture: &Fixture) -> Vec<String> {
    let rows = PROFILES.iter().flat_map(|(_, provider)| fixture.rows(*provider));
    rows.filter(|row| night_of(row).is_none()).map(|row| row.id).collect()
}

/// As if hours had passed: earlier requests can no longer take effect.
fn age_the_journal(fixture: &Fixture) {
    let Ok(entries) = std::fs::read_dir(fixture.home.path().join("state/operations")) else { return };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let Ok(mut entry) = serde_json::from_str::<serde_json::Value>(&text) else { continue };
        let started: jiff::Timestamp = entry["started_at"].as_str().unwrap().parse().unwrap();
        entry["started_at"] = (started - jiff::SignedDuration::from_hours(2)).to_string().into();
        std::fs::write(&path, entry.to_string()).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_machine_ends_with_exactly_one_snapshot_of_the_night() {
    let (machines, kills) = size();
    // Some machines of Hyperstack and ManageIQ do not support snapshots.
    let each = machines.div_ceil(3).max(3);
    let started = Instant::now();
    let fixture = Fixture::start(|builder| builder.vms(each).snapshots(4)).await;
    fixture.limit_hyperstack();
    let plan = plan(&fixture, each);
    for _ in 0..2 {
        let ran = fixture.now(&format!("apply {plan} --yes"));
        assert_eq!(ran.code, 0, "{}\n{}", ran.stdout, ran.stderr);
        fixture.sandbox.advance(DAY);
    }
    let (before, untouched) = (fleet(&fixture), others(&fixture));
    for fault in ["503@safe%20", "reset-after@changing%20"] {
        fixture.inject(fault);
    }
    let now = fixture.sandbox.store().now().to_string();
    let words = ["apply", &plan, "--yes", "--now", &now];
    let mut rng = fastrand::Rng::with_seed(5);
    for _ in 0..kills {
        let mut child = fixture.command(&words).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(rng.u64(200..(500 + 20 * machines as u64)))).await;
        // Two concurrent runs do not interfere. If the first one ends just before, the second one meets the faults itself.
        if child.try_wait().unwrap().is_none() {
            let second = fixture.run(&words);
            let by_fault = second.code == 9 && second.stderr.contains("injected by the sandbox");
            assert!([10, 0].contains(&second.code) || by_fault, "{} {}", second.code, second.stderr);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        age_the_journal(&fixture);
    }
    let mut last = fixture.run(&words);
    for _ in 0..3 {
        if last.code == 0 {
            break;
        }
        eprintln!("the run ended with {}: {}", last.code, last.stderr);
        age_the_journal(&fixture);
        last = fixture.run(&words);
    }
    fixture.sandbox.advance(Duration::from_secs(60));
    let tonight = format!("nightly-{}", &now[..10]);
    let after = fleet(&fixture);
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (machine, nights) in &after {
        let count = nights.iter().filter(|night| **night == tonight).count();
        assert_eq!(count, 1, "{machine:?}: {nights:?}");
        assert!(nights.len() <= 2, "{machine:?}: {nights:?}");
        // If the policy keeps several, the one from last night still exists.
        let kept_two = before[machine].len() == 2;
        assert!(!kept_two || nights.len() == 2, "{machine:?}: {nights:?}");
    }
    assert_eq!(others(&fixture), untouched, "objects outside the plan were touched");
    assert_eq!(last.code, 0, "{}", last.stderr);
    let requests = fixture.sandbox.requests();
    let faulty = requests.iter().filter(|seen| seen.fault.is_some()).count();
    eprintln!(
        "{} machines, {kills} kills: {} requests, {faulty} with a fault, {:.0} s",
        after.len(),
        requests.len(),
        started.elapsed().as_secs_f32()
    );
    // Only Hyperstack documents a limit.
    for (profile, provider) in PROFILES {
        let most = most_in_a_minute(&requests, provider);
        eprintln!("{profile}: at most {most} requests in a minute");
        assert!(provider != Provider::Hyperstack || most <= 500, "{most} requests in a minute");
    }
}

/// The most requests to a provider within any minute of the sandbox's clock.
pub fn most_in_a_minute(requests: &[Recorded], provider: Provider) -> usize {
    let mut at: Vec<_> = requests.iter().filter(|seen| seen.provider == Some(provider)).map(|seen| seen.at).collect();
    at.sort_unstable();
    let within = |start: usize| at[start..].iter().take_while(|it| it.duration_since(at[start]).as_secs() < 60).count();
    (0..at.len()).map(within).max().unwrap_or_default()
}
