import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** When a connection drops: before the server has heard of a request, or before the browser has its whole reply. */
export type Moment = 'before it arrived' | 'after it arrived';

/** A line to a server that drops when it is told to, and stays dead until it is mended. */
export type CuttingProxy = {
  readonly origin: string;
  /**
   * Has the line drop at the next request of this method and path.
   *
   * @param first what is to be done before the browser notices
   * @returns resolves when it has dropped
   */
  readonly cutAt: (
    method: string,
    path: RegExp,
    moment: Moment,
    first?: () => Promise<void>,
  ) => Promise<void>;
  readonly mend: () => void;
  readonly stop: () => Promise<void>;
};

type Cut = {
  readonly method: string;
  readonly path: RegExp;
  readonly moment: Moment;
  readonly drop: (response: ServerResponse) => Promise<void>;
};

/** @param target the server's origin */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  let next: Cut | undefined;
  let isDead = false;

  const carry = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: path = '' } = incoming;
    const body = await buffer(incoming);
    const cut = next?.method === method && next.path.test(path) ? next : undefined;
    if (cut !== undefined) {
      next = undefined;
      isDead = true;
    }
    if (isDead && cut?.moment !== 'after it arrived') {
      if (cut === undefined) response.destroy();
      else await cut.drop(response);
      return;
    }
    const reply = await ask(target, incoming, body);
    if (cut === undefined) {
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    }
    // Half of it gets through, as it does when a train enters a tunnel.
    response.writeHead(reply.status, reply.headers);
    await new Promise((written) => response.write(reply.body.subarray(0, reply.body.length / 2), written));
    await cut.drop(response);
  };

  const server = createServer((incoming, response) => {
    carry(incoming, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // The port of a server that listens on a host's is in an object.
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAt: (method, path, moment, first) =>
      new Promise((done) => {
        const drop: Cut['drop'] = async (response) => {
          await first?.();
          response.destroy();
          done();
        };
        next = { method, path, moment, drop };
      }),
    mend: () => {
      isDead = false;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Reply = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** Asks the server behind the line, in the browser's own words. */
const ask = (target: string, { url, method, headers }: IncomingMessage, body: Buffer): Promise<Reply> =>
  new Promise((resolve, reject) => {
    request(new URL(url ?? '', target), { method, headers }, (reply) => {
      buffer(reply).then((whole) => {
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole });
      }, reject);
    })
      .on('error', reject)
      .end(body);
  });
