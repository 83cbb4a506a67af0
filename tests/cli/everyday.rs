//! Everyday tasks of an operator: names instead of IDs, IDs from a pipe, labels, safety snapshots, pending operations that other
//! commands find finished.

use serde_json::Value;

use crate::support::{PROVIDERS, Place, Server, in_parallel};

/// A machine of the sandbox account that supports snapshots.
fn machine(place: &Place, provider: &str) -> String {
    match provider {
        "syminet" => "3247".to_owned(),
        "manageiq" => "vms/1000000003247".to_owned(),
        _ => text(&run(place, provider, &["vms", "list", "-o", "json"]).json()[0]["id"]),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a string")).to_owned()
}

/// Runs a command on the embedded sandbox, or on a served one if the home has its environment variables.
fn run(place: &Place, provider: &str, arguments: &[&str]) -> crate::support::Ran {
    place.run(&[account(place), &["--provider", provider, "--yes"], arguments].concat())
}

fn account(place: &Place) -> &'static [&'static str] {
    if place.environment.is_empty() { &["--sandbox"] } else { &[] }
}

/// The IDs in a list of snapshots.
fn ids(place: &Place, provider: &str, more: &[&str]) -> Vec<String> {
    let listed = run(place, provider, &[&["snapshots", "list", "-o", "json"], more].concat()).exits(0).json();
    listed.as_array().unwrap().iter().map(|row| text(&row["id"])).collect()
}

/// A snapshot, its machine, and another machine.
fn with_another_machine(place: &Place, provider: &str) -> (String, String, String) {
    let listed = run(place, provider, &["snapshots", "list", "-o", "json"]).exits(0).json();
    let rows: Vec<_> = listed.as_array().unwrap().iter().filter(|row| row["vm"]["id"].is_string()).collect();
    let own = rows.iter().find(|row| row["vm"]["id"] != "instances/1000000003276").unwrap();
    let other = match provider {
        "syminet" | "manageiq" => {
            text(&rows.iter().find(|row| row["vm"]["id"] != own["vm"]["id"]).unwrap()["vm"]["id"])
        }
        _ => {
            let vms = run(place, provider, &["vms", "list", "-o", "json"]).exits(0).json();
            let other = vms.as_array().unwrap().iter().find(|vm| vm["id"] != own["vm"]["id"]).unwrap();
            text(&other["id"])
        }
    };
    (text(&own["id"]), text(&own["vm"]["id"]), other)
}

#[test]
fn a_wrong_machine_is_4_on_every_provider_and_verb() {
    let place = Place::new();
    for provider in PROVIDERS {
        let (id, _, wrong) = with_another_machine(&place, provider);
        run(&place, provider, &["snapshots", "get", &id, "--vm", &wrong]).exits(4).says("belongs to VM");
        run(&place, provider, &["snapshots", "delete", &id, "--vm", &wrong]).exits(4).says("belongs to VM");
        // A snapshot of another machine is not ignored.
        run(&place, provider, &["snapshots", "delete", &id, "--vm", &wrong, "--ignore-missing"]).exits(4);
        if matches!(provider, "syminet" | "manageiq") {
            let wrong = if provider == "manageiq" { "vms/1000000003311" } else { &wrong };
            let restore = ["snapshots", "restore", &id, "--vm", wrong];
            run(&place, provider, &restore).exits(4).prints_nothing().says("nothing was sent");
        }
        assert!(ids(&place, provider, &[]).contains(&id), "{provider}");
    }
}

