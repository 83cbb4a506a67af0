// A Postman collection (format 2.1) of a document, and an environment. Generated here and not by a converter, so that IDs are
// the same in every build, and requests that modify anything are skipped unless explicitly allowed.
import { filledBy, orderedTags } from "./ids.mjs";

const SKIP = [
  'if (pm.variables.get("allow_changes") !== "true") {',
  '  console.log(pm.info.requestName + " changes state: skipped. Set allow_changes to true to send it.");',
  "  pm.execution.skipRequest();",
  "}",
];
const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

export function collection(provider, document, operations) {
  return {
    info: { name: document.info.title, description: document.info.description, schema: SCHEMA },
    variable: variables(operations),
    item: orderedTags(provider, operations).map((tag) => ({
      name: tag,
      item: operations.filter((operation) => operation.tag === tag).flatMap((it) => requests(provider, it)),
    })),
  };
}

export function environment(name, values) {
  const entries = Object.entries(values).map(([key, value]) => ({ key, value, type: "default", enabled: true }));
  return { id: name, name, values: entries, _postman_variable_scope: "environment" };
}

/** One per path parameter, with the example as its value until a list has been read. */
function variables(operations) {
  const path = operations.flatMap((operation) => operation.parameters.filter((one) => one.in === "path"));
  const values = new Map(path.map((one) => [one.name, String(one.example)]));
  return [...values].map(([key, value]) => ({ key, value }));
}

function requests(provider, operation) {
  if (operation.bodies.length < 2) return [request(provider, operation, operation.bodies[0], operation.id)];
  return operation.bodies.map((body) => request(provider, operation, body, `${operation.id}: ${body.name}`));
}

function request(provider, operation, body, name) {
  const { id, method, path, safe, auth } = operation;
  const segments = path.split("/").slice(1);
  const query = operation.parameters.filter((one) => one.in === "query").map(parameter);
  const raw = `{{${provider}_base_url}}${path.replaceAll(/\{(\w+)\}/g, "{{$1}}")}`;
  const on = query.filter((one) => !one.disabled).map((one) => `${one.key}=${one.value}`);
  return {
    name,
    event: [event("prerequest", safe ? [] : SKIP), event("test", filling(provider, id))].filter(Boolean),
    request: {
      method,
      description: `${operation.summary}\n\n${operation.description}`,
      auth: AUTH[auth.kind](auth),
      header: body ? [{ key: "content-type", value: "application/json" }] : [],
      url: {
        raw: on.length > 0 ? `${raw}?${on.join("&")}` : raw,
        host: [`{{${provider}_base_url}}`],
        path: segments.map((one) => one.replace(/^\{(\w+)\}$/, "{{$1}}")),
        query,
      },
      ...(body && { body: { mode: "raw", raw: JSON.stringify(body.value, null, 2), options: { raw: { language: "json" } } } }),
    },
    response: [],
  };
}

function parameter({ name, required, example, in: _ }) {
  const disabled = !required && name !== "expand";
  return { key: name, value: [example ?? ""].flat().join(","), ...(disabled && { disabled }) };
}

const event = (listen, exec) => exec.length > 0 && { listen, script: { type: "text/javascript", exec } };

const filling = (provider, id) =>
  filledBy(provider, id, "body").flatMap(([name, value], n) => [
    ...(n === 0 ? ["const body = pm.response.json();"] : []),
    `if (${value} != null) pm.collectionVariables.set("${name}", String(${value}));`,
  ]);

const AUTH = {
  none: () => ({ type: "noauth" }),
  bearer: () => ({ type: "bearer", bearer: [{ key: "token", value: "{{api_token}}" }] }),
  basic: () => ({
    type: "basic",
    basic: [
      { key: "username", value: "{{api_username}}" },
      { key: "password", value: "{{api_password}}" },
    ],
  }),
  key: ({ header }) => ({
    type: "apikey",
    apikey: [
      { key: "key", value: header },
      { key: "value", value: "{{api_token}}" },
      { key: "in", value: "header" },
    ],
  }),
};
