// The pages of the bundle: a reference for each document, and Markdown as HTML. No page may make any network requests; a
// policy in the page itself makes the browser enforce that.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "./run.mjs";

const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob: data:";
export const META = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
/** One transparent pixel that replaces a logo the page would fetch. */
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
const LOGO = /https:\/\/cdn\.redoc\.ly\/[\w./-]*\.(?:svg|png)/g;

export const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #dde3ea; vertical-align: top; }
code { overflow-wrap: break-word; }
pre { overflow-x: auto; padding: .75rem; background: #f3f5f8; }
pre code { overflow-wrap: normal; }
a { color: #0b5cad; }
.warning { color: #b3261e; font-weight: 600; }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; line-height: 1.25; }
  h2 { font-size: 1.25rem; }
  table { display: block; overflow-x: auto; }
  td { min-width: 6rem; }
  ul { padding-left: 1.25rem; }
}`;
/** By default, the headings of reference pages break within a word in a narrow window. */
const NARROW_HEADINGS = "<style>@media (max-width: 40rem) { h1 { font-size: 1.5rem !important; line-height: 1.25 !important; } }</style>";

export const page = (title, body, style = STYLE) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${META}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;

/** The reference page of a document on disk, with its overlay applied. */
export function reference(redocly, source, target) {
  run(redocly, "build-docs", source, "--config", "openapi/redocly.yaml", "--inlineBundle", "-o", target);
  const text = readFileSync(target, "utf8").replaceAll(LOGO, PIXEL);
  writeFileSync(target, text.replace("<head>", `<head>\n${META}\n${NARROW_HEADINGS}`));
}

/** Converts Markdown to a page; links to other Markdown files become links to their pages, if there are any. */
export function markdown(tools, title, text, pages) {
  const { Marked } = createRequire(resolve(tools, "bundle/package.json"))("marked");
  const marked = new Marked({ gfm: true });
  const html = marked.parse(text).replaceAll(/href="([\w./-]+)\.md(#[\w-]*)?"/g, (link, name, place = "") =>
    pages.includes(`${name}.md`) ? `href="${name}.html${place}"` : link,
  );
  return page(title, html);
}
