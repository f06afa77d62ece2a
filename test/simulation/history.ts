import * as fc from 'fast-check';
import type { PreferenceChange } from '../../shared/domain/respondent/preference-choice.ts';
import { choices } from '../../shared/domain/respondent/preference-choice.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import type { Recipient, StageEvent } from '../../shared/domain/stage-event.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { Dice, numbers } from './dice.ts';
import { startOf } from './moments.ts';
import { eventFrom, type Course } from './random-events.ts';
import { rulesFrom } from './random-rules.ts';
import { dayMs, dayOf, hourMs, nameOf } from './naive-calendar.ts';

/** Something that happens to the system. Instants are epoch milliseconds. */
export type Happening = { readonly at: number } & (
  | { readonly kind: 'event'; readonly now: number; readonly event: StageEvent }
  | { readonly kind: 'preference'; readonly contactRef: string; readonly change: PreferenceChange }
  | { readonly kind: 'bounce'; readonly address: string }
  /** Mail does not go out until an instant: the sender does not run, or hands over and is told to come again. */
  | { readonly kind: 'outage'; readonly until: number; readonly how: 'is-down' | 'is-refused' }
);

/** All that comes from outside in a stretch of time, in the order in which the system takes it up. */
export type History = {
  readonly rules: readonly Rule[];
  readonly happenings: readonly Happening[];
  /** By how much every run of the sender is late: a queue that is paced, a day with much to send. */
  readonly lateMs: number;
};

/** Histories of a few people in a few cases: short enough to be read, and full of what goes wrong. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    shared: numbers(20),
    rules: fc.array(numbers(48), { minLength: 1, maxLength: 4, size: 'max' }),
    people: fc.array(numbers(8), { minLength: 1, maxLength: 5, size: 'max' }),
    happenings: fc.array(numbers(40), { minLength: 5, maxLength: 25, size: 'max' }),
  })
  .map(({ shared, rules, people, happenings }) => {
    const dice = new Dice(shared);
    const inForce = rulesFrom(
      rules.map((drawn) => new Dice(drawn)),
      dice,
    );
    const course: Course = {
      people: people.map((drawn, index) => personFrom(new Dice(drawn), index)),
      stages: inForce.map(({ stage }) => stage),
      // Some histories are crowded and some spread over years, so that every cap finds one in which it bites.
      pace: dice.pick([3, 1, 10, 40]),
      // And some are about one case alone, whose people meet again and again.
      cases: dice.pick([3, 1, 2, 1]),
    };
    const lateMs = dice.pick([
      () => 0,
      () => 0,
      () => dice.below(10 * 60_000),
      () => dice.below(90 * 60_000),
    ])();
    return { rules: inForce, lateMs, happenings: happeningsFrom(happenings, course, startOf(dice)) };
  });

function personFrom(dice: Dice, index: number): Recipient {
  const role = dice.pick([
    'parent',
    'guardian',
    'young-person',
    'county-worker',
    'child',
    'close-person',
    'provider-worker',
    'parent',
    'guardian',
    'parent',
  ] as const);
  const ofChild = dice.pick(['7-12', '13-17', '0-6', '18+'] as const);
  return {
    contactRef: `p-${index}`,
    role,
    ageBand: role === 'child' ? ofChild : role === 'young-person' ? '13-17' : '18+',
    language: dice.pick(['fi', 'sv-FI', 'fi-x-selko', 'so', 'en', 'fi', 'se', 'fi']),
    email: dice.happens(95) ? `${dice.pick(['ann', 'bo', 'cai', 'dan', 'eva'])}@example.org` : undefined,
    flags: [],
  };
}

function happeningsFrom(drawn: readonly Uint16Array[], course: Course, start: number): Happening[] {
  const found: Happening[] = [];
  let clock = start;
  for (const [index, numbersDrawn] of drawn.entries()) {
    const dice = new Dice(numbersDrawn);
    clock += pause(dice, course.pace);
    const happening = happeningFrom(dice, { course, clock, index, before: found });
    if (happening !== undefined) found.push(happening);
  }
  return found.sort((a, b) => a.at - b.at);
}

const pause = (dice: Dice, pace: number): number =>
  dice.pick([
    () => dice.below(pace * dayMs),
    () => 0,
    () => dice.below(5 * 60_000),
    () => dice.below(30 * hourMs),
    () => dice.below(3 * pace * dayMs),
    () => dice.below(pace) * dayMs,
  ])();

type Point = {
  readonly course: Course;
  readonly clock: number;
  readonly index: number;
  readonly before: readonly Happening[];
};

function happeningFrom(dice: Dice, point: Point): Happening | undefined {
  const { course, clock, before } = point;
  const kind = dice.below(100);
  // Nothing happens where the number is zero: so a counterexample loses what it does not need.
  if (kind === 0) return undefined;
  if (kind < 71) return decided(dice, clock, eventFrom(dice, point));
  if (kind < 82) {
    const earlier = before.flatMap((one) => (one.kind === 'event' ? [one.event] : []));
    if (earlier.length === 0) return undefined;
    return decided(dice, clock, again(dice, dice.pick(earlier), point.index));
  }
  if (kind < 90) {
    const change: PreferenceChange = dice.pick([
      () => ({ choice: dice.pick(choices) }),
      () => ({ choice: dice.pick(['start', 'pause-3'] as const) }),
      () => ({ language: dice.pick(formLanguages) }),
    ])();
    return { kind: 'preference', at: clock, contactRef: dice.pick(course.people).contactRef, change };
  }
  if (kind < 92) {
    const { email } = dice.pick(course.people);
    return email === undefined ? undefined : { kind: 'bounce', at: clock, address: email };
  }
  if (dice.happens(35))
    return { kind: 'outage', at: clock, until: clock + dice.below(12 * hourMs), how: 'is-refused' };
  const lasts = dice.pick([dice.below(12 * hourMs), dice.below(6 * dayMs), dice.below(40 * dayMs)]);
  return { kind: 'outage', at: clock, until: clock + lasts, how: 'is-down' };
}

/** An event in the hands of a decider: at once or some days later, whose clock may be a little behind the others'. */
function decided(dice: Dice, clock: number, event: StageEvent): Happening {
  const at = clock + (dice.happens(12) ? dice.below(4 * dayMs) : 0);
  return { kind: 'event', at, now: at - (dice.happens(10) ? dice.below(4000) : 0), event };
}

/** The same event once more; or the same happening under another number, told perhaps a little differently, or off. */
function again(dice: Dice, event: StageEvent, index: number): StageEvent {
  if (dice.happens(35)) return event;
  const other = {
    ...event,
    id: `again-${index}`,
    time: dice.happens(50) ? later(event.time, dice) : event.time,
  };
  const isOff = event.type.startsWith('fi.kuultu.plan-meeting') && dice.happens(60);
  return isOff ? cancelled(event, other) : other;
}

/** The meeting of an event is off: named by its reference, or else by the day that the event gave it. */
function cancelled(event: StageEvent, other: StageEvent): StageEvent {
  const { scheduledFor } = event.data;
  const held = nameOf(dayOf(Date.parse(event.time)));
  const day = event.type.includes('.held.') ? held : (scheduledFor ?? held);
  return {
    ...other,
    type: 'fi.kuultu.plan-meeting.cancelled.v1',
    data: { ...event.data, scheduledFor: day },
  };
}

const later = (time: string, dice: Dice): string =>
  new Date(Date.parse(time) + dice.below(2 * dayMs)).toISOString();
