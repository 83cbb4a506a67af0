//! A sandbox with a client on it, and short ways to say what the tests say often.

use std::time::Duration;

use cloudsnap::sandbox::{Credential, Fault, Sandbox, SandboxBuilder};
use cloudsnap::{
    Auth, CallOptions, Client, ContractMode, CreateSnapshot, ListSnapshots, Login, NewVm, Provider, RetryPolicy,
    Snapshot, VmId, WaitOptions,
};
use futures_util::TryStreamExt;

pub const PROVIDER: Provider = Provider::GenesisCloud;
pub const NORTH: &str = "NORD-NO-KRS-1";
pub const SOUTH: &str = "EUC-DE-MUC-1";
pub const TOKEN: &str = "a-test-token";
pub const MINUTE: Duration = Duration::from_secs(60);

pub struct Fixture {
    pub sandbox: Sandbox,
    pub client: Client,
    /// An instance in [`NORTH`].
    pub vm: VmId,
}

/// The token that the sandbox takes.
pub fn token(sandbox: &Sandbox) -> String {
    match sandbox.credential(PROVIDER) {
        Credential::Token(token) => token,
        other => panic!("{other:?}"),
    }
}

impl Fixture {
    pub async fn start() -> Self {
        Self::of(Sandbox::builder(PROVIDER).delay(Duration::from_secs(30))).await
    }

    pub async fn of(builder: SandboxBuilder) -> Self {
        let sandbox = builder.start().await.unwrap();
        let client = client(sandbox.base_url(PROVIDER), Auth::token(token(&sandbox)), quick());
        let vm = sandbox.store().machines(PROVIDER)[0].id.parse().unwrap();
        Self { sandbox, client, vm }
    }

    pub fn inject(&self, fault: &str) {
        self.sandbox.inject(fault.parse::<Fault>().unwrap());
    }

    /// The same, with calls that give up soon.
    pub fn hurried(&self) -> Client {
        self.client.with_options(quick().timeout(Duration::from_millis(2500)))
    }

    /// A client that takes what it can read: the faults' own answers break the document.
    pub fn lenient(&self) -> Client {
        on(self.sandbox.base_url(PROVIDER), token(&self.sandbox))
    }

    /// The operations that were asked for so far, without the reads.
    pub fn changes(&self) -> Vec<&'static str> {
        let changing = |id: &&str| cloudsnap::spec::operation(PROVIDER, id).is_some_and(|operation| !operation.safe);
        self.sandbox.requests().iter().filter_map(|seen| seen.operation).filter(changing).collect()
    }

    pub fn create(&self, name: &str) -> CreateSnapshot {
        CreateSnapshot::new(self.vm.clone(), name)
    }

    pub async fn ready(&self, name: &str) -> Snapshot {
        let operation = self.client.create_snapshot(self.create(name)).await.unwrap();
        self.sandbox.advance(MINUTE);
        operation.wait(waiting()).await.unwrap()
    }

    pub async fn all(&self) -> Vec<Snapshot> {
        self.client.snapshots(ListSnapshots::default()).try_collect().await.unwrap()
    }

    pub fn snapshots(&self) -> usize {
        self.sandbox.store().snapshots(PROVIDER).len()
    }

    pub fn instances(&self) -> usize {
        self.sandbox.store().machines(PROVIDER).len()
    }

    /// Neither side broke the document.
    pub fn holds_the_contract(&self) {
        assert_eq!(self.sandbox.violations(), []);
    }
}

/// A client that holds each answer against the document.
pub fn client(base_url: String, auth: Auth, options: CallOptions) -> Client {
    let builder = Client::builder(PROVIDER).base_url(base_url).auth(auth).options(options);
    builder.rate_limit(None).contract(ContractMode::Enforce).build().unwrap()
}

/// A client that takes what it can read.
pub fn lenient(base_url: String) -> Client {
    on(base_url, TOKEN.to_owned())
}

fn on(base_url: String, token: String) -> Client {
    let builder = Client::builder(PROVIDER).base_url(base_url).auth(Auth::token(token));
    builder.options(quick()).rate_limit(None).build().unwrap()
}

pub fn quick() -> CallOptions {
    let retry = RetryPolicy::default().backoff(Duration::from_millis(5), Duration::from_millis(20));
    CallOptions::default().timeout(Duration::from_secs(8)).attempt_timeout(Duration::from_secs(2)).retry(retry)
}

pub fn waiting() -> WaitOptions {
    let tick = Duration::from_millis(20);
    WaitOptions::default().timeout(Duration::from_secs(8)).interval(tick, tick)
}

/// All that a new instance needs.
pub fn new_vm(region: &str, login: Option<Login>) -> NewVm {
    let mut vm = NewVm::new("restored");
    (vm.hostname, vm.vm_type) = (Some("restored-1".to_owned()), Some("vcpu-4_memory-8g".to_owned()));
    (vm.region, vm.login) = (Some(region.to_owned()), login);
    vm
}

pub fn keys() -> Option<Login> {
    Some(Login::SshKeys(vec!["04f6b2d8-1a7c-4e39-b5d0-c8e9137f62a4".to_owned()]))
}
