//! The command line as scripts and people use it: the built program, with its own home directory and an empty environment.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod blocked;
mod changes;
mod codes;
mod completions;
mod connection;
mod contract;
mod every_output;
mod everyday;
mod golden;
mod operations;
mod output;
mod profiles;
mod readme;
mod schema;
mod seeing;
mod support;
mod terminal;
mod trouble;
