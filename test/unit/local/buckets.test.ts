/**
 * The bucket of large releases as the template has it, on this machine: our own adapter puts and reads over the wire, which
 * lets each role do what it was granted, under the names it was granted, and lets nobody write over what is there. What the
 * runner could not enforce keeps it from starting.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startQueuesAndBuckets, type Fauxqs } from '../../../local/emulators/fauxqs.ts';
import { createKms } from '../../../local/emulators/kms.ts';
import { createBuckets } from '../../../local/emulators/s3.ts';
import { account, placeOf } from '../../../local/place.ts';
import { denialsOfBucket } from '../../../local/template/bucket-policy.ts';
import { readTemplates } from '../../../local/template/read.ts';
import { synthesize } from '../../../local/template/synthesis.ts';
import { bucketsOf } from '../../../local/template/wiring.ts';
import type { Backend } from '../../../local/wire/backend.ts';
import { authorityIn } from '../../../local/wire/grants.ts';
import { policyDocumentSchema } from '../../../local/wire/iam.ts';
import { readObjectOperation } from '../../../local/wire/objects.ts';
import { startWire, type Wire } from '../../../local/wire/wire.ts';

const region = 'eu-north-1';
// An issuer of our own spares the template a user pool, which this machine has none of.
const resources = readTemplates(synthesize({ oidcIssuer: 'http://127.0.0.1:1', oidcAudience: 'kuultu' }), {
  ...{ region, account, sqs: 'http://127.0.0.1:2', api: 'http://127.0.0.1:3' },
});
const [releases, ...otherBuckets] = bucketsOf(resources);
const [bucket, arn] = [releases?.name ?? '', releases?.arn ?? ''];

let wire: Wire;
let fauxqs: Fauxqs;
beforeAll(async () => {
  wire = await startWire();
  fauxqs = await startQueuesAndBuckets(region);
  const absent: Backend = () => Promise.reject(new Error('Not there'));
  wire.connect({
    place: placeOf(resources, region, createKms([])),
    authority: authorityIn(resources),
    backends: {
      ...{ dynamodb: absent, sqs: absent, ses: absent, kms: absent, secretsmanager: absent, events: absent },
      s3: createBuckets(fauxqs, bucketsOf(resources)),
    },
    crash: () => undefined,
  });
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', wire.addresses.s3);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await wire.close();
  await fauxqs.server.stop();
});

/** The adapter as it runs in a function. It finds its credentials once, when it is loaded. */
async function adapterOf(caller: string) {
  vi.resetModules();
  vi.stubEnv('AWS_ACCESS_KEY_ID', `${caller}.1`);
  return import('../../../shared/adapters/objects.ts');
}
let publisher: Awaited<ReturnType<typeof adapterOf>>;
let server: typeof publisher;
beforeAll(async () => {
  publisher = await adapterOf('publish-report');
  await publisher.putObjectOnce(bucket, 'releases/first', Buffer.from('first'));
  server = await adapterOf('serve-reports');
});
beforeEach(() => {
  wire.ledger.reset();
});

const text = async (key: string): Promise<string> =>
  Buffer.from(await server.readObject(bucket, key)).toString();
const put = (key: string, content = 'second') => publisher.putObjectOnce(bucket, key, Buffer.from(content));
const denied = (method: string): string => `S3 refused a ${method}: 403 AccessDenied`;

describe('a large release', () => {
  it('is put by the publisher, and read by whoever serves reports', async () => {
    const large = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7919) % 256));
    expect(await publisher.putObjectOnce(bucket, 'releases/2026-Q1/T1', large)).toBe('stored');
    expect(large.equals(await server.readObject(bucket, 'releases/2026-Q1/T1'))).toBe(true);
    expect(wire.ledger.summary()).toMatchObject([
      { caller: 'publish-report', service: 's3', action: 'PutObject', calls: 1, requestBytes: large.length },
      { caller: 'serve-reports', service: 's3', action: 'GetObject', calls: 1, responseBytes: large.length },
    ]);
    expect(wire.ledger.calls().map(({ resources, wrote }) => [resources, wrote])).toEqual([
      [[`${arn}/releases/2026-Q1/T1`], true],
      [[`${arn}/releases/2026-Q1/T1`], false],
    ]);
  });

  it('stays what it was first, also where several put it in the same moment', async () => {
    expect(await put('releases/first')).toBe('was-there');
    expect(await text('releases/first')).toBe('first');
    const several = ['a', 'b', 'c', 'd', 'e'];
    const outcomes = await Promise.all(several.map((content) => put('releases/race', content)));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    expect(await text('releases/race')).toBe(several[outcomes.indexOf('stored')]);
  });

  it('that is not there is refused to whoever may not know what is there, and missed by tools', async () => {
    await expect(text('releases/none')).rejects.toThrow(denied('GET'));
    expect((await fetch(`${wire.addresses.s3}/${bucket}/releases/none`)).status).toBe(404);
  });
});