#[test]
fn ids_are_read_from_stdin_and_missing_ones_can_be_ignored() {
    let server = Server::start(&["--delay", "300ms"]);
    in_parallel(PROVIDERS, |provider| {
        let place = Place::of(&server, provider);
        let vm = machine(&place, provider);
        for name in ["one", "two"].iter().skip(ids(&place, provider, &["--vm", &vm]).len()) {
            run(&place, provider, &["snapshots", "create", &vm, "--name", name, "--wait"]).exits(0);
        }
        let of_vm = ids(&place, provider, &["--vm", &vm]);
        assert!(of_vm.len() >= 2, "{provider}: {of_vm:?}");
        let missing = if provider == "genesiscloud" { "00000000-0000-4000-8000-000000000000" } else { "99" };
        let account = ["--provider", provider, "--yes", "-o", "json"];
        let stdin = format!("{}\n{missing}\n\n{}\n", of_vm[0], of_vm[1]);
        let delete = ["snapshots", "delete", "-", "--vm", &vm, "--wait"];
        let ran = place.run_with(&[&account[..], &delete, &["--ignore-missing"]].concat(), &stdin).exits(0);
        let printed = ran.json();
        let states: Vec<_> = printed.as_array().unwrap().iter().map(|one| text(&one["state"])).collect();
        assert_eq!(states, ["done"; 3], "{provider}: {printed:#}");
        let named: Vec<_> = printed.as_array().unwrap().iter().map(|one| text(&one["resource"]["id"])).collect();
        assert_eq!(named, [&of_vm[0], missing, &of_vm[1]], "{provider}: in the order of the arguments");
        assert_eq!(
            printed[1]["warnings"],
            serde_json::json!([format!("snapshot {missing} does not exist; nothing was sent")])
        );
        // One line shows how many, also without a terminal.
        ran.says("delete 2 snapshots: 2 of 2 deleted (");
        assert!(ids(&place, provider, &["--vm", &vm]).iter().all(|id| !of_vm[..2].contains(id)), "{provider}");
        place.run_with(&[&account[..], &delete].concat(), missing).exits(4);
        place.run_with(&[&account[..], &delete].concat(), " \n").exits(2).says("no IDs on stdin");
    });
    // The confirmation cannot be read from the same stdin as the IDs.
    let place = Place::new();
    place.run_with(&["--sandbox", "snapshots", "delete", "-"], "14901").exits(2).says("--yes");
    let gone = run(&place, "hyperstack", &["vms", "delete", "99", "--ignore-missing", "-o", "json"]).exits(0).json();
    assert_eq!((&gone["state"], &gone["result"]["deleted"]), (&"done".into(), &true.into()), "{gone:#}");
    run(&place, "hyperstack", &["vms", "delete", "99"]).exits(4);
}

#[test]
fn machines_can_be_given_by_name_instead_of_id() {
    let server = Server::start(&["--delay", "300ms"]);
    let named = |provider: &str, arguments: &[&str]| run(&Place::of(&server, provider), provider, arguments);
    // An unsupported command is refused without looking up the name.
    for arguments in [
        &["backups", "list", "nobody"][..],
        &["backups", "enable", "nobody"],
        &["backups", "restore", "5", "--vm", "nobody"],
    ] {
        named("hyperstack", arguments).exits(5);
    }
    named("hyperstack", &["snapshots", "rename", "52926", "x", "--vm", "nobody"]).exits(5);
    named("hyperstack", &["snapshots", "image", "52926", "--name", "i", "--vm", "web-1"]).exits(0);
    named("hyperstack", &["snapshots", "image", "52926", "--name", "i", "--vm", "db-1"]).exits(4).says("belongs to VM");
    named("hyperstack", &["vms", "delete", "worker-1", "--wait"]).exits(0);
    named("hyperstack", &["vms", "get", "worker-1"]).exits(4);
    named("hyperstack", &["vms", "delete", "web-2"]).exits(4).says("did you mean");
    let listed = named("genesiscloud", &["snapshots", "list", "-o", "json"]).exits(0).json();
    let row = listed.as_array().unwrap().iter().find(|row| row["vm"]["id"].is_string()).unwrap();
    let vms = named("genesiscloud", &["vms", "list", "-o", "json"]).exits(0).json();
    let vm = vms.as_array().unwrap().iter().find(|vm| vm["id"] == row["vm"]["id"]).unwrap();
    let (id, name) = (text(&row["id"]), text(&vm["name"]));
    named("genesiscloud", &["snapshots", "rename", &id, "renamed", "--vm", &name]).exits(0);
    let clone = ["snapshots", "clone", &id, "--name", "copy", "--region", "EUC-DE-MUC-1", "--vm", &name];
    named("genesiscloud", &clone).exits(0);
    named("manageiq", &["snapshots", "delete", "1000000003342", "--vm", "web-1", "--wait"]).exits(0);
    for arguments in
        [&["backups", "list", "web-1"][..], &["backups", "disable", "web-1"], &["backups", "enable", "a b"]]
    {
        named("syminet", arguments).exits(2).says("Syminet cannot list machines");
    }
}

