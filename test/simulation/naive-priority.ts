import type { Rule } from '../../shared/domain/rules/rule.ts';
import { dayMs, dayNamed, dayOf, midnightOf } from './naive-calendar.ts';
import type { Knowledge, Question } from './naive-reasons.ts';
import type { Told } from './naive-facts.ts';
import { asksAge, gapOf, openTimes, ruleOf } from './naive-rules.ts';

type Announced = { readonly stage: string; readonly on: string; readonly by: Told };

/** Which stages the events of a case have announced, for which day. */
function announcedIn(events: readonly Told[]): Announced[] {
  return events.flatMap((by) => {
    const { scheduledFor, expectedEnd, placementType } = by.event.data;
    const [family = ''] = by.stage.split('.');
    const isService = family === 'service' || family === 'aftercare';
    const ending = isService
      ? family
      : placementType !== undefined || family === 'placement'
        ? 'placement'
        : 'service';
    return [
      ...(by.stage.endsWith('.scheduled') && scheduledFor !== undefined
        ? [{ stage: `${family}.held`, on: scheduledFor, by }]
        : []),
      ...(expectedEnd === undefined ? [] : [{ stage: `${ending}.ended`, on: expectedEnd, by }]),
    ];
  });
}

/**
 * Whether an ask has to yield to a more important stage that is near. Where reports contradict each other about what is
 * to come, or a lot decides whether it will ask this person, the judge does not insist.
 */
export function yieldsTo(known: Knowledge, question: Question, now: number): 'must' | 'may' | 'must-not' {
  const { caseRef } = question.about.event.data;
  const events = known.events.filter(({ event }) => event.data.caseRef === caseRef);
  const announced = announcedIn(events);
  const near = announced.filter((one) => isNear(known.rules, question, one, now));
  if (near.length === 0) return 'must-not';
  const isPlain = near.some(
    ({ stage }) =>
      ruleOf(known.rules, stage)?.samplePercent === 100 &&
      announced.filter((other) => other.stage === stage).length === 1 &&
      !events.some((other) => other.stage === stage || other.stage.endsWith('.cancelled')),
  );
  return isPlain && near.length === 1 ? 'must' : 'may';
}

function isNear(
  rules: readonly Rule[],
  { rule, recipient, at }: Question,
  { stage, on }: Announced,
  now: number,
): boolean {
  const coming = ruleOf(rules, stage);
  if (coming === undefined || !coming.enabled || coming.priority <= rule.priority) return false;
  if (!asksAge(coming, recipient) || dayNamed(on) < dayOf(now)) return false;
  const [comesAt] = openTimes(coming.window, midnightOf(dayNamed(on) + coming.delayDays), Infinity);
  // Whichever of the two asks is the later one must keep its gap.
  const gap = Math.max(gapOf(rule, recipient.role), gapOf(coming, recipient.role));
  return comesAt !== undefined && Math.abs(comesAt - at) < gap * dayMs;
}
