//! Why a sandbox does not start, or cannot keep its state.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::spec::Provider;

/// Why a sandbox does not start, or cannot keep its state. The message names the file or address, and what to do.
#[derive(Debug)]
#[non_exhaustive]
pub enum SandboxError {
    /// The address cannot be listened on.
    Listen {
        /// The address.
        addr: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// Nobody plays that provider.
    UnsupportedProvider(Provider),
    /// The state file is there, and is no state of this version.
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The state file cannot be read or written.
    File {
        /// The file, or the folder that it stands in.
        path: PathBuf,
        /// What was tried: "read", "write", "create".
        action: &'static str,
        /// Why it failed.
        source: io::Error,
    },
    /// Another process held the lock of the state file for all the time that was waited.
    Locked {
        /// The lock file.
        path: PathBuf,
        /// How long was waited.
        waited: Duration,
    },
}

impl fmt::Display for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { addr, .. } => {
                write!(f, "the sandbox cannot listen on {addr}; choose another address, or port 0 for any free one")
            }
            Self::UnsupportedProvider(provider) => write!(f, "the sandbox does not play {}", provider.title()),
            Self::Corrupt { path, why } => write!(
                f,
                "the sandbox's state file {} cannot be understood: {why}; move it away or delete it, and the sandbox \
                 begins afresh",
                path.display()
            ),
            Self::File { path, action, .. } => {
                write!(f, "the sandbox cannot {action} {}; check that it may, or choose another place", path.display())
            }
            Self::Locked { path, waited } => write!(
                f,
                "another process held the lock {} of the sandbox's state for {:.1} s; wait for it to end, or choose \
                 another state file",
                path.display(),
                waited.as_secs_f64()
            ),
        }
    }
}

impl std::error::Error for SandboxError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { source, .. } | Self::File { source, .. } => Some(source),
            _ => None,
        }
    }
}
