//! The steps of every mutating command: check, prepare, confirm if required, record the handle, send, wait or poll once, report.

use serde::Serialize;

use super::ask;
use super::connect::Connection;
use super::context::Context;
use super::ended::{Ended, Unreported, print_result};
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Meter;
use super::shapes::{Report, ResourceId, operation_name};
use super::state::Operations;
use super::table::Columns;
use crate::client::Prepared;
use crate::error::{Error, ErrorKind};
use crate::handle::Ticket;
use crate::journal::Entry;
use crate::model::{Outcome, Request, Warning};
use crate::operation::{GONE, Operation, OperationState};
use crate::sealed::Handle;
use crate::shared::SharedPoller;
use crate::transport::PlannedRequest;
use crate::wait::WaitOptions;

/// The time limit for polling an operation once, without `--wait`.
const POLL_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(10);

/// A mutating command that was checked and is not sent yet.
pub(crate) struct Change<'a, T> {
    context: &'a Context,
    connection: &'a Connection,
    pub(crate) prepared: Prepared<T>,
}

/// The result of sending.
pub(crate) enum Sent<'a, T> {
    /// A dry run: the requests that were not sent.
    Planned(Vec<PlannedRequest>),
    /// The operation runs at the provider.
    Running(Box<Running<'a, T>>),
}

/// A mutating command whose operation runs at the provider.
pub(crate) struct Running<'a, T> {
    context: &'a Context,
    connection: &'a Connection,
    store: Operations,
    entry: Entry,
    what: String,
    operation: Operation<T>,
    /// Warnings that were reported before it was sent.
    reported: Vec<Warning>,
    /// Polls several operations of one account together.
    shared: Option<SharedPoller>,
}

impl<'a, T: Outcome> Change<'a, T> {
    /// Checks, in this order, that the provider supports it, that the user can be asked if that is required, and what the request's
    /// preliminary reads show.
    pub(crate) async fn prepare<R: Request<Output = T> + Clone>(
        context: &'a Context,
        connection: &'a Connection,
        request: R,
        asks: bool,
    ) -> Result<Self, Failure> {
        connection.client.offers(&request.clone().into())?;
        if asks {
            ask::require_terminal(context)?;
        }
        Ok(Self::of(context, connection, connection.client.prepare(request).await?))
    }

    /// A change that is already prepared. Its warnings are reported.
    pub(crate) fn of(context: &'a Context, connection: &'a Connection, prepared: Prepared<T>) -> Self {
        prepared.warnings().iter().for_each(|warning| context.console.inform(&warning.text));
        context.warned(prepared.warnings());
        Self { context, connection, prepared }
    }

    /// Records the handle, then sends.
    pub(crate) async fn send(self) -> Result<Sent<'a, T>, Failure> {
        let _meter = Meter::new(&self.context.console, &self.prepared.describe());
        self.send_as_one_of_several().await
    }

    /// The same without its own progress line.
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
        // The connection's journal records it before anything is sent.
        context.update_subject(&handle.open()?);
        context.interrupt.watch(mark, handle);
        let sent = prepared.submit().await;
        let handle = match &sent {
            Ok(operation) => Some(operation.handle()),
            Err(error) => error.handle().cloned(),
        };
        match (handle, &sent) {
            (Some(handle), _) => record(context, &store, &handle.open()?),
            (None, Err(error)) if error.may_have_taken_effect() => {}
            _ => context.interrupt.clear(mark),
        }
        let operation = sent?;
        let entry = entry(&store, &operation.handle())?;
        let running = Running { context, connection, store, entry, what, operation, reported, shared: None };
        Ok(Sent::Running(Box::new(running)))
    }
}

/// The journal entry of an operation. If `operations forget` removed it in the meantime, it is recorded again.
fn entry(store: &Operations, handle: &Handle) -> Result<Entry, Failure> {
    match store.of(&handle.open()?) {
        Ok(Some(entry)) => Ok(entry),
        _ => store.keep(handle),
    }
}

/// Updates the journal entry. The change was already sent, so an unwritable state directory is reported but is not a failure.
fn record(context: &Context, store: &Operations, ticket: &Ticket) {
    context.update_subject(ticket);
    context.interrupt.watch(ticket.mark, Handle::seal(ticket));
    if let Err(error) = store.update(ticket) {
        context.console.failure(&error.into());
    }
}

