//! Reading a table of a TOML file key by key, so that each mistake is reported with its line and key.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::config::{as_word, nearest};

/// An error in the file, and its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// The offset in the text, if known.
    pub(crate) at: Option<usize>,
    pub(crate) why: String,
}

impl Mistake {
    pub(crate) fn at(span: Range<usize>, why: impl Into<String>) -> Self {
        Self { at: Some(span.start), why: why.into() }
    }

    /// The line number, starting at 1.
    pub(crate) fn line(&self, text: &str) -> Option<usize> {
        let before = text.get(..self.at?)?;
        Some(before.matches('\n').count() + 1)
    }
}

/// A value and the name of its key.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    key: &'a str,
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub(crate) fn is_not(&self, what: &str) -> Mistake {
        Mistake::at(self.value.span(), format!("`{}` must be {what}", self.key))
    }

    /// Another error in the value.
    pub(crate) fn wrong(&self, why: impl std::fmt::Display) -> Mistake {
        Mistake::at(self.value.span(), format!("`{}`: {why}", self.key))
    }

    pub(crate) fn text(&self) -> Result<&'a str, Mistake> {
        self.value.get_ref().as_str().ok_or_else(|| self.is_not("a string"))
    }

    pub(crate) fn number(&self, from: u32, to: u32) -> Result<u32, Mistake> {
        let digits = self.value.get_ref().as_integer().map(|integer| (integer.as_str(), integer.radix()));
        let number = digits.and_then(|(digits, radix)| u32::from_str_radix(digits, radix).ok());
        let wanted = || self.is_not(&format!("a whole number from {from} to {to}"));
        number.filter(|number| (from..=to).contains(number)).ok_or_else(wanted)
    }

    pub(crate) fn texts(&self) -> Result<Vec<&'a str>, Mistake> {
        let what = "a list of strings";
        let entries = self.value.get_ref().as_array().ok_or_else(|| self.is_not(what))?;
        entries.iter().map(|entry| entry.get_ref().as_str().ok_or_else(|| self.is_not(what))).collect()
    }

    /// The entries of a table, with its keys checked.
    pub(crate) fn table(&self, known: &[&str]) -> Result<Vec<Value<'a>>, Mistake> {
        let table = self.value.get_ref().as_table().ok_or_else(|| self.is_not("a table"))?;
        values(table, known)
    }

    pub(crate) fn key(&self) -> &'a str {
        self.key
    }

    pub(crate) fn start(&self) -> usize {
        self.value.span().start
    }

    /// The tables of `[[...]]`.
    pub(crate) fn tables(&self) -> Result<Vec<(Range<usize>, &'a DeTable<'a>)>, Mistake> {
        let what = format!("tables: [[{}]]", self.key);
        let entries = self.value.get_ref().as_array().ok_or_else(|| self.is_not(&what))?;
        let table = |entry: &'a Spanned<DeValue<'a>>| {
            let table = entry.get_ref().as_table().ok_or_else(|| self.is_not(&what))?;
            Ok((entry.span(), table))
        };
        entries.iter().map(table).collect()
    }
}

/// The entries of a table. An unknown key is an error, which suggests a similar known key.
pub(crate) fn values<'a>(table: &'a DeTable<'a>, known: &[&str]) -> Result<Vec<Value<'a>>, Mistake> {
    let mut values = Vec::new();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        if !known.contains(&name) {
            // Anything but a plain word may be a secret in the wrong place.
            let shown = as_word(name).map_or_else(|| "unknown key".to_owned(), |name| format!("unknown key `{name}`"));
            let hint = nearest(name, known)
                .map_or_else(|| format!("known keys: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
            return Err(Mistake::at(key.span(), format!("{shown}: {hint}")));
        }
        values.push(Value { key: name, value });
    }
    Ok(values)
}
