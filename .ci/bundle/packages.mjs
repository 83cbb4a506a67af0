// Builds the packages for npm and PyPI from openapi/packages/ and the documents, ready to publish.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "./run.mjs";

const LICENSES = ["LICENSE-MIT", "LICENSE-APACHE"];

/** `documents` are those of the manifest; their files are already in `out`. */
export function packages({ tools, out, version, documents }) {
  const work = mkdtempSync(join(tmpdir(), "cloudsnap-packages-"));
  const target = resolve(out, "packages");
  mkdirSync(target, { recursive: true });
  try {
    npm({ tools, out, version, documents, target, folder: join(work, "npm") });
    pypi({ tools, out, version, documents, target, folder: join(work, "pypi") });
  } finally {
    rmSync(work, { recursive: true });
  }
}

function npm({ tools, out, version, documents, target, folder }) {
  cpSync("openapi/packages/npm", folder, { recursive: true });
  for (const name of LICENSES) cpSync(name, join(folder, name));
  const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
  for (const { provider, yaml, json } of documents) {
    const text = readFileSync(join(out, json), "utf8");
    writeFileSync(join(folder, json), text);
    cpSync(join(out, yaml), join(folder, yaml));
    writeFileSync(join(folder, `${provider}.js`), `export default ${text.trimEnd()};\n`);
    const types = join(folder, `${provider}.d.ts`);
    run(`${tools}/bundle/node_modules/.bin/openapi-typescript`, join(out, yaml), "--default-non-nullable=false", "-o", types);
    const root = "{ openapi: string; info: { title: string; version: string }; paths: Record<string, unknown> }";
    writeFileSync(types, `${readFileSync(types, "utf8")}\ndeclare const document: ${root};\nexport default document;\n`);
    exports[`./${provider}`] = { types: `./${provider}.d.ts`, default: `./${provider}.js` };
    for (const name of [yaml, json]) exports[`./${name}`] = `./${name}`;
  }
  const index = documents.map(({ provider }) => `export { default as ${provider} } from "./${provider}.js";\n`).join("");
  for (const name of ["index.js", "index.d.ts"]) writeFileSync(join(folder, name), index);
  const manifest = { ...JSON.parse(readFileSync(join(folder, "package.json"), "utf8")), version, exports };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  run("npm", "pack", "--silent", "--pack-destination", target, folder);
}

function pypi({ tools, out, version, documents, target, folder }) {
  cpSync("openapi/packages/pypi", folder, { recursive: true });
  for (const name of LICENSES) cpSync(name, join(folder, name));
  const place = join(folder, "src/cloudsnap_openapi/documents");
  mkdirSync(place);
  for (const { yaml, json } of documents) for (const name of [yaml, json]) cpSync(join(out, name), join(place, name));
  const project = join(folder, "pyproject.toml");
  writeFileSync(project, readFileSync(project, "utf8").replace('version = "0.0.0"', `version = "${version}"`));
  run(`${tools}/venv/bin/python`, "-c", `import os, sys\nos.chdir(sys.argv[1])\nfrom hatchling import build\n` +
    "build.build_sdist(sys.argv[2])\nbuild.build_wheel(sys.argv[2])", folder, target);
}
