//! The states of an operation.

use std::time::Duration;

use serde::Serialize;

use crate::model::{Outcome, Resource};
use crate::provider::Observation;
use crate::text::printable;
use crate::wait::Progress;

/// The meaning of [`OperationState::Gone`].
pub(crate) const GONE: &str =
    "it is gone or was never created: it may have been deleted, or the provider failed silently; check before retrying";

/// The state of an operation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", content = "of", rename_all = "snake_case")]
#[non_exhaustive]
pub enum OperationState<T> {
    /// Nothing is known about it yet.
    Pending,
    /// It is in progress.
    Running {
        /// The provider's status.
        status: Option<String>,
        /// From 0 to 1, if the provider reports it.
        progress: Option<f32>,
    },
    /// It succeeded.
    Done(T),
    /// Accepted by the provider, which offers no way to observe completion.
    Accepted(T),
    /// It failed, for this reason.
    Failed(String),
    /// Its object does not exist. Because one of a provider's servers may lag behind, this takes four consecutive polls, or twelve if
    /// the object was never seen.
    Gone,
}

impl<T> OperationState<T> {
    /// The name of the state: `pending`, `running`, `done`, `accepted`, `failed` or `gone`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running { .. } => "running",
            Self::Done(_) => "done",
            Self::Accepted(_) => "accepted",
            Self::Failed(_) => "failed",
            Self::Gone => "gone",
        }
    }

    /// Whether polling again can change it.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Pending | Self::Running { .. })
    }

    pub(super) fn progress(&self, elapsed: Duration) -> Progress {
        let (status, progress) = match self {
            Self::Running { status, progress } => (status.clone(), *progress),
            _ => (None, None),
        };
        Progress { state: self.as_str(), status, progress, elapsed }
    }
}

impl<T: Outcome> From<Observation> for OperationState<T> {
    fn from(seen: Observation) -> Self {
        let value = |resource: Resource, accepted: bool| match T::from_resource(resource) {
            Some(value) if accepted => Self::Accepted(value),
            Some(value) => Self::Done(value),
            None => Self::Failed("the operation resulted in a different kind of object".to_owned()),
        };
        match seen {
            Observation::Pending | Observation::Ambiguous(_) | Observation::Unseen => Self::Pending,
            Observation::Running { status, progress } => Self::Running { status, progress },
            Observation::Done(resource) | Observation::Unlisted(resource) => value(resource, false),
            Observation::Accepted(resource) => value(resource, true),
            Observation::Failed(reason) => Self::Failed(printable(&reason)),
            Observation::Gone => Self::Gone,
        }
    }
}
