//! `check FILE|-`: validates a saved response against an OpenAPI document, offline.

use std::io::Read;

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::complete;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::table::{Column, Columns};
use crate::contract::{Contract, Finding, OperationContract};

const AFTER: &str = "\
Additions (undocumented fields or values) are reported but are not failures. Exits with 7 on violations.

Example: cloudsnap check response.json --provider syminet --operation list_snapshots";

#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Arguments {
    /// File with the response body, or - for stdin
    file: String,
    #[command(flatten)]
    which: Which,
    /// HTTP status of the response [default: the operation's success status]
    #[arg(long, value_parser = clap::value_parser!(u16).range(100..600))]
    status: Option<u16>,
}

/// The operation, by ID or by request.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// The operation, by its operationId
    #[arg(long, value_name = "ID", add = complete::document_operations())]
    operation: Option<String>,
    /// The operation, by its request: "GET /images"
    #[arg(long, value_name = "METHOD PATH")]
    request: Option<String>,
}

/// A deviation of a response from the OpenAPI document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Found {
    /// `violation` or `addition`.
    pub(crate) severity: String,
    /// The operationId.
    pub(crate) operation: String,
    /// The HTTP status of the response.
    pub(crate) status: Option<u16>,
    /// The part of the response.
    pub(crate) location: String,
    /// JSON pointer into that part; empty for the whole.
    pub(crate) pointer: String,
    /// The violated rule, or the kind of addition.
    pub(crate) rule: String,
    /// What is documented.
    pub(crate) expected: String,
    /// What was found.
    pub(crate) found: String,
    /// The JSON type of what was found, or `nothing`, `text`, `status`, `body`.
    pub(crate) found_type: String,
}

impl From<Finding> for Found {
    fn from(finding: Finding) -> Self {
        Self {
            severity: finding.severity.to_string(),
            operation: finding.operation,
            status: finding.status,
            location: finding.location.to_string(),
            pointer: finding.pointer,
            rule: finding.rule.to_string(),
            expected: finding.expected,
            found: finding.found,
            found_type: finding.found_type.to_owned(),
        }
    }
}

impl Columns for Found {
    const WRAPS: bool = true;

    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "severity", shown: true, value: |it| it.severity.clone() },
            Column { name: "operation", shown: false, value: |it| it.operation.clone() },
            Column { name: "rule", shown: true, value: |it| it.rule.clone() },
            Column { name: "location", shown: false, value: |it| it.location.clone() },
            Column { name: "pointer", shown: true, value: |it| it.pointer.clone() },
            Column { name: "expected", shown: true, value: |it| it.expected.clone() },
            Column { name: "found", shown: true, value: |it| it.found.clone() },
        ]
    }
}

/// Reads a file, or stdin for `-`.
pub(super) fn read(file: &str) -> Result<Vec<u8>, Failure> {
    let failed = |why: std::io::Error| Failure::usage(format!("cannot read {file}: {why}"));
    if file != "-" {
        return std::fs::read(file).map_err(failed);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    context.out.check_columns::<Found>()?;
    let Some(provider) = context.global.provider else {
        return Err(Failure::usage("`--provider` is required: it selects the OpenAPI document"));
    };
    let contract = Contract::of(provider);
    let operation = operation(contract, arguments).ok_or_else(|| {
        let hint = format!("`cloudsnap spec {provider}` prints the OpenAPI document");
        Failure::usage_with(format!("the OpenAPI document of {} has no such operation", provider.title()), hint)
    })?;
    let status = match arguments.status {
        Some(status) => status,
        None => success(operation)
            .ok_or_else(|| Failure::usage("the operation has several success statuses: use `--status`"))?,
    };
    let body = read(&arguments.file)?;
    let findings = contract.check_response(operation, status, None, &body);
    let violated = findings.iter().any(Finding::is_violation);
    let found: Vec<Found> = findings.into_iter().map(Found::from).collect();
    // An empty table would consist of headings only.
    if !found.is_empty() || !context.out.is_table() {
        context.out.list(&found)?;
    }
    if found.is_empty() {
        context.console.note(&format!("OK: matches {} ({status})", operation.id()));
    }
    Ok(if violated { Exit::Contract } else { Exit::Done })
}

fn operation<'a>(contract: &'a Contract, arguments: &Arguments) -> Option<&'a OperationContract> {
    match (&arguments.which.operation, &arguments.which.request) {
        (Some(id), _) => contract.operation(id),
        (None, Some(request)) => {
            let (method, path) = request.trim().split_once(char::is_whitespace)?;
            let path = path.trim().split('?').next().unwrap_or_default();
            contract.find(method, path).map(|matched| matched.operation)
        }
        (None, None) => None,
    }
}

fn success(operation: &OperationContract) -> Option<u16> {
    operation.statuses().filter_map(|status| status.parse().ok()).find(|status| (200..300).contains(status))
}
