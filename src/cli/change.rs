//! The way of every changing command: refuse, prepare, (ask,) keep the handle, send, wait or look once, tell.

use serde::Serialize;

use super::ask;
use super::connect::Connection;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Meter;
use super::shapes::{Report, ResourceId};
use super::state::Operations;
use super::table::Columns;
use crate::client::Prepared;
use crate::error::{Error, ErrorKind};
use crate::handle::{Ticket, Verb};
use crate::journal::Entry;
use crate::model::{Outcome, Request, Warning};
use crate::operation::{GONE, Operation, OperationState};
use crate::sealed::Handle;
use crate::shared::SharedPoller;
use crate::transport::PlannedRequest;
use crate::wait::WaitOptions;

/// The time of the one look at an operation that is not waited for.
const LOOK: std::time::Duration = std::time::Duration::from_secs(10);

/// A changing command that is checked and not yet sent.
pub(crate) struct Change<'a, T> {
    context: &'a Context,
    connection: &'a Connection,
    pub(crate) prepared: Prepared<T>,
}

/// What came of sending.
pub(crate) enum Sent<'a, T> {
    /// It was a dry run.
    Planned(Vec<PlannedRequest>),
    /// It is under way.
    Running(Box<Running<'a, T>>),
}

/// A changing command that is under way.
pub(crate) struct Running<'a, T> {
    context: &'a Context,
    connection: &'a Connection,
    store: Operations,
    kept: Entry,
    what: String,
    operation: Operation<T>,
    /// Warnings that were told before it was sent.
    reported: Vec<Warning>,
    /// What it shares its polling with.
    shared: Option<SharedPoller>,
}

/// How far it came.
#[derive(Debug)]
pub(crate) struct Ended<T> {
    pub(crate) report: Report<T>,
    /// As it is kept, if its end was not seen.
    pub(crate) kept: Option<Entry>,
    /// It is kept until this is told.
    pub(crate) untold: Option<Untold>,
}

impl<T> Ended<T> {
    /// The same with its result as another type.
    pub(crate) fn map<U>(self, map: impl FnOnce(T) -> U) -> Ended<U> {
        let Self { report, kept, untold } = self;
        let Report { operation, provider, profile, state, resource, result, warnings, handle, error } = report;
        let result = result.map(map);
        let report = Report { operation, provider, profile, state, resource, result, warnings, handle, error };
        Ended { report, kept, untold }
    }
}

/// An operation that is kept until what came of it is told: what cannot be printed must not be lost.
#[derive(Debug)]
pub(crate) struct Untold {
    store: Operations,
    entry: Entry,
    ended: bool,
    done: bool,
}

impl Untold {
    /// It is told. One whose end was seen is no longer kept.
    pub(crate) fn reported(self, context: &Context) {
        if self.ended
            && let Err(error) = self.store.reported(&self.entry.ticket, self.done)
        {
            context.console.failure(&error.into());
        }
    }

    /// It could not be told on stdout: how to be told once more.
    pub(crate) fn failed(&self, context: &Context) {
        let wait = context.command(&self.entry, "wait");
        context.console.line(&format!("what came of it is kept, and told again by: {wait}"));
    }
}

impl<'a, T: Outcome> Change<'a, T> {
    /// Refuses what the provider lacks, then what would have to be asked and cannot be, then what the reads beforehand forbid.
    pub(crate) async fn prepare<R: Request<Output = T> + Clone>(
        context: &'a Context,
        connection: &'a Connection,
        request: R,
        asks: bool,
    ) -> Result<Self, Failure> {
        connection.client.offers(&request.clone().into())?;
        if asks {
            ask::must_be_possible(context)?;
        }
        Ok(Self::of(context, connection, connection.client.prepare(request).await?))
    }

    /// What is prepared already, with its warnings told.
    pub(crate) fn of(context: &'a Context, connection: &'a Connection, prepared: Prepared<T>) -> Self {
        prepared.warnings().iter().for_each(|warning| context.console.inform(&warning.text));
        context.warned(prepared.warnings());
        Self { context, connection, prepared }
    }

