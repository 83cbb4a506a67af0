// The scenario of Syminet with a client of openapi-typescript and openapi-fetch.

import createClient from "openapi-fetch";
import { check, expect, isGatewayPage, NAME, refused, SECRET, step, there, urls, wait } from "./common.js";
import type { paths } from "./generated/syminet.js";

const connect = (baseUrl: string) =>
  createClient<paths>({ baseUrl, headers: { authorization: `bearer ${SECRET}` } });
const client = connect(urls.usual);

const named = async (query: string) => expect(await client.GET("/images", { params: { query: { query } } }), 200).data;

const all = await step("list_snapshots", async () => {
  const first = expect(await client.GET("/images"), 200);
  const rows = [...first.data];
  for (let page = 2; page <= first.pages; page += 1) {
    rows.push(...expect(await client.GET("/images", { params: { query: { page } } }), 200).data);
  }
  return { rows, pages: first.pages, results: first.results };
});
const known = new Set(all.rows.map((row) => row.id));
const slice_id = await step("all pages", async () => {
  check(all.pages > 1 && known.size === all.results, `${known.size} of ${all.results}`);
  const usable = all.rows.find((row) => row.perms === "rw" && row.vm_perms === "rw" && row.vm_deleted === null);
  return there(usable?.vm_id, "usable slice");
});
const slice = { path: { slice_id } };
await step("create_snapshot", async () => {
  const body = { snapshot_name: NAME };
  expect(await client.POST("/images/snapshots/{slice_id}/create", { params: slice, body }), 202);
});
const snapshot_id = await step("wait", async () => {
  const isNew = async () => (await named(NAME)).find((row) => !known.has(row.id) && row.in_progress === null);
  return (await wait(isNew)).id;
});
const snapshot = { path: { snapshot_id } };
await step("list_slice_snapshots", async () => {
  const { data } = expect(await client.GET("/images/snapshots/{slice_id}", { params: slice }), 200);
  check(data.some((row) => row.id === snapshot_id), "the new snapshot is not listed");
});
await step("rename_snapshot", async () => {
  const body = { snapshot_name: `${NAME}-2` };
  expect(await client.POST("/images/snapshots/{snapshot_id}/rename", { params: snapshot, body }), 202);
  check((await named(`${NAME}-2`))[0]?.id === snapshot_id, "the new name is not listed");
});
await step("restore_snapshot", async () => {
  const params = { path: { snapshot_id, slice_id } };
  expect(await client.POST("/images/snapshots/{snapshot_id}/restore/{slice_id}", { params }), 202);
});
await step("delete_snapshot", async () => {
  expect(await client.DELETE("/images/snapshots/{snapshot_id}/delete", { params: snapshot }), 202);
  await wait(async () => (await named(`${NAME}-2`)).length === 0);
});
const backup_id = await step("list_backups", async () => {
  const { data } = expect(await client.GET("/backups/{slice_id}", { params: slice }), 200);
  return there(data[0], "backup").backup_id;
});
await step("restore_backup", async () => {
  const params = { path: { slice_id, backup_id } };
  // The slice is busy as long as the restore before goes on.
  const restore = () => client.POST("/backups/{slice_id}/restore/{backup_id}", { params });
  await wait(async () => (await restore()).response.status === 202);
});
await step("enable_backups", async () => {
  expect(await client.GET("/backups/{slice_id}/backups/enable", { params: slice }), 202);
});
await step("disable_backups", async () => {
  expect(await client.GET("/backups/{slice_id}/backups/disable", { params: slice }), 202);
});
await step("refusal", async () => {
  const { error } = refused(await client.GET("/backups/{slice_id}/backups/enable", { params: slice }), 409) ?? {};
  check(/72 hours/.test(error ?? ""), `no reason: ${error}`);
});
await step("404", async () => {
  const params = { path: { snapshot_id: 999_999_999 } };
  const missing = refused(await client.DELETE("/images/snapshots/{snapshot_id}/delete", { params }), 404);
  check(Boolean(missing?.error), "no text");
});
await step("HTML 502", async () => isGatewayPage(await connect(urls.gateway).GET("/images")));
await step("unknown status", async () => {
  const { data } = expect(await connect(urls.weird).GET("/images"), 200);
  check(data.length > 0 && data.every((row) => row.in_progress === "WEIRD"), "the status was lost");
});
