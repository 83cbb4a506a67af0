"""The scenario of ManageIQ with a client of openapi-generator's python."""

from openapi_manageiq import MachinesApi, SnapshotsChange, TasksApi, VMSnapshotsApi, VmSnapshotChange
from scenario import BASE_URL, GATEWAY_URL, NAME, SECRET, Account, basic, run, wait


class ManageIq(Account):
    provider = "manageiq"

    def __init__(self):
        super().__init__()
        self.client = self.connect(BASE_URL)
        basic(self.client.default_headers)
        self.api = VMSnapshotsApi(self.client)
        machines = MachinesApi(self.client).list_vms(expand=["resources"], filter=["vendor=vmware"])
        self.vm_id = machines.resources[0].id

    def page(self, number):
        query = {"expand": ["resources"], "filter": ["id>0"], "sort_by": ["id"], "offset": (number - 1) * 2, "limit": 2}
        page = self.api.list_vm_snapshots(self.vm_id, **query)
        return [it.id for it in page.resources], number * 2 >= page.subquery_count

    def finish(self, task_id):
        wait(lambda: TasksApi(self.client).get_task(task_id).state == "Finished")

    def create(self):
        body = SnapshotsChange.from_dict({"action": "create", "resource": {"name": NAME}})
        self.finish(self.api.change_vm_snapshots(self.vm_id, body).results[0].task_id)

    def ready(self):
        rows = self.api.list_vm_snapshots(self.vm_id, expand=["resources"], filter=[f"name='{NAME}'"]).resources
        return rows[0].id if rows else None

    def name(self, snapshot_id):
        return self.api.get_vm_snapshot(self.vm_id, snapshot_id).name

    def act(self, snapshot_id, action):
        return self.api.act_on_vm_snapshot(self.vm_id, snapshot_id, VmSnapshotChange(action=action))

    def change(self, snapshot_id):
        self.finish(self.act(snapshot_id, "revert").task_id)

    def remove(self, snapshot_id):
        self.act(snapshot_id, "delete")

    def missing(self, snapshot_id):
        return self.refused(404, self.api.get_vm_snapshot, self.vm_id, snapshot_id).data.error

    def gateway(self):
        client = self.connect(GATEWAY_URL)
        basic(client.default_headers)
        self.refused(502, MachinesApi(client).list_vms)


run(ManageIq())
