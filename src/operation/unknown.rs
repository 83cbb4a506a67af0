//! The errors of operations: what is known about the outcome, and what to do next.

use std::time::Duration;

use super::Operation;
use crate::error::{Advice, Error, ErrorKind};
use crate::handle::Verb;
use crate::model::Outcome;

impl<T: Outcome> Operation<T> {
    pub(super) fn about(&self, error: Error) -> Error {
        let ticket = self.ticket();
        error.on(ticket.provider).trying(&ticket)
    }

    /// The error of a poll that cannot succeed. If the provider rejects the poll itself, that proves nothing about the request it had
    /// accepted: neither that it was forbidden, nor that its object does not exist.
    pub(super) fn poll_failed(&self, error: Error) -> Error {
        let rejected = matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::Forbidden | ErrorKind::NotFound);
        // Sending these again does no harm.
        let harmless = matches!(self.verb(), Verb::DeleteSnapshot | Verb::RenameSnapshot);
        if !rejected || harmless {
            return error;
        }
        let accepted = match (self.ticket().uncertain, self.resource_id()) {
            (true, _) => "the request may have taken effect".to_owned(),
            (false, None) => "the provider accepted the request".to_owned(),
            (false, Some(id)) => format!("the provider accepted the request ({id})"),
        };
        let why = format!("{accepted}, but its outcome cannot be read");
        self.about(Error::new(ErrorKind::OutcomeUnknown, why).because_of_poll(&error))
    }

    pub(super) fn timed_out(&self, after: Duration, last_status: Option<&str>) -> Error {
        let ticket = self.ticket();
        let last = last_status
            .map_or_else(|| "no status was reported".to_owned(), |status| format!("last status: {}", status));
        if let Some(doubt) = ticket.doubt.as_deref().filter(|_| ticket.resource.is_none()) {
            return self.unknown(doubt);
        }
        if ticket.uncertain && ticket.resource.is_none() {
            return self.unknown(&last);
        }
        let why = format!("timed out after {:.0} s ({last}); it continues at the provider", after.as_secs_f64());
        self.about(Error::new(ErrorKind::Timeout, why)).with_handle(self.handle())
    }

    pub(super) fn unknown(&self, why: &str) -> Error {
        let ticket = self.ticket();
        let advice = Advice::CheckFirst { name: ticket.name.clone(), vm: ticket.vm.as_ref().map(ToString::to_string) };
        let near = match ticket.near.as_slice() {
            [] => String::new(),
            near => format!("; new objects with other names: {}", near.join(", ")),
        };
        self.about(Error::new(ErrorKind::OutcomeUnknown, format!("outcome unknown: {why}{near}")))
            .hint(advice)
            .after_effect()
            .with_handle(self.handle())
    }

    /// The response was lost, and the provider cannot show whether the request took effect.
    pub(super) fn unobservable(&self) -> Error {
        self.unknown("the provider offers no way to check")
    }

    /// The response was lost, and polling has shown no effect so far.
    pub(super) fn no_effect_yet(&self) -> Error {
        self.unknown("no effect was visible before the deadline")
    }

    pub(super) fn ambiguous(&self, ids: &[String]) -> Error {
        let listed = ids.join(", ");
        match ids {
            [_] => self.unknown(&format!("a new object could be the result or someone else's: {listed}")),
            several => self.unknown(&format!("{} new objects match: {listed}", several.len())),
        }
    }
}
