//! x
#![allow(missing_docs)]
pub mod spec;
mod transport;
