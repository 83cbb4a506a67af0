// The scenario of Hyperstack with a client of openapi-typescript and openapi-fetch.

import createClient from "openapi-fetch";
import { check, expect, isGatewayPage, NAME, refused, SECRET, step, there, urls, wait } from "./common.js";
import type { paths } from "./generated/hyperstack.js";

const connect = (baseUrl: string) => createClient<paths>({ baseUrl, headers: { api_key: SECRET } });
const client = connect(urls.usual);

const vms = await step("list_vms", async () => {
  const rows = [];
  for (let page = 1; ; page += 1) {
    const query = { page, pageSize: 2 };
    const { instances } = expect(await client.GET("/core/virtual-machines", { params: { query } }), 200);
    if (instances.length === 0) return rows;
    rows.push(...instances);
  }
});
const vm_id = there(
  vms.find((vm) => vm.status === "ACTIVE"),
  "machine that runs",
).id;
const snapshots = await step("list_snapshots", async () => {
  const rows = [];
  for (let page = 1; ; page += 1) {
    const query = { page, pageSize: 20 };
    const { snapshots } = expect(await client.GET("/core/snapshots", { params: { query } }), 200);
    if (snapshots.length === 0) return rows;
    rows.push(...snapshots);
  }
});
await step("all pages", async () => {
  const whole = expect(await client.GET("/core/snapshots"), 200).snapshots;
  const ids = new Set(snapshots.map((row) => row.id));
  check(whole.length > 20 && whole.every((row) => ids.has(row.id)), `${ids.size} of ${whole.length}`);
});
await step("check_snapshot_name", async () => {
  const params = { path: { name: NAME } };
  const answer = expect(await client.GET("/core/snapshots/name-availability/{name}", { params }), 200);
  check(answer.available, "the name is taken");
});
const create = () =>
  client.POST("/core/virtual-machines/{vm_id}/snapshots", {
    params: { path: { vm_id } },
    body: { name: NAME, description: "Made by a client" },
  });
const made = await step("create_snapshot", async () => {
  const { snapshot } = expect(await create(), 201);
  check(snapshot.status === "CREATING", `status ${snapshot.status}`);
  return snapshot;
});
await step("refusal", async () => {
  const { message } = there(refused(await create(), 400), "body");
  check(/used to create a snapshot/.test(message ?? ""), `no reason: ${message}`);
});
const snapshot = { path: { snapshot_id: made.id } };
const get = () => client.GET("/core/snapshots/{snapshot_id}", { params: snapshot });
await step("wait", () => wait(async () => expect(await get(), 200).snapshot.status === "SUCCESS"));
await step("get_snapshot", async () => {
  const found = expect(await get(), 200).snapshot;
  check(found.name === NAME && found.vm_id === vm_id, JSON.stringify(found));
});
await step("list_snapshot_events", async () => {
  const answer = expect(await client.GET("/core/snapshots/{snapshot_id}/events", { params: snapshot }), 200);
  check(answer.snapshot_events.length > 0, "no events");
});
await step("check_vm_name", async () => {
  const params = { path: { name: `${NAME}-vm` } };
  const answer = expect(await client.GET("/core/virtual-machines/name-availability/{name}", { params }), 200);
  check(answer.available, "the name is taken");
});
const restored = await step("restore_snapshot", async () => {
  const body = { new_vm_name: `${NAME}-vm` };
  const answer = expect(await client.POST("/core/snapshots/{snapshot_id}/restore", { params: snapshot, body }), 200);
  // The answer has one of two forms.
  check("instances" in answer, JSON.stringify(answer));
  return there(answer.instances[0], "machine").id;
});
const vm = { path: { vm_id: restored } };
const becomes = (status: string) =>
  wait(async () => {
    const answer = await client.GET("/core/virtual-machines/{vm_id}", { params: vm });
    return expect(answer, 200).instance.status === status;
  });
await step("get_vm", () => becomes("ACTIVE"));
await step("stop_vm", async () => {
  expect(await client.GET("/core/virtual-machines/{vm_id}/stop", { params: vm }), 200);
  await becomes("SHUTOFF");
});
await step("start_vm", async () => {
  expect(await client.GET("/core/virtual-machines/{vm_id}/start", { params: vm }), 200);
  await becomes("ACTIVE");
});
await step("list_vm_events", async () => {
  const answer = expect(await client.GET("/core/virtual-machines/{vm_id}/events", { params: vm }), 200);
  check(answer.instance_events.length > 0, "no events");
});
await step("check_image_name", async () => {
  const params = { path: { name: NAME } };
  const answer = expect(await client.GET("/core/image/name-availability/{name}", { params }), 200);
  check(answer.available, "the name is taken");
});
const image_id = await step("create_image", async () => {
  const body = { name: NAME };
  const answer = expect(await client.POST("/core/snapshots/{snapshot_id}/image", { params: snapshot, body }), 200);
  check("image" in answer, JSON.stringify(answer));
  return answer.image.id;
});
await step("get_image", async () => {
  const { image } = expect(await client.GET("/core/images/{image_id}", { params: { path: { image_id } } }), 200);
  check(image.name === NAME, `name ${image.name}`);
});
await step("list_images", async () => {
  const query = { include_public: false, search: NAME };
  const { images } = expect(await client.GET("/core/images", { params: { query } }), 200);
  const ids = images.flatMap((group) => group.images.map((image) => image.id));
  check(ids.length === 1 && ids[0] === image_id, JSON.stringify(ids));
});
await step("delete_image", async () => {
  expect(await client.DELETE("/core/images/{image_id}", { params: { path: { image_id } } }), 200);
});
await step("delete_snapshot", async () => {
  expect(await client.DELETE("/core/snapshots/{snapshot_id}", { params: snapshot }), 200);
  await wait(async () => (await get()).response.status === 404);
});
// The restored machine is cleaned up.
await step("delete_vm", async () => {
  expect(await client.DELETE("/core/virtual-machines/{vm_id}", { params: vm }), 200);
  await wait(async () => {
    const { response } = await client.GET("/core/virtual-machines/{vm_id}", { params: vm });
    return response.status === 404;
  });
});
await step("404", async () => {
  const missing = there(refused(await get(), 404), "body");
  check(missing.error_reason === "not_found" && Boolean(missing.message), JSON.stringify(missing));
});
await step("HTML 502", async () => isGatewayPage(await connect(urls.gateway).GET("/core/snapshots")));
await step("unknown status", async () => {
  const { snapshots } = expect(await connect(urls.weird).GET("/core/snapshots"), 200);
  check(snapshots.length > 0 && snapshots.every((row) => row.status === "WEIRD"), "the status was lost");
});
