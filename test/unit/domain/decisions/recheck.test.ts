/**
 * A request that was decided and has not left is looked at again: whatever came in between wins. It moves to the first slot
 * that everything known allows, or is withdrawn with the reason that stops it, or expires.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days } from '../../../../shared/domain/calendar/duration.ts';
import { dayNumberAt } from '../../../../shared/domain/calendar/helsinki.ts';
import { countUnder } from '../../../../shared/domain/decisions/caps.ts';
import { decide } from '../../../../shared/domain/decisions/decide.ts';
import type { Known } from '../../../../shared/domain/decisions/known.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  emptyOccasion,
  emptyUnit,
  type ContactLedger,
  type CountedAsk,
} from '../../../../shared/domain/decisions/ledger.ts';
import { recheck, type Pending } from '../../../../shared/domain/decisions/recheck.ts';
import type { Rule } from '../../../../shared/domain/rules/rule.ts';
import { nextOpening } from '../../../../shared/domain/rules/slots.ts';
import {
  contactWith,
  eventFacts,
  nothingKnown,
  numbered,
  pastAsk,
  plannedAt,
  recipientFacts,
  rule,
} from '../../../support/decision-facts.ts';

const helsinki = (time: string): number => Date.parse(time);
const pending = (changes: Partial<Pending> = {}): Pending => ({
  requestId: 'request-1',
  event: eventFacts(),
  recipient: recipientFacts(),
  at: plannedAt,
  expiresAt: helsinki('2026-03-18T10:15:00+02:00'),
  ...changes,
});
const own: CountedAsk = { requestId: 'request-1', at: plannedAt };
const other = (at: number, n = 0): CountedAsk => ({ requestId: `other-${n}`, at });

/** What is known once the request has been planned, and what has changed since. */
const since = (changes: Partial<Known> = {}): Known => ({
  ...nothingKnown(),
  occasion: { ...emptyOccasion, stages: ['service.ended'], requestIds: ['request-1'] },
  case: { ...emptyCase, asks: [own] },
  household: { ...emptyHousehold, asks: [own] },
  contacts: new Map([['contact-1', contactWith({ ...own, stage: 'service.ended', caseHash: 'case-1' })]]),
  ...changes,
});
const contact = (changes: Partial<ContactLedger>) => ({
  contacts: new Map([['contact-1', { ...emptyContact, ...changes }]]),
});
const look = (known: Known, from = plannedAt, by: Rule = rule(), request = pending()) =>
  recheck(request, by, known, from);
const full = (changes: Partial<Known>, by: Partial<Rule>) => look(since(changes), plannedAt, rule(by));

describe('a request that nothing speaks against', () => {
  it('may leave at its time: its own asks do not stand in its way', () => {
    const tight = { most: 1, days: 365 };
    const unit = { ...emptyUnit, days: [{ day: dayNumberAt(plannedAt), asked: 1 }] };
    const by = { personCap: tight, householdCap: tight, caseCap: tight, unitDailyCap: 1 };
    expect(full({ unit }, by)).toEqual({ kind: 'may-leave', at: plannedAt });
  });

  it('may leave later in its slot, or in the next one', () => {
    expect(look(since(), plannedAt + 1000)).toEqual({ kind: 'may-leave', at: plannedAt + 1000 });
    const evening = helsinki('2026-03-06T19:00:00+02:00');
    expect(look(since(), evening)).toEqual({ kind: 'may-leave', at: helsinki('2026-03-09T12:00:00+02:00') });
  });

  it('may leave at the very time at which it expires, and not after it', () => {
    const expiresAt = plannedAt + 1000;
    expect(look(since(), expiresAt, rule(), pending({ expiresAt }))).toEqual({
      kind: 'may-leave',
      at: expiresAt,
    });
    expect(look(since(), expiresAt + 1, rule(), pending({ expiresAt }))).toEqual({ kind: 'expired' });
  });

  it('expires where the slot after its delay would come too late', () => {
    const friday = helsinki('2026-03-06T19:00:00+02:00');
    const request = pending({ expiresAt: helsinki('2026-03-08T12:00:00+02:00') });
    expect(look(since(), friday, rule(), request)).toEqual({ kind: 'expired' });
  });
});

