//! The fields of ManageIQ's responses that the adapter uses.

use crate::generated::manageiq::types;
use crate::provider::kit::{Kept, lean};
use crate::reader::Short;

lean! {
    /// The record of a snapshot.
    Snapshot of types::Snapshot {
        id: Option<Short>,
        name: Option<String>,
        description: Option<String>,
        class = "type": Option<Short>,
        current: Option<i64>,
        create_time: Option<Short>,
        created_on: Option<Short>,
        total_size: Option<i64>,
        region_description: Option<String>,
        vm_or_template_id: Option<Short>,
    }
    /// A machine of either kind.
    Vm of types::Vm, in snapshots {
        id: Option<String>,
        name: Option<String>,
        class = "type": Option<String>,
        cloud: Option<bool>,
        power_state: Option<String>,
        vendor: Option<String>,
        v_total_snapshots: Option<i64>,
        snapshots: Option<Vec<Kept<Snapshot>>>,
    }
    /// A page of records.
    SnapshotCollection of types::SnapshotCollection, in resources {
        name: String,
        count: i64,
        subcount: i64,
        resources: Option<Vec<Kept<Snapshot>>>,
        subquery_count: Option<i64>,
    }
    /// A page of machines.
    VmCollection of types::VmCollection, in resources {
        resources: Option<Vec<Kept<Vm>>>,
        subquery_count: Option<i64>,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_match_the_document() {
        crate::provider::kit::fits_the_document(crate::spec::Provider::ManageIq, super::DECLARED);
    }
}
