//! Errors of the sandbox.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::spec::Provider;

/// Why a sandbox cannot start or cannot save its state. The message names the file or address and says what to do.
#[derive(Debug)]
#[non_exhaustive]
pub enum SandboxError {
    /// The address cannot be bound.
    Listen {
        /// The address.
        addr: SocketAddr,
        /// The underlying error.
        source: io::Error,
    },
    /// The sandbox does not emulate this provider.
    UnsupportedProvider(Provider),
    /// The state file exists but is not a valid state file of this version.
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The state file cannot be read or written.
    File {
        /// The file, or the directory that contains it.
        path: PathBuf,
        /// What was attempted: "read", "write", "create", "lock".
        action: &'static str,
        /// The underlying error.
        source: io::Error,
    },
    /// Another process held the lock on the state file for the whole waiting time.
    Locked {
        /// The lock file.
        path: PathBuf,
        /// How long the sandbox waited.
        waited: Duration,
    },
}

impl fmt::Display for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { addr, .. } => {
                write!(f, "cannot listen on {addr}: choose another address, or port 0 to pick a free port")
            }
            Self::UnsupportedProvider(provider) => write!(f, "the sandbox does not emulate {}", provider.title()),
            Self::Corrupt { path, why } => write!(
                f,
                "cannot read the sandbox state in {}: {why}; move or delete the file to start with a \
                 new sandbox",
                path.display()
            ),
            Self::File { path, action, .. } => {
                write!(f, "cannot {action} {}: check permissions or choose another path", path.display())
            }
            Self::Locked { path, waited } => write!(
                f,
                "the sandbox state is locked: another process held {} for {:.1} s; wait for it to finish or use \
                 a different state file",
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
