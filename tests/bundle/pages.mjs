// No page of the bundle makes any network requests, and every link within the bundle has a target: node pages.mjs DIST.
// Browsers enforce the policy; tests/bundle/browser.sh checks that with Chromium.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const [dist] = process.argv.slice(2);
const POLICY = /<meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*">/;
const FETCHED = /<(?:script|img|iframe|source|embed|video|audio)[^>]*\ssrc="(?!data:)[^"]*"|<link[^>]*\shref="(?!data:)[^"]*"|url\((?!["']?(?:data:|#))https?:/g;
const failures = [];
const all = readdirSync(dist, { recursive: true }).sort();
const pages = all.filter((name) => name.endsWith(".html"));
for (const name of pages) {
  const text = readFileSync(join(dist, name), "utf8");
  const head = text.slice(0, text.search(/<script|<style|<link/));
  if (!POLICY.test(head)) failures.push(`${name}: no policy before all other content`);
  if (/connect-src|https?:/.test(text.match(POLICY)?.[0] ?? "")) failures.push(`${name}: the policy allows requests`);
  // The scripts of a reference page contain such text as data.
  const markup = text.replaceAll(/<script[\s\S]*?<\/script>/g, "");
  for (const [found] of markup.matchAll(FETCHED)) failures.push(`${name}: fetches ${found.slice(0, 120)}`);
  if (/^(index|README|GENERATORS)/.test(name)) links(name, markup);
}
for (const text of failures) console.log(text);
console.log(`pages: ${pages.length} pages, ${failures.length} failed`);
process.exitCode = failures.length > 0 || pages.length === 0 ? 1 : 0;

function links(name, markup) {
  for (const [, target] of markup.matchAll(/href="([^"#]+)(?:#[^"]*)?"/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (!existsSync(join(dist, dirname(name), target))) failures.push(`${name}: ${target} does not exist`);
  }
}
