&[
    Operation { id: "list_snapshots", method: "GET", path: "/snapshots", summary: "List snapshots", safe: true, idempotent: true },
    Operation { id: "import_snapshot", method: "POST", path: "/snapshots", summary: "Import a snapshot from an image URL", safe: false, idempotent: false },
    Operation { id: "get_snapshot", method: "GET", path: "/snapshots/{snapshot_id}", summary: "Get a snapshot", safe: true, idempotent: true },
    Operation { id: "delete_snapshot", method: "DELETE", path: "/snapshots/{snapshot_id}", summary: "Delete a snapshot", safe: false, idempotent: true },
    Operation { id: "rename_snapshot", method: "PATCH", path: "/snapshots/{snapshot_id}", summary: "Rename a snapshot", safe: false, idempotent: true },
    Operation { id: "clone_snapshot", method: "POST", path: "/snapshots/{snapshot_id}/clone", summary: "Clone a snapshot into a region", safe: false, idempotent: false },
    Operation { id: "list_instance_snapshots", method: "GET", path: "/instances/{instance_id}/snapshots", summary: "List the snapshots of an instance", safe: true, idempotent: true },
    Operation { id: "create_instance_snapshot", method: "POST", path: "/instances/{instance_id}/snapshots", summary: "Take a snapshot of an instance", safe: false, idempotent: false },
    Operation { id: "list_instances", method: "GET", path: "/instances", summary: "List instances", safe: true, idempotent: true },
    Operation { id: "create_instance", method: "POST", path: "/instances", summary: "Create an instance, or restore a snapshot into one", safe: false, idempotent: false },
    Operation { id: "get_instance", method: "GET", path: "/instances/{instance_id}", summary: "Get an instance", safe: true, idempotent: true },
]
