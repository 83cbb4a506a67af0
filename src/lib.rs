//! x
#![allow(missing_docs)]
#[cfg(feature = "contract")]
pub mod contract;
pub mod spec;
mod transport;
