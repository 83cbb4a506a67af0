"""The scenario of Syminet with a client of openapi-generator's python."""

from openapi_syminet import SnapshotNameRequest, SnapshotsApi
from scenario import BASE_URL, GATEWAY_URL, NAME, SECRET, Account, run


class Syminet(Account):
    provider = "syminet"

    def __init__(self):
        super().__init__()
        self.api = SnapshotsApi(self.connect(BASE_URL, access_token=SECRET))
        rows = self.api.list_snapshots().data
        self.slice_id = next(it.vm_id for it in rows if it.perms == it.vm_perms == "rw" and it.vm_deleted is None)

    def page(self, number):
        page = self.api.list_snapshots(page=number)
        return [it.id for it in page.data], number >= page.pages

    def create(self):
        self.api.create_snapshot(self.slice_id, SnapshotNameRequest(snapshot_name=NAME))

    def ready(self):
        return next((it.id for it in self.api.list_snapshots(query=NAME).data if it.in_progress is None), None)

    def name(self, snapshot_id):
        return next(it.name for it in self.api.list_snapshots(query=NAME).data if it.id == snapshot_id)

    def change(self, snapshot_id):
        self.api.rename_snapshot(snapshot_id, SnapshotNameRequest(snapshot_name=f"{NAME}-2"))

    def remove(self, snapshot_id):
        self.api.delete_snapshot(snapshot_id)

    def missing(self, _):
        return self.refused(404, self.api.delete_snapshot, 999_999_999).data.error

    def gateway(self):
        self.refused(502, SnapshotsApi(self.connect(GATEWAY_URL, access_token=SECRET)).list_snapshots)


run(Syminet())
