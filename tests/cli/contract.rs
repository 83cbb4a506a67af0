//! `verify` and `check`: responses of the provider, and saved ones, validated against the OpenAPI document.

use crate::support::{Place, Server};

#[test]
fn verify_reports_no_findings_for_valid_responses() {
    let server = Server::start(&[]);
    let place = Place::with(&server);
    let report = place.run(&["verify", "-o", "json"]).exits(0).json();
    let operations = report["operations"].as_array().unwrap();
    let safe = cloudsnap::spec::operations(cloudsnap::Provider::Syminet).iter().filter(|operation| operation.safe);
    assert_eq!(operations.len(), safe.count());
    for operation in operations {
        assert!(operation["calls"].as_u64().unwrap() > 0 && operation["not_tried"].is_null(), "{operation}");
    }
    assert_eq!(report["findings"], serde_json::json!([]));
}

#[test]
fn verify_reports_deviations_without_values() {
    for (fault, severity, rule, code) in [
        ("rename-field:created=made", "violation", "required", 7),
        ("drop-field:name", "violation", "required", 7),
        ("null-field:id", "violation", "type", 7),
        ("rename-field:region=zone", "addition", "undocumented_field", 0),
    ] {
        let server = Server::start(&["--fault", fault]);
        let place = Place::with(&server);
        let ran = place.run(&["verify", "-o", "json"]).exits(code);
        let findings = ran.json()["findings"].clone();
        let found = |finding: &serde_json::Value| finding["severity"] == severity && finding["rule"] == rule;
        assert!(findings.as_array().unwrap().iter().any(found), "{fault} {findings}");
        for secret in ["before-upgrade", "web-1", server.token.as_str(), server.base_url.as_str()] {
            assert!(!ran.stdout.contains(secret), "{fault} {secret}");
        }
        place.run(&["verify"]).exits(code);
    }
}

#[test]
fn verify_lists_operations_that_it_cannot_try() {
    let server = Server::start(&["--snapshots", "0"]);
    let ran = Place::with(&server).run(&["verify", "-o", "json"]).exits(0);
    let report = ran.json();
    let backups = report["operations"].as_array().unwrap().iter().find(|one| one["operation"] == "list_backups");
    assert!(backups.unwrap()["not_tried"].as_str().unwrap().contains("slice_id"), "{report}");
}

#[test]
fn check_is_offline_and_distinguishes_violations_from_additions() {
    let place = Place::new();
    let good = r#"{"data": [], "page": 1, "pages": 1, "results": 0}"#;
    let by_id = ["check", "-", "--provider", "syminet", "--operation", "list_snapshots"];
    place.run_with(&by_id, good).exits(0).prints_nothing().says("OK: matches ");
    let more = r#"{"data": [], "page": 1, "pages": 1, "results": 0, "next": "x"}"#;
    let ran = place.run_with(&by_id, more).exits(0);
    assert!(ran.stdout.contains("addition") && ran.stdout.contains("undocumented_field"), "{ran:#?}");
    let by_request = ["check", "-", "--provider", "syminet", "--request", "GET /images?page=2", "-o", "json"];
    let ran = place.run_with(&by_request, r#"{"data": [], "page": "one", "pages": 1, "results": 0}"#).exits(7);
    assert_eq!((&ran.json()[0]["rule"], &ran.json()[0]["pointer"]), (&"type".into(), &"/page".into()));
    let file = place.path().join("response.json");
    std::fs::write(&file, good).unwrap();
    let file = file.to_str().unwrap();
    let operation = ["--operation", "list_snapshots"];
    place.run(&[&["check", file, "--provider", "syminet", "--status", "418"], &operation[..]].concat()).exits(7);
    place.run(&[&["check", file], &operation[..]].concat()).exits(2).says("--provider");
    place.run(&["check", file, "--provider", "syminet"]).exits(2);
    place.run(&["check", file, "--provider", "syminet", "--operation", "no_such"]).exits(2).says("no such operation");
    place.run(&["check", "/nowhere", "--provider", "syminet", "--operation", "list_snapshots"]).exits(2);
}
