// The scenario of Genesis Cloud with a client of @hey-api/openapi-ts.
import { createClient } from "./generated/genesiscloud/client/index.js";
import * as api from "./generated/genesiscloud/sdk.gen.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { ok, refused } from "./common.js";

const connect = (baseUrl: string) => createClient({ baseUrl, headers: { authorization: `Bearer ${SECRET}` } });
const client = connect(URLS.usual);
let made: string | undefined;

await run<string>({
  page: async (page) => {
    const { snapshots, total_count } = await ok(api.listSnapshots({ client, query: { page, per_page: 20 } }));
    return { ids: snapshots.map((it) => it.id), last: page * 20 >= total_count };
  },
  create: async () => {
    const { instances } = await ok(api.listInstances({ client }));
    const instance_id = there(instances[0], "instance").id;
    made = (await ok(api.createInstanceSnapshot({ client, path: { instance_id }, body: { name: NAME } }))).snapshot.id;
  },
  ready: async () => {
    const { snapshot } = await ok(api.getSnapshot({ client, path: { snapshot_id: there(made, "id") } }));
    return snapshot.status === "created" ? snapshot.id : undefined;
  },
  name: async (snapshot_id) => (await ok(api.getSnapshot({ client, path: { snapshot_id } }))).snapshot.name,
  change: (snapshot_id) => ok(api.renameSnapshot({ client, path: { snapshot_id }, body: { name: `${NAME}-2` } })),
  remove: (snapshot_id) => api.deleteSnapshot({ client, path: { snapshot_id }, throwOnError: true }),
  missing: async (snapshot_id) => {
    const { status, body } = await refused(api.getSnapshot({ client, path: { snapshot_id } }));
    return { status, text: body.message };
  },
  gateway: async () => (await refused(api.listSnapshots({ client: connect(URLS.gateway) }))).status,
});
