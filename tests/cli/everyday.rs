//! What makes the days of an operator: names instead of ids, ids from a pipe, labels, safety before a restore, pending operations
//! that end by themselves.

use serde_json::Value;

use crate::support::{Place, Server};

const PROVIDERS: [&str; 4] = ["syminet", "manageiq", "hyperstack", "genesiscloud"];

/// A machine of the sandbox account whose snapshots can be created.
fn machine(place: &Place, provider: &str) -> String {
    match provider {
        "syminet" => "3247".to_owned(),
        "manageiq" => "vms/1000000003247".to_owned(),
        _ => text(&run(place, provider, &["vms", "list", "-o", "json"]).json()[0]["id"]),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

fn run(place: &Place, provider: &str, arguments: &[&str]) -> crate::support::Ran {
    place.run(&[&["--sandbox", "--provider", provider, "--yes"], arguments].concat())
}

/// The ids of the snapshots of a list.
fn ids(place: &Place, provider: &str, more: &[&str]) -> Vec<String> {
    let listed = run(place, provider, &[&["snapshots", "list", "-o", "json"], more].concat()).exits(0).json();
    listed.as_array().unwrap().iter().map(|row| text(&row["id"])).collect()
}

/// A snapshot with the machine that it is of, and another machine.
fn of_another_machine(place: &Place, provider: &str) -> (String, String, String) {
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
        let (id, _, wrong) = of_another_machine(&place, provider);
        run(&place, provider, &["snapshots", "get", &id, "--vm", &wrong]).exits(4).says("belongs to VM");
        run(&place, provider, &["snapshots", "delete", &id, "--vm", &wrong]).exits(4).says("belongs to VM");
        // That a snapshot is another machine's is nothing to ignore.
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
fn ids_come_from_stdin_and_what_is_missing_can_be_ignored() {
    for provider in PROVIDERS {
        let place = Place::new();
        let vm = machine(&place, provider);
        for name in ["one", "two"].iter().skip(ids(&place, provider, &["--vm", &vm]).len()) {
            run(&place, provider, &["snapshots", "create", &vm, "--name", name, "--wait"]).exits(0);
        }
        let of_vm = ids(&place, provider, &["--vm", &vm]);
        assert!(of_vm.len() >= 2, "{provider}: {of_vm:?}");
        let missing = if provider == "genesiscloud" { "00000000-0000-4000-8000-000000000000" } else { "99" };
        let account = ["--sandbox", "--provider", provider, "--yes", "-o", "json"];
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
        // One line says how many, also where nobody watches.
        ran.says("delete 2 snapshots: 2 of 2 deleted (");
        assert!(ids(&place, provider, &["--vm", &vm]).iter().all(|id| !of_vm[..2].contains(id)), "{provider}");
        place.run_with(&[&account[..], &delete].concat(), missing).exits(4);
        place.run_with(&[&account[..], &delete].concat(), " \n").exits(2).says("no IDs on stdin");
    }
    // A question cannot be answered by the stdin that the ids came from.
    let place = Place::new();
    place.run_with(&["--sandbox", "snapshots", "delete", "-"], "14901").exits(2).says("--yes");
    let gone = run(&place, "hyperstack", &["vms", "delete", "99", "--ignore-missing", "-o", "json"]).exits(0).json();
    assert_eq!((&gone["state"], &gone["result"]["deleted"]), (&"done".into(), &true.into()), "{gone:#}");
    run(&place, "hyperstack", &["vms", "delete", "99"]).exits(4);
}

#[test]
fn machines_are_named_wherever_an_id_of_one_is_taken() {
    let place = Place::new();
    let named = |provider: &str, arguments: &[&str]| run(&place, provider, arguments);
    // What a provider does not offer is refused without looking anybody up.
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
    let made = run(&place, "hyperstack", &create).exits(0).json();
    assert_eq!(made["result"]["labels"], serde_json::json!(["keep", "blue"]), "{made:#}");
    let id = text(&made["result"]["id"]);
    assert_eq!(ids(&place, "hyperstack", &["--label", "keep", "--label", "blue"]), [id.as_str()]);
    assert!(ids(&place, "hyperstack", &["--label", "keep", "--label", "green"]).is_empty());
    let table = run(&place, "hyperstack", &["snapshots", "list", "--label", "keep"]).exits(0).stdout;
    assert!(table.contains("LABELS") && table.contains("keep,blue"), "{table}");
    // Where no row has one there is no column; where the provider has none they are null, and cannot be asked for.
    let table = run(&place, "syminet", &["snapshots", "list"]).exits(0).stdout;
    assert!(!table.contains("LABELS"), "{table}");
    for provider in ["syminet", "manageiq", "genesiscloud"] {
        let listed = run(&place, provider, &["snapshots", "list", "-o", "json"]).exits(0).json();
        assert!(listed[0]["labels"].is_null(), "{provider}");
        run(&place, provider, &["snapshots", "list", "--label", "keep"]).exits(5).prints_nothing().says("labels");
    }
}

#[test]
fn a_safety_snapshot_is_ready_before_a_restore_is_sent() {
    for (provider, snapshot) in [("syminet", "14901"), ("manageiq", "1000000003342")] {
        let place = Place::new();
        let vm = machine(&place, provider);
        let before = ids(&place, provider, &["--vm", &vm]);
        let restore = ["-o", "json", "snapshots", "restore", snapshot, "--vm", &vm, "--safety-snapshot"];
        let planned = run(&place, provider, &[&restore[..], &["--dry-run"]].concat()).exits(0).json();
        assert_eq!(planned.as_array().map(Vec::len), Some(2), "{provider}: {planned:#}");
        assert_eq!(ids(&place, provider, &["--vm", &vm]), before, "{provider}");
        let ran = run(&place, provider, &restore).exits(0);
        let (report, told) = (ran.json(), &ran.stderr);
        assert_eq!(report["operation"], "restore_snapshot", "{provider}: {report:#}");
        let new: Vec<_> = ids(&place, provider, &["--vm", &vm]).into_iter().filter(|id| !before.contains(id)).collect();
        assert_eq!(new.len(), 1, "{provider}: {told}");
        let warnings = report["warnings"].to_string();
        assert!(
            warnings.contains(&format!("safety snapshot {}", new[0])) && warnings.contains("before-restore-"),
            "{warnings}"
        );
        let schema = place.run(&["schema", "snapshots", "restore"]).exits(0).json();
        for printed in [&report, &planned] {
            assert!(jsonschema::is_valid(&schema, printed), "{printed:#}");
        }
    }
    // It is not ready: nothing is restored, and the report is of the step that went on.
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
    let place = Place::new();
    let backups = run(&place, "syminet", &["backups", "list", "3247", "-o", "json"]).exits(0).json();
    let restore = ["backups", "restore", backups[0]["id"].as_str().unwrap(), "--vm", "3247", "--safety-snapshot"];
    run(&place, "syminet", &restore).exits(0).says("was taken before the restore");
    // Where nothing is overwritten there is nothing to save.
    let new = ["snapshots", "restore", "52926", "--new-vm", "n", "--safety-snapshot"];
    run(&place, "hyperstack", &new).exits(2);
    let in_place = ["snapshots", "restore", "52926", "--vm", "418336", "--safety-snapshot"];
    run(&place, "hyperstack", &in_place).exits(5).prints_nothing();
}

#[test]
fn what_a_list_or_a_get_shows_ready_is_no_longer_pending() {
    for provider in PROVIDERS {
        for by_list in [true, false] {
            let place = Place::new();
            let vm = machine(&place, provider);
            let before = ids(&place, provider, &["--vm", &vm]);
            run(&place, provider, &["snapshots", "create", &vm, "--name", "settled"]).exits(0);
            let pending = || place.run(&["operations", "list", "-o", "json"]).exits(0).json().as_array().unwrap().len();
            assert_eq!(
                (ids(&place, provider, &["--vm", &vm]).is_empty(), pending()),
                (false, 1),
                "{provider}: too early"
            );
            std::thread::sleep(std::time::Duration::from_millis(3500));
            let listed = || ids(&place, provider, &["--vm", &vm]);
            if by_list {
                listed();
            } else {
                // Read by the file of the sandbox alone: a list would settle it.
                let file = std::fs::read_to_string(place.state().join("sandbox.json")).unwrap();
                let Some(id) = made(&file, provider, "settled", &before) else { continue };
                run(&place, provider, &["snapshots", "get", &id, "--vm", &vm]).exits(0);
            }
            assert_eq!(pending(), 0, "{provider}, by a list: {by_list}");
        }
    }
}

/// The id of the newest snapshot of that name in the sandbox's own file.
fn made(file: &str, provider: &str, name: &str, before: &[String]) -> Option<String> {
    let store: Value = serde_json::from_str(file).unwrap();
    let rows = store["shelves"][provider]["snapshots"].as_array()?;
    let is_it = |row: &&Value| {
        row["name"].as_str().is_some_and(|known| known.starts_with(name)) && !before.contains(&text(&row["id"]))
    };
    rows.iter().find(is_it).map(|row| text(&row["id"]))
}

#[test]
fn many_operations_are_waited_for_by_one_list() {
    let server = Server::start(&["--delay", "3s", "--vms", "12", "--snapshots", "0"]);
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
    assert!(lists > 0 && gets < created.len(), "{lists} lists, {gets} looks: {}", ran.stderr);
    ran.says(&format!("wait for {0} operations: {0} of {0} finished (", created.len()));
}
