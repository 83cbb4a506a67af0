//! `completions`: a shell script that asks this program for completions.

use clap::{Args, ValueEnum};
use clap_complete::env::Shells;

use crate::cli::complete::VARIABLE;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

const AFTER: &str = "\
The script asks cloudsnap for completions: profiles, columns, pending operations, and the machines and snapshots of the \
account selected on the command line. To install it:

  bash        echo 'source <(cloudsnap completions bash)' >> ~/.bashrc
  zsh         echo 'source <(cloudsnap completions zsh)' >> ~/.zshrc    (after compinit)
  fish        echo 'cloudsnap completions fish | source' >> ~/.config/fish/config.fish

Example: cloudsnap completions bash";

#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// The supported shells.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

impl Shell {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Elvish => "elvish",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Zsh => "zsh",
        }
    }
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let name = arguments.shell.name();
    let unknown = || Failure::Local(format!("no completion script is available for {name}"));
    // Written to memory first, because the generator panics on a closed pipe.
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell = shells.completer(name).ok_or_else(unknown)?;
    shell.write_registration(VARIABLE, "cloudsnap", "cloudsnap", "cloudsnap", &mut script)?;
    context.out.text(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
