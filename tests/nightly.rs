//! Retention on the command line: `snapshots prune` and the nightly plan, against the sandbox, judged by the sandbox's own store.
#![cfg(all(
    feature = "cli",
    feature = "syminet",
    feature = "manageiq",
    feature = "hyperstack",
    feature = "genesiscloud"
))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "nightly/chaos.rs"]
mod chaos;
#[path = "nightly/fixture.rs"]
mod fixture;
#[path = "nightly/plans.rs"]
mod plans;
#[path = "nightly/prunes.rs"]
mod prunes;
#[path = "nightly/year.rs"]
mod year;
