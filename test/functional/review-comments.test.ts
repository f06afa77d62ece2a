/**
 * Comments as a reviewer meets them: what waits, what a decision does to it, what two who decide at once are told, what is
 * refused and at which field, and what of it is remembered. The handlers run whole, on tables in memory; encryption is real.
 */
import { randomInt } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { onceEach } from '../support/closed.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  REPORTS_TABLE: 'reports',
  SETTINGS_TABLE: 'settings',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/review-comments/handler.ts');
const { putComments } = await import('../../shared/adapters/comments.ts');
const { closeReview, noteCorrected, readDecided, readRegisters } =
  await import('../../shared/adapters/comment-reviews.ts');
const { readAudit } = await import('../../shared/adapters/audit.ts');
const { putOnce, toItem } = await import('../../shared/adapters/dynamodb.ts');
const { composeComments } = await import('../../shared/domain/comments/comment-release.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-04-10T10:00:00+03:00');
});

/** Closes a period as the mix does. */
async function close(period: string, texts: readonly string[], region = 'north'): Promise<void> {
  const placed = texts.map((text) => ({ stratum: { region }, text }));
  for (const item of await putComments('reports', period, placed)) await putOnce('reports', item);
  const closed = { period, counted: [period], tables: ['T1'], spoiled: 0 };
  await putOnce('reports', toItem({ pk: 'PERIODS', sk: period, ...closed }));
}

const commentSchema = z.object({
  id: z.string(),
  period: z.string(),
  state: z.string(),
  version: z.int(),
  region: z.string(),
  text: z.string().nullable(),
  reason: z.string().nullable(),
});
const pageSchema = z.object({ comments: z.array(commentSchema), next: z.string().nullable() });
type Told = z.infer<typeof commentSchema>;

type Answer = { status: number; etag: unknown; body: Record<string, unknown> };
async function call(
  method: string,
  path: string,
  facts: RequestFacts = {},
  groups = '[admin]',
): Promise<Answer> {
  const { statusCode, headers, body } = await callHttp(handler, {
    claims: { sub: 'ann', 'cognito:groups': groups },
    ...{ method, path, ...facts },
  });
  const content = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  return { status: statusCode ?? 0, etag: headers?.['etag'], body: content };
}

const list = async (query: Record<string, string> = {}) =>
  pageSchema.parse((await call('GET', '/v1/comments', { query })).body);
const decide = (id: string, sent: unknown, headers: Record<string, string> = {}) =>
  call('POST', '/v1/comments/{id}', {
    pathParameters: { id },
    body: JSON.stringify(sent),
    headers: { 'content-type': 'application/json', ...headers },
  });
const read = (id: string) => call('GET', '/v1/comments/{id}', { pathParameters: { id } });
const summary = async () => (await call('GET', '/v1/comments/summary')).body['periods'];
const pointersIn = ({ body }: Answer): unknown[] =>
  z
    .array(z.looseObject({ pointer: z.string() }))
    .parse(body['errors'])
    .map(({ pointer }) => pointer);

async function firstPending(): Promise<Told> {
  const [comment] = (await list()).comments;
  if (comment === undefined) throw new Error('nothing is pending');
  return comment;
}

const counts = {
  pending: 0,
  approved: 0,
  rejected: 0,
  withdrawn: 0,
  isClosed: false,
  isCorrectionDue: false,
};
const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `comment number ${index}`);

