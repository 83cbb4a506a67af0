//! The fields of Syminet's responses that the adapter uses.

use serde_json::Value;

use crate::generated::syminet::types;
use crate::provider::kit::{Kept, lean};
use crate::reader::Short;

lean! {
    /// A snapshot in the account's list.
    Snapshot {
        id: i64,
        name: String,
        created: Short,
        duration: Option<Short>,
        in_progress: Option<Value>,
        progress: Option<Value>,
        perms: Option<Short>,
        region: Option<String>,
        snapshot_size: Option<i64>,
        vm_id: Option<i64>,
        vm_perms: Option<Short>,
        vmname: Option<String>,
    }
    /// A snapshot in a slice's list.
    SliceSnapshot {
        id: i64,
        name: String,
        created: String,
        duration: Option<String>,
    }
    /// A backup.
    Backup {
        backup_id: i64,
        name: String,
        created: String,
        backup_full_size: Option<i64>,
    }
    /// The ID of an entry in a list.
    Id, schema "Snapshot" {
        id: i64,
    }
    /// The IDs on a page of the account's snapshots.
    SnapshotIds, schema "SnapshotPage" {
        data: Vec<Id>,
        pages: i64,
        results: i64,
    }
    /// A page of the account's snapshots.
    SnapshotPage of types::SnapshotPage, in data {
        data: Vec<Kept<Snapshot>>,
        page: i64,
        pages: i64,
        results: i64,
    }
    /// The snapshots of a slice.
    SliceSnapshotList of types::SliceSnapshotList, in data {
        data: Vec<Kept<SliceSnapshot>>,
    }
    /// The backups of a slice.
    BackupList of types::BackupList, in data {
        data: Vec<Kept<Backup>>,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_match_the_document() {
        crate::provider::kit::fits_the_document(crate::spec::Provider::Syminet, super::DECLARED);
    }
}
