//! The result of an operation that was polled or awaited: printing it, and only then removing the operation from the journal.

use serde::Serialize;

use super::context::Context;
use super::failure::Failure;
use super::shapes::Report;
use super::state::Operations;
use super::table::Columns;
use crate::journal::Entry;

/// The result of waiting or polling.
#[derive(Debug)]
pub(crate) struct Ended<T> {
    pub(crate) report: Report<T>,
    /// The journal entry, if the operation is still running.
    pub(crate) pending: Option<Entry>,
    /// The journal entry to remove once the result was reported.
    pub(crate) unreported: Option<Unreported>,
}

impl<T> Ended<T> {
    /// Converts the result.
    pub(crate) fn map<U>(self, map: impl FnOnce(T) -> U) -> Ended<U> {
        let Self { report, pending, unreported } = self;
        let Report { operation, provider, profile, state, resource, result, warnings, handle, error } = report;
        let result = result.map(map);
        let report = Report { operation, provider, profile, state, resource, result, warnings, handle, error };
        Ended { report, pending, unreported }
    }
}

/// An operation that stays in the journal until its result was reported: a result that cannot be printed must not be lost.
#[derive(Debug)]
pub(crate) struct Unreported {
    pub(crate) store: Operations,
    pub(crate) entry: Entry,
    pub(crate) ended: bool,
    pub(crate) done: bool,
}

impl Unreported {
    /// The result was reported: removes a finished operation from the journal.
    pub(crate) fn reported(self, context: &Context) {
        if self.ended
            && let Err(error) = self.store.reported(&self.entry.ticket, self.done)
        {
            context.console.failure(&error.into());
        }
    }

    /// The result could not be written to stdout: prints how to see it again.
    fn failed(&self, context: &Context) {
        let wait = context.command(&self.entry, "wait");
        context.console.line(&format!("show the result again with: {wait}"));
    }
}

/// Prints the result of a change.
pub(crate) fn print_result<T: Columns + Serialize>(context: &Context, ended: Ended<T>) -> Result<(), Failure> {
    let Ended { report, pending, unreported } = ended;
    let printed = match &report.result {
        Some(result) if context.out.is_table() => context.out.object(result),
        _ => context.out.object(&report),
    };
    finish_reporting(context, printed, unreported)?;
    print_still_running(context, pending.as_slice());
    Ok(())
}

/// Removes finished operations from the journal if their results were printed; else prints how to see the results again.
pub(crate) fn finish_reporting(
    context: &Context,
    printed: Result<(), Failure>,
    unreported: impl IntoIterator<Item = Unreported>,
) -> Result<(), Failure> {
    for unreported in unreported {
        match &printed {
            Ok(()) => unreported.reported(context),
            Err(_) => unreported.failed(context),
        }
    }
    printed
}

/// With more operations than this, one hint covers all of them.
const MAX_HINTS: usize = 5;

/// Prints how to wait for the operations that are still running.
pub(crate) fn print_still_running(context: &Context, pending: &[Entry]) {
    if pending.len() > MAX_HINTS {
        context.console.note(&format!("{} operations are still running", pending.len()));
        context.console.note("wait for all with: cloudsnap operations wait --all");
        return;
    }
    for entry in pending {
        context.console.note(&format!("{}: still running", entry.ticket));
        context.console.note(&format!("resume with: {}", context.command(entry, "wait")));
    }
}
