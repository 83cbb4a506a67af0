//! The house rules for the four documents under `openapi/` that redocly cannot check. One test per rule.
//!
//! Each rule is first tested on `tests/fixtures/house.yaml`, where it must find planted defects; then it checks all four documents.

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
