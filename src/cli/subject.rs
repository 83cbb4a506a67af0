//! What a changing command is about: what is told of it where it fails, however early.

use super::change::operation_name;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::shapes::{Problem, Report, ResourceId};
use crate::handle::{Ticket, Verb};

/// What a changing command is about.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    verb: Verb,
    resources: Vec<ResourceId>,
    /// It takes several objects, and prints an array also of one.
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

    /// More is known of what it is about.
    pub(crate) fn learn(&mut self, ticket: &Ticket) {
        // A snapshot that is taken for safety is not what the command is about.
        if let (true, false, [resource]) = (ticket.verb == self.verb, self.several, self.resources.as_mut_slice()) {
            *resource = ResourceId::of(ticket);
        }
    }

    /// Prints the failure of the whole command as data. What was told already, or cannot be, is left.
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

/// What is told of one object with which it failed, or of which the end is not known.
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
        // What it waited for may be a step of it: a safety snapshot.
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
