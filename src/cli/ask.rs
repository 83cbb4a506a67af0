//! Questions before something is lost, and passwords: only ever on a terminal.

use std::io::IsTerminal;
#[cfg(unix)]
use std::sync::{Mutex, PoisonError};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::text::safe;
use crate::secret::Secret;

/// Refuses a command that must ask and cannot. Before anything is sent.
pub(crate) fn must_be_possible(context: &Context) -> Result<(), Failure> {
    if context.global.yes || context.global.dry_run || std::io::stdin().is_terminal() {
        return Ok(());
    }
    let why = "confirmation required, but stdin is not a terminal; nothing was sent";
    Err(Failure::usage_with(why, "pass --yes to confirm, or preview with --dry-run"))
}

/// Asks. `lines` name the objects and what will be lost.
pub(crate) async fn confirm(context: &Context, lines: &[String], question: &str) -> Result<(), Failure> {
    confirm_if(context, lines, &format!("{question} [y/N] "), |answer| {
        matches!(answer.to_ascii_lowercase().as_str(), "y" | "yes")
    })
    .await
}

/// Asks for the name of what will be overwritten: a yes is typed too easily.
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
    must_be_possible(context)?;
    for line in lines {
        context.console.line(line);
    }
    // What was typed before the question was there to be read confirms nothing.
    drop_typed_ahead();
    context.console.prompt(question);
    // Reading blocks; on a thread of its own it stays possible to be interrupted.
    let read = tokio::task::spawn_blocking(|| {
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer).map(|_| answer)
    });
    let answer = read.await.map_err(|error| Failure::Local(error.to_string()))?.unwrap_or_default();
    if !answer.ends_with('\n') {
        // The input ended: the next line of the terminal is still to come.
        context.console.line("");
    }
    if confirms(answer.trim()) { Ok(()) } else { Err(Failure::usage("not confirmed; nothing was changed")) }
}

/// Drops what is waiting in the terminal's input.
fn drop_typed_ahead() {
    // Where it fails there is no terminal, and nobody is asked.
    #[cfg(unix)]
    let _ = rustix::termios::tcflush(std::io::stdin(), rustix::termios::QueueSelector::IFlush);
}

/// A password can be asked for.
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal()
}

/// Asks for a password on the terminal, without showing it.
pub(crate) fn password(prompt: &str) -> Result<Secret, Failure> {
    if !can_ask() {
        return Err(Failure::usage("cannot ask for a password: stdin is not a terminal"));
    }
    remember_terminal();
    let read = rpassword::prompt_password(safe(prompt));
    restore_terminal();
    read.map(Secret::new).map_err(|why| match why.kind() {
        // The prompt reads Ctrl-C as a character.
        std::io::ErrorKind::Interrupted => Failure::Reported(Exit::Interrupted),
        _ => Failure::Local(format!("the password cannot be read: {why}")),
    })
}

/// How the terminal was set before it stopped showing what is typed.
#[cfg(unix)]
static BEFORE: Mutex<Option<rustix::termios::Termios>> = Mutex::new(None);

fn remember_terminal() {
    #[cfg(unix)]
    {
        *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = rustix::termios::tcgetattr(std::io::stdin()).ok();
    }
}

/// Lets the terminal show again what is typed. A prompt that is left behind, by a deadline or Ctrl-C, cannot do that itself.
pub(crate) fn restore_terminal() {
    #[cfg(unix)]
    if let Some(before) = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // Where it fails the terminal is gone.
        let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, &before);
    }
}
