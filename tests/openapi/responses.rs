//! Rules for responses: which statuses are listed, what they contain, and that each has an example.

use serde_json::Value;

use std::collections::BTreeMap;

use crate::document::{Document, Operation, array, check_rule, has_text, object, texts};
use crate::operations::media_type;

fn statuses(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations() {
        let listed: Vec<_> = object(&operation.value["responses"]).map(|(status, _)| status.as_str()).collect();
        let success = listed.iter().filter(|status| status.starts_with('2')).count();
        if success != 1 {
            findings.push(operation.finding(format_args!("{success} 2xx responses, expected one")));
        }
        if !listed.iter().any(|status| status.starts_with('4')) {
            findings.push(operation.finding("no 4xx error is listed"));
        }
        if !listed.contains(&"500") {
            findings.push(operation.finding("no 500"));
        }
        for status in listed {
            let exact = status.len() == 3 && status.parse::<u16>().is_ok_and(|status| (200..=500).contains(&status));
            if !exact {
                findings.push(operation.finding(format_args!("{status:?}: list errors by status, up to 500")));
            }
            let range = &document.resolve(&operation.value["responses"][status])["x-status-range"];
            let wanted = if status == "500" { "5XX" } else { "4XX" };
            if status == "500" && range.is_null() || !range.is_null() && *range != wanted {
                findings.push(operation.finding(format_args!("{status}: x-status-range must be {wanted}")));
            }
        }
    }
    findings
}

#[test]
fn errors_are_listed_by_status() {
    check_rule(
        statuses,
        &[
            ("        '204':\n", "        '304':\n", "0 2xx responses"),
            ("        '204':\n", "        '200': {description: x}\n        '204':\n", "2 2xx responses"),
            ("        '404':\n          $ref: '#/components/responses/NotFound'\n", "", "no 4xx error"),
            ("        '500':\n          $ref: '#/components/responses/ServerError'\n", "", "no 500"),
            ("        '404':\n", "        default:\n", "\"default\": list errors"),
            ("        '404':\n", "        4XX:\n", "\"4XX\": list errors"),
            ("        '500':\n", "        5XX:\n", "\"5XX\": list errors"),
            ("        '500':\n", "        '503':\n", "\"503\": list errors"),
            ("      x-status-range: 5XX\n", "", "500: x-status-range"),
            ("      x-status-range: 5XX\n", "      x-status-range: 4XX\n", "500: x-status-range"),
        ],
    );
}

fn bodies(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations() {
        for (status, response) in object(&operation.value["responses"]) {
            let response = document.resolve(response);
            let mut say = |what: &str| findings.push(operation.finding(format_args!("{status}: {what}")));
            let contents = object(&response["content"]).count();
            if !has_text(&response["description"]) {
                say("no description");
            }
            if !status.starts_with('2') && contents == 0 {
                say("an error must have a body: generators fail without one, or drop the error");
            }
            if contents > 1 {
                say("has several content types, expected one");
            }
            let bodiless = matches!(status.as_str(), "204" | "205" | "304");
            let open = response["x-unspecified-body"] == true;
            if status.starts_with('2') && contents == 0 && !bodiless && !open {
                say("has no content: add x-unspecified-body: true if its format is unknown");
            }
            if open && (contents > 0 || bodiless) {
                say("x-unspecified-body on a body whose format is known");
            }
            for content in response["content"].as_object().into_iter().flat_map(|contents| contents.values()) {
                media_type(content).into_iter().for_each(&mut say);
            }
        }
    }
    findings
}

#[test]
fn each_response_has_a_named_example() {
    let examples = "          examples:\n            unknown:\n              value: {error: not found}\n";
    check_rule(
        bodies,
        &[
            ("      description: There is no such snapshot.\n", "", "404: no description"),
            (
                "      x-status-range: 5XX\n      content:\n",
                "      x-status-range: 5XX\n      x-content:\n",
                "500: an error must have a body",
            ),
            ("          x-unspecified-body: true\n", "", "202: has no content"),
            ("description: Done.", "description: Done.\n          x-unspecified-body: true", "204: x-unspecified-body"),
            ("    NotFound:\n", "    NotFound:\n      x-unspecified-body: true\n", "404: x-unspecified-body"),
            (examples, "", "404: no named example"),
            (examples, "          example: {error: not found}\n", "404: `example` has no name"),
            ("$ref: '#/components/schemas/SnapshotPage'", "type: object", "200: the schema must be a named one"),
            ("{error: not found}\n", "{error: not found}\n        text/html: {}\n", "404: has several"),
        ],
    );
}

/// Every error is the shared `ErrorAnswer`: generators take one type for the errors of an operation.
fn errors(document: &Document) -> Vec<String> {
    const ERROR: &str = "#/components/schemas/ErrorAnswer";
    let shared = |operation: &Operation<'_>, status: &str, findings: &mut Vec<String>| {
        let reference = &operation.value["responses"][status];
        for (media, content) in object(&document.resolve(reference)["content"]) {
            let schema = &content["schema"];
            if schema["$ref"] != ERROR {
                findings.push(operation.finding(format_args!("{status}, {media}: the schema is not {ERROR}")));
            }
        }
        if reference["$ref"].is_null() && document.resolve(reference)["content"].is_null() {
            findings.push(operation.finding(format_args!("{status}: an error without content belongs in components")));
        }
    };
    let mut findings = Vec::new();
    for operation in document.operations() {
        for (status, _) in object(&operation.value["responses"]).filter(|(status, _)| !status.starts_with('2')) {
            shared(&operation, status, &mut findings);
        }
    }
    findings
}

