import { check } from "../scenario.js";

interface FetchResult<D, E> {
  data?: D;
  error?: E;
  response?: Response;
}

/** The body of a success. */
export async function ok<D, E>(call: Promise<FetchResult<D, E>>): Promise<NonNullable<D>> {
  const { data, error, response } = await call;
  check(response?.ok && data !== undefined && data !== null, `${response?.status}: ${JSON.stringify(error)}`);
  return data as NonNullable<D>;
}

/** The body of a refusal, and its status. */
export async function refused<D, E>(call: Promise<FetchResult<D, E>>): Promise<{ status: number; body: NonNullable<E> }> {
  const { error, response } = await call;
  check(response && !response.ok && error, `no refusal: ${response?.status}`);
  return { status: response.status, body: error as NonNullable<E> };
}
