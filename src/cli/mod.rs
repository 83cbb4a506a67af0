//! The command line (feature `cli`): from arguments to an exit code.

mod account_lock;
mod advice;
mod args;
mod ask;
mod change;
mod columns;
mod commands;
mod complete;
mod connect;
mod console;
mod context;
mod ended;
mod exit;
mod failure;
mod failure_report;
mod global;
mod hint;
mod ids;
mod interrupt;
mod listing;
mod log;
mod machines;
mod mask;
mod output;
mod pending;
mod plan;
mod progress;
mod prune;
mod safety;
mod several;
mod shapes;
mod state;
mod subject;
mod table;
mod terminal;
mod text;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use clap::error::ErrorKind;
use tokio::sync::oneshot;
use tokio::time::Instant;

use args::Cli;
use console::Console;
use context::Context;
use exit::Exit;
use failure::Failure;
use interrupt::Interrupt;
use terminal::{colours, width_of_stderr};

/// Requests observe the deadline themselves; this much later the command exits even if something hangs.
const GRACE: Duration = Duration::from_millis(500);

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    if let Some(exit) = complete::run(args::parser) {
        return exit.into();
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return clap_message(&error).into(),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            Console::new(false).failure(&Failure::Local(format!("cannot start the async runtime: {error}")));
            return Exit::Failed.into();
        }
    };
    let exit = runtime.block_on(run(cli));
    // A thread that is still reading from the terminal must not keep the process alive.
    runtime.shutdown_background();
    exit.into()
}

async fn run(cli: Cli) -> Exit {
    let started = Instant::now();
    log::start(cli.global.verbose);
    let deadline = cli.global.timeout.map(|timeout| started + timeout);
    let interrupt = Arc::new(Interrupt::default());
    let console = Console::new(cli.global.quiet);
    let context = Arc::new(Context::new(cli.global, Arc::clone(&interrupt), deadline));
    let mut command = Command::start(Arc::clone(&context), cli.command);
    let ended = {
        let deadline_passed = async {
            match deadline {
                Some(deadline) => tokio::time::sleep_until(deadline + GRACE).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            ended = command.ended() => Some(Ok(ended)),
            caught = interrupt.caught() => Some(Err(caught)),
            () = deadline_passed => None,
        }
    };
    command.cancel().await;
    ask::restore_terminal();
    context.sign_out().await;
    match ended {
        Some(Ok(Ok(exit))) => exit,
        // A prompt reads Ctrl-C as a character and returns before the signal arrives.
        Some(Ok(Err(Failure::Reported(Exit::Interrupted)))) => {
            console.line("interrupted");
            Exit::Interrupted
        }
        Some(Ok(Err(failure))) => {
            context.fail(&failure);
            failure.exit()
        }
        Some(Err((exit, reported))) => {
            // The terminal has printed `^C` on the current line.
            if console.is_terminal() {
                console.line("");
            }
            console.line(reported);
            print_resume_hints(&context);
            exit
        }
        None => {
            console.line("error: timed out");
            print_resume_hints(&context);
            Exit::Timeout
        }
    }
}

/// A command on its own thread: a terminal, pipe or file that blocks it delays neither the deadline nor Ctrl-C.
struct Command {
    ended: oneshot::Receiver<Result<Exit, Failure>>,
    /// Dropping this cancels the command.
    cancel: Option<oneshot::Sender<()>>,
    cancelled: oneshot::Receiver<()>,
}

/// Time for a cancelled command to clear its progress line, which a blocked thread cannot do.
const CLEANUP_TIME: Duration = Duration::from_millis(200);

impl Command {
    fn start(context: Arc<Context>, command: args::Command) -> Self {
        let (sender, ended) = oneshot::channel();
        let (cancel, stop) = oneshot::channel::<()>();
        let (finished, cancelled) = oneshot::channel::<()>();
        let runtime = tokio::runtime::Handle::current();
        std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    ended = commands::run(&context, command) => drop(sender.send(ended)),
                    _ = stop => {}
                }
            });
            drop(finished);
        });
        Self { ended, cancel: Some(cancel), cancelled }
    }

    async fn ended(&mut self) -> Result<Exit, Failure> {
        let aborted = || Failure::Local("the command stopped unexpectedly".to_owned());
        (&mut self.ended).await.unwrap_or_else(|_| Err(aborted()))
    }

    async fn cancel(&mut self) {
        drop(self.cancel.take());
        let _ = tokio::time::timeout(CLEANUP_TIME, &mut self.cancelled).await;
    }
}

/// Prints how to resume the operations that were running.
fn print_resume_hints(context: &Context) {
    for handle in context.interrupt.handles() {
        let what = handle.describe().unwrap_or_default();
        context.console.line(&format!("{what}: it may continue at the provider"));
        context.print_resume_hint(&handle);
    }
}

/// Prints help and versions to stdout and usage errors to stderr; the exit code is 0 or 2.
fn clap_message(error: &clap::Error) -> Exit {
    let rendered = error.render();
    let to_stderr = error.use_stderr();
    let terminal = if to_stderr { std::io::stderr().is_terminal() } else { std::io::stdout().is_terminal() };
    let has_unsafe = |text: OsString| text.to_string_lossy().chars().any(crate::text::is_unsafe);
    let text = match terminal && colours() && !std::env::args_os().any(has_unsafe) {
        true => rendered.ansi().to_string(),
        // clap repeats arguments, which may be names that come from a server.
        false => text::safe_lines(&rendered.to_string()),
    };
    let text = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let known = format!("Commands: {}", known_commands().join(", "));
            let width = width_of_stderr().map_or(usize::MAX, usize::from);
            format!("{text}\n{}\n", text::wrapped(&known, width))
        }
        _ => text,
    };
    // A closed stream means that nobody wants the text.
    let _ = match to_stderr {
        true => std::io::stderr().lock().write_all(text.as_bytes()),
        false => std::io::stdout().lock().write_all(text.as_bytes()),
    };
    if to_stderr { Exit::Usage } else { Exit::Done }
}

/// The valid commands at the place of the unknown one.
fn known_commands() -> Vec<String> {
    let mut command = args::parser();
    for argument in std::env::args_os().skip(1) {
        if let Some(next) = command.find_subcommand(argument) {
            command = next.clone();
        }
    }
    let listed = command.get_subcommands().filter(|one| !one.is_hide_set()).map(|one| one.get_name().to_owned());
    listed.collect()
}
