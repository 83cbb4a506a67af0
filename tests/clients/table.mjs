// Prints the results of the clients as a table of operations and languages: node table.mjs MANIFEST READY RESULTS LANGUAGE..
// Every operation of a document that the sandbox emulates must have been called in every language (for ManageIQ, those in the
// scenario), and every other step of the scenario must have been done: a missing result is a failure.
import { readFileSync } from "node:fs";

const [manifest, ready, results, ...languages] = process.argv.slice(2);
const emulated = JSON.parse(readFileSync(ready, "utf8")).providers;
/** For documents of which the scenario does not call every operation: those that it calls. */
const CALLED = {
  manageiq: [
    "get_entry_point",
    "get_token",
    "delete_token",
    "list_vms",
    "get_vm",
    "list_vm_snapshots",
    "change_vm_snapshots",
    "describe_vm_snapshots",
    "get_vm_snapshot",
    "act_on_vm_snapshot",
    "list_instances",
    "list_tasks",
    "query_tasks",
    "get_task",
    "list_notifications",
    "list_volumes",
  ],
};
/** The languages that run the full scenario; the others run the short one. */
const WHOLE = ["python", "typescript", "go", "java", "ruby"];
const STEPS = ["all pages", "create", "wait", "get", "change", "delete", "error", "HTML 502"];
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
let notCalled = 0;
const cell = (language, provider, name) => {
  const outcome = done.get(`${language} ${provider} ${name}`);
  outcome ? (passed += 1) : (failed += 1);
  return { true: "ok", false: "FAILED" }[outcome] ?? "-";
};
const print = (name, cells) =>
  console.log(
    name.padEnd(42) +
      cells
        .map((text) => text.padEnd(15))
        .join("")
        .trimEnd(),
  );
for (const { provider, title, version, operations } of JSON.parse(readFileSync(manifest, "utf8")).documents) {
  if (!emulated[provider]) {
    console.log(`\n${title}: the sandbox does not emulate ${provider}`);
    continue;
  }
  const called = CALLED[provider] ?? operations.map((operation) => operation.id);
  notCalled += operations.length - called.length;
  const heading = `${provider} ${version}`;
  table(
    provider,
    heading,
    [...called, ...REST],
    languages.filter((language) => WHOLE.includes(language)),
  );
  table(
    provider,
    heading,
    STEPS,
    languages.filter((language) => !WHOLE.includes(language)),
  );
}

function table(provider, heading, rows, columns) {
  if (columns.length === 0) return;
  console.log("");
  print(heading, columns);
  for (const name of rows) {
    print(
      `  ${name}`,
      columns.map((language) => cell(language, provider, name)),
    );
  }
}
if (notCalled > 0) console.log(`\n${notCalled} operations are generated and compiled, but not called`);
if (details.length > 0) console.log(`\n${details.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
