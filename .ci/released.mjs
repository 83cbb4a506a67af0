// Compares the documents with the released ones: node .ci/released.mjs REDOCLY [--release]
// A released document must never change; a document that differs from its last release must have a version high enough for
// the changes. With --release, the current documents are added to the released ones.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = "openapi/released";
const SUMS = join(FOLDER, "SHA256SUMS");
const CONFIG = "openapi/redocly.yaml";
/** Extensions that callers rely on: changing their value is breaking, as changing a type is. */
const PROMISES = ["x-safe", "x-idempotent", "x-unspecified-body"];

const parse = (version) => version.split(".").map(Number);
const compare = (a, b) => parse(a).reduce((order, part, n) => order || part - parse(b)[n], 0);

/** The lowest version that may follow. Before 1.0.0, breaking changes increase the minor version. */
export function leastVersion(version, bump) {
  const [major, minor, patch] = parse(version);
  if (bump === "none") return version;
  if (bump === "major") return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  return bump === "minor" && major > 0 ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The changes from one document to another: their severity ("none", "patch", "minor", "major"), and which are breaking. */
export function changes(redocly, base, revision) {
  const run = (...options) => execFileSync(redocly, options, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  const report = JSON.parse(run("diff", "--config", CONFIG, "--format", "json", "--fail-on", "none", base, revision));
  const breaking = report.changes.flatMap(({ verdicts }) =>
    verdicts.filter(({ impact }) => impact === "major").map(({ message }) => message),
  );
  const folder = mkdtempSync(join(tmpdir(), "cloudsnap-"));
  try {
    const [before, after] = [base, revision].map((document, n) => {
      const bundle = join(folder, `${n}.json`);
      run("bundle", "--config", CONFIG, document, "-o", bundle);
      return promises(JSON.parse(readFileSync(bundle, "utf8")));
    });
    for (const [id, promise] of Object.entries(before)) {
      const broken = id in after && PROMISES.find((name) => promise[name] !== after[id][name]);
      if (broken)
        breaking.push(`\`${broken}\` of operation ${id} changed from ${promise[broken]} to ${after[id][broken]}.`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { bump: breaking.length > 0 ? "major" : (report.bump ?? "none"), breaking };
}

function promises(document) {
  const operations = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .filter((it) => it.operationId);
  const unspecified = (operation) => {
    const refs = Object.values(operation.responses).map((it) => it.$ref?.split("/").pop());
    const whole = refs
      .map((name) => document.components.responses?.[name] ?? {})
      .concat(Object.values(operation.responses));
    return whole.some((it) => it["x-unspecified-body"]);
  };
  const of = (it) => ({
    ...Object.fromEntries(PROMISES.map((name) => [name, it[name]])),
    "x-unspecified-body": unspecified(it),
  });
  return Object.fromEntries(operations.map((operation) => [operation.operationId, of(operation)]));
}

const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const versionOf = (path) => readFileSync(path, "utf8").match(/^info:\n(?: .*\n|\n)*? {2}version: "?([0-9.]+)"?$/m)[1];
const releasedOf = (provider) => {
  const folder = join(FOLDER, provider);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")) : [];
  return names.map((name) => name.replace(".yaml", "")).sort(compare);
};

/** Checks a provider's document as the next release: `wrong` if it fails, otherwise a `summary`. */
function judge(redocly, provider) {
  const [path, last] = [`openapi/${provider}.yaml`, releasedOf(provider).at(-1)];
  const version = versionOf(path);
  if (!last) return { summary: `${version}, none released yet` };
  const base = join(FOLDER, provider, `${last}.yaml`);
  if (readFileSync(base).equals(readFileSync(path))) return { summary: `${version}, as released` };
  const { bump, breaking } = changes(redocly, base, path);
  const least = leastVersion(last, bump === "none" ? "patch" : bump);
  const what = breaking.length > 0 ? `, breaking:\n${breaking.map((message) => `  ${message}`).join("\n")}` : "";
  if (compare(version, least) >= 0) return { summary: `${version} after ${last} (${bump})${what}` };
  return { wrong: `${path} is ${version}, but after ${last} it must be ${least} or higher (${bump})${what}` };
}

function main(redocly, release) {
  const sums = existsSync(SUMS) ? readFileSync(SUMS, "utf8").trim().split("\n").filter(Boolean) : [];
  const wrong = sums
    .map((line) => line.split("  "))
    .filter(([sum, name]) => !existsSync(join(FOLDER, name)) || sha256(join(FOLDER, name)) !== sum)
    .map(([, name]) => `${FOLDER}/${name} was released and must not change`);
  const changelog = readFileSync("openapi/CHANGELOG.md", "utf8");
  for (const name of readdirSync("openapi").filter((name) => /^[a-z]+\.yaml$/.test(name) && name !== "redocly.yaml")) {
    const provider = name.replace(".yaml", "");
    const { summary, wrong: why } = judge(redocly, provider);
    const version = versionOf(`openapi/${name}`);
    if (why) wrong.push(why);
    else console.log(`openapi/${name}: ${summary}`);
    if (!changelog.includes(`${provider} ${version}`))
      wrong.push(`openapi/CHANGELOG.md has no entry "${provider} ${version}"`);
    if (!release || why || releasedOf(provider).includes(version)) continue;
    mkdirSync(join(FOLDER, provider), { recursive: true });
    copyFileSync(`openapi/${name}`, join(FOLDER, provider, `${version}.yaml`));
    sums.push(`${sha256(`openapi/${name}`)}  ${provider}/${version}.yaml`);
    writeFileSync(SUMS, `${sums.join("\n")}\n`);
    console.log(`released ${provider} ${version}`);
  }
  for (const message of wrong) console.error(message);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2], process.argv.includes("--release"));
