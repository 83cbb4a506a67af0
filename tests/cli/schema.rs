//! The JSON that commands print is what `schema` says.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Place;

/// What was held so far, and where.
struct Held {
    place: Place,
    commands: BTreeSet<String>,
}

impl Held {
    /// Holds what a command printed against its schema.
    fn hold(&mut self, provider: &str, command: &str, arguments: &[&str]) -> Value {
        let words: Vec<&str> = command.split(' ').collect();
        let schema = self.place.run(&[&["schema"], &words[..]].concat()).exits(0).json();
        let global = ["--sandbox", "--provider", provider, "--yes", "-o", "json"];
        let printed = self.place.run_with(&[&global, &words[..], arguments].concat(), "{}").json();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let reported = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
        let errors: Vec<_> = validator.iter_errors(&printed).map(reported).collect();
        assert!(errors.is_empty(), "{command}: {errors:#?}\n{printed:#}");
        self.commands.insert(command.to_owned());
        printed
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn what_is_printed_fits() {
    let mut held = Held { place: Place::new(), commands: BTreeSet::new() };
    let mut hold = |command: &str, arguments: &[&str]| held.hold("syminet", command, arguments);
    hold("providers", &[]);
    hold("snapshots list", &[]);
    hold("snapshots get", &["14901"]);
    let running = hold("snapshots create", &["3247", "--name", "a"]);
    hold("operations list", &[]);
    hold("operations wait", &[text(&running["handle"])]);
    hold("snapshots create", &["3247", "--name", "a", "--if-missing"]);
    hold("snapshots create", &["3247", "--name", "b", "--wait"]);
    hold("snapshots create", &["3247", "--name", "b", "--dry-run"]);
    hold("snapshots rename", &["14901", "c"]);
    let backups = hold("backups list", &["3247"]);
    hold("backups restore", &[text(&backups[0]["id"]), "--vm", "3247"]);
    hold("backups enable", &["3271"]);
    hold("backups disable", &["3271"]);
    // A machine that is being restored is busy.
    std::thread::sleep(std::time::Duration::from_secs(4));
    hold("snapshots restore", &["14901", "--vm", "3247", "--wait"]);
    std::thread::sleep(std::time::Duration::from_secs(4));
    hold("snapshots restore", &["14937", "--vm", "3247"]);
    hold("snapshots prune", &["--name-prefix", "nightly", "--all-vms", "--keep-last", "1", "--dry-run"]);
    hold("snapshots delete", &["14901", "--dry-run"]);
    hold("snapshots delete", &["14901", "5", "--dry-run"]);
    hold("snapshots delete", &["14901"]);
    hold("snapshots delete", &["14933", "5"]);
    hold("snapshots delete", &["14937", "5", "--wait"]);
    hold("verify", &[]);
    hold("check", &["-", "--operation", "list_snapshots"]);

    // What only others have.
    let vms = held.hold("hyperstack", "vms list", &[]);
    held.hold("hyperstack", "vms get", &[text(&vms[0]["id"])]);
    let snapshots = held.hold("hyperstack", "snapshots list", &["--vm", text(&vms[0]["id"])]);
    held.hold("hyperstack", "snapshots image", &[text(&snapshots[0]["id"]), "--name", "i", "--wait"]);
    held.hold("hyperstack", "snapshots restore", &[text(&snapshots[0]["id"]), "--new-vm", "n", "--wait"]);
    held.hold("hyperstack", "vms delete", &[text(&vms[0]["id"])]);
    let snapshots = held.hold("genesiscloud", "snapshots list", &[]);
    let (id, region) = (text(&snapshots[0]["id"]), "EUC-DE-MUC-1");
    held.hold("genesiscloud", "snapshots clone", &[id, "--name", "copy", "--region", region, "--wait"]);
    let image = ["--url", "https://images.example/base.raw", "--size", "20", "--region", region, "--os-type", "linux"];
    held.hold("genesiscloud", "snapshots import", &[&["--name", "imported"], &image[..]].concat());

    // Profiles.
    let folder = held.place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "[profiles.a]\nprovider = \"syminet\"\ntoken = \"x\"\n").unwrap();
    held.hold("syminet", "profiles list", &[]);
    held.hold("syminet", "profiles show", &["a"]);
    held.hold("syminet", "profiles check", &["--offline"]);

    // The list of documents needs no provider.
    let printed = held.place.run(&["-o", "json", "spec"]).exits(0).json();
    let schema = held.place.run(&["schema", "spec"]).exits(0).json();
    assert!(jsonschema::is_valid(&schema, &printed));
    held.commands.insert("spec".to_owned());

    let all = held.place.run(&["schema"]).exits(0).json();
    let all: BTreeSet<String> = all.as_object().unwrap().keys().cloned().collect();
    // Those of plans need profiles, and are held in tests/nightly.
    let all = all.into_iter().filter(|command| command != "apply" && !command.starts_with("plan ")).collect();
    assert_eq!(held.commands, all, "every command with a schema is held against it");
}

#[test]
fn the_schema_refuses_what_is_left_out() {
    let place = Place::new();
    let schema = place.run(&["schema", "snapshots", "get"]).exits(0).json();
    let mut printed = place.run(&["--sandbox", "-o", "json", "snapshots", "get", "14901"]).exits(0).json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&printed));
    let names: Vec<String> = printed.as_object().unwrap().keys().cloned().collect();
    for name in names {
        let kept = printed.as_object_mut().unwrap().remove(&name).unwrap();
        assert!(!validator.is_valid(&printed), "{name} may be left out");
        printed[&name] = kept;
    }
    place.run(&["schema", "no", "such"]).exits(2).says("snapshots list");
    assert!(place.run(&["schema"]).exits(0).json()["snapshots list"]["type"] == "array");
}

