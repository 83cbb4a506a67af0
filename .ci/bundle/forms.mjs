// Other forms of a document: without references, as OpenAPI 3.1, and with its overlay, for viewers.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./run.mjs";

const CONFIG = ["--config", "openapi/redocly.yaml"];

export function dereferenced(redocly, source, target) {
  run(redocly, "bundle", source, ...CONFIG, "--dereferenced", "-o", target);
}

export function withOverlay(redocly, source, overlay, target) {
  run(redocly, "bundle", source, ...CONFIG, "--overlay", overlay, "-o", target);
}

export async function upgraded(redocly, tools, document, target) {
  const found = createRequire(resolve(tools, "bundle/package.json")).resolve("@scalar/openapi-upgrader");
  const { upgrade } = await import(pathToFileURL(found));
  const result = upgrade(structuredClone(document), "3.1");
  writeFileSync(target, `${JSON.stringify(result, null, 2)}\n`);
  run(redocly, "lint", target, ...CONFIG, "--skip-rule", "no-ambiguous-paths");
}

