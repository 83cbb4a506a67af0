//! `verify`: the safe calls of the provider, each answer held against its document.

use std::collections::HashMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::check::Found;
use crate::cli::connect::{Connection, Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::progress::Meter;
use crate::cli::table::{Column, Columns};
use crate::client::Client;
use crate::contract::{Contract, Finding};
use crate::error::{Error, ErrorKind};
use crate::spec::{self, Operation, PathSegment};

pub(crate) const AFTER: &str = "\
Only calls that change nothing are made, by the table of the document; ids come from earlier answers. With -o json it \
prints a report without values, names or base URL, fit to be sent on. Violations end with 7, an operation that was tried \
and did not succeed with 9 (or, where none succeeded, with the code of that failure).

Example: cloudsnap --profile nightly verify";

/// So many objects of a kind are asked for, until one tells more.
const TRIES: usize = 3;

/// Characters that stand in a path as they are.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What was found of a provider.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Verdict {
    provider: String,
    /// The version of the document.
    document: String,
    operations: Vec<Tried>,
    /// How many operations have a validated, successful response.
    verified: usize,
    /// All findings, without the values.
    findings: Vec<Found>,
}

/// What was found of an operation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Tried {
    operation: String,
    /// Method and path, as the document writes them.
    request: String,
    /// The status of the last response; null where none arrived.
    status: Option<u16>,
    /// A successful response was validated.
    verified: bool,
    /// How many responses were validated against the document.
    calls: usize,
    violations: usize,
    additions: usize,
    /// Why no response was seen.
    not_tried: Option<String>,
    /// The exit code that a failure of it asks for.
    #[serde(skip)]
    failure: Option<Exit>,
}

impl Columns for Tried {
    const WRAPS: bool = true;

    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "operation", shown: true, value: |it| it.operation.clone() },
            Column { name: "request", shown: false, value: |it| it.request.clone() },
            Column { name: "status", shown: true, value: |it| it.status.map(|it| it.to_string()).unwrap_or_default() },
            Column { name: "calls", shown: true, value: |it| it.calls.to_string() },
            Column { name: "violations", shown: true, value: |it| it.violations.to_string() },
            Column { name: "additions", shown: true, value: |it| it.additions.to_string() },
            Column { name: "not_tried", shown: true, value: |it| it.not_tried.clone().unwrap_or_default() },
        ]
    }
}

/// What earlier answers told.
#[derive(Default)]
struct Known {
    /// By the path that was called: the ids of what it listed.
    listed: HashMap<String, Vec<String>>,
    /// By the name of a field: its values.
    fields: HashMap<String, Vec<String>>,
    /// Path parameters that are shown in a field of another name.
    aliases: &'static [(&'static str, &'static str)],
}

pub(crate) async fn run(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<Tried>()?;
    let connection = connect(context, Need::Data).await?;
    let verdict = verify(context, &connection).await?;
    if context.out.is_table() {
        context.out.list(&verdict.operations)?;
        if !verdict.findings.is_empty() {
            let columns = Found::columns().into_iter().filter(|column| column.name != "location").collect::<Vec<_>>();
            context.out.text(&format!("\n{}", crate::cli::table::rows(columns, &verdict.findings, false, true)))?;
        }
    } else {
        context.out.json(&verdict)?;
    }
    let (verified, all) = (verdict.verified, verdict.operations.len());
    context.console.note(&format!("{verified} of {all} operations verified"));
    Ok(verdict.exit())
}

