//! The lenient copy of a document: every keyword that can reject a value is removed, and the unexpected value decodes.
//!
//! `tests/fixtures/keywords.yaml` has one property per keyword, with unexpected values. Two copies of it are checked in
//! and compared here: `keywords.relaxed.json` is the output of `build/relax.rs`; `keywords.kept.json` is the same with
//! the keywords preserved. Real types are generated from both: the first accept every unexpected value, the second show
//! that the keyword would have rejected it. `CLOUDSNAP_WRITE_FIXTURES=1 cargo test --test relax` rewrites both.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

#[path = "../build/relax.rs"]
mod relax;
#[path = "../build/yaml.rs"]
mod yaml;

/// The macro expects the client's runtime support there.
mod progenitor {
    pub use progenitor_client;
}

/// Generated from the lenient copy.
mod relaxed {
    use crate::progenitor;
    progenitor_macro::generate_api!(
        spec = "tests/fixtures/keywords.relaxed.json",
        interface = Builder,
        replace = { PathSegment = cloudsnap::spec::PathSegment },
    );
}

/// Generated from a copy that preserves the keywords.
mod kept {
    use crate::progenitor;
    progenitor_macro::generate_api!(spec = "tests/fixtures/keywords.kept.json", interface = Builder);
}

/// Properties that cannot be shown with the preserved copy: their types would need crates that the client does not use.
const NEED_CRATES: [&str; 4] = ["pattern", "date_time", "date", "uuid"];

/// Keywords that the current generator ignores. The copy omits them, too, because a later generator may enforce them.
const PASSED_OVER: [&str; 18] = [
    "boolean_null",
    "byte",
    "exclusive_maximum",
    "exclusive_minimum",
    "max_items",
    "max_properties",
    "maximum",
    "min_items",
    "min_properties",
    "minimum",
    "multiple_of",
    "named_list",
    "named_object",
    "number_minimum",
    "object_null",
    "open_enum",
    "string_null",
    "unique_items",
];

fn strict() -> Value {
    yaml::read(include_str!("fixtures/keywords.yaml")).expect("the fixture is YAML")
}

fn kept_copy() -> Value {
    let (strict, mut copy) = (strict(), relax::relaxed(strict()));
    copy["components"]["schemas"] = strict["components"]["schemas"].clone();
    let values = copy["components"]["schemas"]["Values"]["properties"].as_object_mut().expect("properties");
    values.retain(|name, _| !NEED_CRATES.contains(&name.as_str()));
    copy["components"]["schemas"]["PathSegment"] = json!({"type": "string"});
    copy
}

/// The unexpected values of each property in the fixture.
fn odd_values() -> BTreeMap<String, Vec<Value>> {
    let values = &strict()["components"]["schemas"]["Values"];
    let beside = values["properties"].as_object().expect("properties").iter();
    let beside = beside.map(|(name, property)| (name, &property["x-odd"]));
    let named = values["x-odd-named"].as_object().expect("odd values of references").iter();
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (name, odd) in beside.chain(named) {
        found.entry(name.clone()).or_default().extend(odd.as_array().into_iter().flatten().cloned());
    }
    for (name, odd) in &found {
        assert!(!odd.is_empty(), "no unexpected value for {name}");
    }
    found
}

#[test]
fn the_checked_in_copies_are_up_to_date() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    for (name, copy) in [("keywords.relaxed.json", relax::relaxed(strict())), ("keywords.kept.json", kept_copy())] {
        let path = format!("{folder}/{name}");
        if std::env::var_os("CLOUDSNAP_WRITE_FIXTURES").is_some() {
            std::fs::write(&path, serde_json::to_string_pretty(&copy).unwrap() + "\n").unwrap();
        }
        let written: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(written == copy, "{name} is out of date: CLOUDSNAP_WRITE_FIXTURES=1 cargo test --test relax");
    }
}

