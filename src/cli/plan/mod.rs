//! The nightly plan: its file, what it resolves to, and a run of it.

pub(crate) mod file;
mod keys;
pub(crate) mod name;
