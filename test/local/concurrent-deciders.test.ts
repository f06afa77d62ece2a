/**
 * Sixty-four deciders at once, against Amazon's own engine: several hundred events, some delivered twice, of people who
 * share households, cases and units. Every decider has a clock of its own, milliseconds from the others', and an event
 * that loses every race comes back as the queue would bring it. Gaps and caps are filled to the last ask and never above,
 * each recipient has one decision, and a replay of the stored records in their order decides the same again: so the
 * order of sequences is the order of effects.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { recordsByDay } from '../../shared/contract/tables.ts';
import type { DecisionRecord } from '../../shared/adapters/decision-records.ts';
import type { LedgerRecord } from '../../shared/adapters/records.ts';
import { Replay } from '../../shared/domain/replay/replay.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import { stageEventSchema, type StageEvent } from '../../shared/domain/stage-event.ts';
import { createTables, startDynamoDbLocal } from '../../local/emulators/dynamodb.ts';
import { createTeardown } from '../../local/teardown.ts';
import { dayOf } from '../simulation/naive-calendar.ts';
import { isFull } from '../simulation/naive-rules.ts';
import { eventDocument, recipient } from '../support/stage-events.ts';
import { shippedRule } from '../support/rules.ts';

const deciders = 64;
const invitations = 'Invitations';
const settings = 'Settings';
const day = 24 * 60 * 60 * 1000;
/** A Monday morning. */
const start = Date.parse('2026-03-02T09:00:00+02:00');

const rule: Rule = {
  ...shippedRule('service-ended'),
  delayDays: 1,
  window: { weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 9, toHour: 18, publicHolidays: true },
  minimumGapDays: 2,
  stageGapDays: 1,
  personCap: { most: 4, days: 366 },
  householdCap: { most: 6, days: 366 },
  caseCap: { most: 5, days: 366 },
  unitDailyCap: 10,
};

type Told = { readonly group: string; readonly number: number; readonly at?: number; readonly of?: object };

/** The end of a service: everything about it its own, but for what is given. */
function ended({ group, number, at = start, of = {} }: Told): StageEvent {
  const name = `${group}-${number}`;
  const data = {
    caseRef: name,
    householdRef: name,
    unit: name,
    occasionRef: name,
    scheduledFor: undefined,
    expectedEnd: undefined,
    recipients: [recipient({ contactRef: name, email: `${name}@example.org` })],
    ...of,
  };
  const type = 'fi.kuultu.service.ended.v1';
  return stageEventSchema.parse(eventDocument({ id: name, type, time: new Date(at).toISOString() }, data));
}

const many = (count: number, make: (number: number) => StageEvent): StageEvent[] =>
  Array.from({ length: count }, (_, number) => make(number));

const ann = recipient({ contactRef: 'ann' });
const bo = recipient({ contactRef: 'bo' });

/** Groups in which all events want the same place; and how many of them there are. */
const crowds = {
  // Nothing is shared but the person, on one day: the gap lets one through.
  gap: { events: many(24, (number) => ended({ group: 'gap', number, of: { recipients: [ann] } })), asked: 1 },
  // The same on days of their own, a gap apart: the cap lets four through.
  person: {
    events: many(24, (number) =>
      ended({ group: 'person', number, at: start + 2 * number * day, of: { recipients: [bo] } }),
    ),
    asked: 4,
  },
  household: {
    events: many(24, (number) => ended({ group: 'household', number, of: { householdRef: 'one' } })),
    asked: 6,
  },
  case: {
    // An occasion is of a case: each has a number of its own, and none is a duplicate.
    events: many(24, (number) => ended({ group: 'case', number, of: { caseRef: 'one' } })),
    asked: 5,
  },
  unit: { events: many(24, (number) => ended({ group: 'unit', number, of: { unit: 'one' } })), asked: 10 },
} as const;

/** Few people, in families that mix: every event touches what several others touch. */
const mixed = many(100, (number) =>
  ended({
    group: 'mixed',
    number,
    at: start + ((number * 7) % 31) * day,
    of: {
      caseRef: `mixed-${number % 5}`,
      householdRef: `mixed-${number % 3}`,
      unit: `mixed-${number % 2}`,
      recipients: [0, 1, 2]
        .slice(0, 1 + (number % 3))
        .map((place) => recipient({ contactRef: `mixed-${(number + place * 3) % 11}` })),
    },
  }),
);

const events = [...Object.values(crowds).flatMap((crowd) => crowd.events), ...mixed];

const teardown = createTeardown();
let records: LedgerRecord[] = [];
let lostRaces = 0;

beforeAll(async () => {
  const endpoint = await startDynamoDbLocal(teardown);
  const region = 'eu-north-1';
  const keySchema = [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ] as const;
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
  const { name, partition, sort } = recordsByDay;
  await createTables(endpoint, region, [
    {
      name: invitations,
      keySchema: [...keySchema],
      attributes: [text('pk'), text('sk'), text(partition), text(sort)],
      indexes: [
        {
          IndexName: name,
          KeySchema: [
            { AttributeName: partition, KeyType: 'HASH' },
            { AttributeName: sort, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    },
    { name: settings, keySchema: [...keySchema], attributes: [text('pk'), text('sk')], indexes: [] },
  ]);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
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

const decisionsOf = (told: readonly StageEvent[]): { event: StageEvent; decision: DecisionRecord }[] => {
  const stored = records.filter((record) => record.kind === 'decision');
  return told.flatMap((event) =>
    stored
      .filter(({ eventHash }) => eventHash === hashes.get(event.id))
      .map((decision) => ({ event, decision })),
  );
};

/** Hashes of the events, by the event's own name. */
const hashes = new Map<string, string>();
beforeAll(async () => {
  const { referenceHash } = await import('../../shared/adapters/crypto/references.ts');
  const hash = referenceHash('a secret of the test');
  for (const { source, id } of events) hashes.set(id, hash('event', source, id));
});

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
      expect(own.every((other) => Math.abs(other - at) >= rule.minimumGapDays * day)).toBe(true);
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
