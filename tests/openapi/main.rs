//! The house rules of the four documents under `openapi/`, as far as redocly cannot hold them. One test, one rule.
//!
//! Each rule first shows on `tests/fixtures/house.yaml` that it finds planted defects; then it holds all four documents.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod document;
mod info;
mod operations;
mod parameters;
mod responses;
mod schemas;
mod table;
mod text;

#[path = "../../build/yaml.rs"]
mod yaml;
