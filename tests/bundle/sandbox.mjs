// Starts a sandbox for one check: `const box = await sandbox(["--delay", "0s"])`; `box.stop()` stops it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export async function sandbox(options = []) {
  const child = spawn(process.env.CLOUDSNAP, ["sandbox", "serve", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (text) => resolve([text]));
    child.once("exit", (code) => reject(new Error(`the sandbox exited with ${code}`)));
  });
  const { providers } = JSON.parse(line);
  return { providers, stop: () => child.kill(), environment: (provider) => environment(providers[provider]) };
}

/** The environment variables that the code samples read. */
const environment = ({ base_url, token, username, password }) => ({
  BASE_URL: base_url,
  API_TOKEN: token ?? "",
  API_USERNAME: username ?? "",
  API_PASSWORD: password ?? "",
});

/** Requests as an account of the sandbox: `await call("GET", "/images")` is the parsed body. */
export function account(provider, { base_url, token, username, password }) {
  const headers = { "content-type": "application/json" };
  if (username) headers.authorization = `Basic ${btoa(`${username}:${password}`)}`;
  else if (provider === "hyperstack") headers.api_key = token;
  else headers.authorization = `Bearer ${token}`;
  return async (method, path, body) => {
    const response = await fetch(base_url + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text.startsWith("{") ? JSON.parse(text) : undefined;
  };
}
