/**
 * The webhook of the simulated client information system, against a real HTTP server that verifies each signature:
 * batches keep the contract's limits, and what may pass is tried again under the same id.
 */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, it } from 'vitest';
import { stageEvents } from '../../../local/simulation/client-information-system.ts';
import { batchesOf, postEvent, postEvents, WebhookRefused } from '../../../local/simulation/webhook.ts';

const secret = `whsec_${Buffer.from('a key that only this test knows').toString('base64')}`;
const events = [...stageEvents({ seed: 1, eventsPerYear: 8000, from: '2026-03-02', to: '2026-04-01' })];
const [event] = events;
if (event === undefined) throw new Error('a month has events');

type Post = { path: string | undefined; headers: IncomingHttpHeaders; body: string };
let server: Server | undefined;
afterEach(() => server?.close());

/** A system that answers its posts with these statuses, and then with 202. */
async function systemAnswering(...statuses: number[]): Promise<{ api: string; posts: Post[] }> {
  const posts: Post[] = [];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      posts.push({ path: request.url, headers: request.headers, body });
      response.writeHead(statuses[posts.length - 1] ?? 202, { 'content-type': 'application/json' });
      response.end('{"receipts":[]}');
    });
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const address = server.address() as AddressInfo;
  return { api: `http://127.0.0.1:${address.port}`, posts };
}

const now = (): number => Date.now();

it('posts one event, signed', async () => {
  const { api, posts } = await systemAnswering();
  const answer = await postEvent({ api, secret, now }, event);
  expect(answer).toEqual({ status: 202, body: { receipts: [] } });
  expect(posts).toHaveLength(1);
  const [post] = posts;
  expect(post?.path).toBe('/v1/events');
  expect(post?.headers['content-type']).toBe('application/cloudevents+json');
  const headers = Object.fromEntries(
    Object.entries(post?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  expect(new Webhook(secret).verify(post?.body ?? '', headers)).toEqual(event);
});

it('stamps its signature by the clock that it is given', async () => {
  const { api, posts } = await systemAnswering();
  await postEvent({ api, secret, now: () => Date.parse('2026-03-02T12:00:00+02:00') }, event);
  expect(posts[0]?.headers['webhook-timestamp']).toBe(String(Date.parse('2026-03-02T10:00:00Z') / 1000));
});

it('posts many events in batches and in order', async () => {
  const { api, posts } = await systemAnswering();
  const answers = await postEvents({ api, secret, now }, events);
  expect(answers).toHaveLength(posts.length);
  expect(posts.every(({ headers }) => headers['content-type'] === 'application/cloudevents-batch+json')).toBe(
    true,
  );
  expect(posts.flatMap(({ body }) => JSON.parse(body) as unknown[])).toEqual(events);
});

it('tries again after throttling and faults, under the same id', async () => {
  const { api, posts } = await systemAnswering(429, 503);
  expect((await postEvent({ api, secret, now }, event)).status).toBe(202);
  expect(posts).toHaveLength(3);
  expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

it('takes a refusal as final', async () => {
  const { api, posts } = await systemAnswering(401);
  await expect(postEvent({ api, secret, now }, event)).rejects.toThrow(WebhookRefused);
  expect(posts).toHaveLength(1);
});

it('keeps batches within 500 events and 1 MB', () => {
  const large = { ...event, data: { ...event.data, caseRef: 'å'.repeat(100_000) } };
  for (const given of [Array.from({ length: 1201 }, () => event), Array.from({ length: 12 }, () => large)]) {
    const batches = [...batchesOf(given)];
    for (const batch of batches) {
      expect(Buffer.byteLength(batch)).toBeLessThanOrEqual(1_000_000);
      expect((JSON.parse(batch) as unknown[]).length).toBeLessThanOrEqual(500);
    }
    expect(batches.flatMap((batch) => JSON.parse(batch) as unknown[])).toEqual(given);
  }
  expect([...batchesOf([])]).toEqual([]);
});
