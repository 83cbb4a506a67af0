//! Whatever a command prints as JSON, when it succeeds and when it fails, is what `schema` says: all commands, all providers.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::Place;

/// An account of the sandbox, and what exists in it.
struct Account {
    provider: &'static str,
    vm: String,
    snapshot: String,
    nobody: &'static str,
    nothing: &'static str,
}

fn account(place: &Place, provider: &'static str) -> Account {
    let json = |arguments: &[&str]| {
        place.run(&[&["--sandbox", "--provider", provider, "-o", "json"], arguments].concat()).exits(0).json()
    };
    let rows = json(&["snapshots", "list"]);
    let is_vm = |row: &&Value| row["vm"]["id"].as_str().is_some_and(|vm| !vm.starts_with("instances/"));
    let row = rows.as_array().unwrap().iter().find(is_vm).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (nobody, nothing) = match provider {
        "manageiq" => ("vms/99", "99"),
        "genesiscloud" => ("00000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-000000000001"),
        _ => ("99", "98"),
    };
    Account { provider, vm: text(&row["vm"]["id"]), snapshot: text(&row["id"]), nobody, nothing }
}

/// The lines of a command, good ones and bad ones: `VM` and `SNAPSHOT` exist, `NOBODY` and `NOTHING` do not.
const LINES: [&str; 52] = [
    "providers",
    "vms list",
    "vms list --glob none-*",
    "vms get VM",
    "vms get NOBODY",
    "vms delete NOBODY",
    "vms delete NOBODY --ignore-missing",
    "vms delete VM --dry-run",
    "snapshots list",
    "snapshots list --vm VM",
    "snapshots list --vm NOBODY",
    "snapshots list --limit 1 --sort created:desc",
    "snapshots list --label nightly",
    "snapshots get SNAPSHOT --vm VM",
    "snapshots get NOTHING --vm VM",
    "snapshots create VM --name schema --dry-run",
    "snapshots create VM --name schema",
    "snapshots create VM --name schema --if-missing",
    "snapshots create NOBODY --name schema",
    "snapshots create VM --name schema --memory --label x",
    "snapshots create a/b --name schema",
    "snapshots restore SNAPSHOT --vm VM --dry-run",
    "snapshots restore SNAPSHOT --vm VM --dry-run --safety-snapshot",
    "snapshots restore NOTHING --vm VM",
    "snapshots restore SNAPSHOT --vm NOBODY",
    "snapshots restore SNAPSHOT --new-vm schema",
    "snapshots rename SNAPSHOT renamed --vm VM",
    "snapshots rename NOTHING renamed --vm VM",
    "snapshots clone SNAPSHOT --name copy --region EUC-DE-MUC-1 --vm VM",
    "snapshots clone NOTHING --name copy --region nowhere",
    "snapshots import --name i --url https://x.example/i --size 5 --region EUC-DE-MUC-1 --os-type linux",
    "snapshots import --name i --url ftp://x --size 5 --region nowhere",
    "snapshots image SNAPSHOT --name image --vm VM",
    "snapshots image NOTHING --name image",
    "snapshots prune --name-prefix nightly --all-vms --keep-last 1 --dry-run",
    "snapshots delete NOTHING --vm VM",
    "snapshots delete NOTHING --vm VM --ignore-missing",
    "snapshots delete SNAPSHOT NOTHING --vm VM --dry-run",
    "snapshots delete SNAPSHOT NOTHING --vm VM --wait",
    "backups list VM",
    "backups list NOBODY",
    "backups restore 5 --vm VM",
    "backups enable VM",
    "backups disable NOBODY",
    "operations list",
    "operations wait --all",
    "operations wait nonsense",
    "profiles list",
    "profiles show nobody",
    "verify",
    "check no-such-file --operation list_snapshots",
    "spec",
];

#[test]
fn everything_printed_fits_its_schema_on_all_providers() {
    let place = Place::new();
    let schemas = place.run(&["schema"]).exits(0).json();
    let schemas: BTreeMap<&str, jsonschema::Validator> = schemas
        .as_object()
        .unwrap()
        .iter()
        .map(|(command, schema)| (command.as_str(), jsonschema::validator_for(schema).unwrap()))
        .collect();
    for provider in ["syminet", "manageiq", "hyperstack", "genesiscloud"] {
        let account = account(&place, provider);
        let mut printed = 0;
        for line in LINES {
            let words: Vec<&str> = line
                .split(' ')
                .map(|word| match word {
                    "VM" => account.vm.as_str(),
                    "SNAPSHOT" => account.snapshot.as_str(),
                    "NOBODY" => account.nobody,
                    "NOTHING" => account.nothing,
                    word => word,
                })
                .collect();
            // `profiles` are of no provider, and `spec` prints the list of all documents.
            let of_account: &[&str] = &["--sandbox", "--provider", account.provider, "--yes"];
            let global: &[&str] = if matches!(words[0], "profiles" | "spec") { &[] } else { of_account };
            let (ran, command) = (place.run(&[global, &["-o", "json"], &words].concat()), command_of(&schemas, &words));
            if ran.stdout.is_empty() {
                // What reads and fails prints nothing, and so does a line that cannot be read.
                assert!(ran.code != 0, "{provider} {line}: {ran:#?}");
                let changes = ["vms delete", "snapshots", "backups"].iter().any(|start| command.starts_with(start))
                    && !["list", "get", "prune"].iter().any(|end| command.ends_with(end));
                assert!(!changes, "{provider} {line}: a change that fails is reported as data: {ran:#?}");
                continue;
            }
            let (json, schema) = (ran.json(), &schemas[command]);
            let errors: Vec<_> = schema.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{provider} {line}: {errors:#?}\n{json:#}");
            let lines = place.run(&[global, &["-o", "jsonl", "--dry-run"], &words].concat()).stdout;
            assert!(
                lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()),
                "{provider} {line}: {lines}"
            );
            printed += 1;
        }
        assert!(printed > 30, "{provider}: {printed}");
    }
}

/// The command of a line: the longest name that has a schema.
fn command_of<'a>(schemas: &BTreeMap<&'a str, jsonschema::Validator>, words: &[&str]) -> &'a str {
    let line = words.join(" ");
    let fitting = schemas.keys().filter(|command| line == **command || line.starts_with(&format!("{command} ")));
    fitting.max_by_key(|command| command.len()).unwrap()
}
