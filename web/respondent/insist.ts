/** What a server answered; a body that is no JSON is undefined. */
export type Reply = { readonly status: number; readonly body: unknown };

/** The way to the server. */
export type Line = {
  /** Posts JSON to a path of the page's own origin. Rejects where no reply came. */
  readonly post: (path: string, body: object) => Promise<Reply>;
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** Between the attempts of one post. */
const pausesMilliseconds = [1000, 3000, 9000];

/**
 * Posts until the server has answered for good: a lost reply, a fault and a full house all pass. The server speaks JSON;
 * whatever else comes is of somebody in between, and passes too.
 *
 * @param done the status of success
 * @returns a reply with this status, 400, 409 or 410; or one with the status 0, where none came
 */
export async function insist(
  { post, pause }: Line,
  path: string,
  body: object,
  done: number,
): Promise<Reply> {
  for (let attempt = 0; ; attempt++) {
    const reply = await post(path, body).catch(() => undefined);
    if (reply?.body && [done, 400, 409, 410].includes(reply.status)) return reply;
    const milliseconds = pausesMilliseconds[attempt];
    if (!milliseconds) return { status: 0, body: undefined };
    await pause(milliseconds);
  }
}

/** A member of a JSON object; undefined of anything else. */
export const member = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body ? Reflect.get(body, name) : undefined;
