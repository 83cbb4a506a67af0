// Reads a document as a list of operations, each with a request built from the examples. Shared by the code samples, the
// collections, the index and the manifest.

const METHODS = ["get", "head", "options", "put", "post", "patch", "delete"];
const SAFE = ["get", "head", "options"];
const IDEMPOTENT = [...SAFE, "put", "delete"];
/** Optional query parameters without which a list contains only references. */
const HELPFUL = ["expand"];

export function resolve(document, value) {
  if (!value?.$ref) return value;
  return value.$ref
    .slice(2)
    .split("/")
    .reduce((at, key) => at[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

/** All operations of a document, in document order. */
export function operations(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]?.operationId)
      .sort((a, b) => order(item, a) - order(item, b))
      .map((method) => operation(document, path, item, method)),
  );
}

const order = (item, method) => Object.keys(item).indexOf(method);

function operation(document, path, item, method) {
  const it = item[method];
  const parameters = [...(item.parameters ?? []), ...(it.parameters ?? [])].map((one) => parameter(document, one));
  const safe = it["x-safe"] ?? SAFE.includes(method);
  return {
    id: it.operationId,
    method: method.toUpperCase(),
    path,
    tag: it.tags[0],
    summary: it.summary,
    description: it.description ?? "",
    safe,
    idempotent: it["x-idempotent"] ?? IDEMPOTENT.includes(method),
    /** Whether the effect of the operation does not match its method. */
    surprising: safe !== SAFE.includes(method),
    parameters,
    auth: auth(document, it.security ?? document.security),
    bodies: bodies(document, it.requestBody),
  };
}

function parameter(document, value) {
  const found = resolve(document, value);
  const named = Object.values(found.examples ?? {}).map((one) => resolve(document, one).value);
  const schema = resolve(document, found.schema);
  const example = [found.example, ...named, schema.example, schema.default, schema.enum?.[0]].find((one) => one != null);
  return { name: found.name, in: found.in, required: found.required ?? false, example };
}

/** The first authentication scheme of an operation, or none if it needs no authentication. */
function auth(document, security) {
  const [name] = Object.keys(security[0] ?? {});
  if (!name) return { kind: "none" };
  const scheme = document.components.securitySchemes[name];
  if (scheme.type === "apiKey") return { kind: "key", header: scheme.name };
  return { kind: scheme.scheme };
}

/** The named examples of a request body: [{ name, summary, value }]. */
function bodies(document, requestBody) {
  const json = resolve(document, requestBody)?.content["application/json"];
  if (!json) return [];
  const examples = Object.entries(json.examples ?? { example: { value: json.example } });
  return examples.map(([name, one]) => ({ name, ...resolve(document, one) }));
}

/** The path and query of a request, from the examples of its parameters. */
export function target({ path, parameters }) {
  const filled = parameters
    .filter((one) => one.in === "path")
    .reduce((text, one) => text.replace(`{${one.name}}`, encodeURIComponent(one.example)), path);
  const query = parameters
    .filter((one) => one.in === "query" && (one.required || HELPFUL.includes(one.name)))
    .map((one) => `${encodeURIComponent(one.name)}=${encodeURIComponent([one.example].flat().join(","))}`);
  return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
}
