//! `verify`: calls the provider's read-only operations and validates each response against the OpenAPI document.

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
Only operations marked safe in the OpenAPI document are called; IDs come from earlier responses. With -o json it prints a \
report without values, names or base URL, which is safe to share. Exits with 7 on violations, or with 9 if an operation was \
tried without success (if all failed for the same reason, with the code of that failure).

Example: cloudsnap --profile nightly verify";

/// How many objects of a kind are tried.
const MAX_TRIES: usize = 3;

/// Characters that are not escaped in a path.
const UNESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The report on a provider.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct VerifyReport {
    provider: String,
    /// The version of the OpenAPI document.
    document: String,
    operations: Vec<OperationReport>,
    /// How many operations have a validated, successful response.
    verified: usize,
    /// All findings, without values.
    findings: Vec<Found>,
}

/// The report on an operation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct OperationReport {
    operation: String,
    /// Method and path, as in the OpenAPI document.
    request: String,
    /// The status of the last response; null if there was none.
    status: Option<u16>,
    /// Whether a successful response was validated.
    verified: bool,
    /// How many responses were validated.
    calls: usize,
    violations: usize,
    additions: usize,
    /// Why there was no response.
    not_tried: Option<String>,
    /// The exit code for its failure.
    #[serde(skip)]
    failure: Option<Exit>,
}

