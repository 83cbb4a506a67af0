//! Findings are bounded, contain no secrets, and are available as one line of text or as JSON.

use cloudsnap::contract::{Contract, Finding, RequestParts, Rule, Severity};
use http::HeaderMap;
use serde_json::{Value, json};

fn contract() -> Contract {
    Contract::from_json(json!({ "openapi": "3.0.3", "paths": { "/things": { "post": {
        "operationId": "thing",
        "parameters": [{ "name": "page_token", "in": "query", "schema": { "type": "integer" } }],
        "responses": { "200": { "content": { "application/json": { "schema": { "type": "object", "properties": {
            "name": { "type": "string", "maxLength": 5 },
            "password": { "type": "integer" },
            "auth_token": { "type": "object", "properties": { "value": { "type": "integer" } } },
            "keyword": { "type": "integer", "format": "password" },
            "pin": { "type": "integer", "writeOnly": true },
            "nested": { "type": "integer" },
            "list": { "type": "array", "items": { "type": "integer" } },
        } } } } } },
    } } } }))
    .unwrap()
}

fn check(value: &Value) -> Vec<Finding> {
    let contract = contract();
    let body = serde_json::to_vec(value).unwrap();
    contract.check_response(&contract.operations()[0], 200, Some("application/json"), &body)
}

#[test]
fn secrets_are_masked_everywhere() {
    const SECRET: &str = "hunter2";
    let found = check(&json!({
        "password": SECRET,
        "auth_token": { "value": SECRET },
        "keyword": SECRET,
        "pin": SECRET,
        "nested": { "Api-Key": SECRET, "deep": [{ "authorization": SECRET, "PIN": SECRET, "open": 1 }] },
        "X-Auth-Token": [SECRET],
    }));
    // The write-only field violates two rules.
    assert_eq!(found.len(), 7);
    for finding in &found {
        assert!(!serde_json::to_string(finding).unwrap().contains(SECRET), "{finding}");
        assert!(!format!("{finding} {finding:?}").contains(SECRET), "{finding}");
    }
    let nested = found.iter().find(|finding| finding.pointer == "/nested").unwrap();
    let shown = r#"{"Api-Key":(masked),"deep":[{"authorization":(masked),"PIN":(masked),"open":1}]}"#;
    assert_eq!(nested.found, shown);

    // Bodies of unknown format and parameters may contain secrets, too.
    let contract = contract();
    let operation = &contract.operations()[0];
    let found = contract.check_response(operation, 200, Some("application/json"), b"password=hunter2");
    assert_eq!((found[0].rule, found[0].found.as_str()), (Rule::Json, "16 bytes of text"));
    let query = Some("page_token=hunter2&token=hunter2");
    let parts = RequestParts { path: "/things", query, headers: &HeaderMap::new(), body: b"hunter2" };
    let found = contract.check_request(operation, &parts);
    assert_eq!(found.len(), 3);
    assert!(!format!("{found:?}").contains(SECRET), "{found:?}");
}

#[test]
fn findings_are_bounded() {
    let long = "x".repeat(100_000);
    let found = check(&json!({ "name": long, long.clone(): { "a": [long] } }));
    assert_eq!(found.len(), 2);
    for finding in &found {
        assert_eq!(finding.found.chars().count(), 120);
        assert!(finding.found.ends_with('…'));
        assert!(finding.pointer.chars().count() <= 512);
    }
    let many: Vec<_> = (0..10_000).map(|index| json!(index.to_string())).collect();
    assert_eq!(check(&json!({ "list": many })).len(), 100);
    let fields: Value = (0..10_000).map(|index| (format!("field{index}"), json!(1))).collect();
    assert_eq!(check(&fields).len(), 100);
}

#[test]
fn a_finding_is_one_line_without_control_characters() {
    let found = check(&json!({ "name": "\u{1b}[31m\r\nred", "new\u{1b}[2J\nfield": "\u{202e}" }));
    for finding in &found {
        let line = finding.to_string();
        assert!(!line.contains(char::is_control) && !line.contains('\u{202e}'), "{line:?}");
    }
    let wanted = r#"thing 200: violation (length) in the response body at /name: expected at most 5 characters, found "\u{1b}[31m\r\nred""#;
    assert_eq!(found[0].to_string(), wanted);
}

#[test]
fn the_json_format_is_stable() {
    let found = check(&json!({ "name": 7 })).remove(0);
    let json = json!({ "operation": "thing", "status": 200, "location": "response_body", "pointer": "/name",
        "rule": "type", "severity": "violation", "expected": "string", "found": "7", "found_type": "integer" });
    assert_eq!(serde_json::to_value(&found).unwrap(), json);
    assert_eq!(found.severity, Severity::Violation);
    assert_eq!(found.clone().without_value().found, "(integer)");
    assert_eq!(found.without_value().pointer, "/name");
}
