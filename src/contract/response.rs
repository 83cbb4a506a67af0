//! Holds an answer against the document: status, media type, body.

use super::Contract;
use super::body::RESPONSE;
use super::finding::{Finding, Location, Rule, Severity};
use super::operation::{Media, OperationContract, Response};
use super::report::Report;
use crate::body::sketch;

impl Contract {
    /// Holds an answer against what the document says of the operation.
    ///
    /// * **Status**: the exact one, else the range (`5XX`), else `default`, else an answer whose `x-status-range` covers
    ///   it; none of them is a violation.
    /// * **No body documented**: any body is an addition, except where none can be promised: on a status of 500 and
    ///   above, which gateways answer too, and where the document has `x-unspecified-body: true`.
    /// * **Media type**: another one than documented is a violation below 500. From 500 on it is no finding at all:
    ///   a gateway's page of HTML does not break the provider's word. `None` means that it is not known, and the first
    ///   documented one is taken.
    /// * **Body**: JSON is held against the schema; so is text. Of other forms only the media type is checked. An empty
    ///   body where one is documented is a violation below 500.
    ///
    /// At most 100 findings are given.
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
                let details = (format!("a status among {}", documented.join(", ")), status.to_string());
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
            // Such an answer tells the media type and carries nothing.
        } else if empty {
            if !gateway && !response.unspecified {
                report.plain(Severity::Violation, location, "", Rule::Body, ("a body", "nothing", "nothing"));
            }
        } else if !(gateway && content_type.is_some_and(|text| Media::find(&response.content, text).is_none())) {
            self.check_body(RESPONSE, &response.content, content_type, body, report);
        }
    }
}
