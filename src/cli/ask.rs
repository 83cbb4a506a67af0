//! Confirmation and password prompts, only on a terminal.

use std::io::IsTerminal;
#[cfg(unix)]
use std::sync::{Mutex, PoisonError};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::text::safe;
use crate::secret::Secret;

/// Fails if a confirmation is required and there is no terminal to ask on. Called before anything is sent.
pub(crate) fn require_terminal(context: &Context) -> Result<(), Failure> {
    if context.global.yes || context.global.dry_run || std::io::stdin().is_terminal() {
        return Ok(());
    }
    let why = "confirmation required, but stdin is not a terminal; nothing was sent";
    Err(Failure::usage_with(why, "pass `--yes` to confirm, or preview with `--dry-run`"))
}

/// Asks for a yes. `lines` list the affected objects and what will be lost.
pub(crate) async fn confirm(context: &Context, lines: &[String], question: &str) -> Result<(), Failure> {
    confirm_if(context, lines, &format!("{question} [y/N] "), |answer| {
        matches!(answer.to_ascii_lowercase().as_str(), "y" | "yes")
    })
    .await
}

/// Asks the user to type the name of the object that will be overwritten, which is safer than a yes.
pub(crate) async fn confirm_by_name(context: &Context, lines: &[String], name: &str) -> Result<(), Failure> {
    confirm_if(context, lines, &format!("Type {name} to confirm: "), |answer| answer == name.trim()).await
}

async fn confirm_if(
    context: &Context,
    lines: &[String],
    question: &str,
    confirms: impl FnOnce(&str) -> bool,
) -> Result<(), Failure> {
    if context.global.yes || context.global.dry_run {
        return Ok(());
    }
    require_terminal(context)?;
    for line in lines {
        context.console.line(line);
    }
    // Input typed before the question was shown does not count.
    discard_typed_ahead();
    context.console.prompt(question);
    // Reading blocks; on its own thread it can still be interrupted.
    let read = tokio::task::spawn_blocking(|| {
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer).map(|_| answer)
    });
    let answer = read.await.map_err(|error| Failure::Local(error.to_string()))?.unwrap_or_default();
    if !answer.ends_with('\n') {
        // The input ended without a line end: continue on a new line.
        context.console.line("");
    }
    if confirms(answer.trim()) { Ok(()) } else { Err(Failure::usage("aborted; nothing was changed")) }
}

/// Discards pending terminal input.
fn discard_typed_ahead() {
    // Fails only without a terminal, where no question is asked.
    #[cfg(unix)]
    let _ = rustix::termios::tcflush(std::io::stdin(), rustix::termios::QueueSelector::IFlush);
}

/// Whether a password prompt is possible.
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal()
}

/// Asks for a password on the terminal, without showing it.
pub(crate) fn password(prompt: &str) -> Result<Secret, Failure> {
    if !can_ask() {
        return Err(Failure::usage("cannot ask for a password: stdin is not a terminal"));
    }
    save_terminal();
    let read = rpassword::prompt_password(safe(prompt));
    restore_terminal();
    read.map(Secret::new).map_err(|why| match why.kind() {
        // The prompt reads Ctrl-C as a character.
        std::io::ErrorKind::Interrupted => Failure::Reported(Exit::Interrupted),
        _ => Failure::Local(format!("cannot read the password: {why}")),
    })
}

/// The terminal's settings before its echo was disabled.
#[cfg(unix)]
static SAVED: Mutex<Option<rustix::termios::Termios>> = Mutex::new(None);

fn save_terminal() {
    #[cfg(unix)]
    {
        *SAVED.lock().unwrap_or_else(PoisonError::into_inner) = rustix::termios::tcgetattr(std::io::stdin()).ok();
    }
}

/// Restores the terminal's echo. A prompt that is abandoned because of a deadline or Ctrl-C cannot do that itself.
pub(crate) fn restore_terminal() {
    #[cfg(unix)]
    if let Some(saved) = SAVED.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // Fails only if the terminal is gone.
        let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, &saved);
    }
}
