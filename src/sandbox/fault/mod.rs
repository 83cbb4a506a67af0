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
mod parse;
mod place;
mod schedule;

use std::fmt;

pub(super) use alter::{alter, http_date, status_reply};
pub(super) use place::{Alike, Asked, When};
pub(super) use schedule::FaultSchedule;

use place::Place;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Provider;

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
            assert!(!alike::operations(None, name).is_empty(), "{name}");
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
