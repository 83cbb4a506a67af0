//! The names that a snapshot may have been requested with, and other properties that go beyond the portable fields.

use super::Client;
use crate::journal::requested_names;
use crate::model::Snapshot;
#[cfg(feature = "cli")]
use crate::{handle::Verb, model::VmId};

impl Client {
    /// The names that a snapshot may have been requested with: its own, without what the provider appends, and its description if the
    /// underlying platform keeps only that.
    pub fn requested_names(&self, snapshot: &Snapshot) -> Vec<String> {
        requested_names(self.journal.rules().names, &self.backend.seen(snapshot))
    }
}

#[cfg(feature = "cli")]
impl Client {
    /// Whether a text has the format of a machine ID.
    pub(crate) fn is_vm_id(&self, vm: &VmId) -> bool {
        (self.profile.is_vm_id)(vm)
    }

    /// What users should know before an operation on this provider, if anything.
    pub(crate) fn caution(&self, verb: Verb) -> Option<&'static str> {
        (self.profile.caution)(verb)
    }

    /// The results of the individual entries in the body of a successful response.
    pub(crate) fn results<'a>(&self, body: &'a serde_json::Value) -> &'a [serde_json::Value] {
        (self.profile.results)(body)
    }

    /// Path parameters that other responses show in a field of another name.
    pub(crate) fn fields(&self) -> &'static [(&'static str, &'static str)] {
        self.profile.fields
    }

    /// Whether the snapshots of several machines are read machine by machine.
    pub(crate) fn lists_by_vm(&self) -> bool {
        self.profile.lists_by_vm
    }

    /// Describes the image that is deleted together with a snapshot, if the provider shows one.
    pub(crate) fn image_of(&self, snapshot: &Snapshot) -> Option<String> {
        self.backend.image_of(snapshot)
    }
}
