//! The operation and objects of a mutating command, for its report if it fails, however early.

use super::change::operation_name;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::shapes::{Problem, Report, ResourceId};
use crate::handle::{Ticket, Verb};

/// The operation and objects of a mutating command.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    verb: Verb,
    resources: Vec<ResourceId>,
    /// The command takes several objects, and prints an array even for one.
    several: bool,
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

    /// Prints the failure of the whole command as data, unless it was already reported or cannot be written.
    pub(crate) fn fail(self, context: &Context, failure: &Failure) -> Result<(), Failure> {
        if context.out.is_table() || matches!(failure, Failure::Reported(_) | Failure::Output(_) | Failure::BrokenPipe)
        {
            return Ok(());
        }
        let Self { verb, resources, several, warnings } = self;
        let report = |resource| Report { warnings: warnings.clone(), ..failed::<()>(context, verb, resource, failure) };
        let reports: Vec<_> = resources.into_iter().map(report).collect();
        match (several, reports.as_slice()) {
            (false, [only]) => context.out.json(only),
            _ => context.out.list_json(&reports),
        }
    }
}

/// The report on an object whose operation failed, or whose outcome is not known.
pub(crate) fn failed<T>(context: &Context, verb: Verb, resource: ResourceId, failure: &Failure) -> Report<T> {
    let handle = failure.handle();
    let ticket = handle.and_then(|handle| handle.open().ok());
    let state = match failure.exit() {
        Exit::Unknown => "unknown",
        _ if handle.is_some() => "running",
        _ => "failed",
    };
    let account = context.account();
    Report {
        // The failure may belong to a step of the command, such as a safety snapshot.
        operation: operation_name(ticket.as_ref().map_or(verb, |ticket| ticket.verb)),
        provider: account.provider.map(|provider| provider.to_string()),
        profile: account.profile,
        state: state.to_owned(),
        resource: ticket.as_ref().map_or(resource, ResourceId::of),
        result: None,
        warnings: ticket.into_iter().flat_map(|ticket| ticket.warnings).map(|warning| warning.text).collect(),
        handle: handle.map(ToString::to_string),
        error: Some(Problem::of_failure(failure)),
    }
}
