// Runs the test binaries in parallel: half of their time is spent waiting, and cargo runs one binary at a time.
// node .ci/tests.mjs [CARGO ARGUMENTS] (default: --all-features)
import { execFileSync, spawn } from "node:child_process";

// The slowest start first, and those that mostly wait before those that mostly compute; those not listed here start after them.
const LONGEST = [
  "nightly", "claims", "chaos", "behavior", "secrets", "contract", "cli", "hostile", "killed", "together", "manageiq", "hyperstack",
  "genesiscloud", "cloudsnap (lib)", "fuzz",
];
// More than the number of cores: see above.
const BINARIES = 4;
const THREADS = 3;
// Their tests wait nine tenths of their time, for a sandbox or for processes.
const THREADS_OF = { behavior: 8, cli: 8, nightly: 10 };

const features = process.argv.length > 2 ? process.argv.slice(2) : ["--all-features"];

/** Builds the test binaries and returns them. */
function binaries() {
  const built = execFileSync("cargo", ["test", ...features, "--no-run", "--message-format=json"], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const named = built
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .filter((line) => line.reason === "compiler-artifact" && line.profile.test && line.executable)
    .map(({ target, executable }) => ({
      name: target.kind[0] === "test" ? target.name : `${target.name} (${target.kind[0]})`,
      command: [executable, `--test-threads=${THREADS_OF[target.name] ?? THREADS}`],
    }));
  if (named.length === 0) throw new Error("cargo reports no test binaries");
  return named;
}

/** Runs one and returns its output and result. */
function run({ name, command }) {
  const [program, ...rest] = command;
  const started = performance.now();
  return new Promise((done) => {
    const output = [];
    const child = spawn(program, rest, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (bytes) => output.push(bytes));
    child.stderr.on("data", (bytes) => output.push(bytes));
    child.on("error", (error) => output.push(Buffer.from(`${error}\n`)));
    child.on("close", (code, signal) => {
      const text = Buffer.concat(output).toString("utf8");
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      done({ name, text, seconds, ended: code === 0 ? "" : `ended with ${signal ?? code}` });
    });
  });
}

/** The closing lines of a test runner; a binary that prints none did not complete its tests. */
const CLOSING = /^test result: (\w+)\. (\d+) passed; (\d+) failed; (\d+) ignored; \d+ measured; (\d+) filtered out/gm;

const rank = ({ name }) => (LONGEST.indexOf(name) + LONGEST.length + 1) % (LONGEST.length + 1);
const waiting = binaries().sort((one, other) => rank(one) - rank(other));
// The doc tests are run as one more binary. They are compiled first, which keeps a core busy.
waiting.splice(1, 0, { name: "doc tests", command: ["cargo", "test", ...features, "--doc", "--quiet"] });

const started = performance.now();
const sum = { passed: 0, failed: 0, ignored: 0 };
const bad = [];
async function worker() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { name, text, seconds, ended } = await run(next);
    const closing = [...text.matchAll(CLOSING)];
    for (const [, , passed, failed, ignored] of closing) {
      sum.passed += Number(passed);
      sum.failed += Number(failed);
      sum.ignored += Number(ignored);
    }
    const results = closing.map(([line]) => line.replace("test result: ", "")).join(" / ");
    console.log(`${seconds.padStart(6)} s  ${name}: ${results || "no closing line"}${ended && `, ${ended}`}`);
    if (ended || closing.length === 0) bad.push({ name, text });
  }
}
await Promise.all(Array.from({ length: BINARIES }, worker));

for (const { name, text } of bad) console.log(`\n-- ${name}\n${text}`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${sum.passed} tests passed, ${sum.failed} failed, ${sum.ignored} ignored, in ${seconds} s`);
if (bad.length > 0) {
  console.log(`failed: ${bad.map(({ name }) => name).join(", ")}`);
  process.exitCode = 1;
}
