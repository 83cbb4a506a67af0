// The scenario of ManageIQ with a client of openapi-generator's typescript-fetch.
import { Configuration, type ErrorAnswer, MachinesApi, TasksApi, VMSnapshotsApi } from "./generated/manageiq/index.js";
import { NAME, run, SECRET, there, URLS, wait } from "../scenario.js";
import { refusal, status } from "./common.js";

const configuration = (basePath: string) =>
  new Configuration({ basePath, headers: { authorization: `Basic ${btoa(SECRET)}` } });
const usual = configuration(URLS.usual);
const api = new VMSnapshotsApi(usual);
const { resources } = await new MachinesApi(usual).listVms({ expand: ["resources"], filter: ["vendor=vmware"] });
const vmId = there(resources?.[0]?.id, "machine");
const finished = async (taskId: string) => (await new TasksApi(usual).getTask({ taskId })).state === "Finished";

await run<string>({
  page: async (page) => {
    const query = { expand: ["resources"], filter: ["id>0"], sortBy: ["id"], offset: (page - 1) * 2, limit: 2 };
    const { resources, subqueryCount } = await api.listVmSnapshots({ vmId, ...query });
    return { ids: (resources ?? []).map((it) => it.id), last: page * 2 >= (subqueryCount ?? 0) };
  },
  create: async () => {
    const snapshotsChange = { action: "create" as const, resource: { name: NAME } };
    const { results } = await api.changeVmSnapshots({ vmId, snapshotsChange });
    const task = there(results[0]?.taskId, "task");
    await wait(() => finished(task));
  },
  ready: async () => {
    const { resources } = await api.listVmSnapshots({ vmId, expand: ["resources"], filter: [`name='${NAME}'`] });
    return resources?.[0]?.id;
  },
  name: async (snapshotId) => (await api.getVmSnapshot({ vmId, snapshotId })).name,
  change: async (snapshotId) => {
    const { taskId } = await api.actOnVmSnapshot({ vmId, snapshotId, vmSnapshotChange: { action: "revert" } });
    await wait(() => finished(there(taskId, "task")));
  },
  remove: (snapshotId) => api.actOnVmSnapshot({ vmId, snapshotId, vmSnapshotChange: { action: "delete" } }),
  missing: (snapshotId) =>
    refusal(api.getVmSnapshot({ vmId, snapshotId }), (body: ErrorAnswer) => JSON.stringify(body.error)),
  gateway: () => status(new VMSnapshotsApi(configuration(URLS.gateway)).listVmSnapshots({ vmId })),
});
