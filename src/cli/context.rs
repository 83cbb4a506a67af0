//! The context of a command: its options, output, console and account.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::console::Console;
use super::exit::Exit;
use super::failure::Failure;
use super::global::Global;
use super::hint;
use super::interrupt::Interrupt;
use super::output::Output;
use super::state::Operations;
use super::subject::Subject;
use super::text::span;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::handle::Ticket;
use crate::journal::Entry;
use crate::model::Warning;
use crate::sealed::Handle;
use crate::spec::Provider;
use crate::transport::{CallOptions, Detail, Event, PlannedRequest, Trace};

/// The context of a command.
pub(crate) struct Context {
    pub(crate) global: Global,
    pub(crate) console: Console,
    pub(crate) out: Output,
    pub(crate) interrupt: Arc<Interrupt>,
    /// When the whole command must end.
    pub(crate) deadline: Option<Instant>,
    planned: Arc<Mutex<Vec<PlannedRequest>>>,
    /// The connections that may have obtained a token.
    signed_in: Mutex<Vec<Client>>,
    subject: Mutex<Option<Subject>>,
    account: Mutex<Account>,
}

/// The account that a command uses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Account {
    pub(crate) provider: Option<Provider>,
    pub(crate) profile: Option<String>,
    base_url: String,
    origin: Origin,
}

/// Where the settings of an account were read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// Where the token or password was read: an environment variable, or a key of a profile in a file.
    pub(crate) credentials: String,
    /// Where the base URL was read.
    pub(crate) base_url: String,
}

/// Shorter waits are reported only with `-v`.
const LONG_WAIT: Duration = Duration::from_secs(2);

/// Reports events of a request: long waits always, everything else with `-v`.
fn observe(console: &Console, verbose: bool, event: &Event) {
    match event {
        Event::Retry { operation, attempt, wait, reason, .. } if verbose || *wait >= LONG_WAIT => {
            let wait = wait.as_secs_f32();
            let why = format!("{reason}; retrying in {wait:.1} s");
            match verbose {
                // The line above shows the reason.
                true => {
                    console.line(&format!("{operation}: attempt {attempt} failed; retrying in {wait:.1} s"));
                    console.progress(&why);
                }
                false => console.pause(operation, &why),
            }
        }
        Event::Throttled { operation } => console.pause(operation, "waiting for the rate limit"),
        Event::Search { what, reason, within } => {
            console.pause(what, &format!("{reason}; searching for its effect for up to {}", span(*within)));
        }
        // Deviations from the OpenAPI document are details for `-v`; additions are not faults.
        Event::Finding { violation: true, finding, .. } if verbose => console.warn(finding),
        Event::Finding { finding, .. } if verbose => console.note(&format!("note: {finding}")),
        _ => {}
    }
}

/// The time of a wait without `--timeout`.
const WAIT: Duration = Duration::from_secs(30 * 60);

/// The time limit for revoking a token.
const SIGN_OUT: Duration = Duration::from_secs(2);

impl Context {
    pub(crate) fn new(global: Global, interrupt: Arc<Interrupt>, deadline: Option<Instant>) -> Self {
        let console = Console::new(global.quiet);
        let out = Output { format: global.output, columns: global.columns.clone(), headings: !global.no_headers };
        super::text::set_time_zone(global.time_zone.clone());
        Self {
            global,
            console,
            out,
            interrupt,
            deadline,
            planned: Arc::default(),
            signed_in: Mutex::default(),
            subject: Mutex::default(),
            account: Mutex::default(),
        }
    }

    /// The environment of this process, with `--config` in it.
    pub(crate) fn environment(&self) -> impl Fn(&str) -> Option<std::ffi::OsString> {
        let config = self.global.config.clone();
        move |name: &str| match (&config, name) {
            (Some(file), "CLOUDSNAP_CONFIG") => Some(file.clone().into_os_string()),
            _ => crate::config::process_environment(name),
        }
    }

