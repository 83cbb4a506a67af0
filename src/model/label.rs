//! A label: a word, or a name with a value.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A label of an object: a word, or a name with a value where the caller thinks in pairs.
///
/// A provider whose labels are words alone, such as Hyperstack, is sent a pair as `name=value`.
///
/// ```
/// use cloudsnap::{CreateSnapshot, Label, VmId};
/// let request = CreateSnapshot::new(VmId::new("7")?, "nightly")
///     .labels(["golden"])
///     .label(("team", "studio"));
/// assert_eq!(request.labels[1], Label::pair("team", "studio"));
/// # Ok::<(), cloudsnap::InvalidId>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Label {
    /// The word, or the name of the pair.
    pub name: String,
    /// The value of a pair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Label {
    /// A word.
    pub fn word(word: impl Into<String>) -> Self {
        Self { name: word.into(), value: None }
    }

    /// A name with a value.
    pub fn pair(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: Some(value.into()) }
    }
}

/// As a provider without pairs is sent it: `word`, `name=value`.
impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.value.as_ref().map_or(Ok(()), |value| write!(f, "={value}"))
    }
}

impl From<&str> for Label {
    fn from(word: &str) -> Self {
        Self::word(word)
    }
}

impl From<String> for Label {
    fn from(word: String) -> Self {
        Self::word(word)
    }
}

impl<N: Into<String>, V: Into<String>> From<(N, V)> for Label {
    fn from((name, value): (N, V)) -> Self {
        Self::pair(name, value)
    }
}
