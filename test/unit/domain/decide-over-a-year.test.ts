/**
 * A year of random events about a few people, decided one after another with the ledgers that deciding returns:
 * whatever happens, nobody is asked twice within the gap, everyone gets exactly one decision for each event, and
 * every request is due in its window. The window is judged by the platform's own calendar, not by the code's.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, type Asked } from '../../../shared/domain/decisions/decide.ts';
import type { EventFacts } from '../../../shared/domain/decisions/facts.ts';
import { emptyLedger, type ContactLedger } from '../../../shared/domain/decisions/ledger.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { ageBands, roles } from '../../../shared/domain/vocabulary.ts';
import { recipient } from '../../support/stage-events.ts';

const dayMs = 24 * 60 * 60 * 1000;
const newYear = Date.parse('2026-01-01T00:00:00+02:00');
const people = ['ann', 'bo', 'cai'] as const;

const someone = fc.record({
  contactHash: fc.constantFrom(...people),
  role: fc.constantFrom(...roles),
  ageBand: fc.constantFrom(...ageBands),
});

const happening = fc.record({
  stage: fc.constantFrom(...defaultRules.map(({ stage }) => stage), 'client-plan.reviewed' as const),
  occurredAt: fc.integer({ min: newYear, max: newYear + 365 * dayMs }),
  reportedAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 * dayMs })),
  caseHash: fc.constantFrom('case-1', 'case-2'),
  occasionIsKnown: fc.boolean(),
  people: fc.array(someone, { minLength: 1, maxLength: 3 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const factsOf = (event: Happening, ledgers: ReadonlyMap<string, ContactLedger>): EventFacts => ({
  eventHash: 'event',
  stage: event.stage,
  stageName: event.stage,
  occurredAt: event.occurredAt,
  now: event.occurredAt + event.reportedAfter,
  caseHash: event.caseHash,
  occasionIsKnown: event.occasionIsKnown,
  rules: defaultRules,
  recipients: event.people.map(({ contactHash, role, ageBand }, position) => ({
    position,
    contactHash,
    recipient: recipient({ role, ageBand }),
    ledger: ledgers.get(contactHash) ?? emptyLedger,
  })),
});

const helsinki = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
});

function weekdayAndHour(instantMs: number): { weekday: number; hour: number } {
  const parts = Object.fromEntries(helsinki.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday'] ?? '') + 1;
  return { weekday, hour: Number(parts['hour']) };
}

function expectInWindow({ dueAt }: Asked, { stage, now, occurredAt }: EventFacts): void {
  const window = defaultRules.find((rule) => rule.stage === stage)?.window;
  const { weekday, hour } = weekdayAndHour(dueAt);
  expect(window?.weekdays).toContain(weekday);
  expect(hour).toBeGreaterThanOrEqual(window?.fromHour ?? NaN);
  expect(hour).toBeLessThan(window?.toHour ?? NaN);
  expect(dueAt).toBeGreaterThanOrEqual(Math.max(now, occurredAt));
}

it('never asks a person twice within the gap, decides once for everyone, and keeps to the windows', () => {
  let asksSeen = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 14 }), (happenings) => {
      const ledgers = new Map<string, ContactLedger>();
      const asks = new Map<string, number[]>(people.map((person) => [person, []]));
      const inOrder = happenings.toSorted(
        (a, b) => a.occurredAt + a.reportedAfter - b.occurredAt - b.reportedAfter,
      );
      for (const event of inOrder) {
        const facts = factsOf(event, ledgers);
        const decided = decide(facts, () => 'request');
        expect(decided.decisions.map(({ position }) => position)).toEqual(event.people.map((_, i) => i));
        for (const { contactHash, outcome } of decided.decisions) {
          if (outcome.kind !== 'asked') continue;
          expectInWindow(outcome, facts);
          // A request that has expired before it is due reaches nobody.
          if (outcome.dueAt <= outcome.expiresAt) asks.get(contactHash)?.push(outcome.dueAt);
        }
        for (const [contactHash, ledger] of decided.ledgers)
          ledgers.set(contactHash, { ...ledger, version: ledger.version + 1 });
      }
      for (const times of asks.values()) {
        asksSeen += times.length;
        const sorted = times.toSorted((a, b) => a - b);
        for (const [i, time] of sorted.entries())
          expect(time - (sorted[i - 1] ?? -Infinity)).toBeGreaterThanOrEqual(30 * dayMs);
      }
    }),
    { numRuns: 500 },
  );
  // A property about asks says nothing where nobody is asked.
  expect(asksSeen).toBeGreaterThan(500);
});
