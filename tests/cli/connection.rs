//! Connection settings come from one source; what happens if no account is configured.

use crate::support::{Place, Server};

const SIMULATED: &str = "showing simulated data";

#[test]
fn without_an_account_nothing_is_changed_and_programs_get_no_data() {
    let place = Place::new();
    for arguments in [
        // Also for a pipe: a job that lost its environment must not list simulated data.
        &["snapshots", "list"][..],
        &["snapshots", "list", "-o", "value"],
        &["snapshots", "list", "-o", "json"],
        &["snapshots", "list", "-o", "jsonl"],
        &["snapshots", "get", "14901", "-o", "json"],
        &["snapshots", "create", "3247", "--name", "x"],
        &["snapshots", "create", "3247", "--name", "x", "--dry-run"],
        &["snapshots", "delete", "14901", "--yes"],
        &["snapshots", "restore", "14901", "--vm", "3247", "--yes"],
        &["snapshots", "rename", "14901", "x"],
        &["backups", "enable", "3247"],
        &["backups", "disable", "3247", "--yes"],
        &["api", "GET", "/images"],
        &["verify"],
    ] {
        let ran = place.run(arguments).exits(2).prints_nothing();
        let ran = ran.says("no account is configured").says("SYMINET_API_TOKEN").says("MIQ_URL").says("--sandbox");
        assert!(!ran.stderr.contains(SIMULATED), "{ran:#?}");
    }
    assert!(!place.state().exists());
}

#[test]
fn an_incomplete_configuration_is_refused() {
    for (name, value) in [("SYMINET_BASE_URL", "http://127.0.0.1:9/"), ("SYMINET_API_TOKEN", ""), ("MIQ_USERNAME", "u")]
    {
        let place = Place::new().set(name, value);
        let ran = place.run(&["snapshots", "list"]).exits(2).prints_nothing().says("incomplete");
        assert!(ran.stderr.contains(name) && !place.state().exists(), "{ran:#?}");
    }
}

#[test]
fn several_providers_need_a_choice() {
    let server = Server::start(&[]);
    let place = Place::with(&server).set("HYPERSTACK_API_KEY", "k");
    let both = place.run(&["snapshots", "list"]).exits(2).prints_nothing();
    both.says("SYMINET_API_TOKEN (syminet)").says("HYPERSTACK_API_KEY (hyperstack)").says("--provider");
    place.run(&["--provider", "syminet", "snapshots", "list"]).exits(0);
    // Selected, but not configured.
    place.run(&["--provider", "genesiscloud", "snapshots", "list"]).exits(2).says("GENESISCLOUD_TOKEN");
}

#[test]
fn a_profile_contains_all_settings_of_a_connection() {
    let server = Server::start(&[]);
    let place = Place::new().set("SYMINET_API_TOKEN", "of-another-account");
    let folder = place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("token"), &server.token).unwrap();
    let (file, base_url) = (folder.join("config.toml"), &server.base_url);
    let text = format!("[profiles.a]\nprovider = \"syminet\"\nbase_url = \"{base_url}\"\ntoken_file = \"token\"\n");
    std::fs::write(&file, text).unwrap();
    let ran = place.run(&["--profile", "a", "snapshots", "list"]).exits(0);
    ran.says("using profile \"a\"; ignoring SYMINET_API_TOKEN");
    let place = place.set("CLOUDSNAP_PROFILE", "a");
    place.run(&["snapshots", "list"]).exits(0).says("using profile \"a\"");
    place.run(&["--profile", "b", "snapshots", "list"]).exits(2).says("available: a");
    place.run(&["--profile", "a", "--sandbox", "snapshots", "list"]).exits(2);
    #[cfg(unix)]
    place.run(&["-q", "snapshots", "list"]).exits(0).says("chmod 600");
}

/// Plain http is refused, and the error says how to allow it.
#[test]
fn plain_http_is_refused_with_a_hint() {
    let place = Place::new().set("SYMINET_BASE_URL", "http://10.0.0.1/api").set("SYMINET_API_TOKEN", "t");
    let ran = place.run(&["snapshots", "list"]).exits(2).prints_nothing().says("plain HTTP");
    ran.says("to allow it, set `allow_http = true` in a profile");
    let place = Place::new().set("SYMINET_BASE_URL", "http://10.0.0.1/api?x").set("SYMINET_API_TOKEN", "t");
    assert!(!place.run(&["snapshots", "list"]).exits(2).stderr.contains("allow_http"), "allowing http would not help");
}

#[test]
fn a_profile_without_a_password_cannot_ask_without_a_terminal() {
    let place = Place::new().set("CLOUDSNAP_CONFIG", "PLACE");
    let file = place.path().join("c.toml");
    let text = "[profiles.a]\nprovider = \"manageiq\"\nbase_url = \"https://127.0.0.1:9/api\"\nusername = \"u\"\n";
    std::fs::write(&file, text).unwrap();
    let place = place.set("CLOUDSNAP_CONFIG", file.to_str().unwrap());
    place.run(&["--profile", "a", "snapshots", "list"]).exits(2).says("stdin is not a terminal").says("password_file");
}

#[test]
fn a_corrupt_state_of_the_sandbox_is_named() {
    let place = Place::new();
    std::fs::create_dir_all(place.state()).unwrap();
    std::fs::write(place.state().join("sandbox.json"), "{").unwrap();
    place.run(&["--sandbox", "snapshots", "list"]).exits(1).prints_nothing().says("sandbox.json");
}

