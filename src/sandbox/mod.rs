//! Servers that emulate the providers, for tests and experiments.
//!
//! A [`Sandbox`] listens on the loopback interface and responds like the real servers: snapshots take time, tokens are
//! checked, lists are paginated, and unknown IDs return 404. Tests can advance its clock, inspect its state, and inject
//! [`Fault`]s that simulate network and server failures.
//!
//! It also serves the OpenAPI documents (`/openapi/<provider>.yaml` and `.json`) and pages to try them out (`/docs/`).
//!
//! The sandbox reads the OpenAPI documents itself and shares no code with this crate's client, so each can be used to
//! check the other. Clients in other languages can use it, too.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! use std::time::Duration;
//! use cloudsnap::sandbox::Sandbox;
//! use cloudsnap::spec::Provider;
//!
//! let sandbox = Sandbox::builder(Provider::Syminet)
//!     .vms(2)
//!     .snapshots(3)
//!     .delay(Duration::from_secs(60))
//!     .start()
//!     .await?;
//! println!("point your client at {}", sandbox.base_url(Provider::Syminet));
//! sandbox.advance(Duration::from_secs(61));
//! assert_eq!(sandbox.store().snapshots(Provider::Syminet).len(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod builder;
mod context;
mod error;
pub mod fault;
mod faulty_stream;
mod genesiscloud;
mod hyperstack;
mod manageiq;
mod pages;
mod provider_server;
mod record;
mod routing;
mod server;
mod servers;
mod state_store;
mod store;
mod store_view;
mod syminet;
mod wire;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::task::JoinHandle;

pub use builder::SandboxBuilder;
pub use context::AcceptedBody;
pub use error::SandboxError;
pub use fault::{Fault, InvalidFault};
pub use provider_server::Credential;
pub use record::{Recorded, Side, Violation};
pub use store::{BackupRow, FormerName, ImageRow, Life, Machine, Phase, Restore, SnapshotRow, TaskRow};
pub use store_view::StoreView;

use crate::spec::Provider;
use context::{Context, to_signed};
use server::{Core, lock};
use store::Store;

/// A running sandbox. Dropping it stops the server and closes all connections.
pub struct Sandbox {
    core: Arc<Core>,
    task: JoinHandle<()>,
}

impl Sandbox {
    /// A sandbox that emulates one provider.
    pub fn builder(provider: Provider) -> SandboxBuilder {
        SandboxBuilder::new(vec![provider])
    }

    /// A sandbox that emulates all supported providers, each under its own path.
    pub fn builder_all() -> SandboxBuilder {
        SandboxBuilder::new(Self::emulated())
    }

    /// The providers that the sandbox can emulate.
    pub fn emulated() -> Vec<Provider> {
        Provider::ALL.iter().copied().filter(|provider| servers::server_for(*provider).is_some()).collect()
    }

    /// The address the sandbox listens on.
    pub fn addr(&self) -> SocketAddr {
        self.core.addr
    }

    /// The providers it emulates.
    pub fn providers(&self) -> &[Provider] {
        &self.core.providers
    }

    /// The full base URL for a client of this provider. If the sandbox does not emulate the provider, every path
    /// returns 404.
    pub fn base_url(&self, provider: Provider) -> String {
        let addr = self.reachable();
        let mount =
            servers::server_for(provider).map_or_else(|| format!("/{provider}"), |server| server.mount().to_owned());
        format!("http://{addr}{mount}")
    }

    /// The address to connect to.
    fn reachable(&self) -> SocketAddr {
        let mut addr = self.core.addr;
        if addr.ip().is_unspecified() {
            // An unspecified address is only valid for listening, not for connecting.
            addr.set_ip(match addr.ip() {
                IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        addr
    }

    /// The credential that a client of this provider must send.
    pub fn credential(&self, provider: Provider) -> Credential {
        let secret = &self.core.settings.token;
        servers::server_for(provider)
            .map_or_else(|| Credential::Token(secret.clone()), |server| server.credential(secret))
    }

    /// Advances the clock: whatever takes this long is finished afterwards. If the state file cannot be used, the clock
    /// does not move and a warning is logged.
    pub fn advance(&self, by: Duration) {
        let moved = self.core.state_store.with(|store| store.offset = store.offset.saturating_add(to_signed(by)));
        if let Err(error) = moved {
            tracing::warn!(target: "cloudsnap::sandbox", %error, "cannot advance the clock");
        }
    }

    /// The requests received so far, in the order in which they were handled.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.core.records).clone()
    }

    /// The violations of the OpenAPI documents so far: in client requests, and in the sandbox's own responses before
    /// faults modified them.
    pub fn violations(&self) -> Vec<Violation> {
        lock(&self.core.violations).clone()
    }

    /// Adds a fault that applies from now on.
    pub fn inject(&self, fault: Fault) {
        lock(&self.core.faults).add(fault);
    }

    /// The current state, for tests to check results against. If the state file cannot be used, this is the last known
    /// state and a warning is logged.
    pub fn store(&self) -> StoreView {
        self.core.store_view()
    }

    /// The JSON that `cloudsnap sandbox serve` prints once it is ready: the listen address, the pages and, for each provider,
    /// the full base URL and the credentials.
    pub fn ready_line(&self) -> Value {
        let providers: Map<String, Value> = self
            .core
            .providers
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

    /// Stops the sandbox and waits until its port is free.
    pub async fn shutdown(mut self) {
        self.task.abort();
        // The only possible error is cancellation.
        let _ = (&mut self.task).await;
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (addr, providers) = (&self.core.addr, &self.core.providers);
        f.debug_struct("Sandbox").field("addr", addr).field("providers", providers).finish_non_exhaustive()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The sandbox used by the command line: all providers, with state persisted to `sandbox.json` in this directory, which
/// is created if missing. Several commands can use it at the same time.
///
/// # Errors
/// Same as [`SandboxBuilder::start`]. The message names a corrupt file or a lock that could not be acquired.
pub async fn embedded(state_dir: &Path) -> Result<Sandbox, SandboxError> {
    Sandbox::builder_all().state(embedded_state(state_dir)).start().await
}

/// The state file of the embedded sandbox.
pub(crate) fn embedded_state(state_dir: &Path) -> std::path::PathBuf {
    state_dir.join("sandbox.json")
}

/// The base URL and credentials of a provider on a sandbox listening on this address.
#[cfg(feature = "cli")]
pub(crate) fn served_at(provider: Provider, addr: SocketAddr, token: &str) -> Option<(String, Credential)> {
    servers::server_for(provider).map(|server| (format!("http://{addr}{}", server.mount()), server.credential(token)))
}

impl Core {
    /// The current state, after applying everything due by the clock.
    fn store_view(&self) -> StoreView {
        let settle = |store: &mut Store| {
            let now = store.now();
            for (provider, state) in &mut store.providers {
                if let Some(server) = servers::server_for(*provider) {
                    let settings = &self.settings;
                    server.settle(&mut Context { provider: *provider, state, settings, now, faults: None });
                }
            }
            StoreView { now, providers: store.providers.clone() }
        };
        self.state_store.with(settle).unwrap_or_else(|error| {
            tracing::warn!(target: "cloudsnap::sandbox", %error, "cannot use the state file");
            settle(&mut self.state_store.last_known())
        })
    }
}
