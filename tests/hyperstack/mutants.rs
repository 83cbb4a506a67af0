//! The same bodies, each mutated in one place: the contract rejects every one.

use cloudsnap::contract::{Contract, Finding};
use serde_json::{Value, json};

use crate::bodies::bodies;
use crate::fixture::PROVIDER;

/// Where the document accepts anything, because nothing is known: (end of the pointer, kind of the value there).
const OPEN: [(&str, &str); 9] = [
    ("/vm_keypair/environment", "object"),
    ("/vm_keypair/environment", "text"),
    ("/labels/0", "text"),
    ("/volume_id", "text"),
    ("/volume_id", "object"),
    ("/errors/contract", "object"),
    ("/errors/contract", "number"),
    ("/volume_id", "number"),
    ("/status", "number"),
];

fn refused(operation: &str, status: u16, body: &Value) -> bool {
    let contract = Contract::of(PROVIDER);
    let operation = contract.operation(operation).unwrap();
    let findings = contract.check_response(operation, status, Some("application/json"), body.to_string().as_bytes());
    findings.iter().any(Finding::is_violation)
}

/// The pointers of all values in a body.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| pointers(value, format!("{at}/{name}"), all)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| pointers(value, format!("{at}/{n}"), all));
        }
        _ => {}
    }
    if !at.is_empty() {
        all.push(at);
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "flag",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

#[test]
fn a_value_of_another_type_is_rejected_everywhere() {
    let (mut tried, mut passed) = (0, Vec::new());
    for (operation, status, variant, body) in bodies() {
        let mut all = Vec::new();
        pointers(&body, String::new(), &mut all);
        for pointer in all {
            let was = kind(body.pointer(&pointer).unwrap());
            // A null has no type, and only the status of an envelope may be a number instead of a flag.
            for value in [json!("x"), json!({ "x": 1 }), json!(17)] {
                let open = OPEN.contains(&(pointer.as_str(), kind(&value)))
                    || OPEN.iter().any(|(end, put)| end.len() > 7 && pointer.ends_with(end) && *put == kind(&value));
                if was == "null" || was == kind(&value) || open {
                    continue;
                }
                let mut spoilt = body.clone();
                *spoilt.pointer_mut(&pointer).unwrap() = value.clone();
                tried += 1;
                if !refused(operation, status, &spoilt) {
                    passed.push(format!("{operation} ({variant}): {value} at {pointer}"));
                }
            }
        }
    }
    assert!(passed.is_empty(), "{} of {tried} pass: {passed:#?}", passed.len());
    assert!(tried > 500, "{tried}");
}

#[test]
fn a_missing_object_or_id_is_refused() {
    for (operation, pointer) in [
        ("create_snapshot", "/snapshot"),
        ("create_snapshot", "/snapshot/id"),
        ("create_snapshot", "/snapshot/name"),
        ("create_snapshot", "/snapshot/vm_id"),
        ("create_snapshot", "/status"),
        ("create_snapshot", "/message"),
        ("get_snapshot", "/snapshot"),
        ("get_snapshot", "/snapshot/id"),
        ("list_snapshots", "/snapshots"),
        ("list_snapshots", "/snapshots/0/id"),
        ("delete_snapshot", "/status"),
        ("restore_snapshot", "/instances/0/id"),
        ("restore_snapshot", "/instances/0/name"),
        ("restore_snapshot", "/instance/id"),
        ("create_image", "/image/id"),
        ("get_image", "/image"),
        ("get_image", "/image/id"),
        ("list_snapshot_events", "/snapshot_events"),
        ("list_snapshot_events", "/snapshot_events/0/id"),
        ("check_snapshot_name", "/available"),
        ("list_vms", "/instances"),
        ("list_vms", "/instances/0/id"),
        ("get_vm", "/instance"),
        ("get_vm", "/instance/status"),
    ] {
        let mut tried = 0;
        for (_, status, variant, mut body) in bodies().into_iter().filter(|(id, ..)| *id == operation) {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            let Some(parent) = body.pointer_mut(parent).and_then(Value::as_object_mut) else { continue };
            if parent.remove(name).is_some() {
                tried += 1;
                assert!(refused(operation, status, &body), "{operation} ({variant}) without {pointer}");
            }
        }
        assert!(tried > 0, "{operation} {pointer}");
    }
}
