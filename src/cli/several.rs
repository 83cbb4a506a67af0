//! Several changes at once: awaited together, counted, and reported in order.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;

use super::change::Running;
use super::context::Context;
use super::ended::{Ended, finish_reporting, print_still_running};
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Meter;
use super::shapes::{Report, ResourceId, operation_name};
use super::text::span;
use crate::handle::Verb;
use crate::model::{Deleted, Outcome};

/// Waits for several operations at the same time, or polls each once; returns the results in order. A terminal shows how many
/// are finished. `outcome` names the successful ones in the closing line, e.g. "deleted".
pub(crate) async fn finish_all<T: Outcome>(
    context: &Context,
    what: &str,
    running: Vec<Result<Running<'_, T>, Failure>>,
    wait: bool,
    outcome: Option<&str>,
) -> Vec<Result<Ended<T>, Failure>> {
    let (all, started) = (running.len(), tokio::time::Instant::now());
    if all < 2 {
        let mut ended = Vec::new();
        for running in running {
            ended.push(match running {
                Ok(running) => running.finish(wait).await,
                Err(failure) => Err(failure),
            });
        }
        return ended;
    }
    let meter = Meter::new(&context.console, what);
    let count = AtomicUsize::new(0);
    let counted = &count;
    let finish = running.into_iter().map(|running| {
        let meter = &meter;
        async move {
            let ended = match running {
                Ok(running) => running.finish_quietly(wait).await,
                Err(failure) => Err(failure),
            };
            meter.say(&format!("{}/{all}", counted.fetch_add(1, Ordering::Relaxed) + 1));
            ended
        }
    });
    let ended = futures_util::future::join_all(finish).await;
    drop(meter);
    if let Some(outcome) = outcome {
        let succeeded = ended.iter().filter(|ended| ended.is_ok()).count();
        context.console.note(&format!("{what}: {succeeded} of {all} {outcome} ({})", span(started.elapsed())));
    }
    ended
}

/// The result of deleting an object that does not exist.
pub(crate) fn already_deleted(context: &Context, verb: Verb, id: &str, why: String) -> Ended<Deleted> {
    context.console.note(&why);
    let account = context.account();
    let kind = if verb == Verb::DeleteVm { "vm" } else { "snapshot" };
    let report = Report {
        operation: operation_name(verb),
        provider: account.provider.map(|provider| provider.to_string()),
        profile: account.profile,
        state: "done".to_owned(),
        resource: ResourceId { kind, id: Some(id.to_owned()) },
        result: Some(Deleted { id: id.to_owned(), deleted: true }),
        warnings: vec![why],
        handle: None,
        error: None,
    };
    Ended { report, pending: None, unreported: None }
}

/// Prints the result of each, and returns the exit code for all of them. Each comes with a function that turns its failure into a
/// report. `show` prints the result as a table if there is only one.
pub(crate) fn print_results<T, F>(
    context: &Context,
    outcomes: impl IntoIterator<Item = (Result<Ended<T>, Failure>, F)>,
    show: impl FnOnce(&Context, &T) -> Result<(), Failure>,
) -> Result<Exit, Failure>
where
    T: Serialize,
    F: FnOnce(&Failure) -> Report<T>,
{
    let (mut exits, mut reports, mut unreported, mut pending) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (outcome, report_of) in outcomes {
        exits.push(outcome.as_ref().map_or_else(Failure::exit, |_| Exit::Done));
        match outcome {
            Ok(ended) => {
                pending.extend(ended.pending);
                unreported.extend(ended.unreported);
                reports.push(ended.report);
            }
            Err(failure) => {
                context.fail(&failure);
                reports.push(report_of(&failure));
            }
        }
    }
    let printed = match reports.as_slice() {
        // With a single result, the table shows the object itself.
        [only] if context.out.is_table() => match (&only.result, &only.error) {
            (Some(result), _) => show(context, result),
            (None, Some(_)) => Ok(()),
            (None, None) => context.out.object(only),
        },
        _ => context.out.list(&reports),
    };
    finish_reporting(context, printed, unreported)?;
    print_still_running(context, &pending);
    Ok(Exit::of_several(&exits))
}
