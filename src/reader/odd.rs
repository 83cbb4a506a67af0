//! Why a body could not be read.

use std::fmt;

use serde::de;

/// Why a body could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Odd {
    /// An object contains a key twice, so its meaning depends on the reader.
    Doubled,
    /// The text is not JSON, or does not match the type.
    Unread,
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Doubled => "an object contains a key twice",
            Self::Unread => "the text does not match the type",
        })
    }
}

impl std::error::Error for Odd {}

impl de::Error for Odd {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Unread
    }
}
