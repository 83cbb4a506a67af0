// The scenario of Hyperstack with a client of @hey-api/openapi-ts.
import { createClient } from "./generated/hyperstack/client/index.js";
import * as api from "./generated/hyperstack/sdk.gen.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { ok, refused } from "./common.js";

const connect = (baseUrl: string) => createClient({ baseUrl, headers: { api_key: SECRET } });
const client = connect(URLS.usual);
let made: number | undefined;

await run<number>({
  page: async (page) => {
    const { snapshots } = await ok(api.listSnapshots({ client, query: { page, pageSize: 20 } }));
    return { ids: snapshots.map((it) => it.id), last: snapshots.length === 0 };
  },
  create: async () => {
    const { instances } = await ok(api.listVms({ client }));
    const vm_id = there(instances.find((it) => it.status === "ACTIVE"), "machine").id;
    const body = { name: NAME, description: "Made by a client" };
    made = (await ok(api.createSnapshot({ client, path: { vm_id }, body }))).snapshot.id;
  },
  ready: async () => {
    const { snapshot } = await ok(api.getSnapshot({ client, path: { snapshot_id: there(made, "id") } }));
    return snapshot.status === "SUCCESS" ? snapshot.id : undefined;
  },
  name: async (snapshot_id) => (await ok(api.getSnapshot({ client, path: { snapshot_id } }))).snapshot.name,
  change: async (snapshot_id) => {
    const body = { new_vm_name: `${NAME}-vm` };
    there((await ok(api.restoreSnapshot({ client, path: { snapshot_id }, body }))).instances?.[0]?.id, "machine");
  },
  remove: (snapshot_id) => ok(api.deleteSnapshot({ client, path: { snapshot_id } })),
  missing: async (snapshot_id) => {
    const { status, body } = await refused(api.getSnapshot({ client, path: { snapshot_id } }));
    return { status, text: body.message };
  },
  gateway: async () => (await refused(api.listSnapshots({ client: connect(URLS.gateway) }))).status,
});
