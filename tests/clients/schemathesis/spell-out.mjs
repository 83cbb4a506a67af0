// Translates a document's extensions to standard OpenAPI, for validators that do not know them: `x-types` and `x-variants` become
// anyOf, and a response with `x-status-range` is also listed under that range.
// node spell-out.mjs DOCUMENT.json COPY.json
import { readFileSync, writeFileSync } from "node:fs";

const [source, copy] = process.argv.slice(2);
const document = JSON.parse(readFileSync(source, "utf8"));

function resolve(schema) {
  let found = schema;
  while (found?.$ref) {
    found = found.$ref.slice(2).split("/").reduce((node, key) => node[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  }
  return found;
}

// A schema narrowed by a variant. If the variant names properties, the schema's other properties are not allowed.
function narrowed(base, variant) {
  const out = { ...base };
  if (variant.enum) delete out.example;
  for (const [key, more] of Object.entries(variant)) {
    const mine = base[key];
    if (key === "properties") {
      const known = Object.entries(mine ?? {}).map(([name, schema]) => [name, name in more ? schema : { not: {} }]);
      const named = Object.entries(more).map(([name, schema]) => [name, mine?.[name] ? narrowed(resolve(mine[name]), schema) : schema]);
      out.properties = Object.fromEntries([...known, ...named]);
    } else if (key === "required") {
      out.required = [...new Set([...(mine ?? []), ...more])];
    } else if (key === "items" && mine) {
      out.items = narrowed(resolve(mine), more);
    } else {
      out[key] = more;
    }
  }
  return out;
}

function spelled(node) {
  if (Array.isArray(node)) return node.map(spelled);
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node["x-types"])) {
    const { "x-types": types, ...rest } = node;
    return { ...rest, anyOf: types.map((type) => ({ type })) };
  }
  if (Array.isArray(node["x-variants"])) {
    const { "x-variants": variants, ...base } = node;
    return { anyOf: variants.map((variant) => spelled(narrowed(base, variant))) };
  }
  const inner = Object.entries(node).map(([key, value]) => [key, key === "example" || key === "examples" ? value : spelled(value)]);
  const out = Object.fromEntries(inner);
  if (out.responses && out.operationId) {
    for (const response of Object.values(out.responses)) {
      const range = resolve(response)["x-status-range"];
      if (range) out.responses[range] = response;
    }
  }
  return out;
}

writeFileSync(copy, JSON.stringify(spelled(document)));
