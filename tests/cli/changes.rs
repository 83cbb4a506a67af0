//! Mutating commands: confirmation, dry runs, lost responses, existing snapshots.

use crate::support::{Place, Server};

#[test]
fn a_command_that_needs_confirmation_is_refused_without_a_terminal() {
    let place = Place::new();
    for arguments in [
        &["snapshots", "delete", "14901"][..],
        &["snapshots", "restore", "14901", "--vm", "3247"],
        &["backups", "restore", "14963", "--vm", "3247"],
        &["backups", "disable", "3247"],
        &["api", "POST", "/images/snapshots/3247/create", "--data", "{\"snapshot_name\":\"x\"}"],
        // A GET request that modifies data.
        &["api", "GET", "/backups/3247/backups/disable"],
    ] {
        let arguments = [&["--sandbox"], arguments].concat();
        // A yes on stdin does not count if stdin is not a terminal.
        place.run_with(&arguments, "y\n").exits(2).prints_nothing().says("stdin is not a terminal").says("--yes");
    }
}

#[test]
fn a_dry_run_shows_the_request_and_changes_nothing() {
    let server = Server::start(&[]);
    let place = Place::with(&server);
    let before = place.run(&["snapshots", "list"]).exits(0).stdout;
    for (arguments, method, path) in [
        (&["snapshots", "create", "3247", "--name", "x"][..], "POST", "/images/snapshots/3247/create"),
        (&["snapshots", "create", "3247", "--name", "x", "--wait"], "POST", "/images/snapshots/3247/create"),
        (&["snapshots", "restore", "14901", "--vm", "3247"], "POST", "/images/snapshots/14901/restore/3247"),
        (&["snapshots", "rename", "14901", "x"], "POST", "/images/snapshots/14901/rename"),
        (&["snapshots", "delete", "14901"], "DELETE", "/images/snapshots/14901/delete"),
        (&["backups", "restore", "14963", "--vm", "3247"], "POST", "/backups/3247/restore/14963"),
        (&["backups", "enable", "3247"], "GET", "/backups/3247/backups/enable"),
        (&["backups", "disable", "3247"], "GET", "/backups/3247/backups/disable"),
    ] {
        let arguments = [&["--dry-run", "-o", "json"], arguments].concat();
        let mut planned = place.run(&arguments).exits(0).json();
        if arguments.contains(&"delete") {
            planned = planned[0].take();
        }
        let url = planned["url"].as_str().unwrap();
        assert_eq!(planned["method"], method, "{arguments:?} {planned}");
        assert!(url.starts_with(&server.base_url), "{url}");
        assert!(url.contains(path.rsplit_once('/').unwrap().1), "{url}");
        assert!(!planned.to_string().contains(&server.token));
    }
    let raw = ["--dry-run", "api", "POST", "/images/snapshots/3247/create", "--data", "{\"snapshot_name\":\"x\"}"];
    let ran = place.run(&raw).exits(0).says("no changes were made");
    assert!(ran.stdout.contains("POST http://") && ran.stdout.contains("\"snapshot_name\": \"x\""), "{ran:#?}");
    assert_eq!(place.run(&["snapshots", "list"]).exits(0).stdout, before);
    assert!(!place.state().join("operations").exists());
}

#[test]
fn a_lost_response_ends_with_exactly_one_snapshot() {
    for fault in ["reset-after@create_snapshot*1", "truncate@create_snapshot*1", "503-after@create_snapshot*1"] {
        let server = Server::start(&["--fault", fault, "--delay", "1s"]);
        let place = Place::with(&server);
        let before = place.snapshots().len();
        let ran = place.run(&["snapshots", "create", "3247", "--name", "once", "--wait", "-o", "json"]);
        assert!(matches!(ran.code, 0 | 8), "{fault} {ran:#?}");
        assert_eq!(place.snapshots().len(), before + 1, "{fault} {ran:#?}");
        if ran.code == 0 {
            assert_eq!(ran.json()["result"]["status"], "ready");
            assert!(ran.json()["result"]["name"].as_str().unwrap().contains("once"));
        }
    }
}

