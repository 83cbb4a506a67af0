// What the TypeScript scenarios share: arguments, steps that are reported line by line, waiting.

declare const process: { argv: string[]; exit(code: number): never };

const [baseUrl, baseUrl502, baseUrlWeird, secret] = process.argv.slice(2);
if (!baseUrl || !baseUrl502 || !baseUrlWeird || !secret) throw new Error("arguments: three base URLs and the secret");
export const urls = { usual: baseUrl, gateway: baseUrl502, weird: baseUrlWeird };
export const SECRET = secret;
export const NAME = "made-by-typescript";

/** Reports a step. The first that fails ends the program: the later ones build on it. */
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

type Answer<D, E> = { data?: D; error?: E; response: Response };

/** The body of an answer with that status, which is a success. */
export function expect<D, E>(answer: Answer<D, E>, status: number): D {
  check(answer.response.status === status, `${answer.response.status} in place of ${status}: ${JSON.stringify(answer.error)}`);
  return answer.data as D;
}

/** The body of a refusal with that status. */
export function refused<D, E>(answer: Answer<D, E>, status: number): E {
  check(answer.response.status === status, `${answer.response.status} in place of ${status}`);
  check(answer.error !== undefined, "no body");
  return answer.error as E;
}

export function check(condition: boolean, text: string): asserts condition {
  if (!condition) throw new Error(text);
}

/** The value, which is there. */
export function there<T>(value: T | null | undefined, what: string): T {
  check(value !== null && value !== undefined, `no ${what}`);
  return value as T;
}

/** Calls the probe until it gives something, and returns that. */
export async function wait<T>(probe: () => Promise<T | undefined | null | false>, seconds = 30): Promise<T> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const found = await probe();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`still waiting after ${seconds} s`);
}

/** An HTML page with status 502 is an error whose body is text, and no exception. */
export function isGatewayPage<D, E>(answer: Answer<D, E>): void {
  const page: unknown = refused(answer, 502);
  check(answer.data === undefined && typeof page === "string" && /<html/i.test(page), `no HTML: ${JSON.stringify(page)}`);
}
