//! Rules for parameters: they have a description and an example; a path parameter cannot escape its path segment.

use cloudsnap::spec::PathSegment;
use serde_json::Value;

use crate::document::{Document, array, check_rule, has_text, object};

/// All parameters with their location: those in components, and those inlined in a path or an operation.
fn all(document: &Document) -> Vec<(String, &Value)> {
    let mut found: Vec<_> = object(&document.json["components"]["parameters"])
        .map(|(name, parameter)| (format!("/components/parameters/{name}"), parameter))
        .collect();
    for (path, item) in object(&document.json["paths"]) {
        for parameter in array(&item["parameters"]).filter(|parameter| parameter["$ref"].is_null()) {
            found.push((format!("{path}: parameter {}", parameter["name"]), parameter));
        }
    }
    for operation in document.operations() {
        for parameter in array(&operation.value["parameters"]).filter(|parameter| parameter["$ref"].is_null()) {
            found.push((operation.finding(format_args!("parameter {}", parameter["name"])), parameter));
        }
    }
    found
}

fn described(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for (at, parameter) in all(document) {
        if !has_text(&parameter["description"]) {
            findings.push(format!("{at}: no description"));
        }
        if parameter.get("example").is_none() && object(&parameter["examples"]).count() == 0 {
            findings.push(format!("{at}: no example"));
        }
        if parameter["schema"].is_null() {
            findings.push(format!("{at}: no schema"));
        }
    }
    for (name, header) in object(&document.json["components"]["headers"]) {
        if !has_text(&header["description"]) || header.get("example").is_none() {
            findings.push(format!("/components/headers/{name}: no description or no example"));
        }
    }
    findings
}

#[test]
fn each_parameter_has_description_and_example() {
    check_rule(
        described,
        &[
            ("      description: The number of the page.\n", "", "/components/parameters/Page: no description"),
            ("      example: 2\n", "", "/components/parameters/Page: no example"),
            (
                "        - $ref: '#/components/parameters/Page'\n",
                "        - {name: q, in: query, schema: {type: string}}\n",
                "(list_snapshots): parameter \"q\": no description",
            ),
            (
                "  responses:\n    NotFound",
                "  headers: {A: {schema: {type: string}}}\n  responses:\n    NotFound",
                "/A: no",
            ),
        ],
    );
}

/// A path parameter cannot escape its path segment. A string has its limits inline, since generators ignore them behind a
/// reference. The generated client accepts only a `PathSegment` there.
fn in_path(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for (at, parameter) in all(document).into_iter().filter(|(_, parameter)| parameter["in"] == "path") {
        let schema = &parameter["schema"];
        if schema["type"] == "integer" && schema["minimum"].as_i64().is_some_and(|minimum| minimum >= 0) {
            continue;
        }
        if schema["type"] != "string" {
            findings.push(format!("{at}: must be an inline string schema, or an integer that cannot be negative"));
            continue;
        }
        if ["minLength", "maxLength", "pattern"].iter().any(|keyword| schema[*keyword].is_null()) {
            findings.push(format!("{at}: must have minLength, maxLength and pattern"));
        }
        let pattern = schema["pattern"].as_str().unwrap_or_default();
        if !(pattern.starts_with('^') && pattern.ends_with('$')) {
            findings.push(format!("{at}: the pattern must match the whole string (^...$)"));
        }
        let example = parameter["example"].as_str().unwrap_or_default();
        if let Err(error) = example.parse::<PathSegment>() {
            findings.push(format!("{at}: the client rejects the example: {error}"));
        }
    }
    findings
}

#[test]
fn path_strings_have_inline_limits() {
    check_rule(
        in_path,
        &[
            (
                "        type: string\n        minLength: 1\n        maxLength: 50\n        pattern: '^[a-z0-9][a-z0-9-]*$'\n",
                "        $ref: '#/components/schemas/Speed'\n",
                "Id: must",
            ),
            ("        minimum: 1\n", "", "Slot: must be"),
            ("        minimum: 1\n", "        minimum: -1\n", "Slot: must be"),
            ("        maxLength: 50\n", "", "Id: must have minLength"),
            ("        pattern: '^[a-z0-9][a-z0-9-]*$'\n", "", "Id: must have minLength"),
            ("*$'", "*'", "whole string"),
            ("      example: a-1\n", "      example: a/1\n", "the client rejects"),
        ],
    );
}

/// The schema of a path parameter must reject everything that the generated client rejects.
#[cfg(feature = "contract")]
fn segment_pattern(document: &Document) -> Vec<String> {
    let hostile =
        ["", ".", "..", "a/b", "a\\b", "a%2fb", "a?b", "a#b", " a", "a ", "a\nb", "a\n", "\u{7f}a", "/", "%2e"];
    let long = "a".repeat(256);
    let mut findings = Vec::new();
    let texts =
        |parameter: &&(String, &Value)| parameter.1["in"] == "path" && parameter.1["schema"]["type"] == "string";
    for (at, parameter) in all(document).iter().filter(texts) {
        let validator = match jsonschema::draft4::new(&parameter["schema"]) {
            Ok(validator) => validator,
            Err(error) => return vec![format!("{at}: {error}")],
        };
        for text in hostile.into_iter().chain([long.as_str()]) {
            assert!(text.parse::<PathSegment>().is_err(), "the client accepts {text:?}");
            if validator.is_valid(&Value::from(text)) {
                findings.push(format!("{at} allows {text:?}"));
            }
        }
    }
    findings
}

#[cfg(feature = "contract")]
#[test]
fn path_parameters_reject_what_would_escape_the_path() {
    check_rule(
        segment_pattern,
        &[
            ("^[a-z0-9][a-z0-9-]*$", "^.*$", "allows \"..\""),
            ("^[a-z0-9][a-z0-9-]*$", "^[a-z0-9./-]*$", "allows \"a/b\""),
            ("^[a-z0-9][a-z0-9-]*$", "^[a-z0-9%]+$", "allows \"a%2fb\""),
            ("maxLength: 50", "maxLength: 500", "allows \"aaaa"),
        ],
    );
}

/// An id has one type, in paths and as a property, and the same pattern if the property has one.
fn alike(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for (at, parameter) in all(document).into_iter().filter(|(_, parameter)| parameter["in"] == "path") {
        let name = parameter["name"].as_str().unwrap_or_default();
        let schema = &parameter["schema"];
        for place in document.schemas() {
            let property = document.resolve(&place.value["properties"][name]);
            let other = |keyword: &str| !property[keyword].is_null() && property[keyword] != schema[keyword];
            if other("type") || other("pattern") {
                findings.push(format!("{at}: type or pattern differs from {}/properties/{name}", place.at));
            }
        }
    }
    findings
}

#[test]
fn an_id_has_the_same_type_in_paths_and_responses() {
    check_rule(
        alike,
        &[(
            "    SnapshotPage:\n",
            "    Named:\n      type: object\n      description: x\n      properties:\n        snapshot_id: {type: string, pattern: '^[0-9]+$'}\n    SnapshotPage:\n",
            "SnapshotId: type or pattern differs",
        )],
    );
}
