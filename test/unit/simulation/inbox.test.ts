/** The mailbox of invented respondents, against a server that answers as the SES emulator does. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMailbox, readInbox } from '../../../local/simulation/inbox.ts';

type Stored = {
  messageId: string;
  at: number;
  destination: { to: string[] };
  subject: string;
  body: { text?: string };
  headers: { name: string; value: string }[];
};
let stored: Stored[];
let server: Server;
let ses: string;

const nowSeconds = (): number => Math.floor(Date.now() / 1000);
const store = (messageId: string, at = nowSeconds()): void => {
  const destination = { to: [`${messageId}@example.org`] };
  const headers = [{ name: 'List-Unsubscribe', value: '<http://127.0.0.1/x>' }];
  stored.push({ messageId, at, destination, subject: 'Palaute', body: { text: 'Hei!' }, headers });
};

beforeEach(async () => {
  stored = [];
  server = createServer((request, response) => {
    const since = Number(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('since') ?? 0);
    response.end(JSON.stringify({ templates: {}, emails: stored.filter(({ at }) => at >= since) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ses = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
});

it('reads what a mail program would show', async () => {
  store('m1');
  expect(await readInbox(ses)).toEqual([
    {
      ...{ id: 'm1', to: ['m1@example.org'], subject: 'Palaute', text: 'Hei!', html: undefined },
      headers: { 'list-unsubscribe': '<http://127.0.0.1/x>' },
    },
  ]);
});

it('takes each mail once, also within a second', async () => {
  store('of yesterday', nowSeconds() - 86_400);
  const takeNewMails = openMailbox(ses);
  const taken: string[][] = [];
  for (const names of [['a', 'b'], ['c'], [], ['d']]) {
    for (const name of names) store(name);
    taken.push((await takeNewMails()).map(({ id }) => id));
  }
  expect(taken).toEqual([['a', 'b'], ['c'], [], ['d']]);
});
