//! Rules on answers: which statuses are listed, what they carry, that each is shown by an example.

use serde_json::Value;

use std::collections::BTreeMap;

use crate::document::{Document, Operation, array, has_text, hold, object, texts};
use crate::operations::media_type;

fn statuses(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations() {
        let listed: Vec<_> = object(&operation.value["responses"]).map(|(status, _)| status.as_str()).collect();
        let success = listed.iter().filter(|status| status.starts_with('2')).count();
        if success != 1 {
            findings.push(operation.finding(format_args!("{success} answers of 2xx; one is wanted")));
        }
        if !listed.iter().any(|status| status.starts_with('4')) {
            findings.push(operation.finding("no error of 4xx is listed"));
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
    hold(
        statuses,
        &[
            ("        '204':\n", "        '304':\n", "0 answers of 2xx"),
            ("        '204':\n", "        '200': {description: x}\n        '204':\n", "2 answers of 2xx"),
            ("        '404':\n          $ref: '#/components/responses/NotFound'\n", "", "no error of 4xx"),
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
                say("an error has a body: generators fail on one without, or know nothing of it");
            }
            if contents > 1 {
                say("has several content types; one is wanted");
            }
            let bodiless = matches!(status.as_str(), "204" | "205" | "304");
            let open = response["x-unspecified-body"] == true;
            if status.starts_with('2') && contents == 0 && !bodiless && !open {
                say("has no content: say x-unspecified-body: true if its form is unknown");
            }
            if open && (contents > 0 || bodiless) {
                say("x-unspecified-body says that the body is unknown; it is not");
            }
            for content in response["content"].as_object().into_iter().flat_map(|contents| contents.values()) {
                media_type(content).into_iter().for_each(&mut say);
            }
        }
    }
    findings
}

#[test]
fn each_answer_is_shown_by_a_named_example() {
    let examples = "          examples:\n            unknown:\n              value: {error: not found}\n";
    hold(
        bodies,
        &[
            ("      description: There is no such snapshot.\n", "", "404: no description"),
            (
                "      x-status-range: 5XX\n      content:\n",
                "      x-status-range: 5XX\n      x-content:\n",
                "500: an error has a body",
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

/// Every error is the shared `ErrorAnswer`: a generator takes one type for the errors of an operation.
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
            findings.push(operation.finding(format_args!("{status}: an error without content stands in components")));
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
    hold(
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

/// What several operations share is true of each: one example, which any of them may answer.
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
    many.map(|(target, examples)| format!("{target}: {examples} examples; not each can occur wherever it is used"))
        .collect()
}

#[test]
fn a_shared_error_shows_one_example() {
    let failed = "            failed:\n              value: {error: failed}\n";
    let two = format!("{failed}            other:\n              value: {{error: other}}\n");
    hold(shared, &[(failed, Box::leak(two.into_boxed_str()), "ServerError: 2 examples")]);
}

/// Links name operations and parameters that exist.
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
                    say(format!("names no operation: {}", link["operationId"]));
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
                        say(format!("sets {parameter:?}, which {} has not", target.id()));
                    }
                }
            }
        }
    }
    findings
}

#[test]
fn links_lead_somewhere() {
    let done = "          description: Done.\n";
    hold(
        links,
        &[
            (
                done,
                "          description: Done.\n          links: {a: {operationId: get_it, description: x}}\n",
                "no operation",
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

/// Words that make something new: verbs of ids, and how constants of `action` begin.
const CREATING: [&str; 3] = ["create", "clone", "import"];

/// Whether an operation makes something: by its verb, or by an action that its body may name.
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

/// Whoever made something is led to it: to the thing itself, or to the list in which it will turn up. A task alone is not it.
fn links_to_the_new(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for operation in document.operations().iter().filter(|operation| creates(document, operation)) {
        let responses = object(&operation.value["responses"]).filter(|(status, _)| status.starts_with('2'));
        let mut targets = responses
            .flat_map(|(_, response)| object(&document.resolve(response)["links"]))
            .filter_map(|(_, link)| document.resolve(link)["operationId"].as_str());
        if !targets.any(|id| id != "get_task" && (id.starts_with("get_") || id.starts_with("list_"))) {
            findings.push(operation.finding("makes something, and no link leads to it or to a list of its kind"));
        }
    }
    findings
}

#[test]
fn creations_link_to_what_they_make() {
    let link = "              operationId: list_snapshots\n";
    hold(
        links_to_the_new,
        &[
            (link, "", "(change_snapshots)"),
            (link, "              operationId: disable_snapshot\n", "(change_snapshots)"),
            (link, "              operationId: get_task\n", "(change_snapshots)"),
            ("operationId: disable_snapshot", "operationId: clone_snapshot", "(clone_snapshot)"),
        ],
    );
}
