//! ManageIQ: every case of the server's own specs, the peculiarities of its API, waiting with faults, sessions, discovery.

#![cfg(all(feature = "manageiq", feature = "sandbox"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "manageiq/care.rs"]
mod care;
#[path = "manageiq/cases.rs"]
mod cases;
#[path = "manageiq/discovery.rs"]
mod discovery;
#[path = "manageiq/emulated.rs"]
mod emulated;
#[path = "manageiq/lists.rs"]
mod lists;
#[path = "manageiq/responses.rs"]
mod responses;
#[path = "manageiq/sessions.rs"]
mod sessions;
#[path = "manageiq/support.rs"]
mod support;
#[path = "manageiq/volumes.rs"]
mod volumes;
#[path = "manageiq/waiting.rs"]
mod waiting;
