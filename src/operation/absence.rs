//! When an object that is not found counts as gone: a single poll may have reached a server that lags behind.

use crate::model::Resource;
use crate::provider::{ABSENCES_FROM_THE_START, Observation};

/// An object that was seen is gone once this many consecutive polls do not find it.
const ABSENCES: u32 = 4;

#[derive(Clone, Copy, Default)]
pub(super) struct Absences {
    /// Whether a poll has found the object.
    seen: bool,
    /// How many consecutive polls have not found it.
    polls: u32,
}

impl Absences {
    /// The observation, or a weaker one as long as too few polls support it. `uncertain`: the request may not have arrived.
    pub(super) fn confirm(&mut self, seen: Observation, uncertain: bool) -> Observation {
        let mut enough = if self.seen { ABSENCES } else { ABSENCES_FROM_THE_START };
        let instead = match &seen {
            Observation::Gone => Observation::Running { status: Some("not visible".to_owned()), progress: None },
            // The request may not have arrived, so nothing else indicates that the object is being deleted. It existed when the delete
            // was prepared.
            Observation::Done(Resource::Deleted(_)) if uncertain => {
                enough = ABSENCES;
                Observation::Pending
            }
            // A list that changes while it is read may omit an existing entry.
            Observation::Unlisted(_) => {
                enough = ABSENCES;
                let status = Some("no longer listed".to_owned());
                if uncertain { Observation::Pending } else { Observation::Running { status, progress: None } }
            }
            Observation::Pending | Observation::Ambiguous(_) | Observation::Unseen => {
                self.polls = 0;
                return seen;
            }
            _ => {
                *self = Self { seen: true, polls: 0 };
                return seen;
            }
        };
        self.polls += 1;
        match seen {
            _ if self.polls < enough => instead,
            Observation::Unlisted(resource) => Observation::Done(resource),
            seen => seen,
        }
    }
}
