//! A sandbox of one provider and a client for it. Each test defines `Fixture::start` and `Fixture::create`.

use std::time::Duration;

use cloudsnap::sandbox::{Credential, Fault, Sandbox, SandboxBuilder};
use cloudsnap::{
    Auth, CallOptions, Client, ContractMode, ListSnapshots, Provider, RetryPolicy, Snapshot, VmId, WaitOptions,
};
use futures_util::TryStreamExt;

pub const MINUTE: Duration = Duration::from_secs(60);

pub struct Fixture {
    provider: Provider,
    pub sandbox: Sandbox,
    pub client: Client,
    /// The first machine.
    pub vm: VmId,
}

/// The token that the sandbox accepts.
pub fn token(sandbox: &Sandbox, provider: Provider) -> String {
    match sandbox.credential(provider) {
        Credential::Token(token) => token,
        other => panic!("{other:?}"),
    }
}

impl Fixture {
    pub async fn new(provider: Provider, builder: SandboxBuilder) -> Self {
        let sandbox = builder.start().await.unwrap();
        let auth = Auth::token(token(&sandbox, provider));
        let client = strict(provider, sandbox.base_url(provider), auth, quick());
        let vm = sandbox.store().machines(provider)[0].id.parse().unwrap();
        Self { provider, sandbox, client, vm }
    }

    pub fn inject(&self, fault: &str) {
        self.sandbox.inject(fault.parse::<Fault>().unwrap());
    }

    /// A client whose calls time out early.
    pub fn hurried(&self) -> Client {
        self.client.with_options(quick().timeout(Duration::from_millis(2500)))
    }

    /// A client that does not validate responses: those of faults may violate the document.
    pub fn lenient(&self) -> Client {
        lenient(self.provider, self.sandbox.base_url(self.provider), token(&self.sandbox, self.provider))
    }

    /// The modifying operations requested so far.
    pub fn changes(&self) -> Vec<&'static str> {
        let is_modifying =
            |id: &&str| cloudsnap::spec::operation(self.provider, id).is_some_and(|operation| !operation.safe);
        self.sandbox.requests().iter().filter_map(|seen| seen.operation).filter(is_modifying).collect()
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
        self.sandbox.store().snapshots(self.provider).len()
    }

    pub fn machines(&self) -> usize {
        self.sandbox.store().machines(self.provider).len()
    }

    /// Neither side violated the document.
    pub fn assert_no_violations(&self) {
        assert_eq!(self.sandbox.violations(), []);
    }
}

/// A client that validates each response against the document.
pub fn strict(provider: Provider, base_url: String, auth: Auth, options: CallOptions) -> Client {
    let builder = Client::builder(provider).base_url(base_url).auth(auth).options(options);
    builder.rate_limit(None).contract(ContractMode::Enforce).build().unwrap()
}

/// A client that does not validate responses.
pub fn lenient(provider: Provider, base_url: String, token: String) -> Client {
    let builder = Client::builder(provider).base_url(base_url).auth(Auth::token(token));
    builder.options(quick()).rate_limit(None).build().unwrap()
}

pub fn quick() -> CallOptions {
    let retry = RetryPolicy::default().backoff(Duration::from_millis(5), Duration::from_millis(20));
    CallOptions::default().timeout(Duration::from_secs(8)).attempt_timeout(Duration::from_secs(2)).retry(retry)
}

pub fn waiting() -> WaitOptions {
    let interval = Duration::from_millis(20);
    WaitOptions::default().timeout(Duration::from_secs(8)).interval(interval, interval)
}
