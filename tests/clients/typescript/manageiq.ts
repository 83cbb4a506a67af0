// The scenario of ManageIQ with a client of openapi-typescript and openapi-fetch.

import createClient from "openapi-fetch";
import { check, expect, isGatewayPage, NAME, refused, SECRET, step, there, urls, wait } from "./common.js";
import type { components, paths } from "./generated/manageiq.js";

// Lists of words are joined by commas; conditions are repeated under their own name.
const querySerializer = (query: Record<string, unknown>) =>
  Object.entries(query)
    .flatMap(([name, value]) => {
      const values = Array.isArray(value) ? (name === "filter[]" ? value : [value.join(",")]) : [value];
      return values.map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(String(text))}`);
    })
    .join("&");
const connect = (baseUrl: string, headers: Record<string, string>) =>
  createClient<paths>({ baseUrl, headers, querySerializer });
// Name and password, sent with the first request.
const basic = { authorization: `Basic ${btoa(SECRET)}` };
type Client = ReturnType<typeof connect>;

/** A vm of VMware: it can be reverted. */
async function machine(client: Client) {
  const query = { expand: ["resources"], "filter[]": ["vendor=vmware"] };
  return there(expect(await client.GET("/vms", { params: { query } }), 200).resources?.[0], "machine");
}
const create = (client: Client, vm_id: string) =>
  client.POST("/vms/{vm_id}/snapshots", {
    params: { path: { vm_id } },
    body: { action: "create", resource: { name: NAME } },
  });

const token = await step(
  "get_token",
  async () => expect(await connect(urls.usual, basic).GET("/auth"), 200).auth_token,
);
const client = connect(urls.usual, { "X-Auth-Token": token });
await step("get_entry_point", async () => expect(await client.GET("/"), 200));
const vm = await step("list_vms", () => machine(client));
const vm_id = there(vm.id, "id");
const of = { path: { vm_id } };
await step("get_vm", async () => {
  const found = expect(await client.GET("/vms/{vm_id}", { params: of }), 200);
  check(found.name === vm.name, "another machine");
});
await step("list_instances", async () => {
  check(there(expect(await client.GET("/instances"), 200).resources, "list").length > 0, "no instances");
});
await step("list_volumes", async () => expect(await client.GET("/cloud_volumes"), 200));
await step("describe_vm_snapshots", async () => {
  expect(await client.OPTIONS("/vms/{vm_id}/snapshots", { params: of }), 200);
});

/** All pages, by the order of the ids: the filter makes the server tell how many there are of this machine. */
async function rows() {
  const found: components["schemas"]["Snapshot"][] = [];
  for (let pages = 1; ; pages += 1) {
    const query = { expand: ["resources"], "filter[]": ["id>0"], sort_by: ["id"], offset: found.length, limit: 4 };
    const page = expect(await client.GET("/vms/{vm_id}/snapshots", { params: { ...of, query } }), 200);
    found.push(...(page.resources ?? []));
    if (found.length >= (page.subquery_count ?? 0) || page.resources?.length === 0) return { found, pages };
  }
}
const before = await step("list_vm_snapshots", rows);
const known = new Set(before.found.map((row) => row.id));
await step("all pages", async () => {
  check(before.pages > 1 && known.size === before.found.length, `${known.size} on ${before.pages} pages`);
});
const task_id = await step("change_vm_snapshots", async () => {
  const outcome = there(expect(await create(client, vm_id), 200).results[0], "result");
  check(outcome.success, JSON.stringify(outcome));
  return there(outcome.task_id, "task");
});
const finished = async (task_id: string) => {
  const task = expect(await client.GET("/tasks/{task_id}", { params: { path: { task_id } } }), 200);
  return task.state === "Finished" ? task : undefined;
};
await step("get_task", async () => check((await wait(() => finished(task_id))).status === "Ok", "the task failed"));
const snapshot_id = await step("wait", async () => {
  const isNew = async () => (await rows()).found.find((row) => !known.has(row.id) && row.name === NAME);
  return there((await wait(isNew)).id, "id");
});
const params = { path: { vm_id, snapshot_id } };
const get = () => client.GET("/vms/{vm_id}/snapshots/{snapshot_id}", { params });
await step("get_vm_snapshot", async () => {
  const found = expect(await get(), 200);
  check(found.name === NAME && found.vm_or_template_id === vm_id, JSON.stringify(found));
});
await step("list_tasks", async () => {
  const { resources } = expect(await client.GET("/tasks", { params: { query: { expand: ["resources"] } } }), 200);
  check(
    there(resources, "list").some((row) => row.id === task_id),
    "the task is not listed",
  );
});
await step("query_tasks", async () => {
  const body = { action: "query" as const, resources: [{ id: task_id }] };
  const { results } = expect(await client.POST("/tasks", { body }), 200);
  check(results[0]?.id === task_id, "another task");
});
await step("list_notifications", async () => expect(await client.GET("/notifications"), 200));
const revert = { action: "revert" as const };
await step("refusal", async () => {
  const nothing = { path: { vm_id, snapshot_id: "999999" } };
  const answer = await client.POST("/vms/{vm_id}/snapshots/{snapshot_id}", { params: nothing, body: revert });
  const refusal = there(refused(answer, 400), "body");
  check("success" in refusal && refusal.success === false && Boolean(refusal.message), JSON.stringify(refusal));
});
await step("act_on_vm_snapshot", async () => {
  const act = (action: "revert" | "delete") =>
    client.POST("/vms/{vm_id}/snapshots/{snapshot_id}", { params, body: { action } });
  const task = there(expect(await act("revert"), 200).task_id, "task");
  await wait(() => finished(task));
  expect(await act("delete"), 200);
  await wait(async () => (await get()).response.status === 404);
});
await step("404", async () => {
  const { error: found } = there(refused(await get(), 404), "body");
  // A value of several forms has no type of its own.
  const error = found as { kind?: string; message?: string } | string | null | undefined;
  check(typeof error === "object" && error?.kind === "not_found" && Boolean(error.message), JSON.stringify(error));
});
await step("delete_token", async () => expect(await client.DELETE("/auth"), 204));
await step("HTML 502", async () => isGatewayPage(await connect(urls.gateway, basic).GET("/vms")));
await step("unknown status", async () => {
  const weird = connect(urls.weird, basic);
  expect(await create(weird, there((await machine(weird)).id, "id")), 200);
  const { resources } = expect(await weird.GET("/tasks", { params: { query: { expand: ["resources"] } } }), 200);
  const tasks = there(resources, "list");
  check(tasks.length > 0 && tasks.every((row) => row.state === "WEIRD"), "the status was lost");
});
