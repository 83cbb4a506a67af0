// The scenario of Syminet with a client of openapi-generator's typescript-fetch.
import { Configuration, SnapshotsApi, type ErrorAnswer } from "./generated/syminet/index.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { refusal, status } from "./common.js";

const connect = (basePath: string) => new SnapshotsApi(new Configuration({ basePath, accessToken: SECRET }));
const api = connect(URLS.usual);
let sliceId = 0;
const named = async (query: string) => (await api.listSnapshots({ query })).data;

await run<number>({
  page: async (page) => {
    const { data, pages } = await api.listSnapshots({ page });
    sliceId ||= data.find((it) => it.perms === "rw" && it.vmPerms === "rw" && it.vmDeleted === null)?.vmId ?? 0;
    return { ids: data.map((it) => it.id), last: page >= pages };
  },
  create: () => api.createSnapshot({ sliceId, snapshotNameRequest: { snapshotName: NAME } }),
  ready: async () => (await named(NAME)).find((it) => it.inProgress === null)?.id,
  name: async (id) => there((await named(NAME)).find((it) => it.id === id), "snapshot").name,
  change: (snapshotId) => api.renameSnapshot({ snapshotId, snapshotNameRequest: { snapshotName: `${NAME}-2` } }),
  remove: (snapshotId) => api.deleteSnapshot({ snapshotId }),
  missing: () => refusal(api.deleteSnapshot({ snapshotId: 999_999_999 }), (body: ErrorAnswer) => body.error),
  gateway: () => status(connect(URLS.gateway).listSnapshots()),
});
