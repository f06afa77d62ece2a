import type { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { addressHashOf } from '../../shared/adapters/suppressions.ts';
import { dayAt } from '../../shared/domain/calendar/day.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import { stageNameOf, stageOf, type StageEvent } from '../../shared/domain/stage-event.ts';
import { familyOf } from '../../shared/domain/vocabulary.ts';

type Hash = ReturnType<typeof referenceHash>;

/** What is known of an event: references as keyed hashes, and of an address only that there is one. */
export function factsOf(event: StageEvent, hash: Hash, now: number): EventFacts {
  const { source, id, type, time, data } = event;
  return {
    eventHash: hash('event', source, id),
    stage: stageOf(type) ?? null,
    stageName: stageNameOf(type),
    occurredAt: Date.parse(time),
    now,
    caseHash: hash('case', data.caseRef),
    householdHash: data.householdRef === undefined ? null : hash('household', data.householdRef),
    occasionHash: occasionHashOf(event, hash),
    unit: data.unit ?? null,
    holdReason: data.reason ?? null,
    documentType: data.documentType ?? null,
    scheduledFor: data.scheduledFor ?? null,
    expectedEnd: data.expectedEnd ?? null,
    inPlacement: data.placementType !== undefined,
    recipients: data.recipients.map(({ contactRef, email, role, ageBand, language, flags }, position) => ({
      position,
      contactHash: hash('contact', contactRef),
      addressHash: email === undefined ? null : addressHashOf(hash, email),
      role,
      ageBand,
      language,
      flags,
    })),
  };
}

/**
 * Without a reference of its own, an occasion is what happens in one case, in one family of stages, on one day: for a
 * meeting that is put into the calendar or cancelled, the day on which it is to be.
 */
function occasionHashOf({ type, time, data }: StageEvent, hash: Hash): string {
  const stage = stageNameOf(type);
  const isOfCalendar = stage === 'plan-meeting.scheduled' || stage === 'plan-meeting.cancelled';
  const day = (isOfCalendar ? data.scheduledFor : undefined) ?? dayAt(Date.parse(time));
  return hash('occasion', data.caseRef, familyOf(stage), data.occasionRef ?? day);
}
