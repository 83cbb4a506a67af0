//! The lenient copy of a document: each keyword that can refuse a value is gone from it, and the odd value decodes.
//!
//! `tests/fixtures/keywords.yaml` has one property for each keyword, with odd values. Two copies of it are checked in and held
//! here: `keywords.relaxed.json` is what `build/relax.rs` makes of it; `keywords.kept.json` is the same with the keywords kept.
//! Real types are generated from both: the first take every odd value, the second show that the keyword would have refused it.
//! `CLOUDSNAP_WRITE_FIXTURES=1 cargo test --test relax` writes both anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

#[path = "../build/relax.rs"]
mod relax;
#[path = "../build/yaml.rs"]
mod yaml;

/// The macro looks for the client's run-time parts there.
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

/// Generated from a copy that keeps the keywords.
mod kept {
    use crate::progenitor;
    progenitor_macro::generate_api!(spec = "tests/fixtures/keywords.kept.json", interface = Builder);
}

/// Properties that the kept copy cannot show: their types would need crates that the client does without.
const NEED_CRATES: [&str; 4] = ["pattern", "date_time", "date", "uuid"];

/// What today's generator takes all the same. The copy loses these keywords, too: a later generator may obey them.
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

/// The odd values of each property of the fixture.
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
        assert!(!odd.is_empty(), "{name} has no odd value");
    }
    found
}

#[test]
fn the_checked_in_copies_are_what_the_code_makes() {
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
fn each_odd_value_decodes_and_comes_back() {
    for (name, odd) in odd_values() {
        for value in odd {
            let body = json!({ name.as_str(): value });
            let decoded: relaxed::types::Values =
                serde_json::from_value(body.clone()).unwrap_or_else(|error| panic!("{body}: {error}"));
            let back = serde_json::to_value(&decoded).unwrap();
            // An unknown key is not carried along.
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

/// The other way round: had the copy kept the keyword, the value would be refused. So each of them has to go.
#[test]
fn a_kept_keyword_refuses_the_odd_value() {
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

/// The values are odd indeed: the strict schema refuses them.
#[cfg(feature = "contract")]
#[test]
fn the_strict_schema_refuses_the_odd_value() {
    // What draft 4 knows nothing of: three formats of texts, sizes of integers, and sets that say that they are open.
    const UNKNOWN: [&str; 6] = ["byte", "date", "uuid", "int32", "uint8", "open_enum"];
    let strict = strict();
    for (name, odd) in odd_values().into_iter().filter(|(name, _)| !UNKNOWN.contains(&name.as_str())) {
        let schema = json!({
            "components": strict["components"],
            "properties": { name.as_str(): strict["components"]["schemas"]["Values"]["properties"][&name] },
        });
        let validator = jsonschema::draft4::options().should_validate_formats(true).build(&schema).expect("a schema");
        for value in odd {
            // The format of the items of a named map is an integer size again.
            let body = json!({ name.as_str(): value });
            assert!(name == "named_map" || !validator.is_valid(&body), "the strict schema takes {body}");
        }
    }
}

#[test]
fn what_must_hold_is_kept() {
    let decode = |body: Value| serde_json::from_value::<relaxed::types::Kept>(body);
    assert!(decode(json!({"action": "revert", "id": 3000000000_i64, "name": null, "more": 1})).is_ok());
    assert!(decode(json!({"action": "delete", "id": 1})).is_err(), "a constant is a constant");
    assert!(decode(json!({"action": "revert"})).is_err(), "required");
    assert!(decode(json!({"action": "revert", "id": null})).is_err(), "required, and not nullable");
    assert!(decode(json!({"action": "revert", "id": "1"})).is_err(), "a type is a type");

    let copy = relax::relaxed(strict());
    let operation = &copy["paths"]["/values/{id}"]["get"];
    assert_eq!(operation["parameters"][0]["schema"], json!({"$ref": "#/components/schemas/PathSegment"}));
    assert!(copy["components"]["schemas"]["PathSegment"].is_object(), "the name that the generator replaces");
    assert!(
        strict()["components"]["schemas"]["PathSegment"].is_null(),
        "in the document the limits stand beside the type"
    );
    let example = &operation["responses"]["200"]["content"]["application/json"]["examples"];
    assert_eq!(example["pattern_kept_in_examples"]["value"], json!({"pattern": "aaa", "default": "x"}));
}

/// Something that can become a path segment, and nothing else.
struct OnlySegment;

impl TryFrom<OnlySegment> for cloudsnap::spec::PathSegment {
    type Error = String;

    fn try_from(_: OnlySegment) -> Result<Self, String> {
        Err("refused".to_owned())
    }
}

/// That this compiles shows that the setter of a text id goes through `PathSegment`, which refuses hostile ids.
#[expect(dead_code, reason = "it only has to compile")]
fn setter_takes_path_segments(request: relaxed::builder::GetValues<'_>) -> relaxed::builder::GetValues<'_> {
    request.id(OnlySegment)
}

#[test]
fn only_answers_of_success_are_kept() {
    let copy = relax::relaxed(strict());
    let responses = copy["paths"]["/values/{id}"]["get"]["responses"].as_object().unwrap();
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["200"]);
}

#[test]
fn a_list_in_one_query_value_is_text_and_a_repeated_one_a_list() {
    let copy = relax::relaxed(strict());
    let parameters = &copy["paths"]["/values/{id}"]["get"]["parameters"];
    assert_eq!(parameters[1], json!({"name": "joined", "in": "query", "schema": {"type": "string"}}));
    assert_eq!(parameters[2]["schema"], json!({"type": "array", "items": {"type": "string"}}));
    assert_eq!(parameters[3]["schema"], json!({"type": "integer", "format": "int64"}));
}

/// No schema of the copies that the clients are made from can refuse a value by a keyword, wherever it stands.
#[test]
fn no_keyword_is_left_in_any_copy() {
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
            // Below `properties` the keys are names of the wire, not keywords.
            let names = at.ends_with("/properties") || at.ends_with("/schemas") || at.ends_with("/parameters");
            // What only we send stays a closed set: a wrong word does not compile.
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
    assert!(found.len() > 30, "the search finds the keywords where they stand: {found:#?}");

    let documents = cloudsnap::spec::Provider::ALL
        .iter()
        .map(|provider| (provider.id(), yaml::read(cloudsnap::spec::document(*provider)).expect("a document")));
    for (name, document) in documents.into_iter().chain([("keywords", strict())]) {
        let mut found = Vec::new();
        walk(name, &relax::relaxed(document), &mut found);
        assert!(found.is_empty(), "the copy still holds {found:#?}");
    }
}

/// reqwest has no `Client::options`: the generated text must not call it, and still send each OPTIONS.
#[cfg(feature = "manageiq")]
#[test]
fn options_requests_are_sent_as_such() {
    let text = include_str!(concat!(env!("OUT_DIR"), "/manageiq.rs"));
    let operations = cloudsnap::spec::operations(cloudsnap::spec::Provider::ManageIq);
    let wanted = operations.iter().filter(|operation| operation.method == "OPTIONS").count();
    assert!(wanted > 0, "the document has OPTIONS operations");
    assert_eq!(text.matches("::reqwest::Method::OPTIONS, url").count(), wanted);
    assert!(!text.contains(".options(url)"));
}
