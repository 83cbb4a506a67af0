"""The scenario of Hyperstack with a client of openapi-generator's python."""

from openapi_hyperstack import SnapshotCreation, SnapshotRestoration, SnapshotsApi, VirtualMachinesApi
from scenario import BASE_URL, GATEWAY_URL, NAME, SECRET, Account, check, run


class Hyperstack(Account):
    provider = "hyperstack"

    def __init__(self):
        super().__init__()
        self.client = self.connect(BASE_URL, api_key={"apiKey": SECRET})
        self.api = SnapshotsApi(self.client)

    def page(self, number):
        rows = self.api.list_snapshots(page=number, page_size=20).snapshots
        return [it.id for it in rows], not rows

    def create(self):
        vm = next(it for it in VirtualMachinesApi(self.client).list_vms().instances if it.status == "ACTIVE")
        self.made = self.api.create_snapshot(vm.id, SnapshotCreation(name=NAME, description="Made by a client")).snapshot.id

    def ready(self):
        snapshot = self.api.get_snapshot(self.made).snapshot
        return snapshot.id if snapshot.status == "SUCCESS" else None

    def name(self, snapshot_id):
        return self.api.get_snapshot(snapshot_id).snapshot.name

    def change(self, snapshot_id):
        answer = self.api.restore_snapshot(snapshot_id, SnapshotRestoration(new_vm_name=f"{NAME}-vm"))
        check(answer.instances, "no machine")

    def remove(self, snapshot_id):
        self.api.delete_snapshot(snapshot_id)

    def missing(self, snapshot_id):
        return self.refused(404, self.api.get_snapshot, snapshot_id).data.message

    def gateway(self):
        self.refused(502, SnapshotsApi(self.connect(GATEWAY_URL, api_key={"apiKey": SECRET})).list_snapshots)


run(Hyperstack())
