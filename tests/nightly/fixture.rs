//! A sandbox of all four providers, a home folder with a profile for each, and the built program.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use cloudsnap::sandbox::{Credential, Fault, Sandbox, SandboxBuilder, SnapshotRow};
use cloudsnap::{Client, CreateSnapshot, Provider, VmId, WaitOptions};
use serde_json::Value;

pub const DAY: Duration = Duration::from_secs(86_400);
pub const PROFILES: [(&str, Provider); 4] = [
    ("sym", Provider::Syminet),
    ("miq", Provider::ManageIq),
    ("hs", Provider::Hyperstack),
    ("gc", Provider::GenesisCloud),
];

pub struct Fixture {
    pub sandbox: Sandbox,
    pub home: tempfile::TempDir,
}

pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|why| panic!("{why}: {} {}", self.stdout, self.stderr))
    }

    /// Fails with all that was told unless it ended so.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

impl Fixture {
    pub async fn start(build: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> Self {
        let builder = Sandbox::builder_all().snapshots(0).page_size(100).delay(Duration::from_millis(300));
        let sandbox = build(builder).start().await.unwrap();
        let home = tempfile::tempdir().unwrap();
        let mut config = String::new();
        for (profile, provider) in PROFILES {
            let secret = match sandbox.credential(provider) {
                Credential::Token(token) => format!("token = {token:?}"),
                Credential::Basic { username, password } => format!("username = {username:?}\npassword = {password:?}"),
                other => panic!("{other:?}"),
            };
            let url = sandbox.base_url(provider);
            config
                .push_str(&format!("[profiles.{profile}]\nprovider = \"{provider}\"\nbase_url = {url:?}\n{secret}\n"));
        }
        let path = home.path().join("config.toml");
        std::fs::write(&path, config).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
        Self { sandbox, home }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cloudsnap"));
        command.env_clear().env("HOME", self.home.path()).env("CLOUDSNAP_CONFIG", self.home.path().join("config.toml"));
        command.env("CLOUDSNAP_STATE_DIR", self.home.path().join("state")).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        tokio::task::block_in_place(|| self.command(arguments).output().unwrap().into())
    }

    /// Runs at the time of the sandbox's clock.
    pub fn now(&self, line: &str) -> Ran {
        let now = self.sandbox.store().now().to_string();
        let words: Vec<&str> = line.split_whitespace().chain(["--now", &now]).collect();
        self.run(&words)
    }

    /// The JSON that a command printed, held against its schema.
    pub fn held(&self, command: &str, printed: &Ran) -> Value {
        let words: Vec<&str> = ["schema"].into_iter().chain(command.split(' ')).collect();
        let schema = self.run(&words).code(0).json();
        let printed = printed.json();
        let validator = jsonschema::validator_for(&schema).unwrap();
        if let Some(error) = validator.iter_errors(&printed).next() {
            panic!("{command}: {}: {error}", error.instance_path());
        }
        printed
    }

    pub fn client(&self, provider: Provider) -> Client {
        let auth = self.sandbox.credential(provider);
        let builder = Client::builder(provider).base_url(self.sandbox.base_url(provider)).auth(auth);
        builder.rate_limit(None).build().unwrap()
    }

    /// The machine's id, as `--vm` takes it.
    pub fn vm(&self, provider: Provider, index: usize) -> String {
        let id = self.sandbox.store().machines(provider)[index].id.clone();
        if provider == Provider::ManageIq { format!("vms/{id}") } else { id }
    }

    /// A snapshot of that name, ready.
    pub async fn made(&self, provider: Provider, vm: &str, name: &str) {
        let request = CreateSnapshot::new(VmId::new(vm).unwrap(), name);
        let operation = self.client(provider).create_snapshot(request).await.unwrap();
        self.sandbox.advance(Duration::from_secs(60));
        let options = WaitOptions::default().interval(Duration::from_millis(20), Duration::from_millis(50));
        operation.wait(options).await.unwrap();
    }

    pub fn inject(&self, fault: &str) {
        self.sandbox.inject(fault.parse::<Fault>().unwrap());
    }

    /// The names of what exists, in their order.
    pub fn names(&self, provider: Provider) -> Vec<String> {
        let mut names: Vec<_> = self.rows(provider).into_iter().map(|row| row.name).collect();
        names.sort();
        names
    }

    pub fn rows(&self, provider: Provider) -> Vec<SnapshotRow> {
        self.sandbox.store().snapshots(provider)
    }

    /// How many requests so far would change something.
    pub fn changes(&self) -> usize {
        let changes = |provider, id: &str| {
            let operation = cloudsnap::spec::operation(provider, id);
            // A token is no change of anybody's things.
            operation.is_some_and(|operation| !operation.safe) && !id.contains("token") && !id.contains("session")
        };
        let requests = self.sandbox.requests();
        requests.iter().filter(|seen| seen.provider.zip(seen.operation).is_some_and(|(p, id)| changes(p, id))).count()
    }

    pub fn plan(&self, text: &str) -> String {
        let path: PathBuf = self.home.path().join("plan.toml");
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}
