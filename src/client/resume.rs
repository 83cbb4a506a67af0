//! Resuming operations by their handles.

use super::Client;
use crate::error::{Error, ErrorKind};
use crate::handle::Ticket;
use crate::model::{Outcome, Resource};
use crate::operation::Operation;
use crate::sealed::Handle;

impl Client {
    /// Resumes an operation that this or another process started; see [`Handle`].
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] if the handle belongs to another provider, base URL or account, or to another kind of operation.
    pub fn resume<T: Outcome>(&self, handle: &Handle) -> Result<Operation<T>, Error> {
        let ticket = handle.open()?;
        let differs = if ticket.provider != self.provider() {
            let (theirs, ours) = (ticket.provider.title(), self.provider().title());
            Some(format!("belongs to {theirs}, but this client is connected to {ours}"))
        } else if ticket.base_url.trim_end_matches('/') != self.base_url().as_str().trim_end_matches('/') {
            Some(format!("belongs to {}, but this client is connected to {}", ticket.base_url, self.base_url()))
        } else if ticket.account != *self.account && !self.has_same_name(&ticket) {
            Some("was started with other credentials".to_owned())
        } else if !T::KIND.is_empty() && T::KIND != ticket.verb.outcome() {
            Some(format!("is `{}`, which has another type of result", ticket.verb.label()))
        } else {
            None
        };
        if let Some(why) = differs {
            return Err(self.about(Error::new(ErrorKind::Invalid, format!("this operation {why}")), &ticket));
        }
        Ok(self.operation(self.options().clone(), ticket))
    }

    /// [`resume`](Self::resume) for a handle of any kind of operation.
    ///
    /// # Errors
    /// Same as [`resume`](Self::resume).
    pub fn resume_any(&self, handle: &Handle) -> Result<Operation<Resource>, Error> {
        self.resume(handle)
    }

    /// Whether the user gave the ticket's account the same name as this one.
    fn has_same_name(&self, ticket: &Ticket) -> bool {
        ticket.account_name.is_some() && ticket.account_name.as_deref() == self.account_name.as_deref()
    }
}
