//! Careful client for the snapshot and backup APIs of Syminet, ManageIQ, Hyperstack and Genesis Cloud.
//!
//! A restore overwrites data, and a lost create means a missing backup. So this crate never blindly retries a create, never returns a
//! truncated list, never trusts a 200 whose body reports failure, and never logs secrets.
//!
//! ```no_run
//! use cloudsnap::{Auth, Client, CreateSnapshot, Provider, VmId, WaitOptions};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let token = std::env::var("SYMINET_API_TOKEN")?;
//! let client = Client::builder(Provider::Syminet)
//!     .auth(Auth::token(token))
//!     .build()?;
//! let request = CreateSnapshot::new(VmId::new("3247")?, "before-upgrade");
//! let operation = client.create_snapshot(request).await?;
//! let snapshot = operation.wait(WaitOptions::default()).await?;
//! println!("{} is {}", snapshot.id, snapshot.status);
//! # Ok(())
//! # }
//! ```
//!
//! Start with [`Client`]. Changes return an [`Operation`] to wait for, which a [`Handle`] can resume in another process. All methods
//! return the same [`Error`]. [`Client::as_syminet`] and its counterparts give access to every documented operation of a provider.
//!
//! | module | contents |
//! |---|---|
//! | [`retention`] | policies that decide which snapshots to keep |
//! | [`spec`] | the providers, their OpenAPI documents and operations |
//! | [`generated`] | the clients generated from the OpenAPI documents |
//! | [`deps`] | the crates whose types are part of this API |
#![cfg_attr(feature = "config", doc = "| [`config`] | connections from environment variables and profiles |")]
#![cfg_attr(
    feature = "contract",
    doc = "| [`contract`] | validation of requests and responses against the OpenAPI documents |"
)]
#![cfg_attr(feature = "sandbox", doc = "| [`sandbox`] | servers that emulate the providers, for tests |")]
#![cfg_attr(feature = "mock", doc = "| [`mock`] | typed mocks of the generated clients' operations |")]
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `syminet`, `manageiq`, `hyperstack`, `genesiscloud` | yes | the provider's generated client and its adapter |
//! | `tls-ring` | yes | HTTPS with rustls and *ring*, which needs a C compiler. Takes precedence over `tls-aws-lc` |
//! | `tls-aws-lc` | no | HTTPS with rustls and aws-lc |
//! | `generate` | yes | generates the clients from the OpenAPI documents at build time; without it, identical copies in the package are used, which saves about forty dependencies |
//! | `config` | no | connections from environment variables and profiles |
//! | `contract` | no | validation of requests and responses against the OpenAPI documents |
//! | `sandbox` | no | servers that emulate the providers, for tests |
//! | `mock` | no | typed mocks of the generated clients' operations |
//! | `schema` | no | JSON Schemas of the portable objects |
//! | `cli` | no | the program `cloudsnap`; not for libraries, since it enables `serde_json/preserve_order` |
//!
//! Only `cli` affects other crates in a program, through that feature of serde_json.
//!
//! # TLS
//!
//! This crate does not enable rustls's features `ring` and `aws_lc_rs`, and installs no process-wide crypto provider. One side effect
//! cannot be avoided: both TLS features enable rustls in reqwest 0.13. A program that itself uses reqwest 0.13 without TLS must
//! then install a rustls crypto provider before it calls `reqwest::Client::new()`, or disable both features and pass its own client
//! to [`ClientBuilder::http_client`].
//!
//! Trusted certificates are those of the system and of [`ClientBuilder::ca_certificate_pem`]. For appliances with a self-signed
//! certificate, use [`ClientBuilder::pin_certificate_pem`]; verification cannot be disabled.
//!
//! # Cancellation
//!
//! Every future can be dropped. Dropping [`Operation::wait`] or a list cancels nothing at the provider and loses nothing: you can wait
//! for the operation again, even in another process with its [`Handle`]. Dropping a change such as [`Client::create_snapshot`] may
//! lose the handle of a request that was already sent. If that matters, store [`Prepared::handle`] before [`Prepared::submit`],
//! or set a [`ClientBuilder::state_dir`], which records the operation.
//!
//! ```no_run
//! # use cloudsnap::{Error, Operation, Snapshot, WaitOptions};
//! # async fn run(operation: Operation<Snapshot>, stop: impl Future<Output = ()>) -> Result<(), Error> {
//! tokio::select! {
//!     snapshot = operation.wait(WaitOptions::default()) => {
//!         println!("{}", snapshot?.id);
//!     }
//!     () = stop => println!("resume with {}", operation.handle()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Blocking use
//!
//! The crate is asynchronous and requires tokio with its time and I/O drivers. A program without a runtime can create one:
//!
//! ```no_run
//! # use cloudsnap::{Client, Error, Snapshot, SnapshotId};
//! # fn run(client: Client, id: SnapshotId) -> Result<Snapshot, Box<dyn std::error::Error>> {
//! let runtime = tokio::runtime::Builder::new_current_thread()
//!     .enable_all()
//!     .build()?;
//! let snapshot = runtime.block_on(client.snapshot(id))?;
//! # Ok(snapshot)
//! # }
//! ```
//!
//! Lists are streams; use `try_next` and `try_collect` from `futures_util::TryStreamExt`.
//!
//! # Testing
//!
//! Functions of portable objects need no server: create the objects with [`Snapshot::new`] and its counterparts, or from JSON. Test
//! code that sends requests against a `sandbox::Sandbox` (feature `sandbox`), which has a store, a manual clock and faults, and whose
//! credentials can be passed to [`ClientBuilder::auth`]. Mocks (feature `mock`) are for code that uses the generated clients. They
//! do not work with the methods of [`Client`], which send further requests. `examples/testing.rs` shows all three.
//!
//! # Events, metrics, traces
//!
//! [`ClientBuilder::observer`] receives each response, retry and [finding](Event), with provider, operation, status and duration.
//! `tracing` has a span `verb` for each change and a span `request` for each request, with its status and number of attempts.
//! `examples/generated.rs` counts events and nests the spans in its own.
//!
//! # Examples
//!
//! The [examples](https://docs.rs/crate/cloudsnap/latest/source/examples/) are complete programs that run against a sandbox: `nightly`
//! (snapshots of all machines, keeping seven), `resume` (progress, cancelling, resuming in another process), `testing`, `portable`
//! (the same code for all providers), `generated` (a generated client), `own_server` (the contract engine with your own server).

