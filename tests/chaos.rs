//! Chaos: many wishes at once on each provider's sandbox, under faults, with processes that die on the way. The sandbox's store is
//! the truth that everything told is held against.
//!
//! `CLOUDSNAP_CHAOS_ROUNDS` and `CLOUDSNAP_CHAOS_SEED` make it longer and other.

#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "common/doc.rs"]
mod doc;
#[path = "chaos/round.rs"]
mod round;
#[path = "chaos/tally.rs"]
mod tally;
#[path = "chaos/wishes.rs"]
mod wishes;

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
    cloudsnap::sandbox::Sandbox::played().into_iter().filter(built).collect()
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
        assert!(tally.done * 4 > tally.wishes, "{name}: hardly anything was done, so little was tried");
        assert!(tally.faults.len() > 10, "{name}: {:?}", tally.faults);
        // The table tells it to the millisecond; a busy machine alone takes seconds, and a call without a deadline for ever.
        assert!(tally.overrun < Duration::from_secs(20), "{name}: {:?}", tally.overrun);
    }
}
