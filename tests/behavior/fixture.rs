//! The environment of a behavior: a sandbox, a client for it, and a machine.

use std::time::Duration;

use cloudsnap::sandbox::{Fault, Sandbox, Side};
use cloudsnap::{CallOptions, Capabilities, Client, CreateSnapshot, Provider, Snapshot, VmId, WaitOptions};
use futures_util::TryStreamExt;

/// A sandbox and a client for it.
pub struct Fixture {
    pub provider: Provider,
    pub sandbox: Sandbox,
    pub client: Client,
    /// A machine that supports snapshots.
    pub vm: VmId,
}

/// The fixtures of a provider: one for each kind of machine.
pub async fn fixtures(provider: Provider) -> Vec<Fixture> {
    let kinds: &[Option<&str>] = match provider {
        Provider::ManageIq => &[Some("vms"), Some("instances")],
        _ => &[None],
    };
    let mut fixtures = Vec::new();
    for kind in kinds {
        fixtures.push(Fixture::of_kind(provider, *kind).await);
    }
    fixtures
}

impl Fixture {
    async fn of_kind(provider: Provider, kind: Option<&str>) -> Self {
        let sandbox = Sandbox::builder(provider).delay(Duration::from_secs(30)).start().await.unwrap();
        let client = client(&sandbox, provider, quick());
        let machine = sandbox.store().machines(provider).into_iter().find(|machine| machine.kind.as_deref() == kind);
        let machine = machine.expect("the sandbox has a machine of each kind");
        let vm = match kind {
            Some(kind) => format!("{kind}/{}", machine.id),
            None => machine.id,
        };
        Self { provider, sandbox, client, vm: vm.parse().unwrap() }
    }

    pub fn capabilities(&self) -> Capabilities {
        self.client.capabilities(Some(&self.vm))
    }

    pub fn inject(&self, fault: &str) {
        self.sandbox.inject(fault.parse::<Fault>().unwrap());
    }

    /// The number of requests to the sandbox.
    pub fn requests(&self) -> usize {
        self.sandbox.requests().len()
    }

    /// The modifying requests that reached an operation.
    pub fn changes(&self) -> Vec<String> {
        let changing =
            |id: &&str| cloudsnap::spec::operation(self.provider, id).is_some_and(|operation| !operation.safe);
        self.sandbox.requests().iter().filter_map(|seen| seen.operation).filter(changing).map(str::to_owned).collect()
    }

    pub fn existing(&self) -> usize {
        self.sandbox.store().snapshots(self.provider).len()
    }

    /// The number of existing machines.
    pub fn machines(&self) -> usize {
        self.sandbox.store().machines(self.provider).len()
    }

    /// A request for a snapshot of the machine.
    pub fn create(&self, name: &str) -> CreateSnapshot {
        CreateSnapshot::new(self.vm.clone(), name)
    }

    /// A snapshot that is ready.
    pub async fn ready(&self, name: &str) -> Snapshot {
        let operation = self.client.create_snapshot(self.create(name)).await.unwrap();
        self.sandbox.advance(Duration::from_secs(60));
        operation.wait(waiting()).await.unwrap()
    }

    pub async fn all(&self) -> Vec<Snapshot> {
        self.client.snapshots(cloudsnap::ListSnapshots::default()).try_collect().await.unwrap()
    }

    /// Neither the client's requests nor the sandbox's responses violate the document.
    pub fn assert_no_violations(&self) {
        let violations = self.sandbox.violations();
        let reported: Vec<_> =
            violations.iter().filter(|found| matches!(found.side, Side::Request | Side::Response)).collect();
        assert!(reported.is_empty(), "{reported:#?}");
    }
}

/// A client for a sandbox.
pub fn client(sandbox: &Sandbox, provider: Provider, options: CallOptions) -> Client {
    let auth = sandbox.credential(provider);
    Client::builder(provider).base_url(sandbox.base_url(provider)).auth(auth).options(options).build().unwrap()
}

/// Short retry delays, and calls that give up within seconds.
pub fn quick() -> CallOptions {
    let retry = cloudsnap::RetryPolicy::default().backoff(Duration::from_millis(5), Duration::from_millis(20));
    CallOptions::default().timeout(Duration::from_secs(8)).attempt_timeout(Duration::from_secs(2)).retry(retry)
}

/// Polls often, because the test advances the sandbox's clock.
pub fn waiting() -> WaitOptions {
    WaitOptions::default()
        .timeout(Duration::from_secs(8))
        .interval(Duration::from_millis(20), Duration::from_millis(50))
}
