//! Rules on parameters: described, with an example; what stands in a path cannot leave its place.

use cloudsnap::spec::PathSegment;
use serde_json::Value;

use crate::document::{Document, array, has_text, hold, object};

/// All parameters with their place: those in components, and those written into a path or an operation.
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
    hold(
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

/// Text in a path is always a `PathSegment`: the one type that refuses what would leave its place in a URL.
fn in_path(document: &Document) -> Vec<String> {
    const SEGMENT: &str = "#/components/schemas/PathSegment";
    let mut findings = Vec::new();
    let mut used = false;
    for (at, parameter) in all(document).into_iter().filter(|(_, parameter)| parameter["in"] == "path") {
        let schema = &parameter["schema"];
        if schema["$ref"] == SEGMENT {
            used = true;
            let example = parameter["example"].as_str().unwrap_or_default();
            if let Err(error) = example.parse::<PathSegment>() {
                findings.push(format!("{at}: the example is refused by the client: {error}"));
            }
        } else if schema["type"] != "integer" || schema["minimum"].as_i64().is_none_or(|minimum| minimum < 0) {
            findings.push(format!("{at}: must be {SEGMENT}, or an integer that cannot be negative"));
        }
    }
    let segment = &document.json["components"]["schemas"]["PathSegment"];
    if used && ["minLength", "maxLength", "pattern"].iter().any(|keyword| segment[*keyword].is_null()) {
        findings.push("/components/schemas/PathSegment: must have minLength, maxLength and pattern".to_owned());
    }
    let pattern = segment["pattern"].as_str().unwrap_or_default();
    if used && !(pattern.starts_with('^') && pattern.ends_with('$')) {
        findings.push("/components/schemas/PathSegment: the pattern must hold the whole text (^...$)".to_owned());
    }
    findings
}

#[test]
fn text_in_a_path_is_a_path_segment() {
    hold(
        in_path,
        &[
            (
                "        $ref: '#/components/schemas/PathSegment'\n      example",
                "        type: string\n      example",
                "Id: must",
            ),
            ("        minimum: 1\n", "", "Slot: must be"),
            ("        minimum: 1\n", "        minimum: -1\n", "Slot: must be"),
            ("      maxLength: 50\n", "", "must have minLength"),
            ("      pattern: '^[a-z0-9][a-z0-9-]*$'\n", "", "must have minLength"),
            ("*$'", "*'", "whole text"),
            ("      example: a-1\n", "      example: a/1\n", "refused by the client"),
        ],
    );
}

/// What the strict document refuses as a path segment must hold everything that the generated client refuses.
#[cfg(feature = "contract")]
fn segment_pattern(document: &Document) -> Vec<String> {
    let hostile =
        ["", ".", "..", "a/b", "a\\b", "a%2fb", "a?b", "a#b", " a", "a ", "a\nb", "a\n", "\u{7f}a", "/", "%2e"];
    let long = "a".repeat(256);
    let segment = &document.json["components"]["schemas"]["PathSegment"];
    if segment.is_null() {
        return Vec::new();
    }
    let validator = match jsonschema::draft4::new(segment) {
        Ok(validator) => validator,
        Err(error) => return vec![format!("/components/schemas/PathSegment: {error}")],
    };
    let mut findings = Vec::new();
    for text in hostile.into_iter().chain([long.as_str()]) {
        assert!(text.parse::<PathSegment>().is_err(), "the client takes {text:?}");
        if validator.is_valid(&Value::from(text)) {
            findings.push(format!("/components/schemas/PathSegment admits {text:?}"));
        }
    }
    findings
}

#[cfg(feature = "contract")]
#[test]
fn path_segments_refuse_what_would_leave_the_path() {
    hold(
        segment_pattern,
        &[
            ("^[a-z0-9][a-z0-9-]*$", "^.*$", "admits \"..\""),
            ("^[a-z0-9][a-z0-9-]*$", "^[a-z0-9./-]*$", "admits \"a/b\""),
            ("^[a-z0-9][a-z0-9-]*$", "^[a-z0-9%]+$", "admits \"a%2fb\""),
            ("maxLength: 50", "maxLength: 500", "admits \"aaaa"),
        ],
    );
}