/// A proxy that opens no tunnel, and the requests it receives. Each case has its own, so that a late connection does not count for
/// the next case.
fn proxy() -> (String, std::sync::mpsc::Receiver<String>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (reported, heads) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        use std::io::{Read, Write};
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut head = [0; 4096];
            let length = stream.read(&mut head).unwrap_or_default();
            // Fails once the case has ended.
            let _ = reported.send(String::from_utf8_lossy(&head[..length]).into_owned());
            let _ = stream.write_all(b"HTTP/1.1 502 no way\r\ncontent-length: 0\r\n\r\n");
        }
    });
    (url, heads)
}

/// Requests go through a tunnel of `HTTPS_PROXY`, which sees no content; requests to this machine use no proxy.
#[test]
fn a_proxy_of_the_environment_sees_no_token() {
    let list = |url: &str, excluded: &str, wait: std::time::Duration| {
        let (proxy, heads) = proxy();
        let place = Place::new().set("SYMINET_API_TOKEN", "tok-0123456789").set("SYMINET_BASE_URL", url);
        let place = place.set("HTTPS_PROXY", &proxy).set("https_proxy", &proxy).set("http_proxy", &proxy);
        let place = place.set("HTTP_PROXY", &proxy).set("ALL_PROXY", &proxy).set("NO_PROXY", excluded);
        let ran = place.run(&["--timeout", "300ms", "snapshots", "list"]);
        assert_ne!(ran.code, 0, "{ran:#?}");
        // The program has ended, but the thread may not have read its request yet.
        heads.recv_timeout(wait).into_iter().chain(heads.try_iter()).collect::<Vec<_>>()
    };
    let (soon, never) = (std::time::Duration::from_secs(20), std::time::Duration::from_millis(200));
    let tunnel = list("https://cloud.invalid/api", "", soon);
    assert!(tunnel.first().is_some_and(|head| head.starts_with("CONNECT cloud.invalid:443 ")), "{tunnel:?}");
    assert!(!tunnel.concat().contains("tok-"), "{tunnel:?}");
    for (url, excluded) in [
        ("https://127.0.0.1:9/api", ""),
        ("https://localhost:9/api", ""),
        ("http://127.0.0.1:9/api", ""),
        ("https://cloud.invalid/api", "example.com, .invalid"),
        ("https://cloud.invalid/api", "*"),
    ] {
        assert_eq!(list(url, excluded, never), [""; 0], "{url} {excluded}");
    }
}

/// A refusal that is reported only in the body, and a status that only the caller knows.
#[tokio::test(flavor = "multi_thread")]
async fn refusals_under_200_and_done_words() {
    use cloudsnap::sandbox::{Credential, Sandbox};
    let provider = cloudsnap::Provider::Hyperstack;
    let sandbox = Sandbox::builder(provider).delay(std::time::Duration::from_secs(1)).start().await.unwrap();
    let Credential::Token(key) = sandbox.credential(provider) else { panic!("no key") };
    let vm = sandbox.store().machines(provider).remove(0).id;
    let place = Place::new().set("HYPERSTACK_BASE_URL", &sandbox.base_url(provider)).set("HYPERSTACK_API_KEY", &key);
    sandbox.inject("custom:refuse@list_vms".parse().unwrap());
    sandbox.inject("status-word:COMPLETED@get_snapshot".parse().unwrap());
    let ran = tokio::task::spawn_blocking(move || {
        let api = place.run(&["api", "GET", "/core/virtual-machines"]).exits(1).says("the body reports a refusal");
        assert!(api.stdout.contains("\"status\":false") || api.stdout.contains("\"status\": false"), "{api:#?}");
        let create = ["snapshots", "create", &vm, "--name", "n", "--wait", "--timeout", "20s"];
        place.run(&[&create[..], &["--done-word", "completed", "-o", "json"]].concat())
    });
    let created = ran.await.unwrap().exits(0).json()["result"].clone();
    assert_eq!((created["name"].as_str(), created["provider_status"].as_str()), (Some("n"), Some("COMPLETED")));
}

/// The password is sent only once, to obtain a token, which is revoked when the command ends.
#[tokio::test(flavor = "multi_thread")]
async fn manageiq_signs_in_once_and_out_at_the_end() {
    use cloudsnap::sandbox::{Credential, Sandbox};
    let sandbox = Sandbox::builder(cloudsnap::Provider::ManageIq).start().await.unwrap();
    let Credential::Basic { username, password } = sandbox.credential(cloudsnap::Provider::ManageIq) else {
        panic!("no user and password")
    };
    let place = Place::new()
        .set("MIQ_URL", &sandbox.base_url(cloudsnap::Provider::ManageIq))
        .set("MIQ_USERNAME", &username)
        .set("MIQ_PASSWORD", &password);
    let ran = tokio::task::spawn_blocking(move || place.run(&["snapshots", "list", "-o", "json"])).await.unwrap();
    assert!(!ran.exits(0).json().as_array().unwrap().is_empty());
    let seen: Vec<_> = sandbox.requests().into_iter().filter_map(|seen| seen.operation).collect();
    assert_eq!((seen.first(), seen.last()), (Some(&"get_token"), Some(&"delete_token")), "{seen:?}");
    assert_eq!(seen.iter().filter(|operation| **operation == "get_token").count(), 1, "{seen:?}");
}
