//! Genesis Cloud's operations as sent over HTTP.

use cloudsnap::generated::genesiscloud::types;
use cloudsnap::spec::PathSegment;
use cloudsnap::{Auth, Provider};

use crate::{request, success};

const GENESIS: Provider = Provider::GenesisCloud;
const ID: &str = "3b0c7c1e-5d64-4f2b-9a8e-1f6f0d2f7a11";

fn id() -> PathSegment {
    ID.parse().unwrap()
}

wire! {
    GENESIS, genesiscloud, as_genesiscloud, Auth::token("tok-1234"), ("authorization", "Bearer tok-1234");

    list_snapshots:
        |when| when.page(2).per_page(100),
        |then| then.ok(&success(GENESIS, "list_snapshots", 200)),
        |client| client.list_snapshots().page(2).per_page(100);
    import_snapshot:
        |when| when.body(&request(GENESIS, "import_snapshot")),
        |then| then.created(&success(GENESIS, "import_snapshot", 201)),
        |client| client.import_snapshot().body(request::<types::SnapshotImport>(GENESIS, "import_snapshot"));
    get_snapshot:
        |when| when.snapshot_id(&id()),
        |then| then.ok(&success(GENESIS, "get_snapshot", 200)),
        |client| client.get_snapshot().snapshot_id(ID);
    rename_snapshot:
        |when| when.snapshot_id(&id()).body(&request(GENESIS, "rename_snapshot")),
        |then| then.ok(&success(GENESIS, "rename_snapshot", 200)),
        |client| client.rename_snapshot().snapshot_id(ID)
            .body(request::<types::SnapshotRenaming>(GENESIS, "rename_snapshot"));
    delete_snapshot:
        |when| when.snapshot_id(&id()),
        |then| then.no_content(),
        |client| client.delete_snapshot().snapshot_id(ID);
    clone_snapshot:
        |when| when.snapshot_id(&id()).body(&request(GENESIS, "clone_snapshot")),
        |then| then.created(&success(GENESIS, "clone_snapshot", 201)),
        |client| client.clone_snapshot().snapshot_id(ID)
            .body(request::<types::SnapshotClone>(GENESIS, "clone_snapshot"));
    list_instance_snapshots:
        |when| when.instance_id(&id()).page(1).per_page(50),
        |then| then.ok(&success(GENESIS, "list_instance_snapshots", 200)),
        |client| client.list_instance_snapshots().instance_id(ID).page(1).per_page(50);
    create_instance_snapshot:
        |when| when.instance_id(&id()).body(&request(GENESIS, "create_instance_snapshot")),
        |then| then.created(&success(GENESIS, "create_instance_snapshot", 201)),
        |client| client.create_instance_snapshot().instance_id(ID)
            .body(request::<types::SnapshotCreation>(GENESIS, "create_instance_snapshot"));
    list_instances:
        |when| when.page(3).per_page(1),
        |then| then.ok(&success(GENESIS, "list_instances", 200)),
        |client| client.list_instances().page(3).per_page(1);
    create_instance:
        |when| when.body(&request(GENESIS, "create_instance")),
        |then| then.created(&success(GENESIS, "create_instance", 201)),
        |client| client.create_instance().body(request::<types::InstanceCreation>(GENESIS, "create_instance"));
    delete_instance:
        |when| when.instance_id(&id()),
        |then| then.no_content(),
        |client| client.delete_instance().instance_id(ID);
    get_instance:
        |when| when.instance_id(&id()),
        |then| then.ok(&success(GENESIS, "get_instance", 200)),
        |client| client.get_instance().instance_id(ID);
}