    /// Keeps the handle, then sends.
    pub(crate) async fn send(self) -> Result<Sent<'a, T>, Failure> {
        let _meter = Meter::new(&self.context.console, &self.prepared.describe());
        self.send_as_one_of_several().await
    }

    /// The same without a progress line of its own.
    pub(crate) async fn send_as_one_of_several(self) -> Result<Sent<'a, T>, Failure> {
        let Self { context, connection, prepared } = self;
        let (what, reported) = (prepared.describe(), prepared.warnings().to_vec());
        if context.global.dry_run {
            return match prepared.submit().await {
                Err(error) if error.kind() != ErrorKind::DryRun => Err(error.into()),
                _ => Ok(Sent::Planned(context.take_planned())),
            };
        }
        let store = Operations::of_client(&connection.client);
        let handle = prepared.handle();
        let mark = handle.open()?.mark;
        // Before anything is sent the journal of the connection keeps it.
        context.learn(&handle.open()?);
        context.interrupt.watch(mark, handle);
        let sent = prepared.submit().await;
        let handle = match &sent {
            Ok(operation) => Some(operation.handle()),
            Err(error) => error.handle().cloned(),
        };
        match (handle, &sent) {
            (Some(handle), _) => learn(context, &store, &handle.open()?),
            (None, Err(error)) if error.may_have_taken_effect() => {}
            _ => context.interrupt.clear(mark),
        }
        let operation = sent?;
        let kept = kept(&store, &operation.handle())?;
        let running = Running { context, connection, store, kept, what, operation, reported, shared: None };
        Ok(Sent::Running(Box::new(running)))
    }
}

/// The operation as it is kept. If it is not, whoever forgot it meanwhile did so on purpose.
fn kept(store: &Operations, handle: &Handle) -> Result<Entry, Failure> {
    match store.of(&handle.open()?) {
        Ok(Some(entry)) => Ok(entry),
        _ => store.keep(handle),
    }
}

/// The effect is real whatever becomes of the state folder now: that it cannot be written is told, and no failure.
fn learn(context: &Context, store: &Operations, ticket: &Ticket) {
    context.learn(ticket);
    context.interrupt.watch(ticket.mark, Handle::seal(ticket));
    if let Err(error) = store.update(ticket) {
        context.console.failure(&error.into());
    }
}

