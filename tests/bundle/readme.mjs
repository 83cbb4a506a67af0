// Runs the README's shell commands and its Python program in a copy of the bundle, against a sandbox: node readme.mjs DIST TOOLS
// WORK. Commands that install something or start a server are skipped: the programs are already installed.
import { execFile } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { sandbox } from "./sandbox.mjs";

const [dist, tools, work] = process.argv.slice(2);
rmSync(work, { recursive: true, force: true });
cpSync(dist, work, { recursive: true });
const SKIPPED = /^(pip install|npm install|cargo install|apt-get|cloudsnap sandbox serve)/;
const PATH = [`${tools}/venv/bin`, `${tools}/bundle/node_modules/.bin`, `${tools}/node_modules/.bin`, process.env.PATH].join(":");
const readme = readFileSync(join(work, "README.md"), "utf8");

/** The code blocks of one language, each a list of lines. */
const blocks = (language) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, text]) => text.replaceAll("\\\n", "").split("\n"));
const installed = (line) => line.replace(/^npx (@redocly\/cli@\S+)?/, (all, name) => (name ? "redocly" : "")).trim();
const shell = blocks("sh")
  .map((lines) => lines.map(installed).filter((line) => line !== "" && !line.startsWith("#") && !SKIPPED.test(line)))
  .filter((lines) => lines.length > 0);
const programs = [
  ...shell.map((lines) => ["bash", ["-euc", lines.join("\n")]]),
  ...blocks("python").map((lines) => ["python", ["-c", lines.join("\n")]]),
];
if (shell.length === 0 || programs.length === shell.length) throw new Error("the README has no commands or no Python program");

const box = await sandbox(["--delay", "500ms"]);
const here = new URL(box.providers.hyperstack.base_url).origin;
const failures = [];
for (const [program, options] of programs) {
  const text = options.map((option) => option.replaceAll("http://127.0.0.1:8080", here));
  try {
    await promisify(execFile)(program, text, { cwd: work, env: { ...process.env, PATH }, maxBuffer: 1 << 26 });
  } catch (error) {
    failures.push(`${text.join(" ")}: ${String(error.stderr || error.stdout).slice(-600)}`);
  }
}
box.stop();
for (const text of failures) console.log(text);
console.log(`readme: ${programs.length - failures.length} blocks passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
