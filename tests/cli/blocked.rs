//! Blocking stdin, stdout and files, which `--timeout` also limits; and invalid connection settings.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::Place;

/// The exit code of a command whose stdin stays open and whose stdout is not read; it must end soon.
fn code_of(place: &Place, arguments: &[&str]) -> Option<i32> {
    let mut command = place.command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(20) {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

#[cfg(unix)]
#[test]
fn the_timeout_also_limits_blocking_files() {
    let place = Place::new();
    let fifo = place.path().join("token");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let profile = place.path().join("config.toml");
    let text = format!("[profiles.a]\nprovider = \"syminet\"\ntoken_file = {:?}\n", fifo.to_str().unwrap());
    std::fs::File::create(&profile).unwrap().write_all(text.as_bytes()).unwrap();
    let place = place.set("CLOUDSNAP_CONFIG", profile.to_str().unwrap());
    let (fifo, post) = (format!("@{}", fifo.display()), "/images/snapshots/1/create");
    for arguments in [
        &["--sandbox", "--yes", "api", "POST", post, "--data", "@-"][..],
        &["--sandbox", "--yes", "api", "POST", post, "--data", &fifo],
        &["--profile", "a", "snapshots", "list"],
        // More data than fits into a pipe.
        &["spec", "manageiq"],
    ] {
        let arguments = [&["--timeout", "700ms"], arguments].concat();
        assert_eq!(code_of(&place, &arguments), Some(6), "{arguments:?}");
    }
}

/// Ctrl-C ends a command that waits for input, for a file or for the reader of its output.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_blocked_command() {
    let place = Place::new();
    let fifo = place.path().join("body");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let (fifo, post) = (format!("@{}", fifo.display()), "/images/snapshots/1/create");
    for arguments in [
        &["--sandbox", "--yes", "api", "POST", post, "--data", "@-"][..],
        &["--sandbox", "--yes", "api", "POST", post, "--data", &fifo],
        &["spec", "manageiq"],
    ] {
        let mut command = place.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let (started, mut code) = (Instant::now(), None);
        while code.is_none() && started.elapsed() < Duration::from_secs(20) {
            // The first signal may arrive before the handler is installed; then the system ends the process.
            std::thread::sleep(Duration::from_millis(500));
            let kill = std::process::Command::new("sh").args(["-c", &format!("kill -INT {}", child.id())]).output();
            assert!(kill.is_ok());
            std::thread::sleep(Duration::from_millis(300));
            code = child.try_wait().unwrap().map(|status| status.code());
        }
        let ended = code.is_some();
        let _ = child.kill();
        let _ = child.wait();
        assert!(ended, "{arguments:?}");
        assert_eq!(code, Some(Some(130)), "{arguments:?}");
    }
}

#[test]
fn api_checks_the_decoded_path_and_the_body() {
    let place = Place::new();
    let api = |provider: &str, more: &[&str]| place.run(&[&["--sandbox", "--provider", provider], more].concat());
    let listed = api("hyperstack", &["vms", "list", "-o", "json"]).exits(0).json();
    let id = listed[0]["id"].as_str().unwrap();
    // An encoded `stop` needs confirmation like `stop`; an ambiguous path is not sent.
    let spelt = format!("/core/virtual-machines/{id}/%73top");
    api("hyperstack", &["api", "GET", &spelt]).exits(2).says("confirmation required");
    let planned = api("hyperstack", &["--dry-run", "-o", "json", "api", "GET", &spelt]).exits(0).json();
    assert_eq!(planned["method"], "GET");
    for hidden in ["%2Fstop", "%252Fstop", "%5Cstop", "/%2e/stop"] {
        let path = format!("/core/virtual-machines/{id}{hidden}");
        api("hyperstack", &["--yes", "api", "GET", &path]).exits(2).prints_nothing();
        api("hyperstack", &["--dry-run", "api", "GET", &path]).exits(2).prints_nothing();
    }
    let delete = r#"{"action": "delete", "resources": [{"id": "1"}]}"#;
    for method in ["POST", "GET"] {
        api("manageiq", &["api", method, "/tasks", "--data", delete]).exits(2).says("confirmation required");
        api("manageiq", &["--dry-run", "-o", "json", "api", method, "/tasks", "--data", delete]).exits(0).json();
    }
}

#[test]
fn invalid_settings_are_refused() {
    let token = || Place::new().set("SYMINET_API_TOKEN", "tok-0123456789");
    let list = ["snapshots", "list"];
    token().set("SYMINET_BASE_URL", " ").run(&list).exits(2).says("SYMINET_BASE_URL is empty");
    for url in ["http://cloud.localhost:9", "https://a.b.localhost", "http://localhost.:9"] {
        token().set("SYMINET_BASE_URL", url).run(&list).exits(2).says("localhost");
    }
    for proxy in ["http://", "ftp://proxy.example", "http://proxy.example/path"] {
        let place = token().set("SYMINET_BASE_URL", "https://cloud.example").set("HTTPS_PROXY", proxy);
        place.run(&list).exits(2).says("environment variable HTTPS_PROXY");
    }
    let miq = || Place::new().set("MIQ_URL", "https://miq.example").set("MIQ_TOKEN", "t");
    for (variable, what) in [("MIQ_CA_FILE", "the CA file"), ("MIQ_PIN_FILE", "the pinned file")] {
        let place = miq();
        let file = place.path().join("broken.pem");
        std::fs::write(&file, "nonsense").unwrap();
        let place = place.set(variable, file.to_str().unwrap());
        place.run(&list).exits(2).says(what).says("broken.pem").says("contains no PEM certificate");
    }
}

#[cfg(unix)]
#[test]
fn a_profile_whose_name_is_not_utf8_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new().set("SYMINET_API_TOKEN", "tok").set("SYMINET_BASE_URL", "http://127.0.0.1:9");
    let mut command = place.command(&["snapshots", "list"]);
    let output = command.env("CLOUDSNAP_PROFILE", std::ffi::OsStr::from_bytes(b"\xff")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("CLOUDSNAP_PROFILE"));
}

/// An unreachable proxy is reported as such, not as a failure of the provider.
#[test]
fn a_failure_of_the_proxy_is_reported_as_such() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://user:secret-pw@{}", listener.local_addr().unwrap());
    drop(listener);
    let place = Place::new().set("SYMINET_API_TOKEN", "tok").set("SYMINET_BASE_URL", "https://cloud.invalid");
    let place = place.set("HTTPS_PROXY", &proxy);
    let pem = format!("{}/tests/fixtures/tls/ca-true.pem", env!("CARGO_MANIFEST_DIR"));
    let ran = place.set("SSL_CERT_FILE", &pem).run(&["--timeout", "5s", "snapshots", "list"]);
    assert!(ran.stderr.contains("the proxy http://") && !ran.stderr.contains("secret-pw"), "{ran:#?}");
}

/// Plain http and the sandbox need no certificates.
#[test]
fn without_a_ca_bundle_the_sandbox_works() {
    let none = |place: Place| place.set("SSL_CERT_FILE", "/nonexistent").set("SSL_CERT_DIR", "/nonexistent");
    none(Place::new()).run(&["--sandbox", "snapshots", "list"]).exits(0);
    let https = Place::new().set("SYMINET_API_TOKEN", "tok").set("SYMINET_BASE_URL", "https://cloud.invalid");
    none(https).run(&["snapshots", "list"]).exits(2).says("no trusted certificates").says("ca_file");
}
