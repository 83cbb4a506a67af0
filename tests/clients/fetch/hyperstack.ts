// The scenario of Hyperstack with a client of openapi-generator's typescript-fetch.
import { Configuration, type ErrorAnswer, SnapshotsApi, VirtualMachinesApi } from "./generated/hyperstack/index.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { refusal, status } from "./common.js";

const configuration = (basePath: string) => new Configuration({ basePath, apiKey: SECRET });
const api = new SnapshotsApi(configuration(URLS.usual));
const machines = new VirtualMachinesApi(configuration(URLS.usual));
let made: number | undefined;

await run<number>({
  page: async (page) => {
    const { snapshots } = await api.listSnapshots({ page, pageSize: 20 });
    return { ids: snapshots.map((it) => it.id), last: snapshots.length === 0 };
  },
  create: async () => {
    const { instances } = await machines.listVms();
    const vmId = there(instances.find((it) => it.status === "ACTIVE"), "machine").id;
    made = (await api.createSnapshot({ vmId, snapshotCreation: { name: NAME, description: "Made by a client" } })).snapshot.id;
  },
  ready: async () => {
    const { snapshot } = await api.getSnapshot({ snapshotId: there(made, "id") });
    return snapshot.status === "SUCCESS" ? snapshot.id : undefined;
  },
  name: async (snapshotId) => (await api.getSnapshot({ snapshotId })).snapshot.name,
  change: async (snapshotId) => {
    const answer = await api.restoreSnapshot({ snapshotId, snapshotRestoration: { newVmName: `${NAME}-vm` } });
    there(answer.instances?.[0]?.id, "machine");
  },
  remove: (snapshotId) => api.deleteSnapshot({ snapshotId }),
  missing: (snapshotId) => refusal(api.getSnapshot({ snapshotId }), (body: ErrorAnswer) => body.message),
  gateway: () => status(new SnapshotsApi(configuration(URLS.gateway)).listSnapshots()),
});
