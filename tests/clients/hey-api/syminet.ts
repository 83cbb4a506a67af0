// The scenario of Syminet with a client of @hey-api/openapi-ts.
import { createClient } from "./generated/syminet/client/index.js";
import * as api from "./generated/syminet/sdk.gen.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { ok, refused } from "./common.js";

const connect = (baseUrl: string) => createClient({ baseUrl, headers: { authorization: `bearer ${SECRET}` } });
const client = connect(URLS.usual);
let slice_id = 0;
const named = async (query: string) => (await ok(api.listSnapshots({ client, query: { query } }))).data;

await run<number>({
  page: async (page) => {
    const { data, pages } = await ok(api.listSnapshots({ client, query: { page } }));
    slice_id ||= data.find((it) => it.perms === "rw" && it.vm_perms === "rw" && it.vm_deleted === null)?.vm_id ?? 0;
    return { ids: data.map((it) => it.id), last: page >= pages };
  },
  create: () => api.createSnapshot({ client, path: { slice_id }, body: { snapshot_name: NAME }, throwOnError: true }),
  ready: async () => (await named(NAME)).find((it) => it.in_progress === null)?.id,
  name: async (id) => there((await named(NAME)).find((it) => it.id === id), "snapshot").name,
  change: (snapshot_id) =>
    api.renameSnapshot({ client, path: { snapshot_id }, body: { snapshot_name: `${NAME}-2` }, throwOnError: true }),
  remove: (snapshot_id) => api.deleteSnapshot({ client, path: { snapshot_id }, throwOnError: true }),
  missing: async () => {
    const { status, body } = await refused(api.deleteSnapshot({ client, path: { snapshot_id: 999_999_999 } }));
    return { status, text: body.error };
  },
  gateway: async () => (await refused(api.listSnapshots({ client: connect(URLS.gateway) }))).status,
});
