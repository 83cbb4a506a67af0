//! Careful client for the snapshot and backup APIs of Syminet, ManageIQ, Hyperstack and Genesis Cloud.
//!
//! A restore erases a machine's data and a lost create costs a backup. So: never a blind second create, never a cut-off list,
//! never a 200 taken for success where the body says otherwise, never a secret in a log.
//!
//! ```no_run
//! use cloudsnap::{Auth, Client, CreateSnapshot, Provider, VmId, WaitOptions};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let token = std::env::var("SYMINET_API_TOKEN")?;
//! let client = Client::builder(Provider::Syminet).auth(Auth::token(token)).build()?;
//! let operation = client.create_snapshot(CreateSnapshot::new(VmId::new("3247")?, "before-upgrade")).await?;
//! let snapshot = operation.wait(WaitOptions::default()).await?;
//! println!("{} is {}", snapshot.id, snapshot.status);
//! # Ok(())
//! # }
//! ```
//!
//! | module | what is in it |
//! |---|---|
//! | [`spec`] | the providers, their OpenAPI documents, the table of operations |
//! | [`generated`] | the clients generated from the documents, reached by `Client::as_syminet()` and its like |
//! | [`retention`] | which snapshots a policy keeps |
//! | `config`, `contract`, `sandbox`, `mock` | each with the feature of its name: connections from variables and profiles, answers held against documents, servers and mocks for tests |
//!
//! Everything else is at the root: [`Client`] with its verbs, the portable objects ([`Snapshot`], [`Backup`], [`Vm`]), the
//! requests ([`CreateSnapshot`]...), [`Operation`] with [`Handle`] for what takes its time, and one [`Error`].
//!
//! # Features
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `syminet`, `manageiq`, `hyperstack`, `genesiscloud` | yes | the provider's generated client and its adapter |
//! | `tls-ring` | yes | https by rustls with *ring*; a C compiler builds it. Taken where `tls-aws-lc` is on, too |
//! | `tls-aws-lc` | no | https by rustls with aws-lc |
//! | `generate` | yes | the clients are made from the documents when the crate is built; without it the package's copies are taken, which are the same and spare some forty crates |
//! | `config` | no | connections from environment variables and profiles |
//! | `contract` | no | requests and answers held against the documents |
//! | `sandbox` | no | servers that play the providers, for tests |
//! | `mock` | no | typed mocks of the generated clients' operations |
//! | `schema` | no | JSON Schemas of the portable objects |
//! | `cli`, `tracing-subscriber` | no | what the program `cloudsnap` is made of; not for libraries, since `cli` sets `serde_json/preserve_order` |
//!
//! None but `cli` changes what the rest of a program does: rustls's features `ring` and `aws_lc_rs` stay as the program has them, no
//! provider is installed for the process, and serde_json keeps its objects as it does without this crate. One thing cannot be
//! kept apart: both TLS features turn on rustls in reqwest 0.13. A program that itself uses reqwest 0.13 without any TLS must then
//! install a rustls provider before `reqwest::Client::new()`, or do without these two features and give its own client to
//! [`ClientBuilder::http_client`].

// Each provider can be built alone, and then some of what they share stands idle; so does what only the command line uses.
#![cfg_attr(
    not(all(
        feature = "syminet",
        feature = "manageiq",
        feature = "hyperstack",
        feature = "genesiscloud",
        feature = "cli"
    )),
    allow(dead_code, reason = "used by other providers or by the command line")
)]
// Without a provider the documents and the contract engine are left, and what serves the adapters stands idle.
#![cfg_attr(
    not(any(feature = "syminet", feature = "manageiq", feature = "hyperstack", feature = "genesiscloud")),
    allow(unused_imports, unused_variables)
)]

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "config")]
pub mod config;
#[cfg(feature = "contract")]
pub mod contract;
pub mod generated;
#[cfg(feature = "mock")]
pub mod mock;
pub mod retention;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod spec;

mod body;
mod capability;
mod client;
mod error;
mod glob;
mod handle;
mod journal;
mod model;
mod operation;
mod page;
mod provider;
mod providers;
mod reader;
mod secret;
mod text;
mod transport;
mod wait;

pub use capability::Capabilities;
pub use client::{Client, ClientBuilder, Ensured, List, Missing, Prepared, SharedPoller};
pub use error::{Error, ErrorKind};
pub use handle::{Handle, Verb};
pub use model::{
    Action, Backup, BackupId, BackupSwitch, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm,
    Deleted, DisableBackups, EnableBackups, Image, ImportSnapshot, InvalidId, ListSnapshots, Login, NewVm, Outcome,
    Raw, RenameSnapshot, Request, Resource, RestoreBackup, RestoreSnapshot, RestoreTarget, Restored, Size, SizeUnit,
    Snapshot, SnapshotId, SnapshotRef, SnapshotStatus, Vm, VmId, VmKind, VmSummary,
};
pub use operation::{Operation, OperationState};
pub use page::{Page, PageToken};
pub use secret::Secret;
pub use spec::Provider;
#[cfg(feature = "contract")]
pub use transport::ContractMode;
pub use transport::{Auth, CallOptions, Event, PlannedRequest, RateLimit, RetryPolicy};
pub use wait::{Progress, WaitOptions};

/// The code in the README compiles.
#[cfg(all(doctest, feature = "config"))]
#[doc = include_str!("../README.md")]
struct Readme;
