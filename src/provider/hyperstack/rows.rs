//! The fields of Hyperstack's responses that the adapter uses.

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::generated::hyperstack::types;
use crate::provider::kit::{Kept, lean};
use crate::reader::Short;

lean! {
    /// A snapshot.
    Snapshot {
        id: i64,
        name: String,
        description: Option<String>,
        vm_id: i64,
        vm_name: Option<String>,
        status: Option<String>,
        size: Option<i64>,
        region: Option<String>,
        labels: Option<Vec<String>>,
        created_at: Option<Short>,
        custom_image: Option<CustomImage>,
        is_image: Option<bool>,
    }
    /// The image created from a snapshot.
    CustomImage, schema "SnapshotCustomImage" {
        id: Option<i64>,
        name: Option<String>,
    }
    /// A machine.
    Vm {
        id: i64,
        name: String,
        status: String,
        environment: Option<Environment>,
        flavor: Option<Flavor>,
        labels: Option<Vec<Value>>,
        is_snapshotting: Option<bool>,
        volume_attachments: Option<Vec<IgnoredAny>>,
        created_at: Option<String>,
    }
    /// The location of a machine.
    Environment, schema "VmEnvironment" {
        region: Option<String>,
    }
    /// The type of a machine.
    Flavor, schema "VmFlavor" {
        features: Option<FlavorFeatures>,
    }
    /// The restrictions of a machine type.
    FlavorFeatures {
        no_snapshot: Option<bool>,
    }
    /// An image.
    Image {
        id: i64,
        name: String,
        labels: Option<Vec<Value>>,
        deleted: Option<bool>,
    }
    /// One snapshot.
    SnapshotAnswer of types::SnapshotAnswer, in snapshot {
        status: Value,
        message: String,
        snapshot: Kept<Snapshot>,
    }
    /// The ID of an entry in a list.
    Id, schema "Snapshot" {
        id: i64,
    }
    /// The IDs on a page of snapshots.
    SnapshotIds, schema "SnapshotListAnswer" {
        status: Value,
        snapshots: Vec<Id>,
    }
    /// The IDs on a page of machines.
    VmIds, schema "VmListAnswer" {
        status: Value,
        instances: Vec<Id>,
    }
    /// A page of snapshots.
    SnapshotListAnswer of types::SnapshotListAnswer, in snapshots {
        status: Value,
        message: String,
        snapshots: Vec<Kept<Snapshot>>,
    }
    /// One machine.
    VmAnswer of types::VmAnswer, in instance {
        status: Value,
        message: String,
        instance: Kept<Vm>,
    }
    /// A page of machines.
    VmListAnswer of types::VmListAnswer, in instances {
        status: Value,
        message: String,
        instances: Vec<Kept<Vm>>,
    }
    /// One image.
    ImageAnswer of types::ImageAnswer, in image {
        status: Option<Value>,
        message: Option<String>,
        image: Kept<Image>,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_match_the_document() {
        crate::provider::kit::fits_the_document(crate::spec::Provider::Hyperstack, super::DECLARED);
    }
}
