//! `completions`: a script for a shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::args::Cli;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

#[derive(Debug, Args)]
#[command(after_help = "Example: cloudsnap completions bash > ~/.local/share/bash-completion/completions/cloudsnap")]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    // Written to memory first: a closed pipe is no panic then.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "cloudsnap", &mut script);
    context.out.text(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
