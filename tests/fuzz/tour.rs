//! Calls all methods of a client on a server whose responses are mutated examples.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cloudsnap::contract::{Contract, ExamplePlace};
use cloudsnap::{
    Auth, BackupId, CallOptions, Client, CloneSnapshot, ContractMode, CreateImage, CreateSnapshot, DeleteSnapshot,
    DisableBackups, EnableBackups, Error, Handle, ImportSnapshot, ListSnapshots, Login, NewVm, Operation, Provider,
    RenameSnapshot, Request, RestoreBackup, RestoreSnapshot, RetryPolicy, SnapshotId, SnapshotRef, VmId, WaitOptions,
};
use fastrand::Rng;
use futures_util::{StreamExt, TryStreamExt};

use crate::TOKEN;
use crate::mutate;
use crate::raw::{Raw, response};

/// The responses in the documents, by operation: status, media type, body.
type Corpus = HashMap<String, Vec<(u16, String, serde_json::Value)>>;

pub struct Tour {
    provider: Provider,
    client: Client,
    server: Raw,
    /// Handles returned by operations along the way: input for the mutator.
    pub handles: Vec<Handle>,
}

fn corpus(provider: Provider) -> Corpus {
    let mut corpus = Corpus::new();
    for example in Contract::of(provider).examples() {
        if let ExamplePlace::Response(status) = &example.place
            && let Ok(status) = status.parse()
        {
            corpus.entry(example.operation).or_default().push((status, example.content_type, example.value));
        }
    }
    corpus
}

/// The operation of a request.
fn operation_of(provider: Provider, head: &str) -> &'static str {
    let mut words = head.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default().trim_start_matches("/api");
    cloudsnap::spec::find(provider, method, path).map(|operation| operation.id).unwrap_or_default()
}

fn respond(provider: Provider, corpus: &Corpus, rng: &mut Rng, head: &str) -> Vec<u8> {
    let operation = operation_of(provider, head);
    let none = (204, "application/json".to_owned(), serde_json::Value::Null);
    let examples = corpus.get(operation).map(Vec::as_slice).unwrap_or_default();
    let success: Vec<_> = examples.iter().filter(|(status, ..)| *status < 300 || rng.u8(0..10) == 0).collect();
    let (status, content_type, example) =
        if success.is_empty() { none } else { success[rng.usize(0..success.len())].clone() };
    if status == 204 {
        return b"HTTP/1.1 204 X\r\n\r\n".to_vec();
    }
    let mut example = example;
    // A response about another object is rejected immediately; without this, every method would end at its first poll.
    let requested = head.split(' ').nth(1).and_then(|path| path.rsplit('/').next()?.parse::<i64>().ok());
    if let (Some(id), Some(fields)) = (requested.filter(|_| rng.u8(0..4) > 0), example.as_object_mut()) {
        for object in fields.values_mut().filter_map(serde_json::Value::as_object_mut) {
            if object.get("id").is_some_and(serde_json::Value::is_number) {
                object.insert("id".to_owned(), id.into());
            }
        }
    }
    if rng.u8(0..3) == 0 {
        mutate::value(rng, &mut example, TOKEN);
    }
    let mut body = example.to_string().into_bytes();
    if rng.u8(0..12) == 0 {
        mutate::bytes(rng, &mut body);
    }
    let mut bytes = response(status, &content_type, body);
    if rng.u8(0..6) == 0 {
        // Generated header fields: times and IDs that the client parses.
        let mut text = b"Fri, 31 Dec 1999 23:59:59 GMT".to_vec();
        mutate::bytes(rng, &mut text);
        text.retain(|byte| (32..127).contains(byte));
        let name = ["retry-after", "date", "x-request-id", "content-type"][rng.usize(0..4)];
        let line = [name.as_bytes(), b": ", &text, b"\r\n"].concat();
        let at = bytes.windows(2).position(|two| two == b"\r\n").unwrap() + 2;
        bytes.splice(at..at, line);
    }
    bytes
}

impl Tour {
    /// With a token, or signing in first: then the password is the secret.
    pub async fn start(provider: Provider, seed: u64, session: bool) -> Self {
        let (corpus, rng) = (corpus(provider), Arc::new(Mutex::new(Rng::with_seed(seed))));
        let server = Raw::start(move |head, _| respond(provider, &corpus, &mut rng.lock().unwrap(), head)).await;
        // Long enough for a few pages; checks after a lost response give up immediately.
        let retry = RetryPolicy::never();
        let options = CallOptions::default().timeout(Duration::from_millis(80)).retry(retry);
        let auth = if session { Auth::basic("fuzz", TOKEN) } else { Auth::token(TOKEN) };
        let builder = Client::builder(provider).base_url(server.url()).auth(auth).session(session);
        let mode = if seed.is_multiple_of(2) { ContractMode::Off } else { ContractMode::Report };
        let client = builder.options(options).contract(mode).rate_limit(None).build().unwrap();
        Self { provider, client, server, handles: Vec::new() }
    }