    /// The options of all requests.
    pub(crate) fn call_options(&self) -> CallOptions {
        let mut options = CallOptions::default();
        if let (Some(deadline), Some(timeout)) = (self.deadline, self.global.timeout) {
            options = options.timeout(timeout).until(deadline);
        }
        if self.global.dry_run {
            let planned = Arc::clone(&self.planned);
            options = options.dry_run(move |request| {
                planned.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
            });
        }
        if let Some(detail) = self.detail() {
            let console = self.console.clone();
            options = options.traced(Trace::new(detail, move |line| console.line(line)));
        }
        let (console, verbose) = (self.console.clone(), self.global.verbose > 0);
        options.observer(move |event| observe(&console, verbose, event))
    }

    /// The amount of detail that `-v` shows of requests and responses.
    fn detail(&self) -> Option<Detail> {
        match self.global.verbose {
            0 => None,
            1 => Some(Detail::Requests),
            2 => Some(Detail::Headers),
            _ => Some(Detail::Bodies),
        }
    }

    /// With `-v`: prints the account, and where each of its settings was read.
    fn describe_connection(&self) {
        if self.global.verbose == 0 {
            return;
        }
        let Account { provider, profile, base_url, origin } = self.account();
        let title = provider.map(Provider::title).unwrap_or_default();
        let profile = profile.map(|profile| format!(", profile {profile:?}")).unwrap_or_default();
        self.console.line(&format!("connection: {title}{profile}"));
        self.console.line(&format!("  base URL {base_url} from {}", origin.base_url));
        self.console.line(&format!("  credentials from {}", origin.credentials));
    }

    /// Signs this connection out when the command ends.
    pub(crate) fn sign_out_at_end(&self, client: &Client) {
        self.signed_in.lock().unwrap_or_else(PoisonError::into_inner).push(client.clone());
    }

    /// Revokes the tokens that were obtained. Failures are ignored: tokens expire.
    pub(crate) async fn sign_out(&self) {
        let signed_in = std::mem::take(&mut *self.signed_in.lock().unwrap_or_else(PoisonError::into_inner));
        let sign_out = |client: Client| async move {
            if let Ok(Err(error)) = tokio::time::timeout(SIGN_OUT, client.sign_out()).await {
                tracing::debug!(%error, "the token was not revoked");
            }
        };
        futures_util::future::join_all(signed_in.into_iter().map(sign_out)).await;
    }

    fn subject(&self) -> MutexGuard<'_, Option<Subject>> {
        self.subject.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on, a failure is also printed as data about this subject.
    pub(crate) fn begin(&self, subject: Subject) {
        *self.subject() = Some(subject);
    }

    /// Updates the subject from a ticket.
    pub(crate) fn update_subject(&self, ticket: &Ticket) {
        if let Some(subject) = self.subject().as_mut() {
            subject.update(ticket);
        }
    }

    /// Adds warnings to the report of a failure.
    pub(crate) fn warned(&self, warnings: &[Warning]) {
        if let Some(subject) = self.subject().as_mut() {
            subject.warnings.extend(warnings.iter().map(|warning| warning.text.clone()));
        }
    }

    /// The subject of the command, if it changes something.
    pub(crate) fn take_subject(&self) -> Option<Subject> {
        self.subject().take()
    }

    /// Records the account of a connection.
    pub(crate) fn connected(&self, client: &Client) {
        let mut account = self.account.lock().unwrap_or_else(PoisonError::into_inner);
        account.provider = Some(client.provider());
        account.profile = client.account_name().map(str::to_owned);
        account.base_url = client.base_url().to_string();
        drop(account);
        self.describe_connection();
    }

    /// Records where the settings of the account were read.
    pub(crate) fn settings_from(&self, origin: Origin) {
        self.account.lock().unwrap_or_else(PoisonError::into_inner).origin = origin;
    }

