//! By what an object is known for the one that an operation made: what was there before, what came since, and what is claimed of it.

use super::Adapter;
use crate::error::{Error, ErrorKind};
use crate::handle::Ticket;
use crate::journal::{By, Candidate, Claim};
use crate::model::WarningKind;
use crate::provider::backend::{Observation, Service};
use crate::text::printable;

/// The ids that were there before a request, where the list can be read. Where this user may not read it, nothing will be known to
/// be new, and so nothing is claimed.
pub(crate) fn baseline(ids: Result<Vec<String>, Error>) -> Result<Option<Vec<String>>, Error> {
    match ids {
        Err(error)
            if matches!(error.kind(), ErrorKind::Forbidden | ErrorKind::NotFound) || error.is_from_elsewhere() =>
        {
            Ok(None)
        }
        ids => ids.map(Some),
    }
}

impl<C: Service> Adapter<C> {
    /// Whether what an answer names can be what the request made: its id was not there before, and it was not made long before the
    /// request was sent. Where the ids from before are known, a time is held against the server's own clock or none.
    pub(crate) fn is_new(&self, ticket: &Ticket, id: &str, made: Option<&str>) -> bool {
        let was_there = ticket.baseline.iter().flatten().any(|known| known == id);
        let timed = ticket.baseline.is_none() || self.clock.is_reported();
        let rules = self.journal.rules();
        let too_old = made.zip(ticket.sent_at).is_some_and(|(made, sent)| timed && rules.predates(made, sent));
        !was_there && !too_old
    }

    /// Claims what an operation made among what the list shows: its id, or what is seen as long as it is not known.
    pub(crate) fn claim(
        &self,
        ticket: &mut Ticket,
        rows: Vec<Candidate>,
    ) -> Result<Result<String, Observation>, Error> {
        ticket.near.clear();
        Ok(match self.journal.claim(ticket, rows, self.clock.now())? {
            Claim::Nothing(near) => {
                ticket.near = self.names(near);
                Err(Observation::Pending)
            }
            Claim::Ambiguous(reported) => Err(Observation::Ambiguous(self.names(reported))),
            Claim::Mine(id, by) => {
                if let Some(by) = by.filter(|_| ticket.uncertain) {
                    ticket.warn(WarningKind::Recognized, recognised(&id, by));
                }
                ticket.resource = Some(id.clone());
                Ok(id)
            }
        })
    }

    /// A server's names for objects, as they can be told.
    fn names(&self, reported: Vec<String>) -> Vec<String> {
        const MOST: usize = 10;
        let mut names: Vec<_> = reported.iter().take(MOST).map(|reported| self.cut(reported, 120)).collect();
        if reported.len() > MOST {
            names.push(format!("and {} more", reported.len() - MOST));
        }
        names
    }

    /// What a server says, for people: without secrets, on one line, and never endless.
    pub(crate) fn masked_text(&self, text: &str) -> String {
        self.cut(text, 500)
    }

    /// What is secret goes first, and only then what is too long: half a secret would not be known for one.
    fn cut(&self, text: &str, most: usize) -> String {
        printable(&self.transport.redacted(text)).chars().take(most).collect()
    }
}

/// That the answer was lost, and why an object is taken for its own all the same.
fn recognised(id: &str, by: By) -> String {
    format!(
        "the answer was lost, or did not name what was made: {id} was recognised by {by}, as the only new one that was made at that time; what somebody else \
         made by the same name in the same minutes could not be reported from it"
    )
}
