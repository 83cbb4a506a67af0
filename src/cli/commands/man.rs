//! `man DIR`: the man pages of all commands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

#[derive(Debug, Args)]
#[command(after_help = "Example: cloudsnap man ~/.local/share/man/man1")]
pub(crate) struct Arguments {
    /// The directory to write the pages to; it is created if it does not exist
    #[arg(value_name = "DIR")]
    directory: PathBuf,
}

pub(crate) fn run(context: &Context, arguments: &Arguments, parser: clap::Command) -> Result<Exit, Failure> {
    let failed = |why| Failure::Local(format!("cannot write man pages to {}: {why}", arguments.directory.display()));
    std::fs::create_dir_all(&arguments.directory).map_err(failed)?;
    clap_mangen::generate_to(parser.disable_help_subcommand(true), &arguments.directory).map_err(failed)?;
    context.console.note(&format!("man pages written to {}", arguments.directory.display()));
    Ok(Exit::Done)
}
