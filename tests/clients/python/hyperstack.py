"""The scenario of Hyperstack with a client of openapi-python-client."""

from common import BASE_URL, BASE_URL_502, BASE_URL_WEIRD, NAME, SECRET, check, expect, is_gateway_page, step, wait
from hyperstack_client import AuthenticatedClient
from hyperstack_client.api.images import check_image_name, create_image, delete_image, get_image, list_images
from hyperstack_client.api.snapshots import (
    check_snapshot_name,
    create_snapshot,
    delete_snapshot,
    get_snapshot,
    list_snapshot_events,
    list_snapshots,
    restore_snapshot,
)
from hyperstack_client.api.virtual_machines import (
    check_vm_name,
    delete_vm,
    get_vm,
    list_vm_events,
    list_vms,
    start_vm,
    stop_vm,
)
from hyperstack_client.models import ImageCreation, SnapshotCreation, SnapshotRestoration


def connect(base_url):
    return AuthenticatedClient(base_url=base_url, token=SECRET, prefix="", auth_header_name="api_key")


client = connect(BASE_URL)


def all_of(operation, field, size):
    """All pages: the list ends at an empty one."""
    rows, number = [], 1
    while found := getattr(expect(operation.sync_detailed(client=client, page=number, page_size=size), 200), field):
        rows += found
        number += 1
    return rows


def vm_is(vm_id, status):
    return expect(get_vm.sync_detailed(vm_id, client=client), 200).instance.status == status


with step("list_vms"):
    vms = all_of(list_vms, "instances", 2)
    vm_id = next(vm for vm in vms if vm.status == "ACTIVE").id
with step("list_snapshots"):
    snapshots = all_of(list_snapshots, "snapshots", 20)
with step("all pages"):
    whole = expect(list_snapshots.sync_detailed(client=client), 200).snapshots
    check({it.id for it in snapshots} == {it.id for it in whole} and len(whole) > 20, f"{len(snapshots)} of {len(whole)}")
with step("check_snapshot_name"):
    check(expect(check_snapshot_name.sync_detailed(NAME, client=client), 200).available is True, "the name is taken")
with step("create_snapshot"):
    body = SnapshotCreation(name=NAME, description="Made by a client")
    made = expect(create_snapshot.sync_detailed(vm_id, client=client, body=body), 201).snapshot
    check(made.status == "CREATING", f"status {made.status}")
with step("refusal"):
    refused = expect(create_snapshot.sync_detailed(vm_id, client=client, body=body), 400)
    check("used to create a snapshot" in refused.message, f"no reason: {refused}")
with step("wait"):
    wait(lambda: expect(get_snapshot.sync_detailed(made.id, client=client), 200).snapshot.status == "SUCCESS")
with step("get_snapshot"):
    got = expect(get_snapshot.sync_detailed(made.id, client=client), 200).snapshot
    check((got.name, got.vm_id) == (NAME, vm_id), f"{got}")
with step("list_snapshot_events"):
    check(expect(list_snapshot_events.sync_detailed(made.id, client=client), 200).snapshot_events, "no events")
with step("check_vm_name"):
    check(expect(check_vm_name.sync_detailed(f"{NAME}-vm", client=client), 200).available is True, "the name is taken")
with step("restore_snapshot"):
    body = SnapshotRestoration(new_vm_name=f"{NAME}-vm")
    restored = expect(restore_snapshot.sync_detailed(made.id, client=client, body=body), 200).instances[0]
with step("get_vm"):
    wait(lambda: vm_is(restored.id, "ACTIVE"))
with step("stop_vm"):
    expect(stop_vm.sync_detailed(restored.id, client=client), 200)
    wait(lambda: vm_is(restored.id, "SHUTOFF"))
with step("start_vm"):
    expect(start_vm.sync_detailed(restored.id, client=client), 200)
    wait(lambda: vm_is(restored.id, "ACTIVE"))
with step("list_vm_events"):
    check(expect(list_vm_events.sync_detailed(restored.id, client=client), 200).instance_events, "no events")
with step("check_image_name"):
    check(expect(check_image_name.sync_detailed(NAME, client=client), 200).available is True, "the name is taken")
with step("create_image"):
    image = expect(create_image.sync_detailed(made.id, client=client, body=ImageCreation(name=NAME)), 200).image
with step("get_image"):
    check(expect(get_image.sync_detailed(image.id, client=client), 200).image.name == NAME, "another name")
with step("list_images"):
    groups = expect(list_images.sync_detailed(client=client, include_public=False, search=NAME), 200).images
    check([it.id for group in groups for it in group.images] == [image.id], f"{groups}")
with step("delete_image"):
    expect(delete_image.sync_detailed(image.id, client=client), 200)
with step("delete_snapshot"):
    expect(delete_snapshot.sync_detailed(made.id, client=client), 200)
    wait(lambda: get_snapshot.sync_detailed(made.id, client=client).status_code == 404)
# The restored machine is cleaned up.
with step("delete_vm"):
    expect(delete_vm.sync_detailed(restored.id, client=client), 200)
    wait(lambda: get_vm.sync_detailed(restored.id, client=client).status_code == 404)
with step("404"):
    missing = expect(get_snapshot.sync_detailed(made.id, client=client), 404)
    check(missing.error_reason == "not_found" and missing.message, f"{missing}")
with step("HTML 502"):
    is_gateway_page(list_snapshots.sync_detailed(client=connect(BASE_URL_502)))
with step("unknown status"):
    found = expect(list_snapshots.sync_detailed(client=connect(BASE_URL_WEIRD)), 200).snapshots
    check(found and all(it.status == "WEIRD" for it in found), "the status was lost")
