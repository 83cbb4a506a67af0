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
//! [`Client`] has the verbs, [`Operation`] and [`Handle`] are for what takes its time, and there is one [`Error`].
//!
//! | module | contents |
//! |---|---|
//! | [`retention`] | which snapshots a policy keeps |
//! | [`spec`] | the providers, their OpenAPI documents, the table of operations |
//! | [`generated`] | the clients generated from the documents, reached by `Client::as_syminet()` and its like |
//! | [`deps`] | the crates whose types stand in this interface |
#![cfg_attr(feature = "config", doc = "| [`config`] | connections from environment variables and profiles |")]
#![cfg_attr(feature = "contract", doc = "| [`contract`] | requests and responses validated against the documents |")]
#![cfg_attr(feature = "sandbox", doc = "| [`sandbox`] | servers that emulate the providers, for tests |")]
#![cfg_attr(feature = "mock", doc = "| [`mock`] | typed mocks of the generated clients' operations |")]
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `syminet`, `manageiq`, `hyperstack`, `genesiscloud` | yes | the provider's generated client and its adapter |
//! | `tls-ring` | yes | https by rustls with *ring*; building it needs a C compiler. Preferred where `tls-aws-lc` is on, too |
//! | `tls-aws-lc` | no | https by rustls with aws-lc |
//! | `generate` | yes | the clients are generated from the documents at build time; without it the package's copies are used, which are the same and save some forty crates |
//! | `config` | no | connections from environment variables and profiles |
//! | `contract` | no | requests and responses validated against the documents |
//! | `sandbox` | no | servers that emulate the providers, for tests |
//! | `mock` | no | typed mocks of the generated clients' operations |
//! | `schema` | no | JSON Schemas of the portable objects |
//! | `cli` | no | what the program `cloudsnap` is made of; not for libraries, since it sets `serde_json/preserve_order` |
//!
//! None but `cli` changes what the rest of a program does: serde_json keeps its objects as it does without this crate.
//!
//! # TLS
//!
//! rustls's features `ring` and `aws_lc_rs` stay as the program has them, and no provider is installed for the process. One thing
//! cannot be kept apart: both TLS features turn on rustls in reqwest 0.13. A program that itself uses reqwest 0.13 without any TLS
//! must then install a rustls provider before `reqwest::Client::new()`, or do without these two features and give its own client to
//! [`ClientBuilder::http_client`].
//!
//! The system's certificates are trusted, and those of [`ClientBuilder::ca_certificate_pem`]. An appliance with a self-signed
//! certificate is met by [`ClientBuilder::pin_certificate_pem`]; there is no way to check nothing.
//!
//! # Cancellation
//!
//! Every future may be dropped. Dropping [`Operation::wait`] or a list stops nothing at the provider and loses nothing: an operation
//! can be waited for again, also by its [`Handle`] in another process. Dropping a verb, such as [`Client::create_snapshot`], may
//! lose the handle of a request that was sent. Where that matters, keep [`Prepared::handle`] before [`Prepared::submit`], or give
//! the client a [`ClientBuilder::state_dir`], which then knows of the operation.
//!
//! ```no_run
//! # use cloudsnap::{Error, Operation, Snapshot, WaitOptions};
//! # async fn run(operation: Operation<Snapshot>, stop: impl Future<Output = ()>) -> Result<(), Error> {
//! tokio::select! {
//!     snapshot = operation.wait(WaitOptions::default()) => {
//!         println!("{}", snapshot?.id);
//!     }
//!     () = stop => println!("go on with {}", operation.handle()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Blocking use
//!
//! The crate is asynchronous, and needs tokio with its time and network drivers. A program without a runtime has one for its calls:
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
//! Lists are streams: `futures_util::TryStreamExt` has `try_next` and `try_collect` for them.
//!
//! # Testing
//!
//! A function of portable objects needs no server: [`Snapshot::new`] and its like build them, and all can be read from JSON. What
//! goes over the network is tested against a `sandbox::Sandbox` (feature `sandbox`): it has a store, a clock that is moved by hand,
//! and faults; its credentials are taken by [`ClientBuilder::auth`]. Mocks (feature `mock`) are for code that uses the generated
//! clients. They are no good for the verbs, which make further calls of their own. `examples/testing.rs` shows all three.
//!
//! # Events, metrics, traces
//!
//! [`ClientBuilder::observer`] is told of each response, each retry and each [finding](Event), with provider, operation, status and
//! duration. `tracing` has a span `verb` around each verb and a span `request` around each request, with its status and its number
//! of attempts. `examples/generated.rs` counts the one and sets the other below its own spans.
//!
//! # Examples
//!
//! The [examples](https://docs.rs/crate/cloudsnap/latest/source/examples/) are whole programs that run against a sandbox: `nightly`
//! (snapshots of all machines, keeping seven), `resume` (progress, cancelling, going on in another process), `testing`, `portable`
//! (one code for all providers), `generated` (beyond the verbs), `own_server` (the contract engine on a server of one's own).

// The reference at docs.rs says what needs which feature.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Each provider can be built alone, and then some of what they share stands idle; so does what only the command line uses.
#![cfg_attr(
    not(all(every_provider, feature = "cli")),
    allow(dead_code, reason = "used by other providers or by the command line")
)]
// Without a provider the documents and the contract engine are left, and what serves the adapters stands idle.
#![cfg_attr(not(any_provider), allow(unused_variables))]
// What the adapters share is imported by each in part.
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

/// What the program `cloudsnap` runs.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use cli::main as __main;

pub use capability::Capabilities;
pub use client::{Client, ClientBuilder, Ensured, List, Missing, Prepared};
pub use error::{Advice, Error, ErrorKind};
pub use handle::Verb;
pub use model::{
    Action, Backup, BackupId, BackupSwitch, CloneSnapshot, CreateImage, CreateSnapshot, DeleteSnapshot, DeleteVm,
    Deleted, DisableBackups, EnableBackups, Image, ImportSnapshot, InvalidId, Label, ListSnapshots, Login, NewVm,
    Outcome, Raw, RenameSnapshot, Request, Resource, RestoreBackup, RestoreSnapshot, RestoreTarget, Restored, Size,
    SizeUnit, Snapshot, SnapshotId, SnapshotRef, SnapshotStatus, UnknownWord, Vm, VmId, VmKind, VmSummary, Warning,
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

/// The crates whose types stand in this one's interface, in the versions that they have there: whoever uses them by these names
/// needs no dependency of their own that must fit.
///
/// | crate | version | where it is met |
/// |---|---|---|
/// | [`bytes`] | 1 | [`Client::request`] |
/// | [`futures_core`] | 0.3 | [`List`] is a boxed `Stream` of it |
/// | [`http`] | 1 | [`Client::request`] |
/// | [`jiff`] | 0.2 | the times of [`Snapshot`] and [`Backup`], [`retention`] |
/// | [`progenitor_client`] | 0.15 | what the [`generated`] clients give back |
/// | [`reqwest`] | 0.13 | [`ClientBuilder::http_client`], [`generated`] |
/// | [`serde_json`] | 1 | `raw` of the portable objects, [`Client::request`] |
/// | [`url`] | 2 | [`Client::base_url`] |
/// | `httpmock` | 0.9 | `mock`, with the feature of that name |
/// | `schemars` | 1 | `JsonSchema` of the portable objects, with the feature `schema` |
///
/// A release that takes another incompatible version of one of them is an incompatible release of this crate.
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
