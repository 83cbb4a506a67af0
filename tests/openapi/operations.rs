//! Rules for operations: id, summary, description, tag, security, effects, request body.

use std::collections::BTreeSet;

use crate::document::{Document, array, check_rule, has_text, object, texts};

/// The verbs of operationIds. One word for one thing: add a verb only if none of these fits.
const VERBS: [&str; 18] = [
    "act_on", "change", "check", "clone", "create", "delete", "describe", "disable", "enable", "get", "import", "list",
    "query", "rename", "restore", "start", "stop", "update",
];

/// Verbs that only read.
const READING: [&str; 5] = ["check", "describe", "get", "list", "query"];

fn verb(id: &str) -> Option<&'static str> {
    VERBS.into_iter().find(|verb| id.strip_prefix(verb).is_some_and(|noun| noun.starts_with('_') && noun.len() > 1))
}

fn ids(document: &Document) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for operation in document.operations() {
        let id = operation.id();
        let snake = id.split('_').all(|part| {
            !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        });
        if !snake || verb(id).is_none() {
            findings.push(operation.finding(format_args!("the id is not verb_noun; verbs are {VERBS:?}")));
        }
        if !seen.insert(id.to_owned()) {
            findings.push(operation.finding("the id is not unique"));
        }
    }
    findings
}

#[test]
fn ids_are_verb_noun_and_unique() {
    check_rule(
        ids,
        &[
            ("operationId: list_snapshots", "operationId: listSnapshots", "not verb_noun"),
            ("operationId: list_snapshots", "operationId: snapshots_list", "not verb_noun"),
            ("operationId: list_snapshots", "operationId: list", "not verb_noun"),
            ("operationId: list_snapshots", "operationId: list__snapshots", "not verb_noun"),
            ("operationId: list_snapshots", "operationId: disable_snapshot", "not unique"),
            ("      operationId: list_snapshots\n", "", "not verb_noun"),
        ],
    );
}

fn words(document: &Document) -> Vec<String> {
    let declared: BTreeSet<_> = array(&document.json["tags"]).filter_map(|tag| tag["name"].as_str()).collect();
    let mut findings = Vec::new();
    for operation in document.operations() {
        let summary = operation.value["summary"].as_str().unwrap_or_default();
        if summary.is_empty() || summary.len() > 80 || summary.contains('\n') {
            findings.push(operation.finding("the summary must be one short line"));
        }
        if summary.ends_with('.') {
            findings.push(operation.finding("the summary ends with a period"));
        }
        if !has_text(&operation.value["description"]) {
            findings.push(operation.finding("no description"));
        }
        let tags: Vec<_> = texts(&operation.value["tags"]).collect();
        if tags.len() != 1 {
            findings.push(operation.finding(format_args!("has {} tags, expected one", tags.len())));
        }
        for tag in tags.iter().filter(|tag| !declared.contains(*tag)) {
            findings.push(operation.finding(format_args!("the tag {tag:?} is not declared")));
        }
    }
    findings
}

#[test]
fn each_operation_is_described_and_has_one_declared_tag() {
    check_rule(
        words,
        &[
            ("      summary: List snapshots\n", "", "short line"),
            ("summary: List snapshots", "summary: List snapshots.", "ends with a period"),
            ("      description: Lists one page of snapshots.\n", "", "no description"),
            ("      tags: [Snapshots]\n", "", "has 0 tags"),
            ("tags: [Snapshots]", "tags: [Snapshots, more]", "has 2 tags"),
            ("tags: [Snapshots]", "tags: [more]", "not declared"),
        ],
    );
}

fn security(document: &Document) -> Vec<String> {
    let schemes = &document.json["components"]["securitySchemes"];
    let mut findings = Vec::new();
    for operation in document.operations() {
        let own = &operation.value["security"];
        let wanted = if own.is_null() { &document.json["security"] } else { own };
        if array(wanted).count() == 0 {
            findings.push(operation.finding("neither the operation nor the document declares security"));
        }
        for (name, _) in array(wanted).flat_map(object) {
            if schemes[name].is_null() {
                findings.push(operation.finding(format_args!("the security scheme {name:?} is not declared")));
            }
        }
    }
    findings
}