describe('a list', () => {
  it('has what waits, of every closed period, in the order of random names', async () => {
    await close('2025-Q4', texts(3), 'south');
    await close('2026-Q1', texts(4));
    const { comments, next } = await list();
    expect(next).toBeNull();
    expect(comments.map(({ period }) => period)).toEqual([
      ...Array<string>(3).fill('2025-Q4'),
      ...Array<string>(4).fill('2026-Q1'),
    ]);
    expect(comments.map(({ id }) => id)).toEqual(comments.map(({ id }) => id).toSorted());
    expect(comments[0]).toMatchObject({ state: 'pending', version: 1, region: 'south', reason: null });
    expect((await list({ period: '2026-Q1' })).comments).toHaveLength(4);
    expect((await list({ state: 'approved' })).comments).toEqual([]);
  });

  it.each([Number.POSITIVE_INFINITY, 7])(
    'comes by the page, each comment once (items at once: %d)',
    async (most) => {
      dynamodb.pageMost = most;
      await close('2025-Q4', texts(60), 'south');
      await close('2026-Q1', texts(70));
      const met: Told[] = [];
      let after: string | null = null;
      let pages = 0;
      do {
        const page: z.infer<typeof pageSchema> = await list(after === null ? {} : { after });
        expect(page.comments.length).toBeLessThanOrEqual(50);
        met.push(...page.comments);
        after = page.next;
        pages += 1;
      } while (after !== null);
      expect(new Set(met.map(({ id }) => id)).size).toBe(130);
      expect(met).toHaveLength(130);
      expect(pages).toBeLessThanOrEqual(5);
    },
  );

  it.each([
    [{ state: 'good' }, '/state'],
    [{ period: '2026-01' }, '/period'],
    [{ after: 'x' }, '/after'],
  ])('refuses %j', async (query, pointer) => {
    const answer = await call('GET', '/v1/comments', { query });
    expect(answer.status).toBe(400);
    expect(pointersIn(answer)).toEqual([pointer]);
  });

  it('is empty where no period has closed, and of a period that has no comments', async () => {
    await close('2026-Q1', []);
    expect(await list()).toEqual({ comments: [], next: null });
    expect(await summary()).toEqual([]);
  });
});

it('is for administrators', async () => {
  await close('2026-Q1', texts(1));
  const { id } = await firstPending();
  for (const groups of ['[analyst]', '']) {
    expect((await call('GET', '/v1/comments', {}, groups)).status).toBe(403);
    expect((await call('GET', '/v1/comments/{id}', { pathParameters: { id } }, groups)).status).toBe(403);
  }
});

