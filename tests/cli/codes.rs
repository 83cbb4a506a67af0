//! Each exit code in a typical case.

use std::time::{Duration, Instant};

use crate::support::{Place, Server};

#[test]
fn done_is_0_and_failed_is_1() {
    let place = Place::new();
    place.run(&["--sandbox", "backups", "disable", "3247", "--yes"]).exits(0);
    // Within 72 hours the provider refuses, and reports until when.
    place.run(&["--sandbox", "backups", "enable", "3247"]).exits(11).says("409 Conflict").says("cannot be re-enabled");
    let server = Server::start(&["--fault", "503@list_snapshots"]);
    Place::with(&server).run(&["snapshots", "list"]).exits(11).prints_nothing().says("503 Service Unavailable");
}

#[test]
fn usage_is_2_and_help_is_0() {
    let place = Place::new();
    for arguments in [
        &["snapshots", "frobnicate"][..],
        &["snapshots", "get", "../vms"],
        &["snapshots", "list", "--timeout", "soon", "--sandbox"],
        &["snapshots", "list", "--columns", "id,colour", "--sandbox"],
        &["snapshots", "list", "--limit", "0", "--sandbox"],
        &["snapshots", "list", "--columns", "id", "-o", "json", "--sandbox"],
        &["snapshots", "restore", "14901", "--sandbox"],
        &["snapshots", "restore", "14901", "--vm", "1", "--hostname", "x", "--sandbox"],
        &["snapshots", "create", "3247", "--name", "", "--sandbox"],
        &["snapshots", "create", "abc", "--name", "x", "--sandbox"],
        &["sandbox", "serve", "--fault", "reset-sideways"],
        &["api", "GET", "/images/../x", "--sandbox"],
        &["operations", "wait", "nonsense"],
        &[],
    ] {
        place.run(arguments).exits(2).prints_nothing();
    }
    place.run(&["snapshots", "--help"]).exits(0);
    place.run(&["--version"]).exits(0);
}

#[test]
fn a_refused_restore_is_2_and_sends_nothing() {
    let server = Server::start(&[]);
    let place = Place::with(&server);
    place.run(&["snapshots", "restore", "14909", "--vm", "3271", "--yes"]).exits(2).says("read-only");
}

#[test]
fn not_authorised_is_3() {
    let server = Server::start(&[]);
    let place = Place::new().set("SYMINET_BASE_URL", &server.base_url).set("SYMINET_API_TOKEN", "wrong-token");
    let ran = place.run(&["snapshots", "list"]).exits(3).prints_nothing().says("401 Unauthorized");
    assert!(!ran.stderr.contains("wrong-token"));
    place.run(&["verify"]).exits(3);
    place.run(&["api", "GET", "/images"]).exits(3);
}

#[test]
fn not_found_is_4() {
    let place = Place::new();
    place.run(&["--sandbox", "snapshots", "get", "5"]).exits(4).prints_nothing();
    place.run(&["--sandbox", "snapshots", "delete", "5", "--yes"]).exits(4).prints_nothing();
}

#[test]
fn unsupported_is_5_suggests_an_alternative_and_sends_nothing() {
    // No server listens there: any request would fail with a different code.
    let place = Place::new().set("SYMINET_BASE_URL", "http://127.0.0.1:9/").set("SYMINET_API_TOKEN", "token");
    for (arguments, instead) in [
        (&["vms", "list"][..], "snapshots list"),
        (&["snapshots", "restore", "1", "--new-vm", "x"], "--vm"),
        (&["snapshots", "clone", "1", "--name", "x", "--region", "r"], "stay in the region"),
        (
            &["snapshots", "import", "--name", "x", "--url", "https://x/", "--size", "1", "--region", "r"],
            "snapshots create",
        ),
        (&["snapshots", "image", "1", "--name", "x"], "restore"),
        (&["snapshots", "create", "3247", "--name", "x", "--memory"], "omit it"),
        (&["snapshots", "create", "3247", "--name", "x", "--label", "l"], "omit it"),
        (&["snapshots", "create", "3247", "--name", "x", "--description", "d"], "omit it"),
        (&["snapshots", "create", "3247", "--name", "x", "--replica-region", "r"], "omit it"),
    ] {
        place.run(arguments).exits(5).prints_nothing().says("not supported").says(instead);
    }
}

#[test]
fn a_wait_that_times_out_is_6_and_prints_its_handle() {
    let server = Server::start(&["--delay", "1h"]);
    let place = Place::with(&server);
    let started = Instant::now();
    let ran = place.run(&["--timeout", "1s", "snapshots", "create", "3247", "--name", "x", "--wait"]).exits(6);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    ran.prints_nothing().says("resume with: cloudsnap operations wait ");
    assert_eq!(place.run(&["operations", "list", "-o", "json"]).exits(0).json().as_array().unwrap().len(), 1);
}

