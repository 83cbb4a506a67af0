//! What a caller should know beside a result, as data.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a warning is about: what a program filters by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WarningKind {
    /// A field that the provider demands was left out, and something is sent in its place.
    FilledIn,
    /// The snapshot does not hold all of the machine's disks.
    NotWhole,
    /// The machine may be switched off for a while.
    Downtime,
    /// The snapshot that is there may be replaced.
    MayReplace,
    /// Another object is made, or deleted, along with it.
    SecondObject,
    /// The second object that was asked for does not show.
    SecondObjectMissing,
    /// The object bears another name than asked for.
    OtherName,
    /// The response was lost, and the object was recognised: by what, the text tells.
    Recognised,
    /// The object's time, status or place is not what was to be expected.
    Odd,
    /// The provider added a remark to its success.
    Remark,
}

impl WarningKind {
    /// The kind in one word: `filled_in`, `second_object`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FilledIn => "filled_in",
            Self::NotWhole => "not_whole",
            Self::Downtime => "downtime",
            Self::MayReplace => "may_replace",
            Self::SecondObject => "second_object",
            Self::SecondObjectMissing => "second_object_missing",
            Self::OtherName => "other_name",
            Self::Recognised => "recognised",
            Self::Odd => "odd",
            Self::Remark => "remark",
        }
    }
}

impl fmt::Display for WarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a caller should know beside a result.
///
/// ```
/// use cloudsnap::{Warning, WarningKind};
/// /// A nightly job without descriptions need not hear of that each night.
/// fn news(warnings: &[Warning]) -> Vec<&str> {
///     let news = warnings.iter().filter(|it| it.kind != WarningKind::FilledIn);
///     news.map(|it| it.text.as_str()).collect()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Warning {
    /// What it is about.
    pub kind: WarningKind,
    /// What, in words. Without secrets.
    pub text: String,
}

impl Warning {
    /// A warning of that kind, in these words.
    pub fn new(kind: WarningKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
