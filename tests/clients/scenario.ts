// The scenario shared by the TypeScript clients: each client and provider implements `Account`.

declare const process: { argv: string[]; exit(code: number): never };

const [baseUrl = "", gatewayUrl = "", , secret = ""] = process.argv.slice(2);
export const SECRET = secret;
export const URLS = { usual: baseUrl, gateway: gatewayUrl };
export const NAME = "by-typescript";

export interface Page {
  ids: unknown[];
  last: boolean;
}
export interface Refusal {
  status: number;
  text: string | undefined;
}
export interface Account<Id> {
  /** One page of the list of snapshots, counted from 1. */
  page(number: number): Promise<Page>;
  create(): Promise<unknown>;
  /** The ID of what was created, once it is ready. */
  ready(): Promise<Id | undefined>;
  /** The name of a snapshot. */
  name(id: Id): Promise<string | null | undefined>;
  /** Renames a snapshot, or restores it if the provider cannot rename. */
  change(id: Id): Promise<unknown>;
  remove(id: Id): Promise<unknown>;
  /** The response for an object that does not exist. */
  missing(id: Id): Promise<Refusal>;
  /** The status of a list request to a gateway that responds with its own page. */
  gateway(): Promise<number>;
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    console.log(`ok\t${name}`);
    return result;
  } catch (error) {
    console.log(`FAILED\t${name}\t${error}`);
    process.exit(1);
  }
}

export function check(condition: unknown, text: string): asserts condition {
  if (!condition) throw new Error(text);
}

export function required<T>(value: T | null | undefined, what: string): T {
  check(value !== null && value !== undefined, `no ${what}`);
  return value;
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

export async function run<Id>(account: Account<Id>): Promise<void> {
  await step("all pages", async () => {
    const ids = [];
    let number = 1;
    for (let page: Page | undefined; !page?.last; number += 1) {
      page = await account.page(number);
      ids.push(...page.ids);
    }
    check(number > 2 && ids.length > 4 && new Set(ids).size === ids.length, `${ids.length} on ${number - 1} pages`);
  });
  await step("create", () => account.create());
  const id = await step("wait", () => wait(() => account.ready()));
  await step("get", async () => check((await account.name(id)) === NAME, "another name"));
  await step("change", () => account.change(id));
  await step("delete", () => account.remove(id));
  await step("error", async () => {
    const { status, text } = await wait(() => account.missing(id).catch(() => undefined));
    check(status === 404 && Boolean(text), `${status}: ${text}`);
  });
  await step("HTML 502", async () => check((await account.gateway()) === 502, "another status"));
}
