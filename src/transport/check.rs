//! The client's contract check: validates each response against the strict OpenAPI document (feature `contract`).

use super::options::Event;
use super::report::Cause;
use super::send::{Failure, Outcome, Reply};
use super::{CallOptions, Redactor};
use crate::contract::{Contract, Finding};
use crate::spec::{Operation, Provider};

/// What a client does about responses that violate the OpenAPI document.
///
/// ```no_run
/// use cloudsnap::{Auth, Client, ContractMode, Error, Event, Provider};
/// # fn count(_rule: &str, _pointer: &str) {}
/// # fn run() -> Result<Client, Error> {
/// let client = Client::builder(Provider::Hyperstack)
///     .auth(Auth::token("..."))
///     .contract(ContractMode::Report)
///     .observer(|event| {
///         if let Event::Finding { rule, pointer, violation: true, .. } = event {
///             count(rule, pointer);
///         }
///     })
///     .build()?;
/// # Ok(client)
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContractMode {
    /// No checking, at no cost.
    #[default]
    Off,
    /// Findings are reported to the observer ([`CallOptions::observer`]) and to `tracing`. The call continues whenever
    /// the response can be read.
    Report,
    /// Like `Report`, and a successful response that violates the document ends the call with
    /// [`ErrorKind::Contract`](crate::ErrorKind::Contract). A modifying request may have taken effect by then: it is
    /// reconciled as if the response had been lost, and never sent again. A refusal is still reported as that refusal,
    /// whatever its wording.
    Enforce,
}

impl ContractMode {
    /// Applies the mode to the outcome.
    pub(super) fn apply(
        self,
        provider: Provider,
        operation: &Operation,
        outcome: Outcome,
        call: &CallOptions,
        redactor: &Redactor,
    ) -> Outcome {
        let Outcome::Reply(reply) = &outcome else { return outcome };
        if self == Self::Off {
            return outcome;
        }
        let findings = findings(provider, operation, reply);
        // Findings shorten what they quote, and half a secret would not be recognized.
        let echoes = !findings.is_empty() && redactor.is_in(&reply.body);
        let reported = |finding: &Finding| match echoes {
            true => format!(
                "{} ({}): the response echoes a credential, so details are omitted",
                operation.id,
                finding.rule.as_str()
            ),
            false => redactor.text(&finding.to_string()),
        };
        for finding in &findings {
            let text = reported(finding);
            if finding.is_violation() {
                tracing::warn!(operation = operation.id, finding = text, "the response violates the OpenAPI document");
            } else {
                tracing::info!(operation = operation.id, finding = text, "the response contains undocumented content");
            }
            call.observe(&Event::Finding {
                provider,
                operation: operation.id,
                status: reply.status.as_u16(),
                rule: finding.rule.as_str(),
                pointer: if echoes { String::new() } else { redactor.text(finding.shape()) },
                violation: finding.is_violation(),
                finding: text,
            });
        }
        let violations: Vec<&Finding> = findings.iter().filter(|finding| finding.is_violation()).collect();
        match violations.first() {
            Some(first) if self == Self::Enforce && reply.status.is_success() => {
                let more = match violations.len() {
                    1 => String::new(),
                    several => format!(" (and {} more)", several - 1),
                };
                let cause = Cause::Contract(format!("{}{more}", reported(first)));
                Outcome::Failed(Failure { cause, sent: true, bytes: reply.body.len(), link: None })
            }
            _ => outcome,
        }
    }
}

fn findings(provider: Provider, operation: &Operation, reply: &Reply) -> Vec<Finding> {
    let contract = Contract::of(provider);
    let Some(operation) = contract.operation(operation.id) else { return Vec::new() };
    let content_type = reply.headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    contract.check_response(operation, reply.status.as_u16(), content_type, &reply.body)
}
