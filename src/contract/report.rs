//! Collects the findings for one request or response, limited in number and length.

use std::borrow::Cow;

use serde_json::Value;

use super::finding::{Finding, Location, Rule, Severity};
use super::secrets::{MAX_FOUND, Secrets, bounded};

/// The maximum length of [`Finding::expected`], in characters.
const MAX_EXPECTED: usize = 240;
/// The maximum length of a pointer, in characters; the names in it come from the other side.
const MAX_POINTER: usize = 512;

/// A name as a segment of a JSON pointer.
pub(super) fn segment(name: &str) -> Cow<'_, str> {
    let bytes = name.as_bytes();
    match bytes.contains(&b'~') || bytes.contains(&b'/') {
        true => name.replace('~', "~0").replace('/', "~1").into(),
        false => name.into(),
    }
}

/// The JSON type of a value, as named in documents.
pub(super) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Collects the findings for one request or response.
pub(super) struct Report<'a> {
    pub(super) operation: &'a str,
    pub(super) status: Option<u16>,
    pub(super) secrets: &'a Secrets,
    findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    /// A hostile body must not produce an unlimited number of findings: further ones are dropped.
    const MAX: usize = 100;

    pub(super) fn new(operation: &'a str, status: Option<u16>, secrets: &'a Secrets) -> Self {
        Self { operation, status, secrets, findings: Vec::new() }
    }

    pub(super) fn is_full(&self) -> bool {
        self.findings.len() >= Self::MAX
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Adds a finding about a value.
    pub(super) fn value(
        &mut self,
        severity: Severity,
        location: Location,
        pointer: &str,
        rule: Rule,
        details: (&str, &Value),
    ) {
        let (expected, value) = details;
        let found = self.secrets.show(pointer, value);
        self.push(severity, location, pointer, rule, (expected, found, type_of(value)));
    }

    /// Adds a finding without a value: `found` is shown as is, and `found_type` is `nothing`, `text`, `status` or
    /// `body`.
    pub(super) fn plain(
        &mut self,
        severity: Severity,
        location: Location,
        pointer: &str,
        rule: Rule,
        details: (&str, &str, &'static str),
    ) {
        self.push(severity, location, pointer, rule, (details.0, bounded(details.1, MAX_FOUND), details.2));
    }

    fn push(
        &mut self,
        severity: Severity,
        location: Location,
        pointer: &str,
        rule: Rule,
        (expected, found, found_type): (&str, String, &'static str),
    ) {
        if self.is_full() {
            return;
        }
        let finding = Finding {
            operation: self.operation.to_owned(),
            status: self.status,
            location,
            pointer: bounded(pointer, MAX_POINTER),
            shape: bounded(&self.secrets.shape(pointer, rule == Rule::UndocumentedField), MAX_POINTER),
            rule,
            severity,
            expected: bounded(expected, MAX_EXPECTED),
            found,
            found_type,
        };
        // Several alternatives of one schema may produce the same finding.
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}
