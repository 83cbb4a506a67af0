//! Everything that is written to stderr: messages, warnings, errors; and whether it is a terminal.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use indicatif::ProgressBar;

use super::failure::Failure;
use super::mask;
use super::terminal::{colours, width_of_stderr};
use super::text::{safe, wrapped};

/// Messages for the user, never for a program that reads stdout.
#[derive(Clone, Debug)]
pub(crate) struct Console {
    quiet: bool,
    terminal: bool,
    colour: bool,
    /// The progress line that is currently shown.
    progress: Arc<Mutex<Option<Shown>>>,
    /// Pauses are shown only in the progress line.
    brief: Arc<AtomicBool>,
}

/// A progress line and its text.
#[derive(Clone, Debug)]
struct Shown {
    bar: ProgressBar,
    what: String,
}

/// Lines that start like this are pasted into a shell or searched for, so they are not wrapped.
const NOT_WRAPPED: [&str; 7] = [
    "resume with: ",
    "after checking, stop tracking it with: ",
    "show the result again with: ",
    "handle: ",
    "wait for all with: ",
    "> ",
    "< ",
];

/// Masks secrets and makes the text safe for a terminal.
pub(crate) fn clean(text: &str) -> String {
    safe(&mask::text(text))
}

impl Console {
    pub(crate) fn new(quiet: bool) -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self { quiet, terminal, colour: terminal && colours(), progress: Arc::default(), brief: Arc::default() }
    }

    /// From now on, pauses do not get their own lines: a command for many machines reports one line per problem.
    pub(crate) fn be_brief(&self) {
        self.brief.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// A message that `-q` suppresses.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// A warning that requires no action: `-q` suppresses it.
    pub(crate) fn inform(&self, text: &str) {
        if !self.quiet {
            self.warn(text);
        }
    }

    /// A warning, also with `-q`.
    pub(crate) fn warn(&self, text: &str) {
        self.write(&format!("{} {}", self.paint("33", "warning:"), clean(text)));
    }

    /// A failure, also with `-q`.
    pub(crate) fn failure(&self, failure: &Failure) {
        for line in failure.lines() {
            match line.strip_prefix("error: ") {
                Some(rest) => self.write(&format!("{} {}", self.paint("1;31", "error:"), clean(rest))),
                None => self.line(&line),
            }
        }
    }

    /// One line, made safe for a terminal: it may contain names that come from a server.
    pub(crate) fn line(&self, text: &str) {
        self.write(&clean(text));
    }

    fn shown(&self) -> MutexGuard<'_, Option<Shown>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the progress line that is shown; `None` if there is none any more.
    pub(crate) fn set_progress_line(&self, progress: Option<(&ProgressBar, &str)>) {
        *self.shown() = progress.map(|(bar, what)| Shown { bar: bar.clone(), what: what.to_owned() });
    }

    /// Explains a long pause: in the progress line if there is one, else in its own line.
    pub(crate) fn pause(&self, about: &str, why: &str) {
        if !self.progress(why) && !self.brief.load(Ordering::Relaxed) {
            self.note(&format!("{about}: {why}"));
        }
    }

    /// Shows a text in the progress line; false if there is none.
    pub(crate) fn progress(&self, why: &str) -> bool {
        let shown = self.shown().clone();
        if let Some(Shown { bar, what }) = &shown {
            bar.set_message(format!("{}: {what}", clean(why)));
        }
        shown.is_some()
    }

    /// Writes a line, wrapped between words, without mixing it with the progress line.
    fn write(&self, text: &str) {
        let is_whole = NOT_WRAPPED.iter().any(|start| text.starts_with(start));
        let text = match width_of_stderr().filter(|_| self.terminal && !is_whole) {
            Some(width) => wrapped(text, usize::from(width)),
            None => text.to_owned(),
        };
        // If stderr is closed, nobody reads it.
        let write = || drop(writeln!(std::io::stderr().lock(), "{text}"));
        let shown = self.shown().clone();
        match shown {
            Some(Shown { bar, .. }) => bar.suspend(write),
            None => write(),
        }
    }

    /// A prompt: text without a line end.
    pub(crate) fn prompt(&self, text: &str) {
        let text = match width_of_stderr() {
            // The typed text follows on the last line.
            Some(width) => wrapped(&clean(text), usize::from(width)),
            None => clean(text),
        };
        let mut stderr = std::io::stderr().lock();
        let _ = write!(stderr, "{text}");
        let _ = stderr.flush();
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