#[test]
fn each_unexpected_value_round_trips() {
    for (name, odd) in odd_values() {
        for value in odd {
            let body = json!({ name.as_str(): value });
            let decoded: relaxed::types::Values =
                serde_json::from_value(body.clone()).unwrap_or_else(|error| panic!("{body}: {error}"));
            let back = serde_json::to_value(&decoded).unwrap();
            // Unknown keys are not preserved.
            let wanted = if name == "closed" { json!({ "closed": {} }) } else { without_nulls(&body) };
            assert_eq!(without_nulls(&back), wanted, "{name}");
        }
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key.clone(), without_nulls(value)))
            .collect(),
        other => other.clone(),
    }
}

/// The reverse: if the copy preserved the keyword, the value would be rejected. Therefore each of them must be removed.
#[test]
fn a_preserved_keyword_rejects_the_unexpected_value() {
    let takes =
        |name: &str, value: &Value| serde_json::from_value::<kept::types::Values>(json!({ name: value })).is_ok();
    let passed_over: BTreeSet<_> = odd_values()
        .into_iter()
        .filter(|(name, _)| !NEED_CRATES.contains(&name.as_str()))
        .filter(|(name, odd)| odd.iter().all(|value| takes(name, value)))
        .map(|(name, _)| name)
        .collect();
    let known: BTreeSet<_> = PASSED_OVER.into_iter().map(str::to_owned).collect();
    assert_eq!(passed_over, known, "what the generator passes over has changed");
}

/// The values are in fact invalid: the strict schema rejects them.
#[cfg(feature = "contract")]
#[test]
fn the_strict_schema_rejects_the_unexpected_value() {
    // What draft 4 does not support: three string formats, integer sizes, and open sets.
    const UNKNOWN: [&str; 6] = ["byte", "date", "uuid", "int32", "uint8", "open_enum"];
    let strict = strict();
    for (name, odd) in odd_values().into_iter().filter(|(name, _)| !UNKNOWN.contains(&name.as_str())) {
        let schema = json!({
            "components": strict["components"],
            "properties": { name.as_str(): strict["components"]["schemas"]["Values"]["properties"][&name] },
        });
        let validator = jsonschema::draft4::options().should_validate_formats(true).build(&schema).expect("a schema");
        for value in odd {
            // The format of the items of a named map is again an integer size.
            let body = json!({ name.as_str(): value });
            assert!(name == "named_map" || !validator.is_valid(&body), "the strict schema accepts {body}");
        }
    }
}

#[test]
fn mandatory_constraints_are_preserved() {
    let decode = |body: Value| serde_json::from_value::<relaxed::types::Kept>(body);
    assert!(decode(json!({"action": "revert", "id": 3000000000_i64, "name": null, "more": 1})).is_ok());
    assert!(decode(json!({"action": "delete", "id": 1})).is_err(), "a constant is a constant");
    assert!(decode(json!({"action": "revert"})).is_err(), "required");
    assert!(decode(json!({"action": "revert", "id": null})).is_err(), "required, and not nullable");
    assert!(decode(json!({"action": "revert", "id": "1"})).is_err(), "a type is a type");

    let copy = relax::relaxed(strict());
    let operation = &copy["paths"]["/values/{id}"]["get"];
    assert_eq!(operation["parameters"][0]["schema"], json!({"$ref": "#/components/schemas/PathSegment"}));
    assert!(copy["components"]["schemas"]["PathSegment"].is_object(), "the name replaced by the generator");
    assert!(
        strict()["components"]["schemas"]["PathSegment"].is_null(),
        "in the document, the limits are next to the type"
    );
    let example = &operation["responses"]["200"]["content"]["application/json"]["examples"];
    assert_eq!(example["pattern_kept_in_examples"]["value"], json!({"pattern": "aaa", "default": "x"}));
}

/// A type that can become a path segment, and nothing else.
struct OnlySegment;

impl TryFrom<OnlySegment> for cloudsnap::spec::PathSegment {
    type Error = String;

    fn try_from(_: OnlySegment) -> Result<Self, String> {
        Err("refused".to_owned())
    }
}

