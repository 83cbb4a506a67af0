//! By which names a snapshot may have been asked for, and what goes with it: what retention must know beyond the portable fields.

use super::Client;
use crate::journal::requested_names;
use crate::model::Snapshot;

impl Client {
    /// The names that a snapshot may have been asked to have: its own, without what the provider puts behind it, and its description
    /// where the platform behind the provider keeps only that.
    pub fn requested_names(&self, snapshot: &Snapshot) -> Vec<String> {
        requested_names(self.journal.rules().names, &self.backend.seen(snapshot))
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
