//! Genesis Cloud: the adapter against bodies of all times and against the sandbox, and what only this provider has.

#![cfg(all(feature = "genesiscloud", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "genesiscloud/bodies.rs"]
mod bodies;
#[path = "genesiscloud/changes.rs"]
mod changes;
#[path = "genesiscloud/fixture.rs"]
mod fixture;
#[path = "genesiscloud/lists.rs"]
mod lists;
#[path = "genesiscloud/lost.rs"]
mod lost;
#[path = "genesiscloud/makes.rs"]
mod makes;
#[path = "genesiscloud/restores.rs"]
mod restores;
