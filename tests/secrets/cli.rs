//! What the command line prints at its most verbose, in each kind of failure.

use std::process::Command;

use crate::raw::{Raw, response};
use crate::{Gathered, PASSWORD, TOKEN, URL_PASSWORD, VM_PASSWORD};

struct Cli<'a> {
    gathered: &'a mut Gathered,
    home: tempfile::TempDir,
}

impl Cli<'_> {
    fn run(&mut self, variables: &[(&str, &str)], line: &str) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cloudsnap"));
        command
            .env_clear()
            .env("CLOUDSNAP_STATE_DIR", self.home.path())
            .env("HOME", self.home.path())
            .env("RUST_BACKTRACE", "1");
        command.envs(variables.iter().copied()).args(line.split_whitespace()).args(["-vv", "--timeout", "2s"]);
        let output = command.stdin(std::process::Stdio::null()).output().unwrap();
        for (stream, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            self.gathered.add(format!("cloudsnap {line}, {stream}"), String::from_utf8_lossy(bytes));
        }
    }

    fn config(&mut self, text: &str) {
        let path = self.home.path().join("config.toml");
        std::fs::write(&path, text).unwrap();
        for mode in [0o600, 0o644] {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            }
            let path = path.to_str().unwrap().to_owned();
            self.run(&[("CLOUDSNAP_CONFIG", path.as_str())], "snapshots list --profile p");
        }
    }
}

pub async fn gather(gathered: &mut Gathered) {
    let server = Raw::start(|head, body| {
        let all = serde_json::Value::from(format!("{head}{}", String::from_utf8_lossy(body)));
        #[cfg(feature = "manageiq")]
        if head.starts_with("GET /api/auth") {
            return crate::manageiq::given(600);
        }
        let (status, body) = match head.starts_with("GET") {
            true if head.contains("/backups") => (200, format!("{{{all}:{all}}}")),
            _ => (403, format!(r#"{{"error":{all},"message":{all},"code":{all}}}"#)),
        };
        response(status, "application/json", body)
    })
    .await;
    let url = server.url();
    let trap = Raw::start(|_, _| response(200, "application/json", "{}")).await;
    let proxy = format!("http://{}", trap.addr);
    let with_user = format!("https://me:{URL_PASSWORD}@h.example/api");
    let home = tempfile::tempdir().unwrap();
    let password_file = home.path().join("password");
    std::fs::write(&password_file, VM_PASSWORD).unwrap();
    let password_file = password_file.to_str().unwrap().to_owned();
    // Commands only block this thread; the server has its own.
    tokio::task::block_in_place(|| {
        let mut cli = Cli { gathered, home };
        let account = [("SYMINET_API_TOKEN", TOKEN), ("SYMINET_BASE_URL", url.as_str())];
        for line in [
            "snapshots list",
            "snapshots list -o json",
            "snapshots get 7",
            "snapshots create 7 --name n",
            "snapshots create 7 --name n --dry-run",
            "snapshots delete 7 --yes",
            "backups list 7",
            "backups disable 7 --yes",
            "backups disable 7 --yes --dry-run",
            "verify",
            "providers",
            "api GET /images",
            "operations list",
            "operations wait cs1.e30",
            "nonsense",
        ] {
            cli.run(&account, line);
        }
        // Signed in, both with the password from the start and with the caller's token.
        let miq = [("MIQ_URL", url.as_str()), ("MIQ_USERNAME", "admin"), ("MIQ_PASSWORD", PASSWORD)];
        let token = [("MIQ_URL", url.as_str()), ("MIQ_TOKEN", TOKEN)];
        for line in [
            "snapshots list",
            "snapshots list -o json",
            "snapshots get 7 --vm vms/7",
            "snapshots create vms/7 --name n",
            "snapshots create vms/7 --name n --dry-run",
            "snapshots delete 7 --vm vms/7 --yes",
            "vms list",
            "verify",
            "api GET /vms",
            "api POST /vms/7/snapshots --data {\"name\":\"n\"} --yes",
        ] {
            cli.run(&miq, line);
            cli.run(&token, line);
        }
        let genesis = [
            ("GENESISCLOUD_TOKEN", TOKEN),
            ("GENESISCLOUD_BASE_URL", url.as_str()),
            ("CLOUDSNAP_NEW_VM_PASSWORD", VM_PASSWORD),
        ];
        cli.run(&genesis, "snapshots restore s-1 --new-vm n --hostname h --type t --region r");
        let line = format!(
            "snapshots restore s-1 --new-vm n --hostname h --type t --region r --password-file {password_file}"
        );
        cli.run(&genesis[..2], &line);
        let line = format!(
            "snapshots import --name n --url https://me:{URL_PASSWORD}@i.example/a --size 1 --region r --dry-run"
        );
        cli.run(&genesis[..2], &line);
        // Invalid in itself.
        cli.run(&[("SYMINET_API_TOKEN", TOKEN), ("SYMINET_BASE_URL", with_user.as_str())], "snapshots list");
        cli.run(&[("SYMINET_API_TOKEN", TOKEN), ("HYPERSTACK_API_KEY", TOKEN)], "snapshots list");
        cli.run(&[("SYMINET_BASE_URL", with_user.as_str())], "snapshots list");
        cli.run(&[("MIQ_USERNAME", "admin"), ("MIQ_PASSWORD", PASSWORD)], "snapshots list");
        cli.run(
            &[("MIQ_URL", with_user.as_str()), ("MIQ_USERNAME", "admin"), ("MIQ_PASSWORD", PASSWORD)],
            "snapshots list",
        );
        let proxies = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"];
        let proxied: Vec<_> = proxies
            .iter()
            .map(|name| (*name, with_user.as_str()))
            .chain([("SYMINET_API_TOKEN", TOKEN), ("SYMINET_BASE_URL", "https://127.1.2.3:1/x")])
            .collect();
        cli.run(&proxied, "snapshots list");
        // Loopback, and plain http in general, never use a proxy from the environment.
        let trapped: Vec<_> = proxies.iter().map(|name| (*name, proxy.as_str())).chain(account).collect();
        cli.run(&trapped, "snapshots list");
        let bad = format!("http://a:{URL_PASSWORD}@[");
        cli.run(
            &[
                ("HTTPS_PROXY", bad.as_str()),
                ("SYMINET_API_TOKEN", TOKEN),
                ("SYMINET_BASE_URL", "https://nowhere.invalid/x"),
            ],
            "snapshots list",
        );
        let token = serde_json::Value::from(TOKEN).to_string();
        for text in [
            format!("[profiles.p]\nprovider = \"syminet\"\ntoken = {token}\nbase_url = \"{with_user}\"\n"),
            format!("[profiles.p]\nprovider = \"syminet\"\ntoken = {token} {token}\n"),
            format!("[profiles.p]\nprovider = \"syminet\"\ntoken = '{PASSWORD}\n"),
            format!("[profiles.p]\nprovider = \"syminet\"\ntoken = [{token}]\n"),
            format!("[profiles.p]\nprovider = \"syminet\"\npasword = \"{PASSWORD}\"\n"),
            format!("[profiles.p]\nprovider = \"syminet\"\ntoken = {token}\ntoken = {token}\n"),
            format!("[profiles.p]\nprovider = \"manageiq\"\nusername = \"admin\"\npassword = \"{PASSWORD}\"\n"),
        ] {
            cli.config(&text);
        }
    });
    assert!(trap.heads().is_empty(), "a proxy received: {:?}", trap.heads());
}
