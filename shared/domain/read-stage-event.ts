import { days } from './calendar/duration.ts';
import { findPersonalIdentityCodes } from './personal-identity-code.ts';
import { stageEventSchema, type StageEvent } from './stage-event.ts';

/** No event of ours is half as deep. Whatever walks a document may rely on this bound. */
const levelsMost = 32;

/** What is wrong with a document: keys and indexes down to the place, and what was expected there. */
export type EventFault = { readonly path: readonly PropertyKey[]; readonly expected: string };

export type EventReading =
  | { readonly kind: 'event'; readonly event: StageEvent }
  | { readonly kind: 'refused'; readonly faults: readonly EventFault[] };

/** A meeting may be reported before it is held. Further ahead than this, its records would outlive their time. */
const daysAheadMost = 366;

/**
 * Reads a stage event from any way in. What names a person is refused before anything else is looked at, wherever in
 * the document it stands; no value that was sent is repeated in a fault.
 *
 * @param now epoch milliseconds
 */
export function readStageEvent(document: unknown, now: number): EventReading {
  if (isDeeperThan(levelsMost, document)) {
    return refused([{ path: [], expected: `expected at most ${levelsMost} levels of objects and arrays` }]);
  }
  const codes = findPersonalIdentityCodes(document);
  if (codes.length > 0) {
    const expected = 'expected no personal identity code; this value looks like one';
    return refused(codes.map((path) => ({ path, expected })));
  }
  const parsed = stageEventSchema.safeParse(document);
  if (parsed.success) {
    if (Date.parse(parsed.data.time) <= now + days(daysAheadMost))
      return { kind: 'event', event: parsed.data };
    return refused([{ path: ['time'], expected: 'expected a time at most a year ahead' }]);
  }
  // Zod's messages say what was expected and never quote what came.
  return refused(parsed.error.issues.map(({ path, message }) => ({ path, expected: message })));
}

const refused = (faults: readonly EventFault[]): EventReading => ({ kind: 'refused', faults });

function isDeeperThan(levels: number, document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  return levels === 0 || Object.values(document).some((part) => isDeeperThan(levels - 1, part));
}
