// "Run all" of each collection: every request that reads succeeds, and the account is as it was: node collections.mjs DIST
// TOOLS WORK. Beforehand the account is shown to change when changes are allowed, or the comparison would prove nothing.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import { sandbox } from "./sandbox.mjs";

const [dist, tools, work] = process.argv.slice(2);
const bin = join(tools, "collections/node_modules/.bin");
const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json")));
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const RUNNERS = { postman, bruno };
const tries = documents.flatMap((document) => Object.keys(RUNNERS).flatMap((tool) => [false, true].map((allow) => [tool, document, allow])));
const failures = [];
for (const one of tries) await check(...one).catch((error) => failures.push(`${one[0]} ${one[1].provider}: ${error.message}`));
for (const text of failures) console.log(text);
console.log(`collections: ${tries.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || tries.length === 0 ? 1 : 0;

async function check(tool, { provider, operations }, allow) {
  const state = join(work, `${tool}-${provider}-${allow}.state`);
  const box = await sandbox(["--state", state, "--delay", "1ms"]);
  try {
    const before = kept(state);
    const statuses = await RUNNERS[tool](provider, box, allow);
    const changed = !isDeepStrictEqual(before, kept(state));
    if (allow && !changed) throw new Error("nothing changed although changes were allowed");
    if (allow) return;
    if (changed) throw new Error("the account changed");
    const reads = operations.filter((it) => it.safe).length;
    if (statuses.length < reads) throw new Error(`${statuses.length} requests in place of ${reads}`);
    const bad = statuses.filter(({ status }) => status >= 400);
    if (bad.length > 0) throw new Error(bad.map((it) => `${it.name}: ${it.status}`).join(", "));
  } finally {
    box.stop();
  }
}

function values(box, allow) {
  return {
    ...Object.fromEntries(Object.entries(box.providers).map(([name, it]) => [`${name}_base_url`, it.base_url])),
    allow_changes: String(allow),
  };
}

async function postman(provider, box, allow) {
  const report = join(work, `${provider}-${allow}.json`);
  const own = Object.entries(values(box, allow)).flatMap(([key, value]) => ["--env-var", `${key}=${value}`]);
  const files = [join(dist, `postman/${provider}.postman_collection.json`), "-e", join(dist, "postman/sandbox.postman_environment.json")];
  await promisify(execFile)(join(bin, "newman"), ["run", ...files, ...own, "--reporters", "json", "--reporter-json-export", report]);
  const { executions } = JSON.parse(readFileSync(report)).run;
  return executions.filter((it) => it.response).map((it) => ({ name: it.item.name, status: it.response.code }));
}

async function bruno(provider, box, allow) {
  const folder = join(work, `bruno-${provider}-${allow}`);
  cpSync(join(dist, "bruno", provider), folder, { recursive: true });
  const report = join(folder, "report.json");
  const own = Object.entries(values(box, allow)).flatMap(([key, value]) => ["--env-var", `${key}=${value}`]);
  const options = ["run", "-r", "--env", "sandbox", ...own, "--reporter-json", report];
  await promisify(execFile)(join(bin, "bru"), options, { cwd: folder });
  const [{ results }] = JSON.parse(readFileSync(report));
  return results.filter((it) => typeof it.response?.status === "number").map((it) => ({ name: it.name, status: it.response.status }));
}

/** What the sandbox keeps of its accounts. */
function kept(state) {
  try {
    return readFileSync(state, "utf8");
  } catch {
    return undefined;
  }
}
