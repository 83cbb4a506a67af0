//! Side effects and other remarks that callers should know about, as data.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The subject of a warning, for programs to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WarningKind {
    /// A field that the provider requires was not set, so a default is sent.
    DefaultUsed,
    /// The snapshot does not include all disks of the machine.
    Incomplete,
    /// The machine may be powered off temporarily.
    Downtime,
    /// An existing snapshot may be replaced.
    MayReplace,
    /// A second object is created or deleted as well.
    SecondObject,
    /// The requested second object does not appear.
    SecondObjectMissing,
    /// The object has another name than requested.
    NameChanged,
    /// The response was lost, and the object was identified by other means; see the text.
    Recognized,
    /// The time, status or location of the object is not as expected.
    Unexpected,
    /// The provider added a remark to a successful response.
    Remark,
}

impl WarningKind {
    /// The name of the kind: `default_used`, `second_object`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DefaultUsed => "default_used",
            Self::Incomplete => "incomplete",
            Self::Downtime => "downtime",
            Self::MayReplace => "may_replace",
            Self::SecondObject => "second_object",
            Self::SecondObjectMissing => "second_object_missing",
            Self::NameChanged => "name_changed",
            Self::Recognized => "recognized",
            Self::Unexpected => "unexpected",
            Self::Remark => "remark",
        }
    }
}

impl fmt::Display for WarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A side effect or remark that callers should know about.
///
/// ```
/// use cloudsnap::{Warning, WarningKind};
/// /// A nightly job that never sets a description can ignore that warning.
/// fn relevant(warnings: &[Warning]) -> Vec<&str> {
///     let other = warnings.iter();
///     let other = other.filter(|it| it.kind != WarningKind::DefaultUsed);
///     other.map(|it| it.text.as_str()).collect()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Warning {
    /// The subject.
    pub kind: WarningKind,
    /// The text, without secrets.
    pub text: String,
}

impl Warning {
    /// A warning of this kind with this text.
    pub fn new(kind: WarningKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
