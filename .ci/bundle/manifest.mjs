// The manifest entry of a document.
import { readFileSync } from "node:fs";
import { operations } from "./requests.mjs";

export function describe(provider, document, text) {
  return {
    provider,
    title: document.info.title,
    version: document.info.version,
    vendor_api_version: document.info["x-vendor-api-version"],
    license: document.info.license.name,
    openapi: document.openapi,
    yaml: `${provider}.yaml`,
    json: `${provider}.json`,
    dereferenced: `dereferenced/${provider}.json`,
    openapi_3_1: `openapi-3.1/${provider}.json`,
    overlay: `overlays/${provider}.json`,
    reference: `${provider}.html`,
    workflow: `arazzo/${provider}.yaml`,
    postman: `postman/${provider}.postman_collection.json`,
    bruno: `bruno/${provider}`,
    changelog: `changelog/${provider}.md`,
    provenance: `provenance/${provider}.md`,
    sources: table(readFileSync(`openapi/provenance/${provider}.md`, "utf8")),
    operations: operations(document).map(({ id, method, path, tag, summary, safe, idempotent }) => ({
      ...{ id, method, path, tag, summary, safe, idempotent },
      source: source(text, id),
    })),
  };
}

/** The comment `# Source:` above an operationId, on one line. */
function source(text, id) {
  const lines = text.split("\n");
  // Links refer to operations, too, but have no comment.
  const at = lines.findIndex((line, n) => line.trim() === `operationId: ${id}` && lines[n - 1].trim().startsWith("#"));
  const comment = [];
  for (let n = at - 1; lines[n]?.trim().startsWith("#"); n -= 1) comment.unshift(lines[n].trim().replace(/^# ?/, ""));
  if (!comment[0]?.startsWith("Source: ")) throw new Error(`no source above the operationId ${id}`);
  return comment.join(" ").replace("Source: ", "");
}

/** The first table under the heading "Sources" as one object for each row. */
function table(markdown) {
  const rows =
    markdown
      .split("\n## Sources\n")[1]
      ?.match(/(^\|.*\n)+/m)?.[0]
      .trim()
      .split("\n") ?? [];
  const cells = rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [names, , ...entries] = cells;
  if (!entries?.length) throw new Error("a provenance page has no table of sources");
  return entries.map((entry) => Object.fromEntries(names.map((name, n) => [name.toLowerCase(), entry[n]])));
}
