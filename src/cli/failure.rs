//! Why a command failed, and how that is reported.

use std::io;

use super::advice;
use super::exit::Exit;
use crate::error::Error;
use crate::sandbox::SandboxError;
use crate::sealed::Handle;

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A usage error, or refused before anything was sent: message and hint.
    Usage(String, Option<String>),
    /// Stopped by a safety rule before anything was sent: message and hint.
    Stopped(String, String),
    /// An error of the library.
    Call(Box<Error>),
    /// A problem on this machine: files, the sandbox.
    Local(String),
    /// The output cannot be written.
    Output(String),
    /// The reader of the output has closed it; this is not a failure.
    BrokenPipe,
    /// An object named by the arguments does not exist.
    NotFound(String),
    /// Already reported; only the exit code remains.
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

    /// Stopped by a safety rule; nothing was sent.
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

    /// The handle to resume waiting with, if the operation may still be running.
    pub(crate) fn handle(&self) -> Option<&Handle> {
        match self {
            Self::Call(error) => error.handle(),
            _ => None,
        }
    }

    /// The lines for stderr: what went wrong, then what to do.
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
            _ => Self::Output(format!("cannot write output: {error}")),
        }
    }
}
