//! Tests of the contract engine: on the providers' documents, and on small documents that demonstrate one rule each.
//!
//! The test data is generated from the documents by independent code (`document`, `generate`, `mutate`, `vary`) rather
//! than by the engine, which would otherwise be compared with itself.
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
mod own_server;
mod parameters;
mod requests;
#[cfg(any(feature = "syminet", feature = "manageiq", feature = "hyperstack", feature = "genesiscloud"))]
mod roundtrip;
mod rules;
mod third_party;
mod vary;
