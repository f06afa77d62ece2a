import type { Rule } from '../../shared/domain/rules/rule.ts';
import { stageEventSchema, type StageEvent } from '../../shared/domain/stage-event.ts';
import { dayMs } from '../simulation/naive-calendar.ts';
import { shippedRule } from './rules.ts';
import { eventDocument, recipient } from './stage-events.ts';

/* Events that want the same few asks: of a person, a household, a case, a unit, and of families that mix. */

/** A Monday morning. */
export const start = Date.parse('2026-03-02T09:00:00+02:00');

/** Small caps, so that few events fill them. */
export const rule: Rule = {
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
export const crowds = {
  // Nothing is shared but the person, on one day: the gap lets one through.
  gap: { events: many(20, (number) => ended({ group: 'gap', number, of: { recipients: [ann] } })), asked: 1 },
  // The same on days of their own, a gap apart: the cap lets four through.
  person: {
    events: many(20, (number) =>
      ended({ group: 'person', number, at: start + 2 * number * dayMs, of: { recipients: [bo] } }),
    ),
    asked: 4,
  },
  household: {
    events: many(20, (number) => ended({ group: 'household', number, of: { householdRef: 'one' } })),
    asked: 6,
  },
  case: {
    // An occasion is of a case: each has a number of its own, and none is a duplicate.
    events: many(20, (number) => ended({ group: 'case', number, of: { caseRef: 'one' } })),
    asked: 5,
  },
  unit: { events: many(20, (number) => ended({ group: 'unit', number, of: { unit: 'one' } })), asked: 10 },
} as const;

/** Few people, in families that mix: every event touches what several others touch. */
export const mixed = many(80, (number) =>
  ended({
    group: 'mixed',
    number,
    at: start + ((number * 7) % 31) * dayMs,
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

export const events = [...Object.values(crowds).flatMap((crowd) => crowd.events), ...mixed];
