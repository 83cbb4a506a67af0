// The `mutator` of the orval clients, which sends requests: the caller provides base URL and credentials.
import { check } from "../scenario.js";

export const connection = { baseUrl: "", headers: {} as Record<string, string> };

export async function send<T>(url: string, options: RequestInit): Promise<T> {
  const headers = { ...(options.headers as Record<string, string>), ...connection.headers };
  const response = await fetch(connection.baseUrl + url, { ...options, headers });
  const json = response.headers.get("content-type")?.includes("json");
  const text = await response.text();
  return { data: json ? JSON.parse(text) : text, status: response.status, headers: response.headers } as T;
}

/** The response with that status. */
export async function expectStatus<A extends { status: number; data: unknown }, S extends A["status"]>(
  call: Promise<A>,
  status: S,
): Promise<Extract<A, { status: S }>["data"]> {
  const got = await call;
  check(got.status === status, `${got.status}, expected ${status}: ${JSON.stringify(got.data)}`);
  return got.data as Extract<A, { status: S }>["data"];
}

export async function gateway(baseUrl: string, call: () => Promise<{ status: number }>): Promise<number> {
  connection.baseUrl = baseUrl;
  return (await call()).status;
}
