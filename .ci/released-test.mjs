// Tests that the check of released documents detects breaking changes: node .ci/released-test.mjs REDOCLY
// A small document is changed in breaking and in compatible ways; the check must distinguish them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changes, leastVersion } from "./released.mjs";

const text = (more = {}) => ({ type: "string", description: "A text.", ...more });
const base = () => ({
  openapi: "3.0.3",
  info: { title: "Fixture", version: "1.2.3", license: { name: "MIT", url: "https://spdx.org/licenses/MIT.html" } },
  servers: [{ url: "https://api.example.com/v1" }],
  security: [{ token: [] }],
  paths: {
    "/snapshots": {
      get: {
        operationId: "list_snapshots",
        summary: "List",
        parameters: [{ name: "page", in: "query", schema: { type: "integer", format: "int64" } }],
        responses: {
          200: {
            description: "A page.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Snapshot" } } },
          },
          404: { description: "No." },
        },
      },
      post: {
        operationId: "create_snapshot",
        summary: "Create",
        "x-idempotent": false,
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Request" } } },
        },
        responses: { 201: { description: "Created." }, 400: { description: "No." } },
      },
    },
    "/stop": {
      get: {
        operationId: "stop",
        summary: "Stop",
        "x-safe": false,
        responses: { 200: { description: "Done." }, 404: { description: "No." } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer" }, key: { type: "apiKey", in: "header", name: "key" } },
    schemas: {
      Snapshot: {
        type: "object",
        required: ["id", "kind"],
        properties: {
          id: { type: "integer", format: "int64" },
          kind: text({ enum: ["disk", "memory"] }),
          note: text(),
        },
      },
      Request: { type: "object", required: ["name"], properties: { name: text({ maxLength: 50 }), label: text() } },
    },
  },
});

const snapshot = (document) => document.components.schemas.Snapshot;
const request = (document) => document.components.schemas.Request;
const list = (document) => document.paths["/snapshots"].get;
const BREAKING = {
  "an operation is removed": (it) => delete it.paths["/stop"],
  "an operationId changes": (it) => (list(it).operationId = "snapshots"),
  "a status changes": (it) => (
    (it.paths["/snapshots"].post.responses[200] = { description: "Created." }),
    delete it.paths["/snapshots"].post.responses[201]
  ),
  "a request field becomes required": (it) => request(it).required.push("label"),
  "a response field is removed": (it) => delete snapshot(it).properties.note,
  "a response field may be missing": (it) => snapshot(it).required.pop(),
  "a response field may be null": (it) => (snapshot(it).properties.note.nullable = true),
  "a type changes": (it) => (snapshot(it).properties.id = text()),
  "a closed set in responses gains a value": (it) => snapshot(it).properties.kind.enum.push("all"),
  "a request limit becomes tighter": (it) => (request(it).properties.name.maxLength = 20),
  "a parameter becomes required": (it) => (list(it).parameters[0].required = true),
  "additional credentials are required": (it) => (it.security = [{ token: [], key: [] }]),
  "an unsafe GET is declared safe": (it) => delete it.paths["/stop"].get["x-safe"],
  "a non-idempotent operation is declared idempotent": (it) => (it.paths["/snapshots"].post["x-idempotent"] = true),
};
const COMPATIBLE = {
  "only the version": () => {},
  "a description": (it) => (list(it).summary = "List them"),
  "a new response field": (it) => (snapshot(it).properties.size = text()),
  "a new operation": (it) =>
    (it.paths["/start"] = {
      get: {
        operationId: "start",
        summary: "Start",
        responses: { 200: { description: "Done." }, 404: { description: "No." } },
      },
    }),
  "a new optional parameter": (it) => list(it).parameters.push({ name: "q", in: "query", schema: text() }),
};

const redocly = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "cloudsnap-"));
const wrong = [];
try {
  const write = (name, document) => {
    writeFileSync(join(folder, name), JSON.stringify(document));
    return join(folder, name);
  };
  const before = write("before.json", base());
  for (const [planted, set] of [
    [true, BREAKING],
    [false, COMPATIBLE],
  ]) {
    for (const [name, change] of Object.entries(set)) {
      const document = base();
      document.info.version = "1.2.4";
      change(document);
      const { bump, breaking } = changes(redocly, before, write("after.json", document));
      const seen = bump === "major";
      console.log(`${seen ? "breaking  " : "compatible"} ${name}${breaking[0] ? `: ${breaking[0]}` : ""}`);
      if (seen !== planted) wrong.push(`"${name}" must ${planted ? "" : "not "}be a breaking change`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const [version, bump, least] of [
  ["0.1.4", "major", "0.2.0"],
  ["0.1.4", "minor", "0.1.5"],
  ["0.1.4", "patch", "0.1.5"],
  ["1.2.3", "major", "2.0.0"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "patch", "1.2.4"],
]) {
  if (leastVersion(version, bump) !== least) wrong.push(`a ${bump} change to ${version} must give ${least}`);
}
for (const message of wrong) console.error(message);
console.log(
  `${Object.keys(BREAKING).length} breaking and ${Object.keys(COMPATIBLE).length} compatible changes tested, ${wrong.length} misjudged`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
