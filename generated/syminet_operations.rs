&[
    Operation { id: "list_snapshots", method: "GET", path: "/images", summary: "List all snapshots of the account", safe: true, idempotent: true },
    Operation { id: "list_slice_snapshots", method: "GET", path: "/images/snapshots/{slice_id}", summary: "List the snapshots of a slice", safe: true, idempotent: true },
    Operation { id: "create_snapshot", method: "POST", path: "/images/snapshots/{slice_id}/create", summary: "Create a snapshot of a slice", safe: false, idempotent: false },
    Operation { id: "restore_snapshot", method: "POST", path: "/images/snapshots/{snapshot_id}/restore/{slice_id}", summary: "Restore a slice from a snapshot", safe: false, idempotent: false },
    Operation { id: "rename_snapshot", method: "POST", path: "/images/snapshots/{snapshot_id}/rename", summary: "Rename a snapshot", safe: false, idempotent: true },
    Operation { id: "delete_snapshot", method: "DELETE", path: "/images/snapshots/{snapshot_id}/delete", summary: "Delete a snapshot", safe: false, idempotent: true },
    Operation { id: "list_backups", method: "GET", path: "/backups/{slice_id}", summary: "List the backups of a slice", safe: true, idempotent: true },
    Operation { id: "restore_backup", method: "POST", path: "/backups/{slice_id}/restore/{backup_id}", summary: "Restore a slice from a backup", safe: false, idempotent: false },
    Operation { id: "enable_backups", method: "GET", path: "/backups/{slice_id}/backups/enable", summary: "Enable the automatic backups of a slice", safe: false, idempotent: true },
    Operation { id: "disable_backups", method: "GET", path: "/backups/{slice_id}/backups/disable", summary: "Disable the automatic backups of a slice", safe: false, idempotent: true },
]
