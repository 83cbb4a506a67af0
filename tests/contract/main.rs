//! Proofs of the contract engine: on the providers' documents, and on small ones that show one rule each.
//!
//! What is generated here comes from the documents by a reading of its own (`document`, `generate`, `mutate`, `vary`),
//! not by the engine's: otherwise the engine would be held against itself.
#![cfg(feature = "contract")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(any(feature = "syminet", feature = "manageiq", feature = "hyperstack", feature = "genesiscloud"))]
mod adapters;
mod beside;
mod document;
mod examples;
mod findings;
mod generate;
mod legal;
mod mutants;
mod mutate;
mod others;
mod own_server;
mod parameters;
mod requests;
#[cfg(any(feature = "syminet", feature = "manageiq", feature = "hyperstack", feature = "genesiscloud"))]
mod roundtrip;
mod rules;
mod vary;
