//! Every mutant of every body is detected at the right position. Prints a table of mutants created and killed.

use std::collections::BTreeMap;

use cloudsnap::contract::{Contract, Finding, Location};
use cloudsnap::spec::Provider;
use http::{HeaderMap, HeaderValue};
use serde_json::Value;

use crate::document::{Body, Direction, Document};
use crate::generate::Generator;
use crate::mutate::mutants;
use crate::requests::check_body;

/// The engine's findings about a body, for this operation and status.
pub fn check(contract: &Contract, body: &Body<'_>, value: &Value) -> Vec<Finding> {
    let bytes = serde_json::to_vec(value).unwrap();
    check_bytes(contract, body, Some("application/json"), &bytes)
}

fn check_bytes(contract: &Contract, body: &Body<'_>, content_type: Option<&str>, bytes: &[u8]) -> Vec<Finding> {
    let operation = contract.operation(body.operation).unwrap();
    match body.direction {
        Direction::Response => contract.check_response(operation, body.code(), content_type, bytes),
        Direction::Request => {
            let mut headers = HeaderMap::new();
            if let Some(text) = content_type {
                headers.insert("content-type", HeaderValue::from_str(text).unwrap());
            }
            check_body(contract, operation, &headers, bytes)
        }
    }
}

/// Created and killed, by rule.
type Counts = BTreeMap<&'static str, (usize, usize)>;

#[derive(Default)]
struct Tally {
    counts: Counts,
    survivors: Vec<String>,
}

impl Tally {
    fn count(&mut self, rule: &'static str, killed: bool, reported: impl FnOnce() -> String) {
        let entry = self.counts.entry(rule).or_default();
        entry.0 += 1;
        entry.1 += usize::from(killed);
        if !killed {
            self.survivors.push(reported());
        }
    }
}

fn mutate_body(contract: &Contract, document: &Document, body: &Body<'_>, tally: &mut Tally) {
    let generator = Generator { document, direction: body.direction };
    // The documented examples and the generated values, because examples rarely have every property.
    let bases =
        body.examples.first().map(|example| (*example).clone()).into_iter().chain([generator.full(body.schema)]);
    for (index, base) in bases.enumerate() {
        let findings = check(contract, body, &base);
        let broken: Vec<_> = findings.iter().filter(|finding| finding.is_violation()).collect();
        assert!(broken.is_empty(), "{} {}: base {index} {base}: {broken:#?}", body.operation, body.status);
        for mutant in mutants(&generator, body.schema, &base) {
            let findings = check(contract, body, &mutant.value);
            let killed = findings.iter().any(|finding| finding.is_violation() && finding.pointer == mutant.pointer);
            tally.count(mutant.rule, killed, || {
                let Body { operation, status, .. } = body;
                format!("{operation} {status} {} at {}: {findings:#?}", mutant.rule, mutant.pointer)
            });
        }
    }
}

/// Errors around the body: media type, format, absence.
fn mutate_envelope(contract: &Contract, document: &Document, body: &Body<'_>, tally: &mut Tally) {
    if body.direction == Direction::Response && body.code() >= 500 {
        return;
    }
    let generator = Generator { document, direction: body.direction };
    let good = serde_json::to_vec(&generator.full(body.schema)).unwrap();
    let place = |way: Direction, request, response| if way == Direction::Request { request } else { response };
    let header = place(body.direction, Location::RequestHeader, Location::ResponseHeader);
    let inside = place(body.direction, Location::RequestBody, Location::ResponseBody);
    let text = "application/json";
    let cut = &good[..good.len() - 1];
    let mut faults: Vec<(&'static str, Option<&str>, &[u8], Location)> = vec![
        ("content type", Some("text/html; charset=utf-8"), b"<html></html>", header),
        ("content type", Some("text/plain"), &good, header),
        ("content type", Some("application/jsonx"), &good, header),
        ("content type", Some(""), &good, header),
        ("no JSON", Some(text), cut, inside),
        ("no JSON", Some(text), b"<html></html>", inside),
        ("no JSON", Some(text), b"{'a': 1}", inside),
        ("no JSON", Some(text), b"\xff\xfe", inside),
    ];
    let demanded = body.direction == Direction::Response
        || document.operations().iter().any(|(_, _, operation, _)| {
            operation["operationId"] == body.operation
                && document.resolve(&operation["requestBody"])["required"] == true
        });
    if demanded {
        faults.push(("no body", Some(text), b"", inside));
        faults.push(("no body", None, b" \n", inside));
    }
    for (rule, content_type, bytes, location) in faults {
        let findings = check_bytes(contract, body, content_type, bytes);
        let killed = findings.iter().any(|finding| finding.is_violation() && finding.location == location);
        tally.count(rule, killed, || format!("{} {} {rule}: {findings:#?}", body.operation, body.status));
    }
}

/// All statuses that are not in the document.
fn mutate_status(contract: &Contract, document: &Document, tally: &mut Tally) {
    for (_, _, operation, _) in document.operations() {
        let id = operation["operationId"].as_str().unwrap();
        let known = operation["responses"].as_object().unwrap();
        let ranges: Vec<_> = known.values().filter_map(|it| document.resolve(it)["x-status-range"].as_str()).collect();
        for status in 100..600_u16 {
            let range = format!("{}XX", status / 100);
            let texts = [status.to_string(), range, "default".to_owned()];
            let documented = texts.iter().any(|text| known.contains_key(text) || ranges.contains(&text.as_str()));
            let findings = contract.check_response(contract.operation(id).unwrap(), status, None, b"");
            let found = findings.iter().any(|finding| finding.location == Location::ResponseStatus);
            if documented {
                assert!(!found, "{id} {status} is documented: {findings:?}");
            } else {
                tally.count("status", found, || format!("{id}: status {status}"));
            }
        }
    }
}

#[test]
fn every_mutant_of_a_body_is_detected() {
    let mut table: Vec<(Provider, Counts)> = Vec::new();
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        let document = Document::of(provider);
        let mut tally = Tally::default();
        for body in document.bodies() {
            mutate_body(contract, &document, &body, &mut tally);
            mutate_envelope(contract, &document, &body, &mut tally);
        }
        mutate_status(contract, &document, &mut tally);
        let first: Vec<_> = tally.survivors.iter().take(5).collect();
        assert!(first.is_empty(), "{provider}: {} survivors, the first: {first:#?}", tally.survivors.len());
        table.push((provider, tally.counts));
    }

    let mut rules: Vec<_> = table.iter().flat_map(|(_, counts)| counts.keys().copied()).collect();
    rules.sort_unstable();
    rules.dedup();
    println!("mutants of bodies and statuses, killed/made");
    println!("{:>14}{}", "", Provider::ALL.iter().map(|provider| format!("{:>16}", provider.id())).collect::<String>());
    for rule in rules {
        let cells = table.iter().map(|(_, counts)| match counts.get(rule) {
            Some((made, killed)) => format!("{:>16}", format!("{killed}/{made}")),
            None => format!("{:>16}", "-"),
        });
        println!("{rule:>14}{}", cells.collect::<String>());
    }
    for (provider, counts) in table {
        let made: usize = counts.values().map(|(made, _)| made).sum();
        println!("{provider}: {made} mutants, all killed");
        assert!(made > 1000, "{provider}: only {made} mutants; the generator is broken");
    }
}
