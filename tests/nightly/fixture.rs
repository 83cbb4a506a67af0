//! A sandbox with all four providers, a home directory with a profile for each, and the built program.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use cloudsnap::sandbox::{Credential, Fault, Recorded, Sandbox, SandboxBuilder, SnapshotRow};
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

    /// Fails with the whole output unless the exit code is this.
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
        command.env_clear().envs(self.environment()).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        tokio::task::block_in_place(|| self.command(arguments).output().unwrap().into())
    }

    /// Runs it at the time of the sandbox's clock.
    pub fn now(&self, line: &str) -> Ran {
        let now = self.sandbox.store().now().to_string();
        let words: Vec<&str> = line.split_whitespace().chain(["--now", &now]).collect();
        self.run(&words)
    }

    /// The JSON that a command printed, validated against its schema.
    pub fn validated(&self, command: &str, printed: &Ran) -> Value {
        let words: Vec<&str> = ["schema"].into_iter().chain(command.split(' ')).collect();
        let schema = self.run(&words).code(0).json();
        let printed = printed.json();
        let validator = jsonschema::validator_for(&schema).unwrap();
        if let Some(error) = validator.iter_errors(&printed).next() {
            panic!("{command}: {}: {error}", error.instance_path());
        }
        printed
    }

    /// Sets the rate limit for Hyperstack, which is off for loopback.
    pub fn limit_hyperstack(&self) {
        let path = self.home.path().join("config.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        let limited = text.replace("[profiles.hs]\n", "[profiles.hs]\nrequests_per_minute = 500\n");
        assert_ne!(text, limited);
        std::fs::write(&path, limited).unwrap();
    }

    pub fn client(&self, provider: Provider) -> Client {
        let auth = self.sandbox.credential(provider);
        let builder = Client::builder(provider).base_url(self.sandbox.base_url(provider)).auth(auth);
        builder.rate_limit(None).build().unwrap()
    }

    /// The ID of the machine, for `--vm`.
    pub fn vm(&self, provider: Provider, index: usize) -> String {
        let id = self.sandbox.store().machines(provider)[index].id.clone();
        if provider == Provider::ManageIq { format!("vms/{id}") } else { id }
    }

    /// A ready snapshot with that name.
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

    /// The names of the existing snapshots, in order.
    pub fn names(&self, provider: Provider) -> Vec<String> {
        let mut names: Vec<_> = self.rows(provider).into_iter().map(|row| row.name).collect();
        names.sort();
        names
    }

    pub fn rows(&self, provider: Provider) -> Vec<SnapshotRow> {
        self.sandbox.store().snapshots(provider)
    }

    /// Whether a request modifies anything.
    pub fn is_change(seen: &Recorded) -> bool {
        let changes = |(provider, id): (Provider, &str)| {
            let operation = cloudsnap::spec::operation(provider, id);
            // Tokens do not count.
            operation.is_some_and(|operation| !operation.safe) && !id.contains("token") && !id.contains("session")
        };
        seen.provider.zip(seen.operation).is_some_and(changes)
    }

    /// The number of modifying requests so far.
    pub fn changes(&self) -> usize {
        self.sandbox.requests().iter().filter(|seen| Self::is_change(seen)).count()
    }

    /// Runs it on a terminal of that width at the time of the sandbox's clock, and responds to the prompt. Returns the exit code and the
    /// output; `None` if no terminal is available.
    pub fn on_terminal(&self, columns: u16, line: &str, reply: &str) -> Option<(i32, String)> {
        if !cfg!(target_os = "linux") {
            eprintln!("SKIPPED: a terminal is had by `script` of util-linux, on Linux only");
            return None;
        }
        let now = self.sandbox.store().now();
        let program = env!("CARGO_BIN_EXE_cloudsnap");
        let line = format!("stty rows 40 cols {columns}; {program} {line} --now {now}");
        let mut command = Command::new("script");
        command.args(["-qec", &line, "/dev/null"]).env_clear().envs(self.environment());
        command.env("PATH", std::env::var_os("PATH").unwrap()).env("TERM", "xterm-256color").env("SHELL", "/bin/sh");
        tokio::task::block_in_place(|| {
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
            let (mut stdin, mut stdout) = (child.stdin.take(), child.stdout.take().unwrap());
            let (mut shown, mut part) = (Vec::new(), [0; 4096]);
            loop {
                // Input before the prompt is discarded.
                if String::from_utf8_lossy(&shown).contains("[y/N] ")
                    && let Some(mut stdin) = stdin.take_if(|_| !reply.is_empty())
                {
                    stdin.write_all(reply.as_bytes()).unwrap();
                }
                match stdout.read(&mut part).unwrap() {
                    0 => break,
                    read => shown.extend_from_slice(&part[..read]),
                }
            }
            Some((child.wait().unwrap().code().unwrap_or(-1), String::from_utf8_lossy(&shown).into_owned()))
        })
    }

    fn environment(&self) -> [(&'static str, PathBuf); 3] {
        let home = self.home.path();
        [
            ("HOME", home.into()),
            ("CLOUDSNAP_CONFIG", home.join("config.toml")),
            ("CLOUDSNAP_STATE_DIR", home.join("state")),
        ]
    }

    pub fn plan(&self, text: &str) -> String {
        let path: PathBuf = self.home.path().join("plan.toml");
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}
