// The scenario of Genesis Cloud with a client of openapi-generator's typescript-fetch.
import { Configuration, type ErrorAnswer, InstancesApi, SnapshotsApi } from "./generated/genesiscloud/index.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { refusal, status } from "./common.js";

const configuration = (basePath: string) => new Configuration({ basePath, accessToken: SECRET });
const api = new SnapshotsApi(configuration(URLS.usual));
let made: string | undefined;

await run<string>({
  page: async (page) => {
    const { snapshots, totalCount } = await api.listSnapshots({ page, perPage: 20 });
    return { ids: snapshots.map((it) => it.id), last: page * 20 >= totalCount };
  },
  create: async () => {
    const { instances } = await new InstancesApi(configuration(URLS.usual)).listInstances();
    const instanceId = there(instances[0], "instance").id;
    made = (await api.createInstanceSnapshot({ instanceId, snapshotCreation: { name: NAME } })).snapshot.id;
  },
  ready: async () => {
    const { snapshot } = await api.getSnapshot({ snapshotId: there(made, "id") });
    return snapshot.status === "created" ? snapshot.id : undefined;
  },
  name: async (snapshotId) => (await api.getSnapshot({ snapshotId })).snapshot.name,
  change: (snapshotId) => api.renameSnapshot({ snapshotId, snapshotRenaming: { name: `${NAME}-2` } }),
  remove: (snapshotId) => api.deleteSnapshot({ snapshotId }),
  missing: (snapshotId) => refusal(api.getSnapshot({ snapshotId }), (body: ErrorAnswer) => body.message),
  gateway: () => status(new SnapshotsApi(configuration(URLS.gateway)).listSnapshots()),
});
