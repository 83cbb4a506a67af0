//! Dynamic completions: profiles, columns, pending operations, machines, snapshots.
//!
//! A shell runs this program with [`VARIABLE`] set and the words typed so far. Machines and snapshots are listed by running this
//! program again for the account that the words select.

use std::ffi::{OsStr, OsString};
use std::process::{Command, Stdio};

use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::exit::Exit;
use super::state::Operations;
use super::text::safe;
use crate::config;
use crate::spec::Provider;

/// Set by the shell script to request completions.
pub(crate) const VARIABLE: &str = "CLOUDSNAP_COMPLETE";

/// Prints completions if the process was started for that.
pub(crate) fn run(parser: fn() -> clap::Command) -> Option<Exit> {
    let folder = std::env::current_dir().ok();
    let complete = CompleteEnv::with_factory(parser).var(VARIABLE).bin("cloudsnap").completer("cloudsnap");
    match complete.try_complete(std::env::args_os(), folder.as_deref()) {
        Ok(false) => None,
        Ok(true) => Some(Exit::Done),
        Err(_) => Some(Exit::Failed),
    }
}

/// The words typed so far, without the program's name.
fn words() -> Vec<String> {
    let arguments = std::env::args_os().skip_while(|word| word != "--").skip(2);
    arguments.map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The value of an option, from `--profile hs` or `--profile=hs`.
fn option(words: &[String], name: &str) -> Option<String> {
    let at = words
        .iter()
        .position(|word| word == name || word.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')))?;
    match words[at].split_once('=') {
        Some((_, value)) => Some(value.to_owned()),
        None => words.get(at + 1).cloned(),
    }
}

/// A possible value and its description.
struct Choice {
    value: String,
    help: String,
}

impl Choice {
    fn new(value: impl Into<String>, help: impl Into<String>) -> Self {
        Self { value: value.into(), help: help.into() }
    }

    /// Whether a shell takes it as one word without quotes.
    fn is_plain(&self) -> bool {
        let plain = |c: char| c.is_alphanumeric() || "-_./:@%+=".contains(c);
        !self.value.is_empty() && self.value.chars().all(plain)
    }
}

fn completer(choices: impl Fn(&[String]) -> Vec<Choice> + Send + Sync + 'static) -> ArgValueCompleter {
    ArgValueCompleter::new(move |current: &OsStr| {
        let current = current.to_string_lossy();
        let matching = choices(&words()).into_iter().filter(|it| it.value.starts_with(&*current) && it.is_plain());
        matching
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

/// The columns of the typed command.
pub(crate) fn columns(of: fn(&[&str]) -> Vec<&'static str>) -> ArgValueCompleter {
    completer(move |words| {
        let typed: Vec<&str> = words.iter().map(String::as_str).collect();
        of(&typed).into_iter().map(|name| Choice::new(name, "")).collect()
    })
}

/// The pending operations.
pub(crate) fn operations() -> ArgValueCompleter {
    completer(|_| {
        let listed = Operations::open().and_then(|store| store.list()).map(|(entries, _)| entries).unwrap_or_default();
        listed.into_iter().map(|entry| Choice::new(entry.key, entry.ticket.to_string())).collect()
    })
}

/// The commands that have a schema, one word at a time.
pub(crate) fn schemas(known: fn() -> Vec<&'static str>) -> ArgValueCompleter {
    completer(move |words| {
        // The last word is still being typed; those before it are complete.
        let after = words.iter().skip_while(|word| *word != "schema").skip(1).collect::<Vec<_>>();
        let complete = after.len().saturating_sub(1);
        let begins = |command: &[&str]| command.iter().zip(&after[..complete]).all(|(known, typed)| *known == **typed);
        let mut next: Vec<String> = Vec::new();
        for command in known() {
            let command: Vec<&str> = command.split(' ').collect();
            if let Some(word) = command.get(complete).filter(|_| begins(&command))
                && !next.iter().any(|known| known == word)
            {
                next.push((*word).to_owned());
            }
        }
        next.into_iter().map(|word| Choice::new(word, "")).collect()
    })
}

/// The operations in the OpenAPI document of `--provider`.
pub(crate) fn document_operations() -> ArgValueCompleter {
    completer(|words| {
        let provider = option(words, "--provider").and_then(|name| name.parse::<Provider>().ok());
        let of = |provider: &Provider| crate::spec::operations(*provider);
        let operations = provider.iter().flat_map(of).map(|operation| Choice::new(operation.id, operation.summary));
        operations.collect()
    })
}

/// The machines of the account: their names where these are unique, and their IDs.
pub(crate) fn machines() -> ArgValueCompleter {
    completer(|words| {
        let rows = list_rows(words, &["vms", "list"], "id,name");
        // If the provider cannot list machines, use those of the snapshots.
        let rows = if rows.is_empty() { list_rows(words, &["snapshots", "list"], "vm,vm_name") } else { rows };
        machine_choices(&rows)
    })
}

fn machine_choices(rows: &[Vec<String>]) -> Vec<Choice> {
    let name = |row: &Vec<String>| row.get(1).cloned().unwrap_or_default();
    let mut choices: Vec<Choice> = Vec::new();
    for row in rows {
        let (id, name) = (row[0].clone(), name(row));
        let is_unique = rows.iter().filter(|other| other.get(1) == row.get(1) && other[0] != id).count() == 0;
        let by_name = Choice::new(name.clone(), id.clone());
        if is_unique && by_name.is_plain() && !choices.iter().any(|known| known.value == by_name.value) {
            choices.push(by_name);
        }
        if !id.is_empty() && !choices.iter().any(|known| known.value == id) {
            choices.push(Choice::new(id, name));
        }
    }
    choices
}

/// The snapshots of the account, or of the machine given by `--vm`.
pub(crate) fn snapshots() -> ArgValueCompleter {
    completer(|words| {
        let mut command = vec!["snapshots".to_owned(), "list".to_owned()];
        if let Some(vm) = option(words, "--vm").filter(|vm| !vm.is_empty()) {
            command.extend(["--vm".to_owned(), vm]);
        }
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        let rows = list_rows(words, &command, "id,name,vm,created");
        rows.into_iter().map(|row| Choice::new(row[0].clone(), row[1..].join("  "))).collect()
    })
}

/// Runs a list command of this program for the account that the words select. If it fails, there is nothing to complete.
fn list_rows(words: &[String], command: &[&str], columns: &str) -> Vec<Vec<String>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_offered_only_if_it_identifies_one_machine() {
        let rows = [["1", "web-1"], ["2", "db"], ["3", "db"], ["4", "two words"], ["1", "web-1"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let values: Vec<String> = machine_choices(&rows).into_iter().map(|choice| choice.value).collect();
        assert_eq!(values, ["web-1", "1", "2", "3", "4"]);
    }
}