    /// The setting that may have caused a failure, and where it was read.
    fn suspected_setting(&self, failure: &Failure) -> Option<String> {
        let Failure::Call(error) = failure else { return None };
        let Account { base_url, origin, .. } = self.account();
        match error.kind() {
            ErrorKind::Unauthorized if error.attempts() > 0 && !origin.credentials.is_empty() => {
                Some(format!("the credentials are from {}", origin.credentials))
            }
            ErrorKind::Unavailable | ErrorKind::Transport
                if error.attempts() > 0 && error.status().is_none() && !origin.base_url.is_empty() =>
            {
                Some(format!("the base URL is {base_url} from {}", origin.base_url))
            }
            _ => None,
        }
    }

    /// The account of the command, as far as it is known.
    pub(crate) fn account(&self) -> Account {
        self.account.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reports a failure, and how to resume an operation that may have been started.
    pub(crate) fn fail(&self, failure: &Failure) {
        self.console.failure(failure);
        if let Some(setting) = self.suspected_setting(failure) {
            self.console.line(&format!("  {setting}"));
        }
        if let Some(handle) = failure.handle() {
            self.print_resume_hint(handle);
            if let (Exit::Unknown, Some(entry)) = (failure.exit(), Operations::entry(handle)) {
                let forget = self.command(&entry, "forget");
                self.console.line(&format!("after checking, stop tracking it with: {forget}"));
            }
        }
    }

    /// Prints the command that resumes an operation, or its handle if the operation is not recorded.
    pub(crate) fn print_resume_hint(&self, handle: &Handle) {
        let entry = Operations::entry(handle);
        if let Some(entry) = &entry {
            self.console.line(&format!("resume with: {}", self.command(entry, "wait")));
        }
        if entry.is_none() || self.global.verbose > 0 {
            self.console.line(&format!("handle: {handle}"));
        }
    }

    /// An `operations` command for a recorded operation, ready to be pasted.
    pub(crate) fn command(&self, entry: &Entry, verb: &str) -> String {
        hint::operations(self.global.config.as_deref(), entry.ticket.account_name.as_deref(), verb, &entry.key)
    }

    /// The time limit of a wait.
    pub(crate) fn wait_time(&self) -> Duration {
        self.deadline.map_or(WAIT, |deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// The requests that a dry run did not send, since the last call of this method.
    pub(crate) fn take_planned(&self) -> Vec<PlannedRequest> {
        std::mem::take(&mut *self.planned.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Prints the requests of a dry run to stdout.
    pub(crate) fn show_planned(&self, planned: &[PlannedRequest], several: bool) -> Result<(), Failure> {
        if !self.out.is_table() {
            return match (several, planned) {
                (false, [only]) => self.out.json(only),
                _ if self.out.format == super::output::Format::Jsonl => {
                    planned.iter().try_for_each(|request| self.out.json(request))
                }
                _ => self.out.json(&planned),
            };
        }
        for request in planned {
            let mut text = format!("{} {}\n", request.method, request.url);
            if let Some(body) = &request.body {
                text.push_str(&format!("{}\n", serde_json::to_string_pretty(body).unwrap_or_default()));
            }
            self.out.text(&super::text::safe_json(&text))?;
        }
        self.console.note("dry run: no changes were made");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use indicatif::ProgressBar;

    use super::*;

    /// On a terminal, a pause is explained in the progress line.
    #[test]
    fn the_progress_line_explains_pauses() {
        let console = Console::new(false);
        let bar = ProgressBar::hidden();
        console.set_progress_line(Some((&bar, "delete 200 snapshots")));
        observe(&console, false, &Event::Throttled { operation: "delete_snapshot" });
        assert_eq!(bar.message(), "waiting for the rate limit: delete 200 snapshots");
        let (what, reason) = ("create snapshot".to_owned(), "connection lost".to_owned());
        observe(&console, false, &Event::Search { what, reason, within: Duration::from_secs(60) });
        let message = "connection lost; searching for its effect for up to 1 min 0 s: delete 200 snapshots";
        assert_eq!(bar.message(), message);
    }
}
