//! Everything that goes to stdout: data, as table, JSON or JSON lines.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use serde::Serialize;

use super::failure::Failure;
use super::shield;
use super::table::{self, Columns};
use super::text::{safe_json, safe_lines};

/// The format of the data on stdout: a table for people, the bare values of its columns, or one document of JSON or YAML, or
/// one line of JSON per object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    // Comments that clap reads as help would double the length of every help text.
    #[default]
    Table,
    Value,
    Json,
    Jsonl,
    Yaml,
    // Of `plan status` alone.
    #[value(hide = true)]
    Nagios,
    #[value(hide = true)]
    Prometheus,
}

/// Where data goes.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) columns: Option<Vec<String>>,
    /// Tables have a line of headings.
    pub(crate) headings: bool,
}

impl Output {
    /// Whether the output is made of columns: a table, or its bare values.
    pub(crate) fn is_table(&self) -> bool {
        matches!(self.format, Format::Table | Format::Value)
    }

    /// Whether it is meant for a monitoring system.
    pub(crate) fn is_for_monitoring(&self) -> bool {
        matches!(self.format, Format::Nagios | Format::Prometheus)
    }

    /// Whether a person reads a table on a terminal.
    pub(crate) fn is_for_a_person(&self) -> bool {
        self.format == Format::Table && std::io::stdout().is_terminal()
    }

    /// Text as it is. It must be safe already.
    pub(crate) fn text(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = std::io::stdout().lock();
        stdout.write_all(shield::data(text).as_bytes())?;
        Ok(stdout.flush()?)
    }

    /// A body as a server sent it: to the letter into files and pipes, made safe for a terminal.
    pub(crate) fn body(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut stdout = std::io::stdout().lock();
        if stdout.is_terminal() {
            let text = safe_lines(String::from_utf8_lossy(bytes).trim_end());
            writeln!(stdout, "{text}")?;
        } else {
            stdout.write_all(bytes)?;
        }
        Ok(stdout.flush()?)
    }

    /// One document: JSON, on one line for `jsonl`, or YAML.
    pub(crate) fn json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let json = match self.format {
            Format::Jsonl => serde_json::to_string(value),
            _ => serde_json::to_string_pretty(value),
        };
        let json = json.map_err(|why| Failure::Local(format!("the output cannot be written as JSON: {why}")))?;
        let json = safe_json(&json);
        // JSON is YAML, too: it serves where a plain YAML text would carry characters that a terminal must not see.
        let yaml = (self.format == Format::Yaml).then(|| serde_saphyr::to_string(value).ok()).flatten();
        match yaml.filter(|yaml| safe_lines(yaml) == *yaml) {
            Some(yaml) => self.text(&yaml),
            None => self.text(&format!("{json}\n")),
        }
    }

    /// The columns that are asked for, checked before anything is sent.
    pub(crate) fn check_columns<T: Columns>(&self) -> Result<(), Failure> {
        if self.columns.is_some() && !self.is_table() {
            return Err(Failure::usage("--columns works with -o table and -o value only"));
        }
        table::choose::<T>(self.columns.as_deref()).map_err(Failure::usage).map(drop)
    }

    /// Several objects as JSON: an array, or a line each.
    pub(crate) fn list_json<T: Serialize>(&self, items: &[T]) -> Result<(), Failure> {
        match self.format {
            Format::Jsonl => items.iter().try_for_each(|item| self.json(item)),
            _ => self.json(&items),
        }
    }

    /// Several objects.
    pub(crate) fn list<T: Columns + Serialize>(&self, items: &[T]) -> Result<(), Failure> {
        if !self.is_table() {
            return self.list_json(items);
        }
        let columns = table::choose(self.columns.as_deref()).map_err(Failure::usage)?;
        self.text(&match self.format {
            Format::Value => table::values(&columns, items),
            _ => table::rows(columns, items, self.columns.is_some(), self.headings),
        })
    }

    /// One object.
    pub(crate) fn object<T: Columns + Serialize>(&self, item: &T) -> Result<(), Failure> {
        if !self.is_table() {
            return self.json(item);
        }
        let columns = match &self.columns {
            Some(names) => table::choose(Some(names)).map_err(Failure::usage)?,
            None if self.format == Format::Value => table::choose(None).map_err(Failure::usage)?,
            None => T::columns(),
        };
        if self.format == Format::Value {
            return self.text(&table::values(&columns, std::slice::from_ref(item)));
        }
        self.text(&table::card(&columns, item))
    }
}