impl Columns for OperationReport {
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

/// IDs and values from earlier responses.
#[derive(Default)]
struct Known {
    /// The IDs in lists, by the path of the request.
    listed: HashMap<String, Vec<String>>,
    /// The values of fields, by the name of the field.
    fields: HashMap<String, Vec<String>>,
    /// Path parameters that are shown in a field of another name.
    aliases: &'static [(&'static str, &'static str)],
}

pub(crate) async fn run(context: &Context) -> Result<Exit, Failure> {
    context.out.check_columns::<OperationReport>()?;
    let connection = connect(context, Need::Data).await?;
    let report = verify(context, &connection).await?;
    if context.out.is_table() {
        context.out.list(&report.operations)?;
        if !report.findings.is_empty() {
            let columns = Found::columns().into_iter().filter(|column| column.name != "location").collect::<Vec<_>>();
            context.out.text(&format!("\n{}", crate::cli::table::rows(columns, &report.findings, false, true)))?;
        }
    } else {
        context.out.json(&report)?;
    }
    let (verified, all) = (report.verified, report.operations.len());
    context.console.note(&format!("{verified} of {all} operations verified"));
    Ok(report.exit())
}

async fn verify(context: &Context, connection: &Connection) -> Result<VerifyReport, Failure> {
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
        // The next operation whose path parameters are known; each response may add more.
        let next = open.iter().position(|operation| !known.paths(operation.path).is_empty());
        let Some(operation) = next.map(|index| open.remove(index)) else { break };
        let mut entry = OperationReport::new(operation);
        if requires_input(contract, operation) {
            entry.not_tried = Some("it requires a body or a parameter that cannot be guessed".to_owned());
            tried.push(entry);
            continue;
        }
        for path in known.paths(operation.path).into_iter().take(MAX_TRIES) {
            meter.say(operation.id);
            match call(client, contract, operation, &path).await {
                Err(error) if error.kind() == ErrorKind::Unauthorized => return Err(error.into()),
                Err(error) => {
                    // The report must be safe to share, and the error may contain host names.
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
                    if known.add(&path, &body) {
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
        let why = format!("no {missing} available from other responses");
        OperationReport { not_tried: Some(why), ..OperationReport::new(operation) }
    }));
    tried.sort_by_key(|entry| order.iter().position(|id| *id == entry.operation));
    let version = contract.document().pointer("/info/version").and_then(Value::as_str).unwrap_or_default();
    Ok(VerifyReport {
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
        let error = Error::new(ErrorKind::Unauthorized, "the provider rejected the credentials");
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

/// Why there was no response, without host names or values.
fn why(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Timeout => "timed out",
        ErrorKind::RateLimited => "too many requests",
        ErrorKind::Decode => "it could not be read completely",
        ErrorKind::Unavailable | ErrorKind::Transport => "the connection failed",
        _ => "the request failed",
    }
}

/// Whether an operation requires a body, or a parameter outside the path.
fn requires_input(contract: &Contract, operation: &Operation) -> bool {
    let document = contract.document();
    let item = document.get("paths").and_then(|paths| paths.get(operation.path));
    let Some(documented) = item.and_then(|item| item.get(operation.method.to_ascii_lowercase())) else { return true };
    let resolve = |value: &Value| match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).cloned().unwrap_or_default(),
        None => value.clone(),
    };
    let is_required = |value: &Value| resolve(value).get("required") == Some(&Value::Bool(true));
    let is_outside = |value: &Value| resolve(value).get("in").is_some_and(|place| place != "path");
    let parameters = [item.and_then(|item| item.get("parameters")), documented.get("parameters")];
    let mut parameters = parameters.into_iter().flatten().filter_map(Value::as_array).flatten();
    documented.get("requestBody").is_some_and(is_required) || parameters.any(|it| is_required(it) && is_outside(it))
}

impl VerifyReport {
    /// The exit code: for a contract violation, or else for operations that were tried without success.
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

impl OperationReport {
    fn new(operation: &Operation) -> Self {
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
            // One of several objects may have been deleted; the success of another one counts.
            _ if self.verified => {}
            // An ID from another response may not belong to an object of this operation.
            _ if matches!(status, 400 | 404 | 410 | 422) && self.request.contains('{') => {
                self.not_tried = Some("the IDs from other responses were refused".to_owned());
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
    /// The paths of a template with known values filled in; none if a value is unknown.
    fn paths(&self, template: &str) -> Vec<String> {
        let mut paths = vec![String::new()];
        for segment in template.split('/').skip(1) {
            let parameter = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let extended = paths.iter().flat_map(|path| {
                let values = match parameter {
                    Some(name) => self.values(path, name).into_iter().take(MAX_TRIES).collect(),
                    None => vec![segment.to_owned()],
                };
                values.into_iter().map(|value| format!("{path}/{value}")).collect::<Vec<_>>()
            });
            paths = extended.collect();
        }
        paths
    }

    /// The values for a parameter after a path: the IDs listed at that path, or else the values of a field with the same name.
    fn values(&self, path: &str, name: &str) -> Vec<String> {
        let listed = self.listed.get(path).filter(|ids| !ids.is_empty());
        let alias = || self.aliases.iter().find(|(parameter, _)| *parameter == name);
        let found = listed.or_else(|| self.fields.get(name)).or_else(|| self.fields.get(alias()?.1));
        let is_valid = |text: &&String| text.parse::<PathSegment>().is_ok();
        let found: Vec<_> = found.into_iter().flatten().filter(is_valid).collect();
        found.into_iter().map(|text| utf8_percent_encode(text, UNESCAPED).to_string()).collect()
    }

    /// Adds the IDs and fields of a response; true if it is an object or a list with rows, so that no further object has to be tried.
    fn add(&mut self, path: &str, body: &Value) -> bool {
        let ids = self.listed.entry(path.to_owned()).or_default();
        let (mut lists, mut rows) = (0, 0);
        for list in lists_in(body) {
            lists += 1;
            rows += list.len();
            ids.extend(list.iter().filter_map(id_of));
        }
        self.add_fields(body, 0);
        lists == 0 || rows > 0
    }

    fn add_fields(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(items) if depth < 6 => items.iter().for_each(|item| self.add_fields(item, depth + 1)),
            Value::Object(fields) if depth < 6 => {
                for (name, value) in fields {
                    match (text_of(value), self.fields.entry(name.clone()).or_default()) {
                        (Some(text), values) if values.len() < 20 && !values.contains(&text) => values.push(text),
                        _ => {}
                    }
                    self.add_fields(value, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// The lists in a response: the response itself, or its properties.
fn lists_in(body: &Value) -> Vec<&Vec<Value>> {
    match body {
        Value::Array(items) => vec![items],
        Value::Object(fields) => fields.values().filter_map(Value::as_array).collect(),
        _ => Vec::new(),
    }
}

/// The ID of an object, or the end of its `href` if a list contains only that (ManageIQ).
fn id_of(item: &Value) -> Option<String> {
    let from_href = || item.get("href")?.as_str()?.rsplit('/').next().map(str::to_owned);
    item.get("id").and_then(text_of).or_else(from_href)
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
        assert!(known.add("/vms", &json!({"resources": [{"href": "https://x/api/vms/7"}, {"id": 8, "vm_id": 1}]})));
        assert_eq!(known.paths("/vms/{vm_id}"), ["/vms/7", "/vms/8"]);
        assert!(!known.add("/vms/7/snapshots", &json!({"resources": []})));
        assert!(known.paths("/vms/{vm_id}/snapshots/{snapshot_id}").is_empty());
        assert!(known.add("/vms/8/snapshots", &json!({"resources": [{"id": "9"}]})));
        assert_eq!(known.paths("/vms/{vm_id}/snapshots/{snapshot_id}"), ["/vms/8/snapshots/9"]);
        // A snapshot names its slice in the field `vm_id`.
        assert_eq!(known.paths("/backups/{slice_id}"), ["/backups/1"]);
        // IDs that are not valid path segments are left out.
        known.add("/other", &json!([{"id": ".."}, {"id": "a/b"}, {"id": "a b"}]));
        assert_eq!(known.paths("/other/{x}"), ["/other/a%20b"]);
    }
}
