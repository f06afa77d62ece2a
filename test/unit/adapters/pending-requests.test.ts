/**
 * A pending request that is looked at again: read with the facts that it was decided from, and moved or ended together with
 * its asks in every ledger, in one transaction or not at all.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../../shared/adapters/requests.ts';
import { days } from '../../../shared/domain/calendar/duration.ts';
import { dayNumberAt } from '../../../shared/domain/calendar/helsinki.ts';
import { emptyOccasion } from '../../../shared/domain/decisions/ledger.ts';
import { decide } from '../../../shared/domain/decisions/decide.ts';
import type { Role } from '../../../shared/domain/vocabulary.ts';
import { context } from '../../support/answers.ts';
import {
  circumstancesOf,
  eventFacts,
  nothingKnown,
  numbered,
  plannedAt,
  recipientFacts,
  rule,
} from '../../support/decision-facts.ts';
import { dueRequest, readRequest } from '../../support/requests.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { changePending } = await import('../../../shared/adapters/pending-changes.ts');
const { readPending } = await import('../../../shared/adapters/pending-requests.ts');
const { requestItem } = await import('../../../shared/adapters/requests.ts');
const { recordEvent } = await import('../../../shared/adapters/stage-events.ts');
const { movedRecordSchema } = await import('../../../shared/adapters/records.ts');

const by = rule({
  unitDailyCap: 5,
  audiences: [
    { role: 'parent', questionSet: 'family' },
    { role: 'county-worker', questionSet: 'county-worker' },
  ],
});
const nextDay = plannedAt + days(1);

let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

/** A request as deciding leaves it behind, with its event and ledgers. */
async function decided(role: Role = 'parent'): Promise<Request> {
  const event = eventFacts({ recipients: [recipientFacts({ role })] });
  const outcome = decide(event, nothingKnown(), [by], numbered());
  const { eventHash, caseHash, householdHash, occasionHash } = event;
  const request = dueRequest(plannedAt, {
    requestId: 'request-1',
    contactHash: 'contact-1',
    context: context({ unit: 'unit-1', stage: 'service.ended', role }),
    about: { eventHash, caseHash, householdHash, occasionHash, addressHash: 'address-1' },
    rule: { id: by.id, version: by.version },
    seen: outcome.sequence,
  });
  await recordEvent('table', event, outcome, { newItems: [requestItem(request)], dueMarks: [] });
  return request;
}
const find = (pk: string, sk?: string) =>
  dynamodb
    .items('table')
    .find((item) => item['pk'] === pk && (sk === undefined || String(item['sk']).startsWith(sk)));
const asksIn = (pk: string) => find(pk)?.['asks'];

async function change(
  request: Request,
  how: Parameters<typeof changePending>[2],
  now = plannedAt,
): Promise<number | undefined> {
  const found = await readPending('table', request);
  if (found === undefined) throw new Error('the request was decided');
  return changePending('table', { request, rule: by, known: found.known }, how, now);
}

describe('what is known of a pending request', () => {
  it('is the event that it was decided from, its recipient and every ledger, suppressions included', async () => {
    const request = await decided();
    dynamodb.seed('table', { pk: 'ADDRESS#address-1', sk: 'SUPPRESSION' });
    const found = await readPending('table', request);
    expect(found?.pending).toMatchObject({
      requestId: 'request-1',
      at: plannedAt,
      event: circumstancesOf(eventFacts()),
      recipient: { contactHash: 'contact-1', addressHash: 'address-1', role: 'parent', ageBand: '18+' },
    });
    expect(found?.known.suppressed).toEqual(new Set(['address-1']));
    expect(found?.known.contacts.get('contact-1')?.asks).toMatchObject([
      { requestId: 'request-1', at: plannedAt },
    ]);
    expect(found?.known.unit.days).toEqual([{ day: dayNumberAt(plannedAt), asked: 1 }]);
  });

  it('is nothing where its event is gone', async () => {
    const request = await decided();
    expect(
      await readPending('table', { ...request, about: { ...request.about, eventHash: 'gone' } }),
    ).toBeUndefined();
  });

  it('is of nobody else: without a household there is none', async () => {
    const request = await decided();
    const found = await readPending('table', {
      ...request,
      about: { ...request.about, householdHash: null, occasionHash: 'other' },
    });
    expect(found?.known.household.asks).toEqual([]);
    expect(found?.known.occasion).toEqual(emptyOccasion);
  });
});