describe('a decision', () => {
  beforeEach(() => close('2026-Q1', texts(12)));

  it('approves as it is, and is counted', async () => {
    const { id, text } = await firstPending();
    const answer = await decide(id, { decision: 'approve' });
    expect(answer).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { id, state: 'approved', version: 2, text },
    });
    expect(await read(id)).toEqual(answer);
    expect(await summary()).toEqual([{ period: '2026-Q1', ...counts, pending: 11, approved: 1 }]);
  });

  it('with a text puts it in the place of the original, masked: that one is nowhere any more', async () => {
    const { id } = await firstPending();
    const before = dynamodb.items('reports').find(({ sk }) => id.endsWith(String(sk)));
    const answer = await decide(id, { decision: 'approve', text: '  Kiitos Pekalle!  ' });
    expect(answer.body).toMatchObject({ text: 'Kiitos [name]!' });
    const after = dynamodb.items('reports').filter(({ sk }) => id.endsWith(String(sk)));
    expect(after).toHaveLength(1);
    expect(Object.keys(after[0] ?? {}).sort()).toEqual(['pk', 'sealed', 'sk', 'state', 'version']);
    expect(after[0]?.['sealed']).not.toEqual(before?.['sealed']);
  });

  it('rejects with a reason, and the text is gone', async () => {
    const { id } = await firstPending();
    const answer = await decide(id, { decision: 'reject', reason: 'names-a-person' });
    expect(answer.body).toMatchObject({ state: 'rejected', text: null, reason: 'names-a-person' });
    expect(await read(id)).toMatchObject({ body: { text: null } });
    expect(pointersIn(await decide(id, { decision: 'approve' }, { 'if-match': '"2"' }))).toEqual(['/text']);
    const again = await decide(id, { decision: 'approve', text: 'Kiitos' }, { 'if-match': '"2"' });
    expect(again.body).toMatchObject({ state: 'approved', version: 3, text: 'Kiitos', reason: null });
    expect(await summary()).toEqual([{ period: '2026-Q1', ...counts, pending: 11, approved: 1 }]);
  });

  it.each([
    [{ decision: 'reject' }, '/reason'],
    [{ decision: 'reject', reason: 'ugly' }, '/reason'],
    [{ decision: 'approve', text: ' ' }, '/text'],
    [{ decision: 'approve', text: 'a'.repeat(1001) }, '/text'],
    [{ text: 'x' }, '/decision'],
  ])('%j is refused, naming the field', async (sent, pointer) => {
    const { id } = await firstPending();
    const answer = await decide(id, sent);
    expect(answer.status).toBe(400);
    expect(pointersIn(answer)).toEqual([pointer]);
    expect(await read(id)).toMatchObject({ body: { state: 'pending' } });
  });

  it.each(['x', '2026-Q1', '2026-Q1.', `2026-Q1.${'x'.repeat(22)}`, `2027-Q1.${'x'.repeat(22)}`])(
    'about %j finds no such comment',
    async (id) => {
      expect((await decide(id, { decision: 'approve' })).status).toBe(404);
      expect((await read(id)).status).toBe(404);
    },
  );

  it('of the second who decides says which version they saw', async () => {
    const { id } = await firstPending();
    await decide(id, { decision: 'approve' });
    const reject = { decision: 'reject', reason: 'other' };
    expect((await decide(id, reject)).status).toBe(428);
    expect((await decide(id, reject, { 'if-match': '"1"' })).status).toBe(412);
    expect((await decide(id, reject, { 'if-match': 'x' })).status).toBe(400);
    expect((await decide(id, reject, { 'if-match': '"2"' })).status).toBe(200);
  });

  it('of two at once about one comment lets one hold, and about two comments both', async () => {
    const [one, two] = (await list()).comments;
    const statuses = async (...decisions: Promise<Answer>[]) =>
      (await Promise.all(decisions)).map(({ status }) => status).sort();
    const id = one?.id ?? '';
    expect(
      await statuses(
        decide(id, { decision: 'approve' }),
        decide(id, { decision: 'reject', reason: 'other' }),
      ),
    ).toEqual([200, 428]);
    const [three] = (await list()).comments.filter((comment) => comment.id !== two?.id);
    expect(
      await statuses(
        decide(two?.id ?? '', { decision: 'approve' }),
        decide(three?.id ?? '', { decision: 'approve' }),
      ),
    ).toEqual([200, 200]);
    expect(await summary()).toMatchObject([{ pending: 9 }]);
  });

  it('is noted with who, when and why, and without the text', async () => {
    const { id } = await firstPending();
    await decide(id, { decision: 'approve', text: 'Something else entirely' });
    await decide(id, { decision: 'reject', reason: 'abusive' }, { 'if-match': '"2"' });
    const entry = {
      at: '2026-04-10T07:00:00.000Z',
      by: 'ann',
      kind: 'comment',
      id,
      changed: ['state', 'text'],
    };
    expect(
      (await readAudit('settings', '2026-04')).toSorted((a, b) => (a.toVersion ?? 0) - (b.toVersion ?? 0)),
    ).toEqual([
      { ...entry, fromVersion: 1, toVersion: 2, decided: 'approved' },
      { ...entry, fromVersion: 2, toVersion: 3, decided: 'rejected: abusive' },
    ]);
    expect(JSON.stringify(dynamodb.items('settings'))).not.toContain('Something');
  });

  it('leaves no time in Reports, and no text in a log', async () => {
    const log = collectLog();
    const { id, text } = await firstPending();
    await decide(id, { decision: 'approve', text: 'Something else entirely' });
    await decide(id, { decision: 'no' });
    vi.restoreAllMocks();
    expect(log.text()).not.toMatch(new RegExp(`Something|${text ?? ''}`));
    expect(JSON.stringify(dynamodb.items('reports'))).not.toMatch(/2026-04|T\d\d:\d\d/);
  });
});