    pub fn responses(&self) -> usize {
        self.server.heads().len()
    }

    /// The operations that were called: operations that no method reaches are not fuzzed.
    pub fn called(&self) -> BTreeSet<&'static str> {
        self.server.heads().iter().map(|head| operation_of(self.provider, head)).collect()
    }

    async fn long<R: Request>(&mut self, request: R) {
        let prepared = match self.client.prepare(request).await {
            Ok(prepared) => prepared,
            Err(error) => return is_decent(&error),
        };
        self.handles.push(prepared.handle());
        drop(format!("{} {:?}", prepared.describe(), prepared.warnings()));
        match prepared.submit().await {
            Ok(operation) => {
                self.handles.push(operation.handle());
                wait(&operation).await;
            }
            Err(error) => is_decent(&error),
        }
    }

    /// Calls every method.
    pub async fn walk(&mut self) {
        // IDs from the examples: unknown ones would end most methods at their first poll.
        let objects: &[(&str, &str)] = match self.provider {
            Provider::Syminet => &[("4120", "20417")],
            Provider::Hyperstack => &[("418336", "52817")],
            Provider::ManageIq => &[
                ("vms/3000000000042", "3000000000710"),
                ("instances/3000000000615", "3000000000802"),
                ("vms/7", "3000000000710"),
            ],
            Provider::GenesisCloud => {
                &[("8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246", "3b0c7c1e-5d64-4f2b-9a8e-1f6f0d2f7a11")]
            }
            _ => &[("7", "7")],
        };
        for (vm, snapshot) in objects {
            self.visit(VmId::new(vm).unwrap(), SnapshotId::new(snapshot).unwrap()).await;
        }
    }

    async fn visit(&mut self, vm: VmId, id: SnapshotId) {
        let mut snapshot = SnapshotRef::new(id);
        if self.provider == Provider::ManageIq {
            snapshot = snapshot.of_vm(vm.clone());
        }
        for list in [ListSnapshots::default(), ListSnapshots::default().vm(vm.clone()).name("n")] {
            checked(self.client.snapshots(list).take(300).try_collect::<Vec<_>>().await);
        }
        checked(self.client.vms().take(300).try_collect::<Vec<_>>().await);
        checked(self.client.snapshot(&snapshot).await);
        checked(self.client.backups(&vm).await);
        self.long(CreateSnapshot::new(vm.clone(), "n")).await;
        self.long(DeleteSnapshot::new(snapshot.clone())).await;
        self.long(RenameSnapshot::new(snapshot.clone(), "n")).await;
        self.long(CloneSnapshot::new(snapshot.clone(), "n", "R")).await;
        self.long(ImportSnapshot::new("n", "https://images.example.com/a.raw", 1, "R")).await;
        self.long(CreateImage::new(snapshot.clone(), "n")).await;
        self.long(RestoreSnapshot::in_place(snapshot.clone(), vm.clone())).await;
        let mut new = NewVm::new("n");
        if self.provider == Provider::GenesisCloud {
            (new.hostname, new.vm_type) = (Some("h".into()), Some("t".into()));
            new.login = Some(Login::SshKeys(vec!["k".into()]));
        }
        self.long(RestoreSnapshot::new_vm(snapshot, new)).await;
        self.long(EnableBackups::new(vm.clone())).await;
        self.long(DisableBackups::new(vm.clone())).await;
        self.long(RestoreBackup::new(vm, BackupId::new("20391").unwrap())).await;
    }

    /// Resumes with an arbitrary handle.
    pub async fn resume(&self, handle: &Handle) {
        drop((handle.describe(), handle.provider()));
        match self.client.resume_any(handle) {
            Ok(operation) => wait(&operation).await,
            Err(error) => is_decent(&error),
        }
    }
}

async fn wait<T: cloudsnap::Outcome>(operation: &Operation<T>) {
    let tick = Duration::from_millis(2);
    drop(format!("{operation:?} {:?}", operation.warnings()));
    if let Err(error) = operation.poll().await {
        is_decent(&error);
    }
    let options = WaitOptions::default().timeout(Duration::from_millis(12)).interval(tick, tick);
    if let Err(error) = operation.wait(options).await {
        is_decent(&error);
    }
}

fn checked<T: std::fmt::Debug>(result: Result<T, Error>) {
    match result {
        Ok(value) => drop(format!("{value:?}")),
        Err(error) => is_decent(&error),
    }
}

/// Errors are short, show no echoed credentials, and do not move the cursor.
fn is_decent(error: &Error) {
    let all = format!("{error} {error:?}");
    assert!(all.len() < 60_000, "{}", all.len());
    assert!(!all.contains(TOKEN), "{all}");
    assert!(!error.to_string().contains(char::is_control), "{error:?}");
}
