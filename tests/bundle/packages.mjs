// Installs the packages for npm and PyPI from their files and uses them: node packages.mjs DIST TOOLS WORK.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dist, tools, work] = process.argv.slice(2);
const files = readdirSync(join(dist, "packages"));
const file = (suffix) => join(dist, "packages", files.find((name) => name.endsWith(suffix)));
const run = (program, options, folder = work) => execFileSync(program, options, { cwd: folder, encoding: "utf8" });
rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, "npm"), { recursive: true });

const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json")));
npm();
for (const suffix of [".whl", ".tar.gz"]) pypi(suffix);
console.log("packages: npm, wheel and sdist installed from their files and used");

function npm() {
  const folder = join(work, "npm");
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", file(".tgz")], folder);
  const names = documents.map((it) => it.provider);
  const program = `import * as all from "cloudsnap-openapi";
${names.map((name) => `import ${name}, { type paths as ${name}Paths } from "cloudsnap-openapi/${name}";`).join("\n")}
const known: { title: string; version: string }[] = [${names.map((name) => `${name}.info`).join(", ")}];
${names.map((name) => `export type ${name}Path = keyof ${name}Paths;`).join("\n")}
const wrong: hyperstackPath = "/core/snapshots";
if (Object.keys(all).length !== known.length || !wrong) throw new Error("a document is missing");
console.log(known.map((it) => it.title).join("\\n"));
`;
  writeFileSync(join(folder, "use.ts"), program);
  const options = ["--module", "nodenext", "--target", "es2022", "--strict", "--lib", "es2022,dom", "--typeRoots", "none", "use.ts"];
  run(`${tools}/bundle/node_modules/.bin/tsc`, options, folder);
  expect(run("node", ["use.js"], folder));
}

function pypi(suffix) {
  const place = join(work, `python${suffix}`);
  // Nothing is downloaded: the build backend of the sdist is already installed.
  const options = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", place, file(suffix)];
  run(`${tools}/venv/bin/python`, options);
  const program = `import cloudsnap_openapi as it
assert len(it.PROVIDERS) == ${documents.length}
for name in it.PROVIDERS:
    print(it.load(name)["info"]["title"])
    with it.path(name) as path:
        assert path.read_text(encoding="utf-8") == it.text(name)
try:
    it.load("unknown")
except ValueError as error:
    assert "syminet" in str(error)
else:
    raise AssertionError("loaded a document of an unknown provider")
`;
  expect(execFileSync(`${tools}/venv/bin/python`, ["-c", program], { env: { ...process.env, PYTHONPATH: place }, encoding: "utf8" }));
}

function expect(printed) {
  for (const { title } of documents) if (!printed.includes(title)) throw new Error(`${title} is missing in ${printed}`);
}
