// Draws docs/terminal.svg, the picture in the README, from what the program really prints.
// node .ci/terminal.mjs [PROGRAM]      (target/debug/cloudsnap by default)
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const COMMANDS = [
  "vms list",
  "snapshots create web-1 --name before-upgrade --wait -o value",
  "snapshots list --vm web-1",
];
const WIDTH = 86;
const [CELL, LINE, MARGIN, BAR] = [8.4, 20, 18, 34];

const program = resolve(process.argv[2] ?? "target/debug/cloudsnap");
const home = mkdtempSync(join(tmpdir(), "terminal-"));
const environment = { HOME: home, PATH: process.env.PATH, COLUMNS: String(WIDTH), LANG: "C.UTF-8" };

/** What a command prints on both streams, in order. */
function run(command) {
  const line = `'${program}' --sandbox ${command} 2>&1`;
  return execFileSync("sh", ["-c", line], { encoding: "utf8", env: environment }).trimEnd().split("\n");
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const lines = [];
for (const command of COMMANDS) {
  if (lines.length > 0) lines.push(["", ""]);
  lines.push(["prompt", `cloudsnap --sandbox ${command}`]);
  for (const line of run(command)) lines.push([/^(warning|note)/.test(line) ? "note" : "out", line]);
}
rmSync(home, { recursive: true });

const longest = Math.max(...lines.map(([kind, text]) => text.length + (kind === "prompt" ? 2 : 0)));
const width = Math.ceil(longest * CELL + 2 * MARGIN);
const height = BAR + lines.length * LINE + MARGIN;
const rows = lines.map(([kind, text], index) => {
  const y = BAR + 16 + index * LINE;
  const body = kind === "prompt" ? `<tspan class="sign">$ </tspan>${escape(text)}` : escape(text);
  return text && `  <text x="${MARGIN}" y="${y}" class="${kind}" xml:space="preserve">${body}</text>`;
});
const dot = (index, colour) => `  <circle cx="${MARGIN + 4 + index * 18}" cy="17" r="6" fill="${colour}"/>`;

writeFileSync(
  "docs/terminal.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
  <title>cloudsnap in a terminal</title>
  <style>
    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d6deeb; }
    .prompt { fill: #ffffff; font-weight: 600; }
    .sign { fill: #7fdbca; }
    .note { fill: #ecc48d; }
  </style>
  <rect width="${width}" height="${height}" rx="8" fill="#011627"/>
${[dot(0, "#ff5f57"), dot(1, "#febc2e"), dot(2, "#28c840"), ...rows.filter(Boolean)].join("\n")}
</svg>
`,
);
console.log(`docs/terminal.svg: ${lines.length} lines, ${width} x ${height}`);
