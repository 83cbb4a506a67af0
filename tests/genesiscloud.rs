//! Genesis Cloud: the adapter with bodies from all versions and with the sandbox, and the features of this provider.

#![cfg(all(feature = "genesiscloud", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "genesiscloud/bodies.rs"]
mod bodies;
#[path = "genesiscloud/changes.rs"]
mod changes;
#[path = "common/fixture.rs"]
mod common;
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
