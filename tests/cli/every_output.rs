//! Everything that a command prints as JSON, on success and on failure, is valid against `schema`: all commands, all providers.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{PROVIDERS, Place, Server, in_parallel};

/// An account of the sandbox, with an existing machine and snapshot, and IDs that do not exist.
struct Account {
    provider: &'static str,
    vm: String,
    snapshot: String,
    unknown_vm: &'static str,
    unknown_snapshot: &'static str,
}

fn account(place: &Place, provider: &'static str) -> Account {
    let json =
        |arguments: &[&str]| place.run(&[&["--provider", provider, "-o", "json"], arguments].concat()).exits(0).json();
    let rows = json(&["snapshots", "list"]);
    let is_vm = |row: &&Value| row["vm"]["id"].as_str().is_some_and(|vm| !vm.starts_with("instances/"));
    let row = rows.as_array().unwrap().iter().find(is_vm).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (unknown_vm, unknown_snapshot) = match provider {
        "manageiq" => ("vms/99", "99"),
        "genesiscloud" => ("00000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-000000000001"),
        _ => ("99", "98"),
    };
    Account { provider, vm: text(&row["vm"]["id"]), snapshot: text(&row["id"]), unknown_vm, unknown_snapshot }
}

/// Command lines, valid and invalid ones. `VM` and `SNAPSHOT` exist, `NO-VM` and `NO-SNAPSHOT` do not.
const LINES: [&str; 52] = [
    "providers",
    "vms list",
    "vms list --glob none-*",
    "vms get VM",
    "vms get NO-VM",
    "vms delete NO-VM",
    "vms delete NO-VM --ignore-missing",
    "vms delete VM --dry-run",
    "snapshots list",
    "snapshots list --vm VM",
    "snapshots list --vm NO-VM",
    "snapshots list --limit 1 --sort created:desc",
    "snapshots list --label nightly",
    "snapshots get SNAPSHOT --vm VM",
    "snapshots get NO-SNAPSHOT --vm VM",
    "snapshots create VM --name schema --dry-run",
    "snapshots create VM --name schema",
    "snapshots create VM --name schema --if-missing",
    "snapshots create NO-VM --name schema",
    "snapshots create VM --name schema --memory --label x",
    "snapshots create a/b --name schema",
    "snapshots restore SNAPSHOT --vm VM --dry-run",
    "snapshots restore SNAPSHOT --vm VM --dry-run --safety-snapshot",
    "snapshots restore NO-SNAPSHOT --vm VM",
    "snapshots restore SNAPSHOT --vm NO-VM",
    "snapshots restore SNAPSHOT --new-vm schema",
    "snapshots rename SNAPSHOT renamed --vm VM",
    "snapshots rename NO-SNAPSHOT renamed --vm VM",
    "snapshots clone SNAPSHOT --name copy --region EUC-DE-MUC-1 --vm VM",
    "snapshots clone NO-SNAPSHOT --name copy --region nowhere",
    "snapshots import --name i --url https://x.example/i --size 5 --region EUC-DE-MUC-1 --os-type linux",
    "snapshots import --name i --url ftp://x --size 5 --region nowhere",
    "snapshots image SNAPSHOT --name image --vm VM",
    "snapshots image NO-SNAPSHOT --name image",
    "snapshots prune --name-prefix nightly --all-vms --keep-last 1 --dry-run",
    "snapshots delete NO-SNAPSHOT --vm VM",
    "snapshots delete NO-SNAPSHOT --vm VM --ignore-missing",
    "snapshots delete SNAPSHOT NO-SNAPSHOT --vm VM --dry-run",
    "snapshots delete SNAPSHOT NO-SNAPSHOT --vm VM --wait",
    "backups list VM",
    "backups list NO-VM",
    "backups restore 5 --vm VM",
    "backups enable VM",
    "backups disable NO-VM",
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
fn everything_printed_is_valid_against_its_schema_on_all_providers() {
    let schemas = Place::new().run(&["schema"]).exits(0).json();
    let schemas: BTreeMap<&str, jsonschema::Validator> = schemas
        .as_object()
        .unwrap()
        .iter()
        .map(|(command, schema)| (command.as_str(), jsonschema::validator_for(schema).unwrap()))
        .collect();
    in_parallel(PROVIDERS, |provider| {
        let server = Server::start(&["--delay", "500ms"]);
        let place = Place::of(&server, provider);
        let account = account(&place, provider);
        let mut printed = 0;
        for line in LINES {
            let words: Vec<&str> = line
                .split(' ')
                .map(|word| match word {
                    "VM" => account.vm.as_str(),
                    "SNAPSHOT" => account.snapshot.as_str(),
                    "NO-VM" => account.unknown_vm,
                    "NO-SNAPSHOT" => account.unknown_snapshot,
                    word => word,
                })
                .collect();
            // `profiles` takes no account, and `spec` without a provider prints the list of all documents.
            let of_account: &[&str] = &["--provider", account.provider, "--yes"];
            let global: &[&str] = if matches!(words[0], "profiles" | "spec") { &[] } else { of_account };
            let (ran, command) = (place.run(&[global, &["-o", "json"], &words].concat()), command_of(&schemas, &words));
            if ran.stdout.is_empty() {
                // A read-only command that fails prints nothing, and neither does a usage error.
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
    });
}

/// The command of a line: the longest name that has a schema.
fn command_of<'a>(schemas: &BTreeMap<&'a str, jsonschema::Validator>, words: &[&str]) -> &'a str {
    let line = words.join(" ");
    let fitting = schemas.keys().filter(|command| line == **command || line.starts_with(&format!("{command} ")));
    fitting.max_by_key(|command| command.len()).unwrap()
}
