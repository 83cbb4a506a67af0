//! Operations that outlive the command that began them.

use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Place, Server};

fn kept(place: &Place) -> Vec<Value> {
    place.run(&["operations", "list", "-o", "json"]).exits(0).json().as_array().unwrap().clone()
}

#[test]
fn a_killed_command_leaves_a_handle_that_finds_its_snapshot() {
    let server = Server::start(&["--fault", "hang-after@create_snapshot*1", "--delay", "1s"]);
    let place = Place::with(&server);
    let before = place.snapshots();
    let mut command = place.command(&["snapshots", "create", "3247", "--name", "orphan"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    while place.snapshots().len() == before.len() {
        assert!(began.elapsed() < Duration::from_secs(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();

    let kept_ones = kept(&place);
    assert_eq!(kept_ones.len(), 1);
    assert_eq!(kept_ones[0]["operation"], "create_snapshot");
    assert_eq!(kept_ones[0]["description"], "create snapshot \"orphan\" of vm 3247");
    let id = kept_ones[0]["id"].as_str().unwrap();
    let found = place.run(&["operations", "wait", id, "-o", "json"]).exits(0).json();
    assert_eq!((&found["name"], &found["status"]), (&"orphan".into(), &"ready".into()));
    assert!(kept(&place).is_empty());
}

#[test]
fn a_command_killed_before_it_sent_waits_for_an_effect_that_is_unknown() {
    let server = Server::start(&["--fault", "hang@create_snapshot"]);
    let place = Place::with(&server);
    let mut command = place.command(&["snapshots", "create", "3247", "--name", "never"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    while kept(&place).is_empty() {
        assert!(began.elapsed() < Duration::from_secs(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let handle = kept(&place)[0]["handle"].as_str().unwrap().to_owned();
    // From stdin, as scripts have it.
    let ran = place.run_with(&["--timeout", "1s", "operations", "wait", "-"], &format!("{handle}\n")).exits(8);
    ran.prints_nothing().says("handle: cs1.");
    assert_eq!(kept(&place).len(), 1);
    place.run(&["operations", "forget", &handle]).exits(0).says("forgotten");
    assert!(kept(&place).is_empty());
    place.run(&["operations", "forget", &handle]).exits(2);
}

#[test]
fn what_is_not_waited_for_is_kept_until_it_is() {
    let place = Place::new();
    let ran = place.run(&["--sandbox", "snapshots", "create", "3247", "--name", "later", "-o", "json"]).exits(0);
    let report = ran.json();
    assert_eq!(report["state"], "running");
    let handle = report["handle"].as_str().unwrap();
    assert_eq!(kept(&place)[0]["handle"], handle);
    // The handle says that it is of the sandbox, and the next command opens the same.
    let found = place.run(&["operations", "wait", handle, "-o", "json"]).exits(0).says("embedded sandbox").json();
    assert_eq!((&found["name"], &found["id"]), (&"later".into(), &report["resource"]["id"]));
    assert!(kept(&place).is_empty());
}

#[test]
fn a_handle_of_another_account_is_refused() {
    let (one, other) = (Server::start(&[]), Server::start(&["--token", "another-token"]));
    let place = Place::with(&one);
    let ran = place.run(&["snapshots", "create", "3247", "--name", "x", "-o", "json"]).exits(0);
    let handle = ran.json()["handle"].as_str().unwrap().to_owned();
    Place::with(&other).run(&["operations", "wait", &handle]).exits(2).says("does not fit this connection");
    let cut = &handle[..handle.len() - 7];
    place.run(&["operations", "wait", cut]).exits(2).says("no handle of a cloudsnap operation");
}

#[test]
fn nothing_is_sent_where_the_handle_cannot_be_kept() {
    let server = Server::start(&[]);
    let place = Place::with(&server);
    std::fs::write(place.state(), "a file where the folder should be").unwrap();
    place.run(&["snapshots", "create", "3247", "--name", "x"]).exits(1).says("CLOUDSNAP_STATE_DIR");
    assert_eq!(place.snapshots().len(), 4);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_listed() {
    let place = Place::new();
    place.run(&["--sandbox", "snapshots", "create", "3247", "--name", "x"]).exits(0);
    std::fs::write(place.state().join("operations/bad.json"), "{").unwrap();
    let ran = place.run(&["operations", "list"]).exits(0).says("bad.json");
    assert!(ran.stdout.contains("create snapshot"));
}
