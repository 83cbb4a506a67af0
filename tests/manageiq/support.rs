//! Shared by the tests: sandboxes in a given state, clients for them, the cases.

use std::time::Duration;

use cloudsnap::sandbox::{Credential, Fault, Sandbox};
use cloudsnap::{
    Auth, CallOptions, Client, ClientBuilder, CreateSnapshot, Provider, RetryPolicy, Snapshot, SnapshotRef, VmId,
    WaitOptions,
};
use serde_json::{Map, Value, json};

pub const MIQ: Provider = Provider::ManageIq;

/// The password of the sandbox's user.
pub fn secret(sandbox: &Sandbox) -> String {
    match sandbox.credential(MIQ) {
        Credential::Basic { password, .. } => password,
        other => panic!("{other:?}"),
    }
}

/// A request and its response in the server's own specs.
pub struct Case {
    pub name: String,
    pub method: String,
    /// The path below the base URL.
    pub path: String,
    pub query: Vec<(String, String)>,
    pub body: Option<Value>,
    pub headers: Map<String, Value>,
    pub status: u16,
    pub response: Option<Value>,
}

pub fn cases() -> Vec<Case> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../fixtures/manageiq/cases.json")).unwrap();
    cases.iter().map(Case::read).collect()
}

pub fn case(name: &str) -> Case {
    cases().into_iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case {name}"))
}

impl Case {
    fn read(case: &Value) -> Self {
        let (request, response) = (&case["request"], &case["response"]);
        let mut query = Vec::new();
        for (name, value) in request["query"].as_object().into_iter().flatten() {
            match value {
                Value::Array(values) => {
                    query.extend(values.iter().map(|value| (name.clone(), value.as_str().unwrap().to_owned())));
                }
                value => query.push((name.clone(), value.as_str().unwrap().to_owned())),
            }
        }
        let path = request["path"].as_str().unwrap().strip_prefix("/api").unwrap();
        Self {
            name: case["name"].as_str().unwrap().to_owned(),
            method: request["method"].as_str().unwrap().to_owned(),
            path: if path.is_empty() { "/".to_owned() } else { path.to_owned() },
            query,
            body: Some(request["body"].clone()).filter(|body| !body.is_null()),
            headers: request["headers"].as_object().cloned().unwrap_or_default(),
            status: u16::try_from(response["status"].as_u64().unwrap()).unwrap(),
            response: Some(response["body"].clone()).filter(|body| !body.is_null()),
        }
    }

    /// The query of the URL.
    pub fn raw_query(&self) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(&self.query);
        pairs.finish()
    }

    pub fn target(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.raw_query()) }
    }
}

// ---- clients ----

pub fn quick() -> CallOptions {
    let retry = RetryPolicy::default().backoff(Duration::from_millis(5), Duration::from_millis(20));
    CallOptions::default().timeout(Duration::from_secs(5)).attempt_timeout(Duration::from_secs(2)).retry(retry)
}

pub fn waiting() -> WaitOptions {
    let (first, longest) = (Duration::from_millis(20), Duration::from_millis(50));
    WaitOptions::default().timeout(Duration::from_secs(5)).interval(first, longest)
}

/// A short wait, for results that never appear.
pub fn brief() -> WaitOptions {
    waiting().timeout(Duration::from_millis(300))
}

pub fn builder(sandbox: &Sandbox) -> ClientBuilder {
    let Credential::Basic { username, password } = sandbox.credential(MIQ) else { panic!("not basic") };
    let auth = Auth::basic(username, password);
    Client::builder(MIQ).base_url(sandbox.base_url(MIQ)).auth(auth).options(quick())
}

pub fn client(sandbox: &Sandbox) -> Client {
    builder(sandbox).build().unwrap()
}

/// A plain HTTP client.
pub fn plain_http() -> reqwest::Client {
    // reqwest requires a crypto provider for the process, even if nothing is encrypted.
    #[cfg(feature = "tls-ring")]
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().no_proxy().build().unwrap()
}

// ---- sandboxes ----

/// A sandbox with four machines, one on each platform, and a delay of 30 seconds, and a client for it.
pub async fn fixture() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder(MIQ).vms(4).snapshots(8).delay(Duration::from_secs(30)).start().await.unwrap();
    let client = client(&sandbox);
    (sandbox, client)
}

/// The machine on a platform, as its ID.
pub fn vm_of(sandbox: &Sandbox, maker: &str) -> VmId {
    let machines = sandbox.store().machines(MIQ);
    let machine = machines.iter().find(|machine| machine.extra["maker"] == maker).unwrap();
    format!("{}/{}", machine.kind.as_deref().unwrap(), machine.id).parse().unwrap()
}

pub fn inject(sandbox: &Sandbox, fault: &str) {
    sandbox.inject(fault.parse::<Fault>().unwrap());
}

pub fn minute(sandbox: &Sandbox) {
    sandbox.advance(Duration::from_secs(60));
}

pub async fn ready(sandbox: &Sandbox, client: &Client, vm: &VmId, name: &str) -> Snapshot {
    let operation = client.create_snapshot(CreateSnapshot::new(vm.clone(), name)).await.unwrap();
    minute(sandbox);
    operation.wait(waiting()).await.unwrap()
}

pub fn of(snapshot: &Snapshot, vm: &VmId) -> SnapshotRef {
    SnapshotRef::new(snapshot.id.clone()).of_vm(vm.clone())
}

/// The modifying requests that reached an operation.
pub fn changes(sandbox: &Sandbox) -> Vec<&'static str> {
    let changing = |id: &&str| cloudsnap::spec::operation(MIQ, id).is_some_and(|operation| !operation.safe);
    sandbox.requests().iter().filter_map(|seen| seen.operation).filter(changing).collect()
}

/// A sandbox with the state that `fill` creates. The directory contains the state as long as it exists.
pub async fn sandbox_with(page_size: usize, fill: impl FnOnce(&mut Value)) -> (Sandbox, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let builder = || Sandbox::builder(MIQ).vms(0).snapshots(0).page_size(page_size).state(&file);
    let empty = builder().start().await.unwrap();
    empty.shutdown().await;
    let mut content: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let state = &mut content["shelves"]["manageiq"];
    state["extra"] = json!({});
    state["backups"] = json!([]);
    fill(state);
    std::fs::write(&file, content.to_string()).unwrap();
    (builder().start().await.unwrap(), folder)
}

/// A row of the state, created and ready at these times.
pub fn life(made: &str, listed: &str) -> Value {
    json!({ "created_at": made, "listed_at": listed, "ready_at": listed })
}

pub fn machine(id: &str, name: &str, maker: &str) -> Value {
    let cloud = matches!(maker, "openstack" | "vcloud");
    json!({
        "id": id,
        "name": name,
        "kind": if cloud { "instances" } else { "vms" },
        "life": life("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
        "extra": {
            "maker": maker,
            "ems_id": "1000000000005",
            "host_id": if cloud { Value::Null } else { json!("1000000000007") },
            "storage_id": "1000000000019",
            "power_state": "on",
        },
    })
}

pub fn snapshot(id: &str, name: &str, machine: &str) -> Value {
    json!({
        "id": id,
        "name": name,
        "machine": machine,
        "life": life("2026-06-01T02:00:11.421Z", "2026-06-01T02:03:40Z"),
    })
}
