"""The scenario of Syminet with a client of openapi-python-client."""

from common import BASE_URL, BASE_URL_502, BASE_URL_WEIRD, NAME, SECRET, check, expect, is_gateway_page, step, wait
from syminet_client import AuthenticatedClient
from syminet_client.api.backups import disable_backups, enable_backups, list_backups, restore_backup
from syminet_client.api.snapshots import (
    create_snapshot,
    delete_snapshot,
    list_slice_snapshots,
    list_snapshots,
    rename_snapshot,
    restore_snapshot,
)
from syminet_client.models import SnapshotNameRequest


def connect(base_url):
    return AuthenticatedClient(base_url=base_url, token=SECRET)


client = connect(BASE_URL)


def all_snapshots():
    snapshots, number = [], 1
    while True:
        page = expect(list_snapshots.sync_detailed(client=client, page=number), 200)
        snapshots += page.data
        if number >= page.pages or not page.data:
            return snapshots, page.results, number
        number += 1


def named(name):
    return expect(list_snapshots.sync_detailed(client=client, query=name), 200).data


with step("list_snapshots"):
    before, results, pages = all_snapshots()
with step("all pages"):
    check(pages > 1 and len({snapshot.id for snapshot in before}) == results, f"{len(before)} of {results}, {pages} pages")
    usable = [it for it in before if it.perms == "rw" and it.vm_perms == "rw" and it.vm_deleted is None]
    slice_id = usable[0].vm_id
with step("create_snapshot"):
    body = SnapshotNameRequest(snapshot_name=NAME)
    expect(create_snapshot.sync_detailed(slice_id, client=client, body=body), 202)
with step("wait"):
    known = {it.id for it in before}
    new = wait(lambda: [it for it in named(NAME) if it.id not in known and it.in_progress is None])[0]
with step("list_slice_snapshots"):
    listed = expect(list_slice_snapshots.sync_detailed(slice_id, client=client), 200).data
    check(new.id in [it.id for it in listed], "the new snapshot is not listed")
with step("rename_snapshot"):
    body = SnapshotNameRequest(snapshot_name=f"{NAME}-2")
    expect(rename_snapshot.sync_detailed(new.id, client=client, body=body), 202)
    check([it.id for it in named(f"{NAME}-2")] == [new.id], "the new name is not listed")
with step("restore_snapshot"):
    expect(restore_snapshot.sync_detailed(new.id, slice_id, client=client), 202)
with step("delete_snapshot"):
    expect(delete_snapshot.sync_detailed(new.id, client=client), 202)
    wait(lambda: not named(f"{NAME}-2"))
with step("list_backups"):
    backups = expect(list_backups.sync_detailed(slice_id, client=client), 200).data
    check(backups, "no backups")
with step("restore_backup"):
    # The slice is busy as long as the restore before goes on.
    wait(lambda: restore_backup.sync_detailed(slice_id, backups[0].backup_id, client=client).status_code == 202)
with step("enable_backups"):
    expect(enable_backups.sync_detailed(slice_id, client=client), 202)
with step("disable_backups"):
    expect(disable_backups.sync_detailed(slice_id, client=client), 202)
with step("refusal"):
    refused = expect(enable_backups.sync_detailed(slice_id, client=client), 409)
    check("72 hours" in refused.error, f"no reason: {refused}")
with step("404"):
    missing = expect(delete_snapshot.sync_detailed(999_999_999, client=client), 404)
    check(missing.error, "no text")
with step("HTML 502"):
    is_gateway_page(list_snapshots.sync_detailed(client=connect(BASE_URL_502)))
with step("unknown status"):
    page = expect(list_snapshots.sync_detailed(client=connect(BASE_URL_WEIRD)), 200)
    check(page.data and all(it.in_progress == "WEIRD" for it in page.data), "the status was lost")
