// A Bruno collection of a document: { file name: content }. As in the Postman collection, requests that modify anything are
// skipped unless `allow_changes` is set.
import { filledBy, orderedTags } from "./ids.mjs";

const SKIP = `if (bru.getEnvVar("allow_changes") !== "true") {
  console.log(req.getName() + " changes state: skipped. Set allow_changes to true to send it.");
  bru.runner.skipRequest();
}`;

export function collection(provider, document, operations, environment) {
  const path = operations.flatMap((operation) => operation.parameters.filter((one) => one.in === "path"));
  const variables = Object.fromEntries(path.map((one) => [one.name, one.example]));
  const root = { version: "1", name: document.info.title, type: "collection", ignore: ["node_modules"] };
  const files = {
    "bruno.json": `${JSON.stringify(root, null, 2)}\n`,
    "collection.bru": blocks([["vars:pre-request", pairs(variables)], ["docs", document.info.description]]),
    "environments/sandbox.bru": blocks([["vars", pairs(environment)]]),
  };
  const requests = operations.flatMap((operation) => {
    const bodies = operation.bodies.length > 0 ? operation.bodies : [undefined];
    return bodies.map((body) => ({ operation, body, name: bodies.length > 1 ? `${operation.id} ${body.name}` : operation.id }));
  });
  for (const [n, it] of requests.entries()) files[`${it.operation.tag}/${it.name}.bru`] = request(provider, it, n + 1);
  // Without these, folders run in alphabetical order, and variables would be used before the list that fills them.
  for (const [n, tag] of orderedTags(provider, operations).entries()) files[`${tag}/folder.bru`] = blocks([["meta", pairs({ name: tag, seq: n + 1 })]]);
  return files;
}

function request(provider, { operation, body, name }, seq) {
  const { id, method, path, safe, auth } = operation;
  const query = operation.parameters.filter((one) => one.in === "query");
  const on = query.filter(wanted).map((one) => `${one.name}=${value(one)}`);
  const address = `{{${provider}_base_url}}${path.replaceAll(/\{(\w+)\}/g, "{{$1}}")}`;
  const sent = { url: on.length > 0 ? `${address}?${on.join("&")}` : address, body: body ? "json" : "none", auth: AUTH[auth.kind][0] };
  const filled = filledBy(provider, id, "res.body").map(
    ([key, place]) => `if (${place} != null) bru.setVar("${key}", String(${place}));`,
  );
  return blocks([
    ["meta", pairs({ name, type: "http", seq })],
    [method.toLowerCase(), pairs(sent)],
    query.length > 0 && ["params:query", query.map((one) => `${wanted(one) ? "" : "~"}${one.name}: ${value(one)}`).join("\n")],
    AUTH[auth.kind][1] && [`auth:${AUTH[auth.kind][0]}`, pairs(AUTH[auth.kind][1](auth))],
    body && ["body:json", JSON.stringify(body.value, null, 2)],
    !safe && ["script:pre-request", SKIP],
    filled.length > 0 && ["script:post-response", filled.join("\n")],
    ["docs", `${operation.summary}\n\n${operation.description}`],
  ]);
}

const wanted = ({ required, name }) => required || name === "expand";
const value = ({ example }) => [example ?? ""].flat().join(",");
const pairs = (values) => Object.entries(values).map(([key, one]) => `${key}: ${one}`).join("\n");
const blocks = (list) =>
  list
    .filter(Boolean)
    .map(([name, text]) => `${name} {\n${text.trim().replaceAll(/^(?=.)/gm, "  ")}\n}\n`)
    .join("\n");

const AUTH = {
  none: ["none"],
  bearer: ["bearer", () => ({ token: "{{api_token}}" })],
  basic: ["basic", () => ({ username: "{{api_username}}", password: "{{api_password}}" })],
  key: ["apikey", ({ header }) => ({ key: header, value: "{{api_token}}", placement: "header" })],
};
