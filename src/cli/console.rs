//! Everything that goes to stderr: messages, warnings, errors; and whether it is a terminal.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use indicatif::ProgressBar;

use super::failure::Failure;
use super::shield;
use super::table::width_of_stderr;
use super::text::{safe, wrapped};

/// Speaks to the person, never to the program that reads stdout.
#[derive(Clone, Debug)]
pub(crate) struct Console {
    quiet: bool,
    terminal: bool,
    colour: bool,
    /// The progress line that is shown now.
    progress: Arc<Mutex<Option<Shown>>>,
    /// Pauses are shown in the progress line only.
    brief: Arc<AtomicBool>,
}

/// A progress line, and what it is about.
#[derive(Clone, Debug)]
struct Shown {
    bar: ProgressBar,
    what: String,
}

/// Lines that are pasted into a shell or searched as they are: wrapping would break them.
const PASTED: [&str; 6] = ["resume with: ", "once you have looked: ", "handle: ", "wait for all with: ", "> ", "< "];

/// Colours are wanted: `NO_COLOR` is not set, and the terminal can show them.
pub(crate) fn colours() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Without secrets, and safe on a terminal.
pub(crate) fn clean(text: &str) -> String {
    safe(&shield::mask_text(text))
}

impl Console {
    pub(crate) fn new(quiet: bool) -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self { quiet, terminal, colour: terminal && colours(), progress: Arc::default(), brief: Arc::default() }
    }

    /// From now on, pauses get no lines of their own: a command for many machines reports one line per problem.
    pub(crate) fn be_brief(&self) {
        self.brief.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// A message that `-q` leaves out.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// A warning that informs, and asks nothing of anybody: `-q` leaves it out.
    pub(crate) fn inform(&self, text: &str) {
        if !self.quiet {
            self.warn(text);
        }
    }

    /// A warning: also under `-q`.
    pub(crate) fn warn(&self, text: &str) {
        self.write(&format!("{} {}", self.paint("33", "warning:"), clean(text)));
    }

    /// A failure: also under `-q`.
    pub(crate) fn failure(&self, failure: &Failure) {
        for line in failure.lines() {
            match line.strip_prefix("error: ") {
                Some(rest) => self.write(&format!("{} {}", self.paint("1;31", "error:"), clean(rest))),
                None => self.line(&line),
            }
        }
    }

    /// One line. Whatever a server called its objects, it is safe on a terminal.
    pub(crate) fn line(&self, text: &str) {
        self.write(&clean(text));
    }

    fn shown(&self) -> MutexGuard<'_, Option<Shown>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on this progress line is shown; `None`: none any more.
    pub(crate) fn shows(&self, progress: Option<(&ProgressBar, &str)>) {
        *self.shown() = progress.map(|(bar, what)| Shown { bar: bar.clone(), what: what.to_owned() });
    }

    /// Says why nothing happens for a while: in the progress line where there is one, else in a line of its own.
    pub(crate) fn pause(&self, about: &str, why: &str) {
        if !self.progress(why) && !self.brief.load(Ordering::Relaxed) {
            self.note(&format!("{about}: {why}"));
        }
    }

    /// Says it in the progress line; false if there is none.
    pub(crate) fn progress(&self, why: &str) -> bool {
        let shown = self.shown().clone();
        if let Some(Shown { bar, what }) = &shown {
            bar.set_message(format!("{}: {what}", clean(why)));
        }
        shown.is_some()
    }

    /// A line is not broken by the progress line, nor in the middle of a word.
    fn write(&self, text: &str) {
        let pasted = PASTED.iter().any(|start| text.starts_with(start));
        let text = match width_of_stderr().filter(|_| self.terminal && !pasted) {
            Some(width) => wrapped(text, usize::from(width)),
            None => text.to_owned(),
        };
        // Where stderr is closed there is nobody to tell.
        let write = || drop(writeln!(std::io::stderr().lock(), "{text}"));
        let shown = self.shown().clone();
        match shown {
            Some(Shown { bar, .. }) => bar.suspend(write),
            None => write(),
        }
    }

    /// Text without an end of line: a prompt.
    pub(crate) fn prompt(&self, text: &str) {
        let text = match width_of_stderr() {
            // What is typed follows on the last line.
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
