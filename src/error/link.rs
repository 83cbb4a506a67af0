//! What is behind an error: a chain of texts without secrets.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::Arc;

/// One link of the chain.
#[derive(Clone, Debug)]
pub(crate) enum Link {
    /// What another crate said, without secrets.
    Text { text: String, source: Option<Arc<Link>> },
    /// The system's own error: there is nothing behind it, and no text of others in it.
    System(Arc<io::Error>),
}

impl Link {
    /// The chain of an error from its own source on: its own text may quote what was asked for.
    pub(crate) fn behind(error: &dyn StdError) -> Option<Self> {
        error.source().map(Self::of)
    }

    fn of(error: &(dyn StdError + 'static)) -> Self {
        let system = error.downcast_ref::<io::Error>().and_then(io::Error::raw_os_error);
        match system {
            Some(code) => Self::System(Arc::new(io::Error::from_raw_os_error(code))),
            None => {
                Self::Text { text: error.to_string(), source: error.source().map(|source| Arc::new(Self::of(source))) }
            }
        }
    }

    /// The same, with each text as `clean` leaves it.
    pub(crate) fn map(&self, clean: &dyn Fn(&str) -> String) -> Self {
        match self {
            Self::Text { text, source } => {
                Self::Text { text: clean(text), source: source.as_ref().map(|source| Arc::new(source.map(clean))) }
            }
            Self::System(error) => Self::System(Arc::clone(error)),
        }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { text, .. } => f.write_str(text),
            Self::System(error) => error.fmt(f),
        }
    }
}

impl StdError for Link {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // The system's error as itself, so that its kind can be asked for.
            Self::Text { source: Some(source), .. } => Some(match &**source {
                Self::System(error) => &**error,
                text => text,
            }),
            _ => None,
        }
    }
}
