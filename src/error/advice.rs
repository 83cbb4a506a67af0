//! What to do about an error, as data: the library phrases it in terms of its API, and a program in terms of its own interface.

use std::fmt;

use serde::Serialize;

use crate::spec::Provider;
use crate::text::printable;

/// What to do about an [`Error`](crate::Error).
///
/// `Display` uses the terms of this library. A program with its own terms, such as command-line flags or the fields of a form, can
/// match on the variant:
///
/// ```
/// use cloudsnap::{Advice, Error};
/// fn advice(error: &Error) -> Option<String> {
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
    /// Correct the base URL, or check the proxies and gateways in between.
    BaseUrl,
    /// Put the proxy's username and password in its URL.
    ProxyCredentials,
    /// Allow plain HTTP to this host, if that is intended.
    AllowHttp,
    /// Send fewer requests: wait, or lower the rate limit.
    SlowDown,
    /// Request less at once, or allow larger responses.
    RequestLess,
    /// Try again later.
    TryAgain,
    /// Omit what the provider does not support.
    Omit,
    /// Set these fields of the request. Alternatives are joined by `|`.
    Set(Vec<&'static str>),
    /// Choose another type for the new machine.
    OtherVmType,
    /// Specify the kind of the machine: `vms/7` or `instances/7`.
    VmKind,
    /// Restore in place.
    RestoreInPlace,
    /// Restore to a new machine.
    RestoreNewVm,
    /// Create a snapshot instead.
    CreateSnapshot,
    /// Restore a snapshot instead.
    RestoreSnapshot,
    /// Check the list of snapshots.
    ListSnapshots,
    /// Machines cannot be listed, but the list of snapshots shows the machine of each.
    VmsOfSnapshots,
    /// Check the list of the machine's backups.
    ListBackups,
    /// Copy the snapshot to that region first, then restore the copy.
    CloneFirst {
        /// The ID of the snapshot.
        snapshot: String,
        /// A name for the copy.
        name: String,
        /// The region.
        region: String,
    },
    /// Check the current state before retrying, or resume waiting with the handle of the error.
    CheckFirst {
        /// The requested name of the new object, if one was to be created.
        name: Option<String>,
        /// The ID of the machine, if known.
        vm: Option<String>,
    },
    /// Wait until the provider lists this snapshot, or create another one unconditionally if it was deleted elsewhere.
    AwaitSnapshot {
        /// The snapshot's ID.
        snapshot: String,
        /// When it counts as deleted, if it is still not listed.
        until: jiff::Timestamp,
    },
    /// Use a page token only with the list and filter that returned it.
    SamePageToken,
    /// Copy the complete handle, a single line that starts with `cs1.`.
    CompleteHandle,
    /// Check the OpenAPI document of the provider.
    ReadDocument(Provider),
    /// Select one of several configured providers.
    ChooseProvider,
    /// Any other advice, as text.
    Other(String),
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Credentials => "check the credentials",
            Self::BaseUrl => "check the base URL, and any proxy or gateway in between",
            Self::ProxyCredentials => "put the username and password for the proxy in its URL",
            Self::AllowHttp => "to allow plain HTTP, use `ClientBuilder::allow_http`",
            Self::SlowDown => "wait, or lower the rate limit of the client",
            Self::RequestLess => {
                "request less at once (a smaller page, a filter), or raise the limit with `ClientBuilder::max_body`"
            }
            Self::TryAgain => "try again later",
            Self::Omit => "omit it",
            Self::Set(fields) => return write!(f, "set {}", fields.join(", ").replace('|', " or ")),
            Self::OtherVmType => "choose another type of machine",
            Self::VmKind => "specify the kind: vms/ID or instances/ID",
            Self::RestoreInPlace => "restore in place: `RestoreTarget::InPlace`",
            Self::RestoreNewVm => "restore to a new machine: `RestoreTarget::NewVm`",
            Self::CreateSnapshot => "create a snapshot instead",
            Self::RestoreSnapshot => "restore a snapshot instead",
            Self::ListSnapshots => "list the snapshots to see what exists",
            Self::VmsOfSnapshots => "the list of snapshots shows the machine of each",
            Self::ListBackups => "list the backups of the machine to see what exists",
            Self::CloneFirst { snapshot, region, .. } => {
                return write!(f, "clone snapshot {snapshot} to {} first, then restore the clone", printable(region));
            }
            Self::CheckFirst { name, vm } => return check_first(f, name.as_deref(), vm.as_deref()),
            Self::AwaitSnapshot { snapshot, until } => {
                let snapshot = printable(snapshot);
                return write!(
                    f,
                    "try again later; if snapshot {snapshot} was deleted elsewhere, use `Client::create_snapshot` or wait until {until:.0}"
                );
            }
            Self::SamePageToken => "use a page token only with the list and filter that returned it",
            Self::CompleteHandle => "copy the complete handle, a single line that starts with `cs1.`",
            Self::ReadDocument(provider) => {
                return write!(
                    f,
                    "see the operations of {} in its OpenAPI document: `spec::document`",
                    provider.title()
                );
            }
            Self::ChooseProvider => "select a provider with `config::from_env_of`",
            Self::Other(text) => return f.write_str(&printable(text)),
        })
    }
}

