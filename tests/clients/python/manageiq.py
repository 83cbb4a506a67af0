"""The scenario of ManageIQ with a client of openapi-python-client."""

import base64

from common import BASE_URL, BASE_URL_502, BASE_URL_WEIRD, NAME, SECRET, check, expect, is_gateway_page, step, wait
from manageiq_client import AuthenticatedClient
from manageiq_client.api.machines import get_vm, list_instances, list_vms
from manageiq_client.api.notifications import list_notifications
from manageiq_client.api.session import delete_token, get_entry_point, get_token
from manageiq_client.api.tasks import get_task, list_tasks, query_tasks
from manageiq_client.api.vm_snapshots import (
    act_on_vm_snapshot,
    change_vm_snapshots,
    describe_vm_snapshots,
    get_vm_snapshot,
    list_vm_snapshots,
)
from manageiq_client.api.volumes import list_volumes
from manageiq_client.models import (
    QueryAction,
    ResourceReference,
    SnapshotEntry,
    SnapshotsAction,
    SnapshotsChange,
    TaskQuery,
    VmSnapshotAction,
    VmSnapshotChange,
)


def connect(base_url):
    """Name and password, sent with the first request."""
    return AuthenticatedClient(base_url=base_url, token=base64.b64encode(SECRET.encode()).decode(), prefix="Basic")


def machine(client):
    """A vm of VMware: it can be reverted."""
    listed = expect(list_vms.sync_detailed(client=client, expand=["resources"], filter_=["vendor=vmware"]), 200)
    return listed.resources[0]


def create(client, vm):
    body = SnapshotsChange(action=SnapshotsAction("create"), resource=SnapshotEntry(name=NAME))
    return change_vm_snapshots.sync_detailed(vm.id, client=client, body=body)


basic = connect(BASE_URL)
with step("get_token"):
    token = expect(get_token.sync_detailed(client=basic), 200).auth_token
client = AuthenticatedClient(base_url=BASE_URL, token=token, prefix="", auth_header_name="X-Auth-Token")
with step("get_entry_point"):
    expect(get_entry_point.sync_detailed(client=client), 200)
with step("list_vms"):
    vm = machine(client)
with step("get_vm"):
    check(expect(get_vm.sync_detailed(vm.id, client=client), 200).name == vm.name, "another machine")
with step("list_instances"):
    check(expect(list_instances.sync_detailed(client=client), 200).resources, "no instances")
with step("list_volumes"):
    expect(list_volumes.sync_detailed(client=client), 200)
with step("describe_vm_snapshots"):
    expect(describe_vm_snapshots.sync_detailed(vm.id, client=client), 200)


def rows():
    """All pages, by the order of the ids: the filter makes the server tell how many there are of this machine."""
    found, pages = [], 0
    while True:
        page = expect(
            list_vm_snapshots.sync_detailed(
                vm.id, client=client, expand=["resources"], filter_=["id>0"], sort_by=["id"], offset=len(found), limit=4
            ),
            200,
        )
        found += page.resources
        pages += 1
        if len(found) >= page.subquery_count or not page.resources:
            return found, pages


with step("list_vm_snapshots"):
    before, pages = rows()
with step("all pages"):
    check(pages > 1 and len({it.id for it in before}) == len(before), f"{len(before)} on {pages} pages")
with step("change_vm_snapshots"):
    outcome = expect(create(client, vm), 200).results[0]
    check(outcome.success and outcome.task_id, f"{outcome}")
with step("get_task"):
    done = lambda: expect(get_task.sync_detailed(outcome.task_id, client=client), 200)
    wait(lambda: done().state == "Finished")
    check(done().status == "Ok", f"{done()}")
with step("wait"):
    known = {it.id for it in before}
    new = wait(lambda: [it for it in rows()[0] if it.id not in known and it.name == NAME])[0]
with step("get_vm_snapshot"):
    got = expect(get_vm_snapshot.sync_detailed(vm.id, new.id, client=client), 200)
    check(got.name == NAME and got.vm_or_template_id == vm.id, f"{got}")
with step("list_tasks"):
    tasks = expect(list_tasks.sync_detailed(client=client, expand=["resources"]), 200).resources
    check(outcome.task_id in [it.id for it in tasks], "the task is not listed")
with step("query_tasks"):
    body = TaskQuery(action=QueryAction("query"), resources=[ResourceReference(id=outcome.task_id)])
    check(expect(query_tasks.sync_detailed(client=client, body=body), 200).results[0].id == outcome.task_id, "another")
with step("list_notifications"):
    expect(list_notifications.sync_detailed(client=client), 200)
revert = VmSnapshotChange(action=VmSnapshotAction("revert"))
with step("refusal"):
    refused = expect(act_on_vm_snapshot.sync_detailed(vm.id, "999999", client=client, body=revert), 400)
    check(refused.success is False and refused.message, f"{refused}")
with step("act_on_vm_snapshot"):
    reverted = expect(act_on_vm_snapshot.sync_detailed(vm.id, new.id, client=client, body=revert), 200)
    wait(lambda: expect(get_task.sync_detailed(reverted.task_id, client=client), 200).state == "Finished")
    delete = VmSnapshotChange(action=VmSnapshotAction("delete"))
    expect(act_on_vm_snapshot.sync_detailed(vm.id, new.id, client=client, body=delete), 200)
    wait(lambda: get_vm_snapshot.sync_detailed(vm.id, new.id, client=client).status_code == 404)
with step("404"):
    missing = expect(get_vm_snapshot.sync_detailed(vm.id, new.id, client=client), 404)
    # A value of several forms has no type of its own: the parsed JSON.
    check(missing.error["kind"] == "not_found" and missing.error["message"], f"{missing}")
with step("delete_token"):
    expect(delete_token.sync_detailed(client=client), 204)
with step("HTML 502"):
    is_gateway_page(list_vms.sync_detailed(client=connect(BASE_URL_502)))
with step("unknown status"):
    weird = connect(BASE_URL_WEIRD)
    expect(create(weird, machine(weird)), 200)
    tasks = expect(list_tasks.sync_detailed(client=weird, expand=["resources"]), 200).resources
    check(tasks and all(it.state == "WEIRD" for it in tasks), "the status was lost")
