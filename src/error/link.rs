//! The causes of an error, as a chain of texts without secrets.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::Arc;

/// One link of the chain.
#[derive(Clone, Debug)]
pub(crate) enum Link {
    /// The message of an error from another crate, without secrets.
    Text { text: String, source: Option<Arc<Link>> },
    /// An error of the operating system. It has no cause, and its text comes from the system alone.
    System(Arc<io::Error>),
}

impl Link {
    /// The causes of an error, without the error itself: its text may quote the request.
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

    /// The chain with `clean` applied to each text.
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
            // Returned as `io::Error`, so that callers can match on its kind.
            Self::Text { source: Some(source), .. } => Some(match &**source {
                Self::System(error) => &**error,
                text => text,
            }),
            _ => None,
        }
    }
}
