/**
 * What administrators read of decisions, over records of all kinds that lie together by day: pages that leave nothing
 * out and repeat nothing wherever a page, a filtered page or a day ends; the fields and words of a decision, also where
 * its request was withdrawn; counts of a period; and refusals that name the parameter.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { decide } from '../../shared/domain/decisions/decide.ts';
import type { RecipientFacts } from '../../shared/domain/decisions/facts.ts';
import { eventFacts, nothingKnown, recipientFacts, rule } from '../support/decision-facts.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp } from '../support/lambda-invocation.ts';
import { dueRequest } from '../support/requests.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  INVITATIONS_TABLE: 'invitations',
  REFERENCES_SECRET_ARN: 'arn:references',
  GROUPS_CLAIM: 'groups',
}))
  vi.stubEnv(name, value);
const { handler } = await import('../../functions/explain-decisions/handler.ts');
const { decisionItem, decisionRecord, pageSize } = await import('../../shared/adapters/decision-records.ts');
const { recordPlace } = await import('../../shared/adapters/record-order.ts');

const key = 'the references key of this test';
const hourMs = 60 * 60 * 1000;

let dynamodb: FakeDynamoDb;
let requests = 0;
beforeEach(() => {
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: key });
  dynamodb = new FakeDynamoDb();
  requests = 0;
});

type Seed = {
  readonly stage?: string;
  readonly isAsked?: boolean;
  readonly recipient?: Partial<RecipientFacts>;
};

/** One decision as decide-requests leaves it, with the record of its event. @returns the request, where one is asked */
function seedDecision(
  at: number,
  { stage = 'service.ended', isAsked = false, recipient = {} }: Seed = {},
): string {
  requests += 1;
  const requestId = `request-${requests}`;
  const event = eventFacts({
    eventHash: `event-${requests}`,
    stageName: stage,
    stage: stage === 'plan-meeting.held' || stage === 'service.ended' ? stage : null,
    occurredAt: at,
    now: at,
    recipients: [recipientFacts({ contactHash: `contact-${requests}`, ...recipient })],
  });
  const rules = isAsked ? [rule({ stage: 'service.ended' }), rule({ stage: 'plan-meeting.held' })] : [];
  const { decisions, sequence } = decide(event, nothingKnown(), rules, () => requestId);
  dynamodb.seed('invitations', {
    pk: `EVENT#event-${requests}`,
    sk: 'EVENT',
    kind: 'event',
    ...event,
    stage,
    ...recordPlace(sequence, `event-${requests}`),
  });
  for (const decision of decisions)
    dynamodb.seed('invitations', decisionItem(decisionRecord(event, decision, new Set()), sequence));
  return requestId;
}

/** A request as it stands in the table; with the place of its end among the records where it has ended. */
function seedRequest(requestId: string, changes: Record<string, unknown>, endedAt?: number): void {
  dynamodb.seed('invitations', {
    pk: `REQUEST#${requestId}`,
    sk: 'REQUEST',
    ...dueRequest(Date.parse('2026-03-04T12:00:00+02:00'), { requestId }),
    ...(endedAt !== undefined && { kind: 'ended', ...recordPlace(endedAt, requestId) }),
    ...changes,
  });
}

const ask = async (query: Record<string, string>, path = '/v1/decisions', groups = '[admin]') => {
  const answer = await callHttp(handler, { path, query, claims: { groups } });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
};

type Told = Record<string, unknown> & { decidedAt: string; explanation: Record<string, string> };
type Page = { decisions: Told[]; next: string | null };

/** Every page of an answer, one after the other. */
async function pagesOf(query: Record<string, string>): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | null | undefined; next !== null; next = pages.at(-1)?.next ?? null) {
    const { status, body } = await ask({ ...query, ...(typeof next === 'string' && { after: next }) });
    expect(status).toBe(200);
    pages.push(body as Page);
  }
  return pages;
}

const told = (pages: readonly Page[]) => pages.flatMap(({ decisions }) => decisions);
const ofService = { stage: 'service.ended', from: '2026-03-01', to: '2026-03-31' };
const at = (text: string): number => Date.parse(text);
const instant = (epochMs: number): string => new Date(epochMs).toISOString();

