//! Parameters: valid requests pass, and each way to break a parameter is detected.

use std::collections::BTreeMap;

use cloudsnap::contract::{Contract, Finding, Location};
use cloudsnap::spec::Provider;
use http::HeaderValue;
use serde_json::Value;

use crate::document::{Direction, Document};
use crate::generate::Generator;
use crate::mutate::mutants;
use crate::requests::{Sent, encode, example, texts};

/// A request to the operation with the parameters' examples, except for the values of one parameter.
fn request(
    document: &Document,
    path: &str,
    operation: &Value,
    parameters: &[&Value],
    change: Option<(&Value, Option<Vec<String>>)>,
) -> Sent {
    let mut sent = Sent { path: path.to_owned(), ..Sent::default() };
    for parameter in parameters {
        let usual = texts(&example(document, parameter));
        let chosen = change.as_ref().filter(|(other, _)| std::ptr::eq(*other, *parameter));
        sent.set(parameter, chosen.map_or(usual, |(_, texts)| texts.clone()).as_deref());
    }
    let body = document.resolve(&operation["requestBody"]);
    if let Some(schema) = body["content"]["application/json"].get("schema") {
        let generator = Generator { document, direction: Direction::Request };
        sent.body = serde_json::to_vec(&generator.full(schema)).unwrap();
        sent.headers.insert("content-type", HeaderValue::from_static("application/json"));
    }
    sent
}

fn place(parameter: &Value) -> Location {
    match parameter["in"].as_str().unwrap() {
        "path" => Location::RequestPath,
        "query" => Location::RequestQuery,
        _ => Location::RequestHeader,
    }
}

/// The ways to break one parameter, as URL values.
fn broken(document: &Document, parameter: &Value) -> Vec<(&'static str, Option<Vec<String>>)> {
    let generator = Generator { document, direction: Direction::Request };
    let schema = document.resolve(&parameter["schema"]);
    let items = document.resolve(&schema["items"]);
    // Any value is a valid string, and a single value is an array of one.
    let textual = schema["type"] == "string" || items["type"] == "string";
    let array = schema["type"] == "array";
    let mut ways: Vec<_> = mutants(&generator, schema, &example(document, parameter))
        .into_iter()
        .filter(|mutant| !(mutant.rule == "type" && (textual || array && mutant.pointer.is_empty())))
        .filter_map(|mutant| Some((mutant.rule, Some(texts(&mutant.value).filter(|texts| !texts.is_empty())?))))
        .collect();
    if parameter["required"] == true && parameter["in"] != "path" {
        ways.push(("required", None));
    }
    if schema["type"] == "integer" {
        for text in ["", "+7", "007", "7 ", "7e0", "0x7", "null", "\u{0667}"] {
            ways.push(("form", Some(vec![text.to_owned()])));
        }
    }
    if parameter["in"] == "query" && !array {
        let usual = texts(&example(document, parameter)).unwrap();
        ways.push(("repeated", Some([usual.clone(), usual].concat())));
    }
    ways
}

#[test]
fn every_invalid_parameter_is_detected() {
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        let document = Document::of(provider);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, path, operation, parameters) in document.operations() {
            let id = operation["operationId"].as_str().unwrap();
            let engine = contract.operation(id).unwrap();
            for parameter in &parameters {
                for (rule, texts) in broken(&document, parameter) {
                    let sent = request(&document, path, operation, &parameters, Some((parameter, texts.clone())));
                    let name = parameter["name"].as_str().unwrap();
                    let hit = |finding: &Finding| {
                        // With an empty path segment, no operation of the document matches.
                        let here = finding.pointer.split('/').nth(1) == Some(name) || finding.pointer.is_empty();
                        finding.is_violation() && finding.location == place(parameter) && here
                    };
                    let findings = sent.check(contract, engine);
                    assert!(findings.iter().any(hit), "{provider} {id} {name} {rule} {texts:?}: {findings:#?}");
                    *counts.entry(rule).or_default() += 1;
                }
            }
            for wrong in [format!("{path}/more"), "/x/y/z/other".to_owned(), path.trim_start_matches('/').to_owned()] {
                let sent = Sent { path: wrong, ..request(&document, path, operation, &parameters, None) };
                let found = sent.check(contract, engine);
                assert!(found.iter().any(|finding| finding.location == Location::RequestPath), "{id}: {found:#?}");
                *counts.entry("path").or_default() += 1;
            }
        }
        println!("{provider}: {} invalid parameters, all detected: {counts:?}", counts.values().sum::<usize>());
    }
}

#[test]
fn valid_requests_have_no_violations() {
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        let document = Document::of(provider);
        for (method, path, operation, parameters) in document.operations() {
            let id = operation["operationId"].as_str().unwrap();
            let sent = request(&document, path, operation, &parameters, None);
            let matched = contract.find(&method, &sent.path).unwrap();
            assert_eq!((matched.operation.id(), matched.operation.path()), (id, path), "{}", sent.path);
            assert_eq!(sent.check(contract, matched.operation), [], "{provider} {id}");

            // Each optional parameter may be omitted.
            for parameter in parameters.iter().filter(|parameter| parameter["required"] != true) {
                let sent = request(&document, path, operation, &parameters, Some((parameter, None)));
                assert_eq!(sent.check(contract, matched.operation), [], "{provider} {id}");
            }
            // An additional query parameter or header is not a violation.
            let mut sent = sent;
            sent.query.push(("zz_undocumented".to_owned(), "1".to_owned()));
            sent.headers.insert("x-undocumented", HeaderValue::from_static("1"));
            let findings = sent.check(contract, matched.operation);
            let reported: Vec<_> =
                findings.iter().map(|finding| (finding.pointer.as_str(), finding.rule.as_str())).collect();
            assert_eq!(reported, [("/zz_undocumented", "undocumented_parameter")], "{provider} {id}");
            assert!(!findings[0].is_violation());
        }
    }
}

#[test]
fn the_engine_and_the_operation_table_find_the_same_operations() {
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        for operation in cloudsnap::spec::operations(provider) {
            let segments = operation.path.split('/').map(|part| if part.starts_with('{') { "7" } else { part });
            let path = segments.collect::<Vec<_>>().join("/");
            let matched = contract.find(operation.method, &path).unwrap();
            assert_eq!(matched.operation.id(), operation.id);
            assert!(matched.parameters.iter().all(|(_, text)| text == "7"));
            let found = cloudsnap::spec::find(provider, operation.method, &path).unwrap();
            assert_eq!(found.id, operation.id);
        }
        assert_eq!(contract.operations().len(), cloudsnap::spec::operations(provider).len());
        assert!(contract.find("GET", "/no/such/path/at/all/in/any/document").is_none());
        assert!(contract.find("TRACE", contract.operations()[0].path()).is_none());
    }
    assert_eq!(encode("a b/c"), "a%20b%2Fc");
}
