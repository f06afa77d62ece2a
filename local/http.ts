import { randomInt } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';

/** A server on the loopback address. */
export type Listening = { url: string; port: number; close: () => Promise<void> };

/** Listens on 127.0.0.1, on a free port when `port` is 0. */
export const listen = async (server: Server, port = 0): Promise<Listening> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const taken = portOf(server);
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const portOf = (server: { address: () => unknown }): number => {
  const address = server.address();
  if (
    typeof address === 'object' &&
    address !== null &&
    'port' in address &&
    typeof address.port === 'number'
  ) {
    return address.port;
  }
  throw new Error('The server does not listen');
};

/** Ports that operating systems hand out to nobody by themselves: theirs begin at 32 768 or above. */
const portsAside = { from: 20_000, count: 12_000 };
const portAttemptsMax = 100;

/**
 * A port that is free now, for a program that cannot choose one by itself. Whoever else asks for any free port in the
 * meantime is given another.
 */
export const freePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < portAttemptsMax; attempt += 1) {
    const port = portsAside.from + randomInt(portsAside.count);
    if (await isFree(port)) return port;
  }
  throw new Error('There is no free port');
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createTcpServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

/** The whole body; `too-large` once it exceeds `bytesMax`, after reading it to its end without keeping it. */
export const bodyOf = async (request: IncomingMessage, bytesMax: number): Promise<Buffer | 'too-large'> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bytesMax) chunks.push(chunk);
  }
  return bytes > bytesMax ? 'too-large' : Buffer.concat(chunks);
};
