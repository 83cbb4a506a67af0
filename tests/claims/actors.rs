//! Processes of the program that share a state directory, and a stranger who uses the same account without it.

use std::process::{Command, Stdio};
use std::time::Duration;

use cloudsnap::Provider;
use cloudsnap::sandbox::{Credential, Sandbox};
use serde_json::{Value, json};

/// The operation that creates a snapshot of the machines used here.
pub fn create_operation(provider: Provider) -> &'static str {
    match provider {
        Provider::Syminet | Provider::Hyperstack => "create_snapshot",
        Provider::ManageIq => "change_vm_snapshots",
        Provider::GenesisCloud => "create_instance_snapshot",
        other => panic!("{other}"),
    }
}

/// A machine that snapshots can be taken of, as written by callers.
fn machine(sandbox: &Sandbox, provider: Provider) -> String {
    let machines = sandbox.store().machines(provider);
    let vm = machines.into_iter().find(|row| row.kind.as_deref().is_none_or(|kind| kind == "vms")).unwrap();
    vm.kind.map_or_else(|| vm.id.clone(), |kind| format!("{kind}/{}", vm.id))
}

/// The IDs of the snapshots with a name.
pub fn ids(sandbox: &Sandbox, provider: Provider, name: &str) -> Vec<String> {
    let rows = sandbox.store().snapshots_ever(provider).into_iter();
    rows.filter(|row| row.name == name).map(|row| row.id).collect()
}

#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Whether the outcome is unknown and the operation recorded. On a busy machine, the process may have been stopped by its deadline
    /// before it could say so.
    pub fn left_open(&self) -> bool {
        self.code == 8 || (self.code == 6 && self.stderr.contains("it may continue at the provider"))
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }
}

/// A running process.
pub struct Process(std::process::Child);

impl Process {
    /// Its process ID.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Kills it immediately, wherever it is.
    pub fn kill(&mut self) {
        // A process that has already ended cannot be killed.
        let _ = self.0.kill();
    }

    pub async fn end(self) -> Ran {
        let output = tokio::task::spawn_blocking(|| self.0.wait_with_output()).await.unwrap().unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// One user's state directory and account.
pub struct Home {
    folder: tempfile::TempDir,
    provider: Provider,
    vm: String,
    variables: Vec<(&'static str, String)>,
}

impl Home {
    pub fn new(sandbox: &Sandbox, provider: Provider) -> Self {
        Self::at(sandbox, provider, sandbox.base_url(provider))
    }

    /// One that reaches the sandbox using another URL.
    pub fn at(sandbox: &Sandbox, provider: Provider, url: String) -> Self {
        let variables = match (provider, sandbox.credential(provider)) {
            (Provider::Syminet, Credential::Token(token)) => {
                vec![("SYMINET_BASE_URL", url), ("SYMINET_API_TOKEN", token)]
            }
            (Provider::Hyperstack, Credential::Token(token)) => {
                vec![("HYPERSTACK_BASE_URL", url), ("HYPERSTACK_API_KEY", token)]
            }
            (Provider::GenesisCloud, Credential::Token(token)) => {
                vec![("GENESISCLOUD_BASE_URL", url), ("GENESISCLOUD_TOKEN", token)]
            }
            (Provider::ManageIq, Credential::Basic { username, password }) => {
                vec![("MIQ_URL", url), ("MIQ_USERNAME", username), ("MIQ_PASSWORD", password)]
            }
            (provider, _) => panic!("{provider}"),
        };
        let vm = machine(sandbox, provider);
        Self { folder: tempfile::tempdir().unwrap(), provider, vm, variables }
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cloudsnap"));
        command
            .env_clear()
            .env("CLOUDSNAP_STATE_DIR", self.folder.path().join("state"))
            .env("HOME", self.folder.path());
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        // `VM` is the machine, `KEPT` the first recorded operation.
        let kept = self.kept_keys().into_iter().next().unwrap_or_default();
        let words = line.split_whitespace().map(|word| match word {
            "VM" => self.vm.clone(),
            "KEPT" => kept.clone(),
            word => word.to_owned(),
        });
        command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn spawn(&self, line: &str) -> Process {
        Process(self.command(line).spawn().unwrap())
    }

    pub async fn run(&self, line: &str) -> Ran {
        self.spawn(line).end().await
    }

    pub async fn run_into(&self, line: &str, stdout: std::fs::File) -> Ran {
        Process(self.command(line).stdout(stdout).spawn().unwrap()).end().await
    }

    /// The short names of the recorded operations.
    pub fn kept_keys(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path().join("state/operations")).into_iter().flatten();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect()
    }

    pub fn kept(&self) -> usize {
        self.kept_keys().len()
    }

    /// Waits until the create has reached the sandbox.
    pub async fn until_sent(&self, sandbox: &Sandbox) {
        let create = create_operation(self.provider);
        let sent = async {
            while !sandbox.requests().iter().any(|seen| seen.operation == Some(create)) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), sent).await.expect("the create is sent");
    }
}

/// Someone with the same account, outside the state directory.
pub struct Stranger<'a> {
    sandbox: &'a Sandbox,
    provider: Provider,
    vm: String,
    http: reqwest::Client,
}

impl<'a> Stranger<'a> {
    pub fn new(sandbox: &'a Sandbox, provider: Provider) -> Self {
        // reqwest requires a provider even if no connection is encrypted. Several tests in one process may install it.
        #[cfg(feature = "tls-ring")]
        let _ = rustls::crypto::ring::default_provider().install_default();
        // A response may never arrive.
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build().unwrap();
        Self { sandbox, provider, vm: machine(sandbox, provider), http }
    }

    /// The same, working on another machine.
    pub fn on(self, vm: &str) -> Self {
        Self { vm: vm.to_owned(), ..self }
    }

    /// Creates a snapshot of the same machine and returns its ID.
    pub async fn make(&self, name: &str) -> String {
        let made = async {
            while !self.try_to_make(name).await {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), made).await.expect("the snapshot is created");
        ids(self.sandbox, self.provider, name).pop().expect("it was created")
    }

    /// Requests a snapshot of the same machine; the machine may be busy, or the connection may fail.
    pub async fn try_to_make(&self, name: &str) -> bool {
        let vm = &self.vm;
        let (path, body) = match self.provider {
            Provider::Syminet => (format!("/images/snapshots/{vm}/create"), json!({ "snapshot_name": name })),
            Provider::Hyperstack => (
                format!("/core/virtual-machines/{vm}/snapshots"),
                json!({ "name": name, "description": "created by somebody else" }),
            ),
            Provider::GenesisCloud => (format!("/instances/{vm}/snapshots"), json!({ "name": name })),
            _ => (
                format!("/{vm}/snapshots"),
                json!({ "action": "create", "resource": { "name": name, "description": "created by somebody else" } }),
            ),
        };
        let request = self.http.post(format!("{}{path}", self.sandbox.base_url(self.provider))).json(&body);
        let request = match (self.provider, self.sandbox.credential(self.provider)) {
            (Provider::Hyperstack, Credential::Token(token)) => request.header("api_key", token),
            (_, Credential::Token(token)) => request.bearer_auth(token),
            (_, Credential::Basic { username, password }) => request.basic_auth(username, Some(password)),
            (provider, _) => panic!("{provider}"),
        };
        request.send().await.is_ok_and(|response| response.status().is_success())
    }
}
