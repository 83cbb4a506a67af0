//! How a sandbox is asked for, and how it starts.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::SignedDuration;
use tokio::net::TcpListener;

use super::Sandbox;
use super::context::{AcceptedBody, Settings, to_signed};
use super::error::SandboxError;
use super::fault::{Fault, FaultSchedule};
use super::provider_server::server_for;
use super::server::{Core, run};
use super::state_store::{StateFile, StateStore};
use crate::spec::Provider;

/// Builds a [`Sandbox`].
#[derive(Clone, Debug)]
#[must_use]
pub struct SandboxBuilder {
    providers: Vec<Provider>,
    settings: Settings,
    faults: Vec<Fault>,
    listen: SocketAddr,
    state: Option<PathBuf>,
    lock_wait: Duration,
    log: bool,
}

impl SandboxBuilder {
    pub(super) fn new(providers: Vec<Provider>) -> Self {
        Self {
            providers,
            settings: Settings {
                vms: 3,
                snapshots: 4,
                page_size: 20,
                delay: SignedDuration::from_secs(3),
                token: "sandbox-token".to_owned(),
                accepted_body: AcceptedBody::default(),
                seed: 0,
            },
            faults: Vec::new(),
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            state: None,
            lock_wait: Duration::from_secs(10),
            log: false,
        }
    }

    /// How many machines each account has at the beginning; 3 without this.
    pub fn vms(mut self, vms: usize) -> Self {
        self.settings.vms = vms;
        self
    }

    /// How many snapshots each account has at the beginning; 4 without this.
    pub fn snapshots(mut self, snapshots: usize) -> Self {
        self.settings.snapshots = snapshots;
        self
    }

    /// How many entries a page has where the client does not say; 20 without this. At least 1.
    pub fn page_size(mut self, entries: usize) -> Self {
        self.settings.page_size = entries.max(1);
        self
    }

    /// How long a create, a delete and a restore take, by the sandbox's clock; 3 seconds without this.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.settings.delay = to_signed(delay);
        self
    }

    /// Adds something that goes wrong. The first of several that applies to a request strikes it.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    /// The secret that a client must show, as token, key or password; a fixed text without this.
    pub fn token(mut self, token: &str) -> Self {
        token.clone_into(&mut self.settings.token);
        self
    }

    /// Where to listen; on a free port of the loopback interface without this. All who reach the address and know the
    /// token can use the sandbox: it has no other protection.
    pub fn listen(mut self, addr: SocketAddr) -> Self {
        self.listen = addr;
        self
    }

    /// A file that keeps the state. It is made if it is not there, replaced in one step after each change, and may be
    /// shared by several sandboxes: a lock file beside it (`<file>.lock`) orders them. Without this, the state ends
    /// with the sandbox.
    pub fn state(mut self, path: impl Into<PathBuf>) -> Self {
        self.state = Some(path.into());
        self
    }

    /// How long to wait for the lock of the state file; 10 seconds without this.
    pub fn lock_wait(mut self, wait: Duration) -> Self {
        self.lock_wait = wait;
        self
    }

    /// The body of answers that accept work, where the provider documents none; empty without this.
    pub fn accepted_body(mut self, body: AcceptedBody) -> Self {
        self.settings.accepted_body = body;
        self
    }

    /// What ids and the chances of faults are drawn from; 0 without this. The same seed and requests give the same ids.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// Tells of each request as an event of `tracing`, target `cloudsnap::sandbox`; without headers and bodies.
    pub fn log(mut self, log: bool) -> Self {
        self.log = log;
        self
    }

    /// Starts the server as a task of the current tokio runtime, with network and time enabled.
    ///
    /// # Errors
    /// The provider is not played, the address cannot be listened on, or the state file cannot be used.
    pub async fn start(self) -> Result<Sandbox, SandboxError> {
        if let Some(nobody) = self.providers.iter().find(|provider| server_for(**provider).is_none()) {
            return Err(SandboxError::UnsupportedProvider(*nobody));
        }
        let file = self.state.map(|path| StateFile::new(&path, self.lock_wait)).transpose()?;
        let failed = |source| SandboxError::Listen { addr: self.listen, source };
        let listener = TcpListener::bind(self.listen).await.map_err(failed)?;
        let core = Arc::new(Core {
            addr: listener.local_addr().map_err(failed)?,
            providers: self.providers,
            faults: Mutex::new(FaultSchedule::new(self.settings.seed, self.faults)),
            settings: self.settings,
            state_store: StateStore::new(file),
            records: Mutex::default(),
            violations: Mutex::default(),
            log: self.log,
        });
        // Another process may hold the lock, and this thread may be the only one.
        let seeding = Arc::clone(&core);
        let seeded = tokio::task::spawn_blocking(move || seeding.seed()).await;
        seeded.map_err(|error| failed(error.into()))??;
        let task = tokio::spawn(run(Arc::clone(&core), listener));
        Ok(Sandbox { core, task })
    }
}
