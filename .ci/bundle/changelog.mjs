// Extracts the changes to one document from openapi/CHANGELOG.md. Each entry begins with the names of the documents it is
// about, or with "All four".

import { readdirSync } from "node:fs";

export function changelog(provider, title, markdown) {
  const sections = markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ heading: section.split("\n", 1)[0], entries: entries(section) }));
  const own = sections
    .map(({ heading, entries }) => ({ heading, entries: entries.filter(({ about }) => about.includes(provider)) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ heading, entries }) => `## ${heading}\n\n${entries.map(({ text }) => `- ${text}`).join("\n")}\n`);
  if (own.length === 0) throw new Error(`openapi/CHANGELOG.md has no entry for ${provider}`);
  return `# Changes to ${title}\n\n${own.join("\n")}`;
}

// The documents name the providers.
const PROVIDERS = readdirSync(new URL("../../openapi/provenance", import.meta.url)).map((file) => file.replace(/\.md$/, ""));

function entries(section) {
  return section
    .split(/^- /m)
    .slice(1)
    .map((text) => {
      const subject = text.split(":", 1)[0].toLowerCase();
      const words = subject.match(/[a-z]+/g) ?? [];
      const about = /^all( four)?$/.test(subject) ? PROVIDERS : PROVIDERS.filter((name) => words.includes(name) || words.join("").includes(name));
      if (about.length === 0) throw new Error(`openapi/CHANGELOG.md: entry names no document: ${text}`);
      const rest = text.slice(subject.length + 1).trim();
      const version = subject.match(/\d+\.\d+\.\d+/)?.[0];
      return { about, text: version ? `${version}: ${rest}` : rest };
    });
}
