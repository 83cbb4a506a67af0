//! The JSON that commands print is valid against `schema`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{Place, Server, in_parallel};

/// A provider's account, and the commands whose output was validated.
struct Checked {
    provider: &'static str,
    place: Place,
    commands: BTreeSet<String>,
}

impl Checked {
    /// Validates the output of a command against its schema.
    fn check(&mut self, command: &str, arguments: &[&str]) -> Value {
        let words: Vec<&str> = command.split(' ').collect();
        let schema = self.place.run(&[&["schema"], &words[..]].concat()).exits(0).json();
        let global = ["--provider", self.provider, "--yes", "-o", "json"];
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

/// The commands that Syminet supports, except restores.
fn syminet(checked: &mut Checked) {
    let mut check = |command: &str, arguments: &[&str]| checked.check(command, arguments);
    check("providers", &[]);
    check("snapshots list", &[]);
    check("snapshots get", &["14901"]);
    let running = check("snapshots create", &["3247", "--name", "a"]);
    check("operations list", &[]);
    check("operations wait", &[text(&running["handle"])]);
    check("snapshots create", &["3247", "--name", "a", "--if-missing"]);
    check("snapshots create", &["3247", "--name", "b", "--wait"]);
    check("snapshots create", &["3247", "--name", "b", "--dry-run"]);
    check("snapshots rename", &["14901", "c"]);
    check("backups enable", &["3271"]);
    check("backups disable", &["3271"]);
    check("snapshots prune", &["--name-prefix", "nightly", "--all-vms", "--keep-last", "1", "--dry-run"]);
    check("snapshots delete", &["14901", "--dry-run"]);
    check("snapshots delete", &["14901", "5", "--dry-run"]);
    check("snapshots delete", &["14901"]);
    check("snapshots delete", &["14933", "5"]);
    check("snapshots delete", &["14937", "5", "--wait"]);
    check("verify", &[]);
    check("check", &["-", "--operation", "list_snapshots"]);
}

/// The restores of Syminet: a machine is busy for a while after each.
fn restores(checked: &mut Checked) {
    let backups = checked.check("backups list", &["3247"]);
    checked.check("backups restore", &[text(&backups[0]["id"]), "--vm", "3247"]);
    std::thread::sleep(std::time::Duration::from_secs(1));
    checked.check("snapshots restore", &["14901", "--vm", "3247", "--wait"]);
    std::thread::sleep(std::time::Duration::from_secs(1));
    checked.check("snapshots restore", &["14937", "--vm", "3247"]);
}

/// The commands that only Hyperstack supports.
fn hyperstack(checked: &mut Checked) {
    let vms = checked.check("vms list", &[]);
    checked.check("vms get", &[text(&vms[0]["id"])]);
    let snapshots = checked.check("snapshots list", &["--vm", text(&vms[0]["id"])]);
    checked.check("snapshots image", &[text(&snapshots[0]["id"]), "--name", "i", "--wait"]);
    checked.check("snapshots restore", &[text(&snapshots[0]["id"]), "--new-vm", "n", "--wait"]);
    checked.check("vms delete", &[text(&vms[0]["id"])]);
}

/// The commands that only Genesis Cloud supports.
fn genesiscloud(checked: &mut Checked) {
    let snapshots = checked.check("snapshots list", &[]);
    let (id, region) = (text(&snapshots[0]["id"]), "EUC-DE-MUC-1");
    checked.check("snapshots clone", &[id, "--name", "copy", "--region", region, "--wait"]);
    let image = ["--url", "https://images.example/base.raw", "--size", "20", "--region", region, "--os-type", "linux"];
    checked.check("snapshots import", &[&["--name", "imported"], &image[..]].concat());
}

/// The commands that need no connection.
fn offline(checked: &mut Checked) {
    let folder = checked.place.path().join(".config/cloudsnap");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "[profiles.a]\nprovider = \"syminet\"\ntoken = \"x\"\n").unwrap();
    checked.check("profiles list", &[]);
    checked.check("profiles show", &["a"]);
    checked.check("profiles check", &["--offline"]);
    // The list of documents takes no provider.
    let printed = checked.place.run(&["-o", "json", "spec"]).exits(0).json();
    let schema = checked.place.run(&["schema", "spec"]).exits(0).json();
    assert!(jsonschema::is_valid(&schema, &printed));
    checked.commands.insert("spec".to_owned());
}

/// A part of the test, on its own account.
type Part = fn(&mut Checked);

#[test]
fn every_command_with_a_schema_prints_valid_output() {
    let parts: [(&str, Part); 5] = [
        ("syminet", syminet),
        ("syminet", restores),
        ("hyperstack", hyperstack),
        ("genesiscloud", genesiscloud),
        ("syminet", offline),
    ];
    let commands = in_parallel(parts, |(provider, part)| {
        let server = Server::start(&["--delay", "500ms"]);
        let mut checked = Checked { provider, place: Place::of(&server, provider), commands: BTreeSet::new() };
        part(&mut checked);
        checked.commands
    });
    let commands: BTreeSet<String> = commands.into_iter().flatten().collect();
    let all = Place::new().run(&["schema"]).exits(0).json();
    let all: BTreeSet<String> = all.as_object().unwrap().keys().cloned().collect();
    // The output of plans requires profiles and is validated in tests/nightly.
    let all = all.into_iter().filter(|command| command != "apply" && !command.starts_with("plan ")).collect();
    assert_eq!(commands, all, "the output of every command with a schema is validated");
}

#[test]
fn the_schema_requires_all_fields() {
    let place = Place::new();
    let schema = place.run(&["schema", "snapshots", "get"]).exits(0).json();
    let mut printed = place.run(&["--sandbox", "-o", "json", "snapshots", "get", "14901"]).exits(0).json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&printed));
    let names: Vec<String> = printed.as_object().unwrap().keys().cloned().collect();
    for name in names {
        let kept = printed.as_object_mut().unwrap().remove(&name).unwrap();
        assert!(!validator.is_valid(&printed), "{name} is not required");
        printed[&name] = kept;
    }
    place.run(&["schema", "no", "such"]).exits(2).says("snapshots list");
    assert!(place.run(&["schema"]).exits(0).json()["snapshots list"]["type"] == "array");
}

