import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { bodyOf, listen } from '../../../local/http.ts';

/* Somebody between the respondents and the system, who sees every request, and may change or lose what goes through. */

export type Asked = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** What is done with a request. `pass` hands it on; a reply that is lost was made, but never arrives. */
export type Handling = (asked: Asked, pass: (asked: Asked) => Promise<Reply>) => Promise<Reply | 'lost'>;

export type Front = {
  /** Scheme and host under which the system can be reached through here. */
  readonly url: string;
  /** The same link, by this way. */
  readonly through: (link: string) => string;
  /** Every request that came, oldest first. */
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
};

const bytesMost = 16 * 1024 * 1024;

/** @param web scheme and host of the system's pages */
export async function startFront(
  web: string,
  handling: Handling = (asked, pass) => pass(asked),
): Promise<Front> {
  const seen: Asked[] = [];
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming, bytesMost);
    if (body === 'too-large') throw new RangeError('nobody sends so much here');
    const { method = 'GET', url = '/' } = incoming;
    const asked = { method, url, headers: plain(incoming.headers), body };
    seen.push(asked);
    const reply = await handling(asked, (one) => passOn(web, one));
    if (reply === 'lost') {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
    outgoing.end(method === 'HEAD' ? undefined : reply.body);
  };
  const { url, close } = await listen(server);
  return { url, close, asked: seen, through: (link) => link.replace(new URL(link).origin, url) };
}

/** Runs something with somebody in between. */
export async function behindFront<Result>(
  web: string,
  handling: Handling,
  run: (front: Front) => Promise<Result>,
): Promise<Result> {
  const front = await startFront(web, handling);
  try {
    return await run(front);
  } finally {
    await front.close();
  }
}

/** Asks the system. Nothing comes compressed, so that it can be read and changed on the way. */
export const passOn = (web: string, { method, url, headers, body }: Asked): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const kept = without(headers, ['host', 'connection', 'accept-encoding', 'transfer-encoding']);
    const outgoing = send(new URL(url, web), { method, headers: { ...kept, 'content-length': body.length } });
    outgoing.once('error', reject).once('response', (incoming) => {
      void bodyOf(incoming, bytesMost)
        .then((read) => {
          if (read === 'too-large') throw new RangeError('no page is as large');
          const given = without(plain(incoming.headers), ['connection', 'transfer-encoding']);
          resolve({ status: incoming.statusCode ?? 0, headers: given, body: read });
        })
        .catch(reject);
    });
    outgoing.end(body);
  });

const plain = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const without = (
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