async fn verify(context: &Context, connection: &Connection) -> Result<Verdict, Failure> {
    let client = &connection.client;
    let contract = Contract::of(client.provider());
    let meter = Meter::new(&context.console, "verify");
    let mut open: Vec<&Operation> =
        spec::operations(client.provider()).iter().filter(|operation| operation.safe).collect();
    let order: Vec<&str> = open.iter().map(|operation| operation.id).collect();
    let mut known = Known { aliases: client.fields(), ..Known::default() };
    let (mut tried, mut findings) = (Vec::new(), Vec::new());
    let (mut responses, mut broken) = (0, None);
    loop {
        // What needs nothing, or only what is known by now; each round may learn more.
        let next = open.iter().position(|operation| !known.paths(operation.path).is_empty());
        let Some(operation) = next.map(|index| open.remove(index)) else { break };
        let mut entry = Tried::of(operation);
        if needs_more(contract, operation) {
            entry.not_tried = Some("it needs a body or a parameter that cannot be guessed".to_owned());
            tried.push(entry);
            continue;
        }
        for path in known.paths(operation.path).into_iter().take(TRIES) {
            meter.say(operation.id);
            match call(client, contract, operation, &path).await {
                Err(error) if error.kind() == ErrorKind::Unauthorized => return Err(error.into()),
                Err(error) => {
                    // The report must be fit to be sent on, and the error may name hosts.
                    context.console.warn(&format!("{}: {error}", operation.id));
                    entry.not_tried = Some(format!("no response: {}", why(error.kind())));
                    entry.failure = Some(Exit::of(&error));
                    broken.get_or_insert(error);
                    break;
                }
                Ok((status, found, body)) => {
                    responses += 1;
                    entry.count(status, &found);
                    findings.extend(found);
                    if known.learn(&path, &body) {
                        break;
                    }
                }
            }
        }
        tried.push(entry);
    }
    if let (0, Some(error)) = (responses, broken) {
        return Err(error.into());
    }
    tried.extend(open.into_iter().map(|operation| {
        let missing = operation.path.split(['{', '}']).skip(1).step_by(2).collect::<Vec<_>>().join(" and ");
        Tried { not_tried: Some(format!("no {missing} is known from the other answers")), ..Tried::of(operation) }
    }));
    tried.sort_by_key(|entry| order.iter().position(|id| *id == entry.operation));
    let version = contract.document().pointer("/info/version").and_then(Value::as_str).unwrap_or_default();
    Ok(Verdict {
        provider: client.provider().to_string(),
        document: version.to_owned(),
        verified: tried.iter().filter(|entry| entry.verified).count(),
        operations: tried,
        findings: findings.into_iter().map(|finding| Found::from(finding.without_value())).collect(),
    })
}

async fn call(
    client: &Client,
    contract: &Contract,
    operation: &Operation,
    path: &str,
) -> Result<(u16, Vec<Finding>, Value), Error> {
    let response = client.request(operation.method, path, None).await?;
    let status = response.status().as_u16();
    if status == 401 {
        let error = Error::new(ErrorKind::Unauthorized, "the provider does not take the credentials");
        return Err(error.on(client.provider()).trying(operation.id));
    }
    let content_type = response.headers().get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let found = contract
        .operation(operation.id)
        .map(|documented| contract.check_response(documented, status, content_type, response.body()))
        .unwrap_or_default();
    let body = if response.status().is_success() { crate::body::json(response.body()).ok() } else { None };
    Ok((status, found, body.unwrap_or_default()))
}

/// Why there was no answer, without a word of hosts or values.
fn why(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Timeout => "timed out",
        ErrorKind::RateLimited => "too many requests",
        ErrorKind::Decode => "it could not be read completely",
        ErrorKind::Unavailable | ErrorKind::Transport => "the connection failed",
        _ => "the call failed",
    }
}

/// It demands a body, or a parameter outside of the path.
fn needs_more(contract: &Contract, operation: &Operation) -> bool {
    let document = contract.document();
    let item = document.get("paths").and_then(|paths| paths.get(operation.path));
    let Some(documented) = item.and_then(|item| item.get(operation.method.to_ascii_lowercase())) else { return true };
    let resolve = |value: &Value| match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).cloned().unwrap_or_default(),
        None => value.clone(),
    };
    let demanded = |value: &Value| resolve(value).get("required") == Some(&Value::Bool(true));
    let outside = |value: &Value| resolve(value).get("in").is_some_and(|place| place != "path");
    let parameters = [item.and_then(|item| item.get("parameters")), documented.get("parameters")];
    let mut parameters = parameters.into_iter().flatten().filter_map(Value::as_array).flatten();
    documented.get("requestBody").is_some_and(demanded) || parameters.any(|one| demanded(one) && outside(one))
}

impl Verdict {
    /// A contract violation; else that what could be tried did not succeed: all of it for one reason, or some of several.
    fn exit(&self) -> Exit {
        let failures: Vec<Exit> = self.operations.iter().filter_map(|entry| entry.failure).collect();
        if self.operations.iter().any(|entry| entry.violations > 0) {
            Exit::Contract
        } else if self.verified > 0 && !failures.is_empty() {
            Exit::Some
        } else {
            Exit::of_several(&failures)
        }
    }
}

impl Tried {
    fn of(operation: &Operation) -> Self {
        Self {
            operation: operation.id.to_owned(),
            request: format!("{} {}", operation.method, operation.path),
            status: None,
            verified: false,
            failure: None,
            calls: 0,
            violations: 0,
            additions: 0,
            not_tried: None,
        }
    }