#[test]
fn if_missing_creates_only_one() {
    let server = Server::start(&["--delay", "1s"]);
    let place = Place::with(&server);
    let create = |more: &[&str]| {
        let ran = place
            .run(&[&["snapshots", "create", "3247", "--name", "daily", "--if-missing", "-o", "json"], more].concat());
        ran.exits(0).json()
    };
    let first = create(&[]);
    assert_eq!(first["operation"], "create_snapshot");
    let id = first["resource"]["id"].clone();
    // While it is being created, it is waited for and not created again.
    let second = create(&["--wait"]);
    assert_eq!((&second["resource"]["id"], &second["result"]["status"]), (&id, &"ready".into()));
    let third = create(&[]);
    assert_eq!((&third["resource"]["id"], &third["state"], &third["handle"]), (&id, &"done".into(), &().into()));
    assert_eq!(third["result"]["id"], id);
    assert_eq!(place.snapshots().len(), 5);
    // A different machine gets its own.
    place.run(&["snapshots", "create", "3271", "--name", "daily", "--if-missing"]).exits(0);
    assert_eq!(place.snapshots().len(), 6);
}

#[test]
fn a_snapshot_is_created_renamed_restored_and_deleted() {
    let server = Server::start(&["--delay", "300ms"]);
    let place = Place::with(&server);
    let run = |arguments: &[&str]| place.run(&[&["-o", "json"], arguments].concat()).exits(0).json();
    let created = run(&["snapshots", "create", "3247", "--name", "life", "--wait"])["result"].take();
    let id = created["id"].as_str().unwrap().to_owned();
    assert_eq!((&created["status"], &created["vm"]["id"]), (&"ready".into(), &"3247".into()));
    let renamed = run(&["snapshots", "rename", &id, "life-2"]);
    assert_eq!((&renamed["operation"], &renamed["resource"]["id"]), (&"rename_snapshot".into(), &id.as_str().into()));
    assert_eq!(run(&["snapshots", "get", &id])["name"], "life-2");
    let restored = run(&["snapshots", "restore", &id, "--vm", "3247", "--yes", "--wait"])["result"].take();
    assert_eq!((&restored["vm_id"], &restored["confirmed"]), (&"3247".into(), &false.into()));
    let deleted = run(&["snapshots", "delete", &id, "--yes", "--wait"]);
    assert_eq!(deleted[0]["result"], serde_json::json!({"id": id, "deleted": true}));
    place.run(&["snapshots", "get", &id]).exits(4);
    // A machine that is being restored is busy.
    std::thread::sleep(std::time::Duration::from_millis(400));
    let backups = run(&["backups", "list", "3247"]);
    let backup = backups[0]["id"].as_str().unwrap();
    let accepted = run(&["backups", "restore", backup, "--vm", "3247", "--yes"]);
    assert_eq!((&accepted["state"], &accepted["resource"]["kind"]), (&"accepted".into(), &"vm".into()));
    // Finished operations are not pending.
    assert_eq!(run(&["operations", "list"]), serde_json::json!([]));
}

#[test]
fn several_deletes_run_together_in_order() {
    let place = Place::new();
    let started = std::time::Instant::now();
    let ids = ["14933", "14901", "14937"];
    let arguments = [&["--sandbox", "-o", "json", "snapshots", "delete", "--yes", "--wait"], &ids[..]].concat();
    let gone = place.run(&arguments).exits(0).json();
    let reported: Vec<_> = gone.as_array().unwrap().iter().map(|one| one["result"]["id"].as_str().unwrap()).collect();
    assert_eq!(reported, ids);
    assert!(gone.as_array().unwrap().iter().all(|one| one["result"]["deleted"] == true));
    // The embedded sandbox is polled like any server on this machine; at the intervals for a provider this takes 26 s.
    assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
}
