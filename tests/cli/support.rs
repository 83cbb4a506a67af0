//! A home directory for the program, running the program, and a served sandbox.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_cloudsnap");

pub const PROVIDERS: [&str; 4] = ["syminet", "manageiq", "hyperstack", "genesiscloud"];

/// Runs a part of a test for each item, all at the same time: they spend most of their time waiting. Returns the results in order.
pub fn in_parallel<T: Send, R: Send>(items: impl IntoIterator<Item = T>, part: impl Fn(T) -> R + Sync) -> Vec<R> {
    let part = &part;
    std::thread::scope(|scope| {
        let threads: Vec<_> = items.into_iter().map(|item| scope.spawn(move || part(item))).collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, R>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        threads.into_iter().map(join).collect()
    })
}

/// Home and state of one user, removed at the end.
pub struct Place {
    pub folder: tempfile::TempDir,
    pub environment: Vec<(String, String)>,
}

/// The result of a command.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Asserts the exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// stdout as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "{text:?} is missing: {self:#?}");
        self
    }

    #[track_caller]
    pub fn prints_nothing(self) -> Self {
        assert_eq!(self.stdout, "", "{self:#?}");
        self
    }
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), environment: Vec::new() }
    }

    /// With the environment variables of a served sandbox.
    pub fn with(server: &Server) -> Self {
        Self::new().set("SYMINET_BASE_URL", &server.base_url).set("SYMINET_API_TOKEN", &server.token)
    }

    /// With the environment variables of one provider of a served sandbox, as `sandbox env` prints them.
    pub fn of(server: &Server, provider: &str) -> Self {
        let (listen, token) = (server.ready["listen"].as_str().unwrap(), server.token.as_str());
        let printed = Self::new().run(&["sandbox", "env", provider, "--listen", listen, "--token", token]).exits(0);
        let variables =
            printed.stdout.lines().map(|line| line.strip_prefix("export ").unwrap().split_once('=').unwrap());
        variables.fold(Self::new(), |place, (name, value)| place.set(name, value.trim_matches('\'')))
    }

    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn state(&self) -> std::path::PathBuf {
        self.folder.path().join("state")
    }

    /// The program with these arguments. The sandbox account is Syminet's unless another provider is given.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.command_as_typed(arguments);
        if arguments.contains(&"--sandbox") && !arguments.contains(&"--provider") {
            command.args(["--provider", "syminet"]);
        }
        command
    }

    pub fn command_as_typed(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).env_clear().stdin(Stdio::null());
        command.env("HOME", self.folder.path()).env("CLOUDSNAP_STATE_DIR", self.state());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    pub fn run_with(&self, arguments: &[&str], stdin: &str) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // Fails if the command does not read its input.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The IDs of all snapshots.
    pub fn snapshots(&self) -> Vec<String> {
        let listed = self.run(&["snapshots", "list", "-o", "json"]).exits(0).json();
        listed.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// `cloudsnap sandbox serve`, ended when dropped.
pub struct Server {
    child: Child,
    pub ready: Value,
    pub base_url: String,
    pub token: String,
}

impl Server {
    /// Runs `sandbox serve` with these arguments.
    pub fn start(arguments: &[&str]) -> Self {
        let mut command = Place::new().command(&["sandbox", "serve"]);
        let mut child = command.args(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        let syminet = &ready["providers"]["syminet"];
        let text = |name: &str| syminet[name].as_str().unwrap().to_owned();
        Self { base_url: text("base_url"), token: text("token"), child, ready: ready.clone() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
