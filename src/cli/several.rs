//! Several changes at once: waited for together, counted, and reported in order.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;

use super::change::{Ended, Running, operation_name, reported};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Meter;
use super::shapes::{Report, ResourceId};
use super::text::span;
use crate::handle::Verb;
use crate::journal::Entry;
use crate::model::{Deleted, Outcome};

/// Waits for several at the same time, or polls each once. What came of each, in order. A terminal shows how many are done; at
/// the end `word` says in one line, everywhere, what those that succeeded are.
pub(crate) async fn finish_all<T: Outcome>(
    context: &Context,
    what: &str,
    running: Vec<Result<Running<'_, T>, Failure>>,
    wait: bool,
    word: Option<&str>,
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
    if let Some(word) = word {
        let good = ended.iter().filter(|ended| ended.is_ok()).count();
        context.console.note(&format!("{what}: {good} of {all} {word} ({})", span(started.elapsed())));
    }
    ended
}

/// The outcome of deleting what did not exist.
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
    Ended { report, kept: None, untold: None }
}

/// Prints what came of each of several, and gives the code of them all. Each comes with what to make of its failure; `show` shows
/// the only object of a table.
pub(crate) fn print_results<T, F>(
    context: &Context,
    outcomes: impl IntoIterator<Item = (Result<Ended<T>, Failure>, F)>,
    show: impl FnOnce(&Context, &T) -> Result<(), Failure>,
) -> Result<Exit, Failure>
where
    T: Serialize,
    F: FnOnce(&Failure) -> Report<T>,
{
    let (mut exits, mut reports, mut untold, mut kept) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (outcome, report_of) in outcomes {
        exits.push(outcome.as_ref().map_or_else(Failure::exit, |_| Exit::Done));
        match outcome {
            Ok(ended) => {
                kept.extend(ended.kept);
                untold.extend(ended.untold);
                reports.push(ended.report);
            }
            Err(failure) => {
                context.fail(&failure);
                reports.push(report_of(&failure));
            }
        }
    }
    let printed = match reports.as_slice() {
        // Of one, a table shows the object itself.
        [only] if context.out.is_table() => match (&only.result, &only.error) {
            (Some(result), _) => show(context, result),
            (None, Some(_)) => Ok(()),
            (None, None) => context.out.object(only),
        },
        _ => context.out.list(&reports),
    };
    reported(context, printed, untold)?;
    still_running(context, &kept);
    Ok(Exit::of_several(&exits))
}

/// More lines than these are not read one by one.
const FEW: usize = 5;

/// Says how to wait for what is still running.
pub(crate) fn still_running(context: &Context, kept: &[Entry]) {
    if kept.len() > FEW {
        context.console.note(&format!("{} operations are still running", kept.len()));
        context.console.note("wait for all with: cloudsnap operations wait --all");
        return;
    }
    for entry in kept {
        context.console.note(&format!("{}: still running", entry.ticket));
        context.console.note(&format!("resume with: {}", context.command(entry, "wait")));
    }
}
