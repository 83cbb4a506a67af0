//! What to do next about an error, as data: the library words it in its own terms, a program in those of its users.

use std::fmt;

use serde::Serialize;

use crate::spec::Provider;
use crate::text::printable;

/// What to do next about an [`Error`](crate::Error).
///
/// `Display` words it in the terms of this library. A program that has words of its own, such as the flags of a command line or the
/// fields of a form, decides by the variant:
///
/// ```
/// use cloudsnap::{Advice, Error};
/// fn worded(error: &Error) -> Option<String> {
///     Some(match error.advice()? {
///         Advice::Set(fields) => format!("Please fill in: {}", fields.join(", ")),
///         Advice::ListSnapshots => "Pick one from the list.".to_owned(),
///         other => other.to_string(),
///     })
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Advice {
    /// Correct the credentials.
    Credentials,
    /// Correct the base URL, or what is on the way to it.
    BaseUrl,
    /// Give the proxy's user and password in its URL.
    ProxyCredentials,
    /// Allow plain http to this host, if that is meant.
    AllowHttp,
    /// Send fewer requests: wait, or set a lower rate limit.
    SlowDown,
    /// Ask for less at once, or allow larger responses.
    ReadLess,
    /// Try again later.
    TryAgain,
    /// Leave out what the provider does not offer.
    LeaveOut,
    /// Set these fields of the request. Alternatives are joined by `|`.
    Set(Vec<&'static str>),
    /// Choose another type for the new machine.
    OtherVmType,
    /// Say of which kind the machine is: `vms/7`, `instances/7`.
    VmKind,
    /// Restore onto the machine itself.
    RestoreInPlace,
    /// Restore as a new machine.
    RestoreNewVm,
    /// Make a snapshot instead.
    CreateSnapshot,
    /// Restore a snapshot instead.
    RestoreSnapshot,
    /// Look at the list of snapshots.
    ListSnapshots,
    /// Machines cannot be listed: the list of snapshots names those that have some.
    VmsOfSnapshots,
    /// Look at the list of the machine's backups.
    ListBackups,
    /// Copy the snapshot to that region first, then restore the copy.
    CloneFirst {
        /// The snapshot's id.
        snapshot: String,
        /// A name for the copy.
        name: String,
        /// The region.
        region: String,
    },
    /// Look at what is there before trying again, or go on waiting with the error's handle.
    LookFirst {
        /// The name that the new object was asked to have, if there is to be one.
        name: Option<String>,
        /// The id of the machine that it is about, where that is known.
        vm: Option<String>,
    },
    /// Wait until the provider lists this snapshot, or create another one unconditionally if it was deleted elsewhere.
    AwaitSnapshot {
        /// The snapshot's ID.
        snapshot: String,
        /// When it counts as deleted, if it is still not listed.
        until: jiff::Timestamp,
    },
    /// Use a page token only with the list and the filter that it came from.
    OwnPageToken,
    /// A handle is one line that starts with `cs1.`: copy it whole.
    WholeHandle,
    /// Look into the provider's document.
    ReadDocument(Provider),
    /// Say which of several providers is meant.
    ChooseProvider,
    /// Anything else, in words.
    Other(String),
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Credentials => "check the credentials",
            Self::BaseUrl => "check the base URL, and any proxy or gateway on the way",
            Self::ProxyCredentials => "the proxy wants a user and a password: give them in its URL",
            Self::AllowHttp => "if plain http is meant: `ClientBuilder::allow_http`",
            Self::SlowDown => "too many requests: wait, or lower the rate limit of the client",
            Self::ReadLess => {
                "ask for less at once (a smaller page, a filter), or raise the limit: `ClientBuilder::max_body`"
            }
            Self::TryAgain => "try again later",
            Self::LeaveOut => "leave it out",
            Self::Set(fields) => return write!(f, "set {}", fields.join(", ").replace('|', " or ")),
            Self::OtherVmType => "the snapshot cannot run on this type of machine: choose another type",
            Self::VmKind => "say which kind it is: vms/ID or instances/ID",
            Self::RestoreInPlace => "it restores onto the machine itself: `RestoreTarget::InPlace`",
            Self::RestoreNewVm => "it restores as a new machine: `RestoreTarget::NewVm`",
            Self::CreateSnapshot => "make a snapshot of a machine instead",
            Self::RestoreSnapshot => "restore a snapshot instead",
            Self::ListSnapshots => "the list of snapshots shows what there is",
            Self::VmsOfSnapshots => "the list of snapshots names the machine of each",
            Self::ListBackups => "the list of the machine's backups shows what there is",
            Self::CloneFirst { snapshot, region, .. } => {
                return write!(f, "clone snapshot {snapshot} to {} first, then restore the clone", printable(region));
            }
            Self::LookFirst { name, vm } => return look_first(f, name.as_deref(), vm.as_deref()),
            Self::AwaitSnapshot { snapshot, until } => {
                let snapshot = printable(snapshot);
                return write!(
                    f,
                    "try again later; if snapshot {snapshot} was deleted elsewhere, use `Client::create_snapshot` or wait until {until:.0}"
                );
            }
            Self::OwnPageToken => "use a token only with the list and the filter that it came from",
            Self::WholeHandle => "a handle is one line that starts with `cs1.`: copy it whole",
            Self::ReadDocument(provider) => {
                return write!(f, "the document of {} lists its operations: `spec::document`", provider.title());
            }
            Self::ChooseProvider => "say which provider is meant: `config::from_env_of`",
            Self::Other(text) => return f.write_str(&printable(text)),
        })
    }
}