impl<T: Outcome> Running<'_, T> {
    /// Resumes a recorded operation.
    pub(crate) fn resume<'a>(
        context: &'a Context,
        connection: &'a Connection,
        store: Operations,
        entry: Entry,
    ) -> Result<Running<'a, T>, Failure> {
        let operation = connection.client.resume(&entry.handle())?;
        let what = entry.ticket.to_string();
        // The command that started it has reported these.
        let reported = entry.ticket.warnings.clone();
        context.update_subject(&entry.ticket);
        context.interrupt.watch(entry.ticket.mark, entry.handle());
        Ok(Running { context, connection, store, entry, what, operation, reported, shared: None })
    }

    /// Polls together with other operations of the same account: one list shows the progress of all of them.
    pub(crate) fn sharing(mut self, poller: &SharedPoller) -> Self {
        self.shared = Some(poller.clone());
        self
    }

    /// Waits until it finishes, or polls it once.
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

    /// The same as one of several: the caller shows their progress.
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
        record(self.context, &self.store, &ticket);
        let state = state?;
        let running = matches!(state, OperationState::Pending | OperationState::Running { .. });
        self.context.interrupt.clear(ticket.mark);
        let done = matches!(state, OperationState::Done(_));
        let entry = Entry { ticket, ..self.entry.clone() };
        let unreported = Unreported { store: self.store.clone(), entry, ended: !running, done };
        let state_name = state.as_str();
        let result = match state {
            OperationState::Done(value) => Some(value),
            OperationState::Accepted(value) => {
                let title = self.connection.client.provider().title();
                self.context
                    .console
                    .note(&format!("accepted: {}; {title} does not report when it finishes", &self.what));
                Some(value)
            }
            OperationState::Failed(reason) => {
                unreported.reported(self.context);
                return Err(self.failed(&reason));
            }
            OperationState::Gone => {
                unreported.reported(self.context);
                return Err(self.failed(GONE));
            }
            _ => None,
        };
        let ticket = &unreported.entry.ticket;
        let warnings = self.operation.warnings();
        for warning in warnings.iter().filter(|warning| !self.reported.contains(warning)) {
            self.context.console.inform(&warning.text);
        }
        let report = Report {
            operation: operation_name(ticket.verb),
            provider: Some(ticket.provider.to_string()),
            profile: self.connection.client.account_name().map(str::to_owned),
            state: state_name.to_owned(),
            resource: ResourceId::of(ticket),
            result,
            warnings: warnings.into_iter().map(|warning| warning.text).collect(),
            handle: running.then(|| self.operation.handle().to_string()),
            error: None,
        };
        Ok(Ended { report, pending: running.then(|| unreported.entry.clone()), unreported: Some(unreported) })
    }

    fn failed(&self, reason: &str) -> Failure {
        let error = Error::new(ErrorKind::OperationFailed, reason);
        error.on(self.connection.client.provider()).trying(&self.what).into()
    }

    fn options(&self) -> WaitOptions {
        let mut options = WaitOptions::default().timeout(self.context.wait_time());
        for status in &self.context.global.done_word {
            options = options.done_word(status);
        }
        if let Some(poller) = &self.shared {
            options = options.shared(poller);
        }
        if self.connection.client.stays_here() {
            let (first, longest) = (std::time::Duration::from_millis(200), std::time::Duration::from_secs(2));
            options = options.interval(first, longest);
        }
        options
    }

    async fn wait(&self, options: WaitOptions) -> Result<OperationState<T>, Error> {
        self.operation.wait_state(options).await
    }

    /// Polls once, so that an operation that has already finished is reported as done. If polling fails, it counts as pending.
    async fn poll_once(&self) -> OperationState<T> {
        match tokio::time::timeout(POLL_TIMEOUT, self.operation.poll()).await {
            Ok(Ok(state)) => state,
            Ok(Err(error)) => {
                tracing::debug!(%error, "polling the operation failed");
                OperationState::Pending
            }
            Err(_) => OperationState::Pending,
        }
    }
}

/// Sends one change and reports its result: all that most mutating commands do.
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
