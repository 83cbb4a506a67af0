//! Exit codes for scripts.

use crate::error::{Error, ErrorKind};

/// How a command ends. The numbers are part of the public interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done, or accepted.
    Done = 0,
    /// Failed.
    Failed = 1,
    /// A usage error, or refused before anything was sent.
    Usage = 2,
    /// Not authorised.
    Unauthorized = 3,
    /// Not found.
    NotFound = 4,
    /// Not supported by the provider.
    Unsupported = 5,
    /// Timed out; an operation with a handle continues at the provider.
    Timeout = 6,
    /// A response violates the OpenAPI document.
    Contract = 7,
    /// The outcome is unknown: it may have taken effect.
    Unknown = 8,
    /// Some of several failed.
    Some = 9,
    /// Temporarily unavailable: rate limit, outage, refused connection, busy object.
    Unavailable = 11,
    /// Stopped by a safety rule; nothing was sent.
    Stopped = 10,
    /// The terminal hung up (SIGHUP).
    HungUp = 129,
    /// Interrupted (SIGINT).
    Interrupted = 130,
    /// Terminated (SIGTERM).
    Terminated = 143,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl Exit {
    /// The exit code of an error.
    pub(crate) fn of(error: &Error) -> Self {
        // An error before anything was sent is a usage error, whatever its kind.
        let refused_here = error.attempts() == 0 && error.status().is_none();
        match error.kind() {
            ErrorKind::DryRun => Self::Done,
            ErrorKind::Config => Self::Usage,
            ErrorKind::Invalid | ErrorKind::Conflict | ErrorKind::Forbidden if refused_here => Self::Usage,
            // The refusal may come from a proxy after the request took effect.
            _ if error.may_have_taken_effect() => Self::Unknown,
            ErrorKind::Unauthorized | ErrorKind::Forbidden => Self::Unauthorized,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Unsupported => Self::Unsupported,
            ErrorKind::OutcomeUnknown => Self::Unknown,
            ErrorKind::Timeout => Self::Timeout,
            ErrorKind::Contract | ErrorKind::Decode => Self::Contract,
            ErrorKind::RateLimited | ErrorKind::Unavailable => Self::Unavailable,
            ErrorKind::Conflict if error.is_retryable() => Self::Unavailable,
            _ => Self::Failed,
        }
    }

    /// The exit code for the status of a raw response.
    pub(crate) fn of_status(status: u16) -> Self {
        match status {
            200..=299 => Self::Done,
            401 | 403 => Self::Unauthorized,
            404 | 410 => Self::NotFound,
            429 | 502 | 503 | 504 | 520..=524 => Self::Unavailable,
            _ => Self::Failed,
        }
    }

    /// The exit code of several results: their common code, or `Some` if they differ.
    pub(crate) fn of_several(exits: &[Self]) -> Self {
        match exits {
            [] => Self::Done,
            [first, rest @ ..] if rest.iter().all(|exit| exit == first) => *first,
            _ => Self::Some,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_code() {
        for (kind, code) in [
            (ErrorKind::Unauthorized, 3),
            (ErrorKind::NotFound, 4),
            (ErrorKind::Unsupported, 5),
            (ErrorKind::Timeout, 6),
            (ErrorKind::Contract, 7),
            (ErrorKind::Decode, 7),
            (ErrorKind::OutcomeUnknown, 8),
            (ErrorKind::Config, 2),
            (ErrorKind::Invalid, 2),
            (ErrorKind::OperationFailed, 1),
            (ErrorKind::RateLimited, 11),
            (ErrorKind::Unavailable, 11),
            // Refused before anything was sent.
            (ErrorKind::Conflict, 2),
            (ErrorKind::Forbidden, 2),
        ] {
            assert_eq!(Exit::of(&Error::new(kind, "x")) as u8, code, "{kind:?}");
        }
        assert_eq!(Exit::of(&Error::new(ErrorKind::Timeout, "x").after_effect()) as u8, 8);
    }

    #[test]
    fn several_agree_or_some_failed() {
        assert_eq!(Exit::of_several(&[Exit::Done, Exit::Done]), Exit::Done);
        assert_eq!(Exit::of_several(&[Exit::NotFound, Exit::NotFound]), Exit::NotFound);
        assert_eq!(Exit::of_several(&[Exit::NotFound, Exit::Done]), Exit::Some);
        assert_eq!(Exit::of_several(&[Exit::NotFound, Exit::Failed]), Exit::Some);
    }
}
