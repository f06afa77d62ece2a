import { Agent, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export type WireRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
export type WireResponse = { status: number; headers: Record<string, string | string[]>; body: Buffer };

/** Whatever answers for a service behind the wire. */
export type Backend = (request: WireRequest) => Promise<WireResponse>;

/** Headers that belong to one hop, or are written anew. */
const notForwarded = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']);

/** Passes requests on to an emulator over HTTP. */
export const forwardTo = (url: string): Backend => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const kept = Object.entries(headers).filter(([name]) => !notForwarded.has(name));
      const outgoing = httpRequest(
        new URL(path, url),
        { method, agent, headers: { ...Object.fromEntries(kept), 'content-length': body.length } },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const answered = Object.entries(incoming.headers).filter(
              (entry): entry is [string, string | string[]] =>
                entry[1] !== undefined && !notForwarded.has(entry[0]),
            );
            resolve({
              status: incoming.statusCode ?? 502,
              headers: Object.fromEntries(answered),
              body: Buffer.concat(chunks),
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
};

/** A service's error, thrown by backends that live in this process. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A backend in this process: one function from operation and parameters to the result, in the JSON protocol. */
export const answerWith =
  (
    operate: (operation: string, parameters: Record<string, unknown>) => Promise<Record<string, unknown>>,
  ): Backend =>
  async ({ headers, body }) => {
    try {
      const operation = String(headers['x-amz-target']).split('.').at(-1) ?? '';
      return json(200, await operate(operation, JSON.parse(body.toString()) as Record<string, unknown>));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return json(400, { __type: error.code, message: error.message });
    }
  };

export const json = (status: number, value: unknown): WireResponse => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: Buffer.from(JSON.stringify(value)),
});
