//! The running client's contract check: each answer held against the strict document (feature `contract`).

use super::options::Event;
use super::report::Cause;
use super::send::{Failure, Outcome, Reply};
use super::{CallOptions, Redactor};
use crate::contract::{Contract, Finding};
use crate::spec::{Operation, Provider};

/// What a client does with the answers that break the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContractMode {
    /// Nothing is checked. It costs nothing.
    #[default]
    Off,
    /// Findings go to the observer ([`CallOptions::observer`]) and to `tracing`; the call goes on wherever the answer can be read.
    Report,
    /// As `Report`, and a success that breaks the document ends the call with
    /// [`ErrorKind::Contract`](crate::ErrorKind::Contract). A changing call may have taken effect by then: it is reconciled as
    /// after a lost answer, never sent again. A refusal stays the refusal that it is, however it is worded.
    Enforce,
}

impl ContractMode {
    /// The outcome, as the mode wants it.
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
        // A finding cuts what it quotes, and half a secret would not be known for one.
        let repeats = !findings.is_empty() && redactor.is_in(&reply.body);
        let told = |finding: &Finding| match repeats {
            true => format!(
                "{} ({}): the answer repeats a credential, so no more is told",
                operation.id,
                finding.rule.as_str()
            ),
            false => redactor.text(&finding.to_string()),
        };
        for finding in &findings {
            let text = told(finding);
            if finding.is_violation() {
                tracing::warn!(operation = operation.id, finding = text, "the answer breaks the document");
            } else {
                tracing::info!(operation = operation.id, finding = text, "the answer exceeds the document");
            }
            call.observe(&Event::Finding {
                provider,
                operation: operation.id,
                status: reply.status.as_u16(),
                rule: finding.rule.as_str(),
                pointer: if repeats { String::new() } else { redactor.text(finding.shape()) },
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
                let cause = Cause::Contract(format!("{}{more}", told(first)));
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
