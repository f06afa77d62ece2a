import { dateOf, dayNumberAt } from '../calendar/helsinki.ts';
import { familyOf } from '../vocabulary.ts';
import type { EventFacts } from './facts.ts';
import type { CaseLedger, Expectation } from './ledger.ts';

/*
 * Stages that are known to come: the end of a placement or service, a meeting in the calendar. What was told last, by
 * the time of its event, is what counts, whenever it arrives.
 */

/** What has not come true so long after its day, and what was told so long ago to be over, is forgotten. */
const forgottenDays = 31;

/**
 * The case with what an event tells of stages to come: the same object where it tells nothing.
 *
 * @param isOver whether the occasion is off, or has been reported as come before
 */
export function withExpectationsOf(
  event: EventFacts,
  isOver: (stage: string) => boolean,
  caseLedger: CaseLedger,
): CaseLedger {
  const news = newsIn(event, isOver).filter((told) => {
    const known = caseLedger.expected.find((other) => isSame(other, told));
    // The occasion itself remembers that it is over; only what is told of no occasion has to be remembered here.
    if (known === undefined) return told.on !== null || told.occasion === '';
    return known.toldAt <= told.toldAt;
  });
  const forgottenBefore = dateOf(dayNumberAt(event.now) - forgottenDays);
  const kept = caseLedger.expected.filter(
    (known) =>
      (known.on ?? dateOf(dayNumberAt(known.toldAt))) >= forgottenBefore &&
      !news.some((told) => isSame(known, told)),
  );
  if (news.length === 0 && kept.length === caseLedger.expected.length) return caseLedger;
  return { ...caseLedger, expected: [...kept, ...news] };
}

const isSame = (a: Expectation, b: Expectation): boolean => a.stage === b.stage && a.occasion === b.occasion;

function newsIn(event: EventFacts, isOver: (stage: string) => boolean): Expectation[] {
  const { stageName, scheduledFor, expectedEnd, occasionHash, occurredAt: toldAt } = event;
  const family = familyOf(stageName);
  const held = { stage: 'plan-meeting.held', occasion: occasionHash, toldAt };
  const found: Expectation[] = [];
  if (stageName === 'plan-meeting.scheduled' && scheduledFor !== null)
    found.push({ ...held, on: isOver(held.stage) ? null : scheduledFor });
  if (stageName === 'plan-meeting.held' || stageName === 'plan-meeting.cancelled')
    found.push({ ...held, on: null });
  // What has ended is over under its own name, and where an end was expected of whatever it is.
  if (stageName.endsWith('.ended') && !stageName.startsWith('hold.'))
    for (const occasion of [occasionHash, '']) found.push({ stage: stageName, occasion, toldAt, on: null });
  else if (expectedEnd !== null) {
    const ending = endingOf(family, event.inPlacement);
    const stage = `${ending}.ended`;
    const isOwn = ending === family;
    found.push({
      ...{ stage, occasion: isOwn ? occasionHash : '', toldAt },
      on: isOwn && isOver(stage) ? null : expectedEnd,
    });
  }
  return found;
}

/** What an expected end is the end of: of the service, unless the event tells of a placement or after-care. */
function endingOf(family: string, inPlacement: boolean): string {
  if (family === 'aftercare' || family === 'service') return family;
  return inPlacement || family === 'placement' ? 'placement' : 'service';
}
