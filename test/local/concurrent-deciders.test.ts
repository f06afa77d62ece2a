/**
 * Sixty-four deciders at once, against Amazon's own engine: some two hundred deliveries of events, a few of them twice, of people who
 * share households, cases and units. Every decider has a clock of its own, milliseconds from the others', and an event
 * that loses every race comes back as the queue would bring it. Gaps and caps are filled to the last ask and never above,
 * each recipient has one decision, and a replay of the stored records in their order decides the same again: so the
 * order of sequences is the order of effects.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DecisionRecord } from '../../shared/adapters/decision-records.ts';
import type { LedgerRecord } from '../../shared/adapters/records.ts';
import { Replay } from '../../shared/domain/replay/replay.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';
import { startDynamoDbLocal } from '../../local/emulators/dynamodb.ts';
import { createTeardown } from '../../local/teardown.ts';
import { dayMs, dayOf } from '../simulation/naive-calendar.ts';
import { isFull } from '../simulation/naive-rules.ts';
import { createBareTables } from '../support/bare-tables.ts';
import { crowds, events, mixed, rule, start } from '../support/rivals.ts';

const deciders = 64;
const invitations = 'Invitations';
const settings = 'Settings';
const teardown = createTeardown();
let records: LedgerRecord[] = [];
let lostRaces = 0;

beforeAll(async () => {
  const endpoint = await startDynamoDbLocal(teardown);
  await createBareTables(endpoint, invitations, settings);
  await decideAll();
  records = await storedRecords();
}, 180_000);

afterAll(async () => {
  await teardown.run();
});

/** Every decider takes event after event, until there are none left. */
async function decideAll(): Promise<void> {
  const { dynamodb, toItem } = await import('../../shared/adapters/dynamodb.ts');
  const { currentRulesKey } = await import('../../shared/adapters/rules.ts');
  const { referenceHash } = await import('../../shared/adapters/crypto/references.ts');
  const { decideEvent } = await import('../../functions/decide-requests/decide-event.ts');
  const inForce = { ...currentRulesKey, ...toItem({ version: 1, rules: [rule] }) };
  await dynamodb.send(new PutItemCommand({ TableName: settings, Item: inForce }));
  const hash = referenceHash('a secret of the test');
  for (const { source, id } of events) hashes.set(id, hash('event', source, id));
  // Every fifth event is delivered twice, and rivals for one place are spread over the whole queue.
  const queue = [...events, ...events.filter((_, index) => index % 5 === 0)]
    .map((event, index) => ({ event, place: (index * 7919) % 10_007 }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event);
  const decideSome = async (_: unknown, decider: number): Promise<void> => {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      try {
        await decideEvent(event, { invitations, settings, hash, now: () => start + (decider % 7) });
      } catch (error) {
        if (!(error instanceof Error && error.message.includes('lost every race'))) throw error;
        lostRaces += 1;
        queue.push(event);
      }
    }
  };
  await Promise.all(Array.from({ length: deciders }, decideSome));
  expect(lostRaces).toBeLessThan(events.length * 20);
}

async function storedRecords(): Promise<LedgerRecord[]> {
  const { recordsOfDay } = await import('../../shared/adapters/records.ts');
  const found: LedgerRecord[] = [];
  for (let page, after = ''; page === undefined || page.hasMore; after = page.last ?? '') {
    page = await recordsOfDay(
      invitations,
      new Date(start).toISOString().slice(0, 'YYYY-MM-DD'.length),
      after,
    );
    found.push(...page.records);
  }
  return found;
}

/** Hashes of the events, by the event's own name. */
const hashes = new Map<string, string>();

const decisionsOf = (told: readonly StageEvent[]): { event: StageEvent; decision: DecisionRecord }[] => {
  const stored = records.filter((record) => record.kind === 'decision');
  return told.flatMap((event) =>
    stored
      .filter(({ eventHash }) => eventHash === hashes.get(event.id))
      .map((decision) => ({ event, decision })),
  );
};

describe('sixty-four deciders', () => {
  it('decide every event once, with one record for each recipient', () => {
    const stored = records.filter((record) => record.kind === 'event');
    expect(stored.map(({ eventHash }) => eventHash).sort()).toEqual([...hashes.values()].sort());
    const positions = events.map((event) =>
      decisionsOf([event]).map(({ decision }) => decision.recipient.position),
    );
    expect(positions).toEqual(events.map(({ data }) => data.recipients.map((_, position) => position)));
  });

  it.each(Object.entries(crowds))('fill the cap and never exceed it: %s', (_, { events: crowd, asked }) => {
    const decided = decisionsOf(crowd).map(({ decision }) => decision.reason ?? 'asked');
    expect(decided.filter((reason) => reason === 'asked')).toHaveLength(asked);
    expect(new Set(decided).size).toBeGreaterThan(1);
  });

  it('keep every gap and cap where families mix', () => {
    const asked = decisionsOf(mixed).filter(({ decision }) => decision.outcome === 'asked');
    expect(asked.length).toBeGreaterThan(10);
    for (const { event, decision } of asked) {
      const others = asked.filter((other) => other.decision !== decision);
      const due = (same: (other: (typeof asked)[number]) => boolean): number[] =>
        others.filter(same).map((other) => other.decision.dueAt ?? NaN);
      const at = decision.dueAt ?? NaN;
      const { contactHash } = decision.recipient;
      const own = due((other) => other.decision.recipient.contactHash === contactHash);
      expect(own.every((other) => Math.abs(other - at) >= rule.minimumGapDays * dayMs)).toBe(true);
      const isOver = (cap: Rule['personCap'], times: readonly number[]): boolean =>
        isFull(cap, times.map(dayOf), dayOf(at));
      const { caseRef, householdRef, unit } = event.data;
      expect(isOver(rule.personCap, own)).toBe(false);
      expect(
        isOver(
          rule.householdCap,
          due((other) => other.event.data.householdRef === householdRef),
        ),
      ).toBe(false);
      expect(
        isOver(
          rule.caseCap,
          due((other) => other.event.data.caseRef === caseRef),
        ),
      ).toBe(false);
      expect(
        isOver(
          { most: 10, days: 1 },
          due((other) => other.event.data.unit === unit),
        ),
      ).toBe(false);
    }
  });

  it('leave records in the order in which they had their effect: a replay decides the same again', () => {
    const replay = new Replay({ rules: [rule], from: 0, to: Infinity });
    for (const record of records) replay.take(record);
    const recipients = events.reduce((sum, { data }) => sum + data.recipients.length, 0);
    expect(replay.report()).toMatchObject({ events: events.length, same: recipients, different: 0 });
  });
});