describe('a role', () => {
  it('does nothing that it was not granted', async () => {
    // A role that has nothing to do with releases.
    const counter = await adapterOf('count-invited');
    await expect(counter.readObject(bucket, 'releases/first')).rejects.toThrow(denied('GET'));
    await expect(server.putObjectOnce(bucket, 'releases/new', Buffer.from('x'))).rejects.toThrow(
      denied('PUT'),
    );
    expect((await fetch(`${wire.addresses.s3}/${bucket}/releases/new`)).status).toBe(404);
    expect(wire.ledger.calls()[0]).toMatchObject({
      caller: 'count-invited',
      error: 'AccessDenied',
      wrote: false,
    });
  });

  it.each(['release', 'other/first', 'x/releases/first'])('does nothing under the name %s', async (key) => {
    await expect(put(key)).rejects.toThrow(denied('PUT'));
    await expect(text(key)).rejects.toThrow(denied('GET'));
  });

  it('does nothing in another bucket', async () => {
    await expect(publisher.putObjectOnce('another', 'releases/new', Buffer.from('x'))).rejects.toThrow(
      denied('PUT'),
    );
  });

  it('that has no business with releases does nothing', async () => {
    const stranger = await adapterOf('send-request');
    await expect(stranger.readObject(bucket, 'releases/first')).rejects.toThrow(denied('GET'));
    await expect(stranger.putObjectOnce(bucket, 'releases/new', Buffer.from('x'))).rejects.toThrow(
      denied('PUT'),
    );
  });

  it('can be refused on purpose, by its grants or by an answer', async () => {
    const giveBack = wire.withhold('serve-reports', 's3:GetObject');
    await expect(text('releases/first')).rejects.toThrow(denied('GET'));
    giveBack();
    const busy = { status: 503, code: 'SlowDown' };
    const fault = wire.failOnce({
      caller: 'serve-reports',
      action: 's3:GetObject',
      when: 'before',
      answer: busy,
    });
    expect(await text('releases/first')).toBe('first');
    expect(fault.struck()).toBe(true);
  });
});

describe("the bucket's policy", () => {
  /** A call that nobody signs is a tool's, which needs no grant. */
  const asTool = (headers: Record<string, string>, key = 'releases/first'): Promise<Response> =>
    fetch(`${wire.addresses.s3}/${bucket}/${key}`, { method: 'PUT', body: 'over it', headers });

  it('lets nobody write over an object, and knows no other condition', async () => {
    const plain = await asTool({});
    expect([plain.status, await plain.text()]).toEqual([403, expect.stringContaining('explicit deny')]);
    expect((await asTool({ 'if-none-match': '*' })).status).toBe(412);
    expect((await asTool({ 'if-none-match': '"0"' })).status).toBe(501);
    expect((await asTool({ 'if-none-match': '*', 'if-match': '"0"' })).status).toBe(501);
    expect(await text('releases/first')).toBe('first');
    expect((await asTool({ 'if-none-match': '*' }, 'releases/by-hand')).status).toBe(200);
    expect(await text('releases/by-hand')).toBe('over it');
  });

  const denial = {
    ...{ Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:PutObject', Resource: `${arn}/*` },
    Condition: { Null: { 's3:if-none-match': 'true' } },
  };
  const denials = (...given: unknown[]) =>
    denialsOfBucket(
      'Policy',
      policyDocumentSchema.parse({ Version: '2012-10-17', Statement: given }).Statement,
    );

  it('is the only one, and was understood', () => {
    expect(otherBuckets).toEqual([]);
    expect(releases?.denials).toHaveLength(2);
    expect(denials(denial)).toHaveLength(1);
  });

  it.each([
    ['grants', { ...denial, Effect: 'Allow' }],
    ['denies to somebody', { ...denial, Principal: { AWS: `arn:aws:iam::${account}:root` } }],
    ['denies without a condition', { ...denial, Condition: undefined }],
    ['asks what is not known here', { ...denial, Condition: { Bool: { 'aws:ViaAWSService': 'false' } } }],
    ['denies what has a condition', { ...denial, Condition: { Null: { 's3:if-none-match': 'false' } } }],
  ])('that %s is refused', (_, strange) => {
    expect(() => denials(denial, strange)).toThrow('does not understand the bucket policy Policy');
  });
});

describe('a request to S3', () => {
  const asked = (method: string, path: string, headers: Record<string, string> = {}) =>
    readObjectOperation({ method, path, headers, body: Buffer.alloc(0) });

  it('is known by its method, bucket and key, however the key is written', () => {
    expect(asked('GET', '/b/releases/T1%232026?x-id=GetObject')).toEqual({
      name: 'GetObject',
      permissions: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::b/releases/T1#2026' }],
      writes: false,
    });
    expect(asked('PUT', '/b/k', { 'if-none-match': '*', 'x-amz-date': 'x' })).toEqual({
      name: 'PutObject',
      permissions: [
        { action: 's3:PutObject', resource: 'arn:aws:s3:::b/k', context: { 's3:if-none-match': ['*'] } },
      ],
      writes: true,
    });
  });

  it.each([
    ['a list', 'GET', '/b?list-type=2', {}],
    ['a bucket', 'PUT', '/b/', {}],
    ['a version', 'GET', '/b/k?versionId=1', {}],
    ['tags', 'PUT', '/b/k?tagging', {}],
    ['a deletion', 'DELETE', '/b/k', {}],
    ['a copy', 'PUT', '/b/k', { 'x-amz-copy-source': 'c/k' }],
    ['a lock', 'PUT', '/b/k', { 'x-amz-object-lock-mode': 'GOVERNANCE' }],
    ['an ACL', 'PUT', '/b/k', { 'x-amz-acl': 'public-read' }],
  ])('for %s is not known, and then no function may make it', (_, method, path, headers) => {
    expect(asked(method, path, headers)).toMatchObject({ permissions: [], writes: false });
  });
});