// The reference on docs.rs shows which items require which feature.
#![cfg_attr(docsrs, feature(doc_cfg))]
// If only some providers are enabled, part of the code they share is unused, as is code for the command line only.
#![cfg_attr(
    not(all(every_provider, feature = "cli")),
    allow(dead_code, reason = "used by other providers or by the command line")
)]
// Without providers only the OpenAPI documents and the contract engine remain, and the code for adapters is unused.
#![cfg_attr(not(any_provider), allow(unused_variables))]
// Each adapter imports only part of what they share.
#![cfg_attr(not(every_provider), allow(unused_imports, unused_macros))]

#[cfg(feature = "cli")]
mod cli;
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
mod fields;
mod glob;
mod handle;
mod journal;
#[cfg(feature = "sandbox")]
mod meet;
mod model;
mod operation;
mod page;
mod provider;
mod providers;
mod reader;
mod sealed;
mod secret;
mod shared;
mod text;
mod transport;
mod wait;

/// The entry point of the program `cloudsnap`.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use cli::main as __main;

pub use capability::Capabilities;
pub use client::{Client, ClientBuilder, Ensured, List, Missing, Prepared};
pub use error::{Advice, Error, ErrorKind};
pub use handle::Verb;
pub use model::{
    Action, Backup, BackupId, BackupState, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm,
    Deleted, DisableBackups, EnableBackups, Image, ImportSnapshot, InvalidId, Label, ListSnapshots, Login, NewVm,
    Outcome, Raw, RenameSnapshot, Request, Resource, RestoreBackup, RestoreSnapshot, RestoreTarget, Restored, Size,
    SizeUnit, Snapshot, SnapshotId, SnapshotRef, SnapshotStatus, UnknownName, Vm, VmId, VmKind, VmSummary, Warning,
    WarningKind,
};
pub use operation::{Operation, OperationState};
pub use page::{Page, PageToken};
pub use sealed::Handle;
pub use secret::Secret;
pub use shared::SharedPoller;
pub use spec::Provider;
#[cfg(feature = "contract")]
pub use transport::ContractMode;
pub use transport::{Auth, CallOptions, Event, PlannedRequest, RateLimit, RetryPolicy};
pub use wait::{Progress, WaitOptions};

/// The crates whose types are part of this crate's API. Use these re-exports to avoid dependencies with matching versions.
///
/// | crate | version | used by |
/// |---|---|---|
/// | [`bytes`] | 1 | [`Client::request`] |
/// | [`futures_core`] | 0.3 | [`List`] is a boxed `Stream` of it |
/// | [`http`] | 1 | [`Client::request`] |
/// | [`jiff`] | 0.2 | the times of [`Snapshot`] and [`Backup`], [`retention`] |
/// | [`progenitor_client`] | 0.15 | results of the [`generated`] clients |
/// | [`reqwest`] | 0.13 | [`ClientBuilder::http_client`], [`generated`] |
/// | [`serde_json`] | 1 | `raw` of the portable objects, [`Client::request`] |
/// | [`url`] | 2 | [`Client::base_url`] |
/// | `httpmock` | 0.9 | `mock`, with the feature of that name |
/// | `schemars` | 1 | `JsonSchema` of the portable objects, with the feature `schema` |
///
/// An incompatible version of one of these crates is an incompatible change of this crate.
pub mod deps {
    pub use bytes;
    pub use futures_core;
    pub use http;
    #[cfg(feature = "mock")]
    pub use httpmock;
    pub use jiff;
    pub use progenitor_client;
    pub use reqwest;
    #[cfg(feature = "schema")]
    pub use schemars;
    pub use serde_json;
    pub use url;
}

/// The code in the README compiles.
#[cfg(all(doctest, feature = "config"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// The code in the page about nightly runs compiles.
#[cfg(doctest)]
#[doc = include_str!("../docs/nightly.md")]
struct NightlyPage;
