//! What `-v` shows, and how long pauses are explained.

use crate::support::{PROGRAM, PROVIDERS, Place, Server, in_parallel};

/// A profile `p` for a served sandbox.
fn with_profile(server: &Server, provider: &str) -> Place {
    let place = Place::new();
    let account = &server.ready["providers"][provider];
    let mut text = format!("[profiles.p]\nprovider = \"{provider}\"\n");
    for key in ["base_url", "token", "username", "password"] {
        if let Some(value) = account[key].as_str() {
            text.push_str(&format!("{key} = \"{value}\"\n"));
        }
    }
    let folder = place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), text).unwrap();
    place
}

fn machine(place: &Place, provider: &str) -> String {
    match provider {
        "syminet" => "3247".to_owned(),
        "manageiq" => "vms/1000000003247".to_owned(),
        _ => place.run(&["--profile", "p", "vms", "list", "-o", "json"]).exits(0).json()[0]["id"]
            .as_str()
            .unwrap()
            .to_owned(),
    }
}

#[test]
fn each_v_shows_more_and_no_secret() {
    let server = Server::start(&["--token", "a-token-to-be-masked"]);
    for provider in PROVIDERS {
        let place = with_profile(&server, provider);
        let log = |level: &str| place.run(&[level, "--profile", "p", "snapshots", "list"]).exits(0).stderr;
        let [one, two, three] = ["-v", "-vv", "-vvv"].map(log);
        let base_url = server.ready["providers"][provider]["base_url"].as_str().unwrap();
        for log in [&one, &two, &three] {
            assert!(log.contains("connection: ") && log.contains(", profile \"p\"\n"), "{log}");
            assert!(log.contains(&format!("base URL {base_url}")), "{log}");
            assert!(log.contains(" from base_url of profile \"p\" in "), "{log}");
            assert!(log.contains("credentials from ") && log.contains(" of profile \"p\" in "), "{log}");
            assert!(log.contains(&format!("> GET {base_url}/")), "{log}");
            assert!(log.lines().any(|line| line.starts_with("< 200 OK (list_") && line.contains(" s, ")), "{log}");
            assert!(!log.contains("a-token-to-be-masked"), "{log}");
            for inside in
                ["idle connection", "checkout", "handshake", "pool", "hyper::", "hyper_util", "TRACE", "DEBUG"]
            {
                assert!(!log.contains(inside), "{inside}: {log}");
            }
        }
        assert!(!one.contains("accept:") && !one.contains("\"name\""), "{one}");
        assert!(two.contains(">   accept: application/json\n") && two.contains("<   content-type: "), "{two}");
        assert!(two.contains(": ***\n") && !two.contains("\"name\""), "{two}");
        assert!(three.contains(">   accept: ") && three.lines().any(|line| line.starts_with("<   {")), "{three}");
    }
    let of_sandbox = Place::new().run(&["--sandbox", "-v", "snapshots", "list"]).exits(0);
    of_sandbox.says("from the embedded sandbox (").says("sandbox.json");
}

/// A password in a request body is masked, and bodies are shown only by `-vvv`.
#[test]
fn bodies_are_masked() {
    let server = Server::start(&["--delay", "100ms"]);
    let place = with_profile(&server, "genesiscloud").set("CLOUDSNAP_NEW_VM_PASSWORD", "S3cret-Passw0rd");
    let listed = place.run(&["--profile", "p", "snapshots", "list", "-o", "json"]).exits(0).json();
    let id = listed[0]["id"].as_str().unwrap();
    for (level, has_body) in [("-vv", false), ("-vvv", true)] {
        let restore = ["snapshots", "restore", id, "--new-vm", "n", "--hostname", "host-1", "--type", "vcpu-2"];
        let log = place.run(&[&["--profile", "p", level], &restore[..]].concat()).stderr;
        assert!(log.contains("> POST ") && log.contains(">   authorization: ***\n"), "{log}");
        assert_eq!(log.contains("\"hostname\":\"host-1\""), has_body, "{level}: {log}");
        assert_eq!(log.contains("\"password\":\"***\""), has_body, "{level}: {log}");
        assert!(!log.contains("S3cret-Passw0rd"), "{level}: {log}");
    }
}

