//! Determines which object an operation created: by the IDs from before, by what is new, and by claims.

use super::Adapter;
use crate::error::{Error, ErrorKind};
use crate::handle::Ticket;
use crate::journal::{By, Candidate, Claim};
use crate::model::WarningKind;
use crate::provider::backend::{Observation, Service};
use crate::text::printable;

/// The IDs from before a request, if the list can be read. If this user may not read it, nothing is known to be new and nothing is
/// claimed.
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
    /// Whether the object named by a response can be the one that the request created: its ID is new, and it was not created long before
    /// the request was sent. If the IDs from before are known, times are only compared with the server's own clock.
    pub(crate) fn is_new(&self, ticket: &Ticket, id: &str, made: Option<&str>) -> bool {
        let was_there = ticket.baseline.iter().flatten().any(|known| known == id);
        let timed = ticket.baseline.is_none() || self.clock.is_reported();
        let rules = self.journal.rules();
        let too_old = made.zip(ticket.sent_at).is_some_and(|(made, sent)| timed && rules.predates(made, sent));
        !was_there && !too_old
    }

    /// Claims the object of an operation from a list. Returns its ID, or what was observed if it is not known yet.
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
                    ticket.warn(WarningKind::Recognized, recognised(&id, by, ticket.description.is_some()));
                }
                ticket.resource = Some(id.clone());
                Ok(id)
            }
        })
    }

    /// A server's names of objects, safe to print.
    fn names(&self, reported: Vec<String>) -> Vec<String> {
        const MOST: usize = 10;
        let mut names: Vec<_> = reported.iter().take(MOST).map(|reported| self.cut(reported, 120)).collect();
        if reported.len() > MOST {
            names.push(format!("and {} more", reported.len() - MOST));
        }
        names
    }

    /// A text from a server, safe to print: without secrets, on one line and of limited length.
    pub(crate) fn masked_text(&self, text: &str) -> String {
        self.cut(text, 500)
    }

    /// Removes secrets before it truncates: half a secret would not be recognized.
    fn cut(&self, text: &str, most: usize) -> String {
        printable(&self.transport.redacted(text)).chars().take(most).collect()
    }
}

/// A warning that the response was lost, and how the object was recognized.
fn recognised(id: &str, by: By, described: bool) -> String {
    let same = if described { "name and description" } else { "name" };
    format!(
        "the response was lost or did not name the new object: {id} was recognized by {by}, as the only new object created at that time; an object \
         that someone else created with the same {same} in the same minutes could not be distinguished from it"
    )
}
