import type { Endpoints } from '../endpoints.ts';

type Asking = {
  readonly role: keyof Endpoints['tokens'];
  readonly method?: 'GET' | 'PUT' | 'POST';
  /** Is sent as JSON. */
  readonly body?: unknown;
};

/**
 * Asks the API as somebody of the staff does.
 *
 * @param path with its query
 * @returns the body of the answer
 * @throws Error when the answer is none of success
 */
export async function askAs(
  { api, tokens }: Endpoints,
  path: string,
  { role, method = 'GET', body }: Asking,
): Promise<unknown> {
  const response = await fetch(new URL(path, api), {
    method,
    headers: { authorization: `Bearer ${tokens[role]}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
