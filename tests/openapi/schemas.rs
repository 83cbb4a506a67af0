//! Rules on schemas: what every generator understands, and what an answer may be held to.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{Document, array, has_text, hold, object, texts};

fn names(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for (name, schema) in object(&document.json["components"]["schemas"]) {
        let pascal = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric());
        if !pascal {
            findings.push(format!("/components/schemas/{name}: the name is not in PascalCase"));
        }
        if name == "Error" {
            findings
                .push("/components/schemas/Error: generators have an Error of their own: call it ApiError".to_owned());
        }
        if !has_text(&schema["description"]) {
            findings.push(format!("/components/schemas/{name}: no description"));
        }
    }
    findings
}

#[test]
fn schemas_have_good_names_and_descriptions() {
    hold(
        names,
        &[
            ("    SnapshotPage:\n", "    snapshot_page: {}\n    SnapshotPage:\n", "snapshot_page: the name"),
            ("    SnapshotPage:\n", "    Error: {description: x}\n    SnapshotPage:\n", "call it ApiError"),
            ("      description: An error.\n", "", "ApiError: no description"),
        ],
    );
}

/// Keywords that generators read differently, or not at all.
fn keywords(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        let mut say = |what: &str| findings.push(format!("{}: {what}", schema.at));
        let has = |keyword: &str| schema.value.get(keyword).is_some();
        if has("oneOf") {
            say("oneOf: write anyOf");
        }
        if has("discriminator") {
            say("discriminator: leave it out");
        }
        if has("allOf") {
            say("allOf: write the properties out");
        }
        if has("not") {
            say("not: no generator understands it");
        }
        if schema.value["type"] == "integer" && schema.value["format"] != "int64" {
            say("an integer must have `format: int64`");
        }
        if schema.value["type"].is_array() {
            say("several types at once: OpenAPI 3.0 has none");
        }
        if has("nullable") && !(schema.value["nullable"] == true && schema.value["type"].is_string()) {
            say("nullable: only `true`, and only beside `type`");
        }
        let untyped = !["type", "$ref", "anyOf", "oneOf", "allOf"].iter().any(|keyword| has(keyword));
        if untyped && !has_text(&schema.value["description"]) {
            say("no type: the description must say what is known");
        }
        if schema.value["type"] == "array" && !has("items") {
            say("an array must have items");
        }
        if schema.value["pattern"].as_str().is_some_and(|pattern| pattern.contains("(?")) {
            say("pattern: no look-around and no inline flags");
        }
    }
    findings
}

#[test]
fn schemas_use_only_what_generators_understand() {
    let id = "          type: integer\n          format: int64\n          description: The id.\n";
    hold(
        keywords,
        &[
            ("      anyOf:\n", "      oneOf:\n", "ChangeRequest: oneOf"),
            (
                "      anyOf:\n",
                "      discriminator: {propertyName: action}\n      anyOf:\n",
                "ChangeRequest: discriminator",
            ),
            ("      anyOf:\n", "      allOf:\n", "ChangeRequest: allOf"),
            (
                "      type: object\n      description: An error.",
                "      not: {type: string}\n      description: An error.",
                "not:",
            ),
            (id, "          type: integer\n          description: The id.\n", "Snapshot/properties/id: an integer"),
            (
                id,
                "          type: integer\n          format: int32\n          description: The id.\n",
                "must have `format: int64`",
            ),
            (id, "          type: [integer, string]\n          description: The id.\n", "several types"),
            ("          type: string\n          nullable: true\n", "          nullable: true\n", "name: nullable"),
            ("nullable: true", "nullable: false", "name: nullable"),
            ("          description: Of unknown type.\n", "", "Snapshot/properties/extra: no type"),
            ("          items:\n            $ref: '#/components/schemas/Snapshot'\n", "", "must have items"),
            ("pattern: '^", "pattern: '^(?!x)", "look-around"),
            (
                "        type: integer\n        format: int64\n      example: 2\n",
                "        type: integer\n      example: 2\n",
                "Page",
            ),
        ],
    );
}

/// In OpenAPI 3.0 whatever stands beside `$ref` is ignored.
fn references(document: &Document) -> Vec<String> {
    fn walk(at: &str, node: &Value, findings: &mut Vec<String>) {
        if node["$ref"].is_string() && object(node).count() > 1 {
            findings.push(format!("{at}: what stands beside $ref is ignored"));
        }
        for (key, value) in object(node).filter(|(key, _)| !["example", "value"].contains(&key.as_str())) {
            walk(&format!("{at}/{}", key.replace('/', "~1")), value, findings);
        }
        for (index, value) in array(node).enumerate() {
            walk(&format!("{at}/{index}"), value, findings);
        }
    }
    let mut findings = Vec::new();
    walk("", &document.json, &mut findings);
    findings
}

#[test]
fn nothing_stands_beside_a_reference() {
    hold(
        references,
        &[
            (
                "        first:\n",
                "        first:\n          description: x\n",
                "/components/schemas/SnapshotPage/properties/first",
            ),
            (
                "        - $ref: '#/components/parameters/Page'\n",
                "        - $ref: '#/components/parameters/Page'\n          required: true\n",
                "/paths/~1snapshots/get/parameters/0",
            ),
        ],
    );
}

fn properties(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        for (name, property) in object(&schema.value["properties"]) {
            let meant = document.resolve(property);
            let whose = property["$ref"].as_str().map(|target| format!(" in {target}")).unwrap_or_default();
            if !has_text(&meant["description"]) {
                findings.push(format!("{}/properties/{name}: no description{whose}", schema.at));
            }
            if meant.get("example").is_none() {
                findings.push(format!("{}/properties/{name}: no example{whose}", schema.at));
            }
        }
    }
    findings
}

