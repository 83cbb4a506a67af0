//! Hyperstack: the adapter with bodies from all sources and with the sandbox, and the features of this provider.

#![cfg(all(feature = "hyperstack", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "hyperstack/bodies.rs"]
mod bodies;
#[path = "common/fixture.rs"]
mod common;
#[path = "hyperstack/creates.rs"]
mod creates;
#[path = "hyperstack/deletes.rs"]
mod deletes;
#[path = "hyperstack/fixture.rs"]
mod fixture;
#[path = "hyperstack/images.rs"]
mod images;
#[path = "hyperstack/lists.rs"]
mod lists;
#[path = "hyperstack/mutants.rs"]
mod mutants;
#[path = "hyperstack/restores.rs"]
mod restores;
