// Compares the JSON that build.rs generates from each document with redocly's bundle: two YAML parsers must agree.
// node .ci/documents.mjs REDOCLY FOLDER
// FOLDER contains that JSON: generated/, which .ci/generate --check compares with the output of build.rs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

const [redocly, out] = process.argv.slice(2);
const documents = readdirSync("openapi").filter((name) => /^[a-z]+\.yaml$/.test(name) && name !== "redocly.yaml");
if (documents.length === 0) throw new Error("no documents under openapi/");
const folder = mkdtempSync(join(tmpdir(), "cloudsnap-"));
try {
  for (const name of documents) {
    const provider = name.replace(".yaml", "");
    const bundle = join(folder, `${provider}.json`);
    const options = ["bundle", "--config", "openapi/redocly.yaml", `openapi/${name}`, "-o", bundle];
    execFileSync(redocly, options, { stdio: ["ignore", "ignore", "pipe"] });
    const read = (path) => JSON.parse(readFileSync(path, "utf8"));
    const same = isDeepStrictEqual(read(join(out, `${provider}.json`)), read(bundle));
    console.log(`openapi/${name}: the JSON copy ${same ? "equals" : "DIFFERS from"} redocly's bundle`);
    if (!same) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
