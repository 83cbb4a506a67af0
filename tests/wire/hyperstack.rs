//! Hyperstack's operations as sent over HTTP.

use cloudsnap::generated::hyperstack::types;
use cloudsnap::{Auth, Provider};

use crate::{request, segment, success};

const HYPERSTACK: Provider = Provider::Hyperstack;

/// Nothing in it may end the path, or be interpreted as a pattern by the mock.
const NAME: &str = "night ly.(v2)*+[1]&x=ü";

wire! {
    HYPERSTACK, hyperstack, as_hyperstack, Auth::token("key-1234"), ("api_key", "key-1234");

    list_vms:
        |when| when.page(2).page_size(50).search("we b").environment("studio-ca").exact_environment_match(true),
        |then| then.ok(&success(HYPERSTACK, "list_vms", 200)),
        |client| client.list_vms().page(2).page_size(50).search("we b")
            .environment("studio-ca").exact_environment_match(true);
    get_vm:
        |when| when.vm_id(418336),
        |then| then.ok(&success(HYPERSTACK, "get_vm", 200)),
        |client| client.get_vm().vm_id(418336);
    delete_vm:
        |when| when.vm_id(418336),
        |then| then.ok(&success(HYPERSTACK, "delete_vm", 200)),
        |client| client.delete_vm().vm_id(418336);
    check_vm_name:
        |when| when.name(&segment(NAME)),
        |then| then.ok(&success(HYPERSTACK, "check_vm_name", 200)),
        |client| client.check_vm_name().name(NAME);
    list_vm_events:
        |when| when.vm_id(418336),
        |then| then.ok(&success(HYPERSTACK, "list_vm_events", 200)),
        |client| client.list_vm_events().vm_id(418336);
    list_images:
        |when| when.region("CANADA-1").include_public(false).search("gol den").page(2).per_page(50),
        |then| then.ok(&success(HYPERSTACK, "list_images", 200)),
        |client| client.list_images().region("CANADA-1").include_public(false).search("gol den").page(2).per_page(50);
    check_image_name:
        |when| when.name(&segment(NAME)),
        |then| then.ok(&success(HYPERSTACK, "check_image_name", 200)),
        |client| client.check_image_name().name(NAME);
    start_vm:
        |when| when.vm_id(418336),
        |then| then.ok(&success(HYPERSTACK, "start_vm", 200)),
        |client| client.start_vm().vm_id(418336);
    stop_vm:
        |when| when.vm_id(418336),
        |then| then.ok(&success(HYPERSTACK, "stop_vm", 200)),
        |client| client.stop_vm().vm_id(418336);
    create_snapshot:
        |when| when.vm_id(418336).body(&request(HYPERSTACK, "create_snapshot")),
        |then| then.created(&success(HYPERSTACK, "create_snapshot", 201)),
        |client| client.create_snapshot().vm_id(418336)
            .body(request::<types::SnapshotCreation>(HYPERSTACK, "create_snapshot"));
    list_snapshots:
        |when| when.page(3).page_size(25).search("night ly&x"),
        |then| then.ok(&success(HYPERSTACK, "list_snapshots", 200)),
        |client| client.list_snapshots().page(3).page_size(25).search("night ly&x");
    check_snapshot_name:
        |when| when.name(&segment(NAME)),
        |then| then.ok(&success(HYPERSTACK, "check_snapshot_name", 200)),
        |client| client.check_snapshot_name().name(NAME);
    get_snapshot:
        |when| when.snapshot_id(52817),
        |then| then.ok(&success(HYPERSTACK, "get_snapshot", 200)),
        |client| client.get_snapshot().snapshot_id(52817);
    delete_snapshot:
        |when| when.snapshot_id(52817),
        |then| then.ok(&success(HYPERSTACK, "delete_snapshot", 200)),
        |client| client.delete_snapshot().snapshot_id(52817);
    restore_snapshot:
        |when| when.snapshot_id(52817).body(&request(HYPERSTACK, "restore_snapshot")),
        |then| then.ok(&success(HYPERSTACK, "restore_snapshot", 200)),
        |client| client.restore_snapshot().snapshot_id(52817)
            .body(request::<types::SnapshotRestoration>(HYPERSTACK, "restore_snapshot"));
    list_snapshot_events:
        |when| when.snapshot_id(52817),
        |then| then.ok(&success(HYPERSTACK, "list_snapshot_events", 200)),
        |client| client.list_snapshot_events().snapshot_id(52817);
    create_image:
        |when| when.snapshot_id(52790).body(&request(HYPERSTACK, "create_image")),
        |then| then.ok(&success(HYPERSTACK, "create_image", 200)),
        |client| client.create_image().snapshot_id(52790)
            .body(request::<types::ImageCreation>(HYPERSTACK, "create_image"));
    get_image:
        |when| when.image_id(3316),
        |then| then.ok(&success(HYPERSTACK, "get_image", 200)),
        |client| client.get_image().image_id(3316);
    delete_image:
        |when| when.image_id(3316),
        |then| then.ok(&success(HYPERSTACK, "delete_image", 200)),
        |client| client.delete_image().image_id(3316);
}
