//! The command line (feature `cli`): from arguments to an exit code.

mod account_lock;
mod advice;
mod args;
mod ask;
mod change;
mod commands;
mod complete;
mod connect;
mod console;
mod context;
mod exit;
mod failure;
mod hint;
mod ids;
mod interrupt;
mod listing;
mod log;
mod machines;
mod output;
mod pending;
mod plan;
mod progress;
mod prune;
mod safety;
mod several;
mod shapes;
mod shield;
mod state;
mod subject;
mod table;
mod text;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use tokio::sync::oneshot;
use tokio::time::Instant;

use args::Cli;
use console::{Console, colours};
use context::Context;
use exit::Exit;
use failure::Failure;
use interrupt::Interrupt;

/// Calls mind the deadline by themselves; this much later the command ends whatever hangs.
const GRACE: Duration = Duration::from_millis(500);

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    if let Some(exit) = complete::run() {
        return exit.into();
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return clap_message(&error).into(),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            Console::new(false).failure(&Failure::Local(format!("the runtime cannot start: {error}")));
            return Exit::Failed.into();
        }
    };
    let exit = runtime.block_on(run(cli));
    // A thread that still reads an answer from the terminal must not hold the process.
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
        let too_late = async {
            match deadline {
                Some(deadline) => tokio::time::sleep_until(deadline + GRACE).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            ended = command.ended() => Some(Ok(ended)),
            caught = interrupt.caught() => Some(Err(caught)),
            () = too_late => None,
        }
    };
    command.drop_it().await;
    ask::restore_terminal();
    context.sign_out().await;
    match ended {
        Some(Ok(Ok(exit))) => exit,
        // A prompt reads Ctrl-C as a character, and ends before the signal comes.
        Some(Ok(Err(Failure::Reported(Exit::Interrupted)))) => {
            console.line("interrupted");
            Exit::Interrupted
        }
        Some(Ok(Err(failure))) => {
            context.fail(&failure);
            failure.exit()
        }
        Some(Err((exit, reported))) => {
            // The terminal shows `^C` on the line that is there.
            if console.is_terminal() {
                console.line("");
            }
            console.line(reported);
            leave_handles(&context);
            exit
        }
        None => {
            console.line("error: the command did not end in its time");
            leave_handles(&context);
            Exit::Timeout
        }
    }
}

/// A command on a thread of its own: a terminal, a pipe or a file that blocks it holds up neither the deadline nor Ctrl-C.
struct Command {
    ended: oneshot::Receiver<Result<Exit, Failure>>,
    /// Dropped, it drops what the command is about.
    going: Option<oneshot::Sender<()>>,
    dropped: oneshot::Receiver<()>,
}

/// What is dropped clears its progress line. Who is blocked at that time cannot.
const DROPPING: Duration = Duration::from_millis(200);

impl Command {
    fn start(context: Arc<Context>, command: args::Command) -> Self {
        let (sender, ended) = oneshot::channel();
        let (going, stop) = oneshot::channel::<()>();
        let (gone, dropped) = oneshot::channel::<()>();
        let runtime = tokio::runtime::Handle::current();
        std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    ended = commands::run(&context, command) => drop(sender.send(ended)),
                    _ = stop => {}
                }
            });
            drop(gone);
        });
        Self { ended, going: Some(going), dropped }
    }

    async fn ended(&mut self) -> Result<Exit, Failure> {
        let broken = || Failure::Local("the command broke off".to_owned());
        (&mut self.ended).await.unwrap_or_else(|_| Err(broken()))
    }

    async fn drop_it(&mut self) {
        drop(self.going.take());
        let _ = tokio::time::timeout(DROPPING, &mut self.dropped).await;
    }
}

/// Says how to go on with what was under way.
fn leave_handles(context: &Context) {
    for handle in context.interrupt.handles() {
        let what = handle.describe().unwrap_or_default();
        context.console.line(&format!("{what}: it may go on at the provider"));
        context.print_resume_hint(&handle);
    }
}

/// Help and versions go to stdout, mistakes to stderr; the code is 0 or 2.
fn clap_message(error: &clap::Error) -> Exit {
    let rendered = error.render();
    let to_stderr = error.use_stderr();
    let terminal = if to_stderr { std::io::stderr().is_terminal() } else { std::io::stdout().is_terminal() };
    let hostile = |text: OsString| text.to_string_lossy().chars().any(crate::text::is_unsafe);
    let text = match terminal && colours() && !std::env::args_os().any(hostile) {
        true => rendered.ansi().to_string(),
        // An argument may be a server's name, and clap repeats it.
        false => text::safe_lines(&rendered.to_string()),
    };
    let text = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let known = format!("Commands: {}", known_commands().join(", "));
            let width = table::width_of_stderr().map_or(usize::MAX, usize::from);
            format!("{text}\n{}\n", text::wrapped(&known, width))
        }
        _ => text,
    };
    // Whoever closed the stream does not want to read it.
    let _ = match to_stderr {
        true => std::io::stderr().lock().write_all(text.as_bytes()),
        false => std::io::stdout().lock().write_all(text.as_bytes()),
    };
    if to_stderr { Exit::Usage } else { Exit::Done }
}

/// The commands that could have stood where an unknown one was typed.
fn known_commands() -> Vec<String> {
    let mut command = Cli::command();
    for word in std::env::args_os().skip(1) {
        if let Some(next) = command.find_subcommand(word) {
            command = next.clone();
        }
    }
    let listed = command.get_subcommands().filter(|one| !one.is_hide_set()).map(|one| one.get_name().to_owned());
    listed.collect()
}