describe('a request that is moved', () => {
  it('counts at its new time in every ledger, has a mark there, and leaves a record', async () => {
    const request = await decided();
    const sequence = await change(request, { kind: 'move', at: nextDay, isNow: false });
    expect(sequence).toBe(plannedAt);
    expect(await readRequest('table', 'request-1')).toMatchObject({
      state: 'due',
      address: 'p1@example.org',
      dueAt: nextDay,
      leavesBefore: Date.parse('2026-03-05T18:00:00+02:00'),
      seen: sequence,
    });
    for (const pk of ['CONTACT#contact-1', 'CASE#case-1', 'HOUSEHOLD#household-1'])
      expect(asksIn(pk)).toMatchObject([{ requestId: 'request-1', at: nextDay }]);
    expect(find('UNIT#unit-1')?.['days']).toEqual([
      { day: dayNumberAt(plannedAt), asked: 0 },
      { day: dayNumberAt(nextDay), asked: 1 },
    ]);
    expect(find('DUE')).toMatchObject({ sk: '2026-03-05T10:00:00.000Z#request-1', requestId: 'request-1' });
    const record = find('REQUEST#request-1', 'MOVED#');
    expect(movedRecordSchema.parse(record)).toMatchObject({ dueAt: plannedAt, movedTo: nextDay });
    expect(record).toMatchObject({
      recordDay: '2026-03-04',
      recordOrder: '2026-03-04T10:00:00.000Z#request-1',
    });
    expect(JSON.stringify(record)).not.toContain('p1@example.org');
  });

  it('to this very moment needs no mark', async () => {
    await change(await decided(), { kind: 'move', at: plannedAt + 5, isNow: true }, plannedAt + 5);
    expect(find('DUE')).toBeUndefined();
  });

  it('can be moved again, and leaves a record each time', async () => {
    const request = await decided();
    await change(request, { kind: 'move', at: nextDay, isNow: false });
    const moved = await readRequest('table', 'request-1');
    if (moved === undefined) throw new Error('a request that was moved is there');
    expect(await change(moved, { kind: 'move', at: nextDay + days(1), isNow: false })).toBe(plannedAt + 1);
    expect(dynamodb.items('table').filter(({ kind }) => kind === 'moved')).toHaveLength(2);
  });
});

describe('a request that ends without a mail', () => {
  it.each([
    [{ kind: 'withdraw', reason: 'hold' } as const, { state: 'withdrawn', endReason: 'hold' }],
    [{ kind: 'expire' } as const, { state: 'expired-before-sending' }],
  ])('by %j counts nowhere any more, and is a record without an address', async (how, end) => {
    await change(await decided(), how);
    const ended = find('REQUEST#request-1', 'REQUEST');
    expect(ended).toMatchObject({ ...end, kind: 'ended', recordDay: '2026-03-04' });
    expect(ended).not.toHaveProperty('address');
    for (const pk of ['CONTACT#contact-1', 'CASE#case-1', 'HOUSEHOLD#household-1'])
      expect(asksIn(pk)).toEqual([]);
    expect(find('UNIT#unit-1')?.['days']).toEqual([{ day: dayNumberAt(plannedAt), asked: 0 }]);
  });

  it('leaves the household alone where it asked a worker', async () => {
    await change(await decided('county-worker'), { kind: 'withdraw', reason: 'opted-out' });
    expect(find('HOUSEHOLD#household-1')).toBeUndefined();
    expect(asksIn('CONTACT#contact-1')).toEqual([]);
  });
});

describe('a change', () => {
  it.each<[string, Record<string, unknown>]>([
    ['the person', { pk: 'CONTACT#contact-1', sk: 'LEDGER', version: 2 }],
    ['the case', { pk: 'CASE#case-1', sk: 'LEDGER', version: 2 }],
    ['the household', { pk: 'HOUSEHOLD#household-1', sk: 'LEDGER', version: 2 }],
    ['the unit', { pk: 'UNIT#unit-1', sk: 'LEDGER', version: 2 }],
    ['the request', { pk: 'REQUEST#request-1', sk: 'REQUEST', seen: 1 }],
    ['the state of the request', { pk: 'REQUEST#request-1', sk: 'REQUEST', state: 'claimed' }],
  ])('is not made, and nothing of it is, where %s has changed meanwhile', async (_, changed) => {
    const request = await decided();
    const found = await readPending('table', request);
    if (found === undefined) throw new Error('the request was decided');
    const { pk, sk } = changed;
    const item = dynamodb.items('table').find((one) => one['pk'] === pk && one['sk'] === sk);
    dynamodb.seed('table', { ...item, ...changed });
    const before = dynamodb.items('table');
    const basis = { request, rule: by, known: found.known };
    expect(
      await changePending('table', basis, { kind: 'withdraw', reason: 'hold' }, plannedAt),
    ).toBeUndefined();
    expect(
      await changePending('table', basis, { kind: 'move', at: nextDay, isNow: false }, plannedAt),
    ).toBeUndefined();
    expect(dynamodb.items('table')).toEqual(before);
  });

  it('comes after all that it was made from, even where their sequence is ahead of the time', async () => {
    const request = await decided();
    const household = find('HOUSEHOLD#household-1');
    dynamodb.seed('table', { ...household, sequence: plannedAt + 9 });
    expect(await change(request, { kind: 'withdraw', reason: 'hold' })).toBe(plannedAt + 10);
    expect([find('CONTACT#contact-1')?.['sequence'], find('CASE#case-1')?.['sequence']]).toEqual([
      plannedAt + 10,
      plannedAt + 10,
    ]);
  });
});
