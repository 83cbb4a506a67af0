//! The nightly plan: its file, what it resolves to, and a run of it.

pub(crate) mod file;
pub(crate) mod files;
mod keys;
mod lists;
pub(crate) mod machine;
pub(crate) mod name;
mod old;
pub(crate) mod report;
pub(crate) mod resolve;
pub(crate) mod run;
mod turns;
