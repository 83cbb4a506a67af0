//! Everything that goes to stderr: messages, warnings, errors; and whether it is a terminal.

use std::io::{IsTerminal, Write};

use super::failure::Failure;
use super::shield;
use super::text::safe;

/// Speaks to the person, never to the program that reads stdout.
#[derive(Clone, Debug)]
pub(crate) struct Console {
    quiet: bool,
    terminal: bool,
    colour: bool,
}

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
        Self { quiet, terminal, colour: terminal && colours() }
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

    fn write(&self, text: &str) {
        // Where stderr is closed there is nobody to tell.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Text without an end of line: a prompt.
    pub(crate) fn prompt(&self, text: &str) {
        let mut stderr = std::io::stderr().lock();
        let _ = write!(stderr, "{}", clean(text));
        let _ = stderr.flush();
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
