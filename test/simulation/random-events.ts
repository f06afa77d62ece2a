import type { Recipient, StageEvent } from '../../shared/domain/stage-event.ts';
import { holdReasons, recipientFlags, type Stage } from '../../shared/domain/vocabulary.ts';
import type { Dice } from './dice.ts';
import { dayMs, dayOf, hourMs, nameOf } from './naive-calendar.ts';

/** What a history is about: who there is, which stages have rules, days between two happenings, how many cases. */
export type Course = {
  readonly people: readonly Recipient[];
  readonly stages: readonly Stage[];
  readonly pace: number;
  readonly cases: number;
};

const anyStage: readonly Stage[] = [
  'plan-meeting.held',
  'plan-meeting.scheduled',
  'plan-meeting.cancelled',
  'service.ended',
  'placement.started',
  'placement.ended',
  'client-plan.reviewed',
  'plan-meeting.scheduled',
  'plan-meeting.cancelled',
  'service.started',
  'case.closed',
];

/** Holds, blocks and one that lifts a block; a plan and a decision on after-care, which say nothing about asking. */
const documents = ['11023', '11025', '11027', '19008', '11012', '11028', '11050', '11049', '15007', '11035'];

/** An event that a client information system reports about a case at a time. */
export function eventFrom(
  dice: Dice,
  { course, clock, index }: { readonly course: Course; readonly clock: number; readonly index: number },
): StageEvent {
  const stage = stageFrom(dice, course);
  const caseNumber = dice.pick([0, 0, 0, 1, 1, 2]) % course.cases;
  const occurredAt = clock + howFarFrom(dice, stage);
  const near = (days: number): string => nameOf(dayOf(occurredAt) + days);
  const isOfMeeting = stage.startsWith('plan-meeting');
  return {
    specversion: '1.0',
    id: `event-${index}`,
    source: 'urn:oid:1.2.246.10.1',
    type: `fi.kuultu.${stage}.v1`,
    time: new Date(occurredAt).toISOString(),
    data: {
      caseRef: `c-${caseNumber}`,
      // Somebody moves, and some systems know of no households.
      householdRef: dice.happens(10) ? undefined : `h-${dice.happens(15) ? dice.below(3) : caseNumber}`,
      unit: stage.startsWith('hold.') ? undefined : `unit-${dice.pick([0, 0, 1])}`,
      placementType: dice.happens(30) ? '7' : undefined,
      documentType: dice.happens(10) ? dice.pick(documents) : undefined,
      occasionRef: dice.happens(60) ? `o-${dice.below(isOfMeeting ? 5 : 25)}` : undefined,
      scheduledFor: isOfMeeting && dice.happens(70) ? near(dice.below(20)) : undefined,
      expectedEnd: dice.happens(25) ? near(dice.below(60)) : undefined,
      reason: stage.startsWith('hold.') ? dice.pick(holdReasons) : undefined,
      recipients: recipientsFrom(dice, course.people),
    },
  };
}

function stageFrom(dice: Dice, { stages }: Course): string {
  const kind = dice.below(100);
  if (kind < 76 && stages.length > 0) return dice.pick(stages);
  if (kind < 88) return dice.pick(anyStage);
  if (kind < 93) return 'hold.started';
  if (kind < 96) return 'hold.ended';
  return kind < 98 ? 'meeting.dreamt' : 'plan-meeting.cancelled';
}

/** Told at once, a little late, months late or ahead. Hard moments are often known some days before they begin. */
function howFarFrom(dice: Dice, stage: string): number {
  if (stage === 'hold.started' && dice.happens(40)) return dice.below(6 * dayMs);
  return dice.pick([() => 0, () => 0, () => -dice.below(3 * dayMs), () => elsewhen(dice)])();
}

/** Late by months, or told ahead. */
const elsewhen = (dice: Dice): number =>
  dice.pick([
    () => dice.below(20 * dayMs),
    () => dice.below(30 * hourMs),
    () => -dice.below(30 * dayMs),
    () => -dice.below(200 * dayMs),
    () => dice.below(120 * dayMs),
  ])();

function recipientsFrom(dice: Dice, people: readonly Recipient[]): Recipient[] {
  const count = dice.pick([1, 1, 2, 1, 3, 2, 0]);
  const from = dice.below(people.length);
  return Array.from({ length: count }, (_, place) => {
    // One after another, so that nobody is named twice but on purpose.
    const next = people[dice.happens(3) ? from : (from + place) % people.length];
    if (next === undefined) throw new RangeError('nobody to name');
    return strange(dice, next);
  });
}

/** Mostly as ever; at times under a flag, in another role, or with the address in another spelling. */
function strange(dice: Dice, person: Recipient): Recipient {
  switch (dice.below(16)) {
    case 15:
      return { ...person, flags: [dice.pick(recipientFlags)] };
    case 14:
      return { ...person, role: dice.pick(['county-worker', 'parent', 'guardian'] as const) };
    case 13:
      return { ...person, email: person.email?.toUpperCase() };
    default:
      return person;
  }
}
