//! A sandbox with a client on it, and short ways to say what the tests say often.

use std::time::Duration;

use cloudsnap::sandbox::{Credential, Fault, Sandbox, SandboxBuilder};
use cloudsnap::{
    Auth, CallOptions, Client, ContractMode, CreateSnapshot, ListSnapshots, Provider, RetryPolicy, Snapshot, VmId,
    WaitOptions,
};
use futures_util::TryStreamExt;
use httpmock::MockServer;
use serde_json::Value;

pub const PROVIDER: Provider = Provider::Hyperstack;
pub const MINUTE: Duration = Duration::from_secs(60);

pub struct Fixture {
    pub sandbox: Sandbox,
    pub client: Client,
    /// A machine that runs.
    pub vm: VmId,
}

/// The key that the sandbox takes.
fn key(sandbox: &Sandbox) -> String {
    match sandbox.credential(PROVIDER) {
        Credential::Token(key) => key,
        other => panic!("{other:?}"),
    }
}

impl Fixture {
    pub async fn start() -> Self {
        Self::of(Sandbox::builder(PROVIDER).delay(Duration::from_secs(30))).await
    }

    pub async fn of(builder: SandboxBuilder) -> Self {
        let sandbox = builder.start().await.unwrap();
        let client = client(sandbox.base_url(PROVIDER), &key(&sandbox));
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

    /// The same, without holding answers against the document.
    pub fn lenient(&self) -> Client {
        lenient(self.sandbox.base_url(PROVIDER), &key(&self.sandbox))
    }

    /// The operations that were asked for so far, without the reads.
    pub fn changes(&self) -> Vec<&'static str> {
        let changing = |id: &&str| cloudsnap::spec::operation(PROVIDER, id).is_some_and(|operation| !operation.safe);
        self.sandbox.requests().iter().filter_map(|seen| seen.operation).filter(changing).collect()
    }

    pub fn create(&self, name: &str) -> CreateSnapshot {
        CreateSnapshot::new(self.vm.clone(), name).description("made by a test")
    }

    pub async fn ready(&self, name: &str) -> Snapshot {
        let operation = self.client.create_snapshot(self.create(name)).await.unwrap();
        self.sandbox.advance(MINUTE);
        operation.wait(waiting()).await.unwrap()
    }

    pub async fn all(&self) -> Vec<Snapshot> {
        self.client.snapshots(ListSnapshots::default()).try_collect().await.unwrap()
    }

    /// The seeded snapshot of that name.
    pub async fn seeded(&self, name: &str) -> Snapshot {
        let named = |snapshot: &Snapshot| snapshot.name.as_deref() == Some(name);
        self.all().await.into_iter().find(named).unwrap()
    }

    pub fn snapshots(&self) -> usize {
        self.sandbox.store().snapshots(PROVIDER).len()
    }

    pub fn machines(&self) -> usize {
        self.sandbox.store().machines(PROVIDER).len()
    }

    /// Neither side broke the document.
    pub fn holds_the_contract(&self) {
        assert_eq!(self.sandbox.violations(), []);
    }
}

/// A client that holds each answer against the document.
pub fn client(base_url: String, key: &str) -> Client {
    let builder = Client::builder(PROVIDER).base_url(base_url).auth(Auth::token(key)).options(quick());
    builder.rate_limit(None).contract(ContractMode::Enforce).build().unwrap()
}

/// A client that takes what it can read.
pub fn lenient(base_url: String, key: &str) -> Client {
    let builder = Client::builder(PROVIDER).base_url(base_url).auth(Auth::token(key));
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

/// A server that has these answers: path, status, body.
pub async fn server(responses: &[(&str, &str, u16, Value)]) -> MockServer {
    let server = MockServer::start_async().await;
    for (method, path, status, body) in responses {
        let method: httpmock::Method = method.parse().unwrap();
        server
            .mock_async(|when, then| {
                when.method(method).path(*path).header("api_key", "a-test-key");
                then.status(*status).json_body(body.clone());
            })
            .await;
    }
    server
}

/// A client on such a server.
pub fn on(server: &MockServer) -> Client {
    lenient(server.base_url(), "a-test-key")
}
