// The scenario of Genesis Cloud with a client of orval.
import * as api from "./generated/genesiscloud.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { answer, connection, gateway } from "./common.js";

connection.baseUrl = URLS.usual;
connection.headers = { authorization: `Bearer ${SECRET}` };
let made: string | undefined;

await run<string>({
  page: async (page) => {
    const { snapshots, total_count } = await answer(api.listSnapshots({ page, per_page: 20 }), 200);
    return { ids: snapshots.map((it) => it.id), last: page * 20 >= total_count };
  },
  create: async () => {
    const { instances } = await answer(api.listInstances(), 200);
    made = (await answer(api.createInstanceSnapshot(there(instances[0], "instance").id, { name: NAME }), 201)).snapshot.id;
  },
  ready: async () => {
    const { snapshot } = await answer(api.getSnapshot(there(made, "id")), 200);
    return snapshot.status === "created" ? snapshot.id : undefined;
  },
  name: async (id) => (await answer(api.getSnapshot(id), 200)).snapshot.name,
  change: (id) => answer(api.renameSnapshot(id, { name: `${NAME}-2` }), 200),
  remove: (id) => answer(api.deleteSnapshot(id), 204),
  missing: async (id) => ({ status: 404, text: (await answer(api.getSnapshot(id), 404)).message }),
  gateway: () => gateway(URLS.gateway, api.listSnapshots),
});
