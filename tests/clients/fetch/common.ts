import { check, type Refusal } from "../scenario.js";

interface Failure {
  response: Response;
}

/** Thrown by the client: an error with the response. */
export async function refusal(call: Promise<unknown>, text: (body: never) => string | undefined): Promise<Refusal> {
  const { response } = await failure(call);
  return { status: response.status, text: text((await response.json()) as never) };
}

export const status = async (call: Promise<unknown>) => (await failure(call)).response.status;

async function failure(call: Promise<unknown>): Promise<Failure> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  check(typeof error === "object" && error && "response" in error, `no refusal: ${error}`);
  return error as Failure;
}
