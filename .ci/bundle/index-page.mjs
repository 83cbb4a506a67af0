// The first page of the bundle: every operation of every document, readable on a phone as well.
import { page, STYLE } from "./pages.mjs";

/** On a narrow window each operation is a small block in place of a row. */
const NARROW = `@media (max-width: 40rem) {
  thead { display: none; }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid #dde3ea; }
  td { display: inline; border: 0; padding: 0; }
  td:first-child, td:last-child { display: block; }
  td a { display: inline-block; padding: .5rem 0; }
}`;

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
// How the reference pages name their places.
const slug = (tag) => tag.toLowerCase().replaceAll(" ", "-");

export function index(documents) {
  return page(
    "Snapshot and backup APIs: OpenAPI documents",
    `<h1>Snapshot and backup APIs: OpenAPI documents</h1>
<p>Written by hand and unofficial: no vendor made, checked or approved them. MIT or Apache-2.0.</p>
<p><a href="README.html">How to make a client</a> · <a href="GENERATORS.html">notes on generators</a> ·
<a href="packages/">packages</a> · <a href="postman/">Postman</a> · <a href="bruno/">Bruno</a> ·
<a href="llms.txt">llms.txt</a> · <a href="manifest.json">manifest</a> · <a href="SHA256SUMS">checksums</a></p>
${documents.map(section).join("\n")}`,
    `${STYLE}\n${NARROW}`,
  );
}

function section({ provider, title, version, vendor_api_version, operations }) {
  return `<section>
<h2 id="${provider}">${escape(title)}</h2>
<p>Document ${escape(version)}, the vendor's API ${escape(vendor_api_version)}, ${operations.length} operations:
<a href="${provider}.html">reference</a> · <a href="${provider}.yaml">YAML</a> · <a href="${provider}.json">JSON</a> ·
<a href="dereferenced/${provider}.json">JSON without references</a> · <a href="openapi-3.1/${provider}.json">OpenAPI 3.1</a> ·
<a href="arazzo/${provider}.yaml">workflow</a> · <a href="changelog/${provider}.html">changes</a> ·
<a href="provenance/${provider}.html">sources</a></p>
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
  return `<tr><td>${link}</td> <td>${it.method}</td> <td><code>${escape(it.path)}</code></td> <td>${escape(it.summary)}${warning(it)}</td></tr>`;
}

function warning({ method, safe, summary }) {
  if (safe === ["GET", "HEAD", "OPTIONS"].includes(method)) return "";
  if (safe) return " (changes nothing)";
  if (!["GET", "HEAD", "OPTIONS"].includes(method)) return "";
  return summary.includes("changes state") ? "" : ' <span class="warning">(changes state)</span>';
}
