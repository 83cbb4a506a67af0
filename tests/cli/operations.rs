//! Operations that continue after the command that started them.

use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Place, Server};

fn pending(place: &Place) -> Vec<Value> {
    place.run(&["operations", "list", "-o", "json"]).exits(0).json().as_array().unwrap().clone()
}

#[test]
fn a_killed_command_leaves_a_handle_that_finds_its_snapshot() {
    let server = Server::start(&["--fault", "hang-after@create_snapshot*1", "--delay", "1s"]);
    let place = Place::with(&server);
    let before = place.snapshots();
    let mut command = place.command(&["snapshots", "create", "3247", "--name", "orphan"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let started = Instant::now();
    while place.snapshots().len() == before.len() {
        assert!(started.elapsed() < Duration::from_secs(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();

    let entries = pending(&place);
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["operation"], "create_snapshot");
    assert_eq!(entries[0]["description"], "create snapshot \"orphan\" for VM 3247");
    let id = entries[0]["id"].as_str().unwrap();
    let found = place.run(&["operations", "wait", id, "-o", "json"]).exits(0).json();
    let found = &found[0]["result"];
    assert_eq!((&found["name"], &found["status"]), (&"orphan".into(), &"ready".into()));
    assert!(pending(&place).is_empty());
}

#[test]
fn after_a_command_was_killed_before_sending_the_outcome_is_unknown() {
    let server = Server::start(&["--fault", "hang@create_snapshot"]);
    let place = Place::with(&server);
    let mut command = place.command(&["snapshots", "create", "3247", "--name", "never"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let started = Instant::now();
    while pending(&place).is_empty() {
        assert!(started.elapsed() < Duration::from_secs(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let handle = pending(&place)[0]["handle"].as_str().unwrap().to_owned();
    // The handle comes from stdin, as in scripts.
    let ran = place.run_with(&["--timeout", "1s", "operations", "wait", "-"], &format!("{handle}\n")).exits(8);
    ran.prints_nothing().says("operations wait ");
    assert_eq!(pending(&place).len(), 1);
    place.run(&["operations", "forget", &handle]).exits(0).says("no longer tracked");
    assert!(pending(&place).is_empty());
    place.run(&["operations", "forget", &handle]).exits(2);
}

#[test]
fn an_operation_stays_pending_until_it_is_waited_for() {
    let place = Place::new();
    let ran = place.run(&["--sandbox", "snapshots", "create", "3247", "--name", "later", "-o", "json"]).exits(0);
    let report = ran.json();
    assert_eq!(report["state"], "running");
    let handle = report["handle"].as_str().unwrap();
    assert_eq!(pending(&place)[0]["handle"], handle);
    // The handle belongs to the embedded sandbox, so the command opens it.
    let found = place.run(&["operations", "wait", handle, "-o", "json"]).exits(0).says("embedded sandbox").json();
    let found = &found[0]["result"];
    assert_eq!((&found["name"], &found["id"]), (&"later".into(), &report["resource"]["id"]));
    assert!(pending(&place).is_empty());
}

#[test]
fn a_handle_of_another_account_is_refused() {
    let (one, other) = (Server::start(&[]), Server::start(&["--token", "another-token"]));
    let place = Place::with(&one);
    let ran = place.run(&["snapshots", "create", "3247", "--name", "x", "-o", "json"]).exits(0);
    let handle = ran.json()["handle"].as_str().unwrap().to_owned();
    Place::with(&other).run(&["operations", "wait", &handle]).exits(2).says("but this client is connected to");
    let cut = &handle[..handle.len() - 7];
    place.run(&["operations", "wait", cut]).exits(2).says("invalid handle");
}

#[test]
fn nothing_is_sent_if_the_handle_cannot_be_recorded() {
    let server = Server::start(&[]);
    let place = Place::with(&server);
    std::fs::write(place.state(), "a file instead of a directory").unwrap();
    place.run(&["snapshots", "create", "3247", "--name", "x"]).exits(1).says("CLOUDSNAP_STATE_DIR");
    assert_eq!(place.snapshots().len(), 4);
}

#[test]
fn unreadable_entries_are_reported_and_the_others_listed() {
    let place = Place::new();
    place.run(&["--sandbox", "snapshots", "create", "3247", "--name", "x"]).exits(0);
    std::fs::write(place.state().join("operations/bad.json"), "{").unwrap();
    let ran = place.run(&["operations", "list"]).exits(0).says("bad.json");
    assert!(ran.stdout.contains("create snapshot"));
}

/// A home with a profile for each of some accounts of a served sandbox.
fn with_profiles(server: &Server, providers: &[&str]) -> Place {
    let place = Place::new();
    let folder = place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    let mut text = String::new();
    for provider in providers {
        let account = &server.ready["providers"][provider];
        text.push_str(&format!("[profiles.\"my {provider}\"]\nprovider = \"{provider}\"\n"));
        for key in ["base_url", "token", "username", "password"] {
            if let Some(value) = account[key].as_str() {
                text.push_str(&format!("{key} = \"{value}\"\n"));
            }
        }
    }
    std::fs::write(folder.join("config.toml"), text).unwrap();
    place
}

const MACHINES: [(&str, &str); 2] = [("my hyperstack", "418336"), ("my manageiq", "vms/1000000003247")];

#[test]
fn a_pending_operation_contains_its_profile_and_the_hint_can_be_pasted() {
    let server = Server::start(&["--delay", "1s"]);
    let place = with_profiles(&server, &["hyperstack", "manageiq"]);
    for (profile, vm) in MACHINES {
        let create = ["--profile", profile, "snapshots", "create", vm, "--name", "hinted"];
        let ran = place.run(&create).exits(0);
        let hint = ran.stderr.lines().find_map(|line| line.split_once("resume with: ")).unwrap().1.to_owned();
        assert!(hint.starts_with(&format!("cloudsnap --profile '{profile}' operations wait ")), "{hint}");
        let listed = place.run(&["operations", "list"]).exits(0).stdout;
        let row = listed.lines().nth(1).unwrap();
        assert!(row.contains("running") && row.contains(profile) && row.contains(vm), "{listed}");
        // Pasted into a shell.
        let program = format!("cloudsnap() {{ '{}' \"$@\"; }}\n{hint} -o json", crate::support::PROGRAM);
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &program]).env_clear().env("HOME", place.path()).env("CLOUDSNAP_STATE_DIR", place.state());
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{hint}: {}", String::from_utf8_lossy(&output.stderr));
        let reported: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&reported[0]["profile"], &reported[0]["state"]), (&profile.into(), &"done".into()), "{reported}");
    }
}

#[test]
fn wait_all_waits_for_the_operations_of_all_profiles() {
    let server = Server::start(&["--delay", "1s"]);
    let place = with_profiles(&server, &["hyperstack", "manageiq"]);
    for (profile, vm) in MACHINES {
        place.run(&["--profile", profile, "snapshots", "create", vm, "--name", "all"]).exits(0);
    }
    let reported = place.run(&["operations", "wait", "--all", "-o", "json"]).exits(0).json();
    for (one, (profile, _)) in reported.as_array().unwrap().iter().zip(MACHINES) {
        assert_eq!((&one["profile"], &one["result"]["status"]), (&profile.into(), &"ready".into()), "{reported}");
    }
    assert_eq!(reported.as_array().unwrap().len(), MACHINES.len());
    assert!(pending(&place).is_empty());
    place.run(&["operations", "wait", "--all"]).exits(0).says("no pending operations");
}

#[test]
fn forget_finished_keeps_running_operations() {
    let server = Server::start(&["--delay", "1s"]);
    let place = Place::with(&server);
    for vm in ["3247", "3271"] {
        place.run(&["snapshots", "create", vm, "--name", "x"]).exits(0);
    }
    // On a slower server.
    let slow = Server::start(&["--delay", "1h"]);
    let other = Place { folder: place.folder, environment: Place::with(&slow).environment };
    for vm in ["3247", "3271"] {
        other.run(&["snapshots", "create", vm, "--name", "y"]).exits(0);
    }
    let place = Place { folder: other.folder, environment: Place::with(&server).environment };
    std::thread::sleep(Duration::from_millis(1500));
    let reported = place.run(&["operations", "forget", "--finished"]).exits(0);
    reported.says("but this client is connected to").says("2 of 4 operations have finished");
    let left = pending(&place);
    let ids: Vec<_> = left.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    place
        .run(&["operations", "forget", ids[0], "00000000"])
        .exits(2)
        .says("neither the ID of a pending operation nor a valid handle");
    place.run(&[&["operations", "forget"], &ids[..]].concat()).exits(0);
    assert!(pending(&place).is_empty());
}

#[test]
fn a_create_whose_snapshot_was_deleted_is_no_longer_pending() {
    let server = Server::start(&["--delay", "300ms"]);
    let place = Place::with(&server);
    let created = place.run(&["snapshots", "create", "3247", "--name", "x", "-o", "json"]).exits(0).json();
    let id = created["resource"]["id"].as_str().unwrap();
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(pending(&place).len(), 1);
    place.run(&["snapshots", "delete", id, "--yes", "--wait"]).exits(0);
    assert!(pending(&place).is_empty(), "its snapshot was deleted, so the create is no longer pending");
}

#[test]
fn a_reset_of_the_sandbox_removes_its_operations() {
    let server = Server::start(&[]);
    let place = Place::with(&server);
    place.run(&["snapshots", "create", "3247", "--name", "served"]).exits(0);
    place.run(&["--sandbox", "snapshots", "create", "3247", "--name", "embedded"]).exits(0);
    let claims = || std::fs::read_to_string(place.state().join("claims.json")).unwrap();
    assert!(pending(&place).len() == 2 && claims().contains("sandbox.localhost"));
    place.run(&["sandbox", "reset"]).exits(0);
    let left = pending(&place);
    assert!(left.len() == 1 && left[0]["description"].as_str().unwrap().contains("served"), "{left:?}");
    assert!(!claims().contains("sandbox.localhost") && claims().contains("127.0.0.1"));
}