#[test]
fn errors_share_one_schema() {
    check_rule(
        errors,
        &[
            (
                "schema:\n            $ref: '#/components/schemas/ErrorAnswer'",
                "schema:\n            $ref: '#/components/schemas/Snapshot'",
                "404, application/json",
            ),
            (
                "          $ref: '#/components/responses/ServerError'\n",
                "          description: x\n",
                "500: an error without",
            ),
        ],
    );
}

/// A response shared by several operations must be possible for each of them, so it has only one example.
fn shared(document: &Document) -> Vec<String> {
    let mut users: BTreeMap<String, usize> = BTreeMap::new();
    for operation in document.operations() {
        for (_, response) in object(&operation.value["responses"]) {
            if let Some(target) = response["$ref"].as_str() {
                *users.entry(target.to_owned()).or_default() += 1;
            }
        }
    }
    let several = users.into_iter().filter(|(_, users)| *users > 1);
    let examples = several.filter_map(|(target, _)| {
        let response = document.json.pointer(target.strip_prefix('#')?)?;
        let contents = object(&response["content"]).map(|(_, content)| object(&content["examples"]).count());
        Some((target, contents.sum::<usize>()))
    });
    let many = examples.filter(|(_, examples)| *examples > 1);
    many.map(|(target, examples)| format!("{target}: {examples} examples; not every operation can return each of them"))
        .collect()
}

#[test]
fn a_shared_error_has_one_example() {
    let failed = "            failed:\n              value: {error: failed}\n";
    let two = format!("{failed}            other:\n              value: {{error: other}}\n");
    check_rule(shared, &[(failed, Box::leak(two.into_boxed_str()), "ServerError: 2 examples")]);
}

/// Links refer to existing operations and parameters.
fn links(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations() {
        for (status, response) in object(&operation.value["responses"]) {
            for (name, link) in object(&document.resolve(response)["links"]) {
                let link = document.resolve(link);
                let mut say =
                    |what: String| findings.push(operation.finding(format_args!("{status}: link {name} {what}")));
                let targets = document.operations();
                let Some(target) = targets.iter().find(|target| link["operationId"] == target.id()) else {
                    say(format!("refers to no operation: {}", link["operationId"]));
                    continue;
                };
                if !has_text(&link["description"]) {
                    say("has no description".to_owned());
                }
                let item = &document.json["paths"][target.path]["parameters"];
                let known = || array(item).chain(array(&target.value["parameters"])).map(|one| document.resolve(one));
                for (parameter, _) in object(&link["parameters"]) {
                    let bare = parameter.rsplit('.').next().unwrap_or_default();
                    if !known().any(|one| one["name"] == bare) {
                        say(format!("sets {parameter:?}, which {} does not have", target.id()));
                    }
                }
            }
        }
    }
    findings
}

#[test]
fn links_have_valid_targets() {
    let done = "          description: Done.\n";
    check_rule(
        links,
        &[
            (
                done,
                "          description: Done.\n          links: {a: {operationId: get_it, description: x}}\n",
                "refers to no operation",
            ),
            (
                done,
                "          description: Done.\n          links: {a: {operationId: list_snapshots}}\n",
                "no description",
            ),
            (
                done,
                "          description: Done.\n          links:\n            a:\n              operationId: list_snapshots\n\
                 \x20             description: x\n              parameters: {size: 1}\n",
                "sets \"size\"",
            ),
        ],
    );
}

/// Words for creating something: verbs of operationIds, and prefixes of `action` constants.
const CREATING: [&str; 3] = ["create", "clone", "import"];

/// Whether an operation creates something: by its verb, or by an action that its body allows.
fn creates(document: &Document, operation: &Operation<'_>) -> bool {
    fn by_action(document: &Document, schema: &Value) -> bool {
        let schema = document.resolve(schema);
        let branches = ["allOf", "anyOf", "oneOf"].into_iter().flat_map(|keyword| array(&schema[keyword]));
        texts(&document.resolve(&schema["properties"]["action"])["enum"]).any(creating)
            || branches.into_iter().any(|branch| by_action(document, branch))
    }
    fn creating(word: &str) -> bool {
        CREATING.iter().any(|creating| word.split('_').next() == Some(creating))
    }
    let body = document.resolve(&operation.value["requestBody"]);
    creating(operation.id()) || object(&body["content"]).any(|(_, content)| by_action(document, &content["schema"]))
}

/// An operation that creates something links to it, or to the list in which it will appear. A task alone is not enough.
fn links_to_the_new(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations().iter().filter(|operation| creates(document, operation)) {
        let responses = object(&operation.value["responses"]).filter(|(status, _)| status.starts_with('2'));
        let mut targets = responses
            .flat_map(|(_, response)| object(&document.resolve(response)["links"]))
            .filter_map(|(_, link)| document.resolve(link)["operationId"].as_str());
        if !targets.any(|id| id != "get_task" && (id.starts_with("get_") || id.starts_with("list_"))) {
            findings.push(operation.finding("creates something, but no link leads to it or to a list of such objects"));
        }
    }
    findings
}

#[test]
fn creations_link_to_the_new_object() {
    let link = "              operationId: list_snapshots\n";
    check_rule(
        links_to_the_new,
        &[
            (link, "", "(change_snapshots)"),
            (link, "              operationId: disable_snapshot\n", "(change_snapshots)"),
            (link, "              operationId: get_task\n", "(change_snapshots)"),
            ("operationId: disable_snapshot", "operationId: clone_snapshot", "(clone_snapshot)"),
        ],
    );
}