describe('a release', () => {
  beforeEach(() => close('2026-Q1', texts(12)));

  async function approveAll(): Promise<Told[]> {
    const { comments } = await list();
    for (const { id } of comments) await decide(id, { decision: 'approve' });
    return comments;
  }

  it('waits until nothing is pending', async () => {
    expect(await closeReview('reports', '2026-Q1')).toBe(false);
    await approveAll();
    expect(await closeReview('reports', '2026-Q1')).toBe(true);
    expect(await closeReview('reports', '2026-Q1')).toBe(true);
    expect(await summary()).toEqual([{ period: '2026-Q1', ...counts, approved: 12, isClosed: true }]);
  });

  it('needs no review where nobody wrote anything', async () => {
    expect(await closeReview('reports', '2025-Q4')).toBe(true);
    expect(await readDecided('reports', '2025-Q4')).toEqual([]);
  });

  it('has what was approved, as it stands, and nothing else', async () => {
    const [first, second] = await approveAll();
    await decide(first?.id ?? '', { decision: 'reject', reason: 'other' }, { 'if-match': '"2"' });
    await decide(second?.id ?? '', { decision: 'approve', text: 'Edited' }, { 'if-match': '"2"' });
    const decided = await readDecided('reports', '2026-Q1');
    expect(decided).toHaveLength(11);
    expect(decided).toContainEqual({ region: 'north', text: 'Edited' });
    const told = composeComments('2026-Q1', decided, onceEach, (bound) => randomInt(bound)).cells.map(
      ({ comment }) => comment,
    );
    expect(told.toSorted()).toEqual(decided.map(({ text }) => text).toSorted());
    expect(told).not.toContain(first?.text);
  });

  it('ends the review: what harms can be withdrawn, and is due to be corrected', async () => {
    const [first] = await approveAll();
    const id = first?.id ?? '';
    const early = await decide(
      id,
      { decision: 'withdraw', reason: 'identifies-someone' },
      { 'if-match': '"2"' },
    );
    expect([early.status, ...pointersIn(early)]).toEqual([409, '/decision']);
    await closeReview('reports', '2026-Q1');
    for (const sent of [{ decision: 'approve' }, { decision: 'reject', reason: 'other' }]) {
      const late = await decide(id, sent, { 'if-match': '"2"' });
      expect([late.status, ...pointersIn(late)]).toEqual([409, '/decision']);
    }
    const withdrawn = await decide(
      id,
      { decision: 'withdraw', reason: 'identifies-someone' },
      { 'if-match': '"2"' },
    );
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', text: null, reason: 'identifies-someone' });
    const again = await decide(id, { decision: 'withdraw', reason: 'other' }, { 'if-match': '"3"' });
    expect(again.status).toBe(409);
    expect(await readDecided('reports', '2026-Q1')).toHaveLength(11);
    const [register] = await readRegisters('reports');
    expect(register).toMatchObject({ isCorrectionDue: true, approved: 11, withdrawn: 1 });
    if (register !== undefined) expect(await noteCorrected('reports', register)).toBe(true);
    expect(await summary()).toMatchObject([{ isCorrectionDue: false, isClosed: true }]);
  });

  it('that is composed while somebody withdraws leaves the correction due', async () => {
    const [first] = await approveAll();
    await closeReview('reports', '2026-Q1');
    const [before] = await readRegisters('reports');
    await decide(first?.id ?? '', { decision: 'withdraw', reason: 'other' }, { 'if-match': '"2"' });
    if (before !== undefined) expect(await noteCorrected('reports', before)).toBe(false);
    expect(await summary()).toMatchObject([{ isCorrectionDue: true }]);
  });
});
