//! The nightly plan: its file, the machines it resolves to, and running it.

mod expire;
pub(crate) mod file;
pub(crate) mod files;
mod keys;
mod lists;
pub(crate) mod machine;
pub(crate) mod name;
pub(crate) mod report;
pub(crate) mod resolve;
pub(crate) mod run;
mod slots;
