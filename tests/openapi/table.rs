//! What the crate derives from the documents: the JSON copy and the operation table.

use std::collections::BTreeSet;

use cloudsnap::spec::{self, Provider};
use serde_json::Value;

use crate::document::{Document, array};
use crate::yaml;

#[test]
fn the_json_copy_equals_the_yaml() {
    for &provider in Provider::ALL {
        let copy: Value = serde_json::from_str(spec::document_json(provider)).expect("JSON");
        let yaml = yaml::read(spec::document(provider)).expect("YAML");
        assert!(copy == yaml, "{provider}: the JSON copy is not the document");
    }
}

#[test]
fn the_table_has_each_operation_of_each_document() {
    for &provider in Provider::ALL {
        let document = Document::of(provider);
        let listed: BTreeSet<_> = spec::operations(provider).iter().map(|operation| operation.id).collect();
        let written = document.operations();
        assert!(!written.is_empty(), "{provider}: no operations");
        assert_eq!(listed, written.iter().map(|operation| operation.id()).collect(), "{provider}");
        assert_eq!(spec::operations(provider).len(), written.len(), "{provider}");
        for operation in written {
            let row = spec::operation(provider, operation.id()).expect("listed");
            assert_eq!((row.method, row.path), (operation.method.to_uppercase().as_str(), operation.path));
            assert_eq!(Some(row.summary), operation.value["summary"].as_str());
            let by_method = matches!(row.method, "GET" | "HEAD" | "OPTIONS" | "TRACE");
            assert_eq!(row.safe, operation.value["x-safe"].as_bool().unwrap_or(by_method), "{}", row.id);
            let by_method = by_method || matches!(row.method, "PUT" | "DELETE");
            assert_eq!(row.idempotent, operation.value["x-idempotent"].as_bool().unwrap_or(by_method), "{}", row.id);
        }
    }
}

/// The path of an operation, filled with the examples of its parameters.
fn example_path(document: &Document, path: &str, operation: &Value) -> String {
    let item = &document.json["paths"][path];
    let parameters = array(&operation["parameters"]).chain(array(&item["parameters"]));
    parameters.map(|parameter| document.resolve(parameter)).filter(|parameter| parameter["in"] == "path").fold(
        path.to_owned(),
        |path, parameter| {
            let name = parameter["name"].as_str().unwrap_or_default();
            let value = match &parameter["example"] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            path.replace(&format!("{{{name}}}"), &value)
        },
    )
}

#[test]
fn a_request_finds_its_operation() {
    for &provider in Provider::ALL {
        let document = Document::of(provider);
        for operation in document.operations() {
            let method = operation.method.to_uppercase();
            let path = example_path(&document, operation.path, operation.value);
            assert!(!path.contains('{'), "{provider}: {path} still contains a parameter");
            let found = spec::find(provider, &method, &path).map(|operation| operation.id);
            assert_eq!(found, Some(operation.id()), "{provider}: {method} {path}");
            let template = spec::find(provider, operation.method, operation.path).map(|operation| operation.id);
            assert_eq!(template, Some(operation.id()), "{provider}: the template itself");
        }
        assert_eq!(spec::find(provider, "GET", "/no/such/path/anywhere"), None, "{provider}");
    }
}

/// Retries, prompts, `verify` and `api` depend on these; each is a decision, so each is listed here.
#[test]
fn misleading_methods_are_known() {
    let of = |wanted: fn(&spec::Operation) -> bool| -> BTreeSet<String> {
        Provider::ALL
            .iter()
            .flat_map(|&provider| spec::operations(provider).iter().map(move |operation| (provider, operation)))
            .filter(|(_, operation)| wanted(operation))
            .map(|(provider, operation)| format!("{provider} {}", operation.id))
            .collect()
    };
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(
        of(|operation| operation.method == "GET" && !operation.safe),
        set(&["hyperstack start_vm", "hyperstack stop_vm", "syminet disable_backups", "syminet enable_backups"]),
        "each GET that changes state"
    );
    assert_eq!(
        of(|operation| operation.safe && !matches!(operation.method, "GET" | "HEAD" | "OPTIONS")),
        set(&["manageiq query_tasks"]),
        "each POST that only reads"
    );
}

#[test]
fn each_document_has_a_provenance_page() {
    for &provider in Provider::ALL {
        let page = format!("{}/openapi/provenance/{provider}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&page).unwrap_or_else(|error| panic!("{page}: {error}"));
        assert!(text.starts_with("# ") && text.lines().count() > 10, "{page} does not describe the document's sources");
    }
}
