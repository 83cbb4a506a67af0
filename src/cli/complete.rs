//! Completions that know what there is: profiles, columns, pending operations, machines, snapshots.
//!
//! A shell runs this program with [`VARIABLE`] set and the words that were typed. Machines and snapshots are asked for by running
//! this program once more, with the account that the words name: the same command line, limits and secrets.

use std::ffi::{OsStr, OsString};
use std::process::{Command, Stdio};

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::args::Cli;
use super::commands;
use super::exit::Exit;
use super::state::Operations;
use super::text::safe;
use crate::config;
use crate::spec::Provider;

/// Set by the shell's script: completions are asked for.
pub(crate) const VARIABLE: &str = "CLOUDSNAP_COMPLETE";

/// Completes, if that is what the process was started for.
pub(crate) fn run() -> Option<Exit> {
    let folder = std::env::current_dir().ok();
    let complete = CompleteEnv::with_factory(Cli::command).var(VARIABLE).bin("cloudsnap").completer("cloudsnap");
    match complete.try_complete(std::env::args_os(), folder.as_deref()) {
        Ok(false) => None,
        Ok(true) => Some(Exit::Done),
        Err(_) => Some(Exit::Failed),
    }
}

/// The words that were typed so far, without the program's own name.
fn words() -> Vec<String> {
    let arguments = std::env::args_os().skip_while(|word| word != "--").skip(2);
    arguments.map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The value of an option among the words: `--profile hs`, `--profile=hs`.
fn option(words: &[String], name: &str) -> Option<String> {
    let at = words
        .iter()
        .position(|word| word == name || word.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')))?;
    match words[at].split_once('=') {
        Some((_, value)) => Some(value.to_owned()),
        None => words.get(at + 1).cloned(),
    }
}

/// Something that may stand there, and what is said of it.
struct Choice {
    value: String,
    help: String,
}

impl Choice {
    fn new(value: impl Into<String>, help: impl Into<String>) -> Self {
        Self { value: value.into(), help: help.into() }
    }

    /// A shell takes it as one word, unquoted.
    fn is_plain(&self) -> bool {
        let plain = |c: char| c.is_alphanumeric() || "-_./:@%+=".contains(c);
        !self.value.is_empty() && self.value.chars().all(plain)
    }
}

fn completer(choices: impl Fn(&[String]) -> Vec<Choice> + Send + Sync + 'static) -> ArgValueCompleter {
    ArgValueCompleter::new(move |current: &OsStr| {
        let current = current.to_string_lossy();
        let fitting = choices(&words()).into_iter().filter(|it| it.value.starts_with(&*current) && it.is_plain());
        fitting
            .map(|it| {
                let help = (!it.help.is_empty()).then(|| safe(&it.help).into());
                CompletionCandidate::new(it.value).help(help)
            })
            .collect()
    })
}

/// The profiles of the configuration file.
pub(crate) fn profiles() -> ArgValueCompleter {
    completer(|words| {
        let file = option(words, "--config").map(OsString::from);
        let environment = |name: &str| match (&file, name) {
            (Some(file), "CLOUDSNAP_CONFIG") => Some(file.clone()),
            _ => config::process_environment(name),
        };
        let listed = config::list_profiles(&environment).map(|profiles| profiles.names).unwrap_or_default();
        listed.into_iter().map(|name| Choice::new(name, "")).collect()
    })
}

/// The columns of the command that was typed.
pub(crate) fn columns() -> ArgValueCompleter {
    completer(|words| {
        let typed: Vec<&str> = words.iter().map(String::as_str).collect();
        commands::columns(&typed).into_iter().map(|name| Choice::new(name, "")).collect()
    })
}

/// The pending operations.
pub(crate) fn operations() -> ArgValueCompleter {
    completer(|_| {
        let listed = Operations::open().and_then(|store| store.list()).map(|(kept, _)| kept).unwrap_or_default();
        listed.into_iter().map(|entry| Choice::new(entry.key, entry.ticket.to_string())).collect()
    })
}

/// The commands that have a schema, word by word.
pub(crate) fn schemas() -> ArgValueCompleter {
    completer(|words| {
        let known = commands::schema::all();
        // The word that is being typed is the last; those before it are settled.
        let after = words.iter().skip_while(|word| *word != "schema").skip(1).collect::<Vec<_>>();
        let settled = after.len().saturating_sub(1);
        let begins = |command: &[&str]| command.iter().zip(&after[..settled]).all(|(known, typed)| *known == **typed);
        let mut next: Vec<String> = Vec::new();
        for (command, _) in &known {
            let command: Vec<&str> = command.split(' ').collect();
            if let Some(word) = command.get(settled).filter(|_| begins(&command))
                && !next.iter().any(|known| known == word)
            {
                next.push((*word).to_owned());
            }
        }
        next.into_iter().map(|word| Choice::new(word, "")).collect()
    })
}

/// The operations of the document of `--provider`.
pub(crate) fn document_operations() -> ArgValueCompleter {
    completer(|words| {
        let provider = option(words, "--provider").and_then(|name| name.parse::<Provider>().ok());
        let of = |provider: &Provider| crate::spec::operations(*provider);
        let operations = provider.iter().flat_map(of).map(|operation| Choice::new(operation.id, operation.summary));
        operations.collect()
    })
}

/// The machines of the account: names, and ids where a name says nothing or ids are being typed.
pub(crate) fn machines() -> ArgValueCompleter {
    completer(|words| {
        let rows = asked(words, &["vms", "list"], "id,name");
        // Whoever cannot list machines knows those of the snapshots.
        let rows = if rows.is_empty() { asked(words, &["snapshots", "list"], "vm,vm_name") } else { rows };
        let name = |row: &Vec<String>| row.get(1).cloned().unwrap_or_default();
        let mut choices: Vec<Choice> = Vec::new();
        for row in &rows {
            let (id, name) = (row[0].clone(), name(row));
            let is_alone = rows.iter().filter(|other| other.get(1) == row.get(1) && other[0] != id).count() == 0;
            let about = Choice::new(name.clone(), id.clone());
            if is_alone && about.is_plain() && !choices.iter().any(|known| known.value == about.value) {
                choices.push(about);
            }
            if !id.is_empty() && !choices.iter().any(|known| known.value == id) {
                choices.push(Choice::new(id, name));
            }
        }
        choices
    })
}

/// The snapshots of the account, or of the machine that was named.
pub(crate) fn snapshots() -> ArgValueCompleter {
    completer(|words| {
        let mut command = vec!["snapshots".to_owned(), "list".to_owned()];
        if let Some(vm) = option(words, "--vm").filter(|vm| !vm.is_empty()) {
            command.extend(["--vm".to_owned(), vm]);
        }
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        let rows = asked(words, &command, "id,name,vm,created");
        rows.into_iter().map(|row| Choice::new(row[0].clone(), row[1..].join("  "))).collect()
    })
}

/// What a list of this program prints for the account that the words name. Where it fails there is nothing to complete.
fn asked(words: &[String], command: &[&str], columns: &str) -> Vec<Vec<String>> {
    let Ok(program) = std::env::current_exe() else { return Vec::new() };
    let mut list = Command::new(program);
    list.args(["-q", "--timeout", "5s", "-o", "value", "--columns", columns]);
    for name in ["--config", "--profile", "--provider"] {
        if let Some(value) = option(words, name) {
            list.args([name, &value]);
        }
    }
    if words.iter().any(|word| word == "--sandbox") {
        list.arg("--sandbox");
    }
    let output = list.args(command).stdin(Stdio::null()).stderr(Stdio::null()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}