#[test]
fn labels_are_shown_and_filtered_where_the_provider_has_them() {
    let place = Place::new();
    let vm = machine(&place, "hyperstack");
    let create = [
        "snapshots",
        "create",
        &vm,
        "--name",
        "labelled",
        "--label",
        "keep",
        "--label",
        "blue",
        "--wait",
        "-o",
        "json",
    ];
    let created = run(&place, "hyperstack", &create).exits(0).json();
    assert_eq!(created["result"]["labels"], serde_json::json!(["keep", "blue"]), "{created:#}");
    let id = text(&created["result"]["id"]);
    assert_eq!(ids(&place, "hyperstack", &["--label", "keep", "--label", "blue"]), [id.as_str()]);
    assert!(ids(&place, "hyperstack", &["--label", "keep", "--label", "green"]).is_empty());
    let table = run(&place, "hyperstack", &["snapshots", "list", "--label", "keep"]).exits(0).stdout;
    assert!(table.contains("LABELS") && table.contains("keep,blue"), "{table}");
    // Without labels there is no column; if the provider has none, they are null and cannot be used as a filter.
    let table = run(&place, "syminet", &["snapshots", "list"]).exits(0).stdout;
    assert!(!table.contains("LABELS"), "{table}");
    for provider in ["syminet", "manageiq", "genesiscloud"] {
        let listed = run(&place, provider, &["snapshots", "list", "-o", "json"]).exits(0).json();
        assert!(listed[0]["labels"].is_null(), "{provider}");
        run(&place, provider, &["snapshots", "list", "--label", "keep"]).exits(5).prints_nothing().says("labels");
        if provider != "syminet" {
            let listed = run(&place, provider, &["vms", "list", "-o", "json"]).exits(0).json();
            assert!(listed[0]["labels"].is_null(), "{provider}");
            run(&place, provider, &["vms", "list", "--label", "keep"]).exits(5).prints_nothing().says("labels");
        }
    }
    // Machines and images have labels, too.
    let machines = run(&place, "hyperstack", &["vms", "list", "-o", "json", "--label", "studio"]).exits(0).json();
    assert_eq!((&machines[0]["name"], &machines[0]["labels"]), (&"web-1".into(), &serde_json::json!(["studio"])));
    run(&place, "hyperstack", &["vms", "list", "--label", "other"]).exits(0).says("no matching machines");
    let table = run(&place, "hyperstack", &["vms", "list"]).exits(0).stdout;
    assert!(table.contains("LABELS") && table.contains("studio"), "{table}");
    let image = ["snapshots", "image", &id, "--name", "golden", "--label", "base", "--wait", "-o", "json"];
    let image = run(&place, "hyperstack", &image).exits(0).json();
    assert_eq!(image["result"]["labels"], serde_json::json!(["base"]), "{image:#}");
}

#[test]
fn a_safety_snapshot_is_ready_before_a_restore_is_sent() {
    let server = Server::start(&["--delay", "300ms"]);
    in_parallel([("syminet", "14901"), ("manageiq", "1000000003342")], |(provider, snapshot)| {
        let place = Place::of(&server, provider);
        let vm = machine(&place, provider);
        let before = ids(&place, provider, &["--vm", &vm]);
        let restore = ["-o", "json", "snapshots", "restore", snapshot, "--vm", &vm, "--safety-snapshot"];
        let planned = run(&place, provider, &[&restore[..], &["--dry-run"]].concat()).exits(0).json();
        assert_eq!(planned.as_array().map(Vec::len), Some(2), "{provider}: {planned:#}");
        assert_eq!(ids(&place, provider, &["--vm", &vm]), before, "{provider}");
        let ran = run(&place, provider, &restore).exits(0);
        let report = ran.json();
        assert_eq!(report["operation"], "restore_snapshot", "{provider}: {report:#}");
        let new: Vec<_> = ids(&place, provider, &["--vm", &vm]).into_iter().filter(|id| !before.contains(id)).collect();
        assert_eq!(new.len(), 1, "{provider}: {}", ran.stderr);
        let warnings = report["warnings"].to_string();
        assert!(
            warnings.contains(&format!("safety snapshot {}", new[0])) && warnings.contains("before-restore-"),
            "{warnings}"
        );
        let schema = place.run(&["schema", "snapshots", "restore"]).exits(0).json();
        for printed in [&report, &planned] {
            assert!(jsonschema::is_valid(&schema, printed), "{printed:#}");
        }
    });
    // It does not become ready: nothing is restored, and the report is that of the create.
    let server = Server::start(&["--delay", "1h"]);
    let place = Place::with(&server);
    let restore = [
        "--yes",
        "-o",
        "json",
        "--timeout",
        "2s",
        "snapshots",
        "restore",
        "14901",
        "--vm",
        "3247",
        "--safety-snapshot",
    ];
    let report = place.run(&restore).exits(6).json();
    assert_eq!((&report["operation"], &report["state"]), (&"create_snapshot".into(), &"running".into()), "{report:#}");
    assert!(report["handle"].is_string(), "{report:#}");
    let kept = place.run(&["operations", "list", "-o", "json"]).exits(0).json();
    assert_eq!(kept.as_array().map(Vec::len), Some(1), "no restore was sent: {kept:#}");
    let server = Server::start(&["--delay", "300ms"]);
    let place = Place::of(&server, "syminet");
    let backups = run(&place, "syminet", &["backups", "list", "3247", "-o", "json"]).exits(0).json();
    let restore = ["backups", "restore", backups[0]["id"].as_str().unwrap(), "--vm", "3247", "--safety-snapshot"];
    run(&place, "syminet", &restore).exits(0).says("was created before the restore");
    // vCloud keeps one snapshot per machine: the safety snapshot could replace the one to be restored.
    let server = Server::start(&["--vms", "8", "--snapshots", "16"]);
    let of = |name: &str| server.ready["providers"]["manageiq"][name].as_str().unwrap().to_owned();
    let place = Place::new().set("MIQ_URL", &of("base_url")).set("MIQ_USERNAME", &of("username"));
    let place = place.set("MIQ_PASSWORD", &of("password"));
    let before = place.run(&["snapshots", "list", "-o", "json"]).exits(0).json();
    let row = before.as_array().unwrap().iter().find(|row| row["vm"]["name"] == "cache-1").unwrap();
    let (id, vm) = (text(&row["id"]), text(&row["vm"]["id"]).replace("instances/", "vms/"));
    let restore = ["--yes", "snapshots", "restore", &id, "--vm", &vm];
    let refused = place.run(&[&restore[..], &["--safety-snapshot"]].concat()).exits(2).prints_nothing();
    refused.says("cannot create a safety snapshot").says("vCloud").says("nothing was sent").says("--safety-snapshot");
    assert_eq!(place.run(&["snapshots", "list", "-o", "json"]).exits(0).json(), before);
    assert_eq!(place.run(&["operations", "list", "-o", "json"]).exits(0).json(), serde_json::json!([]));
    place.run(&restore).exits(0);
    // A new machine overwrites nothing, so there is no safety snapshot.
    let place = Place::new();
    let new = ["snapshots", "restore", "52926", "--new-vm", "n", "--safety-snapshot"];
    run(&place, "hyperstack", &new).exits(2);
    let in_place = ["snapshots", "restore", "52926", "--vm", "418336", "--safety-snapshot"];
    run(&place, "hyperstack", &in_place).exits(5).prints_nothing();
}

