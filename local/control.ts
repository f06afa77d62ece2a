import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseInstant } from './clock.ts';
import type { Clock } from './clock.ts';
import { bodyOf, listen } from './http.ts';
import type { Listening } from './http.ts';
import type { Logs } from './logs.ts';
import type { Mover } from './settle.ts';
import type { Ledger } from './wire/ledger.ts';

export type Controlled = { clock: Clock; mover: Mover; logs: Logs; ledger: Ledger };

/**
 * The control server, which exists locally only.
 *
 * - `POST /clock` `{"now": "2026-03-02T10:15:00+02:00"}` pins the clock, `{"now": null}` lets it run; `GET /clock`.
 * - `POST /settle` runs everything that is due and answers with what ran and what failed.
 * - `GET /calls` sums up the calls to services, `POST /calls/reset` starts anew; `GET /logs`.
 */
export const startControl = (controlled: Controlled): Promise<Listening> =>
  listen(
    createServer((request, response) => {
      void answer(controlled, request, response).catch((error: unknown) => {
        if (!response.headersSent) send(response, 500, { message: String(error) });
        else response.end(JSON.stringify({ message: String(error) }));
      });
    }),
  );

const send = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

const answer = async (
  { clock, mover, logs, ledger }: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await bodyOf(request, 64 * 1024);
  const state = () => ({ now: new Date(clock.now()).toISOString(), pinned: clock.pinned() });
  switch (`${request.method ?? ''} ${request.url ?? ''}`) {
    case 'GET /clock':
      send(response, 200, state());
      return;
    case 'POST /clock': {
      const now = wantedTime(body.toString());
      if (now === undefined) {
        const message =
          'Give {"now": "2026-03-02T10:15:00+02:00"}, with an offset, or {"now": null} for live time';
        send(response, 400, { message });
        return;
      }
      if (now === null) clock.unpin();
      else clock.pin(now);
      send(response, 200, state());
      return;
    }
    case 'POST /settle':
      await sendWhenReady(response, mover.settle());
      return;
    case 'GET /calls':
      send(response, 200, { calls: ledger.summary() });
      return;
    case 'POST /calls/reset':
      ledger.reset();
      send(response, 200, { calls: [] });
      return;
    case 'GET /logs':
      send(response, 200, { logs: logs.all() });
      return;
    default:
      send(response, 404, { message: 'Not Found' });
  }
};

const clockBody = z.object({ now: z.union([z.null(), z.string()]) });

/** Epoch milliseconds, null for live time, or undefined for what is neither. */
const wantedTime = (text: string): number | null | undefined => {
  try {
    const { now } = clockBody.parse(JSON.parse(text));
    return now === null ? null : parseInstant(now);
  } catch {
    return undefined;
  }
};

/** Settling may take minutes, and a client would give up on a silent connection: JSON may begin with spaces. */
const sendWhenReady = async (response: ServerResponse, ready: Promise<unknown>): Promise<void> => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const sign = setInterval(() => response.write(' '), 10_000);
  try {
    response.end(JSON.stringify(await ready));
  } finally {
    clearInterval(sign);
  }
};
