//! Retention on the command line: `snapshots prune` and the nightly plan with the sandbox, checked against the sandbox's store.
//!
//! The fleet and the year are small by default. Their full sizes take several minutes each:
//!
//! ```sh
//! CLOUDSNAP_FLEET=500 CLOUDSNAP_KILLS=10 cargo test --all-features --test nightly every_machine_ends -- --nocapture
//! CLOUDSNAP_NIGHTS=365 cargo test --all-features --test nightly after_a_year -- --nocapture
//! ```
#![cfg(all(
    feature = "cli",
    feature = "syminet",
    feature = "manageiq",
    feature = "hyperstack",
    feature = "genesiscloud"
))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "tests, which say what they skip"
)]

#[path = "nightly/chaos.rs"]
mod chaos;
#[path = "nightly/docs.rs"]
mod docs;
#[path = "nightly/fixture.rs"]
mod fixture;
#[path = "nightly/limits.rs"]
mod limits;
#[path = "nightly/nights.rs"]
mod nights;
#[path = "nightly/plans.rs"]
mod plans;
#[path = "nightly/prunes.rs"]
mod prunes;
#[path = "nightly/rules.rs"]
mod rules;
#[path = "nightly/year.rs"]
mod year;
