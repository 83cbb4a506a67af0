//! Rules on what an operation says of itself: id, summary, description, tag, security, effects, request body.

use std::collections::BTreeSet;

use crate::document::{Document, array, has_text, hold, object, texts};

/// What operations do. One word for one thing: a new verb belongs here only if none of these says it.
const VERBS: [&str; 18] = [
    "act_on", "change", "check", "clone", "create", "delete", "describe", "disable", "enable", "get", "import", "list",
    "query", "rename", "restore", "start", "stop", "update",
];

/// Verbs that only look.
const LOOKING: [&str; 5] = ["check", "describe", "get", "list", "query"];

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
            findings.push(operation.finding(format_args!("the id is no verb_noun; verbs are {VERBS:?}")));
        }
        if !seen.insert(id.to_owned()) {
            findings.push(operation.finding("the id is there twice"));
        }
    }
    findings
}

#[test]
fn ids_are_verb_noun_and_unique() {
    hold(
        ids,
        &[
            ("operationId: list_snapshots", "operationId: listSnapshots", "no verb_noun"),
            ("operationId: list_snapshots", "operationId: snapshots_list", "no verb_noun"),
            ("operationId: list_snapshots", "operationId: list", "no verb_noun"),
            ("operationId: list_snapshots", "operationId: list__snapshots", "no verb_noun"),
            ("operationId: list_snapshots", "operationId: disable_snapshot", "twice"),
            ("      operationId: list_snapshots\n", "", "no verb_noun"),
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
            findings.push(operation.finding("the summary ends with a full stop"));
        }
        if !has_text(&operation.value["description"]) {
            findings.push(operation.finding("no description"));
        }
        let tags: Vec<_> = texts(&operation.value["tags"]).collect();
        if tags.len() != 1 {
            findings.push(operation.finding(format_args!("has {} tags; one is wanted", tags.len())));
        }
        for tag in tags.iter().filter(|tag| !declared.contains(*tag)) {
            findings.push(operation.finding(format_args!("the tag {tag:?} is not declared")));
        }
    }
    findings
}

#[test]
fn each_operation_is_described_and_has_one_declared_tag() {
    hold(
        words,
        &[
            ("      summary: List snapshots\n", "", "short line"),
            ("summary: List snapshots", "summary: List snapshots.", "full stop"),
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
            findings.push(operation.finding("neither it nor the document says how it is authorised"));
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
    hold(
        security,
        &[
            ("security:\n  - bearerToken: []\n", "", "neither it nor the document"),
            ("      summary: List snapshots\n", "      summary: List snapshots\n      security: []\n", "neither"),
            ("  - bearerToken: []", "  - apiKey: []", "\"apiKey\" is not declared"),
        ],
    );
}

/// A GET that does more than look says so, and nothing else does by mistake.
fn effects(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations() {
        let looks = verb(operation.id()).is_some_and(|verb| LOOKING.contains(&verb));
        let by_method = matches!(operation.method, "get" | "head" | "options" | "trace");
        let (safe, idempotent) = (&operation.value["x-safe"], &operation.value["x-idempotent"]);
        for (name, value) in [("x-safe", safe), ("x-idempotent", idempotent)] {
            if !value.is_null() && !value.is_boolean() {
                findings.push(operation.finding(format_args!("{name} must be true or false")));
            }
        }
        let is_safe = safe.as_bool().unwrap_or(by_method);
        if is_safe != looks {
            let is = if is_safe { "safe" } else { "not safe" };
            findings.push(operation.finding(format_args!("is {is}, but the verb says otherwise: see x-safe")));
        }
        if by_method && !is_safe && idempotent.is_null() {
            findings.push(operation.finding("the method promises more than it keeps: say x-idempotent, too"));
        }
        let reported = operation.value["summary"].as_str().is_some_and(|summary| summary.ends_with("(changes state)"));
        if reported != (by_method && !is_safe) {
            findings.push(operation.finding("a GET that changes state, and nothing else, ends its summary with it"));
        }
        if is_safe && idempotent.as_bool() == Some(false) {
            findings.push(operation.finding("is safe, so it cannot be `x-idempotent: false`"));
        }
    }
    findings
}

#[test]
fn effects_are_told_where_the_method_does_not() {
    hold(
        effects,
        &[
            ("      x-safe: false\n", "", "is safe, but the verb"),
            ("x-safe: false", "x-safe: 'false'", "x-safe must be true or false"),
            (
                "      summary: List snapshots\n",
                "      summary: List snapshots\n      x-safe: false\n",
                "is not safe, but",
            ),
            ("      summary: List snapshots\n", "      summary: x\n      x-idempotent: false\n", "cannot be"),
            ("      x-idempotent: true\n", "", "say x-idempotent"),
            (" (changes state)\n", "\n", "ends its summary"),
            ("summary: List snapshots\n", "summary: List snapshots (changes state)\n", "ends its summary"),
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

/// What is wrong with a body: its schema must have a name, and at least one named example shows it.
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
fn request_bodies_are_named_and_shown() {
    let examples = "            examples:\n              create:\n                value: {action: create, name: web}\n";
    hold(
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
