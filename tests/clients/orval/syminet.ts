// The scenario of Syminet with a client of orval.
import * as api from "./generated/syminet.js";
import { NAME, run, SECRET, there, URLS } from "../scenario.js";
import { answer, connection, gateway } from "./common.js";

connection.baseUrl = URLS.usual;
connection.headers = { authorization: `bearer ${SECRET}` };
let slice_id = 0;
const named = async (query: string) => (await answer(api.listSnapshots({ query }), 200)).data;

await run<number>({
  page: async (page) => {
    const { data, pages } = await answer(api.listSnapshots({ page }), 200);
    slice_id ||= data.find((it) => it.perms === "rw" && it.vm_perms === "rw" && it.vm_deleted === null)?.vm_id ?? 0;
    return { ids: data.map((it) => it.id), last: page >= pages };
  },
  create: () => answer(api.createSnapshot(slice_id, { snapshot_name: NAME }), 202),
  ready: async () => (await named(NAME)).find((it) => it.in_progress === null)?.id,
  name: async (id) => there((await named(NAME)).find((it) => it.id === id), "snapshot").name,
  change: (id) => answer(api.renameSnapshot(id, { snapshot_name: `${NAME}-2` }), 202),
  remove: (id) => answer(api.deleteSnapshot(id), 202),
  missing: async () => ({ status: 404, text: (await answer(api.deleteSnapshot(999_999_999), 404)).error }),
  gateway: () => gateway(URLS.gateway, api.listSnapshots),
});
