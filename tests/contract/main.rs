//! Proofs of the contract engine: on the providers' documents, and on small ones that show one rule each.
#![cfg(feature = "contract")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod examples;
