//! Labels: a name, or a name with a value.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A label of an object: a name, or a name with a value.
///
/// Providers whose labels have no values, such as Hyperstack, receive `name=value` for a pair.
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
    /// The name.
    pub name: String,
    /// The value, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Label {
    /// A label without a value.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), value: None }
    }

    /// A name with a value.
    pub fn pair(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: Some(value.into()) }
    }
}

/// The text for providers whose labels have no values: `name`, `name=value`.
impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.value.as_ref().map_or(Ok(()), |value| write!(f, "={value}"))
    }
}

impl From<&str> for Label {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Label {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl<N: Into<String>, V: Into<String>> From<(N, V)> for Label {
    fn from((name, value): (N, V)) -> Self {
        Self::pair(name, value)
    }
}
