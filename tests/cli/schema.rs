//! The JSON that commands print is what `schema` says.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Place;

/// Holds what a command printed against its schema.
fn hold(held: &mut BTreeSet<String>, place: &Place, command: &str, arguments: &[&str], stdin: &str) -> Value {
    let words: Vec<&str> = command.split(' ').collect();
    let schema = place.run(&[&["schema"], &words[..]].concat()).exits(0).json();
    let ran = place.run_with(&[&["--sandbox", "--yes", "-o", "json"], &words[..], arguments].concat(), stdin);
    let printed = ran.json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> =
        validator.iter_errors(&printed).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{command}: {errors:#?}\n{printed:#}");
    held.insert(command.to_owned());
    printed
}

#[test]
fn what_is_printed_fits() {
    let place = Place::new();
    let mut held = BTreeSet::new();
    let mut hold = |command: &str, arguments: &[&str]| hold(&mut held, &place, command, arguments, "{}");
    hold("providers", &[]);
    hold("spec", &[]);
    hold("snapshots list", &[]);
    hold("snapshots get", &["14901"]);
    let running = hold("snapshots create", &["3247", "--name", "a"]);
    assert!(!running["handle"].is_null());
    hold("operations list", &[]);
    hold("operations wait", &[running["handle"].as_str().unwrap()]);
    hold("snapshots create", &["3247", "--name", "a", "--if-missing"]);
    hold("snapshots create", &["3247", "--name", "b", "--wait"]);
    hold("snapshots create", &["3247", "--name", "b", "--dry-run"]);
    hold("snapshots rename", &["14901", "c"]);
    let backups = hold("backups list", &["3247"]);
    hold("backups restore", &[backups[0]["id"].as_str().unwrap(), "--vm", "3247"]);
    hold("backups enable", &["3271"]);
    hold("backups disable", &["3271"]);
    // A machine that is being restored is busy.
    std::thread::sleep(std::time::Duration::from_secs(4));
    hold("snapshots restore", &["14901", "--vm", "3247", "--wait"]);
    std::thread::sleep(std::time::Duration::from_secs(4));
    hold("snapshots restore", &["14937", "--vm", "3247"]);
    hold("snapshots delete", &["14901", "--dry-run"]);
    hold("snapshots delete", &["14901", "5", "--dry-run"]);
    hold("snapshots delete", &["14901"]);
    hold("snapshots delete", &["14933", "5"]);
    hold("snapshots delete", &["14937", "5", "--wait"]);
    hold("verify", &[]);
    hold("check", &["-", "--provider", "syminet", "--operation", "list_snapshots"]);
    // What the provider of this account lacks is held against the schema where a provider has it.
    let elsewhere = ["vms list", "snapshots clone", "snapshots import", "snapshots image"];
    let all: BTreeSet<String> = cloudsnap::cli::schemas().into_iter().map(|(command, _)| command.to_owned()).collect();
    let missing: Vec<_> = all.iter().filter(|command| !held.contains(*command)).collect();
    assert_eq!(missing, ["snapshots clone", "snapshots image", "snapshots import", "vms list"]);
    assert_eq!(missing.len(), elsewhere.len());
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
