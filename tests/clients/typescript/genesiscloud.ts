// The scenario of Genesis Cloud with a client of openapi-typescript and openapi-fetch.

import createClient from "openapi-fetch";
import { check, expect, isGatewayPage, NAME, refused, SECRET, step, there, urls, wait } from "./common.js";
import type { paths } from "./generated/genesiscloud.js";

const connect = (baseUrl: string) => createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${SECRET}` } });
const client = connect(urls.usual);

const known = await step("list_snapshots", async () => {
  const rows = [];
  for (let page = 1; ; page += 1) {
    const answer = expect(await client.GET("/snapshots", { params: { query: { page, per_page: 20 } } }), 200);
    rows.push(...answer.snapshots);
    if (rows.length >= answer.total_count || answer.snapshots.length === 0) return { rows, page };
  }
});
await step("all pages", async () => {
  check(known.page > 1 && new Set(known.rows.map((row) => row.id)).size === known.rows.length, "pages overlap");
});
const instance = await step("list_instances", async () => {
  return there(expect(await client.GET("/instances"), 200).instances[0], "instance");
});
const of = { path: { instance_id: instance.id } };
const made = await step("create_instance_snapshot", async () => {
  const body = { name: NAME };
  const { snapshot } = expect(await client.POST("/instances/{instance_id}/snapshots", { params: of, body }), 201);
  check(snapshot.status === "creating", `status ${snapshot.status}`);
  return snapshot;
});
const restore = () =>
  client.POST("/instances", {
    body: {
      name: NAME,
      hostname: NAME,
      type: instance.type,
      image: made.id,
      region: made.region,
      password: "Not-A-Real-Passw0rd",
    },
  });
await step("refusal", async () => {
  // The snapshot is not ready. The vendor declares a single form of error, and no status beside it.
  const { message } = there(refused(await restore(), 409), "body");
  check(message === "the snapshot is not ready", `no reason: ${message}`);
});
const get = (snapshot_id: string) => client.GET("/snapshots/{snapshot_id}", { params: { path: { snapshot_id } } });
const isMade = (id: string) => wait(async () => expect(await get(id), 200).snapshot.status === "created");
await step("wait", () => isMade(made.id));
await step("get_snapshot", async () => {
  const { snapshot } = expect(await get(made.id), 200);
  check(snapshot.source_instance_id === instance.id, JSON.stringify(snapshot));
});
await step("list_instance_snapshots", async () => {
  const { snapshots } = expect(await client.GET("/instances/{instance_id}/snapshots", { params: of }), 200);
  check(
    snapshots.some((row) => row.id === made.id),
    "the new snapshot is not listed",
  );
});
const snapshot = { path: { snapshot_id: made.id } };
await step("rename_snapshot", async () => {
  const body = { name: `${NAME}-2` };
  const answer = expect(await client.PATCH("/snapshots/{snapshot_id}", { params: snapshot, body }), 200);
  check(answer.snapshot.name === `${NAME}-2`, `name ${answer.snapshot.name}`);
});
const instance_id = await step("create_instance", async () => expect(await restore(), 201).instance.id);
await step("get_instance", () =>
  wait(async () => {
    const answer = await client.GET("/instances/{instance_id}", { params: { path: { instance_id } } });
    return expect(answer, 200).instance.status === "active";
  }),
);
await step("clone_snapshot", async () => {
  const body = { name: `${NAME}-clone`, region: "EUC-DE-MUC-1" };
  const answer = expect(await client.POST("/snapshots/{snapshot_id}/clone", { params: snapshot, body }), 201);
  await isMade(answer.snapshot.id);
});
await step("import_snapshot", async () => {
  const url = "https://images.example.com/appliance.raw";
  const body = { name: `${NAME}-import`, size: 20, url, region: "EUC-DE-MUC-1" };
  await isMade(expect(await client.POST("/snapshots", { body }), 201).snapshot.id);
});
await step("delete_snapshot", async () => {
  expect(await client.DELETE("/snapshots/{snapshot_id}", { params: snapshot }), 204);
  await wait(async () => (await get(made.id)).response.status === 404);
});
// The restored machine is cleaned up.
await step("delete_instance", async () => {
  const params = { path: { instance_id } };
  expect(await client.DELETE("/instances/{instance_id}", { params }), 204);
  await wait(async () => (await client.GET("/instances/{instance_id}", { params })).response.status === 404);
});
await step("404", async () => {
  const missing = there(refused(await get(made.id), 404), "body");
  check(Boolean(missing.code && missing.message), JSON.stringify(missing));
});
await step("HTML 502", async () => isGatewayPage(await connect(urls.gateway).GET("/snapshots")));
await step("unknown status", async () => {
  const { snapshots } = expect(await connect(urls.weird).GET("/snapshots"), 200);
  check(snapshots.length > 0 && snapshots.every((row) => row.status === "WEIRD"), "the status was lost");
});
