"""The scenario of Genesis Cloud with a client of openapi-python-client."""

from common import BASE_URL, BASE_URL_502, BASE_URL_WEIRD, NAME, SECRET, check, expect, is_gateway_page, step, wait
from genesiscloud_client import AuthenticatedClient
from genesiscloud_client.api.instances import create_instance, delete_instance, get_instance, list_instances
from genesiscloud_client.api.snapshots import (
    clone_snapshot,
    create_instance_snapshot,
    delete_snapshot,
    get_snapshot,
    import_snapshot,
    list_instance_snapshots,
    list_snapshots,
    rename_snapshot,
)
from genesiscloud_client.models import (
    SnapshotClone,
    InstanceCreation,
    SnapshotCreation,
    SnapshotImport,
    SnapshotRenaming,
)


def connect(base_url):
    return AuthenticatedClient(base_url=base_url, token=SECRET)


client = connect(BASE_URL)


def all_of(operation, field, *ids):
    """All pages: the list ends when `total_count` objects were read, or at an empty page."""
    rows, number = [], 1
    while True:
        page = expect(operation.sync_detailed(*ids, client=client, page=number, per_page=20), 200)
        rows += getattr(page, field)
        if len(rows) >= page.total_count or not getattr(page, field):
            return rows, number
        number += 1


def snapshot(snapshot_id):
    return expect(get_snapshot.sync_detailed(snapshot_id, client=client), 200).snapshot


def is_made(snapshot_id):
    return snapshot(snapshot_id).status == "created"


with step("list_snapshots"):
    snapshots, pages = all_of(list_snapshots, "snapshots")
with step("all pages"):
    check(pages > 1 and len({it.id for it in snapshots}) == len(snapshots), f"{len(snapshots)} on {pages} pages")
with step("list_instances"):
    instance = all_of(list_instances, "instances")[0][0]
with step("create_instance_snapshot"):
    body = SnapshotCreation(name=NAME)
    made = expect(create_instance_snapshot.sync_detailed(instance.id, client=client, body=body), 201).snapshot
    check(made.status == "creating", f"status {made.status}")
with step("refusal"):
    body = InstanceCreation(
        name=NAME, hostname=NAME, type_=instance.type_, image=made.id, region=made.region, password="Not-A-Real-Passw0rd"
    )
    # The snapshot is not ready. The vendor declares a single form of error, and no status beside it.
    refused = create_instance.sync_detailed(client=client, body=body)
    check(expect(refused, 409).message == "the snapshot is not ready", f"{refused.parsed}")
with step("wait"):
    wait(lambda: is_made(made.id))
with step("get_snapshot"):
    check(snapshot(made.id).source_instance_id == instance.id, "another source")
with step("list_instance_snapshots"):
    listed, _ = all_of(list_instance_snapshots, "snapshots", instance.id)
    check(made.id in [it.id for it in listed], "the new snapshot is not listed")
with step("rename_snapshot"):
    body = SnapshotRenaming(name=f"{NAME}-2")
    renamed = expect(rename_snapshot.sync_detailed(made.id, client=client, body=body), 200).snapshot
    check(renamed.name == f"{NAME}-2", f"name {renamed.name}")
with step("create_instance"):
    body = InstanceCreation(
        name=NAME, hostname=NAME, type_=instance.type_, image=made.id, region=made.region, password="Not-A-Real-Passw0rd"
    )
    restored = expect(create_instance.sync_detailed(client=client, body=body), 201).instance
with step("get_instance"):
    get = lambda: expect(get_instance.sync_detailed(restored.id, client=client), 200).instance
    wait(lambda: get().status == "active")
with step("clone_snapshot"):
    body = SnapshotClone(name=f"{NAME}-clone", region="EUC-DE-MUC-1")
    clone = expect(clone_snapshot.sync_detailed(made.id, client=client, body=body), 201).snapshot
    wait(lambda: is_made(clone.id))
with step("import_snapshot"):
    body = SnapshotImport(
        name=f"{NAME}-import", size=20, url="https://images.example.com/appliance.raw", region="EUC-DE-MUC-1"
    )
    imported = expect(import_snapshot.sync_detailed(client=client, body=body), 201).snapshot
    wait(lambda: is_made(imported.id))
with step("delete_snapshot"):
    expect(delete_snapshot.sync_detailed(made.id, client=client), 204)
    wait(lambda: get_snapshot.sync_detailed(made.id, client=client).status_code == 404)
# The restored machine is cleaned up.
with step("delete_instance"):
    expect(delete_instance.sync_detailed(restored.id, client=client), 204)
    wait(lambda: get_instance.sync_detailed(restored.id, client=client).status_code == 404)
with step("404"):
    missing = expect(get_snapshot.sync_detailed(made.id, client=client), 404)
    check(missing.code and missing.message, f"{missing}")
with step("HTML 502"):
    is_gateway_page(list_snapshots.sync_detailed(client=connect(BASE_URL_502)))
with step("unknown status"):
    found = expect(list_snapshots.sync_detailed(client=connect(BASE_URL_WEIRD)), 200).snapshots
    check(found and all(it.status == "WEIRD" for it in found), "the status was lost")
