//! Validates a response against the document: status, media type, body.

use super::Contract;
use super::body::RESPONSE;
use super::finding::{Finding, Location, Rule, Severity};
use super::operation::{Media, OperationContract, Response};
use super::report::Report;
use crate::body::sketch;

impl Contract {
    /// Validates a response against the operation in the document.
    ///
    /// * **Status**: matched exactly, otherwise by range (`5XX`), otherwise by `default`, otherwise by a response whose
    ///   `x-status-range` covers it; no match is a violation.
    /// * **No body documented**: any body is an addition, except where no body can be promised: for statuses of 500 and
    ///   above, which gateways also return, and where the document has `x-unspecified-body: true`.
    /// * **Media type**: an undocumented one is a violation below 500. From 500 on, it is not a finding: a gateway's
    ///   HTML page is not the provider's violation. `None` means unknown; the first documented media type is assumed.
    /// * **Body**: JSON and text are validated against the schema. For other formats, only the media type is checked.
    ///   An empty body where one is documented is a violation below 500.
    ///
    /// Returns at most 100 findings.
    pub fn check_response(
        &self,
        operation: &OperationContract,
        status: u16,
        content_type: Option<&str>,
        body: &[u8],
    ) -> Vec<Finding> {
        let mut report = Report::new(operation.id(), Some(status), &self.secrets);
        match operation.response(status) {
            Some(response) => self.check_response_body(operation, response, content_type, body, status, &mut report),
            None => {
                let documented: Vec<_> = operation.statuses().collect();
                let details = (format!("one of the statuses {}", documented.join(", ")), status.to_string());
                let (location, rule) = (Location::ResponseStatus, Rule::Status);
                report.plain(Severity::Violation, location, "", rule, (&details.0, &details.1, "status"));
            }
        }
        report.into_findings()
    }

    fn check_response_body<'a>(
        &'a self,
        operation: &OperationContract,
        response: &Response,
        content_type: Option<&str>,
        body: &[u8],
        status: u16,
        report: &mut Report<'a>,
    ) {
        let empty = body.trim_ascii().is_empty();
        let gateway = status >= 500;
        let location = Location::ResponseBody;
        if response.content.is_empty() {
            if !empty && !response.unspecified && !gateway {
                let details = ("no body", &*sketch(body), "body");
                report.plain(Severity::Addition, location, "", Rule::UndocumentedBody, details);
            }
        } else if operation.method() == "HEAD" {
            // Such a response states a media type but has no content.
        } else if empty {
            if !gateway && !response.unspecified {
                report.plain(Severity::Violation, location, "", Rule::Body, ("a body", "nothing", "nothing"));
            }
        } else if !(gateway && content_type.is_some_and(|text| Media::find(&response.content, text).is_none())) {
            self.check_body(RESPONSE, &response.content, content_type, body, report);
        }
    }
}
