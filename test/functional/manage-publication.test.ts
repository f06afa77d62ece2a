/**
 * What administrators may change of the publication: thresholds, which can be raised and never lowered, and corrections. What
 * is refused says at which field, and what was expected. The handler runs whole, on tables in memory.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readAudit } from '../../shared/adapters/audit.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, type RequestFacts } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  REPORTS_TABLE: 'reports',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/manage-publication/handler.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-08-20T10:00:00+03:00');
});

async function call(method: string, path: string, facts: RequestFacts = {}, groups = '[admin]') {
  const claims = { sub: 'ann', 'cognito:groups': groups };
  const answer = await callHttp(handler, { method, path, claims, ...facts });
  const body: unknown = JSON.parse(answer.body);
  return { status: answer.statusCode, etag: answer.headers?.['etag'], body };
}
const sending = (body: unknown, headers: Record<string, string> = {}): RequestFacts => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

type Pair = readonly [from: string, answersMin: number];
const listOf = (pairs: readonly Pair[]) => pairs.map(([from, answersMin]) => ({ from, answersMin }));
const read = () => call('GET', '/v1/thresholds');
const replace = (pairs: readonly Pair[], headers: Record<string, string> = { 'if-match': '*' }) =>
  call('PUT', '/v1/thresholds', sending({ thresholds: listOf(pairs) }, headers));

/** What is in force. */
const seed = (...pairs: Pair[]): void => {
  dynamodb.seed('settings', { pk: 'THRESHOLDS', sk: 'CURRENT', version: 4, thresholds: listOf(pairs) });
};
const faultsIn = (body: unknown): string[] =>
  z
    .object({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) })
    .parse(body)
    .errors.map(({ pointer, detail }) => `${pointer} ${detail}`);

describe('thresholds', () => {
  it('are none at first, saved by their version, and on record', async () => {
    expect(await read()).toMatchObject({ status: 200, body: { version: 0, thresholds: [], answersMin: 5 } });
    expect(await replace([['2026-Q4', 8]], {})).toEqual({
      ...{ status: 200, etag: '"1"' },
      body: { version: 1, thresholds: [{ from: '2026-Q4', answersMin: 8 }], answersMin: 5 },
    });
    expect((await replace([['2026-Q4', 9]], {})).status).toBe(428);
    expect((await replace([['2026-Q4', 9]], { 'if-match': '"4"' })).status).toBe(412);
    expect((await replace([['2026-Q4', 9]], { 'if-match': '"1"' })).status).toBe(200);
    expect(await read()).toMatchObject({ etag: '"2"', body: { thresholds: [{ answersMin: 9 }] } });
    expect(await readAudit('settings', '2026-08')).toMatchObject([
      { by: 'ann', kind: 'thresholds', toVersion: expect.any(Number) as unknown },
      { by: 'ann', kind: 'thresholds', toVersion: expect.any(Number) as unknown },
    ]);
  });

  it.each([
    ['from the quarter that runs', [['2026-Q3', 11]]],
    ['from a later one', [['2026-Q4', 20]]],
    ['more than once', [['2026-Q3', 11], ['2026-Q4', 12], ['2027-Q1', 100]]], // prettier-ignore
  ] as const)('can be raised %s', async (_, pairs) => {
    seed(['2026-Q1', 10]);
    expect((await replace([['2026-Q1', 10], ...pairs])).status).toBe(200);
    expect(await read()).toMatchObject({ body: { thresholds: listOf([['2026-Q1', 10], ...pairs]) } });
  });

  const never = 'a threshold can be raised, and never lowered';
  it.each([
    [
      'for a quarter that has not begun',
      [['2026-Q1', 10], ['2026-Q4', 19]], // prettier-ignore
      [`/thresholds/1/answersMin expected at least 20 from 2026-Q4 on: ${never}`],
    ],
    [
      'by leaving out a quarter that has not begun',
      [['2026-Q1', 10]],
      [`/thresholds expected at least 20 from 2026-Q4 on: ${never}`],
    ],
    [
      'by a quarter after it',
      [['2026-Q1', 10], ['2026-Q4', 20], ['2027-Q1', 15]], // prettier-ignore
      [`/thresholds/2/answersMin expected at least 20 from 2027-Q1 on: ${never}`],
    ],
    [
      'in the quarter that runs, nor one that has ended changed',
      [['2026-Q2', 6], ['2026-Q3', 9], ['2026-Q4', 20]], // prettier-ignore
      [
        '/thresholds expected no change for 2026-Q1, which has ended: what was released stays as it is',
        '/thresholds/0/answersMin expected no change for 2026-Q2, which has ended: what was released stays as it is',
        `/thresholds/1/answersMin expected at least 10 from 2026-Q3 on: ${never}`,
      ],
    ],
  ] as const)('can not be lowered %s', async (_, pairs, faults) => {
    seed(['2026-Q1', 10], ['2026-Q4', 20]);
    const before = dynamodb.items('settings');
    const { status, body } = await replace(pairs);
    expect([status, faultsIn(body)]).toEqual([400, faults]);
    expect(dynamodb.items('settings')).toEqual(before);
  });

  it('are never below five', async () => {
    const { status, body } = await replace([['2026-Q4', 4]], {});
    expect([status, faultsIn(body)]).toEqual([
      400,
      ['/thresholds/0/answersMin expected at least 5: no setting can lower it further'],
    ]);
  });
});

describe('a correction', () => {
  const ask = (period: string, reason: unknown) =>
    call('PUT', '/v1/corrections/{period}', { pathParameters: { period }, ...sending({ reason }) });
  const reason = 'Two units had been placed in the wrong region.';
  beforeEach(() => {
    const listed = { table: 'T1', period: '2026-Q1', revision: 1, releasedOn: '2026-04-01' };
    dynamodb.seed('reports', { pk: 'RELEASES', sk: '2026-Q1#T1#REVISION#0001', ...listed });
  });

  it('waits for the coming night, with its last reason, and is on record', async () => {
    expect((await ask('2026-Q1', 'Something was wrong, we think.')).status).toBe(202);
    expect(await ask('2026-Q1', reason)).toMatchObject({ status: 202, body: { period: '2026-Q1', reason } });
    expect((await call('GET', '/v1/corrections')).body).toEqual({
      corrections: [{ period: '2026-Q1', reason }],
    });
    expect(await readAudit('settings', '2026-08')).toMatchObject([
      { by: 'ann', kind: 'correction', id: '2026-Q1' },
      { by: 'ann', kind: 'correction', id: '2026-Q1' },
    ]);
  });

  it.each([
    ['2026-Q2', reason, 404],
    ['2026', reason, 404],
    ['2026-Q1', 'short', 400],
    ['2026-Q1', 'It was about 131052-308T, who was counted twice.', 400],
    ['2026-Q1', 'x'.repeat(20_000), 413],
  ])('of %s is refused where it may not be asked so', async (period, given, status) => {
    expect((await ask(period, given)).status).toBe(status);
    expect((await call('GET', '/v1/corrections')).body).toEqual({ corrections: [] });
  });
});

it('is for administrators alone', async () => {
  for (const [method, path] of [
    ['GET', '/v1/thresholds'],
    ['PUT', '/v1/thresholds'],
    ['GET', '/v1/corrections'],
    ['PUT', '/v1/corrections/{period}'],
  ] as const)
    expect((await call(method, path, {}, '[analyst]')).status).toBe(403);
});