#[test]
fn each_operation_has_security() {
    check_rule(
        security,
        &[
            ("security:\n  - bearerToken: []\n", "", "neither the operation nor"),
            ("      summary: List snapshots\n", "      summary: List snapshots\n      security: []\n", "neither"),
            ("  - bearerToken: []", "  - apiKey: []", "\"apiKey\" is not declared"),
        ],
    );
}

/// A GET that does more than read is marked, and nothing else is marked by mistake.
fn effects(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations() {
        let reads = verb(operation.id()).is_some_and(|verb| READING.contains(&verb));
        let by_method = matches!(operation.method, "get" | "head" | "options" | "trace");
        let (safe, idempotent) = (&operation.value["x-safe"], &operation.value["x-idempotent"]);
        for (name, value) in [("x-safe", safe), ("x-idempotent", idempotent)] {
            if !value.is_null() && !value.is_boolean() {
                findings.push(operation.finding(format_args!("{name} must be true or false")));
            }
        }
        let is_safe = safe.as_bool().unwrap_or(by_method);
        if is_safe != reads {
            let is = if is_safe { "safe" } else { "not safe" };
            findings.push(operation.finding(format_args!("is {is}, which contradicts the verb: see x-safe")));
        }
        if by_method && !is_safe && idempotent.is_null() {
            findings.push(operation.finding("the method implies idempotence: set x-idempotent explicitly"));
        }
        let marked = operation.value["summary"].as_str().is_some_and(|summary| summary.ends_with("(changes state)"));
        if marked != (by_method && !is_safe) {
            findings.push(
                operation.finding(
                    "a summary must end with \"(changes state)\" if and only if it is a GET that changes state",
                ),
            );
        }
        if is_safe && idempotent.as_bool() == Some(false) {
            findings.push(operation.finding("is safe, so it cannot be `x-idempotent: false`"));
        }
    }
    findings
}

#[test]
fn effects_are_declared_where_the_method_misleads() {
    check_rule(
        effects,
        &[
            ("      x-safe: false\n", "", "is safe, which contradicts"),
            ("x-safe: false", "x-safe: 'false'", "x-safe must be true or false"),
            (
                "      summary: List snapshots\n",
                "      summary: List snapshots\n      x-safe: false\n",
                "is not safe, which",
            ),
            ("      summary: List snapshots\n", "      summary: x\n      x-idempotent: false\n", "cannot be"),
            ("      x-idempotent: true\n", "", "set x-idempotent"),
            (" (changes state)\n", "\n", "a summary must end"),
            ("summary: List snapshots\n", "summary: List snapshots (changes state)\n", "a summary must end"),
            ("x-idempotent: true", "x-idempotent: 1", "x-idempotent must be true or false"),
        ],
    );
}

fn request_bodies(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations().iter().filter(|operation| !operation.value["requestBody"].is_null()) {
        let body = document.resolve(&operation.value["requestBody"]);
        if object(&body["content"]).count() != 1 {
            findings.push(operation.finding("the request body must have one content type"));
        }
        for (media, content) in object(&body["content"]) {
            findings.extend(
                media_type(content)
                    .into_iter()
                    .map(|what| operation.finding(format_args!("request body, {media}: {what}"))),
            );
        }
    }
    findings
}

/// What is wrong with a body: its schema must be named, and it must have at least one named example.
pub fn media_type(content: &serde_json::Value) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    if content["schema"]["$ref"].is_null() {
        wrong.push("the schema must be a named one ($ref)");
    }
    if !content["example"].is_null() {
        wrong.push("`example` has no name: use `examples`");
    }
    if object(&content["examples"]).count() == 0 {
        wrong.push("no named example");
    }
    if object(&content["examples"]).any(|(_, example)| example["$ref"].is_null() && example.get("value").is_none()) {
        wrong.push("an example has no value");
    }
    wrong
}

#[test]
fn request_bodies_have_named_schemas_and_examples() {
    let examples = "            examples:\n              create:\n                value: {action: create, name: web}\n";
    check_rule(
        request_bodies,
        &[
            (
                "{action: create, name: web}\n      responses",
                "{action: create, name: web}\n          text/html: {}\n      responses",
                "one content type",
            ),
            ("$ref: '#/components/schemas/Change'", "type: object", "must be a named one"),
            (examples, "", "no named example"),
            (examples, "            example: {action: create, name: web}\n", "has no name"),
            ("value: {action: create, name: web}", "summary: x", "an example has no value"),
        ],
    );
}