/// What each provider's account has.
struct Account {
    provider: &'static str,
    vm: &'static str,
    /// Only this provider needs the machine to find a snapshot.
    names_machines: bool,
}

const ACCOUNTS: [Account; 4] = [
    Account { provider: "syminet", vm: "3247", names_machines: false },
    Account { provider: "manageiq", vm: "vms/1000000003247", names_machines: true },
    Account { provider: "hyperstack", vm: "418336", names_machines: false },
    Account { provider: "genesiscloud", vm: "", names_machines: false },
];

/// The keys of the one shape of all changing commands.
const KEYS: [&str; 9] =
    ["error", "handle", "operation", "profile", "provider", "resource", "result", "state", "warnings"];

#[test]
fn every_change_prints_one_shape_on_all_providers_whether_it_succeeds_or_fails() {
    for Account { provider, vm, names_machines } in ACCOUNTS {
        let place = Place::new();
        let run = |arguments: &[&str]| {
            let global = ["--sandbox", "--provider", provider, "--yes", "-o", "json"];
            let ran = place.run(&[&global, arguments].concat());
            let words = &arguments[..2];
            let schema = place.run(&[&["schema"], words].concat()).exits(0).json();
            let printed = ran.json();
            assert!(jsonschema::is_valid(&schema, &printed), "{provider} {arguments:?}: {printed:#}");
            let several = matches!(words, [_, "delete" | "wait"]);
            assert_eq!(printed.is_array(), several, "{provider} {arguments:?}: {printed:#}");
            for report in printed.as_array().unwrap_or(&vec![printed.clone()]) {
                let mut keys: Vec<_> = report.as_object().unwrap().keys().map(String::as_str).collect();
                keys.sort_unstable();
                assert_eq!(keys, KEYS, "{provider} {arguments:?}");
                assert_eq!(report["provider"], provider, "{provider} {arguments:?}");
                let failed = report["state"] == "failed";
                assert_eq!((ran.code != 0, report["error"].is_object()), (failed, failed), "{provider}: {report:#}");
            }
            printed
        };
        let listed = place.run(&["--sandbox", "--provider", provider, "-o", "json", "vms", "list"]);
        let vm = match vm {
            "" => listed.json()[0]["id"].as_str().unwrap().to_owned(),
            vm => vm.to_owned(),
        };
        let of_machine: &[&str] = if names_machines { &["--vm", &vm] } else { &[] };
        let running = run(&["snapshots", "create", &vm, "--name", "shape"]);
        assert_eq!(running["state"], "running", "{provider}: {running:#}");
        // It is still being made: that is what is told.
        let again = run(&["snapshots", "create", &vm, "--name", "shape", "--if-missing"]);
        assert!(again["state"] == "running" && again["handle"].is_string(), "{provider}: {again:#}");
        let waited = run(&["operations", "wait", text(&running["handle"])]);
        let id = text(&waited[0]["result"]["id"]).to_owned();
        let there = run(&["snapshots", "create", &vm, "--name", "shape", "--if-missing", "--wait"]);
        assert_eq!(
            (&there["state"], &there["result"]["id"]),
            (&"done".into(), &Value::from(id.as_str())),
            "{provider}"
        );
        run(&[&["snapshots", "delete", &id, "--wait"], of_machine].concat());
        let gone = run(&[&["snapshots", "delete", &id], of_machine].concat());
        assert_eq!((&gone[0]["resource"]["id"], &gone[0]["error"]["kind"]), (&id.as_str().into(), &"not_found".into()));
        run(&[&["snapshots", "restore", &id], &["--vm", &vm][..]].concat());
        run(&["snapshots", "rename", &id, "new"]);
        run(&["snapshots", "clone", &id, "--name", "copy", "--region", "r"]);
        run(&["snapshots", "image", &id, "--name", "image"]);
        run(&["snapshots", "import", "--name", "i", "--url", "https://x.example/", "--size", "1", "--region", "r"]);
        run(&["backups", "restore", "5", "--vm", &vm]);
    }
}

#[test]
fn a_wait_without_a_verdict_carries_its_handle() {
    let server = crate::support::Server::start(&["--delay", "1h"]);
    let place = Place::with(&server);
    let create = ["--timeout", "1s", "-o", "json", "snapshots", "create", "3247", "--name", "x", "--wait"];
    let reported = place.run(&create).exits(6).json();
    assert!(reported["state"] == "running" && text(&reported["handle"]).starts_with("cs1."), "{reported:#}");
    assert_eq!((&reported["error"]["kind"], &reported["resource"]["kind"]), (&"timeout".into(), &"snapshot".into()));
}