#[test]
fn each_property_has_description_and_example() {
    hold(
        properties,
        &[
            ("          description: The id.\n", "", "Snapshot/properties/id: no description"),
            ("          example: 7\n", "", "Snapshot/properties/id: no example"),
            (
                "      example: {id: 7, name: web, status: ready}\n",
                "",
                "SnapshotPage/properties/first: no example in #",
            ),
        ],
    );
}

/// Required names are declared: a misspelt one would never be held.
fn required(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        for name in texts(&schema.value["required"]) {
            if schema.value["properties"][name].is_null() {
                findings.push(format!("{}: requires {name:?}, which is not among its properties", schema.at));
            }
        }
    }
    findings
}

#[test]
fn required_properties_are_declared() {
    hold(required, &[("required: [id, name]", "required: [id, nam]", "requires \"nam\"")]);
}

/// The one value that a property may have, if it is a constant.
fn constant<'a>(branch: &'a Value, key: &str) -> Option<&'a Value> {
    branch["properties"][key]["enum"].as_array().filter(|values| values.len() == 1).map(|values| &values[0])
}

/// Whether `branch` requires a key that `other` does not know, or a constant that differs from the other's.
fn differs(branch: &Value, other: &Value) -> bool {
    texts(&branch["required"]).any(|key| match (constant(branch, key), constant(other, key)) {
        (Some(mine), Some(theirs)) => mine != theirs,
        _ => other["properties"][key].is_null(),
    })
}

/// A reader tries the branches of an `anyOf` in their order: none may fit what is meant for a later one. In an answer, which
/// we do not write ourselves, each branch differs from each other.
fn branches(document: &Document) -> Vec<String> {
    let answers: BTreeSet<_> = document.answer_schemas().into_iter().map(|schema| schema.at).collect();
    let mut findings = Vec::new();
    for schema in document.schemas() {
        let objects: Vec<_> = array(&schema.value["anyOf"])
            .map(|branch| document.resolve(branch))
            .filter(|branch| branch["type"] == "object" || !branch["properties"].is_null())
            .collect();
        for (index, branch) in objects.iter().enumerate() {
            let from = if answers.contains(&schema.at) { 0 } else { index };
            for (other, _) in objects.iter().enumerate().skip(from).filter(|(other, _)| *other != index) {
                if !differs(branch, objects[other]) {
                    findings
                        .push(format!("{}: object branch {index} of anyOf fits what is meant for {other}", schema.at));
                }
            }
        }
    }
    findings
}

#[test]
fn branches_of_an_any_of_can_be_told_apart() {
    hold(
        branches,
        &[
            ("      required: [action, ids]\n", "", "branch 1 of anyOf fits what is meant for 2"),
            ("          enum: [purge]\n", "          enum: [delete]\n", "branch 1 of anyOf fits what is meant for 2"),
            (
                "          enum: [purge]\n",
                "          enum: [purge, drop]\n",
                "branch 1 of anyOf fits what is meant for 2",
            ),
            ("          enum: [delete]\n", "", "branch 1 of anyOf fits what is meant for 2"),
            // In an answer the order does not help: the last branch must differ from the first, too.
            (
                "      required: [data]\n",
                "      required: [data]\n      anyOf: [{type: object, required: [data]}, {type: object}]\n",
                "branch 1 of anyOf fits what is meant for 0",
            ),
        ],
    );
}

/// Closed sets are for requests: an answer may bring a value that nobody has seen.
fn sets(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for schema in document.schemas() {
        let open = &schema.value["x-extensible-enum"];
        if open.is_null() {
            continue;
        }
        if schema.value["type"] != "string" || !schema.value["enum"].is_null() || texts(open).count() == 0 {
            findings.push(format!(
                "{}: x-extensible-enum is a list of texts, beside `type: string`, without enum",
                schema.at
            ));
        }
    }
    for schema in document.schemas().iter().filter(|schema| !schema.value["x-legacy-type"].is_null()) {
        let (older, present) = (&schema.value["x-legacy-type"], &schema.value["type"]);
        let known = ["string", "integer", "number", "boolean", "array", "object"].iter().any(|name| older == name);
        if !known || !present.is_string() || older == present {
            findings.push(format!("{}: x-legacy-type names another type than `type`", schema.at));
        }
    }
    for schema in document.answer_schemas() {
        if array(&schema.value["enum"]).count() > 1 {
            findings.push(format!("{}: an enum of several values in an answer: write x-extensible-enum", schema.at));
        }
        if schema.value["additionalProperties"] == false {
            findings
                .push(format!("{}: an answer may bring more than is known: no additionalProperties: false", schema.at));
        }
    }
    findings
}

#[test]
fn answers_are_open() {
    hold(
        sets,
        &[
            (
                "          x-extensible-enum: [ready, creating]\n",
                "          enum: [ready, creating]\n",
                "several values",
            ),
            ("x-extensible-enum: [ready, creating]", "x-extensible-enum: ready", "is a list of texts"),
            ("x-extensible-enum: [ready, creating]", "x-legacy-type: string", "x-legacy-type names another"),
            ("x-extensible-enum: [ready, creating]", "x-legacy-type: text", "x-legacy-type names another"),
            ("x-extensible-enum: [ready, creating]", "x-extensible-enum: [1, 2]", "is a list of texts"),
            (
                "          type: string\n          x-extensible-enum",
                "          type: integer\n          x-extensible-enum",
                "is a list of texts",
            ),
            (
                "      required: [id, name]\n",
                "      additionalProperties: false\n      required: [id, name]\n",
                "Snapshot: an answer may bring more",
            ),
        ],
    );
}
