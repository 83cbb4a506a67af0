"""The scenario of Genesis Cloud with a client of openapi-generator's python."""

from openapi_genesiscloud import InstancesApi, SnapshotCreation, SnapshotRenaming, SnapshotsApi
from scenario import BASE_URL, GATEWAY_URL, NAME, SECRET, Account, run


class GenesisCloud(Account):
    provider = "genesiscloud"

    def __init__(self):
        super().__init__()
        self.client = self.connect(BASE_URL, access_token=SECRET)
        self.api = SnapshotsApi(self.client)

    def page(self, number):
        page = self.api.list_snapshots(page=number, per_page=20)
        return [it.id for it in page.snapshots], number * 20 >= page.total_count

    def create(self):
        instance = InstancesApi(self.client).list_instances().instances[0]
        self.made = self.api.create_instance_snapshot(instance.id, SnapshotCreation(name=NAME)).snapshot.id

    def ready(self):
        snapshot = self.api.get_snapshot(self.made).snapshot
        return snapshot.id if snapshot.status == "created" else None

    def name(self, snapshot_id):
        return self.api.get_snapshot(snapshot_id).snapshot.name

    def change(self, snapshot_id):
        self.api.rename_snapshot(snapshot_id, SnapshotRenaming(name=f"{NAME}-2"))

    def remove(self, snapshot_id):
        self.api.delete_snapshot(snapshot_id)

    def missing(self, snapshot_id):
        return self.refused(404, self.api.get_snapshot, snapshot_id).data.message

    def gateway(self):
        self.refused(502, SnapshotsApi(self.connect(GATEWAY_URL, access_token=SECRET)).list_snapshots)


run(GenesisCloud())
