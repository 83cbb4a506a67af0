//! x
#![allow(missing_docs)]
#[cfg(feature = "contract")]
pub mod contract;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod spec;
mod transport;
