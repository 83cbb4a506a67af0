// Runs the workflow of each provider against a sandbox and checks that it deletes what it creates: node workflows.mjs DIST TOOLS.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { account, sandbox } from "./sandbox.mjs";

const [dist, tools] = process.argv.slice(2);
const redocly = join(tools, "node_modules/.bin/redocly");
const NAME = "by-the-workflow";
const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json")));

/** The inputs of a workflow, and the lists in which its objects would appear. */
const INPUTS = {
  syminet: async (call, { token }) => {
    const { data } = await call("GET", "/images");
    const slice_id = data.find((it) => it.perms === "rw" && it.vm_perms === "rw" && it.vm_deleted === null).vm_id;
    return [{ token, slice_id }, ["/images"]];
  },
  manageiq: async (call) => {
    const { resources } = await call("GET", "/vms?expand=resources&filter[]=vendor=vmware");
    const { auth_token } = await call("GET", "/auth");
    return [{ token: auth_token, vm_id: resources[0].id }, [`/vms/${resources[0].id}/snapshots?expand=resources`]];
  },
  hyperstack: async (call, { token }) => {
    const { instances } = await call("GET", "/core/virtual-machines");
    return [{ api_key: token, vm_id: instances.find((it) => it.status === "ACTIVE").id }, ["/core/snapshots", "/core/virtual-machines"]];
  },
  genesiscloud: async (call, { token }) => {
    const { instances } = await call("GET", "/instances");
    return [{ token, instance_id: instances[0].id }, ["/snapshots?per_page=100", "/instances?per_page=100"]];
  },
};

const outcomes = await Promise.all(documents.map(({ provider }) => check(provider).catch((error) => `${provider}: ${error.stdout ?? error.message}`)));
const failures = outcomes.filter(Boolean);
for (const text of failures) console.log(text);
console.log(`workflows: ${outcomes.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || outcomes.length === 0 ? 1 : 0;

async function check(provider) {
  const box = await sandbox(["--delay", "500ms"]);
  try {
    const own = box.providers[provider];
    const call = account(provider, own);
    const [inputs, lists] = await INPUTS[provider](call, own);
    const given = Object.entries({ ...inputs, name: NAME }).flatMap(([key, value]) => ["--input", `${key}=${value}`]);
    const options = ["respect", `arazzo/${provider}.yaml`, ...given, "--server", `${provider}=${own.base_url}`];
    await promisify(execFile)(redocly, options, { cwd: dist, timeout: 90_000, maxBuffer: 1 << 26 });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    for (const path of lists) {
      if (JSON.stringify(await call("GET", path)).includes(NAME)) throw new Error(`${path} still lists an object created by the workflow`);
    }
  } finally {
    box.stop();
  }
}
