/**
 * The local runner itself, brought up once: what it lets through and what it refuses, how it crashes functions, and
 * that it leaves nothing behind. What the system does with people's feedback is shown elsewhere.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { ListQueuesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiDocument } from '../../functions/describe-api/document.ts';
import { environment } from '../../shared/contract/environment.ts';
import { sharedEngine } from '../../local/emulators/dynamodb.ts';
import { startSystem } from '../../local/system.ts';
import type { System } from '../../local/system.ts';
import { askAs } from '../support/staff.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ now: '2026-03-02T10:15:00+02:00' });
});
afterAll(async () => {
  await system.stop();
});

/** What an SDK client needs to call as a function, or as a tool. */
const as = (caller: string, endpoint: string) => ({
  endpoint,
  region: system.endpoints.region,
  credentials: { accessKeyId: caller, secretAccessKey: 'local' },
  maxAttempts: 1,
});

const control = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${system.endpoints.control}${path}`, {
    method: 'POST',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe('grants', () => {
  const poolItem = () => ({ TableName: system.tables[environment.poolTable], Item: { id: { S: 'x' } } });

  it("refuses what a function's role does not grant, under the name that the SDK gives it", async () => {
    const dynamodb = new DynamoDBClient(as('show-survey.1', system.endpoints.dynamodb));
    await expect(dynamodb.send(new PutItemCommand(poolItem()))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('dynamodb:PutItem') as string,
    });
    const ses = new SESClient(as('show-survey.1', system.endpoints.ses));
    const mail = {
      Source: 'palaute@kuultu.example',
      RawMessage: { Data: Buffer.from('Subject: x\r\n\r\nx') },
    };
    await expect(ses.send(new SendRawEmailCommand(mail))).rejects.toMatchObject({ name: 'AccessDenied' });
    const sqs = new SQSClient(as('show-survey.1', system.endpoints.sqs));
    const message = { QueueUrl: `${system.endpoints.sqs}/000000000000/any`, MessageBody: 'x' };
    await expect(sqs.send(new SendMessageCommand(message))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it('lets tools through, and keeps count of everybody', async () => {
    system.wire.ledger.reset();
    const writes = system.wire.ledger.writes();
    const dynamodb = new DynamoDBClient(as('local', system.endpoints.dynamodb));
    await dynamodb.send(
      new PutItemCommand({ ...poolItem(), TableName: system.tables[environment.ballotsTable] }),
    );
    const key = { TableName: system.tables[environment.ballotsTable], Key: { id: { S: 'x' } } };
    expect((await dynamodb.send(new GetItemCommand(key))).Item).toEqual({ id: { S: 'x' } });
    expect(system.wire.ledger.summary()).toMatchObject([
      { caller: 'local', service: 'dynamodb', action: 'PutItem', calls: 1, capacityUnits: 1 },
      { caller: 'local', service: 'dynamodb', action: 'GetItem', calls: 1, capacityUnits: 0.5 },
    ]);
    expect(system.wire.ledger.writes()).toBe(writes);
  });

  it('sends under verified identities only', async () => {
    const ses = new SESClient(as('local', system.endpoints.ses));
    const mail = {
      Source: 'someone@elsewhere.example',
      RawMessage: { Data: Buffer.from('Subject: x\r\n\r\nx') },
    };
    await expect(ses.send(new SendRawEmailCommand(mail))).rejects.toMatchObject({ name: 'MessageRejected' });
  });
});

describe('objects', () => {
  /** What a function says that runs our adapter in the stead of its own code, under its own role. */
  const runAs = async (name: string, event: object): Promise<unknown> => {
    const putBack = system.replace(name, new URL('./objects/keeper.ts', import.meta.url).href);
    try {
      const invocation = await system.invoke(name, event);
      return invocation.ok ? JSON.parse(invocation.payload) : invocation.error.errorMessage;
    } finally {
      putBack();
    }
  };
  const key = 'releases/2026-Q1/T1';

  it('are put by the one function and read by the other, as the template grants, and stay as they are', async () => {
    expect(system.buckets).toHaveProperty(environment.releasesBucket);
    expect(await runAs('publish-report', { key, put: 'first' })).toBe('stored');
    expect(await runAs('publish-report', { key, put: 'second' })).toBe('was-there');
    expect(await runAs('serve-reports', { key })).toBe('first');
  });

  it('are kept from other roles, and from other names', async () => {
    const bucket = system.buckets[environment.releasesBucket];
    expect(await runAs('count-invited', { key, bucket })).toBe('S3 refused a GET: 403 AccessDenied');
    expect(await runAs('count-invited', { key, bucket, put: 'x' })).toBe(
      'S3 refused a PUT: 403 AccessDenied',
    );
    expect(await runAs('serve-reports', { key, put: 'x' })).toBe('S3 refused a PUT: 403 AccessDenied');
    expect(await runAs('publish-report', { key: 'T1', put: 'x' })).toBe('S3 refused a PUT: 403 AccessDenied');
  });

  it('are put when S3 is ready again, and by the next run where a function died', async () => {
    const busy = { status: 503, code: 'SlowDown' };
    const put = { caller: 'publish-report', action: 's3:PutObject' };
    const refusedOnce = system.wire.failOnce({ ...put, when: 'before', answer: busy });
    expect(await runAs('publish-report', { key: 'releases/late', put: 'x' })).toBe('stored');
    expect(refusedOnce.struck()).toBe(true);
    system.wire.failOnce({ ...put, when: 'after' });
    expect(await runAs('publish-report', { key: 'releases/died', put: 'x' })).toContain('Crashed on purpose');
    expect(await runAs('publish-report', { key: 'releases/died', put: 'y' })).toBe('was-there');
    expect(await runAs('serve-reports', { key: 'releases/died' })).toBe('x');
  });
});

describe('the gateway', () => {
  const status = async (path: string, init: RequestInit = {}): Promise<[number, unknown]> => {
    const response = await fetch(`${system.endpoints.api}${path}`, init);
    return [response.status, await response.json()];
  };

  it('answers by itself where no function is asked', async () => {
    expect(await status('/v1/nothing')).toEqual([404, { message: 'Not Found' }]);
    expect(await status('/v1/units')).toEqual([401, { message: 'Unauthorized' }]);
    expect(await status('/v1/units', { headers: { authorization: 'Bearer x.y.z' } })).toEqual([
      401,
      { message: 'Unauthorized' },
    ]);
    expect(await status('/v1/events', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })).toEqual([
      413,
      { message: 'Request Entity Too Large' },
    ]);
    const head = await fetch(`${system.endpoints.api}/fi/s/meeting.1`, { method: 'HEAD' });
    expect(head.status).toBe(404);
  });

  it('tells a function what the template knows for it, though it may touch nothing', async () => {
    const notice = await fetch(`${system.endpoints.web}/sv/privacy`);
    expect([notice.status, notice.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await notice.text()).toContain('<main data-page="privacy">');
  });

  it('lets tokens in, whatever the local clock says', async () => {
    await control('/clock', { now: '2035-01-01T00:00:00Z' });
    const headers = { authorization: `Bearer ${system.endpoints.tokens.admin}` };
    expect((await status('/v1/units', { headers }))[0]).toBe(200);
    await control('/clock', { now: '2026-03-02T10:15:00+02:00' });
  });

  it('describes what it serves, and what it refuses by itself looks as described', async () => {
    const described = await fetch(`${system.endpoints.api}/v1/openapi.json`);
    expect(await described.json()).toEqual(JSON.parse(JSON.stringify(apiDocument())));
    const headers = { 'if-none-match': described.headers.get('etag') ?? '' };
    expect((await fetch(described.url, { headers })).status).toBe(304);
    // Each of these throws where an answer is not as described.
    for (const path of ['/v1/units', '/v1/rules', '/v1/reports', '/v1/audit', '/v1/decisions/summary'])
      expect((await askAs(system, undefined, path)).status).toBe(401);
  });
});

describe('time', () => {
  it('is set by the control server, and by nothing that is no time', async () => {
    const set = await control('/clock', { now: '2026-03-03T10:15:00+02:00' });
    expect(await set.json()).toEqual({ now: '2026-03-03T08:15:00.000Z', pinned: true });
    for (const now of ['2026-03-03T10:15', 'soon', 12])
      expect((await control('/clock', { now })).status).toBe(400);
  });

  it('runs every schedule that has become due, until the system is idle', async () => {
    await control('/clock', { now: '2026-05-04T10:15:00+03:00' });
    const settled = (await (await control('/settle')).json()) as {
      ran: { function: string }[];
      failed: unknown[];
    };
    const ran = settled.ran.map((entry) => entry.function);
    expect(ran).toEqual(
      expect.arrayContaining([
        ...['count-invited', 'mix-responses', 'publish-report', 'release-due', 'rotate-keys'],
      ]),
    );
    expect(settled.failed).toEqual([]);
    expect(await (await control('/settle')).json()).toMatchObject({ rounds: 1, ran: [] });
  });
});

describe('faults', () => {
  it('crashes a function before or after a call, and lets the next run make it good', async () => {
    for (const when of ['before', 'after'] as const) {
      const fault = system.wire.failOnce({ caller: 'release-due', when });
      expect(await system.invoke('release-due')).toMatchObject({
        ok: false,
        error: { errorMessage: expect.stringContaining(`Crashed on purpose, ${when} `) as string },
      });
      expect(fault.struck()).toBe(true);
      expect(await system.invoke('release-due')).toMatchObject({ ok: true });
    }
    expect(system.logs.of('release-due')).toContain('Crashed on purpose');
  });

  it('brings what cannot be handled to the dead letters, and reports it', async () => {
    const sqs = new SQSClient({ ...as('local', system.endpoints.sqs), useQueueUrlAsEndpoint: false });
    const { QueueUrls: urls = [] } = await sqs.send(new ListQueuesCommand({}));
    const named = (part: string): string => urls.find((url) => url.includes(part)) ?? '';
    await sqs.send(new SendMessageCommand({ QueueUrl: named('StageEventsQueue'), MessageBody: 'no event' }));
    const settled = await system.settle();
    expect(settled.ran).toEqual([{ function: 'decide-requests', invocations: 3, failed: 3 }]);
    expect(settled.deadLetters).toMatchObject([{ messages: 1 }]);
    const dead = await sqs.send(new ReceiveMessageCommand({ QueueUrl: named('StageEventsDlq') }));
    expect(dead.Messages).toMatchObject([{ Body: 'no event' }]);
  });
});

describe('npm start', () => {
  it('says where everything is once it is ready, and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kuultu-'));
    const script = resolve('local/start.ts');
    // A shell in between, as npm has one, does not hand signals on.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${script}" --empty; true`], {
      cwd: folder,
      // It is to have an engine of its own, which has to end with it.
      env: { ...process.env, [sharedEngine]: undefined },
      stdio: 'ignore',
    });
    const file = join(folder, '.local/endpoints.json');
    const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
      for (let waited = 0; waited < 600 && !(await done()); waited += 1) await sleep(100);
      expect(await done()).toBe(true);
    };
    await until(() => existsSync(file));
    const endpoints = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(Object.keys(endpoints)).toEqual([
      ...['api', 'web', 'control', 'dynamodb', 'sqs', 'ses', 'region', 'webhookSecret', 'tokens'],
    ]);
    expect(endpoints['webhookSecret']).toMatch(/^whsec_[A-Za-z0-9]{44}$/);
    const processes = async (): Promise<{ pid: string; parent: string; args: string }[]> => {
      const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
      const lines = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
      return lines.map((parts) => ({
        pid: parts?.[1] ?? '',
        parent: parts?.[2] ?? '',
        args: parts?.[3] ?? '',
      }));
    };
    const before = await processes();
    const runner = before.find(({ parent, args }) => parent === String(shell.pid) && args.includes(script));
    const started = before.filter(({ parent }) => parent === runner?.pid);
    expect(started.some(({ args }) => args.includes('DynamoDBLocal'))).toBe(true);
    shell.kill('SIGTERM');
    await until(() => !existsSync(file));
    await until(async () => {
      const alive = new Set(
        (await processes()).filter(({ args }) => !args.includes('defunct')).map(({ pid }) => pid),
      );
      return [runner, ...started].every((one) => !alive.has(one?.pid ?? ''));
    });
    await rm(folder, { recursive: true });
  });
});
