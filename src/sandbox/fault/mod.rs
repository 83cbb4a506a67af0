//! Faults: what can go wrong, how faults are specified (`--fault SPEC`), and which requests they apply to.
//!
//! A fault is specified as `KIND[-after][:ARGUMENT][@WHERE][*TIMES][%CHANCE]`:
//!
//! | kind | effect |
//! |---|---|
//! | `reset-before`, `reset-after` | the connection is reset before or after the server handles the request |
//! | `hang`, `hang-after` | no response is ever sent |
//! | `503`, `429:2`, `503-after` | responds with this status; the argument is its `Retry-After`: seconds, a date
//! (`date+30`) or text |
//! | `html-502`, `html-502-after` | responds with this status and a gateway's HTML page |
//! | `redirect:URL` | redirects (307) to this URL |
//! | `truncate` | the request is handled; the connection closes in the middle of the response body |
//! | `empty` | the request is handled; the response has no body |
//! | `slow:BYTES_PER_S` | the request is handled; the response body is sent at this rate |
//! | `endless` | the request is handled; the response body never ends |
//! | `content-type:TYPE` | the request is handled; the response has this content type |
//! | `stale-list:SECONDS` | a safe request sees the state from that long ago |
//! | `drop-field:NAME` | the field is removed everywhere in the response |
//! | `null-field:NAME` | the field is set to null everywhere in the response |
//! | `rename-field:A=B` | field `A` is renamed to `B` |
//! | `status-word:WORD` | each object with an ID has this status |
//! | `custom:NAME[=VALUE]` | a provider-specific fault, see the documentation of the provider's server |
//!
//! Without `-after`, the kinds in the upper half apply before the server handles the request. `@WHERE` limits a fault
//! to a provider (`@syminet`), an operation (`@create_snapshot`), both (`@syminet.create_snapshot`), or to all
//! operations that are `@safe` or `@changing`. Operations have common names (`list_vms`, `create_snapshot`,
//! `delete_snapshot`...) that work on every provider: if its document has no operation with the name, the one that does
//! the same is meant. `*3` limits a fault to three times, and `%20` to 20% of requests, chosen at random from the
//! sandbox's seed. At most one fault (plus any number of custom ones) applies to a request: the first match, in the
//! order given.

mod alike;
mod alter;
mod schedule;

use std::fmt;
use std::str::FromStr;

pub(super) use alike::{Alike, Asked, When};
pub(super) use alter::{alter, http_date, status_reply};
pub(super) use schedule::FaultSchedule;

use crate::spec::{Operation, Provider};

/// The available kinds, as listed in messages.
pub(crate) const KINDS: &str = "reset-before, reset-after, hang, hang-after, a status (`503`, `429:2`, `503-after`), \
                                html-502, redirect:URL, truncate, empty, slow:BYTES_PER_S, endless, content-type:TYPE, \
                                stale-list:SECONDS, drop-field:NAME, null-field:NAME, rename-field:A=B, \
                                status-word:WORD, custom:NAME";

/// A fault to inject. See the module documentation for the text form.
///
/// ```
/// use cloudsnap::sandbox::Fault;
/// let fault: Fault = "reset-after@create_snapshot*1".parse()?;
/// assert_eq!(fault.to_string(), "reset-after@create_snapshot*1");
/// assert!("reset-sideways".parse::<Fault>().is_err());
/// # Ok::<(), cloudsnap::sandbox::InvalidFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(super) kind: Kind,
    pub(super) place: Place,
    pub(super) times: Option<u32>,
    pub(super) percent: u8,
    text: String,
}

/// The effect of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Resets the connection.
    Reset { after: bool },
    /// Never responds.
    Hang { after: bool },
    /// Responds with a status, optionally with `Retry-After`.
    Status { status: u16, after: bool, retry_after: Option<String> },
    /// Responds with a gateway's HTML page.
    Html { status: u16, after: bool },
    /// Redirects.
    Redirect(String),
    /// Truncates the body.
    Truncate,
    /// Removes the body.
    Empty,
    /// Sends the body at this many bytes per second.
    Slow(u32),
    /// Sends an endless body.
    Endless,
    /// Changes the content type.
    ContentType(String),
    /// Shows the state from this many seconds ago.
    Stale(u32),
    /// Removes a field.
    DropField(String),
    /// Sets a field to null.
    NullField(String),
    /// Renames a field.
    RenameField(String, String),
    /// Replaces the status.
    StatusWord(String),
    /// A provider-specific fault.
    Custom(String, String),
}

impl Kind {
    /// Whether the fault applies instead of handling the request.
    pub(super) fn replaces_handling(&self) -> bool {
        match self {
            Self::Reset { after } | Self::Hang { after } => !after,
            Self::Status { after, .. } | Self::Html { after, .. } => !after,
            Self::Redirect(_) => true,
            _ => false,
        }
    }
}

/// The requests a fault applies to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    provider: Option<Provider>,
    operation: Option<String>,
    safe: Option<bool>,
}

impl Place {
    pub(super) fn covers(&self, provider: Provider, operation: &Operation, asked: Asked<'_>) -> bool {
        self.provider.is_none_or(|wanted| wanted == provider)
            && self.operation.as_ref().is_none_or(|wanted| alike::means(provider, wanted, operation, asked))
            && self.safe.is_none_or(|wanted| wanted == operation.safe)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// An invalid fault specification. The message says what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidFault {
    text: String,
    why: String,
}

impl fmt::Display for InvalidFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid fault {:?}: {}", self.text, self.why)
    }
}

