/**
 * The gates that ask whether this is the moment, one by one: what each looked at, where its boundary lies, and that the next
 * possible time lies in an open slot at which the same gate lets an ask pass. The last is also shown for random pasts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days } from '../../../../shared/domain/calendar/duration.ts';
import { dateOf, dayNumberAt, hourOf } from '../../../../shared/domain/calendar/helsinki.ts';
import * as gates from '../../../../shared/domain/decisions/discretion-gates.ts';
import type { GateOutcome } from '../../../../shared/domain/decisions/gates.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  emptyUnit,
  type CaseLedger,
  type Expectation,
  type HoldChange,
  type Preference,
} from '../../../../shared/domain/decisions/ledger.ts';
import type { Situation } from '../../../../shared/domain/decisions/situation.ts';
import { lotOf } from '../../../../shared/domain/rules/sampling.ts';
import { nextOpening } from '../../../../shared/domain/rules/slots.ts';
import { holdReasons } from '../../../../shared/domain/vocabulary.ts';
import {
  contactWith,
  eventFacts,
  pastAsk,
  plannedAt,
  recipientFacts,
  rule,
  situation,
} from '../../../support/decision-facts.ts';

const helsinki = (time: string): number => Date.parse(time);
const worker = recipientFacts({ role: 'county-worker' });
const passes = (outcome: GateOutcome) => {
  expect(outcome).toMatchObject({ passed: true, nextPossibleAt: null });
};

describe('what a person said', () => {
  const saying = (preference: Preference) => situation({ contact: { ...emptyContact, preference } });

  it('to stop holds back without a date', () => {
    expect(gates.optedOut(saying({ kind: 'opted-out' }))).toEqual({
      gate: 'opted-out',
      passed: false,
      value: true,
      nextPossibleAt: null,
    });
    passes(gates.optedOut(saying({ kind: 'open' })));
    passes(gates.paused(saying({ kind: 'opted-out' })));
  });

  it('to pause holds back until that very instant, and then to the next slot', () => {
    const until = helsinki('2026-06-05T20:00:00+03:00');
    expect(gates.paused(saying({ kind: 'paused', until }))).toEqual({
      gate: 'paused',
      passed: false,
      value: until,
      nextPossibleAt: helsinki('2026-06-08T12:00:00+03:00'),
    });
    expect(gates.paused(saying({ kind: 'paused', until: plannedAt + 1 })).passed).toBe(false);
    passes(gates.paused(saying({ kind: 'paused', until: plannedAt })));
  });
});

it('an address that is suppressed holds back without a date', () => {
  const gate = { gate: 'address-suppressed', nextPossibleAt: null };
  expect(gates.addressSuppressed(situation({ isSuppressed: true }))).toEqual({
    ...gate,
    passed: false,
    value: true,
  });
  expect(gates.addressSuppressed(situation())).toEqual({ ...gate, passed: true, value: false });
});

describe('a hold', () => {
  const held = (...holds: HoldChange[]) => gates.hold(situation({ case: { ...emptyCase, holds } }));
  const started = (at: number, reason: HoldChange['reason'] = 'other'): HoldChange => ({
    reason,
    change: 'started',
    at,
  });

  it('says its reason, and the slot after it', () => {
    expect(held(started(plannedAt - days(1)))).toEqual({
      gate: 'hold',
      passed: false,
      value: 'other',
      nextPossibleAt: helsinki('2026-03-13T12:00:00+02:00'),
    });
  });

  it('is over after its days, to the millisecond', () => {
    passes(held(started(plannedAt - days(10))));
    expect(held(started(plannedAt - days(10) + 1)).passed).toBe(false);
    passes(held(started(plannedAt + 1)));
    expect(held(started(plannedAt)).passed).toBe(false);
  });

  it('names a time after another that begins in the slot behind it', () => {
    const { nextPossibleAt } = held(
      started(plannedAt - days(1)),
      started(helsinki('2026-03-13T11:59:00+02:00'), 'emergency-placement'),
    );
    expect(nextPossibleAt).toBe(helsinki('2026-04-13T12:00:00+03:00'));
  });
});

describe('the minimum gap', () => {
  const asked = (...times: number[]) =>
    situation({ contact: contactWith(...times.map((at) => pastAsk(at))) });

  it.each([-days(30), days(30)])('lets an ask pass exactly at the gap (%d ms away)', (distance) => {
    passes(gates.cooldown(asked(plannedAt + distance)));
  });

  it.each([-1, 1])('holds back one millisecond within the gap, on side %d', (side) => {
    const at = plannedAt + side * (days(30) - 1);
    expect(gates.cooldown(asked(at))).toEqual({
      gate: 'cooldown',
      passed: false,
      value: 30,
      nextPossibleAt: nextOpening(rule().window, at + days(30)),
    });
  });

  it('names a time that is too near to no ask, those planned for later included', () => {
    const later = plannedAt + days(20);
    const { nextPossibleAt } = gates.cooldown(asked(plannedAt - days(3), later));
    expect(nextPossibleAt).toBe(nextOpening(rule().window, later + days(30)));
  });

  it('names a time behind the ask into whose gap the first free slot would fall', () => {
    // Free from Saturday 4 April on; the slot is on Tuesday after Easter, and so within the gap of 6 May.
    const [before, after] = [helsinki('2026-03-05T12:00:00+02:00'), helsinki('2026-05-06T12:00:00+03:00')];
    expect(gates.cooldown(asked(before, after)).nextPossibleAt).toBe(helsinki('2026-06-05T12:00:00+03:00'));
  });

  it('of workers is their own', () => {
    const near = situation({ recipient: worker, contact: contactWith(pastAsk(plannedAt - days(20))) });
    passes(gates.cooldown(near));
    const nearer = { ...near, contact: contactWith(pastAsk(plannedAt - days(20) + 1)) };
    expect(gates.cooldown(nearer)).toMatchObject({ passed: false, value: 20 });
  });

  it('of one stage counts in the same case only', () => {
    const stage = 'service.ended';
    const askedAt = (distance: number, changes: Parameters<typeof pastAsk>[1]) =>
      gates.alreadyAskedForStage(situation({ contact: contactWith(pastAsk(plannedAt - distance, changes)) }));
    expect(askedAt(days(180) - 1, { stage, caseHash: 'case-1' })).toMatchObject({
      passed: false,
      value: 180,
    });
    passes(askedAt(days(180), { stage, caseHash: 'case-1' }));
    passes(askedAt(days(1), { stage, caseHash: 'case-2' }));
    passes(askedAt(days(1), { stage: 'placement.ended', caseHash: 'case-1' }));
  });
});

describe('caps', () => {
  const times = [1, 2].map((n) => plannedAt - days(n));
  const cap = { most: 2, days: 7 };
  const full: Partial<Situation> = {
    rule: rule({
      personCap: cap,
      householdCap: cap,
      caseCap: cap,
      worker: { minimumGapDays: 1, cap: { most: 3, days: 7 } },
    }),
    contact: contactWith(...times.map((at) => pastAsk(at))),
    household: { ...emptyHousehold, asks: times.map((at) => pastAsk(at)) },
    case: { ...emptyCase, asks: times.map((at) => pastAsk(at)) },
  };
  const capGates = {
    'period-cap': gates.periodCap,
    'household-cap': gates.householdCap,
    'case-cap': gates.caseCap,
  };

  it.each(Object.entries(capGates))('%s says what it counted, and when there is room again', (name, gate) => {
    expect(gate(situation(full))).toEqual({
      gate: name,
      passed: false,
      value: { counted: 2, ...cap },
      // The older of the two asks was on a Monday, and is forgotten on the next.
      nextPossibleAt: helsinki('2026-03-09T12:00:00+02:00'),
    });
    const roomier = rule({
      personCap: { ...cap, most: 3 },
      householdCap: { ...cap, most: 3 },
      caseCap: { ...cap, most: 3 },
    });
    const outcome = gate(situation({ ...full, rule: roomier }));
    passes(outcome);
    expect(outcome.value).toEqual({ counted: 2, most: 3, days: 7 });
  });

  it('of household and case do not hold for workers, who have one of their own', () => {
    const asWorker = situation({ ...full, recipient: worker });
    expect(gates.periodCap(asWorker)).toMatchObject({ passed: true, value: { counted: 2, most: 3 } });
    expect(gates.householdCap(asWorker)).toMatchObject({ passed: true, value: null });
    expect(gates.caseCap(asWorker)).toMatchObject({ passed: true, value: null });
  });

  it('of a household need one', () => {
    expect(
      gates.householdCap(situation({ ...full, event: eventFacts({ householdHash: null }) })),
    ).toMatchObject({
      passed: true,
      value: null,
    });
  });
});

describe('the daily cap of a unit', () => {
  const busy = (asked: number, ...changes: Parameters<typeof rule>) =>
    gates.unitDailyCap(
      situation({
        rule: rule(...changes),
        unit: { ...emptyUnit, days: [{ day: dayNumberAt(plannedAt), asked }] },
      }),
    );

  it('counts the day on which the ask would leave', () => {
    expect(busy(2, { unitDailyCap: 3 })).toMatchObject({
      passed: true,
      value: { counted: 2, most: 3, days: 1 },
    });
    expect(busy(3, { unitDailyCap: 3 })).toEqual({
      gate: 'unit-daily-cap',
      passed: false,
      value: { counted: 3, most: 3, days: 1 },
      nextPossibleAt: helsinki('2026-03-05T12:00:00+02:00'),
    });
    passes(busy(1000));
  });

  it('names the first day that is not full as well', () => {
    const today = dayNumberAt(plannedAt);
    const unit = { ...emptyUnit, days: [0, 1, 2].map((n) => ({ day: today + n, asked: 1 })) };
    const { nextPossibleAt } = gates.unitDailyCap(situation({ rule: rule({ unitDailyCap: 1 }), unit }));
    expect(nextPossibleAt).toBe(helsinki('2026-03-09T12:00:00+02:00'));
  });
});

describe('a more important stage that is near', () => {
  const coming = rule({
    id: 'placement-ended',
    stage: 'placement.ended',
    priority: 80,
    delayDays: 1,
    minimumGapDays: 30,
  });
  const expectation = (on: string | null): Expectation => ({
    stage: 'placement.ended',
    occasion: '',
    on,
    toldAt: 1,
  });
  const facing = (on: string | null, changes: Partial<Situation> = {}, important = coming) =>
    gates.lowerPriority(
      situation({
        rules: [rule(), important],
        case: { ...emptyCase, expected: [expectation(on)] },
        ...changes,
      }),
    );

  it('makes this one yield, and the record says to what', () => {
    expect(facing('2026-03-10')).toEqual({
      gate: 'lower-priority',
      passed: false,
      value: { stage: 'placement.ended', on: '2026-03-10' },
      // It would be asked on the 11th at noon, and thirty days later this one could be: on a Friday in summer time.
      nextPossibleAt: helsinki('2026-04-10T13:00:00+03:00'),
    });
  });

  it('does so within the gap only', () => {
    // Planned for 4 March at noon: an ask on 3 April at 12 in summer time would come 29 days and 23 hours later.
    expect(facing('2026-04-01').passed).toBe(false);
    passes(facing('2026-04-02', {}, { ...coming, window: { ...coming.window, fromHour: 13 } }));
    passes(facing('2026-04-20'));
  });

  it('is looked for within the longer of both gaps', () => {
    expect(facing('2026-04-20', {}, { ...coming, minimumGapDays: 60 })).toMatchObject({ passed: false });
    expect(facing('2026-04-20', { rule: rule({ minimumGapDays: 60 }) })).toMatchObject({ passed: false });
  });

  it('counts with the gap of workers for workers', () => {
    const audiences = [{ role: 'county-worker' as const, questionSet: 'county-worker' }];
    const important = { ...coming, audiences };
    expect(facing('2026-03-20', { recipient: worker }, important).passed).toBe(false);
    passes(facing('2026-03-28', { recipient: worker }, important));
  });

  it.each<[string, Partial<typeof coming>]>([
    ['is turned off', { enabled: false }],
    ['asks others', { audiences: [{ role: 'close-person', questionSet: 'close-person' }] }],
    [
      'asks people of another age',
      { audiences: [{ role: 'parent', ageBands: ['13-17'], questionSet: 'family' }] },
    ],
    ['is of equal priority', { priority: 60 }],
    ['is of lower priority', { priority: 59 }],
    ['is for another stage', { stage: 'aftercare.ended' }],
    ['has not drawn this person', { samplePercent: lotOf('contact-1', 'placement.ended') }],
  ])('is none whose rule %s', (_, changes) => {
    passes(facing('2026-03-10', {}, { ...coming, ...changes }));
  });

  it('is none whose day is past, and one whose day is today', () => {
    passes(facing('2026-03-01'));
    expect(facing('2026-03-02').passed).toBe(false);
  });

  it('is none that is over', () => {
    passes(facing(null));
  });

  it('is the first of several, in whatever order they were heard of, and the next time is behind them all', () => {
    const expected = [expectation('2026-03-20'), expectation('2026-03-10')];
    for (const order of [expected, expected.toReversed()]) {
      const outcome = facing(null, { case: { ...emptyCase, expected: order } });
      expect(outcome.value).toEqual({ stage: 'placement.ended', on: '2026-03-10' });
      // Asked on Monday the 23rd, and thirty days later.
      expect(outcome.nextPossibleAt).toBe(helsinki('2026-04-22T13:00:00+03:00'));
    }
  });
});

describe('sampling', () => {
  const people = Array.from({ length: 10_000 }, (_, n) => `hash-of-${n}`);
  const asksOf = (samplePercent: number, stageName = 'service.ended') =>
    new Set(
      people.filter(
        (contactHash) =>
          gates.sampledOut(
            situation({
              rule: rule({ samplePercent }),
              recipient: recipientFacts({ contactHash }),
              event: eventFacts({ stageName }),
            }),
          ).passed,
      ),
    );

  it.each([1, 10, 50, 90])('asks about %d of a hundred', (percent) => {
    const expected = percent * 100;
    // Four standard deviations of drawing lots.
    const spread = 4 * Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100));
    expect(Math.abs(asksOf(percent).size - expected)).toBeLessThan(spread);
  });

  it('asks everybody at a hundred, the same people each time, and no others when the percentage grows', () => {
    expect(asksOf(100).size).toBe(people.length);
    const [some, again, more] = [asksOf(30), asksOf(30), asksOf(40)];
    expect([...some]).toEqual([...again]);
    expect([...some].filter((person) => !more.has(person))).toEqual([]);
  });

  it('asks others at another stage', () => {
    const here = asksOf(50);
    const both = [...asksOf(50, 'placement.ended')].filter((person) => here.has(person)).length;
    expect(Math.abs(both - 2500)).toBeLessThan(4 * Math.sqrt(10_000 * 0.25 * 0.75));
  });

  it('says the lot, and names no date: it never changes', () => {
    const outcome = gates.sampledOut(situation({ rule: rule({ samplePercent: 1 }) }));
    expect(outcome).toMatchObject({ passed: false, nextPossibleAt: null, value: { percent: 1 } });
  });
});

describe('whatever happened before, the next possible time', () => {
  const near = fc.integer({ min: -days(90), max: days(120) }).map((distance) => plannedAt + distance);
  const asks = fc.array(
    near.map((at) => pastAsk(at)),
    { maxLength: 8 },
  );
  const dayOf = near.map((at) => dateOf(dayNumberAt(at)));
  const cap = fc.record({ most: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 60 }) });
  const course: fc.Arbitrary<CaseLedger> = fc
    .record({
      asks,
      holds: fc.array(
        fc.record({
          reason: fc.constantFrom(...holdReasons),
          change: fc.constantFrom('started', 'ended'),
          at: near,
        }),
      ),
      expected: fc.array(
        dayOf.map((on): Expectation => ({ stage: 'placement.ended', occasion: on, on, toldAt: 1 })),
      ),
    })
    .map((changes) => ({ ...emptyCase, ...changes }));
  const situations = fc
    .record({
      rule: fc
        .record({
          personCap: cap,
          householdCap: cap,
          caseCap: cap,
          minimumGapDays: fc.integer({ min: 1, max: 60 }),
        })
        .map((changes) => rule({ ...changes, unitDailyCap: 1 })),
      contact: fc
        .record({ asks, preference: near.map((until): Preference => ({ kind: 'paused', until })) })
        .map((changes) => ({ ...emptyContact, ...changes })),
      household: asks.map((known) => ({ ...emptyHousehold, asks: known })),
      case: course,
      unit: fc.uniqueArray(fc.integer({ min: 0, max: 9 })).map((busy) => ({
        ...emptyUnit,
        days: busy.map((n) => ({ day: dayNumberAt(plannedAt) + n, asked: 1 })),
      })),
      at: fc
        .integer({ min: 0, max: 20 })
        .map((n) => nextOpening(rule().window, hourOf(dayNumberAt(plannedAt) + n, 15))),
    })
    .map((changes) =>
      situation({
        ...changes,
        rules: [changes.rule, rule({ id: 'p', stage: 'placement.ended', priority: 80, minimumGapDays: 45 })],
      }),
    );
  const dated = [
    gates.paused,
    gates.hold,
    gates.alreadyAskedForStage,
    gates.cooldown,
    gates.periodCap,
    gates.householdCap,
    gates.caseCap,
    gates.lowerPriority,
    gates.unitDailyCap,
  ];

  it.each(dated.map((gate) => [gate.name, gate] as const))(
    'that %s names is later, in an open slot, and possible',
    (_, gate) => {
      fc.assert(
        fc.property(situations, (now) => {
          const { passed, nextPossibleAt: next } = gate(now);
          if (passed) return;
          expect(next).not.toBeNull();
          const then = { ...now, at: next ?? 0 };
          expect(then.at).toBeGreaterThan(now.at);
          expect(nextOpening(now.rule.window, then.at)).toBe(then.at);
          expect(gate(then).passed).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );
});