describe('what stops a request for good', () => {
  it.each<[string, Partial<Known>]>([
    ['stage-cancelled', { occasion: { ...emptyOccasion, cancelledAt: 5 } }],
    [
      'whereabouts-withheld',
      { case: { ...emptyCase, blocks: [{ flag: 'whereabouts-withheld', since: 5, liftedAt: null }] } },
    ],
    [
      'contact-restricted',
      { case: { ...emptyCase, blocks: [{ flag: 'contact-restricted', since: 5, liftedAt: 4 }] } },
    ],
    ['opted-out', contact({ preference: { kind: 'opted-out' } })],
    ['paused', contact({ preference: { kind: 'paused', until: helsinki('2026-03-18T10:15:01+02:00') } })],
    ['address-suppressed', { suppressed: new Set(['address-1']) }],
    [
      'hold',
      {
        case: { ...emptyCase, holds: [{ reason: 'taking-into-care', change: 'started', at: plannedAt - 1 }] },
      },
    ],
    ['cooldown', contact({ asks: [pastAsk(plannedAt - days(1))] })],
    [
      'already-asked-for-stage',
      contact({ asks: [pastAsk(plannedAt - days(60), { stage: 'service.ended', caseHash: 'case-1' })] }),
    ],
  ])('is %s', (reason, changes) => {
    expect(look(since(changes))).toEqual({ kind: 'withdraw', reason });
  });

  it.each<[string, Partial<Known>, Partial<Rule>]>([
    ['period-cap', contact({ asks: [pastAsk(plannedAt - days(40))] }), { personCap: { most: 1, days: 365 } }],
    [
      'household-cap',
      { household: { ...emptyHousehold, asks: [own, other(plannedAt)] } },
      { householdCap: { most: 1, days: 365 } },
    ],
    [
      'case-cap',
      { case: { ...emptyCase, asks: [own, other(plannedAt)] } },
      { caseCap: { most: 1, days: 365 } },
    ],
  ])('is the %s, where others have been asked meanwhile', (reason, changes, by) => {
    expect(full(changes, by)).toEqual({ kind: 'withdraw', reason });
  });
});

describe('what makes a request wait', () => {
  it.each<[string, Partial<Known>, string]>([
    [
      'a pause',
      contact({ preference: { kind: 'paused', until: helsinki('2026-03-06T18:00:00+02:00') } }),
      '2026-03-09T12:00:00+02:00',
    ],
    [
      'a hold that is over in time',
      {
        case: {
          ...emptyCase,
          holds: [
            { reason: 'other', change: 'started', at: plannedAt - 1 },
            { reason: 'other', change: 'ended', at: helsinki('2026-03-05T12:30:00+02:00') },
          ],
        },
      },
      '2026-03-05T12:30:00+02:00',
    ],
    [
      'the gap to another ask',
      contact({ asks: [pastAsk(plannedAt - days(28))] }),
      '2026-03-06T12:00:00+02:00',
    ],
  ])('is %s', (_, changes, at) => {
    expect(look(since(changes))).toEqual({ kind: 'may-leave', at: helsinki(at) });
  });

  it('is a full cap that has room again in time', () => {
    const household = { ...emptyHousehold, asks: [own, other(plannedAt - days(1))] };
    const outcome = full({ household }, { householdCap: { most: 1, days: 7 } });
    // The other ask was on a Tuesday.
    expect(outcome).toEqual({ kind: 'may-leave', at: helsinki('2026-03-10T12:00:00+02:00') });
  });

  it('is one thing after the other', () => {
    const known = since({
      ...contact({
        preference: { kind: 'paused', until: helsinki('2026-03-05T13:00:00+02:00') },
        asks: [pastAsk(plannedAt - days(28))],
      }),
      unit: { ...emptyUnit, days: [{ day: dayNumberAt(helsinki('2026-03-06T12:00:00+02:00')), asked: 1 }] },
    });
    expect(look(known, plannedAt, rule({ unitDailyCap: 1 }))).toEqual({
      kind: 'may-leave',
      at: helsinki('2026-03-09T12:00:00+02:00'),
    });
  });

  it('is a unit whose day is full of others, though not its own day with itself', () => {
    const [today, tomorrow] = [dayNumberAt(plannedAt), dayNumberAt(plannedAt) + 1];
    const unit = {
      ...emptyUnit,
      days: [
        { day: today, asked: 2 },
        { day: tomorrow, asked: 2 },
      ],
    };
    const by = rule({ unitDailyCap: 2 });
    expect(look(since({ unit }), plannedAt, by)).toEqual({ kind: 'may-leave', at: plannedAt });
    const over = helsinki('2026-03-04T18:00:00+02:00');
    expect(look(since({ unit }), over, by)).toEqual({
      kind: 'may-leave',
      at: helsinki('2026-03-06T12:00:00+02:00'),
    });
  });
});

