// Runs the commands of the bundle's README in a copy of the bundle: node readme.mjs DIST TOOLS WORK. Commands that install
// something or serve for good are left out: their programs are there already.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const [dist, tools, work] = process.argv.slice(2);
rmSync(work, { recursive: true, force: true });
cpSync(dist, work, { recursive: true });
const SKIPPED = /^(pip install|npm install|cargo install|apt-get|cloudsnap sandbox serve|@redocly)/;
const PATH = [`${tools}/venv/bin`, `${tools}/bundle/node_modules/.bin`, `${tools}/node_modules/.bin`, process.env.PATH].join(":");
const readme = readFileSync(join(work, "README.md"), "utf8");
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block]) => block.replaceAll("\\\n", "").split("\n"))
  .map((line) => line.replace(/^npx /, "").trim())
  .filter((line) => line !== "" && !line.startsWith("#") && !SKIPPED.test(line));
const failures = [];
for (const command of commands) {
  try {
    execFileSync("bash", ["-c", command], { cwd: work, env: { ...process.env, PATH }, stdio: "pipe" });
  } catch (error) {
    failures.push(`${command}: ${String(error.stderr).slice(-600)}`);
  }
}
for (const text of failures) console.log(text);
console.log(`readme: ${commands.length - failures.length} commands passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || commands.length === 0 ? 1 : 0;
