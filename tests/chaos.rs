//! Chaos: many wishes at once on each provider's sandbox, under faults, with processes that die on the way. The sandbox's store is
//! the truth that everything told is held against.
//!
//! `CLOUDSNAP_CHAOS_ROUNDS` and `CLOUDSNAP_CHAOS_SEED` make it longer and other.

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
#[cfg(all(target_os = "linux", feature = "cli"))]
#[path = "chaos/relay.rs"]
mod relay;
#[path = "chaos/round.rs"]
mod round;
#[path = "chaos/tally.rs"]
mod tally;

use std::time::Duration;

use cloudsnap::{Auth, Client, Provider};
use tally::Tally;

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().map_or(default, |text| text.parse().expect("a number"))
}

/// The providers that this build has a client for, and that can be played.
fn providers() -> Vec<Provider> {
    let built = |provider: &Provider| {
        let builder = Client::builder(*provider).base_url("http://localhost/");
        builder.auth(Auth::token("token")).build().is_ok()
    };
    cloudsnap::sandbox::Sandbox::emulated().into_iter().filter(built).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_what_was_asked_for_and_the_truth_about_the_rest() {
    let (rounds, seed) = (number("CLOUDSNAP_CHAOS_ROUNDS", 2), number("CLOUDSNAP_CHAOS_SEED", 1));
    let mut columns: Vec<(String, Tally)> =
        providers().into_iter().map(|provider| (provider.title().to_owned(), Tally::default())).collect();
    for round in 0..rounds {
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
        assert_eq!(tally.violations, 0, "{name}: the documents are broken");
        assert!(tally.done * 4 > tally.changes, "{name}: hardly anything was done, so little was tried");
        assert!(tally.faults.len() > 10, "{name}: {:?}", tally.faults);
        // The table tells it to the millisecond; a busy machine alone takes seconds, and a call without a deadline for ever.
        assert!(tally.overrun < Duration::from_secs(20), "{name}: {:?}", tally.overrun);
    }
}

/// Several processes of the command line on one state folder, beside somebody whom they do not know.
#[cfg(all(target_os = "linux", feature = "cli"))]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_process_is_told_what_another_made() {
    let (rounds, seed) = (number("CLOUDSNAP_CHAOS_ROUNDS", 1), number("CLOUDSNAP_CHAOS_SEED", 1));
    // A round of these is small: the longer run has as many calls as the other suite.
    let rounds = if rounds > 1 { rounds * 2 } else { 1 };
    let runs = providers().into_iter().map(|provider| async move {
        let mut report = creators::Report::default();
        for round in 0..rounds {
            report.add(processes::run(provider, seed + round).await);
        }
        (provider.title().to_owned(), report)
    });
    let columns = futures_util::future::join_all(runs).await;
    doc::record("processes", &creators::table(&columns));
    let wrong: Vec<_> = columns.iter().filter(|(_, report)| !report.wrong.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (name, report) in &columns {
        assert!(report.own > 0, "{name}: nothing was done, so little was tried");
    }
}
