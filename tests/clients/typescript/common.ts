// Shared by the TypeScript scenarios: arguments, steps reported line by line, waiting.

declare const process: { argv: string[]; exit(code: number): never };

const [baseUrl, baseUrl502, baseUrlWeird, secret] = process.argv.slice(2);
if (!baseUrl || !baseUrl502 || !baseUrlWeird || !secret) throw new Error("arguments: three base URLs and the secret");
export const urls = { usual: baseUrl, gateway: baseUrl502, weird: baseUrlWeird };
export const SECRET = secret;
export const NAME = "made-by-typescript";

/** Reports a step. The first failure ends the program, since later steps depend on earlier ones. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    console.log(`ok\t${name}`);
    return result;
  } catch (error) {
    console.log(`FAILED\t${name}\t${error}`);
    process.exit(1);
  }
}

type FetchResult<D, E> = { data?: D; error?: E; response: Response };

/** The body of a successful response with that status. */
export function expect<D, E>(result: FetchResult<D, E>, status: number): D {
  check(
    result.response.status === status,
    `${result.response.status}, expected ${status}: ${JSON.stringify(result.error)}`,
  );
  return result.data as D;
}

/** The body of a refusal with that status. */
export function refused<D, E>(result: FetchResult<D, E>, status: number): E {
  check(result.response.status === status, `${result.response.status}, expected ${status}`);
  check(result.error !== undefined, "no body");
  return result.error as E;
}

export function check(condition: boolean, text: string): asserts condition {
  if (!condition) throw new Error(text);
}

/** The value, which must be present. */
export function required<T>(value: T | null | undefined, what: string): T {
  check(value !== null && value !== undefined, `no ${what}`);
  return value as T;
}

/** Calls the probe until it returns something, and returns that. */
export async function wait<T>(probe: () => Promise<T | undefined | null | false>, seconds = 30): Promise<T> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const found = await probe();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`still waiting after ${seconds} s`);
}

/** An HTML page with status 502 is an error whose body is text, and not an exception. */
export function isGatewayPage<D, E>(result: FetchResult<D, E>): void {
  const page: unknown = refused(result, 502);
  check(
    result.data === undefined && typeof page === "string" && /<html/i.test(page),
    `no HTML: ${JSON.stringify(page)}`,
  );
}
