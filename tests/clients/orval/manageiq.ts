// The scenario of ManageIQ with a client of orval.
import * as api from "./generated/manageiq.js";
import { NAME, run, SECRET, there, URLS, wait } from "../scenario.js";
import { answer, connection, gateway } from "./common.js";

connection.baseUrl = URLS.usual;
connection.headers = { authorization: `Basic ${btoa(SECRET)}` };
const machines = await answer(api.listVms({ expand: ["resources"], "filter[]": ["vendor=vmware"] }), 200);
const vm_id = there(machines.resources?.[0]?.id, "machine");
const finished = async (task: string) => (await answer(api.getTask(task), 200)).state === "Finished";

await run<string>({
  page: async (page) => {
    const query = { expand: ["resources"], "filter[]": ["id>0"], sort_by: ["id"], offset: (page - 1) * 2, limit: 2 };
    const { resources, subquery_count } = await answer(api.listVmSnapshots(vm_id, query), 200);
    return { ids: (resources ?? []).map((it) => it.id), last: page * 2 >= (subquery_count ?? 0) };
  },
  create: async () => {
    const body = { action: "create" as const, resource: { name: NAME } };
    const { results } = await answer(api.changeVmSnapshots(vm_id, body), 200);
    const task = there(results[0]?.task_id, "task");
    await wait(() => finished(task));
  },
  ready: async () => {
    const query = { expand: ["resources"], "filter[]": [`name='${NAME}'`] };
    return (await answer(api.listVmSnapshots(vm_id, query), 200)).resources?.[0]?.id;
  },
  name: async (id) => (await answer(api.getVmSnapshot(vm_id, id), 200)).name,
  change: async (id) => {
    const { task_id } = await answer(api.actOnVmSnapshot(vm_id, id, { action: "revert" }), 200);
    await wait(() => finished(there(task_id, "task")));
  },
  remove: (id) => answer(api.actOnVmSnapshot(vm_id, id, { action: "delete" }), 200),
  missing: async (id) => ({ status: 404, text: JSON.stringify((await answer(api.getVmSnapshot(vm_id, id), 404)).error) }),
  gateway: () => gateway(URLS.gateway, api.listVms),
});
