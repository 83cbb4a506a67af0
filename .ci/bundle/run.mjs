import { execFileSync } from "node:child_process";

/** Returns the output of a program. It must not depend on the time, so tools that write timestamps get a fixed one. */
export function run(program, ...options) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "315532800", TZ: "UTC" };
  return execFileSync(program, options, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"], env });
}
