//! The operation and objects of a mutating command, for its report if it fails, however early.

use super::shapes::ResourceId;
use crate::handle::{Ticket, Verb};

/// The operation and objects of a mutating command.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) verb: Verb,
    pub(crate) resources: Vec<ResourceId>,
    /// The command takes several objects, and prints an array even for one.
    pub(crate) several: bool,
    pub(crate) warnings: Vec<String>,
}

impl Subject {
    pub(crate) fn one(verb: Verb, resource: ResourceId) -> Self {
        Self { verb, resources: vec![resource], several: false, warnings: Vec::new() }
    }

    pub(crate) fn several(verb: Verb, resources: Vec<ResourceId>) -> Self {
        Self { verb, resources, several: true, warnings: Vec::new() }
    }

    /// Updates the object from a ticket.
    pub(crate) fn update(&mut self, ticket: &Ticket) {
        // A safety snapshot is not the object of the command.
        if let (true, false, [resource]) = (ticket.verb == self.verb, self.several, self.resources.as_mut_slice()) {
            *resource = ResourceId::of(ticket);
        }
    }
}
