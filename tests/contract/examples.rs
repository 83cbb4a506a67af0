//! All examples in all documents are valid and contain no undocumented fields.

use cloudsnap::contract::{Contract, ExamplePlace, Finding, Rule};
use cloudsnap::spec::Provider;
use http::{HeaderMap, HeaderValue};

use crate::document::code;
use crate::requests::check_body;

#[test]
fn every_example_is_valid() {
    for &provider in Provider::ALL {
        let contract = Contract::of(provider);
        assert_eq!(contract.error(), None);
        let examples = contract.examples();
        for example in &examples {
            let operation = contract.operation(&example.operation).unwrap();
            let body = serde_json::to_vec(&example.value).unwrap();
            let findings: Vec<Finding> = match &example.place {
                ExamplePlace::Request => {
                    let mut headers = HeaderMap::new();
                    headers.insert("content-type", HeaderValue::from_str(&example.content_type).unwrap());
                    check_body(contract, operation, &headers, &body)
                }
                ExamplePlace::Response(key) => {
                    let status = code(key);
                    assert_eq!(operation.documented(status), Some(key.as_str()));
                    contract.check_response(operation, status, Some(&example.content_type), &body)
                }
            };
            // An example may show an old value that its open set no longer lists.
            let findings = findings.into_iter().filter(|finding| finding.rule != Rule::OpenSet);
            let reported: Vec<_> = findings.map(|finding| finding.to_string()).collect();
            assert!(
                reported.is_empty(),
                "{provider} {} {:?} {}: {reported:#?}",
                example.operation,
                example.place,
                example.name
            );
        }
        println!("{provider}: {} operations, {} examples", contract.operations().len(), examples.len());
    }
}
