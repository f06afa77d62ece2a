import { caseAfter, occasionAfter } from '../decisions/case-course.ts';
import { askedIn, type Ledgers } from '../decisions/counting.ts';
import { flagged } from '../decisions/told-flags.ts';
import type { EventFacts } from '../decisions/facts.ts';
import { emptyContact } from '../decisions/ledger.ts';
import type { DecisionOf } from './record.ts';
import type { World } from './world.ts';

/** Takes an event of before the period as it was decided: what it told of its case, and whom it led to ask. */
export function foldLive(
  world: World,
  event: EventFacts,
  sequence: number,
  decisions: readonly DecisionOf[],
): void {
  const known = world.known(event);
  const occasion = occasionAfter(known.occasion, event);
  const course = caseAfter(known.case, occasion, event, sequence);
  let now: Ledgers = { occasion, case: course, contacts: new Map() };
  for (const { recipient, requestId, dueAt, isTooLate, gates } of decisions) {
    now = flagged(now, recipient, { event, known, sequence });
    if (requestId === null || dueAt === null || isTooLate) continue;
    const { contactHash } = recipient;
    const ask = {
      event,
      recipient,
      countsUnit: hasCountedUnit(gates),
      at: dueAt,
      contact: now.contacts.get(contactHash) ?? known.contacts.get(contactHash) ?? emptyContact,
      household: now.household ?? known.household,
      case: now.case ?? course,
      unit: now.unit ?? known.unit,
    };
    now = askedIn(now, ask, requestId);
  }
  world.keep(event, sequence, now);
}

/** A cap on a unit's day was counted where the gate had something to count. */
export const hasCountedUnit = (gates: DecisionOf['gates']): boolean =>
  typeof gates['unit-daily-cap'] === 'object' && gates['unit-daily-cap'] !== null;
