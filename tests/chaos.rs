//! Chaos: many concurrent changes on each provider's sandbox, with faults and with processes that die. Everything
//! reported is checked against the sandbox's store.
//!
//! `CLOUDSNAP_CHAOS_ROUNDS` and `CLOUDSNAP_CHAOS_SEED` set the number of rounds and the seed.

#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[cfg(all(target_os = "linux", feature = "cli"))]
#[allow(dead_code, reason = "another suite uses the rest")]
#[path = "claims/actors.rs"]
mod actors;
#[path = "chaos/changes.rs"]
mod changes;
#[cfg(all(target_os = "linux", feature = "cli"))]
#[path = "chaos/creators.rs"]
mod creators;
#[path = "common/doc.rs"]
mod doc;
#[cfg(all(target_os = "linux", feature = "cli"))]
#[path = "chaos/processes.rs"]
mod processes;
#[path = "common/providers.rs"]
mod providers;
#[cfg(all(target_os = "linux", feature = "cli"))]
#[path = "chaos/relay.rs"]
mod relay;
#[path = "chaos/round.rs"]
mod round;
#[path = "chaos/tally.rs"]
mod tally;

use std::time::Duration;

use providers::providers;
use tally::Tally;

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().map_or(default, |text| text.parse().expect("a number"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changes_happen_exactly_once_and_are_reported_correctly() {
    let (rounds, seed) = (number("CLOUDSNAP_CHAOS_ROUNDS", 2), number("CLOUDSNAP_CHAOS_SEED", 1));
    let mut columns: Vec<(String, Tally)> =
        providers().into_iter().map(|provider| (provider.title().to_owned(), Tally::default())).collect();
    for round in 0..rounds + 4 {
        // On a busy machine most changes may end without success, and then prove little.
        if round >= rounds && columns.iter().all(|(_, tally)| tally.done >= 15) {
            break;
        }
        let mut prepared = Vec::new();
        for provider in providers() {
            prepared.push(round::prepare(provider, seed + round).await);
        }
        let runs = prepared.into_iter().map(|prepared| tokio::spawn(round::run(prepared, seed + round)));
        for ((_, tally), run) in columns.iter_mut().zip(runs.collect::<Vec<_>>()) {
            tally.add(run.await.unwrap());
        }
    }
    doc::record("chaos", &format!("{rounds} rounds from seed {seed}:\n\n{}", tally::table(&columns)));
    for (name, tally) in &columns {
        assert!(tally.wrong.is_empty(), "{name}: {}", tally.wrong.join("\n"));
        assert_eq!(tally.violations, 0, "{name}: the documents were violated");
        assert!(tally.done >= 15, "{name}: too few changes succeeded to prove anything");
        assert!(tally.faults.len() > 10, "{name}: {:?}", tally.faults);
        // The table shows milliseconds; a busy machine alone takes seconds, and a call without a deadline forever.
        assert!(tally.overrun < Duration::from_secs(20), "{name}: {:?}", tally.overrun);
    }
}

/// Several command line processes sharing a state directory, next to someone unknown to them.
#[cfg(all(target_os = "linux", feature = "cli"))]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_process_is_told_what_another_created() {
    let (rounds, seed) = (number("CLOUDSNAP_CHAOS_ROUNDS", 1), number("CLOUDSNAP_CHAOS_SEED", 1));
    // These rounds are small: the longer run makes as many calls as the other suite.
    let rounds = if rounds > 1 { rounds * 2 } else { 1 };
    let runs = providers().into_iter().map(|provider| async move {
        let mut report = creators::Report::default();
        for round in 0..rounds {
            report.add(processes::run(provider, seed + round).await);
        }
        // A round on a busy machine may end without any success, and then proves nothing.
        for round in rounds..rounds + 4 {
            if report.own == 0 {
                report.add(processes::run(provider, seed + round).await);
            }
        }
        (provider.title().to_owned(), report)
    });
    let columns = futures_util::future::join_all(runs).await;
    doc::record("processes", &creators::table(&columns));
    let wrong: Vec<_> = columns.iter().filter(|(_, report)| !report.wrong.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (name, report) in &columns {
        assert!(report.own > 0, "{name}: no change succeeded, which proves nothing");
    }
}