#[test]
fn a_wait_for_the_clients_own_rate_limit_is_explained() {
    let server = Server::start(&[]);
    let place = with_profile(&server, "hyperstack");
    let config = place.path().join(".config/cloudsnap/config.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("{text}requests_per_minute = 1\n")).unwrap();
    let ran = place.run(&["--timeout", "3s", "--profile", "p", "snapshots", "get", "52926", "--vm", "web-1"]);
    ran.exits(6).says("waiting for the rate limit");
}

#[test]
fn long_pauses_are_explained() {
    let server = Server::start(&["--fault", "429:2@list_snapshots*1"]);
    let place = Place::with(&server);
    place.run(&["snapshots", "list"]).exits(0).says("list_snapshots: HTTP status 429").says("retrying in 2.");
    let server = Server::start(&["--fault", "429:2@list_snapshots*1"]);
    let quiet = Place::with(&server).run(&["-q", "snapshots", "list"]).exits(0);
    assert_eq!(quiet.stderr, "");
    in_parallel(PROVIDERS, |provider| {
        let server = Server::start(&["--delay", "100ms", "--fault", "reset-after@create_snapshot*1"]);
        let place = with_profile(&server, provider);
        let vm = machine(&place, provider);
        let ran = place.run(&["--profile", "p", "snapshots", "create", &vm, "--name", "lost", "--wait"]).exits(0);
        ran.says("create snapshot \"lost\" for VM").says("searching for its effect for up to ");
    });
}

/// The same in the progress line on a terminal.
#[test]
fn the_progress_line_explains_long_pauses() {
    let server = Server::start(&["--delay", "1s", "--fault", "429:2@create_snapshot*1"]);
    let place = Place::with(&server);
    let line = format!("stty cols 100; {PROGRAM} snapshots create 3247 --name limited --wait");
    let mut command = std::process::Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).env_clear().stdin(std::process::Stdio::null());
    command.env("PATH", std::env::var_os("PATH").unwrap()).env("TERM", "xterm-256color").env("SHELL", "/bin/sh");
    command.env("HOME", place.path()).env("CLOUDSNAP_STATE_DIR", place.state());
    command.envs(place.environment.iter().map(|(name, value)| (name, value)));
    let Ok(output) = command.output() else { return };
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(shown.contains("HTTP status 429") && shown.contains("retrying in 2."), "{shown}");
}

/// Operations have the same names on all providers, whatever their OpenAPI documents call them.
#[test]
fn faults_have_the_same_names_on_all_providers() {
    in_parallel(PROVIDERS, |provider| {
        let server = Server::start(&["--fault", "401@create_snapshot", "--fault", "401@delete_snapshot"]);
        let place = with_profile(&server, provider);
        let vm = machine(&place, provider);
        let fails = |arguments: &[&str]| {
            let ran = place.run(&[&["--profile", "p", "--yes", "--timeout", "2s"], arguments].concat());
            assert!(ran.code != 0 && ran.stderr.contains("401"), "{provider}: {ran:#?}");
        };
        fails(&["snapshots", "create", &vm, "--name", "x"]);
        let listed = place.run(&["--profile", "p", "snapshots", "list", "-o", "json"]).exits(0).json();
        let row = listed.as_array().unwrap().iter().find(|row| row["vm"]["id"].is_string()).unwrap();
        let (id, vm) = (row["id"].as_str().unwrap(), row["vm"]["id"].as_str().unwrap());
        fails(&["snapshots", "delete", id, "--vm", vm]);
        let server = Server::start(&["--fault", "401@list_snapshots"]);
        with_profile(&server, provider).run(&["--profile", "p", "snapshots", "list"]).exits(3).says("401");
    });
    let place = Place::new();
    for (fault, reported) in [
        ("503@make_snapshot", "list_vms, get_vm, delete_vm, list_snapshots"),
        ("custom:nonsense", "unknown custom fault `nonsense`"),
        ("wobble", "available: reset-before"),
    ] {
        place.run(&["--timeout", "5s", "sandbox", "serve", "--fault", fault]).exits(2).says(reported);
    }
}
