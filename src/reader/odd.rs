//! Why a body could not be read.

use std::fmt;

use serde::de;

/// Why a body could not be read. A single pointer, because every function of the reader returns it.
#[derive(Debug)]
pub(crate) struct Odd(Option<Box<Why>>);

#[derive(Debug)]
enum Why {
    /// An object contains a key twice, so its meaning depends on the reader.
    Doubled,
    /// The text does not match the type, as described by the type.
    Unfit(String),
}

impl Odd {
    /// The text is not JSON, or uses a form that this reader does not support.
    pub(super) const UNREAD: Self = Self(None);

    pub(super) fn doubled() -> Self {
        Self(Some(Box::new(Why::Doubled)))
    }

    pub(crate) fn is_doubled(&self) -> bool {
        matches!(self.0.as_deref(), Some(Why::Doubled))
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.as_deref() {
            Some(Why::Doubled) => "an object contains a key twice",
            Some(Why::Unfit(why)) => why,
            None => "the text does not match the type",
        })
    }
}

impl std::error::Error for Odd {}

impl de::Error for Odd {
    #[cold]
    fn custom<T: fmt::Display>(why: T) -> Self {
        Self(Some(Box::new(Why::Unfit(why.to_string()))))
    }
}
