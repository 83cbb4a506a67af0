// Lists the public interface of the crate, one line per item, from rustdoc's JSON: node .ci/public-api.mjs target/doc/cloudsnap.json
// Code generated from the documents is left out: generated/ contains it.
import { readFileSync } from "node:fs";

const { index, root, format_version: version } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const GENERATED = /^cloudsnap::(generated|mock)::\w+$/;
const lines = [];
const item = (id) => index[id];
const kind = (it) => Object.keys(it.inner)[0];
const list = (things, show, between = ", ") => (things ?? []).map(show).join(between);

// --- types ---

function args(of) {
  if (!of) return "";
  if (of.parenthesized) {
    const { inputs, output } = of.parenthesized;
    return `(${list(inputs, type)})${output ? ` -> ${type(output)}` : ""}`;
  }
  const { args: own = [], constraints = [] } = of.angle_bracketed ?? {};
  const shown = own.map((it) => (typeof it === "string" ? "_" : it.lifetime ?? (it.type ? type(it.type) : it.const.expr)));
  for (const { name, args: more, binding } of constraints) {
    const bound = binding.equality ? ` = ${term(binding.equality)}` : `: ${bounds(binding.constraint)}`;
    shown.push(`${name}${args(more)}${bound}`);
  }
  return shown.length > 0 ? `<${shown.join(", ")}>` : "";
}

const term = (it) => (it.type ? type(it.type) : it.constant.expr);
// A path may be written short or long: its last segment is enough.
const path = (it) => `${it.path.split("::").at(-1)}${args(it.args)}`;

function bounds(all) {
  const one = (it) => {
    if (it.trait_bound) return `${it.trait_bound.modifier === "maybe" ? "?" : ""}${path(it.trait_bound.trait)}`;
    return it.outlives ?? `use<${list(it.use, (name) => name.lifetime ?? name.param ?? name)}>`;
  };
  return list(all, one, " + ");
}

function type(it) {
  const [name, of] = Object.entries(it)[0];
  switch (name) {
    case "resolved_path":
      return path(of);
    case "generic":
    case "primitive":
      return of;
    case "dyn_trait":
      return `dyn ${list(of.traits, (bound) => path(bound.trait), " + ")}${of.lifetime ? ` + ${of.lifetime}` : ""}`;
    case "tuple":
      return `(${list(of, type)})`;
    case "slice":
      return `[${type(of)}]`;
    case "array":
      return `[${type(of.type)}; ${of.len}]`;
    case "impl_trait":
      return `impl ${bounds(of)}`;
    case "borrowed_ref":
      return `&${of.lifetime ? `${of.lifetime} ` : ""}${of.is_mutable ? "mut " : ""}${type(of.type)}`;
    case "qualified_path":
      return `${type(of.self_type)}::${of.name}`;
    case "function_pointer":
      return `fn(${list(of.sig.inputs, ([, input]) => type(input))})${of.sig.output ? ` -> ${type(of.sig.output)}` : ""}`;
    default:
      throw new Error(`rustdoc ${version} has a type that is not known here: ${name}`);
  }
}

function generics({ params, where_predicates: where }) {
  const own = params.filter((it) => !it.kind.type?.is_synthetic && !it.name.startsWith("'_"));
  const one = ({ name, kind: of }) => {
    if (of.const) return `const ${name}: ${type(of.const.type)}`;
    const limits = bounds(of.type?.bounds);
    return limits ? `${name}: ${limits}` : name;
  };
  const limits = where
    .map((it) => it.bound_predicate)
    .filter(Boolean)
    .map((it) => `${type(it.type)}: ${bounds(it.bounds)}`);
  return [own.length > 0 ? `<${list(own, one)}>` : "", limits.length > 0 ? ` where ${limits.join(", ")}` : ""];
}

// --- items ---

const attribute = (it, name) => it.attrs.some((attr) => JSON.stringify(attr).includes(name));
const open = (it) => (attribute(it, "non_exhaustive") ? " #[non_exhaustive]" : "");

function signature(it) {
  const { sig, generics: own, header } = it.inner.function;
  const [params, where] = generics(own);
  const inputs = list(sig.inputs, ([name, input]) => {
    const shown = type(input);
    if (name === "self") return shown === "Self" ? "self" : shown.replace(/Self$/, "self");
    return `${name}: ${shown}`;
  });
  const words = `${header.is_const ? "const " : ""}${header.is_async ? "async " : ""}fn`;
  return [words, `${params}(${inputs})${sig.output ? ` -> ${type(sig.output)}` : ""}${where}`];
}

