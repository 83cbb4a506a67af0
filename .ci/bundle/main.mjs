// Writes dist/: node .ci/bundle/main.mjs TOOLS CLOUDSNAP FOLDER. Builds are reproducible: nothing here depends on the time, the
// machine or the order of a directory.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as bruno from "./bruno.mjs";
import { changelog } from "./changelog.mjs";
import { dereferenced, upgraded, withOverlay } from "./forms.mjs";
import { index } from "./index-page.mjs";
import { llms } from "./llms.mjs";
import { describe } from "./manifest.mjs";
import { overlay } from "./overlay.mjs";
import { packages } from "./packages.mjs";
import { markdown, page, reference } from "./pages.mjs";
import * as postman from "./postman.mjs";
import { operations } from "./requests.mjs";
import { run } from "./run.mjs";
import { LANGUAGES, samples } from "./samples.mjs";

const [tools, cloudsnap, out] = process.argv.slice(2);
const redocly = join(tools, "node_modules/.bin/redocly");
const PAGES = ["README.md", "GENERATORS.md", "CHANGELOG.md"];

const at = (name) => join(out, name);
function write(name, content) {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const listed = JSON.parse(run(cloudsnap, "spec", "-o", "json")).map((document) => document.provider);
const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)[1];
/** The sandbox at the address given in the README. */
const SANDBOX = {
  syminet_base_url: "http://127.0.0.1:8080/syminet/api/v1",
  manageiq_base_url: "http://127.0.0.1:8080/manageiq/api",
  hyperstack_base_url: "http://127.0.0.1:8080/hyperstack/v1",
  genesiscloud_base_url: "http://127.0.0.1:8080/genesiscloud/compute/v1",
  api_token: "sandbox-token",
  api_username: "admin",
  api_password: "sandbox-token",
  allow_changes: "false",
};

rmSync(out, { recursive: true, force: true });
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) write(name, readFileSync(name));
for (const name of ["README.md", "GENERATORS.md"]) write(name, readFileSync(join("openapi/bundle", name)));
write("CHANGELOG.md", readFileSync("openapi/CHANGELOG.md"));

const documents = [];
for (const provider of listed) documents.push(await publish(provider));
write("postman/sandbox.postman_environment.json", json(postman.environment("sandbox", SANDBOX)));
packages({ tools, out, version, documents });
for (const name of files(out).filter((name) => name.endsWith(".md"))) {
  const text = readFileSync(at(name), "utf8");
  const here = files(out).filter((other) => dirname(other) === dirname(name));
  const siblings = here.map((other) => other.slice(dirname(name) === "." ? 0 : dirname(name).length + 1));
  const below = files(out).filter((other) => other.endsWith(".md"));
  write(name.replace(/md$/, "html"), markdown(tools, text.match(/^# (.*)/m)[1], text, [...siblings, ...below, ...PAGES]));
}
for (const folder of ["packages", "postman", "bruno"]) write(`${folder}/index.html`, listing(folder));
write("llms.txt", llms(documents));
write("manifest.json", json({ documents, files: files(out).map(sized) }));
write("index.html", index(documents));
const all = files(out);
write("SHA256SUMS", all.map((name) => `${sized(name).sha256}  ${name}\n`).join(""));
const bytes = all.reduce((sum, name) => sum + statSync(at(name)).size, 0);
const count = documents.reduce((sum, document) => sum + document.operations.length, 0);
console.log(`${out}: ${documents.length} documents, ${count} operations, ${all.length + 1} files, ${bytes} bytes`);

/** Everything that is generated from one document. */
async function publish(provider) {
  const source = `openapi/${provider}.yaml`;
  const text = readFileSync(source);
  // A program built from other documents than those on disk is out of date.
  const printed = run(cloudsnap, "spec", provider);
  if (!printed.equals(text)) throw new Error(`${cloudsnap} was not built from ${source}`);
  const parsed = run(cloudsnap, "spec", provider, "--format", "json");
  const document = JSON.parse(parsed);
  const list = operations(document);
  write(`${provider}.yaml`, text);
  write(`${provider}.json`, parsed);
  for (const folder of ["provenance", "arazzo"]) mkdirSync(at(folder), { recursive: true });
  cpSync(`openapi/provenance/${provider}.md`, at(`provenance/${provider}.md`));
  cpSync(`openapi/arazzo/${provider}.yaml`, at(`arazzo/${provider}.yaml`));
  write(`changelog/${provider}.md`, changelog(provider, document.info.title, readFileSync("openapi/CHANGELOG.md", "utf8")));
  write(`overlays/${provider}.json`, json(overlay(document, list)));
  dereferenced(redocly, source, at(`dereferenced/${provider}.json`));
  mkdirSync(at("openapi-3.1"), { recursive: true });
  await upgraded(redocly, tools, document, at(`openapi-3.1/${provider}.json`));
  const shown = at(`viewers/${provider}.json`);
  withOverlay(redocly, source, at(`overlays/${provider}.json`), shown);
  reference(redocly, shown, at(`${provider}.html`));
  collections(provider, document, list);
  for (const operation of list)
    for (const [n, { suffix }] of LANGUAGES.entries())
      write(`samples/${provider}/${operation.id}.${suffix}`, samples(operation)[n].source);
  return describe(provider, document, text.toString());
}

function collections(provider, document, list) {
  write(`postman/${provider}.postman_collection.json`, json(postman.collection(provider, document, list)));
  const written = bruno.collection(provider, document, list, SANDBOX);
  for (const [name, content] of Object.entries(written)) write(`bruno/${provider}/${name}`, content);
}

/** All files below a folder, sorted. */
function files(folder) {
  const names = readdirSync(folder, { recursive: true });
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
}

/** A page that lists a folder, for readers who open the bundle from disk. */
function listing(folder) {
  const names = [...new Set(files(at(folder)).map((name) => name.split("/")[0]))];
  return page(folder, `<h1>${folder}</h1>\n<ul>\n${names.map((name) => `<li><a href="${name}">${name}</a></li>`).join("\n")}\n</ul>`);
}

function sized(name) {
  const content = readFileSync(at(name));
  return { name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}
