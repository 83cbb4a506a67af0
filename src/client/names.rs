//! By which names a snapshot may have been asked for, and what goes with it: what retention must know beyond the portable fields.

use super::Client;
use crate::journal::requested_names;
use crate::model::Snapshot;
#[cfg(feature = "cli")]
use crate::{handle::Verb, model::VmId};

impl Client {
    /// The names that a snapshot may have been asked to have: its own, without what the provider puts behind it, and its description
    /// where the platform behind the provider keeps only that.
    pub fn requested_names(&self, snapshot: &Snapshot) -> Vec<String> {
        requested_names(self.journal.rules().names, &self.backend.seen(snapshot))
    }

    /// Whether a text has the form of a machine's id here.
    #[cfg(feature = "cli")]
    pub(crate) fn is_vm_id(&self, vm: &VmId) -> bool {
        (self.profile.is_vm_id)(vm)
    }

    /// What somebody should know before an operation, where there is something on this provider.
    #[cfg(feature = "cli")]
    pub(crate) fn caution(&self, verb: Verb) -> Option<&'static str> {
        (self.profile.caution)(verb)
    }

    /// The results of several entries in the body of a success.
    #[cfg(feature = "cli")]
    pub(crate) fn results<'a>(&self, body: &'a serde_json::Value) -> &'a [serde_json::Value] {
        (self.profile.results)(body)
    }

    /// The snapshots of some machines are read machine by machine.
    #[cfg(feature = "cli")]
    pub(crate) fn lists_by_vm(&self) -> bool {
        self.profile.lists_by_vm
    }

    /// What tells the account from others of the provider: nothing secret.
    #[cfg(feature = "cli")]
    pub(crate) fn account(&self) -> &str {
        &self.account
    }

    /// The image that is deleted along with a snapshot, in words, where the provider shows one.
    #[cfg(feature = "cli")]
    pub(crate) fn image_of(&self, snapshot: &Snapshot) -> Option<String> {
        self.backend.image_of(snapshot)
    }
}
