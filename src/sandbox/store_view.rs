//! What exists in a sandbox at a moment, for tests that count it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::store::{BackupRow, ImageRow, Machine, Phase, ProviderState, Row, SnapshotRow, TaskRow};
use crate::spec::Provider;

/// What exists in a sandbox at a moment: the truth to count against.
#[derive(Clone, Debug)]
pub struct StoreView {
    pub(super) now: Timestamp,
    pub(super) providers: BTreeMap<Provider, ProviderState>,
}

impl StoreView {
    /// The moment, by the sandbox's clock.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The machines that exist: all but those that are gone.
    pub fn machines(&self, provider: Provider) -> Vec<Machine> {
        self.existing(provider, |state| &state.machines)
    }

    /// The snapshots that exist: all but those that are gone. Also those that no list shows yet.
    pub fn snapshots(&self, provider: Provider) -> Vec<SnapshotRow> {
        self.existing(provider, |state| &state.snapshots)
    }

    /// The snapshots that ever were, those that are gone included.
    pub fn snapshots_ever(&self, provider: Provider) -> Vec<SnapshotRow> {
        self.providers.get(&provider).map(|state| state.snapshots.clone()).unwrap_or_default()
    }

    /// The backups that exist.
    pub fn backups(&self, provider: Provider) -> Vec<BackupRow> {
        self.existing(provider, |state| &state.backups)
    }

    /// The tasks that exist.
    pub fn tasks(&self, provider: Provider) -> Vec<TaskRow> {
        self.existing(provider, |state| &state.tasks)
    }

    /// The images that exist.
    pub fn images(&self, provider: Provider) -> Vec<ImageRow> {
        self.existing(provider, |state| &state.images)
    }

    fn existing<T: Row + Clone>(&self, provider: Provider, rows: impl Fn(&ProviderState) -> &Vec<T>) -> Vec<T> {
        let rows = self.providers.get(&provider).map(rows).into_iter().flatten();
        rows.filter(|row| row.life().phase(self.now) != Phase::Gone).cloned().collect()
    }
}
