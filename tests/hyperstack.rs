//! Hyperstack: the adapter against bodies of all sources and against the sandbox, and what only this provider has.

#![cfg(all(feature = "hyperstack", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "hyperstack/bodies.rs"]
mod bodies;
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