impl<T: Outcome> Running<'_, T> {
    /// Goes on with an operation that is kept.
    pub(crate) fn resume<'a>(
        context: &'a Context,
        connection: &'a Connection,
        store: Operations,
        kept: Entry,
    ) -> Result<Running<'a, T>, Failure> {
        let operation = connection.client.resume(&kept.handle())?;
        let what = kept.ticket.to_string();
        // The command that began it told what it knew.
        let reported = kept.ticket.warnings.clone();
        context.learn(&kept.ticket);
        context.interrupt.watch(kept.ticket.mark, kept.handle());
        Ok(Running { context, connection, store, kept, what, operation, reported, shared: None })
    }

    /// Shares its polling with others of the same account: one list shows how far all of them are.
    pub(crate) fn sharing(mut self, poller: &SharedPoller) -> Self {
        self.shared = Some(poller.clone());
        self
    }

    /// Waits for the end, or looks once.
    pub(crate) async fn finish(self, wait: bool) -> Result<Ended<T>, Failure> {
        let state = match wait {
            true => {
                let meter = Meter::new(&self.context.console, &self.what);
                self.wait(self.options().on_progress(meter.callback())).await
            }
            false => Ok(self.poll_once().await),
        };
        self.ended(state)
    }

    /// The same as one of several, of which others tell how they come along.
    pub(crate) async fn finish_quietly(self, wait: bool) -> Result<Ended<T>, Failure> {
        let state = if wait { self.wait(self.options()).await } else { Ok(self.poll_once().await) };
        self.ended(state)
    }

    fn ended(self, state: Result<OperationState<T>, Error>) -> Result<Ended<T>, Failure> {
        let handle = match &state {
            Err(error) => error.handle().cloned().unwrap_or_else(|| self.operation.handle()),
            Ok(_) => self.operation.handle(),
        };
        let ticket = handle.open()?;
        learn(self.context, &self.store, &ticket);
        let state = state?;
        let running = matches!(state, OperationState::Pending | OperationState::Running { .. });
        self.context.interrupt.clear(ticket.mark);
        let done = matches!(state, OperationState::Done(_));
        let entry = Entry { ticket, ..self.kept.clone() };
        let untold = Untold { store: self.store.clone(), entry, ended: !running, done };
        let word = state.as_str();
        let result = match state {
            OperationState::Done(value) => Some(value),
            OperationState::Accepted(value) => {
                let title = self.connection.client.provider().title();
                self.context
                    .console
                    .note(&format!("accepted: {}; {title} offers no way to see the end of it", &self.what));
                Some(value)
            }
            OperationState::Failed(reason) => {
                untold.reported(self.context);
                return Err(self.failed(&reason));
            }
            OperationState::Gone => {
                untold.reported(self.context);
                return Err(self.failed(GONE));
            }
            _ => None,
        };
        let ticket = &untold.entry.ticket;
        let warnings = self.operation.warnings();
        for warning in warnings.iter().filter(|warning| !self.reported.contains(warning)) {
            self.context.console.inform(&warning.text);
        }
        let report = Report {
            operation: operation_name(ticket.verb),
            provider: Some(ticket.provider.to_string()),
            profile: self.connection.client.account_name().map(str::to_owned),
            state: word.to_owned(),
            resource: ResourceId::of(ticket),
            result,
            warnings: warnings.into_iter().map(|warning| warning.text).collect(),
            handle: running.then(|| self.operation.handle().to_string()),
            error: None,
        };
        Ok(Ended { report, kept: running.then(|| untold.entry.clone()), untold: Some(untold) })
    }

    fn failed(&self, reason: &str) -> Failure {
        let error = Error::new(ErrorKind::OperationFailed, reason);
        error.on(self.connection.client.provider()).trying(&self.what).into()
    }

    fn options(&self) -> WaitOptions {
        let mut options = WaitOptions::default().timeout(self.context.wait_time());
        for word in &self.context.global.done_word {
            options = options.done_word(word);
        }
        if let Some(poller) = &self.shared {
            options = options.shared(poller);
        }
        if crate::transport::connect::is_loopback(self.connection.client.base_url()) {
            // On this machine a look costs nothing.
            let (first, longest) = (std::time::Duration::from_millis(200), std::time::Duration::from_secs(2));
            options = options.interval(first, longest);
        }
        options
    }

    async fn wait(&self, options: WaitOptions) -> Result<OperationState<T>, Error> {
        self.operation.wait_state(options).await
    }

    /// One look, so that what is done already is told as done. That it fails changes nothing.
    async fn poll_once(&self) -> OperationState<T> {
        match tokio::time::timeout(LOOK, self.operation.poll()).await {
            Ok(Ok(state)) => state,
            Ok(Err(error)) => {
                tracing::debug!(%error, "the look at the operation failed");
                OperationState::Pending
            }
            Err(_) => OperationState::Pending,
        }
    }
}

/// `create_snapshot`.
pub(crate) fn operation_name(verb: Verb) -> String {
    verb.label().split(' ').collect::<Vec<_>>().join("_")
}

/// Sends one change, and tells what came of it: the whole of most changing commands.
pub(crate) async fn run<T>(change: Change<'_, T>, wait: bool) -> Result<Exit, Failure>
where
    T: Outcome + Columns + Serialize,
{
    let context = change.context;
    match change.send().await? {
        Sent::Planned(planned) => context.show_planned(&planned, false)?,
        Sent::Running(running) => print_result(context, running.finish(wait).await?)?,
    }
    Ok(Exit::Done)
}

/// Prints what came of a change.
pub(crate) fn print_result<T: Columns + Serialize>(context: &Context, ended: Ended<T>) -> Result<(), Failure> {
    let Ended { report, kept, untold } = ended;
    let printed = match &report.result {
        Some(result) if context.out.is_table() => context.out.object(result),
        _ => context.out.object(&report),
    };
    reported(context, printed, untold)?;
    super::several::still_running(context, kept.as_slice());
    Ok(())
}

/// Once it is printed, what came of a change is no longer kept; if it could not be, it is.
pub(crate) fn reported(
    context: &Context,
    printed: Result<(), Failure>,
    untold: impl IntoIterator<Item = Untold>,
) -> Result<(), Failure> {
    for untold in untold {
        match &printed {
            Ok(()) => untold.reported(context),
            Err(_) => untold.failed(context),
        }
    }
    printed
}