it('what was settled when it was decided is not judged anew', () => {
  const known = since({
    occasion: { ...emptyOccasion, stages: ['service.ended'], requestIds: ['request-1'] },
    case: {
      ...emptyCase,
      expected: [{ stage: 'placement.ended', occasion: '', on: '2026-03-10', toldAt: 1 }],
    },
  });
  expect(look(known)).toEqual({ kind: 'may-leave', at: plannedAt });
});

it('a worker is held to the gap and cap of workers, and to those of no household or case', () => {
  const crowd = Array.from({ length: 30 }, (_, n) => other(plannedAt, n));
  const known = since({
    household: { ...emptyHousehold, asks: crowd },
    case: { ...emptyCase, asks: crowd },
    ...contact({ asks: [pastAsk(plannedAt - days(21))] }),
  });
  const request = pending({ recipient: recipientFacts({ role: 'county-worker' }) });
  expect(look(known, plannedAt, rule(), request)).toEqual({ kind: 'may-leave', at: plannedAt });
});

it('whenever and after whatever asks a request is looked at, it leaves in an open slot that breaks no gap and no cap', () => {
  const asked = fc.array(fc.integer({ min: -days(80), max: days(80) }), { maxLength: 6 });
  fc.assert(
    fc.property(
      asked,
      fc.integer({ min: 0, max: days(14) }),
      fc.integer({ min: 1, max: 3 }),
      (distances, later, most) => {
        const asks = distances.map((distance) => pastAsk(plannedAt + distance));
        const by = rule({ minimumGapDays: 7, personCap: { most, days: 30 } });
        const outcome = look(since(contact({ asks })), plannedAt + later, by);
        if (outcome.kind !== 'may-leave') return;
        expect(nextOpening(by.window, outcome.at)).toBe(outcome.at);
        expect(outcome.at).toBeGreaterThanOrEqual(plannedAt + later);
        expect(outcome.at).toBeLessThanOrEqual(pending().expiresAt);
        for (const { at } of asks) expect(Math.abs(at - outcome.at)).toBeGreaterThanOrEqual(days(7));
        expect(countUnder(by.personCap, asks, outcome.at).counted).toBeLessThan(most);
      },
    ),
    { numRuns: 1000 },
  );
});

it('what was decided a moment ago may leave as it was planned', () => {
  const by = rule({ unitDailyCap: 1, personCap: { most: 1, days: 30 } });
  const { decisions, ledgers } = decide(eventFacts(), nothingKnown(), [by], numbered());
  const outcome = decisions[0]?.outcome;
  if (outcome?.kind !== 'asked') throw new Error('nothing holds this recipient back');
  const request = pending({ requestId: outcome.requestId, at: outcome.dueAt, expiresAt: outcome.expiresAt });
  const known = { ...nothingKnown(), ...ledgers };
  expect(look(known, outcome.dueAt, by, request)).toEqual({ kind: 'may-leave', at: outcome.dueAt });
});
