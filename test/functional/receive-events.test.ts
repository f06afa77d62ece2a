/**
 * The webhook, from a signed request to the queue: what is refused and how it is told, what is taken, and that neither
 * an answer nor a log repeats what was sent. SQS and Secrets Manager are stubbed clients, signatures are real.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';
import { eventDocument, recipient } from '../support/stage-events.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('STAGE_EVENTS_QUEUE_URL', 'https://sqs.example/stage-events');
vi.stubEnv('WEBHOOK_SECRET_ARN', 'arn:webhook');
const { handler } = await import('../../functions/receive-events/handler.ts');

// What CloudFormation generates: 44 letters and digits.
const secret = 'kuultuKuultuKuultuKuultuKuultuKuultuKuultu42';
const sqs = mockClient(SQSClient);
const secrets = mockClient(SecretsManagerClient);
let log: ReturnType<typeof collectLog>;

beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  secrets.on(GetSecretValueCommand, { SecretId: 'arn:webhook' }).resolves({ SecretString: secret });
  log = collectLog();
});
afterEach(() => vi.restoreAllMocks());

const single = 'application/cloudevents+json';
const batch = 'application/cloudevents-batch+json';

type Post = RequestFacts & { signedAgoMs?: number; key?: string; type?: string };

function signedHeaders(
  body: string,
  { signedAgoMs = 0, key = secret, type = single }: Post,
): Record<string, string> {
  const at = new Date(Date.now() - signedAgoMs);
  return {
    'content-type': type,
    'webhook-id': 'msg-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign('msg-1', at, body),
  };
}

async function post(document: unknown, how: Post = {}) {
  const body = typeof document === 'string' ? document : JSON.stringify(document);
  const headers = { ...signedHeaders(body, how), ...how.headers };
  const answer = await callHttp(handler, { method: 'POST', path: '/v1/events', body, ...how, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    json: JSON.parse(answer.body) as unknown,
  };
}

const queued = (): unknown[] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args: [{ input }] }) => input.Entries ?? [])
    .map(({ MessageBody }) => JSON.parse(MessageBody ?? '') as unknown);

describe('an event', () => {
  it('is taken, queued without unknown fields, and receipted', async () => {
    const { status, json } = await post(eventDocument({ childName: 'Matti' }));
    expect(status).toBe(202);
    expect(json).toEqual({ receipts: [{ index: 0, id: eventDocument()['id'], status: 'accepted' }] });
    expect(queued()).toEqual([eventDocument()]);
  });

  it('is taken in base64, and with parameters behind its content type', async () => {
    const body = JSON.stringify(eventDocument({}, { caseRef: 'ä' }));
    const headers = {
      ...signedHeaders(body, {}),
      'content-type': 'Application/CloudEvents+JSON; charset=utf-8',
    };
    const encoded = Buffer.from(body).toString('base64');
    const answer = await callHttp(handler, { method: 'POST', body: encoded, isBase64Encoded: true, headers });
    expect(answer.statusCode).toBe(202);
    expect(queued()).toEqual([eventDocument({}, { caseRef: 'ä' })]);
  });

  it('of an unknown stage is taken', async () => {
    expect((await post(eventDocument({ type: 'fi.kuultu.moon.landed.v1' }))).status).toBe(202);
    expect(queued()).toHaveLength(1);
  });

  it('is answered with a fault of ours where the queue does not take it, to be sent again', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [{ Id: '0', Code: 'x', SenderFault: false }] });
    const { status, text } = await post(eventDocument());
    expect(status).toBe(500);
    expect(text).not.toContain('queue');
    expect(log.lines()).toMatchObject([{ level: 'ERROR', phrase: 'a request failed' }]);
  });
});

describe('401 is answered to', () => {
  it.each<[string, Post]>([
    ['another key', { key: 'anotherAnotherAnotherAnotherAnotherAnother42' }],
    ['a signature of six minutes ago', { signedAgoMs: 6 * 60_000 }],
    ['a signature from six minutes ahead', { signedAgoMs: -6 * 60_000 }],
    ['no signature', { headers: { 'webhook-signature': '' } }],
    ['half a signature', { headers: { 'webhook-signature': 'v1' } }],
    ['a signature of another version', { headers: { 'webhook-signature': 'v2,AAAA' } }],
    ['no time', { headers: { 'webhook-timestamp': 'yesterday' } }],
    ['another id than was signed', { headers: { 'webhook-id': 'msg-2' } }],
    ['another body than was signed', { body: JSON.stringify(eventDocument({ id: 'another' })) }],
  ])('%s', async (_, how) => {
    const { status, headers, json } = await post(eventDocument(), how);
    expect(status).toBe(401);
    expect(headers?.['content-type']).toBe('application/problem+json');
    expect(json).toEqual({
      type: 'about:blank',
      title: 'The signature is missing, wrong, or older than five minutes.',
      status: 401,
    });
    expect(queued()).toEqual([]);
  });

  it('no headers at all', async () => {
    expect((await callHttp(handler, { method: 'POST', body: '{}' })).statusCode).toBe(401);
  });
});

it('takes one good signature among several, as while a key is being changed', async () => {
  const body = JSON.stringify(eventDocument());
  const headers = signedHeaders(body, {});
  const several = `v1,${'A'.repeat(43)}= ${headers['webhook-signature'] ?? ''}`;
  expect((await post(body, { headers: { 'webhook-signature': several } })).status).toBe(202);
});

describe('a delivery that is', () => {
  it('larger than 1 MB is answered with 413', async () => {
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('longer than 500 events is answered with 413, and nothing of it is taken', async () => {
    const events = Array.from({ length: 501 }, (_, i) => eventDocument({ id: `e-${i}` }, { recipients: [] }));
    expect((await post(events, { type: batch })).status).toBe(413);
    expect(queued()).toEqual([]);
  });

  it('500 events long is taken', async () => {
    const events = Array.from({ length: 500 }, (_, i) => eventDocument({ id: `e-${i}` }, { recipients: [] }));
    expect((await post(events, { type: batch })).status).toBe(202);
    expect(queued()).toHaveLength(500);
  });

  it.each(['application/json', 'text/plain', ''])('of the type %j is answered with 415', async (type) => {
    expect((await post(eventDocument(), { type })).status).toBe(415);
  });

  it('cut short is answered with 400', async () => {
    const { status, json } = await post(JSON.stringify(eventDocument()).slice(0, -1));
    expect(status).toBe(400);
    expect(json).toMatchObject({
      status: 400,
      errors: [{ pointer: '', detail: 'expected a JSON document' }],
    });
  });

  it('no array where a batch is announced is answered with 400', async () => {
    expect(await post(eventDocument(), { type: batch })).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: '' }] },
    });
  });
});

describe('faults', () => {
  it('are told all, each at its JSON pointer, and without what was sent', async () => {
    const wrong = eventDocument(
      {},
      { unit: 'two words', recipients: [recipient(), { ...recipient(), role: 'Aunt Polly' }] },
    );
    const { status, headers, json, text } = await post(wrong);
    expect(status).toBe(400);
    expect(headers?.['content-type']).toBe('application/problem+json');
    expect((json as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      '/data/unit',
      '/data/recipients/1/role',
    ]);
    expect(text).not.toMatch(/Polly|two words/);
  });

  it('of one event do not keep the others of a batch from being taken', async () => {
    const events = [
      eventDocument({ id: 'a' }),
      eventDocument({ id: 'b', time: 'noon' }),
      'nonsense',
      eventDocument({ id: 'd' }),
    ];
    const { status, json } = await post(events, { type: batch });
    expect(status).toBe(202);
    expect(json).toMatchObject({
      receipts: [
        { index: 0, id: 'a', status: 'accepted' },
        { index: 1, id: 'b', status: 'refused', errors: [{ pointer: '/1/time' }] },
        { index: 2, id: null, status: 'refused', errors: [{ pointer: '/2' }] },
        { index: 3, id: 'd', status: 'accepted' },
      ],
    });
    expect(queued()).toMatchObject([{ id: 'a' }, { id: 'd' }]);
  });

  it('are counted in levels too: what is nested past all sense is refused, and the rest is taken', async () => {
    const deep = `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { status, json } = await post(`[${deep},${JSON.stringify(eventDocument())}]`, { type: batch });
    expect(status).toBe(202);
    expect(json).toMatchObject({
      receipts: [{ status: 'refused', errors: [{ pointer: '/0' }] }, { status: 'accepted' }],
    });
  });

  it('of one event are all named, of each event of a batch up to twenty', async () => {
    const flags = Array.from({ length: 6 }, () => 'tall');
    const recipients = Array.from({ length: 20 }, () => ({ ...recipient(), role: 'aunt', flags }));
    const document = eventDocument({}, { recipients });
    const alone = await post(document);
    expect((alone.json as { errors: unknown[] }).errors).toHaveLength(40);
    const inBatch = await post([document], { type: batch });
    expect((inBatch.json as { errors: unknown[] }).errors).toHaveLength(20);
  });

  it('of every event of a batch are answered with 400', async () => {
    const { status, json } = await post([{}, eventDocument({ id: '' })], { type: batch });
    expect(status).toBe(400);
    expect((json as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toContain(
      '/1/id',
    );
  });
});

describe('a personal identity code', () => {
  const code = '131052-308T';

  it.each<[string, Record<string, unknown>, string]>([
    ['as the id', eventDocument({ id: code }), '/id'],
    [
      'as a reference',
      eventDocument({}, { recipients: [recipient({ contactRef: `p-${code}` })] }),
      '/data/recipients/0/contactRef',
    ],
    ['in a field that nobody asked for', eventDocument({}, { notes: { 'a/b': code } }), '/data/notes/a~1b'],
    ['as the name of a field', eventDocument({}, { [code]: 1 }), '/data'],
  ])('%s is refused, and neither answered nor logged', async (_, document, pointer) => {
    const { status, json, text } = await post(document);
    expect(status).toBe(400);
    expect(json).toMatchObject({ errors: [{ pointer }] });
    expect(text).not.toContain(code);
    expect(log.text()).not.toContain(code);
    expect(queued()).toEqual([]);
  });

  it('in one event of a batch refuses that event alone', async () => {
    const { json, text } = await post(
      [eventDocument({ id: 'a' }), eventDocument({ id: 'b' }, { caseRef: code })],
      { type: batch },
    );
    expect(json).toMatchObject({ receipts: [{ status: 'accepted' }, { id: 'b', status: 'refused' }] });
    expect(text).not.toContain(code);
    expect(queued()).toMatchObject([{ id: 'a' }]);
  });
});

it('logs how many events came and were refused, and nothing of them', async () => {
  await post([eventDocument({ id: 'a' }), {}], { type: batch });
  expect(log.lines()).toEqual([{ level: 'INFO', phrase: 'events were received', count: 1, refused: 1 }]);
});