#[test]
fn an_operation_whose_snapshot_was_shown_ready_is_no_longer_pending() {
    let cases = PROVIDERS.into_iter().flat_map(|provider| [(provider, true), (provider, false)]);
    in_parallel(cases, |(provider, by_list)| {
        let place = Place::new();
        let vm = machine(&place, provider);
        let before = ids(&place, provider, &["--vm", &vm]);
        run(&place, provider, &["snapshots", "create", &vm, "--name", "settled"]).exits(0);
        let pending = || place.run(&["operations", "list", "-o", "json"]).exits(0).json().as_array().unwrap().len();
        let listed = || ids(&place, provider, &["--vm", &vm]);
        assert_eq!((listed().is_empty(), pending()), (false, 1), "{provider}: too early");
        std::thread::sleep(std::time::Duration::from_millis(3500));
        if by_list {
            listed();
        } else {
            // The ID is read from the sandbox's state file: a list would already remove the operation.
            let file = std::fs::read_to_string(place.state().join("sandbox.json")).unwrap();
            let Some(id) = created(&file, provider, "settled", &before) else { return };
            run(&place, provider, &["snapshots", "get", &id, "--vm", &vm]).exits(0);
        }
        assert_eq!(pending(), 0, "{provider}, by a list: {by_list}");
    });
}

/// The ID of the new snapshot with that name in the sandbox's state file.
fn created(file: &str, provider: &str, name: &str, before: &[String]) -> Option<String> {
    let store: Value = serde_json::from_str(file).unwrap();
    let rows = store["shelves"][provider]["snapshots"].as_array()?;
    let is_it = |row: &&Value| {
        row["name"].as_str().is_some_and(|known| known.starts_with(name)) && !before.contains(&text(&row["id"]))
    };
    rows.iter().find(is_it).map(|row| text(&row["id"]))
}

#[test]
fn many_operations_are_waited_for_by_one_list() {
    let server = Server::start(&["--delay", "2s", "--vms", "12", "--snapshots", "0"]);
    let of = |name: &str| server.ready["providers"]["hyperstack"][name].as_str().unwrap().to_owned();
    let place = Place::new().set("HYPERSTACK_API_KEY", &of("token")).set("HYPERSTACK_BASE_URL", &of("base_url"));
    let vms = place.run(&["vms", "list", "-o", "value", "--columns", "id"]).exits(0).stdout;
    let created: Vec<_> =
        vms.lines().filter(|vm| place.run(&["snapshots", "create", vm, "--name", "all"]).code == 0).collect();
    assert!(created.len() >= 6, "{vms}");
    let ran = place.run(&["-v", "operations", "wait", "--all", "-o", "json"]).exits(0);
    assert_eq!(ran.json().as_array().unwrap().len(), created.len());
    let count = |text: &str| ran.stderr.lines().filter(|line| line.starts_with("< ") && line.contains(text)).count();
    let (lists, gets) = (count("(list_snapshots"), count("(get_snapshot"));
    assert!(lists > 0 && gets < created.len(), "{lists} lists, {gets} single reads: {}", ran.stderr);
    ran.says(&format!("wait for {0} operations: {0} of {0} finished (", created.len()));
}