describe('decisions of a stage', () => {
  it('are those of the days that are named, in Helsinki, in the order of deciding', async () => {
    for (const text of [
      '2026-02-28T23:59:59.999+02:00',
      '2026-03-01T00:00:00.000+02:00',
      '2026-03-15T12:00:00.000+02:00',
      '2026-03-31T23:59:59.999+03:00',
      '2026-04-01T00:00:00.000+03:00',
    ])
      seedDecision(at(text));
    seedDecision(at('2026-03-15T12:00:00+02:00'), { stage: 'plan-meeting.held' });
    expect(told(await pagesOf(ofService)).map(({ decidedAt }) => decidedAt)).toEqual([
      '2026-02-28T22:00:00.000Z',
      '2026-03-15T10:00:00.000Z',
      '2026-03-31T20:59:59.999Z',
    ]);
  });

  it('come from an instant on and before another', async () => {
    const first = at('2026-03-02T10:00:00Z');
    for (const later of [0, 1, 2, 3]) seedDecision(first + later * hourMs);
    const query = { stage: 'service.ended', from: instant(first + hourMs), to: instant(first + 3 * hourMs) };
    expect(told(await pagesOf(query)).map(({ decidedAt }) => decidedAt)).toEqual([
      instant(first + hourMs),
      instant(first + 2 * hourMs),
    ]);
  });

  it.each([1, 2, 3, 5, 7, 1000])(
    'are all told, once each, in order, where a look takes in %i records',
    async (pageMost) => {
      dynamodb.pageMost = pageMost;
      const times = Array.from({ length: 30 }, (_, n) => at('2026-03-02T18:00:00Z') + n * hourMs);
      for (const [n, time] of times.entries())
        seedDecision(time, n % 3 === 0 ? { stage: 'plan-meeting.held' } : {});
      const pages = await pagesOf({ ...ofService, from: '2026-03-02', to: '2026-03-04' });
      const wanted = times.filter((_, n) => n % 3 !== 0).map(instant);
      expect(told(pages).map(({ decidedAt }) => decidedAt)).toEqual(wanted);
    },
  );

  it.each([pageSize - 1, pageSize, pageSize + 1, 2 * pageSize])(
    'come in full pages: %i of them at one instant',
    async (count) => {
      for (let n = 0; n < count; n += 1) seedDecision(at('2026-03-02T10:00:00Z'));
      seedDecision(at('2026-03-02T10:00:00Z'), { stage: 'plan-meeting.held' });
      const pages = await pagesOf({ ...ofService, from: '2026-03-02', to: '2026-03-02' });
      const all = told(pages);
      expect(all).toHaveLength(count);
      for (const { decisions } of pages.slice(0, -1)) expect(decisions).toHaveLength(pageSize);
      expect(pages).toHaveLength(Math.ceil(count / pageSize));
    },
  );

  it('go on at the border of a day, at its very first instant, where enough was read for one answer', async () => {
    // A day without a record takes a look as well: 120 of them make an answer.
    seedDecision(at('2025-02-28T22:30:00Z'));
    seedDecision(at('2025-06-28T00:00:00.000Z'));
    seedDecision(at('2025-12-24T00:00:00.000Z'));
    const pages = await pagesOf({ ...ofService, from: '2025-03-01', to: '2026-03-01' });
    expect(told(pages).map(({ decidedAt }) => decidedAt)).toEqual([
      '2025-02-28T22:30:00.000Z',
      '2025-06-28T00:00:00.000Z',
      '2025-12-24T00:00:00.000Z',
    ]);
    expect(pages.map(({ next }) => next)).toEqual([
      '2025-06-28T00:00:00.000Z',
      '2025-10-26T00:00:00.000Z',
      '2026-02-23T00:00:00.000Z',
      null,
    ]);
  });

  it('go on within a day whose records are all of other kinds', async () => {
    dynamodb.pageMost = 1;
    for (let n = 0; n < 200; n += 1)
      dynamodb.seed('invitations', {
        pk: `CONTACT#${n}`,
        sk: 'PREFERENCE#1',
        kind: 'preference',
        ...recordPlace(at('2026-03-02T10:00:00Z') + n, String(n)),
      });
    seedDecision(at('2026-03-02T11:00:00Z'));
    const pages = await pagesOf({ ...ofService, from: '2026-03-02', to: '2026-03-02' });
    expect(pages.map(({ decisions }) => decisions.length)).toEqual([0, 1]);
  });

  it('end where a page ends behind the time that is asked about', async () => {
    seedDecision(at('2026-03-02T10:00:00Z'));
    const after = '2026-04-20T00:00:00.000Z#event-9#00';
    expect((await ask({ ...ofService, after })).body).toEqual({ decisions: [], next: null });
    const before = '2026-01-20T00:00:00.000Z#event-9#00';
    expect((await ask({ ...ofService, after: before })).body).toMatchObject({ decisions: [{}], next: null });
  });
});

