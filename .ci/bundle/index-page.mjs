// The index of the bundle: every operation of every document, also readable on a phone.
import { page, STYLE } from "./pages.mjs";

/** In a narrow window each operation is a small block instead of a row. */
const LAYOUT = `.links { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
table { table-layout: fixed; }
th:nth-child(1) { width: 19%; }
th:nth-child(2) { width: 7%; }
th:nth-child(3) { width: 38%; }
td, code { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .links a { padding: .25rem 0; }
  thead { display: none; }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid #dde3ea; }
  td { display: inline; border: 0; padding: 0; }
  td:first-child, td:last-child { display: block; }
  td a { display: inline-block; padding: .5rem 0; }
}`;

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
// The anchors of the reference pages.
const slug = (tag) => tag.toLowerCase().replaceAll(" ", "-");

const LINKS = {
  "How to generate a client": "README.html",
  "notes on generators": "GENERATORS.html",
  packages: "packages/",
  Postman: "postman/",
  Bruno: "bruno/",
  "llms.txt": "llms.txt",
  manifest: "manifest.json",
  checksums: "SHA256SUMS",
};
const own = (provider) => ({
  reference: `${provider}.html`,
  YAML: `${provider}.yaml`,
  JSON: `${provider}.json`,
  "JSON without references": `dereferenced/${provider}.json`,
  "OpenAPI 3.1": `openapi-3.1/${provider}.json`,
  workflow: `arazzo/${provider}.yaml`,
  changes: `changelog/${provider}.html`,
  sources: `provenance/${provider}.html`,
});
const links = (places) =>
  `<ul class="links">${Object.entries(places).map(([text, place]) => `<li><a href="${place}">${text}</a></li>`).join("\n")}</ul>`;

export function index(documents) {
  return page(
    "Snapshot and backup APIs: OpenAPI documents",
    `<h1>Snapshot and backup APIs: OpenAPI documents</h1>
<p>Written by hand and unofficial: no vendor wrote, reviewed or approved them. MIT or Apache-2.0.</p>
${links(LINKS)}
${documents.map(section).join("\n")}`,
    `${STYLE}\n${LAYOUT}`,
  );
}

function section({ provider, title, version, vendor_api_version, operations }) {
  return `<section>
<h2 id="${provider}">${escape(title)}</h2>
<p>Document ${escape(version)}, the vendor's API ${escape(vendor_api_version)}, ${operations.length} operations.</p>
${links(own(provider))}
<table>
<thead><tr><th>operation</th><th>method</th><th>path</th><th>what it does</th></tr></thead>
<tbody>
${operations.map((operation) => row(provider, operation)).join("\n")}
</tbody>
</table>
</section>`;
}

function row(provider, it) {
  const link = `<a href="${provider}.html#/${slug(it.tag)}/${it.id}">${it.id}</a>`;
  // Long paths wrap before a slash, not within a name.
  const path = escape(it.path).replaceAll(/(?!^)\//g, "<wbr>/");
  return `<tr><td>${link}</td> <td>${it.method}</td> <td><code>${path}</code></td> <td>${summary(it)}</td></tr>`;
}

const MARK = "(changes state)";

/** What an operation does, with a warning if its method suggests otherwise. */
function summary({ method, safe, summary }) {
  const reads = ["GET", "HEAD", "OPTIONS"].includes(method);
  const text = escape(summary);
  if (safe === reads) return text;
  if (safe) return `${text} (changes nothing)`;
  return `${text.replace(MARK, "").trim()} <span class="warning">${MARK}</span>`;
}
