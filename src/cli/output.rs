//! Everything that is written to stdout: data as a table, JSON, JSON lines or YAML.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use serde::Serialize;

use super::failure::Failure;
use super::mask;
use super::table::{self, Columns};
use super::text::{safe_json, safe_lines};

/// The format of the data on stdout: a table for people, the bare values of its columns, one JSON or YAML document, or one line
/// of JSON per object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    // No doc comments: clap would list them, which doubles the length of every help text.
    #[default]
    Table,
    Value,
    Json,
    Jsonl,
    Yaml,
    // Only for `plan status`.
    #[value(hide = true)]
    Nagios,
    #[value(hide = true)]
    Prometheus,
}

/// The settings of the output.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) columns: Option<Vec<String>>,
    /// Tables have a header line.
    pub(crate) headings: bool,
}

impl Output {
    /// Whether the output consists of columns: a table, or its bare values.
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

    /// Writes text unchanged. It must already be safe for a terminal.
    pub(crate) fn text(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = std::io::stdout().lock();
        stdout.write_all(mask::data(text).as_bytes())?;
        Ok(stdout.flush()?)
    }

    /// Writes a response body: unchanged to files and pipes, made safe on a terminal.
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

    /// Writes one document: JSON (on one line for `jsonl`) or YAML.
    pub(crate) fn json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let json = match self.format {
            Format::Jsonl => serde_json::to_string(value),
            _ => serde_json::to_string_pretty(value),
        };
        let json = json.map_err(|why| Failure::Local(format!("cannot write the output as JSON: {why}")))?;
        let json = safe_json(&json);
        // JSON is valid YAML: it is used where plain YAML would contain characters that are unsafe on a terminal.
        let yaml = (self.format == Format::Yaml).then(|| serde_saphyr::to_string(value).ok()).flatten();
        match yaml.filter(|yaml| safe_lines(yaml) == *yaml) {
            Some(yaml) => self.text(&yaml),
            None => self.text(&format!("{json}\n")),
        }
    }

    /// Checks the columns of `--columns`, before anything is sent.
    pub(crate) fn check_columns<T: Columns>(&self) -> Result<(), Failure> {
        if self.columns.is_some() && !self.is_table() {
            return Err(Failure::usage("`--columns` requires `-o table` or `-o value`"));
        }
        table::choose::<T>(self.columns.as_deref()).map_err(Failure::usage).map(drop)
    }

    /// Writes several objects as JSON: an array, or one line each.
    pub(crate) fn list_json<T: Serialize>(&self, items: &[T]) -> Result<(), Failure> {
        match self.format {
            Format::Jsonl => items.iter().try_for_each(|item| self.json(item)),
            _ => self.json(&items),
        }
    }

    /// Writes several objects.
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

    /// Writes one object.
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