fn look_first(f: &mut fmt::Formatter<'_>, name: Option<&str>, vm: Option<&str>) -> fmt::Result {
    match (name, vm) {
        (Some(name), Some(vm)) => write!(f, "look for {name:?} among the snapshots of vm {vm} before trying again")?,
        (Some(name), None) => write!(f, "look for {name:?} before trying again")?,
        _ => f.write_str("look at the object's state before trying again")?,
    }
    f.write_str("; or wait on with the handle")
}

impl From<String> for Advice {
    fn from(text: String) -> Self {
        Self::Other(text)
    }
}

impl From<&str> for Advice {
    fn from(text: &str) -> Self {
        Self::Other(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_worded_in_the_terms_of_the_library() {
        let clone =
            Advice::CloneFirst { snapshot: "7".to_owned(), name: "n".to_owned(), region: "EUC-DE-MUC-1".to_owned() };
        assert_eq!(clone.to_string(), "clone snapshot 7 to EUC-DE-MUC-1 first, then restore the clone");
        assert_eq!(Advice::Set(vec!["hostname", "a|b"]).to_string(), "set hostname, a or b");
        assert_eq!(Advice::from("a\u{1b}[2Jb").to_string(), printable("a\u{1b}[2Jb"));
        let json = serde_json::to_value(&clone).unwrap();
        assert_eq!((&json["kind"], &json["of"]["region"]), (&"clone_first".into(), &"EUC-DE-MUC-1".into()));
    }

    /// No flag, no command: whoever calls the library has none.
    #[test]
    fn the_library_speaks_of_no_command_line() {
        let mut looked = 0;
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.ends_with("src/cli") {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("restic.rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
                    // What it prints, not what its comments say.
                    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                        let strings = line.split('"').skip(1).step_by(2);
                        for said in strings {
                            let flag = said.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).any(|word| {
                                word.strip_prefix("--").is_some_and(|name| name.starts_with(char::is_alphabetic))
                            });
                            let nouns = ["snapshots", "backups", "operations", "spec", "providers"];
                            let verbs = ["list", "create", "restore", "clone", "wait", "show"];
                            let command = said.contains("`cloudsnap ")
                                || nouns
                                    .iter()
                                    .any(|noun| verbs.iter().any(|verb| said.contains(&format!("`{noun} {verb}"))));
                            looked += 1;
                            assert!(!flag && !command, "{}: {said:?}", path.display());
                        }
                    }
                }
            }
        }
        assert!(looked > 1000, "only {looked} texts");
    }
}
