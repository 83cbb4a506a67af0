// The scenario of ManageIQ with a client of @hey-api/openapi-ts.
import { createClient } from "./generated/manageiq/client/index.js";
import * as api from "./generated/manageiq/sdk.gen.js";
import { NAME, run, SECRET, there, URLS, wait } from "../scenario.js";
import { ok, refused } from "./common.js";

const connect = (baseUrl: string) => createClient({ baseUrl, headers: { authorization: `Basic ${btoa(SECRET)}` } });
const client = connect(URLS.usual);
const machines = await ok(api.listVms({ client, query: { expand: ["resources"], "filter[]": ["vendor=vmware"] } }));
const vm_id = there(machines.resources?.[0]?.id, "machine");
const finished = async (task_id: string) =>
  (await ok(api.getTask({ client, path: { task_id } }))).state === "Finished";
const act = (snapshot_id: string, action: "revert" | "delete") =>
  ok(api.actOnVmSnapshot({ client, path: { vm_id, snapshot_id }, body: { action } }));

await run<string>({
  page: async (page) => {
    const query = { expand: ["resources"], "filter[]": ["id>0"], sort_by: ["id"], offset: (page - 1) * 2, limit: 2 };
    const { resources, subquery_count } = await ok(api.listVmSnapshots({ client, path: { vm_id }, query }));
    return { ids: (resources ?? []).map((it) => it.id), last: page * 2 >= (subquery_count ?? 0) };
  },
  create: async () => {
    const body = { action: "create" as const, resource: { name: NAME } };
    const { results } = await ok(api.changeVmSnapshots({ client, path: { vm_id }, body }));
    const task = there(results[0]?.task_id, "task");
    await wait(() => finished(task));
  },
  ready: async () => {
    const query = { expand: ["resources"], "filter[]": [`name='${NAME}'`] };
    return (await ok(api.listVmSnapshots({ client, path: { vm_id }, query }))).resources?.[0]?.id;
  },
  name: async (snapshot_id) => (await ok(api.getVmSnapshot({ client, path: { vm_id, snapshot_id } }))).name,
  change: async (snapshot_id) => {
    const { task_id } = await act(snapshot_id, "revert");
    await wait(() => finished(there(task_id, "task")));
  },
  remove: (snapshot_id) => act(snapshot_id, "delete"),
  missing: async (snapshot_id) => {
    const { status, body } = await refused(api.getVmSnapshot({ client, path: { vm_id, snapshot_id } }));
    return { status, text: JSON.stringify(body.error) };
  },
  gateway: async () => (await refused(api.listVms({ client: connect(URLS.gateway) }))).status,
});
