// Runs every code sample of the bundle against a sandbox of its own: node samples.mjs DIST TOOLS WORK. Only the IDs in the
// examples are replaced with existing ones.
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { OBJECTS } from "./objects.mjs";
import { account, sandbox } from "./sandbox.mjs";

const [dist, tools, work] = process.argv.slice(2);
const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json")));
const cases = documents.flatMap((it) => it.operations.map((operation) => ({ provider: it.provider, operation })));
const read = ({ provider, operation }, suffix) =>
  readFileSync(join(dist, "samples", provider, `${operation.id}.${suffix}`), "utf8");

rmSync(work, { recursive: true, force: true });
for (const folder of ["ts", "go"]) mkdirSync(join(work, folder), { recursive: true });
compileTypescript();
compileGo();

const LANGUAGES = {
  sh: (text) => ["bash", ["-c", text]],
  py: (text) => [`${tools}/venv/bin/python`, ["-c", text]],
  ts: (_, { name, swap }) => [process.execPath, ["--input-type=module", "-e", swap(readFileSync(join(work, `ts/out/${name}.js`), "utf8"))]],
  // The compiled program takes the IDs as arguments.
  go: (_, { name, ids }) => [join(work, "go/samples"), [name, ...ids.flat().map(String)]],
};

const failures = [];
let passed = 0;
const queue = cases.flatMap((one) => Object.keys(LANGUAGES).map((suffix) => ({ ...one, suffix })));
await Promise.all([1, 2, 3].map(worker));
for (const text of failures) console.log(text);
console.log(`samples: ${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;

async function worker() {
  for (let one = queue.shift(); one; one = queue.shift()) {
    const box = await sandbox(["--delay", "1ms", "--snapshots", "12"]);
    const name = `${one.provider}_${one.operation.id}`;
    try {
      await runSample(box, one, name);
      passed += 1;
    } catch (error) {
      failures.push(`${name}.${one.suffix}: ${error.stderr || error.message}`);
    } finally {
      box.stop();
    }
  }
}

async function runSample(box, { provider, operation, suffix }, name) {
  const call = account(provider, box.providers[provider]);
  const ids = await OBJECTS[provider](call, operation);
  const env = { ...process.env, ...box.environment(provider) };
  if (operation.id === "delete_token") env.API_TOKEN = (await call("GET", "/auth")).auth_token;
  const swap = (text) => ids.reduce((so, [from, to]) => so.replaceAll(from, to), text);
  const [program, options] = LANGUAGES[suffix](swap(read({ provider, operation }, suffix)), { name, ids, swap });
  await promisify(execFile)(program, options, { env, timeout: 30_000 });
}

function compileTypescript() {
  for (const one of cases) writeFileSync(join(work, "ts", `${one.provider}_${one.operation.id}.ts`), read(one, "ts"));
  const options = { module: "esnext", target: "es2022", lib: ["es2022", "dom"], moduleDetection: "force", strict: true };
  const types = 'declare const process: { env: Record<string, string | undefined> };\n';
  writeFileSync(join(work, "ts/process.d.ts"), types);
  writeFileSync(join(work, "ts/tsconfig.json"), JSON.stringify({ compilerOptions: { ...options, outDir: "out", types: [] } }));
  execFileSync(`${tools}/bundle/node_modules/.bin/tsc`, ["-p", join(work, "ts")], { stdio: "inherit" });
}

/** Compiles all samples as functions of one program: linking each of them separately would take a second per sample. */
function compileGo() {
  const bodies = cases.map((one) => {
    const text = read(one, "go");
    const name = `${one.provider}_${one.operation.id}`;
    // The IDs in the examples are replaced at run time.
    const body = text.slice(text.indexOf("func main() {") + 13).replace(/os\.Getenv\("BASE_URL"\)\+"(.*?)", /, 'os.Getenv("BASE_URL")+swap("$1"), ');
    return `func ${name}() {${body.replace("strings.NewReader(body)", "strings.NewReader(swap(body))")}`;
  });
  const table = cases.map(({ provider, operation: { id } }) => `\t"${provider}_${id}": ${provider}_${id},\n`);
  const imports = ["fmt", "io", "log", "net/http", "os", "strings"].map((name) => `\t"${name}"\n`).join("");
  const swap = "func swap(text string) string { return strings.NewReplacer(os.Args[2:]...).Replace(text) }";
  const main = `var all = map[string]func(){\n${table.join("")}}\n\nfunc main() { all[os.Args[1]]() }`;
  const text = `package main\n\nimport (\n${imports})\n\n${swap}\n\n${bodies.join("\n")}\n${main}\n`;
  writeFileSync(join(work, "go/main.go"), text);
  writeFileSync(join(work, "go/go.mod"), "module samples\n\ngo 1.23\n");
  const env = { ...process.env, GOTOOLCHAIN: "local", GOPROXY: "off" };
  execFileSync(`${tools}/venv/bin/go`, ["build", "-o", "samples", "."], { cwd: join(work, "go"), env, stdio: "inherit" });
}
