//! The fields of Genesis Cloud's responses that the adapter uses.

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::generated::genesiscloud::types;
use crate::provider::kit::{Kept, lean};
use crate::reader::Short;

lean! {
    /// A snapshot.
    Snapshot {
        id: String,
        name: String,
        status: String,
        region: String,
        created_at: Short,
        size: Option<Value>,
        source_instance_id: Option<Short>,
        source_snapshot_id: Option<Short>,
        resource_id: Option<Short>,
    }
    /// An instance.
    Instance {
        id: String,
        name: String,
        status: String,
        region: Option<String>,
        created_at: String,
        image: ImageReference,
        hostname: String,
        class = "type": String,
        ssh_keys: Vec<IgnoredAny>,
        security_groups: Vec<IgnoredAny>,
    }
    /// The image that an instance was created from.
    ImageReference {
        id: Option<String>,
    }
    /// The ID of an entry in a list.
    Id, schema "Snapshot" {
        id: Short,
    }
    /// The IDs on a page of snapshots.
    SnapshotIds, schema "SnapshotList" {
        snapshots: Vec<Id>,
        total_count: i64,
        per_page: i64,
    }
    /// The IDs on a page of instances.
    InstanceIds, schema "InstanceList" {
        instances: Vec<Id>,
        total_count: i64,
        per_page: i64,
    }
    /// One snapshot.
    SnapshotAnswer of types::SnapshotResponse, schema "SnapshotResponse", in snapshot {
        snapshot: Kept<Snapshot>,
    }
    /// A page of snapshots.
    SnapshotList of types::SnapshotList, in snapshots {
        snapshots: Vec<Kept<Snapshot>>,
        total_count: i64,
        page: i64,
        per_page: i64,
    }
    /// One instance.
    InstanceAnswer of types::InstanceResponse, schema "InstanceResponse", in instance {
        instance: Kept<Instance>,
    }
    /// A page of instances.
    InstanceList of types::InstanceList, in instances {
        instances: Vec<Kept<Instance>>,
        total_count: i64,
        page: i64,
        per_page: i64,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_match_the_document() {
        crate::provider::kit::fits_the_document(crate::spec::Provider::GenesisCloud, super::DECLARED);
    }
}
