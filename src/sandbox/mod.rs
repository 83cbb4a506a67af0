//! Servers that play the providers, for tests and for trying out.
//!
//! A [`Sandbox`] listens on the loopback interface and answers as the real servers would: snapshots take their time,
//! tokens are checked, pages end, ids that do not exist are not found. Its clock can be moved, its store counted, and
//! [`Fault`]s let it fail in the ways in which networks and servers fail.
//!
//! Beside the providers it serves their documents (`/openapi/<provider>.yaml` and `.json`) and pages to try them (`/docs/`).
//!
//! It reads the providers' documents by itself and knows nothing of the client of this crate, so each can be held
//! against the other; a client in any other language can use it as well.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! use std::time::Duration;
//! use cloudsnap::sandbox::Sandbox;
//! use cloudsnap::spec::Provider;
//!
//! let sandbox = Sandbox::builder(Provider::Syminet).vms(2).snapshots(3).delay(Duration::from_secs(60)).start().await?;
//! println!("point your client at {}", sandbox.base_url(Provider::Syminet));
//! sandbox.advance(Duration::from_secs(61));
//! assert_eq!(sandbox.store().snapshots(Provider::Syminet).len(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod builder;
mod error;
pub mod fault;
mod genesiscloud;
mod hyperstack;
mod line;
mod manageiq;
mod pages;
mod play;
mod record;
mod server;
mod state;
mod store;
mod syminet;
mod truth;
mod wire;
mod world;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::task::JoinHandle;

pub use builder::SandboxBuilder;
pub use error::SandboxError;
pub use fault::{Fault, InvalidFault};
pub use play::Credential;
pub use record::{Recorded, Side, Violation};
pub use store::{BackupRow, FormerName, ImageRow, Life, Machine, Phase, Restore, SnapshotRow, TaskRow};
pub use truth::Truth;
pub use world::AcceptedBody;

use crate::spec::Provider;
use server::{Core, open};
use store::Store;
use world::{World, signed};

/// A running sandbox. It ends, with all its connections, when it is dropped.
pub struct Sandbox {
    core: Arc<Core>,
    task: JoinHandle<()>,
}

impl Sandbox {
    /// A sandbox that plays one provider.
    pub fn builder(provider: Provider) -> SandboxBuilder {
        SandboxBuilder::new(vec![provider])
    }

    /// A sandbox that plays all providers that can be played, each below a path of its own.
    pub fn builder_all() -> SandboxBuilder {
        SandboxBuilder::new(Self::played())
    }

    /// The providers that can be played.
    pub fn played() -> Vec<Provider> {
        Provider::ALL.iter().copied().filter(|provider| play::play(*provider).is_some()).collect()
    }

    /// The address that it listens on.
    pub fn addr(&self) -> SocketAddr {
        self.core.addr
    }

    /// The providers that it plays.
    pub fn providers(&self) -> &[Provider] {
        &self.core.players
    }

    /// The whole base URL for a client of that provider. All paths answer 404 where the sandbox does not play it.
    pub fn base_url(&self, provider: Provider) -> String {
        let addr = self.reachable();
        let mount = play::play(provider).map_or_else(|| format!("/{provider}"), |play| play.mount().to_owned());
        format!("http://{addr}{mount}")
    }

    /// Where it can be reached: "any address" is for listening, and nobody can connect to it.
    fn reachable(&self) -> SocketAddr {
        let mut addr = self.core.addr;
        if addr.ip().is_unspecified() {
            addr.set_ip(match addr.ip() {
                IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        addr
    }

    /// What a client of that provider must show.
    pub fn credential(&self, provider: Provider) -> Credential {
        let secret = &self.core.settings.token;
        play::play(provider).map_or_else(|| Credential::Token(secret.clone()), |play| play.credential(secret))
    }

    /// Moves the clock on: what takes that long is over afterwards. If a state file cannot be used just then, the clock
    /// stays and a warning is traced.
    pub fn advance(&self, by: Duration) {
        let moved = self.core.keeper.with(|store| store.offset = store.offset.saturating_add(signed(by)));
        if let Err(error) = moved {
            tracing::warn!(target: "cloudsnap::sandbox", %error, "the clock was not moved");
        }
    }

    /// The requests so far, in the order in which they were answered.
    pub fn requests(&self) -> Vec<Recorded> {
        open(&self.core.records).clone()
    }

    /// What broke the documents so far: requests of clients, and the sandbox's own answers before faults changed them.
    pub fn violations(&self) -> Vec<Violation> {
        open(&self.core.violations).clone()
    }

    /// Adds something that goes wrong from now on.
    pub fn inject(&self, fault: Fault) {
        open(&self.core.faults).add(fault);
    }

    /// What exists now: the truth to count against. If a state file cannot be used just then, this is what was known
    /// last, and a warning is traced.
    pub fn store(&self) -> Truth {
        self.core.truth()
    }

    /// What `cloudsnap sandbox serve` prints when it is ready: where it listens, its pages, and for each provider the whole base
    /// URL and the credentials.
    pub fn ready_line(&self) -> Value {
        let providers: Map<String, Value> = self
            .core
            .players
            .iter()
            .map(|provider| {
                let mut entry = json!({ "base_url": self.base_url(*provider) });
                match self.credential(*provider) {
                    Credential::Token(token) => entry["token"] = token.into(),
                    Credential::Basic { username, password } => {
                        entry["username"] = username.into();
                        entry["password"] = password.into();
                    }
                }
                (provider.to_string(), entry)
            })
            .collect();
        let addr = self.reachable();
        json!({ "listen": self.core.addr.to_string(), "docs": format!("http://{addr}/docs/"), "providers": providers })
    }

    /// Ends the sandbox and waits until its port is free.
    pub async fn shutdown(mut self) {
        self.task.abort();
        // The only error is that it was aborted.
        let _ = (&mut self.task).await;
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (addr, providers) = (&self.core.addr, &self.core.players);
        f.debug_struct("Sandbox").field("addr", addr).field("providers", providers).finish_non_exhaustive()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The sandbox of the command line: all providers, their state kept in `sandbox.json` in that folder, which is made if
/// needed. Several commands may use it at the same time.
///
/// # Errors
/// As [`SandboxBuilder::start`]; a corrupt file or a lock that is not to be had is named.
pub async fn embedded(state_dir: &Path) -> Result<Sandbox, SandboxError> {
    Sandbox::builder_all().state(embedded_state(state_dir)).start().await
}

/// The file that keeps the state of the embedded sandbox.
pub(crate) fn embedded_state(state_dir: &Path) -> std::path::PathBuf {
    state_dir.join("sandbox.json")
}

/// The base URL and the credentials of a provider on a sandbox that listens at an address.
#[cfg(feature = "cli")]
pub(crate) fn served_at(provider: Provider, addr: SocketAddr, token: &str) -> Option<(String, Credential)> {
    play::play(provider).map(|play| (format!("http://{addr}{}", play.mount()), play.credential(token)))
}

impl Core {
    /// What exists now, after what is due by the clock.
    fn truth(&self) -> Truth {
        let settle = |store: &mut Store| {
            let now = store.now();
            for (provider, shelf) in &mut store.shelves {
                if let Some(play) = play::play(*provider) {
                    let settings = &self.settings;
                    play.settle(&mut World { provider: *provider, shelf, settings, now, faults: None });
                }
            }
            Truth { now, shelves: store.shelves.clone() }
        };
        self.keeper.with(settle).unwrap_or_else(|error| {
            tracing::warn!(target: "cloudsnap::sandbox", %error, "the state file cannot be used");
            settle(&mut self.keeper.last_known())
        })
    }
}
