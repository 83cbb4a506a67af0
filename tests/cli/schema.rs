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
        let told = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
        let errors: Vec<_> = validator.iter_errors(&printed).map(told).collect();
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

    let all: BTreeSet<String> = cloudsnap::cli::schemas().into_iter().map(|(command, _)| command.to_owned()).collect();
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
