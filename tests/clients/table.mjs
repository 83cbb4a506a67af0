// Prints what the clients did as a table of operations and languages: node table.mjs MANIFEST READY RESULTS LANGUAGE..
// Every operation of a document that the sandbox plays must have been called in every language, and so must the rest of
// the scenario have been done: what is missing has failed.
import { readFileSync } from "node:fs";

const [manifest, ready, results, ...languages] = process.argv.slice(2);
const played = JSON.parse(readFileSync(ready, "utf8")).providers;
const REST = ["all pages", "wait", "refusal", "404", "HTML 502", "unknown status"];

const done = new Map();
const details = [];
for (const line of readFileSync(results, "utf8").split("\n").filter(Boolean)) {
  const [language, provider, outcome, name, detail] = line.split("\t");
  done.set(`${language} ${provider} ${name}`, outcome === "ok");
  if (outcome !== "ok") details.push(`${language}, ${provider}, ${name}: ${detail}`);
}

let passed = 0;
let failed = 0;
const cell = (language, provider, name) => {
  const outcome = done.get(`${language} ${provider} ${name}`);
  outcome ? (passed += 1) : (failed += 1);
  return { true: "ok", false: "FAILED" }[outcome] ?? "-";
};
const print = (name, cells) => console.log(name.padEnd(42) + cells.map((text) => text.padEnd(12)).join("").trimEnd());
for (const { provider, title, version, operations } of JSON.parse(readFileSync(manifest, "utf8")).documents) {
  if (!played[provider]) {
    console.log(`\n${title}: the sandbox does not play ${provider}`);
    continue;
  }
  console.log("");
  print(`${provider} ${version}`, languages);
  for (const name of [...operations.map((operation) => operation.id), ...REST]) {
    print(`  ${name}`, languages.map((language) => cell(language, provider, name)));
  }
}
if (details.length > 0) console.log(`\n${details.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
