// Writes dist/: node .ci/dist.mjs REDOCLY CLOUDSNAP FOLDER. The same documents give the same bytes: nothing here asks for
// the time, the machine or the order of a folder.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [redocly, cloudsnap, out] = process.argv.slice(2);
const METHODS = { get: [true, true], head: [true, true], options: [true, true], put: [false, true], delete: [false, true] };

const run = (program, ...options) =>
  execFileSync(program, options, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
const providers = JSON.parse(run(cloudsnap, "spec", "-o", "json")).map((document) => document.provider);

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "provenance"), { recursive: true });
for (const name of ["README.md", "CHANGELOG.md"]) copyFileSync(join("openapi", name), join(out, name));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(name, join(out, name));

const documents = providers.map((provider) => {
  const text = readFileSync(`openapi/${provider}.yaml`);
  // What the program was built from must be what is on disk, or it is an old program.
  const printed = run(cloudsnap, "spec", provider);
  if (!printed.equals(text)) throw new Error(`${cloudsnap} prints another document than openapi/${provider}.yaml`);
  const json = run(cloudsnap, "spec", provider, "--format", "json");
  writeFileSync(join(out, `${provider}.yaml`), text);
  writeFileSync(join(out, `${provider}.json`), json);
  copyFileSync(`openapi/provenance/${provider}.md`, join(out, "provenance", `${provider}.md`));
  const page = ["--config", "openapi/redocly.yaml", "--inlineBundle", "-o", join(out, `${provider}.html`)];
  run(redocly, "build-docs", `openapi/${provider}.yaml`, ...page);
  return describe(provider, JSON.parse(json), text.toString());
});

const files = readdirSync(out, { recursive: true }).filter((name) => statSync(join(out, name)).isFile());
writeFileSync(join(out, "manifest.json"), `${JSON.stringify({ documents, files: files.sort().map(sized) }, null, 2)}\n`);
writeFileSync(join(out, "index.html"), index(documents));
const all = [...files, "manifest.json", "index.html"].sort();
writeFileSync(join(out, "SHA256SUMS"), all.map((name) => `${sized(name).sha256}  ${name}\n`).join(""));
const bytes = all.reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
const operations = documents.reduce((sum, document) => sum + document.operations.length, 0);
console.log(`${out}: ${documents.length} documents, ${operations} operations, ${all.length + 1} files, ${bytes} bytes`);

function sized(name) {
  const content = readFileSync(join(out, name));
  return { name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}

/** What the manifest says of a document. */
function describe(provider, document, text) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.operationId)
      .map(([method, operation]) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        tag: operation.tags[0],
        summary: operation.summary,
        safe: operation["x-safe"] ?? METHODS[method]?.[0] ?? false,
        idempotent: operation["x-idempotent"] ?? METHODS[method]?.[1] ?? false,
        source: source(text, operation.operationId),
      })),
  );
  return {
    provider,
    title: document.info.title,
    version: document.info.version,
    vendor_api_version: document.info["x-vendor-api-version"],
    license: document.info.license.name,
    openapi: document.openapi,
    yaml: `${provider}.yaml`,
    json: `${provider}.json`,
    reference: `${provider}.html`,
    provenance: `provenance/${provider}.md`,
    sources: table(readFileSync(`openapi/provenance/${provider}.md`, "utf8")),
    operations,
  };
}

/** The comment `# Source:` above an operationId, on one line. */
function source(text, id) {
  const lines = text.split("\n");
  // Links name operations, too, without a comment.
  const at = lines.findIndex((line, n) => line.trim() === `operationId: ${id}` && lines[n - 1].trim().startsWith("#"));
  const comment = [];
  for (let n = at - 1; lines[n]?.trim().startsWith("#"); n -= 1) comment.unshift(lines[n].trim().replace(/^# ?/, ""));
  if (!comment[0]?.startsWith("Source: ")) throw new Error(`no source above the operationId ${id}`);
  return comment.join(" ").replace("Source: ", "");
}

/** The first table under the heading "Sources" as one object for each row. */
function table(markdown) {
  const rows = markdown.split("\n## Sources\n")[1]?.match(/(^\|.*\n)+/m)?.[0].trim().split("\n") ?? [];
  const cells = rows.map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
  const [names, , ...entries] = cells;
  if (!entries?.length) throw new Error("a provenance page has no table of sources");
  return entries.map((entry) => Object.fromEntries(names.map((name, n) => [name.toLowerCase(), entry[n]])));
}

function index(documents) {
  const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // How the reference pages name their places.
  const slug = (tag) => tag.toLowerCase().replaceAll(" ", "-");
  const warning = ({ method, safe }) => {
    if (safe === ["GET", "OPTIONS"].includes(method)) return "";
    return safe ? " (changes nothing)" : " <strong>(changes state)</strong>";
  };
  const section = ({ provider, title, version, vendor_api_version, operations }) => `
<section>
<h2 id="${provider}">${escape(title)}</h2>
<p>Document ${escape(version)}, the vendor's API ${escape(vendor_api_version)}, ${operations.length} operations:
<a href="${provider}.html">reference</a> · <a href="${provider}.yaml">YAML</a> · <a href="${provider}.json">JSON</a> ·
<a href="provenance/${provider}.md">sources</a></p>
<table>
<thead><tr><th>operation</th><th>method</th><th>path</th><th>what it does</th></tr></thead>
<tbody>
${operations.map((it) => `<tr><td><a href="${provider}.html#/${slug(it.tag)}/${it.id}">${it.id}</a></td><td>${it.method}</td><td><code>${escape(it.path)}</code></td><td>${escape(it.summary)}${warning(it)}</td></tr>`).join("\n")}
</tbody>
</table>
</section>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Snapshot and backup APIs: OpenAPI documents</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #dde3ea; vertical-align: top; }
code { overflow-wrap: anywhere; }
a { color: #0b5cad; }
section { overflow-x: auto; }
</style>
</head>
<body>
<h1>Snapshot and backup APIs: OpenAPI documents</h1>
<p>Written by hand and unofficial: no vendor made, checked or approved them. MIT or Apache-2.0.
<a href="README.md">How to make a client</a> · <a href="CHANGELOG.md">changes</a> · <a href="manifest.json">manifest</a> ·
<a href="SHA256SUMS">checksums</a></p>
${documents.map(section).join("\n")}
</body>
</html>
`;
}
