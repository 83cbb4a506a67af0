// "Run all" in each collection: every read succeeds, and the account remains unchanged: node collections.mjs DIST TOOLS WORK.
// A run with changes allowed must change the account, otherwise the comparison would prove nothing.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual, promisify } from "node:util";
import { OBJECTS } from "./objects.mjs";
import { account, sandbox } from "./sandbox.mjs";

const [dist, tools, work] = process.argv.slice(2);
const bin = join(tools, "collections/node_modules/.bin");
const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json")));
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const RUNNERS = { postman, bruno };
const tries = documents.flatMap((document) => Object.keys(RUNNERS).flatMap((tool) => [false, true].map((allow) => [tool, document, allow])));
const queue = [...tries];
const failures = [];
await Promise.all([1, 2].map(worker));
for (const text of failures) console.log(text);
console.log(`collections: ${tries.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || tries.length === 0 ? 1 : 0;

async function worker() {
  for (let one = queue.shift(); one; one = queue.shift()) {
    const [tool, { provider }] = one;
    await check(...one).catch((error) => failures.push(`${tool} ${provider}: ${error.message}`));
  }
}

async function check(tool, { provider, operations }, allow) {
  const state = join(work, `${tool}-${provider}-${allow}.state`);
  const box = await sandbox(["--state", state, "--delay", "1ms"]);
  try {
    const ids = await settled(box, provider, operations);
    const before = kept(state);
    const statuses = await RUNNERS[tool](provider, box, allow, ids);
    const changed = !isDeepStrictEqual(before, kept(state));
    if (allow && !changed) throw new Error("nothing changed although changes were allowed");
    if (allow) return;
    if (changed) throw new Error("the account changed");
    const reads = operations.filter((it) => it.safe).length;
    if (statuses.length < reads) throw new Error(`${statuses.length} requests, expected ${reads}`);
    const bad = statuses.filter(({ status }) => status >= 400);
    if (bad.length > 0) throw new Error(bad.map((it) => `${it.name}: ${it.status}`).join(", "));
  } finally {
    box.stop();
  }
}

/** Returns existing IDs for those in the examples, and leaves nothing pending: the sandbox applies due changes on a request. */
async function settled(box, provider, operations) {
  const call = account(provider, box.providers[provider]);
  const ids = await OBJECTS[provider](call, { path: "" });
  await setTimeout(100);
  for (const { method, path, safe } of operations) if (safe && method === "GET" && !path.includes("{")) await call(method, path);
  return ids;
}

function values(box, allow) {
  return {
    ...Object.fromEntries(Object.entries(box.providers).map(([name, it]) => [`${name}_base_url`, it.base_url])),
    allow_changes: String(allow),
  };
}

/** Copies a collection, replacing the example IDs with existing ones. */
function copied(from, to, ids) {
  cpSync(from, to, { recursive: true });
  const names = statSync(to).isFile() ? [to] : readdirSync(to, { recursive: true }).map((name) => join(to, name));
  for (const name of names.filter((it) => statSync(it).isFile())) {
    const text = readFileSync(name, "utf8");
    writeFileSync(name, ids.reduce((so, [example, id]) => so.replaceAll(example, id), text));
  }
  return to;
}

async function postman(provider, box, allow, ids) {
  const report = join(work, `${provider}-${allow}.json`);
  const own = Object.entries(values(box, allow)).flatMap(([key, value]) => ["--env-var", `${key}=${value}`]);
  const name = `${provider}.postman_collection.json`;
  const file = copied(join(dist, "postman", name), join(work, `${allow}-${name}`), ids);
  const options = [file, "-e", join(dist, "postman/sandbox.postman_environment.json"), ...own];
  await promisify(execFile)(join(bin, "newman"), ["run", ...options, "--reporters", "json", "--reporter-json-export", report]);
  const { executions } = JSON.parse(readFileSync(report)).run;
  return executions.filter((it) => it.response).map((it) => ({ name: it.item.name, status: it.response.code }));
}

async function bruno(provider, box, allow, ids) {
  const folder = copied(join(dist, "bruno", provider), join(work, `bruno-${provider}-${allow}`), ids);
  const report = join(folder, "report.json");
  const own = Object.entries(values(box, allow)).flatMap(([key, value]) => ["--env-var", `${key}=${value}`]);
  const options = ["run", "-r", "--env", "sandbox", ...own, "--reporter-json", report];
  await promisify(execFile)(join(bin, "bru"), options, { cwd: folder });
  const [{ results }] = JSON.parse(readFileSync(report));
  return results.filter((it) => typeof it.response?.status === "number").map((it) => ({ name: it.name, status: it.response.status }));
}

/** The objects in the sandbox's accounts. Tokens and the ID counter are omitted, since a ManageIQ login changes them. */
function kept(state) {
  return JSON.parse(readFileSync(state, "utf8"), (key, value) => (["tokens", "next_id"].includes(key) ? undefined : value));
}