function members(name, ids) {
  for (const it of ids.map(item).filter(Boolean)) {
    const of = it.inner[kind(it)];
    if (kind(it) === "function") {
      const [words, rest] = signature(it);
      lines.push(`${words} ${name}::${it.name}${rest}`);
    } else if (kind(it) === "assoc_const") {
      lines.push(`const ${name}::${it.name}: ${type(of.type)}`);
    } else if (kind(it) === "assoc_type") {
      lines.push(`type ${name}::${it.name}${of.bounds.length > 0 ? `: ${bounds(of.bounds)}` : ""}`);
    }
  }
}

function fields(name, ids) {
  for (const it of ids.map(item).filter((it) => it?.visibility !== "restricted" && it)) {
    lines.push(`${name}.${it.name}: ${type(it.inner.struct_field)}`);
  }
}

function implementations(name, ids) {
  for (const { inner } of ids.map(item).filter(Boolean)) {
    const it = inner.impl;
    // Every derived PartialEq implies StructuralPartialEq.
    if (it.blanket_impl || it.trait?.path.endsWith("StructuralPartialEq")) continue;
    if (!it.trait) members(name, it.items);
    // Auto traits are expected: only missing ones are listed.
    else if (!it.is_synthetic) lines.push(`impl ${path(it.trait)} for ${name}${type(it.for).replace(/^[^<]*/, "")}`);
    else if (it.is_negative && /^(Send|Sync)$/.test(it.trait.path)) lines.push(`impl !${it.trait.path} for ${name}`);
  }
}

function show(name, it) {
  const of = it.inner[kind(it)];
  switch (kind(it)) {
    case "module":
      lines.push(`mod ${name}`);
      if (!GENERATED.test(name)) of.items.map(item).filter(Boolean).forEach((inner) => walk(name, inner));
      break;
    case "struct": {
      lines.push(`struct ${name}${generics(of.generics).join("")}${open(it)}`);
      const ids = of.kind.plain?.fields ?? of.kind.tuple ?? [];
      fields(name, ids.filter((id) => id !== null));
      implementations(name, of.impls);
      break;
    }
    case "enum":
      lines.push(`enum ${name}${generics(of.generics).join("")}${open(it)}`);
      for (const variant of of.variants.map(item)) {
        const { tuple, struct } = variant.inner.variant.kind;
        const types = list(tuple, (id) => type(item(id).inner.struct_field));
        lines.push(`${name}::${variant.name}${tuple ? `(${types})` : ""}${open(variant)}`);
        fields(`${name}::${variant.name}`, struct?.fields ?? []);
      }
      implementations(name, of.impls);
      break;
    case "trait":
      lines.push(`trait ${name}${generics(of.generics).join("")}${of.bounds.length > 0 ? `: ${bounds(of.bounds)}` : ""}`);
      members(name, of.items);
      break;
    case "function": {
      const [words, rest] = signature(it);
      lines.push(`${words} ${name}${rest}`);
      break;
    }
    case "type_alias":
      lines.push(`type ${name}${generics(of.generics)[0]} = ${type(of.type)}`);
      break;
    case "constant":
      lines.push(`const ${name}: ${type(of.type)}`);
      break;
    case "macro":
      lines.push(`macro ${name}!`);
      break;
    default:
      throw new Error(`rustdoc ${version} has an item that is not known here: ${kind(it)}`);
  }
}

function walk(parent, it) {
  if (kind(it) !== "use") return show(`${parent}::${it.name}`, it);
  const { source, name, id, is_glob: glob } = it.inner.use;
  const target = item(id);
  // From another crate: only the name is ours.
  if (!target || target.crate_id !== 0) lines.push(`use ${source} as ${parent}::${glob ? "*" : name}`);
  else if (glob) target.inner.module.items.map(item).filter(Boolean).forEach((inner) => walk(parent, inner));
  else show(`${parent}::${name}`, target);
}

show("cloudsnap", item(root));
// Sorted by path, regardless of kind, so that related items are together.
const key = (line) => `${line.slice(Math.max(line.indexOf("cloudsnap::"), 0))} ${line}`;
const sorted = [...new Set(lines)].sort((one, other) => (key(one) < key(other) ? -1 : 1));
if (sorted.length < 500) throw new Error(`only ${sorted.length} items: rustdoc ${version} is not read right`);
console.log(sorted.join("\n"));
