//! Genesis Cloud's operations on the wire.

use cloudsnap::generated::genesiscloud::types;
use cloudsnap::{Auth, Provider};

use crate::{request, segment, success};

const GENESIS: Provider = Provider::GenesisCloud;
const SNAPSHOT: &str = "18efeec8-94f0-4776-8ff2-5e9b49c74608";
const INSTANCE: &str = "d4a2cf0b-5f0e-4b9a-8f43-0f8f0cf5a3be";

wire! {
    GENESIS, genesiscloud, as_genesiscloud, Auth::token("tok-1234"), ("authorization", "Bearer tok-1234");

    list_snapshots:
        |when| when.page(2).per_page(50),
        |then| then.ok(&success(GENESIS, "list_snapshots", 200)),
        |client| client.list_snapshots().page(2).per_page(50);
    import_snapshot:
        |when| when.body(&request(GENESIS, "import_snapshot")),
        |then| then.created(&success(GENESIS, "import_snapshot", 201)),
        |client| client.import_snapshot().body(request::<types::ImportSnapshotRequest>(GENESIS, "import_snapshot"));
    get_snapshot:
        |when| when.snapshot_id(&segment(SNAPSHOT)),
        |then| then.ok(&success(GENESIS, "get_snapshot", 200)),
        |client| client.get_snapshot().snapshot_id(SNAPSHOT);
    rename_snapshot:
        |when| when.snapshot_id(&segment(SNAPSHOT)).body(&request(GENESIS, "rename_snapshot")),
        |then| then.ok(&success(GENESIS, "rename_snapshot", 200)),
        |client| client.rename_snapshot().snapshot_id(SNAPSHOT)
            .body(request::<types::RenameSnapshotRequest>(GENESIS, "rename_snapshot"));
    delete_snapshot:
        |when| when.snapshot_id(&segment(SNAPSHOT)),
        |then| then.no_content(),
        |client| client.delete_snapshot().snapshot_id(SNAPSHOT);
    clone_snapshot:
        |when| when.snapshot_id(&segment(SNAPSHOT)).body(&request(GENESIS, "clone_snapshot")),
        |then| then.created(&success(GENESIS, "clone_snapshot", 201)),
        |client| client.clone_snapshot().snapshot_id(SNAPSHOT)
            .body(request::<types::CloneSnapshotRequest>(GENESIS, "clone_snapshot"));
    list_instance_snapshots:
        |when| when.instance_id(&segment(INSTANCE)).page(2).per_page(50),
        |then| then.ok(&success(GENESIS, "list_instance_snapshots", 200)),
        |client| client.list_instance_snapshots().instance_id(INSTANCE).page(2).per_page(50);
    create_instance_snapshot:
        |when| when.instance_id(&segment(INSTANCE)).body(&request(GENESIS, "create_instance_snapshot")),
        |then| then.created(&success(GENESIS, "create_instance_snapshot", 201)),
        |client| client.create_instance_snapshot().instance_id(INSTANCE)
            .body(request::<types::CreateInstanceSnapshotRequest>(GENESIS, "create_instance_snapshot"));
    list_instances:
        |when| when.page(2).per_page(50),
        |then| then.ok(&success(GENESIS, "list_instances", 200)),
        |client| client.list_instances().page(2).per_page(50);
    create_instance:
        |when| when.body(&request(GENESIS, "create_instance")),
        |then| then.created(&success(GENESIS, "create_instance", 201)),
        |client| client.create_instance().body(request::<types::CreateInstanceRequest>(GENESIS, "create_instance"));
    get_instance:
        |when| when.instance_id(&segment(INSTANCE)),
        |then| then.ok(&success(GENESIS, "get_instance", 200)),
        |client| client.get_instance().instance_id(INSTANCE);
}