fn check_first(f: &mut fmt::Formatter<'_>, name: Option<&str>, vm: Option<&str>) -> fmt::Result {
    match (name, vm) {
        (Some(name), Some(vm)) => write!(f, "check whether VM {vm} has a snapshot named {name:?} before retrying")?,
        (Some(name), None) => write!(f, "check whether {name:?} exists before retrying")?,
        _ => f.write_str("check the state of the object before retrying")?,
    }
    f.write_str(", or resume waiting with the handle")
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
    fn advice_uses_the_terms_of_the_library() {
        let clone =
            Advice::CloneFirst { snapshot: "7".to_owned(), name: "n".to_owned(), region: "EUC-DE-MUC-1".to_owned() };
        assert_eq!(clone.to_string(), "clone snapshot 7 to EUC-DE-MUC-1 first, then restore the clone");
        assert_eq!(Advice::Set(vec!["hostname", "a|b"]).to_string(), "set hostname, a or b");
        assert_eq!(Advice::from("a\u{1b}[2Jb").to_string(), printable("a\u{1b}[2Jb"));
        let json = serde_json::to_value(&clone).unwrap();
        assert_eq!((&json["kind"], &json["of"]["region"]), (&"clone_first".into(), &"EUC-DE-MUC-1".into()));
    }

    /// Users of the library have no command line.
    #[test]
    fn the_library_mentions_no_flags_or_commands() {
        let mut texts = 0;
        let mut directories = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(directory) = directories.pop() {
            for entry in std::fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.ends_with("src/cli") {
                    directories.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("restic.rs") {
                    let source = std::fs::read_to_string(&path).unwrap();
                    let code = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
                    // Only what is printed, not comments.
                    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                        let strings = line.split('"').skip(1).step_by(2);
                        for text in strings {
                            let flag = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).any(|word| {
                                word.strip_prefix("--").is_some_and(|name| name.starts_with(char::is_alphabetic))
                            });
                            let nouns = ["snapshots", "backups", "operations", "spec", "providers"];
                            let verbs = ["list", "create", "restore", "clone", "wait", "show"];
                            let command = text.contains("`cloudsnap ")
                                || nouns
                                    .iter()
                                    .any(|noun| verbs.iter().any(|verb| text.contains(&format!("`{noun} {verb}"))));
                            texts += 1;
                            assert!(!flag && !command, "{}: {text:?}", path.display());
                        }
                    }
                }
            }
        }
        assert!(texts > 1000, "only {texts} texts");
    }
}