impl std::error::Error for InvalidFault {}

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
    let known = |provider| alike::has(provider, operation);
    let found = provider.map_or_else(|| Provider::ALL.iter().copied().any(known), known);
    if !found {
        let whose = provider.map_or("no provider has".to_owned(), |provider| format!("{provider} does not have"));
        return Err(format!(
            "{whose} an operation {operation:?}; on every provider that has the operation these names work: {}; each \
             provider's own operation IDs are in its document (`cloudsnap spec PROVIDER`)",
            alike::NAMES.join(", ")
        ));
    }
    Ok(Place { provider, operation: Some(operation.to_owned()), safe: None })
}

fn whole<N: FromStr + PartialOrd + fmt::Display>(text: &str, least: N, most: N, what: &str) -> Result<N, String> {
    let number = text.parse::<N>().ok().filter(|number| *number >= least && *number <= most);
    number.ok_or_else(|| format!("{what} must be a whole number from {least} to {most}, not {text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_form_round_trips() {
        for text in [
            "reset-before",
            "reset-after@create_snapshot*1",
            "hang",
            "hang-after%20",
            "503",
            "503-after",
            "429:2@list_snapshots*3",
            "429:date+30",
            "html-502",
            "html-502-after",
            "redirect:http://127.0.0.1:9/x",
            "truncate@syminet",
            "empty@syminet.create_snapshot",
            "slow:1@safe",
            "endless",
            "content-type:text/plain; charset=x",
            "stale-list:5",
            "drop-field:id",
            "null-field:name",
            "rename-field:id=ident",
            "status-word:wobbly@changing*2%50",
            "custom:late-row=30",
        ] {
            let fault: Fault = text.parse().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(fault.to_string(), text);
        }
    }

    /// One name for the same thing, whatever the provider's document calls it, and also where one operation does several things.
    #[test]
    fn operations_are_named_alike_on_all_providers() {
        let place = |text: &str| format!("503@{text}").parse::<Fault>().unwrap().place;
        let covers = |text: &str, provider, id: &str, body: &str, query: &str| {
            let asked = Asked { query, body: body.as_bytes() };
            place(text).covers(provider, crate::spec::operation(provider, id).unwrap(), asked)
        };
        let (create, delete) = (r#"{"action":"create"}"#, r#"{"action":"delete"}"#);
        for (provider, id, body) in [
            (Provider::Syminet, "create_snapshot", ""),
            (Provider::Hyperstack, "create_snapshot", ""),
            (Provider::GenesisCloud, "create_instance_snapshot", ""),
            (Provider::ManageIq, "change_vm_snapshots", create),
            (Provider::ManageIq, "change_instance_snapshots", create),
        ] {
            assert!(covers("create_snapshot", provider, id, body, ""), "{provider} {id}");
            assert!(!covers("delete_snapshot", provider, id, body, ""), "{provider} {id}");
        }
        assert!(covers("delete_snapshot", Provider::ManageIq, "act_on_vm_snapshot", delete, ""));
        assert!(!covers("restore_snapshot", Provider::ManageIq, "act_on_vm_snapshot", delete, ""));
        assert!(covers("restore_snapshot", Provider::ManageIq, "act_on_vm_snapshot", r#"{"action":"revert"}"#, ""));
        assert!(covers("restore_snapshot", Provider::GenesisCloud, "create_instance", "{}", ""));
        assert!(covers("list_snapshots", Provider::ManageIq, "list_vms", "", "expand=resources,snapshots"));
        assert!(!covers("list_snapshots", Provider::ManageIq, "list_vms", "", "expand=resources"));
        // A name of the document means that operation alone.
        assert!(!covers("list_snapshots", Provider::Syminet, "list_slice_snapshots", "", ""));
    }

    #[test]
    fn each_common_name_is_known_to_some_provider() {
        for name in alike::NAMES {
            assert!(Provider::ALL.iter().any(|provider| alike::has(*provider, name)), "{name}");
        }
    }

    #[test]
    fn invalid_faults_are_rejected_with_the_reason() {
        for (text, why) in [
            ("", "unknown kind"),
            ("reset", "unknown kind"),
            ("wobble", "unknown kind"),
            ("truncate:5", "unknown kind"),
            ("truncate-after", "unknown kind"),
            ("199", "unknown kind"),
            ("slow", "needs bytes per second"),
            ("slow:0", "from 1 to"),
            ("503*0", "number of times"),
            ("503%101", "chance in percent"),
            ("503*1*2", "twice"),
            ("503@make_snapshot", "no provider has an operation"),
            ("503@make_snapshot", "list_vms, get_vm"),
            ("custom:nonsense", "unknown custom fault `nonsense`; those are balance, busy"),
            ("custom:old-form@syminet", "unknown custom fault `old-form`; those of syminet are busy"),
            ("503@syminet.create_image", "syminet does not have an operation"),
            ("503@syminet.make_snapshot", "syminet does not have an operation"),
            ("503@nowhere.list_snapshots", "unknown provider"),
            ("rename-field:a", "two names"),
        ] {
            let error = text.parse::<Fault>().unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
    }
}
