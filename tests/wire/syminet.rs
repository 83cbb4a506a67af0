//! Syminet's operations as sent over HTTP.

use cloudsnap::generated::syminet::types;
use cloudsnap::{Auth, Provider};

use crate::{request, success};

const SYMINET: Provider = Provider::Syminet;

wire! {
    SYMINET, syminet, as_syminet, Auth::token("tok-1234"), ("authorization", "bearer tok-1234");

    list_snapshots:
        |when| when.page(2).query("night ly&x=%2F"),
        |then| then.ok(&success(SYMINET, "list_snapshots", 200)),
        |client| client.list_snapshots().page(2).query("night ly&x=%2F");
    list_slice_snapshots:
        |when| when.slice_id(3247),
        |then| then.ok(&success(SYMINET, "list_slice_snapshots", 200)),
        |client| client.list_slice_snapshots().slice_id(3247);
    create_snapshot:
        |when| when.slice_id(3247).body(&request(SYMINET, "create_snapshot")),
        |then| then.accepted(),
        |client| client.create_snapshot().slice_id(3247)
            .body(request::<types::SnapshotNameRequest>(SYMINET, "create_snapshot"));
    restore_snapshot:
        |when| when.snapshot_id(14901).slice_id(3247),
        |then| then.accepted(),
        |client| client.restore_snapshot().snapshot_id(14901).slice_id(3247);
    rename_snapshot:
        |when| when.snapshot_id(14901).body(&request(SYMINET, "rename_snapshot")),
        |then| then.accepted(),
        |client| client.rename_snapshot().snapshot_id(14901)
            .body(request::<types::SnapshotNameRequest>(SYMINET, "rename_snapshot"));
    delete_snapshot:
        |when| when.snapshot_id(14901),
        |then| then.accepted(),
        |client| client.delete_snapshot().snapshot_id(14901);
    list_backups:
        |when| when.slice_id(3247),
        |then| then.ok(&success(SYMINET, "list_backups", 200)),
        |client| client.list_backups().slice_id(3247);
    restore_backup:
        |when| when.slice_id(3247).backup_id(15159),
        |then| then.accepted(),
        |client| client.restore_backup().slice_id(3247).backup_id(15159);
    enable_backups:
        |when| when.slice_id(3247),
        |then| then.accepted(),
        |client| client.enable_backups().slice_id(3247);
    disable_backups:
        |when| when.slice_id(3247),
        |then| then.accepted(),
        |client| client.disable_backups().slice_id(3247);
}
