//! x
#![allow(missing_docs)]
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod spec;
mod transport;