/// If this compiles, the setter of a string ID uses `PathSegment`, which rejects hostile IDs.
#[expect(dead_code, reason = "it only has to compile")]
fn setter_takes_path_segments(request: relaxed::builder::GetValues<'_>) -> relaxed::builder::GetValues<'_> {
    request.id(OnlySegment)
}

#[test]
fn only_successful_responses_are_preserved() {
    let copy = relax::relaxed(strict());
    let responses = copy["paths"]["/values/{id}"]["get"]["responses"].as_object().unwrap();
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["200"]);
}

#[test]
fn a_list_in_one_query_value_is_a_string_and_a_repeated_one_a_list() {
    let copy = relax::relaxed(strict());
    let parameters = &copy["paths"]["/values/{id}"]["get"]["parameters"];
    assert_eq!(parameters[1], json!({"name": "joined", "in": "query", "schema": {"type": "string"}}));
    assert_eq!(parameters[2]["schema"], json!({"type": "array", "items": {"type": "string"}}));
    assert_eq!(parameters[3]["schema"], json!({"type": "integer", "format": "int64"}));
}

/// No schema in the copies used for the clients can reject a value by any keyword.
#[test]
fn no_copy_contains_any_of_the_keywords() {
    fn walk(at: &str, node: &Value, found: &mut Vec<String>) {
        const GONE: [&str; 15] = [
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "not",
            "default",
        ];
        const SENT: [&str; 4] = ["SnapshotsAction", "TokenUse", "VmSnapshotAction", "VolumeAction"];
        for (key, value) in node.as_object().into_iter().flatten() {
            let at = format!("{at}/{key}");
            // Keys below `properties` are field names, not keywords.
            let names = at.ends_with("/properties") || at.ends_with("/schemas") || at.ends_with("/parameters");
            // Values that only we send remain a closed set: an invalid one does not compile.
            let sent = SENT.iter().any(|name| at.ends_with(&format!("/schemas/<{name}>/enum")));
            let several = key == "enum" && value.as_array().is_some_and(|values| values.len() != 1) && !sent;
            let format = key == "format" && !matches!(value.as_str(), Some("int64" | "double"));
            let closed = key == "additionalProperties" && value == false;
            if GONE.contains(&key.as_str()) || several || format || closed {
                found.push(at);
            } else if names {
                for (name, value) in value.as_object().into_iter().flatten() {
                    walk(&format!("{at}/<{name}>"), value, found);
                }
                walk_all(&at, value, found);
            } else if !["example", "examples", "x-odd", "x-odd-named", "links", "servers"].contains(&key.as_str()) {
                walk(&at, value, found);
                walk_all(&at, value, found);
            }
        }
    }
    fn walk_all(at: &str, node: &Value, found: &mut Vec<String>) {
        for (index, value) in node.as_array().into_iter().flatten().enumerate() {
            walk(&format!("{at}/{index}"), value, found);
        }
    }
    let mut found = Vec::new();
    walk("keywords", &strict(), &mut found);
    assert!(found.len() > 30, "the search finds the keywords in the original: {found:#?}");

    let documents = cloudsnap::spec::Provider::ALL
        .iter()
        .map(|provider| (provider.id(), yaml::read(cloudsnap::spec::document(*provider)).expect("a document")));
    for (name, document) in documents.into_iter().chain([("keywords", strict())]) {
        let mut found = Vec::new();
        walk(name, &relax::relaxed(document), &mut found);
        assert!(found.is_empty(), "the copy still contains {found:#?}");
    }
}

/// reqwest has no `Client::options`: the generated code must not call it, and must still send each OPTIONS request.
#[cfg(feature = "manageiq")]
#[test]
fn options_requests_are_sent_as_options() {
    let text = include_str!(concat!(env!("OUT_DIR"), "/manageiq.rs"));
    let operations = cloudsnap::spec::operations(cloudsnap::spec::Provider::ManageIq);
    let wanted = operations.iter().filter(|operation| operation.method == "OPTIONS").count();
    assert!(wanted > 0, "the document has OPTIONS operations");
    assert_eq!(text.matches("::reqwest::Method::OPTIONS, url").count(), wanted);
    assert!(!text.contains(".options(url)"));
}
