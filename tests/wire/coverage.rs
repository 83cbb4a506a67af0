//! Walks the documents: no operation may lack a typed-mock test, a handler of the sandbox, examples, and a way from the
//! wrapper or a written reason.

use std::fs;
use std::path::{Path, PathBuf};

use cloudsnap::contract::{Contract, ExamplePlace};
use cloudsnap::{Provider, spec};

/// Operations that only the generated client and `api` reach, each with the reason.
const BEYOND_THE_WRAPPER: &[(Provider, &[&str], &str)] = &[
    (Provider::Hyperstack, &["start_vm", "stop_vm"], "switching machines is no part of snapshots"),
    (
        Provider::Hyperstack,
        &["check_snapshot_name", "check_vm_name", "check_image_name"],
        "whether names must differ, and where, is not documented",
    ),
    (Provider::Hyperstack, &["list_snapshot_events", "list_vm_events"], "no other provider tells events"),
    (Provider::Hyperstack, &["list_images"], "images have no portable list: the portable object is their snapshot"),
    (Provider::Hyperstack, &["delete_image"], "images are made here, not kept: their snapshot is the portable object"),
    (Provider::ManageIq, &["get_entry_point"], "says what the server is; no portable object comes from it"),
    (
        Provider::ManageIq,
        &["describe_vms", "describe_instances"],
        "metadata of the machine model, for clients that know nothing of it",
    ),
    (
        Provider::ManageIq,
        &["describe_vm_snapshots", "describe_instance_snapshots"],
        "the form of a user interface; the crate's `Capabilities` say what a new snapshot takes",
    ),
    (
        Provider::ManageIq,
        &["delete_vm_snapshot", "delete_instance_snapshot"],
        "204 hides a refusal and names no task; the action `delete` is used instead",
    ),
    (Provider::ManageIq, &["list_tasks", "query_tasks"], "a change waits for the one task that its own answer names"),
    (
        Provider::ManageIq,
        &["act_on_task", "delete_task"],
        "tasks are the server's record, which it keeps for a week; nobody asked to delete it",
    ),
    (
        Provider::ManageIq,
        &["list_volumes", "create_volume", "describe_volumes", "get_volume", "act_on_volume", "delete_volume"],
        "volumes are no machines: the portable objects have no place for them",
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
        "snapshots of volumes are of no machine, and a portable snapshot is",
    ),
];

/// The providers whose adapter stands, with their tested operations.
fn tested() -> Vec<(Provider, &'static [&'static str])> {
    vec![
        #[cfg(feature = "syminet")]
        (Provider::Syminet, crate::syminet::OPERATIONS),
        #[cfg(feature = "genesiscloud")]
        (Provider::GenesisCloud, crate::genesiscloud::OPERATIONS),
        #[cfg(feature = "hyperstack")]
        (Provider::Hyperstack, crate::hyperstack::OPERATIONS),
        #[cfg(feature = "manageiq")]
        (Provider::ManageIq, crate::manageiq::OPERATIONS),
    ]
}

/// The source of one room for a provider: one file, or a folder of files.
fn source(room: &str, provider: Provider) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room);
    let mut files: Vec<PathBuf> = vec![root.join(format!("{provider}.rs"))];
    if let Ok(folder) = fs::read_dir(root.join(provider.id())) {
        files.extend(folder.filter_map(|entry| Some(entry.ok()?.path())));
    }
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

#[test]
fn every_operation_has_a_typed_mock_test() {
    for (provider, tested) in tested() {
        let documented: Vec<_> = spec::operations(provider).iter().map(|operation| operation.id).collect();
        let missing: Vec<_> = documented.iter().filter(|id| !tested.contains(id)).collect();
        assert!(missing.is_empty(), "{provider}: no typed-mock test for {missing:?}");
    }
}

#[test]
fn every_operation_has_a_handler_in_the_sandbox() {
    for (provider, _) in tested() {
        let source = source("sandbox", provider);
        for operation in spec::operations(provider) {
            assert!(source.contains(&format!("\"{}\"", operation.id)), "{provider}: no handler for {}", operation.id);
        }
    }
}

#[test]
fn every_answer_with_a_body_has_an_example() {
    for (provider, _) in tested() {
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
                    assert!(reported, "{provider}: {id} {status} has no example");
                }
            }
        }
    }
}

#[test]
fn every_operation_is_reached_by_the_wrapper_or_has_a_reason() {
    for (provider, _) in tested() {
        let adapter = source("provider", provider);
        for operation in spec::operations(provider) {
            let reached = adapter.contains(&format!("\"{}\"", operation.id));
            let reason = BEYOND_THE_WRAPPER.iter().find(|(of, ids, _)| *of == provider && ids.contains(&operation.id));
            match (reached, reason) {
                (true, Some(_)) => {
                    panic!("{provider}: {} is reached by the wrapper: strike out its reason", operation.id)
                }
                (false, None) => {
                    panic!("{provider}: {} is not reached by the wrapper, and no reason is given", operation.id)
                }
                _ => {}
            }
        }
    }
}

#[test]
fn reasons_are_given_for_operations_that_there_are() {
    for (provider, ids, _) in BEYOND_THE_WRAPPER {
        let strange: Vec<_> = ids.iter().filter(|id| spec::operation(*provider, id).is_none()).collect();
        assert!(strange.is_empty(), "{provider} has no {strange:?}");
    }
}
