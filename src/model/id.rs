//! IDs: validated on creation, so that no malicious text reaches a URL.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::spec::PathSegment;

/// The text is not a valid ID: it is empty, a dot segment, too long, or contains separators, percent signs, spaces or control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidId(String);

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidId {}

impl From<InvalidId> for Error {
    fn from(invalid: InvalidId) -> Self {
        Error::new(ErrorKind::Invalid, invalid.0)
    }
}

fn check(text: &str, what: &str) -> Result<(), InvalidId> {
    PathSegment::check(text, what).map_err(|why| InvalidId(why.to_string()))?;
    if text.contains(char::is_whitespace) {
        return Err(InvalidId(format!("{text:?} is not a valid {what}: it contains whitespace")));
    }
    Ok(())
}

/// The traits that make an ID usable as text.
macro_rules! text_traits {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::check(&text).map(|()| Self(text))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidId;

            fn try_from(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl From<u64> for $name {
            fn from(number: u64) -> Self {
                Self(number.to_string())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

macro_rules! id {
    ($(#[doc = $doc:literal])* $name:ident, $what:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            fn check(text: &str) -> Result<(), InvalidId> {
                check(text, $what)
            }

            /// Validates the text.
            ///
            /// # Errors
            /// If the text is not a valid ID on any provider.
            pub fn new(text: impl AsRef<str>) -> Result<Self, InvalidId> {
                let text = text.as_ref();
                Self::check(text).map(|()| Self(text.to_owned()))
            }

            /// The ID as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The ID as a number, for providers that use positive integers without a sign or leading zeros.
            pub(crate) fn number(&self) -> Result<i64, Error> {
                number(&self.0, $what)
            }
        }

        text_traits!($name);
    };
}

id! {
    /// The ID of a snapshot. Always text, even if the provider uses numbers.
    ///
    /// ```
    /// use cloudsnap::SnapshotId;
    /// assert!(SnapshotId::new("14901").is_ok());
    /// assert!(SnapshotId::new("../vms").is_err());
    /// ```
    SnapshotId, "snapshot ID"
}
id! {
    /// The ID of a backup.
    BackupId, "backup ID"
}

/// Parses a numeric ID: a positive integer without a sign or leading zeros.
pub(crate) fn number(text: &str, what: &str) -> Result<i64, Error> {
    let canonical = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| canonical).ok_or_else(|| {
        Error::new(
            ErrorKind::Invalid,
            format!("{text:?} is not a valid {what}: this provider uses positive integers up to {}", i64::MAX),
        )
    })
}

/// The kind of a machine, on providers that have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum VmKind {
    /// A virtual machine (ManageIQ's `/vms`).
    Vm,
    /// A cloud instance (ManageIQ's `/instances`).
    Instance,
}

impl VmKind {
    /// The name used in paths: `vms`, `instances`.
    pub const fn collection(self) -> &'static str {
        match self {
            Self::Vm => "vms",
            Self::Instance => "instances",
        }
    }

    /// Splits a text into the kind, if it has one, and the ID.
    fn split(text: &str) -> (Option<Self>, &str) {
        let of = |kind: Self| Some((Some(kind), text.strip_prefix(kind.collection())?.strip_prefix('/')?));
        of(Self::Vm).or_else(|| of(Self::Instance)).unwrap_or((None, text))
    }
}

impl fmt::Display for VmKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.collection())
    }
}

/// The ID of a virtual machine, which providers call slice, VM or instance. May include its kind: `instances/7`.
///
/// ```
/// use cloudsnap::{VmId, VmKind};
/// let vm: VmId = "instances/7".parse()?;
/// assert_eq!((vm.kind(), vm.id()), (Some(VmKind::Instance), "7"));
/// assert_eq!(vm.as_str(), "instances/7");
/// assert!("vms/../7".parse::<VmId>().is_err());
/// # Ok::<(), cloudsnap::InvalidId>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VmId(String);

impl VmId {
    fn check(text: &str) -> Result<(), InvalidId> {
        check(VmKind::split(text).1, "VM ID")
    }

    /// Validates the text.
    ///
    /// # Errors
    /// If the text is not a valid ID on any provider.
    pub fn new(text: impl AsRef<str>) -> Result<Self, InvalidId> {
        let text = text.as_ref();
        Self::check(text).map(|()| Self(text.to_owned()))
    }

    /// The kind, if the text includes one.
    pub fn kind(&self) -> Option<VmKind> {
        VmKind::split(&self.0).0
    }

    /// The ID without the kind.
    pub fn id(&self) -> &str {
        VmKind::split(&self.0).1
    }

    /// The same ID with this kind.
    #[must_use]
    pub fn with_kind(self, kind: VmKind) -> Self {
        Self(format!("{kind}/{}", self.id()))
    }

    /// The complete text, including the kind if there is one.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn number(&self) -> Result<i64, Error> {
        number(self.without_kind()?, "VM ID")
    }

    /// The ID, for providers with only one kind of machine.
    pub(crate) fn without_kind(&self) -> Result<&str, Error> {
        match self.kind() {
            None => Ok(&self.0),
            Some(_) => Err(Error::new(
                ErrorKind::Invalid,
                format!(
                    "\"{self}\" is not a valid VM ID: omit the kind, since all machines of this provider are of one kind"
                ),
            )),
        }
    }
}

text_traits!(VmId);

/// From providers that use numbers.
macro_rules! from_number {
    ($($name:ident)*) => {$(
        impl $name {
            pub(crate) fn from_number(number: i64) -> Self {
                Self(number.to_string())
            }
        }
    )*};
}

from_number!(SnapshotId VmId);

/// Clones, so that methods accept references.
impl From<&VmId> for VmId {
    fn from(vm: &VmId) -> Self {
        vm.clone()
    }
}

/// Refers to a snapshot. Includes its machine if the provider requires it (ManageIQ), or to have it verified.
///
/// ```
/// use cloudsnap::{SnapshotId, SnapshotRef, VmId};
/// let id = SnapshotId::new("14901")?;
/// let snapshot = SnapshotRef::new(id).of_vm(VmId::new("3247")?);
/// # let _ = snapshot;
/// # Ok::<(), cloudsnap::InvalidId>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotRef {
    /// The snapshot.
    pub id: SnapshotId,
    /// Its machine.
    #[serde(default)]
    pub vm: Option<VmId>,
}

impl SnapshotRef {
    /// A snapshot of any machine.
    pub fn new(id: SnapshotId) -> Self {
        Self { id, vm: None }
    }

    /// Requires the snapshot to belong to this machine: a mismatch is refused.
    #[must_use]
    pub fn of_vm(mut self, vm: VmId) -> Self {
        self.vm = Some(vm);
        self
    }
}

impl From<SnapshotId> for SnapshotRef {
    fn from(id: SnapshotId) -> Self {
        Self::new(id)
    }
}

/// Clones, so that methods accept references.
impl From<&SnapshotRef> for SnapshotRef {
    fn from(snapshot: &SnapshotRef) -> Self {
        snapshot.clone()
    }
}

impl fmt::Display for SnapshotRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        self.vm.as_ref().map_or(Ok(()), |vm| write!(f, " for VM {vm}"))
    }
}

#[cfg(test)]
#[path = "id_tests.rs"]
mod tests;