    fn count(&mut self, status: u16, found: &[Finding]) {
        self.status = Some(status);
        match Exit::of_status(status) {
            Exit::Done => (self.verified, self.failure, self.not_tried) = (true, None, None),
            // Of several objects one may be gone by now; a success of another counts.
            _ if self.verified => {}
            // An id that another response mentioned need not be one of this operation's objects.
            _ if matches!(status, 400 | 404 | 410 | 422) && self.request.contains('{') => {
                self.not_tried = Some("the ids known from other responses were refused".to_owned());
            }
            failure => self.failure = Some(failure),
        }
        let violations = found.iter().filter(|finding| finding.is_violation()).count();
        self.calls += 1;
        self.violations += violations;
        self.additions += found.len() - violations;
    }
}

impl Known {
    /// The paths that the template stands for, with what is known filled in; none if something is not.
    fn paths(&self, template: &str) -> Vec<String> {
        let mut paths = vec![String::new()];
        for segment in template.split('/').skip(1) {
            let parameter = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let extended = paths.iter().flat_map(|path| {
                let values = match parameter {
                    Some(name) => self.values(path, name).into_iter().take(TRIES).collect(),
                    None => vec![segment.to_owned()],
                };
                values.into_iter().map(|value| format!("{path}/{value}")).collect::<Vec<_>>()
            });
            paths = extended.collect();
        }
        paths
    }

    /// What may stand for a parameter after that path: an id that the path itself listed, else a field of its name.
    fn values(&self, path: &str, name: &str) -> Vec<String> {
        let listed = self.listed.get(path).filter(|ids| !ids.is_empty());
        let alias = || self.aliases.iter().find(|(parameter, _)| *parameter == name);
        let found = listed.or_else(|| self.fields.get(name)).or_else(|| self.fields.get(alias()?.1));
        let fit = |text: &&String| text.parse::<PathSegment>().is_ok();
        let found: Vec<_> = found.into_iter().flatten().filter(fit).collect();
        found.into_iter().map(|text| utf8_percent_encode(text, PLAIN).to_string()).collect()
    }

    /// Takes in an answer; true if it listed something or is one object, so that another of the kind tells no more.
    fn learn(&mut self, path: &str, body: &Value) -> bool {
        let ids = self.listed.entry(path.to_owned()).or_default();
        let (mut lists, mut rows) = (0, 0);
        for list in lists_in(body) {
            lists += 1;
            rows += list.len();
            ids.extend(list.iter().filter_map(id_of));
        }
        self.take_fields(body, 0);
        lists == 0 || rows > 0
    }

    fn take_fields(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(items) if depth < 6 => items.iter().for_each(|item| self.take_fields(item, depth + 1)),
            Value::Object(fields) if depth < 6 => {
                for (name, value) in fields {
                    match (text_of(value), self.fields.entry(name.clone()).or_default()) {
                        (Some(text), values) if values.len() < 20 && !values.contains(&text) => values.push(text),
                        _ => {}
                    }
                    self.take_fields(value, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// The arrays in an answer that are its content: itself, or its properties.
fn lists_in(body: &Value) -> Vec<&Vec<Value>> {
    match body {
        Value::Array(items) => vec![items],
        Value::Object(fields) => fields.values().filter_map(Value::as_array).collect(),
        _ => Vec::new(),
    }
}

/// The id of an object; or the end of its address, where a list tells no more (ManageIQ).
fn id_of(item: &Value) -> Option<String> {
    let by_address = || item.get("href")?.as_str()?.rsplit('/').next().map(str::to_owned);
    item.get("id").and_then(text_of).or_else(by_address)
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_come_from_the_list_at_the_path_then_from_fields_of_the_name() {
        let mut known = Known { aliases: &[("slice_id", "vm_id")], ..Known::default() };
        assert_eq!(known.paths("/vms"), ["/vms"]);
        assert!(known.paths("/vms/{vm_id}").is_empty());
        assert!(known.learn("/vms", &json!({"resources": [{"href": "https://x/api/vms/7"}, {"id": 8, "vm_id": 1}]})));
        assert_eq!(known.paths("/vms/{vm_id}"), ["/vms/7", "/vms/8"]);
        assert!(!known.learn("/vms/7/snapshots", &json!({"resources": []})));
        assert!(known.paths("/vms/{vm_id}/snapshots/{snapshot_id}").is_empty());
        assert!(known.learn("/vms/8/snapshots", &json!({"resources": [{"id": "9"}]})));
        assert_eq!(known.paths("/vms/{vm_id}/snapshots/{snapshot_id}"), ["/vms/8/snapshots/9"]);
        // A slice is what a snapshot calls its vm.
        assert_eq!(known.paths("/backups/{slice_id}"), ["/backups/1"]);
        // What cannot stand in a path is not put there.
        known.learn("/odd", &json!([{"id": ".."}, {"id": "a/b"}, {"id": "a b"}]));
        assert_eq!(known.paths("/odd/{x}"), ["/odd/a%20b"]);
    }
}
