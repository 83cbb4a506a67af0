//! `examples/own_server.rs` reports what it is meant to demonstrate.

use cloudsnap::contract::Rule;

#[allow(dead_code)]
#[path = "../../examples/own_server.rs"]
mod example;

#[tokio::test]
async fn the_example_distinguishes_valid_from_invalid() {
    let findings = example::show(&example::client().unwrap()).await.unwrap();
    let reported: Vec<_> = findings.iter().map(|finding| (&*finding.operation, finding.status, finding.rule)).collect();
    let pet = |rule| ("get_pet", Some(200), rule);
    let expected =
        [pet(Rule::Type), pet(Rule::Format), pet(Rule::UndocumentedField), ("add_pet", None, Rule::Required)];
    assert_eq!(reported, expected);
}
