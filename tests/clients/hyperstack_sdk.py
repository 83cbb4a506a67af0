"""Runs the vendor's own SDK, unmodified, against the sandbox: checks what must work, and reports how it handles real responses.

Reads the sandbox's JSON line from stdin. Prints the result of each call; exits with 1 if something that must work does not.
"""

import json
import sys
import time

import hyperstack
from hyperstack import exceptions
from hyperstack.api.image_api import ImageApi
from hyperstack.api.snapshots_api import SnapshotsApi
from hyperstack.api.virtual_machine_api import VirtualMachineApi
from hyperstack.models.create_image_payload import CreateImagePayload
from hyperstack.models.create_snapshot_payload import CreateSnapshotPayload
from hyperstack.models.snapshot_restore_request import SnapshotRestoreRequest
from hyperstack.models.snapshot_retrieve import SnapshotRetrieve
from pydantic import ValidationError

place = json.loads(sys.stdin.readline())["providers"]["hyperstack"]
failures = []


def client(key):
    configuration = hyperstack.Configuration(host=place["base_url"], api_key={"apiKey": key})
    return hyperstack.ApiClient(configuration)


def must(what, holds, seen=""):
    print(f"{'ok' if holds else 'FAILED'}: {what} {seen}".rstrip())
    if not holds:
        failures.append(what)


def fails_as(what, kind, call):
    try:
        call()
    except exceptions.ApiException as error:
        must(what, type(error) is kind, f"-> {type(error).__name__} {error.status}")
    else:
        must(what, False, "-> no error")


def report(what, call, describe):
    """Prints the result of a call that may fail."""
    try:
        print(f"seen: {what} -> {describe(call())}")
    except ValidationError as error:
        places = sorted({".".join(str(part) for part in problem["loc"]) for problem in error.errors()})
        print(f"seen: {what} -> ValidationError, {error.error_count()} problems: {', '.join(places)}")
    except Exception as error:  # noqa: BLE001: any failure is reported
        print(f"seen: {what} -> {type(error).__name__}: {error}")


def created(name):
    payload = CreateSnapshotPayload(name=name, description="by the SDK")
    return machines.create_snapshot_for_vm(vm_id=vm.id, payload=payload).snapshot


with client(place["token"]) as api:
    machines, snapshots, images = VirtualMachineApi(api), SnapshotsApi(api), ImageApi(api)

    listed = machines.list_vms()
    must("list VMs", listed.status is True and len(listed.instances) == 3, f"-> {len(listed.instances)}")
    vm = listed.instances[0]
    must("get VM", machines.get_vm(vm_id=vm.id).instance.name == vm.name)

    before = snapshots.list_snapshots()
    must("list snapshots", len(before.snapshots) == 4, f"-> {len(before.snapshots)}")
    page = snapshots.list_snapshots(page="2", page_size="3")
    must("list a page of snapshots", len(page.snapshots) == 1 and page.page == 2)

    free = snapshots.fetch_snapshot_name_availability(name="by-the-sdk")
    must("an unused name is available", free.available is True)
    new = created("by-the-sdk")
    must("create", new.status == "CREATING" and new.vm_id == vm.id, f"-> {new.id} {new.status}")
    taken = snapshots.fetch_snapshot_name_availability(name="by-the-sdk")
    must("a name in use is not available", taken.available is False)
    fails_as("create while another is in progress", exceptions.BadRequestException, lambda: created("too-soon"))
    time.sleep(1.5)
    state = {row.id: row.status for row in snapshots.list_snapshots().snapshots}
    must("the list shows it as complete", state.get(new.id) == "SUCCESS", f"-> {state.get(new.id)}")

    unknown = 999_999_999
    fails_as("delete an unknown id", exceptions.NotFoundException, lambda: snapshots.delete_snapshot(id=unknown))
    fails_as("get an unknown id", exceptions.NotFoundException, lambda: snapshots.get_snapshot(id=unknown))
    fails_as("get an unknown VM", exceptions.NotFoundException, lambda: machines.get_vm(vm_id=unknown))
    payload = CreateSnapshotPayload(name="n", description="d")
    fails_as(
        "create for an unknown VM",
        exceptions.NotFoundException,
        lambda: machines.create_snapshot_for_vm(vm_id=unknown, payload=payload),
    )

    golden = next(row for row in before.snapshots if row.is_image)
    report("get a snapshot", lambda: snapshots.get_snapshot(id=golden.id), lambda got: got.snapshot.status)
    body = json.loads(snapshots.get_snapshot_without_preload_content(id=golden.id).data)
    body["snapshot"] = {name: value for name, value in body["snapshot"].items() if not isinstance(value, (dict, list))}
    report("the same without objects and lists", lambda: SnapshotRetrieve.from_dict(body), lambda got: got.status)
    restore = SnapshotRestoreRequest(new_vm_name="by-the-sdk", contract_id=1)
    report(
        "restore",
        lambda: snapshots.restore_snapshot(id=new.id, payload=restore),
        lambda got: f"{got.message!r}, instance = {got.instance}, errors = {getattr(got, 'errors', 'no such field')}",
    )
    image = CreateImagePayload(name="by-the-sdk")
    report(
        "create an image",
        lambda: snapshots.create_custom_image(snapshot_id=new.id, payload=image),
        lambda got: f"{got.message!r}, id = {got.id}",
    )
    deployed = [row for row in machines.list_vms().instances if row.name == "by-the-sdk"]
    must("the machine was created nonetheless", len(deployed) == 1)

    deleted = snapshots.delete_snapshot(id=new.id)
    must("delete", deleted.status is True, f"-> {deleted.message!r}")
    time.sleep(1.5)
    must("it is gone", new.id not in {row.id for row in snapshots.list_snapshots().snapshots})

with client("an-invalid-key") as api:
    fails_as("an invalid key", exceptions.UnauthorizedException, lambda: SnapshotsApi(api).list_snapshots())

print(f"hyperstack {hyperstack.__version__}: {len(failures)} failures")
sys.exit(1 if failures else 0)
