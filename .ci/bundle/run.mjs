import { execFileSync } from "node:child_process";

/** What a program prints. Nothing of it may depend on the time: tools that stamp files are told one. */
export function run(program, ...options) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "315532800", TZ: "UTC" };
  return execFileSync(program, options, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"], env });
}
