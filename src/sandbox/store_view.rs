//! A view of the sandbox's state at one moment, for tests that check results against it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::store::{BackupRow, ImageRow, Machine, Phase, ProviderState, Row, SnapshotRow, TaskRow};
use crate::spec::Provider;

/// The state of a sandbox at one moment, for tests to check results against.
#[derive(Clone, Debug)]
pub struct StoreView {
    pub(super) now: Timestamp,
    pub(super) providers: BTreeMap<Provider, ProviderState>,
}

impl StoreView {
    /// When the view was taken, by the sandbox's clock.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// All machines except deleted ones.
    pub fn machines(&self, provider: Provider) -> Vec<Machine> {
        self.existing(provider, |state| &state.machines)
    }

    /// All snapshots except deleted ones, including those not yet listed.
    pub fn snapshots(&self, provider: Provider) -> Vec<SnapshotRow> {
        self.existing(provider, |state| &state.snapshots)
    }

    /// All snapshots that ever existed, including deleted ones.
    pub fn snapshots_ever(&self, provider: Provider) -> Vec<SnapshotRow> {
        self.providers.get(&provider).map(|state| state.snapshots.clone()).unwrap_or_default()
    }

    /// All backups except deleted ones.
    pub fn backups(&self, provider: Provider) -> Vec<BackupRow> {
        self.existing(provider, |state| &state.backups)
    }

    /// All tasks except deleted ones.
    pub fn tasks(&self, provider: Provider) -> Vec<TaskRow> {
        self.existing(provider, |state| &state.tasks)
    }

    /// All images except deleted ones.
    pub fn images(&self, provider: Provider) -> Vec<ImageRow> {
        self.existing(provider, |state| &state.images)
    }

    fn existing<T: Row + Clone>(&self, provider: Provider, rows: impl Fn(&ProviderState) -> &Vec<T>) -> Vec<T> {
        let rows = self.providers.get(&provider).map(rows).into_iter().flatten();
        rows.filter(|row| row.life().phase(self.now) != Phase::Gone).cloned().collect()
    }
}
