//! Configures and starts a sandbox.

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
use super::server::{Core, run};
use super::servers::server_for;
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

    /// Initial number of machines per account [default: 3].
    pub fn vms(mut self, vms: usize) -> Self {
        self.settings.vms = vms;
        self
    }

    /// Initial number of snapshots per account [default: 4].
    pub fn snapshots(mut self, snapshots: usize) -> Self {
        self.settings.snapshots = snapshots;
        self
    }

    /// Entries per page if the client does not specify a size; at least 1 [default: 20].
    pub fn page_size(mut self, entries: usize) -> Self {
        self.settings.page_size = entries.max(1);
        self
    }

    /// How long creates, deletes and restores take, by the sandbox's clock [default: 3 s].
    pub fn delay(mut self, delay: Duration) -> Self {
        self.settings.delay = to_signed(delay);
        self
    }

    /// Adds a fault. If several faults match a request, the first one is applied.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    /// The secret clients must send as token, API key or password [default: a fixed string].
    pub fn token(mut self, token: &str) -> Self {
        token.clone_into(&mut self.settings.token);
        self
    }

    /// The address to listen on [default: a free port on the loopback interface]. Anyone who can reach the address and
    /// knows the token can use the sandbox; there is no other protection.
    pub fn listen(mut self, addr: SocketAddr) -> Self {
        self.listen = addr;
        self
    }

    /// Persists state to this file. The file is created if missing, replaced atomically after each change, and can be
    /// shared by several sandboxes, which take turns using a lock file next to it (`<file>.lock`). By default, state is
    /// lost when the sandbox ends.
    pub fn state(mut self, path: impl Into<PathBuf>) -> Self {
        self.state = Some(path.into());
        self
    }

    /// How long to wait for the lock on the state file [default: 10 s].
    pub fn lock_wait(mut self, wait: Duration) -> Self {
        self.lock_wait = wait;
        self
    }

    /// The body of 202 responses for which the provider documents none [default: empty].
    pub fn accepted_body(mut self, body: AcceptedBody) -> Self {
        self.settings.accepted_body = body;
        self
    }

    /// Seed for IDs and for fault probabilities [default: 0]. The same seed and requests produce the same IDs.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// Logs each request as a `tracing` event (target `cloudsnap::sandbox`), without headers or bodies.
    pub fn log(mut self, log: bool) -> Self {
        self.log = log;
        self
    }

    /// Starts the server as a task on the current tokio runtime, which must have I/O and time enabled.
    ///
    /// # Errors
    /// Fails if a provider is not supported, the address cannot be bound, or the state file cannot be used.
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
        // Another process may hold the lock, and the runtime may have only this thread.
        let seeding = Arc::clone(&core);
        let seeded = tokio::task::spawn_blocking(move || seeding.seed()).await;
        seeded.map_err(|error| failed(error.into()))??;
        let task = tokio::spawn(run(Arc::clone(&core), listener));
        Ok(Sandbox { core, task })
    }
}
