//! A process may be killed at any moment: its handle is in the state folder before the request is sent, and another process resumes it.
//! Never a second snapshot, never a false success.

#![cfg(all(unix, feature = "cli", feature = "syminet"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::process::{Command, Output, Stdio};
use std::time::Duration;

use cloudsnap::Provider;
use cloudsnap::sandbox::{Credential, Sandbox};

const PROVIDER: Provider = Provider::Syminet;

struct Home {
    folder: tempfile::TempDir,
    url: String,
    token: String,
}

impl Home {
    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cloudsnap"));
        command.env_clear().env("CLOUDSNAP_STATE_DIR", self.folder.path()).env("HOME", self.folder.path());
        command.env("SYMINET_API_TOKEN", &self.token).env("SYMINET_BASE_URL", &self.url).args(line.split_whitespace());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// The entries, without the hidden file of one that was being replaced when the process was killed.
    fn kept(&self) -> usize {
        let Ok(files) = std::fs::read_dir(self.folder.path().join("operations")) else { return 0 };
        files.filter(|file| !file.as_ref().unwrap().file_name().to_str().unwrap().starts_with('.')).count()
    }
}

fn named(sandbox: &Sandbox, name: &str) -> usize {
    sandbox.store().snapshots(PROVIDER).iter().filter(|row| row.name == name).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_killed_leaves_a_handle_and_one_snapshot_at_most() {
    let mut left = tokio::task::JoinSet::new();
    // When to kill it: by the requests that the sandbox has received, and a little later.
    for (turn, (seen, fault)) in [
        ("list_snapshots", "hang@safe*1"),
        ("create_snapshot", "hang@create_snapshot*1"),
        ("create_snapshot", "hang-after@create_snapshot*1"),
        ("create_snapshot", "custom:late-row=1@create_snapshot*1"),
        ("create_snapshot", "slow:1@create_snapshot*1"),
    ]
    .into_iter()
    .enumerate()
    {
        // Each case has its own sandbox, so that none affects another.
        let sandbox = Sandbox::builder(PROVIDER).delay(Duration::from_millis(400)).start().await.unwrap();
        let Credential::Token(token) = sandbox.credential(PROVIDER) else { panic!("no token") };
        let vm = sandbox.store().machines(PROVIDER)[0].id.clone();
        let url = sandbox.base_url(PROVIDER);
        let home = Home { folder: tempfile::tempdir().unwrap(), url, token };
        let name = format!("killed-{turn}");
        sandbox.inject(fault.parse().unwrap());
        let mut child = home.command(&format!("snapshots create {vm} --name {name} --wait")).spawn().unwrap();
        let reached = async {
            while !sandbox.requests().iter().any(|request| request.operation == Some(seen)) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), reached).await.expect("the command sends its request");
        // SIGKILL: no destructor runs.
        child.kill().unwrap();
        child.wait().unwrap();

        if seen == "list_snapshots" {
            assert_eq!((home.kept(), named(&sandbox, &name)), (0, 0), "killed before anything was sent");
            continue;
        }
        assert_eq!(home.kept(), 1, "{fault}: the handle is kept before the request is sent");
        let listed = home.run("operations list -o json");
        let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
        let handle = listed[0]["handle"].as_str().unwrap().to_owned();
        left.spawn_blocking(move || {
            let output = home.run(&format!("operations wait {handle} --timeout 15s"));
            (output, fault, named(&sandbox, &name))
        });
    }
    // All wait at the same time.
    for (output, fault, named) in left.join_all().await {
        let reported = String::from_utf8_lossy(&output.stderr).into_owned();
        match named {
            1 => assert_eq!(output.status.code(), Some(0), "{fault}: {reported}"),
            0 => assert_eq!(output.status.code(), Some(8), "{fault}: {reported}"),
            several => panic!("{fault}: {several} snapshots"),
        }
    }
}
