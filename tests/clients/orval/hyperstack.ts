// The scenario of Hyperstack with a client of orval.
import * as api from "./generated/hyperstack.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { answer, connection, gateway } from "./common.js";

connection.baseUrl = URLS.usual;
connection.headers = { api_key: SECRET };
let made: number | undefined;

await run<number>({
  page: async (page) => {
    const { snapshots } = await answer(api.listSnapshots({ page, pageSize: 20 }), 200);
    return { ids: snapshots.map((it) => it.id), last: snapshots.length === 0 };
  },
  create: async () => {
    const { instances } = await answer(api.listVms(), 200);
    const vm = there(instances.find((it) => it.status === "ACTIVE"), "machine");
    const body = { name: NAME, description: "Made by a client" };
    made = (await answer(api.createSnapshot(vm.id, body), 201)).snapshot.id;
  },
  ready: async () => {
    const { snapshot } = await answer(api.getSnapshot(there(made, "id")), 200);
    return snapshot.status === "SUCCESS" ? snapshot.id : undefined;
  },
  name: async (id) => (await answer(api.getSnapshot(id), 200)).snapshot.name,
  change: async (id) => {
    const { instances } = await answer(api.restoreSnapshot(id, { new_vm_name: `${NAME}-vm` }), 200);
    there(instances?.[0]?.id, "machine");
  },
  remove: (id) => answer(api.deleteSnapshot(id), 200),
  missing: async (id) => ({ status: 404, text: (await answer(api.getSnapshot(id), 404)).message }),
  gateway: () => gateway(URLS.gateway, api.listSnapshots),
});