/// A provider's account.
struct Account {
    provider: &'static str,
    vm: &'static str,
    /// Whether the provider requires the machine to find a snapshot.
    requires_vm: bool,
}

const ACCOUNTS: [Account; 4] = [
    Account { provider: "syminet", vm: "3247", requires_vm: false },
    Account { provider: "manageiq", vm: "vms/1000000003247", requires_vm: true },
    Account { provider: "hyperstack", vm: "418336", requires_vm: false },
    Account { provider: "genesiscloud", vm: "", requires_vm: false },
];

/// The keys of the shape that all mutating commands print.
const KEYS: [&str; 9] =
    ["error", "handle", "operation", "profile", "provider", "resource", "result", "state", "warnings"];

#[test]
fn every_change_prints_the_same_shape_on_all_providers_on_success_and_failure() {
    in_parallel(ACCOUNTS, |Account { provider, vm, requires_vm }| {
        let server = Server::start(&["--delay", "3s"]);
        let place = Place::of(&server, provider);
        let run = |arguments: &[&str]| {
            let global = ["--yes", "-o", "json"];
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
        let listed = place.run(&["-o", "json", "vms", "list"]);
        let vm = match vm {
            "" => listed.json()[0]["id"].as_str().unwrap().to_owned(),
            vm => vm.to_owned(),
        };
        let of_machine: &[&str] = if requires_vm { &["--vm", &vm] } else { &[] };
        let running = run(&["snapshots", "create", &vm, "--name", "shape"]);
        assert_eq!(running["state"], "running", "{provider}: {running:#}");
        // It is still being created, and is reported as running.
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
    });
}

#[test]
fn a_wait_that_times_out_prints_its_handle() {
    let server = crate::support::Server::start(&["--delay", "1h"]);
    let place = Place::with(&server);
    let create = ["--timeout", "1s", "-o", "json", "snapshots", "create", "3247", "--name", "x", "--wait"];
    let reported = place.run(&create).exits(6).json();
    assert!(reported["state"] == "running" && text(&reported["handle"]).starts_with("cs1."), "{reported:#}");
    assert_eq!((&reported["error"]["kind"], &reported["resource"]["kind"]), (&"timeout".into(), &"snapshot".into()));
}
