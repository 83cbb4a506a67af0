//! Reads the text form of a fault.

use std::fmt;
use std::str::FromStr;

use super::place::Place;
use super::{Fault, InvalidFault, KINDS, Kind, alike};
use crate::spec::Provider;

impl FromStr for Fault {
    type Err = InvalidFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text.trim()).map_err(|why| InvalidFault { text: text.to_owned(), why })
    }
}

fn read(text: &str) -> Result<Fault, String> {
    let (mut rest, mut place, mut times, mut percent) = (text, None, None, None);
    while let Some(at) = rest.rfind(['@', '*', '%']) {
        let (head, value) = (&rest[..at], &rest[at + 1..]);
        let repeated = match rest.as_bytes()[at] {
            b'*' => times.replace(whole::<u32>(value, 1, u32::MAX, "the number of times")?).is_some(),
            b'%' => percent.replace(whole::<u8>(value, 1, 100, "the chance in percent")?).is_some(),
            _ => place.replace(read_place(value)?).is_some(),
        };
        if repeated {
            return Err(format!("`{}` is given twice", &rest[at..=at]));
        }
        rest = head;
    }
    let (kind, place) = (read_kind(rest)?, place.unwrap_or_default());
    if let Kind::Custom(name, _) = &kind {
        let known = alike::customs(place.provider);
        if !known.contains(&name.as_str()) {
            let whose = place.provider.map(|provider| format!(" of {provider}")).unwrap_or_default();
            return Err(format!("unknown custom fault `{name}`; those{whose} are {}", known.join(", ")));
        }
    }
    Ok(Fault { kind, place, times, percent: percent.unwrap_or(100), text: text.to_owned() })
}

fn read_kind(text: &str) -> Result<Kind, String> {
    let (name, argument) = text.split_once(':').map_or((text, None), |(name, argument)| (name, Some(argument)));
    let (base, after) = name.strip_suffix("-after").map_or((name, false), |base| (base, true));
    let needed = |what: &str| match argument {
        Some(argument) if !argument.is_empty() => Ok(argument.to_owned()),
        _ => Err(format!("`{name}` needs {what}: `{name}:...`")),
    };
    let status = |text: &str| text.parse::<u16>().ok().filter(|status| (200..=599).contains(status));

    if let Some(status) = status(base) {
        return Ok(Kind::Status { status, after, retry_after: argument.map(str::to_owned) });
    }
    let kind = match (base, after) {
        ("drop-field", false) => Kind::DropField(needed("the name of a field")?),
        ("null-field", false) => Kind::NullField(needed("the name of a field")?),
        ("rename-field", false) => {
            let names = needed("two names, `A=B`")?;
            let (from, to) = names.split_once('=').ok_or("`rename-field` needs two names: `rename-field:A=B`")?;
            Kind::RenameField(from.to_owned(), to.to_owned())
        }
        ("status-word", false) => Kind::StatusWord(needed("a word")?),
        ("content-type", false) => Kind::ContentType(needed("a media type")?),
        ("redirect", false) => Kind::Redirect(needed("a URL")?),
        ("slow", false) => Kind::Slow(whole(&needed("bytes per second")?, 1, u32::MAX, "bytes per second")?),
        ("stale-list", false) => Kind::Stale(whole(&needed("seconds")?, 1, u32::MAX, "seconds")?),
        ("custom", false) => {
            let name = needed("a name")?;
            let (name, value) = name.split_once('=').unwrap_or((&name, ""));
            Kind::Custom(name.to_owned(), value.to_owned())
        }
        _ if argument.is_some() => return Err(unknown(name)),
        ("reset-before", false) => Kind::Reset { after: false },
        ("reset", true) => Kind::Reset { after },
        ("hang", after) => Kind::Hang { after },
        ("truncate", false) => Kind::Truncate,
        ("empty", false) => Kind::Empty,
        ("endless", false) => Kind::Endless,
        (base, after) => match base.strip_prefix("html-").and_then(status) {
            Some(status) => Kind::Html { status, after },
            None => return Err(unknown(name)),
        },
    };
    Ok(kind)
}

fn unknown(name: &str) -> String {
    format!("unknown kind `{name}`; available: {KINDS}")
}

fn read_place(text: &str) -> Result<Place, String> {
    let (provider, operation) = match text.split_once('.') {
        Some((provider, operation)) => (Some(provider.parse::<Provider>().map_err(|e| e.to_string())?), operation),
        None => match text.parse::<Provider>() {
            Ok(provider) => return Ok(Place { provider: Some(provider), ..Place::default() }),
            Err(_) => (None, text),
        },
    };
    if let Some(safe) = [("safe", true), ("changing", false)].iter().find(|(word, _)| *word == operation) {
        return Ok(Place { provider, safe: Some(safe.1), ..Place::default() });
    }
    let operations = alike::operations(provider, operation);
    if operations.is_empty() {
        let whose = provider.map_or("no provider has".to_owned(), |provider| format!("{provider} does not have"));
        return Err(format!(
            "{whose} an operation {operation:?}; on every provider that has the operation these names work: {}; each \
             provider's own operation IDs are in its document (`cloudsnap spec PROVIDER`)",
            alike::NAMES.join(", ")
        ));
    }
    Ok(Place { provider, operations: Some(operations), safe: None })
}

fn whole<N: FromStr + PartialOrd + fmt::Display>(text: &str, least: N, most: N, what: &str) -> Result<N, String> {
    let number = text.parse::<N>().ok().filter(|number| *number >= least && *number <= most);
    number.ok_or_else(|| format!("{what} must be a whole number from {least} to {most}, not {text:?}"))
}