#[test]
fn the_timeout_limits_the_whole_command() {
    let server = Server::start(&["--fault", "hang"]);
    for arguments in [&["snapshots", "list"][..], &["verify"], &["api", "GET", "/images"]] {
        let started = Instant::now();
        let place = Place::with(&server);
        let ran = place.run(&[&["--timeout", "500ms"], arguments].concat()).exits(6);
        assert!(started.elapsed() < Duration::from_secs(20), "{:?} {ran:#?}", started.elapsed());
    }
}

#[test]
fn a_contract_violation_is_7() {
    let server = Server::start(&["--fault", "drop-field:id@list_snapshots"]);
    Place::with(&server).run(&["snapshots", "list"]).exits(7).prints_nothing().says("/data/0");
}

#[test]
fn an_unknown_outcome_is_8_and_prints_its_handle() {
    let faults = ["--fault", "reset-after@create_snapshot*1", "--fault", "stale-list:3600@list_snapshots"];
    let server = Server::start(&faults);
    let place = Place::with(&server);
    let ran =
        place.run(&["--timeout", "3s", "snapshots", "create", "3247", "--name", "lost"]).exits(8).prints_nothing();
    ran.says("outcome unknown")
        .says("\"lost\"")
        .says("resume with: cloudsnap operations wait ")
        .says("operations forget ");
    assert_eq!(place.run(&["operations", "list", "-o", "json"]).exits(0).json().as_array().unwrap().len(), 1);
}

#[test]
fn some_of_several_is_9() {
    let place = Place::new();
    let ran = place.run(&["--sandbox", "snapshots", "delete", "14901", "5", "--yes", "-o", "json"]).exits(9);
    let entries = ran.json();
    assert_eq!(entries[0]["resource"]["id"], "14901");
    assert_eq!(entries[0]["error"], serde_json::Value::Null);
    assert_eq!((&entries[1]["resource"]["id"], &entries[1]["error"]["kind"]), (&"5".into(), &"not_found".into()));
    // All of several failed alike.
    place.run(&["--sandbox", "snapshots", "delete", "5", "6", "--yes"]).exits(4);
}

#[cfg(unix)]
#[test]
fn a_command_that_is_ended_by_a_signal_says_how_to_resume() {
    use std::process::{Command, Stdio};
    let server = Server::start(&["--delay", "1h"]);
    for (signal, code, reported) in
        [("INT", 130, "interrupted"), ("TERM", 143, "terminated by SIGTERM"), ("HUP", 129, "terminated by SIGHUP")]
    {
        let place = Place::with(&server);
        let mut command = place.command(&["snapshots", "create", "3247", "--name", signal, "--wait"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let began = Instant::now();
        let kept = loop {
            let kept = place.run(&["operations", "list", "-o", "json"]).json();
            if kept[0]["state"] == "running" {
                break kept;
            }
            assert!(began.elapsed() < Duration::from_secs(20));
        };
        let id = kept[0]["id"].as_str().unwrap();
        assert!(
            Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap().success()
        );
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{stderr}");
        assert!(stderr.contains(reported), "{stderr}");
        assert!(stderr.contains(&format!("resume with: cloudsnap operations wait {id}\n")), "{stderr}");
        assert!(!stderr.contains("cs1."), "{stderr}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_broken_pipe_is_0() {
    use std::process::Stdio;
    let place = Place::new();
    for arguments in
        [&["completions", "bash"][..], &["spec", "manageiq"], &["--sandbox", "snapshots", "list"], &["--help"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = place.command(arguments);
        let output = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// A successful status does not count if the body is not the provider's or reports an error.
#[test]
fn the_exit_code_of_api_depends_on_the_body() {
    let server = httpmock::MockServer::start();
    let place = Place::new().set("SYMINET_BASE_URL", &server.base_url()).set("SYMINET_API_TOKEN", "tok-0123456789");
    let get = ["api", "GET", "/images"];
    let post = ["--yes", "api", "POST", "/images/snapshots/7/create", "--data", r#"{"snapshot_name": "x"}"#];
    for (body, of_get, of_post) in [
        (r#"{"data": []}"#, 0, 0),
        ("\u{feff}{\"data\": []}", 0, 0),
        ("<html><title>Sign in</title><input type=password></html>", 1, 8),
        (r#"{"data": [], "data": [1]}"#, 1, 8),
        (r#"{"error": "no rights"}"#, 1, 1),
        ("\u{feff}{\"error\": \"no rights\"}", 1, 1),
    ] {
        let mut mock = server.mock(|_when, then| drop(then.status(200).body(body)));
        let (got, posted) = (place.run(&get), place.run(&post));
        mock.delete();
        assert_eq!((got.code, posted.code), (of_get, of_post), "{body}: {got:#?} {posted:#?}");
        assert_eq!(got.stdout.trim_end(), body, "the body is printed unchanged");
    }
}