describe('decisions about a person', () => {
  it('are found by the reference, and nothing of them identifies', async () => {
    const contactHash = referenceHash(key)('contact', 'p-1');
    seedDecision(at('2026-03-02T10:00:00+02:00'), {
      recipient: { contactHash, addressHash: 'hash-of-address' },
    });
    seedDecision(at('2026-03-02T10:00:00+02:00'));
    const { body } = await ask({ contactRef: 'p-1' });
    expect(body).toMatchObject({ next: null, decisions: [{ stage: 'service.ended' }] });
    expect(body['decisions']).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${contactHash}|hash-of-address|event-1|request-1`));
  });
});

describe('a decision', () => {
  const decidedAt = at('2026-03-02T10:16:00+02:00');
  const only = async (): Promise<Told> => {
    const [decision, ...others] = told(await pagesOf(ofService));
    expect(others).toEqual([]);
    if (decision === undefined) throw new Error('there should be one decision');
    return decision;
  };

  it('that held back tells every gate that was tried', async () => {
    seedDecision(decidedAt);
    expect(await only()).toEqual({
      decidedAt: '2026-03-02T08:16:00.000Z',
      occurredAt: '2026-03-02T08:16:00.000Z',
      stage: 'service.ended',
      role: 'parent',
      ageBand: '18+',
      outcome: 'held-back',
      reason: 'no-rule',
      nextPossibleAt: null,
      dueAt: null,
      requestState: null,
      endedAt: null,
      endReason: null,
      delivery: null,
      rule: null,
      gates: [
        { gate: 'unknown-stage', passed: true, value: 'service.ended' },
        { gate: 'no-rule', passed: false, value: null },
      ],
      explanation: {
        fi: 'Kyselyä ei lähetetty: tälle vaiheelle (palvelun päättyminen) ei ole sääntöä.',
        sv: 'Ingen enkät skickades: det finns ingen regel för det här skedet (servicens slut).',
        en: 'Not asked: there is no rule for this stage (the end of a service).',
      },
    });
  });

  it('that asked tells when the request leaves, also where it was moved', async () => {
    const requestId = seedDecision(decidedAt, { isAsked: true });
    seedRequest(requestId, { dueAt: at('2026-03-05T12:00:00+02:00') });
    const decision = await only();
    expect(decision).toMatchObject({
      outcome: 'asked',
      reason: null,
      requestState: 'due',
      dueAt: '2026-03-05T10:00:00.000Z',
      endedAt: null,
      rule: { id: 'service-ended', version: 3 },
    });
    expect(decision.explanation['en']).toBe(
      'Asked: the request leaves on 5 March 2026 at 12:00 at the earliest.',
    );
    expect(JSON.stringify(decision)).not.toContain('p1@example.org');
  });

  it('whose request was withdrawn tells why, where a reason is looked for', async () => {
    const requestId = seedDecision(decidedAt, { isAsked: true });
    const endedAt = at('2026-03-03T09:00:00+02:00');
    seedRequest(requestId, { state: 'withdrawn', endReason: 'opted-out' }, endedAt);
    const decision = await only();
    expect(decision).toMatchObject({
      outcome: 'asked',
      reason: 'opted-out',
      endReason: 'opted-out',
      requestState: 'withdrawn',
      endedAt: '2026-03-03T07:00:00.000Z',
    });
    // When it was decided, the same gate let pass.
    expect(decision['gates']).toContainEqual({ gate: 'opted-out', passed: true, value: false });
    expect(decision.explanation['en']).toBe(
      'The request was withdrawn before it was sent: the person has asked not to be sent requests.',
    );
  });

  it('whose mail came back tells so', async () => {
    const requestId = seedDecision(decidedAt, { isAsked: true });
    seedRequest(requestId, { state: 'sent', delivery: 'bounced' }, at('2026-03-04T12:01:00+02:00'));
    const decision = await only();
    expect(decision).toMatchObject({ requestState: 'sent', delivery: 'bounced', reason: null });
    expect(decision.explanation['en']).toBe(
      'Asked: the request was sent on 4 March 2026. The message could not be delivered, or an automatic reply came to it.',
    );
  });

  it('outlives its request', async () => {
    seedDecision(decidedAt, { isAsked: true });
    const decision = await only();
    expect(decision).toMatchObject({ requestState: null, dueAt: '2026-03-04T10:00:00.000Z' });
    expect(decision.explanation['en']).toContain('no longer on record');
  });
});

describe('the summary', () => {
  const summaryOf = (query: Record<string, string>, groups = '[admin]') =>
    ask(query, '/v1/decisions/summary', groups);
  const march = { from: '2026-03-01', to: '2026-03-31' };

  it.each([1, 2, 1000])(
    'counts decisions and ends by stage, where a look takes in %i records',
    async (pageMost) => {
      dynamodb.pageMost = pageMost;
      seedDecision(at('2026-02-28T23:59:59+02:00'));
      for (const day of ['01', '01', '15', '31']) seedDecision(at(`2026-03-${day}T12:00:00+02:00`));
      seedDecision(at('2026-03-31T23:59:59+03:00'), { stage: 'zoo.visited' });
      const sent = seedDecision(at('2026-03-10T12:00:00+02:00'), { isAsked: true });
      seedRequest(
        sent,
        { state: 'sent', context: { stage: 'service.ended' } },
        at('2026-03-12T12:00:00+02:00'),
      );
      const later = seedDecision(at('2026-03-30T12:00:00+03:00'), { isAsked: true });
      seedRequest(
        later,
        { state: 'sent', context: { stage: 'service.ended' } },
        at('2026-04-01T12:00:00+03:00'),
      );
      const waiting = seedDecision(at('2026-03-31T12:00:00+03:00'), {
        stage: 'plan-meeting.held',
        isAsked: true,
      });
      seedRequest(waiting, {});
      expect((await summaryOf(march)).body).toEqual({
        from: '2026-02-28T22:00:00.000Z',
        to: '2026-03-31T21:00:00.000Z',
        stages: [
          { stage: 'plan-meeting.held', decided: 1, asked: 1, heldBack: {}, ends: {} },
          { stage: 'service.ended', decided: 6, asked: 2, heldBack: { 'no-rule': 4 }, ends: { sent: 1 } },
          { stage: 'zoo.visited', decided: 1, asked: 0, heldBack: { 'unknown-stage': 1 }, ends: {} },
        ],
        total: {
          decided: 8,
          asked: 3,
          heldBack: { 'unknown-stage': 1, 'no-rule': 4 },
          ends: { sent: 1 },
        },
      });
    },
  );

  it('counts 400 days, and no more', async () => {
    seedDecision(at('2025-03-01T12:00:00Z'));
    seedDecision(at('2026-03-01T12:00:00Z'));
    const { body } = await summaryOf({ from: '2025-02-01T00:00:00Z', to: '2026-03-08T00:00:00Z' });
    expect(body).toMatchObject({ total: { decided: 2 } });
    const { status } = await summaryOf({ from: '2025-02-01T00:00:00Z', to: '2026-03-08T00:00:00.001Z' });
    expect(status).toBe(400);
  });

  it('is for administrators only, since a small count can tell of one family', async () => {
    expect((await summaryOf(march, '[analyst]')).status).toBe(403);
    expect((await ask(ofService, '/v1/decisions', '[analyst]')).status).toBe(403);
    expect((await summaryOf(march, '[other]')).status).toBe(403);
  });
});

describe('a question that can not be answered', () => {
  it.each<[string, Record<string, string>, string]>([
    ['/v1/decisions', {}, '/stage'],
    ['/v1/decisions', { stage: 'x', to: '2026-03-01' }, '/from'],
    ['/v1/decisions', { stage: 'x', from: '2026-03-01' }, '/to'],
    ['/v1/decisions', { stage: 'x', from: '2026-03-02', to: '2026-03-01' }, '/to'],
    ['/v1/decisions', { ...ofService, after: 'the next one' }, '/after'],
    ['/v1/decisions', { ...ofService, after: '2026-03-01T00:00:00.000Z#' }, '/after'],
    ['/v1/decisions', { contactRef: '' }, '/contactRef'],
    ['/v1/decisions/summary', { to: '2026-03-01' }, '/from'],
    ['/v1/decisions/summary', { from: '2026-03-01' }, '/to'],
    ['/v1/decisions/summary', { from: '2026-13-01', to: '2026-03-01' }, '/from'],
    ['/v1/decisions/summary', { from: '0000-01-01', to: '0000-02-01' }, '/from'],
    ['/v1/decisions/summary', { from: '9999-12-01', to: '9999-12-31T23:00:00Z' }, '/to'],
    ['/v1/decisions/summary', { from: '2026-03-01', to: '2026-03-01T00:00:00' }, '/to'],
    ['/v1/decisions/summary', { from: '2026-03-02', to: '2026-03-01' }, '/to'],
  ])('is refused with the parameter that is wrong: %s %j', async (path, query, pointer) => {
    const { status, body } = await ask(query, path);
    expect(status).toBe(400);
    expect((body['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });
});
