//! Questions before something is lost, and passwords: only ever on a terminal.

use std::io::IsTerminal;

use super::context::Context;
use super::failure::Failure;
use super::text::safe;
use crate::secret::Secret;

/// Refuses a command that must ask and cannot. Before anything is sent.
pub(crate) fn must_be_possible(context: &Context) -> Result<(), Failure> {
    if context.global.yes || context.global.dry_run || std::io::stdin().is_terminal() {
        return Ok(());
    }
    let why = "this must be confirmed, and there is no terminal to ask on; nothing was sent";
    Err(Failure::usage_with(why, "say --yes if it is meant, or look first with --dry-run"))
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
    if confirms(answer.trim()) { Ok(()) } else { Err(Failure::usage("not confirmed: nothing was changed")) }
}

/// Drops what is waiting in the terminal's input.
fn drop_typed_ahead() {
    // Where it fails there is no terminal, and nobody is asked.
    #[cfg(unix)]
    let _ = rustix::termios::tcflush(std::io::stdin(), rustix::termios::QueueSelector::IFlush);
}

/// Asks for a password on the terminal, without showing it.
pub(crate) fn password(prompt: &str) -> Result<Secret, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::usage("there is no terminal to ask for a password on"));
    }
    let read = rpassword::prompt_password(safe(prompt));
    read.map(Secret::new).map_err(|why| Failure::Local(format!("the password cannot be read: {why}")))
}
