//! Checks the documents for gaps: every operation must have a typed mock test, a handler in the sandbox, examples, and
//! either a path through the portable client or a stated reason.

use std::fs;
use std::path::{Path, PathBuf};

use cloudsnap::contract::{Contract, ExamplePlace};
use cloudsnap::{Provider, spec};

/// Operations reachable only through the generated client and `api`, each with the reason.
const BEYOND_THE_WRAPPER: &[(Provider, &[&str], &str)] = &[
    (Provider::Hyperstack, &["start_vm", "stop_vm"], "starting and stopping machines is not part of snapshots"),
    (
        Provider::Hyperstack,
        &["check_snapshot_name", "check_vm_name", "check_image_name"],
        "whether and where names must be unique is not documented",
    ),
    (Provider::Hyperstack, &["list_snapshot_events", "list_vm_events"], "no other provider reports events"),
    (
        Provider::Hyperstack,
        &["list_images"],
        "there is no portable list of images: the portable object is their snapshot",
    ),
    (
        Provider::Hyperstack,
        &["delete_image"],
        "images are created but not managed: their snapshot is the portable object",
    ),
    (Provider::ManageIq, &["get_entry_point"], "describes the server; it returns no portable object"),
    (
        Provider::ManageIq,
        &["describe_vms", "describe_instances"],
        "metadata of the machine model, for clients that do not know it",
    ),
    (
        Provider::ManageIq,
        &["describe_vm_snapshots", "describe_instance_snapshots"],
        "a user interface form; the crate's `Capabilities` describe the options of a new snapshot",
    ),
    (
        Provider::ManageIq,
        &["delete_vm_snapshot", "delete_instance_snapshot"],
        "204 hides refusals and returns no task; the action `delete` is used instead",
    ),
    (Provider::ManageIq, &["list_tasks", "query_tasks"], "a change waits for the task named in its own response"),
    (
        Provider::ManageIq,
        &["act_on_task", "delete_task"],
        "tasks are the server's record, kept for a week; they need not be deleted",
    ),
    (
        Provider::ManageIq,
        &["list_volumes", "create_volume", "describe_volumes", "get_volume", "act_on_volume", "delete_volume"],
        "volumes are not machines: there is no portable object for them",
    ),
    (
        Provider::ManageIq,
        &[
            "list_snapshots_of_volume",
            "create_volume_snapshot",
            "get_snapshot_of_volume",
            "list_volume_snapshots",
            "delete_volume_snapshots",
            "get_volume_snapshot",
            "act_on_volume_snapshot",
            "delete_volume_snapshot",
        ],
        "volume snapshots belong to no machine, but portable snapshots do",
    ),
];

/// The operations that the module of a provider tests.
fn tested(provider: Provider) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let all = fs::read_to_string(root.join("wire.rs")).unwrap();
    assert!(all.contains(&format!("mod {provider};")), "tests/wire.rs has no module for {provider}");
    let file = root.join(format!("wire/{provider}.rs"));
    let source = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    // Each operation starts with a line that has its name and a colon.
    let names = source.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(':'));
    names.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).map(str::to_owned).collect()
}

/// The source code of a module for a provider: one file, or a directory of files.
fn source(room: &str, provider: Provider) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room);
    let mut files: Vec<PathBuf> = vec![root.join(format!("{provider}.rs"))];
    if let Ok(folder) = fs::read_dir(root.join(provider.id())) {
        files.extend(folder.filter_map(|entry| Some(entry.ok()?.path())));
    }
    // An adapter's example shows the generated client, which has all operations.
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

/// Whether an adapter's source calls an operation: by its name in full, which is neither a function of the adapter's own, nor the
/// ability of that name.
fn calls(adapter: &str, operation: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    adapter.match_indices(operation).any(|(at, _)| {
        let (before, after) = (&adapter[..at], &adapter[at + operation.len()..]);
        let whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        whole && !before.ends_with("fn ") && !before.ends_with("self.") && !after.starts_with(": ")
    })
}

#[test]
fn every_operation_has_a_typed_mock_test() {
    for &provider in Provider::ALL {
        let tested = tested(provider);
        let documented = spec::operations(provider).iter().map(|operation| operation.id);
        let missing: Vec<_> = documented.filter(|id| !tested.iter().any(|tested| tested == id)).collect();
        assert!(missing.is_empty(), "{provider}: no typed-mock test for {missing:?}");
    }
}

#[test]
fn every_operation_has_a_handler_in_the_sandbox() {
    for &provider in Provider::ALL {
        let source = source("sandbox", provider);
        for operation in spec::operations(provider) {
            assert!(source.contains(&format!("\"{}\"", operation.id)), "{provider}: no handler for {}", operation.id);
        }
    }
}

#[test]
fn every_response_with_a_body_has_an_example() {
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        let examples = contract.examples();
        for (path, item) in contract.document()["paths"].as_object().unwrap() {
            for operation in item.as_object().unwrap().values().filter(|operation| operation["operationId"].is_string())
            {
                let id = operation["operationId"].as_str().unwrap();
                let has =
                    |place: &ExamplePlace| examples.iter().any(|found| found.operation == id && found.place == *place);
                assert!(
                    operation.get("requestBody").is_none() || has(&ExamplePlace::Request),
                    "{provider}: {path} {id}: request"
                );
                for (status, response) in operation["responses"].as_object().unwrap() {
                    let response = match response["$ref"].as_str() {
                        Some(pointer) => contract.document().pointer(pointer.trim_start_matches('#')).unwrap(),
                        None => response,
                    };
                    let reported = response.get("content").is_none() || has(&ExamplePlace::Response(status.clone()));
                    assert!(reported, "{provider}: no example for {id} {status}");
                }
            }
        }
    }
}

#[test]
fn every_operation_is_used_by_the_client_or_has_a_reason() {
    for &provider in Provider::ALL {
        let adapter = source("provider", provider);
        for operation in spec::operations(provider) {
            let reached = calls(&adapter, operation.id);
            let reason = BEYOND_THE_WRAPPER.iter().find(|(of, ids, _)| *of == provider && ids.contains(&operation.id));
            match (reached, reason) {
                (true, Some(_)) => {
                    panic!("{provider}: {} is used by the client: remove its reason", operation.id)
                }
                (false, None) => {
                    panic!("{provider}: {} is not used by the client, and no reason is given", operation.id)
                }
                _ => {}
            }
        }
    }
}

#[test]
fn reasons_refer_to_existing_operations() {
    for (provider, ids, _) in BEYOND_THE_WRAPPER {
        let strange: Vec<_> = ids.iter().filter(|id| spec::operation(*provider, id).is_none()).collect();
        assert!(strange.is_empty(), "unknown operations of {provider}: {strange:?}");
    }
}
