//! Why a command ends without success, and how it is told.

use std::io;

use super::advice;
use super::exit::Exit;
use crate::error::Error;
use crate::sandbox::SandboxError;
use crate::sealed::Handle;

/// Why a command ends without success.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A mistake in the call, or refused before anything was sent: what, and what to do.
    Usage(String, Option<String>),
    /// A safety rule stopped it before anything was sent: what, and what to do.
    Stopped(String, String),
    /// An error of a call.
    Call(Box<Error>),
    /// Something on this machine: files, the sandbox.
    Local(String),
    /// The output cannot be written.
    Output(String),
    /// Nobody reads the output any more: no failure at all.
    BrokenPipe,
    /// What the arguments name does not exist.
    NotFound(String),
    /// All is told; only the code is left.
    Reported(Exit),
}

impl Failure {
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into(), None)
    }

    pub(crate) fn usage_with(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage(message.into(), Some(hint.into()))
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::NotFound(message.into())
    }

    /// A safety rule stopped it: nothing was sent.
    pub(crate) fn stopped(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Stopped(message.into(), hint.into())
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Usage(..) => Exit::Usage,
            Self::Stopped(..) => Exit::Stopped,
            Self::Call(error) => Exit::of(error),
            Self::NotFound(_) => Exit::NotFound,
            Self::Local(_) | Self::Output(_) => Exit::Failed,
            Self::BrokenPipe => Exit::Done,
            Self::Reported(exit) => *exit,
        }
    }

    /// What to wait with, if it may go on.
    pub(crate) fn handle(&self) -> Option<&Handle> {
        match self {
            Self::Call(error) => error.handle(),
            _ => None,
        }
    }

    /// What is told on stderr, a line each: what went wrong, then what to do.
    pub(crate) fn lines(&self) -> Vec<String> {
        match self {
            Self::Usage(message, hint) => lines(message, hint.as_deref()),
            Self::Stopped(message, hint) => lines(message, Some(hint)),
            Self::Local(message) | Self::Output(message) | Self::NotFound(message) => lines(message, None),
            Self::BrokenPipe | Self::Reported(_) => Vec::new(),
            Self::Call(error) => lines(&error.to_string(), advice::of(error).as_deref()),
        }
    }
}

fn lines(message: &str, hint: Option<&str>) -> Vec<String> {
    let mut lines = vec![format!("error: {message}")];
    lines.extend(hint.unwrap_or_default().lines().map(|line| format!("  {line}")));
    lines
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(Box::new(error))
    }
}

impl From<SandboxError> for Failure {
    fn from(error: SandboxError) -> Self {
        Self::Local(error.to_string())
    }
}

/// An error of writing to stdout.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::Output(format!("the output cannot be written: {error}")),
        }
    }
}
