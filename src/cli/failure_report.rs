//! The failure of a mutating command as data.

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::shapes::{Problem, Report, ResourceId, operation_name};
use super::subject::Subject;
use crate::handle::Verb;

/// Prints the failure of the whole command as data, unless it was already reported or cannot be written.
pub(crate) fn print(context: &Context, subject: Subject, failure: &Failure) -> Result<(), Failure> {
    if context.out.is_table() || matches!(failure, Failure::Reported(_) | Failure::Output(_) | Failure::BrokenPipe) {
        return Ok(());
    }
    let Subject { verb, resources, several, warnings } = subject;
    let report = |resource| Report { warnings: warnings.clone(), ..of::<()>(context, verb, resource, failure) };
    let reports: Vec<_> = resources.into_iter().map(report).collect();
    match (several, reports.as_slice()) {
        (false, [only]) => context.out.json(only),
        _ => context.out.list_json(&reports),
    }
}

/// The report on an object whose operation failed, or whose outcome is not known.
pub(crate) fn of<T>(context: &Context, verb: Verb, resource: ResourceId, failure: &Failure) -> Report<T> {
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
